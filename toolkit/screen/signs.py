"""The few signs the app draws, in two sets: plain ASCII, and a finer one.

A sign never stands alone, a word always says the same. The finer set is taken only
where the console says that it can write it; the Linux console and old Windows
consoles say so but have no glyphs for it, so they get the plain one too.
"""

from __future__ import annotations

import os
import sys
from dataclasses import astuple, dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """One set of signs. All but the bracketed ones are one cell wide."""

    caret: str
    right: str
    wrong: str
    warning: str
    chosen: str
    open: str
    bullet: str
    full: str
    empty: str
    below: str
    above: str
    joined: str
    foreign: str


PLAIN = Signs(">", "[v]", "[x]", "[!]", "[*]", "[ ]", "*", "#", "-", "v", "^", "->", "~")
FINE = Signs("►", "[✓]", "[✗]", "[!]", "[•]", "[ ]", "•", "█", "░", "▼", "▲", "→", "°")


def signs_here() -> Signs:
    """The set that this console can show."""
    # Textual draws on stderr on Unix and on stdout on Windows.
    stream = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__
    return signs_for(getattr(stream, "encoding", None) or "ascii", dict(os.environ))


def signs_for(encoding: str, environ: dict[str, str], platform: str = sys.platform) -> Signs:
    """The set for an encoding and an environment."""
    bare = environ.get("TERM", "") in ("linux", "dumb", "vt100", "vt220")
    if platform == "win32":
        bare = "WT_SESSION" not in environ
    if bare:
        return PLAIN
    try:
        "".join(astuple(FINE)).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return PLAIN
    return FINE
