"""A designer may choose another typeface: every product still prints, with nothing too near the edge."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from paper.samples import jobs_for
from PIL import ImageChops

from toolkit.content.library import Library
from toolkit.content.theme import TYPEFACES
from toolkit.paper.crafts import CRAFTS
from toolkit.paper.shop import draw

DPI = 100
EDGE = 8.0
"""Millimetres of white that every sheet keeps."""

OTHERS = [
    (name, lang, paper)
    for name, (lang, paper) in zip(TYPEFACES[1:], (("en", "f4"), ("id", "a4")), strict=True)
]


@pytest.mark.parametrize("product", CRAFTS)
@pytest.mark.parametrize(("typeface", "lang", "paper"), OTHERS)
def test_every_product_prints_in_every_typeface(
    library: Library, product: str, typeface: str, lang: str, paper: str
) -> None:
    """No word is wider or higher than its place, also where letters are wider than usual."""
    ours = replace(library, theme=replace(library.theme, typeface=typeface))
    (job,) = jobs_for((product,), ("recruitment",), (lang,), (paper,))
    document = pypdfium2.PdfDocument(draw(job, ours))
    for page in document:
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
        box = ImageChops.invert(picture).getbbox()
        assert box
        left, top, right, bottom = box
        nearest = min(left, top, picture.width - right, picture.height - bottom)
        assert nearest * 25.4 / DPI >= EDGE - 0.3
    document.close()
