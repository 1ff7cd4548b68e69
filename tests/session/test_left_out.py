"""What hangs on the tests, and what stays of a session that is ended before its time."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from session.halls import halls, plan_for, setup

from toolkit.content.library import Library
from toolkit.session.agenda import Agenda, Item, Measure, Part, Setup, Step, When
from toolkit.session.hall import (
    Counted,
    Event,
    Hall,
    Opened,
    Replanned,
    Skipped,
    TakenBack,
    WentBack,
    WentOn,
    after,
)
from toolkit.session.plan import draw_up, ended_early

ON, OUT, BACK = WentOn(), Skipped(), WentBack()
VERDICT = Item("v", "verdict", "o", ("worth_checking", "trap"), ("trap",))
OPENING = Step("opening", Part.OPENING)
PAGE = Step("page", Part.LESSON, "p", "l", "o", 300)
CLOSING = Step("closing", Part.CLOSING, seconds=240)
SUMMARY = Step("summary", Part.SUMMARY)
ANSWER = Step("answers:v", Part.ANSWERS, "v", "l", "o", 30)


def slip(when: When) -> Step:
    """The count of the only question on the only form."""
    return Step(f"slips:{when}:a:v", Part.SLIPS, "v", "l", "o", when=when, form="a")


OUT_BEFORE = Step("before", Part.BEFORE, seconds=300, when=When.BEFORE)
OUT_AFTER = Step("after", Part.AFTER, seconds=300, when=When.AFTER)
ON_SLIPS = Agenda(
    (
        *(OPENING, OUT_BEFORE, PAGE, OUT_AFTER, ANSWER, CLOSING),
        *(slip(When.BEFORE), slip(When.AFTER), SUMMARY),
    ),
    (VERDICT,),
)
BY_HANDS = Agenda(
    (
        OPENING,
        Step("before:v", Part.BEFORE, "v", "l", "o", 45, when=When.BEFORE),
        PAGE,
        Step("after:v", Part.AFTER, "v", "l", "o", 45, when=When.AFTER),
        *(ANSWER, CLOSING, SUMMARY),
    ),
    (VERDICT,),
)


def going(agenda: Agenda, *events: Event) -> Hall:
    """The session after these events, ten seconds apart."""
    hall = after(None, Opened(setup(), "2026-11-22", agenda), 0)
    for event in events:
        hall = after(hall, event, hall.clock + 10)
    return hall


def ids(steps: Iterable[Step]) -> list[str]:
    """The ids of steps."""
    return [step.id for step in steps]


def hanging(hall: Hall) -> list[str]:
    """The steps of the plan that hang on a test."""
    return ids(step for step in hall.steps if step.part in (Part.ANSWERS, Part.SLIPS))


EVERY_COUNT = ["answers:v", "slips:before:a:v", "slips:after:a:v"]


def test_slips_that_were_not_handed_out_are_not_counted() -> None:
    """Leaving out the one takes the other with it, and doing it after all brings it back."""
    assert hanging(going(ON_SLIPS, ON, ON)) == EVERY_COUNT
    left_out = going(ON_SLIPS, ON, OUT)
    assert hanging(left_out) == ["answers:v", "slips:after:a:v"]
    assert hanging(after(left_out, TakenBack(), 30)) == EVERY_COUNT
    assert hanging(going(ON_SLIPS, ON, OUT, BACK, ON)) == EVERY_COUNT
    after_all = going(ON_SLIPS, ON, OUT, BACK, ON)
    assert after_all.steps == ON_SLIPS.steps
    assert plan_for(left_out, 9_000).back == ()


def test_an_offer_that_nobody_judged_needs_no_answer() -> None:
    """Only where both tests were left out; one vote, before or after, is enough for an answer."""
    assert hanging(going(ON_SLIPS, ON, OUT, ON, OUT)) == []
    assert hanging(going(BY_HANDS, ON, OUT, ON)) == ["answers:v"]
    assert hanging(going(BY_HANDS, ON, OUT, ON, OUT)) == []
    assert hanging(going(BY_HANDS, ON, Counted((20, 10)), ON, ON, OUT)) == ["answers:v"]
    again = going(BY_HANDS, ON, OUT, ON, OUT, BACK, Counted((20, 10)))
    assert again.steps == BY_HANDS.steps


def test_slips_that_were_counted_stay_counted() -> None:
    """Leaving out the handing out afterwards takes away no count that is there."""
    to_slips = (ON,) * 6
    hall = going(ON_SLIPS, *to_slips, Counted((9, 6)), *[BACK] * 5, OUT)
    assert "slips:before:a:v" in hanging(hall)


def test_the_answers_are_told_and_nobody_votes() -> None:
    """The step has no item, so nothing can be counted in it."""
    hall = going(BY_HANDS, ON, ON, ON, ON)
    assert (hall.step.part, hall.item, hall.counting, hall.revealable) == (
        Part.ANSWERS, None, False, False,
    )  # fmt: skip


def test_who_ends_early_has_the_help_lines_and_the_summary() -> None:
    """No page and no question any more; from the closing on the summary alone."""
    for events in ((), (ON,), (ON, ON)):
        assert ids(ended_early(going(BY_HANDS, *events))) == ["closing", "summary"]
    assert ids(ended_early(going(BY_HANDS, *[ON] * 5))) == ["summary"]
    assert ended_early(going(BY_HANDS, *[ON] * 6)) == ()


def test_who_ends_early_counts_the_slips_that_went_out() -> None:
    """None that the room never got, was not given on purpose, or is only about to get."""
    rest = ["closing", "summary"]
    before = ["closing", "slips:before:a:v", "summary"]
    for events, wanted in (
        ((ON,), rest),
        ((ON, ON), before),
        ((ON, OUT, ON), rest),
        ((ON, ON, ON), before),
        ((ON, ON, BACK), before),
        ((ON, ON, ON, OUT), before),
        ((ON,) * 5, ["slips:before:a:v", "slips:after:a:v", "summary"]),
        ((ON,) * 6, ["slips:after:a:v", "summary"]),
    ):
        assert ids(ended_early(going(ON_SLIPS, *events))) == wanted


def test_slips_that_never_went_out_do_not_come_back_after_an_early_end() -> None:
    """Asked for the minutes at the help lines, the plan is the one of the early end."""
    hall = going(ON_SLIPS, ON, ON)
    hall = after(hall, Replanned(240, ended_early(hall)), 30)
    hall = after(hall, ON, 30)
    assert hall.step == CLOSING
    plan = plan_for(hall, 9_000)
    assert (ids(plan.steps), plan.back) == (["slips:before:a:v", "summary"], ())


@given(halls())
def test_an_early_end_is_a_plan(hall: Hall) -> None:
    """Anywhere in any session it can be accepted, and leads to the summary."""
    steps = ended_early(hall)
    assert {step.part for step in steps} <= {Part.CLOSING, Part.SLIPS, Part.SUMMARY}
    ended = after(hall, Replanned(0, steps), hall.clock)
    assert ended.steps[-1].part is Part.SUMMARY


def test_our_own_session_ends_early_from_everywhere(library: Library) -> None:
    """With the help lines as long as they lie ahead, and the slips of the tests that are behind."""
    room = Setup("Desa Contoh", 30, 120, ("warning-signs",), Measure.SLIPS)
    hall = going(draw_up(room, library))
    seen = {When.BEFORE: False, When.AFTER: False}
    while hall.step.part is not Part.CLOSING:
        steps = ended_early(hall)
        assert steps[0].part is Part.CLOSING
        assert {s.when for s in steps if s.part is Part.SLIPS} == {w for w in When if seen[w]}
        if hall.step.when is not None:
            seen[hall.step.when] = True
        hall = after(hall, ON, hall.clock + 60)
    assert all(seen.values())
