"""The terminal's edges: what consoles can show, where narration goes, how long work looks.

stdout is data, stderr is narration. On a console that cannot show a character, a
plainer one takes its place; output never ends in an encoding error. Where it goes to a
file that is full, that is a Breakdown like any other.
"""

from __future__ import annotations

import codecs
import io
import os
import shutil
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING

from toolkit.errors import Breakdown
from toolkit.language import said

if TYPE_CHECKING:
    from toolkit.content.telling import Piece

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


def is_watched() -> bool:
    """Does a person see what is narrated, and not a pipe?"""
    return sys.stderr.isatty()


def show(line: str = "") -> None:
    """Write one line of data."""
    with _writing():
        print(line)


def show_bytes(content: bytes) -> None:
    """Write data whose every byte counts, as it is."""
    with _writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def finish() -> None:
    """Make sure that all data is out. Raises Breakdown; without this, Python would only mutter."""
    # A program without a console has no stdout at all.
    if sys.stdout is not None:
        with _writing():
            sys.stdout.flush()


def silence() -> None:
    """Let nothing more be written to stdout: Python must not complain of it while leaving."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as trouble:
        # Rare, and a start stays quick without it.
        from toolkit.disk import reason

        silence()
        raise Breakdown(
            said("The output could not be written: {reason}.", reason=reason(trouble)),
            said("Make room where it goes, or let it go somewhere else."),
        ) from trouble


_COLOURS = {
    "place": "1",
    "rule": "2",
    "gutter": "2",
    "error": "1;31",
    "warning": "1;33",
    "added": "32",
    "removed": "31",
    "label": "1",
}
"""The look of each role of a piece (`toolkit.content.telling`), as a terminal is told it."""


def show_pieces(line: Iterable[Piece]) -> None:
    """Write one line of data whose pieces have roles: coloured on a terminal that can."""
    if not _coloured():
        show("".join(piece.text for piece in line))
        return
    painted = []
    for piece in line:
        code = _COLOURS.get(piece.role)
        painted.append(f"\x1b[{code}m{piece.text}\x1b[0m" if code else piece.text)
    show("".join(painted))


@cache
def _coloured() -> bool:
    """Is stdout a terminal with colours, and has nobody asked for none (no-color.org)?"""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return False
    return sys.platform != "win32" or _windows_colours()


def _windows_colours() -> bool:
    """Switch the old Windows console to colours; it has them since 2016, but switched off."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - other systems have no windll
    handle, mode = kernel.GetStdHandle(-11), ctypes.c_ulong()
    if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(handle, mode.value | 4))


_SHOWN_EVERY = 0.1
_BEFORE_A_GUESS = 2.0
"""Seconds between two looks of a line, and before it is told how many are left."""


class Progress:
    """One line on a terminal that counts, up to a total if that is known; silent in a pipe.

    `left` puts the seconds that are probably left into words.
    """

    def __init__(
        self, total: int | None = None, left: Callable[[float], str] | None = None
    ) -> None:
        self._total = total
        self._left = left
        self._began = self._last = time.monotonic()
        self._done = 0
        self._shown = is_watched()
        self._width = 0

    def step(self, doing: str) -> None:
        """The next of the things has begun."""
        self._done += 1
        self._show(doing)

    def to(self, done: int, doing: str) -> None:
        """So many of the things are done; shown a few times in a second at most."""
        self._done = done
        now = time.monotonic()
        if now - self._last < _SHOWN_EVERY:
            return
        self._last = now
        rest = (self._total or done) - done
        if self._left and done and now - self._began > _BEFORE_A_GUESS:
            doing = f"{self._left(rest * (now - self._began) / done)}  {doing}"
        self._show(doing)

    def _show(self, doing: str) -> None:
        if self._shown:
            of = "" if self._total is None else f"/{self._total}"
            # A line that breaks cannot be taken back.
            line = f"{self._done}{of}  {doing}"[: shutil.get_terminal_size().columns - 1]
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
