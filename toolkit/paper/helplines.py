"""Help lines as blocks: the number large and regular, because bold digits fill in when copied."""

from __future__ import annotations

from typing import NamedTuple

from toolkit.paper import flow, fonts, theme
from toolkit.paper.blocks import Beside, Block, Passage, Stack, bold, passage, spaced, stack
from toolkit.paper.words import Group, Helpline

_APART = 4 * theme.MM


class Sizes(NamedTuple):
    """Sizes of number and small words, and the white between two help lines; points."""

    number: float
    small: float
    gap: float


STEPS = (
    Sizes(20.0, 13.0, 14.0),
    Sizes(20.0, 12.5, 12.0),
    Sizes(18.0, 12.0, 12.0),
    Sizes(18.0, 12.0, 9.0),
    Sizes(18.0, 11.5, 8.0),
    Sizes(18.0, 11.0, 9.0),
    Sizes(18.0, 11.0, 6.0),
    Sizes(17.0, 11.0, 4.5),
    Sizes(16.0, 11.0, 3.5),
    Sizes(16.0, 11.0, 2.0),
)
"""Sizes to try, largest first."""


def group(words: Group, width: float, sizes: Sizes) -> Stack:
    """Help lines one below the other."""
    rows = (row(line, width, sizes.number, sizes.small) for line in words.lines)
    return spaced(sizes.gap, *rows)


def row(line: Helpline, width: float, number: float, small: float) -> Stack:
    """One help line: number, name, for whom, how fresh. The name goes beside a short number."""
    digits = passage(line.number, number, width, theme.TIGHT)
    about = passage(line.about, small, width, theme.SMALL_LEADING)
    name = passage(bold(line.name), theme.NAME, width, theme.TIGHT)
    stamp = _stamp(line)
    taken = stamp.width + _APART if stamp else 0.0
    beside = digits.width + _APART + name.width + taken <= width and len(name.lines) == 1
    head: Block = digits
    if beside:
        head = Beside(head, name, digits.width + _APART, _drop(digits, name))
    if stamp and digits.width + taken <= width:
        head = Beside(head, stamp, width - stamp.width, _drop(digits, stamp))
    elif stamp:
        head = stack(stamp, head)
    return stack(head, about) if beside else stack(head, name, about)


def _stamp(line: Helpline) -> Passage | None:
    if not line.stamp:
        return None
    return Passage(
        flow.lines(line.stamp, theme.SMALL, 1000.0), theme.SMALL, theme.SMALL * theme.TIGHT
    )


def _drop(large: Passage, small: Passage) -> float:
    """How much lower the smaller words start, so that both stand on one baseline."""
    return _base(large) - _base(small)


def _base(words: Passage) -> float:
    return (words.lead + fonts.ascent(words.size)) / 2
