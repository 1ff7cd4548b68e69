"""`cekdulu kiosk` in a real terminal: its passphrase, every key that must not end it, every end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a Unix matter", allow_module_level=True)

from terminal import F10, Terminal

from toolkit.language import Language
from toolkit.records import passphrase

ROOT = Path(__file__).parents[2]
WORDS = "kopi pahit 1945"
START = "Choose a lesson"
PAGE_DOWN, CTRL_C, CTRL_Z, CTRL_BACKSLASH, CTRL_Q, CTRL_D, ESC = (
    "\x1b[6~", "\x03", "\x1a", "\x1c", "\x11", "\x04", "\x1b",
)  # fmt: skip
F3, SHOWN = "\x1bOR", b"\x1b[?1049h"

AS_A_WINDOW = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, "-m", "toolkit", *sys.argv[1:]])
"""
"""Starts `cekdulu` as a terminal window does: its keys send signals, and closing it hangs up."""

BROKEN = """
import sys
from toolkit.cli import main
from toolkit.screen import home, kiosk, reading

def broken(*_):
    raise RuntimeError("a mistake of ours")

def out(self):
    self.exit()

HOW = {"fails": (reading, "page_blocks", broken), "exits": (kiosk.Kiosk, "switch_theme", out),
       "never opens": (home.HomeScreen, "draw", broken)}

if __name__ == "__main__":
    setattr(*HOW[sys.argv.pop(1)])
    sys.exit(main(sys.argv[1:]))
"""

Start = Callable[..., Terminal]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts `cekdulu kiosk` in a terminal of its own; its data is the same each time."""
    with ExitStack() as opened:

        def start(*arguments: str, program: tuple[str, ...] = ("-m", "toolkit")) -> Terminal:
            given = ["--lang", "en", "--data", str(tmp_path / "data"), "kiosk", *arguments]
            env = {**os.environ, "PYTHONPATH": str(ROOT)}
            command = [sys.executable, *program, *given]
            return opened.enter_context(Terminal(command, env=env, cwd=tmp_path))

        yield start


@pytest.fixture
def set_up(tmp_path: Path) -> None:
    """The kiosk has a passphrase."""
    passphrase.keep(tmp_path / "data", WORDS)


def told(terminal: Terminal, question: str, answer: str) -> None:
    """Answer a question; what is typed is not shown."""
    terminal.wait_for(question)
    terminal.press(answer + "\r")


def test_a_passphrase_is_set_and_changed(start: Start, tmp_path: Path) -> None:
    """Asked twice and never shown; a change asks for the old one first."""
    first = start("--set-passphrase")
    told(first, "The new passphrase", WORDS)
    told(first, "The same once more", WORDS)
    assert first.ended() == 0
    assert "The passphrase is set." in first.text
    assert WORDS not in first.text
    assert passphrase.kept(tmp_path / "data").fits(WORDS)
    change = start("--set-passphrase")
    told(change, "The passphrase until now", WORDS)
    told(change, "The new passphrase", "teh manis 2026")
    told(change, "The same once more", "teh manis 2026")
    assert change.ended() == 0
    assert passphrase.kept(tmp_path / "data").fits("teh manis 2026")
    for file in (tmp_path / "data").rglob("*"):
        assert b"kopi" not in file.read_bytes()
        assert b"manis" not in file.read_bytes()


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        (["short"], "A passphrase has at least 8 letters."),
        ([CTRL_D], "A passphrase has at least 8 letters."),
        ([WORDS, "kopi manis 1945"], "The two were not the same."),
    ],
)
def test_what_does_not_do_is_said_and_changes_nothing(
    start: Start, tmp_path: Path, answers: list[str], why: str
) -> None:
    """Too short, or typed differently the second time: exit 1, and no file."""
    setting = start("--set-passphrase")
    for question, answer in zip(
        ("The new passphrase", "The same once more"), answers, strict=False
    ):
        told(setting, question, answer)
    assert setting.ended() == 1
    assert why in setting.text.replace("\n", "")
    assert not (tmp_path / "data" / passphrase.FILE_NAME).exists()


@pytest.mark.usefixtures("set_up")
def test_who_does_not_know_the_old_one_changes_nothing(start: Start, tmp_path: Path) -> None:
    """Exit 1; the old one still fits."""
    change = start("--set-passphrase")
    told(change, "The passphrase until now", "a guess of mine")
    assert change.ended() == 1
    assert "That was not the passphrase." in change.text
    assert passphrase.kept(tmp_path / "data").fits(WORDS)


def test_without_a_passphrase_it_does_not_open(start: Start) -> None:
    """Exit 2, and the words with which to set one."""
    refused = start()
    assert refused.ended() == 2
    assert "The kiosk has no passphrase yet" in refused.text
    assert "cekdulu kiosk --set-passphrase" in refused.text


def test_a_broken_passphrase_file_is_told(start: Start, tmp_path: Path) -> None:
    """Exit 1, with the file to delete: an open kiosk that nobody could end would be worse."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / passphrase.FILE_NAME).write_text("{")
    refused = start()
    assert refused.ended() == 1
    assert passphrase.FILE_NAME in refused.text.replace("\n", "")


@pytest.mark.parametrize("options", [[], ["--set-passphrase"]])
def test_without_a_terminal_it_says_what_to_do(tmp_path: Path, options: list[str]) -> None:
    """In a pipe there is neither a kiosk nor a hidden line: exit 2, nothing on disk."""
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "--lang", "en", "--data", str(tmp_path / "data"),
         "kiosk", *options],
        cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "The kiosk needs a terminal window." in done.stderr
    assert not (tmp_path / "data").exists()


