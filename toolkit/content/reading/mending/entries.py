"""The value after a key or a dash: a text, quotes, brackets, or a text on the lines below."""

from __future__ import annotations

import re

from toolkit.content.reading.mending import rows
from toolkit.content.reading.mending.bodies import judged_body
from toolkit.content.reading.mending.brackets import judged_brackets
from toolkit.content.reading.mending.draft import shielded
from toolkit.content.reading.mending.languages import language_beside, pair, two_keys
from toolkit.content.reading.mending.mends import tell, write
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import After, State
from toolkit.content.reading.mending.values import (
    Trouble,
    closing,
    plain,
    quoted,
    unclosed,
    unopened,
    without_comment,
)
from toolkit.language import said

_FAR = 200
"""Lines that a text in quotes or brackets may go on for."""
_NAMED = re.compile(r"[&!][^\s]*$")
_HASH = re.compile(r"#(?=[^\s#!])")
_BLOCK_LIKE = re.compile(r"->|=>|<-|>_|>>|>=|>--+|>[–—]|[–—]>|-\||\|_|\|\||\|--+|\|[–—]")


def judged_value(state: State, at: int, start: int) -> int:
    """Judge the value that begins at a column of a line; the next line to look at."""
    line = state.draft.lines[at]
    end = without_comment(line, start)
    state.words_at = state.levels.top.indent + 2
    state.words_from = (at, start)
    if start >= end:
        state.after = After.VALUE
        return at + 1
    if language_beside(state, at, start, end):
        return at + 1
    if first_sign(state, at, start, end) or pair(state, at, start, end):
        line = state.draft.lines[at]
        end = without_comment(line, start)
    first = line[start]
    if first == "#" and _cut_whole(state, at, start, end):
        return at + 1
    if first in "&!" and _NAMED.match(line, start, end) and _goes_below(state, at):
        state.after = After.VALUE
        return at + 1
    if first in "|>":
        return judged_body(state, at, start, end)
    if first in "{[":
        return judged_brackets(state, at, start)
    if first in "\"'":
        return _quotes(state, at, start)
    if two_keys(state, at, start, end):
        return at + 1
    if trouble := unopened(line, start, end) or plain(line, start, end):
        tell(state, at, trouble)
    state.after = After.WORDS
    return at + 1


def first_sign(state: State, at: int, start: int, end: int) -> bool:
    """Tell of a sign that only looks like `>-`, before a text on the lines below."""
    draft = state.draft
    sign, below = draft.lines[at][start:end], rows.follows(draft.lines, at)
    if not _BLOCK_LIKE.fullmatch(sign) or rows.indent(below) <= state.levels.top.indent:
        return False
    if not draft.mistake(
        at,
        start,
        "block-sign",
        said("Before a text on the lines below stand the signs >- and nothing else."),
        said("Write:  {write}", write=write(draft.lines[at], start, ">-")),
        edit=(start, end, ">-"),
    ):
        return False
    draft.replace(at, start, end, ">-")
    return True


def _cut_whole(state: State, at: int, start: int, end: int) -> bool:
    """A text that begins with `#`, after a key that gets no other value."""
    line = state.draft.lines[at]
    if not _HASH.match(line, start) or _goes_below(state, at):
        state.after = After.VALUE
        return True
    what = said("From # on the text is left out, because a comment begins there.")
    words = line[start:end]
    new = f'"{words}"' if '"' not in words else "'" + words.replace("'", "''") + "'"
    tell(state, at, Trouble(start, start, end, "cut-by-hash", what, new, shielded(words)))
    state.after = After.WORDS
    return True


def _goes_below(state: State, at: int) -> bool:
    """Does the value stand on the lines below?"""
    below, outer = rows.follows(state.draft.lines, at), state.levels.top.indent
    listed = rows.look(below) is Look.DASH and rows.indent(below) == outer
    return rows.indent(below) > outer or listed


def _quotes(state: State, at: int, start: int) -> int:
    line = state.draft.lines[at]
    close = closing(line, start)
    if close >= 0:
        state.after = After.NOTHING
        end = without_comment(line, close + 1)
        if trouble := quoted(line, start, max(end, close + 1)):
            tell(state, at, trouble)
        return at + 1
    last = _closed_below(state, at, line[start])
    if last is not None:
        state.after = After.NOTHING
        return last + 1
    end = len(line.rstrip())
    tell(state, at, quoted(line, start, end) or unclosed(line, start, end))
    state.after = After.WORDS
    return at + 1


def _closed_below(state: State, at: int, mark: str) -> int | None:
    """The line on which a text in quotes that goes on below is closed, as it should be."""
    lines = state.draft.lines
    for below in range(at + 1, min(at + _FAR, len(lines))):
        line = lines[below]
        if not line.strip():
            continue
        if rows.indent(line) <= state.levels.top.indent:
            return None
        close = closing(mark + line, 0) - 1
        if close >= 0:
            end = without_comment(line, close + 1)
            return below if not line[close + 1 : end].strip() else None
        known = rows.KEY.match(line.lstrip(" "))
        if known and known["key"] in state.known:
            return None
    return None
