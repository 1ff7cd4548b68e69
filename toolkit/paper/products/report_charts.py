"""Bars on paper that survive a bad copier: the first an outline, the second solid, words beside both.

A bar's length is its share of the whole width, no more and no less; what was not measured
has no bar. Knows nothing of sessions: it draws two numbers and the words for them.
"""

# ruff: noqa: D102 - height and draw are described once, at blocks.Block

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from toolkit.paper.pdf.pen import Pen
from toolkit.paper.products.report_text import fitted, natural_width
from toolkit.paper.setting.blocks import Block, Passage
from toolkit.paper.type import fonts, theme

Pair = tuple[float | None, float | None]
"""Two numbers to compare: before and after, or planned and taken."""

_APART = 6.0
"""White between the columns of a pair of bars, in points."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Blocks anywhere in one row: each with how far to the right and how much lower it stands."""

    parts: tuple[tuple[float, float, Block], ...]

    @property
    def height(self) -> float:
        return max((drop + block.height for _, drop, block in self.parts), default=0.0)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for right, drop, block in self.parts:
            block.draw(pen, x + right, top + drop)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of `share` of `width`, standing on a line that marks nothing at all."""

    share: float
    width: float
    height: float
    filled: bool

    def draw(self, pen: Pen, x: float, top: float) -> None:
        long = self.share * self.width
        if long > 0:
            # An outline has two sides; below that it would be longer than its share.
            pen.box(x, top, long, self.height, filled=self.filled or long < 2 * theme.FRAME)


@dataclass(frozen=True, slots=True)
class Axis:
    """The line on which bars stand, and the line that they would reach if it were all."""

    width: float
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.mark(x, top, self.height)
        pen.mark(x + self.width, top, self.height)


@dataclass(frozen=True, slots=True)
class Framed:
    """Words in a box, for a warning."""

    words: Passage
    width: float
    inner: float = 6.0

    @property
    def height(self) -> float:
        return self.words.height + 2 * self.inner

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.box(x, top, self.width, self.height)
        self.words.draw(pen, x + self.inner + 1, top + self.inner)


@dataclass(frozen=True, slots=True)
class Swatch:
    """A small sample of a bar, for a legend."""

    filled: bool
    height: float
    width: float = 14.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.box(x, top, self.width, self.height, filled=self.filled)


class Compared(NamedTuple):
    """Two bars and what stands beside each: a short label before it, its figures after it."""

    shares: Pair
    labels: tuple[str, str]
    figures: tuple[str, str]


class Columns(NamedTuple):
    """Widths in points: of the labels, of the whole bar, and of the figures."""

    label: float
    bar: float
    figures: float

    @property
    def bar_at(self) -> float:
        """Where the bars begin."""
        return self.label + _APART

    @property
    def figures_at(self) -> float:
        """Where the figures begin."""
        return self.bar_at + self.bar + _APART


def columns(pairs: tuple[Compared, ...], size: float, width: float) -> Columns:
    """Columns for some pairs, so that all bars begin and end at the same places."""
    labels = [natural_width(one, size) for pair in pairs for one in pair.labels]
    figures = [natural_width(one, size) for pair in pairs for one in pair.figures]
    label = min(max(labels, default=0.0) + 0.5, width * 0.25)
    drawn = any(share is not None for pair in pairs for share in pair.shares)
    # Words in the place of every bar may have its room.
    figure = min(max(figures, default=0.0) + 0.5, width * (0.42 if drawn else 0.6))
    return Columns(label, width - label - figure - 2 * _APART, figure)


def compared(pair: Compared, at: Columns, size: float, lead: float) -> Placed:
    """Two bars, one above the other, their words on one line with them."""
    parts: list[tuple[float, float, Block]] = []
    top = 0.0
    thick = size * 0.72
    for place, share in enumerate(pair.shares):
        label = fitted(pair.labels[place], size, at.label, lead=lead, most=1)
        figures = fitted(pair.figures[place], size, at.figures, lead=lead, most=2)
        parts += [(0.0, top, label), (at.figures_at, top, figures)]
        if share is not None:
            bar = Bar(share, at.bar, thick, filled=place == 1)
            parts.append((at.bar_at, top + middle(size, lead, thick), bar))
        top += max(label.height, figures.height, size * lead)
    if any(share is not None for share in pair.shares):
        parts.append((at.bar_at, 0.0, Axis(at.bar, top)))
    return Placed(tuple(parts))


def against(first: float | None, second: float | None, width: float, height: float) -> Placed:
    """The second as a slim solid bar within the outline of the first."""
    slim = height * 0.4
    parts: list[tuple[float, float, Block]] = []
    if first is not None:
        parts.append((0.0, 0.0, Bar(first, width, height, filled=False)))
    if second is not None:
        parts.append((0.0, (height - slim) / 2, Bar(second, width, slim, filled=True)))
    return Placed(tuple(parts))


def middle(size: float, lead: float, thick: float) -> float:
    """How much lower than its line of words a bar starts, so that both have one middle."""
    base = (size * lead + fonts.ascent(size)) / 2
    return base - (fonts.ascent(size) + thick) / 2
