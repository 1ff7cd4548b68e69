"""Killed at any moment: what happened is kept, and the session goes on where it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from random import Random

import pytest
from records.meeting import EVENTS
from records.memory import in_memory

from toolkit.records.events import read_hall
from toolkit.records.hall_journal import log
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open

AT_ONE_FILE = 25
"""So many kills in a row meet the same file, so that one leaves its traces to the next."""

WARM = Path(__file__).parent / "crashing.py"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")


@pytest.fixture
def leader() -> Iterator[subprocess.Popen[str]]:
    """The process whose children lead sessions."""
    with subprocess.Popen(
        [sys.executable, str(WARM)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(WARM.parent.parent.parent)},
    ) as running:
        yield running
        assert running.stdin
        running.stdin.close()


def killed(leader: subprocess.Popen[str], folder: Path, random: Random) -> list[tuple[str, int]]:
    """Let a child lead in `folder` and kill it at some moment; returns all that it told."""
    assert leader.stdin
    assert leader.stdout
    leader.stdin.write(f"{folder}\n")
    leader.stdin.flush()
    number = int(leader.stdout.readline())
    told = [leader.stdout.readline() for _ in range(random.randrange(20))]
    until = time.perf_counter() + random.uniform(0, 0.004)
    while time.perf_counter() < until:
        pass
    os.kill(number, signal.SIGKILL)
    told += iter(leader.stdout.readline, "gone\n")
    assert "gone\n" not in told
    return [(uid, int(count)) for uid, count in (line.split() for line in told)]


def kept(folder: Path, before: dict[str, int]) -> dict[str, int]:
    """How many events each session on the disk has; what is new must be as the script has it."""
    journal = Journal(folder)
    assert journal.set_aside is None
    with journal.reading() as db:
        found = dict(
            db.execute(
                "SELECT uid, count(seq) FROM sessions LEFT JOIN happenings ON session = uid GROUP BY uid"
            ).fetchall()
        )
        counted = {uid for (uid,) in db.execute("SELECT uid FROM results").fetchall()}
    for uid in (uid for uid in found if found[uid] != before.get(uid)):
        whole = log(journal, uid)
        assert not whole.broken
        assert not whole.mended
        assert tuple(read_hall(line.body) for line in whole.lines[1:]) == EVENTS[: found[uid] - 1]
        assert whole.hall
        assert whole.hall.ended == (uid in counted)
    left = left_open(journal)
    assert {one.uid for one in left} == set(found) - counted
    for one in left:
        assert KeptSession.resume(one, journal).hall == one.hall
    journal.close()
    return found


@pytest.mark.parametrize(
    ("kills", "memory"),
    [
        (50, False),
        (150, True),
        pytest.param(400, False, marks=pytest.mark.sweep),
        pytest.param(4000, True, marks=pytest.mark.sweep),
    ],
)
def test_never_more_than_the_last_key_is_lost(
    kills: int, memory: bool, leader: subprocess.Popen[str], tmp_path: Path
) -> None:
    """Hundreds of kills: all that was told to have happened is there, and one event more at most.

    Most of them in memory, where a file takes less time and a kill finds the same moments.
    """
    random = Random(kills)
    with in_memory() if memory else nullcontext(tmp_path) as root:
        kill_again_and_again(kills, leader, Path(root), random)


def kill_again_and_again(
    kills: int, leader: subprocess.Popen[str], root: Path, random: Random
) -> None:
    """At least so many times, and until the moments that matter were met.

    These are between an event's keeping and its telling, and a session's end. How soon they
    are met depends on what else the machine does; so it goes on, up to twenty times as long.
    """
    lost_replies = ended = 0
    known: dict[str, int] = {}
    for kill in range(20 * kills):
        if kill >= kills and ended and lost_replies > kills // 100:
            return
        folder = root / str(kill // AT_ONE_FILE)
        if not folder.exists():
            known = {}
        expected = known | dict(killed(leader, folder, random))
        known = kept(folder, known)
        assert set(expected) <= set(known)
        more = {uid: known[uid] - expected.get(uid, 0) for uid in known}
        assert sorted(more.values())[:-1] == [0] * (len(more) - 1), (kill, more)
        assert sum(more.values()) in (0, 1), (kill, more)
        lost_replies += sum(more.values())
        ended += list(expected.values()).count(len(EVENTS) + 1)
    pytest.fail(f"only {lost_replies} replies lost, {ended} sessions ended")
