"""Pocket cards with the help lines, as large as an identity card, to be cut from a sheet.

The first sheet has two sides: numbers in Indonesia, and on the back numbers for abroad with a
line for the family's. On the second sheet are plain cards: a line for the family, and bare numbers
with their names, no heading, no word of what they are for. A card that is found in a pocket must
not betray who carries it, so where somebody may be searched that one is given. Knows contacts; no
lesson is needed, but where there is one its help lines are taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from toolkit.content.place import NOWHERE, Place
from toolkit.content.reference import Channel, Contact
from toolkit.content.theme import Theme
from toolkit.language import N_, Said
from toolkit.paper import fonts, theme
from toolkit.paper.blocks import (
    Beside,
    Block,
    Gap,
    Passage,
    Rule,
    Tagged,
    WriteIn,
    bold,
    passage,
    spaced,
    stack,
)
from toolkit.paper.cut import Grid, Sheet, grid
from toolkit.paper.document import Face, Placed
from toolkit.paper.flow import Run, Runs, TooWide
from toolkit.paper.job import Job, Order
from toolkit.paper.sheet import SLACK, Spot, guarded, roomiest, too_long
from toolkit.paper.words import MARK, Copyist

WIDE, HIGH = 85.6, 54.0
"""Millimetres of a card, as ISO/IEC 7810 has them for identity cards."""

_COLUMNS = 2
_HOME, _AWAY, _PLAIN = 3, 2, 2
_INSET = 3.2 * theme.MM
_APART = 3 * theme.MM
_LINE = 7 * theme.MM
_FIRST = re.compile("[,;] ")
_MEND = N_("Shorten the names of these help lines, or for whom they are.")


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
    plain: Runs
    small: tuple[Runs, ...]


class _Setting(NamedTuple):
    """Sizes of numbers, words and the code, and the white between help lines, in points."""

    number: float
    words: float
    code: float
    gap: float


_STEPS = ((1, 2, 7), (0.75, 1, 6), (0.5, 1, 4.5), (0.25, 0.5, 4), (0, 0, 4), (0, 0, 2), (0, 0, 0.4))
"""From generous to tight: where the number stands between its sizes, points above notes, white."""


def _settings(measures: Theme) -> tuple[_Setting, ...]:
    small = measures.small
    return tuple(
        _Setting(measures.number.at_share(share), small + more, small, gap)
        for share, more, gap in _STEPS
    )


def write(copyist: Copyist, _: Job) -> CardsWords:
    """Write them down. Raises WrongInput."""
    gettext = copyist.lang.gettext
    named = dict.fromkeys(one for lesson in copyist.lessons for one in lesson.contacts)
    contacts = copyist.library.contacts
    known = (contacts[one] for one in named or contacts)
    phones = [one for one in known if one.channel is Channel.PHONE]
    home = [one for one in phones if not one.from_abroad()][:_HOME]
    away = [one for one in phones if one.from_abroad()][:_AWAY]
    return CardsWords(
        title=copyist.ours(gettext("Pocket cards"), bold=True),
        turn=copyist.ours(gettext("Both sides, flip on the short edge.")),
        home_head=copyist.ours(gettext("Check first"), bold=True),
        home=tuple(_brief(_line(copyist, one)) for one in home),
        away_head=copyist.ours(gettext("From abroad"), bold=True),
        away=tuple(_line(copyist, one) for one in away),
        family=copyist.ours(gettext("Family")),
        plain_head=copyist.ours(gettext("Plain cards"), bold=True),
        plain=copyist.ours(
            gettext(
                "For somebody whose pockets may be searched: they do not say what the numbers "
                "are for. Print this sheet on one side only."
            )
        ),
        small=copyist.small_print(),
    )


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


def lay_out(words: CardsWords, order: Order) -> tuple[Face, ...]:
    """Fronts, backs, and a sheet of plain cards. Raises WrongInput if the words do not fit."""
    rows = order.library.products[order.job.product].per_sheet // _COLUMNS
    cut = grid(order, (WIDE, HIGH), (_COLUMNS, rows))
    code = _code(order)
    head = (Tagged("H1", _small(words.title, order, cut)), _small(words.turn, order, cut))
    foot = (_small((*_edition(order), Run(".")), order, cut),)
    front = _fitted(lambda setting: _front(words, code, cut, setting), cut, order)
    back = _fitted(lambda setting: _back(words, cut, setting), cut, order)
    plain = _fitted(lambda setting: _plain(words, code, cut, setting), cut, order)
    fewer = cut._replace(rows=rows - 1)
    name = order.lang.gettext("Pocket cards")
    size = (order.paper.short, order.paper.long)
    return (
        Face(*size, (Placed(0, 0, Sheet(_inset(front), cut, head, foot)),), name),
        Face(*size, (Placed(0, 0, Sheet(_inset(back), cut)),)),
        Face(
            *size,
            (
                Placed(cut.x, cut.top + fewer.height + 8 * theme.MM, _about(words, order, cut)),
                Placed(0, 0, Sheet(_inset(plain), fewer)),
            ),
            order.lang.gettext("Plain cards"),
        ),
    )


def _inset(card: Block) -> Block:
    return Beside(Gap(0), stack(Gap(_INSET), card), _INSET)


def _fitted(set_in: Callable[[_Setting], Block], cut: Grid, order: Order) -> Block:
    """A card in the most generous setting that fits, its words in the middle of its height."""
    room = cut.high - 2 * _INSET
    spot = Spot(Said(N_("a pocket card"), {}), _at(order), _MEND)

    def tried(setting: _Setting) -> tuple[Block, float]:
        card = guarded(spot, set_in, setting)
        return card, card.height - room

    card, over = roomiest(_settings(order.theme), tried)
    if over > SLACK:
        raise too_long(spot, over, order.theme.small * theme.TIGHT)
    return stack(Gap(max(-over, 0) / 2), card)


def _front(words: CardsWords, code: Runs, cut: Grid, setting: _Setting) -> Block:
    """What to do before saying yes, and the numbers at home; the edition in the corner."""
    return stack(
        _head(words.home_head, code, cut, setting),
        *_rows(words.home, cut, setting),
    )


def _back(words: CardsWords, cut: Grid, setting: _Setting) -> Block:
    """The numbers from abroad, and a line for the family's."""
    return stack(
        _head(words.away_head, (), cut, setting),
        *_rows(words.away, cut, setting),
        Gap(setting.gap),
        _family(words.family, _width(cut), setting.words),
    )


