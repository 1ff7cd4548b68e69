"""A hall session: one facilitator, one laptop, a room without devices, as a pure state machine.

A session is its events; its state is a fold over them. It needs no library: what must be
known of each question stands in the event that opened it, so that a session can be gone
on with whatever becomes of the lessons. No clock, no disk, no screen: every event comes
with `at`, the seconds since the session was opened.

    a step that is told      TOLD
    a test, an opinion       VOTING --Counted--> COUNTED
    group quiz and offers    VOTING --Counted--> DISCUSSING --Counted--> SHIFTED
                             DISCUSSING, SHIFTED --Revealed--> REVEALED
    any step                 --WentOn, Skipped--> the next   --WentBack--> the one before
                             --Reopened--> a page again --Returned--> the step
                             --TakenBack--> as it was before the last event
                             --Ended--> over
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from toolkit.session.agenda import TAUGHT, Agenda, Item, Part, Setup, Step
from toolkit.session.run import Impossible

Counts = tuple[int, ...]
"""Hands or slips for each option of an item, in the order of its options."""

MOST = 9999
"""The most people that are ever counted."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A session began in a village on a `day` (ISO date), with an agenda."""

    setup: Setup
    day: str
    agenda: Agenda


@dataclass(frozen=True, slots=True)
class Typed:
    """A key changed the counts that are being typed in; `entry` is all of them so far."""

    entry: str


@dataclass(frozen=True, slots=True)
class Counted:
    """The room voted; `counts` are the hands or slips for each option."""

    counts: Counts


@dataclass(frozen=True, slots=True)
class Revealed:
    """The right answer was shown."""


@dataclass(frozen=True, slots=True)
class WentOn:
    """On to the next step."""


@dataclass(frozen=True, slots=True)
class WentBack:
    """Back to the step before."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """The step is left out, and the next one begins."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """A page of a lesson is shown again, in the middle of another step."""

    lesson: str
    page: str


@dataclass(frozen=True, slots=True)
class Returned:
    """Back from the page to the step."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark for the trainer, that this step confused the room, is set or taken away."""


@dataclass(frozen=True, slots=True)
class HeadsCounted:
    """So many people are in the room now."""

    heads: int


@dataclass(frozen=True, slots=True)
class Replanned:
    """The facilitator accepted a plan for `seconds` that are left: the steps after this one."""

    seconds: int
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The last event was a slip and is taken back; typing that led to it stays."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The session is over."""


Event = (
    Opened
    | Typed
    | Counted
    | Revealed
    | WentOn
    | WentBack
    | Skipped
    | Reopened
    | Returned
    | Marked
    | HeadsCounted
    | Replanned
    | TakenBack
    | Ended
)


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
    `skipped` and `marked` are ids of steps. `entry` is what is being typed.
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
    def is_last(self) -> bool:
        """Is this the last step?"""
        return self.at == len(self.steps) - 1


def votes(step: Step) -> bool:
    """Does the room vote in this step, or are its slips counted?"""
    return bool(step.subject) and step.part is not Part.LESSON


def fold(events: Iterable[tuple[int, Event]]) -> Hall:
    """The state after these events, each with its time in seconds.

    Raises Impossible where they do not fit each other, or where there are none.
    """
    hall: Hall | None = None
    for at, event in events:
        hall = after(hall, event, at)
    if hall is None:
        raise Impossible("a session without events")
    return hall


def after(hall: Hall | None, event: Event, at: int) -> Hall:
    """The state that follows `hall` when `event` happens at `at`. Raises Impossible if it cannot.

    Time never runs backwards: an event that comes with an earlier time than the last one
    is taken to have happened at once.
    """
    if hall is None:
        return _opened(event)
    now = max(at, hall.clock)
    here = hall.step.id
    spent = {**hall.spent, here: hall.spent.get(here, 0) + now - hall.clock}
    if isinstance(event, TakenBack):
        if hall.before is None or hall.ended:
            raise Impossible("there is nothing to take back")
        return replace(hall.before, clock=now, spent=spent)
    following = _following(hall, event)
    if isinstance(event, Replanned):
        following = replace(following, until=now + event.seconds)
    before = hall.before if isinstance(event, Typed) else hall
    return replace(following, clock=now, spent=spent, before=before)


