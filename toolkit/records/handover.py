"""Handing this laptop's sessions over on a stick: one small file, and no word before it is there.

The file is written whole, its name is brought to the stick, and it is read back from the
stick itself; only then does `handover` return. It may be repeated as often as one likes.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import disk
from toolkit.disk import Kind
from toolkit.errors import Breakdown, WrongCall, WrongInput
from toolkit.language import said
from toolkit.records.handover_file import LARGEST, START, SUFFIX, Fault, Unfit, carried, content
from toolkit.records.result_lines import digest_of, read
from toolkit.records.results import own_lines
from toolkit.records.sticks import Drive, drive_of, no_folder, sticks

if TYPE_CHECKING:
    from toolkit.records.journal import Journal

__all__ = ["Drive", "Handed", "handover", "sticks"]

_LAPTOP = "laptop"
"""The setting that keeps what this laptop calls itself: a random number, about nobody."""

_MOST_NAMES = 99
"""So many files of laptops with the same name may lie on one stick."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed over: the file, its sessions and size; `broken` sessions stayed behind.

    A broken one is a record that was damaged on this laptop's own disk. `drive` is what the
    file lies on.
    """

    path: Path
    sessions: int
    bytes: int
    broken: int = 0
    drive: Drive = Drive.STICK


def handover(journal: Journal, folder: Path) -> Handed:
    """Write all finished sessions of this laptop into one file in `folder`, and make sure of it.

    When this returns, the file is on whatever `drive` it says. Raises WrongCall if there is no
    such folder, WrongInput if there is nothing to hand over, and Breakdown if the stick fails;
    no half-written file stays.
    """
    _must_be_there(folder)
    lines, broken = _sound(journal)
    if not lines:
        raise WrongInput(
            said("There is no finished session to hand over yet."),
            said("Lead one and end it:  cekdulu hall"),
        )
    laptop = _laptop(journal, lines)
    raw = content(laptop, tuple(lines.values()))
    path = _place(folder, f"cek-dulu-{laptop}", set(lines))
    _write(path, raw)
    return Handed(path, len(lines), len(raw), broken, drive_of(folder, journal.path.parent))


def _must_be_there(folder: Path) -> None:
    """Raise WrongCall unless it is a folder: a stick that is not in must not be made up."""
    match disk.kind_of(folder):
        case Kind.FOLDER:
            return
        case Kind.NOTHING:
            raise no_folder(folder)
        case _:
            raise WrongCall(
                said("{path} is a file and no folder.", path=str(folder)),
                said("See whether the stick is in, and how its folder is called."),
            )


def _sound(journal: Journal) -> tuple[dict[str, str], int]:
    """The lines of this laptop's own sessions by uid, and the number of damaged ones."""
    with journal.reading() as db:
        kept = list(own_lines(db))
    lines = {uid: line for uid, line, digest in kept if _is_sound(line, digest)}
    return lines, len(kept) - len(lines)


def _is_sound(line: str, digest: str) -> bool:
    try:
        read(line)
    except ValueError:
        return False
    return digest_of(line) == digest


def _laptop(journal: Journal, uids: Iterable[str]) -> str:
    """What this laptop calls itself.

    Where that cannot be kept any more, because its disk is full or failing, its sessions
    give it a name that is the same each time.
    """
    kept = journal.setting(_LAPTOP)
    if kept is not None:
        return kept
    drawn = secrets.token_hex(4)
    try:
        journal.keep_setting(_LAPTOP, drawn)
    except Breakdown:
        return sha256(" ".join(uids).encode("utf-8")).hexdigest()[:8]
    return drawn


def _place(folder: Path, name: str, own: set[str]) -> Path:
    """Where to write: over an earlier file of ours, and never over sessions that we do not have.

    A laptop that was set up as a copy of another one calls itself by the same name.
    """
    for number in range(1, _MOST_NAMES + 1):
        path = folder / f"{name}{'' if number == 1 else f'-{number}'}{SUFFIX}"
        if _may_be_written(path, own):
            return path
    raise Breakdown(
        said("There are too many files called {name} in {path}.", name=name, path=str(folder)),
        said("Take another stick, or choose another folder."),
    )


def _may_be_written(path: Path, own: set[str]) -> bool:
    """Is the name free, or what bears it of no use to anybody? Raises Breakdown."""
    found = disk.kind_of(path)
    if found is not Kind.FILE:
        return found is Kind.NOTHING
    try:
        raw = disk.from_medium(path, LARGEST)
    except OSError as trouble:
        raise disk.cannot_write(path, trouble) from trouble
    try:
        there = carried(raw)
    except Unfit as unfit:
        # Cut short or damaged, it is of use to nobody; what a newer program wrote may be.
        return unfit.fault is Fault.CUT and raw[: len(START)] == START[: len(raw)]
    return not there.broken and {line.uid for line in there.lines} <= own


def _write(path: Path, raw: bytes) -> None:
    disk.write_whole(path, raw)
    try:
        back = disk.from_medium(path, len(raw) + 1)
    except OSError as trouble:
        _take_away(path)
        raise disk.cannot_write(path, trouble) from trouble
    if back != raw:
        _take_away(path)
        raise Breakdown(
            said("{path} is not on the stick as it was written.", path=str(path)),
            said("Take another stick: this one has a fault."),
        )


def _take_away(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
