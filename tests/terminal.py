"""A program in a terminal of its own, whose screen can be read and whose keys can be pressed.

Shared by tests, benchmarks and `.ci/run`. Knows nothing of Cek Dulu.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import shlex
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

QUIET = 0.02
"""Seconds without output after which a screen counts as drawn."""


class Terminal:
    """Runs `command` on a screen of `columns` by `rows`; leaving the block ends it for certain."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        """Everything that was written, as it came."""
        self.drawing = True
        """Whether what comes is drawn on the screen; without, reading is quicker."""
        self._open = True
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {**(os.environ if env is None else env), "TERM": "xterm-256color"}
        self._process = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs,
            env=environment, cwd=cwd, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        if self._open:
            os.close(self._ours)

    @property
    def text(self) -> str:
        """The screen as it stands, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """The screen cell by cell: letter, colours, weight."""
        return [
            [self._screen.buffer[row][column] for column in range(self._screen.columns)]
            for row in range(self._screen.lines)
        ]

    @property
    def pid(self) -> int:
        """The program's process."""
        return self._process.pid

    def press(self, keys: str) -> None:
        r"""Type `keys`, as a terminal would send them; "\udcff" is the byte FF."""
        os.write(self._ours, keys.encode(errors="surrogateescape"))

    def close_window(self) -> None:
        """Close the window: nothing can be written to it any more, or read from it."""
        self._open = False
        os.close(self._ours)

    def wait_for(self, *words: str, seconds: float = 30) -> str:
        """Read until all of `words` are on the screen; returns the screen."""
        deadline = time.monotonic() + seconds
        while not all(word in self.text for word in words):
            if not self.read(deadline - time.monotonic()):
                raise AssertionError(f"{words} did not appear; this did:\n{self.text}")
        return self.text

    def settle(self) -> str:
        """Read until nothing more comes for a moment; returns the screen."""
        while self.read(QUIET):
            pass
        return self.text

    def read(self, seconds: float) -> bytes:
        """What comes within `seconds`, at once when it comes; nothing if nothing does."""
        if not self._open:
            time.sleep(max(min(seconds, 0.05), 0))
            return b""
        if seconds <= 0 or not select.select([self._ours], [], [], seconds)[0]:
            return b""
        try:
            came = os.read(self._ours, 1 << 16)
        except OSError:  # Linux says so when the other side has gone
            return b""
        self.raw += came
        if self.drawing:
            # Of some questions about the terminal, pyte would show the letters.
            self._stream.feed(_without_questions(came))
        return came

    def ended(self, seconds: float = 30) -> int:
        """Read to the end of the program; returns its exit status."""
        deadline = time.monotonic() + seconds
        while self.read(min(0.1, deadline - time.monotonic())) or self._process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"It did not end; the screen:\n{self.text}")
        return self._process.returncode


def _without_questions(written: bytes) -> bytes:
    for question in (
        b"\x1b[>1u",
        b"\x1b[<u",
        b"\x1b[?u",
        b"\x1b[?2026$p",
        b"\x1b[?2048$p",
        b"\x1b[>0q",
    ):
        written = written.replace(question, b"")
    return written


F10 = "\x1b[21~"


def main() -> int:
    """`python tests/terminal.py WORDS KEYS COMMAND`: wait for words, press keys, expect exit 0."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("words", help="what must come on the screen")
    parser.add_argument("keys", help="what to press then; f10 for the key")
    parser.add_argument("command", help="one shell command")
    parser.add_argument("--seconds", type=float, default=600, help="how long to wait")
    given = parser.parse_args()
    keys = F10 if given.keys == "f10" else given.keys
    with Terminal(["bash", "-c", given.command], columns=100, rows=30) as terminal:
        try:
            terminal.wait_for(given.words, seconds=given.seconds)
            terminal.settle()
            print(terminal.text)
            terminal.press(keys)
            status = terminal.ended()
        except AssertionError as failed:
            sys.stderr.write(f"{shlex.quote(given.command)}: {failed}\n")
            return 1
    print(f"exit status {status}")
    return status


if __name__ == "__main__":
    sys.exit(main())
