"""Panels on a sheet: where they lie, and what is said when words do not fit.

Nothing is ever shrunk below the floor, moved to another page or lost: what does not
fit is an error that names the panel and how much is too much.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import ParamSpec, TypeVar

from toolkit.content.place import Place
from toolkit.content.theme import Paper, Theme
from toolkit.language import N_, Said, said
from toolkit.paper.type import theme
from toolkit.paper.type.flow import TooWide
from toolkit.paper.type.trouble import Unprintable

NEAREST = 8.5
"""Millimetres from the edge where words may begin: their ink, which hangs over a little, keeps 8."""

SLACK = 0.01
"""Points by which rounding may make something too high."""

_B = TypeVar("_B")
_S = TypeVar("_S")
_P = ParamSpec("_P")


@dataclass(frozen=True, slots=True)
class Box:
    """The part of a sheet that words may use, in points from the top left corner."""

    x: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Spot:
    """A panel as a person knows it: its name, the place of its words, how to make room."""

    name: Said
    place: Place
    mend: str = N_("Shorten the words there, or leave one sentence out.")


def roomiest(settings: Sequence[_S], set_in: Callable[[_S], tuple[_B, float]]) -> tuple[_B, float]:
    """What comes of the most generous setting that fits, or of the tightest if none does.

    `settings` go from generous to tight, so that halving finds it in a few tries;
    `set_in` returns what a setting makes of the words, and how many points too much it is.
    """
    tried: dict[int, tuple[_B, float]] = {}

    def fits(place: int) -> bool:
        tried[place] = set_in(settings[place])
        return tried[place][1] <= SLACK

    found = bisect_left(range(len(settings)), True, key=fits)
    return tried[min(found, len(settings) - 1)]


def boxes(widths: tuple[float, ...], paper: Paper, look: Theme) -> tuple[Box, ...]:
    """The panels of a landscape sheet, from the left. `widths` are millimetres."""
    edge = look.edge
    top = (paper.short - paper.used) / 2 + edge
    found = []
    left = 0.0
    for place, width in enumerate(widths):
        before = edge if place == 0 else look.gutter
        after = edge if place == len(widths) - 1 else look.gutter
        found.append(
            Box(
                (left + before) * theme.MM,
                top * theme.MM,
                (width - before - after) * theme.MM,
                (paper.used - 2 * edge) * theme.MM,
            )
        )
        left += width
    return tuple(found)


def too_long(spot: Spot, over: float, lead: float) -> Unprintable:
    """The error for words that are `over` points too high for their panel."""
    return Unprintable(
        spot.place,
        "paper-too-long",
        said(
            "{panel} is {mm} mm too long; lines to lose: {lines}.",
            panel=spot.name,
            mm=ceil(over / theme.MM),
            lines=ceil(over / lead),
        ),
        Said(spot.mend, {}),
    )


def too_wide(spot: Spot, word: TooWide) -> Unprintable:
    """The error for a word that is wider than its panel and may not be broken."""
    return Unprintable(
        spot.place,
        "paper-too-wide",
        said(
            "In {panel}, “{word}” is {mm} mm wider than the panel.",
            panel=spot.name,
            word=word.word,
            mm=ceil(word.over / theme.MM),
        ),
        Said(N_("Use a shorter word, or put a space into it."), {}),
    )


def guarded(spot: Spot, make: Callable[_P, _B], *args: _P.args, **kwargs: _P.kwargs) -> _B:
    """What `make` makes; a word that is too wide becomes an error that names the panel."""
    try:
        return make(*args, **kwargs)
    except TooWide as word:
        raise too_wide(spot, word) from None
