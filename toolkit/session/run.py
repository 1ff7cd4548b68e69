"""A run: one learner's pass through a lesson and its quiz, as a pure state machine.

A run is its events; its state is a fold over them. Every face (the Textual app, the
plain console) turns a key into an event and draws the state. Knows content only: no
clock, no disk, no screen; the seed that mixes options comes in with `Started`.

    READING --Turned--> READING --QuizOpened--> ASKING --Answered--> ANSWERED
    ANSWERED --Continued--> ASKING (the next one, then those missed) ... --> CHATTING
    CHATTING --Talked--> CHATTING --Continued--> CHATTING (the next chat) ... --> DONE
    ASKING, ANSWERED, CHATTING, DONE --PagesOpened--> READING --QuizOpened--> where the quiz was

Chats come once, after all other questions wherever they stand in the quiz, and are never
scored. A quiz without questions, or without chats, passes these by. A chat that a trainer has
since taken away is passed by too, with all that was said in it: no answer is lost for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum

from toolkit.content.library import Library
from toolkit.content.offer import Scenario
from toolkit.content.quiz import Chat, Question
from toolkit.session.answers import PLAYABLE, Answer, Judgement, choices, judge
from toolkit.session.chat import Talk, Talking, chats_of, resumed


@dataclass(frozen=True, slots=True)
class Started:
    """A learner opened a lesson. `seed` mixes the options; `questions` fixes what is asked.

    `chats` are the questions that are chats; a run of before they were played has none.
    """

    lesson: str
    seed: str
    questions: tuple[str, ...]
    chats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turned:
    """The learner went to page number `page`, counted from 0."""

    page: int


@dataclass(frozen=True, slots=True)
class QuizOpened:
    """The learner went from the pages to the quiz, or back to it."""


@dataclass(frozen=True, slots=True)
class PagesOpened:
    """The learner went from the quiz to page number `page`."""

    page: int


@dataclass(frozen=True, slots=True)
class Answered:
    """The learner answered a question."""

    question: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Continued:
    """The learner has read the reply, or is through with `chat`, and goes on."""

    chat: str = ""


@dataclass(frozen=True, slots=True)
class Talked:
    """The learner replied in the chat of a question, or took replies back; `talk` is what stands now."""

    question: str
    talk: Talk


Event = Started | Turned | QuizOpened | PagesOpened | Answered | Continued | Talked


class Phase(StrEnum):
    """Where in a run the learner is."""

    READING = "reading"
    ASKING = "asking"
    ANSWERED = "answered"
    CHATTING = "chatting"
    DONE = "done"


class Impossible(Exception):
    """An event that does not fit the state: the program's fault, or a changed lesson's."""


@dataclass(frozen=True, slots=True)
class Run:
    """The state of a run.

    `queue` holds the questions still to be answered rightly, the current one first; a
    missed one goes to its end. `first` keeps, for each question asked, whether the
    first answer was right; `tries` counts the answers to each. `given` is the answer
    being replied to. `paused` is the phase of the quiz to come back to from the pages.
    `chats` are the questions that are chats and still to be played, the current one first;
    `talk` is what was replied in that one so far. `gone` are those that were there when it began.
    """

    lesson: str
    seed: str
    questions: tuple[str, ...]
    queue: tuple[str, ...]
    phase: Phase = Phase.READING
    page: int = 0
    first: Mapping[str, bool] = field(default_factory=dict)
    tries: Mapping[str, int] = field(default_factory=dict)
    given: Answer = ()
    paused: Phase = Phase.ASKING
    chats: tuple[str, ...] = ()
    talk: Talk = ()
    gone: Set[str] = frozenset()

    @property
    def repeating(self) -> bool:
        """Is the current question one that was missed before?"""
        asked = self.tries.get(self.queue[0], 0) if self.queue else 0
        return asked > (1 if self.phase is Phase.ANSWERED else 0)

    @property
    def quiz_phase(self) -> Phase:
        """The phase in which the quiz goes on from the pages."""
        if self.queue:
            return self.paused
        return Phase.CHATTING if self.chats else Phase.DONE

    @property
    def begun(self) -> bool:
        """Is there anything in it worth coming back to?"""
        opened = self.page or self.first or self.phase is not Phase.READING
        return self.phase is not Phase.DONE and bool(opened)


def start(lesson_id: str, seed: str, library: Library) -> Started:
    """The event that opens a lesson. Raises KeyError for an unknown lesson."""
    quiz = library.quiz_of(library.lessons[lesson_id].id)
    kept = quiz.refresher if quiz else ()
    asked = [one for one in quiz.questions if one.id not in kept] if quiz else []
    chats = tuple(one.id for one in chats_of(quiz, library))
    return Started(lesson_id, seed, tuple(q.id for q in asked if isinstance(q, PLAYABLE)), chats)


def fold(events: Iterable[Event], library: Library) -> Run:
    """The state after these events, the first of which is `Started`.

    Raises Impossible where they do not fit each other or the library, as when a
    trainer has since taken a question out of the quiz.
    """
    run: Run | None = None
    for event in events:
        run = after(run, event, library)
    if run is None:
        raise Impossible("a run without events")
    return run


def after(run: Run | None, event: Event, library: Library) -> Run:
    """The state that follows `run` when `event` happens. Raises Impossible if it cannot."""
    match run, event:
        case None, Started(lesson, seed, questions, chats):
            if lesson not in library.lessons or not set(questions) <= set(library.questions):
                raise Impossible(f"the library no longer holds {lesson} or one of its questions")
            there = _playable(chats, library)
            return Run(lesson, seed, questions, questions, chats=there, gone={*chats} - {*there})
        case None, _:
            raise Impossible("a run begins with Started")
        case Run(phase=Phase.READING), Turned(page):
            return replace(run, page=_page(run, page, library))
        case Run(phase=Phase.READING), QuizOpened():
            return replace(run, phase=run.quiz_phase)
        case Run(phase=Phase.ASKING | Phase.ANSWERED | Phase.CHATTING | Phase.DONE), PagesOpened(
            page
        ):
            return replace(
                run, phase=Phase.READING, paused=run.phase, page=_page(run, page, library)
            )
        case Run(phase=Phase.ASKING), Answered(question, answer):
            return _answered(run, question, answer, library)
        case Run(phase=Phase.ANSWERED), Continued():
            return _continued(run, library)
        case Run(phase=Phase.CHATTING | Phase.DONE), Talked() | Continued():
            return _in_chat(run, event, library)
        case _:
            raise Impossible(f"{type(event).__name__} while {run.phase}")


def question(run: Run, library: Library) -> Question:
    """The question being asked or replied to. Raises IndexError when none is left."""
    return library.questions[run.queue[0]]


def chat(run: Run, library: Library) -> Scenario:
    """The chat being played. Raises IndexError when none is left."""
    asked = library.questions[run.chats[0]]
    assert isinstance(asked, Chat)
    return library.scenarios[asked.scenario]


def talking_now(run: Run, library: Library) -> Talking:
    """Where the chat being played is; at its beginning if it was changed since."""
    return resumed(chat(run, library), run.talk)


def options(run: Run, library: Library) -> Answer:
    """The ids to choose from, in the order shown; mixed anew when a question comes back."""
    asked = question(run, library)
    tries = run.tries.get(asked.id, 0) - (run.phase is Phase.ANSWERED)
    return choices(asked, f"{run.seed}:{asked.id}:{tries}")


def judgement(run: Run, library: Library) -> Judgement:
    """The judgement of the answer being replied to."""
    return judge(question(run, library), run.given)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run learned: first answers right, of how many, and what to read again.

    `again` lists the pages of every objective of which a first answer was wrong, as
    numbers counted from 0, in the order of the lesson.
    """

    right: int
    total: int
    again: tuple[int, ...]


