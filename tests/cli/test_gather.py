"""cekdulu gather: says what came of it, and names what was left out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ballots import session, vote
from carried import handed

from toolkit.language import Language

Run = Callable[..., tuple[int, str, str]]

FIRST = session(vote("before", "q1", "a12 b18"), uid="a1")
SECOND = session(vote("after", "q1", "a20 b10"), uid="b2")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with one sound file."""
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "cek-dulu-1.cekdulu").write_bytes(handed("1", (FIRST, SECOND)))
    return folder


def test_it_says_what_came_of_it(run: Run, stick: Path, tmp_path: Path) -> None:
    """Files, laptops, and sessions new, known and replaced; quiet in a pipe."""
    told = run("--lang", "en", "--data", tmp_path / "data", "gather", stick)
    assert told == (
        0,
        "Files taken: 1\nLaptops that they are from: 1\nSessions that are new here: 2\n"
        "Sessions that were here already: 0\nSessions of which more is known now: 0\n"
        "Left out: 0\n",
        "",
    )
    again = run("--lang", "en", "--data", tmp_path / "data", "gather", stick, stick)
    assert "new here: 0\nSessions that were here already: 2\n" in again[1]


def test_foreign_files_do_not_matter(run: Run, stick: Path, tmp_path: Path) -> None:
    """They are named, the first ones, and it still ends with 0."""
    for number in range(12):
        (stick / f"photo-{number:02}.jpg").write_bytes(b"\xff\xd8")
    code, _, err = run("--lang", "en", "--data", tmp_path / "data", "gather", stick)
    assert code == 0
    lines = err.splitlines()
    assert lines[0] == "12 other files are none of ours and were left alone:"
    assert lines[1:] == [*(f"  {stick / f'photo-{n:02}.jpg'}" for n in range(10)), "  …"]


def test_what_is_left_out_is_named_with_its_reason(
    run: Run, stick: Path, tmp_path: Path, lang: Language
) -> None:
    """One line each, and it ends with 1; the sound files are taken."""
    (stick / "cut.cekdulu").write_bytes(b"")
    (stick / "newer").write_bytes(handed("1", (FIRST,)).replace(b'"version":1', b'"version":2'))
    code, out, err = run("--lang", lang.code, "--data", tmp_path / "data", "gather", stick)
    assert code == 1
    cut, newer = err.splitlines()
    assert str(stick / "cut.cekdulu") in cut
    assert str(stick / "newer") in newer
    assert out.splitlines()[2].endswith(" 2")
    assert out.splitlines()[-1].endswith(" 2")


def test_a_folder_that_is_not_there_is_told_before_anything_is_read(
    run: Run, stick: Path, tmp_path: Path
) -> None:
    """Exit 2, and not even a journal is begun."""
    code, out, err = run("--data", tmp_path / "data", "gather", stick, tmp_path / "gone")
    assert (code, out) == (2, "")
    assert "gone" in err
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such names")
def test_a_name_from_a_foreign_stick_commands_no_terminal(
    run: Run, stick: Path, tmp_path: Path
) -> None:
    """Escapes and line ends in a file's name are shown as question marks."""
    (stick / "a\x1b[2J\nb\u202e.cekdulu").write_bytes(b"")
    (stick / "c\x1b]0;x\x07").write_bytes(b"")
    _, _, err = run("--lang", "en", "--data", tmp_path / "data", "gather", stick)
    assert "a?[2J?b?.cekdulu" in err
    assert "c?]0;x?" in err
    assert not set("\x1b\x07\u202e") & set(err)


def test_progress_is_shown_on_a_terminal(
    run: Run, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folders that are looked through, then which file of how many; gone at the end."""
    (stick / "copy").write_bytes(handed("2", (FIRST,)))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    _, out, err = run("--lang", "en", "--data", tmp_path / "data", "gather", stick)
    assert err.startswith("\r1  stick\r")
    assert "\r1/2  cek-dulu-1.cekdulu" in err
    assert "\r2/2  copy" in err
    assert err.endswith("\r")
    assert "/2" not in out


def test_a_full_disk_ends_with_3(run: Run, stick: Path, tmp_path: Path) -> None:
    """The journal cannot be written where a file stands in the folder's place."""
    (tmp_path / "file").write_text("")
    code, out, err = run("--lang", "en", "--data", tmp_path / "file", "gather", stick)
    assert (code, out) == (3, "")
    assert "--data DIR" in err
