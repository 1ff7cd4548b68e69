"""A photocopier that has seen better days, and somebody who reads what comes out of it.

Copies a page picture twice and reads the second copy back: words and numbers with tesseract, codes with zxing-cpp.
Knows PDFs and pictures; of Cek Dulu it knows nothing.
"""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy
import zxingcpp
from paper.reading import DPI, Char, Sheet
from PIL import Image, ImageFilter

PIXELS = DPI / 25.4
"""Pixels in a millimetre."""

TESSDATA = {"id": "ind", "en": "eng"}


@dataclass(frozen=True, slots=True)
class Machine:
    """What one generation of copying does to a page. The tests show what it spares and what not."""

    turn: float = 0.4
    """Degrees that a page may lie askew, either way."""
    shift: float = 1.0
    """Millimetres that it may lie beside its place, either way."""
    blur: float = 0.8
    """How far light spreads, in pixels (a standard deviation): lens and toner together."""
    noise: float = 20.0
    """Standard deviation of the noise, in grey levels of 255."""
    threshold: int = 150
    """What is darker becomes black. Above the middle: shops set copiers dark, so that nothing gets lost."""
    generations: int = 2


MACHINE = Machine()


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a page, and where on it to look for what stood on the original."""

    picture: Image.Image
    moves: tuple[numpy.ndarray, ...]

    def crop(self, left: float, top: float, right: float, bottom: float) -> Image.Image:
        """What lies in a rectangle of the original, given in millimetres."""
        corners = numpy.array([[x, y, 1] for x in (left, right) for y in (top, bottom)]).T
        corners[:2] *= PIXELS
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
        back = numpy.linalg.inv(move)[:2].ravel()
        laid = picture.transform(
            picture.size, Image.Transform.AFFINE, tuple(back), Image.Resampling.BILINEAR, fillcolor=255
        )
        seen = numpy.asarray(laid.filter(ImageFilter.GaussianBlur(machine.blur)), numpy.float32)
        seen = seen + chance.standard_normal(seen.shape, numpy.float32) * machine.noise
        picture = Image.fromarray((seen > machine.threshold).astype(numpy.uint8) * 255)
        moves.append(move)
    return Copy(picture, tuple(moves))


def _askew(size: tuple[int, int], machine: Machine, chance: numpy.random.Generator) -> numpy.ndarray:
    """Turned about the middle and shifted, at random within what the machine does."""
    turn = numpy.radians(chance.uniform(-machine.turn, machine.turn))
    shift = chance.uniform(-machine.shift, machine.shift, 2) * PIXELS
    cos, sin = numpy.cos(turn), numpy.sin(turn)
    middle = numpy.array(size) / 2
    turned = numpy.array([[cos, -sin], [sin, cos]])
    move = numpy.eye(3)
    move[:2, :2] = turned
    move[:2, 2] = middle - turned @ middle + shift
    return move


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the page's own text, and where it stands, in millimetres from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """Of its letters, in points."""
    bold: bool
    upright: bool


def words(sheet: Sheet) -> tuple[Word, ...]:
    """The words of a page, in the order of its text."""
    chars = iter(sheet.chars)
    return tuple(_word(text, tuple(islice(chars, len(text)))) for text in sheet.text.split())


def _word(text: str, chars: Sequence[Char]) -> Word:
    assert text == "".join(char.char for char in chars)
    left, right = min(c.left for c in chars), max(c.right for c in chars)
    top, bottom = min(c.top for c in chars), max(c.bottom for c in chars)
    upright = len(chars) == 1 or chars[-1].left - chars[0].left > abs(chars[-1].bottom - chars[0].bottom)
    size, bold = max(c.size for c in chars), any("Bold" in c.font for c in chars)
    return Word(text, left, top, right, bottom, size, bold, upright)


COLUMN = 5.0
"""Millimetres of white, all along, beside which a reader sees a column or a panel of its own."""
PARAGRAPH = 2.0
"""Millimetres of white below which a reader begins anew."""


def regions(of: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Words that are read together: a panel, a column, a block.

    A person looks at a panel at a time, and sees where it ends; that tesseract should find the panels of a
    leaflet is not asked. What is asked is that it reads the words that stand there.
    """
    for parts in (_split(of, "left", "right", COLUMN), _split(of, "top", "bottom", PARAGRAPH)):
        if len(parts) > 1:
            for part in parts:
                yield from regions(part)
            return
    yield tuple(of)


def _split(of: Sequence[Word], begin: str, end: str, white: float) -> list[list[Word]]:
    """Parted wherever nothing stands for so many millimetres."""
    parts: list[list[Word]] = []
    reach = float("-inf")
    for word in sorted(of, key=lambda one: getattr(one, begin)):
        if getattr(word, begin) - reach > white or not parts:
            parts.append([])
        parts[-1].append(word)
        reach = max(reach, getattr(word, end))
    return parts


MARGIN = 1.5


def tokens(text: str) -> list[str]:
    """Letters and digits that stand together, small.

    Marks glued to a word, and a hyphen on which a line may end, are not held against the reader.
    """
    told = unicodedata.normalize("NFKC", text).casefold()
    return re.findall(r"[^\W_]+", told)


def tesseract(pictures: Sequence[Image.Image], *options: str) -> list[str]:
    """What tesseract reads in each picture; one process for all."""
    with TemporaryDirectory() as folder:
        names = [Path(folder) / f"{n:03}.pgm" for n in range(len(pictures))]
        for name, picture in zip(names, pictures, strict=True):
            picture.save(name)
        (Path(folder) / "all.txt").write_text("\n".join(map(str, names)))
        done = subprocess.run(
            ["tesseract", f"{folder}/all.txt", "stdout", "--dpi", str(DPI), *options],
            env={"OMP_THREAD_LIMIT": "1", "PATH": "/usr/bin:/bin"}, capture_output=True, text=True, check=True,
        )
    return done.stdout.split("\f")[: len(pictures)]
