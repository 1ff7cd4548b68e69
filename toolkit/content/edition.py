"""An edition: exactly what a sheet said, so that years later a code tells what has changed since.

A record only. Paper makes it, records keep it, and `changes` holds two of them side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Edition:
    """What was printed under a code.

    `facts` are values by id and `contacts` numbers by id, as they stood on the sheet; `words`
    are all its passages in order. `as_of` is the day (ISO 8601) on which freshness was judged.
    `people` and `sheets` are for how many it was made, and of how many sheets a poster was;
    `plan` is the session plan that it keeps to, and `refresher` says that it is for a month later.
    Raises ValueError for an `as_of` that is no day.
    """

    code: str
    product: str
    lessons: tuple[str, ...]
    lang: str
    paper: str
    version: str
    as_of: str
    facts: Mapping[str, str]
    contacts: Mapping[str, str]
    words: tuple[str, ...]
    people: int = 30
    sheets: int = 1
    plan: str = ""
    refresher: bool = False

    def __post_init__(self) -> None:
        date.fromisoformat(self.as_of)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise now: `then` or `now` is "" for what came or went."""

    id: str
    then: str
    now: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What has changed between two editions of one product. All empty: it says the same."""

    facts: tuple[Change, ...]
    contacts: tuple[Change, ...]
    words: tuple[Change, ...]

    def __bool__(self) -> bool:
        """Has anything changed?"""
        return bool(self.facts or self.contacts or self.words)


def changes(then: Edition, now: Edition) -> Changes:
    """What has changed since."""
    return Changes(
        tuple(_changed(then.facts, now.facts)),
        tuple(_changed(then.contacts, now.contacts)),
        tuple(_reworded(then.words, now.words)),
    )


def _changed(then: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Change]:
    for one in dict.fromkeys((*then, *now)):
        was, is_ = then.get(one, ""), now.get(one, "")
        if was != is_:
            yield Change(one, was, is_)


def _reworded(then: tuple[str, ...], now: tuple[str, ...]) -> Iterator[Change]:
    """Passages that differ, each beside the one in its place."""
    matcher = SequenceMatcher(None, then, now, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        old, new = then[a:b], now[c:d]
        for place in range(max(len(old), len(new))):
            was = old[place] if place < len(old) else ""
            yield Change("", was, new[place] if place < len(new) else "")
