"""What other programs put where a list has its dash: bullets, arrows, pictures, numbers."""

from __future__ import annotations

import re
import unicodedata

from toolkit.content.reading.mending import rows
from toolkit.content.reading.mending.flows import FORM
from toolkit.content.reading.mending.languages import LANGUAGES
from toolkit.content.reading.mending.mends import shown
from toolkit.content.reading.mending.rows import Look
from toolkit.content.reading.mending.state import State
from toolkit.language import said

_NUMBER = re.compile(r"\(?\d{1,2}[.)]|[a-h]\)")
_DOUBLE = re.compile(r"--+(?=\s)|[+o](?=\s)")
_FOLLOWING = re.compile("[\ufe0e\ufe0f\u200d\U0001f3fb-\U0001f3ff]*")
_LISTS = frozenset({"So", "Sm", "Pd"})
_DOTS = frozenset("•‣·◦▪")


def bullet(state: State, at: int, start: int) -> bool:
    """Tell of another sign where the dash of a list should stand, and put the dash there."""
    draft = state.draft
    line = draft.lines[at]
    end = _end(line, start)
    if end is None:
        return False
    rest = line[end:].lstrip(" \t\u00a0")
    sure = rows.OTHER_DASH.match(line, start)
    if not rest or not (sure or _listed(state, at, start, rest)):
        return False
    if not draft.mistake(
        at,
        start,
        "not-a-dash",
        said("A list is made with the dash - of the keyboard, not with numbers or letters.")
        if line[start : start + 1].isalnum() or line[start] == "("
        else said(
            "A list is made with the dash - of the keyboard; here stands {sign}.",
            sign=shown(line[start:end]),
        ),
        said("Write:  {write}", write=f"- {shown(rest.rstrip())}"),
        edit=(start, len(line) - len(rest), "- "),
    ):
        return False
    draft.lines[at] = f"{line[:start]}- {rest}"
    return True


def _end(line: str, start: int) -> int | None:
    """Where the sign ends that may stand for a dash; None if it is none."""
    if found := (rows.OTHER_DASH.match(line, start) or _DOUBLE.match(line, start)):
        return found.end()
    if found := _NUMBER.match(line, start):
        return found.end() if line[found.end() : found.end() + 1] in (" ", "\t", "{") else None
    sign = line[start : start + 1]
    if sign in _DOTS or (sign > "\x7f" and unicodedata.category(sign) in _LISTS):
        following = _FOLLOWING.match(line, start + 1)
        return following.end() if following else start + 1
    return None


def _listed(state: State, at: int, start: int, rest: str) -> bool:
    """Is it an entry of a list rather than the beginning of a text?"""
    if FORM.match(rest):
        return False
    if rest[0] == "{" or rows.KEY.match(rest):
        return True
    if set(state.levels.top.last_key()) & (rows.HOUSE_GROUPS | LANGUAGES):
        return False
    below = rows.follows(state.draft.lines, at)
    alike = rows.indent(below) == start and (
        rows.look(below) is Look.DASH or _end(below, start) is not None
    )
    return alike or state.levels.find(start, Look.DASH) is not None


def twice(state: State, at: int, start: int) -> bool:
    """Tell of two dashes before an entry whose other keys stand where one dash puts them."""
    draft = state.draft
    line = draft.lines[at]
    found = re.match(r"-( +- +)(?=[^\s-])", line[start:])
    below = rows.follows(draft.lines, at)
    if not found or rows.look(below) is not Look.KEY or rows.indent(below) != start + 2:
        return False
    mended = f"{line[:start]}- {line[start + found.end() :]}"
    if not draft.mistake(
        at,
        start + line[start + 1 :].index("-") + 1,
        "not-a-dash",
        said("Two dashes stand here; one is enough."),
        said("Write:  {write}", write=shown(mended.strip())),
        edit=(start, start + found.end(), "- "),
    ):
        return False
    draft.lines[at] = mended
    return True
