"""The sticks that are in the laptop just now, as folders to write to.

Asks the system only; nothing on the sticks is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

PLACES = ("/media/*", "/media/*/*", "/run/media/*/*", "/Volumes/*")
"""Where Linux and macOS put sticks: by name, or by the person at the laptop and then by name."""

_REMOVABLE = 2
"""What Windows' GetDriveTypeW answers for a stick."""


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


def _windows_drives() -> Iterator[Path]:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - mypy knows it on Windows only
    there = kernel.GetLogicalDrives()
    for number in range(26):
        root = f"{chr(ord('A') + number)}:\\"
        if there >> number & 1 and kernel.GetDriveTypeW(ctypes.c_wchar_p(root)) == _REMOVABLE:
            yield Path(root)
