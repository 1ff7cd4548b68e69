"""Dates as people write them: a day, a month or only a year.

A help line "last seen in print in September 2025" has no day, and inventing one
would be a small lie; so a date keeps exactly the precision its source gave.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, order=True, slots=True)
class PartialDate:
    """A day, a month or a year; `month` and `day` are 0 where they are not known."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, written: str) -> PartialDate:
        """Read `2025`, `2025-05` or `2025-05-19`.

        Raises ValueError for any other form and for days no calendar has.
        """
        found = _WRITTEN.fullmatch(written)
        if not found:
            raise ValueError(written)
        year, month, day = (int(part or 0) for part in found.groups())
        date(year, month or 1, day or 1)
        if (found[2] and not month) or (found[3] and not day):
            raise ValueError(written)
        return cls(year, month, day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The same day with full precision."""
        return cls(day.year, day.month, day.day)

    def first(self) -> date:
        """The earliest day it can mean; age is counted from here, to be careful."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The latest day it can mean."""
        from calendar import monthrange

        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        written = f"{self.year:04d}"
        if self.month:
            written += f"-{self.month:02d}"
        if self.day:
            written += f"-{self.day:02d}"
        return written
