"""Small things on a sheet, side by side, with the marks along which they are cut apart.

They lie in the middle of the sheet, so that what is printed on its other side, turned over
either edge, comes to lie behind them. All are alike: a reader hears the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from toolkit.paper.pdf.pen import Pen
from toolkit.paper.setting.blocks import Block
from toolkit.paper.setting.job import Order
from toolkit.paper.type import theme

_REACHED = 8.2 * theme.MM
"""From here on a printer reaches, measured from the edge of the sheet."""

_OFF = 1 * theme.MM
_NEAR = 0.4 * theme.MM
_LENGTH = 5 * theme.MM
_CROSS = 1.5 * theme.MM


class Grid(NamedTuple):
    """Where they lie, in points: the upper left corner of the first, the size of each."""

    x: float
    top: float
    wide: float
    high: float
    columns: int
    rows: int
    page: tuple[float, float]

    @property
    def width(self) -> float:
        """Of all columns."""
        return self.columns * self.wide

    @property
    def height(self) -> float:
        """Of all rows."""
        return self.rows * self.high


def grid(order: Order, size: tuple[float, float], many: tuple[int, int]) -> Grid:
    """Things of a size in millimetres, so many in a row and in a column, in the middle of a sheet."""
    page = (order.paper.short * theme.MM, order.paper.long * theme.MM)
    wide, high = (side * theme.MM for side in size)
    columns, rows = many
    return Grid(
        (page[0] - columns * wide) / 2,
        (page[1] - rows * high) / 2,
        wide,
        high,
        columns,
        rows,
        page,
    )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet full of one thing.

    `head` are words above the columns, `foot` words below them, one line each; they are cut off.
    """

    thing: Block
    grid: Grid
    head: tuple[Block, ...] = ()
    foot: tuple[Block, ...] = ()

    @property
    def height(self) -> float:
        """As high as the sheet."""
        return self.grid.page[1]

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner there, which is that of the sheet."""
        cut = self.grid
        for column, block in enumerate(self.head):
            left = x + cut.x + column * cut.wide + theme.MM
            block.draw(pen, left, top + cut.top - _NEAR - block.height)
        self._marks(pen, x + cut.x, top + cut.top)
        for row, column in product(range(cut.rows), range(cut.columns)):
            at = (x + cut.x + column * cut.wide, top + cut.top + row * cut.high)
            if row or column:
                with pen.silent():
                    self.thing.draw(pen, *at)
            else:
                self.thing.draw(pen, *at)
        for column, block in enumerate(self.foot):
            left = x + cut.x + column * cut.wide + theme.MM
            block.draw(pen, left, top + cut.top + cut.height + _NEAR)

    def _marks(self, pen: Pen, x: float, top: float) -> None:
        """Lines outside the cards, and small crosses where four of them meet."""
        cut = self.grid
        right, bottom = x + cut.width, top + cut.height
        for column in range(cut.columns + 1):
            at = x + column * cut.wide
            pen.line((at, max(top - _OFF - _LENGTH, _REACHED)), (at, top - _OFF))
            low = min(bottom + _OFF + _LENGTH, cut.page[1] - _REACHED)
            pen.line((at, bottom + _OFF), (at, low))
        for row in range(cut.rows + 1):
            at = top + row * cut.high
            pen.line((max(x - _OFF - _LENGTH, _REACHED), at), (x - _OFF, at))
            pen.line((right + _OFF, at), (min(right + _OFF + _LENGTH, cut.page[0] - _REACHED), at))
        for column, row in product(range(1, cut.columns), range(1, cut.rows)):
            at, high = x + column * cut.wide, top + row * cut.high
            pen.line((at - _CROSS, high), (at + _CROSS, high))
            pen.line((at, high - _CROSS), (at, high + _CROSS))
