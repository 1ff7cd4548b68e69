"""Lists and records: how a trainer's keys become one object of the model.

Whatever is wrong inside is noted with its place; what could be read is kept, so that
one run finds every mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from toolkit.content.desk import Desk, quoted
from toolkit.content.nodes import Mapping as Group
from toolkit.content.nodes import Node, Sequence
from toolkit.content.place import Place, RecordPlace
from toolkit.content.shapes import MISSING, OneOf, Partial, Shape, not_expected
from toolkit.language import Said, said


@dataclass(frozen=True)
class ListOf:
    """A list of things of one shape, at least and at most so many."""

    item: Shape
    least: int = 1
    most: int = 200
    name: Said = field(default_factory=lambda: said("a list (lines that begin with a dash)"))

    def read(self, node: Node, desk: Desk) -> Any:
        if not isinstance(node, Sequence):
            return not_expected(node, self, desk)
        if not self.least <= len(node.items) <= self.most:
            desk.error(
                node.at,
                "wrong-count",
                said(
                    "The list has {count} entries; it needs {least} to {most}.",
                    count=len(node.items),
                    least=self.least,
                    most=self.most,
                ),
                said("Add entries or take some away."),
            )
        values = [self.item.read(item, desk) for item in node.items]
        kept = [value for value in values if value is not MISSING]
        return tuple(kept) if len(kept) == len(values) else Partial(kept)


@dataclass(frozen=True)
class Key:
    """A key of a record: the shape of its value, and what stands in for it if it is left out.

    `field` is the model's name for it where that differs from the trainer's.
    """

    shape: Shape
    required: bool = True
    default: Any = None
    field: str = ""


def optional(shape: Shape, default: Any = None, field: str = "") -> Key:
    """A key that may be left out."""
    return Key(shape, required=False, default=default, field=field)


@dataclass(frozen=True)
class Record:
    """A group of known keys that becomes one object of the model."""

    name: Said
    build: Callable[..., Any]
    keys: Mapping[str, Key | Shape]
    placed: bool = True

    def read(self, node: Node, desk: Desk) -> Any:
        if not isinstance(node, Group):
            return not_expected(node, self, desk)
        before = len(desk.problems)
        values: dict[str, Any] = {}
        whole = True
        unknown = self._unknown(node, desk)
        for name, shape in self.keys.items():
            key = shape if isinstance(shape, Key) else Key(shape)
            value = node.get(name)
            if value is not None:
                read = key.shape.read(value, desk)
            elif key.required:
                read = MISSING
                if name not in unknown:
                    _lacks(self.name, name, node.at, desk)
            else:
                read = key.default
            whole = whole and read is not MISSING
            values[key.field or name] = read
        if not whole or any(one.rule == "unknown-key" for one in desk.problems[before:]):
            return MISSING
        if self.placed:
            stands = RecordPlace(*node.at)
            stands.parts = {key: value.at for key, (_, value) in node.entries.items()}
            values["at"] = stands
        return self.build(**values)

    def _unknown(self, node: Group, desk: Desk) -> set[str]:
        """Note unknown keys; returns the keys that they were probably meant to be."""
        meant = set()
        for key, (mark, _) in node.entries.items():
            if key in self.keys:
                continue
            free = [name for name in self.keys if name not in node.entries]
            near = get_close_matches(key.lower(), free, 1, cutoff=0.6)
            meant.update(near)
            desk.error(
                mark.at,
                "unknown-key",
                said('{record} has no key "{key}".', record=self.name, key=quoted(key)),
                said('Write "{key}".', key=near[0])
                if near
                else said("Known keys here are: {keys}.", keys=", ".join(self.keys)),
            )
        return meant


def _lacks(record: Said, key: str, at: Place, desk: Desk) -> None:
    desk.error(
        at,
        "missing-key",
        said('{record} lacks the key "{key}".', record=record, key=key),
        said("Add a line  {key}: ...", key=key),
    )


@dataclass(frozen=True)
class ByKind:
    """A record whose keys depend on the word after `kind:`."""

    name: Said
    kinds: Mapping[str, Record]

    def read(self, node: Node, desk: Desk) -> Any:
        if not isinstance(node, Group):
            return not_expected(node, self, desk)
        word = node.get("kind")
        if word is None:
            _lacks(self.name, "kind", node.at, desk)
            return MISSING
        kind = OneOf(tuple(self.kinds)).read(word, desk)
        if kind is MISSING:
            return MISSING
        rest = {key: entry for key, entry in node.entries.items() if key != "kind"}
        return self.kinds[kind].read(Group(rest, node.at), desk)
