"""Formatting: one order and one layout for every file, and nothing lost on the way."""

from __future__ import annotations

from pathlib import Path as File
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from samples import ALL_PLAYED, LESSON, OFFERS, OTHER_KINDS, QUIZ, SCENARIO
from untidy import Path, Remark, Untidy

from toolkit.content.builtin import builtin_root, yaml_files
from toolkit.content.formatting.dissecting import dissected
from toolkit.content.formatting.key_order import Inside
from toolkit.content.formatting.layout import laid_out
from toolkit.content.formatting.pieces import Unsure
from toolkit.content.formatting.proven import formatted
from toolkit.content.place import Severity
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import nodes
from toolkit.content.shaping.file_kind import file_shape
from toolkit.content.shaping.schema import Record

ROOT = builtin_root()
OURS = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in yaml_files(ROOT)}
SMALL = {
    "lessons/ship.yaml": LESSON,
    "quizzes/ship.yaml": QUIZ,
    "quizzes/other.yaml": OTHER_KINDS,
    "quizzes/played.yaml": ALL_PLAYED,
    "quizzes/offers.yaml": OFFERS,
    "quizzes/uncle.yaml": SCENARIO,
}
FILES = OURS | SMALL
SEEDS = st.integers(0, 2**32)


def inside(name: str, text: str) -> Inside:
    """The shape of what a file holds."""
    desk = Desk(name)
    top = nodes(text, desk)
    assert top is not None
    return file_shape(top, File(name), desk)


def lesson(text: str) -> str:
    """The lesson's canonical form."""
    return formatted(text, inside("lessons/ship.yaml", LESSON))


def says(text: str) -> Any:
    """What a file says, whatever the order of its keys, as PyYAML alone reads it."""
    return _says(yaml.compose(text, Loader=yaml.CSafeLoader))


def _says(node: yaml.Node) -> Any:
    if isinstance(node, yaml.ScalarNode):
        return node.value, bool(node.style)
    if isinstance(node, yaml.SequenceNode):
        return [_says(one) for one in node.value]
    return {key.value: _says(value) for key, value in node.value}


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


@pytest.mark.parametrize("name", OURS)
def test_our_files_come_back_from_any_order_and_spacing(name: str) -> None:
    """To the same bytes."""
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


@settings(max_examples=150)
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


# --- layout, one thing at a time


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("order: 9", "order:    9   "),
        ("title: {id: Kerja di kapal, en: Working", "title: { en: Working"),
        ("objectives: [ship.papers]", "objectives:   [  ship.papers ]"),
        ("- {page: papers}\n    - {page", "-   {page: papers}\n    -\n      {page"),
        ("    priority: must", "    priority:\n\n       must"),
        ("icon: boat\n", "icon: boat\n\n\n\n"),
        ("takeaways:\n  - ", "takeaways:\n- "),
    ],
)
def test_spaces_and_empty_lines_become_the_usual_ones(old: str, new: str) -> None:
    """One space after each sign, two for each step, one empty line at most; brackets stay."""
    assert old in LESSON
    untidy = LESSON.replace(old, new)
    if "{ en" in new:
        untidy = untidy.replace("on ships}", "on ships , id: Kerja di kapal }")
    assert lesson(untidy).replace("boat\n\n", "boat\n") == LESSON


@pytest.mark.parametrize("end", ["", "\n\n\n", "\n  \n"])
def test_a_file_ends_with_one_line_end(end: str) -> None:
    """However many there were."""
    assert lesson(LESSON.rstrip("\n") + end) == LESSON


SAY = LESSON.replace("    say: {id: Mari kita baca., en: Let us read.}\n", "{say}\n")


