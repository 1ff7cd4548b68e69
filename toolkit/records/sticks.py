"""The sticks that are in the laptop just now, and whether a folder is on one of them.

Asks the system only; nothing on the sticks is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import Enum
from pathlib import Path

from toolkit.disk import share_a_drive
from toolkit.errors import WrongCall
from toolkit.language import N_, said

PLACES = ("/media/*", "/media/*/*", "/run/media/*/*", "/Volumes/*")
"""Where Linux and macOS put sticks: by name, or by the person at the laptop and then by name."""

_REMOVABLE = 2
"""What Windows' GetDriveTypeW answers for a stick."""


class Drive(Enum):
    """What a folder lies on; its value says to a person what that means for the stick.

    STICK is all that is none of the laptop's own drives, as far as the system tells.
    """

    STICK = N_("Now the stick may be taken out.")
    OWN_STICK = N_(
        "Cek Dulu keeps its answers on this stick, too. Close Cek Dulu before you take it out."
    )
    LAPTOP = N_("This folder is on the laptop itself: no stick was written to.")


def drive_of(folder: Path, data: Path) -> Drive:
    """What a folder lies on, on a laptop that keeps its answers in the folder `data`."""
    whole = folder.resolve()
    if any(whole.is_relative_to(stick) for stick in sticks()):
        return Drive.OWN_STICK if share_a_drive(whole, data) else Drive.STICK
    # A stick that is gone leaves its folder behind, on the drive of the system.
    own = (data, _system())
    return Drive.LAPTOP if any(share_a_drive(whole, one) for one in own) else Drive.STICK


def no_folder(path: Path) -> WrongCall:
    """What to say of a folder that is not there: most likely the stick is called something else."""
    what = said("There is no folder {path}.", path=str(path))
    there = ", ".join(map(str, sticks()))
    if there:
        return WrongCall(what, said("These sticks are in:  {paths}", paths=there))
    return WrongCall(what, said("See whether the stick is in, and how its folder is called."))


def sticks(places: Iterable[str] = PLACES) -> tuple[Path, ...]:
    """The removable drives that are there now, in order of name; empty if none is found."""
    if sys.platform == "win32":
        return tuple(_windows_drives())
    found = {path for place in places for path in _found(place) if _is_mounted(path)}
    return tuple(sorted(found))


def _found(place: str) -> Iterator[Path]:
    root, _, pattern = place.partition("*")
    # A folder of somebody else's sticks may not be looked into.
    with suppress(OSError):
        yield from Path(root).glob("*" + pattern)


def _is_mounted(path: Path) -> bool:
    """Is it a drive of its own, and not a folder or a link to the laptop's own disk?"""
    try:
        return not path.is_symlink() and os.path.ismount(path)
    except OSError:
        return False


def _system() -> Path:
    """A folder on the drive that the system itself is on."""
    if sys.platform == "win32":
        return Path(f"{os.environ.get('SYSTEMDRIVE', 'C:')}\\")
    return Path("/")


def _windows_drives() -> Iterator[Path]:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - mypy knows it on Windows only
    there = kernel.GetLogicalDrives()
    for number in range(26):
        root = f"{chr(ord('A') + number)}:\\"
        if there >> number & 1 and kernel.GetDriveTypeW(ctypes.c_wchar_p(root)) == _REMOVABLE:
            yield Path(root)
