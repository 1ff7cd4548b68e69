"""Reads a PDF back as a reader and a printer would: characters with places, marks, pictures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import pypdfium2
from PIL import ImageChops
from pypdfium2 import raw

MM = 72 / 25.4
DPI = 200


class Char(NamedTuple):
    """A printed character: where its ink is, in millimetres from the top left, and its size."""

    char: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    font: str


class Mark(NamedTuple):
    """Anything on the page that is not text, in millimetres from the top left."""

    left: float
    top: float
    right: float
    bottom: float


class Sheet:
    """One page."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        wide, high = page.get_size()
        self.width, self.height = wide / MM, high / MM
        text = page.get_textpage()
        self.text = " ".join(text.get_text_range().split())
        self.chars = tuple(_chars(text, high))
        self.marks = tuple(_marks(page, high))
        self.picture = page.render(scale=DPI / 72, grayscale=True).to_pil().copy()
        text.close()

    @property
    def ink(self) -> Mark:
        """The rectangle that holds everything black, as rendered."""
        box = ImageChops.invert(self.picture).getbbox()
        assert box
        return Mark(*(side * 25.4 / DPI for side in box))


@lru_cache(maxsize=64)
def sheets(pdf: bytes) -> tuple[Sheet, ...]:
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        found.append(Sheet(page))
        page.close()
    document.close()
    return tuple(found)


def text(pdf: bytes) -> str:
    """All the words of a PDF in reading order, white space evened out."""
    return " ".join(sheet.text for sheet in sheets(pdf))


def evened(words: str) -> str:
    """Words as `text` gives them."""
    return " ".join(words.split())


def _chars(text: pypdfium2.PdfTextPage, high: float) -> Iterator[Char]:
    words = text.get_text_range()
    for place in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(place)
        char = chr(raw.FPDFText_GetUnicode(text, place))
        if char.isspace():
            continue
        yield Char(
            char,
            left / MM,
            (high - top) / MM,
            right / MM,
            (high - bottom) / MM,
            raw.FPDFText_GetFontSize(text, place),
            _font(text, place),
        )
    assert words


def _font(text: pypdfium2.PdfTextPage, place: int) -> str:
    import ctypes

    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, place, name, 100, ctypes.byref(flags))
    return name.value.decode()


def _marks(page: pypdfium2.PdfPage, high: float) -> Iterator[Mark]:
    for thing in page.get_objects():
        if thing.type != raw.FPDF_PAGEOBJ_TEXT:
            left, bottom, right, top = thing.get_bounds()
            yield Mark(left / MM, (high - top) / MM, right / MM, (high - bottom) / MM)
