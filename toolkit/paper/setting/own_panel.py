"""What the blocks of all villages' own numbers have in common, and the rows they are made of.

A row is an office with its number, or with a line to write it on. Knows blocks and measures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from toolkit.content.villages.village import Office
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.setting.blocks import Block, Columns, Passage, WriteIn, listed, passage
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type import fonts, theme
from toolkit.paper.type.flow import Runs, TooWide

LINE = 10.5 * theme.MM
"""How high a line to write on is where there is room."""

_LOW_LINE = 8 * theme.MM
_APART = 2 * theme.MM
WHITE = 2.0
GUTTER = 4 * theme.MM


class OwnWords(NamedTuple):
    """Headings without and with a village's name, the offices, how the day of a check is told."""

    heading: Runs
    named: str
    offices: tuple[tuple[Office, Runs], ...]
    checked: str


@dataclass(frozen=True, slots=True)
class Panel:
    """What all villages' blocks have in common.

    An office's words are `column` wide; numbers and lines to write on begin at `reach`.
    """

    words: OwnWords
    order: Order
    width: float
    column: float
    labels: tuple[Passage, ...]
    copyist: Copyist
    reach: float
    days: dict[date, str] = field(default_factory=dict)

    def told_day(self, day: date | None) -> str:
        """On which day the numbers were checked; most villages of a list share theirs."""
        if day is None:
            return ""
        if day not in self.days:
            told = self.copyist.lang.day(day)
            self.days[day] = self.words.checked.replace("{day}", told)
        return self.days[day]

    @property
    def wide(self) -> bool:
        """Do two offices stand beside each other?"""
        return self.column < self.width

    def usual_height(self) -> float:
        """The height of a block whose words all stay on one line."""
        measures = self.order.theme
        rows = len(self.words.offices) / 2
        small = 2 * measures.small * theme.SMALL_LEADING
        return measures.heading * theme.TIGHT + small + rows * _LOW_LINE + 2 * WHITE


def panel(words: OwnWords, order: Order, width: float, column: float) -> Panel:
    """The panel of an order. Raises TooWide."""
    size = order.theme.leaflet.smallest
    labels = tuple(passage(label, size, column) for _, label in words.offices)
    reach = max(label.width for label in labels) + 2 * theme.MM
    copyist = Copyist((), order.job.lang, order.library)
    return Panel(words, order, width, column, labels, copyist, reach)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """An office and its number on one line; on two where they are too wide for one."""

    label: Passage
    digits: Passage
    x: float
    height: float
    under: bool = False

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it; a label stands as high as one of a line to write on."""
        if self.under:
            low = top + self.height - self.digits.height
            self.label.draw(pen, x, low - self.label.size * theme.TIGHT)
            self.digits.draw(pen, x + self.x, low)
            return
        low = top + self.height - self.label.lead
        self.label.draw(pen, x, low)
        self.digits.draw(pen, x + self.x, low + _base(self.label) - _base(self.digits))


def _base(words: Passage) -> float:
    return (words.lead + fonts.ascent(words.size)) / 2


Row = _Numbered | WriteIn


def row(label: Passage, number: Runs, of: Panel) -> Row:
    """An office as low as it can be."""
    if not number:
        return WriteIn(label, of.reach, of.column, _LOW_LINE)
    digits = _digits(number, of)
    x = min(of.reach, of.column - digits.width)
    under = x < label.width + _APART or len(digits.lines) > 1
    height = label.size * theme.TIGHT + digits.height if under else _LOW_LINE
    return _Numbered(label, digits, max(x, 0) if under else x, height, under)


def _digits(number: Runs, of: Panel) -> Passage:
    """A number on one line; on more where it is wider than the panel."""
    size = of.order.theme.number.smallest
    try:
        whole = tuple(run._replace(whole=True) for run in number)
        return passage(whole, size, of.column, theme.TIGHT)
    except TooWide:
        return passage(number, size, of.column, theme.TIGHT)


def grid(rows: Sequence[Row], free: float, of: Panel) -> Block:
    """The offices; one below the other, they share `free` points more."""
    if of.wide:
        half = len(rows) // 2
        # Two that stand beside each other stand on one line.
        pairs = [max(a.height, b.height) for a, b in zip(rows[:half], rows[half:], strict=True)]
        left, right = (
            tuple(_high(row, high) for row, high in zip(part, pairs, strict=True))
            for part in (rows[:half], rows[half:])
        )
        return Columns((listed(0, *left), listed(0, *right)), of.column + GUTTER)
    more = min(free / len(rows), LINE - _LOW_LINE)
    return listed(0, *(_high(row, row.height + max(more, 0)) for row in rows))


def _high(row: Row, height: float) -> Row:
    """The same row, higher."""
    if isinstance(row, WriteIn):
        return WriteIn(row.label, row.reach, row.width, max(row.height, height))
    return _Numbered(row.label, row.digits, row.x, max(row.height, height), row.under)
