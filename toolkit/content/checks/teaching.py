"""What keeps a record from doing its work, told from the record alone.

What records say of each other is `links`; kinds of record with many rules have a
module of their own, which is loaded when the first such record is there.
"""

from __future__ import annotations

from collections.abc import Collection

from toolkit.content.checks.distinct import distinct, listed_twice
from toolkit.content.checks.proposals import meant, nearest
from toolkit.content.lesson import Lesson, Objective, Priority
from toolkit.content.offer import Offer, Scenario
from toolkit.content.place import place_of
from toolkit.content.quiz import Question, Quiz
from toolkit.content.reading.desk import Desk
from toolkit.content.reference import Contact, Fact, Term
from toolkit.content.session_plan import SessionPlan
from toolkit.content.shaping.shapes import Partial
from toolkit.content.text import Text
from toolkit.content.theme import ThemeChanges
from toolkit.language import said


def check_record(record: object, desk: Desk) -> None:
    """Note what keeps a record, or a part of one that is not whole, from doing its work."""
    match record:
        case Lesson():
            _lesson(record, desk)
        case Quiz():
            from toolkit.content.checks.forms import check_forms, named_in
            from toolkit.content.checks.questions import check_question
            from toolkit.content.checks.refreshers import check_refresher

            named = (*named_in(record.forms), *record.refresher)
            told = distinct(record.questions, record.at, desk, named)
            check_forms(record, told, desk)
            check_refresher(record, told, desk)
            for question in record.questions:
                check_question(question, desk)
        case Question():
            from toolkit.content.checks.questions import check_question

            check_question(record, desk)
        case Offer():
            from toolkit.content.checks.discernment import check_offer

            check_offer(record, desk)
        case Scenario():
            from toolkit.content.checks.chats import check_chat

            check_chat(record, desk)
        case Fact(sources=sources):
            listed_twice(sources, record.at, desk)
            if isinstance(record.value, Text):
                _flat(record.value, desk)
        case Contact(sources=sources):
            listed_twice(sources, record.at, desk)
        case Term(word=word):
            _flat(word, desk)
        case SessionPlan(lessons=lessons, products=products):
            listed_twice(lessons, record.at, desk)
            listed_twice(products, record.at, desk)
        case ThemeChanges():
            from toolkit.content.checks.printing import check_theme

            check_theme(record, desk)


def _flat(words: Text, desk: Desk) -> None:
    """Words that are put into other texts: what they refer to would be lost on the way."""
    for code, run in words.references():
        desk.error(
            words.place(code, run.offset),
            "reference-inside",
            said(
                "These words are put into other texts, so they cannot refer to anything themselves."
            ),
            said(
                "Take out  {{{kind}:{id}}}  and write the words out.", kind=run.kind, id=run.value
            ),
        )


def _lesson(lesson: Lesson, desk: Desk) -> None:
    by_pages = [one for page in lesson.pages for one in page.objectives]
    by_panels = [panel.page for panel in lesson.leaflet.inside]
    told = {
        distinct(lesson.objectives, lesson.at, desk, by_pages),
        distinct(lesson.pages, lesson.at, desk, by_panels),
    }
    listed_twice(lesson.contacts, lesson.at, desk)
    listed_twice(lesson.sources, lesson.at, desk)
    _taught(lesson, told, desk)
    _panels(lesson, told, desk)


def _taught(lesson: Lesson, told: Collection[str | None], desk: Desk) -> None:
    """What pages name as objectives, and whether every objective has a page.

    `told` are ids that are known to be missing already.
    """
    known = {objective.id for objective in lesson.objectives}
    whole = not isinstance(lesson.objectives, Partial)
    taught: set[str] = set()
    for page in lesson.pages:
        listed_twice(page.objectives, page.at, desk)
        for one in page.objectives:
            if one in known or one in told or not whole:
                taught.add(one)
                continue
            # Who mistyped it meant to teach it: one slip, one problem.
            taught.add(nearest(one, known))
            at = place_of(one, page.at)
            mend, edit = meant(one, known, at)
            desk.error(
                at,
                "unknown-reference",
                said('This lesson has no objective "{id}".', id=one),
                mend,
                edit=edit,
            )
    if isinstance(lesson.pages, Partial) or any(
        isinstance(page.objectives, Partial) for page in lesson.pages
    ):
        return
    for objective in lesson.objectives:
        if objective.id not in taught:
            _untaught(objective, desk)


def _untaught(objective: Objective, desk: Desk) -> None:
    must = objective.priority is Priority.MUST
    note = desk.error if must else desk.warning
    note(
        place_of(objective.id, objective.at),
        "objective-without-page",
        said('No page teaches "{id}", though every session must reach it.', id=objective.id)
        if must
        else said('No page teaches "{id}".', id=objective.id),
        said("Write at the page that teaches it:  objectives: [{id}]", id=objective.id),
    )


def _panels(lesson: Lesson, told: Collection[str | None], desk: Desk) -> None:
    """What the leaflet takes from the pages; `told` are missing ids that are told already."""
    if isinstance(lesson.pages, Partial):
        return
    pages = {page.id for page in lesson.pages}
    shown: set[str] = set()
    wanted = {nearest(panel.page, pages) for panel in lesson.leaflet.inside} | {*told}
    unshown = [page.id for page in lesson.pages if page.id not in wanted]
    for panel in lesson.leaflet.inside:
        at = place_of(panel.page, panel.at)
        if panel.page in told:
            continue
        if panel.page not in pages:
            mend, edit = meant(panel.page, pages, at)
            desk.error(
                at,
                "unknown-reference",
                said('This lesson has no page "{id}".', id=panel.page),
                mend,
                edit=edit,
            )
        elif panel.page in shown and unshown:
            # A shorter lesson has nothing else to show, and may repeat itself.
            other = unshown.pop(0)
            desk.warning(
                at,
                "panel-twice",
                said('The leaflet shows the page "{id}" twice.', id=panel.page),
                said("Write another page, for example:  {id}", id=other),
            )
        shown.add(panel.page)
