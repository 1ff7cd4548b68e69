"""What kind of file system a folder lies on, as far as it matters for keeping things safe.

Write-ahead logging asks for memory that windows share and for honest syncing; FAT sticks
and network drives promise neither. So only file systems known to be good are trusted,
and what is unknown is not.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

GOOD = frozenset(
    (
        "ext2",
        "ext3",
        "ext4",
        "xfs",
        "btrfs",
        "f2fs",
        "zfs",
        "jfs",
        "tmpfs",
        "overlay",
        "ntfs",
        "refs",
    )
)
"""File systems with whose syncing and shared memory write-ahead logging is safe.

`ntfs` and `refs` are Windows' own, on a fixed drive; Linux calls its drivers for the former
`ntfs3` and `fuseblk`, and these are not here.
"""

UNKNOWN = ""

_FIXED, _RAM = 3, 6
"""What Windows' GetDriveTypeW answers for disks that are built in, and for those in memory."""

_OCTAL = re.compile(r"\\([0-7]{3})")


def suits_wal(folder: Path) -> bool:
    """Is write-ahead logging safe in this folder? False where it is not known."""
    return kind_of(folder) in GOOD


def kind_of(folder: Path) -> str:
    """The name of the file system under a folder that exists, in small letters, or UNKNOWN."""
    try:
        whole = folder.resolve()
        if sys.platform == "win32":
            return _on_windows(whole)
        if sys.platform == "linux":
            mounts = Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")
            return among(mounts, os.fspath(whole))
    except (OSError, ValueError):
        return UNKNOWN
    return UNKNOWN


def among(mountinfo: str, folder: str) -> str:
    """The file system of a folder, by the lines of Linux's /proc/self/mountinfo.

    The mount with the longest path above the folder holds it, the last one if there are
    several. An overlay that was told not to sync is UNKNOWN.
    """
    best, found = -1, UNKNOWN
    for line in mountinfo.splitlines():
        before, dash, after = line.partition(" - ")
        fields, kinds = before.split(" "), after.split(" ")
        if not dash or len(fields) < 5:
            continue
        point = _unescaped(fields[4])
        if _holds(point, folder) and len(point) >= best:
            lax = kinds[0] == "overlay" and "volatile" in kinds[-1].split(",")
            best, found = len(point), UNKNOWN if lax else kinds[0].lower()
    return found


def _holds(point: str, folder: str) -> bool:
    return folder == point or folder.startswith(point.rstrip("/") + "/")


def _unescaped(field: str) -> str:
    """A path of mountinfo, in which space, tab, line end and backslash are octal numbers."""
    return _OCTAL.sub(lambda found: chr(int(found[1], 8)), field)


def _on_windows(folder: Path) -> str:
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - mypy knows it on Windows only
    root = folder.anchor
    if kernel.GetDriveTypeW(ctypes.c_wchar_p(root)) not in (_FIXED, _RAM):
        return UNKNOWN
    name = ctypes.create_unicode_buffer(64)
    done = kernel.GetVolumeInformationW(
        ctypes.c_wchar_p(root), None, 0, None, None, None, name, len(name)
    )
    return name.value.lower() if done else UNKNOWN
