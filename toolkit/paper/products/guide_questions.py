"""Questions and offers in the facilitator's guide: what the room sees, the answer, the replies.

Also the records that all of the guide's script is made of. Knows no sizes and no plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.content.quiz import Choice, Question, TrueFalse, Verdict
from toolkit.content.text import Text
from toolkit.paper.products.asked import answer_words
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type.flow import Run, Runs
from toolkit.session import scripts
from toolkit.session.letters import shown
from toolkit.session.option_names import VERDICTS, letter

SAY, ASK, DO, NOTE, POINTS = "say", "ask", "do", "note", "points"
"""What kind a cue is: words to speak, a question to put, a thing to do, a content note, a list."""


class Cue(NamedTuple):
    """Something for the facilitator: of which kind, what stands before it, and its paragraphs."""

    kind: str
    label: Runs
    words: tuple[Runs, ...]


class Slide(NamedTuple):
    """What the room sees: a title, lines, and options with their letters.

    A `wide` one stands above what is said about it, not beside it.
    """

    title: Runs
    lines: tuple[Runs, ...]
    options: tuple[tuple[str, Runs], ...] = ()
    wide: bool = False


def cue(copyist: Copyist, kind: str, *messages: str, label: str = "") -> Cue:
    """A cue in words of ours, given as message ids; the label is already in the language."""
    words = tuple(copyist.ours(copyist.lang.gettext(one)) for one in messages)
    return Cue(kind, copyist.ours(label, bold=True) if label else (), words)


def told(copyist: Copyist, kind: str, words: Runs, label: str = "") -> Cue:
    """A cue of one paragraph."""
    return Cue(kind, copyist.ours(label, bold=True) if label else (), (words,))


def asked(question: Question, copyist: Copyist) -> Slide:
    """A question as the room sees it."""
    lines: tuple[Runs, ...] = ()
    if isinstance(question, Verdict):
        offer = copyist.library.offers[question.offer]
        lines = tuple(copyist.text(one) for one in offer.message)
    options = tuple(_options(question, copyist))
    return Slide(copyist.text(question.ask), lines, options, wide=bool(lines))


def _options(question: Question, copyist: Copyist) -> Iterator[tuple[str, Runs]]:
    verdict = isinstance(question, Verdict)
    ids = tuple(VERDICTS) if verdict else shown(question, copyist.library)
    for at, one in enumerate(ids):
        yield letter(at), answer_words(question, one, copyist)


def replies(question: Question, copyist: Copyist) -> Iterator[Cue]:
    """The right answer and what is said to it; then each wrong one, its belief, its reply."""
    match question:
        case Choice(options=options):
            order = shown(question, copyist.library)
            for option in sorted(options, key=lambda one: (not one.right, order.index(one.id))):
                name = letter(order.index(option.id))
                yield from _reply(name, option.right, option.belief, option.reply, copyist)
        case TrueFalse(answer=answer, reply=reply, mistake=mistake):
            right, wrong = ("A", "B") if answer else ("B", "A")
            yield from _reply(right, True, None, reply, copyist)
            yield from _reply(wrong, False, mistake.belief, mistake.reply, copyist)
        case Verdict(offer=offer, mistake=mistake):
            wrong = "B" if copyist.library.offers[offer].honest else "A"
            yield from _reply(wrong, False, mistake.belief, mistake.reply, copyist)


def _reply(
    name: str, right: bool, belief: Text | None, reply: Text, copyist: Copyist
) -> Iterator[Cue]:
    gettext, text = copyist.lang.gettext, copyist.text
    if right:
        label = gettext("{letter} is right.").format(letter=name)
        yield told(copyist, SAY, text(reply), label)
        return
    label = gettext("If many chose {letter}:").format(letter=name)
    if belief is not None:
        thought = gettext("If many chose {letter}, the thought behind it:").format(letter=name)
        yield told(copyist, DO, (Run("“"), *text(belief), Run("”")), thought)
        label = ""
    yield told(copyist, SAY, text(reply), label)


def read_again(question: Question, lesson: str, copyist: Copyist) -> Cue:
    """The page that answers a wrong majority: in a refresher it stands nowhere else."""
    taught = copyist.library.lessons[lesson]
    page = taught.page(question.page) if question.page else taught.pages_for(question.objective)[0]
    before, after = copyist.lang.gettext(
        "If most were wrong, read this out once more: “{page}”."
    ).split("{page}")
    label = (Run(before, bold=True), *copyist.text(page.title), Run(after, bold=True))
    return Cue(POINTS, label, tuple(copyist.text(line) for line in page.show))


def judged(question: Verdict, copyist: Copyist) -> Iterator[Cue]:
    """What an offer is, its signs, and what to do or to check."""
    offer = copyist.library.offers[question.offer]
    gettext, text = copyist.lang.gettext, copyist.text
    label = gettext("{letter} is right.").format(letter="A" if offer.honest else "B")
    about = scripts.told_of(offer.honest)
    yield cue(copyist, SAY, about.spoken, label=label)
    for head, lines in ((scripts.SIGNS, offer.signs), (about.to_do, offer.checks)):
        if lines:
            words = tuple(text(one) for one in lines)
            yield Cue(POINTS, copyist.ours(gettext(head), bold=True), words)
