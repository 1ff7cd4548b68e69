"""The plan of a session: drawn up for a room and its time, and made shorter as time runs out.

Pure: the same set-up and library give the same agenda, the same state and time the same
plan. Knows content; no clock, no disk, no screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from toolkit.content.library import Library
from toolkit.content.session_plan import SessionPlan
from toolkit.session.agenda import Agenda, Part, Setup, Step, pointless, votes
from toolkit.session.agenda_words import words
from toolkit.session.drawing import drawn
from toolkit.session.hall import Hall, Stage
from toolkit.session.shortening import builds_on, least, shortened

WHOLE = 9999
"""Minutes in which everything fits."""


@dataclass(frozen=True, slots=True)
class Shorter:
    """A plan for the time that is left.

    `steps` come after the present one, and `seconds` is the time that they still need.
    `floor` is the least time in which the session can end well, the rest of the present
    step included; when less is left, `fits` is False and the plan is the one of the floor.
    `dropped` are steps that the room was to go through and now is not, `back` those that
    had been dropped and return.
    """

    steps: tuple[Step, ...]
    seconds: int
    floor: int
    fits: bool
    dropped: tuple[Step, ...]
    back: tuple[Step, ...] = ()


def draw_up(setup: Setup, library: Library, lang_codes: Iterable[str] | None = None) -> Agenda:
    """The agenda of a session, cut to its minutes; to its floor if they are too few for that.

    `lang_codes` are the languages of its words, else all those of the library. Raises
    WrongInput where a lesson is not in the library, or has no sheets for slips.
    """
    whole = drawn(setup, library)
    steps = shortened(whole.steps, setup.minutes * 60, _planned)
    codes = library.languages if lang_codes is None else tuple(lang_codes)
    known = words(whole.steps, whole.items, library, codes)
    return Agenda(steps, whole.items, known, whole.steps)


def lessons_of(plan: SessionPlan, library: Library) -> tuple[str, ...]:
    """The lessons of a trainer's session plan, in the order of the library, as the hall has them."""
    return tuple(one for one in library.lessons if one in plan.lessons)


def agenda_of(plan: SessionPlan, library: Library, people: int = 30) -> Agenda:
    """The session that a trainer's plan comes to, without words. Raises WrongInput as `draw_up`."""
    lessons = lessons_of(plan, library)
    setup = Setup("", people, plan.minutes, lessons, refresher=plan.refresher)
    return draw_up(setup, library, ())


def cut(agenda: Agenda, minutes: int) -> Agenda:
    """An agenda made shorter still: nothing comes in that it has not."""
    return replace(agenda, steps=shortened(agenda.steps, minutes * 60, _planned))


def floor(agenda: Agenda) -> int:
    """The seconds that an agenda needs at least, without all that may be dropped."""
    return least(agenda.steps, _planned)


def needed(hall: Hall, step: Step, now: int) -> int:
    """The seconds that a step still needs `now`: none once it is told, counted or answered.

    Nor does what was left out or passed by need any, unless the room has come back to it.
    """
    here = step.id == hall.step.id
    over = hall.stages.get(step.id) in (Stage.COUNTED, Stage.REVEALED)
    told = not votes(step) and step.id not in hall.skipped
    if over or (step.id in hall.passed and (told or not here)):
        return 0
    spent = hall.spent.get(step.id, 0) + (max(now - hall.clock, 0) if here else 0)
    return max(step.seconds - spent, 0)


def left(hall: Hall, now: int) -> int:
    """Seconds until the session should be over; never below 0."""
    return max(hall.until - now, 0)


def late(hall: Hall, now: int) -> int:
    """Seconds by which it would end too late if nothing more is left out; 0 once people may go."""
    if hall.step.part in (Part.SLIPS, Part.SUMMARY):
        return 0
    rest = sum(needed(hall, step, now) for step in hall.steps[hall.at :])
    return max(now + rest - hall.until, 0)


def shorter(hall: Hall, seconds: int, now: int) -> Shorter:
    """The rest of the session, shortened for the `seconds` left, of this step and all after it.

    What the present step still needs `now` is set aside first. Nothing goes from a plan
    that fits; steps that were dropped earlier and lie ahead come back where there is time.
    The test after always stays whole, though items of the test before may go: what the
    room knows as it leaves is told even of an item that was not asked before; it only
    enters no comparison.
    """
    ahead = _ahead(hall)
    gone = [s for s in hall.steps[: hall.at + 1] if s.id not in hall.skipped]
    planned = hall.steps[hall.at + 1 :]
    here = needed(hall, hall.step, now)

    def need(step: Step) -> int:
        return needed(hall, step, now)

    steps = shortened(ahead, seconds - here, need, gone, planned)
    total = sum(map(need, steps))
    return Shorter(
        steps,
        total,
        here + least(ahead, need),
        here + total <= seconds,
        tuple(step for step in planned if step not in steps),
        tuple(step for step in steps if step not in planned),
    )


def ended_early(hall: Hall) -> tuple[Step, ...]:
    """The steps after the present one if it ends now: the help lines, slips given out, the summary."""
    passed = [step for step in hall.steps if step.id in hall.passed]
    return tuple(
        step
        for step in hall.steps[hall.at + 1 :]
        if step.part in (Part.CLOSING, Part.SUMMARY)
        or (step.part is Part.SLIPS and not pointless(step, passed, hall.skipped))
    )


def _planned(step: Step) -> int:
    return step.seconds


def _ahead(hall: Hall) -> tuple[Step, ...]:
    """All steps that can still come: those planned, and those dropped that lie ahead."""
    first = _whole(hall)
    planned = hall.steps[hall.at + 1 :]
    if hall.step not in first:
        return planned
    behind = {step.id for step in hall.steps[: hall.at + 1]}
    lying = tuple(s for s in first[first.index(hall.step) + 1 :] if s.id not in behind)
    if not {step.id for step in planned} <= {step.id for step in lying}:
        return planned
    possible = (*hall.steps[: hall.at + 1], *lying)
    return tuple(
        step
        for step in lying
        if step in planned or not (pointless(step, possible, hall.skipped) or _missed(step, hall))
    )


def _whole(hall: Hall) -> tuple[Step, ...]:
    return hall.agenda.whole or hall.agenda.steps


def _missed(step: Step, hall: Hall) -> bool:
    """Does it build on a step that was dropped, and that the room has gone past by now?"""
    whole = _whole(hall)
    behind = whole[: whole.index(hall.step)]
    return any(builds_on(step, one) for one in behind if one not in hall.steps)
