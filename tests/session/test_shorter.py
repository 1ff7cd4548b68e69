"""Making a session shorter: what never goes, what goes first, and that it always fits."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from session.halls import agendas, halls, setup

from toolkit.content.lesson import Priority
from toolkit.content.library import Library
from toolkit.session.agenda import Agenda, Item, Measure, Part, Setup, Step, When
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
)
from toolkit.session.plan import draw_up, floor, needed, shorter

ALWAYS = (Part.AFTER, Part.CLOSING, Part.SLIPS, Part.SUMMARY)


def never_dropped(step: Step) -> bool:
    """A must page, the test after, the help lines, and what is counted when people have gone."""
    return step.part in ALWAYS or (step.part is Part.LESSON and step.priority is Priority.MUST)


def opened(agenda: Agenda, *happened: Event) -> Hall:
    """A session in which this happened, at no time."""
    hall = after(None, Opened(setup(), "2026-11-22", agenda), 0)
    for event in happened:
        hall = after(hall, event, 0)
    return hall


def opened_back(hall: Hall, steps: int) -> Hall:
    """The session so many steps before."""
    for _ in range(steps):
        hall = after(hall, WentBack(), hall.clock)
    return hall


def ids(steps: Iterable[Step]) -> list[str]:
    """The ids of steps."""
    return [step.id for step in steps]


def lesson(name: str, priority: Priority, seconds: int = 60, objective: str = "") -> Step:
    """A page."""
    return Step(f"lesson:{name}", Part.LESSON, name, "l", objective or name, seconds, priority)


def asked(part: Part, name: str, objective: str, priority: Priority = Priority.MUST) -> Step:
    """A question of one minute."""
    return Step(f"{part}:{name}", part, name.rpartition(":")[2], "l", objective, 60, priority)


EVERYTHING = Agenda(
    (
        Step("opening", Part.OPENING),
        asked(Part.OPINION, "view", "m"),
        asked(Part.BEFORE, "t1", "m"),
        asked(Part.BEFORE, "t2", "m"),
        lesson("m", Priority.MUST),
        lesson("s1", Priority.SHOULD, objective="s"),
        lesson("s2", Priority.SHOULD, objective="s"),
        lesson("c1", Priority.COULD),
        lesson("c2", Priority.COULD),
        asked(Part.QUIZ, "s-1", "s", Priority.SHOULD),
        asked(Part.QUIZ, "s-2", "s", Priority.SHOULD),
        asked(Part.QUIZ, "m-1", "m"),
        asked(Part.QUIZ, "m-2", "m"),
        asked(Part.QUIZ, "c-1", "c1", Priority.COULD),
        asked(Part.QUIZ, "c-2", "c2", Priority.COULD),
        *(asked(Part.OFFERS, f"{pair}:{pair}{n}", "m") for n in "ab" for pair in ("p", "q")),
        asked(Part.AFTER, "t1", "m"),
        asked(Part.AFTER, "t2", "m"),
        Step("closing", Part.CLOSING, seconds=60),
        Step("summary", Part.SUMMARY),
    ),
    tuple(
        Item(one, "choice", "m", ("a", "b"), ("a",))
        for one in (
            *("view", "t1", "t2", "m-1", "m-2", "s-1", "s-2", "c-1", "c-2"),
            *("pa", "pb", "qa", "qb"),
        )
    ),
)
"""Twenty-one minutes with something of everything, each step one minute long."""

ORDER = (
    ("quiz:c-2",),
    ("lesson:c2",),
    ("quiz:c-1",),
    ("lesson:c1",),
    ("quiz:s-2",),
    ("quiz:m-2",),
    ("offers:q:qa", "offers:q:qb"),
    ("opinion:view",),
    ("quiz:s-1",),
    ("lesson:s2",),
    ("lesson:s1",),
    ("offers:p:pa", "offers:p:pb"),
    ("quiz:m-1",),
    ("before:t2",),
    ("before:t1",),
)
"""What goes, from first to last."""


def test_what_goes_first_and_what_goes_last() -> None:
    """Minute by minute less, one thing more goes, in one fixed order, down to what never goes."""
    hall = opened(EVERYTHING)
    seconds = EVERYTHING.seconds
    gone: set[str] = set()
    assert shorter(hall, seconds).dropped == ()
    for unit in ORDER:
        gone |= set(unit)
        seconds -= 60 * len(unit)
        plan = shorter(hall, seconds)
        assert set(ids(plan.dropped)) == gone
        assert (plan.seconds, plan.fits) == (seconds, True)
    assert seconds == plan.floor == floor(EVERYTHING)
    assert ids(plan.steps) == ["lesson:m", "after:t1", "after:t2", "closing", "summary"]


def test_a_single_step_goes_where_a_pair_would_leave_time_unused() -> None:
    """Once the pair is out, the question that went before it fits again and comes back."""
    hall = opened(EVERYTHING)
    spare = EVERYTHING.seconds - 60 * 7
    out = ids(shorter(hall, spare).dropped)
    assert out.count("offers:q:qa") == out.count("offers:q:qb") == 1
    assert "quiz:m-2" not in out
    assert len(out) == 7


def test_below_the_floor_the_plan_is_the_floor_and_says_so() -> None:
    """A minute too few drops nothing that never goes; how much is needed is told."""
    plan = shorter(opened(EVERYTHING), floor(EVERYTHING) - 60)
    assert (plan.fits, plan.floor) == (False, floor(EVERYTHING))
    assert all(never_dropped(step) for step in plan.steps)
    assert shorter(opened(EVERYTHING), 0).steps == plan.steps


def test_a_longer_answer_brings_back_what_was_dropped_the_best_first() -> None:
    """With time again, the should page returns before the could page; behind is behind."""
    hall = opened(EVERYTHING, *[WentOn()] * 4)
    short = shorter(hall, shorter(hall, 0).floor)
    hall = after(hall, Replanned(300, short.steps), 0)
    assert not any(step.priority is not Priority.MUST for step in hall.steps)
    longer = shorter(hall, short.floor + 60 * 5)
    assert ids(longer.back) == ["lesson:s1", "lesson:s2", "quiz:m-1", "offers:p:pa", "offers:p:pb"]
    assert longer.dropped == ()
    everything = shorter(hall, 10_000)
    assert ids(everything.steps) == ids(EVERYTHING.steps[5:])


def test_the_rest_of_the_present_step_is_set_aside() -> None:
    """A page of a minute of which twenty seconds are over still needs forty."""
    hall = opened(EVERYTHING, *[WentOn()] * 5)
    hall = after(hall, WentBack(), 20)
    hall = after(hall, WentOn(), 20)
    assert (hall.step.id, needed(hall, hall.step)) == ("lesson:s1", 40)
    rest = sum(step.seconds for step in hall.steps[6:])
    assert shorter(hall, rest + 40).dropped == ()
    assert shorter(hall, rest + 39).dropped != ()


def test_time_overrun_on_the_present_step_is_nobodys_debt() -> None:
    """A step that took far longer than planned needs no more, and never less than nothing."""
    hall = opened(EVERYTHING, *[WentOn()] * 5)
    hall = after(after(hall, WentBack(), 900), WentOn(), 900)
    assert needed(hall, hall.step) == 0
    assert shorter(hall, sum(step.seconds for step in hall.steps[6:])).dropped == ()


def test_what_was_gone_through_costs_nothing_and_stays() -> None:
    """After going back, a question that was answered lies ahead and needs no time."""
    hall = opened(EVERYTHING, *[WentOn()] * 9, Counted((20, 10)), Revealed(), WentOn())
    hall = opened_back(hall, 2)
    assert hall.step.id == "lesson:c2"
    assert "quiz:s-1" in ids(shorter(hall, 0).steps)
    assert needed(hall, hall.steps[hall.at + 1]) == 0


def test_an_item_that_was_counted_before_needs_no_more_time() -> None:
    """A test is over with its one vote, though nothing was shown."""
    hall = opened(EVERYTHING, WentOn(), WentOn(), Counted((20, 10)), WentOn())
    assert needed(opened_back(hall, 2), hall.steps[2]) == 0
    assert "before:t1" in ids(shorter(opened_back(hall, 2), 0).steps)


def test_an_objective_that_was_asked_about_needs_no_further_question() -> None:
    """With the first question on it behind, the second goes before another objective's first."""
    hall = opened(EVERYTHING, *[WentOn()] * 9, Counted((20, 10)), Revealed())
    assert hall.step.id == "quiz:s-1"
    ahead = shorter(hall, 10_000).seconds
    assert ids(shorter(hall, ahead - 60 * 3).dropped)[0] == "quiz:s-2"


