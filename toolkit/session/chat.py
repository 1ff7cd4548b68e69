"""A chat being played: what was said, what may be answered, or how it ended. A pure state machine.

A talk is the ids of the replies chosen so far and nothing else; its state is worked out from
them. There is no right answer and no score: a step can be taken back, and all of it can be begun
again. Knows content only: no clock, no disk, no screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from toolkit.content.library import Library
from toolkit.content.offer import Reply, Scenario, Turn
from toolkit.content.quiz import Chat, Quiz
from toolkit.content.session_plan import SessionPlan

Talk = tuple[str, ...]
"""The ids of the replies chosen so far, the first one first."""


class NoSuchReply(Exception):
    """A reply that the chat does not offer there: it was changed since."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A turn that was gone through, and what was answered to it."""

    turn: Turn
    reply: Reply


@dataclass(frozen=True, slots=True)
class Talking:
    """Where a talk is: what was gone through, and the turn that it has come to."""

    scenario: Scenario
    gone: tuple[Exchange, ...]
    turn: Turn

    @property
    def replies(self) -> tuple[Reply, ...]:
        """What may be answered; none at the end."""
        return self.turn.replies

    @property
    def ended(self) -> bool:
        """Is it over? Then the turn has the debriefing."""
        return not self.turn.replies

    @property
    def talk(self) -> Talk:
        """The replies that have led here."""
        return tuple(one.reply.id for one in self.gone)

    def answered(self, reply: str) -> Talk:
        """The talk with one more reply."""
        return (*self.talk, reply)


def talking(scenario: Scenario, talk: Talk) -> Talking:
    """Where these replies lead. Raises NoSuchReply for one that is not offered there."""
    turns = {turn.id: turn for turn in scenario.turns}
    now = scenario.turns[0]
    gone = []
    for one in talk:
        reply = next((reply for reply in now.replies if reply.id == one), None)
        if reply is None or reply.next not in turns:
            raise NoSuchReply(f"{scenario.id}: {one} is no reply to {now.id}")
        gone.append(Exchange(now, reply))
        now = turns[reply.next]
    return Talking(scenario, tuple(gone), now)


def resumed(scenario: Scenario, talk: Talk) -> Talking:
    """Where these replies lead; back at the beginning if the chat was changed since."""
    try:
        return talking(scenario, talk)
    except NoSuchReply:
        return talking(scenario, ())


def taken_back(talk: Talk) -> Talk:
    """The talk without its last reply."""
    return talk[:-1]


_SHUFFLES = 60
"""So many orders are tried; more hardly find a better one, even for a long chat."""


def numbered(scenario: Scenario) -> Mapping[str, int]:
    """A number for each turn, for a chat that is read from paper: the first is 1, the others are mixed.

    Of many orders the one is taken in which the fewest replies lead to the very next number,
    so that nobody reads on by accident. The same chat always has the same numbers.
    """
    first, *others = (turn.id for turn in scenario.turns)
    found: dict[str, int] = {}
    fewest = -1
    for at in range(_SHUFFLES):
        mixed = list(others)
        # A seeded shuffle, not a secret: a sheet that is printed again must say the same.
        Random(f"{scenario.id}:{at}").shuffle(mixed)  # noqa: S311
        tried = {one: number for number, one in enumerate((first, *mixed), 1)}
        peeked = _next_to_each_other(scenario, tried)
        if fewest < 0 or peeked < fewest:
            found, fewest = tried, peeked
    return found


def _next_to_each_other(scenario: Scenario, numbers: Mapping[str, int]) -> int:
    """How many replies lead to the number after their own."""
    return sum(
        numbers.get(reply.next, 0) - numbers[turn.id] == 1
        for turn in scenario.turns
        for reply in turn.replies
    )


def chats_for(lessons: Iterable[str], library: Library) -> tuple[Chat, ...]:
    """All chats that there are, those of some lessons first, each once."""
    quizzes = (library.quiz_of(one) for one in (*lessons, *library.lessons))
    found: dict[str, Chat] = {}
    for quiz in quizzes:
        for one in chats_of(quiz, library):
            found.setdefault(one.scenario, one)
    return tuple(found.values())


def chats_of(quiz: Quiz | None, library: Library) -> tuple[Chat, ...]:
    """The questions of a quiz that are chats, in its order."""
    asked = quiz.questions if quiz else ()
    return tuple(
        one for one in asked if isinstance(one, Chat) and one.scenario in library.scenarios
    )


def lesson_of_chat(plan: SessionPlan, library: Library) -> str:
    """The lesson whose quiz has the chat of a session plan, one of the plan's first; "" for none."""
    for lesson in dict.fromkeys((*plan.lessons, *library.lessons)):
        if any(one.scenario == plan.chat for one in chats_of(library.quiz_of(lesson), library)):
            return lesson
    return ""
