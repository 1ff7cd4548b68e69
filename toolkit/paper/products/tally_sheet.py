"""The tally sheet: slips or hands counted with strokes where the laptop is dead, or busy.

It has the piles, questions and letters in the order in which the hall's screen asks for them
later. Which answer is right is not on it: who counts should not hope for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.products.asked_pages import question_spot, small_print
from toolkit.paper.products.tally_sheet_words import Pile, Row, TallyWords
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Columns,
    Gap,
    Passage,
    Stack,
    Tagged,
    WriteIn,
    headline,
    listed,
    passage,
    stack,
)
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.paging import Piece, faces, page_box
from toolkit.paper.setting.sheet import Spot, guarded
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run, words_in

_REACH = 11 * theme.MM
_HIGH = 13 * theme.MM
_SUM = 12 * theme.MM
"""Room for the sum at the right of a box, behind a line of its own."""
_FEWEST, _MOST = 4, 6
"""Boxes in a row: as many as the longest question needs, between these."""
_VOTE = (15 * theme.MM, 9 * theme.MM)
"""A box for a number of hands."""
_INSET = 1.2 * theme.MM
_APART = 8 * theme.MM


def lay_out(words: TallyWords, order: Order) -> tuple[Face, ...]:
    """The pages: piles of sheets, how to type them in, and hands. Raises Unprintable."""
    spot = Spot(Said(N_("the tally sheet"), {}), order.lesson.at)
    width = page_box(order).width
    pieces = guarded(spot, lambda: list(_pieces(words, width, order)))
    return guarded(spot, faces, pieces, order, words.title, spot, name=words_in(words.title))


def _pieces(words: TallyWords, width: float, order: Order) -> Iterator[Piece]:
    yield Piece(_head(words, width, order))
    cells = _cells(words, width)
    for pile in words.piles:
        yield from _pile(pile, cells, order)
    size = order.theme.body.smallest
    later = Tagged("H2", passage(words.later, order.theme.heading, width, theme.TIGHT))
    reach = 7 * theme.MM
    steps = listed(
        3,
        *(
            Beside(
                passage((Run(f"{number}.", bold=True),), size, reach, 1.25),
                passage(one, size, width - reach, 1.25),
                reach,
            )
            for number, one in enumerate(words.steps, 1)
        ),
    )
    yield Piece(stack(later, Gap(4), steps), _APART)
    if words.hands.rows:
        yield from _hands(words, width, order)
    yield from small_print(words.small, width, order)


def _head(words: TallyWords, width: float, order: Order) -> Block:
    """Title, how to count, and what to fill in."""
    size, half = order.theme.body.smallest, width / 2
    strokes = Tagged("Figure", _Strokes(), words.strokes)
    how = stack(
        *(passage(one, size, width - _Strokes.width - 3 * theme.MM, 1.25) for one in words.how)
    )
    labels = [passage(one, size, half) for one in words.fields]
    room = half - 5 * theme.MM
    fields = [WriteIn(label, label.width + 2 * theme.MM, room, 10 * theme.MM) for label in labels]
    return stack(
        Tagged("H1", headline(words.title, order.theme.heading + 2, width)),
        Gap(4),
        Beside(how, strokes, width - _Strokes.width),
        Gap(2),
        Columns((Stack(tuple(fields[:2])), Stack(tuple(fields[2:]))), half),
    )


class _Cells(NamedTuple):
    """How wide a box for strokes is, and how many stand in a row."""

    width: float
    many: int


def _cells(words: TallyWords, width: float) -> _Cells:
    longest = max((len(row.letters) for pile in words.piles for row in pile.rows), default=0)
    many = min(max(longest, _FEWEST), _MOST)
    return _Cells((width - _REACH - theme.FRAME) / many, many)


def _pile(pile: Pile, cells: _Cells, order: Order) -> Iterator[Piece]:
    """The rows of one pile, under its name on each page."""
    width = page_box(order).width
    name = passage(pile.name, order.theme.heading, width, theme.TIGHT)
    again = stack(name, Gap(4))
    yield Piece(stack(Tagged("H2", name), Gap(4)), _APART, tied=True)
    for row in pile.rows:
        spot = question_spot(row.number, row.id, order)
        block = guarded(spot, _row, row, cells, order)
        yield Piece(block, 0.0, near=row is not pile.rows[-1], head=again, bound=_listed_rows)


def _listed_rows(rows: tuple[Block, ...]) -> Block:
    """Rows as one list for whoever hears them."""
    return Tagged("L", Stack(rows))


def _row(row: Row, cells: _Cells, order: Order) -> Block:
    """A number, and a box for each letter."""
    number = passage((Run(f"{row.number}.", bold=True),), order.theme.body.largest, _REACH)
    letters = tuple(
        passage((Run(one, bold=True),), order.theme.small, cells.width - 2 * _INSET, theme.TIGHT)
        for one in row.letters
    )
    return Tagged("LI", _Boxes(number, letters, cells))


def _hands(words: TallyWords, width: float, order: Order) -> Iterator[Piece]:
    """Questions in words, and for each a line of boxes before and one after."""
    size = order.theme.body.smallest
    name = passage(words.hands.name, order.theme.heading, width, theme.TIGHT)
    yield Piece(stack(Tagged("H2", name), Gap(4)), _APART, tied=True)
    again = stack(name, Gap(4))
    whens = tuple(passage(one, size, width) for one in words.whens)
    label = max(one.width for one in whens) + 2 * theme.MM
    longest = max(len(row.letters) for row in words.hands.rows)
    many = min(max(longest, _FEWEST), _MOST)
    boxes = label + many * _VOTE[0] + theme.FRAME
    room = width - _REACH - boxes - 4 * theme.MM
    for row in words.hands.rows:
        spot = question_spot(row.number, row.id, order)
        number = passage((Run(f"{row.number}.", bold=True),), order.theme.body.largest, _REACH)
        asked = guarded(spot, passage, row.ask, size, room, 1.22)
        votes = stack(
            *(
                _Votes(
                    when,
                    tuple(
                        passage((Run(one, bold=True),), order.theme.small, _VOTE[0], theme.TIGHT)
                        for one in row.letters
                    ),
                    label,
                )
                for when in whens
            )
        )
        block = Beside(number, Beside(asked, votes, width - _REACH - boxes), _REACH)
        yield Piece(block, 4 * theme.MM, head=again)


@dataclass(frozen=True, slots=True)
class _Boxes:
    """Boxes for strokes, each with its letter and room for the sum; more than a row holds go on below."""

    number: Passage
    letters: tuple[Passage, ...]
    cells: _Cells

    @property
    def height(self) -> float:
        return -(-len(self.letters) // self.cells.many) * _HIGH

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.element("Lbl"):
            self.number.draw(pen, x, top + (_HIGH - self.number.lead) / 2)
        with pen.element("LBody"):
            for place, letter in enumerate(self.letters):
                down, across = divmod(place, self.cells.many)
                at, y = x + _REACH + across * self.cells.width, top + down * _HIGH
                pen.box(at, y, self.cells.width + theme.FRAME, _HIGH + theme.FRAME)
                right = at + self.cells.width - _SUM
                pen.line((right, y + 2 * theme.MM), (right, y + _HIGH - 2 * theme.MM))
                letter.draw(pen, at + _INSET, y + _INSET / 2)


@dataclass(frozen=True, slots=True)
class _Votes:
    """`Before` or `After`, and a box for the hands of each letter; many letters go on below."""

    when: Passage
    letters: tuple[Passage, ...]
    reach: float

    @property
    def height(self) -> float:
        return -(-len(self.letters) // _MOST) * _VOTE[1]

    def draw(self, pen: Pen, x: float, top: float) -> None:
        wide, high = _VOTE
        self.when.draw(pen, x, top + (high - self.when.lead) / 2)
        for place, letter in enumerate(self.letters):
            down, across = divmod(place, _MOST)
            at, y = x + self.reach + across * wide, top + down * high
            pen.box(at, y, wide + theme.FRAME, high + theme.FRAME)
            letter.draw(pen, at + _INSET, y + _INSET / 4)


@dataclass(frozen=True, slots=True)
class _Strokes:
    """Four strokes and a fifth across."""

    width = 13 * theme.MM
    height = 9 * theme.MM

    def draw(self, pen: Pen, x: float, top: float) -> None:
        low, step = top + self.height, self.width / 5
        for place in range(1, 5):
            pen.line((x + place * step, top + 1), (x + place * step, low - 1), 1.6)
        pen.line((x + 1, low - 5), (x + self.width - 1, top + 5), 1.6)