def test_the_twin_of_an_offer_already_seen_is_owed() -> None:
    """The room that saw one offer of a pair sees the other before any new pair."""
    hall = opened(EVERYTHING, *[WentOn()] * 15)
    assert hall.step.id == "offers:p:pa"
    plan = shorter(hall, needed(hall, hall.step) + 60 * 4)
    assert ids(plan.dropped) == ["offers:q:qa", "offers:q:qb"]
    assert ids(plan.steps)[0] == "offers:p:pb"


def test_nothing_is_owed_for_an_offer_that_was_skipped() -> None:
    """The twin of an offer that nobody saw goes before the twin of one that was seen."""
    hall = opened(EVERYTHING, *[WentOn()] * 15, Skipped())
    assert hall.step.id == "offers:q:qa"
    plan = shorter(hall, needed(hall, hall.step) + 60 * 4)
    assert ids(plan.dropped) == ["offers:p:pb"]


def test_a_question_does_not_come_back_without_its_page() -> None:
    """Where a long page goes, the question on it stays away though there is time for it."""
    agenda = Agenda(
        (
            Step("opening", Part.OPENING),
            lesson("long", Priority.COULD, 600, "c"),
            lesson("short", Priority.COULD, 30, "c"),
            asked(Part.QUIZ, "on-it", "c", Priority.COULD),
            Step("summary", Part.SUMMARY),
        ),
        (Item("on-it", "choice", "c", ("a", "b"), ("a",)),),
    )
    assert ids(shorter(opened(agenda), 300).steps) == ["summary"]


