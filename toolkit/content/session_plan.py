"""Session plans: for whom, how long, about which lessons, and what a colleague should know before.

Written by trainers for facilitators. The timetable of a plan is no part of it: that is drawn up
from its lessons and minutes, so that it can never say something else than the session.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.content.place import NOWHERE, Place
from toolkit.content.text import Text
from toolkit.language import said


class Audience(StrEnum):
    """Whom a session is for, in the order in which plans are offered."""

    YOUNG = "young"
    PARENTS = "parents"
    RETURNED = "returned"
    OFFICIALS = "officials"
    EVERYBODY = "everybody"


AUDIENCES = {
    Audience.YOUNG: said("young people"),
    Audience.PARENTS: said("mothers and fathers"),
    Audience.RETURNED: said("people who came back from abroad"),
    Audience.OFFICIALS: said("village officials and cadres"),
    Audience.EVERYBODY: said("everybody"),
}
"""What people call them."""


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """A meeting prepared for some people: `minutes` from opening to closing.

    `lessons` and `products` are ids, as is `chat`, a scenario to play together, "" for none.
    `bring` is what is needed besides the sheets, `tips` how to talk with these people, and
    `leave_out` what to leave out when time is short, the first thing first. A `refresher` asks
    only what these lessons keep for a meeting about a month later.
    """

    id: str
    audience: Audience
    minutes: int
    title: Text
    aims: tuple[Text, ...]
    lessons: tuple[str, ...]
    bring: tuple[Text, ...]
    leave_out: tuple[Text, ...]
    tips: tuple[Text, ...]
    products: tuple[str, ...]
    chat: str = ""
    refresher: bool = False
    at: Place = field(default=NOWHERE, compare=False, repr=False)


def in_turn(plan: SessionPlan) -> tuple[int, int, str]:
    """The key that sorts plans: for whom, then how long."""
    return tuple(Audience).index(plan.audience), plan.minutes, plan.id
