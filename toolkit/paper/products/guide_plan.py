"""The plan of a session on paper: its parts with their minutes, whole and for less time.

Minutes are rounded on the running clock, so that they add up to the end of the session. Knows
plans, no paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from toolkit.content.library import Library
from toolkit.paper.setting.job import Job
from toolkit.session.agenda import Agenda, Part, Setup, Step
from toolkit.session.plan import WHOLE, cut, draw_up, floor


def setup_of(job: Job, library: Library) -> Setup:
    """The session that a job is for: that of its plan, else the whole of its lessons, by hands."""
    plan = library.plans.get(job.plan)
    minutes = plan.minutes if plan else WHOLE
    return Setup("", job.people, minutes, job.lessons, refresher=job.refresher)


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

    @property
    def shorter(self) -> bool:
        """Is there any plan besides the whole one?"""
        return len(self.totals) > 1

    @property
    def tested(self) -> tuple[Step, ...]:
        """The steps after which the questions of the tests are numbered.

        Those before the lesson; those after it in a plan that has no time for all of these.
        """
        before, after = (
            tuple(one for one in self.whole.steps if one.part is part)
            for part in (Part.BEFORE, Part.AFTER)
        )
        alike = {one.subject for one in before} == {one.subject for one in after}
        return before if alike else after


def plans(setup: Setup, library: Library, short: Iterable[int] = SHORT) -> Plans:
    """The plan for this set-up, and shorter ones for those of the `short` minutes that are fewer.

    Raises WrongInput as `draw_up` does.
    """
    whole = draw_up(setup, library, ())
    least = -(-floor(whole) // 60)
    wanted = dict.fromkeys(max(one, least) for one in short)
    agendas = [whole, *(cut(whole, one) for one in wanted if one < _minute(whole.seconds))]
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
