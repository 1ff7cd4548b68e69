"""Lists and records: how a trainer's keys become one object of the model.

Whatever is wrong inside is noted with its place; what could be read is kept, so that
one run finds every mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from toolkit.content.place import RecordPlace
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import Mapping as Group
from toolkit.content.reading.nodes import Node, Scalar, Sequence
from toolkit.content.shaping.keys import Key
from toolkit.content.shaping.shapes import MISSING, UNFILLED, Partial, Shape
from toolkit.language import Said, said


@dataclass(frozen=True, eq=False)
class ListOf:
    """A list of things of one shape, at least and at most so many."""

    item: Shape
    least: int = 1
    most: int = 200
    name: Said = field(default_factory=lambda: said("a list (lines that begin with a dash)"))

    @property
    def sample(self) -> str:
        """A list with one entry."""
        return f"[{{{self.item.sample}}}]" if self.first_line else f"[{self.item.sample}]"

    @property
    def first_line(self) -> str:
        """How it begins on lines of its own, if its entries are records."""
        return f"- {self.item.sample}" if hasattr(self.item, "first_line") else ""

    def read(self, node: Node, desk: Desk) -> Any:
        if not isinstance(node, Sequence):
            return self._single(node, desk)
        if not self.least <= len(node.items) <= self.most:
            from toolkit.content.shaping import mismatch

            mismatch.wrong_count(node, self.least, self.most, self._another(node, desk), desk)
        values = []
        read = self.item.read
        whole = True
        for item in node.items:
            value = read(item, desk) if item.__class__ is not Sequence else self._deeper(item, desk)
            if value is MISSING:
                whole = False
            else:
                values.append(value)
        return tuple(values) if whole else Partial(values)

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        return Partial(())

    def _single(self, node: Node, desk: Desk) -> Any:
        """No list, but perhaps its only entry: it is read, so that its own mistakes are told."""
        from toolkit.content.shaping import mismatch

        if isinstance(node, Scalar) and mismatch.unfilled(node):
            mismatch.not_filled_in(node, self.sample, desk)
            return MISSING
        simple = not isinstance(self.item, Record | ByKind) and "{" not in self.item.sample
        mismatch.list_expected(node, self.sample, simple, desk)
        if isinstance(node, Group) and isinstance(self.item, Record | ByKind):
            return Partial(self.read(Sequence([node], node.at), desk))
        return MISSING

    def _another(self, node: Sequence, desk: Desk) -> str:
        """An entry that could be added."""
        from toolkit.content.shaping import examples, typed

        another = examples.entry(self.item, node, desk) or self.item.sample
        keys = hasattr(self.item, "first_line")
        return f"{{{another}}}" if keys and typed.in_brackets(node, desk) else another

    def _deeper(self, node: Sequence, desk: Desk) -> Any:
        from toolkit.content.shaping import mismatch

        mismatch.list_in_list(node, desk)
        return MISSING


@dataclass(frozen=True, eq=False)
class Record:
    """A group of known keys that becomes one object of the model.

    `hints` tell for keys that people look for here in vain what to write instead. `also` are
    keys that somebody else reads.
    """

    name: Said
    build: Callable[..., Any]
    keys: Mapping[str, Key]
    placed: bool = True
    hints: Mapping[str, Said] = field(default_factory=dict)
    also: frozenset[str] = frozenset()
    _all: tuple[tuple[str, str, Key, Callable[[Node, Desk], Any]], ...] = field(init=False)
    _names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        steps = tuple(
            (name, key.field or name, key, key.shape.read) for name, key in self.keys.items()
        )
        object.__setattr__(self, "_all", steps)
        object.__setattr__(self, "_names", self.also.union(self.keys))

    @property
    def sample(self) -> str:
        """How such a record begins."""
        name, key = next(iter(self.keys.items()))
        return f"{name}: {key.example}"

    @property
    def first_line(self) -> str:
        """How it begins on lines of its own."""
        return self.sample

    def read(self, node: Node, desk: Desk) -> Any:
        if not isinstance(node, Group):
            return self._no_keys(node, desk)
        entries = node.entries
        if not entries or not entries.keys() <= self._names:
            return self._odd(node, desk)
        return self._built(node, entries, desk)

    def knows(self, node: Group) -> bool:
        """Are all keys that stand there known?"""
        return node.entries.keys() <= self._names

    def unread(self, node: Node) -> Any:
        """A record of nothing but stand-ins, where every key has one."""
        if self.build is dict:
            return MISSING
        values = {
            key.field or name: key.shape.unread(node) if key.required else key.default
            for name, key in self.keys.items()
        }
        if any(value is MISSING for value in values.values()):
            return MISSING
        return self.build(**values)

    def _built(self, node: Group, entries: Mapping[str, tuple[Scalar, Node]], desk: Desk) -> Any:
        values: dict[str, Any] = {}
        lacking = []
        whole = True
        for name, called, key, read in self._all:
            entry = entries.get(name)
            if entry is not None:
                given = entry[1]
                if isinstance(given, Scalar) and given.value in UNFILLED:
                    value = self._given(node, name, given, desk)
                else:
                    value = read(given, desk)
                if value is MISSING:
                    value = key.shape.unread(given)
            elif key.required:
                lacking.append(name)
                value = key.shape.unread(node)
            else:
                value = key.default
            if value is MISSING:
                whole = False
            values[called] = value
        if lacking:
            from toolkit.content.shaping import odd_keys

            odd_keys.lacking(self, lacking, node, desk)
        if not whole:
            return MISSING
        if self.placed:
            stands = RecordPlace(*node.at)
            stands.parts = {key: value.at for key, (_, value) in entries.items()}
            values["at"] = stands
        return self.build(**values)

    def _given(self, node: Group, name: str, given: Scalar, desk: Desk) -> Any:
        """The value of a key that may not have been filled in."""
        from toolkit.content.shaping import examples, mismatch

        key = self.keys[name]
        if not mismatch.unfilled(given):
            return key.shape.read(given, desk)
        if key.first_line and key.required:
            mismatch.nothing_below(given, examples.first_line(self, name, node, desk), desk)
        else:
            sample = examples.value(self, name, node, desk)
            mismatch.not_filled_in(given, sample, desk, optional=not key.required)
        return MISSING

    def _odd(self, node: Group, desk: Desk) -> Any:
        """Read on where keys are unknown, misplaced or all lacking."""
        from toolkit.content.shaping import mismatch, odd_keys

        if not node.entries:
            needed = [name for name, key in self.keys.items() if key.required]
            odd_keys.lacking(self, needed, node, desk)
            return MISSING
        if odd_keys.only_words(self, node):
            mismatch.words_for_record(node, self.name, desk)
            return MISSING
        homes = list(records(desk.form)) if isinstance(desk.form, Record) else []
        return self._built(node, odd_keys.settled(self, node, homes, desk), desk)

    def _no_keys(self, node: Node, desk: Desk) -> Any:
        from toolkit.content.shaping import mismatch

        if isinstance(node, Scalar) and mismatch.unfilled(node):
            mismatch.not_filled_in(node, f"{{{self.sample}}}", desk)
            return MISSING
        mismatch.keys_expected(node, self.name, self.sample, desk)
        if isinstance(node, Sequence) and len(node.items) == 1 and isinstance(node.items[0], Group):
            self.read(node.items[0], desk)
        return MISSING


@dataclass(frozen=True, eq=False)
class ByKind:
    """A record whose keys depend on the word after `kind:`.

    `kind` is that key. `guess` tells from the other keys which kind is meant, "" if it cannot.
    """

    name: Said
    kind: Key
    kinds: Mapping[str, Record]
    guess: Callable[[Group], str]

    @property
    def sample(self) -> str:
        """How such a record begins."""
        return next(iter(self.kinds.values())).sample

    @property
    def first_line(self) -> str:
        """How it begins on lines of its own."""
        return self.sample

    def read(self, node: Node, desk: Desk) -> Any:
        if isinstance(node, Group) and "kind" in node.entries:
            word = node.entries["kind"][1]
            record = self.kinds.get(word.value) if isinstance(word, Scalar) else None
            if record is not None and record.knows(node):
                return record.read(node, desk)
        return self._odd(node, desk)

    def unread(self, node: Node) -> Any:  # noqa: ARG002 - every shape's is called alike
        return MISSING

    def _odd(self, node: Node, desk: Desk) -> Any:
        """Read on where the kind is lacking, unknown, or not that of the other keys."""
        from toolkit.content.shaping import mismatch, odd_kind

        if not isinstance(node, Group):
            mismatch.keys_expected(node, self.name, self.sample, desk)
            return MISSING
        kind, rest = odd_kind.settled(self, node, desk)
        if kind:
            return self.kinds[kind].read(rest, desk)
        odd_kind.read_common(list(self.kinds.values()), rest, desk)
        return MISSING


@runtime_checkable
class Alternatives(Protocol):
    """A shape that reads one of several records."""

    @property
    def alternatives(self) -> tuple[Record, ...]:
        """The records, one of which it reads."""


def records(shape: Shape, under: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Record]]:
    """Every record within a shape, itself first, with the keys that lead to it."""
    if isinstance(shape, ListOf):
        yield from records(shape.item, under)
    elif isinstance(shape, ByKind):
        for one in shape.kinds.values():
            yield from records(one, under)
    elif isinstance(shape, Alternatives):
        for one in shape.alternatives:
            yield from records(one, under)
    elif isinstance(shape, Record):
        yield under, shape
        for name, key in shape.keys.items():
            yield from records(key.shape, (*under, name))