def test_the_help_says_what_a_trainer_can_do_who_forgot_it(run: Run, lang: Language) -> None:
    """Which file to delete, and in which folder it is, in both languages."""
    code, out, _ = run("--lang", lang.code, "kiosk", "--help")
    assert code == 0
    assert passphrase.FILE_NAME in " ".join(out.split())
    assert "--set-passphrase" in out


@pytest.mark.usefixtures("set_up")
def test_only_the_passphrase_ends_it(start: Start, tmp_path: Path) -> None:
    """Keys, signals of keys, a wrong passphrase: it stays. The right one: exit 0, terminal given back."""
    kiosk = start(program=("-c", AS_A_WINDOW))
    kiosk.wait_for(START)
    kiosk.press("1")
    kiosk.wait_for("Page 1 of")
    for keys in (CTRL_C, CTRL_Z, CTRL_BACKSLASH, CTRL_D, CTRL_C * 5):
        kiosk.press(keys)
        kiosk.settle()
    for number in (signal.SIGINT, signal.SIGTSTP, signal.SIGQUIT):
        os.kill(kiosk.pid, number)
    for keys in (CTRL_Q, F10):
        kiosk.press(keys)
        kiosk.wait_for("For the trainer")
        kiosk.press(ESC)
        kiosk.wait_for("Page 1 of")
    kiosk.press(F10)
    kiosk.wait_for("For the trainer")
    kiosk.press("kopi\r")
    kiosk.wait_for("That was not the passphrase.")
    kiosk.press(ESC)
    kiosk.wait_for("Page 1 of")
    state = Path(f"/proc/{kiosk.pid}/stat").read_text().rsplit(") ", 1)[1][0]
    assert state in "RSD"
    kiosk.press(F10)
    kiosk.wait_for("For the trainer", "That was not the passphrase.")
    kiosk.settle()
    while "Please wait" in kiosk.text:
        kiosk.read(0.2)
    kiosk.press(WORDS + "\r")
    assert kiosk.ended() == 0
    assert b"\x1b[?1049l" in kiosk.raw
    assert WORDS not in kiosk.raw.decode(errors="replace")
    assert "place in the lesson" not in kiosk.text
    for file in (tmp_path / "data").rglob("*"):
        assert WORDS.encode() not in file.read_bytes()


@pytest.mark.usefixtures("set_up")
@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_to_end_always_ends_it(start: Start, end: signal.Signals) -> None:
    """Shutting down the laptop must work: 128 + n, and the terminal is given back."""
    kiosk = start()
    kiosk.wait_for(START)
    os.kill(kiosk.pid, end)
    assert kiosk.ended() == 128 + end
    assert b"\x1b[?1049l" in kiosk.raw


@pytest.mark.usefixtures("set_up")
def test_closing_the_window_ends_it_and_nothing_comes_back(start: Start) -> None:
    """After a lesson in the middle the next kiosk, and it alone, begins at the start."""
    kiosk = start(program=("-c", AS_A_WINDOW))
    kiosk.wait_for(START)
    kiosk.press("1")
    kiosk.wait_for("Page 1 of")
    kiosk.press(PAGE_DOWN)
    kiosk.wait_for("Page 2 of")
    kiosk.close_window()
    assert kiosk.ended() == 128 + signal.SIGHUP
    again = start()
    assert "going on" not in again.wait_for(START)


@pytest.mark.usefixtures("set_up")
@pytest.mark.parametrize(
    ("how", "key", "kept"),
    [("fails", "1", "a mistake of ours"), ("exits", F3, "it may not")],
)
def test_a_mistake_of_ours_is_no_way_out(
    start: Start, tmp_path: Path, how: str, key: str, kept: str
) -> None:
    """At once or later, failing or ending: it opens again, says nothing of it, and keeps a log."""
    script = tmp_path / "broken.py"
    script.write_text(BROKEN, encoding="utf-8")
    kiosk = start(program=(str(script), how))
    for _ in range(2):
        kiosk.wait_for(START)
        shown = kiosk.raw.count(SHOWN)
        kiosk.press(key)
        while kiosk.raw.count(SHOWN) == shown:
            assert kiosk.read(20)
    kiosk.wait_for(START)
    assert b"made a mistake" not in kiosk.raw
    log = tmp_path / "data" / "cekdulu-fault.log"
    assert kept in log.read_text(encoding="utf-8")
    kiosk.press(F10)
    kiosk.wait_for("For the trainer")
    kiosk.press(WORDS + "\r")
    assert kiosk.ended() == 0


@pytest.mark.usefixtures("set_up")
def test_one_that_never_opens_tells_the_trainer(start: Start, tmp_path: Path) -> None:
    """Before anybody could stand before it, a mistake of ours ends it: exit 3, one sentence, a log."""
    script = tmp_path / "broken.py"
    script.write_text(BROKEN, encoding="utf-8")
    kiosk = start(program=(str(script), "never opens"))
    assert kiosk.ended() == 3
    assert "Cek Dulu has made a mistake; you have not." in kiosk.text
    assert kiosk.raw.count(SHOWN) <= 1


@pytest.mark.parametrize("typed", ["", "half a"])
def test_ctrl_c_while_setting_a_passphrase_changes_nothing(
    start: Start, tmp_path: Path, typed: str
) -> None:
    """One sentence, on a line of its own, and 130."""
    setting = start("--set-passphrase", program=("-c", AS_A_WINDOW))
    setting.wait_for("The new passphrase")
    setting.press(typed + CTRL_C)
    assert setting.ended() == 130
    assert "\nNothing was changed." in setting.text
    assert "Traceback" not in setting.text
    assert not (tmp_path / "data" / passphrase.FILE_NAME).exists()
