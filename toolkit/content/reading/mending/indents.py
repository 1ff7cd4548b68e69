"""Whether a line stands as far in as it should, and where it was meant to stand."""

from __future__ import annotations

import re

from toolkit.content.reading.mending import dashes, parents, rows, starts
from toolkit.content.reading.mending.draft import shielded
from toolkit.content.reading.mending.mends import shown
from toolkit.content.reading.mending.moves import tell_move, tell_spaces
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import After, State
from toolkit.content.reading.mending.values import in_quotes, without_comment
from toolkit.language import said

_ODD_KEY = re.compile(r" *[\[{].*[\]}]\s*:(?:\s|$)")
_COLON = re.compile(r":(?=\s|$)")
_SIMPLE = re.compile(r"[\d.:-]+|true|false|[a-z0-9][a-z0-9.-]*")


def fit(state: State, at: int, *, told: bool) -> int | None:
    """The column where the line's entry begins; None for a line that goes on with a text.

    A line that stands wrong is told of, unless it was `told` already, and moved.
    """
    _follow(state, at)
    parents.changed_places(state, at)
    line = state.draft.lines[at]
    look, indent = rows.look(line), rows.indent(line)
    top = state.levels.top
    waits = state.after is After.VALUE
    if look is Look.TEXT:
        return _text(state, at, told=told)
    if waits and (
        indent > top.indent or (look is Look.DASH and indent == top.indent and top.look is Look.KEY)
    ):
        if look is Look.KEY and parents.inner_text(state, at):
            return None
        if look is Look.KEY and dashes.lone_entry(state, at):
            return dashes.with_dash(state, at)
        return indent
    if look is Look.DASH and (want := parents.too_shallow(state, at)):
        last = at + 1 + state.draft.lines[at + 1 :].index(rows.follows(state.draft.lines, at))
        if not told and not tell_move(state, at, indent, want, last):
            return indent
        state.shift, state.moved = (indent, want - indent), True
        _put(state, at, want)
        return want
    if look is Look.KEY and parents.second_text(state, at):
        return None
    if state.levels.find(indent, look):
        return dashes.second(state, at) if look is Look.KEY else indent
    if look is Look.KEY and _goes_on(state, indent) and rows.word(line) not in state.known:
        _colon_below(state, at)
        return None
    if parents.lost_key(state, at):
        return None
    if look is Look.KEY and (column := dashes.missing_dash(state, at)) is not None:
        return column
    if look is Look.DASH and (undashed := state.levels.undashed(indent)):
        return dashes.first_dash(state, at, *undashed)
    return _moved(state, at, look, told=told)


def _follow(state: State, at: int) -> None:
    """Move a line with the one above that it belongs to."""
    if state.shift is None:
        return
    limit, move = state.shift
    line = state.draft.lines[at]
    indent, look = rows.indent(line), rows.look(line)
    fits = state.levels.find(indent, look) is not None or (
        state.after is After.VALUE and indent > state.levels.top.indent
    )
    if state.moved and fits and indent > limit and look is not Look.TEXT:
        fits = not _as_before(state, at, move)
    same = indent == limit and not fits and state.levels.find(indent + move, look) is not None
    if look is Look.DASH and indent == limit and state.after is not After.VALUE:
        same = same or parents.too_shallow(state, at) > 0
    if (indent > limit and not fits) or same:
        _put(state, at, indent + move)
        state.moved = True
    elif indent <= limit:
        state.shift, state.moved = None, False


def _as_before(state: State, at: int, move: int) -> bool:
    """Does a line that fits where it stands fit better if it is moved with its block?"""
    line, levels = state.draft.lines[at], state.levels
    indent, look = rows.indent(line), rows.look(line)
    if state.after is After.VALUE:
        return indent <= levels.top.indent < indent + move
    here, there = levels.find(indent, look), levels.find(indent + move, look)
    key, habits = rows.word(line), state.habits
    return bool(here and there and there.strangeness(key, habits) < here.strangeness(key, habits))


def _text(state: State, at: int, *, told: bool) -> int | None:
    """A line that begins neither with a dash nor with a single word and a colon."""
    draft, levels = state.draft, state.levels
    line = draft.lines[at]
    indent = rows.indent(line)
    bare = rows.UNMARKED.match(line, indent)
    if state.after is After.VALUE and indent > levels.top.indent:
        below = rows.follows(draft.lines, at)
        paired = rows.look(below) is Look.KEY and rows.indent(below) == indent
        alone = not levels.open and not draft.lines[at][indent:].rstrip().endswith(".")
        if bare and bare["key"] in state.known and (paired or alone):
            starts.missing_colon(state, at, bare)
        elif not levels.open and rows.look(below) is Look.KEY and not rows.LOOSE.match(line):
            _no_key(state, at)
            return None
        else:
            parents.lost_language(state, at)
        return indent
    if _goes_on(state, indent):
        if _COLON.search(line, 0, without_comment(line, indent)):
            _colon_below(state, at)
        elif dashes.ID.fullmatch(line.strip()) and dashes.another_id(state, indent):
            return dashes.second_id(state, at)
        return None
    if rows.LOOSE.match(line, indent) and levels.find(indent, Look.KEY):
        return indent
    if bare and bare["key"] in state.known and levels.find(indent, Look.KEY):
        return indent if starts.missing_colon(state, at, bare) else None
    if parents.lost_language(state, at):
        return indent
    items = levels.find(indent, Look.DASH)
    if items and not items.keys:
        return dashes.with_dash(state, at)
    return _lost(state, at, told=told)


