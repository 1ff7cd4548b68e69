"""What must be right where it matters: where to report, hard pages, damage, and the ends of a session."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event as Gate
from types import MappingProxyType

import pytest
from screen.conftest import Drive, Seat
from screen.hall.lead import NOON, Lead, lead, setup
from screen.hall.sample import course

from toolkit.content.library import Library
from toolkit.content.load import Loaded
from toolkit.language import Language
from toolkit.records.clock import Clock
from toolkit.records.journal import FILE_NAME, Journal
from toolkit.records.kept_session import KeptSession, left_open
from toolkit.screen.hall import verdicts
from toolkit.screen.help_lines import numbers
from toolkit.screen.layout import Fold, Words, hung, lay_out
from toolkit.screen.prose import Voice
from toolkit.screen.signs import FINE
from toolkit.session import scripts
from toolkit.session.agenda import Measure, Part, Step
from toolkit.session.hall import Ended, Opened, fold
from toolkit.session.plan import draw_up

SCREENS = 11 + 9
"""Lines of two screens of 60x18, the second of them two lines of the first."""


def test_a_trap_says_where_to_report_it(drive: Drive, journal: Journal) -> None:
    """What to do now stands under the signs and above the bars, and the strip says it, too."""

    async def story(me: Lead) -> None:
        await me.to(Part.OFFERS, "q-cook-b")
        await me.type("0 30")
        await me.press("enter", "enter")
        told = me.said
        places = [
            told.index(one)
            for one in (
                "A trap: do not leave",
                "Paying in advance.",
                "Do this:",
                "Report it to the police: 110.",
                "A trap - correct",
                "Do not leave; report it",
                "Say: Report it to the police: 110.",
            )
        ]
        assert places == sorted(places)
        assert "The answer:" not in told

    lead(drive, journal, story)


def test_every_trap_of_ours_says_whom_to_call(library: Library, lang: Language) -> None:
    """The strip names a number for each trap of the library, whoever chose what."""
    voice = Voice(lang, library, FINE)
    traps = [one for one in library.offers.values() if not one.honest]
    asked = {getattr(one, "offer", ""): one.id for one in library.questions.values()}
    assert traps
    for offer in traps:
        step = Step("x", Part.OFFERS, asked[offer.id])
        spoken = " ".join(line.plain for line in verdicts.to_say(step, scripts.TRAP, voice))
        assert any(contact.number in spoken for contact in library.contacts.values()), offer.id


def test_the_offers_of_the_tests_are_told_at_the_end(drive: Drive, journal: Journal) -> None:
    """After both tests the room hears what each offer was, and what to do; never before."""

    async def story(me: Lead) -> None:
        while me.hall.step.part is not Part.ANSWERS:
            if me.hall.step.subject == "q-sea-b":
                assert "trap: do not" not in me.said
            await me.press("pagedown")
        told = me.said
        for words in (
            "A ship needs hands.",
            "A trap: do not leave",
            "Report it to the police: 110.",
        ):
            assert words in told
        assert "You judged this offer today." in told
        assert me.hall.item is None
        assert await me.press("pagedown") != told
        assert me.hall.step.part is Part.CLOSING

    lead(drive, journal, story)


@pytest.mark.parametrize(("page", "asks"), [("", "Whom do we talk to"), ("ask", "What do we ask")])
def test_the_reply_is_to_the_last_vote_and_asks_what_its_page_asks(
    drive: Drive, journal: Journal, page: str, asks: str
) -> None:
    """Most chose another wrong option before they talked; of two pages the first one counts, or the one named."""
    loaded = course()
    lesson = loaded.library.lessons["offer"]
    pages = tuple(replace(one, objectives=("offer.calm", "offer.ask")) for one in lesson.pages)
    question = replace(loaded.library.questions["q-quiz"], page=page)
    library = replace(
        loaded.library,
        lessons=MappingProxyType({"offer": replace(lesson, pages=pages)}),
        questions=MappingProxyType({**loaded.library.questions, "q-quiz": question}),
    )

    async def story(me: Lead) -> None:
        await me.to(Part.QUIZ, "q-quiz")
        item = me.hall.item
        assert item is not None
        first, second = [at for at, one in enumerate(item.options) if one not in item.right][:2]
        for most in (first, second):
            await me.type(" ".join("20" if at == most else "3" for at in range(4)))
            await me.press("enter")
        await me.press("enter", "f6")
        assert f"Belief {item.options[second]}" in me.said
        assert f"Ask: {asks}" in me.said
        assert 'F8: back to the page "We' in me.said

    lead(drive, journal, story, loaded=Loaded(library, (), ()))


def test_a_hard_page_that_is_opened_again_begins_with_its_note(
    drive: Drive, journal: Journal
) -> None:
    """The note stands first each time; Enter goes to the page, then back; a mark is the page's."""
    loaded = course()
    question = replace(loaded.library.questions["q-quiz"], page="ask")
    questions = MappingProxyType({**loaded.library.questions, "q-quiz": question})
    loaded = Loaded(replace(loaded.library, questions=questions), (), ())

    async def story(me: Lead) -> None:
        await me.to(Part.LESSON, "ask")
        await me.press("x")
        await me.to(Part.QUIZ, "q-quiz")
        await me.type("20 4 4")
        await me.press("enter", "enter", "f6")
        assert 'F8: open the page "We ask first"' in me.said
        for _ in range(2):
            assert "It tells of a debt." in await me.press("f8")
            assert "You may step out" in me.said
            assert "Friendly is" not in me.said
            assert "Friendly is not always honest." in await me.press("enter")
            await me.press("enter")
            assert me.hall.reopened is None
        await me.press("f8", "enter", "m", "escape")
        assert "confused people" not in me.said

    session = lead(drive, journal, story, loaded=loaded)
    assert session.result().marked == ("offer/ask",)


