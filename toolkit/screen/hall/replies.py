"""After the reveal: the belief that most of the room held, the reply to it, and the page to go back to."""

from __future__ import annotations

from textual.content import Content

from toolkit.content.quiz import Choice, Multiple, Question, TrueFalse, Verdict
from toolkit.content.text import Text
from toolkit.screen.hall import scripts
from toolkit.screen.hall.words import (
    belief_words,
    lesson_about,
    letter,
    offer_of,
    option_words,
    question_of,
)
from toolkit.screen.prose import MARK, QUIET, STRONG, Voice, joined, say
from toolkit.session.agenda import Item
from toolkit.session.counting import most_chosen_wrong
from toolkit.session.hall import Hall


def page_about(hall: Hall, voice: Voice) -> tuple[str, str] | None:
    """The lesson and page that teach what the present item asks; the first of several."""
    item = hall.item
    lesson = lesson_about(item.objective, hall.step.lesson, voice) if item else None
    if item is None or lesson is None:
        return None
    pages = lesson.pages_for(item.objective)
    return (lesson.id, pages[0].id) if pages else None


def reply(hall: Hall, voice: Voice) -> list[Content]:
    """What to say now: to the most chosen wrong option, or to a room that was right."""
    item, votes = hall.item, hall.votes.get(hall.step.id, ())
    wrong = most_chosen_wrong(item, votes[-1]) if item and votes else None
    if item is None:
        return []
    lines = _to_the_wrong(hall, item, wrong, voice) if wrong else _to_the_right(hall, item, voice)
    offer = offer_of(hall.step, voice)
    if offer is not None:
        verdict = voice.lang.gettext(scripts.WORTH if offer.honest else scripts.TRAP)
        lines.insert(0, say(verdict))
    return lines


def _to_the_wrong(hall: Hall, item: Item, wrong: str, voice: Voice) -> list[Content]:
    _ = voice.lang.gettext
    question = question_of(hall.step, voice)
    belief, answer = _behind(question, wrong)
    at = item.options.index(wrong)
    count = hall.votes[hall.step.id][-1][at]
    told = _("Of the other options most chose {letter} ({n}).").format(letter=letter(at), n=count)
    thought = voice.prose(belief) if belief else say(belief_words(hall, item, wrong, voice))
    if thought:
        thought = joined(
            say(" " + _("The thought behind it:") + " ", QUIET), say('"'), thought, say('"')
        )
    lines = [joined(say(told, STRONG), thought)]
    if answer is not None:
        lines.append(joined(say(_("Say:") + " ", MARK), voice.prose(answer)))
    lines.append(joined(say(_("Ask:") + " ", MARK), _to_ask(hall, voice)))
    return lines


def _to_the_right(hall: Hall, item: Item, voice: Voice) -> list[Content]:
    """Nobody was wrong, or nobody answered."""
    _ = voice.lang.gettext
    votes = hall.votes.get(hall.step.id, ())
    lines = [say(_(scripts.GOOD))] if votes and sum(votes[-1]) else []
    right = _right_reply(question_of(hall.step, voice))
    if right is not None:
        lines.append(joined(say(_("Say:") + " ", MARK), voice.prose(right)))
    elif item.right:
        words = say("; ").join(option_words(item, one, voice) for one in item.right)
        lines.append(joined(say(_("The answer:") + " ", MARK), words))
    return lines


def _to_ask(hall: Hall, voice: Voice) -> Content:
    """The question of the page that teaches it; failing that one that fits every belief."""
    lesson = lesson_about(hall.item.objective, hall.step.lesson, voice) if hall.item else None
    if lesson is not None and hall.item is not None:
        for page in lesson.pages_for(hall.item.objective):
            if page.ask is not None:
                return voice.prose(page.ask)
    return say(voice.lang.gettext(scripts.WHY_SO))


def _behind(question: Question | None, wrong: str) -> tuple[Text | None, Text | None]:
    """The belief behind a wrong option, and the reply to it."""
    match question:
        case Choice(options=options) | Multiple(options=options):
            for option in options:
                if option.id == wrong:
                    return option.belief, option.reply
        case TrueFalse(mistake=mistake) | Verdict(mistake=mistake):
            return mistake.belief, mistake.reply
    return None, None


def _right_reply(question: Question | None) -> Text | None:
    match question:
        case Choice(options=options) | Multiple(options=options):
            return next((option.reply for option in options if option.right), None)
        case TrueFalse(reply=told):
            return told
    return None
