"""A large drawing on several sheets that are cut, glued over each other and hung up as one.

Each sheet but the last of a row ends in a dashed line, beyond which nothing of the drawing
stands; the next one begins with a striped edge for the glue, and with a part of the same drawing
that helps to lay the first one right. Every sheet keeps the white that printers need.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from math import sqrt

from toolkit.language import Language
from toolkit.paper.pdf.document import Face, Placed
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.setting.blocks import passage
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.paging import page_box
from toolkit.paper.setting.sheet import Box
from toolkit.paper.setting.sketch import Sketch, View
from toolkit.paper.type import fonts, theme
from toolkit.paper.type.flow import Run

SHEETS = {1: (1, 1), 2: (1, 2), 4: (2, 2), 6: (3, 2), 9: (3, 3)}
"""Columns and rows of each number of sheets."""

_LYING = frozenset({2})
"""Where the sheets lie on their long side, so that the whole stands upright."""

_LABEL = 7 * theme.MM
"""What is cut off at a dashed line, and the striped edge: room for a line of words."""

_SAME = 3 * theme.MM
"""How much of the drawing at least stands on both sheets."""

_STRIPES = 5 * theme.MM

_FREE = 5 * theme.MM
"""White on the wall between a seam and a number beside it."""

_NEAR = 0.01
"""Points within which two places are the same."""

_LESS = 70
"""How many hundredths a number may be smaller, so that no group of digits is cut by a seam."""

_ENOUGH = 0.88
"""How much smaller a number may be to begin where all lines begin."""


@dataclass(frozen=True)
class Tiling:
    """How a drawing lies on sheets. `window` is the part of each that is printed on, in points."""

    columns: int
    rows: int
    window: Box
    overlap: float

    @property
    def many(self) -> int:
        """How many sheets there are."""
        return self.columns * self.rows

    @property
    def step(self) -> tuple[float, float]:
        """How far from sheet to sheet, across and down."""
        lost = _LABEL + self.overlap
        return self.window.width - lost, self.window.height - lost

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the whole on the wall."""
        across, down = self.step
        return (
            (self.columns - 1) * across + self.window.width,
            (self.rows - 1) * down + self.window.height,
        )

    @property
    def striped(self) -> float:
        """How wide the edge for the glue is that shows nothing of the drawing."""
        return min(_LABEL, self.overlap - _SAME)

    @cached_property
    def scale(self) -> float:
        """How much larger the whole is than a drawing of the same shape on one sheet."""
        width, height = self.size
        return sqrt(width * height / (self.window.width * self.window.height))

    @property
    def seams(self) -> tuple[float, ...]:
        """Where a drawing is cut from top to bottom, in points from its left edge."""
        tiles = range(self.columns - 1)
        return tuple(self.shown(tile).right / self.scale for tile in tiles)

    def place(self, tile: int) -> tuple[int, int]:
        """Column and row of a sheet, which are counted row by row."""
        return tile % self.columns, tile // self.columns

    def name(self, tile: int) -> str:
        """`B2`: the second sheet of the second row."""
        column, row = self.place(tile)
        return f"{'ABC'[row]}{column + 1}"

    def shown(self, tile: int) -> View:
        """What of the whole a sheet shows, in points on the wall."""
        (column, row), (across, down) = self.place(tile), self.step
        left, top = column * across, row * down
        return View(
            left + (self.striped if column else 0),
            top + (self.striped if row else 0),
            left + self.window.width - (_LABEL if column < self.columns - 1 else 0),
            top + self.window.height - (_LABEL if row < self.rows - 1 else 0),
        )


def tiling(order: Order) -> Tiling:
    """How the sheets of a job lie."""
    sheets = order.job.sheets
    window = page_box(order, lying=sheets in _LYING)
    return Tiling(*SHEETS[sheets], window, order.theme.overlap * theme.MM)


def unbroken(number: str, most: float, order: Order, width: float) -> tuple[float, float]:
    """The largest size, and how far to the right, so that seams keep its groups of digits whole.

    Glued a little askew, a number that is cut inside a group reads as another number. A seam goes
    through the white behind a hyphen or a space, or misses the number.
    """
    seams = tiling(order).seams
    free = _FREE / tiling(order).scale
    ends = tuple(accumulate((fonts.width(one, False) / 1000 for one in number), initial=0.0))
    breaks = [end for end, one in zip(ends[1:-1], number, strict=False) if not one.isdigit()]

    def missed(size: float, reach: float) -> bool:
        behind, before = reach - free + _NEAR, reach + ends[-1] * size + free
        white = [reach + one * size for one in breaks]
        return all(
            seam <= behind or seam >= before or any(abs(seam - one) < _NEAR for one in white)
            for seam in seams
        )

    best = 0.0, 0.0
    for size in (most * (100 - less) / 100 for less in range(_LESS + 1)):
        if size < max(order.theme.number.smallest, best[0] * _ENOUGH):
            break
        reaches = {0.0, *(seam + free for seam in seams)}
        reaches |= {seam - one * size for seam in seams for one in breaks}
        room = width - 1 - ends[-1] * size
        found = [one for one in reaches if 0 <= one <= room and missed(size, one)]
        if found and min(found) < 1:
            return size, min(found)
        if found and not best[0]:
            best = size, min(found)
    return best if best[0] else (most, 0.0)


