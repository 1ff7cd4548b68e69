"""Whether what we claim is still looked after: review dates, sightings, rejected numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from toolkit.content.checks.spoken import Heard, Spoken
from toolkit.content.lesson import Review
from toolkit.content.library import Library
from toolkit.content.place import Place, Problem, Severity, instead
from toolkit.content.reading.desk import quoted
from toolkit.content.reference import Banned, Contact, Fact, Source
from toolkit.content.text import Kind, Run, Text
from toolkit.language import PartialDate, Said, said

LONGEST = 18
"""Months that a number may go unlooked at: after that too many have changed hands."""


def outdated(library: Library) -> Iterator[Problem]:
    """A problem for each source, fact, contact and review whose dates do not hold at `library.as_of`."""
    records: list[Fact | Contact] = [*library.facts.values(), *library.contacts.values()]
    for record in records:
        if library.is_stale(record):
            yield Problem(
                record.at.of("review_by"),
                "past-review",
                said(
                    '"{id}" was to be looked at again by {day}, and that day is past.',
                    id=record.id,
                    day=str(record.review_by),
                ),
                said(
                    "Look whether it still holds; then write the new dates, for example  review_by: {day}",
                    day=str(_months_later(library.as_of, 12)),
                ),
                Severity.WARNING,
            )
        if isinstance(record, Contact):
            yield from _review(record)
    reviews = [lesson.reviewed_by for lesson in library.lessons.values()]
    for dated in (*records, *library.sources.values(), *reviews):
        yield from _not_yet(dated, library.as_of)


def _review(contact: Contact) -> Iterator[Problem]:
    since = contact.verified_on or contact.seen_on.first()
    latest = _months_later(since, LONGEST)
    if contact.review_by > latest:
        at = contact.at.of("review_by")
        yield Problem(
            at,
            "review-too-late",
            said(
                "Last seen or checked on {since}; this is more than {months} months later.",
                since=str(since),
                months=LONGEST,
            ),
            said("Write this day or an earlier one:  {latest}", latest=str(latest)),
            edit=instead(at, str(contact.review_by), str(latest)),
        )


def _not_yet(record: Fact | Contact | Source | Review, today: date) -> Iterator[Problem]:
    """Days that have not come: nobody has seen or dialled anything on them."""
    for key in ("date", "as_of", "seen_on", "verified_on", "reader", "officer", "lawyer"):
        when = getattr(record, key, None)
        if when is None:
            continue
        first = when.first() if isinstance(when, PartialDate) else when
        if first > today:
            yield Problem(
                record.at.of(key),
                "not-yet",
                said("{day} has not come yet; today is {today}.", day=str(when), today=str(today)),
                said(
                    "Write the day when it was so, for example  {key}: {today}",
                    key=key,
                    today=str(today),
                ),
                Severity.WARNING,
            )


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)


def rejected(
    library: Library, own: Collection[str] = (), heard: Heard | None = None
) -> Iterator[Problem]:
    """A problem for each do-not-print number that is a contact or stands in a text.

    `own` names the trainer's files: a number that we print and the trainer rejects is
    told where the trainer rejects it, because only that file is the trainer's to mend.
    """
    digits = {digits_of(one.number): one for one in library.banned if _is_number(one.number)}
    names = {one.number.casefold(): one for one in library.banned if not _is_number(one.number)}
    for at, found, banned in _hits(library, digits, names, heard or Heard()):
        if banned.at.file in own and at.file not in own:
            yield Problem(
                banned.at.of("number"),
                "do-not-print",
                said("{number} is still used at {place}.", number=banned.number, place=str(at)),
                said(
                    "First write in your own library, under the same id, what stands there instead."
                ),
            )
        else:
            yield Problem(
                at,
                "do-not-print",
                said(
                    "{number} must not be printed; the reason stands at {place}.",
                    number=banned.number,
                    place=str(banned.at),
                ),
                _better(found, library),
            )


def _better(found: str, library: Library) -> Said:
    """What to write instead of a rejected number: the help line whose number is like it.

    Never as an edit: numbers are alike by chance, and somebody in need would dial it.
    """
    if not found:
        return said("Write the number that is right after  number:  or take this entry out.")
    lines = {digits_of(one.number) or one.number: one for one in library.contacts.values()}
    from difflib import get_close_matches

    near = get_close_matches(digits_of(found) or found, lines, 1)
    if not near:
        return said("Take it out of the text:  {found}", found=found)
    name = next(iter(lines[near[0]].name.runs.values()))
    return said(
        'If "{name}" is meant, write  {form}  - if not, take out:  {found}',
        name=quoted("".join(run.value for run in name)),
        form=f"{{contact:{lines[near[0]].id}}}",
        found=found,
    )


def _hits(
    library: Library,
    digits: Mapping[str, Banned],
    names: Mapping[str, Banned],
    heard: Heard,
) -> Iterator[tuple[Place, str, Banned]]:
    for contact in library.contacts.values():
        for key, typed in (("number", contact.number), ("dial", contact.dial)):
            hit = digits.get(digits_of(typed)) or next(
                (names[one] for one in names if one in typed.casefold()), None
            )
            if hit:
                # Who mends the number mends what is dialled as well.
                yield contact.at.of(key), "", hit
                break
    for record in _prose(library):
        said_there = heard.of(record)
        # Nearly no record holds any: all its words together are looked at before each of them.
        if any(one in said_there.low for one in names):
            yield from _named(words_of(said_there), names)
        if said_there.digits:
            yield from _dialled(words_of(said_there), digits)


Found = list[tuple[Text, str, Run]]


def _named(runs: Found, names: Mapping[str, Banned]) -> Iterator[tuple[Place, str, Banned]]:
    for text, code, run in runs:
        low = run.value.casefold()
        for one in names:
            if one in low:
                at = low.index(one)
                yield text.place(code, run.offset + at), run.value[at : at + len(one)], names[one]


def _dialled(runs: Found, digits: Mapping[str, Banned]) -> Iterator[tuple[Place, str, Banned]]:
    for text, code, run in runs:
        for found in _NUMBER.finditer(run.value):
            plain = digits_of(found[0])
            # Two or three digits alone may be anything; a whole line number is not.
            if len(plain) > 4 and plain in digits:
                yield text.place(code, run.offset + found.start()), found[0], digits[plain]


_NUMBER = re.compile(r"\+?\d[\d\s().-]*\d")


def _prose(library: Library) -> Iterator[Any]:
    for section in (
        library.lessons, library.quizzes, library.offers, library.scenarios, library.facts,
        library.contacts, library.terms,
    ):  # fmt: skip
        yield from section.values()


def words_of(said_there: Spoken) -> Found:
    """The words typed into a record's texts: text, language and run of each stretch."""
    return [
        (text, code, run)
        for text in said_there.texts
        for code, runs in text.runs.items()
        for run in runs
        if run.kind is Kind.WORDS
    ]


def _is_number(written: str) -> bool:
    return not re.search(r"[A-Za-z]", written)


def digits_of(written: str) -> str:
    """Only the digits, the country code of Indonesia as the zero that people dial."""
    digits = re.sub(r"\D", "", written)
    return "0" + digits[2:] if digits.startswith("62") else digits
