"""What a session's votes may add to reports: settled for each session by itself, by one rule.

A vote is what was counted at one question, on one occasion, on one form. One at which only one
to four people were counted enters no sum of any report; nor does what it would be compared
with, or before and after would be about other questions. Whatever is left counts five people
or more in each session. So the difference of any two reports, too, is of five or more.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from toolkit.session.agenda import When
from toolkit.session.figures import LEAST

_BEFORE, _AFTER = When.BEFORE.value, When.AFTER.value


class Vote(NamedTuple):
    """A vote: where it was cast, and how many were counted. `right` are the right options."""

    when: str
    form: str
    question: str
    kind: str
    objective: str
    right: tuple[str, ...]
    people: int


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
    measured = [_measured(vote) for vote in votes]
    sums: dict[Hashable, list[int]] = {}
    few: set[Hashable] = set()
    first: dict[Hashable, tuple[str, str]] = {}
    for vote, what in zip(votes, measured, strict=True):
        if what is None:
            continue
        both = sums.setdefault(what, [0, 0])
        both[vote.when == _AFTER] += vote.people
        if 0 < vote.people < LEAST:
            few.add(what)
        if vote.when == _BEFORE:
            place = (vote.question, vote.form)
            first[what] = min(first.get(what, place), place)
    standings = []
    for vote, what in zip(votes, measured, strict=True):
        if what is None:
            standings.append(Standing(not is_few(vote.people), paired=False, gap=0))
            continue
        before, after = sums[what]
        told, paired, gap = what not in few, bool(before and after), 0
        if told and paired and vote.when == _BEFORE and first[what] == (vote.question, vote.form):
            gap = abs(before - after)
        standings.append(Standing(told, paired, gap))
    return standings


def _measured(vote: Vote) -> Hashable | None:
    """What must be the same before and after; None outside the two tests."""
    if vote.when not in (_BEFORE, _AFTER):
        return None
    if not vote.form:
        return vote.question
    # Traps caught and honest offers refused are two measures, though one objective.
    return (vote.objective, vote.kind, vote.right if vote.kind == "verdict" else ())
