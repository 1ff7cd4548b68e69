"""Lines whose key is missing: the one above them, or the language before a text."""

from __future__ import annotations

import re

from toolkit.content.reading.mending import house, rows
from toolkit.content.reading.mending.languages import LANGUAGES
from toolkit.content.reading.mending.levels import Level
from toolkit.content.reading.mending.mends import shown
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import After, State
from toolkit.language import said

_WHOLE = re.compile(r"[.?!…][\"'”)]?$")
_FAR = 60


def lost_key(state: State, at: int) -> bool:
    """Tell of lines that stand further in though no key above waits for them.

    Only where the file or the record itself shows which key they had: one that stands
    elsewhere beside its neighbours, or the first of its record that is missing here.
    """
    draft, levels = state.draft, state.levels
    line = draft.lines[at]
    indent, look = rows.indent(line), rows.look(line)
    place = next((n for n, one in enumerate(levels.open) if one.indent == indent - 2), None)
    if place is None or levels.open[place].look is not Look.KEY:
        return False
    group = levels.open[place]
    have = group.keys | _later(draft.lines, at, group.indent)
    key = ""
    if _both(draft.lines, at):
        key = state.habits.missing(have, rows.word(line), listed=look is Look.DASH)
    key = key or house.waiting(
        _record(state, place), have, _words(draft.lines, at), listed=look is Look.DASH
    )
    return bool(key) and _put_above(state, at, group.indent, key)


def second_text(state: State, at: int) -> bool:
    """Tell of two languages that follow two: the key of the second text was lost."""
    indent = rows.indent(state.draft.lines[at])
    group = state.levels.find(indent, Look.KEY)
    if group is None or group is not state.levels.top or not group.keys >= LANGUAGES:
        return False
    return (
        rows.word(state.draft.lines[at]) in LANGUAGES
        and _both(state.draft.lines, at)
        and lost_key(state, at)
    )


def changed_places(state: State, at: int) -> None:
    """Tell of a key that stands below the first line of its own text or list; put it above."""
    draft, top = state.draft, state.levels.top
    lines = draft.lines
    line, indent = lines[at], rows.indent(lines[at])
    if state.after is After.VALUE or at + 2 >= len(lines) or indent < 2:
        return
    key, below = lines[at + 1], lines[at + 2]
    head = rows.KEY.fullmatch(key.strip())
    first = rows.word(line) == "id" and rows.word(below) == "en"
    deep = indent + (2 if rows.look(line) is Look.DASH else 0)
    if not head or not first or rows.indent(key) != indent - 2 or rows.indent(below) != deep:
        return
    if top.indent > indent and state.levels.find(indent, rows.look(line)):
        return
    if not draft.mistake(
        at,
        indent,
        "lost-key",
        said("This line and the next one have changed places."),
        said(
            "Let the key stand first. Write  {first}  and below it:  {second}",
            first=key.strip(),
            second=shown(line.strip()),
        ),
    ):
        return
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    draft.typed[at], draft.typed[at + 1] = draft.typed[at + 1], draft.typed[at]


def inner_text(state: State, at: int) -> bool:
    """Tell of two languages below a key that has a group of keys, the text's key among them."""
    draft, top = state.draft, state.levels.top
    indent = rows.indent(draft.lines[at])
    if top.look is not Look.KEY or indent != top.indent + 4 or not _both(draft.lines, at):
        return False
    below = house.kind_below(_record(state, len(state.levels.open) - 1), "".join(top.last_key()))
    key = house.waiting(below, _later(draft.lines, at, indent - 2), {"id", "en"}, listed=False)
    return bool(key) and _put_above(state, at, indent - 2, key)


def within_entry(state: State, at: int, meant: Level) -> Level:
    """The level that a line is moved to: never outside its list entry if its key is at home there."""
    levels, line = state.levels.open, state.draft.lines[at]
    indent, key = rows.indent(line), rows.word(line)
    entries = (n for n, one in enumerate(levels) if one.look is Look.DASH and one.indent < indent)
    place = max(entries, default=None)
    if place is None or meant.indent > levels[place].indent or place + 1 >= len(levels):
        return meant
    inner = levels[place + 1]
    home = inner.look is Look.KEY and house.at_home(_record(state, place + 1), key)
    return inner if home and key not in inner.keys else meant


def _record(state: State, place: int) -> str:
    """The record whose keys stand at an open level."""
    return house.record(
        [one.order for one in state.levels.open[: place + 1] if one.look is Look.KEY]
    )


def _words(lines: list[str], at: int) -> set[str]:
    """The keys that a group which begins at a line has in its first two lines."""
    line, below = lines[at], rows.follows(lines, at)
    inner = rows.indent(line) + (2 if rows.look(line) is Look.DASH else 0)
    beside = rows.look(below) is Look.KEY and rows.indent(below) == inner
    return {rows.word(line)} | ({rows.word(below)} if beside else set())


