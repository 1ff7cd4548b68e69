"""Lessons of unusual shapes: every product of them is sound, or says what does not fit and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import page
import pypdfium2
import pytest
from paper.samples import jobs_for, with_lesson
from PIL import ImageChops

from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.errors import WrongInput
from toolkit.paper.crafts import CRAFTS
from toolkit.paper.shop import draw
from toolkit.paper.type.trouble import Unprintable

LESSON = "recruitment"
DPI = 60
EDGE = 8.0
"""Millimetres of white that every sheet keeps."""


def _of(change: Callable[[Lesson], Lesson]) -> Callable[[Library], Library]:
    return lambda library: with_lesson(library, change)


def _long(lesson: Lesson) -> Lesson:
    more = (replace(one, id=f"{one.id}-again") for one in lesson.pages)
    return replace(lesson, pages=(*lesson.pages, *more))


def _silent(lesson: Lesson) -> Lesson:
    return replace(lesson, contacts=(), leaflet=replace(lesson.leaflet, scan=""))


def _asking(library: Library) -> Library:
    quiz = library.quiz_of(LESSON)
    assert quiz
    more = [replace(one, id=f"{one.id}-again") for one in quiz.questions]
    quiz = replace(quiz, questions=(*quiz.questions, *more)[:30])
    questions = {**library.questions, **{one.id: one for one in quiz.questions}}
    return replace(library, quizzes={**library.quizzes, quiz.id: quiz}, questions=questions)


def _unasked(library: Library) -> Library:
    quizzes = {name: one for name, one in library.quizzes.items() if one.lesson != LESSON}
    return replace(library, quizzes=quizzes)


def _called(library: Library) -> Library:
    """Each help line twice."""
    more = {f"{name}-2": replace(one, id=f"{name}-2") for name, one in library.contacts.items()}
    ours = replace(library, contacts={**library.contacts, **more})
    return with_lesson(ours, lambda lesson: replace(lesson, contacts=tuple(ours.contacts)))


SHAPES: dict[str, Callable[[Library], Library]] = {
    "twice as many pages": _of(_long),
    "one takeaway": _of(lambda lesson: replace(lesson, takeaways=lesson.takeaways[:1])),
    "no help line": _of(_silent),
    "every help line": _called,
    "thirty questions": _asking,
    "no quiz": _unasked,
    "no sources": _of(lambda lesson: replace(lesson, sources=())),
}
REFUSED = {
    ("every help line", "leaflet"),
    ("every help line", "handout"),
    ("no quiz", "quiz-sheet"),
    ("no quiz", "answer-key"),
    ("no quiz", "tally-sheet"),
    ("no quiz", "story"),
}
"""What cannot be: more numbers than a leaflet holds, and questions or a chat where there are none."""


@pytest.mark.parametrize("product", CRAFTS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_lesson_of_any_shape(library: Library, shape: str, product: str) -> None:
    """Nothing too near the edge, nothing that a screen reader would miss; or a place and a mend."""
    (job,) = jobs_for((product,), (LESSON,), ("en",), ("a4",))
    ours = SHAPES[shape](library)
    if (shape, product) in REFUSED:
        with pytest.raises(WrongInput) as refused:
            draw(job, ours)
        assert refused.value.mend
        assert not isinstance(refused.value, Unprintable) or refused.value.problem.place.file
        return
    pdf = draw(job, ours)
    profile = page.ValidationProfile.PDF_UA_1
    assert list(page.validate_pdf_bytes(pdf, profile=profile).failures) == []
    document = pypdfium2.PdfDocument(pdf)
    for sheet in document:
        picture = sheet.render(scale=DPI / 72, grayscale=True).to_pil()
        box = ImageChops.invert(picture).getbbox()
        assert box
        nearest = min(box[0], box[1], picture.width - box[2], picture.height - box[3])
        assert nearest * 25.4 / DPI >= EDGE - 0.5
    document.close()
