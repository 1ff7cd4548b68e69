"""Formatting: one order and one layout for every file, and nothing lost on the way."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
import yaml
from content.canonical import FILES, OURS, SEEDS, SMALL, inside, says
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from untidy import Path, Remark, Untidy

from toolkit.content.formatting.dissecting import dissected
from toolkit.content.formatting.layout import laid_out
from toolkit.content.formatting.pieces import Unsure
from toolkit.content.formatting.proven import formatted
from toolkit.content.place import Severity
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import nodes
from toolkit.content.shaping.schema import Record


def keys(node: yaml.Node) -> Any:
    """The keys of a file in their order, and nothing else."""
    if isinstance(node, yaml.SequenceNode):
        return [keys(one) for one in node.value]
    if isinstance(node, yaml.MappingNode):
        return [(key.value, keys(value)) for key, value in node.value]
    return None


# --- our own files


@pytest.mark.parametrize("name", OURS)
def test_in_our_files_at_most_whole_lines_move(name: str) -> None:
    """They are laid out as they should be: no line of theirs would be written otherwise."""
    text = OURS[name]
    new = formatted(text, inside(name, text))
    assert sorted(new.split("\n")) == sorted(text.split("\n"))
    assert says(new) == says(text)


@pytest.mark.parametrize("name", SMALL)
def test_the_order_is_that_of_the_shapes_tables(name: str) -> None:
    """Whatever the order was, the keys come out in that of the shape; list entries stay."""
    text = SMALL[name]
    shape = inside(name, text)
    usual = keys(yaml.compose(formatted(text, shape), Loader=yaml.CSafeLoader))
    for seed in range(20):
        shuffled = Untidy(Random(seed), remarks=False).file(text)
        assert keys(yaml.compose(formatted(shuffled, shape), Loader=yaml.CSafeLoader)) == usual
    assert isinstance(shape, Record)
    assert [key for key, _ in usual] == [key for key in shape.keys if key in dict(usual)]


def comes_back(name: str, seed: int) -> None:
    """Fail unless two untidy forms of a file have the same canonical one."""
    text = FILES[name]
    shape = inside(name, text)
    one, two = (Untidy(Random(seed + n), remarks=False).file(text) for n in (0, 1))
    assert formatted(one, shape) == formatted(two, shape)


LARGEST = {inside(name, OURS[name]): name for name in sorted(OURS, key=lambda one: len(OURS[one]))}
"""Of each kind of file the largest."""


@pytest.mark.parametrize(
    "name",
    [
        name if name in LARGEST.values() else pytest.param(name, marks=pytest.mark.sweep)
        for name in OURS
    ],
)
def test_our_files_come_back_from_any_order_and_spacing(name: str) -> None:
    """To the same bytes; the largest of each kind, and in a sweep all of them."""
    comes_back(name, 7)


@settings(max_examples=100)
@given(name=st.sampled_from([*SMALL]), seed=SEEDS)
def test_any_order_and_spacing_comes_back_to_the_same_bytes(name: str, seed: int) -> None:
    """A file has one canonical form, whoever typed it and however many spaces they like."""
    comes_back(name, seed)


# --- nothing is lost


def keeps_all(name: str, seed: int) -> None:
    """Fail unless an untidy file keeps its words, and each comment at its key."""
    shape = inside(name, FILES[name])
    writer = Untidy(Random(seed))
    untidy = writer.file(FILES[name])
    assume(sound(untidy))
    try:
        new = formatted(untidy, shape)
    except Unsure:
        # Only ever because the reader would then take for a slip what is none.
        assert not sound(laid_out(dissected(untidy), shape))
        return
    assert says(new) == says(untidy)
    assert formatted(new, shape) == new
    assert new.count("#") == untidy.count("#")
    top, lines = yaml.compose(new, Loader=yaml.CSafeLoader), new.split("\n")
    for remark in writer.said:
        stands(remark, top, lines)
    tidy(new, top)


def sound(text: str) -> bool:
    """Does the reader find no error in it?"""
    desk = Desk("")
    nodes(text, desk)
    return all(one.severity is not Severity.ERROR for one in desk.problems)


@settings(max_examples=15)
@given(name=st.sampled_from([*OURS]), seed=SEEDS)
def test_our_files_keep_every_word_and_every_comment(name: str, seed: int) -> None:
    """However untidily they were written and wherever comments stood."""
    keeps_all(name, seed)


@settings(max_examples=75)
@given(name=st.sampled_from([*SMALL]), seed=SEEDS)
def test_every_word_and_every_comment_stays_where_it_belongs(name: str, seed: int) -> None:
    """However untidy a file is and wherever comments stand: the same words, each comment at its key."""
    keeps_all(name, seed)


def stands(remark: Remark, top: yaml.Node, lines: list[str]) -> None:
    """Fail unless a comment stands in the file as it was meant."""
    (at,) = [
        number
        for number, line in enumerate(lines)
        if line.rstrip().endswith(remark.words.rstrip())
        and f"{remark.words.split(' ')[1]}" in line[line.rindex(remark.words.rstrip()) :]
    ]
    first, last = extent(top, remark.way, lines)
    above, below = neighbour(lines, at, -1), neighbour(lines, at, 1)
    if remark.where == "beside":
        assert first <= at <= last, remark
    elif remark.where == "above":
        assert below == first or (
            lines[below].strip() == "-" and neighbour(lines, below, 1) == first
        ), remark
    else:
        assert first <= above <= last < at, remark
        assert not first <= below <= last, remark
    if remark.where == "below":
        assert lines[at - 1].strip(), remark


def extent(top: yaml.Node, way: Path, lines: list[str]) -> tuple[int, int]:
    """The first and the last line of what a way leads to."""
    node = top
    first = node.start_mark.line
    for step in way:
        if isinstance(step, int):
            node = node.value[step]
            first = node.start_mark.line
            while not lines[first].lstrip().startswith("-"):
                first -= 1
        else:
            key, node = next(pair for pair in node.value if pair[0].value == step)
            first = key.start_mark.line
    last = node.end_mark.line
    while last > first and not _inner(node, last, lines):
        last -= 1
    return first, last


def _inner(node: yaml.Node, line: int, lines: list[str]) -> bool:
    """Does the line hold something of the node?"""
    if line == node.end_mark.line and not lines[line][: node.end_mark.column].strip():
        return False
    words = lines[line].strip()
    return bool(words) and not words.startswith("#")


def neighbour(lines: list[str], at: int, step: int) -> int:
    """The nearest line with more than a comment, in one direction; -1 or the end if there is none."""
    at += step
    while 0 <= at < len(lines) and (not lines[at].strip() or lines[at].lstrip().startswith("#")):
        at += step
    return at


def tidy(text: str, top: yaml.Node) -> None:
    """Fail unless the layout is canonical."""
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text
    for line in text.split("\n"):
        assert line == line.rstrip()
    stepped(top, 0)


def stepped(node: yaml.Node, column: int) -> None:
    """Fail unless every key and dash is two spaces to the right of what it is under."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        return
    assert node.start_mark.column == column
    for one in node.value:
        stepped(one[1] if isinstance(one, tuple) else one, column + 2)
