"""Versions of the journal's file: an older one becomes today's, and nothing in it is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from toolkit.errors import Breakdown
from toolkit.records.connection import connect
from toolkit.records.journal import Journal
from toolkit.records.last_choice import FILE_NAME
from toolkit.records.schema import COLUMNS, FORMAT, bring_up_to_date
from toolkit.session.run import Answered, QuizOpened, Turned

FIRST = """
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, lesson TEXT NOT NULL, ended INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS events (
    run INTEGER NOT NULL REFERENCES runs (id), seq INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (run, seq)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 1;
"""
"""What version 1 wrote, word for word."""

RUNS = [(1, "ship", 1), (2, "port", 0)]
EVENTS = [
    (1, 0, '{"event": "started", "lesson": "ship", "seed": "ab", "questions": ["ship-01"]}'),
    (2, 0, '{"event": "started", "lesson": "port", "seed": "cd", "questions": ["port-01"]}'),
    (2, 1, '{"event": "turned", "page": 3}'),
    (2, 2, '{"event": "quiz-opened"}'),
    (2, 3, '{"event": "answered", "question": "port-01", "answer": ["a", "b"]}'),
]
SETTINGS = [("language", "en"), ("theme", "light")]

DYING = """
import os, shutil, signal, sqlite3, sys
from pathlib import Path
from toolkit.records import connection
import toolkit.records.results

class Dying(sqlite3.Connection):
    left = 0

    def execute(self, *statement):
        if Dying.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        Dying.left -= 1
        return super().execute(*statement)

plain = sqlite3.connect
sqlite3.connect = lambda *given, **named: plain(*given, **named, factory=Dying)
folder, old = Path(sys.argv[1]), Path(sys.argv[2])
for number in range(200):
    path = folder / str(number) / old.name
    path.parent.mkdir()
    shutil.copy(old, path)
    child = os.fork()
    if child == 0:
        Dying.left = number
        connection.connect(path, wal=True)
        os._exit(0)
    if os.waitpid(child, 0)[1] == 0:
        break
print(number)
"""
"""Brings copies of a file up to date; the first is killed at its first statement, and so on."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as version 1 left it, with two runs and two settings."""
    path = tmp_path / "old" / FILE_NAME
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.executescript(FIRST)
        db.executemany("INSERT INTO runs VALUES (?, ?, ?)", RUNS)
        db.executemany("INSERT INTO events VALUES (?, ?, ?)", EVENTS)
        db.executemany("INSERT INTO settings VALUES (?, ?)", SETTINGS)
        db.commit()
    return path


def held(path: Path) -> tuple[int, list[object]]:
    """The version of a file, and all the rows that version 1 knows of."""
    with closing(sqlite3.connect(path)) as db:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        return version, [
            db.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            for table in ("runs", "events", "settings")
        ]


def tables(path: Path) -> dict[str, str]:
    """The tables and indexes of a file, in the words that made them."""
    with closing(sqlite3.connect(path)) as db:
        return dict(db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def test_everything_of_the_first_version_is_still_there(old: Path) -> None:
    """Runs, answers and settings survive the upgrade, and are read as they were."""
    journal = Journal(old.parent)
    assert held(old) == (FORMAT, [RUNS, EVENTS, SETTINGS])
    (unfinished,) = journal.unfinished()
    assert unfinished.events[1:] == (Turned(3), QuizOpened(), Answered("port-01", ("a", "b")))
    assert journal.setting("language") == "en"
    journal.keep(unfinished.run, Turned(1))
    assert journal.unfinished()[0].events[-1] == Turned(1)


def test_an_old_file_and_a_new_one_come_to_the_same_tables(old: Path, tmp_path: Path) -> None:
    """There is one way to today's version, however long it is."""
    Journal(old.parent).close()
    Journal(tmp_path / "new").close()
    made = tables(tmp_path / "new" / FILE_NAME)
    assert tables(old) == made
    assert set(COLUMNS) <= set(made)


def test_a_first_version_that_was_killed_while_it_was_made_is_completed(tmp_path: Path) -> None:
    """Version 1 made its tables one by one; a file with some of them is no obstacle."""
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as db:
        db.execute(FIRST.split(";", maxsplit=1)[0])
    Journal(tmp_path).keep_setting("language", "en")
    assert Journal(tmp_path).setting("language") == "en"
    assert Journal(tmp_path).set_aside is None


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
def test_a_kill_anywhere_in_an_upgrade_leaves_the_old_or_the_new(old: Path, tmp_path: Path) -> None:
    """Killed before each of its statements in turn: never anything between two versions."""
    folder = tmp_path / "killed"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(folder), str(old)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    kills = int(done.stdout)
    assert kills > 15
    seen = set()
    for number in range(kills + 1):
        path = folder / str(number) / FILE_NAME
        version, rows = held(path)
        assert rows == [RUNS, EVENTS, SETTINGS], number
        assert ("happenings" in tables(path)) == ("tallies" in tables(path)) == (version == 2)
        seen.add(version)
        Journal(path.parent).close()
        assert held(path) == (FORMAT, rows)
    assert seen == {1, 2}


def test_two_windows_that_upgrade_at_once_do_it_once(old: Path) -> None:
    """Whoever comes second finds it done, also if it looked before."""

    class Late(sqlite3.Connection):
        asked = False

        def execute(self, *statement: object) -> sqlite3.Cursor:  # type: ignore[override]
            if statement == ("BEGIN IMMEDIATE",) and not self.asked:
                self.asked = True
                Journal(old.parent).close()
            return super().execute(*statement)  # type: ignore[arg-type]

    with closing(sqlite3.connect(old, isolation_level=None, factory=Late)) as db:
        bring_up_to_date(db)
        assert db.asked
    assert held(old) == (FORMAT, [RUNS, EVENTS, SETTINGS])


def test_a_disk_that_fills_up_during_an_upgrade_leaves_the_old_file(old: Path) -> None:
    """The upgrade is refused as a whole, and succeeds when there is room again."""
    with closing(sqlite3.connect(old, isolation_level=None)) as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(sqlite3.OperationalError, match="full"):
            bring_up_to_date(db)
    assert held(old) == (1, [RUNS, EVENTS, SETTINGS])
    Journal(old.parent)
    assert held(old)[0] == FORMAT


def test_a_file_of_a_newer_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    """Also on a stick, where the way of keeping would otherwise be changed."""
    Journal(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as db:
        db.execute(f"PRAGMA user_version = {FORMAT + 1}")
    before = (tmp_path / FILE_NAME).read_bytes()
    for wal in (True, False):
        with pytest.raises(Breakdown, match="newer"):
            connect(tmp_path / FILE_NAME, wal=wal)
        assert (tmp_path / FILE_NAME).read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [FILE_NAME]
