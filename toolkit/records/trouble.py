"""Why something cannot be kept, in words for a person, whatever SQLite or the system call it."""

from __future__ import annotations

import errno
import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from toolkit.disk import FORBIDDEN, FULL
from toolkit.errors import Breakdown
from toolkit.language import Said, said

_WAYWARD = (errno.EEXIST, errno.ENOTDIR, errno.EISDIR)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as a part of a sentence, and what to do about it, as a sentence."""

    why: Said
    do: Said


def reason(error: Exception) -> Reason:
    """The reason behind an error of SQLite or of the operating system."""
    if isinstance(error, sqlite3.Error):
        # The lower byte is the kind; what is above only tells which call it was.
        return _of_sqlite((getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF)
    return _of_system(getattr(error, "errno", None))


def cannot_keep(path: Path, error: Exception) -> Breakdown:
    """What to say when the journal at `path` cannot be opened or written."""
    found = reason(error)
    if found.why == _unopened().why and not _may_write(path):
        found = _forbidden()
    return Breakdown(
        said("Answers cannot be kept in {path}: {reason}.", path=path, reason=found.why), found.do
    )


def cannot_read(path: Path, error: Exception) -> Breakdown:
    """What to say when the journal at `path` cannot even be looked into."""
    found = reason(error)
    why = found.why
    if path.exists() and not os.access(path, os.R_OK):
        why = said("you are not allowed to read it")
    return Breakdown(
        said("What is kept in {path} cannot be read: {reason}.", path=path, reason=why), found.do
    )


def damaged() -> Reason:
    """The reason where the file itself is damaged."""
    return Reason(
        said("the file is damaged"),
        said("Start Cek Dulu again: it saves what is whole, and puts the damaged file aside."),
    )


def is_damage(error: Exception) -> bool:
    """Does the error say that the file itself is damaged?"""
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_nonsense(error: Exception) -> bool:
    """Does the error say that there is no such table? We know ours, so that is damage too."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_ERROR


def is_busy(error: Exception) -> bool:
    """Does the error say that somebody else is writing just now?"""
    code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _of_sqlite(kind: int) -> Reason:
    if kind == sqlite3.SQLITE_FULL:
        return _full()
    if kind in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return _forbidden()
    if kind in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Reason(
            said("another window of Cek Dulu is writing there"),
            said("Close the other window and try again."),
        )
    if kind in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged()
    if kind == sqlite3.SQLITE_CANTOPEN:
        return _unopened()
    return _fault()


def _of_system(number: int | None) -> Reason:
    if number in FULL:
        return _full()
    if number in FORBIDDEN:
        return _forbidden()
    if number in _WAYWARD:
        return Reason(
            said("a file stands where a folder should be"),
            said("Move that file away, or choose another folder with --data DIR."),
        )
    return _fault()


def _may_write(path: Path) -> bool:
    """Would the system let us? SQLite only says that it could not open one of its files."""
    return all(os.access(one, os.W_OK) for one in (path, path.parent) if one.exists())


def _unopened() -> Reason:
    return Reason(
        said("the file cannot be opened"),
        said("See whether the stick is in, or choose another folder with --data DIR."),
    )


def _full() -> Reason:
    return Reason(
        said("the disk or the stick is full"),
        said("Make room on the disk, or choose another folder with --data DIR."),
    )


def _forbidden() -> Reason:
    return Reason(
        said("you are not allowed to write there"),
        said("Unlock the stick if it has a lock, or choose another folder with --data DIR."),
    )


def _fault() -> Reason:
    return Reason(
        said("the disk or the stick has a fault, or was taken out"),
        said("Put the stick back in, or choose another folder with --data DIR."),
    )
