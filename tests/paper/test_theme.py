"""A designer's theme on paper: what it changes, what no theme can, and letters of another make."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from paper.conftest import Print
from paper.reading import Sheet, sheets, text
from paper.samples import jobs_for

from toolkit.content.library import Library
from toolkit.content.place import Place
from toolkit.content.product import DRAWN
from toolkit.content.theme import TYPEFACES, OwnTypeface, Paper, Range, Theme, ThemeChanges
from toolkit.paper.shop import PAPERS, PRODUCTS, Job, draw
from toolkit.paper.type import fonts
from toolkit.paper.type.trouble import Unprintable

LEAFLET = Job("leaflet", ("recruitment",), "id", "f4")
HANDOUT = Job("handout", ("recruitment",), "id", "f4")
FLOORS = Theme(
    edge=8.5,
    gutter=6,
    code=30,
    overlap=8,
    body=Range(12, 12),
    leaflet=Range(13, 13),
    number=Range(16, 16),
    title=18,
    heading=13,
    small=11,
)


def themed(library: Library, **changes: object) -> Library:
    """The library with a changed theme."""
    return replace(library, theme=replace(library.theme, **changes))


def outside(job: Job, library: Library) -> Sheet:
    """The first page of what is printed."""
    return sheets(draw(job, library))[0]


def sizes(sheet: Sheet) -> set[float]:
    """The sizes of all letters on a page."""
    return {round(char.size, 1) for char in sheet.chars}


def test_content_lists_the_products_that_are_drawn() -> None:
    """A product that nobody draws is a Problem, and none that somebody draws is."""
    assert set(PRODUCTS) == set(DRAWN)


def test_every_product_that_is_listed_can_be_drawn(library: Library) -> None:
    """On every paper that it names."""
    assert set(library.products) <= set(PRODUCTS)
    for product in library.products.values():
        assert set(product.papers) <= set(library.theme.papers)


SEVERAL = [(one, many) for one, numbers in DRAWN.items() for many in numbers if many]


@pytest.mark.parametrize(("product", "many"), SEVERAL)
def test_as_many_on_a_sheet_as_content_allows_can_be_drawn(
    product: str, many: int, library: Library
) -> None:
    """On both papers, and nothing runs off the sheet."""
    one = replace(library.products[product], per_sheet=many)
    changed = replace(library, products={**library.products, product: one})
    for job in jobs_for((product,), ("recruitment",), ("id",), PAPERS):
        for sheet in sheets(draw(replace(job, people=many), changed)):
            left, top, right, bottom = sheet.ink
            assert min(left, top, sheet.width - right, sheet.height - bottom) >= 8


def test_more_white_at_the_edges_is_white_on_the_sheet(library: Library) -> None:
    """The ink begins where the theme says; fold marks stay where printers reach."""
    for edge in (8.5, 9.0, 12.5):
        found = min(c.left for c in outside(LEAFLET, themed(library, edge=edge)).chars)
        assert found == pytest.approx(edge, abs=0.6)


def test_more_white_at_the_folds_is_white_on_the_sheet(library: Library) -> None:
    """No letter stands nearer to a fold than the gutter."""
    wide = themed(library, gutter=10.5, leaflet=Range(14, 13))
    paper = wide.theme.papers["f4"]
    for sheet, panels in zip(
        sheets(draw(LEAFLET, wide)), (paper.outside(), paper.inside()), strict=True
    ):
        for fold in (panels[0], panels[0] + panels[1]):
            assert min(min(abs(c.left - fold), abs(c.right - fold)) for c in sheet.chars) >= 10.0


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({"title": 20.0}, 20.0),
        ({"heading": 14.5}, 14.5),
        ({"small": 11.5}, 11.5),
        ({"number": Range(21, 21)}, 21.0),
        ({"leaflet": Range(13.2, 13.2)}, 13.2),
    ],
)
def test_a_size_of_the_theme_is_a_size_on_the_sheet(
    changes: dict[str, object], size: float, library: Library
) -> None:
    """Titles, headings, notes, numbers, and what is read."""
    assert size not in sizes(outside(HANDOUT, library))
    assert size in sizes(outside(HANDOUT, themed(library, **changes)))


def test_a_larger_code_is_larger_on_the_sheet(library: Library) -> None:
    """Its width is the theme's, in millimetres."""
    for width in (30.0, 34.0):
        found = [
            mark.right - mark.left for mark in outside(LEAFLET, themed(library, code=width)).marks
        ]
        assert any(one == pytest.approx(width, abs=0.2) for one in found)