def test_only_what_is_shown_can_be_marked(drive: Drive, journal: Journal) -> None:
    """On the opening and the closing there is nothing that a trainer could read later."""

    async def story(me: Lead) -> None:
        assert await me.press("m") == me.said
        assert me.hall.marked == frozenset()
        await me.to(Part.CLOSING)
        await me.press("m")
        assert me.hall.marked == frozenset()

    lead(drive, journal, story)


def test_the_whole_script_closes_when_the_room_must_see(drive: Drive, journal: Journal) -> None:
    """A count that is typed, an answer that is shown, another step: the room's face is back."""

    async def story(me: Lead) -> None:
        await me.to(Part.QUIZ, "q-quiz")
        await me.press("f6")
        assert "A job comes." not in me.said
        assert "A job comes." in await me.type("7 12 9")
        await me.press("f6", "enter", "f6", "enter")
        assert "[✓]" in me.said

    lead(drive, journal, story)


def test_the_menu_has_what_is_hard_to_guess(drive: Drive, journal: Journal) -> None:
    """Undo, leaving out, minutes, mark and people, each with its key; and it says what it did."""

    async def story(me: Lead) -> None:
        assert "Esc Menu" in await me.to(Part.BEFORE)
        shown = await me.press("escape")
        for words in ("back (U)", "out (X)", "left? (T)", "people (M)", "room (J)"):
            assert words in shown
        assert "Marked." in await me.press("7")
        assert "The mark is gone." in await me.press("escape", "7")
        assert "Left out. U brings it back." in await me.press("escape", "5")
        assert "Taken back: it is no longer left out." in await me.press("escape", "4")
        assert "People in the room" in await me.press("escape", "8")
        assert "minutes left" in await me.press("escape", "escape", "6")

    lead(drive, journal, story)


def test_ending_now_at_the_closing_goes_on_to_the_summary(drive: Drive, journal: Journal) -> None:
    """And no slips are missed that were never handed out."""

    async def story(me: Lead) -> None:
        await me.to(Part.LESSON)
        await me.press("escape", "2")
        assert me.hall.step.part is Part.CLOSING
        await me.press("escape", "2")
        assert me.hall.step.part is Part.SUMMARY
        assert "6 counts of slips are missing" in me.said
        assert "End it now" not in await me.press("escape")

    lead(drive, journal, story, room=setup(measure=Measure.SLIPS))


