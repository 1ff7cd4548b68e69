"""YAML into light nodes that know where they stand.

Reads libyaml's events instead of loading: every scalar stays the text that was
typed (a phone number keeps its zero, `no` stays a word), duplicate keys are seen,
and what laymen never need and attackers do (anchors, tags, merged keys, deep
nesting) is refused here once for all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from toolkit.content.place import Place
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.hidden import HIDDEN
from toolkit.content.reading.refusals import Refusals, Refused

DEEPEST = 24
"""Levels of nesting; a scenario's reply, the deepest thing there is, needs nine."""

PASTED = 3
"""So many keys that stand twice in a group were not typed one by one."""


class PureLoader(yaml.SafeLoader):
    """For machines without libyaml: takes `{id: Apa?}` for a text, as libyaml does."""

    def __init__(self, text: str) -> None:
        super().__init__(_QUESTION.sub(_SHIELD, text))

    def scan_plain(self) -> Any:
        """A text without quotation marks."""
        return _asking(super().scan_plain())

    def scan_flow_scalar(self, style: str) -> Any:
        """A text in quotation marks."""
        return _asking(super().scan_flow_scalar(style))

    def scan_block_scalar(self, style: str) -> Any:
        """A text on the lines below its key."""
        return _asking(super().scan_block_scalar(style))


_QUESTION = re.compile(r"(?<=\S)\?")
_SHIELD = "\ue03f"


def _asking(token: Any) -> Any:
    token.value = token.value.replace(_SHIELD, "?")
    return token


LOADER = getattr(yaml, "CSafeLoader", PureLoader)
_ODD_STARTS = frozenset(["", *"-•–—·*"])
_BLOCK_LIKE = ("->", "=>", "<-", "–>", "—>")
_ODD_ENDS = frozenset('"]}')
_ODD_LINE = re.compile(r"\n[ \t]*(?:-|[\w.-]+:|[a-z0-9.-]+(?:\n|$))")
_HEADS = frozenset({"id", "page"})
"""Keys that the entries of our lists begin with."""
_KEY_LINE = re.compile(r"(?:^|\s)[a-z_]+:(?:\s[|>]|$)|(?:^|\s)(?:id|en):\s")


_place = tuple.__new__
"""Makes a place without the detour through its named arguments, for each of very many."""


@dataclass(slots=True)
class Scalar:
    """A single value as typed. `plain` is true if it was written without quotes or block sign.

    `raw` is what was typed from `at` on, if that is not simply the value.
    """

    value: str
    at: Place
    plain: bool
    raw: str = ""


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list[Node]
    at: Place


@dataclass(slots=True)
class Mapping:
    """Keys with values, in the order of the file; keys are unique."""

    entries: dict[str, tuple[Scalar, Node]]
    at: Place

    def get(self, key: str) -> Node | None:
        """The value of a key, if it is there."""
        entry = self.entries.get(key)
        return entry[1] if entry else None


Node = Scalar | Sequence | Mapping


class SecondDocument(Exception):
    """Another document begins; nothing has been noted."""


