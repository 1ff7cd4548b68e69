"""What the sheets of a session ask: which questions, in which order, with which numbers and letters.

All of it is what the hall's screen asks for when the slips are counted, because it comes from
the same agenda. Writes words down; knows no sizes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.quiz import Match, Multiple, Order, Question, Spot, Verdict
from toolkit.errors import WrongInput
from toolkit.language import N_, Language, said
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type.flow import Run, Runs
from toolkit.session.agenda import Item, Measure, Part, Setup, When
from toolkit.session.answers import PLAYABLE, choice_text
from toolkit.session.drawing import drawn
from toolkit.session.letters import shown
from toolkit.session.option_names import VERDICTS, letter, own_words

_HOW = {
    Multiple: N_("Tick all that fit."),
    Spot: N_("You may mark more than one."),
    Order: N_("Write 1 in the box of the first step, then 2, and so on."),
    Match: N_("Write into each box the number that belongs to it."),
}


class Form(NamedTuple):
    """A sheet of questions, by their ids: form `A` or `B`, or "" for practice."""

    letter: str
    questions: tuple[str, ...]


class Answer(NamedTuple):
    """Something to tick: the letter or number beside its box, and its words."""

    label: str
    words: Runs


class Asked(NamedTuple):
    """A question on paper.

    `message` are the lines of an offer to judge; `lefts` the left sides of a match, whose
    right sides are the `answers`. `kind` is the name of the question's class.
    """

    number: int
    id: str
    kind: str
    ask: Runs
    how: Runs
    message: tuple[Runs, ...]
    answers: tuple[Answer, ...]
    lefts: tuple[Answer, ...]


def forms(lessons: Sequence[Lesson], library: Library) -> tuple[Form, ...]:
    """The sheets of some lessons: A and B, or one to practise where there is no test.

    The questions of the test run on through all lessons, in the library's order, as the hall
    asks for them. Raises WrongInput where nothing can be asked on paper.
    """
    chosen = in_order(lessons, library)
    if any(quiz is not None and quiz.forms is not None for quiz in map(library.quiz_of, chosen)):
        steps = drawn(Setup("", 1, 1, chosen, Measure.SLIPS), library).steps
        first = [s for s in steps if s.part is Part.SLIPS and s.when is When.BEFORE]
        return tuple(
            Form(form.upper(), tuple(step.subject for step in first if step.form == form))
            for form in ("a", "b")
        )
    quizzes = (quiz for quiz in map(library.quiz_of, chosen) if quiz is not None)
    played = (one for quiz in quizzes for one in quiz.questions if isinstance(one, PLAYABLE))
    ids = tuple(question.id for question in played)
    if not ids:
        raise WrongInput(
            said(
                "The lesson {lesson} has no questions that can be asked on paper.",
                lesson=", ".join(chosen),
            ),
            said("Write some into its quiz, or print this for another lesson."),
        )
    return (Form("", ids),)


def in_order(lessons: Sequence[Lesson], library: Library) -> tuple[str, ...]:
    """Ids of lessons in the order in which the hall takes them, whatever order they were named in."""
    named = {lesson.id for lesson in lessons}
    return tuple(one for one in library.lessons if one in named)


def by_hands(lessons: Sequence[Lesson], library: Library) -> tuple[Item, ...]:
    """What the hall asks by show of hands, before and after, in its order."""
    agenda = drawn(Setup("", 1, 1, in_order(lessons, library)), library)
    items = {item.question: item for item in agenda.items}
    return tuple(items[step.subject] for step in agenda.steps if step.part is Part.BEFORE)


def written(form: Form, copyist: Copyist) -> tuple[Asked, ...]:
    """The questions of a form in words, numbered from 1."""
    questions = copyist.library.questions
    return tuple(
        _asked(number, questions[one], copyist) for number, one in enumerate(form.questions, 1)
    )


def title(head: str, copyist: Copyist) -> Runs:
    """`Quiz sheet: Warning signs`: what it is, and the lessons that it is about."""
    order = in_order(copyist.lessons, copyist.library)
    runs: list[Run] = [Run(head + ": ", bold=True)]
    for place, one in enumerate(order):
        words = copyist.text(copyist.library.lessons[one].title)
        runs += [Run("; ", bold=True)] if place else []
        runs += [run._replace(bold=True) for run in words]
    return tuple(runs)


def labels(question: Question, library: Library) -> dict[str, str]:
    """The letter (of a spot: the number) of each thing to tick, by its id, in their order."""
    ids = tuple(VERDICTS) if isinstance(question, Verdict) else shown(question, library)
    if isinstance(question, Spot | Match):
        return {one: str(at) for at, one in enumerate(ids, 1)}
    return {one: letter(at) for at, one in enumerate(ids)}


def answer_words(question: Question, one: str, copyist: Copyist) -> Runs:
    """What stands beside the box of an answer, by its id."""
    text = None if isinstance(question, Verdict) else choice_text(question, one)
    return copyist.text(text) if text is not None else copyist.ours(own_words(one, copyist.lang))


def message(question: Question, copyist: Copyist) -> tuple[Runs, ...]:
    """The lines of the offer that a question judges; none if it judges none."""
    if not isinstance(question, Verdict):
        return ()
    return tuple(copyist.text(one) for one in copyist.library.offers[question.offer].message)


def letter_words(at: int, item: Item, lang: Language) -> str:
    """`B`, or where slips are sorted by the signs marked on them `B: 1 sign`."""
    if item.kind != "spot":
        return letter(at)
    marked = int(item.options[at])
    signs = lang.ngettext("{n} sign", "{n} signs", marked).format(n=lang.number(marked))
    return f"{letter(at)}: {signs}"


def _asked(number: int, question: Question, copyist: Copyist) -> Asked:
    how = _HOW.get(type(question))
    lefts: tuple[Answer, ...] = ()
    if isinstance(question, Match):
        lefts = tuple(
            Answer(letter(at), copyist.text(pair.left)) for at, pair in enumerate(question.pairs)
        )
    return Asked(
        number=number,
        id=question.id,
        kind=type(question).__name__,
        ask=copyist.text(question.ask),
        how=copyist.ours(copyist.lang.gettext(how)) if how else (),
        message=message(question, copyist),
        answers=tuple(
            Answer(label, answer_words(question, one, copyist))
            for one, label in labels(question, copyist.library).items()
        ),
        lefts=lefts,
    )
