"""The shape a trainer's value must have: words, a number, a date, a yes, one of a few.

A shape reads a node into a value, or notes at the desk what is wrong and returns
MISSING. Scalars stay text until a shape asks for a number, a date or a yes; so
nothing a trainer types turns into something else behind their back.

What is said when something is wrong stands in `misread` and `mismatch`; they are
loaded when it is needed first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final, Protocol

from toolkit.content.place import Id
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import Node, Scalar
from toolkit.language import PartialDate, Said, said


class _Missing:
    """The value of something that could not be read."""

    def __bool__(self) -> bool:
        return False


MISSING: Final = _Missing()


UNFILLED = frozenset({"", "~", "null", "Null", "NULL"})
"""What stands, unquoted, where nothing has been filled in yet."""


class Partial(tuple[Any, ...]):
    """A list of which some entries could not be read: what is not in it may yet exist."""


class Shape(Protocol):
    """Reads a node."""

    @property
    def name(self) -> Said:
        """What the node should have been, as in "should be a list"."""

    @property
    def sample(self) -> str:
        """A value of this shape as somebody would type it."""

    def read(self, node: Node, desk: Desk) -> Any:
        """The value, or MISSING with a problem noted."""

    def unread(self, node: Node) -> Any:
        """What may stand in, in a file that is left out anyway, for a value that could not be read.

        MISSING if nothing can, because what is checked next would be wrong about it.
        """


@dataclass(frozen=True, eq=False)
class Words:
    """Plain words that are the same in every language: a name, a title as published."""

    name: Said = field(default_factory=lambda: said("a text"))
    sample: str = "…"

    def read(self, node: Node, desk: Desk) -> Any:
        if isinstance(node, Scalar) and (words := node.value.strip()):
            return words
        from toolkit.content.shaping import misread

        misread.words(node, self.name, self.sample, desk)
        return MISSING

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        return "…"


@dataclass(frozen=True, eq=False)
class Ident:
    """A permanent id, or a reference to one."""

    sample: str = "surat-1"
    name: Said = field(
        default_factory=lambda: said("an id (small letters a-z, digits, hyphens and dots)")
    )
    pattern: str = r"[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*"

    def read(self, node: Node, desk: Desk) -> Any:
        if isinstance(node, Scalar) and _IDENT(node.value):
            return Id(node.value, node.at)
        from toolkit.content.shaping import misread

        likely = misread.ident(node, self.sample, desk)
        return Id(likely, node.at) if likely else MISSING

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        return MISSING


_IDENT = re.compile(Ident.pattern).fullmatch


def ident(sample: str = "surat-1") -> Ident:
    """A permanent id."""
    return Ident(sample)


@dataclass(frozen=True, eq=False)
class Dial:
    """What a telephone dials or a browser opens."""

    name: Said = field(
        default_factory=lambda: said(
            "what to dial (digits and +), or an address that begins with https://"
        )
    )
    sample: str = "+62…"
    pattern: str = r"\+?\d{3,15}|https://[\x21-\x7e]+"

    def read(self, node: Node, desk: Desk) -> Any:
        if isinstance(node, Scalar) and _DIAL(node.value):
            return node.value
        from toolkit.content.shaping import misread

        return misread.dial(node, self.name, self.sample, desk) or MISSING

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        return "000"


_DIAL = re.compile(Dial.pattern).fullmatch


@dataclass(frozen=True, eq=False)
class Whole:
    """A whole number, written without quotes and without dots or commas."""

    lowest: int = 0
    highest: int = 10**12
    name: Said = field(default_factory=lambda: said("a whole number without dots or commas"))
    pattern: str = r"0|[1-9]\d*"

    @property
    def sample(self) -> str:
        """A small number within the bounds."""
        return str(min(max(self.lowest, 5), self.highest))

    def read(self, node: Node, desk: Desk) -> Any:
        if isinstance(node, Scalar) and node.plain and _WHOLE(node.value) and len(node.value) < 16:
            number = int(node.value)
            if self.lowest <= number <= self.highest:
                return number
        from toolkit.content.shaping import misread

        likely = misread.number(node, self.lowest, self.highest, desk)
        return int(likely) if likely else MISSING

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        return self.lowest


_WHOLE = re.compile(Whole.pattern).fullmatch


@dataclass(frozen=True, eq=False)
class YesNo:
    """true or false; ya, tidak, benar, salah and their like are understood as well."""

    name: Said = field(default_factory=lambda: said("true or false"))
    sample: str = "true"

    def read(self, node: Node, desk: Desk) -> Any:
        if isinstance(node, Scalar):
            if node.value == "true":
                return True
            if node.value == "false":
                return False
        from toolkit.content.shaping import misread, readings

        word = node.value.strip().lower() if isinstance(node, Scalar) else ""
        if word in readings.YES:
            return True
        if word in readings.NO:
            return False
        misread.yes_or_no(node, desk)
        return MISSING

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        return MISSING


def _date(node: Node) -> PartialDate | None:
    """A date as it should be written, or None."""
    try:
        return PartialDate.parse(node.value) if isinstance(node, Scalar) else None
    except ValueError:
        return None


@dataclass(frozen=True, eq=False)
class When:
    """A date as precise as it is known: year, year and month, or all three."""

    name: Said = field(default_factory=lambda: said("a date such as 2026-11-22, 2026-11 or 2026"))
    sample: str = "2026-11-22"

    def read(self, node: Node, desk: Desk) -> Any:
        if when := _date(node):
            return when
        from toolkit.content.shaping import misread

        likely = misread.date(node, False, desk)
        return PartialDate.parse(likely) if likely else MISSING

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        return MISSING


@dataclass(frozen=True, eq=False)
class Day:
    """A full date."""

    name: Said = field(default_factory=lambda: said("a full date such as 2026-11-22"))
    sample: str = "2027-11-22"

    def read(self, node: Node, desk: Desk) -> Any:
        when = _date(node)
        if when and when.day:
            return date(when.year, when.month, when.day)
        from toolkit.content.shaping import misread

        likely = misread.date(node, True, desk)
        return date.fromisoformat(likely) if likely else MISSING

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        return MISSING


@dataclass(frozen=True, eq=False)
class OneOf:
    """One of a few words, given as an enumeration or as the words themselves.

    `means` tells for each word, in the same order, what it stands for.
    """

    words: type[StrEnum] | tuple[str, ...]
    means: tuple[Said, ...] = ()
    known: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {str(one): one for one in self.words})

    @property
    def name(self) -> Said:
        """What should stand there."""
        return said("one of these words: {words}", words=", ".join(self.known))

    @property
    def sample(self) -> str:
        """The first of the words."""
        return next(iter(self.known))

    def read(self, node: Node, desk: Desk) -> Any:
        if isinstance(node, Scalar) and node.value in self.known:
            return self.known[node.value]
        from toolkit.content.shaping import misread

        near = misread.word(node, list(self.known), desk)
        return self.known[near] if near else MISSING

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        return list(self.known.values())[-1]
