"""A damaged journal: put aside, never deleted, and everything whole in it read over.

The new file is made beside the damaged one and takes its place only when it is complete, so
that a power cut in the middle costs nothing. Rows are taken from single pages (see `pages`)
and believed as far as they can be: of a session what its hashes prove, of a result what its
line proves, of the rest what has the right form.
"""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.disk import sync_folder
from toolkit.language import Said, said
from toolkit.records import results
from toolkit.records.connection import connect
from toolkit.records.events import read, read_hall
from toolkit.records.hall_journal import (
    AGAIN,
    DAMAGED,
    insert,
    mark_cut,
    mark_ended,
)
from toolkit.records.hall_lines import Line, folded, sound
from toolkit.records.journal import SALVAGED
from toolkit.records.pages import Row, rows
from toolkit.records.result_lines import digest_of
from toolkit.session.hall import Ended

BESIDE = ("-wal", "-journal", "-shm")
"""The ends of the names of files that belong to a database, and must not be read into another."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How much of a damaged journal was whole.

    `broken` counts the sessions among `sessions` of which the last part is lost, and `lost`
    those of which nothing is left that can be used, not even a result.
    """

    sessions: int = 0
    broken: int = 0
    results: int = 0
    runs: int = 0
    lost: int = 0

    def told(self) -> Said:
        """The same in a sentence."""
        return said(
            "Saved from it: {sessions} sessions, {results} results, {runs} lessons begun. Sessions without their last part: {broken}; sessions lost: {lost}.",
            sessions=self.sessions,
            results=self.results,
            runs=self.runs,
            broken=self.broken,
            lost=self.lost,
        )


def set_aside(path: Path) -> tuple[Path, Salvaged]:
    """Put a damaged journal aside, and one with all that was whole in it in its place.

    Returns where the damaged one lies now. Raises OSError or sqlite3.Error where the disk
    fails; then the damaged one is still, or again by the next opening, where it was.
    """
    # Where only its log is left, the file has at least a name.
    path.touch()
    found = _look_through(path)
    draft = path.with_name(f"{path.name}.salvaging-{os.getpid()}")
    draft.unlink(missing_ok=True)
    try:
        # No log beside it: it is one file that will be moved.
        db = connect(draft, wal=False)
        try:
            salvaged = _fill(db, found)
        finally:
            db.close()
        draft.replace(path.with_name(path.name + SALVAGED))
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    path.rename(_free(path))
    return finish(path), salvaged


def finish(path: Path) -> Path:
    """Put what was salvaged in the place of what was set aside, if that has not been done yet.

    Returns where the damaged file lies. Raises OSError.
    """
    aside = _last(path)
    for end in BESIDE:
        beside = path.with_name(path.name + end)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + end))
    path.with_name(path.name + SALVAGED).replace(path)
    sync_folder(path.parent)
    return aside


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.damaged-{number}")


def _free(path: Path) -> Path:
    return _aside(path, max(_taken(path), default=0) + 1)


def _last(path: Path) -> Path:
    return _aside(path, max(_taken(path), default=1))


def _taken(path: Path) -> list[int]:
    """The numbers of the damaged files beside it."""
    beginning = _aside(path, 0).name[:-1]
    ends = (one.name.removeprefix(beginning) for one in path.parent.iterdir())
    return [int(end) for end in ends if end.isdecimal()]


