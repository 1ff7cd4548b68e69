"""Who has read a lesson before people rely on it: a native speaker, an officer, a lawyer.

No names: only the day on which somebody of each sort read the whole of it. What is still
missing is said openly wherever the lesson is shown or printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from toolkit.content.lesson import Lesson, Review
from toolkit.language import N_, Language

READERS = {
    "reader": N_("a native speaker"),
    "officer": N_("an officer"),
    "lawyer": N_("a lawyer"),
}
"""Everybody who is to read a lesson, and what each is called."""


def read_on(review: Review, reader: str, today: date) -> date | None:
    """The day on which one of `READERS` read it; None if nobody has by `today`."""
    days = {"reader": review.reader, "officer": review.officer, "lawyer": review.lawyer}
    day = days[reader]
    return day if day is not None and day <= today else None


def review_words(lessons: Iterable[Lesson], today: date, lang: Language) -> str:
    """`Draft: not yet read by an officer and a lawyer.`, or by whom all of it was read and when.

    `today` is the day by which a library is judged: nobody has read anything on a later one.
    Several lessons are read when the last of them is: the oldest day stands for all.
    """
    reviews = [lesson.reviewed_by for lesson in lessons]
    days = {one: [read_on(review, one, today) for review in reviews] for one in READERS}
    missing = [lang.gettext(READERS[one]) for one, found in days.items() if None in found]
    if missing:
        return _draft(missing, lang)
    first, second, third = (
        f"{lang.gettext(READERS[one])} ({lang.day(min(filter(None, found)))})"
        for one, found in days.items()
    )
    told = lang.gettext("Read by {first}, {second} and {third}.")
    return told.format(first=first, second=second, third=third)


def _draft(missing: list[str], lang: Language) -> str:
    match missing:
        case [first]:
            return lang.gettext("Draft: not yet read by {first}.").format(first=first)
        case [first, second]:
            told = lang.gettext("Draft: not yet read by {first} and {second}.")
            return told.format(first=first, second=second)
    first, second, third = missing
    told = lang.gettext("Draft: not yet read by {first}, {second} and {third}.")
    return told.format(first=first, second=second, third=third)
