"""Damage in the file: it is found and told, what is whole is kept, and nothing altered is shown."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from records.damaged import DAMAGES, PAGE, Sound, flip, found_again, make, spoil_header
from records.meeting import AGENDA, EVENTS, SETUP, Watch

from toolkit.errors import Breakdown
from toolkit.language import language
from toolkit.records import pages, salvage
from toolkit.records.hall_journal import log
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open
from toolkit.records.last_choice import FILE_NAME
from toolkit.session.hall import WentOn


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    """A journal that was closed: one file."""
    return make(tmp_path_factory.mktemp("sound") / "data", closed=True)


@pytest.fixture(scope="module")
def in_use(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    """A journal as a kill leaves it: most of it is in the log beside the file."""
    return make(tmp_path_factory.mktemp("in-use") / "data", closed=False)


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__)
def test_no_damage_stops_the_program_or_shows_what_was_not_so(
    damage: Callable[[bytearray, Random], None],
    closed: bool,
    sound: Sound,
    in_use: Sound,
    tmp_path: Path,
) -> None:
    """Seventeen damages of each kind, in the file or in its log, each with its own seed."""
    before = sound if closed else in_use
    for seed in range(17):
        random = Random(f"{damage.__name__} {closed} {seed}")
        path = before.copy(tmp_path / str(seed))
        log_of_it = path.with_name(path.name + "-wal")
        target = log_of_it if not closed and random.random() < 0.6 else path
        raw = bytearray(target.read_bytes())
        damage(raw, random)
        target.write_bytes(raw)
        try:
            found_again(path.parent, before)
        except Breakdown as told:
            # The one number that cannot be told from a newer program's.
            assert damage in (flip, spoil_header), seed
            assert "newer" in told.tell(language("en"))


def test_of_a_page_that_is_gone_only_its_own_rows_are_lost(sound: Sound, tmp_path: Path) -> None:
    """Each page in turn: every session is whole up to its first line on that page."""
    raw = (sound.folder / FILE_NAME).read_bytes()
    assert len(raw) // PAGE > 20
    for number in range(len(raw) // PAGE):
        path = sound.copy(tmp_path / str(number))
        at = number * PAGE
        path.write_bytes(raw[:at] + bytes(PAGE) + raw[at + PAGE :])
        lost = lines_on(raw, number)
        found = found_again(path.parent, sound)
        for uid, lines in sound.logs.items():
            assert found[uid] >= min(lost.get(uid, {len(lines)})), number


def lines_on(raw: bytes, number: int) -> dict[str, set[int]]:
    """The numbers of the lines of each session that a page holds, or that go on there."""
    page = raw[number * PAGE : (number + 1) * PAGE]
    whole = {n + 1: raw[n * PAGE : (n + 1) * PAGE] for n in range(len(raw) // PAGE)}
    found: dict[str, set[int]] = {}
    for _, row in pages._on_page(whole, page, 100 if number == 0 else 0):
        if len(row) == 6 and isinstance(row[0], str) and isinstance(row[1], int):
            found.setdefault(row[0], set()).add(row[1])
    if page[0] == 0:
        # The rest of a long line, which is always a session's first one.
        found = {str(uid): {0} for uid in _uids(raw)}
    return found


def _uids(raw: bytes) -> set[object]:
    whole = {n + 1: raw[n * PAGE : (n + 1) * PAGE] for n in range(len(raw) // PAGE)}
    rows = [row for page in whole.values() for _, row in pages._on_page(whole, page, 0)]
    return {row[0] for row in rows if len(row) == 6}


@pytest.mark.parametrize("closed", [True, False])
def test_a_file_without_its_beginning_gives_all_that_follows(
    closed: bool, sound: Sound, in_use: Sound, tmp_path: Path
) -> None:
    """SQLite refuses it; sessions, results, runs and choices are read over, and it is told."""
    before = sound if closed else in_use
    path = before.copy(tmp_path / "data")
    log_of_it = path.with_name(path.name + "-wal")
    for one in [path] + ([] if closed else [log_of_it]):
        raw = one.read_bytes()
        # What stood on the first page was only where the tables begin.
        one.write_bytes(bytes(100) + raw[100:] if one == path else raw)
    if closed:
        journal = Journal(path.parent)
        assert journal.set_aside is not None
        assert (
            journal.set_aside.read_bytes()[100:] == (before.folder / FILE_NAME).read_bytes()[100:]
        )
        assert journal.salvaged == salvage.Salvaged(sessions=6, broken=0, results=3, runs=6)
        told = language("en").tell(journal.salvaged.told())
        assert "6 sessions, 3 results, 6 lessons begun" in told
        assert journal.setting("choice-5") == "x" * 700
        assert [one.lesson for one in journal.unfinished()] == [
            f"lesson-{number}" for number in (5, 4, 3, 2, 1, 0)
        ]
        assert {left.uid for left in left_open(journal)} == before.open
        journal.close()
        assert Journal(path.parent).set_aside is None
    assert found_again(path.parent, before) == {
        uid: len(lines) for uid, lines in before.logs.items()
    }


def test_a_log_whose_file_is_gone_gives_what_it_holds(in_use: Sound, tmp_path: Path) -> None:
    """SQLite would delete it; all that was written since it was begun is in it."""
    path = in_use.copy(tmp_path / "data")
    for spoil in (path.unlink, lambda: path.write_bytes(b"")):
        spoil()
        journal = Journal(path.parent)
        assert journal.salvaged is not None
        assert journal.salvaged.sessions == 6
        journal.close()
        shutil.rmtree(path.parent)
        in_use.copy(path.parent)


def test_a_byte_that_changed_inside_a_line_is_found(sound: Sound, tmp_path: Path) -> None:
    """The file is sound for SQLite; the session goes on before the line, and that is told."""
    path = sound.copy(tmp_path / "data")
    uid = min(sound.open)
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            "UPDATE happenings SET body = replace(body, '1', '7') WHERE session = ? AND seq = 9",
            (uid,),
        )
        assert db.total_changes == 1
        assert db.execute("SELECT body FROM happenings WHERE session = ? AND seq = 9", (uid,))
        db.commit()
    journal = Journal(path.parent)
    assert journal.set_aside is None
    left = next(one for one in left_open(journal) if one.uid == uid)
    assert left.fits
    assert left.trouble is not None
    assert "The first 9 entries are whole." in language("en").tell(left.trouble)
    kept = KeptSession.resume(left, journal, Watch().clock)
    kept.happen(EVENTS[8])
    assert kept.trouble is None
    assert [one.trouble for one in left_open(journal)] == [None] * len(sound.open)
    with journal.reading() as db:
        # Nothing is thrown away: the lines that cannot be believed lie under another name.
        aside = db.execute(
            "SELECT count(*) FROM happenings WHERE session = ?", (f"{uid}-damaged-1",)
        ).fetchone()
    assert aside == (len(sound.logs[uid]) - 9,)


def test_a_session_whose_lines_change_on_the_disk_while_it_runs_is_mended(
    sound: Sound, tmp_path: Path
) -> None:
    """The window that leads it holds all of them, and writes again what is not there any more."""
    path = sound.copy(tmp_path / "data")
    uid = min(sound.open)
    journal = Journal(path.parent)
    left = next(one for one in left_open(journal) if one.uid == uid)
    kept = KeptSession.resume(left, journal, Watch().clock)
    last = len(sound.logs[uid]) - 1
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE happenings SET chain = 'x' WHERE session = ? AND seq >= ?", (uid, last))
        db.commit()
    kept.happen(WentOn())
    assert (kept.trouble, kept.moved) == (None, False)
    assert log(journal, uid).hall == kept.hall
    assert len(log(journal, uid).lines) == last + 2


def test_a_session_without_its_beginning_is_told_and_cannot_be_gone_on_with(
    sound: Sound, tmp_path: Path
) -> None:
    """It is listed, so that nobody thinks that it was never there."""
    path = sound.copy(tmp_path / "data")
    uid = min(sound.open)
    with closing(sqlite3.connect(path)) as db:
        db.execute("DELETE FROM happenings WHERE session = ? AND seq = 0", (uid,))
        db.execute("DELETE FROM sessions WHERE uid = ?", (uid,))
        db.commit()
    left = next(one for one in left_open(Journal(path.parent)) if one.uid == uid)
    assert not left.fits
    assert left.trouble is not None


def test_damage_that_shows_only_while_the_file_is_open_is_mended_at_once(
    sound: Sound, tmp_path: Path
) -> None:
    """The next event finds a new file, with all of the session in it."""
    path = sound.copy(tmp_path / "data")
    journal = Journal(path.parent)
    kept = KeptSession.begin(SETUP, AGENDA, journal, Watch().clock)
    raw = path.read_bytes()
    journal._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path.write_bytes(raw[:100] + bytes(len(raw) - 100))
    journal._db.execute("PRAGMA shrink_memory")  # what was read before is read again
    for event in EVENTS[:3]:
        kept.happen(event)
    assert kept.trouble is None
    assert journal.set_aside is not None
    assert len(log(journal, kept.uid).lines) == 4


@pytest.mark.parametrize("step", range(6))
def test_a_kill_while_a_file_is_set_aside_loses_nothing(
    step: int, sound: Sound, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped before any change of names, the next opening begins again or brings it to its end."""
    path = sound.copy(tmp_path / "data")
    raw = path.read_bytes()
    path.write_bytes(bytes(100) + raw[100:])

    class Killed(BaseException):
        pass

    left, died = step, False

    def until_killed(real: Callable[..., object]) -> Callable[..., object]:
        def act(*given: object, **named: object) -> object:
            nonlocal left
            left -= 1
            if left < 0:
                raise Killed
            return real(*given, **named)

        return act

    with monkeypatch.context() as dying:
        for name in ("rename", "replace", "unlink"):
            dying.setattr(Path, name, until_killed(getattr(Path, name)))
        try:
            Journal(path.parent).close()
        except Killed:
            died = True
    assert died == (step < 4)
    assert found_again(path.parent, sound) == {uid: len(lines) for uid, lines in sound.logs.items()}
    aside = [one for one in path.parent.iterdir() if "damaged" in one.name]
    assert [one.read_bytes() for one in aside] == [bytes(100) + raw[100:]]


def test_many_damaged_files_lie_side_by_side(tmp_path: Path) -> None:
    """None is overwritten by the next one."""
    for number in range(3):
        Journal(tmp_path).close()
        (tmp_path / FILE_NAME).write_bytes(b"no journal %d" % number * 400)
        journal = Journal(tmp_path)
        assert journal.set_aside == tmp_path / f"{FILE_NAME}.damaged-{number + 1}"
        journal.close()
    assert (tmp_path / f"{FILE_NAME}.damaged-1").read_bytes().startswith(b"no journal 0")
