"""What can happen in a hall session: one event for each thing that a facilitator does.

A session is kept as these, each with the seconds since it was opened, so no word of theirs
changes without need. Plain records; what follows from them is `hall`'s.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.session.agenda import Agenda, Setup, Step

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
    """A mark for the trainer, that what is shown confused the room, is set or taken away."""


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
class PutOff:
    """The facilitator leaves the session for later: the time until the next event is nobody's."""


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
    | PutOff
    | Ended
)
