"""What a report says, as plain figures: made in `scoring`, shown alike by screen, paper and files.

Whatever counts fewer than five people in one session is in no sum here, and where nothing else
is there `Few.FEW`, so that no face can show it by mistake. `None` is: not measured.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.session.agenda import Part, When

LEAST = 5
"""The smallest group of people about which anything is told."""


class Few(StrEnum):
    """Fewer than five people, or compared with so few, or a number that would show them."""

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

    FULL_BEFORE = "full-before"
    UNEVEN = "uneven"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class ObjectiveFigure:
    """One objective before and after: answers that were right, of answers that were counted.

    `gap` is the sum, over its questions and the sessions, of the difference between the
    numbers counted before and after; `gain` is the normalised gain,
    (after - before) / (1 - before), or None with the reason in `withheld`.
    """

    objective: str
    before: Rated
    after: Rated
    gap: int = 0
    gain: float | None = None
    withheld: Withheld | None = None
    priority: str = "must"


@dataclass(frozen=True, slots=True)
class Discernment:
    """Traps that were caught, and honest offers that were wrongly refused, before and after.

    `only_suspicion` is the plain warning: the room learned to say no to everything.
    `still_refusing` is another: at least half of the honest offers were refused before, and
    are now.
    """

    caught_before: Rated = None
    caught_after: Rated = None
    refused_before: Rated = None
    refused_after: Rated = None
    only_suspicion: bool = False
    still_refusing: bool = False


@dataclass(frozen=True, slots=True)
class BeliefFigure:
    """How many chose a wrong option, and so hold the belief behind it."""

    question: str
    option: str
    before: Rated
    after: Rated


@dataclass(frozen=True, slots=True)
class Signs:
    """How many marked at least `least` warning signs on their slips.

    `most` is how many signs the message with most of them has; 0 where none was counted.
    """

    least: int
    before: Rated = None
    after: Rated = None
    most: int = 0


@dataclass(frozen=True, slots=True)
class PartTime:
    """The planned and the taken time of a part, in seconds: sums over its `sessions`."""

    part: Part
    planned: int
    taken: int
    sessions: int = 1


@dataclass(frozen=True, slots=True)
class Noted:
    """The sessions in which a band is told: how many, and all the people in them."""

    sessions: int
    people: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there: head counts only; a band is None where it was not given.

    A band is the sum over the sessions in which it was noted and may be told. Where that
    are not all, `women_in`, `men_in` and `youth_in` say in which. `small` is the number of
    sessions with fewer than five people, which are in no number here.
    """

    people: Count
    women: Count | None = None
    men: Count | None = None
    youth: Count | None = None
    women_in: Noted | None = None
    men_in: Noted | None = None
    youth_in: Noted | None = None
    small: int = 0


@dataclass(frozen=True, slots=True)
class Village:
    """A village in the report, by its name; never in the order of any result.

    Its sessions with fewer than five people are not counted.
    """

    name: str
    sessions: int
    people: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One count behind the figures: hands for one option, over all sessions of the report.

    `when` is `before` or `after`; `first` and `second` for the two votes of the group
    quiz and the offers; `opinion`. `form` is `a` or `b` on slips, else "". `people` are
    those counted at this question, not the hands for this option. `paired` says that the
    question was measured before and after, so that it enters the shares. `left_out` is in
    how many more sessions this was counted and may not be told. `gap` is by how many people
    the numbers before and after differ, session by session; it stands once for each
    question, and on slips once for each objective and kind.
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
    left_out: int = 0
    gap: int = 0
    paired: bool = True


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about: a session, a village, a period (ISO dates), or everything.

    Of its `sessions` so many were `gathered` from other laptops, and so many have a day
    that cannot be (`odd_days`): the clock of a laptop was wrong.
    """

    session: str = ""
    village: str = ""
    since: str = ""
    until: str = ""
    days: tuple[str, ...] = ()
    sessions: int = 0
    gathered: int = 0
    odd_days: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """A whole report. `marked` has, for each item or page marked, in how many sessions.

    The tests were counted `by_hands` in so many sessions, and `on_slips` in so many.
    `beliefs_held` is how many beliefs held on, also those that are not among `beliefs`.
    `words` are by id and language, as in an agenda.
    """

    scope: Scope
    attendance: Attendance
    villages: tuple[Village, ...] = ()
    objectives: tuple[ObjectiveFigure, ...] = ()
    discernment: Discernment = field(default_factory=Discernment)
    beliefs: tuple[BeliefFigure, ...] = ()
    beliefs_held: int = 0
    signs: Signs = field(default_factory=lambda: Signs(3))
    marked: tuple[tuple[str, int], ...] = ()
    times: tuple[PartTime, ...] = ()
    cells: tuple[Cell, ...] = ()
    by_hands: int = 0
    on_slips: int = 0
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


LATER = ("later-first", "later-second")
"""The two votes on a question in a refresher, a month later: never added to those of a lesson."""

WHENS = (When.BEFORE.value, When.AFTER.value, "first", "second", "opinion", *LATER)
"""All the occasions of a cell, in order."""
