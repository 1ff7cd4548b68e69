"""What makes a question teach: a right answer, and a belief behind every wrong one.

Rules about one record at a time; what records say of each other is `links`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from toolkit.content.desk import Desk
from toolkit.content.lesson import Lesson
from toolkit.content.offer import Offer, Scenario
from toolkit.content.place import Place, place_of
from toolkit.content.quiz import (
    Choice,
    Match,
    Mistake,
    Multiple,
    Opinion,
    Option,
    Order,
    Pair,
    Part,
    Question,
    Quiz,
    Spot,
    Step,
)
from toolkit.content.reference import Fact, Term
from toolkit.content.shapes import Partial
from toolkit.content.text import Text
from toolkit.language import Said, said


def check_record(record: object, desk: Desk) -> None:
    """Note what keeps a record from doing its work."""
    match record:
        case Lesson():
            _lesson(record, desk)
        case Quiz():
            _distinct(record.questions, record.at, desk)
            for question in record.questions:
                _question(question, desk)
        case Offer():
            _offer(record, desk)
        case Scenario():
            _scenario(record, desk)
        case Fact(value=Text() as words) | Term(word=words):
            _flat(words, desk)


def _flat(words: Text, desk: Desk) -> None:
    """Words that are put into other texts: what they refer to would be lost on the way."""
    for code, run in words.references():
        desk.error(
            words.place(code, run.offset),
            "reference-inside",
            said("What is put into other texts cannot itself refer to a fact, contact or term."),
            said("Write the words out here."),
        )


def _lesson(lesson: Lesson, desk: Desk) -> None:
    _distinct(lesson.objectives, lesson.at, desk)
    _distinct(lesson.pages, lesson.at, desk)
    known = {objective.id for objective in lesson.objectives}
    taught = {one for page in lesson.pages for one in page.objectives}
    for page in () if isinstance(lesson.objectives, Partial) else lesson.pages:
        for one in page.objectives:
            if one not in known:
                _unknown(one, place_of(one, page.at), said("objective"), known, desk)
    if isinstance(lesson.pages, Partial):
        return
    pages = {page.id for page in lesson.pages}
    for panel in lesson.leaflet.inside:
        if panel.page not in pages:
            _unknown(panel.page, place_of(panel.page, panel.at), said("page"), pages, desk)
    for objective in lesson.objectives:
        if objective.id not in taught:
            desk.warning(
                place_of(objective.id, objective.at),
                "objective-without-page",
                said('No page teaches the objective "{id}".', id=objective.id),
                said("Add its id to the objectives of a page, or take the objective out."),
            )


def _question(question: Question, desk: Desk) -> None:
    match question:
        case Choice(options=options):
            _options(question, options, desk)
            if sum(option.right for option in options) != 1 and not isinstance(options, Partial):
                _right(
                    question.at.of("options"),
                    said("A choice question has exactly one right option."),
                    desk,
                )
        case Multiple(options=options):
            _options(question, options, desk)
            if isinstance(options, Partial):
                return
            if not 2 <= sum(option.right for option in options) < len(options):
                _right(
                    question.at.of("options"),
                    said(
                        "A multiple question has two or more right options and at least one wrong."
                    ),
                    desk,
                )
        case Order(steps=steps, mistakes=mistakes):
            _distinct(steps, question.at, desk)
            _about(mistakes, steps, 2, desk)
            _out_of_order(mistakes, [step.id for step in steps], desk)
        case Match(pairs=pairs, mistakes=mistakes):
            _distinct(pairs, question.at, desk)
            _about(mistakes, pairs, 2, desk)
        case Spot(message=parts, mistakes=mistakes):
            _distinct(parts, question.at, desk)
            _about(mistakes, parts, 1, desk)
            if not any(part.sign for part in parts) and not isinstance(parts, Partial):
                _right(
                    question.at.of("message"),
                    said("No part of the message is marked as a sign."),
                    desk,
                )
        case Opinion(stances=stances):
            _distinct(stances, question.at, desk)


def _options(question: Question, options: tuple[Option, ...], desk: Desk) -> None:
    _distinct(options, question.at, desk)
    for option in options:
        if not option.right and option.belief is None:
            desk.error(
                place_of(option.id, option.at),
                "no-belief",
                said('The wrong option "{id}" does not name the belief behind it.', id=option.id),
                said("Add  belief:  with what somebody thinks who chooses it."),
            )
        if option.right and option.belief is not None:
            desk.error(
                option.at.of("right"),
                "belief-on-right",
                said('The option "{id}" is right and yet names a belief.', id=option.id),
                said("Take out  right: true  or take out  belief:"),
            )
    seen: dict[object, str] = {}
    for option in options:
        for code, runs in option.text.runs.items():
            words = (code, "".join(run.value for run in runs).casefold())
            if seen.setdefault(words, option.id) != option.id:
                desk.error(
                    option.text.place(code),
                    "equal-options",
                    said(
                        'The options "{one}" and "{two}" say the same.',
                        one=seen[words],
                        two=option.id,
                    ),
                    said("Write one of them differently."),
                )


def _right(at: Place, what: Said, desk: Desk) -> None:
    desk.error(at, "right-answers", what, said("Mark the right ones, and only those."))


def _about(
    mistakes: tuple[Mistake, ...], parts: Sequence[Step | Pair | Part], wanted: int, desk: Desk
) -> None:
    if isinstance(parts, Partial):
        return
    known = {part.id for part in parts}
    for mistake in mistakes:
        if len(mistake.about) != wanted or len(set(mistake.about)) != wanted:
            desk.error(
                mistake.at.of("about"),
                "mistake-about",
                said("Here  about:  names {count} different parts of the question.", count=wanted),
                said("Write for example  about: [{ids}]", ids=", ".join(sorted(known)[:wanted])),
            )
        for one in mistake.about:
            if one not in known:
                _unknown(one, place_of(one, mistake.at), said("part"), known, desk)


def _out_of_order(mistakes: tuple[Mistake, ...], order: list[str], desk: Desk) -> None:
    for mistake in mistakes:
        places = [order.index(one) for one in mistake.about if one in order]
        if len(places) == 2 and places[0] < places[1]:
            desk.error(
                mistake.at.of("about"),
                "mistake-about",
                said("These two steps stand in the right order here, so that is no mistake."),
                said("Name first the step that was put too early."),
            )


def _offer(offer: Offer, desk: Desk) -> None:
    if offer.honest == bool(offer.signs):
        desk.error(
            offer.at,
            "offer-signs",
            said("An honest offer has no signs of a trap, and a trap has at least one."),
            said("Mend  honest:  or the list  signs:"),
        )


def _scenario(scenario: Scenario, desk: Desk) -> None:
    _distinct(scenario.turns, scenario.at, desk)
    if isinstance(scenario.turns, Partial):
        return
    known = {turn.id for turn in scenario.turns}
    for turn in scenario.turns:
        for reply in turn.replies:
            if reply.next not in known:
                _unknown(reply.next, place_of(reply.next, turn.at), said("turn"), known, desk)
        if bool(turn.replies) == bool(turn.debrief):
            desk.error(
                place_of(turn.id, turn.at),
                "chat-end",
                said(
                    'The turn "{id}" must either go on with replies or end with a debrief.',
                    id=turn.id,
                ),
                said("Add  replies:  or  debrief:  and not both."),
            )


def _unknown(id: str, at: Place, kind: Said, known: set[str], desk: Desk) -> None:
    desk.error(
        at,
        "unknown-reference",
        said('There is no {kind} "{id}" here.', kind=kind, id=id),
        said("Known are: {ids}.", ids=", ".join(sorted(known))),
    )


def _distinct(records: Sequence[object], at: Place, desk: Desk) -> None:
    ids = Counter(str(getattr(record, "id", "")) for record in records)
    for one, count in ids.items():
        if count > 1:
            twice = [r for r in records if getattr(r, "id", "") == one]
            desk.error(
                place_of(getattr(twice[-1], "id", ""), at),
                "duplicate-id",
                said('The id "{id}" is used twice.', id=one),
                said("Give one of them another id; ids are permanent and never shared."),
            )
