"""A text on the lines below its key, after the sign `>` or `|`."""

from __future__ import annotations

import re

from toolkit.content.reading.mending import indents, rows, starts, strays, tabs
from toolkit.content.reading.mending.mends import shown, tell
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import After, State
from toolkit.content.reading.mending.values import plain
from toolkit.language import said

_HEADER = re.compile(r"[|>][+-]?[1-9]?[+-]?[ \t]*(?:#.*)?$")
_SIGN = re.compile(r"^[|>][+-]?[1-9]?[+-]?\s*")
_LANGUAGES = ("id", "en")


def judged_body(state: State, at: int, start: int, end: int) -> int:
    """Judge the sign that stands at `start`, and the lines of its text; the line after them."""
    line = state.draft.lines[at]
    if not _HEADER.match(line, start) and not _header_with_words(state, at, start, end):
        state.after = After.WORDS
        return at + 1
    state.after = After.NOTHING
    return _Body(state, at, line[start] == ">").end()


class _Body:
    """The lines of a text. `indent` is how far in they stand, -1 before the first one."""

    def __init__(self, state: State, at: int, folded: bool) -> None:
        self._state = state
        self._head = at
        self._folded = folded
        self._outer = state.levels.top.indent
        self._indent = -1
        self._first = at + 1
        self._count = 0
        self._strayed = -1

    def end(self) -> int:
        """The line after the text."""
        lines = self._state.draft.lines
        at = self._head + 1
        while at < len(lines):
            if not lines[at].strip():
                lines[at] = lines[at].replace("\t", " ")
            elif not self._goes_on(at):
                break
            at += 1
        return at

    def _goes_on(self, at: int) -> bool:
        state, lines = self._state, self._state.draft.lines
        if lines[at].lstrip(" ")[0] in starts.HARD_SIGNS:
            starts.hard_spaces(state, at)
        if _ends_text(state, self._head, lines[at]):
            state.after = After.WORDS
            return False
        tabs.tabs_in_text(state, at, self._wanted())
        indent = rows.indent(lines[at])
        if indent <= self._outer:
            if not _strayed(state, at, self._indent):
                return False
            self._back(at, indent)
        elif self._indent >= 0 and indent != self._indent:
            self._uneven(at, indent)
        if self._indent < 0:
            self._indent, self._first = rows.indent(lines[at]), at
        self._count += 1
        return True

    def _wanted(self) -> int:
        return self._indent if self._indent >= 0 else self._outer + 2

    def _back(self, at: int, indent: int) -> None:
        """A line of the text as far left as its key, or further."""
        state = self._state
        if self._indent < 0 and indents.head_too_deep(state, self._head, indent):
            self._outer = state.levels.top.indent
            return
        several = rows.indent(rows.follows(state.draft.lines, at)) == indent
        quiet = indent == self._strayed
        starts.to_words(state, at, indent, self._wanted(), quiet=quiet, several=several)
        self._strayed = indent

    def _uneven(self, at: int, indent: int) -> None:
        """A line further left or right than the first; the first may be the one to blame."""
        state = self._state
        right = indent > self._indent
        if right and not self._folded:
            return
        below = rows.follows(state.draft.lines, at)
        odd = (self._indent - self._outer) % 2 == 1
        if self._count == 1 and (odd or (not right and rows.indent(below) == indent)):
            starts.to_words(state, self._first, self._indent, indent, warning=right)
            self._indent = indent
        else:
            starts.to_words(state, at, indent, self._indent, warning=right)


def _ends_text(state: State, at: int, line: str) -> bool:
    """Is the line, far in as it stands, rather the next key than a part of the text?"""
    key = rows.word(line.lstrip(" \t"))
    if not key or key not in state.known:
        return False
    if "\t" in line[: len(line) - len(line.lstrip(" \t"))]:
        return True
    value = line[line.index(":") + 1 :].strip()
    if value and not _HEADER.match(value) and key not in _LANGUAGES:
        return False
    own = rows.word(state.draft.lines[at])
    return key != own and not state.habits.strangers(key, [own])


def _strayed(state: State, at: int, indent: int) -> bool:
    """Is it a line of the text above that begins too far to the left?"""
    line = state.draft.lines[at]
    body = line.lstrip(" ")
    if strays.is_stray(line):
        return False
    below = rows.follows(state.draft.lines, at)
    if rows.look(line) is Look.TEXT and indent > 0 and rows.indent(below) == indent:
        # The text goes on below as if nothing had happened.
        tight = rows.TIGHT.match(body)
        key = tight is not None and tight["key"] in state.known
        return body[0] != "#" and not key and not rows.LOOSE.match(body)
    if rows.look(line) is not Look.TEXT or body[0] in "#{[\"'%&*!|>-–—•@`]}" or body in ("...",):
        return False
    if rows.LOOSE.match(body) or rows.TIGHT.match(body):
        return False
    bare = rows.UNMARKED.match(body)
    return not (bare and bare["key"] in state.known)


def _header_with_words(state: State, at: int, start: int, end: int) -> bool:
    """A text on the same line as the sign `>` or `|`; True if lines of text follow below."""
    draft = state.draft
    line = draft.lines[at]
    below = next((one for one in draft.lines[at + 1 :] if one.strip()), "")
    sign = line[start]
    if rows.indent(below) <= state.levels.top.indent or rows.look(below) is not Look.TEXT:
        if trouble := plain(line, start, end):
            tell(state, at, trouble)
        return False
    words = _SIGN.sub("", line[start:end])
    if draft.mistake(
        at,
        start + line[start:end].index(words),
        "special-start",
        said("After {sign} the text must begin on the next line.", sign=sign),
        said(
            "Move these words to a line of their own below, with the same spaces before them:  {write}",
            write=" " * rows.indent(below) + shown(words),
        ),
    ):
        keep = end - len(words)
        draft.replace(at, keep, end, " " * len(words))
    return True
