"""Keys with other signs than their colon: `icon=boat`, `**icon:** boat`, `# takeaways:`."""

from __future__ import annotations

import re

from toolkit.content.reading.mending import rows
from toolkit.content.reading.mending.mends import shown
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import After, State
from toolkit.language import said

_ROUND = "\"'`*“”‘’"
_SIGNED = re.compile(
    rf"(?P<open>[{_ROUND}]*)(?P<key>[a-z_]+)(?P<close>[{_ROUND}]*)[ \t]*"
    rf"(?P<sign>:=|=>|->|[:：=→>])(?P<more>[{_ROUND}]*)(?=\s|$|[^\s:])[ \t]*(?P<value>.*)"
)
_HEADING = re.compile(r"( *)#+ *([a-z_]+):\s*")
_BLOCK = frozenset({"", "-", "+"})


def odd_colon(state: State, at: int, start: int) -> bool:
    """Tell of other signs at a key than the colon after it, and take them away."""
    draft = state.draft
    line = draft.lines[at]
    found = _SIGNED.match(line.rstrip(), start)
    if not found or found["key"] not in state.known or rows.KEY.match(line, start):
        return False
    if state.after is After.VALUE and state.levels.find(start, Look.KEY) is None:
        below = rows.follows(draft.lines, at)
        if state.levels.open and (rows.indent(below) != start or rows.look(below) is not Look.KEY):
            # It may well be a text that stands below its key.
            return False
    around = found["open"] + found["close"] + found["more"]
    value, sign = found["value"], found["sign"]
    if (sign == ":" and not around) or (sign == ">" and value in _BLOCK):
        return False
    if found["more"] == around and value and not around.startswith("**"):
        # A quotation mark after the sign belongs to the value, unless one stands at the key.
        value, around = found["more"] + value, ""
        if sign == ":":
            return False
    mark = found["open"][:1]
    if mark and value.endswith(mark) and value.count(mark) == 1:
        value = value[:-1].rstrip()
    new = f"{found['key']}: {value}".rstrip()
    if not draft.mistake(
        at,
        start,
        "odd-key" if around else "missing-colon",
        said(
            'A key is a single word and a colon; here other signs stand at "{key}".',
            key=found["key"],
        )
        if around
        else said('After "{key}" the colon is missing.', key=found["key"]),
        said("Write:  {write}", write=shown(new)),
        edit=(start, len(line.rstrip()), new),
    ):
        return False
    draft.lines[at] = line[:start] + new
    return True


def commented(state: State, at: int) -> bool:
    """Tell of a key that a # makes a comment, though what belongs to it stands below."""
    draft, levels = state.draft, state.levels
    line = draft.lines[at]
    found = _HEADING.fullmatch(line)
    if not found or found[2] not in state.known or state.after is After.VALUE:
        return False
    indent, below = len(found[1]), draft.lines[at + 1 : at + 2]
    group = levels.find(indent, Look.KEY)
    if not group or not below or rows.silent(below[0]) or rows.indent(below[0]) <= indent:
        return False
    if any(one.startswith(f"{found[1]}{found[2]}:") for one in draft.typed):
        return False
    new = f"{found[2]}:"
    if not draft.mistake(
        at,
        indent,
        "commented-key",
        said("The # makes a comment of this line; the lines below have lost their key."),
        said("Write:  {write}", write=found[1] + new),
        edit=(indent, len(line.rstrip()), new),
    ):
        return False
    draft.lines[at] = found[1] + new
    return True
