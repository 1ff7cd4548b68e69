"""A lesson that nobody has translated yet: every product of it prints, and says so."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import page
import pypdfium2
import pytest
from paper.reading import evened
from paper.samples import jobs_for

from toolkit.content.library import Library
from toolkit.content.text import Text
from toolkit.errors import WrongInput
from toolkit.language import language
from toolkit.paper.setting.words import MARK
from toolkit.paper.share import share_pictures
from toolkit.paper.shop import PRODUCTS, composed, document

LESSON = "recruitment"
WORDLESS = {"seat-cards", "answer-cards"}
"""What tells no words of a lesson and no help line."""


@pytest.fixture(scope="module")
def foreign(library: Library) -> Library:
    """The library with one lesson, its quiz, its offers and all help lines in Indonesian only."""
    lesson, quiz = library.lessons[LESSON], library.quiz_of(LESSON)
    assert quiz
    quiz = _in_one(quiz)
    return replace(
        library,
        lessons={**library.lessons, LESSON: _in_one(lesson)},
        quizzes={**library.quizzes, quiz.id: quiz},
        questions={**library.questions, **{one.id: one for one in quiz.questions}},
        contacts={name: _in_one(one) for name, one in library.contacts.items()},
        offers={name: _in_one(one) for name, one in library.offers.items()},
    )


def _in_one(record: Any) -> Any:
    """A record without its English."""
    if isinstance(record, Text):
        return Text({"id": record.runs["id"]}, {"id": record.spots["id"]})
    if isinstance(record, tuple) and not hasattr(record, "_fields"):
        return tuple(map(_in_one, record))
    if is_dataclass(record):
        made = {one.name: _in_one(getattr(record, one.name)) for one in fields(record) if one.init}
        return replace(record, **made)
    return record


@pytest.mark.parametrize("product", PRODUCTS)
def test_what_is_not_translated_is_marked(foreign: Library, product: str) -> None:
    """Its words stand there in Indonesian with a mark, and the small print says what that means."""
    (job,) = jobs_for((product,), (LESSON,), ("en",), ("a4",))
    made = composed(job, foreign)
    pdf = document.draw(made.faces, made.about)
    said = " ".join(_pages(pdf))
    note = f"{MARK} {language('en').gettext('not translated yet')}."
    assert bool(made.foreign) == (note in said) == (product not in WORDLESS)
    assert (MARK in said.replace(note, "")) == bool(made.foreign)
    profile = page.ValidationProfile.PDF_UA_1
    assert list(page.validate_pdf_bytes(pdf, profile=profile).failures) == []


@pytest.mark.parametrize("product", PRODUCTS)
def test_strict_prints_nothing_that_is_not_translated(foreign: Library, product: str) -> None:
    """It says how many texts there are and how to translate them."""
    (job,) = jobs_for((product,), (LESSON,), ("en",), ("a4",))
    if product in WORDLESS:
        assert composed(job, foreign, strict=True).faces
        return
    with pytest.raises(WrongInput) as refused:
        composed(job, foreign, strict=True)
    assert "cekdulu translate export --to en" in refused.value.tell(language("en"))


@pytest.mark.parametrize("product", PRODUCTS)
def test_the_language_that_there_is_has_no_marks(foreign: Library, product: str) -> None:
    """In Indonesian nothing is missing."""
    (job,) = jobs_for((product,), (LESSON,), ("id",), ("a4",))
    assert composed(job, foreign, strict=True).foreign == ()


@pytest.mark.parametrize("product", ["cards", "share"])
def test_what_is_left_out_needs_no_mark(library: Library, product: str) -> None:
    """A note on a help line that does not stand there makes nobody translate it first."""
    contacts = {
        name: replace(one, note=_in_one(one.note)) if one.note else one
        for name, one in library.contacts.items()
    }
    ours = replace(library, contacts=contacts)
    if product == "share":
        assert share_pictures(LESSON, "en", ours, strict=True).untranslated == 0
    else:
        (job,) = jobs_for((product,), (LESSON,), ("en",), ("a4",))
        assert composed(job, ours, strict=True).foreign == ()


def test_pictures_to_share_are_marked_or_refused(foreign: Library) -> None:
    """As what is printed."""
    assert share_pictures(LESSON, "en", foreign).untranslated >= 4
    with pytest.raises(WrongInput):
        share_pictures(LESSON, "en", foreign, strict=True)


def _pages(pdf: bytes) -> list[str]:
    held = pypdfium2.PdfDocument(pdf)
    told = [evened(sheet.get_textpage().get_text_range()) for sheet in held]
    held.close()
    return told
