"""What the booklet says: a whole lesson to read at home, with a small quiz and room for notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.content.lesson import Page
from toolkit.content.quiz import Choice, Question, TrueFalse
from toolkit.content.text import Text
from toolkit.paper.products.guide_questions import Slide, asked
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.own_numbers import OwnWords, own_words
from toolkit.paper.setting.words import Copyist, Group
from toolkit.paper.type.flow import Run, Runs
from toolkit.session.agenda import Setup
from toolkit.session.course import course_of
from toolkit.session.letters import shown
from toolkit.session.option_names import letter

MOST = 6
"""So many questions are a pleasure; more are a test."""


class BookPage(NamedTuple):
    """A page of the lesson: what the hall sees, what is told there, and a question to think about.

    `note` stands before a page that is hard to read: the lesson's own note is for a hall.
    """

    icon: str
    title: Runs
    note: Runs
    show: tuple[Runs, ...]
    say: Runs
    ask: Runs


class Answer(NamedTuple):
    """The answer to a question of the quiz: its letter, and what is said to it."""

    head: Runs
    reply: Runs


class BookletWords(NamedTuple):
    """Everything the booklet says."""

    icon: str
    title: Runs
    about: Runs
    front: Runs
    what: Runs
    aims_head: Runs
    aims: tuple[Runs, ...]
    pages: tuple[BookPage, ...]
    think: Runs
    remember: Runs
    takeaways: tuple[Runs, ...]
    quiz_head: Runs
    quiz_about: Runs
    quiz: tuple[tuple[Runs, Slide], ...]
    answers_head: Runs
    answers: tuple[Answer, ...]
    sources_head: Runs
    sources: tuple[Runs, ...]
    small: tuple[Runs, ...]
    notes: Runs
    own: OwnWords
    groups: tuple[Group, ...]


def write(copyist: Copyist, _: Job) -> BookletWords:
    """Write down the booklet. Raises WrongInput."""
    lesson, gettext, ours = copyist.lesson, copyist.lang.gettext, copyist.ours
    title, front, about = (
        copyist.text(one) for one in (lesson.title, lesson.leaflet.front, lesson.about)
    )
    questions = _questions(copyist)
    # Before the small print, which names what of all this must be checked again.
    groups = copyist.groups()
    fold = gettext(
        "Print on both sides, flip on the short edge, at 100%. "
        "Lay the sheets into each other, fold them once, staple them twice in the fold."
    )
    return BookletWords(
        icon=copyist.icon(lesson.icon, lesson.at),
        title=title,
        about=about,
        front=front,
        what=ours(gettext("A booklet to read at home, alone or together. Pass it on.")),
        aims_head=ours(gettext("What this booklet gives you")),
        aims=tuple(copyist.text(one.text) for one in lesson.objectives),
        pages=tuple(_page(page, copyist) for page in lesson.pages),
        think=ours(gettext("To think about:"), bold=True),
        remember=ours(gettext("Remember")),
        takeaways=tuple(copyist.text(one) for one in lesson.takeaways),
        quiz_head=ours(gettext("Try it yourself")),
        quiz_about=ours(gettext("Choose one answer each time. The answers stand further back.")),
        quiz=tuple(_quizzed(questions, copyist)),
        answers_head=ours(gettext("The answers")),
        answers=tuple(_answer(number, one, copyist) for number, one in enumerate(questions, 1)),
        sources_head=ours(gettext("Sources")),
        sources=copyist.sources(brief=True),
        small=(*copyist.small_print(), ours(fold)),
        notes=ours(gettext("Notes")),
        own=own_words(copyist),
        groups=groups,
    )


def _page(page: Page, copyist: Copyist) -> BookPage:
    return BookPage(
        copyist.icon(page.icon, page.at),
        copyist.text(page.title),
        _note(copyist) if page.note is not None else (),
        tuple(copyist.text(one) for one in page.show),
        copyist.text(page.say),
        copyist.text(page.ask) if page.ask is not None else (),
    )


def _note(copyist: Copyist) -> Runs:
    """Whoever reads alone may leave a hard page out, and learns where somebody listens."""
    gettext = copyist.lang.gettext
    # Short: a line more takes a page more, and so a sheet.
    skip = gettext("This may be hard. You may skip it.")
    call = gettext("Help: see the back.")
    return copyist.ours(f"{skip} {call}" if copyist.lesson.contacts else skip)


def _questions(copyist: Copyist) -> tuple[Choice | TrueFalse, ...]:
    """Questions to practise on, none of a test, beginning with one on each objective."""
    course = course_of(Setup("", 1, 1, (copyist.lesson.id,)), copyist.library)
    free = [
        question
        for quiz in course.quizzes
        for question in quiz.questions
        if isinstance(question, Choice | TrueFalse) and question.id not in course.reserved
    ]
    firsts = {question.objective: question for question in reversed(free)}
    chosen = [one for one in free if one is firsts[one.objective]]
    chosen += [one for one in free if one not in chosen]
    chosen = chosen[:MOST]
    return tuple(one for one in free if one in chosen)


def _quizzed(
    questions: tuple[Choice | TrueFalse, ...], copyist: Copyist
) -> Iterator[tuple[Runs, Slide]]:
    for number, question in enumerate(questions, 1):
        yield copyist.ours(f"{number}."), asked(question, copyist)


def _answer(number: int, question: Choice | TrueFalse, copyist: Copyist) -> Answer:
    right, reply = _right(question)
    at = shown(question, copyist.library).index(right)
    words = asked(question, copyist).options[at][1]
    head = (Run(f"{number}. {letter(at)}: "), *words)
    return Answer(head, copyist.text(reply))


def _right(question: Question) -> tuple[str, Text]:
    """The id of the right option, and what is said to it."""
    match question:
        case Choice(options=options):
            option = next(one for one in options if one.right)
            return option.id, option.reply
        case TrueFalse(answer=answer, reply=reply):
            return ("true" if answer else "false"), reply
    raise TypeError(type(question).__name__)
