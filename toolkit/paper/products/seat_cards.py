"""Seat cards: numbers to sit on, so that nobody has to be named on a sheet before and after.

Odd numbers get sheet A before and B after, even ones the reverse, as the hall's lines say; so
each card can say which sheet comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from toolkit.content.product import Product
from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.products.asked_grid import Cell, sheets
from toolkit.paper.setting.blocks import Block, Passage, Tagged, passage
from toolkit.paper.setting.job import Job, Order
from toolkit.paper.setting.sheet import Spot, too_long
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type import fonts, theme
from toolkit.paper.type.flow import Run, Runs

PER_SHEET = 8
_SHAPE = 1.5
_PAD = 4.5 * theme.MM
_LARGEST, _SMALLEST = 130.0, 54.0
"""The size of the number in points: across a table, and at least."""


_STEPS = ((3, 1.25), (1, theme.TIGHT), (0, theme.TIGHT))
"""How much larger than small words the order of the sheets is set, and the leading of the foot."""


class Card(NamedTuple):
    """A seat's number, and the order of the sheets for whoever sits there."""

    number: str
    order: Runs


class SeatWords(NamedTuple):
    """Everything seat cards say."""

    title: Runs
    how: Runs
    seat: Runs
    cards: tuple[Card, ...]
    keep: Runs


def write(copyist: Copyist, job: Job) -> SeatWords:
    """Write them down, as many as fill the sheets that so many people need."""
    gettext, number = copyist.lang.gettext, copyist.lang.number
    many = per_sheet(copyist.library.products[job.product])
    last = ceil(max(job.people, 1) / many) * many
    orders = (
        copyist.ours(gettext("Before: sheet B. After: sheet A.")),
        copyist.ours(gettext("Before: sheet A. After: sheet B.")),
    )
    how = gettext("Cut along the dashed lines. One card on each seat, numbers 1 to {n}.")
    return SeatWords(
        title=copyist.ours(gettext("Seat cards"), bold=True),
        how=copyist.ours(how.format(n=number(last))),
        seat=copyist.ours(gettext("Seat number")),
        cards=tuple(Card(str(seat), orders[seat % 2]) for seat in range(1, last + 1)),
        keep=copyist.ours(gettext("Keep this card until the end. Your name is not written down.")),
    )


def per_sheet(product: Product) -> int:
    """How many stand on a sheet."""
    return product.per_sheet or PER_SHEET


def lay_out(words: SeatWords, order: Order) -> tuple[Face, ...]:
    """The sheets. Raises Unprintable where a card is too small for its number."""
    product = order.library.products[order.job.product]
    spot = Spot(Said(N_("a seat card"), {}), product.at, N_("Write a smaller `per_sheet` for it."))

    def make(cell: Cell) -> Sequence[Block]:
        return tuple(_card(card, words, cell, order, spot) for card in words.cards)

    many = per_sheet(product)
    return sheets(words.title, words.how, make, many=many, shape=_SHAPE, order=order, spot=spot)


def _card(card: Card, words: SeatWords, cell: Cell, order: Order, spot: Spot) -> Block:
    """A card; its words are smaller where they would leave too little room for the number."""
    small = order.theme.body.smallest
    width = cell.width - 2 * _PAD
    seat = passage(words.seat, small, width, theme.TIGHT)
    wide = width * 1000 / max(fonts.width(one.number, False) for one in words.cards)
    size = 0.0
    for more, lead in _STEPS:
        sheets = passage(card.order, small + more, width, theme.TIGHT)
        keep = passage(words.keep, small, width, lead)
        free = cell.height - 2 * _PAD - seat.height - sheets.height - keep.height
        # A digit's ink is as high as a capital letter; the white above and below it is kept small.
        size = min((free - 4 * theme.MM) / fonts.ascent(1), wide, _LARGEST)
        if size >= _SMALLEST:
            break
    else:
        raise too_long(spot, (_SMALLEST - size) * fonts.ascent(1), small)
    number = passage((Run(card.number, whole=True),), size, cell.width, fonts.ascent(1))
    return Tagged("Sect", _SeatCard(seat, number, sheets, keep, cell.height))


@dataclass(frozen=True, slots=True)
class _SeatCard:
    """What it is above, the number in the middle of the rest, what to do at the foot."""

    seat: Passage
    number: Passage
    sheets: Passage
    keep: Passage
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        left, low = x + _PAD, top + self.height - _PAD
        self.seat.draw(pen, left, top + _PAD)
        free = self.height - 2 * _PAD - self.seat.height - self.keep.height - self.sheets.height
        above = top + _PAD + self.seat.height + (free - self.number.height) / 2
        self.number.draw(pen, left, above)
        self.sheets.draw(pen, left, low - self.keep.height - self.sheets.height)
        self.keep.draw(pen, left, low - self.keep.height)
