"""References and stars in a text that are misspelt or left open.

`{fact:id}`, `{contact:id}`, `{term:id}` and `**strong**` are the only forms; what looks like
one of them and is none would be printed as it stands. Braces without a colon are just braces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from toolkit.content.place import Edit, Spot
from toolkit.content.reading.desk import Desk, printable, quoted
from toolkit.content.shaping import readings
from toolkit.content.shaping.synonyms import meant
from toolkit.content.text import Run, parse
from toolkit.language import said

KINDS = ("fact", "contact", "term")
_OTHERS = {
    "fact": ("fakta", "angka", "data", "facts", "figure", "number", "tanggal", "date", "f"),
    "contact": (
        "kontak",
        "nomor",
        "telepon",
        "telpon",
        "hubungi",
        "contacts",
        "phone",
        "call",
        "c",
    ),
    "term": ("istilah", "kata", "kamus", "terms", "word", "glossary", "glosarium", "t"),
}
_KIND = r"[A-Za-z][A-Za-z_-]*"
_ID = r"[\w.-]+(?: [\w.-]+)?"
_SOUND = re.compile(r"\*\*|(?<!\{)\{(?:fact|contact|term):[a-z0-9][a-z0-9.-]*\}(?!\})")
_TRIED = re.compile(
    rf"(?P<open>\{{+|[(\[]?(?=(?:fact|contact|term):))\s*(?P<kind>{_KIND})(?P<colon>\s*[:;=]\s*|\s+)"
    rf"(?P<id>{_ID})?\s*(?P<close>\}}+|[)\]])?"
)
_LONE = re.compile(r"(?<![\w*])\*\s?(?P<words>[^*\n]{1,60}?)\*(?![\w*])")
_SPLIT = re.compile(r"\* \*(?P<words>[^*\n]{1,80}?)\* \*")


def mended(words: str, spot: Spot, desk: Desk) -> tuple[Run, ...]:
    """The runs of a text, its misspelt forms read as what they mean; each is noted."""
    hidden = _SOUND.sub(lambda found: "\0" * len(found[0]), words)
    told = list(_references(words, hidden, spot, desk))
    for start, end, _ in told:
        hidden = hidden[:start] + "\0" * (end - start) + hidden[end:]
    if not any(one.rule == "special-start" and one.place == spot.at(0) for one in desk.problems):
        # A text that began with a bare star is told already.
        _stars(words, hidden, spot, desk)
    return _runs(words, told)


def _runs(words: str, told: Sequence[tuple[int, int, str]]) -> tuple[Run, ...]:
    """The runs of the words with what is right put in; their offsets are those of the words."""
    right = words
    for start, end, form in reversed(told):
        if form:
            right = right[:start] + form + right[end:]
    runs = []
    for run in parse(right):
        offset = run.offset
        for start, end, form in told:
            if form and start < offset:
                offset += max(start - offset, end - start - len(form))
        runs.append(run._replace(offset=min(offset, len(words))))
    return tuple(runs)


def _references(words: str, hidden: str, spot: Spot, desk: Desk) -> Iterator[tuple[int, int, str]]:
    """Note references that are misspelt or left open; yields their stretches and what is right."""
    for found in _TRIED.finditer(hidden):
        if desk.is_full:
            return
        kind, sure = meant(found["kind"], KINDS, _OTHERS)
        exact = found["kind"] in KINDS
        colon = found["colon"].strip() != ""
        if not (colon or (sure and found["open"] and found["close"] and found["id"])):
            continue
        if not kind and (not found["close"] or not found["open"] or " " in (found["id"] or "")):
            continue
        if not sure and (not found["open"].startswith("{") or not (found["close"] or found["id"])):
            continue
        if not exact and " " in (found["id"] or "") and not found["close"]:
            continue
        start, end = found.start(), found.end()
        if not found["close"]:
            first = (found["id"] or "").split(" ")[0].rstrip(".,")
            end = (found.start("id") + len(first)) if found["id"] else found.end("colon")
            id = readings.ident(first)
        else:
            id = readings.ident(found["id"] or "")
        end = len(hidden[:end].rstrip())
        yield start, end, f"{{{kind}:{id}}}" if kind and id else ""
        closed = bool(found["close"])
        _told(words[start:end], (start, end), spot, desk, kind=kind, id=id, closed=closed)


def _told(
    written: str,
    stretch: tuple[int, int],
    spot: Spot,
    desk: Desk,
    *,
    kind: str,
    id: str,
    closed: bool,
) -> None:
    right = f"{{{kind}:{id}}}" if kind and id else ""
    if not kind:
        mend = said(
            "Write one of these:  {forms}", forms=", ".join(f"{{{one}:{id}}}" for one in KINDS)
        )
    elif not id:
        mend = said("Write the id after the colon, as in:  {form}", form=f"{{{kind}:kjri-1}}")
    else:
        mend = said("Write:  {text}", text=right)
    what = (
        said('The reference "{written}" is not closed.', written=quoted(written))
        if not closed and written.startswith("{")
        else said(
            'The reference "{written}" is not written as it must be.', written=quoted(written)
        )
    )
    rule = "open-reference" if not closed and written.startswith("{") else "odd-reference"
    desk.error(
        spot.at(stretch[0]), rule, what, mend, edit=_edit(spot, *stretch, right) if right else None
    )


def _stars(words: str, hidden: str, spot: Spot, desk: Desk) -> None:
    """Note stars that would be printed as stars."""
    for found in _SPLIT.finditer(hidden):
        _starred(found, words, spot, desk)
        hidden = hidden[: found.start()] + "\0" * len(found[0]) + hidden[found.end() :]
    if words.count("**") % 2:
        start = words.rindex("**")
        near = re.search(r"\*\*([^*]+?)\*(?!\*)", words[start:])
        right = f"**{near[1].strip()}**" if near else ""
        if not near:
            word = re.match(r"\*\*\s*((?:\{[^}]*\}|[^\s*.,:;!?{])+)", words[start:])
            last = re.search(r"([^\s*]+)\s*\*\*$", words[: start + 2])
            told = word or last
            sample = f"**{told[1]}**" if told else "**…**"
        else:
            sample = right
        desk.warning(
            spot.at(start),
            "lone-stars",
            said("The two stars here have no partner."),
            said(
                "Write them before and after what is to be strong:  {text}", text=printable(sample)
            ),
            edit=_edit(spot, start, start + near.end(), right) if near else None,
        )
        return
    for found in _LONE.finditer(hidden):
        if found["words"].strip() and "\0" not in found["words"]:
            _starred(found, words, spot, desk)


def _starred(found: re.Match[str], words: str, spot: Spot, desk: Desk) -> None:
    start, end = found.span()
    right = f"**{words[found.start('words') : found.end('words')].strip()}**"
    desk.warning(
        spot.at(start),
        "lone-stars",
        said("Strong words stand between two stars on each side; these would be printed as stars."),
        said("Write:  {text}", text=printable(right)),
        edit=_edit(spot, start, end, right),
    )


def _edit(spot: Spot, start: int, end: int, right: str) -> Edit | None:
    """The mending of a stretch, if it stands on one line."""
    first, last = spot.at(start), spot.at(end - 1)
    if first.line != last.line:
        return None
    return Edit(first.line, first.column, last.line, last.column + 1, right)
