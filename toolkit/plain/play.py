"""Playing a lesson line by line: what is typed becomes an event of the run."""

from __future__ import annotations

import re
import secrets

from toolkit.content.quiz import Choice, Match, Order, Question, Spot, TrueFalse
from toolkit.errors import Breakdown
from toolkit.language import N_, language
from toolkit.plain.console import Console
from toolkit.plain.shown import HOW, help_lines, show
from toolkit.records.kept_run import KeptRun, left_off
from toolkit.session.answers import Answer
from toolkit.session.chat import taken_back
from toolkit.session.remembering import offered_first
from toolkit.session.run import (
    Answered,
    Continued,
    Event,
    PagesOpened,
    Phase,
    QuizOpened,
    Run,
    Talked,
    Turned,
    options,
    question,
    talking_now,
)

REMEMBER = "r"
"""Typed on the first page of a lesson: only what it keeps for a month later."""


class Leaving(Exception):
    """The learner wants to stop; everything is kept."""


def command(console: Console) -> str:
    """The next line typed, after help, help lines and stopping have been dealt with.

    Raises Leaving at `q` and at the end of input.
    """
    while True:
        console.write("> ")
        line = console.read()
        typed = "q" if line is None else line.strip().lower()
        if typed == "q":
            raise Leaving
        if typed == "?":
            console.say(
                "Enter: go on. b: back. p: pages. h: help lines. l: another language. q: stop; all is kept."
            )
        elif typed == "h":
            help_lines(console)
        else:
            return typed


def learn(lesson: str | None, console: Console) -> int:
    """Play one lesson, or the one chosen from a list, until it is done or left. Returns 0."""
    try:
        chosen = lesson or _choose(console)
        _play(_open(chosen, console), console)
    except Leaving:
        console.say("Stopped. Everything is kept; you can go on next time.")
    return 0


def _choose(console: Console) -> str:
    lessons = list(console.library.lessons.values())
    while True:
        console.say("Lessons:")
        for number, one in enumerate(lessons, 1):
            minutes = console.lang.ngettext("{n} minute", "{n} minutes", one.minutes)
            console.tell(one.title, f"{number}. ")
            console.write("   " + minutes.format(n=one.minutes))
        console.say("Type the number of a lesson. ?: help.")
        typed = command(console)
        if typed == "l":
            _switch(console)
        elif typed.isdecimal() and 0 < int(typed) <= len(lessons):
            return lessons[int(typed) - 1].id
        else:
            console.say("There is no such number.")


def _open(lesson: str, console: Console) -> KeptRun:
    """Go on with a run that was broken off, if the learner likes, or begin a new one.

    Answers that cannot be read are told of, and the lesson begins all the same.
    """
    trouble: Breakdown | None = None
    try:
        kept = _left_before(lesson, console)
    except Breakdown as unread:
        kept, trouble = None, unread
    if kept is None:
        console.tell(console.library.lessons[lesson].title)
        kept = KeptRun.begin(lesson, secrets.token_hex(4), console.journal, console.library)
    _tell(trouble or kept.trouble, console)
    return kept


def _left_before(lesson: str, console: Console) -> KeptRun | None:
    """The run that was broken off, if there is one and the learner likes. Raises Breakdown."""
    for unfinished, fits in left_off(console.journal, console.library):
        if unfinished.lesson != lesson:
            continue
        console.say("This lesson was begun before:")
        console.tell(console.library.lessons[lesson].title)
        if not fits:
            console.say("It has been changed since, so it starts from the beginning.")
            break
        console.say("1. Go on")
        console.say("2. Start fresh")
        if _one_of_two(console) == "1":
            return KeptRun.resume(unfinished, console.journal, console.library)
        break
    return None


def _one_of_two(console: Console) -> str:
    """The number typed, 1 or 2."""
    while (typed := command(console)) not in ("1", "2"):
        if typed == "l":
            _switch(console)
        else:
            console.say("Type 1 or 2.")
    return typed


