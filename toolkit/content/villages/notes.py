"""What is wrong with a village list, noted while it is read.

Every bad value is named. Where Excel has spoilt a whole column, tens of thousands of equal
sentences would help nobody and fill the memory: after many of one kind in one column, the
rest is told as one.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.content.place import Place, Problem, Severity
from toolkit.content.reading.desk import quoted
from toolkit.content.villages.fault import Fault
from toolkit.content.villages.table import letters
from toolkit.language import Said, said

EACH = 1000
"""Problems of one kind in one column that are told one by one."""


@dataclass(slots=True)
class _More:
    """What is told as one: how many, from where to where, and the first of them."""

    first: Problem
    count: int
    last_row: int


class Notes:
    """The problems of one list, in the order of its rows."""

    def __init__(self, file: str) -> None:
        self.file = file
        """The list, as it is named in places."""
        self._problems: list[Problem] = []
        self._counts: dict[tuple[str, int], int] = {}
        self._more: dict[tuple[str, int], _More] = {}

    def whole(self, rule: str, what: Said, mend: Said, severity: Severity = Severity.ERROR) -> None:
        """Note something of the whole list."""
        self._problems.append(Problem(Place(self.file), rule, what, mend, severity))

    def cell(
        self,
        row: int,
        column: int,
        word: str,
        fault: Fault,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note what is wrong in a cell, below the header's `word`; columns count from 0."""
        kind = (fault.rule, column)
        count = self._counts[kind] = self._counts.get(kind, 0) + 1
        if count > EACH + 1:
            more = self._more[kind]
            more.count += 1
            more.last_row = row
            return
        problem = Problem(
            Place(self.file, row, column + 1),
            fault.rule,
            said(
                "Row {row}, column {letter} ({name}): {what}",
                row=row,
                letter=letters(column),
                name=quoted(word),
                what=fault.what,
            )
            if word
            else said(
                "Row {row}, column {letter}: {what}",
                row=row,
                letter=letters(column),
                what=fault.what,
            ),
            fault.mend,
            severity,
        )
        if count > EACH:
            self._more[kind] = _More(problem, 1, row)
        else:
            self._problems.append(problem)

    def problems(self) -> tuple[Problem, ...]:
        """All of them, by row and column; those of the whole list first."""
        told = self._problems + [self._as_one(more) for more in self._more.values()]
        return tuple(sorted(told, key=lambda one: one.place))

    def _as_one(self, more: _More) -> Problem:
        first = more.first
        if more.count == 1:
            return first
        return Problem(
            first.place,
            first.rule,
            said(
                "{count} more rows like this one, the last is row {last}. {what}",
                count=more.count,
                last=more.last_row,
                what=first.what,
            ),
            first.mend,
            first.severity,
        )
