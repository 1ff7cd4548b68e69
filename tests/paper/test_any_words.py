"""Whatever a trainer writes: every product is sound, or says where the words do not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import page
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from paper.reading import sheets
from paper.samples import jobs_for, words

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.text import Text
from toolkit.errors import WrongInput
from toolkit.paper.shop import PRODUCTS, draw

LESSON = "recruitment"
EDGE = 8.0
"""Millimetres of white that every sheet keeps."""

LONG_WORD = "ketidakbertanggungjawaban" * 8
LONG_TEXT = "Tanya dulu, cek dulu, baru putuskan bersama keluarga. " * 60
# A text of nothing but white is refused when its file is read.
ODD = st.one_of(
    st.sampled_from(
        [LONG_WORD, LONG_TEXT, "a", "}{", "<b>x</b>", "%s %(x)s", "&nbsp;", "\\n(", "ß’“"]
    ),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40),
    st.text("abcdefghij ,.", min_size=1, max_size=400),
).filter(str.strip)


@cache
def ours() -> Library:
    """The built-in library; no argument, because Hypothesis would tell it whole."""
    return open_library(as_of=RELEASED).library


def texts(record: Any) -> Iterator[Text]:
    """Every text in a record, in order."""
    if isinstance(record, Text):
        yield record
    elif isinstance(record, tuple) and not hasattr(record, "_fields"):
        for one in record:
            yield from texts(one)
    elif is_dataclass(record):
        for field in fields(record):
            yield from texts(getattr(record, field.name))


def with_text(record: Any, old: Text, new: Text) -> Any:
    """The record with one text in the place of another."""
    if record is old:
        return new
    if isinstance(record, tuple) and not hasattr(record, "_fields"):
        return tuple(with_text(one, old, new) for one in record)
    if is_dataclass(record) and not isinstance(record, Text):
        parts = {one.name: getattr(record, one.name) for one in fields(record) if one.init}
        made = {name: with_text(part, old, new) for name, part in parts.items()}
        changed = {name: part for name, part in made.items() if part is not parts[name]}
        return replace(record, **changed) if changed else record
    return record


def changed(library: Library, place: int, text: str) -> Library:
    """The library with another text at a place of its lesson or its quiz."""
    lesson, quiz = library.lessons[LESSON], library.quiz_of(LESSON)
    assert quiz
    all_texts = [*texts(lesson), *texts(quiz)]
    old = all_texts[place % len(all_texts)]
    new = words(text)
    quiz = with_text(quiz, old, new)
    return replace(
        library,
        lessons={**library.lessons, LESSON: with_text(lesson, old, new)},
        quizzes={**library.quizzes, quiz.id: quiz},
        questions={**library.questions, **{one.id: one for one in quiz.questions}},
    )


@pytest.mark.parametrize("product", PRODUCTS)
@settings(max_examples=6, deadline=None)
@given(st.integers(0, 10_000), ODD, st.sampled_from(["a4", "f4"]))
@example(0, LONG_TEXT, "a4")
@example(0, LONG_WORD, "f4")
def test_any_text_anywhere(product: str, place: int, text: str, paper: str) -> None:
    """It stands on the sheet, inside the white edge and for screen readers too, or is refused."""
    (job,) = jobs_for((product,), (LESSON,), ("id",), (paper,))
    try:
        pdf = draw(job, changed(ours(), place, text))
    except WrongInput as trouble:
        assert trouble.what
        assert trouble.mend
        return
    profile = page.ValidationProfile.PDF_UA_1
    assert list(page.validate_pdf_bytes(pdf, profile=profile).failures) == []
    if text in (LONG_WORD, LONG_TEXT):
        _inside(pdf)


def _inside(pdf: bytes) -> None:
    for sheet in sheets(pdf):
        ink = sheet.ink
        assert ink.left >= EDGE - 0.2
        assert ink.top >= EDGE - 0.2
        assert ink.right <= sheet.width - EDGE + 0.2
        assert ink.bottom <= sheet.height - EDGE + 0.2
