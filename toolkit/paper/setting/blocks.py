"""What a panel is built of: measured blocks, stacked from the top.

A block knows its height before anything is drawn, so that a panel can be tried in one
type size after another. All measures are points.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from toolkit.paper.pdf.pen import Block, Pen
from toolkit.paper.type import flow, fonts, icons, qr, theme
from toolkit.paper.type.flow import Line, Runs

__all__ = ("Block",)


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of words in one size."""

    lines: tuple[Line, ...]
    size: float
    lead: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.lead

    @property
    def width(self) -> float:
        """The width of its longest line."""
        return max((line.width for line in self.lines), default=0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.lines(self.lines, x, top, self.size, self.lead)


def passage(
    runs: Runs, size: float, width: float, lead: float = theme.LEADING, balanced: bool = False
) -> Passage:
    """Words broken to a width. Raises `flow.TooWide`."""
    return Passage(flow.lines(runs, size, width, balanced), size, size * lead)


def headline(runs: Runs, size: float, width: float) -> Passage:
    """A balanced, bold title; in a smaller size if one of its words is too long for `size`.

    Raises `flow.TooWide` if that does not help.
    """
    heavy = bold(runs)
    while True:
        try:
            return passage(heavy, size, width, theme.TIGHT, balanced=True)
        except flow.TooWide:
            size -= 2
            if size < theme.HEADLINE:
                raise


@dataclass(frozen=True, slots=True)
class Tagged:
    """A block and what it is to a reader who hears it: a heading `H1`, a list `L`, a figure.

    `alt` says what a figure shows; `order` is the place among its neighbours where they are
    not drawn in the order of reading.
    """

    role: str
    block: Block
    alt: str = ""
    order: int | None = None

    @property
    def height(self) -> float:
        return self.block.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.element(self.role, self.alt, self.order):
            self.block.draw(pen, x, top)


def listed(gap: float, *items: Block) -> Tagged:
    """A list of items one below the other."""
    return Tagged("L", spaced(gap, *(Tagged("LI", Tagged("LBody", item)) for item in items)))


def bold(runs: Runs) -> Runs:
    """The same words in the heavier weight."""
    return tuple(run._replace(bold=True) for run in runs)


@dataclass(frozen=True, slots=True)
class Gap:
    """White."""

    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Nothing to draw."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the column, with the white below it."""

    width: float
    height: float = 0.0
    weight: float = theme.RULE

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.rule(x, top, self.width, self.weight)


@dataclass(frozen=True, slots=True)
class Picture:
    """An icon."""

    name: str
    height: float
    stroke: float = icons.STROKE

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.icon(self.name, x, top, self.height, self.stroke)


@dataclass(frozen=True, slots=True)
class Marked:
    """A passage with a small drawn mark before its first line."""

    mark: str
    words: Passage
    indent: float

    @property
    def height(self) -> float:
        return self.words.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        size = self.words.size * 0.72
        base = top + (self.words.lead + fonts.ascent(self.words.size)) / 2
        pen.icon(self.mark, x, base - size + 0.5, size, stroke=3.4)
        self.words.draw(pen, x + self.indent, top)


@dataclass(frozen=True, slots=True)
class WriteIn:
    """A label and a line to write on; `reach` is where the line begins."""

    label: Passage
    reach: float
    width: float
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        low = top + self.height - self.label.lead
        self.label.draw(pen, x, low)
        base = low + (self.label.lead + fonts.ascent(self.label.size)) / 2 + 2
        pen.rule(x + self.reach, base, self.width - self.reach)


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code without its quiet zone."""

    code: qr.Code
    height: float
    alt: str

    def draw(self, pen: Pen, x: float, top: float) -> None:
        with pen.element("Figure", self.alt):
            pen.code(self.code, x, top, self.height)


@dataclass(frozen=True, slots=True)
class Beside:
    """Two blocks side by side; the second `reach` to the right and `drop` lower."""

    left: Block
    right: Block
    reach: float
    drop: float = 0.0

    @property
    def height(self) -> float:
        return max(self.left.height, self.right.height + self.drop)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        self.left.draw(pen, x, top)
        self.right.draw(pen, x + self.reach, top + self.drop)


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side, each `step` to the right of the one before it."""

    blocks: tuple[Block, ...]
    step: float

    @property
    def height(self) -> float:
        return max((block.height for block in self.blocks), default=0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for place, block in enumerate(self.blocks):
            block.draw(pen, x + place * self.step, top)


@dataclass(frozen=True)
class Stack:
    """Blocks one below the other."""

    blocks: tuple[Block, ...]

    @cached_property
    def height(self) -> float:
        return sum(block.height for block in self.blocks)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for block in self.blocks:
            block.draw(pen, x, top)
            top += block.height


def stack(*blocks: Block) -> Stack:
    """Blocks one below the other."""
    return Stack(blocks)


def spaced(gap: float, *blocks: Block) -> Stack:
    """Blocks one below the other with white between them."""
    spread: list[Block] = []
    for place, block in enumerate(blocks):
        spread += [Gap(gap), block] if place else [block]
    return Stack(tuple(spread))
