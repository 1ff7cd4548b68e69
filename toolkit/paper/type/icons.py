"""The icons: black line drawings of our own on a grid of 24 by 24, y downwards.

They are vector paths, not letters of a font: nothing strange gets into the text that
a reader copies, and the strokes are wide enough to survive photocopying. Each drawing
is a string of commands:

    M x y   L x y   C x1 y1 x2 y2 x y   Z     as everywhere: move, line, curve, close
    O x y r                                   a circle
    E x y rx ry                               an ellipse
    D x y r                                   a filled dot
    S r n x y …                               a closed shape of n points, corners rounded by r
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import hypot
from typing import NamedTuple

GRID = 24
STROKE = 1.5
"""Width of the pen on the grid."""

_ROUND = 0.5523
"""How far the handles of a quarter circle reach, as a share of its radius."""

_DRAWINGS = {
    "phone": "S 2.2 4 7 2 17 2 17 22 7 22 M 10.6 4.9 L 13.4 4.9 D 12 19 0.9",
    "chat": (
        "S 2.2 7 3 4 21 4 21 16.5 12.8 16.5 8 21.2 8 16.5 3 16.5"
        " M 7.3 8.5 L 16.7 8.5 M 7.3 12.2 L 13.2 12.2"
    ),
    "person": (
        "O 12 7.2 4.4 M 3.8 21.5 C 3.8 16.5 7.2 14.4 12 14.4 C 16.8 14.4 20.2 16.5 20.2 21.5 Z"
    ),
    "people": (
        "O 8.6 8.2 3.7 M 1.8 20.5 C 1.8 16.2 4.6 14.4 8.6 14.4 C 12.6 14.4 15.4 16.2 15.4 20.5 Z"
        " M 14.9 4.8 C 19 4.2 20.4 10.2 16.2 11.6"
        " M 17.6 14.6 C 20.6 15.2 22.2 17 22.2 20.5 L 18.6 20.5"
    ),
    "house": (
        "M 2.2 12.2 L 12 3.4 L 21.8 12.2 M 4.9 10 L 4.9 20.8 L 19.1 20.8 L 19.1 10"
        " M 9.8 20.8 L 9.8 14.4 L 14.2 14.4 L 14.2 20.8"
    ),
    "passport": (
        "S 2 4 4.8 2 19.2 2 19.2 22 4.8 22 O 12 10 4 M 8 10 L 16 10 E 12 10 1.7 4"
        " M 8.8 18 L 15.2 18"
    ),
    "document": (
        "S 1.2 5 4.8 2.2 14 2.2 19.2 7.4 19.2 21.8 4.8 21.8 M 13.8 2.4 L 13.8 7.6 L 19 7.6"
        " M 8.2 11.8 L 15.8 11.8 M 8.2 15 L 15.8 15 M 8.2 18.2 L 12.8 18.2"
    ),
    "money": "S 1.6 4 1.8 5.8 22.2 5.8 22.2 18.2 1.8 18.2 O 12 12 3.1 D 5.6 12 0.9 D 18.4 12 0.9",
    "plane": (
        "S 0.7 18 12 1.6 13.8 4.2 13.8 9 22.2 14.4 22.2 16.9 13.8 14.2 13.4 18.6 16.2 20.6"
        " 16.2 22.4 12 21.2 7.8 22.4 7.8 20.6 10.6 18.6 10.2 14.2 1.8 16.9 1.8 14.4 10.2 9 10.2 4.2"
    ),
    "boat": (
        "S 1 4 2.2 14.2 21.8 14.2 18.8 19 5.2 19 M 6.6 14 L 6.6 9.8 L 16.6 9.8 L 16.6 14"
        " M 11.6 9.6 L 11.6 3 L 16.4 5 L 11.6 7"
        " M 2 22 C 4 20.8 5.6 20.8 7.4 22 C 9.2 23.2 10.6 23.2 12.2 22"
        " C 14 20.8 15.4 20.8 17.2 22 C 18.8 23 20.4 23 22 22"
    ),
    "warning": "S 1.8 3 12 2 22.8 21.2 1.2 21.2 M 12 9 L 12 14.6 D 12 17.9 1.1",
    "question": (
        "O 12 12 10 M 9 9.6 C 9 5.6 15.2 5.6 15.2 9.5 C 15.2 12 12 12 12 14.4 D 12 17.6 1.1"
    ),
    "shield": (
        "M 12 2.2 L 20.2 5.2 L 20.2 11 C 20.2 16.6 16.8 20 12 21.9"
        " C 7.2 20 3.8 16.6 3.8 11 L 3.8 5.2 Z M 8 11.8 L 11 14.8 L 16.2 8.8"
    ),
    "check": "O 12 12 10 M 7.3 12.4 L 10.8 15.9 L 17 8.6",
    "cross": "O 12 12 10 M 8.2 8.2 L 15.8 15.8 M 15.8 8.2 L 8.2 15.8",
    "hand": (
        "M 7 12.6 L 7 6.4 C 7 4.6 9.7 4.6 9.7 6.4 L 9.7 11.2 M 9.7 6.4 L 9.7 4"
        " C 9.7 2.1 12.4 2.1 12.4 4 L 12.4 11 M 12.4 4.8 C 12.4 3 15.1 3 15.1 4.8 L 15.1 11.4"
        " M 15.1 7.2 C 15.1 5.4 17.8 5.4 17.8 7.2 L 17.8 15 C 17.8 19.6 15.6 22 12.2 22"
        " C 9 22 7.7 20.6 6.4 18.4 L 3.4 13.4 C 2.3 11.5 4.5 10.3 5.6 11.7 L 7 13.6"
    ),
    "lock": (
        "S 1.8 4 4.2 10.4 19.8 10.4 19.8 21.8 4.2 21.8"
        " M 7.4 10.4 L 7.4 7.2 C 7.4 0.8 16.6 0.8 16.6 7.2 L 16.6 10.4 D 12 15 1.3 M 12 15 L 12 18"
    ),
    "clock": "O 12 12 10 M 12 6 L 12 12 L 16.2 14.5",
    "book": (
        "M 12 5.6 C 9.4 3.6 5.8 3.2 2 3.8 L 2 18.8 C 5.8 18.2 9.4 18.6 12 20.6"
        " C 14.6 18.6 18.2 18.2 22 18.8 L 22 3.8 C 18.2 3.2 14.6 3.6 12 5.6 L 12 20.6"
    ),
    "pin": (
        "M 12 22 C 8 17 4.9 13.6 4.9 9.5 C 4.9 5.2 8.1 2.2 12 2.2 C 15.9 2.2 19.1 5.2 19.1 9.5"
        " C 19.1 13.6 16 17 12 22 Z O 12 9.4 2.7"
    ),
    "magnifier": "O 10 10 7.6 M 15.6 15.6 L 22 22",
    "heart": (
        "M 12 21 C 6 16.6 2 13.2 2 8.8 C 2 3 9.6 1.6 12 7 C 14.4 1.6 22 3 22 8.8"
        " C 22 13.2 18 16.6 12 21 Z"
    ),
    "megaphone": (
        "S 1 6 2.4 9.8 7 9.8 17.6 4 17.6 19.8 7 14.6 2.4 14.6 M 6.8 14.8 L 8.6 21 L 11.8 21"
        " L 10.7 16.8 M 20.4 8.8 C 22.2 10.6 22.2 13.6 20.4 15.4"
    ),
    "key": "O 7 12 5 D 7 12 1 M 12 12 L 22.4 12 L 22.4 16.6 M 18 12 L 18 15.4",
    # Not for lessons: marks that the products themselves use.
    "tick": "M 3 13 L 9 19 L 21 5",
    "dot": "D 12 14.5 5",
    "circle": "O 12 12 10.5",
    "square": "M 2.4 2.4 L 21.6 2.4 L 21.6 21.6 L 2.4 21.6 Z",
    "triangle": "M 12 2.2 L 22.6 21 L 1.4 21 Z",
    "star": (
        "M 12.0 1.2 L 14.9 8.6 L 22.8 9.1 L 16.7 14.1 L 18.7 21.8 L 12.0 17.5"
        " L 5.3 21.8 L 7.3 14.1 L 1.2 9.1 L 9.1 8.6 Z"
    ),
}

SHAPES = ("circle", "square", "triangle", "star")
"""Unlike each other from far away, and none of them says yes or no: for cards to hold up."""

NAMES = frozenset(_DRAWINGS) - {"tick", "dot", *SHAPES}
"""What a lesson may ask for."""


class Move(NamedTuple):
    """One step of a path: `op` is m, l, c or h, as in a PDF."""

    op: str
    at: tuple[float, ...] = ()


class Shape(NamedTuple):
    """A path, drawn with the pen or filled."""

    moves: tuple[Move, ...]
    filled: bool = False


@cache
def drawing(name: str) -> tuple[Shape, ...]:
    """The shapes of an icon. Raises KeyError for a name that nobody has drawn."""
    marks = iter(_DRAWINGS[name].split())
    path: list[Move] = []
    dots: list[Shape] = []
    for command in marks:
        match command:
            case "M" | "L":
                path.append(Move(command.lower(), _numbers(marks, 2)))
            case "C":
                path.append(Move("c", _numbers(marks, 6)))
            case "Z":
                path.append(Move("h"))
            case "O":
                x, y, r = _numbers(marks, 3)
                path += _ellipse(x, y, r, r)
            case "E":
                path += _ellipse(*_numbers(marks, 4))
            case "D":
                x, y, r = _numbers(marks, 3)
                dots.append(Shape(tuple(_ellipse(x, y, r, r)), filled=True))
            case "S":
                r, count = _numbers(marks, 2)
                path += _rounded(_numbers(marks, int(count) * 2), r)
            case _:
                raise ValueError(command)
    return (Shape(tuple(path)), *dots)


@cache
def left(name: str) -> float:
    """Where the drawing begins on the grid, so that icons align with the words below them."""
    return min(
        x - (0 if shape.filled else STROKE / 2)
        for shape in drawing(name)
        for move in shape.moves
        for x in move.at[::2]
    )


def _numbers(marks: Iterator[str], count: int) -> tuple[float, ...]:
    return tuple(float(next(marks)) for _ in range(count))


def _ellipse(x: float, y: float, rx: float, ry: float) -> Iterator[Move]:
    hx, hy = rx * _ROUND, ry * _ROUND
    yield Move("m", (x + rx, y))
    yield Move("c", (x + rx, y + hy, x + hx, y + ry, x, y + ry))
    yield Move("c", (x - hx, y + ry, x - rx, y + hy, x - rx, y))
    yield Move("c", (x - rx, y - hy, x - hx, y - ry, x, y - ry))
    yield Move("c", (x + hx, y - ry, x + rx, y - hy, x + rx, y))
    yield Move("h")


def _rounded(flat: tuple[float, ...], radius: float) -> Iterator[Move]:
    points = list(zip(flat[::2], flat[1::2], strict=True))
    for place, (x, y) in enumerate(points):
        before, after = points[place - 1], points[(place + 1) % len(points)]
        ax, ay = _towards((x, y), before, radius)
        bx, by = _towards((x, y), after, radius)
        yield Move("l" if place else "m", (ax, ay))
        handles = tuple(
            at + (corner - at) * _ROUND for at, corner in ((ax, x), (ay, y), (bx, x), (by, y))
        )
        yield Move("c", (*handles, bx, by))
    yield Move("h")


def _towards(
    here: tuple[float, float], there: tuple[float, float], reach: float
) -> tuple[float, float]:
    dx, dy = there[0] - here[0], there[1] - here[1]
    far = hypot(dx, dy)
    share = min(reach, far / 2) / far
    return here[0] + dx * share, here[1] + dy * share
