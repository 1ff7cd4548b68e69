"""The door to the print shop, as the screens see it: what may be wished for, and what comes of it.

Handed in from the command line, because the screens know nothing of paper. Everything here is
plain data; the functions of the door are called in threads beside the app.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    # The app opens without reading a library.
    from toolkit.content.library import Library
    from toolkit.errors import CekDuluError

Started: TypeAlias = Callable[[int, int, str], bool]
"""Told that work on a file begins: which one of how many, and its name. False stops before it."""


class Kind(StrEnum):
    """What one file of a product is about."""

    LESSON = "lesson"
    SESSION = "session"
    MEETING = "meeting"
    """For a session, or for the meeting about a month after it."""
    PLAN = "plan"
    VILLAGE = "village"


class Turn(StrEnum):
    """How a sheet is turned for its second side; NONE has only one."""

    NONE = "none"
    SHORT = "short"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be printed: ids of products and lessons, codes of languages, a paper's id.

    `together` makes one file for all lessons of what is made for a session. `people` is for how
    many it is meant, `out` the folder of the files. `by_hand` is for printers that cannot turn
    a sheet themselves. `plan` is the id of a session plan, which then says the lessons; "" for
    none. A `refresher` is for the meeting about a month after these lessons.
    """

    products: tuple[str, ...]
    lessons: tuple[str, ...]
    languages: tuple[str, ...]
    paper: str
    people: int
    out: Path
    together: bool = True
    by_hand: bool = False
    plan: str = ""
    refresher: bool = False


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file that will come: its name, what it is about, and what lies in the printer's tray.

    `pages` are the names of its pages in the language of the paper, "" for one that belongs to
    the page before. `copies` is how often a session needs it copied, 0 where that is nobody's
    to say. `stale` are ids of facts and contacts that must be stamped, `untranslated` the number
    of texts that another language stands in for.
    """

    file: str
    product: str
    lessons: tuple[str, ...]
    lang: str
    pages: tuple[str, ...]
    sheets: int
    turn: Turn
    copies: int
    edition: str
    stale: tuple[str, ...] = ()
    untranslated: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """All files of a wish, and by the names of files what cannot be laid out."""

    files: tuple[FileLine, ...]
    failures: tuple[tuple[str, CekDuluError], ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What came of printing: files written, files that failed.

    `left` files were not begun, because it was stopped, or because of what is in `broken`:
    then no later file could have been written either.
    """

    files: tuple[Path, ...]
    failures: tuple[tuple[str, CekDuluError], ...] = ()
    left: int = 0
    broken: CekDuluError | None = None


class PrintDoor(Protocol):
    """The print shop's door."""

    @property
    def folder(self) -> Path:
        """Where files go if nobody says otherwise."""

    def kinds(self) -> Mapping[str, Kind]:
        """What a file of each product is about, by the product's id."""

    def outline(self, library: Library, wish: Wish, started: Started) -> Outline:
        """What would be printed. Nothing is written."""

    def make(self, library: Library, wish: Wish, started: Started) -> Made:
        """Write the files, one after the other, each whole or not at all."""

    def sample(self, library: Library, wish: Wish, file: str) -> Path:
        """One of the files, in a passing folder, to be looked at.

        Raises CekDuluError where it cannot be drawn or written.
        """
