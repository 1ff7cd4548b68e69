"""Words that people read: parsed once into runs, rendered by each room its own way.

`**strong**`, `{fact:id}`, `{contact:id}` and `{term:id}` are the only forms; whatever
else a trainer types, brackets, stars and markup included, stays literal. Nothing
here knows a screen or a sheet of paper, so no room has to trust a trainer's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from toolkit.content.place import NOWHERE, Place, Spot


class Kind(StrEnum):
    """What a run is: plain words, or a reference to a record of that kind."""

    WORDS = "words"
    FACT = "fact"
    CONTACT = "contact"
    TERM = "term"


class Run(NamedTuple):
    """A stretch of text. `value` holds the words, or the id that is referred to.

    `offset` is where it starts in the trainer's text, in characters; it does not count
    when runs are compared.
    """

    kind: Kind
    value: str
    strong: bool = False
    offset: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Run) and self[:3] == other[:3]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:3])


@dataclass(frozen=True, slots=True)
class Text:
    """Words in one or more languages, keyed by language code."""

    runs: Mapping[str, tuple[Run, ...]]
    spots: Mapping[str, Spot] = field(default_factory=dict, compare=False, repr=False)

    def languages(self) -> frozenset[str]:
        """The languages it is written in."""
        return frozenset(self.runs)

    def references(self) -> Iterator[tuple[str, Run]]:
        """Every fact, contact and term it refers to, with the language it stands in."""
        for code, runs in self.runs.items():
            for run in runs:
                if run.kind is not Kind.WORDS:
                    yield code, run

    def place(self, code: str = "", offset: int = 0) -> Place:
        """Where a character of that language's words (or the first one's) stands."""
        spot = self.spots.get(code) or next(iter(self.spots.values()), None)
        return spot.at(offset) if spot else NOWHERE


_FORM = re.compile(r"\*\*|\{(fact|contact|term):([a-z0-9][a-z0-9.-]*)\}")


def parse(words: str) -> tuple[Run, ...]:
    """Split a trainer's words into runs.

    A `**` without its partner is two stars. Any string parses; nothing is lost:
    what is not one of the four forms comes back as it was typed.
    """
    if "{" not in words and "**" not in words:
        return (Run(Kind.WORDS, words),)
    pairs = words.count("**") // 2 * 2
    runs: list[Run] = []
    strong = False
    start = 0
    for form in _FORM.finditer(words):
        stars = form[0] == "**"
        if stars and not pairs:
            continue
        if form.start() > start:
            runs.append(Run(Kind.WORDS, words[start : form.start()], strong, start))
        if stars:
            strong = not strong
            pairs -= 1
        else:
            runs.append(Run(Kind(form[1]), form[2], strong, form.start()))
        start = form.end()
    if start < len(words) or not runs:
        runs.append(Run(Kind.WORDS, words[start:], strong, start))
    return tuple(runs)


def written(runs: tuple[Run, ...]) -> str:
    """Runs as a trainer types them: what `parse` reads as the same runs."""
    pieces = []
    strong = False
    for run in runs:
        if run.strong is not strong:
            pieces.append("**")
            strong = run.strong
        pieces.append(run.value if run.kind is Kind.WORDS else f"{{{run.kind}:{run.value}}}")
    if strong:
        pieces.append("**")
    return "".join(pieces)
