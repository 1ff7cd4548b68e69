"""Pocket cards with the help lines, as large as an identity card, to be cut from a sheet.

The first sheet has two sides: numbers in Indonesia, and on the back numbers for abroad with a
line for the family's. On the second sheet are plain cards, for somebody who may be searched: a
card that is found must not betray who carries it. They look like any family's list of numbers: a
line for the family, and numbers with a line beside each for a word of one's own. No heading, no
name of an office, no edition, no stamp; numbers that everybody knows, as 110, are not on it. Whose
they are, which must be checked again, and what the card does not protect from, stands below the
cards and is cut off. Knows contacts; no lesson is needed, but where there is one its help lines
are taken.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from toolkit.content.place import NOWHERE, Place
from toolkit.content.theme import Theme
from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face, Placed
from toolkit.paper.products.card_words import CardLine, CardsWords
from toolkit.paper.setting.blocks import (
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
from toolkit.paper.setting.cut import Grid, Sheet, grid
from toolkit.paper.setting.job import CODE, Order
from toolkit.paper.setting.sheet import SLACK, Spot, guarded, roomiest, too_long
from toolkit.paper.type import fonts, theme
from toolkit.paper.type.flow import Run, Runs, TooWide

WIDE, HIGH = 85.6, 54.0
"""Millimetres of a card, as ISO/IEC 7810 has them for identity cards."""

_COLUMNS = 2
_INSET = 3.2 * theme.MM
_APART = 3 * theme.MM
_LINE = 7 * theme.MM
_BELOW = 8 * theme.MM
_MEND = N_("Shorten the names of these help lines, or for whom they are.")


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


def lay_out(words: CardsWords, order: Order) -> tuple[Face, ...]:
    """Fronts, backs, and a sheet of plain cards. Raises WrongInput if the words do not fit."""
    rows = order.library.products[order.job.product].per_sheet // _COLUMNS
    cut = grid(order, (WIDE, HIGH), (_COLUMNS, rows))
    code = _code(order)
    head = (Tagged("H1", _small(words.title, order, cut)), _small(words.turn, order, cut))
    foot = (_small((*_edition(order), Run(".")), order, cut),)
    front = _fitted(lambda setting: _front(words, code, cut, setting), cut, order)
    back = _fitted(lambda setting: _back(words, cut, setting), cut, order)
    plain = _fitted(lambda setting: _plain(words, cut, setting), cut, order)
    about = _about(words, order, cut)
    fewer = _fewer(cut, about, order)
    name = order.lang.gettext("Pocket cards")
    size = (order.paper.short, order.paper.long)
    return (
        Face(*size, (Placed(0, 0, Sheet(_inset(front), cut, head, foot)),), name),
        Face(*size, (Placed(0, 0, Sheet(_inset(back), cut)),)),
        Face(
            *size,
            (
                Placed(cut.x, cut.top + fewer.height + _BELOW, about),
                Placed(0, 0, Sheet(_inset(plain), fewer)),
            ),
            order.lang.gettext("Plain cards"),
        ),
    )


def _fewer(cut: Grid, about: Block, order: Order) -> Grid:
    """As many rows of plain cards as leave room for the words below them."""
    room = cut.page[1] - order.theme.edge * theme.MM - cut.top - _BELOW - about.height
    rows = min(int(room // cut.high), cut.rows - 1)
    if rows < 1:
        spot = Spot(Said(N_("the sheet of plain cards"), {}), _at(order), _MEND)
        raise too_long(spot, cut.high - room, order.theme.small * theme.TIGHT)
    return cut._replace(rows=rows)


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


def _plain(words: CardsWords, cut: Grid, setting: _Setting) -> Block:
    """A line for the family's number, numbers with a line beside each, one more, like anybody's."""
    width = _width(cut)
    return stack(
        _family(words.family, width, setting.words),
        Gap(setting.gap),
        spaced(setting.gap, *(_bare(one, width, setting) for one in words.plain)),
        Gap(_LINE),
        Rule(width, 1),
    )


def _bare(line: CardLine, width: float, setting: _Setting) -> Block:
    """A number and a line for a word of one's own: a stamp would say what the card is for."""
    digits = passage(line.number, setting.number, width, theme.TIGHT)
    return WriteIn(digits, digits.width + 2 * theme.MM, width, max(_LINE, digits.lead))


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


def _row(line: CardLine, width: float, setting: _Setting) -> Block:
    """A help line as low as it can be: its words beside the number, or below it."""
    digits = passage(line.number, setting.number, width, theme.TIGHT)
    scope = (Run(": ", bold=True), *line.scope) if line.scope else ()
    stamp = (*line.stamp, Run(" ")) if line.stamp else ()
    words = (*stamp, *bold(line.name), *scope)

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
        *(passage(one, size, cut.width, 1.2) for one in words.plain_about),
        *(_small(one, order, cut, whole=True) for one in (*words.small, order.imprint)),
    )


def _small(words: Runs, order: Order, cut: Grid, *, whole: bool = False) -> Passage:
    width = cut.width if whole else cut.wide - 2 * theme.MM
    return passage(words, order.theme.small, width, theme.TIGHT)


def _edition(order: Order) -> Runs:
    """The imprint up to the code."""
    return order.imprint[: CODE + 1]


def _code(order: Order) -> Runs:
    """The code alone."""
    return (order.imprint[CODE],)


def _width(cut: Grid) -> float:
    return cut.wide - 2 * _INSET


def _base(words: Passage) -> float:
    return (words.lead + fonts.ascent(words.size)) / 2


def _at(order: Order) -> Place:
    lines = order.library.contacts.values()
    return next((one.at for one in lines), NOWHERE)
