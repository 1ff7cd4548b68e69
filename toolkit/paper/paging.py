"""Blocks on as many pages as they need: never cut through, and a heading never alone at the foot.

Every page has the same foot: what it is, its number, the edition. Knows blocks and boxes only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolkit.paper import theme
from toolkit.paper.blocks import Block, Gap, Rule, Stack, passage, stack
from toolkit.paper.document import Face, Placed
from toolkit.paper.flow import Run, Runs
from toolkit.paper.job import Order
from toolkit.paper.sheet import SLACK, Box, Spot, too_long


class Piece(NamedTuple):
    """A block of a long text, with the white before it where it does not begin a page.

    One that is `tied` stays on a page with the next; one that is `fresh` begins a page.
    """

    block: Block
    before: float = 0.0
    tied: bool = False
    fresh: bool = False


def page_box(order: Order, *, lying: bool = False) -> Box:
    """The part of an upright (or lying) sheet that may be printed on, in points."""
    paper, edge = order.paper, order.theme.edge
    side = (paper.short - paper.used) / 2
    width, height = paper.used - 2 * edge, paper.long - 2 * edge
    if lying:
        return Box(edge * theme.MM, (side + edge) * theme.MM, height * theme.MM, width * theme.MM)
    return Box((side + edge) * theme.MM, edge * theme.MM, width * theme.MM, height * theme.MM)


def faces(
    pieces: Sequence[Piece], order: Order, title: Runs, spot: Spot, *, name: str
) -> tuple[Face, ...]:
    """A text on upright pages, each with its foot. Raises Unprintable for a block too high for one."""
    box = page_box(order)
    low = _foot(title, order, box.width, 99, 99).height
    room = Box(box.x, box.top, box.width, box.height - low)
    leaves = list(filled(pieces, room, spot))
    return tuple(
        Face(
            order.paper.short,
            order.paper.long,
            (
                Placed(box.x, box.top, leaf),
                Placed(box.x, box.bottom - low, _foot(title, order, box.width, place, len(leaves))),
            ),
            name if place == 1 else "",
        )
        for place, leaf in enumerate(leaves, 1)
    )


def filled(pieces: Sequence[Piece], room: Box, spot: Spot) -> Iterator[Stack]:
    """The pieces of each page, as full as it can be."""
    page: list[Block] = []
    used = 0.0
    for group in _tied(pieces):
        height = sum(piece.before + piece.block.height for piece in group) - group[0].before
        if height > room.height + SLACK:
            raise too_long(spot, height - room.height, theme.LEADING * 12)
        if page and (group[0].fresh or used + group[0].before + height > room.height + SLACK):
            yield Stack(tuple(page))
            page, used = [], 0.0
        for place, piece in enumerate(group):
            if page or place:
                page.append(Gap(piece.before))
                used += piece.before
            page.append(piece.block)
            used += piece.block.height
    if page:
        yield Stack(tuple(page))


def _tied(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Pieces that must stay on one page."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.tied:
            yield group
            group = []
    if group:
        yield group


def _foot(title: Runs, order: Order, width: float, place: int, many: int) -> Block:
    """`Quiz sheet: Warning signs. Page 2 of 3. Edition …` under a line."""
    page = order.lang.gettext("Page {n} of {many}").format(n=place, many=many)
    words = (*title, Run(". "), Run(page, whole=True), Run(". "), *order.imprint)
    small = passage(words, order.theme.small, width, theme.SMALL_LEADING)
    return stack(Gap(4 * theme.MM), Rule(width, 4), small)
