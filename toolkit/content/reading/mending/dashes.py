"""List entries that have lost their dash."""

from __future__ import annotations

import re

from toolkit.content.reading.mending import rows
from toolkit.content.reading.mending.levels import Level
from toolkit.content.reading.mending.mends import shown
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import State
from toolkit.language import said

ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
"""A text that is an id."""


def missing_dash(state: State, at: int) -> int | None:
    """A key that stands where its list has dashes, if list entries begin with that key."""
    line = state.draft.lines[at]
    items = state.levels.find(rows.indent(line), Look.DASH)
    return with_dash(state, at) if items and rows.word(line) in items.keys else None


def lone_entry(state: State, at: int) -> bool:
    """Is it the first entry of a list, its dash lost, with the rest of the entry further in?"""
    lines = state.draft.lines
    line, below = lines[at], rows.follows(lines, at)
    indent = rows.indent(line)
    found = rows.KEY.match(line, indent)
    if not found or not line[found.end() :].strip() or line[found.end() :].strip()[0] in "|>#&!":
        return False
    outer = state.levels.top.last_key()
    if any(key in rows.HOUSE_GROUPS or state.habits.a_group(key) for key in outer):
        return False
    pair = {rows.word(line), rows.word(below)} == {"id", "en"}
    if pair and not _entries_below(lines, at, indent):
        return False
    deeper = rows.indent(below) == indent + 2 and rows.look(below) is Look.KEY
    return deeper or (rows.indent(below) == indent and rows.look(below) is Look.DASH)


def _entries_below(lines: list[str], at: int, indent: int) -> bool:
    """Do entries of a list follow that stand where the line at `at` does?"""
    for line in lines[at + 1 : at + 40]:
        if not rows.silent(line) and rows.indent(line) <= indent:
            return rows.indent(line) == indent and rows.look(line) is Look.DASH
    return False


def second(state: State, at: int) -> int:
    """A key that its group has already: where list entries begin with it, a dash was lost."""
    draft, levels = state.draft, state.levels
    line = draft.lines[at]
    indent, key = rows.indent(line), rows.word(line)
    group, items = levels.find(indent, Look.KEY), levels.find(indent - 2, Look.DASH)
    again = group and items and key in group.keys and key in items.keys
    if again and _tell_dash(state, at, indent - 2):
        draft.replace(at, indent - 2, indent, "- ")
        return indent - 2
    return indent


def first_dash(state: State, at: int, first: int, place: int) -> int:
    """A list whose first entry has lost its dash, at the line `first`."""
    levels = state.levels
    indent = rows.indent(state.draft.lines[at])
    if _tell_dash(state, first, indent):
        state.draft.replace(first, indent, indent + 2, "- ")
        keys = set(levels.open[place].order[:1])
        levels.open.insert(place, Level(indent, Look.DASH, [first], [], keys))
    return indent


def another_id(state: State, indent: int) -> bool:
    """Would an id fit here as one more entry of a list of ids?"""
    line, start = state.words_from
    above = state.draft.lines[line]
    dashed = state.levels.find(indent - 2, Look.DASH) is state.levels.top
    return dashed and bool(ID.fullmatch(above[start:].strip())) and above[:start].endswith("- ")


def second_id(state: State, at: int) -> int | None:
    """Give an id the dash that parts it from the one above; where the entry begins then."""
    indent = rows.indent(state.draft.lines[at]) - 2
    if not _tell_dash(state, at, indent):
        return None
    state.draft.replace(at, indent, indent + 2, "- ")
    return indent


def _tell_dash(state: State, at: int, indent: int) -> bool:
    """Tell of a dash that is missing where two spaces stand."""
    line = state.draft.lines[at]
    return state.draft.mistake(
        at,
        indent + 2,
        "missing-dash",
        said("The entries of this list begin with a dash; here it is missing."),
        said("Write:  {write}", write=f"- {shown(line.strip())}"),
        edit=(indent, indent + 2, "- "),
    )


def with_dash(state: State, at: int) -> int | None:
    """Put the missing dash before a line; where the entry begins then."""
    line = state.draft.lines[at]
    indent = rows.indent(line)
    mended = f"{line[:indent]}- {line[indent:]}"
    if not state.draft.mistake(
        at,
        indent,
        "missing-dash",
        said("The entries of this list begin with a dash; here it is missing."),
        said("Write:  {write}", write=shown(mended.strip())),
        edit=(indent, indent, "- "),
    ):
        return None
    state.draft.lines[at] = mended
    return indent
