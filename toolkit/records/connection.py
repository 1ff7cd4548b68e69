"""Opening the journal's file so that what is committed is on the disk.

Write-ahead logging syncs once for each event, a rollback journal four times; but it is
safe only where the file system is known to be (see `filesystem`). Elsewhere a rollback
journal is used, and EXTRA syncs the folder as well, so that a commit is one. What was set
is read back: a disk that would not promise it is told, not trusted.
"""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from toolkit.disk import sync_folder
from toolkit.errors import Breakdown
from toolkit.language import said
from toolkit.records.schema import FORMAT, bring_up_to_date, insist_readable, version_of
from toolkit.records.trouble import is_busy, is_damage, is_nonsense

WAIT = 5000
"""How many milliseconds to wait for another window that is writing."""

_SMALL = 4 << 20
"""A file of up to so many bytes is checked whenever it is opened: that takes milliseconds."""

_MOST = 256 << 20
"""A larger one is only checked if it was not closed properly, and beyond this not at all."""

_LAST = 999
"""No program will ever write a version beyond this one."""

_FULL, _EXTRA = 2, 3
_SAFE = (("wal", _FULL), ("delete", _EXTRA))
"""How a journal may be kept: SQLite's journal mode, and its `synchronous`."""


class Damaged(Exception):
    """The file is no longer what SQLite once wrote."""


def connect(path: Path, *, wal: bool) -> sqlite3.Connection:
    """Open the file, make it if need be, and bring it up to date; transactions are begun by hand.

    `wal` says whether the file system suits write-ahead logging. Raises Damaged,
    sqlite3.Error, or Breakdown for a file that was written by a newer program or cannot
    be kept safely.
    """
    unclean = _was_not_closed(path)
    # One thread at a time uses it; but it is closed by whichever happens to collect what is left.
    db = sqlite3.connect(path, timeout=WAIT / 1000, check_same_thread=False, isolation_level=None)
    try:
        db.text_factory = _text
        db.execute("PRAGMA trusted_schema = OFF")
        db.execute("PRAGMA cell_size_check = ON")
        if not wal:
            # Nothing is shared with other windows then: a log that was left is read without memory
            # in common, which such a file system may not have.
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
        _insist_ours(db, path)
        _insist_whole(db, path, unclean=unclean)
        _keep_safely(db, path, wal=wal)
        bring_up_to_date(db)
        insist_readable(db)
        _insist_writable(db, path)
    except UnicodeDecodeError as error:
        # SQLite tells what is wrong in the letters of the file itself.
        db.close()
        raise Damaged("its tables have lost their names") from error
    except BaseException as error:
        db.close()
        if isinstance(error, sqlite3.Error) and (is_damage(error) or is_nonsense(error)):
            raise Damaged(str(error)) from error
        raise
    return db


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open the file only to look at it, where it cannot be written any more.

    A disk that fails is made read-only by the system, and that is when all that is on it
    must be had. Raises sqlite3.Error, or Breakdown for a file that a newer program wrote.
    """
    try:
        return _looking(path, "mode=ro")
    except sqlite3.OperationalError as error:
        # SQLite wants to make a log, to have it ready. Where none was left, all is in the
        # file itself, and it can do without; beside one it would miss what is in there.
        wants_log = error.sqlite_errorcode == sqlite3.SQLITE_CANTOPEN
        if not wants_log or _was_not_closed(path):
            raise
    return _looking(path, "immutable=1")


def _looking(path: Path, how: str) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True, timeout=WAIT / 1000, check_same_thread=False, isolation_level=None,
    )  # fmt: skip
    try:
        db.text_factory = _text
        db.execute("PRAGMA trusted_schema = OFF")
        _insist_ours(db, path)
        insist_readable(db)
    except BaseException:
        db.close()
        raise
    return db


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, so that they are there after a power cut. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def _text(stored: bytes) -> str:
    """A stored text. One damaged letter must not hide all the others."""
    return stored.decode("utf-8", "replace")


def _insist_ours(db: sqlite3.Connection, path: Path) -> None:
    """Raise Breakdown for a journal that this program is too old to write into."""
    version = version_of(db)
    if not 0 <= version <= _LAST:
        raise Damaged(f"version {version}")
    if version > FORMAT:
        raise Breakdown(
            said("{path} was written by a newer Cek Dulu.", path=path),
            said("Use the newer one, or choose another folder with --data DIR."),
        )


def _insist_whole(db: sqlite3.Connection, path: Path, *, unclean: bool) -> None:
    """Raise Damaged where a check finds the file out of order; see _SMALL for when it is made."""
    size = path.stat().st_size
    if size > (_MOST if unclean else _SMALL):
        return
    (found,) = db.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        raise Damaged(found)


def _insist_writable(db: sqlite3.Connection, path: Path) -> None:
    """Raise Damaged where only the file itself says that it must not be written."""
    db.execute("PRAGMA busy_timeout = 0")
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM settings WHERE name IS NULL")
        db.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        # Where another window is writing, so can this one.
        if not is_busy(error):
            if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
                raise Damaged(str(error)) from error
            raise
    db.execute(f"PRAGMA busy_timeout = {WAIT}")


def _was_not_closed(path: Path) -> bool:
    """Is something left that SQLite takes away when a file is closed? Raises Damaged.

    A log beside a file that holds nothing is all that there is of that file.
    """
    left = [_size(path.with_name(path.name + end)) for end in ("-wal", "-journal")]
    if left[0] > 0 and _size(path) == 0:
        raise Damaged("the file is empty, but not its log")
    return any(left)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _keep_safely(db: sqlite3.Connection, path: Path, *, wal: bool) -> None:
    if wal:
        # Where it cannot be had after all, SQLite answers with what it uses instead.
        mode = _asked(db, "journal_mode = WAL")
    else:
        mode = _asked(db, "journal_mode = DELETE")
        db.execute("PRAGMA locking_mode = NORMAL")
        # The lock goes with the next reading.
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    db.execute(f"PRAGMA synchronous = {'FULL' if mode == 'wal' else 'EXTRA'}")
    safe = (_asked(db, "journal_mode"), _asked(db, "synchronous"))
    if safe not in _SAFE or (safe[0] == "wal" and not wal):
        raise Breakdown(
            said("{path} lies on a disk that does not keep things safely.", path=path),
            said("Choose a folder on the laptop's own disk with --data DIR."),
        )


def _asked(db: sqlite3.Connection, pragma: str) -> object:
    (answer,) = db.execute(f"PRAGMA {pragma}").fetchone()
    return answer