@dataclass(slots=True)
class _Found:
    """Rows of a damaged file, by what they look like."""

    runs: dict[int, tuple[str, int]] = field(default_factory=dict)
    events: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    settings: dict[str, str] = field(default_factory=dict)
    ended: dict[str, int] = field(default_factory=dict)
    lines: dict[str, dict[int, list[Row]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    results: dict[str, int] = field(default_factory=dict)


def _look_through(path: Path) -> _Found:
    found = _Found()
    for number, row in rows(path):
        match row:
            case (None, str(lesson), int(ended)) if number is not None and ended in (0, 1):
                _, known = found.runs.get(number, ("", 0))
                found.runs[number] = (lesson, max(ended, known))
            case (int(run), int(seq), str(body)) if _is_event(body):
                found.events[run][seq] = body
            case (str(name), str(value)) if number is None:
                found.settings[name] = value
            case (str(uid), str(), str(), int(), int(ended)) if ended in (0, 1):
                found.ended[uid] = max(ended, found.ended.get(uid, 0))
            case (str(uid), int(seq), int(), int(), str(), str()) if DAMAGED not in uid:
                found.lines[uid.removeprefix(AGAIN)][seq].append(row[1:])
            case (None, str(), int(), str(digest), int(gathered), *_, str(body)) if (
                digest == digest_of(body)
            ):
                found.results[body] = min(gathered, found.results.get(body, 1))
    return found


def _is_event(body: str) -> bool:
    try:
        read(body)
    except ValueError:
        return False
    return True


def _fill(db: sqlite3.Connection, found: _Found) -> Salvaged:
    """Write what was found in one transaction; returns how much of it was whole."""
    db.execute("BEGIN IMMEDIATE")
    db.executemany("INSERT INTO settings VALUES (?, ?)", found.settings.items())
    runs = _fill_runs(db, found)
    whole = _fill_results(db, found)
    logs = [_whole(uid, by_seq) for uid, by_seq in found.lines.items()]
    logs = sorted((log for log in logs if log[1]), key=lambda log: log[1][0].wall)
    broken = 0
    for uid, lines, complete in logs:
        for line in lines:
            insert(db, uid, line)
        ended = isinstance(read_hall(lines[-1].body), Ended)
        # One that was given up is not offered again; but one whose end is lost is.
        if ended or uid in whole or (complete and found.ended.get(uid)):
            mark_ended(db, uid)
        if not complete or (found.ended.get(uid) and not ended):
            broken += 1
            mark_cut(db, uid, len(lines))
    lost = _known(found) - whole - {uid for uid, _, _ in logs}
    db.execute("COMMIT")
    return Salvaged(len(logs), broken, len(whole), runs, len(lost))


def _known(found: _Found) -> set[str]:
    """Sessions that there surely were. One line by itself may only have lost its name."""
    return {uid for uid in found.lines if len(found.lines[uid]) > 1} | set(found.ended)


def _whole(uid: str, by_seq: dict[int, list[Row]]) -> tuple[str, tuple[Line, ...], bool]:
    """A session's lines up to the first that is not whole, and whether that is all of them."""
    lines: list[Line] = []
    chain = uid
    while rows_here := by_seq.get(len(lines)):
        # A page may be there twice, as it is and as it once was.
        good = next((line for row in rows_here for line in sound([row], chain, len(lines))), None)
        if good is None:
            break
        lines.append(good)
        chain = good.chain
    _, fit = folded(lines)
    return uid, tuple(lines[:fit]), fit > max(by_seq)


def _fill_runs(db: sqlite3.Connection, found: _Found) -> int:
    kept = 0
    for run, (lesson, ended) in found.runs.items():
        by_seq = found.events.get(run, {})
        bodies: list[str] = []
        while len(bodies) in by_seq:
            bodies.append(by_seq[len(bodies)])
        if not bodies:
            continue
        db.execute("INSERT INTO runs VALUES (?, ?, ?)", (run, lesson, ended))
        db.executemany(
            "INSERT INTO events VALUES (?, ?, ?)",
            [(run, seq, body) for seq, body in enumerate(bodies)],
        )
        kept += 1
    return kept


def _fill_results(db: sqlite3.Connection, found: _Found) -> set[str]:
    whole = set()
    for body, gathered in found.results.items():
        try:
            result = results.from_json(body)
        except ValueError:
            continue
        results.keep(db, result, gathered=bool(gathered))
        whole.add(result.uid)
    return whole
