"""Handing this laptop's sessions over on a stick: one small file, and no word before it is there.

The file is written whole, its name is brought to the stick, and it is read back from the
stick itself; only then does `handover` return. It may be repeated as often as one likes.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import disk
from toolkit.errors import Breakdown, WrongCall, WrongInput
from toolkit.language import said
from toolkit.records.handover_file import LARGEST, START, SUFFIX, Fault, Unfit, carried, content
from toolkit.records.result_lines import digest_of, read
from toolkit.records.results import own_lines
from toolkit.records.sticks import sticks

if TYPE_CHECKING:
    from toolkit.records.journal import Journal

__all__ = ["Handed", "handover", "sticks"]

_LAPTOP = "laptop"
"""The setting that keeps what this laptop calls itself: a random number, about nobody."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed over: the file, its sessions and size; `broken` sessions stayed behind.

    A broken one is a record that was damaged on this laptop's own disk.
    """

    path: Path
    sessions: int
    bytes: int
    broken: int = 0


def handover(journal: Journal, folder: Path) -> Handed:
    """Write all finished sessions of this laptop into one file in `folder`, and make sure of it.

    When this returns, the stick may be taken out. Raises WrongCall if there is no such
    folder, WrongInput if there is nothing to hand over, and Breakdown if the stick fails; no
    half-written file stays.
    """
    _must_be_there(folder)
    lines, broken = _sound(journal)
    if not lines:
        raise WrongInput(
            said("There is no finished session to hand over yet."),
            said("Lead one and end it:  cekdulu hall"),
        )
    raw = content(_laptop(journal), tuple(lines.values()))
    path = _place(folder, f"cek-dulu-{_laptop(journal)}", set(lines))
    _write(path, raw)
    return Handed(path, len(lines), len(raw), broken)


def _must_be_there(folder: Path) -> None:
    """Raise WrongCall unless it is a folder: a stick that is not in must not be made up."""
    if folder.is_dir():
        return
    if folder.exists():
        what = said("{path} is a file and no folder.", path=str(folder))
    else:
        what = said("There is no folder {path}.", path=str(folder))
    there = ", ".join(map(str, sticks()))
    if there:
        raise WrongCall(what, said("These sticks are in:  {paths}", paths=there))
    raise WrongCall(what, said("See whether the stick is in, and how its folder is called."))


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


def _laptop(journal: Journal) -> str:
    kept = journal.setting(_LAPTOP)
    if kept is None:
        kept = secrets.token_hex(4)
        journal.keep_setting(_LAPTOP, kept)
    return kept


def _place(folder: Path, name: str, own: set[str]) -> Path:
    """Where to write: over an earlier file of ours, and never over sessions that we do not have.

    A laptop that was set up as a copy of another one calls itself by the same name.
    """
    path, number = folder / f"{name}{SUFFIX}", 1
    while not _may_be_replaced(path, own):
        number += 1
        path = folder / f"{name}-{number}{SUFFIX}"
    return path


def _may_be_replaced(path: Path, own: set[str]) -> bool:
    try:
        raw = disk.from_medium(path, LARGEST)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        there = carried(raw)
    except Unfit as unfit:
        # Cut short or damaged, it is of use to nobody; what a newer program wrote may be.
        return unfit.fault is Fault.CUT and raw[: len(START)] == START[: len(raw)]
    return not there.broken and {line.uid for line in there.lines} <= own


def _write(path: Path, raw: bytes) -> None:
    disk.write_whole(path, raw)
    try:
        disk.sync_folder(path.parent)
        back = disk.from_medium(path, len(raw) + 1)
    except OSError as trouble:
        raise disk.cannot_write(path, trouble) from trouble
    if back != raw:
        with suppress(OSError):
            path.unlink()
        raise Breakdown(
            said("{path} is not on the stick as it was written.", path=str(path)),
            said("Take another stick: this one has a fault."),
        )
