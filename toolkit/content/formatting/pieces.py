"""A sound file as its pieces: keys, values as typed, and every comment with what it belongs to.

Where `nodes` reads what a file means, this reads how it is written, so that it can be laid
out again without a word or a comment being lost. A comment belongs

    head      to the file: the first block of comments, if it stands above everything
    before    to the key or entry that it stands above
    aside     to the key or dash on whose line it stands, the value following below
    between   to the key or dash above it, if the value is one text that begins below
    behind    to the value at whose end it stands
    after     to the key or entry that it stands right below, if an empty line follows, or no more of
              the same group
    tail      to the group at whose end it stands, cut off by an empty line
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


class Unsure(Exception):
    """The file is written in a way that cannot be rearranged without a risk."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line}")
        self.line = line


@dataclass(slots=True)
class Words:
    """One value as typed: its lines as they stand in the file.

    `sign` is the first line of a text written below `|` or `>`, and `indent` how far that
    text is indented, `fixed` if the sign says so; a `quoted` one may span lines as well.
    """

    lines: list[str]
    quoted: bool = False
    sign: str = ""
    indent: int = 0
    fixed: int = 0


@dataclass(slots=True)
class Member:
    """What stands between two commas in brackets. `key` is as typed and `name` what it means.

    `lead` stands before it, `colon` between key and value, `rest` between the value and the
    comma or bracket that follows.
    """

    key: str
    name: str
    value: Words | Brackets
    lead: str = ""
    colon: str = ""
    rest: str = ""


@dataclass(slots=True)
class Brackets:
    """A group or a list written in brackets. `ends` are the brackets, or nothing.

    `column` is how far the line is indented on which the outermost begins; `rest` is what
    stands before the closing bracket if nothing else does, or after the last comma.
    """

    ends: tuple[str, str]
    members: list[Member] = field(default_factory=list)
    column: int = 0
    rest: str = ""

    @property
    def spread(self) -> bool:
        """Does it go over several lines?"""
        return any("\n" in gap for gap in self.gaps()) or any(
            len(words.lines) > 1 for words in self.words()
        )

    def gaps(self) -> Iterator[str]:
        """What is typed between its words, the inner brackets' too."""
        yield self.rest
        for member in self.members:
            yield from (member.lead, member.colon, member.rest)
            if isinstance(member.value, Brackets):
                yield from member.value.gaps()

    def words(self) -> Iterator[Words]:
        """Every text in it."""
        for member in self.members:
            if isinstance(member.value, Brackets):
                yield from member.value.words()
            else:
                yield member.value

    def comments(self) -> list[str]:
        """The comments inside, in order."""
        return [
            line[line.index("#") :].rstrip()
            for gap in self.gaps()
            for line in gap.split("\n")
            if "#" in line
        ]


@dataclass(slots=True)
class Entry:
    """A key or a dash with its value, and the comments that belong to it.

    `key` is as typed, `name` what it means; both empty for a dash. A value that `falls`
    begins below its key. Comment lines are without their indentation, "" is an empty line;
    `aside` and `behind` keep the spaces before the sign.
    """

    key: str
    name: str
    value: Words | Brackets | Group = field(default_factory=lambda: Words([""]))
    falls: bool = False
    before: list[str] = field(default_factory=list)
    aside: str = ""
    between: list[str] = field(default_factory=list)
    behind: str = ""
    after: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """Keys below each other, or a list of dashes."""

    keyed: bool
    column: int = -1
    entries: list[Entry] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)

    def get(self, name: str) -> Entry | None:
        """The entry of a key, if there is one."""
        return next((one for one in self.entries if one.name == name), None)


@dataclass(slots=True)
class Pieces:
    """A whole file: what precedes its first key, the top group, what follows `...`."""

    head: list[str]
    top: Group
    opening: list[str]
    closing: list[str]


def comments_of(pieces: Pieces) -> list[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    """Every comment block: the way to what it belongs to, how it belongs, its lines."""
    found = [((), "head", pieces.head), *_comments(pieces.top, ())]
    found += [((), "opening", pieces.opening), ((), "closing", pieces.closing)]
    told = (
        (way, role, tuple(line.strip() for line in lines if line.strip()))
        for way, role, lines in found
    )
    return [one for one in told if one[2]]


def _comments(
    group: Group, way: tuple[str, ...]
) -> Iterable[tuple[tuple[str, ...], str, list[str]]]:
    for number, entry in enumerate(group.entries):
        here = (*way, entry.name if group.keyed else str(number))
        yield here, "before", entry.before
        yield here, "aside", [entry.aside]
        yield here, "between", entry.between
        if isinstance(entry.value, Group):
            yield from _comments(entry.value, here)
        elif isinstance(entry.value, Brackets):
            yield here, "inside", entry.value.comments()
        yield here, "behind", [entry.behind]
        yield here, "after", entry.after
    yield way, "tail", group.tail
