"""Whether a line stands as far in as it should, and where it was meant to stand."""

from __future__ import annotations

import re

from toolkit.content.reading.mending import dashes, rows, starts
from toolkit.content.reading.mending.draft import shielded
from toolkit.content.reading.mending.mends import shown
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import After, State
from toolkit.content.reading.mending.values import in_quotes, without_comment
from toolkit.language import said

_ODD_KEY = re.compile(r" *[\[{].*[\]}]\s*:(?:\s|$)")
_COLON = re.compile(r":(?=\s|$)")


def fit(state: State, at: int, *, told: bool) -> int | None:
    """The column where the line's entry begins; None for a line that goes on with a text.

    A line that stands wrong is told of, unless it was `told` already, and moved.
    """
    _follow(state, at)
    line = state.draft.lines[at]
    look, indent = rows.look(line), rows.indent(line)
    top = state.levels.top
    waits = state.after is After.VALUE
    if look is Look.TEXT:
        return _text(state, at, told=told)
    if waits and (
        indent > top.indent or (look is Look.DASH and indent == top.indent and top.look is Look.KEY)
    ):
        if look is Look.KEY and dashes.lone_entry(state, at):
            return dashes.with_dash(state, at)
        return indent
    if state.levels.find(indent, look):
        return dashes.second(state, at) if look is Look.KEY else indent
    if look is Look.KEY and _goes_on(state, indent) and rows.word(line) not in state.known:
        _colon_below(state, at)
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
    same = indent == limit and not fits and state.levels.find(indent + move, look) is not None
    if (indent > limit and not fits) or same:
        _put(state, at, indent + move)
    elif indent <= limit:
        state.shift = None


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
    elif state.after is After.VALUE and state.levels.open:
        want = top.indent + 2
        if told or _tell(state, at, indent, want):
            _put(state, at, want)
            return want
    elif state.after is After.WORDS and line[indent] not in "{[\"'":
        if told or _tell(state, at, indent, state.words_at):
            _put(state, at, state.words_at)
    elif state.levels.open:
        _no_key(state, at)
    return None


def _no_key(state: State, at: int) -> None:
    """A line that is neither a key, nor an entry of a list, nor part of a text."""
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
        edit=(indent, indent, "# "),
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
        if _tell(state, above, stood, stood + move):
            _put(state, above, stood + move)
            for level in state.levels.open:
                if above in level.lines:
                    level.indent += move
        return indent
    meant = state.levels.nearest(indent, look, rows.word(line), state.habits)
    if meant is None:
        return None
    if told or _tell(state, at, indent, meant.indent):
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
    if rows.indent(state.draft.lines[at]) != have or not _tell(state, at, have, want):
        return False
    _put(state, at, want)
    levels.top.indent = want
    return True


def _put(state: State, at: int, indent: int) -> None:
    line = state.draft.lines[at]
    state.draft.lines[at] = " " * max(indent, 0) + line.lstrip(" ")


def _tell(state: State, at: int, have: int, want: int) -> bool:
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
