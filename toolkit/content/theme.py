"""How things look on paper, as far as a designer may change it: sheets, margins, type.

Measures are millimetres, sizes of type are points. The floors that hold for every page are in
the reader of `print/theme.yaml`: what a photocopier or an old eye needs is nobody's taste.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from toolkit.content.place import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet. `used` is the width of the short side that every sheet of that name has.

    `narrow` and `wide` are the panels of a leaflet: the one that is folded in is narrower.
    """

    id: str
    name: str
    long: float
    short: float
    used: float
    narrow: float
    wide: float
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    def inside(self) -> tuple[float, float, float]:
        """Panel widths of the inside, left to right."""
        return (self.wide, self.wide, self.narrow)

    def outside(self) -> tuple[float, float, float]:
        """Panel widths of the outside: flap, back, front."""
        return (self.narrow, self.wide, self.wide)


@dataclass(frozen=True, slots=True)
class Range:
    """Sizes of type in points: the largest is used where there is room, none is below the smallest."""

    largest: float
    smallest: float

    def steps(self, step: float = 0.5) -> tuple[float, ...]:
        """All sizes between them, largest first."""
        many = round((self.largest - self.smallest) / step)
        return (*(self.largest - step * one for one in range(many)), self.smallest)


PAPERS = MappingProxyType(
    {
        "a4": Paper("a4", "A4", 297, 210, 210, 97, 100),
        "f4": Paper("f4", "F4", 330, 215, 210, 108, 111),
    }
)


@dataclass(frozen=True, slots=True)
class Theme:
    """Measures of every product.

    `edge` is the white at the edges of a sheet, `gutter` that on both sides of a fold, `code`
    the width of a QR code, `overlap` how far the sheets of a poster lie over each other.
    `body` is what is read on pages, `leaflet` the same on leaflets; `number` is a telephone
    number, `small` sources and notes.
    """

    papers: Mapping[str, Paper] = field(default_factory=lambda: PAPERS)
    typeface: str = "noto-sans"
    edge: float = 9.0
    gutter: float = 8.5
    code: float = 30.5
    overlap: float = 15.0
    body: Range = field(default=Range(14.0, 12.0))
    leaflet: Range = field(default=Range(15.0, 13.0))
    number: Range = field(default=Range(20.0, 16.0))
    title: float = 24.0
    heading: float = 16.0
    small: float = 11.0
    at: Place = field(default=NOWHERE, compare=False, repr=False)
