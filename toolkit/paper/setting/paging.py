"""Blocks on as many pages as they need: never cut through, and a heading never alone at the foot.

Every page has the same foot: what it is, its number, the edition. A long text may tell at the top
of each page which part of it goes on there. Knows blocks and boxes only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from toolkit.paper.pdf.document import Face, Placed
from toolkit.paper.setting.blocks import Block, Gap, Passage, Rule, Stack, passage, stack
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.sheet import SLACK, Box, Spot, guarded, too_long
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run, Runs

Bind = Callable[[tuple[Block, ...]], Block]
"""Makes one block of several, as rows are made a table."""


class Piece(NamedTuple):
    """A block of a long text, with the white before it where it does not begin a page.

    One that is `tied` stays on a page with the next, and one that is `near` does where a page
    can hold both; one that is `fresh` begins a page. With `name` a part of the text begins.
    `head` stands above it where it begins a page, as that of a table does. Neighbours with the
    same `bound` are made one block by it, on each page anew.
    """

    block: Block
    before: float = 0.0
    tied: bool = False
    fresh: bool = False
    near: bool = False
    name: str = ""
    head: Block | None = None
    bound: Bind | None = None


class Leaf(NamedTuple):
    """What stands on one page: its block, the parts that begin there, the part that goes on."""

    block: Stack
    names: tuple[str, ...]
    running: str


def page_box(order: Order, *, lying: bool = False) -> Box:
    """The part of an upright (or lying) sheet that may be printed on, in points."""
    paper, edge = order.paper, order.theme.edge
    side = (paper.short - paper.used) / 2
    width, height = paper.used - 2 * edge, paper.long - 2 * edge
    if lying:
        return Box(edge * theme.MM, (side + edge) * theme.MM, height * theme.MM, width * theme.MM)
    return Box((side + edge) * theme.MM, edge * theme.MM, width * theme.MM, height * theme.MM)


def faces(
    pieces: Sequence[Piece],
    order: Order,
    title: Runs,
    spot: Spot,
    *,
    name: str,
    lying: bool = False,
    running: bool = False,
) -> tuple[Face, ...]:
    """A text on upright (or lying) pages, each with its foot.

    `running` names at the top of each page but the first the part that goes on there. Raises
    Unprintable for a block too high for a page.
    """
    box = page_box(order, lying=lying)
    low = _foot(title, order, box.width, 99, 99).height
    high = _running("-", order, box.width).height if running else 0.0
    room = Box(box.x, box.top + high, box.width, box.height - low - high)
    size = (order.paper.short, order.paper.long)
    found = list(leaves(pieces, room, spot, first=high))
    made = []
    for place, leaf in enumerate(found, 1):
        placed = []
        if running and place > 1:
            placed.append(
                Placed(box.x, box.top, guarded(spot, _running, leaf.running, order, box.width))
            )
        placed.append(Placed(box.x, room.top if place > 1 else box.top, leaf.block))
        foot = _foot(title, order, box.width, place, len(found))
        placed.append(Placed(box.x, box.bottom - low, foot))
        named = name if place == 1 else ", ".join(leaf.names)
        made.append(Face(*(size[::-1] if lying else size), tuple(placed), named))
    return tuple(made)


def filled(pieces: Sequence[Piece], room: Box, spot: Spot) -> Iterator[Stack]:
    """The pieces of each page, as full as it can be. Raises Unprintable."""
    return (leaf.block for leaf in leaves(pieces, room, spot))


def leaves(pieces: Sequence[Piece], room: Box, spot: Spot, *, first: float = 0.0) -> Iterator[Leaf]:
    """The pages of a text; the `first` one is so much higher. Raises Unprintable."""
    page: list[Piece] = []
    running = ""
    space = room.height + first

    def full() -> Leaf:
        nonlocal page, running, space
        names = tuple(piece.name for piece in page if piece.name)
        begun = page[0].name or running
        leaf = Leaf(_made(page), names, begun)
        running = names[-1] if names else running
        page, space = [], room.height
        return leaf

    for cluster in _chained(pieces, lambda piece: piece.tied or piece.near):
        alone = _height(cluster) <= room.height + SLACK
        if page and alone and _height([*page, *cluster]) > space + SLACK:
            yield full()
        for group in _chained(cluster, lambda piece: piece.tied):
            if page and (group[0].fresh or _height([*page, *group]) > space + SLACK):
                yield full()
            if not page and (over := _height(group) - space) > SLACK:
                raise too_long(spot, over, theme.LEADING * 12)
            page += group
    if page:
        yield full()


def prose(
    runs: Runs, size: float, width: float, before: float = 0.0, lead: float = theme.LEADING
) -> list[Piece]:
    """A paragraph that may go on over the page, but never with one line alone on either."""
    whole = passage(runs, size, width, lead)

    def join(parts: tuple[Block, ...]) -> Block:
        lines = (line for part in parts if isinstance(part, Passage) for line in part.lines)
        return Passage(tuple(lines), whole.size, whole.lead)

    last = len(whole.lines) - 1
    return [
        Piece(
            Passage((line,), whole.size, whole.lead),
            0.0 if place else before,
            tied=place != last and place in (0, last - 1),
            bound=join,
        )
        for place, line in enumerate(whole.lines)
    ]


def _height(page: Sequence[Piece]) -> float:
    """How high pieces are that begin a page."""
    head = page[0].head.height if page[0].head else 0.0
    return head + sum(piece.before + piece.block.height for piece in page) - page[0].before


def _made(page: Sequence[Piece]) -> Stack:
    """The pieces of a page, those that are bound together as one."""
    blocks: list[Block] = [page[0].head] if page[0].head and not page[0].bound else []
    at = 0
    while at < len(page):
        piece = page[at]
        if at:
            blocks.append(Gap(piece.before))
        if piece.bound is None:
            blocks.append(piece.block)
            at += 1
            continue
        parts: list[Block] = [piece.head] if piece.head and not at else []
        parts.append(piece.block)
        at += 1
        while at < len(page) and page[at].bound is piece.bound:
            parts += [Gap(page[at].before), page[at].block] if page[at].before else [page[at].block]
            at += 1
        blocks.append(piece.bound(tuple(parts)))
    return Stack(tuple(blocks))


def _chained(pieces: Sequence[Piece], goes_on: Callable[[Piece], bool]) -> Iterator[list[Piece]]:
    """Pieces in chains: one that `goes_on` is in one with the next."""
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not goes_on(piece):
            yield chain
            chain = []
    if chain:
        yield chain


def _running(name: str, order: Order, width: float) -> Block:
    """The part of the text that goes on here, over a line."""
    words = passage((Run(name or " ", bold=True),), order.theme.body.smallest, width, theme.TIGHT)
    # One line, whatever the name: the room below it is measured before any name is known.
    line = Passage(words.lines[:1], words.size, words.lead)
    return stack(line, Gap(2), Rule(width, 4 * theme.MM))


def _foot(title: Runs, order: Order, width: float, place: int, many: int) -> Block:
    """`Quiz sheet: Warning signs. Page 2 of 3. Edition …` under a line."""
    page = order.lang.gettext("Page {n} of {many}").format(n=place, many=many)
    words = (*title, Run(". "), Run(page, whole=True), Run(". "), *order.imprint)
    small = passage(words, order.theme.small, width, theme.SMALL_LEADING)
    return stack(Gap(4 * theme.MM), Rule(width, 4), small)
