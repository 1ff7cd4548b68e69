"""The pack: one file for a session, whose list tells a photocopy shop all that it must know."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from types import MappingProxyType

import pytest
from paper.reading import sheets, text
from pypdf import PdfReader

from toolkit.content.library import Library
from toolkit.content.product import Copies
from toolkit.language import language
from toolkit.paper.pack import members
from toolkit.paper.shop import Job, composed, copies_of, draw

LESSONS = ("recruitment", "warning-signs")


@pytest.fixture(scope="module")
def job() -> Job:
    """A session about two lessons for forty people."""
    return Job("pack", LESSONS, "en", "a4", people=40)


@pytest.fixture(scope="module")
def pdf(job: Job, library: Library) -> bytes:
    """Its pack."""
    return draw(job, library)


def test_everything_that_a_session_needs_is_in_it(job: Job, library: Library) -> None:
    """Each product of a session, in the order of the product list; what is about one lesson, for each."""
    found = [(one.product, one.lessons) for one in members(job, library)]
    wanted = [one.id for one in library.products.values() if one.copies]
    assert list(dict.fromkeys(product for product, _ in found)) == wanted
    assert [lessons for product, lessons in found if product == "leaflet"] == [
        ("recruitment",),
        ("warning-signs",),
    ]


def test_the_sheet_of_a_plan_is_in_packs_for_plans_only(job: Job, library: Library) -> None:
    """Also where a library says that a session needs copies of it."""
    sheet = replace(library.products["plan"], copies=Copies.PERSON)
    ours = replace(library, products={**library.products, "plan": sheet})
    assert members(job, ours) == members(job, library)
    planned = members(replace(job, lessons=("recruitment",), plan="young-30"), ours)
    assert planned[0].product == "plan"


def test_the_list_names_the_pages_where_each_product_is(
    job: Job, pdf: bytes, library: Library
) -> None:
    """What stands on the pages of the list is what that product alone would print."""
    listed = sheets(pdf)[0].text
    pages = [sheet.text for sheet in sheets(pdf)]
    at = 1
    for one in members(job, library):
        alone = [sheet.text for sheet in sheets(draw(one, library))]
        assert pages[at : at + len(alone)] == alone
        for sides in _parts(one, library):
            first, last = at + 1, at + sides
            assert (str(first) if first == last else f"{first}–{last}") in listed
            at = last
    assert at == len(pages)


def _parts(job: Job, library: Library) -> list[int]:
    """The sides of what is copied by itself: sheets A and B, pocket cards and plain ones."""
    made = composed(job, library)
    if job.product not in ("quiz-sheet", "cards"):
        return [len(made.faces)]
    begun = [place for place, face in enumerate(made.faces) if face.name]
    assert len(begun) == 2
    return [begun[1], len(made.faces) - begun[1]]


def test_sheet_a_and_sheet_b_have_lines_of_their_own(job: Job, library: Library) -> None:
    """So that nobody copies fifteen of each; and plain cards are not printed on both sides."""
    listed = sheets(draw(job, library))[0].text
    for form in "AB":
        assert re.search(rf"Sheet {form} 40 one side", listed)
    assert re.search(r"Plain cards \(10 cards on each sheet\) 4 one side", listed)
    assert re.search(r"\d Pocket cards \(10 cards on each sheet\) 4 both sides", listed)


def test_the_list_says_how_many_copies(job: Job, library: Library) -> None:
    """What each person takes home is copied for each person; the rest once."""
    listed = sheets(draw(job, library))[0].text
    each = [one for one in members(job, library) if _each(one, library)]
    # Sheet A and sheet B have a line each.
    assert len(re.findall(r"\b40 (?:one|both) side", listed)) == len(each) + 1
    assert copies_of(Job("cards", (), "en", "a4", people=41), library) == 5


def test_the_paper_needed_is_told(job: Job, library: Library) -> None:
    """The first print, one side each; then the copies, of which those on both sides take half."""
    pages = sheets(draw(job, library))
    told = re.search(r"Paper: (\d+) sheets .* print, (\d+) .* In all (\d+) sheets", pages[0].text)
    first, copies, needed = map(int, told.groups())
    count = 0
    for one in members(job, library):
        made, many = composed(one, library), copies_of(one, library)
        sides, single = len(made.faces), made.about.duplex == "Simplex"
        # One copy on one side is the print itself.
        count += 0 if many == 1 and single else many * (sides if single else (sides + 1) // 2)
    assert (first, copies, needed) == (len(pages), count, len(pages) + count)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_pack_can_be_found_one_s_way_in(lang: str, library: Library) -> None:
    """Its bookmarks are the products' pages, in the language of the paper."""
    pdf = draw(Job("pack", ("recruitment",), lang, "f4"), library)
    marks = [mark.title for mark in PdfReader(BytesIO(pdf)).outline]
    assert marks[0] == language(lang).gettext("What to copy, and how often")
    assert len(marks) > 3


def test_its_edition_changes_with_any_of_its_parts(job: Job, library: Library) -> None:
    """And with the number of people, who stand on the list."""
    code = composed(job, library).edition.code
    assert composed(replace(job, people=41), library).edition.code != code
    contact = library.contacts["polri-110"]
    other = {**library.contacts, "polri-110": replace(contact, number="119")}
    assert composed(job, replace(library, contacts=other)).edition.code != code


def test_a_stale_number_is_told_for_the_whole_pack(job: Job, library: Library) -> None:
    """As it would be for each product by itself."""
    later = replace(library, as_of=library.as_of.replace(year=2030))
    assert "polri-110" in composed(job, later).stale
    assert "CHECK AGAIN" in text(draw(job, later))


def _each(job: Job, library: Library) -> bool:
    """Does everybody take a sheet of it home?"""
    product = library.products[job.product]
    return product.copies is Copies.PERSON and product.id != "cards"


def test_a_lesson_without_a_quiz_has_a_pack_too(job: Job, library: Library) -> None:
    """A first lesson seldom has one: the sheets with questions are left out, and that is said."""
    without = replace(library, quizzes=MappingProxyType({}))
    made = composed(job, without)
    assert len(made.faces) < len(composed(job, library).faces)
    told = "The lesson has no questions for paper, so there are no sheets with questions."
    assert told in made.edition.words
