"""After the reveal: the belief that most of the room held, the reply to it, and the page to go back to."""

from __future__ import annotations

from textual.content import Content

from toolkit.content.quiz import Choice, Multiple, Question, TrueFalse, Verdict
from toolkit.content.text import Text
from toolkit.screen.hall import verdicts
from toolkit.screen.hall.words import (
    belief_words,
    lesson_about,
    option_words,
    page_of,
    question_of,
)
from toolkit.screen.prose import MARK, QUIET, STRONG, Voice, joined, say
from toolkit.session import scripts
from toolkit.session.agenda import Item, Part
from toolkit.session.counting import most_chosen_wrong
from toolkit.session.hall import Hall
from toolkit.session.option_names import letter


def page_about(hall: Hall, voice: Voice) -> tuple[str, str] | None:
    """The lesson and page to read again about the present item: the question's own, if it names one.

    Failing that the first page that teaches its objective.
    """
    item = hall.item
    lesson = lesson_about(item.objective, hall.step.lesson, voice) if item else None
    if item is None or lesson is None:
        return None
    question = question_of(hall.step, voice)
    if question is not None and question.page in [page.id for page in lesson.pages]:
        return lesson.id, question.page
    pages = lesson.pages_for(item.objective)
    return (lesson.id, pages[0].id) if pages else None


def was_shown(hall: Hall, page: tuple[str, str]) -> bool:
    """Has the room been on this page, of this lesson?"""
    return any(
        (step.lesson, step.subject) == page and step.id not in hall.skipped
        for step in hall.steps[: hall.at]
        if step.part is Part.LESSON
    )


def reply(hall: Hall, voice: Voice) -> list[Content]:
    """What to say now: to the most chosen wrong option, or to a room that was right."""
    item, votes = hall.item, hall.votes.get(hall.step.id, ())
    wrong = most_chosen_wrong(item, votes[-1]) if item and votes else None
    if item is None:
        return []
    lines = _to_the_wrong(hall, item, wrong, voice) if wrong else _to_the_right(hall, item, voice)
    told = verdicts.verdict(hall)
    return lines if told is None else [*verdicts.to_say(hall.step, told, voice), *lines]


def _to_the_wrong(hall: Hall, item: Item, wrong: str, voice: Voice) -> list[Content]:
    _ = voice.lang.gettext
    question = question_of(hall.step, voice)
    belief, answer = _behind(question, wrong)
    at = item.options.index(wrong)
    count = hall.votes[hall.step.id][-1][at]
    told = _("Of the other options most chose {letter} ({n}).").format(letter=letter(at), n=count)
    thought = voice.prose(belief) if belief else say(belief_words(hall, item, wrong, voice))
    if thought:
        thought = joined(say(" " + _(scripts.THOUGHT) + " ", QUIET), say('"'), thought, say('"'))
    lines = [joined(say(told, STRONG), thought)]
    if answer is not None:
        lines.append(joined(say(_(scripts.SAY) + " ", MARK), voice.prose(answer)))
    lines.append(joined(say(_(scripts.ASK) + " ", MARK), _to_ask(hall, voice)))
    return lines


def _to_the_right(hall: Hall, item: Item, voice: Voice) -> list[Content]:
    """Nobody was wrong, or nobody answered."""
    _ = voice.lang.gettext
    votes = hall.votes.get(hall.step.id, ())
    lines = [say(_(scripts.GOOD))] if votes and sum(votes[-1]) else []
    right = _right_reply(question_of(hall.step, voice))
    if right is not None:
        lines.append(joined(say(_(scripts.SAY) + " ", MARK), voice.prose(right)))
    elif item.right and item.kind != "verdict":
        words = say("; ").join(option_words(item, one, voice) for one in item.right)
        lines.append(joined(say(_("The answer:") + " ", MARK), words))
    return lines


def _to_ask(hall: Hall, voice: Voice) -> Content:
    """The question of the page about it; failing that one that fits every belief."""
    about = page_about(hall, voice)
    page = page_of(*about, voice) if about is not None else None
    if page is None or page.ask is None:
        return say(voice.lang.gettext(scripts.WHY_SO))
    return voice.prose(page.ask)


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
