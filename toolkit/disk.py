"""The disk: what lies at a place, and writing so that a file appears whole or not at all.

What was there is never half gone. Knows only how failures are told.
"""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

from toolkit.errors import Breakdown
from toolkit.language import Said, said

_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG, errno.EINVAL)
_NOT_THERE_ON_WINDOWS = (21, 123, 1921)
"""No stick in the drive, a name that none can be, a link to nowhere: Windows' own numbers."""


class Kind(Enum):
    """What lies at a place; OTHER is a pipe, a device, or what else there is."""

    NOTHING = auto()
    FOLDER = auto()
    FILE = auto()
    OTHER = auto()


def kind_of(path: Path) -> Kind:
    """What lies at a place, links followed. Raises Breakdown where one may not, or cannot, look.

    A name that no file can have, because it is too long, is NOTHING.
    """
    try:
        mode = path.stat().st_mode
    except ValueError:
        return Kind.NOTHING
    except OSError as trouble:
        windows = getattr(trouble, "winerror", None)
        if trouble.errno in _NOT_THERE or windows in _NOT_THERE_ON_WINDOWS:
            return Kind.NOTHING
        raise Breakdown(
            said("{path} cannot be opened: {reason}.", path=str(path), reason=_closed(trouble)),
            said("See whether the stick is in, or choose another folder."),
        ) from trouble
    if stat.S_ISDIR(mode):
        return Kind.FOLDER
    return Kind.FILE if stat.S_ISREG(mode) else Kind.OTHER


def share_a_drive(one: Path, other: Path) -> bool:
    """Do two places lie on the same drive? False where one of them is not there."""
    try:
        return one.stat().st_dev == other.stat().st_dev
    except (OSError, ValueError):
        return False


def write_whole(
    target: Path, content: bytes, *, replace: bool = True, mode: int | None = None
) -> None:
    """Write a file in one step, and its name with it; its folder is made if need be.

    A file that is there is replaced, keeping its mode unless another `mode` is asked for, or
    with `replace=False` left as it is: then FileExistsError is raised. Raises Breakdown if
    the folder or the disk fails.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if mode is None:
            mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        draft = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            # A draft is private; what is written is for everyone. FAT has no modes, and refuses.
            with suppress(PermissionError):
                draft.chmod(mode)
            if replace:
                draft.replace(target)
            else:
                _place(draft, target)
        finally:
            draft.unlink(missing_ok=True)
        sync_folder(target.parent)
    except _Taken:
        raise FileExistsError(target) from None
    except OSError as trouble:
        raise cannot_write(target, trouble) from trouble


def cannot_write(target: Path, trouble: OSError) -> Breakdown:
    """What to say when a file could not be written."""
    what = said("{file} could not be written: {reason}.", file=str(target), reason=reason(trouble))
    if trouble.errno in FORBIDDEN:
        return Breakdown(
            what,
            said(
                "Unlock the stick if it has a lock, close the file if it is open, or choose another folder."
            ),
        )
    if trouble.errno in FULL:
        return Breakdown(what, said("Make room there, or choose another folder."))
    return Breakdown(
        what, said("Close the file if it is open, try once more, or choose another folder.")
    )


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system has a way to. Raises OSError."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # Windows opens no folder; it writes names at once
    try:
        os.fsync(handle)
    except OSError as trouble:
        if trouble.errno not in (errno.EINVAL, errno.EBADF, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def from_medium(path: Path, most: int) -> bytes:
    """What a file holds on the medium itself, as far as the system lets one look past its memory.

    Reads no more than `most` bytes. Raises OSError.
    """
    with path.open("rb", buffering=0) as file:
        if hasattr(os, "posix_fadvise"):
            # What has been synced is dropped from memory, and so comes from the stick again.
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        parts = []
        while most > 0 and (part := file.read(min(most, 1 << 20))):
            parts.append(part)
            most -= len(part)
    return b"".join(parts)


FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What the system says where one may not write, and where there is no room."""


def reason(trouble: OSError) -> Said:
    """Why nothing can be written, in words that are not the machine's."""
    if trouble.errno in FORBIDDEN:
        return said("you are not allowed to write there")
    if trouble.errno in FULL:
        return said("the disk or the stick is full")
    if trouble.errno in (errno.EEXIST, errno.ENOTDIR):
        return said("a file stands where a folder should be")
    if trouble.errno == errno.EISDIR:
        return said("a folder stands in its place")
    if trouble.errno == errno.ENAMETOOLONG:
        return said("the name is too long")
    if trouble.errno == errno.ENOENT:
        return said("it, or its folder, is no longer there")
    if trouble.errno in (errno.EMFILE, errno.ENFILE):
        return said("the system has too many files open")
    return said("the disk or the stick has a fault")


def _closed(trouble: OSError) -> Said:
    """Why one cannot look at a place."""
    if trouble.errno in FORBIDDEN:
        return said("you are not allowed to look there")
    return said("the disk or the stick has a fault")


class _Taken(Exception):
    """A file of that name is there already."""


def _place(draft: Path, target: Path) -> None:
    """Give a draft its name, unless the name is taken."""
    try:
        os.link(draft, target)
    except FileExistsError:
        raise _Taken from None
    except (OSError, AttributeError):
        # Sticks know no links; there the moment between look and rename must do.
        if target.exists():
            raise _Taken from None
        draft.rename(target)
