"""What pocket cards say, and what stands beside the plain ones for whoever gives them.

Plain cards bear numbers only, and none that itself says what it is: it would give its holder away.
So would a stamp: what must be checked again is stamped beside them, for whoever gives them.
Knows contacts, no sizes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from toolkit.content.reference import Channel, Contact
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.words import MARK, Copyist
from toolkit.paper.type.flow import Run, Runs

_HOME, _AWAY = 3, 2
_SHORT = 4
"""Digits of the numbers that everybody knows, and that are soon learned: 110, 129."""

_FIRST = re.compile("[,;] ")


class CardLine(NamedTuple):
    """A help line on a card: its number, its name, for whom it is or the stamp."""

    number: Runs
    name: Runs
    scope: Runs
    stamp: Runs


class CardsWords(NamedTuple):
    """Everything that the cards say, and what stands beside them to be cut off."""

    title: Runs
    turn: Runs
    home_head: Runs
    home: tuple[CardLine, ...]
    away_head: Runs
    away: tuple[CardLine, ...]
    family: Runs
    plain_head: Runs
    plain: tuple[CardLine, ...]
    plain_about: tuple[Runs, ...]
    small: tuple[Runs, ...]


def write(copyist: Copyist, _: Job) -> CardsWords:
    """Write them down. Raises WrongInput."""
    gettext = copyist.lang.gettext
    named = dict.fromkeys(one for lesson in copyist.lessons for one in lesson.contacts)
    contacts = copyist.library.contacts
    every = (contacts[one] for one in named or contacts)
    phones = [one for one in every if one.channel is Channel.PHONE]
    home = [one for one in phones if not one.from_abroad()][:_HOME]
    away = [one for one in phones if one.from_abroad()][:_AWAY]
    listed = (*home, *away)
    known = [one for one in listed if _betrays(one)]
    bare = [one for one in listed if not _betrays(one)]
    return CardsWords(
        title=copyist.ours(gettext("Pocket cards"), bold=True),
        turn=copyist.ours(gettext("Both sides, flip on the short edge.")),
        home_head=copyist.ours(gettext("Check first"), bold=True),
        home=tuple(_brief(_line(copyist, one)) for one in home),
        away_head=copyist.ours(gettext("From abroad"), bold=True),
        away=tuple(_line(copyist, one) for one in away),
        family=copyist.ours(gettext("Family")),
        plain_head=copyist.ours(gettext("Plain cards"), bold=True),
        plain=tuple(_line(copyist, one) for one in bare),
        plain_about=tuple(_told_beside(copyist, bare, known)),
        small=copyist.small_print(reviewed=False),
    )


def _betrays(contact: Contact) -> bool:
    """Does the number itself say that it is a help line? Short ones do, and toll-free ones."""
    return sum(map(str.isdigit, contact.number)) <= _SHORT or contact.number.startswith("0800")


def _told_beside(copyist: Copyist, bare: list[Contact], known: list[Contact]) -> Iterator[Runs]:
    """For whoever gives a plain card: whose the numbers are, and what it protects from."""
    gettext, ours = copyist.lang.gettext, copyist.ours
    yield ours(gettext("For somebody who may be searched. Print this sheet on one side only."))
    if bare:
        whose = gettext("From the top: {names}. Say so when you give it.")
        yield _naming(copyist, whose, bare)
        if any(copyist.library.is_stale(one) for one in bare):
            yield ours(gettext("Check the stamped number first, then give the card."), bold=True)
    if known:
        learn = gettext("Not on it, because anybody sees what they are: {names}. Learn these.")
        yield _naming(copyist, learn, known)
    yield ours(
        gettext(
            "No office is named on it. But whoever dials a number or looks it up knows whose it is. "
            "Safest is no card at all: learn one number by heart."
        ),
        bold=True,
    )


def _naming(copyist: Copyist, words: str, contacts: list[Contact]) -> Runs:
    """Words with the names of help lines in their place, stale ones with their stamp."""
    before, after = words.split("{names}")
    names: list[Run] = []
    for contact in contacts:
        told = copyist.helpline(contact, brief=True)
        stamp = (*told.stamp, Run("\u00a0")) if told.stamp else ()
        names += [*((Run("; "),) if names else ()), *stamp, *told.name]
    return (*copyist.ours(before), *names, *copyist.ours(after))


def _line(copyist: Copyist, contact: Contact) -> CardLine:
    """A help line; a stamp takes the room of the words for whom it is, and says more."""
    told = copyist.helpline(contact, brief=True)
    scope = () if told.stamp else copyist.text(contact.scope)
    return CardLine(told.number, told.name, scope, told.stamp)


def _brief(line: CardLine) -> CardLine:
    """The line with only the first of those whom it is for: three must find room on a card."""
    if not line.scope:
        return line
    kept: list[Run] = []
    for run in line.scope:
        first = run.text if run.whole else _FIRST.split(run.text, maxsplit=1)[0]
        kept.append(run._replace(text=first))
        if first != run.text:
            break
    foreign = line.scope[-1].text == MARK and kept[-1].text != MARK
    return line._replace(scope=(*kept, Run(MARK)) if foreign else tuple(kept))
