"""How a help line is told: from where it works, and how sure we are of its number."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.content.reference import Contact
from toolkit.language import Language


def from_indonesia(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Those that work inside Indonesia."""
    return tuple(contact for contact in contacts if contact.from_indonesia())


def from_abroad(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    """Those that work from outside Indonesia."""
    return tuple(contact for contact in contacts if contact.from_abroad())


def checked(contact: Contact, lang: Language) -> str:
    """When a person last dialled it; failing that, when it was last seen in print.

    A sighting is never called a check.
    """
    if contact.verified_on:
        return lang.gettext("checked: {day}").format(day=lang.day(contact.verified_on))
    seen = lang.gettext("last seen in print {month}").format(month=lang.month(contact.seen_on))
    return seen + ", " + lang.gettext("checked: not yet")
