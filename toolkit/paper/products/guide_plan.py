"""The plan of a session on paper: its parts with their minutes, whole and for less time.

Minutes are rounded on the running clock, so that they add up to the end of the session. Knows
plans, no paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from toolkit.content.library import Library
from toolkit.session.agenda import Agenda, Measure, Part, Setup, Step
from toolkit.session.plan import draw_up, floor

WHOLE = 9999
"""Minutes in which everything fits."""

SHORT = (90, 60, 30)
"""The minutes that halls have; only those are shown that a session can be cut to."""


class Timed(NamedTuple):
    """A row of the plan: a page of a lesson, or all steps of another part.

    `at` is the minute in which it begins in the whole plan, `minutes` how long it takes in each
    of the plans, the whole one first; 0 where it is left out.
    """

    key: str
    step: Step
    at: int
    minutes: tuple[int, ...]


class Plans(NamedTuple):
    """The whole plan and shorter ones: the minutes of each, their rows, the steps that each keeps.

    `keeps` are ids of steps for each of `totals`, the whole plan first.
    """

    whole: Agenda
    totals: tuple[int, ...]
    rows: tuple[Timed, ...]
    keeps: tuple[frozenset[str], ...]

    @property
    def kept(self) -> frozenset[str]:
        """What the shortest plan still has."""
        return self.keeps[-1]


def plans(lessons: tuple[str, ...], people: int, library: Library) -> Plans:
    """The plans for these lessons, asked by show of hands. Raises WrongInput."""

    def plan(minutes: int) -> Agenda:
        return draw_up(Setup("", people, minutes, lessons, Measure.HANDS), library, ())

    whole = plan(WHOLE)
    least = -(-floor(whole) // 60)
    wanted = [least if one < least else one for one in SHORT]
    agendas = [whole, *(plan(one) for one in dict.fromkeys(wanted) if one < _minute(whole.seconds))]
    clocks = [dict(_clock(agenda)) for agenda in agendas]
    first = {_key(step): step for step in reversed(whole.steps)}
    rows = tuple(
        Timed(
            key,
            first[key],
            at,
            tuple(clock[key][1] - clock[key][0] if key in clock else 0 for clock in clocks),
        )
        for key, (at, _) in clocks[0].items()
    )
    totals = tuple(_minute(agenda.seconds) for agenda in agendas)
    keeps = tuple(frozenset(step.id for step in agenda.steps) for agenda in agendas)
    return Plans(whole, totals, rows, keeps)


def minutes_of(steps: tuple[Step, ...]) -> dict[str, tuple[int, int]]:
    """The minute in which each step begins, and the one in which it ends."""
    gone = 0
    found = {}
    for step in steps:
        found[step.id] = (_minute(gone), _minute(gone + step.seconds))
        gone += step.seconds
    return found


def _clock(agenda: Agenda) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each row's first and last minute."""
    gone = begun = 0
    steps = [step for step in agenda.steps if step.seconds]
    for place, step in enumerate(steps):
        gone += step.seconds
        if place + 1 == len(steps) or _key(steps[place + 1]) != _key(step):
            yield _key(step), (_minute(begun), _minute(gone))
            begun = gone


def _key(step: Step) -> str:
    return step.id if step.part is Part.LESSON else step.part.value


def _minute(seconds: int) -> int:
    """Whole minutes, a half rounded up."""
    return (seconds + 30) // 60
