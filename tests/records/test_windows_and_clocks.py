"""Sessions in two windows, by clocks that are wrong, and in the lists that offer them."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from records.meeting import AGENDA, EVENTS, SETUP, Watch, begun, on_disk

from toolkit.language import language
from toolkit.records.clock import Clock
from toolkit.records.hall_journal import MOST_OFFERED, give_up
from toolkit.records.journal import Journal
from toolkit.records.kept_session import LONGEST_GAP, KeptSession, left_open, villages
from toolkit.session.agenda import Setup
from toolkit.session.hall import Ended, HeadsCounted, PutOff, Typed, WentOn


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A journal in a folder of its own."""
    return Journal(tmp_path / "data")


@pytest.fixture
def watch() -> Watch:
    """Clocks that stand still unless they are turned."""
    return Watch()


def test_of_two_windows_the_one_that_comes_late_is_told_and_sees_what_is(
    tmp_path: Path, journal: Journal, watch: Watch
) -> None:
    """Its event is not written over the other's, nor silently dropped; then it may go on."""
    kept = begun(journal, watch, 5)
    elsewhere = Journal(tmp_path / "data")
    other = KeptSession.resume(left_open(elsewhere)[0], elsewhere, watch.clock)
    other.happen(EVENTS[5])
    kept.happen(WentOn())
    assert kept.moved
    assert kept.hall == other.hall
    assert kept.trouble is not None
    assert "Another window has gone on with this session." in kept.trouble.tell(language("en"))
    kept.happen(EVENTS[6])
    assert (kept.moved, kept.trouble) == (False, None)
    other.happen(Typed("9"))
    assert other.moved
    assert other.hall == kept.hall
    assert on_disk(journal, kept.uid) == 8


def test_a_session_that_another_window_ended_is_over_here_too(
    tmp_path: Path, journal: Journal, watch: Watch
) -> None:
    """And its result is the other's; that it has ended is what is told."""
    kept = begun(journal, watch, 5)
    elsewhere = Journal(tmp_path / "data")
    KeptSession.resume(left_open(elsewhere)[0], elsewhere, watch.clock).happen(Ended())
    kept.happen(EVENTS[5])
    assert kept.moved
    assert kept.hall.ended
    assert kept.trouble is not None
    assert "Another window has ended this session." in kept.trouble.tell(language("en"))


def test_a_window_that_took_over_a_damaged_session_is_told_of_too(
    tmp_path: Path, journal: Journal, watch: Watch
) -> None:
    """It went on before lines that could not be read; the file then holds fewer than were kept."""
    kept = begun(journal, watch, 8)
    with closing(sqlite3.connect(journal.path)) as db:
        db.execute("UPDATE happenings SET chain = 'x' WHERE session = ? AND seq = 5", (kept.uid,))
        db.commit()
    elsewhere = Journal(tmp_path / "data")
    other = KeptSession.resume(left_open(elsewhere)[0], elsewhere, watch.clock)
    other.happen(HeadsCounted(25))
    kept.happen(EVENTS[8])
    assert kept.moved
    assert kept.hall == other.hall
    assert kept.trouble is not None
    assert "Another window has gone on with this session." in kept.trouble.tell(language("en"))
    kept.happen(EVENTS[5])
    assert (kept.moved, kept.trouble) == (False, None)


