"""A session that is kept: broken off and gone on with, on a disk that may fail."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from records.meeting import AGENDA, EVENTS, ITEMS, SETUP, Watch, begun, on_disk, play

from toolkit.errors import Breakdown
from toolkit.language import language, said
from toolkit.records import hall_journal, results
from toolkit.records.events import read_hall
from toolkit.records.hall_journal import log
from toolkit.records.hall_lines import Line
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open, villages
from toolkit.records.last_choice import FILE_NAME
from toolkit.session.agenda import Agenda
from toolkit.session.hall import Counted, Ended, Returned, Revealed, Typed, fold
from toolkit.session.result import Result
from toolkit.session.run import Impossible


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A journal in a folder of its own."""
    return Journal(tmp_path / "data")


@pytest.fixture
def watch() -> Watch:
    """Clocks that stand still unless they are turned."""
    return Watch()


def own_results(journal: Journal) -> list[Result]:
    """The results of this laptop, as another connection sees them."""
    with closing(sqlite3.connect(journal.path)) as db:
        lines = db.execute("SELECT body FROM results WHERE NOT gathered").fetchall()
    return [results.from_json(line) for (line,) in lines]


def test_every_event_is_on_the_disk_when_it_has_happened(journal: Journal, watch: Watch) -> None:
    """Somebody else who looks at the file sees the opening, and then one line more each time."""
    kept = KeptSession.begin(SETUP, AGENDA, journal, watch.clock)
    for number, event in enumerate(EVENTS, 1):
        assert on_disk(journal, kept.uid) == number
        kept.happen(event)
    assert kept.hall.ended


@pytest.mark.parametrize("number", range(0, len(EVENTS), 7))
def test_a_session_goes_on_at_the_same_question(
    number: int, journal: Journal, watch: Watch
) -> None:
    """Broken off anywhere, it is offered with where it stands, and is what it was, digits too."""
    kept = begun(journal, watch, number)
    journal.close()
    again = Journal(journal.path.parent)
    (left,) = left_open(again)
    assert (left.village, left.day, left.heads) == ("Desa Contoh", kept.hall.day, kept.hall.heads)
    assert (left.step, left.fits, left.trouble) == (kept.hall.step.id, True, None)
    resumed = KeptSession.resume(left, again, watch.clock)
    assert resumed.hall == kept.hall
    assert resumed.hall.before == kept.hall.before
    play(resumed, EVENTS[number:])
    assert left_open(again) == ()
    whole = log(again, left.uid)
    assert (
        whole.hall == resumed.hall == fold((line.at, read_hall(line.body)) for line in whole.lines)
    )
    assert [read_hall(line.body) for line in whole.lines[1:]] == list(EVENTS)


def test_what_cannot_happen_is_not_kept(journal: Journal, watch: Watch) -> None:
    """A mistake of a screen leaves no trace in the record."""
    kept = begun(journal, watch, 1)
    for impossible in (Counted((1,)), Counted((-1, 2)), Revealed(), Returned()):
        with pytest.raises(Impossible):
            kept.happen(impossible)
    with pytest.raises(Impossible):
        KeptSession.begin(SETUP, Agenda((), ITEMS), journal, watch.clock)
    assert len(left_open(journal)) == 1


def test_the_end_brings_the_result_with_it(journal: Journal, watch: Watch) -> None:
    """Events, end and result are kept together, and the session is offered no more."""
    kept = begun(journal, watch, len(EVENTS) - 1)
    assert own_results(journal) == []
    kept.happen(Ended())
    assert left_open(journal) == ()
    assert own_results(journal) == [kept.result()]
    assert kept.result().events == len(EVENTS) + 1


