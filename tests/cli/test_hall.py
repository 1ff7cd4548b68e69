"""`cekdulu hall`: the app at the set-up of a session, in a real terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from toolkit.language import Language

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]


def test_an_unknown_lesson_is_told_before_the_missing_terminal(tmp_path: Path) -> None:
    """What is to be mended first is said first."""
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "--lang", "en", "--data", str(tmp_path), "learn", "nope"],
        cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no lesson nope." in done.stderr
    assert "terminal" not in done.stderr


def test_without_a_terminal_it_says_what_to_do(tmp_path: Path) -> None:
    """As the app does: exit 2, a sentence on stderr, and nothing on disk or stdout."""
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "--lang", "en", "--data", str(tmp_path / "data"), "hall"],
        cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "The app needs a terminal window." in done.stderr
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_the_power_fails_in_the_set_up_and_in_the_session(tmp_path: Path) -> None:
    """Killed while typing, the fields are there again; killed in the session, it is offered."""
    from terminal import Terminal

    command = [sys.executable, "-m", "toolkit", "--lang", "en", "--data", str(tmp_path), "hall"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}

    def opened() -> Terminal:
        return Terminal(command, env=env, cwd=tmp_path, columns=60, rows=18)

    with opened() as first:
        first.wait_for("A session in the hall", "Begin")
        first.press("Suka Maju\r30")
        first.wait_for("Suka Maju\n", "30_")
        os.kill(first.pid, signal.SIGKILL)
        first.ended()
    with opened() as second:
        second.wait_for("A session in the hall", "Suka Maju", "30")
        second.press("\x1b[6~")
        second.wait_for("Welcome, Suka Maju")
        os.kill(second.pid, signal.SIGKILL)
        second.ended()
    with opened() as third:
        third.wait_for("A session was left open", "Suka Maju", "It stands at: Opening.")
        third.press("1")
        third.wait_for("Welcome, Suka Maju")
        third.press("\x1b[21~")
        assert third.ended() == 0
        assert "The session is kept and still open." in third.text


def test_the_help_says_what_is_needed(run: Run, lang: Language) -> None:
    """One laptop, and nothing else."""
    code, out, _ = run("--lang", lang.code, "hall", "--help")
    assert code == 0
    assert "laptop" in out