def test_words_that_a_theme_has_no_room_for_are_refused(library: Library) -> None:
    """Never shrunk below what the theme allows, and never cut off."""
    with pytest.raises(Unprintable) as trouble:
        draw(LEAFLET, themed(library, leaflet=Range(18, 18)))
    assert trouble.value.problem.rule == "paper-too-long"


@pytest.mark.parametrize("product", PRODUCTS)
def test_the_floors_hold_for_every_product_with_the_smallest_theme(
    product: str, library: Library
) -> None:
    """Nothing smaller than 11 points, nothing nearer to the edge than 8 millimetres."""
    smallest = replace(library, theme=FLOORS)
    (job,) = jobs_for((product,), ("recruitment",), ("id",), ("a4",))
    for sheet in sheets(draw(replace(job, people=8), smallest)):
        left, top, right, bottom = sheet.ink
        assert min(left, top, sheet.width - right, sheet.height - bottom) >= 8
        assert min(char.size for char in sheet.chars) >= 10.99


@pytest.mark.parametrize("name", TYPEFACES)
def test_a_typeface_that_ships_prints_every_word_of_ours(
    name: str, library: Library, printed: Print
) -> None:
    """The same words in other letters, and I, l and 1 stay three letters."""
    usual, other = printed(LEAFLET), draw(LEAFLET, themed(library, typeface=name))
    assert text(usual).replace("I l", "") == text(other).replace("I l", "")
    assert (usual == other) == (name == TYPEFACES[0])
    shapes = fonts.face(fonts.REGULAR, name)
    assert len({shapes.charToGlyph[ord(one)] for one in "Il1|O0"}) == 6


def test_two_libraries_with_two_typefaces_never_meet(library: Library) -> None:
    """Printed at the same time in one process, each is what it is alone."""
    libraries = [themed(library, typeface=name) for name in TYPEFACES] * 3
    alone = [draw(HANDOUT, one) for one in libraries[:3]]
    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(lambda one: draw(HANDOUT, one), libraries))
    assert together == alone * 3
    assert fonts.current() == TYPEFACES[0]


def own(*, hollow: bool = False) -> OwnTypeface:
    """FiraGO with 2048 units to the em, as most typefaces have; `hollow` is one without shapes."""
    made = []
    for name in (fonts.REGULAR, fonts.BOLD):
        font = TTFont(BytesIO(fonts.prepared(name, "fira-go")))
        scale_upem(font, 2048)
        out = BytesIO()
        font.save(out)
        made.append(out.getvalue())
    if hollow:
        start = made[0].index(b"glyf")
        made[0] = made[0][: start + 4] + bytes(4) + b"\xff\xff\xff\0" + made[0][start + 12 :]
    return OwnTypeface("Own.ttf", "Own-Bold.ttf", (made[0], made[1]), Place("theme.yaml", 2, 3))


def test_a_typeface_of_one_s_own_is_set_as_if_it_came_with_the_program(library: Library) -> None:
    """Whatever units its maker counts in: the same words in the same places."""
    ours = outside(HANDOUT, themed(library, typeface="fira-go"))
    theirs = outside(HANDOUT, themed(library, own=own()))
    assert theirs.text == ours.text
    for one, other in zip(theirs.chars, ours.chars, strict=True):
        assert (one.left, one.top) == pytest.approx((other.left, other.top), abs=0.3)


def test_a_damaged_typeface_is_told_and_nothing_is_printed(library: Library) -> None:
    """At the theme's own place."""
    with pytest.raises(Unprintable) as trouble:
        draw(HANDOUT, themed(library, own=own(hollow=True)))
    assert trouble.value.problem.rule == "odd-typeface"
    assert trouble.value.problem.place.line == 2


def test_a_paper_of_the_theme_can_be_printed_on(library: Library) -> None:
    """Folio, which is F4 by another maker, with its own panels."""
    folio = Paper("folio", "Folio", 330, 210, 210, 108, 111)
    known = replace(library, theme=ThemeChanges(papers=(folio,)).over(library.theme))
    sheet = outside(replace(LEAFLET, paper="folio"), known)
    assert (round(sheet.width), round(sheet.height)) == (330, 210)
    assert "Folio" in text(draw(replace(LEAFLET, paper="folio"), known))
