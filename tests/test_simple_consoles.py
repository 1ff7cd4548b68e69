"""Consoles that know few characters: an old Windows code page, and none but ASCII.

What they cannot show becomes a plainer character; it is never an error.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LESSON = "recruitment"

CONSOLES = {
    "windows": {"PYTHONIOENCODING": "cp1252"},
    "dos": {"PYTHONIOENCODING": "cp437"},
    "c": {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}
ENCODINGS = {"windows": "cp1252", "dos": "cp437", "c": "ascii"}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(params=CONSOLES)
def run(request: pytest.FixtureRequest, tmp_path: Path) -> Run:
    """Runs `cekdulu` on one of the consoles: exit code, stdout, stderr, both strictly decoded."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for name in ("PYTHONIOENCODING", "PYTHONUTF8", "LANG", "LC_ALL", "LC_CTYPE"):
        env.pop(name, None)
    env |= CONSOLES[request.param]
    encoding = ENCODINGS[request.param]

    def run(*arguments: str, typed: bytes = b"") -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "toolkit", *arguments],
            cwd=tmp_path, env=env, input=typed, capture_output=True, timeout=120,
        )  # fmt: skip
        out, err = done.stdout.decode(encoding), done.stderr.decode(encoding)
        assert "Traceback" not in err
        assert "cekdulu-fault.log" not in err
        return done.returncode, out, err

    return run


def test_list_is_shown(run: Run) -> None:
    """Lessons, quizzes and products are listed."""
    status, out, _ = run("--lang", "id", "list")
    assert status == 0
    assert LESSON in out


@pytest.mark.parametrize("lang", ["id", "en"])
def test_help_is_shown(run: Run, lang: str) -> None:
    """The help and the help of every command are shown in both languages."""
    for command in ([], ["learn"], ["list"], ["check"], ["print"]):
        status, out, _ = run("--lang", lang, *command, "--help")
        assert status == 0
        assert "cekdulu" in out
    assert "--strict" in out


def test_problems_are_told(run: Run, tmp_path: Path) -> None:
    """A trainer's file with letters of all kinds in its mistakes is told about, letter by letter."""
    folder = tmp_path / "pelajaran-ku" / "lessons"
    folder.mkdir(parents=True)
    written = "lesson: kapal\nikön: “perahu” → ☎ 船 \U0001f6a2 \u0301\n"
    (folder / "kapal.yaml").write_text(written, encoding="utf-8")
    status, out, _ = run("check", "pelajaran-ku")
    assert status == 1
    assert "kapal.yaml:2" in out
    assert "ik" in out


def test_a_lesson_is_played(run: Run) -> None:
    """A lesson is read and a question answered over plain lines, help lines included."""
    status, out, _ = run(
        "--lang", "en", "learn", LESSON, "--plain", typed=b"\n" * 12 + b"h\n1\nl\nq\n"
    )
    assert status == 0
    assert "Question 1 of" in out


def test_typed_letters_of_any_kind_are_no_error(run: Run) -> None:
    """Whatever bytes a keyboard or a pipe sends, the lesson goes on."""
    typed = "é船\n".encode() + b"\x81\xff\n\x00\nq\n"
    status, out, _ = run("--lang", "en", "learn", LESSON, "--plain", typed=typed)
    assert status == 0
    assert "Everything is kept" in out


def test_a_leaflet_is_printed(run: Run, tmp_path: Path) -> None:
    """Printing names its file."""
    status, out, _ = run("print", "leaflet", "--lesson", LESSON, "--out", "out")
    assert status == 0
    assert out.split() == [str(Path("out", f"leaflet-{LESSON}-id-a4.pdf"))]
    assert (tmp_path / out.strip()).is_file()


def test_a_wrong_call_is_told(run: Run) -> None:
    """A wrong name is answered with what there is, in letters that the console has."""
    status, out, err = run("print", "“brosur”")
    assert (status, out) == (2, "")
    assert "leaflet" in err
