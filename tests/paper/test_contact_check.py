"""The check list: every number once, what to ask, and the lines that go back into the library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper.conftest import Print
from paper.long_reading import seen, words
from paper.reading import evened
from paper.samples import LANGS, with_contact
from paper.samples import words as text_of
from pypdf import PdfReader

from toolkit.content.library import Library
from toolkit.content.reference import Channel
from toolkit.content.wording import plain
from toolkit.language import Language
from toolkit.paper.shop import PAPERS, Job, draw
from toolkit.paper.type.trouble import Unprintable


def _list(lang: str, paper: str = "a4") -> Job:
    return Job("contact-check", (), lang, paper)


@pytest.fixture
def said(lang: Language, printed: Print) -> str:
    """The words of the list."""
    return words(printed(_list(lang.code)))


def test_every_number_of_the_library_is_on_it_once(
    lang: Language, said: str, library: Library
) -> None:
    """In the library's order, with its name and for whom it is."""
    places = []
    for contact in library.contacts.values():
        places.append(said.index(f"{contact.number} {plain(contact.name, lang, library)}"))
        assert evened(plain(contact.scope, lang, library)) in said
        if contact.note is not None:
            assert evened(plain(contact.note, lang, library)) in said
        if contact.channel is Channel.PHONE and len(contact.number) > 4:
            assert said.count(contact.number) == 1
    assert places == sorted(places)


def test_what_is_typed_back_stands_beside_its_number(said: str, library: Library) -> None:
    """The id, and the two lines of the file with room for a day."""
    for contact in library.contacts:
        assert f"id: {contact} verified_on: ____-__-__ review_by: ____-__-__" in said
    assert "lessons/reference/contacts.yaml" in said


def test_it_tells_when_a_number_was_seen_and_when_it_must_be_checked(
    lang: Language, said: str, library: Library
) -> None:
    """A sighting in print is never called a check."""
    for contact in library.contacts.values():
        seen = lang.gettext("Seen in print: {day}").format(day=lang.day(contact.seen_on))
        by = lang.gettext("Check again by: {day}").format(day=lang.day(contact.review_by))
        assert f"{seen} {by}" in said
    assert lang.gettext("Last checked: {day}").split("{")[0] not in said


def test_a_number_that_was_dialled_says_when(lang: Language, library: Library) -> None:
    """The day of the last check stands below the last sighting."""
    ours = with_contact(library, "polri-110", verified_on=date(2026, 11, 2))
    told = lang.gettext("Last checked: {day}").format(day=lang.day(date(2026, 11, 2)))
    assert told in words(draw(_list(lang.code), ours))


def test_a_stale_number_is_stamped(lang: Language, library: Library) -> None:
    """It is the first to dial."""
    stamp = lang.gettext("CHECK AGAIN")
    assert stamp not in words(draw(_list(lang.code), library))
    ours = with_contact(library, "polri-110", review_by=date(2026, 11, 1))
    assert words(draw(_list(lang.code), ours)).count(stamp) == 1


def test_numbers_that_must_not_be_printed_are_not_on_it(said: str, library: Library) -> None:
    """A list on an office wall is copied from."""
    ours = {one.number for one in library.contacts.values()}
    never = [one.number for one in library.banned if len(one.number) > 4]
    assert never
    assert not [one for one in never if one in said and not any(one in number for number in ours)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_comes_nearer_to_the_edge_than_eight_millimetres(
    lang: str, paper: str, printed: Print
) -> None:
    """On lying pages."""
    slack = {"a4": 0, "f4": 2.5}[paper]
    for page in seen(printed(_list(lang, paper))):
        assert page.width > page.height
        left, top, right, bottom = page.ink()
        assert min(left, page.width - right) >= 8
        assert min(top, page.height - bottom) >= 8 + slack


def test_each_page_has_a_table_with_its_heads(printed: Print, library: Library) -> None:
    """So that whoever hears it knows the column on every page."""
    reader = PdfReader(BytesIO(printed(_list("id"))))
    document = reader.root_object["/StructTreeRoot"]["/K"].get_object()
    tables = [one.get_object() for one in document["/K"] if one.get_object()["/S"] == "/Table"]
    rows = [[row.get_object() for row in table["/K"]] for table in tables]
    assert len(reader.pages) >= len(tables) > 1
    for first, *others in rows:
        assert {cell.get_object()["/S"] for cell in first["/K"]} == {"/TH"}
        assert others
        for row in others:
            assert {cell.get_object()["/S"] for cell in row["/K"]} == {"/TD"}
    assert sum(len(table) - 1 for table in rows) == len(library.contacts)


@settings(max_examples=12)
@given(st.lists(st.integers(1, 24), min_size=1, max_size=30), st.sampled_from(["name", "scope"]))
def test_long_names_wrap_or_are_refused_with_their_place(
    library: Library, lengths: list[int], field: str
) -> None:
    """Whatever is printed is printed whole."""
    told = " ".join("n" * length for length in lengths)
    ours = with_contact(library, "polri-110", **{field: text_of(told)})
    try:
        pdf = draw(_list("en"), ours)
    except Unprintable as trouble:
        assert trouble.problem.rule in ("paper-too-wide", "paper-too-long")
        return
    assert told in words(pdf)


def test_a_library_without_help_lines_has_an_empty_list(library: Library) -> None:
    """Nothing to dial is no mistake."""
    bare = replace(library, contacts={}, lessons={}, quizzes={}, questions={})
    assert len(list(seen(draw(_list("id"), bare)))) == 1
