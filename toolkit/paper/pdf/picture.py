"""Pages as pictures: PDF in, small PNG files out, the same bytes for the same pages.

For telephones and weak connections: a few greys, never more than 150 KB. Knows PDFs as bytes
only, and is the only module that renders.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

MOST = 150_000
"""Bytes that a picture may have."""

DPI = 150

_POINTS = 72
_BITS = (2, 1)
"""Four greys keep the edges of letters smooth; black and white is for pages that are too full."""

_PACKED = 7
"""How hard zlib tries: 9 takes five times as long for one part in twenty less."""


class Shared(NamedTuple):
    """A picture and what its file is called."""

    file_name: str
    png: bytes


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
        bitmap = page.render(scale=dpi / _POINTS, grayscale=True)
        grey = bitmap.to_pil()
        for bits in _BITS:
            png = _png(grey, bits, dpi)
            if len(png) <= MOST:
                bitmap.close()
                return png
        bitmap.close()
        dpi = dpi * 4 // 5


def _png(grey: Image, bits: int, dpi: int) -> bytes:
    """A picture in 2 to the power of `bits` greys."""
    from PIL import Image

    steps = 2**bits - 1
    nearest = grey.point([round(one * steps / 255) for one in range(256)])
    picture = Image.frombytes("P", nearest.size, nearest.tobytes())
    picture.putpalette([one * 255 // steps for one in range(steps + 1) for _ in "rgb"])
    made = BytesIO()
    picture.save(made, "PNG", bits=bits, compress_level=_PACKED, dpi=(dpi, dpi))
    return made.getvalue()
