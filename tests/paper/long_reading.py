"""Reads long texts back fast: the words of a page or of a half of it, and where its ink ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import NamedTuple

import pypdfium2
from paper.reading import Mark
from PIL import Image, ImageChops

MM = 72 / 25.4
DPI = 80


class Seen(NamedTuple):
    """A page as it is seen: its size in millimetres, and a picture of it."""

    width: float
    height: float
    picture: Image.Image

    def ink(self, left: float = 0.0, right: float = 1.0) -> Mark:
        """The rectangle that holds everything black between two shares of the width."""
        wide, high = self.picture.size
        first = round(left * wide)
        box = ImageChops.invert(self.picture.crop((first, 0, round(right * wide), high))).getbbox()
        assert box
        inch = 25.4 / DPI
        return Mark((first + box[0]) * inch, box[1] * inch, (first + box[2]) * inch, box[3] * inch)


@lru_cache(maxsize=32)
def words(pdf: bytes) -> str:
    """All words of a PDF, white space evened out."""
    found = []
    for page in _open(pdf):
        with _told(page) as told:
            found.append(told.get_text_range())
    return " ".join(" ".join(found).split())


@lru_cache(maxsize=32)
def halves(pdf: bytes) -> tuple[tuple[str, str], ...]:
    """The words of the left and of the right half of each page."""
    found = []
    for page in _open(pdf):
        wide, high = page.get_size()
        with _told(page) as told:
            left = told.get_text_bounded(0, 0, wide / 2, high)
            right = told.get_text_bounded(wide / 2, 0, wide, high)
        found.append((" ".join(left.split()), " ".join(right.split())))
    return tuple(found)


def seen(pdf: bytes) -> Iterator[Seen]:
    """The pages of a PDF, as pictures."""
    for page in _open(pdf):
        wide, high = page.get_size()
        yield Seen(wide / MM, high / MM, page.render(scale=DPI / 72, grayscale=True).to_pil())


def _open(pdf: bytes) -> Iterator[pypdfium2.PdfPage]:
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield page
        page.close()
    document.close()


@contextmanager
def _told(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfTextPage]:
    told = page.get_textpage()
    yield told
    told.close()
