"""What the sheets of a session are held against: the plan of the hall for the same lessons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from toolkit.content.library import Library
from toolkit.content.quiz import Question, Spot, TrueFalse, Verdict
from toolkit.content.wording import plain
from toolkit.language import Language
from toolkit.paper.shop import Job
from toolkit.session.agenda import Agenda, Item, Measure, Part, Setup, Step, When
from toolkit.session.answers import choice_text
from toolkit.session.plan import draw_up

LESSONS = ("recruitment", "legal-route", "warning-signs")


def plan(lessons: tuple[str, ...], library: Library, measure: Measure = Measure.SLIPS) -> Agenda:
    """The hall's plan for these lessons, with time for everything."""
    return draw_up(Setup("Desa", 30, 9999, lessons, measure), library, ())


def pile(agenda: Agenda, when: When, form: str) -> list[Step]:
    """The steps that count one pile of slips, in the order in which the hall asks."""
    return [s for s in agenda.steps if (s.part, s.when, s.form) == (Part.SLIPS, when, form)]


def items(agenda: Agenda) -> dict[str, Item]:
    """What is known of each question."""
    return {item.question: item for item in agenda.items}


def option_words(item: Item, option: str, library: Library, lang: Language) -> str:
    """The words of an option as the hall shows them beside its letter."""
    question = library.questions[item.question]
    match question:
        case Verdict():
            return lang.gettext({"worth_checking": "Worth checking", "trap": "A trap"}[option])
        case TrueFalse():
            told = {"true": "Yes, that is so", "false": "No, that is not so"}
            return lang.gettext(told[option])
    text = choice_text(question, option)
    assert text is not None
    return plain(text, lang, library)


def ticks(item: Item, library: Library, lang: Language) -> list[str]:
    """Letter and words of all that is ticked, in order; of a message number and part."""
    question = library.questions[item.question]
    if isinstance(question, Spot):
        parts = (plain(part.text, lang, library) for part in question.message)
        return [f"{at} {words}" for at, words in enumerate(parts, 1)]
    words = (option_words(item, option, library, lang) for option in item.options)
    return [f"{letter} {told}" for letter, told in zip("ABCDEFGHI", words, strict=False)]


def with_question(library: Library, id: str, **changes: Any) -> Library:
    """The library with one question changed."""
    return replaced(library, id, lambda question: replace(question, **changes))


def replaced(library: Library, id: str, change: Callable[[Question], Question]) -> Library:
    """The library with one question replaced, also in its quiz."""
    made = change(library.questions[id])
    quizzes = {
        name: replace(
            quiz, questions=tuple(made if one.id == id else one for one in quiz.questions)
        )
        for name, quiz in library.quizzes.items()
    }
    return replace(library, questions={**library.questions, id: made}, quizzes=quizzes)


def without_forms(library: Library) -> Library:
    """The library as if no quiz had a test."""
    quizzes = {name: replace(quiz, forms=None) for name, quiz in library.quizzes.items()}
    return replace(library, quizzes=quizzes)


def jobs(product: str, *groups: tuple[str, ...], all_of: tuple[str, ...] = ()) -> list[Job]:
    """The product for each group of lessons, in each language on another paper; `all_of` on both."""
    return [
        Job(product, lessons, code, paper)
        for lessons in groups
        for code in ("id", "en")
        for paper in ("a4", "f4")
        if lessons == all_of or (code, paper) in {("id", "a4"), ("en", "f4")}
    ]


def in_order(said: str, *pieces: str) -> None:
    """Each piece stands in `said`, after the one before it."""
    at = 0
    for piece in pieces:
        found = said.find(piece, at)
        assert found >= 0, f"{piece!r} is not after {said[max(at - 60, 0) : at]!r}"
        at = found + len(piece)
