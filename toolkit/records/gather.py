"""Bringing the sessions of many laptops together, from whatever is on their sticks.

Files are known by how they begin or end, not by their names. What is brought comes to the same in
any order and however often: see `results`. Every batch is one transaction, so that a power
cut loses nothing and repeating the call completes it.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from toolkit import disk
from toolkit.disk import Kind
from toolkit.records.handover_file import (
    ENDING,
    LARGEST,
    Carried,
    Fault,
    Unfit,
    carried,
    is_ours,
    was_ours,
)
from toolkit.records.result_lines import ResultLine
from toolkit.records.results import Merged, merge
from toolkit.records.sticks import no_folder

if TYPE_CHECKING:
    from toolkit.records.journal import Journal

NAMED = 10
"""So many foreign files are named; of the others only the number is told."""

_BATCH = 500
"""So many sessions are kept in one transaction: other windows wait for a second at most."""

_BEGINNING = 64
"""The bytes by which a file is recognised."""

_SYSTEM = frozenset(
    (
        "System Volume Information", "$RECYCLE.BIN", "lost+found",
        ".Trashes", ".Spotlight-V100", ".fseventsd",
    )
)  # fmt: skip
"""Folders that systems make on sticks and let nobody into."""


@dataclass(frozen=True, slots=True)
class Found:
    """The files under some folders, in order of name, and the folders that cannot be opened."""

    files: tuple[Path, ...]
    closed: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file, or a folder, of which something was left out, and why."""

    path: Path
    fault: Fault


@dataclass(frozen=True, slots=True)
class Gathered:
    """What gathering came to.

    `files` were taken, from so many `laptops`. Of the sessions in them, each counted once,
    `new` were not here before, `replaced` were here with fewer events or damaged, and `known`
    just so. `foreign` names the first files that are none of ours, of `foreigners`.
    """

    files: int
    laptops: int
    new: int
    replaced: int
    known: int
    left_out: tuple[LeftOut, ...]
    foreign: tuple[Path, ...]
    foreigners: int


def look_for(places: Iterable[Path], entered: Callable[[Path], None] = lambda _: None) -> Found:
    """All files in these folders and those below them; a file may be named too.

    `entered` hears of each folder. Raises WrongCall for a place that does not exist, and
    Breakdown for one that nobody may look at. Links to folders are not followed.
    """
    files: dict[str, None] = {}
    closed: list[Path] = []
    for place in places:
        match disk.kind_of(place):
            case Kind.FILE:
                files[str(place)] = None
            case Kind.FOLDER:
                files.update(dict.fromkeys(_below(place, closed, entered)))
            case _:
                raise no_folder(place)
    return Found(tuple(map(Path, files)), tuple(closed))


def gather(
    journal: Journal, found: Found, started: Callable[[Path], None] = lambda _: None
) -> Gathered:
    """Bring in what was found; `started` hears of each file before it is read.

    Raises Breakdown if the journal cannot be written; what was brought in before is kept.
    """
    with _no_collecting():
        return _gathered(_Pile(journal), found, started)


def _gathered(pile: _Pile, found: Found, started: Callable[[Path], None]) -> Gathered:
    left_out = [LeftOut(path, Fault.UNREADABLE) for path in found.closed]
    foreign: list[Path] = []
    foreigners = files = 0
    laptops: set[str] = set()
    for path in found.files:
        started(path)
        try:
            brought = _brought(path)
        except Unfit as unfit:
            left_out.append(LeftOut(path, unfit.fault))
            continue
        if brought is None:
            foreigners += 1
            foreign += [path] if foreigners <= NAMED else []
            continue
        files += 1
        laptops.add(brought.laptop)
        pile.add(brought.lines)
        if brought.broken:
            left_out.append(LeftOut(path, Fault.BROKEN))
    pile.keep()
    return Gathered(
        files=files,
        laptops=len(laptops),
        new=len(pile.new),
        replaced=len(pile.replaced),
        known=len(pile.seen) - len(pile.new) - len(pile.replaced),
        left_out=tuple(left_out),
        foreign=tuple(foreign),
        foreigners=foreigners,
    )


@contextmanager
def _no_collecting() -> Iterator[None]:
    """No looking for circles, of which there are none, among millions of small values."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(slots=True)
class _Pile:
    """Sessions that wait to be kept together, and what became of those before, by uid."""

    journal: Journal
    waiting: list[ResultLine] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    new: set[str] = field(default_factory=set)
    replaced: set[str] = field(default_factory=set)

    def add(self, lines: Sequence[ResultLine]) -> None:
        """Some sessions more; they are kept now or with those that come next."""
        self.waiting += lines
        if len(self.waiting) >= _BATCH:
            self.keep()

    def keep(self) -> None:
        """Keep all that wait."""
        if not self.waiting:
            return
        with self.journal.writing() as db:
            for line in self.waiting:
                became = merge(db, line, gathered=True)
                self.seen.add(line.uid)
                if became is Merged.NEW:
                    self.new.add(line.uid)
                elif became is Merged.REPLACED and line.uid not in self.new:
                    self.replaced.add(line.uid)
        self.waiting = []


def _brought(path: Path) -> Carried | None:
    """What a file brings; None if it is none of ours. Raises Unfit if it cannot be used."""
    try:
        with path.open("rb") as file:
            beginning = file.read(_BEGINNING)
            size = os.fstat(file.fileno()).st_size
            if not is_ours(beginning, path.name):
                if not was_ours(_ending(file, size)):
                    return None
                file.seek(len(beginning))
            # Only now: much of what lies on sticks is large, and none of ours.
            rest = file.read() if size <= LARGEST else b""
    except OSError:
        raise Unfit(Fault.UNREADABLE) from None
    return carried(beginning + rest)


def _ending(file: BinaryIO, size: int) -> bytes:
    file.seek(max(0, size - ENDING))
    return file.read(ENDING)


def _below(folder: Path, closed: list[Path], entered: Callable[[Path], None]) -> Iterator[str]:
    """The regular files in a folder and those below it, in order of name."""
    waiting = [str(folder)]
    while waiting:
        here = waiting.pop()
        entered(Path(here))
        try:
            with os.scandir(here) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError:
            closed.append(Path(here))
            continue
        folders = []
        for entry in entries:
            if _is_folder(entry):
                folders.append(entry.path)
            elif _is_file(entry):
                yield entry.path
        waiting += reversed(folders)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False) and entry.name not in _SYSTEM
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False
