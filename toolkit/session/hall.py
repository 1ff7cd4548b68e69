"""A hall session: one facilitator, one laptop, a room without devices, as a pure state machine.

A session is its events (`hall_events`); its state (`hall_state`) is a fold over them. It needs no library: what must be
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
                             --PutOff--> as it is, and nobody's time until the next event
                             --Ended--> over
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from toolkit.session.agenda import TAUGHT, Step, pointless, votes
from toolkit.session.hall_events import (
    MOST,
    Counted,
    Counts,
    Ended,
    Event,
    HeadsCounted,
    Marked,
    Opened,
    PutOff,
    Reopened,
    Replanned,
    Returned,
    Revealed,
    Skipped,
    TakenBack,
    Typed,
    WentBack,
    WentOn,
)
from toolkit.session.hall_state import PAGE, Hall, Stage
from toolkit.session.run import Impossible

__all__ = [
    "MOST",
    "PAGE",
    "Counted",
    "Counts",
    "Ended",
    "Event",
    "Hall",
    "HeadsCounted",
    "Impossible",
    "Marked",
    "Opened",
    "PutOff",
    "Reopened",
    "Replanned",
    "Returned",
    "Revealed",
    "Skipped",
    "Stage",
    "TakenBack",
    "Typed",
    "WentBack",
    "WentOn",
    "after",
    "fold",
    "votes",
]


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
    before = hall.before if isinstance(event, Typed | PutOff) else hall
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
        case Marked() if hall.shown:
            return replace(hall, marked=hall.marked ^ {hall.shown})
        case HeadsCounted(heads) if 0 < heads <= MOST:
            return replace(hall, heads=heads)
        case Replanned(_, steps):
            return _replanned(hall, steps)
        case PutOff():
            return hall
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
    return _leaving_out(counted, hall.skipped - {hall.step.id})


def _staged(hall: Hall, stage: Stage) -> Hall:
    return replace(hall, stages={**hall.stages, hall.step.id: stage})


def _moved(hall: Hall, event: WentOn | WentBack | Skipped) -> Hall:
    at = hall.at + (-1 if isinstance(event, WentBack) else 1)
    if not 0 <= at < len(hall.steps):
        raise Impossible(f"there is no step beyond {hall.step.id}")
    skipped, passed = hall.skipped, hall.passed
    if isinstance(event, Skipped):
        skipped |= {hall.step.id}
    elif isinstance(event, WentOn) and hall.stage is Stage.TOLD:
        # It was come back to, and told after all.
        skipped -= {hall.step.id}
    if not isinstance(event, WentBack):
        passed |= {hall.step.id}
    following = _leaving_out(hall, skipped)
    return replace(following, at=at, entry="", passed=passed)


def _leaving_out(hall: Hall, skipped: frozenset[str]) -> Hall:
    """With these steps left out: what hangs on a test goes and comes back with it."""
    if skipped == hall.skipped:
        return hall
    whole = hall.agenda.whole or hall.agenda.steps
    was, now = (
        {step.id for step in whole if pointless(step, hall.steps, out)}
        for out in (hall.skipped, skipped)
    )
    there = {step.id for step in hall.steps}
    going = now - was - set(hall.votes)
    coming = tuple(step for step in whole if step.id in was - now - there)
    behind, ahead = hall.steps[: hall.at + 1], hall.steps[hall.at + 1 :]
    kept = tuple(step for step in ahead if step.id not in going)
    if coming:
        places = {step.id: place for place, step in enumerate(whole)}
        kept = tuple(sorted((*kept, *coming), key=lambda step: places.get(step.id, len(places))))
    return replace(hall, skipped=skipped, steps=(*behind, *kept))


def _replanned(hall: Hall, steps: tuple[Step, ...]) -> Hall:
    kept = hall.steps[: hall.at + 1]
    ids = [step.id for step in (*kept, *steps)]
    if len(ids) != len(set(ids)) or not {s.subject for s in steps if votes(s)} <= set(hall.items):
        raise Impossible("a plan repeats a step, or asks what the session does not know")
    return replace(hall, steps=(*kept, *steps))
