"""The list of a pack laid out: a box to tick for each part, its pages, and how often it is copied.

Knows nothing of what is in a pack; the words of the list are handed to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.content.place import NOWHERE
from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.setting.blocks import (
    Block,
    Gap,
    Tagged,
    bold,
    headline,
    passage,
)
from toolkit.paper.setting.furniture import TICK, row, table
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.paging import Piece, faces, page_box
from toolkit.paper.setting.sheet import Spot
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Runs

_WHITE = 5.0
_SHARES = (0.06, 0.13, 0.4, 0.11, 0.3)
"""The columns of the list: a box to tick, pages, what it is, copies, how it is turned."""


class Row(NamedTuple):
    """One line of the list."""

    pages: Runs
    what: Runs
    copies: Runs
    how: Runs


class PackWords(NamedTuple):
    """Everything that the first page says.

    `without` tells what is left out, () if nothing is; `codes` are the editions of what follows.
    """

    title: Runs
    about: tuple[Runs, ...]
    heads: tuple[Runs, ...]
    rows: tuple[Row, ...]
    paper: Runs
    without: Runs
    codes: tuple[str, ...]


def lay_out(words: PackWords, order: Order) -> tuple[Face, ...]:
    """The list in the larger type, or in the smaller one where it takes fewer pages."""
    spot = Spot(Said(N_("the list of the pack"), {}), NOWHERE)
    name = order.lang.gettext("What to copy, and how often")
    body = order.theme.body
    made = (
        faces(list(_pieces(words, order, size)), order, words.title, spot, name=name)
        for size in (body.largest, body.smallest)
    )
    return min(made, key=len)


def _pieces(words: PackWords, order: Order, body: float) -> Iterator[Piece]:
    width = page_box(order).width
    look = order.theme
    title = Tagged("H1", headline(words.title, look.title, width))
    *above, how, once, first = words.about
    yield Piece(title, tied=True)
    for one in above:
        yield Piece(passage(bold(one), look.heading, width, theme.TIGHT), 4, tied=True)
    yield Piece(passage(how, body, width), 10, tied=True)
    yield Piece(passage(once, body, width), 4, tied=True)
    yield Piece(passage(first, body, width), 4, tied=True)
    if words.without:
        yield Piece(passage(words.without, body, width), 4, tied=True)
    widths = [width * share for share in _SHARES]
    head = row((Gap(0), *_cells(words.heads, widths, body)), widths, _WHITE, head=True)
    yield Piece(head, 8, tied=True, bound=table)
    for line in words.rows:
        cells = (Box(), *_cells(line, widths, body))
        yield Piece(row(cells, widths, _WHITE), head=head, bound=table)
    yield Piece(passage(words.paper, body, width), 10)


def _cells(row_: Sequence[Runs], widths: Sequence[float], size: float) -> Iterator[Block]:
    for words, width in zip(row_, widths[1:], strict=True):
        yield passage(words, size, width - 3 * theme.MM, theme.TIGHT)


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick."""

    height: float = TICK

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""
        pen.box(x, top, TICK, TICK)
