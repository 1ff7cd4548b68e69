"""Cards on a sheet that are cut apart along dashed lines: how they lie, and the pages they make.

Knows blocks and pages; not what stands on a card.
"""

# ruff: noqa: D102 - height and draw are described once, at Block

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil, inf

from toolkit.paper.pdf.document import Face
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.setting.blocks import Block, Gap, Tagged, headline, passage, stack
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.paging import Piece, faces, page_box
from toolkit.paper.setting.sheet import Spot, guarded
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Runs, words_in

_FOOT = 17 * theme.MM / 11
"""Room for the lines at the foot of each page, for each point of their size."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The room of one card, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Cards in rows, to be cut along the dashed lines around and between them."""

    cards: tuple[Block, ...]
    columns: int
    cell: Cell

    @property
    def rows(self) -> int:
        """As many as the cards need."""
        return ceil(len(self.cards) / self.columns)

    @property
    def height(self) -> float:
        return self.rows * self.cell.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        wide, high = self.cell.width, self.cell.height
        for row in range(self.rows + 1):
            y = top + row * high
            pen.line((x, y), (x + self.columns * wide, y), dashed=True)
        for column in range(self.columns + 1):
            at = x + column * wide
            pen.line((at, top), (at, top + self.height), dashed=True)
        for place, card in enumerate(self.cards):
            row, column = divmod(place, self.columns)
            card.draw(pen, x + column * wide, top + row * high)


def columns_for(many: int, width: float, height: float, shape: float) -> int:
    """How many cards stand side by side, so that each comes nearest to this width to height."""

    def odd(columns: int) -> float:
        rows = many // columns
        ratio = (width / columns) / (height / rows)
        return max(ratio / shape, shape / ratio) if columns * rows == many else inf

    return min(range(1, many + 1), key=odd)


def sheets(
    title: Runs,
    how: Runs,
    make: Callable[[Cell], Sequence[Block]],
    *,
    many: int,
    shape: float,
    order: Order,
    spot: Spot,
) -> tuple[Face, ...]:
    """All cards, `many` on each sheet, under a line that says what to do with them.

    `make` makes them for the room that a card has; `shape` is the width to height that would
    be best. Raises Unprintable.
    """
    box = page_box(order)
    head = guarded(spot, _head, title, how, box.width, order, "P")
    high = box.height - head.height - _FOOT * order.theme.small
    columns = columns_for(many, box.width, high, shape)
    cell = Cell(box.width / columns, high / (many // columns))
    cards = guarded(spot, make, cell)
    pieces = [
        Piece(
            stack(
                _head(title, how, box.width, order, "P" if at else "H1"),
                Grid(tuple(cards[at : at + many]), columns, cell),
            ),
            fresh=at > 0,
        )
        for at in range(0, len(cards), many)
    ]
    return guarded(spot, faces, pieces, order, title, spot, name=words_in(title))


def _head(title: Runs, how: Runs, width: float, order: Order, role: str) -> Block:
    line = Tagged(role, headline(title, order.theme.heading, width))
    words = passage(how, order.theme.body.smallest, width, 1.25)
    return stack(line, Gap(1), words, Gap(3 * theme.MM))
