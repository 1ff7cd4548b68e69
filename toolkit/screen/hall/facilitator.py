"""The facilitator's face: what to say and to ask now, how to count, what comes next.

A mirrored projector shows it to everybody. So before the reveal it looks at no answer, no
belief and no warning sign; only `replies` does, and that is asked for after it.
"""

from __future__ import annotations

from textual.content import Content

from toolkit.content.quiz import Opinion
from toolkit.screen.hall import verdicts
from toolkit.screen.hall.replies import page_about, reply, was_shown
from toolkit.screen.hall.words import page_of, page_title, question_of
from toolkit.screen.prose import MARK, QUIET, Voice, joined, say
from toolkit.session import scripts
from toolkit.session.agenda import Item, Part, Step, When
from toolkit.session.hall import Hall, Stage
from toolkit.session.report_words import PARTS

OVER = (Stage.TOLD, Stage.COUNTED, Stage.REVEALED)
"""Stages in which the next page may be named: before, its title might help to an answer."""


def lines(hall: Hall, voice: Voice, note_due: bool = False) -> list[Content]:
    """The paragraphs of the strip, the most urgent first."""
    step, _ = hall.step, voice.lang.gettext
    if hall.ended:
        return [say(_(scripts.FINISHED))]
    if note_due:
        return [say(_(scripts.NOTE)), say(_("Enter: to the page. X: leave it out."), QUIET)]
    if hall.reopened is not None:
        back = say(_("Enter or Esc: back to the question."), QUIET)
        return [*_page(*hall.reopened, voice), back]
    match step.part:
        case Part.OPENING:
            said = scripts.opening(later=hall.setup.refresher)
            return [say(" ".join(_(line) for line in said))]
        case Part.CLOSING:
            return [say(_(line)) for line in scripts.CLOSING]
        case Part.SUMMARY:
            return [say(_(scripts.SUMMARY))]
        case Part.LESSON:
            return _page(step.lesson, step.subject, voice)
        case Part.ANSWERS:
            return _answer(hall, voice)
        case Part.BEFORE | Part.AFTER if not step.subject:
            return [say(_(scripts.SLIPS_OUT[When(step.part.value)]))]
    return _vote(hall, hall.item, voice) if hall.item is not None else []


def _page(lesson: str, name: str, voice: Voice) -> list[Content]:
    there = page_of(lesson, name, voice)
    if there is None:
        return [say(voice.lang.gettext(scripts.GONE))]
    told = [voice.prose(there.say)]
    if there.ask is not None:
        told.append(
            joined(say(voice.lang.gettext(scripts.ASK) + " ", MARK), voice.prose(there.ask))
        )
    return told


def _answer(hall: Hall, voice: Voice) -> list[Content]:
    """What is to be thought of an offer of the tests, now that both are over."""
    told = verdicts.verdict(hall)
    if told is None:
        return [say(voice.lang.gettext(scripts.GONE))]
    begun = say(voice.lang.gettext(scripts.ANSWER))
    return [begun, *verdicts.to_say(hall.step, told, voice), *verdicts.why(hall.step, voice)]


def _vote(hall: Hall, item: Item, voice: Voice) -> list[Content]:
    _ = voice.lang.gettext
    match hall.stage:
        case Stage.VOTING:
            return [say(scripts.led(hall.step.part, len(item.options), voice.lang))]
        case Stage.COUNTED:
            return _counted(hall, voice)
        case Stage.DISCUSSING:
            return [say(_(scripts.DISCUSS)), say(_(scripts.VOTE_AGAIN))]
        case Stage.SHIFTED:
            return [say(_(scripts.SHIFTED))]
    return _after(hall, voice)


def _counted(hall: Hall, voice: Voice) -> list[Content]:
    _ = voice.lang.gettext
    question = question_of(hall.step, voice)
    if isinstance(question, Opinion):
        return [voice.prose(question.after)]
    if hall.step.part is Part.BEFORE:
        return [say(_(scripts.COUNTED))]
    if hall.step.part is Part.SLIPS:
        return [say(_(scripts.SLIPS_COUNTED))]
    return [say(_(scripts.COUNTED_AFTER))]


def _after(hall: Hall, voice: Voice) -> list[Content]:
    """After the reveal."""
    told = reply(hall, voice)
    about = page_about(hall, voice)
    if about is not None:
        words = voice.lang.gettext("F8: open the page {title}")
        if was_shown(hall, about):
            words = voice.lang.gettext("F8: back to the page {title}")
        told.append(say(words.format(title=f'"{page_title(*about, voice)}"'), QUIET))
    return told


def coming(hall: Hall, voice: Voice) -> str:
    """What comes after this step, in few words. A vote is not told a page's title before its end."""
    if hall.ended or hall.at + 1 >= len(hall.steps):
        return ""
    return step_words(hall.steps[hall.at + 1], voice, by_title=hall.stage in OVER)


def step_words(step: Step, voice: Voice, by_title: bool = True) -> str:
    """A step in few words: a page by its title, all else by its part."""
    if step.part is Part.LESSON and by_title:
        return f'"{page_title(step.lesson, step.subject, voice)}"'
    return voice.lang.gettext(PARTS[step.part])
