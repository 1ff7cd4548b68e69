"""Words that people read: parsed once into runs, rendered by each room its own way.

`**strong**`, `{fact:id}`, `{contact:id}` and `{term:id}` are the only forms; whatever
else a trainer types, brackets, stars and markup included, stays literal. Nothing
here knows a screen or a sheet of paper, so no room has to trust a trainer's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, Protocol

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


class Typed(Protocol):
    """Words as they stand in a file: the value, where it begins, and how it was typed."""

    value: str
    at: Place
    raw: str


class Text:
    """Words in one or more languages, keyed by language code. Never changed once it is made.

    A library holds very many, of which few are asked for more than their bare words: so the
    runs of a text that was read are made when somebody first asks for them.
    """

    __slots__ = ("_runs", "_spots", "_typed")
    _runs: Mapping[str, tuple[Run, ...]] | None
    _spots: Mapping[str, Spot] | None
    _typed: Mapping[str, Typed]

    def __init__(
        self, runs: Mapping[str, tuple[Run, ...]], spots: Mapping[str, Spot] | None = None
    ) -> None:
        self._runs = runs
        self._spots = spots or {}
        self._typed = {}

    @classmethod
    def read(cls, typed: Mapping[str, Typed]) -> Text:
        """A text as it stands in a file; all its inline forms are whole."""
        made = cls.__new__(cls)
        made._runs = made._spots = None
        made._typed = typed
        return made

    @property
    def runs(self) -> Mapping[str, tuple[Run, ...]]:
        """The words of each language, split into runs."""
        if self._runs is None:
            self._runs = {code: parse(one.value.strip()) for code, one in self._typed.items()}
        return self._runs

    @property
    def spots(self) -> Mapping[str, Spot]:
        """Where the words of each language stand."""
        if self._spots is None:
            self._spots = {code: spot_of(one) for code, one in self._typed.items()}
        return self._spots

    def bare(self) -> Iterator[tuple[str, str | None]]:
        """Each language with its words; None instead of words that hold more than words."""
        if self._runs is None:
            for code, one in self._typed.items():
                words = one.value
                yield code, None if "{" in words or "**" in words else words.strip()
            return
        for code, runs in self._runs.items():
            first = runs[0]
            lone = len(runs) == 1 and first.kind is Kind.WORDS and not first.strong
            yield code, first.value if lone else None

    def languages(self) -> frozenset[str]:
        """The languages it is written in."""
        return frozenset(self.runs if self._runs is not None else self._typed)

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

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.runs == other.runs

    def __hash__(self) -> int:
        return hash(frozenset(self.runs.items()))

    def __repr__(self) -> str:
        return f"Text({dict(self.runs)!r})"


def spot_of(typed: Typed) -> Spot:
    """Where words stand that were read from a file."""
    value, at = typed.value, typed.at
    if typed.raw:
        return Spot(at, value.strip(), typed.raw)
    indent = len(value) - len(value.lstrip())
    return Spot(Place(at.file, at.line, at.column + indent) if indent else at)


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
