"""What an answer key says: what is right and why, what to say to whoever erred, what to read again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.quiz import (
    Choice,
    Match,
    Mistake,
    Multiple,
    Order,
    Question,
    Spot,
    TrueFalse,
    Verdict,
)
from toolkit.content.text import Text
from toolkit.paper.products.asked import answer_words, forms, labels, title
from toolkit.paper.setting.blocks import bold
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type.flow import Run, Runs
from toolkit.session.answers import solution
from toolkit.session.letters import shown
from toolkit.session.option_names import letter
from toolkit.session.scripts import SIGNS, told_of


class Belief(NamedTuple):
    """A usual mistake: the answer that shows it (if it is one), the belief, what to say."""

    label: str
    belief: Runs
    reply: Runs


class Right(NamedTuple):
    """A right answer: its letter, its words, and what is `told` of it besides, as of a sign."""

    label: str
    words: Runs
    told: Runs = ()


class Solved(NamedTuple):
    """A question with its answer. `counted` is how its slips are sorted, `whys` are told with it."""

    number: int
    id: str
    ask: Runs
    rights: tuple[Right, ...]
    counted: Runs
    whys: tuple[tuple[Runs, Runs], ...]
    beliefs: tuple[Belief, ...]
    page: Runs


class FormKey(NamedTuple):
    """The answers of one form."""

    name: Runs
    letters: Runs
    questions: tuple[Solved, ...]


class KeyWords(NamedTuple):
    """Everything an answer key says."""

    title: Runs
    private: Runs
    forms: tuple[FormKey, ...]
    mistake: str
    small: tuple[Runs, ...]


def write(copyist: Copyist, _: Job) -> KeyWords:
    """Write it down. Raises WrongInput."""
    gettext, library = copyist.lang.gettext, copyist.library
    found = []
    for form in forms(copyist.lessons, library):
        name = gettext("Sheet {form}").format(form=form.letter)
        solved = tuple(
            _solved(number, library.questions[one], copyist)
            for number, one in enumerate(form.questions, 1)
        )
        found.append(
            FormKey(
                copyist.ours(name if form.letter else gettext("Practice sheet"), bold=True),
                _in_short(solved),
                solved,
            )
        )
    return KeyWords(
        title=title(gettext("Answers"), copyist),
        private=copyist.ours(gettext("Not for handing out. For the facilitator only."), bold=True),
        forms=tuple(found),
        mistake=gettext("Some think: “{belief}”"),
        small=copyist.small_print(),
    )


def _in_short(solved: tuple[Solved, ...]) -> Runs:
    """`1 = C   2 = A   3 = B`: all answers in one line, for who only wants to look one up."""
    runs: list[Run] = []
    for one in solved:
        letters = ", ".join(right.label for right in one.rights)
        runs += [Run(f"{one.number}\u00a0=\u00a0", whole=True), Run(letters, bold=True)]
        runs.append(Run(" \u00a0 "))
    return tuple(runs[:-1])


def _solved(number: int, question: Question, copyist: Copyist) -> Solved:
    return Solved(
        number,
        question.id,
        _asked(question, copyist),
        tuple(_rights(question, copyist)),
        _counted(question, copyist),
        tuple(_whys(question, copyist)),
        tuple(_beliefs(question, copyist)),
        _page(question, copyist),
    )


def _asked(question: Question, copyist: Copyist) -> Runs:
    """The question; of an offer to judge its first line too, as all of them ask the same."""
    asked = copyist.text(question.ask)
    if not isinstance(question, Verdict):
        return asked
    lines = copyist.library.offers[question.offer].message
    return (*asked, Run(" "), *copyist.text(lines[0]), Run(" …"))


def _rights(question: Question, copyist: Copyist) -> Iterator[Right]:
    found = labels(question, copyist.library)
    match question:
        case Verdict(offer=offer):
            one = "worth_checking" if copyist.library.offers[offer].honest else "trap"
            yield Right(found[one], answer_words(question, one, copyist))
        case Spot(message=message):
            for part in message:
                if part.sign:
                    words = copyist.text(part.text, beside=(part.sign,))
                    yield Right(found[part.id], words, copyist.text(part.sign, beside=(part.text,)))
        case Match(pairs=pairs):
            for at, pair in enumerate(pairs):
                label = f"{letter(at)}\u00a0{found[pair.id]}"
                yield Right(label, copyist.text(pair.left), copyist.text(pair.right))
        case Order():
            for one in solution(question):
                yield Right(found[one], answer_words(question, one, copyist))
        case _:
            right = solution(question)
            for one in (one for one in found if one in right):
                yield Right(found[one], answer_words(question, one, copyist))


def _counted(question: Question, copyist: Copyist) -> Runs:
    """How the marks of a message are counted on the laptop."""
    if not isinstance(question, Spot):
        return ()
    return copyist.ours(
        copyist.lang.gettext(
            "Counting the sheets: how many of these are marked? Other marks do not count."
        )
    )


def _whys(question: Question, copyist: Copyist) -> Iterator[tuple[Runs, Runs]]:
    gettext = copyist.lang.gettext
    why = copyist.ours(gettext("Why:"), bold=True)
    match question:
        case Choice(options=options) | Multiple(options=options):
            right = {option.id: option for option in options if option.right}
            for one in shown(question, copyist.library):
                if one in right:
                    yield why, copyist.text(right[one].reply)
        case TrueFalse(reply=reply) | Order(reply=reply) | Match(reply=reply) | Spot(reply=reply):
            yield why, copyist.text(reply)
        case Verdict(offer=name):
            offer = copyist.library.offers[name]
            if offer.signs:
                signs = copyist.ours(gettext(SIGNS), bold=True)
                yield signs, _run_on(offer.signs, copyist)
            to_do = gettext(told_of(offer.honest).to_do)
            yield copyist.ours(to_do, bold=True), _run_on(offer.checks, copyist)


def _run_on(texts: tuple[Text, ...], copyist: Copyist) -> Runs:
    runs: list[Run] = []
    for text in texts:
        runs += [Run(" "), *copyist.text(text)] if runs else copyist.text(text)
    return tuple(runs)


def _beliefs(question: Question, copyist: Copyist) -> Iterator[Belief]:
    found = labels(question, copyist.library)
    match question:
        case Choice(options=options) | Multiple(options=options):
            wrong = {one.id: one for one in options if not one.right and one.belief is not None}
            for one in shown(question, copyist.library):
                if one in wrong and (belief := wrong[one].belief) is not None:
                    yield Belief(found[one], copyist.text(belief), copyist.text(wrong[one].reply))
        case TrueFalse(answer=answer, mistake=mistake):
            yield _mistake(found["false" if answer else "true"], mistake, copyist)
        case Verdict(offer=offer, mistake=mistake):
            honest = copyist.library.offers[offer].honest
            yield _mistake(found["trap" if honest else "worth_checking"], mistake, copyist)
        case Spot(mistakes=mistakes):
            for mistake in mistakes:
                yield _mistake(found[mistake.about[0]], mistake, copyist)
        case Order(mistakes=mistakes) | Match(mistakes=mistakes):
            for mistake in mistakes:
                yield _mistake("", mistake, copyist)


def _mistake(label: str, mistake: Mistake, copyist: Copyist) -> Belief:
    return Belief(label, copyist.text(mistake.belief), copyist.text(mistake.reply))


def _page(question: Question, copyist: Copyist) -> Runs:
    """The page to read again, the same as the hall opens."""
    lesson = _lesson(question, copyist.library)
    if lesson is None:
        return ()
    pages = [page for page in lesson.pages if page.id == question.page]
    pages += lesson.pages_for(question.objective)
    if not pages:
        return ()
    before, after = copyist.lang.gettext("Read again: page “{page}”").split("{page}")
    named = copyist.text(pages[0].title)
    return (Run(before), *bold(named), Run(after))


def _lesson(question: Question, library: Library) -> Lesson | None:
    """The lesson that teaches what a question asks for."""
    return next(
        (
            lesson
            for lesson in library.lessons.values()
            if any(aim.id == question.objective for aim in lesson.objectives)
        ),
        None,
    )
