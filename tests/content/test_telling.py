"""A problem as lines: what stands there, a caret under it, and words that can be mended by."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.content.excerpts import with_excerpts
from toolkit.content.place import Place, Problem, Severity
from toolkit.content.telling import WIDEST, as_text, told
from toolkit.language import language, said

ROOT = Path(__file__).parent.parent.parent
ENGLISH = language("en")


def lines(text: str, line: int, column: int, what: str = "This is wrong.") -> list[str]:
    """The lines of a problem at a place of a file with `text`."""
    place = Place("a.yaml", line, column)
    problem = Problem(place, "rule", said("{what}", what=what), said("Write:  right"))
    (shown,) = with_excerpts([problem], {"a.yaml": text})
    return as_text(shown, ENGLISH).split("\n")


def test_the_caret_stands_under_the_very_letter() -> None:
    """With the line before, for whoever looks for the place with their eyes."""
    assert lines("lesson: ship\nicon: boot\n", 2, 7) == [
        "a.yaml:2:7  [rule]  icon",
        "  1 | lesson: ship",
        "  2 | icon: boot",
        "    |       ^ This is wrong.",
        "  Mend it: Write:  right",
    ]


@pytest.mark.parametrize("before", ["漢字: ", "e\u0301: ", "\t", "ü: ", "🚢 "])
def test_the_caret_counts_cells_not_letters(before: str) -> None:
    """Wide letters, joined marks and tabs move it as they move the line."""
    _, line, caret, *_ = lines(before + "x", 1, len(before) + 1)
    cells = [
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in line
    ]
    assert sum(cells[: line.rindex("x")]) == caret.index("^")


def test_a_long_line_is_shown_around_the_caret() -> None:
    """No line of an excerpt is wider than a screen, and the place is always in it."""
    text = "key: " + "kata " * 300 + "SALAH" + " kata" * 300
    at = text.index("SALAH")
    _, line, caret, *_ = lines(text, 1, at + 1)
    assert len(line) <= WIDEST + 8
    assert line[caret.index("^") :].startswith("SALAH")
    assert line.count("…") == 2


def test_a_long_sentence_far_to_the_right_has_a_line_of_its_own() -> None:
    """It would be broken in the middle of nowhere otherwise; six lines are never exceeded."""
    shown = lines("a: 1\n" + "x" * 60, 2, 50, "This sentence is long, " * 4)
    assert shown[2].endswith("^")
    assert shown[3].startswith("  This sentence")
    assert len(shown) <= 6


def test_the_path_leads_to_the_place() -> None:
    """Keys and ids from the outermost on, in block and in list form."""
    text = (ROOT / "quizzes" / "warning-signs.yaml").read_text()
    at = text.split("\n").index(
        "          id: Biasa saja, semua pekerja baru memang berangkat begitu."
    )
    assert lines(text, at + 1, 15)[0].endswith("questions > ws-01 > options > a > text > id")


def test_a_whole_file_has_no_excerpt() -> None:
    """What is wrong with a file as a whole is said in as few lines."""
    assert lines("a: 1", 0, 0) == ["a.yaml  [rule]", "  This is wrong.", "  Mend it: Write:  right"]


@given(text=st.text(max_size=200), line=st.integers(1, 9), column=st.integers(1, 300))
def test_nothing_typed_can_command_the_terminal(text: str, line: int, column: int) -> None:
    """Whatever stands in a file, its excerpt is printable and at most six lines long."""
    place = Place("a.yaml", line, column)
    problem = Problem(place, "rule", said("x"), said("y"), Severity.WARNING)
    (shown,) = with_excerpts([problem], {"a.yaml": text})
    pieces = told(shown, ENGLISH)
    assert len(pieces) <= 6
    for piece in (piece for line_ in pieces for piece in line_):
        assert not re.search(
            "[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", piece.text
        )
