"""What a step asks, in words: from the library, and where that has changed, from the agenda.

A session outlives its lessons: what is no longer there is named by what the agenda keeps
of it, and failing that by its id.
"""

from __future__ import annotations

from textual.content import Content

from toolkit.content.lesson import Lesson, Page
from toolkit.content.offer import Offer
from toolkit.content.quiz import Choice, Multiple, Opinion, Question, Verdict
from toolkit.screen.prose import Voice, say
from toolkit.session.agenda import Item, Part, Step
from toolkit.session.hall import Hall
from toolkit.session.option_names import has_words, own_words
from toolkit.session.report_words import PARTS


def part_words(step: Step, steps: tuple[Step, ...], voice: Voice) -> str:
    """`Quiz together 3/6`: the part, and where in it the step stands."""
    name = voice.lang.gettext(PARTS[step.part])
    same = [one.id for one in steps if one.part is step.part]
    return f"{name} {same.index(step.id) + 1}/{len(same)}" if len(same) > 1 else name


def question_of(step: Step, voice: Voice) -> Question | None:
    """The question of a step, if the library has it."""
    return voice.library.questions.get(step.subject)


def offer_of(step: Step, voice: Voice) -> Offer | None:
    """The offer that a step is about, if it is about one and the library has it."""
    question = question_of(step, voice)
    return voice.library.offers.get(question.offer) if isinstance(question, Verdict) else None


def page_of(lesson: str, page: str, voice: Voice) -> Page | None:
    """A page, if the library has it."""
    there = voice.library.lessons.get(lesson)
    return next((one for one in there.pages if one.id == page), None) if there else None


def lesson_title(lesson: str, voice: Voice) -> str:
    """The title of a lesson, or its id."""
    there = voice.library.lessons.get(lesson)
    return voice.plain(there.title) if there else lesson


def page_title(lesson: str, page: str, voice: Voice) -> str:
    """The title of a page, or its id."""
    there = page_of(lesson, page, voice)
    return voice.plain(there.title) if there else page


def ask_words(hall: Hall, voice: Voice, look: str = "") -> Content:
    """What is asked in the present step."""
    question = question_of(hall.step, voice)
    if question is not None:
        return voice.prose(question.ask, look)
    return say(_kept(hall, hall.step.subject, voice), look)


def option_words(item: Item, option: str, voice: Voice) -> Content:
    """An option in words; one that the library no longer has is named by its id."""
    question = voice.library.questions.get(item.question)
    match question:
        case Choice(options=options) | Multiple(options=options):
            text = next((one.text for one in options if one.id == option), None)
        case Opinion(stances=stances):
            text = next((one.text for one in stances if one.id == option), None)
        case _:
            text = None
    if text is not None:
        return voice.prose(text)
    return say(_fixed_words(item, option, voice))


def _fixed_words(item: Item, option: str, voice: Voice) -> str:
    """Words of ours: yes and no, the two verdicts, a number of signs."""
    lang = voice.lang
    if has_words(option):
        return own_words(option, lang)
    if item.kind == "spot" and option.isdecimal():
        found = int(option)
        return lang.ngettext("{n} sign marked", "{n} signs marked", found).format(n=found)
    return option


def belief_words(hall: Hall, item: Item, option: str, voice: Voice) -> str:
    """The belief behind a wrong option as the agenda keeps it; "" if it does not."""
    name = f"{item.question}.{option}"
    found = _kept(hall, name, voice)
    return "" if found == name else found


def _kept(hall: Hall, name: str, voice: Voice) -> str:
    words = hall.agenda.words
    for code in (voice.lang.code, *words):
        if name in words.get(code, {}):
            return words[code][name]
    return name


def lesson_about(objective: str, first: str, voice: Voice) -> Lesson | None:
    """The lesson that teaches an objective; `first` is looked at before the others."""
    lessons = voice.library.lessons
    for one in (lessons.get(first), *lessons.values()):
        if one is not None and any(aim.id == objective for aim in one.objectives):
            return one
    return None


def heads_for(hall: Hall) -> int | None:
    """The people that a count is compared with; None for slips, which come back as they may."""
    return None if hall.step.part is Part.SLIPS else hall.heads
