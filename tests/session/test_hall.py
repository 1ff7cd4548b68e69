"""A hall session: what can happen at each stage, what is taken back, and what time it takes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from session.halls import setup

from toolkit.content.lesson import Priority
from toolkit.session.agenda import Agenda, Item, Part, Step, When
from toolkit.session.hall import (
    MOST,
    Counted,
    Ended,
    Event,
    Hall,
    HeadsCounted,
    Impossible,
    Marked,
    Opened,
    PutOff,
    Reopened,
    Replanned,
    Returned,
    Revealed,
    Skipped,
    Stage,
    TakenBack,
    Typed,
    WentBack,
    WentOn,
    after,
    fold,
)

AGENDA = Agenda(
    (
        Step("opening", Part.OPENING, seconds=120),
        Step("opinion:view", Part.OPINION, "view", "l", "o", 180),
        Step("before:q1", Part.BEFORE, "q1", "l", "o", 45, when=When.BEFORE),
        Step("lesson:p1", Part.LESSON, "p1", "l", "o", 300),
        Step("lesson:p2", Part.LESSON, "p2", "l", "o2", 300, Priority.COULD),
        Step("quiz:q2", Part.QUIZ, "q2", "l", "o", 120),
        Step("after:q1", Part.AFTER, "q1", "l", "o", 45, when=When.AFTER),
        Step("closing", Part.CLOSING, seconds=240),
        Step("summary", Part.SUMMARY),
    ),
    (
        Item("view", "opinion", "o", ("a", "b")),
        Item("q1", "choice", "o", ("a", "b", "c"), ("b",)),
        Item("q2", "choice", "o", ("a", "b", "c"), ("c",)),
    ),
)
OPENED = Opened(setup(), "2026-11-22", AGENDA)
ON, BACK, SHOWN = WentOn(), WentBack(), Revealed()
TO_QUIZ: tuple[Event, ...] = (ON,) * 5


def going(*events: Event) -> Hall:
    """The session after these events, ten seconds apart."""
    return fold((10 * number, event) for number, event in enumerate((OPENED, *events)))


def refused(events: Iterable[Event], event: Event) -> None:
    """It cannot happen after these."""
    hall = going(*events)
    with pytest.raises(Impossible):
        after(hall, event, hall.clock)


def test_a_session_begins_with_its_agenda() -> None:
    """The first step is told, the room is as large as the set-up says."""
    hall = going()
    assert (hall.step.id, hall.stage, hall.heads) == ("opening", Stage.TOLD, 30)
    assert (hall.until, hall.clock, hall.before) == (3600, 0, None)


def test_nothing_happens_before_it_is_opened_nor_is_it_opened_twice() -> None:
    """Events without a session, and sessions without events, are refused."""
    with pytest.raises(Impossible):
        fold([])
    with pytest.raises(Impossible):
        fold([(0, ON)])
    refused((), OPENED)


@pytest.mark.parametrize(
    "agenda",
    [
        Agenda((), ()),
        Agenda((Step("quiz:q9", Part.QUIZ, "q9"),), AGENDA.items),
        Agenda((AGENDA.steps[0], AGENDA.steps[0]), ()),
    ],
)
def test_an_agenda_has_steps_each_once_and_knows_what_it_asks(agenda: Agenda) -> None:
    """An agenda that is empty, asks the unknown, or repeats a step opens nothing."""
    with pytest.raises(Impossible):
        after(None, replace(OPENED, agenda=agenda), 0)


def test_a_test_is_one_vote_and_never_reveals() -> None:
    """Before and after, counts are taken once and the right answer is not shown."""
    counted = (ON, ON, Counted((5, 20, 5)))
    hall = going(*counted)
    assert (hall.stage, hall.votes["before:q1"]) == (Stage.COUNTED, ((5, 20, 5),))
    refused(counted, SHOWN)
    refused(counted, Counted((5, 20, 5)))
    refused((ON, ON), SHOWN)


def test_the_quiz_is_vote_discussion_vote_and_answer() -> None:
    """Two votes are kept in their order; then, and only then, is there nothing left but to go on."""
    first, second = Counted((12, 9, 9)), Counted((4, 4, 22))
    assert going(*TO_QUIZ).stage is Stage.VOTING
    assert going(*TO_QUIZ, first).stage is Stage.DISCUSSING
    assert going(*TO_QUIZ, first, second).stage is Stage.SHIFTED
    hall = going(*TO_QUIZ, first, second, SHOWN)
    assert hall.stage is Stage.REVEALED
    assert hall.votes["quiz:q2"] == ((12, 9, 9), (4, 4, 22))
    refused((*TO_QUIZ, first, second), Counted((4, 4, 22)))
    refused((*TO_QUIZ, first, second, SHOWN), SHOWN)
    refused((*TO_QUIZ, first, second, SHOWN), Typed("1"))


def test_the_answer_comes_after_a_vote_with_or_without_a_second() -> None:
    """Before anybody voted it is not shown; after one vote it may be."""
    refused(TO_QUIZ, SHOWN)
    assert going(*TO_QUIZ, Counted((12, 9, 9)), SHOWN).stage is Stage.REVEALED


@pytest.mark.parametrize("counts", [(1, 2), (1, 2, 3, 4), (-1, 2, 3), (1, 2, MOST + 1)])
def test_counts_fit_the_options(counts: tuple[int, ...]) -> None:
    """As many counts as options, none below nobody and none beyond all bounds."""
    refused((ON, ON), Counted(counts))


def test_any_number_of_hands_is_taken() -> None:
    """More hands than heads, or none at all, are counts."""
    assert going(ON, ON, Counted((40, 40, 40))).stage is Stage.COUNTED
    assert going(ON, ON, Counted((0, 0, 0))).stage is Stage.COUNTED


def test_nothing_is_typed_where_nothing_is_counted() -> None:
    """On a page, on a counted test, and while a page is shown again, digits mean nothing."""
    for events in ((), (ON, ON, ON), (ON, ON, Counted((1, 2, 3))), (ON, ON, Reopened("l", "p1"))):
        refused(events, Typed("7"))
        refused(events, Counted((1, 2, 3)))


def test_a_page_shown_again_covers_the_step() -> None:
    """While it is open nobody moves on, votes or sees an answer; it closes once."""
    shown = (*TO_QUIZ, Counted((12, 9, 9)), Reopened("l", "p1"))
    assert going(*shown).reopened == ("l", "p1")
    for event in (ON, BACK, Skipped(), SHOWN, Reopened("l", "p2")):
        refused(shown, event)
    assert going(*shown, Returned()).stage is Stage.DISCUSSING
    refused((*shown, Returned()), Returned())


def test_there_is_no_step_before_the_first_or_after_the_last() -> None:
    """The opening has nothing before it and the summary nothing after."""
    refused((), BACK)
    refused((ON,) * 8, ON)
    refused((ON,) * 8, Skipped())
    assert going(*(ON,) * 8).step.part is Part.SUMMARY


def test_going_on_drops_what_was_typed_and_going_back_finds_the_vote() -> None:
    """An entry belongs to its step; a vote stays with it."""
    hall = going(ON, ON, Typed("7"), ON)
    assert hall.entry == ""
    hall = going(ON, ON, Counted((5, 20, 5)), ON, BACK)
    assert (hall.stage, hall.votes["before:q1"]) == (Stage.COUNTED, ((5, 20, 5),))


def test_a_skipped_step_is_left_out_until_it_is_done_after_all() -> None:
    """Skipped is remembered; counting it, or telling it, later takes that back."""
    assert going(ON, ON, Skipped()).skipped == {"before:q1"}
    assert going(ON, ON, Skipped(), BACK, Counted((1, 2, 3))).skipped == frozenset()
    page = (ON, ON, ON, Skipped(), BACK)
    assert going(*page).skipped == {"lesson:p1"}
    assert going(*page, ON).skipped == frozenset()
    assert going(ON, ON, Skipped(), BACK, ON).skipped == {"before:q1"}


def test_a_mark_is_set_and_taken_away() -> None:
    """The same key twice leaves no mark."""
    assert going(ON, ON, Marked()).marked == {"before:q1"}
    assert going(ON, ON, Marked(), Marked()).marked == frozenset()


def test_what_shows_neither_question_nor_page_cannot_be_marked() -> None:
    """There is nothing that the trainer could put into other words."""
    for events in ((), (ON,) * 7, (ON,) * 8):
        assert going(*events).shown == ""
        refused(events, Marked())


def test_a_page_shown_again_is_marked_itself() -> None:
    """Not the question that it was opened from; and the same key takes the mark away."""
    shown = (*TO_QUIZ, Counted((12, 9, 9)), Reopened("l", "p1"))
    assert going(*shown).shown == "page:l/p1"
    assert going(*shown, Marked()).marked == {"page:l/p1"}
    assert going(*shown, Marked(), Returned(), Marked()).marked == {"page:l/p1", "quiz:q2"}
    assert going(*shown, Marked(), Marked()).marked == frozenset()


def test_a_session_put_off_is_as_it_was() -> None:
    """Nothing but the time changes, and nothing is there to be taken back."""
    before, put_off = going(ON, ON, Typed("5")), going(ON, ON, Typed("5"), PutOff())
    assert replace(put_off, clock=30, spent=before.spent) == before
    assert put_off.spent["before:q1"] == 20
    assert after(put_off, TakenBack(), 50).step.id == "opinion:view"
    refused((Ended(),), PutOff())


def test_heads_are_counted_again_at_any_time() -> None:
    """People come late; nobody, and beyond all bounds, is no head count."""
    assert going(ON, HeadsCounted(34)).heads == 34
    refused((ON,), HeadsCounted(0))
    refused((ON,), HeadsCounted(MOST + 1))


def test_a_plan_replaces_what_lies_ahead_and_says_when_it_is_over() -> None:
    """The steps behind and the present one stay; the time is that of the answer."""
    plan = AGENDA.steps[5:]
    hall = going(ON, ON, ON, Replanned(900, plan))
    assert hall.steps == (*AGENDA.steps[:4], *plan)
    assert hall.until == hall.clock + 900
    assert hall.agenda is AGENDA


def test_a_plan_repeats_nothing_and_asks_nothing_unknown() -> None:
    """Neither a step behind, nor the present one, nor one twice, nor a question without an item."""
    for steps in (
        AGENDA.steps[:1],
        AGENDA.steps[2:],
        (AGENDA.steps[5], AGENDA.steps[5]),
        (Step("quiz:q9", Part.QUIZ, "q9"),),
    ):
        refused((ON, ON), Replanned(900, steps))


def test_a_slip_is_taken_back_and_its_typing_stays() -> None:
    """After a vote taken too early, the digits are there again to be mended."""
    hall = going(ON, ON, Typed("5 2"), Typed("5 20"), Counted((5, 20, 5)), TakenBack())
    assert (hall.stage, hall.entry, dict(hall.votes)) == (Stage.VOTING, "5 20", {})


@pytest.mark.parametrize(
    "event",
    [
        ON,
        Skipped(),
        Marked(),
        HeadsCounted(12),
        Reopened("l", "p1"),
        Replanned(9, AGENDA.steps[6:]),
    ],
)
def test_whatever_happened_is_taken_back(event: Event) -> None:
    """Each event that changes more than typing leaves the state as it was before it."""
    hall = going(ON, ON)
    again = after(after(hall, event, 50), TakenBack(), 60)
    assert replace(again, clock=0, spent={}) == replace(hall, clock=0, spent={})
    assert again.before is hall.before


def test_taking_back_goes_as_far_as_the_start_and_no_further() -> None:
    """As many times as something happened; then there is nothing left to take back."""
    events: list[Event] = [ON, ON, Typed("1"), Counted((1, 2, 3)), Marked(), ON, Skipped()]
    hall = going(*events, *[TakenBack()] * 6)
    assert replace(hall, clock=0, spent={}) == going()
    with pytest.raises(Impossible):
        after(hall, TakenBack(), 999)


def test_the_end_is_the_end() -> None:
    """Nothing happens after it, and it is not taken back."""
    assert going(ON, Ended()).ended
    for event in (ON, BACK, TakenBack(), Ended(), Marked(), Typed("1")):
        refused((ON, Ended()), event)


def test_time_is_spent_on_the_step_the_room_is_at() -> None:
    """Each second belongs to one step, also those that a slip took."""
    hall = fold([(0, OPENED), (100, ON), (130, ON), (150, TakenBack()), (190, ON)])
    assert dict(hall.spent) == {"opening": 100, "opinion:view": 30 + 40, "before:q1": 20}
    assert hall.clock == 190


def test_a_clock_that_jumps_back_takes_no_time_away() -> None:
    """What comes with an earlier time happened at once."""
    hall = fold([(0, OPENED), (100, ON), (40, ON), (110, ON)])
    assert dict(hall.spent) == {"opening": 100, "opinion:view": 0, "before:q1": 10}


def test_a_long_session_is_folded_and_forgotten() -> None:
    """Ten thousand events make a chain of states that can be taken back and let go."""
    hall = fold([(0, OPENED), (0, ON), *((at, Marked()) for at in range(10_000))])
    hall = after(hall, TakenBack(), 10_000)
    assert hall.marked == {"opinion:view"}
