"""Files as they come from Notepad, Word and strangers' sticks: read, or refused kindly."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from records.small_disks import as_nobody, open_to_all
from samples import LESSON

from toolkit.content.files import SourceFile, read_folder
from toolkit.content.place import Severity
from toolkit.content.telling import as_text
from toolkit.language import language

Write = Callable[[str, str | bytes], Path]
TITLE = "title: {id: Kerja di kapal, en: Working on ships}"


def read(write: Write, content: bytes) -> SourceFile:
    """A lesson file with these bytes."""
    (file,) = read_folder(write("lessons/ship.yaml", content), own=True)
    return file


def told(file: SourceFile) -> list[tuple[str, int, int]]:
    """Rule, line and column of each problem."""
    return [(one.rule, one.place.line, one.place.column) for one in file.problems]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_of_notepad_is_read_with_and_without_its_mark(write: Write, encoding: str) -> None:
    """UTF-16 is a warning that says how to save the file; the lesson opens."""
    file = read(write, LESSON.encode(encoding))
    assert told(file) == [("encoding", 0, 0)]
    assert file.sound
    assert file.records


def test_an_old_notepad_s_letters_are_guessed_and_their_place_is_told(write: Write) -> None:
    """Windows-1252: the first odd letter with line and column, and what it probably was."""
    text = LESSON.replace("Kerja di kapal", "Kerja “di” café")
    file = read(write, text.encode("cp1252"))
    assert told(file) == [("encoding", 4, 19)]
    assert "“" in language("en").tell(file.problems[0].what)
    assert "café" in file.text


def test_one_old_letter_among_new_ones_spoils_no_other(write: Write) -> None:
    """Text pasted together from two programs keeps the letters of both."""
    raw = LESSON.encode().replace(b"Kerja di kapal", "Kerja é ".encode() + b"\x93di\x94 kapal")
    assert "Kerja é “di” kapal" in read(write, raw).text


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_machines_count_the_same(write: Write, ends: str) -> None:
    """With the line ends of Windows or of old Macs, places are those of the editor."""
    broken = LESSON.replace("icon: boat", "icon:boat")
    file = read(write, b"\xef\xbb\xbf" + broken.replace("\n", ends).encode())
    assert told(file) == [("no-space-after-colon", 3, 5)]


@pytest.mark.parametrize(
    "sign",
    ["\x00", "\x1b[31m", "\u200b", "\u202e", "\u2028", "\u2029", "\x85", "\ufeff", "\xad", "\x7f"],
)
def test_what_cannot_be_seen_is_named_at_its_place(write: Write, sign: str) -> None:
    """Also those that YAML takes for line ends do not move the lines after them."""
    broken = LESSON.replace("Kerja di", f"Kerja{sign} di").replace("icon: boat", "icon:boat")
    file = read(write, broken.encode())
    assert told(file) == [("hidden-character", 4, 18), ("no-space-after-colon", 3, 5)]
    for problem in file.problems:
        assert as_text(problem, language("id")).replace("\n", "").isprintable()


@pytest.mark.parametrize("spelt", [r"\e[31m", r"\x1b[2J", r"\u202e", r"\0", r"\u200b"])
def test_spelling_a_hidden_character_does_not_hide_it(write: Write, spelt: str) -> None:
    """What a backslash begins in double quotation marks is looked at, too."""
    text = LESSON.replace("id: Kerja di kapal", f'id: "Kerja {spelt} di kapal"')
    file = read(write, text.encode())
    assert told(file) == [("hidden-character", 4, 20)]


def test_a_letter_that_got_lost_is_a_warning(write: Write) -> None:
    """Only the trainer knows which letter it was."""
    file = read(write, LESSON.replace("Kerja", "Ker\ufffda").encode())
    assert told(file) == [("lost-letter", 4, 16)]
    assert file.problems[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04\x14\x00\x06\x00\xff\xfe", b"%PDF-1.7\n%\xe2\xe3\xcf", bytes(300)]
)
def test_a_word_file_by_a_wrong_name_is_one_problem(write: Write, raw: bytes) -> None:
    """Not one for each of its bytes."""
    assert told(read(write, raw)) == [("not-text", 0, 0)]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_pipe_in_a_file_s_place_is_not_waited_for(write: Write) -> None:
    """Opening it would wait for ever for somebody to write."""
    root = write("quizzes/readme.txt", "")
    (root / "lessons").mkdir()
    os.mkfifo(root / "lessons" / "ship.yaml")
    (file,) = read_folder(root, own=True)
    assert told(file) == [("not-a-file", 0, 0)]


@pytest.mark.skipif(sys.platform == "win32", reason="rights do not bind there")
def test_a_file_of_somebody_else_is_told_in_ones_own_language() -> None:
    """The machine's English reason is not shown."""
    # Whoever may do nothing may not even load parts of the program, so it reads once before.
    reads = """
import json
from toolkit.content.files import read_folder
from toolkit.content.telling import as_text
from toolkit.language import language

def told(root):
    (file,) = read_folder(Path(root), own=True)
    return [(one.rule, one.place.line, as_text(one, language("id"))) for one in file.problems]

told(sys.argv[2])
"""
    with open_to_all() as root:
        for name in ("theirs", "ours"):
            (root / name / "lessons").mkdir(parents=True)
            (root / name / "lessons" / "ship.yaml").write_text("lesson: [", encoding="utf-8")
        (root / "theirs" / "lessons" / "ship.yaml").chmod(0)
        tells = "print(json.dumps(told(sys.argv[1])))"
        wrote = as_nobody(reads, tells, root / "theirs", root / "ours")
    ((rule, line, words),) = json.loads(wrote)
    assert (rule, line) == ("unreadable", 0)
    assert "denied" not in words.lower()