def _plain(words: CardsWords, code: Runs, cut: Grid, setting: _Setting) -> Block:
    """A line for the family's number, then numbers and names like anybody's."""
    width = _width(cut)
    told = passage(code, setting.code, width, theme.TIGHT)
    family = _family(words.family, width - told.width - _APART, setting.words)
    drop = family.height - told.height
    lines = (*words.home[:_PLAIN], *words.away)
    rows = (_row(one._replace(scope=()), width, setting, weight=False) for one in lines)
    return stack(
        Beside(family, told, width - told.width, drop),
        Gap(setting.gap),
        spaced(setting.gap, *rows),
    )


def _head(words: Runs, code: Runs, cut: Grid, setting: _Setting) -> Block:
    width = _width(cut)
    heading = passage(words, setting.code + 3, width, theme.TIGHT)
    line: Block = Tagged("H2", heading)
    if code:
        told = passage(code, setting.code, width, theme.TIGHT)
        line = Beside(line, told, width - told.width, _base(heading) - _base(told))
    return stack(line, Gap(1.5), Rule(width, 4, theme.FRAME))


def _rows(lines: tuple[CardLine, ...], cut: Grid, setting: _Setting) -> tuple[Block, ...]:
    return (spaced(setting.gap, *(_row(one, _width(cut), setting) for one in lines)),)


def _row(line: CardLine, width: float, setting: _Setting, *, weight: bool = True) -> Block:
    """A help line as low as it can be: its words beside the number, or below it."""
    digits = passage(line.number, setting.number, width, theme.TIGHT)
    name = bold(line.name) if weight else line.name
    scope = (Run(": ", bold=weight), *line.scope) if line.scope else ()
    stamp = (*line.stamp, Run(" ")) if line.stamp else ()
    words = (*stamp, *name, *scope)

    def told(room: float) -> Passage:
        return passage(words, setting.words, room, 1.15)

    below = stack(digits, told(width))
    reach = digits.width + _APART
    try:
        text = told(width - reach)
    except TooWide:
        return below
    beside = Beside(digits, text, reach, max(_base(digits) - _base(text), 0))
    return beside if beside.height <= below.height else below


def _family(label: Runs, width: float, size: float) -> Block:
    words = passage(label, size, width, theme.TIGHT)
    return WriteIn(words, words.width + theme.MM, width, _LINE)


def _about(words: CardsWords, order: Order, cut: Grid) -> Block:
    """For whoever prints: when plain cards are given, and the small print; it is cut off."""
    size = order.theme.body.smallest
    return spaced(
        3,
        Tagged("H2", passage(words.plain_head, size, cut.width, theme.TIGHT)),
        passage(words.plain, size, cut.width, 1.2),
        *(_small(one, order, cut, whole=True) for one in (*words.small, order.imprint)),
    )


def _small(words: Runs, order: Order, cut: Grid, *, whole: bool = False) -> Passage:
    width = cut.width if whole else cut.wide - 2 * theme.MM
    return passage(words, order.theme.small, width, theme.TIGHT)


def _edition(order: Order) -> Runs:
    """The imprint up to the code."""
    last = next(place for place, run in enumerate(order.imprint) if run.bold)
    return order.imprint[: last + 1]


def _code(order: Order) -> Runs:
    """The code alone, in the weight of the rest."""
    return (_edition(order)[-1]._replace(bold=False),)


def _width(cut: Grid) -> float:
    return cut.wide - 2 * _INSET


def _base(words: Passage) -> float:
    return (words.lead + fonts.ascent(words.size)) / 2


def _at(order: Order) -> Place:
    lines = order.library.contacts.values()
    return next((one.at for one in lines), NOWHERE)
