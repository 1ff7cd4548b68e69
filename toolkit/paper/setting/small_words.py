"""What small print says of one record: how fresh a help line is, where a figure comes from, in short what a fact is about.

Plain functions from a record and a language to runs; which records a sheet has is the Copyist's.
"""

from __future__ import annotations

import re

from toolkit.content.library import Library
from toolkit.content.reference import Contact, Source
from toolkit.content.wording import plain
from toolkit.language import Language
from toolkit.paper.type.flow import Run, Runs

_FIRST = re.compile(".{12,}?(?=[,;:(.])|.*", re.DOTALL)
_MOST = 50
"""The first words of what a fact is about, and how many letters of them the small print has."""


def freshness(contact: Contact, lang: Language) -> Runs:
    """When a help line was last called, or else seen in print, with a line for a date."""
    gettext = lang.gettext
    if contact.verified_on:
        words = gettext("checked: {day}").format(day=lang.day(contact.verified_on))
        return (Run(words, whole=True),)
    before, after = gettext("Seen in print {month},").split("{month}")
    month = lang.month(contact.seen_on)
    return (
        Run(before),
        Run(month, whole=True),
        Run(after + " "),
        Run(gettext("checked: __/__/____"), whole=True),
    )


def source_line(source: Source, lang: Language, library: Library, *, brief: bool) -> Runs:
    """`Publisher, date`; a law, which is dated by its year only, needs its title.

    A title in brackets is our own description of a source and stays out.
    """
    words = plain(source.publisher, lang, library)
    title = plain(source.title, lang, library)
    if not (source.date and source.date.month) and not title.startswith("["):
        words += f": {title}"
    runs = [Run(words)]
    if source.date is None:
        runs.append(Run(", " + lang.gettext("undated")))
    elif source.date.month or str(source.date.year) not in words:
        date = str(source.date.year) if brief else lang.day(source.date)
        runs += [Run(", "), Run(date, whole=True)]
    if source.inferred and not brief:
        runs.append(Run(" (" + lang.gettext("date inferred") + ")"))
    return tuple(runs)


def first_words(about: str) -> str:
    """The beginning of what a fact is about, up to its first comma or so."""
    found = _FIRST.match(about + ".")
    first = found[0].strip() if found else about
    if len(first) > _MOST and (space := first.rfind(" ", 0, _MOST)) > 0:
        first = first[:space] + " …"
    return first
