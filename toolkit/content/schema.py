"""Small shapes that a trainer's values must have, and reading them with their places.

A shape reads a node into a value, or notes at the desk what is wrong and returns
MISSING. Scalars stay text until a shape asks for a number, a date or a yes; so
nothing a trainer types turns into something else behind their back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Final, Protocol

from toolkit.content.desk import Desk, quoted
from toolkit.content.nodes import Mapping as Group
from toolkit.content.nodes import Node, Scalar, Sequence
from toolkit.content.place import Place
from toolkit.content.text import Text, parse
from toolkit.language import DEFAULT, LANGUAGES, PartialDate, Said, said


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


def _expected(node: Node, shape: Shape, desk: Desk) -> _Missing:
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

    def read(self, node: Node, desk: Desk) -> Any:
        if not isinstance(node, Scalar) or not re.fullmatch(self.pattern, node.value):
            return _expected(node, self, desk)
        return node.value.strip()


def ident() -> Words:
    """A permanent id."""
    return Words(
        said("an id (small letters a-z, digits, hyphens and dots)"),
        r"[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*",
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
            return _expected(node, self, desk)
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
            return _expected(node, self, desk)
        return word in _YES


@dataclass(frozen=True)
class Day:
    """A full date."""

    name: Said = field(default_factory=lambda: said("a full date such as 2026-11-22"))

    def read(self, node: Node, desk: Desk) -> Any:
        when = When(self.name).read(node, desk)
        if when and not when.day:
            return _expected(node, self, desk)
        return date(when.year, when.month, when.day) if when else MISSING


@dataclass(frozen=True)
class When:
    """A date as precise as it is known: year, year and month, or all three."""

    name: Said = field(default_factory=lambda: said("a date such as 2026-11-22, 2026-11 or 2026"))

    def read(self, node: Node, desk: Desk) -> Any:
        try:
            return PartialDate.parse(node.value if isinstance(node, Scalar) else "")
        except ValueError:
            return _expected(node, self, desk)


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
            missing = _expected(node, self, desk)
            if near:
                last = desk.problems.pop()
                desk.problems.append(replace(last, mend=said('Write "{word}".', word=near[0])))
            return missing
        return word if isinstance(self.words, tuple) else self.words(word)

    def _all(self) -> tuple[str, ...]:
        return self.words if isinstance(self.words, tuple) else tuple(self.words)


@dataclass(frozen=True)
class Prose:
    """Words for readers: one string, or a string for each language."""

    name: Said = field(
        default_factory=lambda: said("a text, or a text for each language (id: and en:)")
    )

    def read(self, node: Node, desk: Desk) -> Any:
        if isinstance(node, Scalar):
            if not node.value.strip():
                return _expected(node, self, desk)
            written = {DEFAULT: node}
            begun = {DEFAULT}
        elif isinstance(node, Group) and node.entries:
            written = self._written(node, desk)
            begun = set(node.entries)
        else:
            return _expected(node, self, desk)
        if not written:
            return MISSING
        self._untranslated(node.at, written, begun, desk)
        runs = {}
        for code, scalar in written.items():
            parsed = parse(scalar.value.strip())
            runs[code] = (
                parsed if scalar.inline else tuple(replace(run, offset=0) for run in parsed)
            )
        return Text(runs, {code: scalar.at for code, scalar in written.items()})

    def _written(self, node: Group, desk: Desk) -> dict[str, Scalar]:
        written = {}
        for key, (mark, value) in node.entries.items():
            if key not in LANGUAGES:
                desk.error(
                    mark.at,
                    "unknown-language",
                    said('"{key}" is not a language that Cek Dulu speaks.', key=quoted(key)),
                    said(
                        "Use {codes}; if it is part of the text, put the whole text in quotes.",
                        codes=", ".join(LANGUAGES),
                    ),
                )
            elif isinstance(value, Scalar) and value.value.strip():
                written[key] = value
            else:
                _expected(value, Words(), desk)
        return written

    def _untranslated(
        self, at: Place, written: Mapping[str, Scalar], begun: set[str], desk: Desk
    ) -> None:
        wordless = not any(letter.isalpha() for one in written.values() for letter in one.value)
        for code in LANGUAGES:
            if code not in begun and not wordless:
                desk.warning(
                    at,
                    "missing-translation",
                    said("The translation into {language} is missing.", language=_language(code)),
                    said('Add  {code}: "..."  beside the other language.', code=code),
                )


@dataclass(frozen=True)
class Name:
    """A name or a title: the same in every language, or told in each where it is descriptive."""

    name: Said = field(default_factory=lambda: said("a text"))

    def read(self, node: Node, desk: Desk) -> Any:
        if not isinstance(node, Scalar) or not node.value.strip():
            return Prose().read(node, desk)
        runs = parse(node.value.strip())
        return Text(dict.fromkeys(LANGUAGES, runs), dict.fromkeys(LANGUAGES, node.at))


def _language(code: str) -> Said:
    return said("Indonesian") if code == "id" else said("English")


@dataclass(frozen=True)
class ListOf:
    """A list of things of one shape, at least and at most so many."""

    item: Shape
    least: int = 1
    most: int = 200
    name: Said = field(default_factory=lambda: said("a list (lines that begin with a dash)"))

    def read(self, node: Node, desk: Desk) -> Any:
        if not isinstance(node, Sequence):
            return _expected(node, self, desk)
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
            return _expected(node, self, desk)
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
            values["at"] = node.at
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
            return _expected(node, self, desk)
        word = node.get("kind")
        if word is None:
            _lacks(self.name, "kind", node.at, desk)
            return MISSING
        kind = OneOf(tuple(self.kinds)).read(word, desk)
        if kind is MISSING:
            return MISSING
        rest = {key: entry for key, entry in node.entries.items() if key != "kind"}
        return self.kinds[kind].read(Group(rest, node.at), desk)
