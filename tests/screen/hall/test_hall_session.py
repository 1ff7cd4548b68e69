"""A session led from the keyboard: by show of hands, and on slips, from the opening to the end."""

from __future__ import annotations

import pytest
from screen.conftest import Drive
from screen.hall.lead import Lead, lead, setup
from session.ten_questions import FOUR, TWO, agenda, keys
from session.ten_questions import setup as ten_setup

from toolkit.records.journal import Journal
from toolkit.records.kept_session import left_open
from toolkit.session.agenda import Measure, Part
from toolkit.session.hall import Stage


def test_a_whole_session_by_hands(drive: Drive, journal: Journal) -> None:
    """Enter and counts lead through every step; the result has what was counted."""

    async def story(me: Lead) -> None:
        assert "do not tell your own story here" in me.said
        await me.press("enter")
        await me.type("17")
        assert "B = 13, the rest. Enter takes it" in me.said
        await me.press("enter")
        assert "Every choice makes sense." in me.said
        assert "17 57%" in me.said
        await me.press("enter")
        await me.type("7 12 9")
        assert "D = 2, the rest" in me.said
        assert "We talk about it later." in await me.press("enter")
        await me.to(Part.QUIZ, "q-quiz")
        await me.type("7 12 9")
        assert "Talk with your neighbour for a minute: why?" in await me.press("enter")
        await me.type("4 22 2")
        assert "B: 10 more" in await me.press("enter")
        await me.press("enter")
        assert me.hall.stage is Stage.REVEALED
        await me.to(Part.AFTER)
        await me.type("3 1 25")
        await me.press("enter")
        assert "110" in await me.to(Part.CLOSING)
        assert "Finish and keep it" in await me.press("enter")
        await me.press("enter", "2")
        assert "The session is finished and kept." in me.said

    session = lead(drive, journal, story)
    assert session.hall.ended
    assert left_open(journal) == ()
    hands = {(t.when, t.question, t.option): t.hands for t in session.result().tallies}
    item = session.hall.items["q-a"]
    assert [hands["before", "q-a", one] for one in item.options] == [7, 12, 9, 2]
    assert [hands["second", "q-quiz", one] for one in session.hall.items["q-quiz"].options] == [
        4,
        22,
        2,
        2,
    ]


def test_a_whole_session_on_slips(drive: Drive, journal: Journal) -> None:
    """Slips are given out twice, and counted after the closing, pile by pile; nothing is worked out."""

    async def story(me: Lead) -> None:
        assert "Odd numbers get sheet A" in await me.to(Part.BEFORE)
        assert "odd numbers get sheet B" in await me.to(Part.AFTER)
        assert "Sheet A, before: question 1 of 3" in await me.to(Part.SLIPS)
        await me.type("7 5 2")
        assert "A count is still missing" in await me.press("enter")
        await me.press("space", "1")
        assert "15 slips. Enter takes it." in me.said
        await me.press("enter", "enter")
        assert "Sort the slips: how many signs are marked on them?" in me.said
        assert "2 signs marked" in me.said
        await me.type("3 4 8")
        await me.press("enter", "enter")
        await me.type("5 10")
        await me.press("enter", "enter")
        assert "Sheet B, before" in me.said
        assert "9 counts of slips are missing" in await me.to(Part.SUMMARY)

    session = lead(drive, journal, story, room=setup(measure=Measure.SLIPS))
    slips = {(t.form, t.question, t.option): t.hands for t in session.result().tallies}
    assert slips["a", "q-sign-a", "2"] == 8
    assert [one.uid for one in left_open(journal)] == [session.uid]


@pytest.mark.parametrize(("votes", "most"), [(FOUR, 175), (TWO, 90)], ids=["four", "two"])
def test_ten_questions_with_two_votes_take_few_keys(
    drive: Drive, journal: Journal, votes: tuple, most: int
) -> None:
    """Thirty people, ten questions, two votes each: 175 keys with four options, 90 with two."""
    script = list(keys(votes))

    async def story(me: Lead) -> None:
        await me.seat.pilot.press(*script)
        await me.seat.settled()
        assert me.hall.step.part is Part.SUMMARY

    session = lead(drive, journal, story, agenda=agenda(votes), room=ten_setup())
    assert len(script) <= most
    assert tuple(session.hall.votes.values()) == votes


def test_every_key_of_a_count_is_kept_before_the_next_frame(drive: Drive, journal: Journal) -> None:
    """Whoever opens the session anew after any key finds the same entry."""
    from toolkit.records.kept_session import KeptSession

    async def story(me: Lead) -> None:
        await me.to(Part.BEFORE)
        for key in ("1", "2", "space", "9", "backspace", "a", "7"):
            await me.press(key)
            again = KeptSession.resume(left_open(journal)[0], Journal(journal.path.parent))
            assert again.hall.entry == me.hall.entry

    lead(drive, journal, story)
