"""The result of a session: what is kept of it for reports once it has ended. No name, no free text.

It stands by itself: it can be carried on a stick to another laptop and counted there
without the lessons that it was about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.session.agenda import Part, Setup


@dataclass(frozen=True, slots=True)
class Tally:
    """Hands or slips for one option on one occasion; the words are as in `figures.Cell`."""

    when: str
    form: str
    question: str
    kind: str
    objective: str
    option: str
    right: bool
    hands: int
    paired: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What a session came to.

    `uid` names it wherever it is carried; of two with the same `uid` the one with more
    `events` is the newer. `heads` is the last head count. `marked` are questions and
    pages (`lesson/page`); `times` the planned and taken seconds of each part.
    """

    uid: str
    events: int
    day: str
    setup: Setup
    heads: int
    tallies: tuple[Tally, ...]
    marked: tuple[str, ...]
    times: tuple[tuple[Part, int, int], ...]
    words: Mapping[str, Mapping[str, str]]
