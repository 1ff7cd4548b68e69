"""Problems as lines to read: place, what stands there, a caret, what, why, and how to mend it.

A line is pieces of text with roles; a terminal colours them, the app dresses them, a pipe
takes them as they are. Nothing a trainer typed reaches a line unless it can be printed.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from toolkit.content.place import Problem, Severity
from toolkit.content.rules import RULES
from toolkit.language import Language

WIDEST = 100
"""Cells that a line of an excerpt may take; of a longer one the part around the caret is shown."""


class Role(StrEnum):
    """What a piece of a line is."""

    PLACE = "place"
    RULE = "rule"
    GUTTER = "gutter"
    CODE = "code"
    ERROR = "error"
    WARNING = "warning"
    ADDED = "added"
    REMOVED = "removed"
    LABEL = "label"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line."""

    text: str
    role: Role = Role.WORDS


Line = tuple[Piece, ...]


def told(problem: Problem, lang: Language) -> list[Line]:
    """A problem in at most six lines."""
    head = [Piece(str(problem.place), Role.PLACE), Piece(f"  [{problem.rule}]", Role.RULE)]
    excerpt = problem.excerpt
    if excerpt and excerpt.path:
        head.append(Piece("  " + " > ".join(excerpt.path), Role.GUTTER))
    lines: list[Line] = [tuple(head)]
    kind = Role.ERROR if problem.severity is Severity.ERROR else Role.WARNING
    what = Piece(lang.tell(problem.what), kind)
    if excerpt is None:
        lines.append((Piece("  "), what))
    else:
        lines += _shown(problem, what)
    if why := _why(problem, lang):
        lines.append((Piece("  " + lang.gettext("Why:") + " ", Role.LABEL), Piece(why)))
    mend = Piece(lang.tell(problem.mend))
    lines.append((Piece("  " + lang.gettext("Mend it:") + " ", Role.LABEL), mend))
    return lines


def as_text(problem: Problem, lang: Language) -> str:
    """The same lines without colours."""
    return "\n".join("".join(piece.text for piece in line) for line in told(problem, lang))


def as_json(problem: Problem, lang: Language) -> dict[str, Any]:
    """The same as data for tools."""
    place, edit, excerpt = problem.place, problem.edit, problem.excerpt
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "severity": problem.severity.value,
        "rule": problem.rule,
        "path": list(excerpt.path) if excerpt else [],
        "excerpt": excerpt.line if excerpt else "",
        "what": lang.tell(problem.what),
        "why": _why(problem, lang),
        "mend": lang.tell(problem.mend),
        "edit": edit
        and {
            "line": edit.line,
            "column": edit.column,
            "end_line": edit.end_line,
            "end_column": edit.end_column,
            "text": edit.text,
        },
    }


def _why(problem: Problem, lang: Language) -> str:
    if problem.why is not None:
        return lang.tell(problem.why)
    rule = RULES.get(problem.rule)
    return lang.tell(rule.why) if rule else ""


def _shown(problem: Problem, what: Piece) -> list[Line]:
    """The line before, the line itself, and the caret with what is wrong."""
    excerpt, number = problem.excerpt, problem.place.line
    assert excerpt is not None
    gutter = len(str(number))
    code, caret = _window(excerpt.line, problem.place.column - 1)
    line = (Piece(f"  {number:>{gutter}} | ", Role.GUTTER), Piece(code, Role.CODE))
    mark = Piece(f"  {'':{gutter}} | ", Role.GUTTER)
    sign = Piece(" " * caret + "^", what.role)
    room = gutter + 5 + caret + 2 + len(what.text) <= WIDEST
    if not room:
        # The sentence takes the line that the one before would have had.
        return [line, (mark, sign), (Piece("  "), what)]
    before, _ = _window(excerpt.before, 0)
    lines = [line, (mark, sign, Piece(" "), what)]
    if before.strip():
        lines.insert(
            0, (Piece(f"  {number - 1:>{gutter}} | ", Role.GUTTER), Piece(before, Role.CODE))
        )
    return lines


def _window(line: str, column: int) -> tuple[str, int]:
    """A line made harmless and short, and the cells before `column` (from 0) in it."""
    start = 0
    if len(line) > WIDEST and column > WIDEST * 2 // 3:
        start = column - WIDEST // 2
    before = "".join(_seen(letter) for letter in line[start:column])
    after = "".join(_seen(letter) for letter in line[max(column, start) : start + WIDEST])
    if len(line) > start + WIDEST:
        after = after[:-1] + "…"
    if start:
        before = "…" + before[1:]
    return before + after, _cells(before) + max(column - len(line), 0)


def _seen(letter: str) -> str:
    """A sign as it can be shown: a tab as a space, what cannot be printed as `?`."""
    if letter == "\t":
        return " "
    if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return "?"
    return letter


def _cells(words: str) -> int:
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in words)
    return len(words) + wide - sum(bool(unicodedata.combining(letter)) for letter in words)
