"""What a session holds out: a full disk, a second window, lessons that are gone, odd words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from screen.conftest import Drive
from screen.hall.lead import Lead, lead, setup
from screen.hall.sample import course

from toolkit.content.load import Loaded
from toolkit.content.text import Text, parse
from toolkit.errors import Breakdown
from toolkit.language import said
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open
from toolkit.records.sticks import Drive as Medium
from toolkit.session.agenda import Measure, Part
from toolkit.session.hall import Stage


def test_a_full_disk_is_told_and_the_session_goes_on(
    drive: Drive, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told while the step lasts, and in short until it is kept; then all of it is there."""

    @contextmanager
    def full(self: Journal) -> Iterator[None]:
        raise Breakdown(said("The disk is full."), said("Make room."))
        yield

    async def story(me: Lead) -> None:
        await me.to(Part.OPINION)
        with monkeypatch.context() as broken:
            broken.setattr(Journal, "writing", full)
            await me.type("17")
            assert "Go on, and leave the laptop on" in await me.press("enter")
            assert me.hall.stage is Stage.COUNTED
            assert "not kept yet" in await me.press("enter")
            assert "leave the laptop on" not in me.said
            assert "How many minutes are left?" in await me.press("t")
            assert "Whoever leaves now loses what is missing." in await me.press("f10")
            await me.press("escape")
        assert "not kept yet" not in await me.press("m")

    session = lead(drive, journal, story)
    again = KeptSession.resume(left_open(journal)[0], journal)
    assert again.hall.votes == session.hall.votes == {"opinion:q-view": ((17, 13),)}


