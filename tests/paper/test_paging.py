"""Long texts on pages: in their order, never cut through, a heading never alone at the foot."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.content.place import NOWHERE
from toolkit.language import Said
from toolkit.paper.setting.blocks import Block, Gap, Passage, Stack
from toolkit.paper.setting.paging import Piece, filled, leaves, prose
from toolkit.paper.setting.sheet import SLACK, Box, Spot
from toolkit.paper.type.flow import Run
from toolkit.paper.type.trouble import Unprintable

ROOM = Box(0, 0, 300, 100)
SPOT = Spot(Said("the text", {}), NOWHERE)


def _stacked(parts: tuple[Block, ...]) -> Block:
    return Stack(parts)


PIECES = st.lists(
    st.builds(
        lambda high, before, tied, near, fresh, bound: Piece(
            Gap(high), before, tied=tied, near=near, fresh=fresh, bound=_stacked if bound else None
        ),
        st.integers(1, 30),
        st.integers(0, 9),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    ),
    max_size=40,
)


def _flat(block: Block) -> list[Block]:
    if isinstance(block, Stack):
        return [one for part in block.blocks for one in _flat(part)]
    return [block]


@given(PIECES)
def test_every_piece_stands_on_a_page_once_and_in_order(pieces: list[Piece]) -> None:
    """And no page is higher than its room."""
    try:
        found = list(filled(pieces, ROOM, SPOT))
    except Unprintable:
        return
    ours = {id(piece.block) for piece in pieces}
    there = [one for page in found for one in _flat(page) if id(one) in ours]
    assert [id(one) for one in there] == [id(piece.block) for piece in pieces]
    assert all(page.height <= ROOM.height + SLACK for page in found)


@given(PIECES)
def test_what_is_tied_stays_together(pieces: list[Piece]) -> None:
    """A piece that is tied stands on the page of the next one."""
    try:
        found = list(filled(pieces, ROOM, SPOT))
    except Unprintable:
        return
    page_of = {id(one): at for at, page in enumerate(found) for one in _flat(page)}
    for piece, after in pairwise(pieces):
        if piece.tied:
            assert page_of[id(piece.block)] == page_of[id(after.block)]


def test_pieces_that_are_near_part_only_where_a_page_cannot_hold_both() -> None:
    """Together on the next page if they fit there; else each where there is room."""
    fits = [Piece(Gap(60)), Piece(Gap(30), near=True), Piece(Gap(50))]
    assert [page.height for page in filled(fits, ROOM, SPOT)] == [60, 80]
    too_much = [Piece(Gap(60)), Piece(Gap(30), near=True), Piece(Gap(90))]
    assert [page.height for page in filled(too_much, ROOM, SPOT)] == [90, 90]


def test_a_head_is_repeated_where_a_table_goes_on() -> None:
    """On each page but the first, whose head is a row of its own."""
    head = Gap(10)
    rows = [Piece(Gap(40), head=head, bound=_stacked) for _ in range(4)]
    table = [Piece(head, tied=True, bound=_stacked), *rows]
    found = [_flat(page) for page in filled(table, ROOM, SPOT)]
    assert [page[0] is head for page in found] == [True, True]
    assert [len(page) for page in found] == [3, 3]


def test_a_piece_that_no_page_can_hold_is_refused() -> None:
    """Nothing is cut through."""
    with pytest.raises(Unprintable):
        list(filled([Piece(Gap(101))], ROOM, SPOT))


def test_a_page_names_the_part_that_goes_on_there() -> None:
    """Its own first part if it begins with one, else that of the page before."""
    pieces = [
        Piece(Gap(60), name="one"),
        Piece(Gap(60)),
        Piece(Gap(30), name="two"),
        Piece(Gap(90)),
    ]
    found = [(leaf.names, leaf.running) for leaf in leaves(pieces, ROOM, SPOT)]
    assert found == [(("one",), "one"), (("two",), "one"), ((), "two")]


@given(st.integers(1, 60), st.integers(0, 90))
def test_a_paragraph_goes_on_over_the_page_but_never_with_one_line_alone(
    many: int, used: int
) -> None:
    """Its lines are joined again, on each page to one passage."""
    told = (Run(" ".join(["kata"] * many)),)
    pieces = prose(told, 12, 60)
    lines = len(pieces)
    found = [*filled([Piece(Gap(used)), *pieces] if used else pieces, ROOM, SPOT)]
    parts = [one for page in found for one in _flat(page) if isinstance(one, Passage)]
    assert sum(len(one.lines) for one in parts) == lines
    if lines > 1:
        assert all(len(one.lines) > 1 for one in parts)
