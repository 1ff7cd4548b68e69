"""Sessions in the journal: kept line by line, and read as far as they are whole.

The first line holds the agenda in all its words and fills several pages, and without it
nothing of a session can be told. It is kept twice, so that no damage to one of them matters.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from toolkit.language import Said, said
from toolkit.records.events import read_hall
from toolkit.records.hall_lines import Line, folded, sound
from toolkit.records.journal import Journal
from toolkit.session.hall import Hall, Opened
from toolkit.session.result import Result

DAMAGED = "-damaged-"
"""What stands in the name of lines that were put aside, between the session's and a number."""

AGAIN = "~"
"""What stands before a session's name where its first line is kept again: far from the others."""

MOST_OFFERED = 20
"""So many sessions are read through when the hall is opened; older ones follow when these end."""

CUT = "cut-off-"
"""What stands before a session's name in the setting that says after how many lines it was cut."""


@dataclass(frozen=True, slots=True)
class Log:
    """What is whole of a session: its lines, and the state that they lead to, if to any.

    `broken` says that more was written, and cannot be read any more; `mended` that the
    first line was only whole in its copy.
    """

    uid: str
    lines: tuple[Line, ...]
    hall: Hall | None
    broken: bool
    mended: bool


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session that was not ended, as far as it is whole.

    `step` is the id of the step it stands at. `fits` says whether it can be gone on with;
    `trouble` says what is not as it was, if anything is. `hall` is its state.
    """

    uid: str
    village: str
    day: str
    heads: int
    step: str
    fits: bool
    trouble: Said | None
    hall: Hall | None


class Diverged(Exception):
    """Another window has gone on with the session; its next line is there already."""


class Incomplete(Exception):
    """The file does not hold the lines before the one to be kept; it is another file by now."""


def keep(
    journal: Journal, uid: str, lines: Sequence[Line], start: int, result: Result | None = None
) -> None:
    """Keep the lines of a session from number `start` on. When this returns, they are on the disk.

    `lines` are all of its lines; those before `start` are taken to be there. `result` is
    what the session came to, if the last line is its end. Raises Diverged or Incomplete
    where they do not follow what is there, and Breakdown where the disk fails; then
    nothing of them was kept.
    """
    with journal.writing() as db:
        if start:
            there = _chain(db, uid, start - 1)
            if there != lines[start - 1].chain:
                raise Incomplete if there is None else Diverged
        for line in lines[start:]:
            there = _chain(db, uid, line.seq)
            # It may have been kept although the disk said that it was not.
            if there not in (None, line.chain):
                raise Diverged
            if there is None:
                insert(db, uid, line)
        if result is not None:
            from toolkit.records import results

            mark_ended(db, uid)
            results.keep(db, result, gathered=False)


def log(journal: Journal, uid: str) -> Log:
    """What is whole of a session. Raises Breakdown where the file cannot be read at all."""
    with journal.reading() as db:
        return _log(db, uid)


def left_open(journal: Journal) -> tuple[OpenSession, ...]:
    """Sessions that were not ended, the newest first, MOST_OFFERED at most. Raises Breakdown."""
    with journal.reading() as db:
        found = db.execute("SELECT uid FROM sessions WHERE NOT ended ORDER BY rowid DESC")
        # One whose entry was damaged is only there by its lines.
        uids = dict.fromkeys([*(uid for (uid,) in found.fetchall()), *_without_entry(db)])
        logs = (_log(db, uid) for uid in uids if isinstance(uid, str))
        not_ended = (log for log in logs if not (log.hall and log.hall.ended))
        return tuple(
            _open_session(log, _lost_after(db, log)) for log in islice(not_ended, MOST_OFFERED)
        )


def give_up(journal: Journal, uid: str) -> None:
    """Do not offer a session again that cannot be gone on with. Its lines stay. Raises Breakdown."""
    with journal.writing() as db:
        mark_ended(db, uid)


def mark_ended(db: sqlite3.Connection, uid: str) -> None:
    """Note that a session is not to be offered again, as part of the caller's transaction."""
    db.execute(
        "INSERT INTO sessions VALUES (?, '', '', 0, 1) ON CONFLICT (uid) DO UPDATE SET ended = 1",
        (uid,),
    )


def mark_cut(db: sqlite3.Connection, uid: str, whole: int) -> None:
    """Note that a session lost what followed its first `whole` lines, as part of a transaction."""
    db.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (f"{CUT}{uid}", str(whole)))


def villages(journal: Journal) -> tuple[str, ...]:
    """The villages of this laptop's sessions, the newest first. Raises Breakdown."""
    with journal.reading() as db:
        rows = db.execute("SELECT village FROM sessions ORDER BY rowid DESC").fetchall()
    return tuple(dict.fromkeys(one for (one,) in rows if isinstance(one, str) and one))


