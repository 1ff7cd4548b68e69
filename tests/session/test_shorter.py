"""Making a session shorter: what never goes, what goes first, and that it always fits."""

from __future__ import annotations

from session.halls import ids, never_dropped, opened, plan_for, rest_of

from toolkit.content.lesson import Priority
from toolkit.content.library import Library
from toolkit.session.agenda import Agenda, Item, Part, Setup, Step, When
from toolkit.session.hall import (
    Counted,
    Hall,
    Replanned,
    Revealed,
    Skipped,
    WentBack,
    WentOn,
    after,
)
from toolkit.session.plan import draw_up, floor


def opened_back(hall: Hall, steps: int) -> Hall:
    """The session so many steps before."""
    for _ in range(steps):
        hall = after(hall, WentBack(), hall.clock)
    return hall


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
    assert plan_for(hall, seconds).dropped == ()
    for unit in ORDER:
        gone |= set(unit)
        seconds -= 60 * len(unit)
        plan = plan_for(hall, seconds)
        assert set(ids(plan.dropped)) == gone
        assert (plan.seconds, plan.fits) == (seconds, True)
    assert seconds == plan.floor == floor(EVERYTHING)
    assert ids(plan.steps) == ["lesson:m", "after:t1", "after:t2", "closing", "summary"]


def test_a_single_step_goes_where_a_pair_would_leave_time_unused() -> None:
    """Once the pair is out, the question that went before it fits again and comes back."""
    hall = opened(EVERYTHING)
    spare = EVERYTHING.seconds - 60 * 7
    out = ids(plan_for(hall, spare).dropped)
    assert out.count("offers:q:qa") == out.count("offers:q:qb") == 1
    assert "quiz:m-2" not in out
    assert len(out) == 7


def test_below_the_floor_the_plan_is_the_floor_and_says_so() -> None:
    """A minute too few drops nothing that never goes; how much is needed is told."""
    plan = plan_for(opened(EVERYTHING), floor(EVERYTHING) - 60)
    assert (plan.fits, plan.floor) == (False, floor(EVERYTHING))
    assert all(never_dropped(step) for step in plan.steps)
    assert plan_for(opened(EVERYTHING), 0).steps == plan.steps


def test_a_longer_answer_brings_back_what_was_dropped_the_best_first() -> None:
    """With time again, the should page returns before the could page; behind is behind."""
    hall = opened(EVERYTHING, *[WentOn()] * 4)
    short = plan_for(hall, plan_for(hall, 0).floor)
    hall = after(hall, Replanned(300, short.steps), 0)
    assert not any(step.priority is not Priority.MUST for step in hall.steps)
    longer = plan_for(hall, short.floor + 60 * 5)
    assert ids(longer.back) == ["lesson:s1", "lesson:s2", "quiz:m-1", "offers:p:pa", "offers:p:pb"]
    assert longer.dropped == ()
    everything = plan_for(hall, 10_000)
    assert ids(everything.steps) == ids(EVERYTHING.steps[5:])


def test_the_rest_of_the_present_step_is_set_aside() -> None:
    """A page of a minute of which twenty seconds are over still needs forty."""
    hall = opened(EVERYTHING, *[WentOn()] * 5)
    hall = after(hall, WentBack(), 20)
    hall = after(hall, WentOn(), 20)
    assert (hall.step.id, rest_of(hall, hall.step)) == ("lesson:s1", 40)
    rest = sum(step.seconds for step in hall.steps[6:])
    assert plan_for(hall, rest + 40).dropped == ()
    assert plan_for(hall, rest + 39).dropped != ()


def test_time_overrun_on_the_present_step_is_nobodys_debt() -> None:
    """A step that took far longer than planned needs no more, and never less than nothing."""
    hall = opened(EVERYTHING, *[WentOn()] * 5)
    hall = after(after(hall, WentBack(), 900), WentOn(), 900)
    assert rest_of(hall, hall.step) == 0
    assert plan_for(hall, sum(step.seconds for step in hall.steps[6:])).dropped == ()


def test_what_was_gone_through_costs_nothing_and_stays() -> None:
    """After going back, a question that was answered lies ahead and needs no time."""
    hall = opened(EVERYTHING, *[WentOn()] * 9, Counted((20, 10)), Revealed(), WentOn())
    hall = opened_back(hall, 2)
    assert hall.step.id == "lesson:c2"
    assert "quiz:s-1" in ids(plan_for(hall, 0).steps)
    assert rest_of(hall, hall.steps[hall.at + 1]) == 0


