"""The shape a trainer's value must have: words, a number, a date, a yes, one of a few.

A shape reads a node into a value, or notes at the desk what is wrong and returns
MISSING. Scalars stay text until a shape asks for a number, a date or a yes; so
nothing a trainer types turns into something else behind their back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Final, Protocol

from toolkit.content.desk import Desk, quoted
from toolkit.content.nodes import Mapping as Group
from toolkit.content.nodes import Node, Scalar, Sequence
from toolkit.content.place import Id
from toolkit.language import PartialDate, Said, said


class _Missing:
    """The value of something that could not be read."""

    def __bool__(self) -> bool:
        return False


MISSING: Final = _Missing()


class Partial(tuple[Any, ...]):
    """A list of which some entries could not be read: what is not in it may yet exist."""


class Shape(Protocol):
    """Reads a node."""

    @property
    def name(self) -> Said:
        """What the node should have been, as in "should be a list"."""

    def read(self, node: Node, desk: Desk) -> Any:
        """The value, or MISSING with a problem noted."""


def not_expected(node: Node, shape: Shape, desk: Desk) -> _Missing:
    """Note that something else, or nothing, stands where `shape` should be."""
    empty = isinstance(node, Scalar) and not node.value.strip()
    if empty:
        desk.error(
            node.at,
            "empty",
            said("Here should be {shape}, but nothing is written.", shape=shape.name),
            said("Write it after the colon, or delete the whole line if it is not needed."),
        )
    else:
        desk.error(
            node.at,
            "wrong-type",
            said(
                "Here should be {shape}, but there is {found}.",
                shape=shape.name,
                found=_found(node),
            ),
            said("Compare with the same place in a lesson that works."),
        )
    return MISSING


def _found(node: Node) -> Said:
    if isinstance(node, Sequence):
        return said("a list")
    if isinstance(node, Group):
        return said("a group of keys")
    return said('"{value}"', value=quoted(node.value))


@dataclass(frozen=True)
class Words:
    """Plain words that are the same in every language: a name, a title as published."""

    name: Said = field(default_factory=lambda: said("a text"))
    pattern: str = r"(?s).*\S.*"
    placed: bool = False

    def read(self, node: Node, desk: Desk) -> Any:
        if not isinstance(node, Scalar) or not re.fullmatch(self.pattern, node.value):
            return not_expected(node, self, desk)
        words = node.value.strip()
        return Id(words, node.at) if self.placed else words


def ident() -> Words:
    """A permanent id."""
    return Words(
        said("an id (small letters a-z, digits, hyphens and dots)"),
        r"[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*",
        placed=True,
    )


@dataclass(frozen=True)
class Whole:
    """A whole number, written without quotes and without dots or commas."""

    lowest: int = 0
    highest: int = 10**12
    name: Said = field(default_factory=lambda: said("a whole number without dots or commas"))

    def read(self, node: Node, desk: Desk) -> Any:
        if (
            not isinstance(node, Scalar)
            or not node.plain
            or not re.fullmatch(r"0|[1-9]\d*", node.value)
        ):
            return not_expected(node, self, desk)
        if len(node.value) > 15 or not self.lowest <= int(node.value) <= self.highest:
            desk.error(
                node.at,
                "out-of-range",
                said(
                    "{number} is not between {low} and {high}.",
                    number=quoted(node.value),
                    low=self.lowest,
                    high=self.highest,
                ),
                said("Write a number in between."),
            )
            return MISSING
        return int(node.value)


_YES = frozenset({"true", "yes", "ya", "benar"})
_NO = frozenset({"false", "no", "tidak", "salah"})


@dataclass(frozen=True)
class YesNo:
    """true or false; ya, tidak, benar and salah are understood as well."""

    name: Said = field(default_factory=lambda: said("true or false"))

    def read(self, node: Node, desk: Desk) -> Any:
        word = node.value.lower() if isinstance(node, Scalar) else ""
        if word not in _YES | _NO:
            return not_expected(node, self, desk)
        return word in _YES


@dataclass(frozen=True)
class Day:
    """A full date."""

    name: Said = field(default_factory=lambda: said("a full date such as 2026-11-22"))

    def read(self, node: Node, desk: Desk) -> Any:
        when = When(self.name).read(node, desk)
        if when and not when.day:
            return not_expected(node, self, desk)
        return date(when.year, when.month, when.day) if when else MISSING


@dataclass(frozen=True)
class When:
    """A date as precise as it is known: year, year and month, or all three."""

    name: Said = field(default_factory=lambda: said("a date such as 2026-11-22, 2026-11 or 2026"))

    def read(self, node: Node, desk: Desk) -> Any:
        try:
            return PartialDate.parse(node.value if isinstance(node, Scalar) else "")
        except ValueError:
            return not_expected(node, self, desk)


@dataclass(frozen=True)
class OneOf:
    """One of a few words, given as an enumeration or as the words themselves."""

    words: type[StrEnum] | tuple[str, ...]

    @property
    def name(self) -> Said:
        """What should stand there."""
        return said("one of these words: {words}", words=", ".join(self._all()))

    def read(self, node: Node, desk: Desk) -> Any:
        word = node.value if isinstance(node, Scalar) else ""
        if word not in self._all():
            near = get_close_matches(word.lower(), self._all(), 1)
            missing = not_expected(node, self, desk)
            if near:
                last = desk.problems.pop()
                desk.problems.append(replace(last, mend=said('Write "{word}".', word=near[0])))
            return missing
        return word if isinstance(self.words, tuple) else self.words(word)

    def _all(self) -> tuple[str, ...]:
        return self.words if isinstance(self.words, tuple) else tuple(self.words)
