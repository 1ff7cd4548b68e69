"""Whether what we claim is still looked after: review dates, sightings, rejected numbers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from toolkit.content.library import Library
from toolkit.content.place import Place, Problem, Severity
from toolkit.content.reference import Banned, Contact, Fact
from toolkit.content.text import Kind, Run, Text
from toolkit.content.wording import texts_of
from toolkit.language import said

LONGEST = 18
"""Months that a number may go unlooked at: after that too many have changed hands."""


def outdated(library: Library) -> Iterator[Problem]:
    """A problem for each fact and contact whose dates do not hold at `library.as_of`."""
    records: list[Fact | Contact] = [*library.facts.values(), *library.contacts.values()]
    for record in records:
        if library.is_stale(record):
            yield Problem(
                record.at.of("review_by"),
                "past-review",
                said(
                    '"{id}" should have been looked at again by {day}.',
                    id=record.id,
                    day=str(record.review_by),
                ),
                said("Check it, then write the new dates; until then paper is stamped."),
                Severity.WARNING,
            )
        if isinstance(record, Contact):
            yield from _review(record)


def _review(contact: Contact) -> Iterator[Problem]:
    since = contact.verified_on or contact.seen_on.first()
    latest = _months_later(since, LONGEST)
    if contact.review_by > latest:
        yield Problem(
            contact.at.of("review_by"),
            "review-too-late",
            said(
                '"{id}" was last seen or checked on {since}; its review comes more than {months} months later.',
                id=contact.id,
                since=str(since),
                months=LONGEST,
            ),
            said("Write  review_by: {latest}  or an earlier day.", latest=str(latest)),
        )


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)


def rejected(library: Library, own: Collection[str] = ()) -> Iterator[Problem]:
    """A problem for each do-not-print number that is a contact or stands in a text.

    `own` names the trainer's files: a number that we print and the trainer rejects is
    told where the trainer rejects it, because only that file is the trainer's to mend.
    """
    digits = {_plain(one.number): one for one in library.banned if _is_number(one.number)}
    names = {one.number.casefold(): one for one in library.banned if not _is_number(one.number)}
    for at, banned in _hits(library, digits, names):
        if banned.at.file in own and at.file not in own:
            yield Problem(
                banned.at,
                "do-not-print",
                said("{number} is still used at {place}.", number=banned.number, place=str(at)),
                said("First replace in your library what stands there, under the same id."),
            )
        else:
            yield Problem(
                at,
                "do-not-print",
                said("{number} is on the do-not-print list.", number=banned.number),
                said("Take it out; the reason stands at {place}.", place=str(banned.at)),
            )


def _hits(
    library: Library, digits: Mapping[str, Banned], names: Mapping[str, Banned]
) -> Iterator[tuple[Place, Banned]]:
    for contact in library.contacts.values():
        for written in (contact.number, contact.dial):
            if hit := digits.get(_plain(written)):
                yield contact.at.of("number"), hit
            for one in names:
                if one in written.casefold():
                    yield contact.at.of("number"), names[one]
    for record in _prose(library):
        for text in texts_of(record):
            for code, run in _words(text):
                low = run.value.casefold()
                for one in names:
                    if one in low:
                        yield text.place(code, run.offset + low.index(one)), names[one]
                for found in _NUMBER.finditer(run.value):
                    plain = _plain(found[0])
                    # Two or three digits alone may be anything; a whole line number is not.
                    if len(plain) > 4 and plain in digits:
                        yield text.place(code, run.offset + found.start()), digits[plain]


def typed_numbers(library: Library) -> Iterator[Problem]:
    """A problem for each figure or telephone number typed into a lesson or a quiz."""
    for record in (*library.lessons.values(), *library.quizzes.values()):
        for text in texts_of(record):
            for code, run in _words(text):
                if found := re.search(r"\d[\d.,: -]*\d\d", run.value):
                    yield Problem(
                        text.place(code, run.offset + found.start()),
                        "typed-number",
                        said('The number "{number}" is typed into the text.', number=found[0]),
                        said(
                            "Write it once in lessons/reference/ and here {{fact:id}} or {{contact:id}}."
                        ),
                        Severity.WARNING,
                    )


_NUMBER = re.compile(r"\+?\d[\d\s().-]*\d")


def _prose(library: Library) -> Iterator[object]:
    for section in (
        library.lessons, library.quizzes, library.offers, library.scenarios, library.facts,
        library.contacts, library.terms,
    ):  # fmt: skip
        yield from section.values()


def _words(text: Text) -> Iterator[tuple[str, Run]]:
    for code, runs in text.runs.items():
        yield from ((code, run) for run in runs if run.kind is Kind.WORDS)


def _is_number(written: str) -> bool:
    return not re.search(r"[A-Za-z]", written)


def _plain(written: str) -> str:
    """Only the digits, the country code of Indonesia as the zero that people dial."""
    digits = re.sub(r"\D", "", written)
    return "0" + digits[2:] if digits.startswith("62") else digits