def _put_above(state: State, at: int, outer: int, key: str) -> bool:
    """Tell that the key is missing above a line, and read on as if it stood there."""
    draft, levels = state.draft, state.levels
    line = draft.lines[at]
    indent, look = rows.indent(line), rows.look(line)
    above = f"{' ' * outer}{key}:"
    if not draft.mistake(
        at,
        indent,
        "lost-key",
        said('The key of these lines is missing above them; it is "{key}".', key=key),
        said("Write on a line of its own above this one:  {write}", write=above),
        edit=(0, 0, f"{above}\n"),
    ):
        return False
    levels.enter(outer, Look.KEY, at).meet(key)
    word = rows.word(line)
    if look is Look.DASH:
        levels.enter(indent, Look.DASH, at).keys.add(word)
        indent += 2
    levels.enter(indent, Look.KEY, at).meet(word)
    start = line.index(":") + 1
    state.after = After.WORDS if line[start:].strip() else After.VALUE
    state.words_from = (at, start)
    draft.head(at, above)
    return True


def brackets_alone(state: State, at: int) -> bool:
    """Tell of a text in brackets that has lost its key, on a line among other keys."""
    draft = state.draft
    line = draft.lines[at]
    indent = rows.indent(line)
    group = state.levels.find(indent, Look.KEY)
    if group is None or not re.match(r"\{(?:id|en): .*\}\s*$", line[indent:]):
        return False
    have = group.keys | _later(draft.lines, at, indent)
    key = state.habits.beside(have)
    draft.mistake(
        at,
        indent,
        "lost-key",
        said("Before this text in brackets its key is missing."),
        said("Write the key before it, for example:  {write}", write=f"{key or 'text'}: {{id: …"),
        edit=(indent, indent, f"{key}: ") if key else None,
    )
    draft.lines[at] = f"{line[:indent]}{key}: {line[indent:]}" if key else ""
    if key:
        group.meet(key)
    return True


def _both(lines: list[str], at: int) -> bool:
    """Do the two languages begin here, below each other or in brackets?"""
    line, below = lines[at], rows.follows(lines, at)
    words = {rows.word(line), rows.word(below)}
    inner = rows.indent(line) + (2 if rows.look(line) is Look.DASH else 0)
    return words == LANGUAGES and rows.indent(below) == inner and rows.look(below) is Look.KEY


def too_shallow(state: State, at: int) -> int:
    """Where a text's list entry belongs that stands among the entries of an outer list; 0 if not so."""
    levels, line = state.levels, state.draft.lines[at]
    indent = rows.indent(line)
    outer = levels.find(indent, Look.DASH)
    if outer is None or indent >= levels.top.indent or not _both(state.draft.lines, at):
        return 0
    group = next((one for one in levels.open if one.indent == indent + 2), None)
    if group is None or group.keys >= LANGUAGES:
        return 0
    if state.after is After.VALUE and state.habits.lists(levels.top.order[-1:], rows.word(line)):
        return levels.top.indent + 2
    if state.moved and state.shift and state.shift[0] == indent:
        want = indent + state.shift[1]
        return want if levels.find(want, Look.DASH) else 0
    return 0


def _later(lines: list[str], at: int, indent: int) -> set[str]:
    """The keys that follow in the group that stands at `indent`."""
    found = set()
    for line in lines[at + 1 : at + _FAR]:
        if rows.silent(line):
            continue
        if rows.indent(line) < indent:
            break
        if rows.indent(line) == indent and rows.look(line) is Look.KEY:
            found.add(rows.word(line))
    return found


def lost_language(state: State, at: int) -> bool:
    """Tell of a text beside another language's that has no key of its own, and give it one."""
    line = state.draft.lines[at]
    indent = rows.indent(line)
    key = _other(state, at, indent)
    if not key:
        return False
    if not state.draft.mistake(
        at,
        indent,
        "missing-colon",
        said('Before this text the key "{key}" is missing.', key=key),
        said("Write:  {write}", write=f"{key}: {shown(line.strip())}"),
        edit=(indent, indent, f"{key}: "),
    ):
        return False
    state.draft.lines[at] = f"{line[:indent]}{key}: {line[indent:]}"
    return True


def _other(state: State, at: int, indent: int) -> str:
    """The language whose key is missing before a line; "" if it is none."""
    lines, top = state.draft.lines, state.levels.top
    if " " not in lines[at].strip():
        return ""
    if state.after is After.VALUE and indent > top.indent:
        below = rows.follows(lines, at)
        alone = rows.indent(below) == indent and rows.look(below) is Look.KEY
        missing = LANGUAGES - {rows.word(below)}
        return min(missing) if alone and len(missing) == 1 else ""
    if top.indent != indent or top.look is not Look.KEY or len(top.keys) != 1:
        return ""
    missing = LANGUAGES - top.keys
    first, start = state.words_from
    whole = state.after is After.NOTHING or _WHOLE.search(lines[first][start:].rstrip())
    begins = lines[at][indent].isupper() or lines[at][indent] in '"“'
    return min(missing) if len(missing) == 1 and whole and begins else ""
