"""A report over 1,000,000 tallies.

    .venv/bin/python tests/bench/report.py [TALLIES] [ROUNDS]

Told in seconds, with the same tallies read by SQLite alone, summed in one query, beside it.
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

from toolkit.language import language
from toolkit.records.journal import Journal
from toolkit.records.reports import Asked, report
from toolkit.records.results import keep
from toolkit.report_files.text import lines


def main() -> None:
    """Measure and tell."""
    tallies = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    count = tallies // TALLIES
    with tempfile.TemporaryDirectory(prefix="cekdulu-bench-") as name:
        journal = Journal(Path(name))
        with journal.writing() as db:
            for session in sessions(count):
                keep(db, session, gathered=True)
        ways: dict[str, Callable[[], object]] = {
            "everything": lambda: text(journal, Asked()),
            "half a year": lambda: text(journal, Asked(since="2026-06-01")),
            "one village": lambda: text(journal, Asked(village="Desa 7")),
            "SQLite alone, sum of all hands by cell": lambda: summed(journal),
        }
        times: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(rounds):
            for way, make in ways.items():
                gc.collect()
                began = time.perf_counter()
                make()
                times[way].append(time.perf_counter() - began)
        size = journal.path.stat().st_size / 1e6
        journal.close()
    print(f"{count * TALLIES:,} tallies of {count:,} sessions, {size:.0f} MB")
    for way, taken in times.items():
        print(measure.row(way, taken))
    print(f"SQLite {sqlite3.sqlite_version}, {measure.machine('babel')}")


def text(journal: Journal, asked: Asked) -> list[str]:
    """The report, worked out and laid out for the console."""
    return [*lines(report(journal, asked).figures, language("id"))]


def summed(journal: Journal) -> object:
    """The least that there is to do."""
    with journal.reading() as db:
        return db.execute(
            "SELECT question, option, occasion, form, kind, objective, is_right, paired,"
            " sum(hands) FROM tallies GROUP BY 1, 2, 3, 4, 5, 6, 7, 8"
        ).fetchall()


if __name__ == "__main__":
    main()
