"""The app in a real terminal: a lesson from the command line, and every way in which it may end."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a Unix matter", allow_module_level=True)

from terminal import F10, Terminal

from toolkit.content.library import Library
from toolkit.content.wording import plain
from toolkit.language import language
from toolkit.records.journal import Journal
from toolkit.session.run import Answered, Turned

ROOT = Path(__file__).parents[2]
PAGE_DOWN, LEFT_THE_SCREEN, CURSOR_SHOWN = "\x1b[6~", b"\x1b[?1049l", b"\x1b[?25h"
LESSON = "recruitment"

BROKEN = """
import sys
from toolkit.cli import main
from toolkit.screen import reading

def broken(page, voice):
    raise RuntimeError("a mistake of ours")

if __name__ == "__main__":
    reading.page_blocks = broken
    sys.exit(main(sys.argv[1:]))
"""

AS_A_WINDOW = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "toolkit", *sys.argv[1:]])
"""
"""Starts `cekdulu` as a terminal window does: hung up by the system when the window closes."""

Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts `cekdulu` in a terminal of its own; its data is the same each time."""
    with ExitStack() as opened:

        def start(*arguments: str, program: tuple[str, ...] = ("-m", "toolkit")) -> Terminal:
            given = ["--lang", "en", "--data", str(tmp_path / "data"), *arguments]
            env = {**os.environ, "PYTHONPATH": str(ROOT)}
            command = [sys.executable, *program, *given]
            return opened.enter_context(Terminal(command, env=env, cwd=tmp_path))

        yield start


def given_back(terminal: Terminal) -> bool:
    """Has the terminal its own screen and its cursor again?"""
    end = terminal.raw.rindex(LEFT_THE_SCREEN)
    return b"\x1b[?1049h" not in terminal.raw[end:] and CURSOR_SHOWN in terminal.raw[end:]


def to_the_first_question(terminal: Terminal, library: Library) -> None:
    """Through all pages of the lesson."""
    of = len(library.lessons[LESSON].pages)
    for page in range(1, of + 1):
        terminal.wait_for(f"Page {page} of {of}")
        terminal.press(PAGE_DOWN)
    terminal.wait_for("Question 1 of")


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_a_killed_lesson_gives_the_terminal_back_and_goes_on_next_time(
    start: Start, library: Library, tmp_path: Path, end: signal.Signals
) -> None:
    """Killed at the reply, the app leaves cleanly with 128 + n; the next start offers the reply."""
    learning = start("learn", LESSON)
    to_the_first_question(learning, library)
    learning.press("1")
    learning.wait_for("Next question")
    os.kill(learning.pid, end)
    assert learning.ended() == 128 + end
    assert given_back(learning)
    (left,) = Journal(tmp_path / "data").unfinished()
    assert isinstance(left.events[-1], Answered)
    again = start()
    shown = again.wait_for("Go on where it was left?")
    assert plain(library.lessons[LESSON].title, language("en"), library) in shown
    again.press("1")
    again.wait_for("Next question", "Question 1 of")
    again.press(F10)
    assert again.ended() == 0
    assert given_back(again)
    assert "Your place in the lesson is kept." in again.text


def test_a_closed_window_ends_the_app(start: Start, library: Library, tmp_path: Path) -> None:
    """When nobody is there to draw for, the app ends by itself, with its last key kept."""
    learning = start("learn", LESSON, program=("-c", AS_A_WINDOW))
    learning.wait_for("Page 1 of")
    learning.press(PAGE_DOWN)
    learning.wait_for("Page 2 of")
    learning.close_window()
    assert learning.ended() == 128 + signal.SIGHUP
    (left,) = Journal(tmp_path / "data").unfinished()
    assert left.events[-1] == Turned(1)
    assert not list((tmp_path / "data").glob("*.log"))


def test_our_own_mistake_is_told_calmly(start: Start, tmp_path: Path) -> None:
    """A crash gives the terminal back, one calm sentence, a log, and exit status 3."""
    script = tmp_path / "broken.py"
    script.write_text(BROKEN, encoding="utf-8")
    broken = start("learn", LESSON, program=(str(script),))
    assert broken.ended() == 3
    assert given_back(broken)
    assert "Cek Dulu has made a mistake; you have not." in broken.text
    assert "Traceback" not in broken.text
    log = tmp_path / "data" / "cekdulu-fault.log"
    assert "RuntimeError: a mistake of ours" in log.read_text(encoding="utf-8")
