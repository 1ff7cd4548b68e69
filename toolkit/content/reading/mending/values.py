"""What can be wrong with one value on one line: quotes, special signs, colons, `#`.

Looks at a stretch of a line and says what trouble it would give, and what to type
instead. Knows nothing of the lines around.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from toolkit.content.reading.mending.draft import shielded
from toolkit.language import Said, said

_SPECIAL = frozenset("@`%,}]*&!>|")
_ALONE = re.compile(r"[-?:](?:\s|$)")
_COLON = re.compile(r":(?=\s|$)")
_COMMENT = re.compile(r"(?:^|\s)#(?=\s|$)")
_CUT = re.compile(r"(?:^|\s)#(?=[^\s#!])")
_ANY_HASH = re.compile(r"\s#")
_PLAIN_ENOUGH = re.compile(r"[\d.:-]+|true|false|ya|tidak|[a-z0-9][a-z0-9.-]*")
_REPEATED = re.compile(r"\*[\w-]+")
_ENTRY = re.compile(r"-\s+(?=[A-Za-z_][\w.-]*:\s+$)")
_PAIR = re.compile(r"[A-Za-z_][\w.-]*:\s")
_ESCAPE = re.compile(
    r'\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0abt\tnvfre "/\\N_LP])|(\\)', re.DOTALL
)
_CURLED = {"“": "”", "„": "“”", "‘": "’", "‚": "‘’", "«": "»", "”": "”", "’": "’"}
_CURLS = frozenset("“”„‘’‚«»")


@dataclass(frozen=True, slots=True)
class Trouble:
    """A stretch of a line that YAML takes for something else.

    `at` is the column of the very sign, `start` and `end` the stretch, all from 0; `new` is
    what to type in its place, `inside` what stands there while reading on, as long as before.
    """

    at: int
    start: int
    end: int
    rule: str
    what: Said
    new: str
    inside: str
    warning: bool = False


def in_quotes(words: str) -> str:
    """The words in the quotation marks that need the least changes inside."""
    if '"' not in words and "\\" not in words:
        return f'"{words}"'
    return "'" + words.replace("'", "''") + "'"


def without_comment(line: str, start: int) -> int:
    """Where the value that begins at `start` ends: before a comment and the spaces around it."""
    comment = _COMMENT.search(line, max(start - 1, 0))
    return len((line[: comment.start()] if comment else line).rstrip())


def closing(line: str, start: int) -> int:
    """Where the quotation mark that opens at `start` is closed; -1 if it is not."""
    mark = line[start]
    at = start + 1
    while at < len(line):
        if line[at] == "\\" and mark == '"':
            at += 1
        elif line[at] == mark:
            if mark == '"' or line[at + 1 : at + 2] != "'":
                return at
            at += 1
        at += 1
    return -1


def plain(line: str, start: int, end: int, *, flow: bool = False) -> Trouble | None:
    """The trouble with a text without quotation marks, if there is any.

    `flow` is true inside brackets, where more signs are special.
    """
    words = line[start:end]
    if not words:
        return None
    first = words[0]
    if curled := _curled(line, start, end):
        return curled
    if first in _SPECIAL or _ALONE.match(words):
        rule = {"&": "anchor", "!": "tag"}.get(first, "special-start")
        if _REPEATED.fullmatch(words):
            rule = "anchor"
        what = said("A text that begins with {sign} must stand in quotation marks.", sign=first)
        return _quoted(line, start, (start, end), rule, what)
    if colon := _COLON.search(words):
        return _quoted(
            line,
            start + colon.start(),
            (start, end),
            "colon",
            said("A colon with a space after it ends a key; here it stands inside a text."),
        )
    cut = (_ANY_HASH if flow else _CUT).search(words)
    if cut and (flow or not _a_comment(words, cut.end())):
        at = start + cut.end() - 1
        what = said("From # on the text is left out, because a comment begins there.")
        return _quoted(line, at, (start, end), "cut-by-hash", what)
    if words.count('"') == 1 and words.endswith('"'):
        curly = words[0] in "“„”" and len(words) > 2
        return Trouble(
            start if curly else end - 1,
            start,
            end,
            "smart-quotes" if curly else "open-quote",
            said("The quotation mark that opens here is not closed by the same mark.")
            if curly
            else said("A quotation mark is closed here that was never opened."),
            in_quotes(words[1 if curly else 0 : -1].rstrip()),
            " " * curly + shielded(words[curly:-1]) + " ",
        )
    return None


def _a_comment(words: str, at: int) -> bool:
    """Is `#word` after a single word or number a comment whose space was forgotten?"""
    before = words[: at - 1].strip()
    return not words[at : at + 1].isdigit() and bool(_PLAIN_ENOUGH.fullmatch(before))


def _curled(line: str, start: int, end: int) -> Trouble | None:
    words = line[start:end]
    if len(words) < 3 or words[-1] not in _CURLED.get(words[0], ""):
        return None
    inside = words[1:-1]
    if _CURLS & set(inside):
        return None
    return Trouble(
        start,
        start,
        end,
        "smart-quotes",
        said("Curly quotation marks do not enclose a text; they are printed with it."),
        in_quotes(inside),
        " " + shielded(inside) + " ",
        warning=not _COLON.search(inside) and not _ANY_HASH.search(inside),
    )


def quoted(line: str, start: int, end: int, *, flow: bool = False) -> Trouble | None:
    """The trouble with a text that begins with a quotation mark and is closed on this line.

    `end` is where the whole value ends; what stands after the closing mark is the trouble.
    """
    close = closing(line, start)
    whole = line[start:end]
    mark = line[start]
    if close < 0 or close >= end:
        if mark == '"' and whole.endswith('\\"') and len(whole) > 2:
            return _slashed(line, end - 2, start, end)
        return None
    rest = line[close + 1 : end]
    if not rest.strip():
        for escape in _ESCAPE.finditer(line, start, close) if mark == '"' else ():
            if escape[1]:
                return _slashed(line, escape.start(), start, close + 1)
        return None
    if rest.strip() == "," and not flow:
        return Trouble(
            close + 1,
            start,
            end,
            "text-after-quote",
            said("At the end of a line stands a comma that does not belong there."),
            line[start : close + 1],
            line[start : close + 1] + " " * len(rest),
        )
    after = close + 1 + len(rest) - len(rest.lstrip())
    inner = whole[1:-1] if whole[-1] == mark else whole
    new = in_quotes(inner.replace("''", "'") if mark == "'" else inner.replace('\\"', '"'))
    return Trouble(
        after,
        start,
        end,
        "text-after-quote",
        said("The quotation marks are closed here, but the text goes on."),
        new,
        shielded(whole),
    )


def unclosed(line: str, start: int, end: int) -> Trouble:
    """The trouble with a quotation mark that is opened at `start` and never closed."""
    mark, words = line[start], line[start + 1 : end]
    curly = words[-1:] in _CURLED.get("“" if mark == '"' else "‘", "")
    inner = words[:-1] if curly and words else words
    new = f"{mark}{inner}{mark}" if mark not in inner else in_quotes(inner)
    return Trouble(
        start,
        start,
        end,
        "smart-quotes" if curly and words else "open-quote",
        said("The quotation mark that opens here is not closed by the same mark."),
        new,
        " " + shielded(words),
    )


def unopened(line: str, start: int, end: int) -> Trouble | None:
    """The trouble with a value that ends with a bracket which was never opened."""
    words = line[start:end]
    sign = words[-1:]
    opening = {"}": "{", "]": "["}.get(sign)
    if not opening or words[0] in "\"'" or words.count(opening) >= words.count(sign):
        return None
    entry = _ENTRY.search(line, 0, start)
    if entry and sign == "}" and not _PAIR.match(words):
        start = entry.end()
    words = line[start:end]
    return Trouble(
        end - 1,
        start,
        end,
        "open-bracket",
        said("The bracket {bracket} closes here, but none is open.", bracket=sign),
        opening + words,
        opening + words,
    )


def bracketed(line: str, at: int, start: int, end: int) -> Trouble:
    """The trouble with a text that has brackets in it."""
    sign = line[at]
    what = (
        said("A text that begins with {sign} must stand in quotation marks.", sign=sign)
        if at == start
        else said("A text with {sign} in it must stand in quotation marks here.", sign=sign)
    )
    return _quoted(
        line, at, (start, end), "special-start" if at == start else "bracket-inside", what
    )


def with_comma(line: str, at: int, start: int, end: int) -> Trouble:
    """The trouble with a comma inside a text in brackets."""
    what = said("Inside brackets the text ends at this comma; what follows is lost.")
    return _quoted(line, at, (start, end), "cut-by-comma", what)


def _slashed(line: str, at: int, start: int, end: int) -> Trouble:
    inner = line[start + 1 : end - 1]
    return Trouble(
        at,
        start,
        end,
        "backslash",
        said("A backslash between double quotation marks changes the letter after it."),
        "'" + inner.replace('\\"', '"').replace("'", "''") + "'",
        " " + shielded(inner) + " ",
    )


def _quoted(line: str, at: int, stretch: tuple[int, int], rule: str, what: Said) -> Trouble:
    start, end = stretch
    words = line[start:end]
    return Trouble(at, start, end, rule, what, in_quotes(words), shielded(words))
