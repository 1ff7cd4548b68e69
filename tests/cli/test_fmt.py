"""cekdulu fmt: shows what would change, writes only when told to, and never half."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from samples import LESSON, QUIZ

from toolkit import console, disk
from toolkit.language import Language

Run = Callable[..., tuple[int, str, str]]
Write = Callable[[str, str | bytes], Path]

UNTIDY = LESSON.replace("order: 9\nicon: boat\n", "icon:   boat  # perahu\norder: 9\n")
TIDY = LESSON.replace("icon: boat\n", "icon: boat  # perahu\n")


@pytest.fixture
def ship(write: Write) -> Path:
    """An untidy lesson in a trainer's library."""
    return write("lessons/ship.yaml", UNTIDY) / "lessons" / "ship.yaml"


def test_what_would_change_is_shown_and_not_written(run: Run, ship: Path, lang: Language) -> None:
    """A unified diff on stdout, exit 0, and how to write it; the file stays as it is."""
    code, out, err = run("--lang", lang.code, "fmt", ship)
    assert code == 0
    assert out.splitlines() == [
        f"--- {ship}",
        f"+++ {ship}",
        "@@ -1,6 +1,6 @@",
        " lesson: ship",
        "-icon:   boat  # perahu",
        " order: 9",
        "+icon: boat  # perahu",
        " title: {id: Kerja di kapal, en: Working on ships}",
        " about: {id: Sebelum naik kapal., en: Before you board.}",
        " objectives:",
    ]
    assert f'cekdulu fmt --write "{ship}"' in err
    assert ship.read_text() == UNTIDY


@pytest.mark.parametrize("end", ["\n", ""])
def test_the_difference_can_be_applied_by_patch(
    run: Run, write: Write, tmp_path: Path, end: str
) -> None:
    """It is the format that other tools know, also where the last line has no end."""
    ship = write("lessons/ship.yaml", UNTIDY.rstrip("\n") + end) / "lessons" / "ship.yaml"
    _, out, _ = run("fmt", ship)
    copy = tmp_path / "copy.yaml"
    shutil.copy(ship, copy)
    subprocess.run(["patch", "-s", copy], input=out.encode(), check=True)
    assert copy.read_text() == TIDY


def test_told_to_write_it_writes_and_names_the_file(run: Run, ship: Path) -> None:
    """Once written there is nothing more to change; the file keeps its mode."""
    ship.chmod(0o640)
    assert run("fmt", "--write", ship) == (0, f"{ship}\n", "")
    assert ship.read_text() == TIDY
    assert ship.stat().st_mode & 0o777 == 0o640
    code, out, err = run("--lang", "en", "fmt", "--write", ship)
    assert (code, out, err) == (0, "", "1 file, and nothing to change.\n")
    assert [file.name for file in ship.parent.iterdir()] == ["ship.yaml"]


def test_folders_and_libraries_are_done_as_a_whole(run: Run, ship: Path, write: Write) -> None:
    """Each file once, however often it is named."""
    root = write("quizzes/ship.yaml", QUIZ)
    _, out, _ = run("fmt", "--write", root, root / "lessons", ship)
    assert out == f"{ship}\n"
    ship.write_text(UNTIDY)
    code, out, _ = run("--lang", "en", "--library", root, "fmt", "--write")
    assert (code, out) == (0, f"{ship}\n")
    assert "2 files" in run("--lang", "en", "fmt", root / "quizzes", root / "lessons")[2]


@pytest.mark.parametrize("folder", ["", "lessons", "quizzes"])
def test_a_file_is_found_from_wherever_the_person_stands(
    run: Run, ship: Path, write: Write, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    """Named from any folder of the library."""
    root = write("quizzes/ship.yaml", QUIZ)
    monkeypatch.chdir(root / folder)
    assert run("fmt", "--write", os.path.relpath(ship))[0] == 0
    assert ship.read_text() == TIDY


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (UNTIDY.replace("icon:", "icno:"), "cekdulu check"),
        (UNTIDY.replace("{id: Surat", "{id: Surat: x"), "cekdulu check"),
        (UNTIDY + "title: {id: a, en: b}\n", "cekdulu check"),
        ("", "cekdulu check"),
        ("? lesson\n: ship\n" + UNTIDY.partition("\n")[2], "key: text"),
    ],
)
def test_a_file_that_is_not_sure_to_be_kept_is_left_as_it_is(
    run: Run, ship: Path, write: Write, broken: str, told: str
) -> None:
    """Exit 1 and what to do, not a byte changed; the other files are done."""
    other = write("lessons/other.yaml", broken) / "lessons" / "other.yaml"
    code, out, err = run("--lang", "en", "fmt", "--write", other, ship)
    assert code == 1
    assert out == f"{ship}\n"
    assert "is left as it is" in err
    assert told in err
    assert other.read_text() == broken


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("utf-8-sig", "invisible"), ("utf-16", "UTF-16"), ("cp1252", "Windows-1252")],
)
def test_however_it_was_saved_it_becomes_utf_8_and_that_is_said(
    run: Run, write: Write, encoding: str, told: str
) -> None:
    """Only when told to write; accents and quotation marks are the same afterwards."""
    words = LESSON.replace("Baca dulu suratnya.", "Baca “surat” di café.")
    ship = write("lessons/ship.yaml", words.encode(encoding)) / "lessons" / "ship.yaml"
    code, out, err = run("--lang", "en", "fmt", ship)
    assert (code, out) == (0, "")
    assert told in err
    assert ship.read_bytes() == words.encode(encoding)
    assert told in run("--lang", "en", "fmt", "--write", ship)[2]
    assert ship.read_bytes() == words.encode()