def _play(kept: KeptRun, console: Console) -> None:
    shown = True
    while True:
        if shown:
            show(kept, console)
            if later := offered_first(kept.run, console.library, console.lang):
                console.write(f"{later} ({REMEMBER})")
        if kept.run.phase is Phase.DONE:
            return
        typed = command(console)
        if typed == REMEMBER and offered_first(kept.run, console.library, console.lang):
            seed = secrets.token_hex(4)
            kept = KeptRun.remember(kept.run.lesson, seed, console.journal, console.library)
            _tell(kept.trouble, console)
            shown = True
            continue
        if typed == "l":
            _switch(console)
            shown = True
            continue
        event = _event(kept, typed, console)
        shown = event is not None
        if event:
            _happen(kept, event, console)


def _happen(kept: KeptRun, event: Event, console: Console) -> None:
    known = kept.trouble is not None
    kept.happen(event)
    if not known:
        _tell(kept.trouble, console)


def _tell(trouble: Breakdown | None, console: Console) -> None:
    """A disk that fails is told; the lesson goes on."""
    if trouble:
        console.write(trouble.tell(console.lang))


def _switch(console: Console) -> None:
    there = console.library.languages
    at = there.index(console.lang.code) if console.lang.code in there else -1
    other = there[(at + 1) % len(there)]
    console.lang = language(other)
    try:
        console.journal.keep_setting("language", other)
    except Breakdown as trouble:
        _tell(trouble, console)


def _event(kept: KeptRun, typed: str, console: Console) -> Event | None:
    """What a typed line means in this state; None, with a hint written, if it means nothing."""
    run = kept.run
    pages = console.library.lessons[run.lesson].pages
    match run.phase, typed:
        case Phase.READING, "" | "n":
            return Turned(run.page + 1) if run.page + 1 < len(pages) else QuizOpened()
        case Phase.READING, "b" if run.page:
            return Turned(run.page - 1)
        case Phase.ANSWERED, "" | "n":
            return Continued()
        case Phase.ASKING | Phase.ANSWERED, "p" | "b":
            return PagesOpened(run.page)
        case Phase.ASKING, _:
            answer = read_answer(
                question(run, console.library), options(run, console.library), typed
            )
            if answer is not None:
                return Answered(run.queue[0], answer)
            _tell_how(run, typed, console)
            return None
        case Phase.CHATTING, _:
            return _in_chat(run, typed, console)
    console.say("Press Enter to go on. ?: help.")
    return None


def _tell_how(run: Run, typed: str, console: Console) -> None:
    """How the question is answered; and how many numbers it takes, where there were too few or too many."""
    asked, most = question(run, console.library), len(options(run, console.library))
    numbers = re.findall(r"\d", typed)
    if isinstance(asked, Order | Match) and numbers and len(numbers) != most:
        told = console.lang.ngettext("It takes {n} number.", "It takes {n} numbers.", most)
        console.write(told.format(n=console.lang.number(most)))
    console.say(HOW[type(asked)])


def _in_chat(run: Run, typed: str, console: Console) -> Event | None:
    """What a typed line means in a chat."""
    now, chat = talking_now(run, console.library), run.chats[0]
    if typed == "b" and now.gone:
        return Talked(chat, taken_back(now.talk))
    if typed == "r" and now.ended:
        return Talked(chat, ())
    if typed in ("", "n") and now.ended:
        return Continued(chat)
    if typed == "x" and not now.ended:
        return Continued(chat)
    if re.fullmatch("[1-9]", typed) and int(typed) <= len(now.replies):
        return Talked(chat, now.answered(now.replies[int(typed) - 1].id))
    console.say(N_("Press Enter to go on. ?: help.") if now.ended else N_("Type one number."))
    return None


def read_answer(asked: Question, shown: Answer, typed: str) -> Answer | None:
    """The answer that a line of numbers stands for, or None if it is not one.

    Numbers count the options as shown; `2 1 3`, `2,1,3` and `213` are the same.
    """
    if not re.fullmatch(r"[0-9][0-9 ,]*|0", typed):
        return None
    numbers = [int(one) for one in re.findall(r"\d", typed)]
    if numbers == [0] and isinstance(asked, Spot):
        return ()
    if len(set(numbers)) != len(numbers) or not all(0 < one <= len(shown) for one in numbers):
        return None
    picked = tuple(shown[one - 1] for one in numbers)
    match asked:
        case Choice() | TrueFalse():
            return picked if len(picked) == 1 else None
        case Order() | Match():
            return picked if len(picked) == len(shown) else None
    return picked
