"""A value in brackets on one line, or on several."""

from __future__ import annotations

import re
from dataclasses import replace

from toolkit.content.reading.mending import rows
from toolkit.content.reading.mending.flows import FORM, Brackets, apply, written
from toolkit.content.reading.mending.mends import mend, shown, tell, write
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import After, State
from toolkit.content.reading.mending.values import Trouble, bracketed, without_comment
from toolkit.language import said

_FAR = 200
"""Lines that brackets may go on for."""


def judged_brackets(state: State, at: int, start: int) -> int:
    """A value that begins with a bracket; the next line to look at."""
    draft = state.draft
    line = draft.lines[at]
    state.after = After.NOTHING
    if FORM.match(line, start):
        tell(state, at, bracketed(line, start, start, without_comment(line, start)))
        return at + 1
    found = Brackets(line, start, state.known)
    if found.end is None:
        last = _balanced_below(state, at, start)
        if last is not None:
            return last + 1
        _open(state, at, start, found)
        return at + 1
    end = without_comment(line, found.end)
    rest = line[found.end : end].strip()
    if rest and rest[0] != "#" and not set(rest) <= set("}],"):
        tell(state, at, bracketed(line, start, start, end))
        return at + 1
    if rest and rest[0] != "#":
        _too_many(state, at, found, start, rest)
    _tell_all(state, at, found)
    return at + 1


def _tell_all(state: State, at: int, found: Brackets) -> None:
    draft = state.draft
    line = draft.lines[at]
    mended = []
    troubles = _alike(line, found.troubles)
    for one in troubles:
        stretch = _around(line, one)
        typed = shown(written(line, [one], *stretch))
        if draft.mistake(
            at,
            one.at,
            one.rule,
            one.what,
            mend(one.rule, typed),
            edit=(one.start, one.end, one.new),
            warning=one.warning,
        ):
            mended.append(one)
    draft.lines[at] = apply(line, mended)


def _alike(line: str, troubles: list[Trouble]) -> list[Trouble]:
    """The troubles, those of one kind made one: who forgot two spaces made one mistake."""
    same = {one.rule for one in troubles}
    if len(troubles) < 2 or len(same) > 1 or not same <= {"no-space-after-colon", "missing-colon"}:
        return troubles
    first, last = troubles[0], troubles[-1]
    new, inside, at = "", "", first.start
    for one in troubles:
        new += line[at : one.start] + one.new
        inside += line[at : one.start] + one.inside
        at = one.end
    return [replace(first, end=last.end, new=new, inside=inside)]


def _around(line: str, one: Trouble) -> tuple[int, int]:
    """The stretch to show with a trouble in brackets: its key with its value."""
    if one.rule in ("open-bracket", "missing-comma", "extra-comma"):
        opening = max(line.rfind("{", 0, one.start), line.rfind("[", 0, one.start), 0)
        end = line.find("}", one.end)
        return opening, end + 1 if end >= 0 else max(len(line.rstrip()), one.end)
    key = re.search(r"[\w.-]+:\s+$", line[: one.start])
    begin = key.start() if key else one.start
    if one.rule in ("no-space-after-colon", "missing-colon"):
        following = re.match(r"[^,}\]]*", line[one.end :])
        return begin, one.end + (following.end() if following else 0)
    return begin, one.end


def _open(state: State, at: int, start: int, found: Brackets) -> None:
    """A bracket that is opened on this line and never closed."""
    draft = state.draft
    _tell_all(state, at, found)
    line = draft.lines[at]
    if not found.open or found.open[-1] >= len(line):
        return
    end = without_comment(line, start)
    closers = found.closers
    bracket = found.line[found.open[-1]]
    typed = write(line, start, line[start:end].rstrip(",") + closers)
    if draft.mistake(
        at,
        found.open[-1],
        "open-bracket",
        said("The bracket {bracket} that opens here is never closed.", bracket=bracket),
        mend("open-bracket", typed),
        edit=(end, end, closers),
    ):
        draft.replace(at, end, end, closers)


def _balanced_below(state: State, at: int, start: int) -> int | None:
    """The line on which brackets that go on below are all closed, as they should be."""
    lines = state.draft.lines
    depth, mark = 0, ""
    for below in range(at, min(at + _FAR, len(lines))):
        line = lines[below]
        if below > at and _another(state, line):
            return None
        for column in range(start if below == at else 0, len(line)):
            sign = line[column]
            if mark:
                mark = "" if sign == mark else mark
            elif sign in "\"'" and line[column - 1 : column] in ("", " ", "{", "[", ","):
                mark = sign
            elif sign in "{[":
                depth += 1
            elif sign in "}]":
                depth -= 1
                if depth == 0:
                    return below if below > at else None
    return None


def _too_many(state: State, at: int, found: Brackets, start: int, rest: str) -> None:
    """A comma or another closing bracket after the brackets."""
    draft = state.draft
    line = draft.lines[at]
    assert found.end is not None
    end = without_comment(line, found.end)
    first = line.index(rest[0], found.end)
    what = (
        said("At the end of a line stands a comma that does not belong there.")
        if rest == ","
        else said("The bracket {bracket} closes here, but none is open.", bracket=rest[0])
    )
    rule = "text-after-quote" if rest == "," else "open-bracket"
    typed = write(line, start, line[start : found.end])
    if draft.mistake(
        at,
        first,
        rule,
        what,
        said("Delete  {sign}  and write:  {write}", sign=rest, write=typed),
        edit=(found.end, end, ""),
    ):
        draft.replace(at, found.end, end, " " * (end - found.end))


def _another(state: State, line: str) -> bool:
    """Does a new entry or key begin here, so that brackets above cannot go on?"""
    if not line.strip() or line.lstrip()[0] in "}]":
        return False
    return rows.indent(line) <= state.levels.top.indent or rows.look(line) is Look.DASH