def test_an_end_that_could_not_be_kept_is_kept_later_with_its_result(
    journal: Journal, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing more can happen after it, so it is tried again when the screen asks."""
    kept = begun(journal, watch, len(EVENTS) - 1)
    with monkeypatch.context() as broken:
        refuse(broken, sqlite3.SQLITE_FULL)
        kept.happen(Ended())
        assert kept.trouble is not None
        assert not kept.try_again()
    assert kept.hall.ended
    assert kept.try_again()
    assert kept.trouble is None
    assert [result.uid for result in own_results(journal)] == [kept.uid]
    assert left_open(journal) == ()


def refuse(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """From now on SQLite refuses every line with this code."""

    def fail(*_: object) -> None:
        error = sqlite3.OperationalError("refused")
        error.sqlite_errorcode = code
        raise error

    monkeypatch.setattr(hall_journal, "insert", fail)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "the disk or the stick is full"),
        (sqlite3.SQLITE_IOERR, "was taken out"),
        (sqlite3.SQLITE_IOERR | 4 << 8, "was taken out"),
        (sqlite3.SQLITE_READONLY, "not allowed to write there"),
        (sqlite3.SQLITE_BUSY, "another window"),
    ],
)
def test_a_disk_that_fails_does_not_stop_the_room(
    code: int, words: str, journal: Journal, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The session goes on in memory, says so, and keeps all of it in order when it can again."""
    kept = begun(journal, watch, 5)
    with monkeypatch.context() as broken:
        refuse(broken, code)
        play(kept, EVENTS[5:9])
        assert kept.trouble is not None
        assert words in kept.trouble.tell(language("en"))
        assert "leave the laptop on" in kept.trouble.tell(language("en"))
        assert on_disk(journal, kept.uid) == 6
    kept.happen(EVENTS[9])
    assert kept.trouble is None
    assert on_disk(journal, kept.uid) == 11
    (left,) = left_open(journal)
    assert KeptSession.resume(left, journal, watch.clock).hall == kept.hall


def test_a_session_can_begin_without_a_disk(
    journal: Journal, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk at the first key keeps nobody from meeting."""
    with monkeypatch.context() as broken:
        refuse(broken, sqlite3.SQLITE_FULL)
        kept = begun(journal, watch, 3)
        assert kept.trouble is not None
        assert left_open(journal) == ()
    assert kept.try_again()
    assert on_disk(journal, kept.uid) == 4
    assert villages(journal) == ("Desa Contoh",)


def test_a_line_that_was_kept_although_the_disk_said_no_is_not_kept_twice(
    journal: Journal, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failing sync may come after the bytes; the next try finds the line and goes on."""
    kept = begun(journal, watch, 5)
    insert = hall_journal.insert

    def kept_and_refused(db: sqlite3.Connection, uid: str, line: Line) -> None:
        insert(db, uid, line)
        db.execute("COMMIT")
        raise sqlite3.OperationalError("disk I/O error")

    with monkeypatch.context() as broken:
        broken.setattr(hall_journal, "insert", kept_and_refused)
        kept.happen(EVENTS[5])
        assert kept.trouble is not None
    kept.happen(EVENTS[6])
    assert (kept.trouble, kept.moved) == (None, False)
    assert on_disk(journal, kept.uid) == 8


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be taken away")
def test_a_file_that_vanishes_or_comes_back_empty_gets_the_whole_session(
    journal: Journal, watch: Watch
) -> None:
    """A stick pulled out, or a folder tidied up: what was kept there is kept again."""
    kept = begun(journal, watch, 5)
    for one in journal.path.parent.iterdir():
        one.unlink()
    kept.happen(EVENTS[5])
    assert kept.trouble is None
    assert on_disk(journal, kept.uid) == 7
    away = journal.path.parent.rename(journal.path.parent.with_name("away"))
    kept.happen(EVENTS[6])
    assert "taken out" in language("en").tell(kept.trouble.what) or kept.trouble
    away.rename(journal.path.parent)
    kept.happen(EVENTS[7])
    assert kept.trouble is None
    (left,) = left_open(journal)
    assert KeptSession.resume(left, journal, watch.clock).hall == kept.hall


def test_a_long_session_is_as_quick_as_a_short_one(
    journal: Journal, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a thousand events behind it, an event asks the file for the same few pages."""
    kept = begun(journal, watch, 1)

    def steps() -> int:
        counted = 0

        def count() -> None:
            nonlocal counted
            counted += 1

        journal._db.set_progress_handler(count, 1)
        kept.happen(Typed("1"))
        journal._db.set_progress_handler(None, 1)
        return counted

    few = steps()
    journal._db.execute("PRAGMA synchronous = OFF")  # a thousand times the disk is not the matter
    for number in range(1000):
        kept.happen(Typed(str(number % 30)))
    assert steps() <= few + 20
    assert kept.trouble is None


def test_a_breakdown_is_told_by_its_reason() -> None:
    """The words of SQLite and of the system are for those who look after the program."""
    from toolkit.records.trouble import cannot_keep

    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    trouble = cannot_keep(Path(FILE_NAME), error)
    assert isinstance(trouble, Breakdown)
    assert "database" not in trouble.tell(language("en"))
    assert trouble.mend == said("Make room on the disk, or choose another folder with --data DIR.")


@pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be replaced")
def test_a_trouble_that_is_not_the_disks_is_told_as_what_it_is(
    journal: Journal, watch: Watch
) -> None:
    """Somebody put a newer program's file in its place: nobody is to look for a fault in the stick."""
    kept = begun(journal, watch, 2)
    for one in journal.path.parent.iterdir():
        one.unlink()
    with closing(sqlite3.connect(journal.path)) as db:
        db.execute("PRAGMA user_version = 99")
    kept.happen(EVENTS[2])
    assert kept.trouble is not None
    told = kept.trouble.tell(language("en"))
    assert "was written by a newer Cek Dulu" in told
    assert "leave the laptop on" in told
    assert "fault" not in told


def test_lines_that_can_never_be_kept_are_told_and_not_tried_for_ever(
    journal: Journal, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file may be damaged so that it says one thing and another: the room goes on in memory."""
    kept = begun(journal, watch, 2)
    with monkeypatch.context() as broken:
        broken.setattr(hall_journal, "_chain", lambda *_: "another")
        kept.happen(EVENTS[2])
    assert kept.trouble is not None
    assert "the file is damaged" in kept.trouble.tell(language("en"))
    assert not kept.moved
    assert kept.try_again()
    assert on_disk(journal, kept.uid) == 4