def test_slips_that_are_never_handed_out_are_not_counted() -> None:
    """When the test before goes, so do the steps that would count its slips, and only those."""
    slips = [Step(f"slips:{w}:a:t1", Part.SLIPS, "t1", when=w, form="a") for w in When]
    agenda = Agenda(
        (
            Step("opening", Part.OPENING),
            Step("before", Part.BEFORE, seconds=300, when=When.BEFORE),
            Step("after", Part.AFTER, seconds=300, when=When.AFTER),
            *slips,
            Step("summary", Part.SUMMARY),
        ),
        (Item("t1", "choice", "m", ("a", "b"), ("a",)),),
    )
    assert ids(shorter(opened(agenda), 300).steps) == ["after", "slips:after:a:t1", "summary"]
    assert shorter(opened(agenda, WentOn()), 0).dropped == ()
    past = opened(agenda, Replanned(300, shorter(opened(agenda), 300).steps), WentOn())
    assert ids(shorter(past, 9_000).steps) == ["slips:after:a:t1", "summary"]


@given(halls(), st.integers(0, 8000))
def test_above_the_floor_the_musts_are_kept_and_the_sum_fits(hall: Hall, seconds: int) -> None:
    """For any session, anywhere on its way, and any time that is left."""
    plan = shorter(hall, seconds)
    here = needed(hall, hall.step)
    assert plan.fits == (seconds >= plan.floor)
    assert plan.seconds == sum(needed(hall, step) for step in plan.steps)
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
    plan = shorter(hall, seconds)
    assert plan == shorter(hall, seconds)
    accepted = after(hall, Replanned(seconds, plan.steps), hall.clock)
    assert accepted.until == accepted.clock + seconds
    again = shorter(accepted, seconds)
    assert (again.steps, again.dropped, again.back) == (plan.steps, (), ())
    places = [hall.agenda.steps.index(step) for step in accepted.steps]
    assert places == sorted(set(places))


