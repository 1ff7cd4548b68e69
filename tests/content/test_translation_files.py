"""Translation files that are no good: told at their line, and nothing of them is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from content.translated import JV, TITLE, javanese, po
from samples import LESSON

from toolkit.content.load import open_library

Write = Callable[[str, str | bytes], Path]


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (po((TITLE, "Kerja", "Gawe")).replace('"Gawe"', '"Gawe'), 7, 8),
        (po((TITLE, "Kerja", "Gawe")).replace('"Gawe"', 'Gawe"'), 7, 8),
        (po((TITLE, "Kerja", 'kapal "gedhe" iku')), 7, 8),
        (po((TITLE, "Kerja", "Gawe")).replace('msgstr "G', 'mgstr "G'), 7, 1),
        (po((TITLE, "Kerja", "Gawe")).replace('msgid "Kerja"\n', ""), 6, 1),
        (po((TITLE, "Kerja", "Gawe")).replace('msgstr "Gawe"', ""), 5, 1),
        (po((TITLE, "Kerja", "Gawe")) + 'msgid_plural "x"\n', 8, 1),
        (po((TITLE, "Kerja", "Ga\x1b[2Jwe")), 7, 11),
        ('"orphan"\n', 1, 1),
        (b"\x00\xff\xfe" * 400, 0, 0),
        ("x" * (2 * 1024 * 1024 + 1), 0, 0),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_and_left_out(
    content: str | bytes, line: int, column: int, write: Write
) -> None:
    """At the line that is wrong; lessons open all the same."""
    write("lessons/ship.yaml", LESSON)
    root = write(JV, content)
    loaded = open_library(root)
    assert loaded.left_out == (f"{root}/{JV}",)
    assert "ship" in loaded.library.lessons
    assert loaded.library.languages == ("id", "en")
    at = [(one.place.line, one.place.column) for one in loaded.errors]
    assert at == [(line, column)]


@pytest.mark.parametrize(
    "broken",
    ['msgstr "Gawe', 'msgstr Gawe"', 'msgstr "kapal "gedhe" iku"', 'msgstr "a \\"', 'mgstr "a"'],
)
def test_a_lost_quotation_mark_is_mended_as_told(broken: str, write: Write) -> None:
    """What the message tells to write makes the file whole."""
    root = write(JV, po((TITLE, "Kerja", "Gawe")).replace('msgstr "Gawe"', broken))
    (problem,) = open_library(root).errors
    assert problem.rule == "broken-translations"
    edit = problem.edit
    assert edit.text in problem.mend.values["line"]
    lines = (root / JV).read_text().split("\n")
    line = lines[edit.line - 1]
    lines[edit.line - 1] = line[: edit.column - 1] + edit.text + line[edit.end_column - 1 :]
    write(JV, "\n".join(lines))
    assert not open_library(root).errors


@pytest.mark.parametrize("name", ["jawa.po", "id.po", "xx.po", "JV.po", "pt_br.po"])
def test_a_file_is_named_after_its_language(name: str, write: Write) -> None:
    """Else nobody knows whom it is for."""
    loaded = open_library(write(f"lessons/translations/{name}", po((TITLE, "a", "b"))))
    assert [one.rule for one in loaded.errors] == ["translation-language"]
    assert loaded.library.languages == ("id", "en")


def test_guesses_and_empty_entries_are_not_shown(write: Write) -> None:
    """A translator who is not sure has not said it yet."""
    write("lessons/ship.yaml", LESSON)
    guess = po((TITLE, "Kerja di kapal", "Gawe"), flags="#, fuzzy\n")
    loaded = open_library(write(JV, guess))
    assert javanese(loaded, loaded.library.lessons["ship"].title)[1]
    loaded = open_library(write(JV, po((TITLE, "Kerja di kapal", ""))))
    assert javanese(loaded, loaded.library.lessons["ship"].title)[1]
