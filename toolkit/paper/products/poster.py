"""The poster: one message of a lesson, and whom to ask; on one sheet or on several glued together.

It is laid out once in the shape of the whole, with the type of one sheet, and grows with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.content.reference import Channel, Contact
from toolkit.errors import WrongCall
from toolkit.language import N_, Said, said
from toolkit.paper.pdf.document import Face, Placed
from toolkit.paper.products.message import message
from toolkit.paper.setting import own_numbers
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Code,
    Columns,
    Gap,
    Marked,
    Passage,
    Picture,
    Rule,
    Tagged,
    WriteIn,
    bold,
    listed,
    passage,
    stack,
)
from toolkit.paper.setting.job import Job, Order
from toolkit.paper.setting.own_numbers import OwnWords, own_words
from toolkit.paper.setting.sheet import SLACK, Box, Spot, guarded, roomiest, too_long
from toolkit.paper.setting.sketch import sketch
from toolkit.paper.setting.tiles import SHEETS, faces, tiling, unbroken
from toolkit.paper.setting.words import CodeWords, Copyist, Helpline
from toolkit.paper.type import fonts, theme
from toolkit.paper.type.flow import Run, Runs, words_in
from toolkit.paper.type.qr import code

_TAKEAWAYS = 3
_MEND = N_("Shorten the line on its front or its first three takeaways.")
_WRITE_IN = 8.5 * theme.MM
_APART = 5 * theme.MM
_NEAREST = 8.0
"""Millimetres from the edge of a sheet where ink may begin."""

_QUIET = 4.5
"""Modules of white beside a code."""

_SQUARE = 0.8
"""Width as a share of the height from which the icon stands beside the message."""


class PosterWords(NamedTuple):
    """Everything that a poster says."""

    icon: str
    title: Runs
    message: Runs
    takeaways: tuple[Runs, ...]
    line: Helpline | None
    code: CodeWords | None
    own: OwnWords
    small: tuple[Runs, ...]


class _Setting(NamedTuple):
    """Sizes in points; `air` is a share of the usual white."""

    message: float
    takeaways: float
    number: float
    icon: float
    air: float


_MODEST = _Setting(120.0, 18.0, 78.0, 130.0, 0.8)
_TIGHT = _Setting(44.0, 12.0, 44.0, 70.0, 0.3)
_GENEROUS = _Setting(0.0, 26.0, 150.0, 230.0, 1.8)
_STEPS = 24

_MESSAGES = (
    *(_MODEST._replace(message=float(size)) for size in range(120, 44, -2)),
    *(
        _Setting(*(a + (b - a) * step / 10 for a, b in zip(first, _TIGHT, strict=True)))
        for first in [_MODEST._replace(message=44.0)]
        for step in range(11)
    ),
)
"""First the message becomes smaller, and only below its floor all else."""


def write(copyist: Copyist, job: Job) -> PosterWords:
    """Write it down. Raises WrongInput, and WrongCall for a number of sheets that there is not."""
    if job.sheets not in SHEETS:
        raise WrongCall(
            said("A poster cannot be made of {n} sheets.", n=job.sheets),
            Said(N_("There are: {names}."), {"names": ", ".join(map(str, SHEETS))}),
        )
    lesson = copyist.lesson
    contact = _contact(copyist)
    return PosterWords(
        icon=copyist.icon(lesson.icon, lesson.at),
        title=copyist.text(lesson.title),
        message=copyist.text(lesson.leaflet.front),
        takeaways=tuple(copyist.text(one) for one in lesson.takeaways[:_TAKEAWAYS]),
        line=copyist.helpline(contact) if contact else None,
        code=copyist.code(),
        own=own_words(copyist),
        small=copyist.small_print(),
    )


def _contact(copyist: Copyist) -> Contact | None:
    """The one that the lesson names for scanning, else the first that can be called at home."""
    lesson, contacts = copyist.lesson, copyist.library.contacts
    if lesson.leaflet.scan:
        return contacts[lesson.leaflet.scan]
    return next(
        (
            contacts[one]
            for one in lesson.contacts
            if contacts[one].channel is Channel.PHONE and contacts[one].from_indonesia()
        ),
        None,
    )


def lay_out(words: PosterWords, order: Order) -> tuple[Face, ...]:
    """The sheets. Raises WrongInput if the words do not fit."""
    lying = tiling(order)
    width, height = (side / lying.scale for side in lying.size)
    spot = Spot(Said(N_("the poster"), {}), order.lesson.at, _MEND)
    page = _fitted(words, order, Box(0, 0, width, height), spot)
    if lying.many == 1:
        placed = Placed(lying.window.x, lying.window.top, page)
        name = order.lang.gettext("Poster")
        return (Face(order.paper.short, order.paper.long, (placed,), name),)
    return faces(sketch(page), order, lying)


def _fitted(words: PosterWords, order: Order, box: Box, spot: Spot) -> Block:
    """The page with the largest message that fits; then all else grows into what is left."""

    def set_in(setting: _Setting) -> tuple[_Parts, float]:
        above = guarded(spot, _above, words, order, box, setting)
        below = guarded(spot, _below, words, order, box.width, setting)
        over = above.height + below.height - box.height
        return _Parts(setting, above, below), over

    parts, over = roomiest(_MESSAGES, set_in)
    if over > SLACK:
        raise too_long(spot, over, parts.setting.takeaways * theme.LEADING)
    parts, over = roomiest(tuple(_between(_GENEROUS, parts.setting)), set_in)
    return stack(parts.above, Gap(max(-over, 0)), parts.below)


class _Parts(NamedTuple):
    """A page in a setting."""

    setting: _Setting
    above: Block
    below: Block


def _between(largest: _Setting, least: _Setting) -> Iterator[_Setting]:
    """Settings with one message, from generous to that one."""
    for step in range(_STEPS + 1):
        share = step / _STEPS
        sizes = (a + (b - a) * share for a, b in zip(largest, least, strict=True))
        yield _Setting(*sizes)._replace(message=least.message)


def _above(words: PosterWords, order: Order, box: Box, setting: _Setting) -> Block:
    """Icon and message, and what to remember."""
    icon = Picture(words.icon, setting.icon, stroke=1.4)
    reach = setting.icon + _APART
    if box.width > _SQUARE * box.height:
        told = Tagged("H1", message(words.message, setting.message, box.width - reach))
        head: Block = Beside(icon, told, reach, max(icon.height - told.height, 0) / 2)
    else:
        told = Tagged("H1", _drawn_in(words.message, setting.message, box.width, order))
        head = stack(icon, Gap(10 * setting.air), told)
    size = max(setting.takeaways, order.theme.body.smallest)
    indent = size * 1.05
    takeaways = (passage(one, size, box.width - indent, 1.24) for one in words.takeaways)
    marked = listed(6 * setting.air, *(Marked("tick", one, indent) for one in takeaways))
    return stack(head, Gap(14 * setting.air), marked, Gap(14 * setting.air))


def _drawn_in(words: Runs, size: float, width: float, order: Order) -> Block:
    """A message of which no letter, as a large j does, reaches too far out to the left."""
    # A sheet of several shows nothing of what is drawn outside of the whole.
    spare = (order.theme.edge - _NEAREST) * theme.MM if order.job.sheets == 1 else 0
    told = message(words, size, width)
    if (out := _overhang(told) - spare) <= 0:
        return told
    return Beside(Gap(0), message(words, size, width - out), out)


def _overhang(told: Passage) -> float:
    letters = [words_in(line.runs)[0] for line in told.lines]
    return max(fonts.overhang(one, True) for one in letters) * told.size / 1000


def _below(words: PosterWords, order: Order, width: float, setting: _Setting) -> Block:
    """The number to call, the village's own numbers, and the small print."""
    own = _own(words.own, order, width)
    small = [passage(one, order.theme.small, width, 1.2) for one in words.small]
    foot = (*words.title, Run(". "), *order.imprint)
    return stack(
        *_call(words, order, width, setting),
        Rule(width, 7, theme.FRAME),
        own,
        Gap(8),
        Rule(width, 3),
        *small,
        passage(foot, order.theme.small, width, 1.2),
    )


