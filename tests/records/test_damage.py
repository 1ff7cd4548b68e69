"""Damage in the file: it is found and told, what is whole is kept, and nothing altered is shown."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from records.damaged import DAMAGES, PAGE, Sound, flip, found_again, make, spoil_header
from records.meeting import AGENDA, EVENTS, SETUP, Watch
from records.memory import in_memory

from toolkit.errors import Breakdown
from toolkit.language import Said, language
from toolkit.records import pages, results, salvage
from toolkit.records.hall_journal import log
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open
from toolkit.records.last_choice import FILE_NAME
from toolkit.session.hall import Ended, HeadsCounted, WentOn


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """In memory, where a file is damaged as it is on a disk, and sooner."""
    with in_memory() as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def sound() -> Iterator[Sound]:
    """A journal that was closed: one file."""
    with in_memory() as folder:
        yield make(Path(folder) / "data", closed=True)


@pytest.fixture(scope="module")
def in_use() -> Iterator[Sound]:
    """A journal as a kill leaves it: most of it is in the log beside the file."""
    with in_memory() as folder:
        yield make(Path(folder) / "data", closed=False)


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
    longs = 0
    for number in range(len(raw) // PAGE):
        path = sound.copy(tmp_path / str(number))
        at = number * PAGE
        path.write_bytes(raw[:at] + bytes(PAGE) + raw[at + PAGE :])
        lost = lines_on(raw, number)
        longs += not lost and raw[at] == 0
        found = found_again(path.parent, sound)
        for uid, lines in sound.logs.items():
            assert found[uid] >= min(lost.get(uid, {len(lines)})), number
    # Where a first line goes on, its copy stands in for it.
    assert longs >= 2 * len(sound.logs)


def lines_on(raw: bytes, number: int) -> dict[str, set[int]]:
    """The numbers of the lines of each session that a page holds."""
    page = raw[number * PAGE : (number + 1) * PAGE]
    whole = {n + 1: raw[n * PAGE : (n + 1) * PAGE] for n in range(len(raw) // PAGE)}
    found: dict[str, set[int]] = {}
    for _, row in pages._on_page(whole, page, 100 if number == 0 else 0):
        if len(row) == 6 and isinstance(row[0], str) and isinstance(row[1], int):
            found.setdefault(row[0], set()).add(row[1])
    return found


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
    assert "what followed its first 9 entries" in language("en").tell(left.trouble)
    kept = KeptSession.resume(left, journal, Watch().clock)
    kept.happen(EVENTS[8])
    assert kept.trouble is None
    assert troubles(journal) == {uid: left.trouble}
    with journal.reading() as db:
        # Nothing is thrown away: the lines that cannot be believed lie under another name.
        aside = db.execute(
            "SELECT count(*) FROM happenings WHERE session = ?", (f"{uid}-damaged-1",)
        ).fetchone()
    assert aside == (len(sound.logs[uid]) - 9,)


def troubles(journal: Journal) -> dict[str, Said]:
    """What is told of sessions that can be gone on with and are not as they were."""
    return {one.uid: one.trouble for one in left_open(journal) if one.trouble and one.fits}


def alter(path: Path, uid: str, seq: int) -> None:
    """Change a line of a session so that it is not as it was written; SQLite sees nothing in it."""
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            "UPDATE happenings SET wall = wall + 1 WHERE session = ? AND seq = ?", (uid, seq)
        )
        assert db.total_changes == 1
        db.commit()


def behead(path: Path) -> None:
    """Damage the file so that SQLite refuses it."""
    raw = path.read_bytes()
    path.write_bytes(bytes(100) + raw[100:])


def test_a_session_whose_end_was_lost_says_so_until_it_is_ended(
    sound: Sound, tmp_path: Path
) -> None:
    """The new file says how far it was whole, however often it is opened, or damaged again."""
    path = sound.copy(tmp_path / "data")
    uid = min(sound.open)
    alter(path, uid, 9)
    for _ in range(2):
        behead(path)
        journal = Journal(path.parent)
        assert journal.salvaged
        assert journal.salvaged.sessions == 6
        assert journal.salvaged.lost == 0
        assert list(troubles(journal)) == [uid]
        left = next(one for one in left_open(journal) if one.uid == uid)
        assert left.trouble
        assert "what followed its first 9 entries" in language("en").tell(left.trouble)
        kept = KeptSession.resume(left, journal, Watch().clock)
        kept.happen(HeadsCounted(25))
        assert list(troubles(journal)) == [uid]
        journal.close()
    journal = Journal(path.parent)
    KeptSession.resume(left, journal, Watch().clock).happen(Ended())
    assert troubles(journal) == {}


def test_a_session_that_lost_its_end_and_its_result_is_offered_again(
    sound: Sound, tmp_path: Path
) -> None:
    """It had ended, and what it came to is gone; so it is to be ended once more."""
    path = sound.copy(tmp_path / "data")
    uid = min(sound.logs.keys() - sound.open)
    alter(path, uid, len(sound.logs[uid]) - 1)
    with closing(sqlite3.connect(path)) as db:
        db.execute("UPDATE results SET digest = 'x' WHERE uid = ?", (uid,))
        db.commit()
    behead(path)
    journal = Journal(path.parent)
    assert journal.salvaged == salvage.Salvaged(sessions=6, broken=1, results=2, runs=6)
    assert list(troubles(journal)) == [uid]
    left = next(one for one in left_open(journal) if one.uid == uid)
    kept = KeptSession.resume(left, journal, Watch().clock)
    kept.happen(Ended())
    assert kept.result() in sound.results


def test_a_result_of_this_laptop_is_its_own_after_the_damage_too(
    sound: Sound, tmp_path: Path
) -> None:
    """An older page says that it was gathered; it must still be handed over."""
    path, pages_of = tmp_path / "data" / FILE_NAME, []
    for gathered in (True, False):
        journal = Journal(path.parent)
        with journal.writing() as db:
            results.keep(db, sound.results[0], gathered=gathered)
        journal.close()
        pages_of.append(path.read_bytes())
    older, newer = pages_of
    path.write_bytes(newer + older)
    behead(path)
    again = Journal(path.parent)
    assert again.salvaged == salvage.Salvaged(results=1)
    with again.reading() as db:
        assert db.execute("SELECT gathered FROM results").fetchall() == [(0,)]


def test_what_was_never_committed_is_not_taken_from_the_log(tmp_path: Path) -> None:
    """It is in the file because there was no more room for it in memory; it did not happen."""
    journal = Journal(tmp_path / "first")
    journal.keep_setting("kept", "yes")
    journal.close()
    journal = Journal(tmp_path / "first")
    with journal.writing() as db:
        db.execute("PRAGMA cache_size = 1")
        for number in range(100):
            db.execute("INSERT INTO settings VALUES (?, ?)", (f"never-{number}", "x" * 900))
        shutil.copytree(tmp_path / "first", tmp_path / "data")
    path = tmp_path / "data" / FILE_NAME
    assert b"never-1" in path.with_name(path.name + "-wal").read_bytes()
    behead(path)
    again = Journal(path.parent)
    assert again.set_aside
    assert [again.setting(name) for name in ("kept", "never-1")] == ["yes", None]


@pytest.mark.parametrize("salvaged", [False, True])
def test_a_first_line_that_is_damaged_is_taken_from_its_copy(
    salvaged: bool, sound: Sound, tmp_path: Path
) -> None:
    """It is as long as all others together; none of them is lost with it, and it is put back."""
    path = sound.copy(tmp_path / "data")
    uid = min(sound.open)
    alter(path, uid, 0)
    if salvaged:
        behead(path)
    journal = Journal(path.parent)
    assert bool(journal.salvaged) == salvaged
    left = next(one for one in left_open(journal) if one.uid == uid)
    assert (left.fits, left.trouble) == (True, None)
    kept = KeptSession.resume(left, journal, Watch().clock)
    kept.happen(HeadsCounted(25))
    whole = log(journal, uid)
    assert whole.lines[:-1] == sound.logs[uid]
    assert (whole.broken, whole.mended) == (False, False)


@pytest.mark.parametrize(
    "also",
    ["DELETE FROM sessions WHERE uid = ?", "DELETE FROM happenings WHERE seq > 0 AND session = ?"],
)
def test_a_session_of_which_nothing_is_left_is_counted(
    also: str, sound: Sound, tmp_path: Path
) -> None:
    """Both of its first lines are gone, and its entry or the rest: it is known to have been there."""
    path = sound.copy(tmp_path / "data")
    uid = min(sound.open)
    alter(path, uid, 0)
    alter(path, f"~{uid}", 0)
    with closing(sqlite3.connect(path)) as db:
        db.execute(also, (uid,))
        db.commit()
    behead(path)
    journal = Journal(path.parent)
    assert journal.salvaged == salvage.Salvaged(sessions=5, results=3, runs=6, lost=1)
    assert "sessions lost: 1." in language("en").tell(journal.salvaged.told())
    assert uid not in {one.uid for one in left_open(journal)}


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
        db.execute("DELETE FROM happenings WHERE session IN (?1, '~' || ?1) AND seq = 0", (uid,))
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
    """None is overwritten by the next one, even if somebody tidied up between."""
    for number in range(4):
        if number == 3:
            (tmp_path / f"{FILE_NAME}.damaged-2").unlink()
        Journal(tmp_path).close()
        (tmp_path / FILE_NAME).write_bytes(b"no journal %d" % number * 400)
        journal = Journal(tmp_path)
        assert journal.set_aside == tmp_path / f"{FILE_NAME}.damaged-{number + 1}"
        journal.close()
    assert (tmp_path / f"{FILE_NAME}.damaged-1").read_bytes().startswith(b"no journal 0")
