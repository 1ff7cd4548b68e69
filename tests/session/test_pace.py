"""The clock against the plan: what still needs time, how late it is, and that in time nothing goes."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session.halls import halls, setup

from toolkit.content.library import Library
from toolkit.session.agenda import Agenda, Item, Measure, Part, Setup, Step
from toolkit.session.hall import (
    Counted,
    Event,
    Hall,
    Opened,
    Replanned,
    Revealed,
    Skipped,
    WentBack,
    WentOn,
    after,
    fold,
)
from toolkit.session.plan import draw_up, late, left, needed, shorter

OPENING = Step("opening", Part.OPENING, seconds=120)
PAGE = Step("page", Part.LESSON, "p", "l", "o", 300)
QUIZ = Step("quiz", Part.QUIZ, "q", "l", "o", 120)
CLOSING = Step("closing", Part.CLOSING, seconds=240)
SLIPS = Step("slips", Part.SLIPS, "q")
SUMMARY = Step("summary", Part.SUMMARY)
AGENDA = Agenda(
    (OPENING, PAGE, QUIZ, CLOSING, SLIPS, SUMMARY), (Item("q", "choice", "o", ("a", "b"), ("a",)),)
)
PLANNED = 120 + 300 + 120 + 240


def going(*events: tuple[int, Event], minutes: int = 13) -> Hall:
    """A session of exactly its planned time, after these events."""
    return fold([(0, Opened(setup(minutes), "2026-11-22", AGENDA)), *events])


def led_to_plan(hall: Hall) -> Hall:
    """The present step led in exactly its planned time, with one vote where there is one."""
    end = hall.clock + hall.step.seconds
    if hall.item is not None:
        hall = after(hall, Counted((10,) * len(hall.item.options)), end)
    if hall.revealable:
        hall = after(hall, Revealed(), end)
    return after(hall, WentOn(), end)


def test_time_that_passes_without_an_event_counts() -> None:
    """A page that is talked about needs less each second, and never less than nothing."""
    hall = going((120, WentOn()))
    assert [needed(hall, PAGE, now) for now in (120, 220, 420, 900)] == [300, 200, 0, 0]
    assert [needed(hall, QUIZ, now) for now in (120, 900)] == [120, 120]
    assert needed(hall, PAGE, 0) == 300


def test_in_time_is_not_late_and_a_second_over_is() -> None:
    """Late is what would be too much at the end if all that is planned takes its time."""
    hall = going((120, WentOn()))
    assert [late(hall, now) for now in (120, 420, 421, 500)] == [0, 0, 1, 80]
    assert [left(hall, now) for now in (0, 500, PLANNED, 9_999)] == [PLANNED, PLANNED - 500, 0, 0]
    assert late(going((200, WentOn())), 200) == 80
    assert late(going(minutes=10), 0) == PLANNED - 600


def test_when_people_may_go_nothing_is_late() -> None:
    """Slips are counted, and the summary is read, in nobody's time."""
    hall = going(*[(900, WentOn())] * 3)
    assert late(hall, 9_000) > 0
    for step in (SLIPS, SUMMARY):
        hall = after(hall, WentOn(), 900)
        assert hall.step == step
        assert late(hall, 9_000) == 0


def test_going_back_does_not_make_it_late() -> None:
    """What was told or answered is over, wherever the room looks again."""
    there = [(120, WentOn()), (420, WentOn()), (540, Counted((20, 10))), (540, Revealed())]
    hall = going(*there, (540, WentOn()))
    for _ in range(3):
        assert late(hall, 540) == 0
        hall = after(hall, WentBack(), 540)
    assert [needed(hall, step, 540) for step in hall.steps] == [0, 0, 0, 240, 0, 0]


def test_a_page_told_in_less_than_its_time_needs_no_more_when_it_is_shown_again() -> None:
    """The time that it saved is not owed to it when somebody wants to see it once more."""
    hall = going((120, WentOn()), (220, WentOn()), (230, WentBack()))
    assert (hall.step, needed(hall, PAGE, 230)) == (PAGE, 0)


def test_what_was_left_out_needs_its_time_once_the_room_is_back_at_it() -> None:
    """A question that nobody was asked, and a page that was left out, may be done after all."""
    for leaving in (Skipped(), WentOn()):
        hall = going((120, WentOn()), (420, WentOn()), (440, leaving))
        hall = after(hall, WentBack(), 440)
        assert (hall.step, needed(hall, QUIZ, 440)) == (QUIZ, 100)
        assert needed(after(hall, WentBack(), 440), QUIZ, 440) == 0
    hall = going((120, WentOn()), (130, Skipped()), (130, WentBack()))
    assert needed(hall, PAGE, 130) == 290
    hall = after(after(hall, WentOn(), 420), WentBack(), 420)
    assert needed(hall, PAGE, 420) == 0


def test_a_new_answer_sets_a_new_end() -> None:
    """Whoever says that ten minutes are left is late by what goes beyond these."""
    hall = going((120, WentOn()), (120, Replanned(600, AGENDA.steps[2:])))
    assert (left(hall, 120), late(hall, 120)) == (600, 60)


@given(halls(), st.integers(0, 500))
def test_whoever_is_not_late_loses_nothing(hall: Hall, waited: int) -> None:
    """Anywhere in any session: asked with the clock's own time, a plan that fits stays whole."""
    now = hall.clock + waited
    if hall.step.part not in (Part.SLIPS, Part.SUMMARY) and not late(hall, now):
        assert shorter(hall, left(hall, now), now).dropped == ()


@pytest.mark.parametrize("minutes", [32, 45, 60, 90])
@pytest.mark.parametrize("measure", Measure)
@pytest.mark.parametrize("lessons", [("recruitment",), ("warning-signs", "legal-route")])
def test_our_lessons_led_to_plan_lose_nothing_wherever_one_asks(
    library: Library, lessons: tuple[str, ...], measure: Measure, minutes: int
) -> None:
    """At every place, at its start, in its midst and at its end, by seconds and by whole minutes."""
    room = Setup("Desa Contoh", 30, minutes, lessons, measure)
    agenda = draw_up(room, library)
    fits = agenda.seconds <= minutes * 60
    hall = after(None, Opened(room, "2026-11-22", agenda), 0)
    while hall.step.part is not Part.SUMMARY:
        for waited in (0, hall.step.seconds // 2, hall.step.seconds):
            now = hall.clock + waited
            there = left(hall, now)
            for seconds in (there, -(-there // 60) * 60):
                assert [step.id for step in shorter(hall, seconds, now).dropped] == []
            assert (late(hall, now) == 0) or not fits
        hall = led_to_plan(hall)
    ends = list(accumulate(step.seconds for step in agenda.steps))
    assert hall.clock == ends[-1]
    over = max(ends[-1] - minutes * 60, 0)
    while hall.at:
        hall = after(hall, WentBack(), hall.clock)
        assert late(hall, hall.clock) == (0 if hall.step.part is Part.SLIPS else over)
