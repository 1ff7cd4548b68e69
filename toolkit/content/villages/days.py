"""The day on which somebody tried a village's numbers: as typed, or as Excel keeps it.

Year first, or day first as Indonesia writes it; never month first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from toolkit.content.reading.desk import quoted
from toolkit.content.villages.fault import Fault
from toolkit.content.villages.table import Cell
from toolkit.content.villages.wording import spoilt, trimmed
from toolkit.language import Said, said

EARLIEST = 2000
"""Before this year nobody tried numbers for this list; a spreadsheet's day 0 lies in 1900."""

_MIDNIGHT = re.compile(r"[ T]0?0[:.]00(?:[:.]00(?:\.0+)?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([/-])(\d{1,2})\2(\d{4})")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that was read.

    `either_way` is True for one that would be another day with its month first, `04/03/2026`:
    it is right only in a list in which no date is written so.
    """

    day: date
    either_way: bool = False


def read_day(cell: Cell, today: date) -> Day | Fault:
    """The day in a cell."""
    if isinstance(cell, date):
        return _judged(Day(cell.date() if isinstance(cell, datetime) else cell), today)
    text = _MIDNIGHT.sub("", trimmed(cell))
    try:
        if found := _YEAR_FIRST.fullmatch(text):
            return _judged(Day(date(*map(int, found.groups()))), today)
        if found := _DAY_FIRST.fullmatch(text):
            day, month = int(found[1]), int(found[3])
            either_way = day <= 12 and month <= 12 and day != month
            return _judged(Day(date(int(found[4]), month, day), either_way), today)
    except ValueError:
        return _no_day(said("No calendar has this day:  {text}", text=quoted(text)))
    return spoilt(text) or _no_day(said('"{text}" is no whole date.', text=quoted(text)))


def is_month_first(cell: Cell) -> bool:
    """Can what was typed only be a day with its month first, `11/22/2026`?"""
    found = None if isinstance(cell, date) else _DAY_FIRST.fullmatch(trimmed(cell))
    return found is not None and int(found[1]) <= 12 < int(found[3]) <= 31


def unclear(day: date, row: int) -> Fault:
    """A day that may be another one, because the list has a date with its month first."""
    return _no_day(
        said(
            "In row {row} a month stands first, so this may be {one} or {other}.",
            row=row,
            one=str(day),
            other=str(day.replace(month=day.day, day=day.month)),
        )
    )


def _judged(read: Day, today: date) -> Day | Fault:
    if read.day > today:
        return Fault(
            "not-yet",
            said("{day} has not come yet; today is {today}.", day=str(read.day), today=str(today)),
            said(
                "Write the day on which somebody last tried the numbers, or leave the cell empty."
            ),
        )
    if read.day.year < EARLIEST:
        return _no_day(said("{day} is too long ago to be right.", day=str(read.day)))
    return read


def _no_day(what: Said) -> Fault:
    return Fault(
        "day-unclear",
        what,
        said(
            "Write it year first, for example  2026-11-02,  or day first, for example  02/11/2026"
        ),
    )