def outcome(run: Run, library: Library) -> Outcome:
    """The outcome so far; complete when the run is done."""
    missed = {library.questions[one].objective for one, right in run.first.items() if not right}
    pages = library.lessons[run.lesson].pages
    again = tuple(i for i, page in enumerate(pages) if missed & set(page.objectives))
    return Outcome(sum(run.first.values()), len(run.questions), again)


def _page(run: Run, page: int, library: Library) -> int:
    """Lessons get shorter when trainers mend them; the last page is then near enough."""
    if page < 0:
        raise Impossible(f"page {page}")
    return min(page, len(library.lessons[run.lesson].pages) - 1)


def _answered(run: Run, asked: str, answer: Answer, library: Library) -> Run:
    if asked != run.queue[0]:
        raise Impossible(f"{asked} was answered while {run.queue[0]} was asked")
    try:
        right = judge(library.questions[asked], answer).right
    except ValueError as error:
        raise Impossible(str(error)) from error
    return replace(
        run,
        phase=Phase.ANSWERED,
        given=answer,
        first={**run.first, asked: run.first.get(asked, right)},
        tries={**run.tries, asked: run.tries.get(asked, 0) + 1},
    )


def _playable(chats: tuple[str, ...], library: Library) -> tuple[str, ...]:
    """Those questions that are still chats: a trainer may since have taken one away, or changed its kind."""
    asked = ((one, library.questions.get(one)) for one in chats)
    return tuple(one for one, q in asked if isinstance(q, Chat) and q.scenario in library.scenarios)


def _continued(run: Run, library: Library) -> Run:
    done, *rest = run.queue
    if not judgement(run, library).right:
        rest.append(done)
    left = replace(run, queue=tuple(rest), given=(), paused=Phase.ASKING)
    return replace(left, phase=left.quiz_phase, paused=left.quiz_phase)


def _in_chat(run: Run, event: Talked | Continued, library: Library) -> Run:
    """Something was said in a chat, or it was left; one that is gone is passed by."""
    named = event.question if isinstance(event, Talked) else event.chat
    if named in run.gone:
        return run
    if (named and named not in run.chats) or run.phase is Phase.DONE:
        raise Impossible(f"{named} was played while the chats were {run.chats}")
    # One that was gone, and is there again, was passed by when the others were played.
    now = replace(run, chats=run.chats[run.chats.index(named) :]) if named else run
    if isinstance(event, Talked):
        return replace(now, talk=resumed(chat(now, library), event.talk).talk)
    return _after_chat(now)


def _after_chat(run: Run) -> Run:
    """The next chat, or the end. The state knows no more of what was said in the last one."""
    left = replace(run, chats=run.chats[1:], talk=())
    return replace(left, phase=left.quiz_phase, paused=left.quiz_phase)
