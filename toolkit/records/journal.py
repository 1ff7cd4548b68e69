"""The journal: every event of every run, on disk before the next frame is drawn.

One SQLite file in the data folder. It holds no name, no clock time and no free text:
a run is a lesson and its events. A file that is damaged is set aside, never deleted,
and a new one is begun, because a broken file must not keep a village from learning.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import finalize

from toolkit.errors import Breakdown
from toolkit.language import N_, Said
from toolkit.records.last_choice import FILE_NAME

if TYPE_CHECKING:
    # The home screen opens the journal; events, and with them all of content, come later.
    from toolkit.session.run import Event, Started

FORMAT = 1
_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, lesson TEXT NOT NULL, ended INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS events (
    run INTEGER NOT NULL REFERENCES runs (id), seq INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (run, seq)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
PRAGMA user_version = {FORMAT};
"""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A run that was broken off: its number in the journal, its lesson, its events so far."""

    run: int
    lesson: str
    events: tuple[Event, ...]


class Journal:
    """An open journal. `set_aside` names the damaged file that it replaces, if any."""

    def __init__(self, folder: Path) -> None:
        """Open, or begin, the journal in `folder`. Raises Breakdown where it cannot be kept."""
        self.path = folder / FILE_NAME
        self.set_aside: Path | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            try:
                self._db = _open(self.path)
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self.set_aside = _set_aside(self.path)
                self._db = _open(self.path)
        except (OSError, sqlite3.Error) as error:
            raise _cannot_keep(self.path, error) from error
        finalize(self, self._db.close)

    def begin(self, started: Started) -> int:
        """Keep a new run; an unfinished one of the same lesson ends with it. Returns its number."""
        from toolkit.records.events import written

        with self._use() as db:
            db.execute("UPDATE runs SET ended = 1 WHERE lesson = ?", (started.lesson,))
            run = db.execute("INSERT INTO runs (lesson) VALUES (?)", (started.lesson,)).lastrowid
            db.execute("INSERT INTO events VALUES (?, 0, ?)", (run, written(started)))
        assert run is not None
        return run

    def keep(self, run: int, event: Event) -> None:
        """Keep one more event of a run. When this returns, it is on the disk."""
        from toolkit.records.events import written

        with self._use() as db:
            db.execute(
                "INSERT INTO events SELECT ?, max(seq) + 1, ? FROM events WHERE run = ?",
                (run, written(event), run),
            )

    def end(self, run: int) -> None:
        """Mark a run as finished or given up; it is not offered again."""
        with self._use() as db:
            db.execute("UPDATE runs SET ended = 1 WHERE id = ?", (run,))

    def unfinished(self) -> tuple[Unfinished, ...]:
        """Runs that were broken off, the newest first; one whose lines cannot be read is not."""
        from toolkit.records.events import read

        found = []
        with self._use() as db:
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
        with self._use() as db:
            found = db.execute(
                "SELECT lesson FROM runs WHERE NOT ended"
                " AND EXISTS (SELECT 1 FROM events WHERE run = id AND seq > 0)"
            ).fetchall()
        return frozenset(lesson for (lesson,) in found)

    def setting(self, name: str) -> str | None:
        """A choice of the last time, such as the language."""
        with self._use() as db:
            found = db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return found[0] if found else None

    def keep_setting(self, name: str, value: str) -> None:
        """Keep a choice for the next time."""
        with self._use() as db:
            db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))

    def close(self) -> None:
        """Close the file. Nothing is lost by not calling it."""
        self._db.close()

    def _use(self) -> _Use:
        return _Use(self._db, self.path)


class _Use:
    """A transaction; a full or vanished disk becomes a Breakdown and changes nothing."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db = db
        self._path = path

    def __enter__(self) -> sqlite3.Connection:
        return self._db

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        try:
            if error is None:
                self._db.commit()
                return
            self._db.rollback()
        except sqlite3.Error as failed:
            error = failed
        if isinstance(error, sqlite3.Error):
            raise _cannot_keep(self._path, error) from error


def _open(path: Path) -> sqlite3.Connection:
    # The kiosk and the hall may be open side by side; a short wait beats an error.
    # One thread uses it; but it is closed by whichever thread happens to collect what is left.
    db = sqlite3.connect(path, timeout=5, check_same_thread=False)
    try:
        _insist_ours(db, path)
        # Write-ahead logging needs one sync for each event, a rollback journal four; where a
        # file system cannot do it, SQLite stays with the other, and EXTRA syncs the folder too.
        (mode,) = db.execute("PRAGMA journal_mode = WAL").fetchone()
        db.execute(f"PRAGMA synchronous = {'FULL' if mode == 'wal' else 'EXTRA'}")
        db.executescript(_SCHEMA)
    except (sqlite3.Error, Breakdown):
        db.close()
        raise
    return db


def _insist_ours(db: sqlite3.Connection, path: Path) -> None:
    """Raise Breakdown for a journal that this program is too old to write into."""
    if db.execute("PRAGMA user_version").fetchone()[0] > FORMAT:
        raise Breakdown(
            Said(N_("{path} was written by a newer Cek Dulu."), {"path": path}),
            Said(N_("Use the newer one, or choose another folder with --data DIR."), {}),
        )


def _set_aside(path: Path) -> Path:
    for number in range(1, 1000):
        aside = path.with_name(f"{path.name}.damaged-{number}")
        if aside.exists():
            continue
        for end in ("-wal", "-shm"):
            # What belongs to the damaged file must not be read into the new one.
            beside = path.with_name(path.name + end)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + end))
        return path.rename(aside)
    raise OSError(f"{path}: too many damaged files beside it")


def _cannot_keep(path: Path, error: Exception) -> Breakdown:
    return Breakdown(
        Said(N_("Answers cannot be kept in {path}: {error}."), {"path": path, "error": error}),
        Said(N_("Make room on the disk, or choose another folder with --data DIR."), {}),
    )
