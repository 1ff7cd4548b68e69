"""What records say of each other: every id that is named must exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from typing import Any

from toolkit.content.lesson import Lesson
from toolkit.content.place import Place, Problem, Severity, place_of
from toolkit.content.quiz import Chat, Quiz, Verdict
from toolkit.content.reference import Contact, Fact
from toolkit.content.text import Kind
from toolkit.content.wording import texts_of
from toolkit.language import said

Sections = Mapping[str, Mapping[str, Any]]

_KINDS = {
    "lessons": said("lesson"),
    "quizzes": said("quiz"),
    "offers": said("offer"),
    "scenarios": said("chat"),
    "sources": said("source"),
    "facts": said("fact"),
    "contacts": said("contact"),
    "terms": said("term"),
}

_SECTION = {Kind.FACT: "facts", Kind.CONTACT: "contacts", Kind.TERM: "terms"}


def broken_links(sections: Sections, left_out: Mapping[tuple[str, str], str]) -> Iterator[Problem]:
    """A problem for each id that is named and not there.

    `left_out` names, by section and id, the file that set out to define it but was left
    out, so that the trainer is sent to the cause and not to the consequence.
    """
    for records in sections.values():
        for record in records.values():
            for section, one, at in _named(record):
                if one not in sections[section]:
                    yield _problem(section, one, at(), sections, left_out.get((section, one)))


Named = tuple[str, str, Callable[[], Place]]
"""Section and id of what is referred to, and where; the place is sought only when it matters."""


def _named(record: Any) -> Iterator[Named]:
    for text in texts_of(record):
        for code, run in text.references():
            yield _SECTION[run.kind], run.value, partial(text.place, code, run.offset)
    match record:
        case Lesson(contacts=contacts, sources=sources):
            yield from _typed("contacts", contacts)
            yield from _typed("sources", sources)
            if record.leaflet.scan:
                yield from _typed("contacts", (record.leaflet.scan,))
        case Fact(sources=sources) | Contact(sources=sources):
            yield from _typed("sources", sources)
        case Quiz(lesson=lesson):
            yield from _typed("lessons", (lesson,))
            for question in record.questions:
                if isinstance(question, Verdict):
                    yield from _typed("offers", (question.offer,))
                if isinstance(question, Chat):
                    yield from _typed("scenarios", (question.scenario,))


def _typed(section: str, ids: Iterable[str]) -> Iterator[Named]:
    return ((section, one, partial(place_of, one)) for one in ids)


def _problem(section: str, one: str, at: Place, sections: Sections, broken: str | None) -> Problem:
    kind = _KINDS[section]
    if broken:
        return Problem(
            at,
            "left-out",
            said(
                'The {kind} "{id}" is left out, because {file} has errors.',
                kind=kind,
                id=one,
                file=broken,
            ),
            said("Mend that file first."),
        )
    near = get_close_matches(one, sections[section], 1)
    return Problem(
        at,
        "unknown-reference",
        said('There is no {kind} "{id}".', kind=kind, id=one),
        said('Write "{id}".', id=near[0])
        if near
        else said("Known are: {ids}.", ids=", ".join(sorted(sections[section])) or "-"),
    )


def loose_ends(sections: Sections) -> Iterator[Problem]:
    """A problem for each quiz that does not fit its lesson: objectives unknown or untested."""
    quizzed: dict[str, str] = {}
    questions: dict[str, str] = {}
    for quiz in sections["quizzes"].values():
        if quizzed.setdefault(quiz.lesson, quiz.id) != quiz.id:
            yield Problem(
                place_of(quiz.lesson, quiz.at),
                "second-quiz",
                said(
                    'The lesson "{lesson}" already has the quiz "{quiz}".',
                    lesson=quiz.lesson,
                    quiz=quizzed[quiz.lesson],
                ),
                said("Add the questions there, or give this quiz the same id to replace it."),
            )
        for question in quiz.questions:
            if questions.setdefault(question.id, quiz.id) != quiz.id:
                yield Problem(
                    place_of(question.id, question.at),
                    "duplicate-id",
                    said('The id "{id}" is used twice.', id=question.id),
                    said("Give one of them another id; ids are permanent and never shared."),
                )
        lesson = sections["lessons"].get(quiz.lesson)
        if lesson:
            yield from _objectives(lesson, quiz)


def _objectives(lesson: Lesson, quiz: Quiz) -> Iterator[Problem]:
    known = [objective.id for objective in lesson.objectives]
    for question in quiz.questions:
        if question.objective not in known:
            near = get_close_matches(question.objective, known, 1)
            yield Problem(
                place_of(question.objective, question.at),
                "unknown-reference",
                said('The lesson has no objective "{id}".', id=question.objective),
                said('Write "{id}".', id=near[0])
                if near
                else said("Known are: {ids}.", ids=", ".join(known)),
            )
    tested = {question.objective for question in quiz.questions}
    for objective in lesson.objectives:
        if objective.id not in tested:
            yield Problem(
                place_of(objective.id, objective.at),
                "objective-without-question",
                said('No question tests the objective "{id}".', id=objective.id),
                said("Write a question for it in the lesson's quiz."),
                Severity.WARNING,
            )
