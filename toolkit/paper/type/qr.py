"""A QR code as the outline of its dark modules, so that no viewer shows seams.

Level M survives four photocopies; the quiet zone is the caller's white space.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

QUIET = 4
"""Modules of white that must stay around a code."""

Point = tuple[int, int]


class Code(NamedTuple):
    """A code of `size` by `size` modules. The outlines are filled even-odd, y downwards."""

    size: int
    outlines: tuple[tuple[Point, ...], ...]


@lru_cache(maxsize=256)
def code(content: str) -> Code:
    """The code for an address or a `tel:` number."""
    import segno

    rows = segno.make_qr(content, error="m", boost_error=False).matrix
    dark = {(x, y) for y, row in enumerate(rows) for x, bit in enumerate(row) if bit}
    return Code(len(rows), _outlines(dark))


def _outlines(dark: set[Point]) -> tuple[tuple[Point, ...], ...]:
    """Walk around every dark region, keeping it on the right hand."""
    edges: dict[Point, list[Point]] = {}
    for x, y in sorted(dark):
        for beside, start, end in (
            ((x, y - 1), (x, y), (x + 1, y)),
            ((x + 1, y), (x + 1, y), (x + 1, y + 1)),
            ((x, y + 1), (x + 1, y + 1), (x, y + 1)),
            ((x - 1, y), (x, y + 1), (x, y)),
        ):
            if beside not in dark:
                edges.setdefault(start, []).append(end)
    found = []
    while edges:
        start = min(edges)
        path = [start]
        while True:
            here = path[-1]
            ends = edges[here]
            path.append(ends.pop())
            if not ends:
                del edges[here]
            if path[-1] == start:
                break
        found.append(_corners(path[:-1]))
    return tuple(found)


def _corners(path: list[Point]) -> tuple[Point, ...]:
    """A closed path without the points that lie on a straight stretch."""
    around = [path[-1], *path, path[0]]
    return tuple(
        here
        for before, here, after in zip(around[:-2], path, around[2:], strict=True)
        if (before[0] - here[0]) * (after[1] - here[1])
        != (before[1] - here[1]) * (after[0] - here[0])
    )
