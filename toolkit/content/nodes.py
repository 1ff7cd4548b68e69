"""YAML into light nodes that know where they stand.

Reads libyaml's events instead of loading: every scalar stays the text that was
typed (a phone number keeps its zero, `no` stays a word), duplicate keys are seen,
and what laymen never need and attackers do (anchors, tags, merged keys, several
documents, deep nesting) is refused here once for all.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from toolkit.content.desk import Desk, quoted
from toolkit.content.place import Place
from toolkit.language import Said, said

DEEPEST = 24
"""Levels of nesting; a scenario's reply, the deepest thing there is, needs nine."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


class _Refused(Exception):
    """Reading cannot go on; the problem has been noted."""


def nodes(text: str, desk: Desk) -> Mapping | None:
    """The top mapping of a file, or None if there is none to be had."""
    try:
        top = _Reader(text, desk).document()
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        _explain(error, text, desk)
        return None
    if isinstance(top, Mapping):
        return top
    desk.error(
        top.at if top else Place(desk.file, 1, 1),
        "empty-file" if top is None else "not-keys",
        said("The file is empty.") if top is None else said("The file does not begin with a key."),
        said("Begin with a line such as  lesson: name-of-the-lesson"),
    )
    return None


class _Reader:
    """Turns the events of one file into nodes."""

    def __init__(self, text: str, desk: Desk) -> None:
        self._desk = desk
        self._text = text
        self._events = yaml.parse(text, Loader=_LOADER)
        self._depth = 0

    def document(self) -> Node | None:
        top: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(
                        event,
                        "several-documents",
                        said("A second document begins here with three dashes."),
                        said("Delete the line with the dashes, or make it a file of its own."),
                    )
            elif isinstance(event, yaml.NodeEvent):
                top = self._node(event)
        return top

    def _node(self, event: yaml.Event) -> Node:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._refuse(
                event,
                "anchor",
                said("A text that begins with & or * means something special in YAML."),
                said(
                    "Put the whole text in quotes; if you meant to repeat a part, write it out again."
                ),
            )
        if getattr(event, "tag", None) not in (None, "!"):
            self._refuse(
                event,
                "tag",
                said("A text that begins with ! means something special in YAML."),
                said("Put the whole text in quotes."),
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse(
                event,
                "too-deep",
                said("Things stand inside each other more than {deep} levels deep.", deep=DEEPEST),
                said("Check the spaces at the beginning of the lines and the brackets."),
            )
        node = (
            self._sequence(event)
            if isinstance(event, yaml.SequenceStartEvent)
            else self._mapping(event)
        )
        self._depth -= 1
        return node

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        at = self._place(event)
        style = event.style
        start, end = event.start_mark, event.end_mark
        assert start is not None
        assert end is not None
        if not style and start.line == end.line:
            return Scalar(event.value, at, True)
        typed = self._text[start.index : end.index]
        if style in ("|", ">"):
            # The sign and what belongs to it stand before the words.
            typed = " " * typed.find("\n") + typed[typed.find("\n") :]
        elif style:
            at = Place(at.file, at.line, at.column + 1)
            typed = typed[1:-1]
        return Scalar(event.value, at, not style, "" if typed == event.value else typed)

    def _sequence(self, start: yaml.Event) -> Sequence:
        items = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event))
        return Sequence(items, self._place(start))

    def _mapping(self, start: yaml.Event) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event)
            value = self._node(next(self._events))
            if not isinstance(key, Scalar):
                self._desk.error(
                    key.at,
                    "odd-key",
                    said("A list or a group stands where a key should be."),
                    said(
                        "Write a single word before the colon; put texts in curly brackets into quotes."
                    ),
                )
            elif key.value in entries:
                self._desk.error(
                    key.at,
                    "duplicate-key",
                    said(
                        'The key "{key}" stands here twice; the first is in line {line}.',
                        key=quoted(key.value),
                        line=entries[key.value][0].at.line,
                    ),
                    said("Keep one of the two and delete the other."),
                )
            else:
                entries[key.value] = (key, value)
        return Mapping(entries, self._place(start))

    def _place(self, event: yaml.Event) -> Place:
        start = event.start_mark
        assert start is not None, "libyaml marks every event"
        return Place(self._desk.file, start.line + 1, start.column + 1)

    def _refuse(self, event: yaml.Event, rule: str, what: Said, mend: Said) -> None:
        self._desk.error(self._place(event), rule, what, mend)
        raise _Refused


def _explain(error: yaml.MarkedYAMLError, text: str, desk: Desk) -> None:
    """Say in a trainer's words what libyaml stumbled over."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    at = Place(desk.file, line, column)
    lines = text.split("\n")
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    problem = error.problem or ""
    if here.lstrip(" ").startswith("\t"):
        desk.error(
            at,
            "tab",
            said("The line is indented with the Tab key."),
            said("Use spaces instead, two for each step to the right."),
        )
    elif "mapping values are not allowed" in problem:
        desk.error(
            at,
            "colon",
            said("A colon in the middle of a text makes YAML think that a key ends there."),
            said('Put the whole text in quotes:  key: "text: more text"'),
        )
    elif "escape" in problem:
        desk.error(
            at,
            "backslash",
            said("A backslash in double quotes means something special in YAML."),
            said("Put the text in single quotes instead:  'text'"),
        )
    elif "quoted scalar" in (error.context or ""):
        start = error.context_mark
        desk.error(
            Place(desk.file, start.line + 1, start.column + 1) if start else at,
            "open-quote",
            said("A quotation mark is opened here and not closed."),
            said("Add the same mark at the end of the text."),
        )
    else:
        desk.error(
            at,
            "broken-yaml",
            said("From here on the file cannot be understood."),
            said(
                "Look at this line and the one above: are the spaces at the beginning like those of the "
                "lines around, is there a space after each colon and dash, are brackets and quotes closed?"
            ),
        )
