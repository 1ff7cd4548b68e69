"""Telling of lines that stand too far to the right or the left."""

from __future__ import annotations

from toolkit.content.reading.mending import rows
from toolkit.content.reading.mending.mends import shown
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import State
from toolkit.language import said


def tell_spaces(state: State, at: int, have: int, want: int) -> bool:
    """Tell of one line, and how many spaces belong before it."""
    line = state.draft.lines[at]
    what = (
        said(
            "This line stands too far to the right: {have} spaces before it instead of {want}.",
            have=have,
            want=want,
        )
        if have > want
        else said(
            "This line stands too far to the left: {have} spaces before it instead of {want}.",
            have=have,
            want=want,
        )
    )
    return state.draft.mistake(
        at,
        have,
        "odd-spaces",
        what,
        said("Write it like this:  {write}", write=" " * want + shown(line.strip())),
        edit=(0, have, " " * want),
    )


def tell_move(state: State, at: int, have: int, want: int, last: int | None = None) -> bool:
    """Tell of a list entry that stands wrong, with the lines that belong to it, up to `last`."""
    lines = state.draft.lines
    if last is None:
        last = _last_of_block(lines, at, want)
    if rows.look(lines[at]) is not Look.DASH or last == at:
        return tell_spaces(state, at, have, want)
    where = {"first": at + 1, "last": last + 1, "have": have, "want": want}
    line = " " * want + shown(lines[at].strip())
    return state.draft.mistake(
        at,
        have,
        "odd-spaces",
        said(
            "Lines {first} to {last} stand too far to the right: {have} spaces before the first instead of {want}.",
            **where,
        )
        if have > want
        else said(
            "Lines {first} to {last} stand too far to the left: {have} spaces before the first instead of {want}.",
            **where,
        ),
        said(
            "Take so many spaces away from each of these lines: {count}. The first is then:  {write}",
            count=have - want,
            write=line,
        )
        if have > want
        else said(
            "Put so many spaces more before each of these lines: {count}. The first is then:  {write}",
            count=want - have,
            write=line,
        ),
    )


def _last_of_block(lines: list[str], at: int, want: int) -> int:
    """The last line that moved with a list entry; the line itself if the others did not."""
    indent = rows.indent(lines[at])
    below = rows.follows(lines, at)
    if rows.look(below) is not Look.KEY or rows.indent(below) != indent + 2:
        return at
    last = at
    for number in range(at + 1, len(lines)):
        if rows.silent(lines[number]):
            continue
        now = rows.indent(lines[number])
        if now <= indent or (now == want > indent and rows.look(lines[number]) is Look.DASH):
            break
        last = number
    return last