def _opened(event: Event) -> Hall:
    if not isinstance(event, Opened):
        raise Impossible("a session begins with Opened")
    items = {item.question: item for item in event.agenda.items}
    asked = {step.subject for step in event.agenda.steps if votes(step)}
    ids = {step.id for step in event.agenda.steps}
    if not ids or not asked <= set(items):
        raise Impossible("an agenda needs steps, and an item for each question")
    if len(ids) != len(event.agenda.steps):
        raise Impossible("an agenda repeats a step")
    setup, agenda = event.setup, event.agenda
    until = setup.minutes * 60
    return Hall(setup, event.day, agenda, agenda.steps, items, setup.heads, until=until)


def _following(hall: Hall, event: Event) -> Hall:
    if hall.ended:
        raise Impossible(f"{type(event).__name__} after the end")
    match event:
        case Typed(entry) if hall.counting:
            return replace(hall, entry=entry)
        case Counted(counts) if hall.counting:
            return _counted(hall, counts)
        case Revealed() if hall.revealable:
            return replace(_staged(hall, Stage.REVEALED), entry="")
        case WentOn() | WentBack() | Skipped() if hall.reopened is None:
            return _moved(hall, event)
        case Reopened(lesson, page) if hall.reopened is None:
            return replace(hall, reopened=(lesson, page))
        case Returned() if hall.reopened is not None:
            return replace(hall, reopened=None)
        case Marked():
            return replace(hall, marked=hall.marked ^ {hall.step.id})
        case HeadsCounted(heads) if 0 < heads <= MOST:
            return replace(hall, heads=heads)
        case Replanned(_, steps):
            return _replanned(hall, steps)
        case Ended():
            return replace(hall, ended=True, entry="")
    raise Impossible(f"{event} while {hall.step.id} is {hall.stage}")


def _counted(hall: Hall, counts: Counts) -> Hall:
    item = hall.item
    if item is None or len(counts) != len(item.options):
        raise Impossible(f"{hall.step.id}: {counts} does not fit its options")
    if not all(0 <= count <= MOST for count in counts):
        raise Impossible(f"{hall.step.id}: {counts}")
    earlier = hall.votes.get(hall.step.id, ())
    told = {**hall.votes, hall.step.id: (*earlier, counts)}
    if hall.step.part not in TAUGHT:
        stage = Stage.COUNTED
    else:
        stage = Stage.SHIFTED if earlier else Stage.DISCUSSING
    counted = replace(_staged(hall, stage), votes=told, entry="")
    return replace(counted, skipped=hall.skipped - {hall.step.id})


def _staged(hall: Hall, stage: Stage) -> Hall:
    return replace(hall, stages={**hall.stages, hall.step.id: stage})


def _moved(hall: Hall, event: WentOn | WentBack | Skipped) -> Hall:
    at = hall.at + (-1 if isinstance(event, WentBack) else 1)
    if not 0 <= at < len(hall.steps):
        raise Impossible(f"there is no step beyond {hall.step.id}")
    skipped = hall.skipped
    if isinstance(event, Skipped):
        skipped |= {hall.step.id}
    elif isinstance(event, WentOn) and hall.stage is Stage.TOLD:
        # It was come back to, and told after all.
        skipped -= {hall.step.id}
    return replace(hall, at=at, entry="", skipped=skipped)


def _replanned(hall: Hall, steps: tuple[Step, ...]) -> Hall:
    kept = hall.steps[: hall.at + 1]
    ids = [step.id for step in (*kept, *steps)]
    if len(ids) != len(set(ids)) or not {s.subject for s in steps if votes(s)} <= set(hall.items):
        raise Impossible("a plan repeats a step, or asks what the session does not know")
    return replace(hall, steps=(*kept, *steps))
