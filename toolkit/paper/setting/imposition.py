"""Which page of a booklet stands where: sheets printed on both sides, folded together once, stapled.

Pages are counted from 1; a sheet holds four of them. Knows numbers only.
"""

from __future__ import annotations

from typing import NamedTuple


class Side(NamedTuple):
    """One side of a sheet that is going to be folded: the pages on its left and on its right."""

    left: int
    right: int


class Sheet(NamedTuple):
    """A sheet of a booklet. `front` is the side that lies outside when it is folded."""

    front: Side
    back: Side


def padded(pages: int) -> int:
    """The number of pages that whole sheets have: a multiple of four, at least one sheet."""
    return max(-(-pages // 4), 1) * 4


def imposed(pages: int) -> tuple[Sheet, ...]:
    """The sheets of a booklet, the outermost first. `pages` is a multiple of four.

    Raises ValueError for any other number.
    """
    if pages != padded(pages):
        raise ValueError(pages)
    return tuple(
        Sheet(Side(pages - 2 * one, 2 * one + 1), Side(2 * one + 2, pages - 2 * one - 1))
        for one in range(pages // 4)
    )
