"""Texts that do not have each language once: misspelt codes, translations that are lacking.

Looked at only when something is wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from toolkit.content.place import Edit, instead
from toolkit.content.reading.desk import Desk, printable, quoted
from toolkit.content.reading.nodes import Mapping as Group
from toolkit.content.reading.nodes import Node, Scalar
from toolkit.content.shaping import mismatch, synonyms, typed
from toolkit.language import LANGUAGES, Said, said


def is_single_text(node: Group, desk: Desk) -> bool:
    """Is it `{fact:x}` or `{nama}`, a text in curly brackets and no languages with words?"""
    empty = all(isinstance(one, Scalar) and not one.value for _, one in node.entries.values())
    return empty and bool(typed.typed(node, desk)) and not node.entries.keys() & {*LANGUAGES}


def by_language(node: Group, desk: Desk) -> tuple[dict[str, Scalar], set[str]]:
    """The words by language, and the languages that were at least begun; notes all others."""
    written: dict[str, Scalar] = {}
    begun = {key for key in node.entries if key in LANGUAGES}
    odd = [key for key in node.entries if key not in LANGUAGES]
    meant = {key: _meant(key, begun) for key in odd}
    if odd and not begun and not any(meant.values()):
        _no_language(node, odd[0], desk)
        return {}, set()
    together = [key for key in odd if meant[key]]
    if len(together) > 1:
        _all_unknown(node, {key: meant[key] for key in together}, desk)
    for key, (mark, value) in node.entries.items():
        code = key if key in LANGUAGES else meant[key]
        if key in meant and not (code and len(together) > 1):
            twice = synonyms.meant(key, list(begun & node.entries.keys()), synonyms.LANGUAGES)
            if not code and twice[1]:
                _twice(key, twice[0], node, desk)
            else:
                _unknown(key, code, mark, desk)
        if not code:
            continue
        begun.add(code)
        if mismatch.unfilled(value) and isinstance(value, Scalar):
            mismatch.not_filled_in(value, '"…"', desk)
        elif isinstance(value, Scalar):
            written.setdefault(code, value)
        else:
            mismatch.text_expected(value, said("a text"), '"…"', desk)
    return written, begun


def _meant(key: str, begun: Collection[str]) -> str:
    free = [code for code in LANGUAGES if code not in begun]
    near, sure = synonyms.meant(key, free, synonyms.LANGUAGES)
    return near if sure or len(key) <= 3 else ""


def _unknown(key: str, code: str, mark: Scalar, desk: Desk) -> None:
    desk.error(
        mark.at,
        "unknown-language",
        said('"{key}" is not a language that Cek Dulu speaks.', key=quoted(key)),
        said("Write:  {key}:", key=code)
        if code
        else said(
            'Delete it, or, if it belongs to the text, put the whole text in quotation marks:  "{key}: …"',
            key=quoted(key),
        ),
        edit=instead(mark.at, key, code) if code else None,
    )


def _all_unknown(node: Group, meant: Mapping[str, str], desk: Desk) -> None:
    """Note languages that are all written in another way: one habit, one problem."""
    mark, _ = node.entries[next(iter(meant))]
    desk.error(
        mark.at,
        "unknown-language",
        said(
            "The languages are not written as Cek Dulu knows them: {keys}.",
            keys=quoted(", ".join(meant)),
        ),
        said("Write:  {text}", text="  ".join(f"{code}:" for code in meant.values())),
    )


def _twice(key: str, code: str, node: Group, desk: Desk) -> None:
    """Note a second name for a language that is there."""
    desk.error(
        node.entries[key][0].at,
        "unknown-language",
        said(
            'The key "{key}" means the same as "{taken}", which stands in line {line} already.',
            key=quoted(key),
            taken=code,
            line=node.entries[code][0].at.line,
        ),
        said("Keep only one of the two, as:  {taken}:", taken=code),
    )


def _no_language(node: Group, key: str, desk: Desk) -> None:
    """A text with a colon in it, taken for keys."""
    mark, value = node.entries[key]
    edit = None
    words = f"{key}: …"
    if isinstance(value, Scalar) and len(node.entries) == 1 and value.value:
        words = f"{key}: {value.value}"
        whole = typed.typed(value, desk)
        if whole and value.plain and mark.plain and value.at.line == mark.at.line:
            end = value.at.column + len(whole)
            edit = Edit(mark.at.line, mark.at.column, mark.at.line, end, typed.in_quotes(words))
    desk.error(
        mark.at,
        "unknown-language",
        said('"{key}" is not a language that Cek Dulu speaks.', key=quoted(key)),
        said(
            "If it belongs to the text, write the text in quotation marks:  {text}",
            text=quoted(typed.in_quotes(words)) if edit is None else printable(edit.text),
        ),
        edit=edit,
    )


def untranslated(
    node: Node, written: Mapping[str, Scalar], begun: Collection[str], desk: Desk
) -> None:
    """Note languages that a text does not have, unless there is nothing to translate in it."""
    if not any(letter.isalpha() for one in written.values() for letter in one.value):
        return
    if _has_double(node, desk):
        return
    for code in LANGUAGES:
        if code not in begun:
            desk.warning(
                node.at,
                "missing-translation",
                said("The translation into {language} is missing.", language=_language(code)),
                _how_to_add(node, code, desk),
                why=said(
                    "The leaflet in {language} has nothing of its own here.",
                    language=_language(code),
                ),
            )


def _has_double(node: Node, desk: Desk) -> bool:
    """Does a language stand here twice? Then the other one was meant, and that is told already."""
    if not isinstance(node, Group):
        return False
    last = max(value.at.line for _, value in node.entries.values()) + 1
    return any(
        one.rule == "duplicate-key" and node.at <= one.place and one.place.line <= last
        for one in desk.problems
    )


def _how_to_add(node: Node, code: str, desk: Desk) -> Said:
    if isinstance(node, Scalar):
        words = typed.in_quotes(node.value.strip())
        shown = printable(words) if len(words) <= 60 and "\n" not in words else '"…"'
        return said('Write:  {{id: {words}, {code}: "…"}}', words=shown, code=code)
    if typed.in_brackets(node, desk):
        return said('Add inside the same brackets:  {code}: "…"', code=code)
    return said('Add a line below it:  {code}: "…"', code=code)


def _language(code: str) -> Said:
    return said("Indonesian") if code == "id" else said("English")
