"""The states of a run written out as sentences."""

from __future__ import annotations

from toolkit.content import helplines
from toolkit.content.narration import narrated
from toolkit.content.offer import Turn
from toolkit.content.quiz import Choice, Match, Multiple, Order, Question, Spot, TrueFalse
from toolkit.language import N_
from toolkit.plain.console import Console
from toolkit.records.kept_run import KeptRun
from toolkit.session.answers import Judgement, choice_text
from toolkit.session.option_names import TRUTHS
from toolkit.session.run import Phase, judgement, options, outcome, question, talking_now

HOW: dict[type[Question], str] = {
    Choice: N_("Type one number."),
    TrueFalse: N_("Type one number."),
    Multiple: N_("Type the numbers of all right ones, for example 1 3."),
    Order: N_("Type the numbers in the right order, for example 2 1 3."),
    Match: N_("For each of them in turn, type the number that belongs to it, for example 2 1 3."),
    Spot: N_("Type the numbers of all warning signs, for example 1 3; 0 if there is none."),
}
"""How each kind of question is answered by typing."""


def show(kept: KeptRun, console: Console) -> None:
    """Write out where the run is: a page, a question, a reply, a chat or the outcome."""
    match kept.run.phase:
        case Phase.READING:
            _show_page(kept, console)
        case Phase.ASKING:
            _show_question(kept, console)
        case Phase.ANSWERED:
            _show_reply(kept, console)
        case Phase.CHATTING:
            _show_chat(kept, console)
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
    console.say(HOW[type(asked)])


def option_words(asked: Question, one: str, console: Console) -> str:
    """The words of an option, a step, a part or a right side, by its id."""
    text = choice_text(asked, one)
    if text is None:
        return console.lang.gettext(TRUTHS[one])
    return console.words(text)


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
            console.write(f"- {console.words(pair.left)} = {console.words(pair.right)}")
        return
    for number, one in enumerate(verdict.solution, 1):
        lead = f"{number}. " if isinstance(asked, Order) else "- "
        console.write(lead + option_words(asked, one, console))
        if isinstance(asked, Spot):
            sign = next(part.sign for part in asked.message if part.id == one)
            if sign:
                console.tell(sign, "  ")


def _show_chat(kept: KeptRun, console: Console) -> None:
    """The newest messages with what may be answered, or how the chat ended."""
    now = talking_now(kept.run, console.library)
    console.write("")
    if not now.gone:
        console.say("A chat. It is made up, for practice. No answer is wrong.")
        console.tell(console.library.questions[kept.run.chats[0]].ask)
    else:
        console.tell(now.gone[-1].reply.text, console.lang.gettext("You:") + " ")
    partner = console.words(now.scenario.partner)
    for one in now.turn.says:
        told = narrated(one)
        console.tell(told or one, "" if told else f"{partner}: ")
    if now.ended:
        _show_end(now.turn, console)
        return
    console.say("What do you answer?")
    for number, reply in enumerate(now.replies, 1):
        console.tell(reply.text, f"{number}. ")
    console.say("Type one number. b: take the last answer back. x: leave this chat out.")


def _show_end(turn: Turn, console: Console) -> None:
    console.say("What happened here")
    if turn.debrief is not None:
        console.tell(turn.debrief)
    if turn.technique is not None:
        console.tell(turn.technique)
    console.say("Enter: go on. b: answer the last message differently. r: begin this chat again.")


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