def faces(drawing: Sketch, order: Order, lying: Tiling) -> tuple[Face, ...]:
    """The sheets. The drawing is as large as the whole divided by its scale."""
    paper = order.paper
    sides = (paper.short, paper.long)
    width, height = sides[::-1] if order.job.sheets in _LYING else sides
    name = order.lang.gettext("Sheet {tile}")
    return tuple(
        Face(
            width,
            height,
            (
                Placed(lying.window.x, lying.window.top, _Tile(drawing, lying, tile)),
                Placed(lying.window.x, lying.window.top, _Marks(lying, tile, order)),
            ),
            name.format(tile=lying.name(tile)),
        )
        for tile in range(lying.many)
    )


@dataclass(frozen=True, slots=True)
class _Tile:
    """The part of a drawing that stands on one sheet."""

    drawing: Sketch
    tiling: Tiling
    tile: int

    @property
    def height(self) -> float:
        """As high as what is printed on."""
        return self.tiling.window.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""
        lying, scale = self.tiling, self.tiling.scale
        (column, row), (across, down) = lying.place(self.tile), lying.step
        at = x - column * across, top - row * down
        shown = lying.shown(self.tile)
        size = shown.right - shown.left, shown.bottom - shown.top
        views = tuple(
            View(*(side / scale for side in lying.shown(tile))) for tile in range(lying.many)
        )
        with (
            pen.clipped(at[0] + shown.left, at[1] + shown.top, *size),
            pen.scaled(*at, scale),
        ):
            self.drawing.draw(pen, views, self.tile)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Where to cut and to glue, which sheet it is, and a small plan of all."""

    tiling: Tiling
    tile: int
    order: Order

    @property
    def height(self) -> float:
        """As high as what is printed on."""
        return self.tiling.window.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw them."""
        lying, window = self.tiling, self.tiling.window
        column, row = lying.place(self.tile)
        right, bottom = x + window.width, top + window.height
        if column < lying.columns - 1:
            pen.line((right - _LABEL, top), (right - _LABEL, bottom), dashed=True)
        if row < lying.rows - 1:
            pen.line((x, bottom - _LABEL), (right, bottom - _LABEL), dashed=True)
        label = self._label(pen, x, top if row else bottom - _LABEL)
        if column:
            start = top + lying.striped if row else top
            end = bottom - _LABEL if row < lying.rows - 1 else bottom
            self._stripes(pen, (x, start), (x + lying.striped, end))
        if row:
            end = right - _LABEL if column < lying.columns - 1 else right
            self._stripes(pen, (label, top), (end, top + lying.striped))

    def _label(self, pen: Pen, x: float, top: float) -> float:
        """Plan and words in a line; returns where they end."""
        lying = self.tiling
        high = lying.striped if lying.place(self.tile)[1] else _LABEL
        cell = (high - 2) / lying.rows
        share = lying.window.width / lying.window.height
        for tile in range(lying.many):
            column, row = lying.place(tile)
            pen.box(
                x + column * cell * share,
                top + 1 + row * cell,
                cell * share,
                cell,
                filled=tile == self.tile,
            )
        at = x + lying.columns * cell * share + 2 * theme.MM
        told = Run(_told(lying, self.tile, self.order.lang))
        words = passage((told,), self.order.theme.small, lying.window.width, theme.TIGHT)
        words.draw(pen, at, top + (high - words.height) / 2)
        return at + words.width + 2 * theme.MM

    @staticmethod
    def _stripes(pen: Pen, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Slanting lines in a rectangle, along its longer side."""
        (left, top), (right, bottom) = start, end
        across = right - left > bottom - top
        thick = bottom - top if across else right - left
        for step in range(int((right - left if across else bottom - top) / _STRIPES)):
            at = step * _STRIPES
            if across and left + at + thick <= right:
                pen.line((left + at, bottom), (left + at + thick, top))
            elif not across and top + at + thick <= bottom:
                pen.line((left, top + at + thick), (right, top + at))


def _told(lying: Tiling, tile: int, lang: Language) -> str:
    """What to do with a sheet."""
    column, row = lying.place(tile)
    told = [lang.gettext("Sheet {tile}.").format(tile=lying.name(tile))]
    if column < lying.columns - 1 or row < lying.rows - 1:
        told.append(lang.gettext("Cut along the dashed lines."))
    if column or row:
        told.append(lang.gettext("Put glue on the striped edges."))
    return " ".join(told)