def _lost(state: State, at: int, *, told: bool) -> int | None:
    """A line that is no key and stands where a key should: most often part of a text."""
    line = state.draft.lines[at]
    indent, top = rows.indent(line), state.levels.top
    if set(line.strip()) <= set("}],"):
        _lone_bracket(state, at)
    elif _ODD_KEY.match(line):
        return None
    elif state.levels.open and _between(state, at):
        _no_key(state, at)
    elif state.after is After.VALUE and state.levels.open:
        want = top.indent + 2
        if told or tell_spaces(state, at, indent, want):
            _put(state, at, want)
            return want
    elif state.after is After.WORDS and indent == 0 and top.indent > 0:
        _no_key(state, at, sure=False)
    elif state.after is After.WORDS and line[indent] not in "{[\"'":
        if told or tell_spaces(state, at, indent, state.words_at):
            _put(state, at, state.words_at)
    elif state.levels.open and not parents.brackets_alone(state, at):
        _no_key(state, at)
    return None


def _between(state: State, at: int) -> bool:
    """Does the line stand between a key and its value, or below a value that is whole?"""
    lines, top = state.draft.lines, state.levels.top
    indent = rows.indent(lines[at])
    if state.after is After.VALUE:
        below = rows.follows(lines, at)
        return indent < top.indent + 2 <= rows.indent(below) and rows.look(below) is not Look.TEXT
    first, start = state.words_from
    return state.after is After.WORDS and bool(_SIMPLE.fullmatch(lines[first][start:].strip()))


def _no_key(state: State, at: int, *, sure: bool = True) -> None:
    """A line that is neither a key, nor an entry of a list, nor part of a text.

    `sure` is false if it might yet have been the end of the text above.
    """
    draft = state.draft
    line = draft.lines[at]
    indent = rows.indent(line)
    if draft.mistake(
        at,
        indent,
        "missing-colon",
        said("This line has no key, and belongs to no text."),
        said(
            "If it is a note of yours, begin it with #. Write:  {write}",
            write=f"# {shown(line.strip())}",
        ),
        edit=(indent, indent, "# ") if sure else None,
    ):
        draft.lines[at] = ""


def _lone_bracket(state: State, at: int) -> None:
    """A line of nothing but closing brackets, with none open."""
    draft = state.draft
    line = draft.lines[at]
    indent, end = rows.indent(line), len(line.rstrip())
    if draft.mistake(
        at,
        indent,
        "open-bracket",
        said("The bracket {bracket} closes here, but none is open.", bracket=line[indent]),
        said("Delete this line:  {line}", line=line.strip()),
        edit=(indent, end, ""),
    ):
        draft.lines[at] = ""


def _goes_on(state: State, indent: int) -> bool:
    return state.after is After.WORDS and indent > state.levels.top.indent


def _moved(state: State, at: int, look: Look, *, told: bool) -> int | None:
    """Find what a line that fits nowhere was meant for, and put it there."""
    line = state.draft.lines[at]
    indent = rows.indent(line)
    blamed = None if told else state.levels.opener(indent, look)
    if blamed:
        above, move = blamed
        stood = rows.indent(state.draft.lines[above])
        if tell_spaces(state, above, stood, stood + move):
            _put(state, above, stood + move)
            for level in state.levels.open:
                if above in level.lines:
                    level.indent += move
        return indent
    meant = state.levels.nearest(indent, look, rows.word(line), state.habits)
    if meant is None:
        return None
    if look is Look.KEY:
        meant = parents.within_entry(state, at, meant)
    if told or tell_move(state, at, indent, meant.indent):
        state.shift = (indent, meant.indent - indent)
        _put(state, at, meant.indent)
    return rows.indent(state.draft.lines[at])


def head_too_deep(state: State, at: int, body: int) -> bool:
    """Does the key stand wrong rather than the text below it? Then it is told of and moved."""
    levels = state.levels
    want = body - 2
    if (
        len(levels.open) < 2
        or levels.top.lines != [at]
        or want - levels.open[-2].indent not in (0, 2)
    ):
        return False
    have = levels.top.indent
    if rows.indent(state.draft.lines[at]) != have or not tell_spaces(state, at, have, want):
        return False
    _put(state, at, want)
    levels.top.indent = want
    return True


def _put(state: State, at: int, indent: int) -> None:
    line = state.draft.lines[at]
    state.draft.lines[at] = " " * max(indent, 0) + line.lstrip(" ")


def _colon_below(state: State, at: int) -> None:
    """A colon in a line that goes on with the text above."""
    draft = state.draft
    line = draft.lines[at]
    colon = _COLON.search(line)
    first, start = state.words_from
    words = [draft.lines[first][start:].rstrip()]
    words += [one.strip() for one in draft.typed[first + 1 : at + 1]]
    if draft.mistake(
        at,
        colon.start() if colon else rows.indent(line),
        "colon",
        said("A colon with a space after it ends a key; here it stands inside a text."),
        said(
            "Put the whole text, from line {line} on, in quotation marks. Write:  {write}",
            line=first + 1,
            write=in_quotes(shown(" ".join(words))),
        ),
    ):
        draft.lines[at] = line[: rows.indent(line)] + shielded(line.strip())
