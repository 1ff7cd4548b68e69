"""The power goes at any moment: what had happened is on the disk, whatever was not synced is gone.

A kill cannot show this, for the system writes on. So the program's real writes and syncs are
logged, and replayed up to some moment; of what was not synced by then any part is left out.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pytest
from records.disk_log import Call, Disk, logged
from records.meeting import EVENTS
from records.memory import in_memory

from toolkit.records import filesystem
from toolkit.records.events import read_hall
from toolkit.records.hall_journal import log
from toolkit.records.journal import Journal

CUTS = 400

PROGRAM = """
import os, sys
from pathlib import Path
from records.meeting import AGENDA, EVENTS, SETUP
from toolkit.records import filesystem
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open

filesystem.kind_of = lambda folder: sys.argv[2]

def tell(count):
    os.write(1, f"{kept.uid} {count}\\n".encode())

folder = Path(sys.argv[1], "new", "data")
journal = Journal(folder)
kept = KeptSession.begin(SETUP, AGENDA, journal)
tell(1)
for number, event in enumerate(EVENTS[:40], 2):
    if number == 12:
        journal.close()
        journal = Journal(folder)
        kept = KeptSession.resume(left_open(journal)[0], journal)
        # So that it comes several times while we look: the log is written into the file.
        journal._db.execute("PRAGMA wal_autocheckpoint = 10")
    kept.happen(event)
    assert kept.trouble is None, kept.trouble
    tell(number)
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is a tool of Linux")


Recorded = Callable[[str], tuple[list[Call], Path]]


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Recorded:
    """What the program does on a disk of some kind, and the folder it does it in."""

    @cache
    def record(kind: str) -> tuple[list[Call], Path]:
        root = tmp_path_factory.mktemp(kind) / "data"
        root.mkdir()
        tests = Path(__file__).parent.parent
        env = {**os.environ, "PYTHONPATH": f"{tests.parent}{os.pathsep}{tests}"}
        command = [sys.executable, "-c", PROGRAM, str(root), kind]
        return logged(command, root.with_name("strace.log"), env), root

    return record


def after_cuts(
    found: list[Call], root: Path, cuts: int, seed: int, without: bool | None = None
) -> list[str]:
    """What is wrong with what the cuts left, if anything is.

    `without` leaves out the syncs of folders (True) or of files (False).
    """
    random = Random(seed)
    moments = sorted(random.randrange(len(found) + 1) for _ in range(cuts))
    disk, taken, wrong = Disk(root, without), 0, []
    for moment in moments:
        for call in found[taken:moment]:
            disk.take(call)
        taken = moment
        with in_memory() as name:
            disk.cut(random, Path(name))
            if trouble := lost(Path(name), disk.told):
                wrong.append(f"cut at call {moment} of {len(found)}: {trouble}")
    return wrong


def lost(folder: Path, told: list[str]) -> str:
    """Whatever is not there of what was told to have happened, or is there and was not done."""
    journal = Journal(folder / "new" / "data")
    try:
        if journal.set_aside is not None:
            return "the file was damaged"
        if not told:
            return ""
        uid, count = told[-1].split()
        whole = log(journal, uid)
        happened = tuple(read_hall(line.body) for line in whole.lines)
        if whole.broken or happened[1:] != EVENTS[: len(happened) - 1]:
            return "the session is not what it was"
        if len(happened) not in (int(count), int(count) + 1):
            return f"{count} events had happened, {len(happened)} are there"
    finally:
        journal.close()
    return ""


@pytest.mark.parametrize("kind", ["ext4", "vfat"])
def test_what_happened_before_a_power_cut_is_there_after_it(
    kind: str, calls: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a write-ahead log and without: hundreds of cuts, each with another part missing."""
    found, root = calls(kind)
    assert sum(call.name in ("fsync", "fdatasync") for call in found) > 40
    monkeypatch.setattr(filesystem, "kind_of", lambda folder: kind)
    assert after_cuts(found, root, CUTS, seed=7) == []


@pytest.mark.parametrize("kind", ["ext4", "vfat"])
@pytest.mark.parametrize("of_folders", [False, True])
def test_a_program_that_did_not_sync_would_be_found_out(
    kind: str, of_folders: bool, calls: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same cuts show the loss as soon as the syncs of files or of folders are not there."""
    found, root = calls(kind)
    monkeypatch.setattr(filesystem, "kind_of", lambda folder: kind)
    assert len(after_cuts(found, root, 100, seed=7, without=of_folders)) > 5
