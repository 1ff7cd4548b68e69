"""Tabs where only spaces may stand: before a line, after a colon or a dash."""

from __future__ import annotations

import re

from toolkit.content.reading.mending import rows
from toolkit.content.reading.mending.mends import shown
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import After, State
from toolkit.language import said

_TAB_GAP = re.compile(r"^ *(?:- +)*(?:-|[A-Za-z_][\w.-]*:)(?P<gap> *\t[ \t]*)(?=\S)")


def tabs(state: State, at: int) -> bool:
    """Put spaces in the place of tabs before the line's words; were there any?"""
    draft = state.draft
    line = draft.lines[at]
    lead = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" in lead:
        if draft.only is not None and "tab" not in draft.only:
            return False
        draft.lines[at] = " " * _meant(state, at, lead) + line[len(lead) :]
        return True
    if gap := _TAB_GAP.match(line):
        mended = line[: gap.start("gap")] + " " + line[gap.end("gap") :]
        if draft.mistake(
            at,
            line.index("\t"),
            "tab",
            said("Here stands a Tab; a space belongs in its place."),
            said("Write:  {write}", write=shown(mended.strip())),
            edit=(gap.start("gap"), gap.end("gap"), " "),
        ):
            draft.lines[at] = mended
    return False


def _meant(state: State, at: int, lead: str) -> int:
    """How many spaces were meant by tabs at the beginning of a line."""
    line = state.draft.lines[at]
    look, key = rows.look(line[len(lead) :]), rows.word(line, len(lead))
    if state.after is After.WORDS and look is Look.TEXT:
        return state.words_at
    top, habits = state.levels.top, state.habits
    widths = [len(lead.expandtabs(wide)) for wide in (2, 4, 8)]
    below = rows.follows(state.draft.lines, at)
    ranked = [
        (
            _alone(line, look, below, level.indent),
            *level.strangeness(key, habits),
            level.indent not in widths,
            -level.indent,
        )
        for level in state.levels.open
        if level.look is look
    ]
    if state.after is After.VALUE:
        inner = top.indent + 2
        strange = bool(key) and not any(habits.below(outer, key) for outer in top.last_key())
        ranked.append(
            (_alone(line, look, below, inner), False, strange, inner not in widths, -inner)
        )
    return -min(ranked)[-1] if ranked else widths[0]


def _alone(line: str, look: Look, below: str, indent: int) -> bool:
    """Would the line below not fit to this one, if this one stood at `indent`?"""
    if not below or _tabbed(below):
        return False
    under = rows.indent(below)
    if look is Look.DASH and rows.word(line) and rows.look(below) is Look.KEY:
        return under < indent + 2 and under > indent
    if look is Look.KEY and line.rstrip().endswith((":", ">-", "|", ">", "|-")):
        return under != indent + 2 and rows.look(below) is not Look.DASH
    return under > indent + 2 or (look is not Look.DASH and under > indent)


def tell_tabs(state: State, at: int) -> None:
    """Tell of a run of lines that begin with tabs, at its first line."""
    draft = state.draft
    if at and _tabbed(draft.typed[at - 1]):
        return
    last = at
    while last + 1 < len(draft.typed) and _tabbed(draft.typed[last + 1]):
        last += 1
    line, typed = draft.lines[at], draft.typed[at]
    lead = len(typed) - len(typed.lstrip(" \t"))
    at_tab = typed.index("\t")
    now = line[: rows.indent(line)]
    if last == at:
        what = said("This line begins with the Tab key; only spaces may stand there.")
    else:
        what = said(
            "Lines {first} to {last} begin with the Tab key; only spaces may stand there.",
            first=at + 1,
            last=last + 1,
        )
    how = said(
        "Take the Tab away; before the line belong this many spaces: {count}. Write:  {write}",
        count=len(now),
        write=shown(line.rstrip()),
    )
    # Told with the columns of the line as it was typed.
    draft.lines[at] = typed
    draft.mistake(at, at_tab, "tab", what, how, edit=(0, lead, now) if last == at else None)
    draft.lines[at] = line


def _tabbed(line: str) -> bool:
    return bool(line.strip()) and "\t" in line[: len(line) - len(line.lstrip(" \t"))]


def tabs_in_text(state: State, at: int, indent: int) -> bool:
    """Put spaces in the place of tabs before a line of a longer text, and tell of them."""
    draft = state.draft
    line = draft.lines[at]
    lead = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" not in lead or (draft.only is not None and "tab" not in draft.only):
        return False
    draft.lines[at] = " " * indent + line[len(lead) :]
    tell_tabs(state, at)
    return True
