"""What lessons may claim and whom they may name: sources, facts, contacts, terms.

Every figure, date, legal statement and telephone number that is ever shown or
printed is one of these records, typed once, with a source and a date after which
it must be looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from toolkit.content.place import NOWHERE, Place
from toolkit.content.text import Text
from toolkit.language import PartialDate


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from.

    `date` is None where the source shows none; `inferred` says that it is our reading.
    """

    id: str
    publisher: Text
    title: Text
    date: PartialDate | None = None
    inferred: bool = False
    address: str = ""
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure, a date or a legal statement.

    `value` is a whole number, a date or a sentence. `about` says what it counts and
    for whom, so that a figure never stands alone. `as_of` is the day it was true.
    """

    id: str
    value: int | PartialDate | Text
    about: Text
    sources: tuple[str, ...]
    as_of: PartialDate
    review_by: date
    at: Place = field(default=NOWHERE, compare=False, repr=False)


class Channel(StrEnum):
    """How a contact is reached."""

    PHONE = "phone"
    WHATSAPP = "whatsapp"
    WEB = "web"


class Reach(StrEnum):
    """From where a contact can be reached."""

    INDONESIA = "indonesia"
    ABROAD = "abroad"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Contact:
    """A help line. `number` is as printed; `dial` is what a `tel:` link needs.

    `seen_on` is the newest sighting in print and is never called a check;
    `verified_on` stays empty until a person has dialled the number.
    """

    id: str
    name: Text
    number: str
    dial: str
    channel: Channel
    scope: Text
    reach: Reach
    sources: tuple[str, ...]
    seen_on: PartialDate
    review_by: date
    verified_on: date | None = None
    note: Text | None = None
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    def from_indonesia(self) -> bool:
        """Can it be reached from inside Indonesia?"""
        return self.reach is not Reach.ABROAD

    def from_abroad(self) -> bool:
        """Can it be reached from outside Indonesia?"""
        return self.reach is not Reach.INDONESIA


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry: the word, its long form if it is short for something, its meaning."""

    id: str
    word: Text
    means: Text
    long: Text | None = None
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Banned:
    """A number that circulates and must not be printed, with the reason why."""

    number: str
    why: Text
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OfficeWord:
    """A word that officials use and neighbours do not, in one language.

    `words` are its written forms, `say` is what to say instead; `term` is the glossary
    entry that explains it, "" if there is none.
    """

    id: str
    language: str
    words: tuple[str, ...]
    say: str
    term: str = ""
    at: Place = field(default=NOWHERE, compare=False, repr=False)
