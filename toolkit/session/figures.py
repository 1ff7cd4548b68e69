"""What a report says, as plain figures: made in `scoring`, shown alike by screen, paper and files.

Whatever counts fewer than five people is `Few.FEW` here already, and what would show it by
subtraction too, so that no face can show it by mistake. `None` is: not measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.session.agenda import Part, When

LEAST = 5
"""The smallest group of people about which anything is told."""


class Few(StrEnum):
    """Fewer than five people, or hidden so that such a number cannot be worked out."""

    FEW = "<5"


Count = int | Few


@dataclass(frozen=True, slots=True)
class Rate:
    """`hits` of `of`: hands that were right, of hands that were counted."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.hits / self.of


Rated = Rate | Few | None


class Withheld(StrEnum):
    """Why no gain is told."""

    NOT_MEASURED = "not-measured"
    FULL_BEFORE = "full-before"
    UNEVEN = "uneven"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class ObjectiveFigure:
    """One objective before and after.

    `people_before` and `people_after` are the people counted; `gain` is the normalised
    gain, (after - before) / (1 - before), or None with the reason in `withheld`.
    """

    objective: str
    before: Rated
    after: Rated
    people_before: Count
    people_after: Count
    gain: float | None = None
    withheld: Withheld | None = None


@dataclass(frozen=True, slots=True)
class Discernment:
    """Traps that were caught, and honest offers that were wrongly refused, before and after.

    `only_suspicion` is the plain warning: the room learned to say no to everything.
    """

    caught_before: Rated = None
    caught_after: Rated = None
    refused_before: Rated = None
    refused_after: Rated = None
    only_suspicion: bool = False


@dataclass(frozen=True, slots=True)
class BeliefFigure:
    """How many chose a wrong option, and so hold the belief behind it."""

    question: str
    option: str
    before: Rated
    after: Rated


@dataclass(frozen=True, slots=True)
class Signs:
    """How many marked at least `least` warning signs on their slips."""

    least: int
    before: Rated = None
    after: Rated = None


@dataclass(frozen=True, slots=True)
class PartTime:
    """The planned and the taken time of a part, in seconds: sums over its `sessions`."""

    part: Part
    planned: int
    taken: int
    sessions: int = 1


@dataclass(frozen=True, slots=True)
class Noted:
    """The sessions in which a band was noted: how many, and all the people in them."""

    sessions: Count
    people: Count


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there: head counts only; a band is None where it was not given.

    A band is the sum over the sessions that noted it. Where others did not, `women_in`,
    `men_in` and `youth_in` say in which; None where all sessions did, or none.
    """

    people: Count
    women: Count | None = None
    men: Count | None = None
    youth: Count | None = None
    women_in: Noted | None = None
    men_in: Noted | None = None
    youth_in: Noted | None = None


@dataclass(frozen=True, slots=True)
class Village:
    """A village in the report, by its name; never in the order of any result."""

    name: str
    sessions: Count
    people: Count


@dataclass(frozen=True, slots=True)
class Cell:
    """One count behind the figures: hands for one option, over all sessions of the report.

    `when` is `before` or `after`; `first` and `second` for the two votes of the group
    quiz and the offers; `opinion`. `form` is `a` or `b` on slips, else "". `people` are
    those counted at this question, not the hands for this option. `paired` says that the
    question was measured before and after, so that it enters the shares.
    """

    when: str
    form: str
    question: str
    kind: str
    objective: str
    option: str
    right: bool
    hands: Count
    people: Count
    sessions: int
    paired: bool = True


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about: a session, a village, a period (ISO dates), or everything."""

    session: str = ""
    village: str = ""
    since: str = ""
    until: str = ""
    days: tuple[str, ...] = ()
    sessions: int = 0
    gathered: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """A whole report. `marked` has, for each item or page marked, in how many sessions.

    `words` are by id and language, as in an agenda.
    """

    scope: Scope
    attendance: Attendance
    villages: tuple[Village, ...] = ()
    objectives: tuple[ObjectiveFigure, ...] = ()
    discernment: Discernment = field(default_factory=Discernment)
    beliefs: tuple[BeliefFigure, ...] = ()
    signs: Signs = field(default_factory=lambda: Signs(3))
    marked: tuple[tuple[str, int], ...] = ()
    times: tuple[PartTime, ...] = ()
    cells: tuple[Cell, ...] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


WHENS = (When.BEFORE.value, When.AFTER.value, "first", "second", "opinion")
"""All the occasions of a cell, in order."""