def test_nothing_is_called_kept_that_is_not(
    drive: Drive, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk at the end is told; leaving asks first; the clock's look tries again by itself."""

    @contextmanager
    def full(self: Journal) -> Iterator[None]:
        raise Breakdown(said("The disk is full."), said("Make room."))
        yield

    async def story(me: Lead) -> None:
        await me.to(Part.SUMMARY)
        with monkeypatch.context() as broken:
            broken.setattr(Journal, "writing", full)
            await me.press("1", "2")
            assert "finished, but it is not kept yet" in me.said
            await me.press("1")
            assert "not kept yet" in me.said
            for key in ("escape", "2", "f10"):
                assert "Whoever leaves now loses what is missing." in await me.press(key)
                await me.press("escape")
        me.screen.tick()
        await me.seat.settled()
        assert "The session is finished and kept." in me.said

    lead(drive, journal, story)
    assert left_open(journal) == ()


def test_a_second_window_is_told_and_its_state_is_shown(drive: Drive, journal: Journal) -> None:
    """Where another window went on with the session, the screen shows what that one has kept."""

    async def story(me: Lead) -> None:
        await me.to(Part.OPINION)
        await other(KeptSession.resume(left_open(journal)[0], journal))
        await me.type("1")
        assert "Another window has gone on with this session." in me.said
        assert me.hall.votes == {"opinion:q-view": ((20, 10),)}
        assert "20 67%" in me.said

    async def other(session: KeptSession) -> None:
        from toolkit.session.hall import Counted

        session.happen(Counted((20, 10)))

    lead(drive, journal, story)


@pytest.mark.parametrize(("measure", "code"), [(Measure.HANDS, "en"), (Measure.SLIPS, "id")])
def test_lessons_that_are_gone_are_named_by_what_is_kept(
    drive: Drive, journal: Journal, measure: Measure, code: str
) -> None:
    """Every step can be gone through without its library: the agenda's words, else the ids."""
    from dataclasses import replace

    seen = []

    async def story(me: Lead) -> None:
        while me.hall.step.part is not Part.SUMMARY:
            seen.append(me.said)
            if me.hall.item is not None:
                number = len(me.hall.item.options)
                await me.type(" ".join("3" * number))
                seen.append(await me.press("enter"))
            if me.hall.stage is Stage.DISCUSSING:
                seen.append(await me.press("enter"))
            await me.press("enter")
        seen.append(me.said)

    empty = replace(course().library, lessons={}, quizzes={}, questions={}, offers={}, contacts={})
    session = KeptSession.begin(setup(measure=measure), _drawn(measure), journal)
    lead(drive, journal, story, session=session, loaded=Loaded(empty, (), ()), lang=code)
    assert any("photo" in one for one in seen)
    assert any(("A job comes." in one) or ("Ada pesan kerja." in one) for one in seen)


def _drawn(measure: Measure):
    from toolkit.session.plan import draw_up

    return draw_up(setup(measure=measure), course().library)


def test_odd_words_are_shown_as_they_are(drive: Drive, journal: Journal) -> None:
    """Markup, links and control characters of a village or a lesson are words and nothing else."""
    odd = "[/foo] [@click=app.quit]x[/] \x1b[31m \u202e"

    def spoilt(indonesian: str, english: str) -> Text:
        return Text({"id": parse(indonesian + odd), "en": parse(english + odd)})

    async def story(me: Lead) -> None:
        assert "[/foo] [@click=app.quit]x[/]" in me.said
        while me.hall.step.part is not Part.SUMMARY:
            if me.hall.item is not None and me.hall.counting:
                await me.type(" ".join("3" * len(me.hall.item.options)))
                await me.press("enter")
                await me.press("enter")
            assert "[/foo]" in me.seat.text or me.hall.step.subject == ""
            assert "\x1b" not in me.seat.text
            await me.press("enter")

    lead(drive, journal, story, loaded=course(spoilt), room=setup(village=f"Desa {odd}"))


def test_the_finished_session_goes_to_a_stick(
    drive: Drive, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only when it is there and was read back may the stick be taken out; a wrong folder is told."""
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr("toolkit.records.handover.drive_of", lambda *_: Medium.STICK)

    async def story(me: Lead) -> None:
        await me.to(Part.SUMMARY)
        await me.press("1", "2", "1")
        assert "No stick is found." in me.said
        await me.press("2", *"/nowhere", "enter")
        await me.seat.until("There is no folder /nowhere.")
        for odd in ("~nobody-of-that-name", "x" * 300):
            await me.press("2")
            me.seat.app.screen.field.value = odd
            await me.press("enter")
            await me.seat.until(f"There is no folder {odd[:5]}")
        await me.press("2")
        me.seat.app.screen.field.value = str(stick)
        await me.press("enter")
        await me.seat.until("The stick may be taken out now.")
        await me.press("escape")
        assert "The session is finished and kept." in me.said
        await me.press("2")
        assert me.seat.app.screen.__class__.__name__ == "HomeScreen"

    lead(drive, journal, story)
    assert [one.suffix for one in stick.iterdir()] == [".cekdulu"]


def test_a_folder_of_the_laptop_is_not_called_a_stick(
    drive: Drive, journal: Journal, tmp_path: Path
) -> None:
    """It is written into as well, but nobody is sent to the office with an empty stick."""
    folder = tmp_path / "folder"
    folder.mkdir()

    async def story(me: Lead) -> None:
        await me.to(Part.SUMMARY)
        await me.press("1", "2", "1", "2")
        me.seat.app.screen.field.value = str(folder)
        await me.press("enter")
        await me.seat.until("no stick was written to.", without="may be taken out")

    lead(drive, journal, story)
    assert list(folder.iterdir())


def test_sticks_that_are_found_are_offered(
    drive: Drive, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One number key hands over to a stick that is in."""
    stick = tmp_path / "FLASH"
    stick.mkdir()
    monkeypatch.setattr("toolkit.screen.hall.sticks.sticks", lambda: (stick,))
    monkeypatch.setattr("toolkit.records.handover.drive_of", lambda *_: Medium.STICK)

    async def story(me: Lead) -> None:
        await me.to(Part.SUMMARY)
        await me.press("1", "2", "1")
        assert "Choose the stick:" in me.said
        await me.press("1")
        await me.seat.until("1 session is on the stick.")

    lead(drive, journal, story)
    assert list(stick.iterdir())


def test_a_session_is_gone_on_with_at_the_same_question(drive: Drive, journal: Journal) -> None:
    """After a power cut the same question stands there with the digits that had been typed."""

    async def cut(me: Lead) -> None:
        await me.to(Part.QUIZ, "q-quiz")
        await me.type("7 1")

    async def again(me: Lead) -> None:
        assert "(q-quiz)" in me.said
        assert me.hall.entry == "7 1"
        await me.type("2 9")
        await me.press("enter")
        assert me.hall.votes[me.hall.step.id] == ((7, 12, 9, 2),)

    lead(drive, journal, cut)
    lead(drive, journal, again, session=KeptSession.resume(left_open(journal)[0], journal))


def test_the_app_is_left_with_the_session_open(drive: Drive, journal: Journal) -> None:
    """F10 leaves from any step; the session is offered the next time."""

    async def story(me: Lead) -> None:
        await me.to(Part.BEFORE)
        await me.press("7", "f10")
        assert me.seat.app.in_session

    session = lead(drive, journal, story)
    assert [(one.uid, one.fits) for one in left_open(journal)] == [(session.uid, True)]


def test_offers_are_told_by_their_signs_and_checks(drive: Drive, journal: Journal) -> None:
    """A trap by its signs; an honest offer by the checks still to do. No offer is ever called safe."""

    async def story(me: Lead) -> None:
        told = {}
        await me.to(Part.OFFERS)
        while me.hall.step.part is Part.OFFERS:
            await me.type("20")
            await me.press("enter", "enter")
            room = me.said
            await me.press("f6")
            told[me.hall.step.subject] = f"{room} {me.said}"
            await me.press("f6", "enter")
        assert "A trap: do not leave, report it." in told["q-cook-b"]
        assert "Paying in advance." in told["q-cook-b"]
        assert "Belief q-cook-b" in told["q-cook-b"]
        assert "Worth checking: take it to the manpower office" in told["q-cook-a"]
        assert "Is the company registered?" in told["q-cook-a"]
        assert not any("safe" in one for one in told.values())

    lead(drive, journal, story)