def test_what_cannot_be_read_without_loss_is_left(run: Run, write: Write) -> None:
    """Half a character at the end of UTF-16 would become a question mark: it does not."""
    half = (LESSON + "# x").encode("utf-16") + b"\x41"
    ship = write("lessons/ship.yaml", half) / "lessons" / "ship.yaml"
    assert run("fmt", "--write", ship)[0] == 1
    assert ship.read_bytes() == half


def test_a_file_keeps_the_line_ends_of_its_system(run: Run, write: Write) -> None:
    """An old Notepad shows other line ends as one long line; a mixture is made one."""
    ship = write("lessons/ship.yaml", UNTIDY.replace("\n", "\r\n")) / "lessons" / "ship.yaml"
    assert "\r" not in run("fmt", ship)[1]
    run("fmt", "--write", ship)
    assert ship.read_bytes() == TIDY.replace("\n", "\r\n").encode()
    ship.write_bytes(TIDY.replace("\n", "\r\n", 3).encode())
    code, out, err = run("--lang", "en", "fmt", "--write", ship)
    assert (code, out) == (0, f"{ship}\n")
    assert "only line ends" in err
    assert ship.read_bytes() == TIDY.encode()


def test_a_link_stays_a_link(run: Run, ship: Path) -> None:
    """What it leads to is written."""
    link = ship.with_name("link.yaml")
    link.symlink_to(ship)
    run("fmt", "--write", link)
    assert link.is_symlink()
    assert ship.read_text() == TIDY


def test_what_somebody_saved_meanwhile_is_not_written_over(
    run: Run, ship: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Saved in Notepad between reading and writing: Notepad wins, and that is said."""
    from toolkit.content.formatting import drafts

    formatted = drafts.formatted

    def while_notepad_saves(*given: object) -> str:
        ship.write_text(LESSON + "# baru\n")
        return formatted(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(drafts, "formatted", while_notepad_saves)
    code, out, err = run("--lang", "en", "fmt", "--write", ship)
    assert (code, out) == (1, "")
    assert "just been changed" in err
    assert ship.read_text() == LESSON + "# baru\n"


def test_a_full_disk_costs_nothing(run: Run, ship: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit 3, the reason, and the file as it was, without litter beside it."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "fsync", full)
    code, _, err = run("fmt", "--write", ship)
    assert code == 3
    assert "flashdisknya penuh" in err
    assert ship.read_text() == UNTIDY
    assert [file.name for file in ship.parent.iterdir()] == ["ship.yaml"]


def test_a_power_cut_before_the_last_step_leaves_the_old_file(ship: Path) -> None:
    """The new one is whole under another name first; the program dies before it gets its own."""
    dying = "import os, pathlib; pathlib.Path.replace = os.replace = lambda *_: os._exit(9)"
    call = f"{dying}; from toolkit.cli import main; main(['fmt', '--write', {str(ship)!r}])"
    assert subprocess.run([sys.executable, "-c", call], check=False).returncode == 9
    assert ship.read_text() == UNTIDY
    (left,) = (file for file in ship.parent.iterdir() if file != ship)
    assert left.name.startswith(".")
    assert left.read_text() == TIDY


def test_colour_is_for_terminals_only(
    run: Run, ship: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a pipe there is none; on a terminal what goes is red and what comes is green."""
    assert "\x1b" not in run("fmt", ship)[1]
    monkeypatch.setattr(console, "_coloured", lambda: True)
    out = run("fmt", ship)[1]
    assert "\x1b[31m-icon:   boat  # perahu\x1b[0m" in out
    assert "\x1b[32m+icon: boat  # perahu\x1b[0m" in out


@pytest.mark.parametrize(
    ("path", "named"),
    [("nowhere.yaml", "nowhere.yaml"), ("lessons/notes.txt", ".yaml"), ("..", "lessons, quizzes")],
)
def test_a_wrong_call_names_what_can_be_named(
    run: Run, ship: Path, monkeypatch: pytest.MonkeyPatch, path: str, named: str
) -> None:
    """Exit 2, and nothing is done to the files that were named rightly."""
    monkeypatch.chdir(ship.parent.parent)
    Path("lessons/notes.txt").write_text("x")
    code, out, err = run("fmt", "--write", ship, path)
    assert (code, out) == (2, "")
    assert named in err
    assert ship.read_text() == UNTIDY


def test_without_a_library_of_ones_own_it_asks_for_a_file(run: Run, lang: Language) -> None:
    """The built-in library is not what somebody means who names nothing."""
    code, out, err = run("--lang", lang.code, "fmt")
    assert (code, out) == (2, "")
    assert lang.gettext("Name a file:  cekdulu fmt my-library/lessons/ship.yaml") in err


def test_help_teaches(run: Run, lang: Language) -> None:
    """What it does, what it never does, and an example."""
    code, out, _ = run("--lang", lang.code, "fmt", "--help")
    assert code == 0
    assert "--write" in out
    assert "/lessons/" in out


def test_what_new_writes_is_in_order_already(run: Run, tmp_path: Path, lang: Language) -> None:
    """A trainer's first file needs no tidying, notes and all."""
    (tmp_path / "lessons").mkdir()
    for kind in ("lesson", "quiz"):
        own = ("--lang", lang.code, "--library", tmp_path)
        assert run(*own, "new", kind, "pasar")[0] == 0
    code, out, _ = run("fmt", tmp_path)
    assert (code, out) == (0, "")
