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
_LEAST = 2 * theme.MM
"""The white around everything on a card, and what is left of it where the card is small."""
_SHARE = 0.5
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
        return _cards(words.cards, cell, order, spot)

    many = product.per_sheet or PER_SHEET
    return sheets(words.title, words.how, make, many=many, shape=_SHAPE, order=order, spot=spot)


def _cards(cards: Sequence[Card], cell: Cell, order: Order, spot: Spot) -> Sequence[Block]:
    """Cards with letters as high as each other. Words give way first, then the white."""
    sizes = order.theme.body.steps()
    for size, pad in [*((size, _PAD) for size in sizes), (sizes[-1], _LEAST)]:
        told = [passage(card.words, size, cell.width - 2 * pad, theme.TIGHT) for card in cards]
        high = _letter_height(cell, max(words.height for words in told), pad)
        if high >= LOWEST:
            break
    else:
        raise too_long(spot, LOWEST - high, size)
    capital = fonts.ascent(1)
    return tuple(
        Tagged(
            "Sect",
            _Held(
                passage((Run(card.letter, bold=True),), high / capital, cell.width, capital),
                card.shape,
                card.called,
                words,
                cell,
                pad,
            ),
        )
        for card, words in zip(cards, told, strict=True)
    )


def _letter_height(cell: Cell, words: float, pad: float) -> float:
    """How high letters can be above words so high, with so much white around everything."""
    width, free = cell.width - 2 * pad, cell.height - 3 * pad - words
    # The widest of the four letters, as a share of its height.
    wide = max(fonts.width(one, True) for one in "ABCD") / 1000 / fonts.ascent(1)
    if _beside(cell):
        return min(free, (width - pad) / (wide + _SHARE))
    return min((free - pad) / (1 + _SHARE), width / wide)


def _beside(cell: Cell) -> bool:
    """Does the shape stand beside the letter, or below it?"""
    return cell.width > cell.height


@dataclass(frozen=True, slots=True)
class _Held:
    """A letter with its shape, beside it or below; what it stands for at the foot.

    `shape` is the name of its drawing, `called` what people call it.
    """

    letter: Passage
    shape: str
    called: str
    words: Passage
    cell: Cell
    pad: float

    @property
    def height(self) -> float:
        return self.cell.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        high, pad, left = self.letter.height, self.pad, x + self.pad
        side = high * _SHARE
        if _beside(self.cell):
            self.letter.draw(pen, left, top + pad)
            at = (x + self.cell.width - pad - side, top + pad + (high - side) / 2)
        else:
            self.letter.draw(pen, x + (self.cell.width - self.letter.width) / 2, top + pad)
            at = (x + (self.cell.width - side) / 2, top + high + 2 * pad)
        with pen.element("Figure", self.called):
            pen.icon(self.shape, *at, side, _STROKE)
        low = top + self.cell.height - pad - self.words.height
        self.words.draw(pen, left, low)