def test_minutes_are_those_of_the_clock_and_nothing_is_left_out_in_time(
    drive: Drive, journal: Journal
) -> None:
    """Whoever is in time, and asks in the middle of a step, is told that nothing goes."""

    async def story(me: Lead) -> None:
        me.pass_time(me.hall.step.seconds)
        await me.to(Part.OPINION)
        me.pass_time(me.hall.step.seconds - 1)
        await me.press("t")
        assert "Left out:" not in me.said
        until, steps = me.hall.until, me.hall.steps
        await me.press("enter")
        assert (me.hall.until, me.hall.steps) == (until, steps)

    agenda = draw_up(setup(), course().library)
    exact = setup(minutes=-(-agenda.seconds // 60))
    lead(drive, journal, story, room=exact, agenda=draw_up(exact, course().library))


def test_a_session_that_another_window_ended_leads_out(drive: Drive, journal: Journal) -> None:
    """It says so, shows the summary, and Enter and Esc lead on."""

    async def story(me: Lead) -> None:
        await me.to(Part.BEFORE)
        KeptSession.resume(left_open(journal)[0], journal).happen(Ended())
        await me.type("7")
        assert "Another window has ended this session" in me.said
        assert "The session is finished and kept." in me.said
        assert "nothing in it can be changed" in await me.press("pageup", "pageup")
        assert "Hand over to a stick" in await me.press("enter")
        await me.press("escape", "escape")
        assert me.seat.app.screen.__class__.__name__ == "HomeScreen"

    lead(drive, journal, story)


def test_the_time_until_a_session_is_gone_on_with_is_nobodys(
    drive: Drive, journal: Journal
) -> None:
    """Left for later by the menu, and gone on with an hour later: the hour is in no part."""

    async def story(me: Lead) -> None:
        await me.to(Part.BEFORE)
        await me.press("escape", "3")

    session = lead(drive, journal, story)
    later = Clock(wall=lambda: NOON + 3600, steady=lambda: 0.0)
    again = KeptSession.resume(left_open(journal)[0], journal, later)
    assert again.elapsed() == session.elapsed() == 0


def test_damage_is_told_on_the_first_screen_of_the_hall(drive: Drive, tmp_path: Path) -> None:
    """What was saved, and where the damaged file lies; once."""
    with closing(Journal(tmp_path / "old")) as old:
        session = KeptSession.begin(setup(), draw_up(setup(), course().library), old)
        session.happen(Ended())
    file = tmp_path / "old" / FILE_NAME
    whole = bytearray(file.read_bytes())
    whole[:100] = b"\0" * 100
    file.write_bytes(whole)

    async def story(seat: Seat) -> None:
        assert "The file of kept answers was damaged." in seat.said
        assert f"{FILE_NAME}.damaged" in seat.said.replace(" ", "")
        assert "Saved from it: 1 session" in seat.said
        await seat.press("f7", *"Desa", "down", *"30", "pagedown")
        assert "damaged" not in seat.said

    drive(story, loaded=course(), kept=Journal(tmp_path / "old"))


def test_nobody_leaves_while_it_writes_to_the_stick(
    drive: Drive, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Esc and F10 are answered, and act when it is written."""
    stick, gate = tmp_path / "FLASH", Gate()
    stick.mkdir()
    monkeypatch.setattr("toolkit.screen.hall.sticks.sticks", lambda: (stick,))
    from toolkit.records.handover import handover

    def slow(journal: Journal, folder: Path) -> object:
        gate.wait(20)
        return handover(journal, folder)

    monkeypatch.setattr("toolkit.screen.hall.sticks.handover", slow)

    async def story(me: Lead) -> None:
        await me.to(Part.SUMMARY)
        await me.press("1", "2", "1", "1")
        for key in ("escape", "f10", "ctrl+q"):
            assert "Still writing." in await me.press(key)
        gate.set()
        await me.seat.until("1 session is", without="Still writing")
        await me.press("escape")
        assert "The session is finished and kept." in me.said

    lead(drive, journal, story)


def test_the_numbers_of_the_closing_stand_on_two_small_screens(
    library: Library, lang: Language
) -> None:
    """Each number with whom it is for, in two lines at most; every contact of the library."""
    blocks = numbers(Voice(lang, library, FINE))
    shown = "".join(block.content.plain for block in blocks if isinstance(block, Words))
    for contact in library.contacts.values():
        assert contact.number in shown
    for block in blocks:
        assert isinstance(block, Words)
        assert len(hung(block.first, block.content, 60 - 3)) <= 2, block.content.plain
    assert len(lay_out([*blocks, Fold()], 60, 11)) <= SCREENS


def test_what_is_below_comes_before_the_next_step(drive: Drive, journal: Journal) -> None:
    """PgDn and PgUp scroll first where something is out of sight: the closing, the summary."""
    loaded = course()
    police = loaded.library.contacts["police"]
    contacts = {f"p{at}": replace(police, id=f"p{at}", number=f"90{at}") for at in range(20)}
    many = replace(loaded.library, contacts=MappingProxyType(contacts | {"police": police}))

    async def story(me: Lead) -> None:
        await me.to(Part.CLOSING)
        assert "9019" not in me.said
        while "9019" not in me.said:
            await me.press("pagedown")
            assert me.hall.step.part is Part.CLOSING
        while me.screen.sheet.above:
            await me.press("pageup")
            assert me.hall.step.part is Part.CLOSING
        await me.to(Part.SUMMARY)
        before = me.said
        assert await me.press("pagedown") != before

    lead(drive, journal, story, loaded=Loaded(many, (), ()))


def test_the_counts_are_never_cut_off(drive: Drive, journal: Journal) -> None:
    """Where both do not fit, the hint about more lines gives way."""

    async def story(me: Lead) -> None:
        await me.to(Part.QUIZ, "q-quiz")
        await me.type("30 30 30 2")
        await me.press("enter", "enter")
        assert "92" in me.screen.where()
        assert me.screen.where() in me.said

    lead(drive, journal, story, lang="id")


def test_an_agenda_without_its_library_still_tells_a_trap(library: Library, lang: Language) -> None:
    """The verdict is the agenda's; only the words of the offer are gone."""
    gone = replace(library, questions={}, offers={})
    begun = Opened(setup(), "2026-11-22", draw_up(setup(), course().library))
    hall = fold([(0, begun)])
    at = next(n for n, one in enumerate(hall.steps) if one.subject == "q-cook-b")
    told = verdicts.verdict(replace(hall, at=at))
    assert told is scripts.TRAP
    assert verdicts.judged(hall.steps[at], told, Voice(lang, gone, FINE))
