"""Nothing is lost: runs, language and theme survive the end of the app, however it comes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from screen.conftest import Drive, Seat
from screen.sample import course

from toolkit.errors import Breakdown
from toolkit.language import Said
from toolkit.records.journal import Journal
from toolkit.session.run import Answered, Continued, Turned


def test_a_run_goes_on_after_a_power_cut(drive: Drive, journal: Journal, tmp_path: Path) -> None:
    """Whatever was pressed before the power went is there again, the question and its reply too."""

    async def until_the_cut(seat: Seat) -> None:
        await seat.press("1", "pagedown", "pagedown", "pagedown")
        await seat.answer("pay")

    async def afterwards(seat: Seat) -> None:
        assert "A job offer by message" in seat.text
        assert "Page" not in seat.text
        await seat.press("1")
        assert "Not yet." in seat.text
        assert "Pay to be sure of a place - your answer, not right" in seat.said

    drive(until_the_cut)
    drive(afterwards, kept=Journal(tmp_path / "data"))


def test_starting_fresh_gives_the_old_run_up(drive: Drive, journal: Journal) -> None:
    """A fresh start begins at the first page, and only it is offered from then on."""

    async def begin(seat: Seat) -> None:
        await seat.press("1", "pagedown")

    async def fresh(seat: Seat) -> None:
        await seat.press("2")
        assert "Page 1 of 3" in seat.text

    drive(begin)
    drive(fresh)
    assert len(journal.unfinished()) == 1
    assert len(journal.unfinished()[0].events) == 1


def test_the_offer_can_wait(drive: Drive) -> None:
    """Whoever wants something else comes home, where the lesson is marked as going on."""

    async def begin(seat: Seat) -> None:
        await seat.press("1", "pagedown")

    async def wait(seat: Seat) -> None:
        await seat.press("escape")
        assert "[going on]" in seat.text
        await seat.press("1")
        assert "Go on where it was left?" in seat.text
        assert "Page 2 of 3" in await seat.press("enter")

    drive(begin)
    drive(wait)


def test_a_run_that_no_longer_fits_can_only_start_fresh(drive: Drive, journal: Journal) -> None:
    """A lesson that was changed since is said to be so, and begins anew."""

    async def begin(seat: Seat) -> None:
        await seat.press("1", "pagedown", "pagedown", "pagedown")
        await seat.answer("pay")

    async def changed(seat: Seat) -> None:
        assert "The lesson has been changed since." in seat.said
        assert "Go on" not in seat.text
        assert "Page 1 of 3" in await seat.press("1")

    loaded = course()
    fewer = {one: q for one, q in loaded.library.questions.items() if one != "q-choice"}
    quiz = replace(loaded.library.quizzes["offer"], questions=tuple(fewer.values()))
    library = replace(loaded.library, questions=fewer, quizzes={"offer": quiz})
    drive(begin)
    drive(changed, loaded=replace(loaded, library=library))


def test_a_run_of_a_lesson_that_is_gone_is_left_alone(drive: Drive, journal: Journal) -> None:
    """Another library may bring it back; until then nothing is offered and nothing deleted."""

    async def begin(seat: Seat) -> None:
        await seat.press("2", "pagedown")

    async def home(seat: Seat) -> None:
        assert "Choose a lesson" in seat.text

    drive(begin, loaded=course(lessons=2))
    drive(home, loaded=course())
    assert len(journal.unfinished()) == 1


def test_every_event_is_on_disk_before_the_next_frame(
    drive: Drive, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When an event is kept, the screen still shows what was before it."""
    seen: list[tuple[str, str]] = []
    keep = journal.keep

    async def story(seat: Seat) -> None:
        def watched(run: int, event: object) -> None:
            keep(run, event)
            seen.append((type(event).__name__, seat.app.screen.kept.run.phase.value))

        monkeypatch.setattr(journal, "keep", watched)
        await seat.press("pagedown", "pagedown", "pagedown")
        await seat.answer("wait")
        await seat.press("pagedown")

    drive(story, lesson="offer")
    assert seen == [
        ("Turned", "reading"),
        ("Turned", "reading"),
        ("QuizOpened", "reading"),
        ("Answered", "asking"),
        ("Continued", "answered"),
    ]


