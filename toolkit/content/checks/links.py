"""What records say of each other: every id that is named must exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from toolkit.content.checks.distinct import lost_name
from toolkit.content.checks.pages import wrong_pages
from toolkit.content.checks.proposals import meant, nearest, renamed
from toolkit.content.checks.spoken import Heard, Spoken
from toolkit.content.claim import Claim
from toolkit.content.lesson import Lesson
from toolkit.content.place import Edit, Place, Problem, Severity, place_of
from toolkit.content.quiz import Chat, Question, Quiz, Verdict
from toolkit.content.reading.desk import quoted
from toolkit.content.reference import Contact, Fact, OfficeWord
from toolkit.content.session_plan import SessionPlan
from toolkit.content.shaping.shapes import Partial
from toolkit.content.text import Kind
from toolkit.language import Said, said

Sections = Mapping[str, Mapping[str, Any]]

KINDS = {
    "lessons": said("lesson"),
    "quizzes": said("quiz"),
    "offers": said("offer"),
    "scenarios": said("chat"),
    "sources": said("source"),
    "facts": said("fact"),
    "contacts": said("contact"),
    "terms": said("term"),
    "claims": said("claim"),
    "products": said("product"),
    "plans": said("session plan"),
}

_SECTION = {Kind.FACT: "facts", Kind.CONTACT: "contacts", Kind.TERM: "terms"}
_KIND = {section: kind.value for kind, section in _SECTION.items()}


def broken_links(
    sections: Sections,
    left_out: Mapping[tuple[str, str], str],
    aside: Iterable[Any],
    heard: Heard,
) -> Iterator[Problem]:
    """A problem for each id that is named and not there.

    `left_out` names, by section and id, the file that set out to define it but was left
    out, so that the trainer is sent to the cause and not to the consequence: once for each
    file and cause. `aside` are records of files that are left out already: of them only
    ids that nothing has are told.
    """
    told: set[tuple[str, str]] = set()
    for records in sections.values():
        for record in records.values():
            for named in named_by(heard.of(record)):
                if named.id in sections[named.section]:
                    continue
                cause = left_out.get((named.section, named.id))
                if cause is None:
                    yield _unknown(named, sections)
                elif (named.at().file, cause) not in told:
                    told.add((named.at().file, cause))
                    yield _left_out(named, cause)
    for record in aside:
        for named in named_by(heard.of(record)):
            if (
                named.id not in sections[named.section]
                and (named.section, named.id) not in left_out
            ):
                yield _unknown(named, sections)


class Named:
    """Section and id of what is referred to; its place is sought only when it matters."""

    __slots__ = ("at", "id", "inline", "section")

    def __init__(self, section: str, id: str, at: Callable[[], Place], inline: bool) -> None:
        self.section = section
        self.id = id
        self.at = at
        self.inline = inline


def named_by(said_there: Spoken) -> Iterator[Named]:
    """Everything that a record, or a part of one, refers to in other records."""
    for text, code, run in said_there.references:
        at = partial(text.place, code, run.offset + len(run.kind) + 2)
        yield Named(_SECTION[run.kind], run.value, at, True)
    record = said_there.record
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
                yield from _asked(question)
        case Question():
            yield from _asked(record)
        case Claim(source=source, facts=facts):
            yield from _typed("sources", (source,))
            yield from _typed("facts", facts)
        case OfficeWord(term=term) if term:
            yield from _typed("terms", (term,))
        case SessionPlan(lessons=lessons, products=products, chat=chat):
            yield from _typed("lessons", lessons)
            yield from _typed("products", products)
            yield from _typed("scenarios", (chat,) if chat else ())


def _asked(question: Question) -> Iterator[Named]:
    if isinstance(question, Verdict):
        yield from _typed("offers", (question.offer,))
    elif isinstance(question, Chat):
        yield from _typed("scenarios", (question.scenario,))


def _typed(section: str, ids: Iterable[str]) -> Iterator[Named]:
    return (Named(section, one, partial(place_of, one), False) for one in ids)


def _left_out(named: Named, cause: str) -> Problem:
    return Problem(
        named.at(),
        "left-out",
        said(
            'The {kind} "{id}" is missing, because {file} has mistakes.',
            kind=KINDS[named.section],
            id=named.id,
            file=cause,
        ),
        said("Mend that file first:  {file}", file=cause),
        because=cause,
    )


def _unknown(named: Named, sections: Sections) -> Problem:
    at = named.at()
    mend: Said
    edit: Edit | None
    mend, edit = meant(named.id, sections[named.section], at)
    if edit is None and named.section == "sources":
        # Naming some other source would make a claim of what nobody has read there.
        mend = said(
            "First write this source into lessons/reference/sources.yaml:  - id: {id}",
            id=quoted(named.id),
        )
    if named.inline and named.id not in sections[named.section]:
        for section, kind in _KIND.items():
            if named.id in sections[section]:
                form = f"{{{kind}:{named.id}}}"
                old = _KIND[named.section]
                begin = at.column - len(old) - 2
                mend = said("Write:  {id}", id=form)
                edit = Edit(at.line, begin, at.line, at.column + len(named.id) + 1, form)
    return Problem(
        at,
        "unknown-reference",
        said('There is no {kind} "{id}".', kind=KINDS[named.section], id=named.id),
        mend,
        edit=edit,
    )


def loose_ends(sections: Sections, aside: Iterable[Any] = ()) -> Iterator[Problem]:
    """A problem for each quiz that does not fit its lesson: unknown objectives and pages, untested ones.

    `aside` are records of files that are left out already.
    """
    quizzed: dict[str, str] = {}
    questions: dict[str, str] = {}
    beside = list(aside)
    lessons = {one.id: one for one in beside if isinstance(one, Lesson)} | {**sections["lessons"]}
    quizzes = [*sections["quizzes"].values(), *(one for one in beside if isinstance(one, Quiz))]
    for quiz in quizzes:
        if quizzed.setdefault(quiz.lesson, quiz.id) != quiz.id:
            yield _second_quiz(quiz, quizzed[quiz.lesson])
        for question in quiz.questions:
            if questions.setdefault(question.id, quiz.id) != quiz.id:
                taken = {one.id for other in quizzes for one in other.questions}
                at = place_of(question.id, question.at)
                mend, edit = renamed(question.id, taken, at)
                yield Problem(
                    at,
                    "duplicate-id",
                    said(
                        'The id "{id}" is already used in the quiz "{quiz}".',
                        id=question.id,
                        quiz=questions[question.id],
                    ),
                    mend,
                    edit=edit,
                )
        if lesson := lessons.get(quiz.lesson):
            yield from _objectives(lesson, quiz)
            yield from wrong_pages(lesson, quiz)


def _second_quiz(quiz: Quiz, first: str) -> Problem:
    return Problem(
        place_of(quiz.lesson, quiz.at),
        "second-quiz",
        said(
            'The lesson "{lesson}" already has the quiz "{quiz}".', lesson=quiz.lesson, quiz=first
        ),
        said("Put its questions there; or, to replace that quiz, write:  quiz: {quiz}", quiz=first),
    )


def _objectives(lesson: Lesson, quiz: Quiz) -> Iterator[Problem]:
    if isinstance(lesson.objectives, Partial):
        return
    known = [objective.id for objective in lesson.objectives]
    # Of ids that are there twice, one has taken another's place; that is told in the lesson.
    missed = lost_name(known, [question.objective for question in quiz.questions])
    tested: set[str] = set()
    for question in quiz.questions:
        if question.objective in known or (missed and question.objective == missed[1]):
            tested.add(question.objective)
            continue
        # Who mistyped it meant to test it: one slip, one problem.
        tested.add(nearest(question.objective, known))
        at = place_of(question.objective, question.at)
        mend, edit = meant(question.objective, known, at)
        yield Problem(
            at,
            "unknown-reference",
            said(
                'The lesson "{lesson}" has no objective "{id}".',
                lesson=lesson.id,
                id=question.objective,
            ),
            mend,
            edit=edit,
        )
    if isinstance(quiz.questions, Partial):
        return
    for objective in lesson.objectives:
        if objective.id not in tested:
            yield Problem(
                place_of(objective.id, objective.at),
                "objective-without-question",
                said('No question of the quiz tests "{id}".', id=objective.id),
                said("Write at a question that tests it:  objective: {id}", id=objective.id),
                Severity.WARNING,
            )
