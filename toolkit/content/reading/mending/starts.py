"""What can be wrong with the beginning of a line: tabs, special spaces, dashes, markers."""

from __future__ import annotations

import re

from toolkit.content.reading.mending import rows
from toolkit.content.reading.mending.bullets import bullet
from toolkit.content.reading.mending.keysigns import odd_colon
from toolkit.content.reading.mending.mends import shown
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import After, State
from toolkit.language import said

HARD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that only look like one, from web pages and from Word."""
HARD_SIGNS = frozenset(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
_LEADING = re.compile(rf"^[ \t{HARD}]*[{HARD}]+|^[ \t{HARD}]*(?:-[ \t{HARD}]+)*-[ \t]*[{HARD}]+")
_AFTER_COLON = re.compile(
    rf"(?:^[ \t]*(?:-[ \t]+)*|[{{,][ \t]*)[A-Za-z_][\w.-]*[ \t]*:(?P<gap>[ \t]*[{HARD}][ \t{HARD}]*)"
)
_HARD = re.compile(f"[{HARD}]")


def hard_spaces(state: State, at: int) -> None:
    """Tell of special spaces where only ordinary ones work."""
    draft = state.draft
    line = draft.lines[at]
    if not _HARD.search(line) or not line.strip():
        return
    mended = _LEADING.sub(lambda found: _HARD.sub(" ", found[0]), line)
    mended = _AFTER_COLON.sub(lambda found: _HARD.sub(" ", found[0]), mended)
    spots = [i for i, (old, new) in enumerate(zip(line, mended, strict=True)) if old != new]
    if not spots:
        return
    first, last = spots[0], spots[-1] + 1
    if draft.mistake(
        at,
        first,
        "hard-space",
        said(
            "Here stands a special space, as web pages and Word make it; only ordinary ones work."
        ),
        said("Delete it and press the space bar. Write:  {write}", write=shown(mended.rstrip())),
        edit=(first, last, mended[first:last]),
    ):
        draft.lines[at] = mended


def marker(state: State, at: int) -> bool:
    """Is the line one that begins or ends a document, or an order to the reader?"""
    draft = state.draft
    line = draft.lines[at].rstrip()
    if line.startswith("%") and not state.begun:
        draft.lines[at] = ""
        return True
    if line not in ("---", "..."):
        return False
    if line == "---" and not state.begun and not state.marked:
        state.marked = True
        return True
    if line == "..." and all(rows.silent(rest) for rest in draft.lines[at + 1 :]):
        return True
    what = (
        said("Three dashes begin a second file inside this one.")
        if line == "---"
        else said("Three dots end the file here; what comes after them is not read.")
    )
    if draft.mistake(
        at,
        0,
        "several-documents",
        what,
        said("Delete this line:  {line}", line=line),
        edit=(0, len(line), ""),
    ):
        draft.lines[at] = ""
    return True


def missing_space(state: State, at: int) -> None:
    """Tell of a dash or a key with no space after it, where a dash or a key should stand."""
    draft, levels = state.draft, state.levels
    line = draft.lines[at]
    start = rows.indent(line)
    waits = state.after is After.VALUE and start >= levels.top.indent
    if waits or levels.find(start, Look.DASH):
        if rows.TIGHT_DASH.match(line, start) and not line.startswith("---", start):
            mended = f"{line[: start + 1]} {line[start + 1 :]}"
            if draft.mistake(
                at,
                start,
                "no-space-after-dash",
                said("After the dash a space is missing."),
                said("Write:  {write}", write=shown(mended.strip())),
                edit=(start + 1, start + 1, " "),
            ):
                draft.lines[at] = mended
            return
        if bullet(state, at, start):
            return
    if (waits or levels.find(start, Look.KEY)) and odd_colon(state, at, start):
        return
    tight = rows.TIGHT.match(line, start)
    if not tight or rows.KEY.match(line, start):
        return
    if levels.find(start, Look.KEY) or (waits and tight["key"] in state.known):
        _tight(state, at, start, tight.end())


def first_key(state: State, at: int, start: int) -> None:
    """The same for a key after a dash; and one whose colon is missing."""
    if odd_colon(state, at, start):
        return
    line = state.draft.lines[at]
    bare = rows.UNMARKED.match(line, start)
    if bare and bare["key"] in state.known and not rows.KEY.match(line, start):
        follows = rows.follows(state.draft.lines, at)
        beside = rows.indent(follows) == start and rows.look(follows) is Look.KEY
        if bare["key"] in state.levels.top.keys or beside:
            missing_colon(state, at, bare)
            return
    tight = rows.TIGHT.match(line, start)
    if tight and tight["key"] in state.known and not rows.KEY.match(line, start):
        _tight(state, at, start, tight.end())


def missing_colon(state: State, at: int, bare: re.Match[str]) -> bool:
    """Tell of a key without its colon, and give it one."""
    line = state.draft.lines[at]
    rest = line[bare.end() :].strip()
    below = state.draft.lines[at + 1 : at + 2]
    if not rest and below and re.match(r"\s*:\s+\S", below[0]):
        return _colon_below(state, at, bare["key"])
    typed = f"{bare['key']}: {rest}".rstrip()
    if not state.draft.mistake(
        at,
        bare.start(),
        "missing-colon",
        said('After "{key}" the colon is missing.', key=bare["key"]),
        said("Write:  {write}", write=shown(typed)),
        edit=(bare.start(), len(line.rstrip()), typed),
    ):
        return False
    state.draft.lines[at] = line[: bare.start()] + typed
    return True


def _colon_below(state: State, at: int, key: str) -> bool:
    """A key whose colon and value stand at the beginning of the next line."""
    draft = state.draft
    line, below = draft.lines[at], draft.lines[at + 1]
    typed = f"{key}: {below.strip()[1:].strip()}"
    column = rows.indent(line)
    if not draft.mistake(
        at,
        column,
        "missing-colon",
        said("The colon stands right after the key, on the same line."),
        said("Write on one line:  {write}", write=shown(typed)),
    ):
        return False
    draft.lines[at], draft.lines[at + 1] = line[:column] + typed, ""
    return True


def _tight(state: State, at: int, start: int, colon: int) -> None:
    line = state.draft.lines[at]
    mended = f"{line[:colon]} {line[colon:]}"
    if state.draft.mistake(
        at,
        colon - 1,
        "no-space-after-colon",
        said("After the colon a space is missing."),
        said("Write:  {write}", write=shown(mended[start:].strip())),
        edit=(colon, colon, " "),
    ):
        state.draft.lines[at] = mended


def to_words(
    state: State,
    at: int,
    have: int,
    want: int,
    *,
    warning: bool = False,
    quiet: bool = False,
    several: bool = False,
) -> None:
    """Tell of a line of a longer text that stands wrong, and move it to the others.

    `quiet` if the line above had the same mistake, `several` if the one below has it.
    """
    draft = state.draft
    line = draft.lines[at]
    what = (
        said("This line of the text stands further right than the others; it will be broken here.")
        if have > want
        else said("This line of the text stands too far to the left.")
    )
    mended = " " * want + line.lstrip(" ")
    if quiet or draft.mistake(
        at,
        have,
        "odd-spaces",
        what,
        said("Write it like this:  {write}", write=shown(mended.rstrip())),
        edit=None if several else (0, have, " " * want),
        warning=warning,
    ):
        draft.lines[at] = mended
