"""What a session would come to if it began as it is set up now, in words: time, parts, what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from toolkit.content.library import Library
from toolkit.language import Language
from toolkit.screen.hall.setup_form import Form
from toolkit.session.agenda import Agenda, Measure, Part, Setup
from toolkit.session.plan import WHOLE, draw_up, floor

ROUNDED = 59
"""Added before seconds are told as minutes: a plan never sounds shorter than it is."""


def slips_possible(lessons: tuple[str, ...], library: Library) -> bool:
    """Has one of these lessons the two sheets that paper slips need?"""
    quizzes = (library.quiz_of(lesson) for lesson in lessons)
    return any(quiz is not None and quiz.forms is not None for quiz in quizzes)


def refresher_possible(lessons: tuple[str, ...], library: Library) -> bool:
    """Does one of these lessons keep questions for a month later?"""
    quizzes = (library.quiz_of(lesson) for lesson in lessons)
    return any(quiz is not None and quiz.refresher for quiz in quizzes)


def told(
    form: Form, measure: Measure, library: Library, lang: Language, *, refresher: bool = False
) -> tuple[str, str]:
    """Whether the session fits into its minutes, and what it has; ("", "") if that is not known yet."""
    minutes = form.number("minutes")
    if minutes is None or not form.lessons:
        return "", ""
    agenda, whole = (
        draw_up(Setup("-", 1, long, form.lessons, measure, refresher=refresher), library, ())
        for long in (minutes, WHOLE)
    )
    return _time(agenda, minutes, lang), _parts(agenda, whole, lang)


def _time(agenda: Agenda, minutes: int, lang: Language) -> str:
    needs = (agenda.seconds + ROUNDED) // 60
    if needs <= minutes:
        fits = lang.gettext("Fits: {n} of {minutes} minutes.")
        return fits.format(n=lang.number(needs), minutes=lang.number(minutes))
    least = (floor(agenda) + ROUNDED) // 60
    short = lang.gettext("Needs at least {n} minutes: choose fewer lessons, or take more time.")
    return short.format(n=lang.number(least))


def _parts(agenda: Agenda, whole: Agenda, lang: Language) -> str:
    has, all_of_it = _counted(agenda), _counted(whole)
    planned = lang.gettext("Planned: {parts}.").format(parts=_listed(has, lang))
    out = all_of_it - has
    if not out:
        return planned
    left_out = lang.gettext("No time for: {parts}.").format(parts=_listed(out, lang))
    told = f"{planned} {left_out}"
    if all_of_it[Part.BEFORE] and not has[Part.BEFORE]:
        told += " " + lang.gettext("Without a test before, nobody can tell what was learned.")
    return told


def _counted(agenda: Agenda) -> Counter[Part]:
    return Counter(step.part for step in agenda.steps)


def _listed(parts: Counter[Part], lang: Language) -> str:
    return ", ".join(_named(parts, lang)) or "-"


def _named(parts: Counter[Part], lang: Language) -> Iterator[str]:
    number = lang.number
    if parts[Part.BEFORE]:
        yield lang.gettext("test before")
    if n := parts[Part.LESSON]:
        yield lang.ngettext("{n} page", "{n} pages", n).format(n=number(n))
    if n := parts[Part.QUIZ]:
        yield lang.ngettext("{n} question", "{n} questions", n).format(n=number(n))
    if n := parts[Part.OFFERS]:
        yield lang.ngettext("{n} offer", "{n} offers", n).format(n=number(n))
    if n := parts[Part.OPINION]:
        yield lang.ngettext("{n} opinion", "{n} opinions", n).format(n=number(n))
    if parts[Part.AFTER]:
        yield lang.gettext("test after")
