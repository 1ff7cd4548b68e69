"""Results of sessions in the journal's file: this laptop's own, and those gathered from others.

Whatever is brought together, in whatever order and however often, comes to the same: of two
results with the same uid the one with more events stays, and of equally many the one whose
digest is greater; but this laptop's own goes before any from elsewhere. Every result is there
twice: whole, as the line that is carried on sticks, and as its tallies, which a report adds
up and holds against the line. One of which either was altered on the disk gives way to any
that is sound.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from enum import StrEnum

from toolkit.records.result_lines import ResultLine, as_json, digest_of, from_json, known, written
from toolkit.session.result import Result

__all__ = [
    "TABLES", "Merged", "as_json", "from_json", "has_its_tallies", "keep", "merge", "own_lines"
]  # fmt: skip

TABLES = """
CREATE TABLE IF NOT EXISTS results (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, events INTEGER NOT NULL, digest TEXT NOT NULL,
    gathered INTEGER NOT NULL, day TEXT NOT NULL, village TEXT NOT NULL, heads INTEGER NOT NULL,
    body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS tallies (
    result INTEGER NOT NULL REFERENCES results (id), occasion TEXT NOT NULL, form TEXT NOT NULL,
    question TEXT NOT NULL, kind TEXT NOT NULL, objective TEXT NOT NULL, option TEXT NOT NULL,
    is_right INTEGER NOT NULL, hands INTEGER, gap INTEGER NOT NULL, paired INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS tallies_of_result ON tallies (result);
"""
"""The tables; `occasion` is a tally's `when`, a word that SQL needs for itself.

What one to four people said in a session is NULL among the `tallies`, so that no sum has it;
the line (`body`) keeps it.

The index serves the report on one session or village and the replacing of a result. A report
on everything reads all tallies anyway.
"""


class Merged(StrEnum):
    """What became of a result that was brought in."""

    NEW = "new"
    KNOWN = "known"
    REPLACED = "replaced"


def keep(db: sqlite3.Connection, result: Result, *, gathered: bool) -> bool:
    """Keep a result, as part of the caller's transaction; False if the same or a newer is there.

    Raises sqlite3.Error where the file cannot be written.
    """
    return merge(db, written(result), gathered=gathered) is not Merged.KNOWN


def merge(db: sqlite3.Connection, line: ResultLine, *, gathered: bool) -> Merged:
    """Keep the result of a line, unless it is known; as part of the caller's transaction.

    One of this laptop's own is kept from its events, key by key: it stays its own, and as it
    is, whatever a stick brings under its uid, unless it was damaged here.
    Raises sqlite3.Error where the file cannot be written.
    """
    uid, events = line.values["uid"], line.values["events"]
    found = db.execute(
        "SELECT id, events, digest, gathered FROM results WHERE uid = ?", (uid,)
    ).fetchone()
    if found is None:
        _insert(db, None, line, gathered=gathered)
        return Merged.NEW
    id_, known_events, known_digest, was_gathered = found
    from_elsewhere = gathered and bool(was_gathered)
    new, old = (not gathered, events, line.digest), (not was_gathered, known_events, known_digest)
    goes_before = new > old and line.digest != known_digest
    if not goes_before and _is_sound(db, id_, known_events, known_digest, line):
        if from_elsewhere != bool(was_gathered):
            db.execute("UPDATE results SET gathered = 0 WHERE id = ?", (id_,))
        return Merged.KNOWN
    db.execute("DELETE FROM results WHERE id = ?", (id_,))
    _insert(db, id_, line, gathered=from_elsewhere)
    return Merged.REPLACED


def own_lines(db: sqlite3.Connection) -> Iterator[tuple[str, str, str]]:
    """The uid, line and digest of each session of this laptop itself, in order of uid."""
    yield from db.execute("SELECT uid, body, digest FROM results WHERE NOT gathered ORDER BY uid")


def has_its_tallies(db: sqlite3.Connection, id_: int, line: ResultLine) -> bool:
    """Are the tallies that are kept under a result's number those that its line tells?"""
    kept = db.execute("SELECT * FROM tallies WHERE result = ? ORDER BY rowid", (id_,))
    return kept.fetchall() == [*line.rows(id_)]


def _is_sound(db: sqlite3.Connection, id_: int, events: int, digest: str, new: ResultLine) -> bool:
    """Is what is kept as it was written? Mostly it is the same as the new one."""
    (body,) = db.execute("SELECT body FROM results WHERE id = ?", (id_,)).fetchone()
    if digest_of(body) != digest:
        return False
    kept = new if body == new.text else known(body, digest)
    return bool(kept.values["events"] == events) and has_its_tallies(db, id_, kept)


def _insert(db: sqlite3.Connection, id_: int | None, line: ResultLine, *, gathered: bool) -> None:
    values = line.values
    new = db.execute(
        "INSERT INTO results VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            id_, values["uid"], values["events"], line.digest, int(gathered), values["day"],
            line.village, values["heads"], line.text,
        ),
    ).lastrowid  # fmt: skip
    # Those of what it replaces, or one whose number was altered to this one.
    db.execute("DELETE FROM tallies WHERE result = ?", (new,))
    db.executemany(
        "INSERT INTO tallies VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        line.rows(new or 0),
    )
