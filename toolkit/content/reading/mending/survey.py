"""Goes through a file line by line, names every mistake it knows, and mends it in the draft.

Keeps account of what a person sees: which lists and groups are open, whether the line
above waits for something, and which lines are the words of a longer text.
"""

from __future__ import annotations

from toolkit.content.reading.mending import bullets, indents, keysigns, rows, starts, strays, tabs
from toolkit.content.reading.mending.draft import MOST, Draft
from toolkit.content.reading.mending.entries import judged_value
from toolkit.content.reading.mending.habits import Habits
from toolkit.content.reading.mending.levels import Levels
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import State

_LONGEST = 4000
"""Signs of a line; nobody typed a longer one, and it is not worth the time."""


_MANY = 10_000
"""Lines of a file; the longest of ours has not a tenth of that, and more are not looked at."""


def survey(draft: Draft) -> None:
    """Tell of every mistake in the draft's lines, and mend them."""
    levels = Levels(rows.step(draft.lines))
    state = State(draft, rows.known_keys(draft.text()), Habits(draft.lines), levels)
    at = 0
    while at < min(len(draft.lines), _MANY) and draft.told <= MOST:
        at = _line(state, at)


def _line(state: State, at: int) -> int:
    """Look at one line; the next one to look at."""
    draft = state.draft
    starts.hard_spaces(state, at)
    line = draft.lines[at]
    if rows.silent(line.replace("\t", " ")) and not keysigns.commented(state, at):
        if "\t" in line:
            draft.lines[at] = line.replace("\t", " ")
        return at + 1
    if len(line) > _LONGEST:
        return at + 1
    if starts.marker(state, at) or strays.stray(state, at):
        return at + 1
    tabbed = tabs.tabs(state, at)
    starts.missing_space(state, at)
    moved = indents.fit(state, at, told=tabbed)
    if tabbed:
        tabs.tell_tabs(state, at)
    state.begun = True
    if moved is None:
        return at + 1
    return _entry(state, at, moved)


def _entry(state: State, at: int, start: int) -> int:
    """A line that begins with dashes or a key, whose first sign stands at `start`."""
    line = state.draft.lines[at]
    levels = state.levels
    if bullets.twice(state, at, start):
        line = state.draft.lines[at]
    while dash := rows.DASH.match(line, start):
        levels.enter(start, Look.DASH, at)
        start = dash.end() + len(line[dash.end() :]) - len(line[dash.end() :].lstrip(" "))
        starts.first_key(state, at, start)
        line = state.draft.lines[at]
    if key := (rows.KEY.match(line, start) or rows.LOOSE.match(line, start)):
        word = key.group(1) if key.lastindex else key[0][:-1]
        if levels.top.look is Look.DASH and levels.top.lines[-1:] == [at]:
            levels.top.keys.add(word)
        levels.enter(start, Look.KEY, at).meet(word)
        start = key.end()
    while start < len(line) and line[start] in " \t":
        start += 1
    return judged_value(state, at, start)