class Reader:
    """Turns the events of one file into nodes.

    `doubtful` is true if something was read that may have been meant otherwise.
    """

    def __init__(self, text: str, desk: Desk) -> None:
        self.doubtful = False
        self._file = desk.file
        self._refusals = Refusals(desk)
        self._text = text
        self._next: Callable[[], Any] = LOADER(text).get_event
        self._depth = 0
        self._marks = 0
        self._anchors: dict[str, tuple[Node, Place, str]] = {}

    def document(self) -> Node | None:
        """The top node; None for a file that holds none.

        Raises yaml.YAMLError (and, without libyaml, ValueError) for what is no YAML, Refused
        for what is not read on, and SecondDocument.
        """
        top: Node | None = None
        documents = 0
        while not isinstance(event := self._next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise SecondDocument
                if event.version or event.tags:
                    self._refusals.directive(self._text)
            elif isinstance(event, yaml.NodeEvent):
                top = self._node(event)
        return top

    def _node(self, event: Any) -> Node:
        # By type and without further calls where it can be: a library has very many of them.
        kind = type(event)
        if kind is yaml.AliasEvent:
            return self._alias(event)
        if event.anchor is not None or event.tag is not None:
            return self._marked(event)
        if kind is yaml.ScalarEvent:
            return self._scalar(event)
        self._depth += 1
        if self._depth > DEEPEST:
            self._refusals.too_deep(self._place(event), DEEPEST)
            raise Refused
        node = self._sequence(event) if kind is yaml.SequenceStartEvent else self._mapping(event)
        self._depth -= 1
        return node

    def _scalar(self, event: Any) -> Scalar:
        style, value = event.style, event.value
        start, end = event.start_mark, event.end_mark
        at = self._place(event)
        if not style and start.line == end.line:
            if value[:1] in _ODD_STARTS or value[-1:] in _ODD_ENDS:
                self._doubt(value)
            return Scalar(value, at, True)
        typed = self._text[start.index : end.index]
        if style in ("|", ">"):
            if (style == ">" and "\n " in value) or (":" in value and _KEY_LINE.search(value)):
                self.doubtful = True
            # The sign and what belongs to it stand before the words.
            typed = " " * typed.find("\n") + typed[typed.find("\n") :]
        elif style:
            at = _place(Place, (at.file, at.line, at.column + 1))
            typed = typed[1:-1]
            if "\\" in typed and HIDDEN.search(value):
                value = self._refusals.spelt_out(value, typed, at)
        elif _ODD_LINE.search(typed) or value.startswith(_BLOCK_LIKE):
            self.doubtful = True
        return Scalar(value, at, not style, "" if typed == value else typed)

    def _doubt(self, value: str) -> None:
        """A text may well end with a mark or a bracket, if it is opened in it too."""
        end = value[-1:]
        opening = {"]": "[", "}": "{"}.get(end, end)
        paired = (
            value.count('"') % 2 == 0 if end == '"' else value.count(opening) >= value.count(end)
        )
        if value[:1] in _ODD_STARTS or not paired:
            self.doubtful = True

    def _sequence(self, start: yaml.Event) -> Sequence:
        items = []
        following, node = self._next, self._node
        while type(event := following()) is not yaml.SequenceEndEvent:
            items.append(node(event))
        return Sequence(items, self._place(start))

    def _mapping(self, start: yaml.Event) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        again: list[tuple[Scalar, Node]] | None = None
        flow = start.flow_style  # type: ignore[attr-defined]
        following, node = self._next, self._node
        while type(event := following()) is not yaml.MappingEndEvent:
            key = node(event)
            value = node(following())
            if not isinstance(key, Scalar):
                self.doubtful = True
                self._refusals.odd_key(key.at)
                continue
            if flow and (":" in key.value or (isinstance(value, Scalar) and not value.value)):
                self.doubtful = True
            if key.value in entries:
                self.doubtful = True
                if again is None:
                    again = []
                again.append((key, value))
            elif key.value == "<<" and key.plain:
                self._refusals.merged(key.at)
            else:
                entries[key.value] = (key, value)
        if again:
            self._repeated(entries, again)
        return Mapping(entries, self._place(start))

    def _repeated(
        self, entries: dict[str, tuple[Scalar, Node]], again: list[tuple[Scalar, Node]]
    ) -> None:
        """Keys that their group has already; many of them are a part that was pasted twice."""
        if len(again) >= PASTED:
            first = again[0][0]
            before = entries[first.value][0].at.line
            head = next(iter(entries))
            if head in _HEADS and all(key.value != head for key, _ in again):
                self._refusals.headless(first.at, first.value, head)
                return
            self._refusals.pasted(first.at, first.value, before, len(again))
            return
        for key, value in again:
            told = value.value if isinstance(value, Scalar) and not value.raw else "…"
            self._refusals.duplicate(key.at, key.value, told, entries[key.value][0].at.line)

    def _place(self, event: Any) -> Place:
        start = event.start_mark
        return _place(Place, (self._file, start.line + 1, start.column + 1))

    def _typed(self, event: yaml.Event) -> str:
        """What stands in the file for an event, if it is on one line."""
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        typed: str = self._text[start.index : end.index].rstrip()
        return typed if "\n" not in typed else ""

    def _marked(self, event: Any) -> Node:
        """A node with a name or an order before it, read without these."""
        name, at = event.anchor, self._place(event)
        self._marks += 1
        self._named(event)
        event.anchor = event.tag = None
        line = self._text[event.start_mark.index :].split("\n", 1)[0]
        words = line.split(maxsplit=1)
        node = self._node(event)
        if name and line.startswith("&"):
            self._anchors[name] = (node, at, words[1].strip() if len(words) > 1 else "")
        return node

    def _alias(self, event: Any) -> Node:
        at, typed = self._place(event), self._typed(event)
        # With several, one could stand inside the other without end.
        if event.anchor in self._anchors and self._marks == 1:
            node, first, value = self._anchors[event.anchor]
            self._refusals.repeated(at, typed, first.line, value)
            return node
        self._refusals.unquoted(at, typed, "anchor")
        return Scalar(typed, at, True)

    def _named(self, event: Any) -> None:
        """Refuse an anchor or a tag before a value: most often it is a text without quotes."""
        at, typed = self._place(event), self._typed(event)
        plain = isinstance(event, yaml.ScalarEvent) and not event.style
        rule = "anchor" if event.anchor else "tag"
        if plain and typed[:1] in ("&", "!"):
            self._refusals.unquoted(at, typed, rule)
            return
        start = event.start_mark
        assert start is not None
        written = re.match(r"\S*", self._text[start.index :])
        self._refusals.beside(at, rule, written[0] if written else "")