def test_an_item_that_was_counted_before_needs_no_more_time() -> None:
    """A test is over with its one vote, though nothing was shown."""
    hall = opened(EVERYTHING, WentOn(), WentOn(), Counted((20, 10)), WentOn())
    assert rest_of(opened_back(hall, 2), hall.steps[2]) == 0
    assert "before:t1" in ids(plan_for(opened_back(hall, 2), 0).steps)


def test_an_objective_that_was_asked_about_needs_no_further_question() -> None:
    """With the first question on it behind, the second goes before another objective's first."""
    hall = opened(EVERYTHING, *[WentOn()] * 9, Counted((20, 10)), Revealed())
    assert hall.step.id == "quiz:s-1"
    ahead = plan_for(hall, 10_000).seconds
    assert ids(plan_for(hall, ahead - 60 * 3).dropped)[0] == "quiz:s-2"


def test_the_twin_of_an_offer_already_seen_is_owed() -> None:
    """The room that saw one offer of a pair sees the other before any new pair."""
    hall = opened(EVERYTHING, *[WentOn()] * 15)
    assert hall.step.id == "offers:p:pa"
    plan = plan_for(hall, rest_of(hall, hall.step) + 60 * 4)
    assert ids(plan.dropped) == ["offers:q:qa", "offers:q:qb"]
    assert ids(plan.steps)[0] == "offers:p:pb"


def test_nothing_is_owed_for_an_offer_that_was_skipped() -> None:
    """The twin of an offer that nobody saw goes before the twin of one that was seen."""
    hall = opened(EVERYTHING, *[WentOn()] * 15, Skipped())
    assert hall.step.id == "offers:q:qa"
    plan = plan_for(hall, rest_of(hall, hall.step) + 60 * 4)
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
    assert ids(plan_for(opened(agenda), 300).steps) == ["summary"]


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
    assert ids(plan_for(opened(agenda), 300).steps) == ["after", "slips:after:a:t1", "summary"]
    assert plan_for(opened(agenda, WentOn()), 0).dropped == ()
    past = opened(agenda, Replanned(300, plan_for(opened(agenda), 300).steps), WentOn())
    assert ids(plan_for(past, 9_000).steps) == ["slips:after:a:t1", "summary"]


def test_what_did_not_fit_at_first_comes_back_when_there_is_time(library: Library) -> None:
    """A session drawn up for half an hour gets its group quiz and offers once there is an hour."""
    room = Setup("Desa Contoh", 30, 32, ("warning-signs",))
    agenda = draw_up(room, library)
    plan = plan_for(opened(agenda), 90 * 60)
    assert {step.part for step in plan.back} >= {Part.QUIZ, Part.OFFERS, Part.OPINION}
    assert plan.steps == agenda.whole[1:]


def test_a_plan_that_fits_is_not_traded_for_a_better_one() -> None:
    """A room that gave up a question on a must for a view keeps it so, as long as there is time."""
    keeps = [step for step in EVERYTHING.steps[2:] if step.id not in ("quiz:m-1", "quiz:m-2")]
    view = asked(Part.OPINION, "view", "m")
    hall = opened(EVERYTHING, Replanned(9_000, (view, *keeps)))
    enough = plan_for(hall, 9_000).seconds - 60 * 2
    plan = plan_for(hall, enough)
    assert (plan.steps, plan.dropped, plan.back) == ((view, *keeps), (), ())
    assert ids(plan_for(hall, enough + 60).back) == ["quiz:m-1"]


def test_what_builds_on_something_dropped_does_not_come_back_once_that_is_behind() -> None:
    """Neither the question on a page that nobody saw, nor the twin of an offer that nobody saw."""
    short = opened(EVERYTHING, *[WentOn()] * 4)
    short = after(short, Replanned(0, plan_for(short, 0).steps), 0)
    past_pages = after(short, Replanned(0, (EVERYTHING.steps[10], *short.steps[5:])), 0)
    there = after(past_pages, WentOn(), 0)
    back = ids(plan_for(there, 9_000).back)
    assert there.step.id == "quiz:s-2"
    assert back == ["quiz:m-1", "quiz:m-2", *(f"offers:{p}:{p}{n}" for n in "ab" for p in "pq")]
    past_offers = after(short, Replanned(0, (EVERYTHING.steps[16], *short.steps[5:])), 0)
    assert ids(plan_for(after(past_offers, WentOn(), 0), 9_000).back) == ["offers:q:qb"]
