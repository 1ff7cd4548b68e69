"""Before the reveal nothing on the screen tells the answer, for the projector shows all of it.

Not only are the words of it looked for: with the answers changed, every frame before the
reveal must be the very same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

import pytest
from screen.conftest import Drive
from screen.hall.lead import Lead, lead

from toolkit.content.library import Library
from toolkit.content.load import Loaded
from toolkit.content.quiz import Choice, Question, TrueFalse, Verdict
from toolkit.content.wording import plain
from toolkit.language import Language
from toolkit.records.journal import Journal
from toolkit.session.agenda import Agenda, Item, Part, Step
from toolkit.session.answers import choices, solution
from toolkit.session.hall import Counted, Revealed, Typed, WentOn

VERDICT = ("worth_checking", "trap")
VOTED = (Choice, TrueFalse, Verdict)


Some = Callable[[Library], tuple[Question, ...]]


def every(library: Library) -> tuple[Question, ...]:
    """Every question of our library that a room can vote on with a right answer."""
    return tuple(one for one in library.questions.values() if isinstance(one, VOTED))


def unlike(library: Library) -> tuple[Question, ...]:
    """Of each quiz one question of each kind, with each number of options and each yes or no."""
    found: dict[object, Question] = {}
    for quiz in library.quizzes.values():
        for one in (one for one in quiz.questions if isinstance(one, VOTED)):
            item = _item(one, library)
            right = "" if isinstance(one, Choice) else item.right
            found.setdefault((quiz.id, type(one), len(item.options), right), one)
    return tuple(found.values())


def agenda(asked: tuple[Question, ...], library: Library) -> Agenda:
    """Each question three times: in the test before, in the group quiz or the offers, after."""
    items = tuple(_item(one, library) for one in asked)
    steps: list[Step] = []
    for part in (Part.BEFORE, Part.QUIZ, Part.AFTER):
        for one in asked:
            there = Part.OFFERS if part is Part.QUIZ and isinstance(one, Verdict) else part
            steps.append(Step(f"{part}:{one.id}", there, one.id, "", one.objective, 60))
    return Agenda((*steps, Step("summary", Part.SUMMARY)), items)


def _item(question: Question, library: Library) -> Item:
    if isinstance(question, Verdict):
        right = VERDICT[0] if library.offers[question.offer].honest else VERDICT[1]
        return Item(question.id, "verdict", question.objective, VERDICT, (right,))
    options = choices(question, question.id)
    return Item(question.id, "choice", question.objective, options, solution(question))


def turned(library: Library) -> Library:
    """The same library, in which every answer is another one; only what tells answers differs."""
    questions = {one.id: _turned(one) for one in library.questions.values()}
    offers = {
        one.id: replace(one, honest=not one.honest, signs=one.checks, checks=one.signs)
        for one in library.offers.values()
    }
    return replace(library, questions=MappingProxyType(questions), offers=MappingProxyType(offers))


def _turned(question: Question) -> Question:
    if isinstance(question, TrueFalse):
        return replace(question, answer=not question.answer)
    if not isinstance(question, Choice):
        return question
    told = [(one.right, one.belief, one.reply) for one in question.options]
    told = told[1:] + told[:1]
    options = tuple(
        replace(one, right=right, belief=belief, reply=reply)
        for one, (right, belief, reply) in zip(question.options, told, strict=True)
    )
    return replace(question, options=options)


def frames(
    drive: Drive, journal: Journal, library: Library, asked: tuple[Question, ...], code: str
) -> list[tuple[str, str]]:
    """Everything on the screen before each reveal, with the id of its step; out of sight, too."""
    seen: list[tuple[str, str]] = []
    revealed: list[str] = []

    async def story(me: Lead) -> None:
        def look() -> None:
            seen.append((me.hall.step.id, everything(me)))

        while me.hall.item is not None:
            item = me.hall.item
            look()
            me.screen.happen(Typed("7"))
            look()
            me.screen.happen(Counted((7, 12, 9, 2, 1, 1)[: len(item.options)]))
            look()
            if me.hall.step.part in (Part.QUIZ, Part.OFFERS):
                me.screen.happen(Counted((2, 9, 12, 7, 1, 1)[: len(item.options)]))
                look()
                me.screen.happen(Revealed())
                revealed.append(everything(me))
            me.screen.happen(WentOn())

    loaded = Loaded(library, (), ())
    lead(drive, journal, story, agenda=agenda(asked, library), loaded=loaded, lang=code)
    assert all("[✓]" in one for one in revealed)
    return seen


def everything(me: Lead) -> str:
    """Top, room, strip and foot as words, whether in sight or not."""
    screen = me.screen
    rows = [" ".join(part.content.plain for part in line) for line in screen.sheet._lines]
    script = [line.plain for line in screen.strip._lines]
    rule = list(screen.strip._rule)
    keys = [f"{key.shown} {key.label}" for key in screen.foot._keys]
    return "\n".join([screen.heading(), *rows, *rule, *script, screen.where(), *keys])


@pytest.mark.parametrize("some", [unlike, pytest.param(every, marks=pytest.mark.sweep)])
def test_no_frame_before_the_reveal_tells_the_answer(
    drive: Drive, journal: Journal, library: Library, lang: Language, some: Some
) -> None:
    """With all answers of our library changed every frame is the same, and none has a word of a reply."""
    told = frames(drive, journal, library, some(library), lang.code)
    other = frames(drive, journal, turned(library), some(library), lang.code)
    assert len(told) > 300
    assert told == other
    words = {
        one.id: [" ".join(plain(text, lang, library).split()) for text in _telling(one, library)]
        for one in some(library)
    }
    assert any(words.values())
    for step, frame in told:
        whole = " ".join(frame.split())
        for told in words[step.partition(":")[2]]:
            assert told not in whole, step


def _telling(question: Question, library: Library) -> Iterator:
    """All texts that tell the answer of a question."""
    match question:
        case Choice(options=options):
            for one in options:
                yield one.reply
                if one.belief:
                    yield one.belief
        case TrueFalse(reply=reply, mistake=mistake):
            yield from (reply, mistake.belief, mistake.reply)
        case Verdict(mistake=mistake, offer=offer):
            there: Sequence = (*library.offers[offer].signs, *library.offers[offer].checks)
            yield from (mistake.belief, mistake.reply, *there)
