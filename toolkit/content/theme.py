"""How things look on paper, as far as a designer may change it: sheets, margins, type.

Measures are millimetres, sizes of type are points. The floors that hold for every page are in
the reader of `print/theme.yaml`: what a photocopier or an old eye needs is nobody's taste.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any

from toolkit.content.place import NOWHERE, Place

TYPEFACES = ("noto-sans", "fira-go", "ubuntu")
"""The typefaces that come with the program, the usual one first.

In all of them I, l and 1 look different, so that nobody misreads an address or an id.
"""


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
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    def steps(self, step: float = 0.5) -> tuple[float, ...]:
        """All sizes between them, largest first."""
        many = round((self.largest - self.smallest) / step)
        sizes = (*(self.largest - step * one for one in range(many)), self.smallest)
        return tuple(dict.fromkeys(size for size in sizes if size >= self.smallest))

    def at_share(self, share: float) -> float:
        """The size at a share of the way from the smallest (0) to the largest (1)."""
        return self.smallest + share * (self.largest - self.smallest)


@dataclass(frozen=True, slots=True)
class OwnTypeface:
    """A typeface that an office brings along: names of two files in print/, and what is in them.

    The contents are empty until the files have been read and found fit for printing.
    """

    regular: str
    bold: str
    contents: tuple[bytes, bytes] = field(default=(b"", b""), repr=False)
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def digest(self) -> str:
        """A short name for these very letter shapes."""
        from hashlib import blake2b

        made = blake2b(digest_size=8)
        for content in self.contents:
            made.update(blake2b(content).digest())
        return made.hexdigest()


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
    `body` is what is read on pages, `leaflet` the same on what is taken home, the leaflet and
    the one-page summary; `number` is a telephone number, `small` sources and notes. `own` is
    an office's own typeface, which stands in for `typeface`.
    """

    papers: Mapping[str, Paper] = field(default_factory=lambda: PAPERS)
    typeface: str = TYPEFACES[0]
    own: OwnTypeface | None = None
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

    def digest(self) -> str:
        """A short hash of everything in it: the same on every computer, another after any change."""
        from hashlib import blake2b

        told = repr(_plain(self)).encode()
        return blake2b(told, digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class ThemeChanges:
    """What one theme file says; None, or no papers, for what it leaves as it is."""

    papers: tuple[Paper, ...] = ()
    typeface: str | None = None
    own: OwnTypeface | None = None
    edge: float | None = None
    gutter: float | None = None
    code: float | None = None
    overlap: float | None = None
    body: Range | None = None
    leaflet: Range | None = None
    number: Range | None = None
    title: float | None = None
    heading: float | None = None
    small: float | None = None
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    def over(self, theme: Theme) -> Theme:
        """The theme with these changes laid over it, key by key, and sheet by sheet."""
        papers = {**theme.papers, **{paper.id: paper for paper in self.papers}}
        new: dict[str, Any] = {
            one.name: value
            for one in fields(self)
            if one.name not in ("papers", "at") and (value := getattr(self, one.name)) is not None
        }
        if self.typeface and not self.own:
            new["own"] = None
        return replace(theme, papers=MappingProxyType(papers), at=self.at, **new)


def _plain(value: Any) -> Any:
    """A value as lists, words and fractions, which are written alike whatever they came from."""
    match value:
        case OwnTypeface():
            return value.digest
        case Mapping():
            return [_plain(value[key]) for key in sorted(value)]
        case int() | float():
            return float(value)
        case Theme() | Paper() | Range():
            return [_plain(getattr(value, one.name)) for one in fields(value) if one.compare]
    return value
