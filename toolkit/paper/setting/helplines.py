"""Help lines as blocks: the number large and regular, because bold digits fill in when copied."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.content.theme import Theme
from toolkit.paper.setting.blocks import Beside, Block, Passage, Stack, bold, passage, spaced, stack
from toolkit.paper.setting.words import Group, Helpline
from toolkit.paper.type import flow, fonts, theme
from toolkit.paper.type.flow import Run

_APART = 4 * theme.MM


class Sizes(NamedTuple):
    """Sizes of number and small words, the white between two help lines, and the lead.

    Sizes and white are points, the lead of the small words is a share of their size. `name`
    and `stamp` are the sizes of a help line's name and of the stamp of a stale one.
    """

    number: float
    small: float
    gap: float
    lead: float = theme.SMALL_LEADING
    name: float = 13.0
    stamp: float = 11.0


_STEPS = (
    (1.0, 1.0, 14.0, 1.23),
    (1.0, 0.75, 12.0, 1.23),
    (0.5, 0.5, 12.0, 1.23),
    (0.5, 0.5, 9.0, 1.23),
    (0.5, 0.25, 8.0, 1.23),
    (0.5, 0.0, 9.0, 1.23),
    (0.5, 0.0, 6.0, 1.23),
    (0.25, 0.0, 5.0, 1.2),
    (0.0, 0.0, 4.0, 1.17),
    (0.0, 0.0, 2.5, 1.15),
)
"""From generous to tight: where number and small words stand between smallest and largest, white, lead."""

_MORE = 2.0
"""How much larger than notes the small words of a help line are where there is room."""


def sizes(look: Theme, number: float, small: float, gap: float, lead: float) -> Sizes:
    """A theme's sizes at such shares of the way from the smallest (0) to the largest (1)."""
    return Sizes(
        look.number.at_share(number),
        look.small + _MORE * small,
        gap,
        lead,
        name=look.leaflet.smallest,
        stamp=look.small,
    )


def steps(look: Theme) -> tuple[Sizes, ...]:
    """Sizes to try, largest first."""
    return tuple(sizes(look, *step) for step in _STEPS)


def group(words: Group, width: float, sizes: Sizes) -> Stack:
    """Help lines one below the other."""
    return spaced(sizes.gap, *(row(line, width, sizes) for line in words.lines))


def row(line: Helpline, width: float, sizes: Sizes) -> Stack:
    """One help line: number, name, for whom, how fresh.

    The name goes beside a short number. A stamp stands at the end of the first line,
    or before the small words where that takes less room.
    """
    if not line.stamp:
        return _row(line, width, sizes, None)
    inline = line._replace(about=(*line.stamp, Run(" "), *line.about))
    rows = [_row(inline, width, sizes, None)]
    stamp = passage(line.stamp, sizes.stamp, width, theme.TIGHT)
    if flow.lines(line.number, sizes.number, width)[0].width + _APART + stamp.width <= width:
        rows.insert(0, _row(line, width, sizes, stamp))
    return min(rows, key=lambda made: made.height)


def _row(line: Helpline, width: float, sizes: Sizes, stamp: Passage | None) -> Stack:
    digits = passage(line.number, sizes.number, width, theme.TIGHT)
    about = passage(line.about, sizes.small, width, sizes.lead)
    name = passage(bold(line.name), sizes.name, width, theme.TIGHT)
    taken = stamp.width + _APART if stamp else 0.0
    beside = digits.width + _APART + name.width + taken <= width and len(name.lines) == 1
    head: Block = digits
    if beside:
        head = Beside(head, name, digits.width + _APART, _drop(digits, name))
    if stamp:
        head = Beside(head, stamp, width - stamp.width, _drop(digits, stamp))
    return stack(head, about) if beside else stack(head, name, about)


def _drop(large: Passage, small: Passage) -> float:
    """How much lower the smaller words start, so that both stand on one baseline."""
    return _base(large) - _base(small)


def _base(words: Passage) -> float:
    return (words.lead + fonts.ascent(words.size)) / 2