def test_another_window_that_is_writing_is_waited_for_and_then_told(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first time for five seconds, then no key waits so long; when it is done, all is kept."""
    waits: list[int] = []
    monkeypatch.setattr(
        Journal, "_wait", lambda self, ms, real=Journal._wait: (waits.append(ms), real(self, ms))
    )
    journal = Journal(tmp_path / "data")
    kept = begun(journal, watch, 2)
    journal._db.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(journal.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        kept.happen(EVENTS[2])
        assert kept.trouble is not None
        assert "another window" in kept.trouble.tell(language("en"))
        assert waits[-1] == 200
        other.execute("COMMIT")
    kept.happen(EVENTS[3])
    assert kept.trouble is None
    assert waits[-1] == 5000
    assert journal._db.execute("PRAGMA busy_timeout").fetchone() == (5000,)
    assert on_disk(journal, kept.uid) == 5


def test_two_processes_take_turns(tmp_path: Path, watch: Watch) -> None:
    """While another program writes a hundred settings, every event here is kept."""
    journal = Journal(tmp_path / "data")
    program = (
        "import sys; from pathlib import Path; from toolkit.records.journal import Journal\n"
        "journal = Journal(Path(sys.argv[1])); print(flush=True)\n"
        "for number in range(100): journal.keep_setting('n', str(number))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "data")], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        other.stdout.readline()
        kept = KeptSession.begin(SETUP, AGENDA, journal, watch.clock)
        for event in EVENTS:
            kept.happen(event)
            assert kept.trouble is None
    assert other.returncode == 0
    assert journal.setting("n") == "99"


# Clocks


def test_time_goes_by_the_steady_clock(journal: Journal, watch: Watch) -> None:
    """A day's clock that jumps, as on laptops without a battery, changes nothing."""
    kept = begun(journal, watch, 1)
    watch.goes_on(30.6)
    watch.wall -= 4 * 365 * 86400
    assert kept.elapsed() == 30
    kept.happen(EVENTS[1])
    watch.wall += 9 * 365 * 86400
    assert kept.elapsed() == 30
    assert kept.hall.clock == 30


def test_a_lid_that_was_closed_is_part_of_the_meeting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The laptop sleeps and the room does not: the clock is one that goes on, where there is one."""
    told = {}
    for name, seconds in (("CLOCK_BOOTTIME", 1200.0), ("CLOCK_MONOTONIC", 30.0)):
        monkeypatch.setattr(time, name, name, raising=False)
        told[name] = seconds
    monkeypatch.setattr(time, "clock_gettime", lambda name: told[name], raising=False)
    assert Clock().steady() == 1200
    monkeypatch.delattr(time, "CLOCK_BOOTTIME")
    assert Clock().steady() == 30
    monkeypatch.delattr(time, "CLOCK_MONOTONIC")
    assert Clock().steady() == pytest.approx(time.monotonic(), abs=60)


def test_a_clock_that_the_system_refuses_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its name may be known although the kernel has no such clock."""

    def refuse(_: object) -> float:
        raise OSError

    monkeypatch.setattr(time, "clock_gettime", refuse, raising=False)
    assert Clock().steady() == pytest.approx(time.monotonic(), abs=60)


def test_the_time_after_it_was_put_off_is_nobodys(journal: Journal, watch: Watch) -> None:
    """Left for later on purpose: an hour on, it goes on as if no time had passed."""
    kept = begun(journal, watch, 1)
    watch.goes_on(100)
    kept.happen(PutOff())
    watch.goes_on(3600)
    resumed = KeptSession.resume(left_open(journal)[0], journal, watch.clock)
    assert resumed.elapsed() == 100
    watch.goes_on(7)
    resumed.happen(EVENTS[1])
    assert resumed.hall.clock == 107


def test_ending_one_that_was_left_takes_no_time(journal: Journal, watch: Watch) -> None:
    """It was broken off yesterday, or an hour ago, and is only put away: no step took longer."""
    kept = begun(journal, watch, 1)
    watch.goes_on(100)
    kept.happen(EVENTS[1])
    watch.goes_on(3600)
    resumed = KeptSession.resume(left_open(journal)[0], journal, watch.clock, resting=True)
    resumed.happen(Ended())
    assert resumed.hall.clock == 100
    assert resumed.hall.spent == kept.hall.spent


@pytest.mark.parametrize(
    ("gap", "counted"),
    [(0, 0), (600, 600), (LONGEST_GAP, LONGEST_GAP), (LONGEST_GAP + 1, 0), (-5, 0), (-1e9, 0)],
)
def test_a_power_cut_is_part_of_the_meeting_and_a_wrong_clock_is_not(
    gap: float, counted: int, journal: Journal, watch: Watch
) -> None:
    """The time between counts if it is three hours at most; a clock that went back counts nothing."""
    kept = begun(journal, watch, 1)
    watch.goes_on(100)
    kept.happen(EVENTS[1])
    later = Watch(wall=watch.wall + gap, steady=5.0)
    resumed = KeptSession.resume(left_open(journal)[0], journal, later.clock)
    assert resumed.elapsed() == 100 + counted
    later.goes_on(7)
    resumed.happen(EVENTS[2])
    assert resumed.hall.clock == 107 + counted


def test_the_day_is_that_of_the_laptop(journal: Journal, watch: Watch) -> None:
    """An ISO date, which reports sort and compare."""
    kept = KeptSession.begin(SETUP, AGENDA, journal, watch.clock)
    assert kept.hall.day.startswith("2027-01-1")


# Lists


def test_open_sessions_come_newest_first_by_their_order_and_not_by_the_clock(
    journal: Journal, watch: Watch
) -> None:
    """A clock that jumped back must not put today's session below last year's."""
    uids = []
    for village in ("A", "B", "C"):
        setup = Setup(village, 30, 60, ("ship",))
        uids.append(KeptSession.begin(setup, AGENDA, journal, watch.clock).uid)
        watch.wall -= 1_000_000
    assert [left.uid for left in left_open(journal)] == uids[::-1]
    assert villages(journal) == ("C", "B", "A")
    assert list(journal.opened_at()) == sorted(journal.opened_at())
    assert len(journal.opened_at()) == 3


def test_older_sessions_are_offered_when_newer_ones_are_ended(
    journal: Journal, watch: Watch
) -> None:
    """To open the hall must not take the longer the more were ever left; none is forgotten."""
    uids = [begun(journal, watch, 0).uid for _ in range(MOST_OFFERED + 2)][::-1]
    assert [left.uid for left in left_open(journal)] == uids[:-2]
    for uid in uids[:2]:
        give_up(journal, uid)
    assert [left.uid for left in left_open(journal)] == uids[2:]


def test_a_village_is_offered_once(journal: Journal, watch: Watch) -> None:
    """However often there was a session in it; the last one decides its place."""
    for village in ("A", "B", "A"):
        KeptSession.begin(Setup(village, 30, 60, ()), AGENDA, journal, watch.clock)
    assert villages(journal) == ("A", "B")


def test_a_session_that_was_given_up_is_not_offered_and_not_deleted(
    journal: Journal, watch: Watch
) -> None:
    """For one that cannot be gone on with."""
    kept = begun(journal, watch, 3)
    give_up(journal, kept.uid)
    assert left_open(journal) == ()
    assert on_disk(journal, kept.uid) == 4


def test_a_village_of_strange_letters_is_kept(journal: Journal, watch: Watch) -> None:
    """A half of a letter, as a terminal may send it, is not allowed to lose a session."""
    kept = KeptSession.begin(Setup("Desa \ud83d", 30, 60, ()), AGENDA, journal, watch.clock)
    assert kept.trouble is None
    assert left_open(journal)[0].hall == kept.hall
