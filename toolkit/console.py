"""The terminal's edges: what consoles can show, where narration goes, how long work looks.

stdout is data, stderr is narration. On a console that cannot show a character, a
plainer one takes its place; output never ends in an encoding error.
"""

from __future__ import annotations

import codecs
import io
import sys
import unicodedata
from types import TracebackType

_PLAINER = {
    "√": "v", "✓": "v", "✔": "v", "✗": "x", "✘": "x", "×": "x", "•": "*", "·": "-", "→": "->", "←": "<-",
    "↑": "^", "↓": "v", "►": ">", "◄": "<", "▶": ">", "…": "...", "“": '"', "”": '"', "„": '"', "‘": "'",
    "’": "'", "–": "-", "—": "-", "─": "-", "━": "=", "│": "|", "█": "#", "░": ".", "©": "(c)",
    "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
_HANDLER = "cekdulu-plainer"


def _plainer(letter: str) -> str:
    """A letter in ASCII; `?` if there is nothing like it."""
    bare = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
    return _PLAINER.get(letter) or bare or "?"


def _replace(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(map(_plainer, lost)), error.end


def prepare() -> None:
    """Make stdout and stderr fall back to plainer characters, and let any byte be typed.

    Safe to call twice.
    """
    codecs.register_error(_HANDLER, _replace)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")


def narrate(sentence: str) -> None:
    """Say something that is not data."""
    print(sentence, file=sys.stderr)


def show(line: str = "") -> None:
    """Write one line of data."""
    print(line)


class Progress:
    """One line on a terminal that counts; silent in a pipe."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._shown = sys.stderr.isatty()
        self._width = 0

    def step(self, doing: str) -> None:
        """The next of the things has begun."""
        self._done += 1
        if self._shown:
            line = f"{self._done}/{self._total}  {doing}"
            print(f"\r{line:<{self._width}}", end="", file=sys.stderr, flush=True)
            self._width = len(line)

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._width:
            print("\r" + " " * self._width + "\r", end="", file=sys.stderr, flush=True)


def line() -> str | None:
    """A line that was typed, without its end; None when there is no more."""
    sys.stdout.flush()
    typed = sys.stdin.readline()
    return typed.rstrip("\n") if typed else None
