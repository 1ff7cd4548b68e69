"""What long texts are set out with: bars, frames, boxes to tick, lines to write on, rows of tables.

Blocks like any other; they know no product and no words.
"""

# ruff: noqa: D102 - height and draw are described once, at Block

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from toolkit.paper.pdf.pen import Pen
from toolkit.paper.setting.blocks import Block, Passage, Stack, Tagged
from toolkit.paper.type import fonts, theme

BAR = 2.25
"""Points: as thick as no other line, so that a script is told from all else in the dark."""

TICK = 4.5 * theme.MM
"""The side of a box to tick: a ball pen hits it."""


@dataclass(frozen=True, slots=True)
class Barred:
    """A block with a thick line along its left side."""

    block: Block
    indent: float

    @property
    def height(self) -> float:
        return self.block.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        middle = x + BAR / 2
        pen.line((middle, top + 2), (middle, top + self.height - 2), BAR)
        self.block.draw(pen, x + self.indent, top)


@dataclass(frozen=True, slots=True)
class Framed:
    """A block in a box of this width, with so much white beside it, and `above` and below it."""

    block: Block
    width: float
    white: float
    above: float | None = None

    @property
    def height(self) -> float:
        return self.block.height + 2 * self._above

    @property
    def _above(self) -> float:
        return self.white if self.above is None else self.above

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.box(x, top, self.width, self.height)
        self.block.draw(pen, x + self.white, top + self._above)


@dataclass(frozen=True, slots=True)
class Tick:
    """A passage with a box to tick before its first line."""

    words: Passage
    indent: float

    @property
    def height(self) -> float:
        return max(self.words.height, TICK + 1)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        base = top + (self.words.lead + fonts.ascent(self.words.size)) / 2
        middle = base - fonts.ascent(self.words.size) / 2
        pen.box(x, max(middle - TICK / 2, top), TICK, TICK)
        self.words.draw(pen, x + self.indent, top)


@dataclass(frozen=True, slots=True)
class Ruled:
    """Lines to write on, `step` apart; the first one is a step below the top."""

    width: float
    many: int
    step: float

    @property
    def height(self) -> float:
        return self.many * self.step

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for place in range(1, self.many + 1):
            pen.rule(x, top + place * self.step, self.width)


@dataclass(frozen=True, slots=True)
class Cells:
    """Blocks side by side in columns of these widths, with a line below and white around."""

    blocks: tuple[Block, ...]
    widths: tuple[float, ...]
    white: float
    weight: float = theme.RULE

    @property
    def height(self) -> float:
        return max(block.height for block in self.blocks) + 2 * self.white

    def draw(self, pen: Pen, x: float, top: float) -> None:
        left = x
        for block, width in zip(self.blocks, self.widths, strict=True):
            block.draw(pen, left, top + self.white)
            left += width
        pen.rule(x, top + self.height, sum(self.widths), self.weight)


def row(
    cells: Sequence[Block], widths: Sequence[float], white: float, *, head: bool = False
) -> Tagged:
    """A row of a table; the row of its heads has a firmer line below it."""
    tagged = tuple(Tagged("TH" if head else "TD", cell) for cell in cells)
    weight = theme.FRAME if head else theme.RULE
    return Tagged("TR", Cells(tagged, tuple(widths), white, weight))


def table(rows: tuple[Block, ...]) -> Tagged:
    """Rows, one below the other, as one table."""
    return Tagged("Table", Stack(rows))
