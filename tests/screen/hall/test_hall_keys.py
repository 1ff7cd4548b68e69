"""What each key of the hall does: undo, skip, mark, time, people, pages, the strip, the menu."""

from __future__ import annotations

import pytest
from screen.conftest import Drive
from screen.hall.lead import Lead, lead, setup

from toolkit.records.journal import Journal
from toolkit.records.kept_session import left_open
from toolkit.session.agenda import Part
from toolkit.session.hall import Stage


def test_undo_goes_back_to_the_very_start(drive: Drive, journal: Journal) -> None:
    """Counts, reveals, skips, marks, head counts, plans and pages are all taken back, and told."""
    told = []

    async def story(me: Lead) -> None:
        await me.press("enter")
        await me.type("17")
        await me.press("enter", "m", "enter", "x")
        await me.to(Part.QUIZ, "q-quiz")
        await me.type("7 12 9")
        await me.press("enter", "enter")
        await me.press("r")
        await me.press("j", "2", "8", "enter", "t", "2", "0", "enter")
        for _ in range(60):
            told.append(await me.press("u"))
            if "This is the start" in told[-1]:
                break
        assert me.hall.at == 0
        assert (me.hall.votes, me.hall.marked, me.hall.skipped) == ({}, frozenset(), frozenset())
        assert me.hall.steps == me.hall.agenda.steps
        assert me.hall.heads == 30

    lead(drive, journal, story)
    for words in (
        "the plan is",
        "30 people",
        "the page",
        "hidden again",
        "the counts",
        "left out",
        "one step",
        "the mark",
        "what was typed",
    ):
        assert any(words in one for one in told), words


def test_a_slip_of_the_finger_is_taken_back_with_its_digits(drive: Drive, journal: Journal) -> None:
    """Counts that are taken back stand there again, to be corrected."""

    async def story(me: Lead) -> None:
        await me.to(Part.OPINION)
        await me.type("71")
        await me.press("enter", "ctrl+z")
        assert me.hall.stage is Stage.VOTING
        assert me.hall.entry == "71"
        await me.press("backspace", "enter")
        assert me.hall.votes["opinion:q-view"] == ((7, 23),)

    lead(drive, journal, story)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("17 15", "2 hands more than people."),
        ("17 10", "3 people did not raise a hand."),
        ("40", "10 hands more than people."),
    ],
)
def test_too_many_and_too_few_hands_are_told_and_taken(
    drive: Drive, journal: Journal, typed: str, told: str
) -> None:
    """The app says so in one line, and Enter takes the counts all the same."""

    async def story(me: Lead) -> None:
        await me.to(Part.OPINION)
        await me.type(typed)
        assert told in me.said
        await me.press("enter")
        assert me.hall.stage is Stage.COUNTED
        assert told in me.said

    lead(drive, journal, story)


def test_a_letter_goes_to_its_count(drive: Drive, journal: Journal) -> None:
    """`c9` counts for C, capital letters too; a count already there is corrected."""

    async def story(me: Lead) -> None:
        await me.to(Part.BEFORE)
        await me.press("C", "9", "a", "7", "b", "1", "2", "d", "1", "c", "8", "enter")
        assert me.hall.votes[me.hall.step.id] == ((7, 12, 8, 1),)

    lead(drive, journal, story)


def test_letters_of_other_screens_do_nothing_here(drive: Drive, journal: Journal) -> None:
    """H, K and L are no keys of the hall; F4 and F2 do what those do elsewhere."""

    async def story(me: Lead) -> None:
        before = await me.to(Part.BEFORE)
        assert await me.press("h", "k", "l") == before
        assert "110" in await me.press("f4")
        assert "Kita tunda" not in await me.press("f4")
        await me.press("f2")
        assert "Ada pesan kerja. Apa dulu?" in me.said

    lead(drive, journal, story)


def test_enter_without_counts_says_what_is_missing(drive: Drive, journal: Journal) -> None:
    """Nothing is counted by mistake; PgDn goes on without, and never drops what was typed."""

    async def story(me: Lead) -> None:
        await me.to(Part.BEFORE)
        assert "Type the counts, or PgDn goes on" in await me.press("enter")
        await me.type("7")
        assert "A count is still missing" in await me.press("enter")
        assert "Enter takes the counts first" in await me.press("pagedown")
        assert "Enter takes the counts first" in await me.press("pageup")
        assert me.hall.entry == "7"
        await me.press("backspace", "pagedown")
        assert me.hall.step.subject == "q-sea-b"
        await me.press("pageup")
        assert me.hall.step.subject == "q-a"

    lead(drive, journal, story)


def test_any_step_can_be_left_out_and_brought_back(drive: Drive, journal: Journal) -> None:
    """X goes on, says so, and the step is told to be left out when one comes back to it."""

    async def story(me: Lead) -> None:
        while me.hall.step.part is not Part.SUMMARY:
            here = me.hall.step.id
            assert "Left out. U brings it back." in await me.press("x")
            assert here in me.hall.skipped
        assert "Left out: Opening" in me.said
        await me.press("u")
        assert me.hall.step.part is Part.CLOSING
        await me.press("pageup")
        assert "left out" in me.said

    lead(drive, journal, story)


