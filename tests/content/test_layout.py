"""One slip with whole lines: few messages, none far away; and each says what was lost."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from broken_files import builtin_read_once
from mutants import judge, mutant, sources
from samples import LESSON
from yaml_slips import LAYOUT, Kind

from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.content.place import Problem

Write = Callable[[str, str | bytes], Path]
SEED = 20261122
EACH = 25

PAGE = LESSON.replace(
    "    title: {id: Surat, en: Papers}\n",
    "    title:\n      id: Surat apa?\n      en: Which papers?\n",
).replace(
    "    say: {id: Mari kita baca., en: Let us read.}\n",
    "    say:\n      id: Mari kita baca.\n      en: Let us read.\n",
)


@cache
def told_of(kind: Kind, root: Path) -> Counter[int]:
    """How many problems are told of so many lessons and quizzes with one such slip each."""
    dice = random.Random(SEED)
    texts = {name: text.split("\n") for name, text in sources().items() if "reference" not in name}
    found: Counter[int] = Counter()
    with builtin_read_once():
        for _ in range(EACH):
            one = mutant(kind, texts, dice)
            found[len(judge(one.file, one.text, one.lines, root).told)] += 1
    return found


@pytest.mark.parametrize("kind", LAYOUT, ids=lambda kind: kind.__name__)
def test_a_slip_with_whole_lines_is_told_once_or_twice(kind: Kind, tmp_path: Path) -> None:
    """In nine of ten files; and never does it bring about an avalanche."""
    found = told_of(kind, tmp_path)
    assert sum(many for count, many in found.items() if count <= 2) >= 0.9 * EACH, found
    assert max(found) <= 6, found


def told(write: Write, text: str) -> list[Problem]:
    """The problems of a lesson."""
    root = write("lessons/ship.yaml", text)
    found = open_library(root, RELEASED).problems
    return [one for one in found if str(root) in one.place.file and one.rule != "left-out"]


@pytest.mark.parametrize("key", ["title", "say"])
def test_a_deleted_key_line_is_named(write: Write, key: str) -> None:
    """Also where the file shows no other like it: the record knows what comes there."""
    (one,) = told(write, PAGE.replace(f"    {key}:\n", ""))
    assert one.rule == "lost-key"
    assert f"    {key}:" in str(one.mend)


def test_a_key_below_its_own_first_line_is_put_above(write: Write) -> None:
    """Two lines that changed places are one message."""
    (one,) = told(
        write,
        PAGE.replace("    title:\n      id: Surat apa?\n", "      id: Surat apa?\n    title:\n"),
    )
    assert (one.rule, one.place.line) == ("lost-key", 14)


def test_a_language_on_the_line_of_its_key_gets_a_line_of_its_own(write: Write) -> None:
    """`title: id: …` is one message, and the edit mends it."""
    (one,) = told(write, PAGE.replace("    title:\n      id: Surat", "    title: id: Surat"))
    assert (one.rule, one.place.line) == ("two-keys", 14)
    assert one.edit is not None
    assert one.edit.text == "\n      "


def test_a_note_at_the_margin_is_not_mended_into_a_text(write: Write) -> None:
    """It is told as a note, without an edit that would print it."""
    (one,) = told(
        write, PAGE.replace("      en: Let us read.\n", "      en: Let us read.\ntolong dicek ya\n")
    )
    assert (one.rule, one.edit) == ("missing-colon", None)


def test_what_is_repeated_by_a_name_is_told_in_the_same_run(write: Write) -> None:
    """With what to write in its place."""
    text = LESSON.replace("contacts: [polri-110]", "contacts: &c [polri-110]").replace(
        "sources: [uu-18-2017]", "sources: *c"
    )
    found = [one for one in told(write, text) if one.rule == "anchor"]
    assert [one.place.line for one in found] == [28, 29]
    assert found[1].edit is not None
    assert found[1].edit.text == "[polri-110]"


def test_what_is_to_be_typed_is_never_endless(write: Write) -> None:
    """A colon far down in an endless text quotes three hundred letters of it at most."""
    noise = "".join(f"    {'kata ' * 200}\n" for _ in range(20))
    found = told(write, LESSON.replace(SAY, f"    say: Mari\n  {noise}      lihat: ini\n"))
    assert found
    assert all(len(str(one.mend)) < 1200 for one in found)


SAY = "    say: {id: Mari kita baca., en: Let us read.}\n"
