"""Reading on: mend what the survey knows, and go round what it does not.

The mended text serves to read on and find the other mistakes; the file itself stays
left out until the trainer has mended it.
"""

from __future__ import annotations

import re

import yaml

from toolkit.content.place import Place
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.mending.draft import MOST, Draft, shielded, unshielded
from toolkit.content.reading.mending.mends import shown
from toolkit.content.reading.mending.survey import survey
from toolkit.content.reading.reader import Node, Reader, Scalar, SecondDocument
from toolkit.content.reading.refusals import Refused
from toolkit.language import said

_VALUE = re.compile(r"^(?P<key>\s*(?:- +)*(?:[\w.-]+:)?\s+)(?P<value>\S.*)$")

SILENT = frozenset(
    {
        "tab",
        "hard-space",
        "smart-quotes",
        "cut-by-hash",
        "cut-by-comma",
        "no-space-after-dash",
        "no-space-after-colon",
        "missing-colon",
        "lost-key",
        "missing-dash",
        "open-bracket",
        "not-a-dash",
        "odd-spaces",
        "open-quote",
        "special-start",
        "languages",
        "block-sign",
        "commented-key",
    }
)
"""What a file that can be read may still have got wrong."""


def read_on(text: str, desk: Desk) -> Node | None:
    """The top node of a file that cannot be read as it is; None if nothing is to be had."""
    draft = Draft(text, desk)
    survey(draft)
    if draft.told > MOST:
        return None
    rounds = max(3, min(40, 1_000_000 // (len(text) + 1)))
    before = len(desk.problems)
    around = _Around(draft, desk)
    for _ in range(rounds):
        try:
            top = MendedReader(draft, desk).document()
        except Refused:
            return None
        except SecondDocument:
            break
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            del desk.problems[before:]
            around.go(error)
            before = len(desk.problems)
        else:
            return top or Scalar("", Place(desk.file, 1, 1), True)
    del desk.problems[before:]
    around.sure()
    return None


def read_again(text: str, desk: Desk, top: Node | None, before: int) -> Node | None:
    """The top node of a file that can be read, with what reads like a slip mended."""
    noted = desk.problems[before:]
    del desk.problems[before:]
    draft = Draft(text, desk, SILENT)
    survey(draft)
    if not draft.told or draft.told > MOST:
        desk.problems += noted
        return top
    found = len(desk.problems)
    try:
        return MendedReader(draft, desk).document()
    except (Refused, SecondDocument, yaml.YAMLError, ValueError, OverflowError):
        del desk.problems[found:]
        desk.problems += noted
        return top


class MendedReader(Reader):
    """Reads a draft, and tells places and words as the trainer typed them."""

    def __init__(self, draft: Draft, desk: Desk) -> None:
        text = draft.text()
        super().__init__(text, desk)
        self._draft = draft

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        scalar = super()._scalar(event)
        scalar.value = unshielded(scalar.value)
        scalar.raw = unshielded(scalar.raw)
        return scalar

    def _place(self, event: yaml.Event) -> Place:
        start = event.start_mark
        assert start is not None
        return self._draft.place(start.line, start.column)


class _Around:
    """Goes round the places that nobody has a better word for."""

    def __init__(self, draft: Draft, desk: Desk) -> None:
        self._draft = draft
        self._desk = desk
        self._told: set[int] = {one.place.line - 1 for one in desk.problems if one.place.line}
        self._any = bool(self._told)

    def go(self, error: Exception) -> None:
        """Tell of the place where reading broke off, unless it has been; take it away."""
        draft = self._draft
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = draft.typed_at(mark.line, mark.column) if mark else (0, 0)
        line = min(line, len(draft.lines) - 1)
        while line > 0 and not draft.lines[line].strip():
            line, column = line - 1, 0
        if not draft.lines[line].strip():
            line = next((at for at, one in enumerate(draft.lines) if one.strip()), line)
        if not self._told & {line - 1, line, line + 1}:
            self._tell(line, column)
        self._told.add(line)
        now = draft.lines[line]
        value = _VALUE.match(now)
        if value and shielded(value["value"]) != value["value"]:
            draft.clear(line, value["key"] + shielded(value["value"]))
        else:
            draft.clear(line)

    def sure(self) -> None:
        """Tell at least of the first line, so that nobody takes the file for sound."""
        if not self._any:
            self._tell(0, 0)

    def _tell(self, line: int, column: int) -> None:
        draft = self._draft
        now = draft.typed[line]
        column = min(column, len(now))
        self._any = True
        self._desk.error(
            Place(self._desk.file, line + 1, column + 1),
            "broken-yaml",
            said("From here on the file cannot be understood."),
            said(
                "Compare with the lines around: spaces before it, a space after each colon and dash, "
                "brackets and quotation marks in pairs. A key is written:  {write}",
                write='title: "…"'
                if ":" not in now
                else shown(now.split(":")[0].strip(" -") + ': "…"'),
            ),
        )


__all__ = ["SILENT", "MendedReader", "read_again", "read_on"]
