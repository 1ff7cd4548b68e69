"""The journal: every event of every run and session, on disk before the next frame is drawn.

One SQLite file in the data folder. It holds no name of a person and no free text about
one: a run is a lesson and its events, a session a village, a day and its events. A file
that is damaged is set aside, never deleted, and a new one is begun with all that was whole
in it, because a broken file must not keep a village from learning.

This file has the door to the disk, the runs of single learners, and the settings; the
sessions are in `hall_journal`, results in `results`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING
from weakref import finalize

from toolkit.records.connection import WAIT, Damaged, connect, connect_to_read, make_folder
from toolkit.records.filesystem import suits_wal
from toolkit.records.last_choice import FILE_NAME
from toolkit.records.trouble import cannot_keep, cannot_read, is_busy

if TYPE_CHECKING:
    # The home screen opens the journal; events, and with them all of content, come later.
    from toolkit.records.salvage import Salvaged
    from toolkit.session.run import Event, Started

SALVAGED = ".salvaged"
"""The end of the name of a file that is ready to take a damaged one's place."""

SHORT_WAIT = 200
"""How many milliseconds to wait for another window that kept us waiting the last time, too."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A run that was broken off: its number in the journal, its lesson, its events so far."""

    run: int
    lesson: str
    events: tuple[Event, ...]