@given(halls(), st.integers(0, 8000))
def test_no_time_is_left_in_which_a_dropped_question_fits(hall: Hall, seconds: int) -> None:
    """As few as needed go: none whose pages stay would fit into the time left over."""
    plan = shorter(hall, seconds)
    rest = seconds - plan.seconds - needed(hall, hall.step)
    untaught = {step.objective for step in plan.dropped if step.part is Part.LESSON}
    for step in plan.dropped:
        if step.part is Part.QUIZ and step.objective not in untaught:
            assert needed(hall, step) > rest


@given(halls(), st.integers(0, 8000))
def test_nothing_is_asked_whose_page_was_dropped(hall: Hall, seconds: int) -> None:
    """A question on an objective goes with the pages of it; offers go and stay in pairs."""
    plan = shorter(hall, seconds)
    ahead = hall.agenda.steps[hall.agenda.steps.index(hall.step) + 1 :]
    out = [s for s in ahead if s not in plan.steps and s not in hall.steps[: hall.at]]
    untaught = {(s.objective, s.priority) for s in out if s.part is Part.LESSON}
    for step in plan.steps:
        if step.part is Part.QUIZ and needed(hall, step):
            assert (step.objective, step.priority) not in untaught
    kept, gone = (
        {step.id.split(":")[1] for step in steps if step.part is Part.OFFERS and needed(hall, step)}
        for steps in (plan.steps, out)
    )
    assert not kept & gone


@given(agendas())
def test_with_all_the_time_everything_ahead_is_in_the_plan(agenda: Agenda) -> None:
    """Enough time drops nothing."""
    hall = opened(agenda)
    plan = shorter(hall, agenda.seconds)
    assert plan.steps == agenda.steps[1:]
    assert plan.floor == floor(agenda)


@pytest.mark.parametrize("measure", Measure)
def test_our_lessons_can_be_cut_at_any_minute_from_any_step(
    library: Library, measure: Measure
) -> None:
    """Walking through our own lessons, any answer from nothing to two hours gives a sound plan."""
    room = Setup("Desa Contoh", 30, 120, ("warning-signs",), measure)
    hall = after(None, Opened(room, "2026-11-22", draw_up(room, library)), 0)
    while not hall.is_last:
        for minutes in range(0, 121, 5):
            plan = shorter(hall, minutes * 60)
            assert plan.fits == (minutes * 60 >= plan.floor)
            if plan.fits:
                assert plan.seconds + needed(hall, hall.step) <= minutes * 60
            ahead = hall.steps[hall.at + 1 :]
            before_goes = "before" in ids(plan.dropped)
            for step in ahead:
                if never_dropped(step) and not (before_goes and step.when is When.BEFORE):
                    assert step in plan.steps
        hall = after(hall, WentOn(), hall.clock + 30)


def test_what_did_not_fit_at_first_comes_back_when_there_is_time(library: Library) -> None:
    """A session drawn up for half an hour gets its group quiz and offers once there is an hour."""
    room = Setup("Desa Contoh", 30, 32, ("warning-signs",))
    agenda = draw_up(room, library)
    plan = shorter(opened(agenda), 90 * 60)
    assert {step.part for step in plan.back} >= {Part.QUIZ, Part.OFFERS, Part.OPINION}
    assert plan.steps == agenda.whole[1:]
