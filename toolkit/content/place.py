"""Where something stands in a trainer's file, and what is wrong with it.

Every problem has a place, a sentence that says what is wrong and one that says how
to mend it. Problems are data: `telling` puts them into words, and whoever shows them
chooses the language and the colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from toolkit.language import Said


class Place(NamedTuple):
    """A spot in a file. `line` and `column` count from 1; 0 means the whole file.

    A tuple, because a library makes very many of them.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"

    def of(self, key: str) -> Place:  # noqa: ARG002 - see RecordPlace
        """Where the value of a record's key stands; the place itself if it has no such key."""
        return self


class RecordPlace(Place):
    """The place of a record, which also knows where the values of its keys stand."""

    parts: Mapping[str, Place]

    def of(self, key: str) -> Place:
        """Where the value of a key stands."""
        return self.parts.get(key, self)


NOWHERE = Place("")


class Id(str):
    """An id as a trainer typed it, which knows where it stands."""

    __slots__ = ("at",)
    at: Place

    def __new__(cls, value: str, at: Place = NOWHERE) -> Id:
        """The id `value`, standing at `at`."""
        made = super().__new__(cls, value)
        made.at = at
        return made

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Copied or kept, it is only the id."""
        return str, (str(self),)


def place_of(one: str, otherwise: Place = NOWHERE) -> Place:
    """Where an id stands; `otherwise` for one that nobody typed."""
    return one.at if isinstance(one, Id) else otherwise


class Spot(NamedTuple):
    """Where words stand, so that an offset in them becomes a place.

    `raw` is how `value` was typed, from `place` on, if that differs: on several lines, or
    with signs doubled or escaped.
    """

    place: Place
    value: str = ""
    raw: str = ""

    def at(self, offset: int) -> Place:
        """The place of the character at `offset`, counted from 0."""
        file, line, column = self.place.file, self.place.line, self.place.column
        if not self.raw:
            return Place(file, line, column + offset)
        # Folding, escaping and doubling change spaces and signs, never the order of what is
        # left: so the words are followed sign by sign through what was typed.
        at = -1
        for letter in self.value[: offset + 1]:
            if not letter.isspace():
                at = self.raw.find(letter, at + 1)
                if at < 0:
                    return self.place
        before = self.raw[: max(at, 0)]
        if "\n" not in before:
            return Place(file, line, column + len(before))
        return Place(file, line + before.count("\n"), len(before) - before.rindex("\n"))


class Severity(StrEnum):
    """An error leaves the file out of the library; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Edit:
    """A mending that needs no thought: what to put in place of a stretch of the file.

    The stretch begins at `line`, `column` and ends before `end_line`, `end_column`.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str


def instead(at: Place, old: str, new: str) -> Edit:
    """The edit that puts `new` where `old` stands, on one line."""
    return Edit(at.line, at.column, at.line, at.column + len(old), new)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line of a problem as it stands in the file, and the one before it.

    `path` leads there: the keys and ids that it stands under.
    """

    line: str
    before: str = ""
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a library: place, rule, what, and how to mend it.

    `why` says why it matters here, where the rule's own reason says too little. `because`
    is the other file whose mistakes cause this one.
    """

    place: Place
    rule: str
    what: Said
    mend: Said
    severity: Severity = Severity.ERROR
    edit: Edit | None = None
    why: Said | None = None
    excerpt: Excerpt | None = None
    because: str = ""


def in_reading_order(problems: list[Problem]) -> list[Problem]:
    """Problems by file, line and column, each once."""
    unique = {(p.place, p.rule, repr(p.what)): p for p in problems}
    return [unique[key] for key in sorted(unique)]
