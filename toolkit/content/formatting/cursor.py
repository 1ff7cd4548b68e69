"""Goes once through a file's text and libyaml's events, side by side.

Between two events stand only signs, spaces, line ends and comments; whatever else is
met there raises Unsure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeVar

import yaml

from toolkit.content.formatting.pieces import Unsure

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SPACES = re.compile(r"[ \t]*")
_IN_BRACKETS = re.compile(r"(?:[\s,]|#[^\n]*)*")

Own = tuple[int, str] | None
"""A line of its own between two values: a comment with its column, or an empty line."""

_Event = TypeVar("_Event", bound=yaml.Event)


@dataclass(slots=True)
class Gap:
    """What stands between two values: the rest of the line, and lines of their own."""

    aside: str = ""
    lines: list[Own] = field(default_factory=list)
    broken: bool = False


class Cursor:
    """Where the reading is: the next event, and the place in the text that it should stand at."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self._events = yaml.parse(text, Loader=_LOADER)
        self.next: yaml.Event = self._following()

    def take(self, kind: type[_Event]) -> _Event:
        """The next event, which must be of this kind."""
        event = self.next
        if not isinstance(event, kind):
            raise self.unsure()
        self.next = self._following()
        return event

    def _following(self) -> yaml.Event:
        try:
            return next(self._events, yaml.StreamEndEvent())
        except yaml.YAMLError:
            raise self.unsure() from None

    def enter(self) -> bool:
        """Begin a group or a list; True if it has keys."""
        keyed = isinstance(self.next, yaml.MappingStartEvent)
        self.take(yaml.MappingStartEvent if keyed else yaml.SequenceStartEvent)
        return keyed

    def leave(self, *, keyed: bool) -> None:
        """End it."""
        self.take(yaml.MappingEndEvent if keyed else yaml.SequenceEndEvent)

    @property
    def ends(self) -> bool:
        """Does a group or a list end here?"""
        return isinstance(self.next, yaml.MappingEndEvent | yaml.SequenceEndEvent)

    @property
    def column(self) -> int:
        """How far from the beginning of its line the place is."""
        return self.at - (self.text.rfind("\n", 0, self.at) + 1)

    def word(self) -> tuple[yaml.ScalarEvent, str]:
        """The key or value that stands here, and how it is typed; goes on behind it."""
        event = self.take(yaml.ScalarEvent)
        if start_of(event) != self.at or event.anchor or event.tag:
            raise self.unsure()
        self.at = end_of(event)
        return event, self.text[start_of(event) : self.at]

    def sign(self, sign: str) -> None:
        """Go on behind a sign, which must stand here."""
        if not self.text.startswith(sign, self.at):
            raise self.unsure()
        self.at += len(sign)

    def spaces(self) -> None:
        """Go on behind spaces."""
        found = _SPACES.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def gap(self, *, fresh: bool = False) -> Gap:
        """Everything up to the next sign or word; `fresh` at the beginning of a line."""
        gap = Gap("" if fresh else self.comment())
        while fresh or self.text.startswith("\n", self.at):
            gap.broken = True
            self.at += not fresh
            fresh = False
            begun = self.at
            comment = self.comment()
            if comment:
                gap.lines.append((len(comment) - len(comment.lstrip()), comment.lstrip()))
            elif self.text.startswith("\n", self.at) or begun < self.at == len(self.text):
                gap.lines.append(None)
        return gap

    def comment(self) -> str:
        """Spaces, and a comment with the spaces before it, up to the end of the line."""
        begun = self.at
        self.spaces()
        if not self.text.startswith("#", self.at):
            return ""
        ends = self.text.find("\n", self.at)
        self.at = ends if ends >= 0 else len(self.text)
        signs, mark, words = self.text[begun : self.at].partition("#")
        return signs.replace("\t", "  ") + mark + words.rstrip()

    def between(self) -> str:
        """Everything up to the next sign or word in brackets, with the comma."""
        begun = self.at
        found = _IN_BRACKETS.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.text[begun : self.at]

    def unsure(self) -> Unsure:
        """What to raise here."""
        return Unsure(self.text.count("\n", 0, self.at) + 1)


def start_of(event: yaml.Event) -> int:
    """Where an event begins in the text."""
    return event.start_mark.index if event.start_mark else -1


def end_of(event: yaml.Event) -> int:
    """Where it ends."""
    return event.end_mark.index if event.end_mark else -1
