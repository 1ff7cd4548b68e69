"""Takes a sound file apart into its `pieces`, each comment with what it belongs to.

Whatever a trainer's file has no use for raises Unsure.
"""

from __future__ import annotations

import re

import yaml

from toolkit.content.formatting.bracketed import brackets
from toolkit.content.formatting.cursor import Cursor, Own, end_of, start_of
from toolkit.content.formatting.pieces import Brackets, Entry, Group, Pieces, Words


def dissected(text: str, *, headed: bool = True) -> Pieces:
    """The pieces of a file that `nodes` reads without an error.

    If it is not `headed`, the comments at its top belong to its first key. Raises Unsure.
    """
    return _Knife(text).file(headed=headed)


class _Knife:
    """Takes groups and lists apart, and keeps the lines that nobody has claimed yet."""

    def __init__(self, text: str) -> None:
        self._cursor = Cursor(text)
        self._loose: list[Own] = []
        self._closed: list[Group] = []

    def file(self, *, headed: bool) -> Pieces:
        cursor = self._cursor
        cursor.take(yaml.StreamStartEvent)
        start = cursor.take(yaml.DocumentStartEvent)
        opening = ""
        if start.explicit:
            cursor.at = end_of(start)
            cursor.comment()
            opening = cursor.text[: cursor.at]
        self._loose = cursor.gap(fresh=not opening).lines
        head = self._head() if headed and not opening else []
        if not _in_lines(cursor.next):
            raise cursor.unsure()
        top = self._group()
        self._settle(None, None)
        closing = cursor.text[cursor.at :]
        if closing and not cursor.take(yaml.DocumentEndEvent).explicit:
            raise cursor.unsure()
        return Pieces(head, top, _lines(opening), _lines(closing))

    def _head(self) -> list[str]:
        """The first block of comments; what follows an empty line belongs to the first key."""
        lines = self._loose
        while lines and lines[0] is None:
            lines = lines[1:]
        ends = lines.index(None) if None in lines else len(lines)
        self._loose = lines[ends:]
        head = [line[1] for line in lines[:ends] if line]
        return [*head, ""] if head and self._loose else head

    def _group(self) -> Group:
        """Keys or dashes below each other."""
        cursor = self._cursor
        group = Group(cursor.enter())
        while not cursor.ends:
            if group.column not in (-1, cursor.column):
                raise cursor.unsure()
            group.column = cursor.column
            entry = self._begun(keyed=group.keyed)
            self._settle(group, entry)
            group.entries.append(entry)
            self._value(entry, group)
        cursor.leave(keyed=group.keyed)
        self._closed.append(group)
        return group

    def _begun(self, *, keyed: bool) -> Entry:
        """A key up to its colon, or a dash."""
        cursor = self._cursor
        if not keyed:
            cursor.sign("-")
            return Entry("", "")
        event, key = cursor.word()
        if event.style in ("|", ">") or "\n" in key or not key:
            raise cursor.unsure()
        cursor.spaces()
        cursor.sign(":")
        return Entry(key, event.value)

    def _value(self, entry: Entry, group: Group) -> None:
        cursor = self._cursor
        event = cursor.next
        empty = start_of(event) == end_of(event) and not getattr(event, "style", "")
        if isinstance(event, yaml.ScalarEvent) and empty:
            cursor.take(yaml.ScalarEvent)
        else:
            gap = cursor.gap()
            entry.aside = gap.aside
            if _in_lines(event):
                self._loose = gap.lines
                entry.value = self._group()
                return
            entry.falls = gap.broken
            entry.between = [line[1] for line in gap.lines if line]
            entry.value, entry.behind = self._one(group)
        gap = cursor.gap()
        entry.behind += gap.aside
        self._loose = gap.lines

    def _one(self, group: Group) -> tuple[Words | Brackets, str]:
        """A text or something in brackets, and a comment if it stands on its first line."""
        cursor = self._cursor
        if not isinstance(cursor.next, yaml.ScalarEvent):
            found = brackets(cursor)
            found.column = group.column
            return found, ""
        if cursor.next.style in ("|", ">"):
            return self._below_sign(group)
        event, words = cursor.word()
        return Words(words.split("\n"), quoted=event.style == '"'), ""

    def _below_sign(self, group: Group) -> tuple[Words, str]:
        """A text written below `|` or `>`."""
        cursor = self._cursor
        begun = cursor.at
        event, typed = cursor.word()
        first, *lines = typed.split("\n")
        if not first.startswith(str(event.style)):
            raise cursor.unsure()
        if lines and not lines[-1].strip():
            lines.pop()  # the beginning of the line that follows
        sign, _, _ = first.partition("#")
        digits = re.search(r"\d", sign)
        fixed = int(digits[0]) if digits else 0
        written = next((line for line in lines if line.strip(" ")), "")
        indent = group.column + fixed if fixed else len(written) - len(written.lstrip(" "))
        while lines and "+" not in sign and not lines[-1].strip(" ") and len(lines[-1]) <= indent:
            lines.pop()
        cursor.at = begun + len(sign.rstrip())
        comment = cursor.comment()
        cursor.at = begun + len("\n".join([first, *lines]))
        return Words(lines, sign=sign.rstrip(), indent=indent, fixed=fixed), comment

    def _settle(self, group: Group | None, entry: Entry | None) -> None:
        """Give the loose lines to what they belong to; `entry` of `group` follows them.

        Nothing follows at the end of the file.
        """
        lines, closed = self._loose, self._closed
        self._loose, self._closed = [], []
        inner = _ended(closed, group.column if group else -1)
        block: list[str] = []
        owner: Group | None = None
        taken = 0
        for number, line in enumerate(lines):
            if line is None:
                owner = None
                continue
            # As far to the left as the comment stands, so far out it belongs.
            while len(inner) > (1 if group is None else 0) and inner[0].column > line[0]:
                inner.pop(0)
            if not inner:
                break
            if owner is not inner[0]:
                owner = inner[0]
                alone = number > 0 and lines[number - 1] is None
                block = owner.tail if alone else owner.entries[-1].after
                block += [""] if alone else []
            block.append(line[1])
            taken = number + 1
        if group and entry:
            _share(lines[taken:], group.entries[-1] if group.entries else None, entry)


def _ended(closed: list[Group], column: int) -> list[Group]:
    """The groups, innermost first, to whose end a comment may belong that is followed at `column`.

    A list that stands as far left as its key gives way to what the key belongs to.
    """
    return list({one.column: one for one in closed if one.column > column}.values())


def _share(lines: list[Own], former: Entry | None, entry: Entry) -> None:
    """Lines above a key; those right below the `former` and cut off from this one are its."""
    words = [line[1] if line else "" for line in lines]
    if former and "" in words:
        ends = words.index("")
        former.after += words[:ends]
        words = words[ends:]
    for word in words:
        if word or not entry.before or entry.before[-1]:
            entry.before.append(word)


def _in_lines(event: yaml.Event) -> bool:
    """Does a group or a list begin that is not in brackets?"""
    begins = isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent)
    return begins and not getattr(event, "flow_style", False)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().split("\n")] if text.strip() else []
