"""Pages as pictures: PDF in, small PNG files out, the same bytes for the same pages.

For telephones and weak connections: a few greys, never more than 150 KB. Knows PDFs as bytes
only, and is the only module that renders.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

MOST = 150_000
"""Bytes that a picture may have."""

DPI = 150

_POINTS = 72
_BITS = (2, 1)
"""Four greys keep the edges of letters smooth; black and white is for pages that are too full."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY = 0
_METRE = 39.3701
_PACKED = 7
"""How hard zlib tries: 9 takes six times as long for one part in fifteen less."""


class Shared(NamedTuple):
    """A picture and what its file is called."""

    file_name: str
    png: bytes


class _Raster(NamedTuple):
    """Rows of grey pixels, one byte each, from the top left."""

    width: int
    rows: tuple[bytes, ...]


def pngs(pdf: bytes, dpi: int = DPI) -> list[bytes]:
    """A picture of each page at so many dots per inch; coarser where it would be too large."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_light(page, dpi) for page in document]
    finally:
        document.close()


def page_pictures(file_name: str, pdf: bytes) -> tuple[Shared, ...]:
    """The pages of a printed file: `leaflet-recruitment-id-a4-1.png` and so on."""
    stem = file_name.removesuffix(".pdf")
    return tuple(Shared(f"{stem}-{n}.png", png) for n, png in enumerate(pngs(pdf), 1))


def _light(page: Any, dpi: int) -> bytes:
    """The finest picture of a page that is small enough."""
    while True:
        raster = _rendered(page, dpi)
        for bits in _BITS:
            png = _png(raster, bits, dpi)
            if len(png) <= MOST:
                return png
        dpi = dpi * 4 // 5


def _rendered(page: Any, dpi: int) -> _Raster:
    bitmap = page.render(scale=dpi / _POINTS, grayscale=True)
    held = bytes(bitmap.buffer)
    width, stride = bitmap.width, bitmap.stride
    starts = range(0, bitmap.height * stride, stride)
    raster = _Raster(width, tuple(held[at : at + width] for at in starts))
    bitmap.close()
    return raster


def _png(raster: _Raster, bits: int, dpi: int) -> bytes:
    """A picture in 2 to the power of `bits` greys (RFC 2083)."""
    size = struct.pack(">II", raster.width, len(raster.rows))
    metre = round(dpi * _METRE)
    chunks = (
        (b"IHDR", size + bytes((bits, _GREY, 0, 0, 0))),
        (b"pHYs", struct.pack(">IIB", metre, metre, 1)),
        (b"IDAT", zlib.compress(b"".join(_packed(raster, bits)), _PACKED)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _packed(raster: _Raster, bits: int) -> Iterator[bytes]:
    """Rows with as many pixels in a byte as it holds, each after the mark of its filter: none."""
    many, steps = 8 // bits, 2**bits - 1
    table = bytes(round(grey * steps / 255) for grey in range(256))
    white = b"\xff" * (-raster.width % many)
    for row in raster.rows:
        greys = (row + white).translate(table)
        # Whole rows are shifted as one number each: no grey ever reaches into its neighbour.
        byte = 0
        for place in range(many):
            byte = byte << bits | int.from_bytes(greys[place::many], "big")
        yield b"\x00" + byte.to_bytes(len(greys) // many, "big")


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checked)
