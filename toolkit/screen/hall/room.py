"""The room's face: big, and few words. What everybody may read at this moment, and nothing more.

Before the reveal it holds no answer: nothing here looks at what is right, except
`_revealed`, and `_answer` when both tests are over.
"""

from __future__ import annotations

from toolkit.content.lesson import Page
from toolkit.content.quiz import Spot
from toolkit.screen.hall import counts, verdicts
from toolkit.screen.hall.words import (
    ask_words,
    heads_for,
    offer_of,
    page_of,
    page_title,
    question_of,
)
from toolkit.screen.help_lines import numbers
from toolkit.screen.layout import Block, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, Voice, say
from toolkit.session import scripts
from toolkit.session.agenda import Item, Part
from toolkit.session.counting import read
from toolkit.session.hall import Hall, Stage


def room(hall: Hall, voice: Voice, width: int, note_due: bool = False) -> list[Block]:
    """What the room sees. `note_due`: the page has a content note that was not read out yet."""
    if hall.reopened is not None:
        return _page(*hall.reopened, voice, note_due)
    step = hall.step
    match step.part:
        case Part.OPENING:
            return _opening(hall, voice)
        case Part.LESSON:
            return _page(step.lesson, step.subject, voice, note_due)
        case Part.CLOSING:
            return numbers(voice)
        case Part.ANSWERS:
            return _answer(hall, voice)
        case Part.BEFORE | Part.AFTER if not step.subject:
            return _lines(scripts.SLIPS_OUT_SHOWN, voice)
    return _question(hall, hall.item, voice, width) if hall.item is not None else []


def _page(lesson: str, name: str, voice: Voice, note_due: bool) -> list[Block]:
    """A page, or first what it will tell of."""
    return _note(page_of(lesson, name, voice), voice) if note_due else page(lesson, name, voice)


def page(lesson: str, name: str, voice: Voice) -> list[Block]:
    """A page: its title and its lines."""
    there = page_of(lesson, name, voice)
    blocks: list[Block] = [Words(say(page_title(lesson, name, voice), MARK))]
    if there is None:
        return [*blocks, Words(say(voice.lang.gettext(scripts.GONE), QUIET))]
    bullet = say(f"{voice.signs.bullet} ", STRONG)
    return [*blocks, *(Words(voice.prose(line), bullet) for line in there.show)]


def _opening(hall: Hall, voice: Voice) -> list[Block]:
    lang = voice.lang
    welcome = lang.gettext("Welcome, {village}").format(village=hall.setup.village)
    if not hall.setup.village:
        welcome = lang.gettext("Welcome")
    return [Words(say(welcome, MARK)), *_lines(scripts.OPENING_SHOWN, voice, 1)]


def _lines(lines: tuple[str, ...], voice: Voice, bulleted: int = 0) -> list[Block]:
    """The first ones large as they are, the others as a list."""
    _, bullet = voice.lang.gettext, say(f"{voice.signs.bullet} ", STRONG)
    heads: list[Block] = [Words(say(_(line), STRONG)) for line in lines[: bulleted or 1]]
    return [*heads, *(Words(say(_(line)), bullet) for line in lines[bulleted or 1 :])]


def _note(there: Page | None, voice: Voice) -> list[Block]:
    if there is None or there.note is None:
        return []
    title = voice.lang.gettext("Before the next page")
    return [Words(say(title, MARK)), Words(voice.prose(there.note, STRONG))]


def _answer(hall: Hall, voice: Voice) -> list[Block]:
    told = verdicts.verdict(hall)
    return verdicts.answer(hall.step, told, voice) if told is not None else []


def _question(hall: Hall, item: Item, voice: Voice, width: int) -> list[Block]:
    """A question, or what is counted on slips, as far as it has come."""
    match hall.stage:
        case Stage.VOTING:
            return [*_asked(hall, voice), *_voting(hall, item, voice)]
        case Stage.COUNTED:
            return [*_asked(hall, voice), *_counted(hall, item, voice, width)]
        case Stage.DISCUSSING:
            return [*_asked(hall, voice), *_discussing(hall, item, voice, width)]
        case Stage.SHIFTED:
            return [*_asked(hall, voice), *_shifted(hall, item, voice, width)]
    return _revealed(hall, item, voice, width)


def _asked(hall: Hall, voice: Voice) -> list[Block]:
    """The question; before it the message that it is about."""
    blocks: list[Block] = []
    if hall.step.part is Part.SLIPS:
        blocks.append(Words(say(sheet_words(hall, voice), MARK)))
    offer = offer_of(hall.step, voice)
    if offer is not None:
        side = say("| ", MARK)
        blocks += [Words(voice.prose(line), side, 0) for line in offer.message]
    question = question_of(hall.step, voice)
    if isinstance(question, Spot):
        asked = say(
            voice.lang.gettext("Sort the slips: how many signs are marked on them?"), STRONG
        )
    else:
        asked = ask_words(hall, voice, STRONG)
    return [*blocks, Words(asked, gap=1)]


def sheet_words(hall: Hall, voice: Voice) -> str:
    """`Sheet A, before: question 2`: which pile of slips is being counted."""
    step, _ = hall.step, voice.lang.gettext
    pile = (Part.SLIPS, step.when, step.form)
    same = [one.id for one in hall.steps if (one.part, one.when, one.form) == pile]
    number = same.index(step.id) + 1
    place = _("question {at} of {of}").format(at=number, of=len(same))
    return f"{scripts.pile(step.when, step.form, voice.lang)}: {place}"


def _voting(hall: Hall, item: Item, voice: Voice) -> list[Block]:
    entry = read(hall.entry, len(item.options), heads_for(hall))
    return counts.typed(item, entry, voice)


def _counted(hall: Hall, item: Item, voice: Voice, width: int) -> list[Block]:
    last = hall.votes[hall.step.id][-1]
    if hall.step.part is Part.OPINION:
        return counts.counted(item, last, voice, width)
    return counts.taken(item, last, voice)


def _discussing(hall: Hall, item: Item, voice: Voice, width: int) -> list[Block]:
    if hall.entry:
        return _voting(hall, item, voice)
    talk = say(voice.lang.gettext(scripts.DISCUSS_SHOWN), MARK)
    last = hall.votes[hall.step.id][-1]
    return [*counts.counted(item, last, voice, width), Words(talk)]


def _shifted(hall: Hall, item: Item, voice: Voice, width: int) -> list[Block]:
    first, second = hall.votes[hall.step.id][-2:]
    told = voice.lang.gettext("Before and after:") + " "
    told += counts.shift_words(item, (first, second), voice)
    return [*counts.shift(item, (first, second), voice, width), Words(say(told, MARK))]


def _revealed(hall: Hall, item: Item, voice: Voice, width: int) -> list[Block]:
    votes = hall.votes.get(hall.step.id, ())
    last = votes[-1] if votes else (0,) * len(item.options)
    rows = counts.revealed(item, last, voice, width)
    told = verdicts.verdict(hall)
    if told is None:
        return [Words(ask_words(hall, voice, STRONG)), *rows]
    return [*verdicts.judged(hall.step, told, voice), *rows]
