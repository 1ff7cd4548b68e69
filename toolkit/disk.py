"""Writing to disk: a file appears whole or not at all, and what was there is never half gone.

Knows only how failures are told.
"""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from toolkit.errors import Breakdown
from toolkit.language import Said, said


def write_whole(target: Path, content: bytes, *, replace: bool = True) -> None:
    """Write a file in one step; its folder is made if need be.

    A file that is there is replaced, keeping its mode, or with `replace=False` left as it
    is: then FileExistsError is raised. Raises Breakdown if the folder or the disk fails.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
        draft = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            draft.chmod(mode)  # a draft is private; what is written is for everyone
            if replace:
                draft.replace(target)
            else:
                _place(draft, target)
        finally:
            draft.unlink(missing_ok=True)
    except _Taken:
        raise FileExistsError(target) from None
    except OSError as trouble:
        raise Breakdown(
            said(
                "{file} could not be written: {reason}.",
                file=str(target),
                reason=_reason(trouble),
            ),
            said(
                "Close the file if it is open, see whether the disk is full, or choose another folder."
            ),
        ) from trouble


def _reason(trouble: OSError) -> Said:
    """Why nothing can be written, in words that are not the machine's."""
    if trouble.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return said("you are not allowed to write there")
    if trouble.errno in (errno.ENOSPC, errno.EDQUOT):
        return said("the disk or the stick is full")
    if trouble.errno in (errno.EEXIST, errno.ENOTDIR):
        return said("a file stands where a folder should be")
    if trouble.errno == errno.EISDIR:
        return said("a folder stands in its place")
    if trouble.errno == errno.ENAMETOOLONG:
        return said("the name is too long")
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
