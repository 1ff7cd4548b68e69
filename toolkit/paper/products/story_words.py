"""What the read-aloud chat says: the chats of a lesson in numbered pieces, for a room without a screen.

Each answer leads on to a number. The numbers are mixed, so that nobody can peek along, but every
chat begins at 1. Writes words down; knows no sizes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from toolkit.content.narration import narrated
from toolkit.content.offer import Turn
from toolkit.content.quiz import Chat
from toolkit.errors import WrongInput
from toolkit.language import N_, said
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type.flow import Run, Runs
from toolkit.session.chat import chats_of, numbered
from toolkit.session.option_names import letter
from toolkit.session.scripts import ASK


class Way(NamedTuple):
    """An answer: its letter, its words, and where it goes on."""

    letter: str
    words: Runs
    on: Runs


class Ending(NamedTuple):
    """How a chat ends: what happened, what it is called, a question to the room, how to begin again."""

    head: Runs
    debrief: Runs
    technique: Runs
    ask: Runs
    again: Runs


class Line(NamedTuple):
    """A message, or the narrator's words; `lead` says who writes where that is not said just above."""

    lead: Runs
    words: Runs
    told: bool


class Part(NamedTuple):
    """A numbered piece: what is written, and either the answers or the ending."""

    number: str
    says: tuple[Line, ...]
    asked: Runs
    ways: tuple[Way, ...]
    ending: Ending | None


class Told(NamedTuple):
    """One chat: its title, what is asked before it begins, its pieces in the order of their numbers."""

    title: Runs
    ask: Runs
    parts: tuple[Part, ...]


class StoryWords(NamedTuple):
    """Everything that a read-aloud chat says."""

    icon: str
    title: Runs
    called: Runs
    about: Runs
    how_head: Runs
    how: tuple[Runs, ...]
    chats: tuple[Told, ...]
    sources_head: Runs
    sources: tuple[Runs, ...]
    small: tuple[Runs, ...]


_HOW = (
    N_("Read the piece with the number 1 out, slowly. Then read its answers with their letters."),
    N_("Ask for hands: A? B? C? Go on at the number beside the answer that most people chose."),
    N_("Read only the piece whose turn it is. The numbers are mixed on purpose."),
    N_("At an end read out what happened. Then begin again at 1, and try another way."),
    N_(
        "All of it is made up. Nobody tells their own story here; whoever wants to talk comes to you afterwards."
    ),
)
_ROOM = N_(
    "Where in this talk could we have stopped, or asked somebody? What would you say, in your own words?"
)


def write(copyist: Copyist, job: Job) -> StoryWords:
    """Write it down; for a session plan its own chat alone. Raises WrongInput where there is none."""
    gettext, ours, lesson = copyist.lang.gettext, copyist.ours, copyist.lesson
    chats = _chats(lesson.id, copyist)
    if job.plan:
        wanted = copyist.library.plans[job.plan].chat
        chats = tuple(one for one in chats if one.scenario == wanted)
        if not chats:
            raise WrongInput(
                said("The session plan {plan} has no chat to read out.", plan=job.plan),
                said("Choose another plan, or the chats of a lesson:  --lesson"),
            )
    if not chats:
        raise WrongInput(
            said("The lesson {lesson} has no chat to read out.", lesson=lesson.id),
            said("Write one and name it in its quiz, or print this for another lesson."),
        )
    called = gettext("Read-aloud chat")
    return StoryWords(
        icon=copyist.icon("chat", lesson.at),
        title=(Run(f"{called}: "), *copyist.text(lesson.title)),
        called=ours(called),
        about=ours(gettext("For the facilitator: a made-up chat to read out, for practice.")),
        how_head=ours(gettext("How to read it out")),
        how=tuple(ours(gettext(one)) for one in _HOW),
        chats=tuple(_told(chat, copyist) for chat in chats),
        sources_head=ours(gettext("Sources"), bold=True),
        sources=copyist.sources(brief=True),
        small=copyist.small_print(),
    )


def _chats(lesson: str, copyist: Copyist) -> tuple[Chat, ...]:
    return chats_of(copyist.library.quiz_of(lesson), copyist.library)


def _told(chat: Chat, copyist: Copyist) -> Told:
    scenario = copyist.library.scenarios[chat.scenario]
    numbers = numbered(scenario)
    turns = sorted(scenario.turns, key=lambda turn: numbers[turn.id])
    partner = copyist.text(scenario.partner)
    return Told(
        title=copyist.text(scenario.title),
        ask=copyist.text(chat.ask),
        parts=tuple(_part(turn, partner, numbers, copyist) for turn in turns),
    )


def _part(turn: Turn, partner: Runs, numbers: Mapping[str, int], copyist: Copyist) -> Part:
    gettext, ours, number = copyist.lang.gettext, copyist.ours, copyist.lang.number
    before, after = gettext("{partner} writes:").split("{partner}")
    on, at_the_end = gettext("go on at {n}").split("{n}")
    ways = tuple(
        Way(
            letter(at),
            copyist.text(reply.text),
            (Run(on), Run(number(numbers[reply.next]), whole=True), Run(at_the_end)),
        )
        for at, reply in enumerate(turn.replies)
    )
    return Part(
        number=number(numbers[turn.id]),
        says=tuple(_lines(turn, (*ours(before), *partner, *ours(after)), copyist)),
        asked=ours(gettext("What do you answer?")) if ways else (),
        ways=ways,
        ending=None if ways else _ending(turn, copyist),
    )


def _lines(turn: Turn, writes: Runs, copyist: Copyist) -> Iterator[Line]:
    """What is read out of a turn; who writes is said anew after a narrator."""
    said_already = False
    for one in turn.says:
        told = narrated(one)
        lead = () if told is not None or said_already else writes
        yield Line(lead, copyist.text(one if told is None else told), told is not None)
        said_already = told is None


def _ending(turn: Turn, copyist: Copyist) -> Ending:
    gettext, ours = copyist.lang.gettext, copyist.ours
    return Ending(
        head=ours(gettext("The end. What happened here:"), bold=True),
        debrief=copyist.text(turn.debrief) if turn.debrief else (),
        technique=copyist.text(turn.technique) if turn.technique else (),
        ask=(*ours(gettext(ASK) + " ", bold=True), *ours(gettext(_ROOM))),
        again=ours(gettext("For another way, begin again at 1.")),
    )
