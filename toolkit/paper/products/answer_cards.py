"""Answer cards: A, B, C and D to hold up, each with a shape of its own, readable at ten metres.

How high a letter must be: an eye of 20/40 (half of normal sight, common where few people have
glasses) can just tell letters of 10 minutes of arc; at 10 m that is 10 000 mm x tan(10') = 29 mm.
Read with ease, in poor light and by someone who counts quickly, takes twice that: 58 mm. So no
letter is lower than 60 mm. The shape says the same to whoever does not read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.products.asked_grid import Cell, sheets
from toolkit.paper.setting.blocks import Block, Passage, Tagged, passage
from toolkit.paper.setting.job import Job, Order
from toolkit.paper.setting.sheet import Spot, too_long
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type import fonts, icons, theme
from toolkit.paper.type.flow import Run, Runs
from toolkit.session.option_names import TRUTHS, VERDICTS

PER_SHEET = 4
LOWEST = 60 * theme.MM
"""The height of a letter, at least."""

_NAMES = {
    "circle": N_("circle"),
    "square": N_("square"),
    "triangle": N_("triangle"),
    "star": N_("star"),
}
_SHAPE = 0.8
_PAD = 5 * theme.MM
_SHARE = 0.52
"""How large the shape is beside the letter."""
_STROKE = 2.2


class Card(NamedTuple):
    """A letter, its shape and what that is called, and what the letter stands for besides."""

    letter: str
    shape: str
    called: str
    words: Runs


class CardWords(NamedTuple):
    """Everything answer cards say."""

    title: Runs
    how: Runs
    cards: tuple[Card, ...]


def write(copyist: Copyist, job: Job) -> CardWords:
    """Write them down. An offer is judged, and a statement, with A and B, as the hall counts."""
    lang = copyist.lang
    gettext = lang.gettext
    many = copyist.library.products[job.product].per_sheet or PER_SHEET
    pairs = zip(TRUTHS.values(), VERDICTS.values(), strict=True)
    besides = [f"{gettext(truth)} / {gettext(verdict)}" for truth, verdict in pairs]
    cards = tuple(
        Card(letter, shape, gettext(_NAMES[shape]), copyist.ours(words))
        for letter, shape, words in zip("ABCD", icons.SHAPES, [*besides, "", ""], strict=True)
    )
    each = ceil(len(cards) / many)
    one_set = lang.ngettext("This sheet is one set.", "These {n} sheets are one set.", each).format(
        n=lang.number(each)
    )
    need = gettext("For {n} people: {n} sets, or one for each group. Leave the backs blank.")
    counts = gettext("In questions with more than two options only the letter counts.")
    return CardWords(
        title=copyist.ours(gettext("Answer cards A, B, C, D"), bold=True),
        how=copyist.ours(f"{one_set} {need.format(n=lang.number(max(job.people, 1)))} {counts}"),
        cards=cards,
    )


def lay_out(words: CardWords, order: Order) -> tuple[Face, ...]:
    """The sheets. Raises Unprintable where a card is too small for its letter."""
    product = order.library.products[order.job.product]
    spot = Spot(
        Said(N_("an answer card"), {}), product.at, N_("Write a smaller `per_sheet` for it.")
    )

    def make(cell: Cell) -> Sequence[Block]:
        return tuple(_card(card, cell, order, spot) for card in words.cards)

    many = product.per_sheet or PER_SHEET
    return sheets(words.title, words.how, make, many=many, shape=_SHAPE, order=order, spot=spot)


def _card(card: Card, cell: Cell, order: Order, spot: Spot) -> Block:
    width, size = cell.width - 2 * _PAD, order.theme.body.largest
    words = passage(card.words, size, width, theme.TIGHT)
    # All letters are as high as that of the card with most words.
    free = cell.height - 2 * _PAD - 2 * size * theme.TIGHT
    # The widest of the four letters, as a share of its height.
    wide = max(fonts.width(one, True) for one in "ABCD") / 1000 / fonts.ascent(1)
    beside = cell.width > cell.height
    across = min(free, (width - _PAD) / (wide + _SHARE))
    high = across if beside else min((free - _PAD) / (1 + _SHARE), width / wide)
    if high < LOWEST:
        raise too_long(spot, LOWEST - high, size)
    letter = passage(
        (Run(card.letter, bold=True),), high / fonts.ascent(1), cell.width, fonts.ascent(1)
    )
    return Tagged("Sect", _Held(letter, card.shape, card.called, words, cell, beside))


@dataclass(frozen=True, slots=True)
class _Held:
    """A letter with its shape, beside it or below; what it stands for at the foot."""

    letter: Passage
    shape: str
    called: str
    words: Passage
    cell: Cell
    beside: bool

    @property
    def height(self) -> float:
        return self.cell.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        high, left = self.letter.height, x + _PAD
        side = high * _SHARE
        if self.beside:
            self.letter.draw(pen, left, top + _PAD)
            at = (x + self.cell.width - _PAD - side, top + _PAD + (high - side) / 2)
        else:
            self.letter.draw(pen, x + (self.cell.width - self.letter.width) / 2, top + _PAD)
            at = (x + (self.cell.width - side) / 2, top + high + 2 * _PAD)
        with pen.element("Figure", self.called):
            pen.icon(self.shape, *at, side, _STROKE)
        low = top + self.cell.height - _PAD - self.words.height
        self.words.draw(pen, left, low)
