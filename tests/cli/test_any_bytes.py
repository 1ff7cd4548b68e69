"""Whatever bytes a terminal sends: the app, the hall and the kiosk go on, and the next key acts."""

from __future__ import annotations

import os
import random
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a Unix matter", allow_module_level=True)

from terminal import Terminal

from toolkit.records import passphrase

ROOT = Path(__file__).parents[2]
OPENED = {"learn": "Choose a lesson", "hall": "A session in the hall", "kiosk": "Choose a lesson"}
"""What can be opened, and what stands on its first screen."""
SHOWN, F9 = b"\x1b[?1049h", b"\x1b[20~"
NO_LETTERS = {
    "in Latin-1": b"\xe9",
    "in no alphabet": b"\xff",
    "half of a letter": b"\xc3a",
    "a key without a letter": b"\x1b[1114112;1u",
    "a key beyond all numbers": b"\x1b[99999999999999999999;1u",
    "a key of two numbers": b"\x1b[1:2;3u",
    "a window of no size": b"\x1b[48;0;0;0;0t",
    "a window wider than any": b"\x1b[48;99999;99999;1;1t",
}
BURSTS = 70

BROKEN = """
import sys
from toolkit.cli import main
from toolkit.screen import driver, program

def broken(*_, **__):
    raise RuntimeError("a mistake of ours")

def panic(self):
    self.panic("a mistake of ours")

if __name__ == "__main__":
    if sys.argv.pop(1) == "reading":
        driver.Letters.decode = broken
    else:
        program.CekDulu.switch_theme = panic
    sys.exit(main(sys.argv[1:]))
"""

NEVER_QUIT = """
import sys
from toolkit.cli import main
from toolkit.screen.program import CekDulu

def leave(self, status, before=CekDulu.leave):
    if status:
        before(self, status)

if __name__ == "__main__":
    CekDulu.leave = leave
    sys.exit(main(sys.argv[1:]))
"""

Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts `cekdulu` in a terminal of its own; the kiosk has a passphrase."""
    with ExitStack() as opened:

        def start(command: str, *program: str) -> Terminal:
            if command == "kiosk":
                passphrase.keep(tmp_path / "data", "kopi pahit 1945")
            given = [*(program or ("-m", "toolkit")), "--lang", "en", "--data", "data", command]
            env = {**os.environ, "PYTHONPATH": str(ROOT)}
            return opened.enter_context(Terminal([sys.executable, *given], env=env, cwd=tmp_path))

        yield start


def send(terminal: Terminal, raw: bytes) -> None:
    """Type these bytes."""
    terminal.press(raw.decode(errors="surrogateescape"))


def assert_never_left(terminal: Terminal, folder: Path) -> None:
    """It was opened once, shows no trace, and still ends as it is told to."""
    os.kill(terminal.pid, signal.SIGTERM)
    assert terminal.ended() == 128 + signal.SIGTERM
    assert terminal.raw.count(SHOWN) == 1
    assert b"Traceback" not in terminal.raw
    assert not list(folder.rglob("*.log"))


@pytest.mark.parametrize("command", OPENED)
def test_what_is_no_letter_is_an_odd_one_and_the_next_key_acts(
    start: Start, tmp_path: Path, command: str
) -> None:
    """After each of these bytes F9 hides the screen, and F9 again brings it back."""
    terminal = start(command)
    terminal.wait_for(OPENED[command])
    for raw in NO_LETTERS.values():
        send(terminal, raw)
        terminal.settle()
        send(terminal, F9)
        while terminal.text.strip():
            assert terminal.read(10), terminal.text
        send(terminal, F9)
        terminal.wait_for("Cek Dulu")
    assert_never_left(terminal, tmp_path)


@pytest.mark.parametrize("command", OPENED)
def test_no_bytes_at_all_end_it(start: Start, tmp_path: Path, command: str) -> None:
    """Bursts of any bytes, seeded; but M leads to the trainers' files, and F10 means it."""
    script = tmp_path / "never_quit.py"
    script.write_text(NEVER_QUIT, encoding="utf-8")
    rng = random.Random(f"bytes for {command}")
    some = [*range(256), *b"\x1b[<;:0123456789~uMtR" * 8, *b"\r\x1b \x7f" * 8]
    some = [byte for byte in some if byte not in b"mM"]
    terminal = start(command, str(script))
    terminal.wait_for(OPENED[command])
    terminal.drawing = False
    for _ in range(BURSTS):
        send(terminal, bytes(rng.choices(some, k=rng.randint(1, 24))))
        terminal.read(0.003)
    while terminal.read(0.1):
        pass
    assert_never_left(terminal, tmp_path)


@pytest.mark.parametrize("command", OPENED)
def test_a_window_that_went_without_a_signal_ends_it(start: Start, command: str) -> None:
    """Nothing can be read for ever: it ends as at the signal, and does not keep the laptop busy."""
    terminal = start(command)
    terminal.wait_for(OPENED[command])
    terminal.settle()
    terminal.close_window()
    assert terminal.ended() == 128 + signal.SIGHUP


@pytest.mark.parametrize("command", ["learn", "hall"])
@pytest.mark.parametrize("where", ["reading", "textual"])
def test_a_mistake_in_reading_keys_is_told_as_calmly_as_any_of_ours(
    start: Start, tmp_path: Path, command: str, where: str
) -> None:
    """In the thread that reads, or wherever Textual gives up: one sentence, a log, exit status 3."""
    script = tmp_path / "broken.py"
    script.write_text(BROKEN, encoding="utf-8")
    terminal = start(command, str(script), where)
    terminal.wait_for(OPENED[command])
    send(terminal, b"\x1bOR")
    assert terminal.ended() == 3
    assert "Cek Dulu has made a mistake; you have not." in terminal.text
    assert b"Traceback" not in terminal.raw
    log = tmp_path / "data" / "cekdulu-fault.log"
    assert "a mistake of ours" in log.read_text(encoding="utf-8")
