"""Boxes to tick or to write in, with their words, in rows: what is filled in on the head of a sheet.

Knows blocks and sizes; nothing of what is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.paper.pdf.pen import Pen
from toolkit.paper.setting.blocks import Passage
from toolkit.paper.type import theme
from toolkit.paper.type.flow import TooWide

BOX = 7.5 * theme.MM
"""The side of a box to tick, and the height of one to write in; for a felt pen."""

_APART = 6 * theme.MM
_NEAR = 2 * theme.MM

Group = tuple[Passage | float, ...]
"""Words, and boxes that are so wide, in a row."""


def rows(groups: Sequence[Group], width: float) -> Iterator[Row]:
    """Groups in rows, as many in each as fit. Raises TooWide for one that fits nowhere."""
    row: tuple[Group, ...] = ()
    for group in groups:
        if (over := Row((group,)).width - width) > 0:
            words = next(one for one in group if not isinstance(one, float))
            raise TooWide("".join(run.text for run in words.lines[0].runs), over)
        if row and Row((*row, group)).width > width:
            yield Row(row)
            row = ()
        row = (*row, group)
    yield Row(row)


@dataclass(frozen=True, slots=True)
class Row:
    """Boxes to tick or to write in, with their words; what belongs together stands near."""

    groups: tuple[Group, ...]

    @property
    def height(self) -> float:
        """That of a box."""
        return BOX

    @property
    def width(self) -> float:
        """How much of the head it takes."""
        inside = (sum(map(_wide, group)) + _NEAR * (len(group) - 1) for group in self.groups)
        return sum(inside) + _APART * (len(self.groups) - 1)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner there."""
        for group in self.groups:
            for one in group:
                if isinstance(one, float):
                    pen.box(x, top, one, BOX)
                else:
                    one.draw(pen, x, top + (BOX - one.lead) / 2)
                x += _wide(one) + _NEAR
            x += _APART - _NEAR


def _wide(one: Passage | float) -> float:
    return one if isinstance(one, float) else one.width
