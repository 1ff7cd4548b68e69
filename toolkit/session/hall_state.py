"""The state of a hall session: which step the room is at, how far it has come, what was counted.

Plain data; nothing in it changes but by what happens, in `hall`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.session.agenda import Agenda, Item, Setup, Step, votes
from toolkit.session.hall_events import Counts

PAGE = "page:"
"""What the mark of a page that is shown again begins with, before `lesson/page`."""


class Stage(StrEnum):
    """How far a step has come."""

    TOLD = "told"
    VOTING = "voting"
    COUNTED = "counted"
    DISCUSSING = "discussing"
    SHIFTED = "shifted"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True)
class Hall:
    """The state of a session.

    `agenda` is what was drawn up at first, `steps` what is gone through now. `stages` and
    `votes` are by the id of a step: how far it has come, and its one or two votes.
    `passed` and `skipped` are ids of steps that the room has gone on from, and left out.
    `marked` has ids of steps, and `page:lesson/page`. `entry` is what is being typed.
    `reopened` is the lesson and page that are shown again, if any. `clock` is the time of
    the last event and `spent` the time on each step, in seconds; `until` is the time when
    it should be over. `before` is the state that `TakenBack` brings back.
    """

    setup: Setup
    day: str
    agenda: Agenda
    steps: tuple[Step, ...]
    items: Mapping[str, Item]
    heads: int
    at: int = 0
    stages: Mapping[str, Stage] = field(default_factory=dict)
    votes: Mapping[str, tuple[Counts, ...]] = field(default_factory=dict)
    passed: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    entry: str = ""
    reopened: tuple[str, str] | None = None
    clock: int = 0
    spent: Mapping[str, int] = field(default_factory=dict)
    until: int = 0
    ended: bool = False
    before: Hall | None = field(default=None, compare=False, repr=False)

    @property
    def step(self) -> Step:
        """The step that the room is at."""
        return self.steps[self.at]

    @property
    def item(self) -> Item | None:
        """The item that this step counts, if it counts."""
        return self.items.get(self.step.subject) if votes(self.step) else None

    @property
    def stage(self) -> Stage:
        """How far this step has come."""
        first = Stage.VOTING if votes(self.step) else Stage.TOLD
        return self.stages.get(self.step.id, first)

    @property
    def counting(self) -> bool:
        """Can counts be typed in now?"""
        return self.reopened is None and self.stage in (Stage.VOTING, Stage.DISCUSSING)

    @property
    def revealable(self) -> bool:
        """Can the right answer be shown now?"""
        return self.reopened is None and self.stage in (Stage.DISCUSSING, Stage.SHIFTED)

    @property
    def shown(self) -> str:
        """What a mark would belong to: `page:lesson/page`, or the id of the step; "" if nothing."""
        if self.reopened is not None:
            return PAGE + "/".join(self.reopened)
        return self.step.id if self.step.subject else ""
