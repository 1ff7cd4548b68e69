"""A lesson and its quiz over plain lines: for screen readers and consoles that can do no more.

The second face of the same state machine: a typed line becomes an event, the state is
written out as sentences. Knows content, session, records and language; draws nothing.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from toolkit.content import helplines
from toolkit.content.library import Library
from toolkit.content.quiz import Choice, Match, Multiple, Order, Question, Spot, TrueFalse
from toolkit.content.text import Text
from toolkit.content.wording import plain
from toolkit.language import LANGUAGES, N_, Language, language
from toolkit.records.journal import Journal
from toolkit.records.kept_run import KeptRun, left_off
from toolkit.session.answers import Answer, Judgement
from toolkit.session.run import (
    Answered,
    Continued,
    Event,
    PagesOpened,
    Phase,
    QuizOpened,
    Turned,
    judgement,
    options,
    outcome,
    question,
)

Write = Callable[[str], None]
Read = Callable[[], str | None]
"""Returns a line without its end, or None when there is no more input."""


class Leaving(Exception):
    """The learner wants to stop; everything is kept."""


@dataclass(slots=True)
class Console:
    """Where lines go and come from, and the language they are in."""

    write: Write
    read: Read
    lang: Language
    library: Library
    journal: Journal

    def say(self, message: str, **values: object) -> None:
        """One sentence of ours."""
        self.write(self.lang.gettext(message).format(**values))

    def tell(self, text: Text, lead: str = "") -> None:
        """One text of a lesson."""
        self.write(lead + plain(text, self.lang, self.library))

    def command(self) -> str:
        """The next line typed, after language, help and stop have been dealt with.

        Raises Leaving at `q` and at the end of input.
        """
        while True:
            self.write("> ")
            line = self.read()
            typed = "q" if line is None else line.strip().lower()
            if typed == "q":
                raise Leaving
            if typed == "?":
                self.say(
                    "Enter: go on. b: back. p: pages. h: help lines. l: English or Indonesian. q: stop; all is kept."
                )
            elif typed == "h":
                help_lines(self)
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
        typed = console.command()
        if typed == "l":
            _switch(console)
        elif typed.isdecimal() and 0 < int(typed) <= len(lessons):
            return lessons[int(typed) - 1].id
        else:
            console.say("There is no such number.")


def _open(lesson: str, console: Console) -> KeptRun:
    """Go on with a run that was broken off, if the learner likes, or begin a new one."""
    offers = left_off(console.journal, console.library)
    for unfinished, fits in offers:
        if unfinished.lesson != lesson:
            continue
        console.say("This lesson was begun before:")
        console.tell(console.library.lessons[lesson].title)
        if not fits:
            console.say("It has been changed since, so it starts from the beginning.")
            break
        console.say("1. Go on")
        console.say("2. Start fresh")
        while (typed := console.command()) not in ("1", "2"):
            if typed == "l":
                _switch(console)
            else:
                console.say("Type 1 or 2.")
        if typed == "1":
            return KeptRun.resume(unfinished, console.journal, console.library)
        break
    return KeptRun.begin(lesson, secrets.token_hex(4), console.journal, console.library)


def _play(kept: KeptRun, console: Console) -> None:
    shown = True
    while True:
        if shown:
            _show(kept, console)
        if kept.run.phase is Phase.DONE:
            return
        typed = console.command()
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
    if kept.trouble and not known:
        console.write(kept.trouble.tell(console.lang))


def _switch(console: Console) -> None:
    other = LANGUAGES[(LANGUAGES.index(console.lang.code) + 1) % len(LANGUAGES)]
    console.lang = language(other)
    console.journal.keep_setting("language", other)


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
            console.say(_HOW[type(question(run, console.library))])
            return None
    console.say("Press Enter to go on. ?: help.")
    return None


_HOW: dict[type[Question], str] = {
    Choice: N_("Type one number."),
    TrueFalse: N_("Type one number."),
    Multiple: N_("Type the numbers of all right ones, for example 1 3."),
    Order: N_("Type the numbers in the right order, for example 2 1 3."),
    Match: N_("For each of them in turn, type the number that belongs to it, for example 2 1 3."),
    Spot: N_("Type the numbers of all warning signs, for example 1 3; 0 if there is none."),
}


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


def _show(kept: KeptRun, console: Console) -> None:
    match kept.run.phase:
        case Phase.READING:
            _show_page(kept, console)
        case Phase.ASKING:
            _show_question(kept, console)
        case Phase.ANSWERED:
            _show_reply(kept, console)
        case Phase.DONE:
            _show_outcome(kept, console)


def _show_page(kept: KeptRun, console: Console) -> None:
    lesson = console.library.lessons[kept.run.lesson]
    page = lesson.pages[kept.run.page]
    console.write("")
    console.say("Page {page} of {pages}", page=kept.run.page + 1, pages=len(lesson.pages))
    console.tell(page.title)
    for line in page.show:
        console.tell(line, "- ")
    console.tell(page.say)
    if page.ask:
        console.tell(page.ask, console.lang.gettext("Think about it:") + " ")
    last = kept.run.page + 1 == len(lesson.pages)
    console.say(N_("Enter: the questions. b: back.") if last else N_("Enter: next page. b: back."))


def _show_question(kept: KeptRun, console: Console) -> None:
    run = kept.run
    asked = question(run, console.library)
    console.write("")
    if run.repeating:
        console.say("You missed this one before; try it again.")
    else:
        console.say(
            "Question {number} of {count}", number=len(run.first) + 1, count=len(run.questions)
        )
    console.tell(asked.ask)
    if isinstance(asked, Match):
        console.say("These belong together with one of the numbers below:")
        for pair in asked.pairs:
            console.tell(pair.left, "- ")
    for number, one in enumerate(options(run, console.library), 1):
        console.write(f"{number}. {option_words(asked, one, console)}")
    console.say(_HOW[type(asked)])


def option_words(asked: Question, one: str, console: Console) -> str:
    """The words of an option, a step, a part or a right side, by its id."""
    match asked:
        case Choice(options=options) | Multiple(options=options):
            text = next(option.text for option in options if option.id == one)
        case Order(steps=steps):
            text = next(step.text for step in steps if step.id == one)
        case Match(pairs=pairs):
            text = next(pair.right for pair in pairs if pair.id == one)
        case Spot(message=parts):
            text = next(part.text for part in parts if part.id == one)
        case _:
            return console.lang.gettext("True") if one == "true" else console.lang.gettext("False")
    return plain(text, console.lang, console.library)


def _show_reply(kept: KeptRun, console: Console) -> None:
    asked = question(kept.run, console.library)
    verdict = judgement(kept.run, console.library)
    console.write("")
    console.say(N_("That is right.") if verdict.right else N_("Not quite."))
    for remark in verdict.remarks:
        if remark.belief:
            console.tell(remark.belief, console.lang.gettext("Some people think:") + " ")
        console.tell(remark.reply)
    if not verdict.right:
        _show_solution(asked, verdict, console)
        console.say("This question comes back at the end.")
    console.say("Enter: go on. p: read the pages again.")


def _show_solution(asked: Question, verdict: Judgement, console: Console) -> None:
    console.say("The right answer:")
    if isinstance(asked, Match):
        for pair in asked.pairs:
            right = plain(pair.right, console.lang, console.library)
            console.write(f"- {plain(pair.left, console.lang, console.library)} = {right}")
        return
    for number, one in enumerate(verdict.solution, 1):
        lead = f"{number}. " if isinstance(asked, Order) else "- "
        console.write(lead + option_words(asked, one, console))
        if isinstance(asked, Spot):
            sign = next(part.sign for part in asked.message if part.id == one)
            if sign:
                console.tell(sign, "  ")


def _show_outcome(kept: KeptRun, console: Console) -> None:
    lesson = console.library.lessons[kept.run.lesson]
    result = outcome(kept.run, console.library)
    console.write("")
    console.say("You have finished this lesson.")
    if result.total:
        console.say(
            "You knew {right} of {total} at the first try.", right=result.right, total=result.total
        )
    if result.again:
        console.say("Worth reading again:")
        for page in result.again:
            console.tell(lesson.pages[page].title, f"- {page + 1}. ")
    console.say("Remember:")
    for takeaway in lesson.takeaways:
        console.tell(takeaway, "- ")


def help_lines(console: Console) -> None:
    """Both groups of help lines, each with whom it is for and how sure its number is."""
    contacts = tuple(console.library.contacts.values())
    for heading, group in (
        (console.lang.gettext("From Indonesia"), helplines.from_indonesia(contacts)),
        (console.lang.gettext("From abroad"), helplines.from_abroad(contacts)),
    ):
        console.write(heading)
        for contact in group:
            console.tell(contact.name, f"- {contact.number}  ")
            console.tell(contact.scope, "  ")
            if console.library.is_stale(contact):
                console.say("  Check this number again before you rely on it.")
            console.write("  " + helplines.checked(contact, console.lang))