@pytest.mark.parametrize(
    ("untidy", "tidy_one"),
    [
        (
            "    say: >-  # baca pelan\n          Satu # bukan catatan\n            dua\n\n\n          tiga\n",
            "    say: >-  # baca pelan\n      Satu # bukan catatan\n        dua\n\n\n      tiga\n",
        ),
        (
            "    say:   |4-\n          Satu\n        dua\n    # sesudah\n",
            "    say: |4-\n          Satu\n        dua\n    # sesudah\n",
        ),
        ("    say: |+\n     Satu\n\n\n", "    say: |+\n      Satu\n\n\n"),
        (
            '    say: "Satu\\\n         dua \\\n         tiga\\ \n\n\n        empat"  # akhir',
            '    say: "Satu\\\n      dua \\\n      tiga\\ \n\n\n      empat"  # akhir',
        ),
        ("    say: 'Jum''at\n      pagi'", "    say: 'Jum''at\n      pagi'"),
        ("    say: Satu\n     dua\n            tiga", "    say: Satu\n      dua\n      tiga"),
        ("    say: # kata\n     # dua\n        Satu", "    say: # kata\n      # dua\n      Satu"),
        (
            "    say: {id: Satu,\n          # dua, tiga\n          en: One  }",
            "    say: {id: Satu,\n          # dua, tiga\n          en: One  }",
        ),
    ],
)
def test_texts_over_several_lines_only_move_sideways(untidy: str, tidy_one: str) -> None:
    """Their words, line ends and comments stay; what is no comment is not taken for one."""
    before = SAY.replace("{say}", untidy)
    assert lesson(before) == SAY.replace("{say}", tidy_one)
    assert says(lesson(before)) == says(before)


@pytest.mark.parametrize("top", ["# a\n", "# a\n# b\n\n", "# a\n\n# b\n", "--- # a\n"])
def test_the_files_own_comment_stays_at_its_top(top: str) -> None:
    """Also where the first key moves away from it."""
    moved = LESSON.replace("lesson: ship\norder: 9\n", "order: 9\nlesson: ship\n")
    new = lesson(top + moved)
    assert new.startswith(top.partition("\n\n")[0].rstrip())
    assert says(new) == says(LESSON)
    assert ("# b\norder: 9" in new) == ("\n\n# b" in top)


def test_comments_in_brackets_keep_their_keys_where_they_are() -> None:
    """Between commas nobody can tell what a comment is about, so nothing moves there."""
    text = LESSON.replace("{id: Surat, en: Papers}", "{en: Papers, # inggris\n      id: Surat}")
    assert lesson(text) == text


def test_what_comes_after_the_last_key_goes_with_it_or_stays_at_the_end() -> None:
    """Right below the key it moves along; after an empty line it closes the group."""
    text = LESSON.replace(
        "    minutes: 5\n    text: {id: Menyebut surat, en: Name the papers}\n",
        "    text: {id: Menyebut surat, en: Name the papers}\n    minutes: 5\n    # lima\n\n    # habis\n",
    )
    assert (
        "    minutes: 5\n    # lima\n\n    text: {id: Menyebut surat, en: Name the papers}\n\n    # habis\npages:"
    ) in lesson(text)


# --- the proof


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# dua", "# tiga"),
        ("# dua", ""),
        ("# dua\nicon: boat", "icon: boat\n# dua"),
        ("# satu", "# dua"),
        ("order: 9", 'order: "9"'),
        ("boat", "plane"),
        ("Baca dulu suratnya.", "Baca dulu."),
        ("order: 9\n", ""),
        ("- {page: papers}", "- {page: papers, more: [a]}"),
    ],
)
def test_a_mistake_of_ours_would_be_caught(
    monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    """If the new text lost a word or a comment, or moved one to another key, none is given."""
    from toolkit.content.formatting import proven

    good = proven.laid_out
    monkeypatch.setattr(proven, "laid_out", lambda *given: good(*given).replace(old, new, 1))
    text = "# berkas\n" + LESSON.replace("icon: boat", "# dua\nicon:  boat  # satu")
    assert old in good(proven.dissected(text), None)
    with pytest.raises(Unsure):
        lesson(text)


@pytest.mark.parametrize("odd", ["? lesson\n: ship\n", "lesson: &x ship\n", "{lesson: ship}\n"])
def test_what_nobody_writes_is_left_alone(odd: str) -> None:
    """Rather than guessed at; the line is named."""
    with pytest.raises(Unsure) as doubt:
        formatted(odd, None)
    assert doubt.value.line == 1


@pytest.mark.parametrize("name", ["lessons/reference/contacts.yaml", "print/products.yaml"])
def test_it_works_without_libyaml_too(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader in pure Python, twenty times slower, gives the same places."""
    from toolkit.content.formatting import cursor, proven

    shape = inside(name, OURS[name])
    usual = formatted(Untidy(Random(3), remarks=False).file(OURS[name]), shape)
    monkeypatch.setattr(cursor, "_LOADER", yaml.SafeLoader)
    monkeypatch.setattr(proven, "_LOADER", yaml.SafeLoader)
    assert formatted(Untidy(Random(4), remarks=False).file(OURS[name]), shape) == usual