def make_sound(journal: Journal, whole: Log) -> None:
    """Make the file hold what is whole of a session, so that it can be gone on with.

    What cannot be read stays, under another name. Raises Breakdown.
    """
    if not (whole.mended or whole.broken):
        return
    with journal.writing() as db:
        if whole.mended:
            _put(db, "REPLACE", whole.uid, whole.lines[0])
        if not whole.broken:
            return
        mark_cut(db, whole.uid, len(whole.lines))
        taken = db.execute(
            "SELECT count(DISTINCT session) FROM happenings WHERE session > ? AND session < ?",
            (f"{whole.uid}{DAMAGED}", f"{whole.uid}{DAMAGED}~"),
        ).fetchone()[0]
        db.execute(
            "UPDATE happenings SET session = ? WHERE session = ? AND (seq >= ? OR seq < 0)",
            (f"{whole.uid}{DAMAGED}{taken + 1}", whole.uid, len(whole.lines)),
        )


def insert(db: sqlite3.Connection, uid: str, line: Line) -> None:
    """Put a line into the file, as part of the caller's transaction."""
    if line.seq == 0:
        _enter(db, uid, line)
        _put(db, "REPLACE", AGAIN + uid, line)
    _put(db, "INSERT", uid, line)


def _put(db: sqlite3.Connection, how: str, name: str, line: Line) -> None:
    db.execute(
        f"{how} INTO happenings VALUES (?, ?, ?, ?, ?, ?)",
        (name, line.seq, line.at, line.wall, line.body, line.chain),
    )


def _enter(db: sqlite3.Connection, uid: str, first: Line) -> None:
    opened = read_hall(first.body)
    assert isinstance(opened, Opened)
    # Only for lists: what counts is in the event, and a letter that is none must not stop it.
    village = opened.setup.village.encode("utf-8", "replace").decode("utf-8")
    db.execute(
        "INSERT OR IGNORE INTO sessions VALUES (?, ?, ?, ?, 0)",
        (uid, village, opened.day, first.wall),
    )


def _chain(db: sqlite3.Connection, uid: str, seq: int) -> str | None:
    found = db.execute(
        "SELECT chain FROM happenings WHERE session = ? AND seq = ?", (uid, seq)
    ).fetchone()
    return found[0] if found else None


def _log(db: sqlite3.Connection, uid: str) -> Log:
    rows = _rows(db, uid)
    lines, written, mended = tuple(sound(rows, uid)), len(rows), False
    if not lines and (again := tuple(sound(_rows(db, AGAIN + uid), uid))):
        rest = [row for row in rows if row[0] != 0]
        lines, written, mended = (*again, *sound(rest, again[0].chain, 1)), 1 + len(rest), True
    hall, fit = folded(lines)
    return Log(uid, lines[:fit], hall, broken=fit < written, mended=mended)


def _rows(db: sqlite3.Connection, name: str) -> list[Sequence[object]]:
    return db.execute(
        "SELECT seq, at, wall, body, chain FROM happenings WHERE session = ? ORDER BY seq", (name,)
    ).fetchall()


def _lost_after(db: sqlite3.Connection, log: Log) -> int | None:
    """After how many lines a session was cut off by damage, just now or once; None if never."""
    if log.broken:
        return len(log.lines)
    found = db.execute("SELECT value FROM settings WHERE name = ?", (CUT + log.uid,)).fetchone()
    return int(found[0]) if found and str(found[0]).isdecimal() else None


def _without_entry(db: sqlite3.Connection) -> list[str]:
    """Sessions that have lines, but are in no list."""
    found = db.execute(
        # Jumps from session to session, instead of reading all lines.
        "WITH RECURSIVE named(uid) AS (SELECT min(session) FROM happenings UNION ALL"
        " SELECT (SELECT min(session) FROM happenings WHERE session > uid) FROM named"
        " WHERE uid IS NOT NULL)"
        " SELECT uid FROM named WHERE ltrim(uid, ?) NOT IN (SELECT uid FROM sessions)",
        (AGAIN,),
    ).fetchall()
    uids = [uid for (uid,) in found if isinstance(uid, str) and DAMAGED not in uid]
    return [uid.removeprefix(AGAIN) for uid in uids]


def _open_session(log: Log, lost_after: int | None) -> OpenSession:
    hall, trouble = log.hall, None
    if hall is None:
        trouble = said("The beginning of this session is damaged; it cannot be gone on with.")
        return OpenSession(log.uid, "", "", 0, "", fits=False, trouble=trouble, hall=None)
    if lost_after is not None:
        trouble = said(
            "Part of this session was lost by damage to the file: what followed its first {n} entries. See where it stands before you go on.",
            n=lost_after,
        )
    return OpenSession(
        log.uid, hall.setup.village, hall.day, hall.heads, hall.step.id,
        fits=True, trouble=trouble, hall=hall,
    )  # fmt: skip
