"""Gathering from 10,000 files of one session each, against plain SQLite inserts of the same rows.

    .venv/bin/python tests/bench/gather.py [FILES] [ROUNDS]

Both begin with an empty journal on this disk, opened as the program opens it, and end when all
is committed. Ours looks for the files, reads, sums up, checks and merges them, in batches; the
yardstick has all rows in memory already and inserts them in one transaction. The files are in
the system's memory after the first round, which is not counted.
"""

from __future__ import annotations

import gc
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import measure
from meetings import TALLIES, sessions

from toolkit.records.gather import gather, look_for
from toolkit.records.handover_file import content
from toolkit.records.journal import Journal
from toolkit.records.result_lines import as_json

Rows = dict[str, list[tuple[object, ...]]]


def main() -> None:
    """Measure and tell."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    with tempfile.TemporaryDirectory(prefix="cekdulu-bench-") as name:
        root = Path(name)
        size = write(root / "sticks", files)
        gathered(root / "first", root / "sticks")
        rows = rows_of(root / "first")
        ways: dict[str, Callable[[Path], None]] = {
            "cekdulu gather": lambda data: gathered(data, root / "sticks"),
            "plain inserts": lambda data: inserted(data, rows),
        }
        times: dict[str, list[float]] = {way: [] for way in ways}
        for round_ in range(rounds):
            for way, bring in ways.items():
                data = root / f"{way}-{round_}"
                gc.collect()
                began = time.perf_counter()
                bring(data)
                times[way].append(time.perf_counter() - began)
                if round_ == 0:
                    assert rows_of(data) == rows, f"{way} must hold the same rows"
    print(f"{files} files of one session, {size / files / 1024:.1f} KB and {TALLIES} tallies each")
    for way, taken in times.items():
        print(measure.row(way, taken))
    print(f"to plain inserts {measure.ratio(*times.values()):.2f} (aim: at most 2)")
    print(f"SQLite {sqlite3.sqlite_version}, {measure.machine('babel')}")


def write(sticks: Path, files: int) -> int:
    """Write the files, a hundred to a folder; returns their bytes."""
    size = 0
    for number, session in enumerate(sessions(files)):
        path = sticks / f"{number // 100:03}" / f"cek-dulu-{number:08x}.cekdulu"
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(content(f"{number:08x}", [as_json(session)]))
    return size


def gathered(data: Path, sticks: Path) -> None:
    """Ours."""
    journal = Journal(data)
    gather(journal, look_for([sticks]))
    journal.close()


def inserted(data: Path, rows: Rows) -> None:
    """The yardstick."""
    journal = Journal(data)
    with journal.writing() as db:
        for table, told in rows.items():
            places = ", ".join("?" * len(told[0]))
            db.executemany(f"INSERT INTO {table} VALUES ({places})", told)
    journal.close()


def rows_of(data: Path) -> Rows:
    """All rows that a journal holds of results."""
    journal = Journal(data)
    with journal.reading() as db:
        rows = {
            table: db.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
            for table in ("results", "tallies")
        }
    journal.close()
    return rows


if __name__ == "__main__":
    main()
