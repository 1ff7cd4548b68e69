"""The page that a question sends people back to: one of the lesson, and about the same objective.

What the lesson itself has wrong is told there: a slip in it is not told again at each question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from toolkit.content.checks.distinct import lost_name
from toolkit.content.checks.proposals import SHOWN, meant, nearest
from toolkit.content.lesson import Lesson
from toolkit.content.place import Problem, Severity, instead, place_of
from toolkit.content.quiz import Question, Quiz
from toolkit.content.shaping.shapes import Partial
from toolkit.language import said


def wrong_pages(lesson: Lesson, quiz: Quiz) -> Iterator[Problem]:
    """A problem for each page that a question names and that cannot meet its mistake."""
    named = [question.page for question in quiz.questions if question.page]
    if not named or isinstance(lesson.pages, Partial):
        return
    known = [page.id for page in lesson.pages]
    missed = {panel.page for panel in lesson.leaflet.inside}.difference(known)
    if lost := lost_name(known, named):
        missed.add(lost[1])
    for question in quiz.questions:
        if question.page in known:
            yield from _elsewhere(lesson, question)
        elif question.page and question.page not in missed:
            yield _unknown(lesson, question)


def fit_pages(sections: dict[str, dict[str, Any]], ours: Mapping[str, Mapping[str, Any]]) -> None:
    """Let no quiz of ours name a page that a trainer's own version of its lesson does not have.

    `ours` are the lessons and quizzes of the built-in library. What a trainer leaves out of
    a lesson must not cost them its quiz: those questions take the objective's first page.
    """
    for id, quiz in ours["quizzes"].items():
        lesson = sections["lessons"].get(quiz.lesson)
        if (
            lesson is not None
            and lesson is not ours["lessons"].get(quiz.lesson)
            and sections["quizzes"][id] is quiz
        ):
            sections["quizzes"][id] = _with_pages_of(lesson, quiz)


def _with_pages_of(lesson: Lesson, quiz: Quiz) -> Quiz:
    known = {page.id for page in lesson.pages}
    return replace(
        quiz,
        questions=tuple(
            question if question.page in known or not question.page else replace(question, page="")
            for question in quiz.questions
        ),
    )


def _unknown(lesson: Lesson, question: Question) -> Problem:
    at = place_of(question.page, question.at)
    known = [page.id for page in lesson.pages]
    teaching = [page.id for page in lesson.pages_for(question.objective)]
    # A slip of the fingers may be in the name of any page; without one, only these would do.
    slip = nearest(question.page, known) and not nearest(question.page, teaching)
    mend, edit = meant(question.page, known if slip or not teaching else teaching, at)
    return Problem(
        at,
        "unknown-reference",
        said('The lesson "{lesson}" has no page "{id}".', lesson=lesson.id, id=question.page),
        mend,
        edit=edit,
    )


def _elsewhere(lesson: Lesson, question: Question) -> Iterator[Problem]:
    """A problem if the page teaches another objective than the question tests."""
    page = lesson.page(question.page)
    known = {objective.id for objective in lesson.objectives}
    teaching = [one.id for one in lesson.pages_for(question.objective)]
    if page.id in teaching or not teaching or question.objective not in known:
        return
    if isinstance(page.objectives, Partial) or not known.issuperset(page.objectives):
        return
    at = place_of(question.page, question.at)
    only = teaching[0] if len(teaching) == 1 else ""
    yield Problem(
        at,
        "page-of-another-objective",
        said(
            'The page "{page}" does not teach "{id}", which this question tests.',
            page=page.id,
            id=question.objective,
        ),
        said("Write:  {id}", id=only)
        if only
        else said("Name one that teaches it, for example  {ids}", ids=", ".join(teaching[:SHOWN])),
        Severity.WARNING,
        edit=instead(at, question.page, only) if only else None,
    )
