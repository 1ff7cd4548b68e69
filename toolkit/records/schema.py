"""The tables of the journal's file, and how an older file becomes a newer one.

Every version of the file that was ever written stands here for good. A file is brought from
one version to the next in one transaction, together with its number: if the power goes, it
is the old one or the new one. Nothing is dropped on the way.
"""

from __future__ import annotations

import sqlite3

FORMAT = 2
"""The version of the files that this program writes, kept in their `user_version`."""

# Its creation was not one transaction once, so some of it may be there already.
_RUNS = """
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, lesson TEXT NOT NULL, ended INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS events (
    run INTEGER NOT NULL REFERENCES runs (id), seq INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (run, seq)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

# `at` counts seconds since the session was opened, `wall` seconds since 1970.
_SESSIONS = """
CREATE TABLE sessions (
    uid TEXT PRIMARY KEY, village TEXT NOT NULL, day TEXT NOT NULL, opened_wall INTEGER NOT NULL,
    ended INTEGER NOT NULL DEFAULT 0);
CREATE TABLE happenings (
    session TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, wall INTEGER NOT NULL,
    body TEXT NOT NULL, chain TEXT NOT NULL, PRIMARY KEY (session, seq)) WITHOUT ROWID;
"""

COLUMNS = {
    "runs": "id, lesson, ended",
    "events": "run, seq, body",
    "settings": "name, value",
    "sessions": "uid, village, day, opened_wall, ended",
    "happenings": "session, seq, at, wall, body, chain",
    "results": "id, uid, events, digest, gathered, day, village, heads, body",
    "tallies": "result, occasion, form, question, kind, objective, option, is_right, hands, gap, paired",
}
"""What every file of today has, by table; it may have more."""


def bring_up_to_date(db: sqlite3.Connection) -> None:
    """Give a file the tables of today. Needs a connection that begins transactions by hand.

    Raises sqlite3.Error where the file cannot be written; it is then as it was.
    """
    while (version := version_of(db)) < FORMAT:
        db.execute("BEGIN IMMEDIATE")
        try:
            # Another window may have been quicker.
            if version_of(db) == version:
                for statement in _steps()[version]:
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {version + 1}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def insist_readable(db: sqlite3.Connection) -> None:
    """Raise sqlite3.OperationalError where one of the tables is not as it must be."""
    for table, columns in COLUMNS.items():
        db.execute(f"SELECT {columns} FROM {table} LIMIT 0")  # noqa: S608 - our own names


def version_of(db: sqlite3.Connection) -> int:
    """The version of an open file; 0 for an empty one."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)


def _steps() -> tuple[tuple[str, ...], ...]:
    """The statements that lead from each version to the next one."""
    # Only a file that is made or changed needs it, and it brings all of the sessions with it.
    from toolkit.records.results import TABLES

    return _statements(_RUNS), _statements(_SESSIONS + TABLES)


def _statements(script: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in script.split(";") if one.strip())
