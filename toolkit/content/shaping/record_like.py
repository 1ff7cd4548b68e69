"""What the rooms for odd keys have to know of records, without knowing the records themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import Mapping as Group
from toolkit.content.reading.nodes import Node
from toolkit.language import Said


class ShapeLike(Protocol):
    """Reads a node."""

    def read(self, node: Node, desk: Desk) -> Any:
        """Its value, or something false with a problem noted."""


class KeyLike(Protocol):
    """A key of a record."""

    @property
    def shape(self) -> ShapeLike:
        """What its value must be."""

    @property
    def required(self) -> bool:
        """Must it be there?"""

    @property
    def example(self) -> str:
        """A value that somebody would type."""

    @property
    def first_line(self) -> str:
        """How its value begins on a line of its own; "" if it stands on the key's line."""

    @property
    def fits(self) -> bool:
        """May that value be put in unseen?"""


class RecordLike(Protocol):
    """A group of known keys."""

    @property
    def name(self) -> Said:
        """What it is."""

    @property
    def keys(self) -> Mapping[str, KeyLike]:
        """Its keys."""

    @property
    def hints(self) -> Mapping[str, Said]:
        """What to write instead of keys that people look for here in vain."""

    @property
    def also(self) -> frozenset[str]:
        """Keys that somebody else reads."""


class ByKindLike(Protocol):
    """A record whose keys depend on its kind."""

    @property
    def name(self) -> Said:
        """What it is."""

    @property
    def kind(self) -> KeyLike:
        """The key that tells the kind."""

    @property
    def kinds(self) -> Mapping[str, RecordLike]:
        """The record of each kind."""

    @property
    def guess(self) -> Callable[[Group], str]:
        """The kind that the other keys tell."""
