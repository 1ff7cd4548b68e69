"""Icons and codes: every one drawn, and inside its square."""

from __future__ import annotations

import io

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw

from toolkit.content.library import Library
from toolkit.paper.type import icons, qr

PROMISED = (
    "phone chat person people house passport document money plane boat warning question shield "
    "check cross hand lock clock book pin magnifier heart megaphone key"
)


def test_every_promised_icon_is_drawn() -> None:
    """And no other can be asked for."""
    assert set(PROMISED.split()) == icons.NAMES


def test_our_lessons_ask_only_for_icons_that_are_drawn(library: Library) -> None:
    """On every page, not only on those that go into a leaflet."""
    for lesson in library.lessons.values():
        assert {lesson.icon, *(page.icon for page in lesson.pages)} <= icons.NAMES


@pytest.mark.parametrize("name", PROMISED.split())
def test_an_icon_fills_its_square_and_stays_inside(name: str) -> None:
    """Ends of curves and corners lie on the grid; the pen's width may reach its border."""
    ends = [
        value for shape in icons.drawing(name) for move in shape.moves for value in move.at[-2:]
    ]
    assert min(ends) >= 0.75
    assert max(ends) <= icons.GRID - 0.75
    assert max(ends) - min(ends) > icons.GRID * 0.6
    assert icons.left(name) >= 0


@pytest.mark.parametrize(
    "content",
    ["tel:08001000", "tel:110", "tel:+6285770010048", "https://peduliwni.kemlu.go.id", "x" * 80],
)
def test_the_outlines_of_a_code_are_the_code(content: str) -> None:
    """Filled even-odd they give back what was put in."""
    code = qr.code(content)
    scale, quiet = 8, qr.QUIET * 8
    side = code.size * scale + 2 * quiet
    picture = Image.new("1", (side, side), 1)
    for outline in code.outlines:
        layer = Image.new("1", (side, side), 0)
        spots = [(x * scale + quiet, y * scale + quiet) for x, y in outline]
        ImageDraw.Draw(layer).polygon(spots, fill=1)
        picture = ImageChops.logical_xor(picture, layer)
    (found,) = zxingcpp.read_barcodes(picture.convert("L"))
    assert found.text == content
    assert "M" in str(found.ec_level)


def test_a_short_number_makes_large_modules() -> None:
    """Twenty-one modules, the fewest there can be: they survive the most copies."""
    assert qr.code("tel:08001000").size == 21


def test_a_code_is_made_of_few_lines() -> None:
    """Only corners are kept, so that the file stays small."""
    told = io.StringIO()
    print(qr.code("tel:08001000").outlines, file=told)
    assert len(told.getvalue()) < 4000
