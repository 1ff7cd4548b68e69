"""The sheet of a session plan: upright, on one sheet of paper where its words allow it.

In the largest type that keeps it on two sides, because it is read while people come in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face
from toolkit.paper.products.plan_words import PlanSheetWords, Row, Section
from toolkit.paper.setting.blocks import Block, Tagged, passage, spaced
from toolkit.paper.setting.furniture import TICK, Tick, row, table
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.long_text import bullets, heading, masthead
from toolkit.paper.setting.paging import Piece, faces, page_box
from toolkit.paper.setting.sheet import Spot, guarded
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run, Runs, words_in

_SIDES = 2
_CELL = 2 * theme.MM
_NARROW = 21 * theme.MM
_COPIES = 0.3
"""The share of the width in which the number of copies stands."""


class _Setting(NamedTuple):
    """The body's share of the way from the smallest to the largest size, and the white.

    `part` is that above a heading, `cell` that in the rows of tables, in points.
    """

    share: float
    part: float
    cell: float


_SETTINGS = (
    _Setting(1.0, 6 * theme.MM, 2.0),
    _Setting(0.5, 5 * theme.MM, 1.5),
    _Setting(0.0, 4 * theme.MM, 1.0),
    _Setting(0.0, 3 * theme.MM, 0.5),
)
"""From generous to tight; the first that keeps it on one sheet."""


def lay_out(words: PlanSheetWords, order: Order) -> tuple[Face, ...]:
    """The pages. Raises Unprintable for words that no page can hold."""
    plan = order.library.plans[order.job.plan]
    spot = Spot(Said(N_("the session plan"), {}), plan.at, N_("Shorten its words."))

    def made(setting: _Setting) -> tuple[Face, ...]:
        pieces = guarded(spot, lambda: list(_Sheet(words, order, setting).pieces()))
        return faces(pieces, order, words.title, spot, name=words_in(words.called))

    tried = (made(setting) for setting in _SETTINGS)
    return next((one for one in tried if len(one) <= _SIDES), None) or made(_SETTINGS[-1])


class _Sheet:
    """Sets the sheet in one setting."""

    def __init__(self, words: PlanSheetWords, order: Order, setting: _Setting) -> None:
        self._words = words
        self._look = order.theme
        self._setting = setting
        self._body = order.theme.body.at_share(setting.share)
        self._width = page_box(order).width

    def pieces(self) -> Iterator[Piece]:
        words = self._words
        yield Piece(masthead(words.icon, words.title, words.about, self._width, self._look))
        yield from self._listed(words.aims)
        yield self._headed(words.timetable)
        yield from self._timetable()
        for one in words.shorter:
            tied = one is not words.shorter[-1]
            yield Piece(passage(one, self._body, self._width), 4, tied=tied)
        yield self._headed(words.print_head)
        yield from self._printed()
        yield self._headed(words.bring.heading)
        yield Piece(self._ticks(words.bring.items), 4)
        yield from self._listed(words.tips)
        yield from self._listed(words.short)
        for one in words.small:
            small = self._look.small
            yield Piece(passage(one, small, self._width, theme.SMALL_LEADING), 4)

    def _headed(self, words: Runs) -> Piece:
        return Piece(heading(words, self._width, self._look), self._setting.part, tied=True)

    def _listed(self, part: Section) -> Iterator[Piece]:
        yield self._headed(part.heading)
        yield Piece(bullets(part.items, self._width, self._body, lead=1.25), 4)

    def _ticks(self, items: tuple[Runs, ...]) -> Block:
        indent = TICK + 3 * theme.MM
        words = (passage(one, self._body, self._width - indent, 1.25) for one in items)
        ticks = (Tagged("LI", Tagged("LBody", Tick(one, indent))) for one in words)
        return Tagged("L", spaced(3, *ticks))

    def _timetable(self) -> Iterator[Piece]:
        words = self._words
        at, title, *columns = words.heads
        head = self._cells((at, title, *columns), head=True)
        yield Piece(head, 4, tied=True, bound=table)
        for line in words.rows:
            # The name of a lesson stays with its first page, and the end is never alone.
            tied = not line.minutes or line is words.rows[-1]
            yield Piece(self._line(line), tied=tied, head=head, bound=table)
        yield Piece(self._line(words.sums), head=head, bound=table)

    def _line(self, line: Row) -> Block:
        many = len(self._words.sums.minutes)
        minutes = line.minutes or ("",) * many
        return self._cells(((Run(line.at),), line.title, *((Run(one),) for one in minutes)))

    def _cells(self, cells: tuple[Runs, ...], *, head: bool = False) -> Block:
        rest = self._width - _NARROW * (len(cells) - 1)
        widths = (_NARROW, rest, *[_NARROW] * (len(cells) - 2))
        return self._row(cells, widths, head=head)

    def _printed(self) -> Iterator[Piece]:
        widths = (self._width * (1 - _COPIES), self._width * _COPIES)
        head = self._row(self._words.print_heads, widths, head=True)
        yield Piece(head, 4, tied=True, bound=table)
        for one in self._words.printed:
            cells = self._row((one.title, one.copies), widths)
            goes_on = one is not self._words.printed[-1]
            yield Piece(cells, near=goes_on, head=head, bound=table)

    def _row(
        self, cells: tuple[Runs, ...], widths: tuple[float, ...], *, head: bool = False
    ) -> Block:
        blocks = [
            passage(one, self._body, width - _CELL, theme.TIGHT)
            for one, width in zip(cells, widths, strict=True)
        ]
        return row(blocks, widths, self._setting.cell, head=head)
