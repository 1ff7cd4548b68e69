"""Seat cards and answer cards: every number once, and letters that are read at ten metres."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper.reading import Sheet, sheets
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from toolkit.content.library import Library
from toolkit.language import language
from toolkit.paper.shop import Job, draw
from toolkit.paper.type.trouble import Unprintable

Print = Callable[[Job], bytes]
SEATS = [Job("seat-cards", (), code, paper) for code, paper in product(("id", "en"), ("a4", "f4"))]
HELD = [replace(job, product="answer-cards") for job in SEATS]
LARGE = 54


def _per_sheet(library: Library, product: str, many: int) -> Library:
    changed = replace(library.products[product], per_sheet=many)
    return replace(library, products={**library.products, product: changed})


def _numbers(pages: tuple[Sheet, ...], code: str) -> list[int]:
    """The numbers of the cards, in their order; all large letters belong to them."""
    label = language(code).gettext("Seat number")
    found = [card.split()[0] for page in pages for card in page.text.split(label)[1:]]
    large = (char.char for page in pages for char in page.chars if char.size >= LARGE)
    assert "".join(large) == "".join(found)
    return [int(one) for one in found]


def _told(pdf: bytes) -> list[str]:
    """What the figures of a file show, in words."""
    reader = PdfReader(BytesIO(pdf))
    found: list[str] = []
    todo = [reader.root_object["/StructTreeRoot"]]
    while todo:
        element = todo.pop(0).get_object()
        if not isinstance(element, DictionaryObject):
            continue
        if "/Alt" in element:
            found.append(str(element["/Alt"]))
        kids = element.get("/K", [])
        todo = [*(kids if isinstance(kids, list) else [kids]), *todo]
    return found


@pytest.mark.parametrize("job", SEATS, ids=lambda job: job.file_name)
def test_every_seat_has_its_number_once(job: Job, printed: Print) -> None:
    """Thirty people need thirty numbers; the last sheet is full."""
    assert _numbers(sheets(printed(job)), job.lang) == list(range(1, 33))


@pytest.mark.parametrize("job", SEATS, ids=lambda job: job.file_name)
def test_odd_numbers_get_sheet_a_first_and_even_ones_sheet_b(job: Job, printed: Print) -> None:
    """As the facilitator says in the hall."""
    gettext = language(job.lang).gettext
    odd = gettext("Before: sheet A. After: sheet B.")
    even = gettext("Before: sheet B. After: sheet A.")
    for sheet in sheets(printed(job)):
        cards = sheet.text.split(gettext("Seat number"))[1:]
        for card in cards:
            number = int(card.split()[0])
            assert (odd if number % 2 else even) in card
            assert (even if number % 2 else odd) not in card
            assert gettext("Keep this card until the end. Your name is not written down.") in card


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 30), st.integers(1, 12))
def test_whatever_the_number_of_people_and_cards_nobody_shares_a_seat(
    request: pytest.FixtureRequest, people: int, many: int
) -> None:
    """Sheets are full, numbers large and within what a printer reaches; else it is refused."""
    library = request.getfixturevalue("library")
    job = Job("seat-cards", (), "id", "a4", people=people)
    try:
        pages = sheets(draw(job, _per_sheet(library, "seat-cards", many)))
    except Unprintable as trouble:
        assert trouble.problem.place == library.products["seat-cards"].at
        assert many in (7, 11)
        return
    last = -(-people // many) * many
    assert _numbers(pages, "id") == list(range(1, last + 1))
    for sheet in pages:
        left, top, right, bottom = sheet.ink
        assert min(left, sheet.width - right, top, sheet.height - bottom) >= 8


@pytest.mark.parametrize("many", [1, 2, 4])
@pytest.mark.parametrize("job", HELD, ids=lambda job: job.file_name)
def test_letters_are_sixty_millimetres_high_however_many_share_a_sheet(
    job: Job, many: int, library: Library
) -> None:
    """Twice what an eye of 20/40 needs at ten metres."""
    pages = sheets(draw(job, _per_sheet(library, "answer-cards", many)))
    large = [char for page in pages for char in page.chars if char.size > LARGE]
    assert [char.char for char in large] == list("ABCD")
    assert min(char.bottom - char.top for char in large) >= 60
    assert len(pages) == 4 // many


@pytest.mark.parametrize("change", [{"edge": 22.0}, {"small": 14.0}, {"long": 279.0}], ids=str)
@pytest.mark.parametrize("code", ["id", "en"])
def test_words_and_white_give_way_before_a_letter_does(
    code: str, change: dict[str, float], library: Library
) -> None:
    """With wide edges, large notes or a short sheet four cards still stand on it, letters as high."""
    look = library.theme
    if "long" in change:
        short = replace(look.papers["a4"], **change)
        look = replace(look, papers={**look.papers, "a4": short})
    else:
        look = replace(look, **change)
    (page,) = sheets(draw(Job("answer-cards", (), code, "a4"), replace(library, theme=look)))
    large = [char for char in page.chars if char.size > LARGE]
    assert [char.char for char in large] == list("ABCD")
    assert min(char.bottom - char.top for char in large) >= 60


@pytest.mark.parametrize("job", HELD, ids=lambda job: job.file_name)
def test_each_letter_has_a_shape_that_is_told_too(job: Job, printed: Print) -> None:
    """A reader who hears the sheet hears the names of the shapes."""
    names = ("circle", "square", "triangle", "star")
    assert _told(printed(job)) == [language(job.lang).gettext(name) for name in names]
    (page,) = sheets(printed(job))
    wide = [mark for mark in page.marks if 25 < mark.right - mark.left < 60]
    assert len(wide) == 4


@pytest.mark.parametrize("job", HELD, ids=lambda job: job.file_name)
def test_a_and_b_say_what_they_mean_for_offers_and_statements(job: Job, printed: Print) -> None:
    """The two options of a verdict, in the order in which the hall counts hands."""
    gettext, (page,) = language(job.lang).gettext, sheets(printed(job))
    yes = f"{gettext('Yes, that is so')} / {gettext('Worth checking')}"
    no = f"{gettext('No, that is not so')} / {gettext('A trap')}"
    assert page.text.index(yes) < page.text.index(no)


def test_cards_too_small_for_their_letters_are_refused(library: Library) -> None:
    """Eight on a sheet could not be read at ten metres."""
    with pytest.raises(Unprintable, match=r"print/products\.yaml"):
        draw(HELD[0], _per_sheet(library, "answer-cards", 8))
