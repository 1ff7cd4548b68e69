"""The check list: every number of the library, to be dialled, with room for what came of it.

Numbers that must not be printed are not on it either: a list on an office wall is copied from.
What was found out goes back into the library's file, so the lines to type stand beside each
number. Of whoever dialled there are initials only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from toolkit.content.place import NOWHERE, Place
from toolkit.content.reference import Channel, Contact, Reach
from toolkit.content.theme import Theme
from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face
from toolkit.paper.setting.blocks import (
    Block,
    Gap,
    Rule,
    Tagged,
    bold,
    headline,
    passage,
    spaced,
    stack,
)
from toolkit.paper.setting.furniture import TICK, Tick, row, table
from toolkit.paper.setting.job import Job, Order
from toolkit.paper.setting.long_text import bullets
from toolkit.paper.setting.paging import Piece, faces, page_box
from toolkit.paper.setting.sheet import Spot, guarded
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run, Runs, TooWide

FILE = "lessons/reference/contacts.yaml"

_SHARES = (0.205, 0.19, 0.155, 0.11, 0.165, 0.175)
"""The widths of the columns, as shares of a page."""

_WHITE = 2.5 * theme.MM
_LINE = 7.5 * theme.MM
_MEND = N_("Shorten the name, the `scope` or the `note` of that help line.")


class Entry(NamedTuple):
    """A number: what it is, for whom, what is known of it, what to tick, what to type.

    `web` if it is an address, which may be set smaller: it has no digits that fill in.
    """

    number: Runs
    web: bool
    name: Runs
    about: tuple[Runs, ...]
    known: tuple[Runs, ...]
    ticks: tuple[Runs, ...]
    typed: tuple[Runs, ...]


class CheckWords(NamedTuple):
    """Everything the check list says."""

    title: Runs
    how: tuple[Runs, ...]
    heads: tuple[Runs, ...]
    day: Runs
    initials: Runs
    entries: tuple[Entry, ...]
    back_head: Runs
    back: tuple[Runs, ...]
    small: tuple[Runs, ...]


def write(copyist: Copyist, _: Job) -> CheckWords:
    """Write down the list. Raises WrongInput."""
    gettext, ours = copyist.lang.gettext, copyist.ours
    how = (
        gettext(
            "Try every one yourself, also those that have always worked: call, write, or open the page."
        ),
        gettext(
            "Say first that it is no emergency, and that you only check the number, for whom it is, and what a call costs."
        ),
        gettext("Numbers abroad: dial them with the country code, or ask somebody who is there."),
        gettext(
            "Initials, no names. Nobody answers? Try once more on another day, in office hours."
        ),
        gettext("Do not write a new number down here. Find it in print, with its source, first."),
    )
    back = (
        gettext("This part is for whoever keeps the library."),
        gettext("Only where all boxes are ticked: open {file} and find the entry with that id."),
        gettext(
            "Type the day as year, month, day: 2027-01-31. Add the line if it is not there yet."
        ),
        gettext("Move review_by on, at most eighteen months after the check."),
        gettext("Then run:  cekdulu check"),
        gettext("One box without a tick? Change nothing, and tell whoever keeps the library."),
    )
    heads = (
        gettext("Number"),
        gettext("For whom, from where"),
        gettext("What we know"),
        gettext("You tried it"),
        gettext("They said"),
        gettext("To type in"),
    )
    entries = tuple(_entry(one, copyist) for one in copyist.library.contacts.values())
    return CheckWords(
        title=ours(gettext("Checking the help lines")),
        how=tuple(ours(one) for one in how),
        heads=tuple(ours(one, bold=True) for one in heads),
        day=ours(gettext("Day")),
        initials=ours(gettext("Initials")),
        entries=entries,
        back_head=ours(gettext("How it goes back into the library")),
        back=tuple(ours(one.replace("{file}", FILE)) for one in back),
        small=copyist.small_print(),
    )


def _entry(contact: Contact, copyist: Copyist) -> Entry:
    gettext, ours, lang = copyist.lang.gettext, copyist.ours, copyist.lang
    told = copyist.helpline(contact)
    reach = {
        Reach.INDONESIA: gettext("From Indonesia."),
        Reach.ABROAD: gettext("From abroad."),
        Reach.BOTH: gettext("From Indonesia and from abroad."),
    }
    texts = (contact.scope, contact.note) if contact.note else (contact.scope,)
    known = [gettext("Seen in print: {day}").format(day=lang.day(contact.seen_on))]
    if contact.verified_on:
        known.append(gettext("Last checked: {day}").format(day=lang.day(contact.verified_on)))
    known.append(gettext("Check again by: {day}").format(day=lang.day(contact.review_by)))
    web = contact.channel is Channel.WEB
    whatsapp = contact.channel is Channel.WHATSAPP
    ticks = (
        gettext("It opens")
        if web
        else gettext("They write back")
        if whatsapp
        else gettext("Somebody answers"),
        gettext("It is that office"),
        gettext("Still for these people"),
    )
    free = () if web or not contact.note else (gettext("The note still holds"),)
    return Entry(
        number=told.number,
        web=web,
        name=told.name,
        about=(*(copyist.text(one, beside=texts) for one in texts), ours(reach[contact.reach])),
        known=(*(ours(one) for one in known), *((told.stamp,) if told.stamp else ())),
        ticks=tuple(ours(one) for one in (*ticks, *free)),
        typed=(
            copyist.typed(f"id: {contact.id}", contact.at),
            ours("verified_on: ____-__-__"),
            ours("review_by: ____-__-__"),
        ),
    )


def lay_out(words: CheckWords, order: Order) -> tuple[Face, ...]:
    """Lying pages. Raises Unprintable for a word that no column can hold."""
    spot = Spot(Said(N_("the check list"), {}), _place(order), _MEND)
    pieces = guarded(spot, lambda: list(_pieces(words, order)))
    name = order.lang.gettext("Checking the help lines")
    return faces(pieces, order, words.title, spot, name=name, lying=True)


def _pieces(words: CheckWords, order: Order) -> Iterator[Piece]:
    look, width = order.theme, page_box(order, lying=True).width
    widths = tuple(share * width for share in _SHARES)
    title = Tagged("H1", headline(words.title, look.title, width))
    yield Piece(stack(title, Gap(4), Rule(width, 0, theme.FRAME)), tied=True)
    yield Piece(bullets(words.how, width, look.body.smallest, 2), 3 * theme.MM, tied=True)
    cells = [
        passage(one, look.body.smallest, wide - _WHITE)
        for one, wide in zip(words.heads, widths, strict=True)
    ]
    head = row(cells, widths, 3, head=True)
    yield Piece(head, 5 * theme.MM, tied=True, bound=table)
    for entry in words.entries:
        yield Piece(_row(entry, words, widths, order), head=head, bound=table)
    back = Tagged("H2", headline(words.back_head, look.heading, width))
    yield Piece(back, 7 * theme.MM, tied=True)
    yield Piece(bullets(words.back, width, look.body.smallest, 2), 2 * theme.MM)
    for one in words.small:
        yield Piece(passage(one, look.small, width, theme.SMALL_LEADING), 3)


def _row(entry: Entry, words: CheckWords, widths: tuple[float, ...], order: Order) -> Block:
    look = order.theme
    wide = tuple(one - _WHITE for one in widths)
    size = look.body.smallest

    def told(lines: tuple[Runs, ...], width: float) -> Block:
        return spaced(2, *(passage(one, size, width, 1.25) for one in lines))

    number = stack(
        _number(entry, wide[0], look),
        Gap(1),
        passage(bold(entry.name), size, wide[0], 1.25),
    )
    day = stack(
        *(
            stack(Gap(_LINE), Rule(wide[3], 2), passage(label, look.small, wide[3], 1.2))
            for label in (words.day, words.initials)
        )
    )
    indent = TICK + 2 * theme.MM
    ticks = spaced(
        3, *(Tick(passage(one, size, wide[4] - indent, 1.2), indent) for one in entry.ticks)
    )
    first, *others = entry.typed
    typed = spaced(
        4,
        passage((*first,), size, wide[5], 1.25),
        *(passage((Run(one[0].text),), size, wide[5], 1.25) for one in others),
    )
    cells = (number, told(entry.about, wide[1]), told(entry.known, wide[2]), day, ticks, typed)
    return row(cells, widths, 1.5 * theme.MM)


def _number(entry: Entry, width: float, look: Theme) -> Block:
    size = look.number.smallest
    while entry.web and size > look.body.smallest:
        with suppress(TooWide):
            return passage(entry.number, size, width, theme.TIGHT)
        size -= 1
    return passage(entry.number, size, width, theme.TIGHT)


def _place(order: Order) -> Place:
    return next((one.at for one in order.library.contacts.values()), NOWHERE)
