"""Any session made shorter anywhere on its way: the musts are kept, it fits, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session.halls import agendas, halls, ids, never_dropped, opened, plan_for, rest_of

from toolkit.content.library import Library
from toolkit.session.agenda import Agenda, Measure, Part, Setup, When
from toolkit.session.hall import Hall, Opened, Replanned, WentOn, after
from toolkit.session.plan import draw_up, floor


@given(halls(), st.integers(0, 8000))
def test_above_the_floor_the_musts_are_kept_and_the_sum_fits(hall: Hall, seconds: int) -> None:
    """For any session, anywhere on its way, and any time that is left."""
    plan = plan_for(hall, seconds)
    here = rest_of(hall, hall.step)
    assert plan.fits == (seconds >= plan.floor)
    assert plan.seconds == sum(rest_of(hall, step) for step in plan.steps)
    assert plan.seconds + here <= max(seconds, plan.floor)
    kept = set(plan.steps)
    planned = hall.steps[hall.at + 1 :]
    lost = [s for s in planned if never_dropped(s) and s not in kept]
    no_slips = any(s.part is Part.BEFORE and not s.subject for s in plan.dropped) or not any(
        s.id == "before" for s in hall.steps
    )
    assert [s for s in lost if not (no_slips and s.when is When.BEFORE)] == []


@given(halls(), st.integers(0, 8000))
def test_a_plan_can_be_accepted_and_asking_again_changes_nothing(hall: Hall, seconds: int) -> None:
    """It repeats no step, keeps the order, and is the same for the same input, also once accepted."""
    plan = plan_for(hall, seconds)
    assert plan == plan_for(hall, seconds)
    accepted = after(hall, Replanned(seconds, plan.steps), hall.clock)
    assert accepted.until == accepted.clock + seconds
    again = plan_for(accepted, seconds)
    assert (again.steps, again.dropped, again.back) == (plan.steps, (), ())
    places = [hall.agenda.steps.index(step) for step in accepted.steps]
    assert places == sorted(set(places))


@given(halls(), st.integers(0, 8000))
def test_no_time_is_left_in_which_a_dropped_question_fits(hall: Hall, seconds: int) -> None:
    """As few as needed go: none whose pages stay would fit into the time left over."""
    plan = plan_for(hall, seconds)
    rest = seconds - plan.seconds - rest_of(hall, hall.step)
    untaught = {step.objective for step in plan.dropped if step.part is Part.LESSON}
    for step in plan.dropped:
        if step.part is Part.QUIZ and step.objective not in untaught:
            assert rest_of(hall, step) > rest


@given(halls(), st.integers(0, 8000))
def test_nothing_is_asked_whose_page_was_dropped(hall: Hall, seconds: int) -> None:
    """A question on an objective goes with the pages of it; offers go and stay in pairs."""
    plan = plan_for(hall, seconds)
    ahead = hall.agenda.steps[hall.agenda.steps.index(hall.step) + 1 :]
    out = [s for s in ahead if s not in plan.steps and s not in hall.steps[: hall.at]]
    untaught = {(s.objective, s.priority) for s in out if s.part is Part.LESSON}
    for step in plan.steps:
        if step.part is Part.QUIZ and rest_of(hall, step):
            assert (step.objective, step.priority) not in untaught
    kept, gone = (
        {
            step.id.split(":")[1]
            for step in steps
            if step.part is Part.OFFERS and rest_of(hall, step)
        }
        for steps in (plan.steps, out)
    )
    assert not kept & gone


@given(agendas())
def test_with_all_the_time_everything_ahead_is_in_the_plan(agenda: Agenda) -> None:
    """Enough time drops nothing."""
    hall = opened(agenda)
    plan = plan_for(hall, agenda.seconds)
    assert plan.steps == agenda.steps[1:]
    assert plan.floor == floor(agenda)


@pytest.mark.parametrize("measure", Measure)
def test_our_lessons_can_be_cut_at_any_minute_from_any_step(
    library: Library, measure: Measure
) -> None:
    """Walking through our own lessons, any answer from nothing to two hours gives a sound plan."""
    room = Setup("Desa Contoh", 30, 120, ("warning-signs",), measure)
    hall = after(None, Opened(room, "2026-11-22", draw_up(room, library)), 0)
    while hall.step.part is not Part.SUMMARY:
        for minutes in range(0, 121, 5):
            plan = plan_for(hall, minutes * 60)
            assert plan.fits == (minutes * 60 >= plan.floor)
            if plan.fits:
                assert plan.seconds + rest_of(hall, hall.step) <= minutes * 60
            ahead = hall.steps[hall.at + 1 :]
            before_goes = "before" in ids(plan.dropped)
            for step in ahead:
                if never_dropped(step) and not (before_goes and step.when is When.BEFORE):
                    assert step in plan.steps
        hall = after(hall, WentOn(), hall.clock + 30)
