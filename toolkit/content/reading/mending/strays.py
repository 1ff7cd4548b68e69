"""Lines that come from elsewhere and are no part of a lesson: fences, joined versions, rubbish."""

from __future__ import annotations

import re

from toolkit.content.reading.mending import rows
from toolkit.content.reading.mending.mends import shown
from toolkit.content.reading.mending.state import After, State
from toolkit.language import said

_FENCE = re.compile(r"(?:`{3,}|~{3,})\s*[\w-]*")
_JOINED = re.compile(r"<{7}(?:\s.*)?")
_JOINED_END = re.compile(r">{7}(?:\s.*)?")
_RUBBISH = re.compile(
    r"([-=*_~#+.])\1{3,}|\*{3}|_{3}|={3}|~|~\$\S+|[<>|=]{7}(?:\s.*)?"
    r"|\[?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?,?\s+\d{1,2}[.:]\d{2}(?:[.:]\d{2})?\]?\s*[-–]?.*:?"
    r"|\"[^\"]+\" \d+L, \d+[BC].*"
)
_REMARK = re.compile(r"(?://+|/\*+|<!--+)\s*(?P<words>.*?)\s*(?:\*+/|--+>)?")
_FAR = 4000


def is_stray(line: str) -> bool:
    """Does the line come from another program?"""
    body = line.strip()
    return bool(_FENCE.fullmatch(body) or _RUBBISH.fullmatch(body) or _REMARK.fullmatch(body))


def stray(state: State, at: int) -> bool:
    """Tell of a line that is no part of the lesson, and read on without it."""
    draft = state.draft
    line = draft.lines[at]
    body = line.strip()
    if body.startswith("#") or not is_stray(line) or _inside(state, at):
        return False
    if _JOINED.fullmatch(body) and _joined(state, at):
        return True
    if remark := _REMARK.fullmatch(body):
        _remark(state, at, remark["words"])
    elif _FENCE.fullmatch(body) and (last := _closing_fence(state, at)):
        draft.mistake(
            at,
            rows.indent(line),
            "stray-line",
            said("This line and line {last} come from a chat or a web page.", last=last + 1),
            said("Delete both lines:  {line}", line=shown(body)),
        )
        draft.lines[last] = ""
    else:
        _rubbish(state, at)
    draft.lines[at] = ""
    return True


def _inside(state: State, at: int) -> bool:
    """May the line be the words of a text?"""
    indent = rows.indent(state.draft.lines[at])
    return bool(state.levels.open) and (
        state.after is not After.NOTHING and indent > state.levels.top.indent
    )


def _joined(state: State, at: int) -> bool:
    """Two versions of the file, one below the other, as a program joins them."""
    draft = state.draft
    rest = range(at + 1, min(at + _FAR, len(draft.lines)))
    middle = next((one for one in rest if draft.typed[one].startswith("=======")), None)
    last = next((one for one in rest if _JOINED_END.fullmatch(draft.typed[one].strip())), None)
    if middle is None or last is None or last < middle:
        return False
    marks = "  ".join(shown(draft.typed[one].strip()) for one in (at, middle, last))
    draft.mistake(
        at,
        0,
        "stray-line",
        said(
            "Two versions of the file were put together here, in lines {first} to {last}.",
            first=at + 1,
            last=last + 1,
        ),
        said(
            "Keep one version. Delete the other one, and these three lines:  {marks}", marks=marks
        ),
    )
    for one in (at, *range(middle, last + 1)):
        draft.lines[one] = ""
    return True


def _closing_fence(state: State, at: int) -> int | None:
    lines = state.draft.lines
    rest = range(at + 1, min(at + _FAR, len(lines)))
    return next((one for one in rest if _FENCE.fullmatch(lines[one].strip())), None)


def _remark(state: State, at: int, words: str) -> None:
    draft = state.draft
    line = draft.lines[at]
    indent = rows.indent(line)
    new = f"# {words}".rstrip()
    draft.mistake(
        at,
        indent,
        "stray-line",
        said("A note for yourself begins with # here, not with other signs."),
        said("Write:  {write}", write=shown(new)),
        edit=(indent, len(line.rstrip()), new),
    )


def _rubbish(state: State, at: int) -> None:
    draft = state.draft
    last = at
    while last + 1 < len(draft.lines) and _RUBBISH.fullmatch(draft.lines[last + 1].strip()):
        last += 1
    line = draft.lines[at]
    indent, end = rows.indent(line), len(line.rstrip())
    if last == at:
        draft.mistake(
            at,
            indent,
            "stray-line",
            said("This line comes from another program and is no part of the lesson."),
            said("Delete this line:  {line}", line=shown(line.strip())),
            edit=(indent, end, ""),
        )
        return
    draft.mistake(
        at,
        indent,
        "stray-line",
        said(
            "Lines {first} to {last} come from another program and are no part of the lesson.",
            first=at + 1,
            last=last + 1,
        ),
        said("Delete these lines; the first of them is:  {line}", line=shown(line.strip())),
    )
    for one in range(at, last + 1):
        draft.lines[one] = ""
