"""What a session's votes may add to reports: settled for each session by itself, by one rule.

A vote is what was counted at one question, on one occasion, on one form. One at which only one
to four people were counted enters no sum of any report; nor does what it would be compared
with, or before and after would be about other questions. Whatever is left counts five people
or more in each session. So the difference of any two reports, too, is of five or more.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.session.agenda import When
from toolkit.session.figures import LEAST

_BEFORE, _AFTER = _TESTS = When.BEFORE.value, When.AFTER.value


Vote = tuple[str, str, str, str, str, tuple[str, ...], int]
"""When, form, question, kind, objective, the right options, and how many people were counted."""


class Standing(NamedTuple):
    """What a vote may add: nothing unless `told`; to what was measured twice, if `paired`.

    `gap` is by how many people the numbers before and after differ at what was measured
    twice; it stands at the first of its votes before, and is 0 at all others.
    """

    told: bool
    paired: bool
    gap: int


def is_few(people: int) -> bool:
    """Is this group so small that nothing is told about it? Nobody at all is no group."""
    return 0 < people < LEAST


def settled(votes: Iterable[Vote]) -> list[Standing]:
    """The standing of each vote of a session, in their order.

    The same was measured twice where somebody was counted before and after: by hands at the
    same question; on slips, whose forms are crossed over, at the same objective in the same
    kind (for offers: traps or honest ones), on whatever forms.
    """
    votes = [*votes]
    measures: dict[Hashable, _Measured] = {}
    each = [_add(vote, measures) if vote[0] in _TESTS else None for vote in votes]
    return [
        (_SMALL if 0 < vote[6] < LEAST else _ALONE) if what is None else what.standing(vote)
        for vote, what in zip(votes, each, strict=True)
    ]


_ALONE, _SMALL = Standing(True, False, 0), Standing(False, False, 0)
_COMPARED, _HIDDEN = Standing(True, True, 0), Standing(False, True, 0)


@dataclass(slots=True)
class _Measured:
    """The same before and after: how many were counted, and the first of the votes before."""

    before: int = 0
    after: int = 0
    few: bool = False
    first: tuple[str, str] | None = None

    def standing(self, vote: Vote) -> Standing:
        if not (self.before and self.after):
            return _SMALL if self.few else _ALONE
        if self.few:
            return _HIDDEN
        gap = abs(self.before - self.after)
        if gap and vote[0] == _BEFORE and self.first == (vote[2], vote[1]):
            return Standing(told=True, paired=True, gap=gap)
        return _COMPARED


def _add(vote: Vote, measures: dict[Hashable, _Measured]) -> _Measured:
    when, form, question, kind, objective, right, people = vote
    # Traps caught and honest offers refused are two measures, though one objective.
    what = (objective, kind, right if kind == "verdict" else ()) if form else question
    measured = measures.get(what)
    if measured is None:
        measured = measures[what] = _Measured()
    if 0 < people < LEAST:
        measured.few = True
    if when == _AFTER:
        measured.after += people
    else:
        measured.before += people
        place = (question, form)
        measured.first = min(measured.first, place) if measured.first else place
    return measured