def test_what_was_counted_is_not_left_out(drive: Drive, journal: Journal) -> None:
    """X after a vote goes on, and the counts stay."""

    async def story(me: Lead) -> None:
        await me.to(Part.OPINION)
        await me.type("17")
        await me.press("enter")
        assert "The counts stay." in await me.press("x")
        assert me.hall.skipped == frozenset()
        assert me.hall.votes == {"opinion:q-view": ((17, 13),)}

    lead(drive, journal, story)


def test_a_mark_is_seen_and_listed_at_the_end(drive: Drive, journal: Journal) -> None:
    """M marks a question that confused people; the strip shows it, the summary lists it."""

    async def story(me: Lead) -> None:
        await me.to(Part.QUIZ, "q-quiz")
        assert "confused people" in await me.press("m")
        await me.press("m")
        assert me.hall.marked == frozenset()
        await me.press("m")
        await me.to(Part.SUMMARY)

    session = lead(drive, journal, story)
    assert session.result().marked == ("q-quiz",)


def test_a_shorter_plan_is_shown_and_taken_only_by_enter(drive: Drive, journal: Journal) -> None:
    """T suggests what the clock says; Esc changes nothing, Enter takes the plan that is shown."""

    async def story(me: Lead) -> None:
        me.pass_time(40 * 60)
        await me.press("enter")
        assert "20 minutes left - as the clock says" in await me.press("t")
        assert "It fits." in me.said
        await me.press("1", "3")
        assert "13 minutes left" in me.said
        assert "Left out:" in me.said
        planned = me.hall.steps
        await me.press("escape")
        assert me.hall.steps == planned
        await me.press("t", "1", "3", "enter")
        assert len(me.hall.steps) < len(planned)
        assert me.hall.steps[-1].part is Part.SUMMARY
        assert "of 53 min" in me.said

    lead(drive, journal, story)


def test_a_plan_that_cannot_fit_says_by_how_much(drive: Drive, journal: Journal) -> None:
    """The musts, the test after and the help lines need their time."""

    async def story(me: Lead) -> None:
        await me.press("enter", "t", "2")
        assert "It does not fit: at least" in me.said
        assert "After the lesson" in me.said

    lead(drive, journal, story)


def test_the_head_count_can_change(drive: Drive, journal: Journal) -> None:
    """J asks how many people are here now; what is worked out follows it."""

    async def story(me: Lead) -> None:
        await me.to(Part.OPINION)
        await me.press("j", "2", "8", "enter")
        await me.type("17")
        assert "B = 11" in me.said

    lead(drive, journal, story)


def test_after_the_answer_one_key_opens_the_page_about_it(drive: Drive, journal: Journal) -> None:
    """R opens it, Enter and Esc lead back to the question; before the answer the key does nothing."""

    async def story(me: Lead) -> None:
        await me.to(Part.QUIZ, "q-quiz")
        await me.press("r")
        assert me.hall.reopened is None
        await me.type("20 4 4")
        await me.press("enter", "enter")
        assert 'F8: back to the page "We wait first"' in await me.press("f6")
        await me.press("f6")
        for key in ("enter", "escape", "pagedown"):
            assert "We wait first" in await me.press("f8")
            assert "Reply" not in me.said
            await me.press(key)
            assert me.hall.reopened is None
            assert me.hall.step.subject == "q-quiz"

    lead(drive, journal, story)


def test_a_content_note_comes_before_its_page(drive: Drive, journal: Journal) -> None:
    """It is shown to the room and spoken; Enter goes to the page, X leaves the page out."""

    async def story(me: Lead) -> None:
        await me.to(Part.LESSON, "ask")
        assert "It tells of a debt." in me.said
        assert "You may step out" in me.said
        assert "Friendly is" not in me.said
        assert "Friendly is not always honest." in await me.press("enter")
        await me.press("pageup", "pagedown")
        assert "Friendly is not always honest." in me.said

    lead(drive, journal, story)

    async def skipping(me: Lead) -> None:
        await me.to(Part.LESSON, "ask")
        await me.press("x")
        assert me.hall.step.part is Part.QUIZ

    lead(drive, journal, skipping)


def test_the_strip_hides_for_this_session(drive: Drive, journal: Journal) -> None:
    """F7 and S hide the facilitator's lines but for the clock and the key; a new session has them."""

    async def hide(me: Lead) -> None:
        assert "No names are written down." in me.said
        hidden = await me.press("f7")
        assert "No names are written down." not in hidden
        assert "0 of 60 min" in hidden
        assert "F7: your lines" in hidden
        assert "No names. Nobody has to answer." in hidden
        assert "No names are written down." in await me.press("s")
        await me.press("s", "enter")
        assert "F7: your lines" in me.said

    async def anew(me: Lead) -> None:
        assert "No names are written down." in me.said

    lead(drive, journal, hide)
    lead(drive, journal, anew)