class Journal:
    """An open journal.

    `set_aside` names the damaged file that it replaces, if any, and `salvaged` says how much
    of that file was whole. `wal` says whether the file system suits write-ahead logging.
    """

    def __init__(self, folder: Path, *, to_read: bool = False) -> None:
        """Open, or begin, the journal in `folder`. Raises Breakdown where it cannot be kept.

        `to_read` says that nothing needs to be kept: one that can only be read will do.
        """
        self.path = folder / FILE_NAME
        self.set_aside: Path | None = None
        self.salvaged: Salvaged | None = None
        self.wal = False
        self._lock = RLock()
        self._doubtful = False
        self._waits = WAIT
        try:
            make_folder(folder)
            self._open()
        except (OSError, sqlite3.Error) as error:
            if not to_read or is_busy(error):
                raise cannot_keep(self.path, error) from error
            self._stay_shut()

    # The door to the disk

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is on the disk afterwards, or, after a Breakdown, nothing."""
        with self._transaction("BEGIN IMMEDIATE") as db:
            yield db

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A look at the file as it is at one moment. Raises Breakdown where it cannot be read.

        A file that cannot be written any more is looked at all the same.
        """
        with self._lock:
            shut = self._why_shut()
            if shut is None:
                with self._transaction("BEGIN") as db:
                    yield db
                return
            if is_busy(shut):
                raise cannot_keep(self.path, shut) from shut
            try:
                with closing(connect_to_read(self.path)) as db:
                    db.execute("BEGIN")
                    yield db
            except (OSError, sqlite3.Error, Damaged, UnicodeDecodeError) as error:
                raise cannot_read(self.path, error) from error

    def _why_shut(self) -> Exception | None:
        """Why the file cannot be opened to be written; None if it can."""
        try:
            self._ready()
        except (OSError, sqlite3.Error) as error:
            self._doubtful = True
            return error
        return None

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                db = self._ready()
                db.execute(begin)
                try:
                    yield db
                    db.execute("COMMIT")
                except BaseException:
                    with suppress(sqlite3.Error):
                        if db.in_transaction:
                            db.execute("ROLLBACK")
                    raise
                self._wait(WAIT)
            except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
                if is_busy(error):
                    # Once is enough: a facilitator's every key must not wait as long.
                    with suppress(sqlite3.ProgrammingError):  # it could not even be opened
                        self._wait(SHORT_WAIT)
                else:
                    self._doubtful = True
                raise cannot_keep(self.path, error) from error

    def _wait(self, milliseconds: int) -> None:
        if milliseconds != self._waits:
            self._db.execute(f"PRAGMA busy_timeout = {milliseconds}")
            self._waits = milliseconds

    def _ready(self) -> sqlite3.Connection:
        """The connection; a new one if the last use failed, or the file is another one by now."""
        if self._doubtful or _identity(self.path) != self._identity:
            self._end()
            self._open()
            self._doubtful = False
        return self._db

    def _open(self) -> None:
        self.wal = suits_wal(self.path.parent)
        try:
            self._db = self._connected()
        except Damaged:
            # Rare, and it knows all that is ever kept.
            from toolkit.records.salvage import set_aside

            self.set_aside, self.salvaged = set_aside(self.path)
            self._db = self._connected()
        self._identity = _identity(self.path)
        self._waits = WAIT
        self._end = finalize(self, self._db.close)

    def _connected(self) -> sqlite3.Connection:
        ready = self.path.with_name(self.path.name + SALVAGED)
        if ready.exists() and not self.path.exists():
            # The power went when a damaged file had been put aside.
            from toolkit.records.salvage import finish

            self.set_aside = finish(self.path)
        return connect(self.path, wal=self.wal)

    def _stay_shut(self) -> None:
        """Have no file open, and try again with every use."""
        self._db = sqlite3.connect(":memory:")
        self._identity = None
        self._end = finalize(self, self._db.close)
        self._doubtful = True

    def close(self) -> None:
        """Close the file. Nothing is lost by not calling it."""
        self._end()

    # Runs of single learners

    def begin(self, started: Started) -> int:
        """Keep a new run; an unfinished one of the same lesson ends with it. Returns its number."""
        from toolkit.records.events import written

        with self.writing() as db:
            db.execute("UPDATE runs SET ended = 1 WHERE lesson = ?", (started.lesson,))
            run = db.execute("INSERT INTO runs (lesson) VALUES (?)", (started.lesson,)).lastrowid
            db.execute("INSERT INTO events VALUES (?, 0, ?)", (run, written(started)))
        assert run is not None
        return run

    def keep(self, run: int, event: Event) -> None:
        """Keep one more event of a run. When this returns, it is on the disk."""
        from toolkit.records.events import written

        with self.writing() as db:
            db.execute(
                "INSERT INTO events SELECT ?, max(seq) + 1, ? FROM events WHERE run = ?",
                (run, written(event), run),
            )

    def end(self, run: int) -> None:
        """Mark a run as finished or given up; it is not offered again."""
        with self.writing() as db:
            db.execute("UPDATE runs SET ended = 1 WHERE id = ?", (run,))

    def unfinished(self) -> tuple[Unfinished, ...]:
        """Runs that were broken off, the newest first; one whose lines cannot be read is not."""
        from toolkit.records.events import read

        found = []
        with self.reading() as db:
            runs = db.execute("SELECT id, lesson FROM runs WHERE NOT ended ORDER BY id DESC")
            for run, lesson in runs.fetchall():
                lines = db.execute("SELECT body FROM events WHERE run = ? ORDER BY seq", (run,))
                try:
                    events = tuple(read(body) for (body,) in lines.fetchall())
                except ValueError:
                    continue
                if events:
                    found.append(Unfinished(run, lesson, events))
        return tuple(found)

    def broken_off(self) -> frozenset[str]:
        """Lessons with a run that went on past its opening and was not ended."""
        with self.reading() as db:
            found = db.execute(
                "SELECT lesson FROM runs WHERE NOT ended"
                " AND EXISTS (SELECT 1 FROM events WHERE run = id AND seq > 0)"
            ).fetchall()
        return frozenset(lesson for (lesson,) in found)

    def opened_at(self) -> tuple[int, ...]:
        """When the hall sessions were opened that were not ended: seconds since 1970, newest first."""
        with self.reading() as db:
            found = db.execute(
                "SELECT opened_wall FROM sessions WHERE NOT ended ORDER BY rowid DESC"
            ).fetchall()
        return tuple(opened for (opened,) in found if isinstance(opened, int))

    # Settings

    def setting(self, name: str) -> str | None:
        """A choice of the last time, such as the language."""
        with self.reading() as db:
            found = db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a choice for the next time."""
        with self.writing() as db:
            db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file lies there now; None if none does."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