def test_a_full_disk_is_told_once_and_learning_goes_on(
    drive: Drive, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The notice comes with the first event that cannot be kept, and with no other."""
    full = Breakdown(Said("The disk is full.", {}), Said("Make room.", {}))

    def refuse(run: int, event: object) -> None:
        raise full

    monkeypatch.setattr(journal, "keep", refuse)

    async def story(seat: Seat) -> None:
        await seat.press("pagedown")
        assert "[!] The disk is full." in seat.text
        assert "Page 2 of 3" in seat.text
        await seat.press("pagedown")
        assert "disk" not in seat.text
        assert "Page 3 of 3" in seat.text

    drive(story, lesson="offer")


def test_events_that_could_not_be_kept_are_kept_as_soon_as_they_can_be(
    drive: Drive, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that comes back finds the whole run, in order, without a gap."""
    full = Breakdown(Said("Full.", {}), Said("Make room.", {}))

    async def story(seat: Seat) -> None:
        with monkeypatch.context() as broken:

            def refuse(run: int, event: object) -> None:
                raise full

            broken.setattr(journal, "keep", refuse)
            await seat.press("pagedown", "pagedown")
        await seat.press("pageup")

    drive(story, lesson="offer")
    assert journal.unfinished()[0].events[1:] == (Turned(1), Turned(2), Turned(1))


def test_a_finished_run_is_not_offered_again(drive: Drive, journal: Journal) -> None:
    """With the last question known the run ends, in the journal too."""

    async def story(seat: Seat) -> None:
        await seat.press("pagedown", "pagedown", "pagedown")
        for ids in (
            ["wait"], ["desa", "dinas"], ["false"], ["keep", "ask", "decide"],
            ["pass", "work", "danger"], ["urgent", "secret"],
        ):  # fmt: skip
            await seat.answer(*ids)
            await seat.press("pagedown")
        assert "You knew 6 of 6 at the first try." in seat.text

    drive(story, lesson="offer")
    assert journal.unfinished() == ()


def test_the_language_changes_everywhere_at_once_and_stays(drive: Drive, journal: Journal) -> None:
    """One key changes interface and content, keeps the answer being built, and is remembered."""

    async def story(seat: Seat) -> None:
        await seat.press("pagedown", "pagedown", "pagedown")
        await seat.answer("wait")
        await seat.press("pagedown")
        await seat.pick("desa")
        assert "The village office - chosen" in seat.said
        await seat.press("f2")
        assert "Kantor desa - dipilih" in seat.said
        assert "Siapa yang bisa ditanya?" in seat.text
        assert "F2 English" in seat.text
        assert journal.setting("language") == "id"
        await seat.press("l")
        assert "The village office - chosen" in seat.said
        await seat.press("ctrl+l", "escape")
        assert "Pilih pelajaran" in seat.text
        assert journal.setting("language") == "id"

    drive(story, lesson="offer")


def test_the_theme_is_remembered(drive: Drive, journal: Journal) -> None:
    """F3 and T change it; the next start has the one that was chosen."""

    async def lighter(seat: Seat) -> None:
        assert seat.app.theme == "cekdulu-dark"
        await seat.press("f3")
        assert seat.app.theme == "cekdulu-light"
        await seat.press("t", "f3")

    async def next_time(seat: Seat) -> None:
        assert seat.app.theme == "cekdulu-light"

    drive(lighter)
    assert journal.setting("theme") == "light"
    drive(next_time)


def test_a_damaged_journal_is_mentioned_at_home(drive: Drive, tmp_path: Path) -> None:
    """The learner hears that old answers were set aside, and under which name."""
    folder = tmp_path / "damaged"
    folder.mkdir()
    (folder / "cekdulu.sqlite3").write_bytes(b"this is not a journal" * 100)

    async def story(seat: Seat) -> None:
        assert "The file of kept answers was damaged." in seat.said
        assert "cekdulu.sqlite3.damaged-1" in seat.text

    drive(story, kept=Journal(folder))


def test_an_answer_to_another_question_cannot_be_kept(journal: Journal) -> None:
    """What does not fit the run is refused before it reaches the disk."""
    from toolkit.records.kept_run import KeptRun
    from toolkit.session.run import Impossible

    kept = KeptRun.begin("offer", "seed", journal, course().library)
    for event in (Answered("q-spot", ("urgent",)), Continued()):
        with pytest.raises(Impossible):
            kept.happen(event)
    assert len(journal.unfinished()[0].events) == 1
