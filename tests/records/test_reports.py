"""Reports: the database adds up to the same figures as Python does, over the sessions asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from ballots import AFTER, BEFORE, judged, session, vote
from carried import UIDS, journal_of, results
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.errors import WrongCall, WrongInput
from toolkit.records.journal import Journal
from toolkit.records.reports import LAST, Asked, report
from toolkit.records.result_lines import from_json
from toolkit.session.agenda import Part
from toolkit.session.figures import Scope
from toolkit.session.result import Result
from toolkit.session.scoring import alike, figures, session_figures, sums_of


@settings(max_examples=60)
@given(st.lists(results(UIDS), min_size=1, max_size=5), st.integers(1, 4))
def test_sql_and_python_come_to_the_same_figures(told: list[Result], signs: int) -> None:
    """For any sessions, in any order, whether they are this laptop's own or gathered."""
    told = [*{one.uid: one for one in told}.values()]
    days = tuple(sorted({one.day for one in told}))
    newest_last = sorted(told, key=lambda one: (one.day, one.uid))
    names = {alike(one.setup.village) for one in told}
    village = newest_last[-1].setup.village if len(names) == 1 else ""
    scope = Scope(village=village, days=days, sessions=len(told), gathered=len(told))
    with tempfile.TemporaryDirectory() as folder:
        journal = journal_of(Path(folder), *told, gathered=True)
        by_sql = report(journal, Asked(), signs).figures
        journal.close()
    assert by_sql == figures(sums_of(told), scope, signs)


ONE = session(
    vote(BEFORE, "q1", "a12 b18"), vote(AFTER, "q1", "a20 b10"), judged(BEFORE, "o1", 20, 30, honest=False),
    uid="1a00", village="Sukamaju", day="2026-03-01", women=18, men=12, marked=("q1",),
    times=((Part.BEFORE, 300, 320),), words={"id": {"q1": "Lama"}, "en": {"q1": "Old"}},
)  # fmt: skip
TWO = session(
    vote(BEFORE, "q1", "a9 b11"), uid="1b00", village="Muara Enim", day="2026-03-01", heads=20
)
THREE = session(
    vote(AFTER, "q2", "a9 b11"), uid="2c00", village="Sukamaju", day="2026-05-20",
    words={"id": {"q1": "Baru"}},
)  # fmt: skip


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """Two sessions of this laptop, and one that was gathered."""
    journal_of(tmp_path, TWO, gathered=True).close()
    found = journal_of(tmp_path, THREE, ONE)
    yield found
    found.close()


def days_of(journal: Journal, asked: Asked) -> tuple[tuple[str, ...], int]:
    """The days that are in a report, and of how many sessions."""
    scope = report(journal, asked).figures.scope
    return scope.days, scope.sessions


@pytest.mark.parametrize(
    ("asked", "days", "sessions"),
    [
        (Asked(), ("2026-03-01", "2026-05-20"), 3),
        (Asked(village="Sukamaju"), ("2026-03-01", "2026-05-20"), 2),
        (Asked(village=" suka MAJU "), ("2026-03-01", "2026-05-20"), 2),
        (Asked(village="muaraenim"), ("2026-03-01",), 1),
        (Asked(since="2026-03-01"), ("2026-03-01", "2026-05-20"), 3),
        (Asked(since="2026-03-02"), ("2026-05-20",), 1),
        (Asked(until="2026-03-01"), ("2026-03-01",), 2),
        (Asked(since="2026-03-01", until="2026-03-01", village="Sukamaju"), ("2026-03-01",), 1),
        (Asked(session="1a00"), ("2026-03-01",), 1),
        (Asked(session="2"), ("2026-05-20",), 1),
        (Asked(session=LAST), ("2026-05-20",), 1),
        (Asked(session=LAST, until="2026-04-01"), ("2026-03-01",), 1),
        (Asked(session=LAST, village="Muara Enim"), ("2026-03-01",), 1),
    ],
)
def test_a_report_is_about_what_was_asked(
    journal: Journal, asked: Asked, days: tuple[str, ...], sessions: int
) -> None:
    """A session, a village, a period, everything, and all of them together."""
    assert days_of(journal, asked) == (days, sessions)


def test_the_last_session_is_this_laptops_own(tmp_path: Path) -> None:
    """A later one that was gathered is somebody else's; among equals of a day the newer counts."""
    later = replace(TWO, day="2026-12-01")
    journal_of(tmp_path, later, gathered=True).close()
    journal = journal_of(tmp_path, THREE, replace(ONE, day="2026-05-20"))
    assert report(journal, Asked(session=LAST)).figures.scope.session == ONE.uid


def test_a_report_on_one_session_is_the_summary_that_its_screen_shows(journal: Journal) -> None:
    """The same figures, by the same functions."""
    assert report(journal, Asked(session="1a00")).figures == session_figures(ONE)


def test_gathered_sessions_are_told_and_the_newest_words_are_used(journal: Journal) -> None:
    """Own and gathered ones are counted together."""
    told = report(journal, Asked()).figures
    assert told.scope.gathered == 1
    assert not report(journal, Asked(village="Sukamaju")).figures.scope.gathered
    assert told.words == {"id": {"q1": "Baru"}, "en": {"q1": "Old"}}


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        (Asked(village="Sukamuju"), "Sukamaju"),
        (Asked(village="Palembang"), "Muara Enim, Sukamaju"),
        (Asked(session="9"), "2c00 (Sukamaju, 2026-05-20)"),
        (Asked(session="1"), "1a00 (Sukamaju, 2026-03-01)"),
    ],
)
def test_what_is_not_there_is_answered_with_what_is(
    journal: Journal, asked: Asked, named: str
) -> None:
    """The nearest village, the newest sessions; also for a beginning that several have."""
    with pytest.raises(WrongCall) as told:
        report(journal, asked)
    assert named in str(told.value.mend.values)