def test_a_long_script_opens_to_the_full_height(drive: Drive, journal: Journal) -> None:
    """F6 and W show all of it; the room's lines come back with the same key, and with Esc."""

    async def story(me: Lead) -> None:
        await me.to(Part.LESSON)
        assert "F6: more" in me.said
        assert "Whom do we talk to first?" not in me.said
        assert "Whom do we talk to first?" in await me.press("f6")
        assert "Nobody has to answer today." not in me.said
        assert "Nobody has to answer today." in await me.press("escape")
        assert "Whom do we talk to first?" in await me.press("w")
        await me.press("w", "down", "down", "down", "down")
        assert "Whom do we talk to first?" in me.said

    lead(drive, journal, story)


def test_the_session_can_be_ended_from_anywhere(drive: Drive, journal: Journal) -> None:
    """Esc offers to go on, to end with the help lines and the summary, or to leave it open."""

    async def story(me: Lead) -> None:
        await me.to(Part.BEFORE)
        await me.press("escape", "escape")
        assert me.hall.step.part is Part.BEFORE
        await me.press("escape", "2")
        assert me.hall.step.part is Part.CLOSING
        assert "110" in me.said
        await me.press("enter")
        assert me.hall.step.part is Part.SUMMARY
        await me.press("1")
        assert "Finish this session?" in me.said
        await me.press("enter")
        assert not me.hall.ended
        await me.press("1", "2")
        assert me.hall.ended

    lead(drive, journal, story)


def test_a_session_left_for_later_stays_open(drive: Drive, journal: Journal) -> None:
    """It can be gone on with at the same step."""

    async def story(me: Lead) -> None:
        await me.to(Part.BEFORE)
        await me.press("escape", "3")
        assert me.seat.app.screen.__class__.__name__ == "HomeScreen"

    session = lead(drive, journal, story)
    assert [one.uid for one in left_open(journal)] == [session.uid]


def test_the_black_screen_comes_from_every_state(drive: Drive, journal: Journal) -> None:
    """F9 blanks every part, every stage and every dialog at once, and brings it back."""
    seen = set()

    async def blank(me: Lead, key: str = "f9") -> None:
        state = (me.hall.step.part, me.hall.stage, me.screen.note_due, me.hall.entry != "", key)
        if state in seen and me.seat.app.screen is me.screen:
            return
        seen.add(state)
        before = me.seat.text
        await me.seat.pilot.press(key)
        await me.seat.pilot.pause()
        assert not me.seat.text.strip(), before
        await me.press(key)
        assert me.seat.text == before

    async def story(me: Lead) -> None:
        while me.hall.step.part is not Part.SUMMARY:
            await blank(me)
            if me.hall.stage is Stage.VOTING:
                await me.type("1 2 3")
                await blank(me, "full_stop")
            await me.press("enter")
        await blank(me)
        for opening in ("t", "j", "escape", "f1", "f4", "1", "f6"):
            await me.press(opening)
            await blank(me)
            await me.press("escape")

    lead(drive, journal, story, room=setup(heads=6))


def test_each_key_means_one_thing_in_the_hall() -> None:
    """No two of its actions share a key, and none of its dialogs' do."""
    from toolkit.screen.hall.dialogs import NumberScreen, WaysScreen
    from toolkit.screen.hall.hall_screen import HallScreen

    for screen in (HallScreen, NumberScreen, WaysScreen):
        keys = [
            (key, binding.action)
            for key, there in screen._merge_bindings().key_to_bindings.items()
            for binding in there
        ]
        assert len(keys) == len({key for key, _ in keys}), screen


def test_help_names_the_keys_of_the_hall(drive: Drive, journal: Journal) -> None:
    """F1 lists what the keys do here, and no letter that does something else here."""

    async def story(me: Lead) -> None:
        await me.to(Part.BEFORE)
        shown = await me.press("f1")
        for words in (
            "The counts of A, B, C",
            "Leave this out",
            "Ctrl+Z",
            "How many minutes are left?",
            "Ctrl+L",
        ):
            assert words in shown
        assert "F4, H" not in shown
        assert "(also: H)" not in shown

    lead(drive, journal, story, size=(120, 40))


def test_the_clock_goes_on_without_a_key(drive: Drive, journal: Journal) -> None:
    """The strip tells the minutes gone, and how late it will be, whenever the clock is looked at."""

    async def story(me: Lead) -> None:
        assert "0 of 60 min" in me.said
        me.pass_time(50 * 60)
        me.screen.tick()
        await me.seat.settled()
        assert "50 of 60 min" in me.said
        assert "late" in me.said
        await me.to(Part.SUMMARY)
        assert "late" not in me.said.partition("50 of 60 min")[2]

    lead(drive, journal, story)


def test_the_clock_is_looked_at_every_quarter_of_a_minute() -> None:
    """At most fifteen seconds pass until the strip tells the time anew."""
    from toolkit.screen.hall.face import TICK

    assert TICK <= 15
