"""The plan of a session: drawn up for a room and its time, and made shorter as time runs out.

Pure: the same set-up and library give the same agenda, the same state and time the same
plan. Knows content; no clock, no disk, no screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from toolkit.content.library import Library
from toolkit.session.agenda import Agenda, Part, Setup, Step, When
from toolkit.session.agenda_words import words
from toolkit.session.drawing import drawn
from toolkit.session.hall import Hall, Stage
from toolkit.session.shortening import least, shortened


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


def floor(agenda: Agenda) -> int:
    """The seconds that an agenda needs at least, without all that may be dropped."""
    return least(agenda.steps, _planned)


def needed(hall: Hall, step: Step) -> int:
    """The seconds that a step still needs: none once its answer is told, else what is not spent.

    The time that was spent is that of the last event; what has passed since does not count.
    """
    if hall.stages.get(step.id) in (Stage.COUNTED, Stage.REVEALED):
        return 0
    return max(step.seconds - hall.spent.get(step.id, 0), 0)


def shorter(hall: Hall, seconds: int) -> Shorter:
    """The rest of the session, shortened for the `seconds` left, of this step and all after it.

    What the present step still needs is set aside first. Steps that were dropped earlier
    and lie ahead come back where there is time again. The test after always stays whole,
    though items of the test before may go: what the room knows as it leaves is told even
    of an item that was not asked before; it only enters no comparison.
    """
    ahead = _ahead(hall)
    gone = [s for s in hall.steps[: hall.at + 1] if s.id not in hall.skipped]
    here = needed(hall, hall.step)

    def need(step: Step) -> int:
        return needed(hall, step)

    steps = shortened(ahead, seconds - here, need, gone)
    total = sum(map(need, steps))
    planned = hall.steps[hall.at + 1 :]
    return Shorter(
        steps,
        total,
        here + least(ahead, need),
        here + total <= seconds,
        tuple(step for step in planned if step not in steps),
        tuple(step for step in steps if step not in planned),
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
    return tuple(step for step in lying if step in planned or not _never_handed_out(step, hall))


def _whole(hall: Hall) -> tuple[Step, ...]:
    return hall.agenda.whole or hall.agenda.steps


def _never_handed_out(step: Step, hall: Hall) -> bool:
    """Is it the counting of slips of a test that the room went past, as it was dropped?"""
    if step.part is not Part.SLIPS or step.when is not When.BEFORE:
        return False
    first, here = _whole(hall), _whole(hall).index(hall.step)
    passed = [one for one in first[:here] if one.part is Part.BEFORE]
    return bool(passed) and not any(one in hall.steps for one in passed)
