"""Sessions in the journal: their events one by one, each bound to all before it.

Every line carries a hash of itself and of the line before, so that damage inside a line
is found, not only in the file's structure: reading stops before the first line that is
not as it was written. What is whole before it is a session that can be gone on with.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import uuid4

from toolkit.language import Said, said
from toolkit.records.events import read_hall, written
from toolkit.records.journal import Journal
from toolkit.session.hall import Event, Hall, Opened, after
from toolkit.session.result import Result
from toolkit.session.run import Impossible


@dataclass(frozen=True, slots=True)
class Line:
    """An event as it lies in the journal.

    `at` is in seconds since the session was opened, `wall` in seconds since 1970, as the
    laptop's clock had it. `chain` binds the line to those before it.
    """

    seq: int
    at: int
    wall: int
    body: str
    chain: str

    def follows(self, chain: str) -> bool:
        """Was this line written after the one with that `chain`, and is it as it was written?"""
        return self.chain == _bound(chain, self.seq, self.at, self.wall, self.body)


@dataclass(frozen=True, slots=True)
class Log:
    """What is whole of a session: its lines, and the state that they lead to, if to any.

    `broken` says that more was written, and cannot be read any more.
    """

    uid: str
    lines: tuple[Line, ...]
    hall: Hall | None
    broken: bool


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


def new_uid() -> str:
    """A name for a session that no other laptop will ever give."""
    return uuid4().hex


def first_line(uid: str, wall: int, event: Opened) -> Line:
    """The line that opens a session."""
    return _line(uid, 0, 0, wall, event)


def next_line(before: Line, at: int, wall: int, event: Event) -> Line:
    """The line of an event that happens after those written already."""
    return _line(before.chain, before.seq + 1, at, wall, event)


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

            db.execute("UPDATE sessions SET ended = 1 WHERE uid = ?", (uid,))
            results.keep(db, result, gathered=False)


def log(journal: Journal, uid: str) -> Log:
    """What is whole of a session. Raises Breakdown where the file cannot be read at all."""
    with journal.reading() as db:
        return _log(db, uid)


def left_open(journal: Journal) -> tuple[OpenSession, ...]:
    """Sessions that were not ended, the newest first. Raises Breakdown."""
    with journal.reading() as db:
        found = db.execute("SELECT uid FROM sessions WHERE NOT ended ORDER BY rowid DESC")
        # One whose entry was damaged is only there by its lines.
        uids = dict.fromkeys([*(uid for (uid,) in found.fetchall()), *_without_entry(db)])
        logs = [_log(db, uid) for uid in uids if isinstance(uid, str)]
    return tuple(_open_session(one) for one in logs if not (one.hall and one.hall.ended))


def give_up(journal: Journal, uid: str) -> None:
    """Do not offer a session again that cannot be gone on with. Its lines stay. Raises Breakdown."""
    with journal.writing() as db:
        db.execute("UPDATE sessions SET ended = 1 WHERE uid = ?", (uid,))
        if db.execute("SELECT changes()").fetchone() == (0,):
            db.execute("INSERT INTO sessions VALUES (?, '', '', 0, 1)", (uid,))


def villages(journal: Journal) -> tuple[str, ...]:
    """The villages of this laptop's sessions, the newest first. Raises Breakdown."""
    with journal.reading() as db:
        rows = db.execute("SELECT village FROM sessions ORDER BY rowid DESC").fetchall()
    return tuple(dict.fromkeys(one for (one,) in rows if isinstance(one, str) and one))


def put_tail_aside(journal: Journal, whole: Log) -> None:
    """Make room after the last whole line; what cannot be read stays, under another name.

    Raises Breakdown.
    """
    with journal.writing() as db:
        taken = db.execute(
            "SELECT count(DISTINCT session) FROM happenings WHERE session > ? AND session < ?",
            (f"{whole.uid}{DAMAGED}", f"{whole.uid}{DAMAGED}~"),
        ).fetchone()[0]
        db.execute(
            "UPDATE happenings SET session = ? WHERE session = ? AND (seq >= ? OR seq < 0)",
            (f"{whole.uid}{DAMAGED}{taken + 1}", whole.uid, len(whole.lines)),
        )


DAMAGED = "-damaged-"
"""What stands in the name of lines that were put aside, between the session's and a number."""


def sound(rows: Iterable[Sequence[object]], chain: str, first: int = 0) -> Iterator[Line]:
    """Lines in their order, up to the first that is not as it was written.

    `chain` is that of the line before number `first`; before line 0 it is the session's uid.
    """
    for seq, (number, at, wall, body, bound) in enumerate(rows, first):
        if not (type(number) is int and type(at) is int and type(wall) is int):
            return
        if not (isinstance(body, str) and isinstance(bound, str)) or number != seq:
            return
        line = Line(number, at, wall, body, bound)
        if not line.follows(chain):
            return
        yield line
        chain = line.chain


def folded(lines: Iterable[Line]) -> tuple[Hall | None, int]:
    """The state that lines lead to, and how many of them fit each other."""
    hall, fit = None, 0
    for line in lines:
        try:
            hall = after(hall, read_hall(line.body), line.at)
        except (ValueError, Impossible):
            break
        fit += 1
    return hall, fit


def _line(chain: str, seq: int, at: int, wall: int, event: Event) -> Line:
    body = written(event)
    return Line(seq, at, wall, body, _bound(chain, seq, at, wall, body))


def _bound(chain: str, seq: int, at: int, wall: int, body: str) -> str:
    said = f"{chain} {seq} {at} {wall} {body}"
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def insert(db: sqlite3.Connection, uid: str, line: Line) -> None:
    """Put a line into the file, as part of the caller's transaction."""
    if line.seq == 0:
        _enter(db, uid, line)
    db.execute(
        "INSERT INTO happenings VALUES (?, ?, ?, ?, ?, ?)",
        (uid, line.seq, line.at, line.wall, line.body, line.chain),
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
    rows = db.execute(
        "SELECT seq, at, wall, body, chain FROM happenings WHERE session = ? ORDER BY seq", (uid,)
    ).fetchall()
    lines = tuple(sound(rows, uid))
    hall, fit = folded(lines)
    return Log(uid, lines[:fit], hall, broken=fit < len(rows))


def _without_entry(db: sqlite3.Connection) -> list[object]:
    """Sessions that have lines, but are in no list."""
    found = db.execute(
        # Jumps from session to session, instead of reading all lines.
        "WITH RECURSIVE named(uid) AS (SELECT min(session) FROM happenings UNION ALL"
        " SELECT (SELECT min(session) FROM happenings WHERE session > uid) FROM named"
        " WHERE uid IS NOT NULL)"
        " SELECT uid FROM named WHERE uid NOT IN (SELECT uid FROM sessions)"
    ).fetchall()
    return [uid for (uid,) in found if isinstance(uid, str) and DAMAGED not in uid]


def _open_session(log: Log) -> OpenSession:
    hall, trouble = log.hall, None
    if hall is None:
        trouble = said("The beginning of this session is damaged; it cannot be gone on with.")
        return OpenSession(log.uid, "", "", 0, "", fits=False, trouble=trouble, hall=None)
    if log.broken:
        trouble = said(
            "The last part of this session is damaged. The first {n} entries are whole.",
            n=len(log.lines),
        )
    return OpenSession(
        log.uid, hall.setup.village, hall.day, hall.heads, hall.step.id,
        fits=True, trouble=trouble, hall=hall,
    )  # fmt: skip