def _call(words: PosterWords, order: Order, width: float, setting: _Setting) -> list[Block]:
    """The help line as large as its column lets it be, with its code beside it."""
    if words.line is None:
        return []
    scan = _scan(words.code, order) if words.code else None
    reach = width - scan[1] - _APART if scan else width
    small = order.theme.body.smallest
    line = words.line
    about = (*line.stamp, Run(" "), *line.about) if line.stamp else line.about
    size = max(setting.number * 0.22, order.theme.heading)
    name = Tagged("H2", passage(bold(line.name), size, reach, theme.TIGHT))
    told = stack(
        name, _digits(line.number, setting, order, reach), passage(about, small, reach, 1.2)
    )
    beside: Block = Beside(told, scan[0], width - scan[1]) if scan else told
    return [Rule(width, 9, 2.5), beside, Gap(9)]


def _digits(number: Runs, setting: _Setting, order: Order, width: float) -> Block:
    """The number on one line, as large as there is room; regular, because bold digits fill in."""
    words = words_in(number).replace(" ", "\u00a0")
    natural = sum(fonts.width(one, False) for one in words) / 1000
    most = max(min(setting.number, (width - 1) / natural), order.theme.number.smallest)
    size, reach = unbroken(words, most, order, width)
    told = passage(number, size, width, 1.12)
    return Beside(Gap(0), told, reach) if reach else told


def _scan(words: CodeWords, order: Order) -> tuple[Block, float]:
    """The code with what it opens below it, and how wide both are."""
    wide = order.theme.code * theme.MM
    drawn = code(words.content)
    quiet = wide * _QUIET / drawn.size
    caption = passage(words.caption, order.theme.small, wide + quiet, 1.15)
    return stack(Gap(quiet / 2), Code(drawn, wide, words_in(words.caption)), Gap(quiet), caption), (
        wide + quiet
    )


def _own(words: OwnWords, order: Order, width: float) -> Block:
    """The village's own numbers, or lines to write them on, two and two."""
    if order.job.village is not None:
        return own_numbers.across(words, order, width, order.job.village)
    half = (width - _APART) / 2
    labels = [passage(one, order.theme.body.smallest, half) for _, one in words.offices]
    columns = []
    for part in (labels[:2], labels[2:]):
        reach = max(label.width for label in part) + 2 * theme.MM
        columns.append(listed(0, *(WriteIn(one, reach, half, _WRITE_IN) for one in part)))
    heading = Tagged("H2", passage(words.heading, order.theme.heading, width, theme.TIGHT))
    return stack(heading, Columns(tuple(columns), half + _APART))
