"""A photocopier that has seen better days: the picture of a page in, a copy of a copy out.

Knows pictures only. What can still be read is told by `copy_reader`.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy
from paper.reading import DPI
from PIL import Image, ImageFilter

PIXELS = DPI / 25.4
"""Pixels in a millimetre."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in millimetres."""


@dataclass(frozen=True, slots=True)
class Machine:
    """What a copier does to a page. `test_photocopies` shows what it spares and what it does not."""

    turn: float = 0.4
    """Degrees that a page may lie askew, either way."""
    shift: float = 1.0
    """Millimetres that it may lie beside its place, either way."""
    blur: float = 1.2
    """How far light and toner spread, in pixels (a standard deviation)."""
    noise: float = 20.0
    """Standard deviation of the noise, in grey levels of 255."""
    threshold: int = 175
    """What is darker becomes black. Above the middle: shops set copiers dark, so that nothing gets lost."""
    generations: int = 2
    """Somebody copies the copy."""


MACHINE = Machine()


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy, and how it came to lie: each move takes a place before to a place after, in pixels."""

    picture: Image.Image
    moves: tuple[numpy.ndarray, ...]

    def crop(self, box: Box) -> Image.Image:
        """What lies where this box lay on the original."""
        corners = numpy.array([[x, y, 1] for x in box[::2] for y in box[1::2]]).T
        corners = corners * [[PIXELS], [PIXELS], [1]]
        for move in self.moves:
            corners = move @ corners
        low, high = corners[:2].min(axis=1), corners[:2].max(axis=1)
        return self.picture.crop((*numpy.floor(low).astype(int), *numpy.ceil(high).astype(int)))


def copied(picture: Image.Image, seed: int, machine: Machine = MACHINE) -> Copy:
    """A grey picture of a page, copied as often as the machine says; the same for the same seed."""
    chance = numpy.random.default_rng(seed)
    moves = []
    for _ in range(machine.generations):
        move = _askew(picture.size, machine, chance)
        back = tuple(numpy.linalg.inv(move)[:2].ravel())
        laid = picture.transform(
            picture.size, Image.Transform.AFFINE, back, Image.Resampling.BILINEAR, fillcolor=255
        )
        seen = numpy.asarray(laid.filter(ImageFilter.GaussianBlur(machine.blur)), numpy.float32)
        seen = seen + chance.standard_normal(seen.shape, numpy.float32) * machine.noise
        picture = Image.fromarray((seen > machine.threshold).astype(numpy.uint8) * 255)
        moves.append(move)
    return Copy(picture, tuple(moves))


def _askew(
    size: tuple[int, int], machine: Machine, chance: numpy.random.Generator
) -> numpy.ndarray:
    """Turned about the middle and shifted, at random within what the machine does."""
    turn = numpy.radians(chance.uniform(-machine.turn, machine.turn))
    shift = chance.uniform(-machine.shift, machine.shift, 2) * PIXELS
    cos, sin = numpy.cos(turn), numpy.sin(turn)
    turned, middle = numpy.array([[cos, -sin], [sin, cos]]), numpy.array(size) / 2
    move = numpy.eye(3)
    move[:2, :2], move[:2, 2] = turned, middle - turned @ middle + shift
    return move