def test_nothing_to_report_on_is_told(journal: Journal, tmp_path: Path) -> None:
    """Nothing in that time, or nothing at all yet."""
    with pytest.raises(WrongInput, match="fits"):
        report(journal, Asked(since="2027-01-01"))
    with pytest.raises(WrongInput, match="yet"):
        report(Journal(tmp_path / "empty"), Asked(village="Sukamaju"))


def test_a_damaged_record_is_left_out_and_counted(journal: Journal) -> None:
    """A flipped bit on an old disk does not become a figure."""
    with journal.writing() as db:
        db.execute(
            "UPDATE results SET body = replace(body, '[12,18]', '[92,18]') WHERE uid = '1a00'"
        )
    told = report(journal, Asked())
    assert told.broken == 1
    assert told.figures.scope.sessions == 2
    assert {cell.question for cell in told.figures.cells if cell.when == AFTER} == {"q2"}


ALTERED = {
    "hands": "hands = hands + 64",
    "hands that are none": "hands = NULL",
    "a gap": "gap = gap + 1",
    "a question": "question = 'q3'",
    "a letter that is none": "question = CAST(x'f131' AS TEXT)",
    "what is right": "is_right = 1 - is_right",
    "no number": "hands = 'x'",
}


@pytest.mark.parametrize("asked", [Asked(), Asked(village="Sukamaju")], ids=["all", "village"])
@pytest.mark.parametrize("altered", ALTERED.values(), ids=ALTERED)
def test_a_tally_that_was_altered_on_the_disk_leaves_its_session_out(
    journal: Journal, asked: Asked, altered: str
) -> None:
    """Whichever of its fields: it is told like a damaged line, and nothing of it is counted."""
    with journal.writing() as db:
        db.execute(
            f"UPDATE tallies SET {altered} WHERE rowid = (SELECT min(tallies.rowid) FROM tallies"
            " JOIN results ON result = id WHERE uid = '1a00')"
        )
    told = report(journal, asked)
    rest = [THREE] if asked.village else [TWO, THREE]
    assert told.broken == 1
    assert told.figures.cells == figures(sums_of(rest), told.figures.scope).cells
    assert told.figures.attendance.people == sum(one.heads for one in rest)


def test_a_tally_that_lost_its_session_is_still_counted_or_told(journal: Journal) -> None:
    """In a report on everything it is where it belongs; elsewhere its session is left out."""
    before = report(journal, Asked())
    with journal.writing() as db:
        db.execute("UPDATE tallies SET result = 9999 WHERE rowid = 1")
        (uid,) = db.execute("SELECT uid FROM results ORDER BY id").fetchone()
    assert report(journal, Asked()) == before
    assert uid == TWO.uid
    with pytest.raises(WrongInput, match="damaged"):
        report(journal, Asked(village="Muara Enim"))


def test_a_tally_of_no_session_is_not_counted(journal: Journal) -> None:
    """Nor is any session left out for it."""
    before = report(journal, Asked())
    with journal.writing() as db:
        db.execute("INSERT INTO tallies SELECT 9999, * FROM (SELECT occasion, form, question, kind,"
                   " objective, option, is_right, hands, gap, paired FROM tallies LIMIT 1)")  # fmt: skip
    assert report(journal, Asked()) == before


def test_where_all_is_damaged_it_is_said_so(journal: Journal) -> None:
    """And not that there is no such session."""
    with journal.writing() as db:
        db.execute("UPDATE tallies SET hands = hands + 1")
    with pytest.raises(WrongInput, match="damaged"):
        report(journal, Asked(session="1a00"))


def test_a_village_is_reported_on_by_all_its_spellings(tmp_path: Path) -> None:
    """Whichever is typed; the newest is shown."""
    journal = journal_of(
        tmp_path,
        session(uid="1", village="Suka Maju", day="2026-03-05", heads=30),
        session(uid="2", village="SUKAMAJU", day="2026-02-05", heads=20),
    )
    for typed in ("Suka Maju", "SUKAMAJU", "suka  maju"):
        told = report(journal, Asked(village=typed)).figures
        assert (told.attendance.people, told.scope.village) == (50, "Suka Maju")
    journal.close()


def test_what_a_few_said_is_not_among_the_tallies_and_stays_in_the_line(tmp_path: Path) -> None:
    """No sum can have it, and a later version could still read it."""
    few = session(vote(BEFORE, "q1", "a1 b2"), vote(AFTER, "q1", "a9 b9"), uid="1f")
    journal = journal_of(tmp_path, few)
    with journal.reading() as db:
        assert {hands for (hands,) in db.execute("SELECT hands FROM tallies")} == {None}
        ((body,),) = db.execute("SELECT body FROM results").fetchall()
    assert from_json(body) == few
    journal.close()


def test_a_clock_that_runs_ahead_has_not_the_last_word(tmp_path: Path) -> None:
    """Days that cannot be are counted, and the words of such a session are the oldest."""
    told = [
        session(uid=uid, day=day, words={"id": {"q1": day}})
        for uid, day in (("1", "1970-01-01"), ("2", "2026-05-01"), ("3", "2099-01-01"))
    ]
    journal = journal_of(tmp_path, *told)
    found = report(journal, Asked(today="2026-11-22")).figures
    assert found.scope.odd_days == 2
    assert found.words == {"id": {"q1": "2026-05-01"}}
    journal.close()
