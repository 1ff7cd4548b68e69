"""A file's lines as they were typed, and beside them as they are mended to read on.

Mending keeps every line on its number. Where it can, it keeps columns as well: signs
that YAML would take for its own are put behind shields, letters that mean nothing, and
become themselves again when the words are read.
"""

from __future__ import annotations

import string

from toolkit.content.place import Edit, Place
from toolkit.content.reading.desk import Desk
from toolkit.language import Said

MOST = 60
"""Mistakes told of one file; who has more mends these first."""

_SHIELDS = {ord(sign): 0xE000 + ord(sign) for sign in string.punctuation}
_SIGNS = {shield: sign for sign, shield in _SHIELDS.items()}


def shielded(words: str) -> str:
    """The words with a letter without meaning in place of each sign; as long as before."""
    return words.translate(_SHIELDS)


def unshielded(words: str) -> str:
    """What `shielded` was given."""
    return words.translate(_SIGNS)


class Draft:
    """The lines of a file, counted from 0; mistakes found in them go to the desk.

    `only` names the rules that may be told; None for all of them.
    """

    def __init__(self, text: str, desk: Desk, only: frozenset[str] | None = None) -> None:
        self.typed = text.split("\n")
        self.lines = list(self.typed)
        self.only = only
        self.told = 0
        self._known: dict[int, tuple[str, tuple[int, int, int]]] = {}
        self._parted: dict[int, int] = {}
        self._desk = desk

    def text(self) -> str:
        """The file as it is mended so far."""
        return "\n".join(self.lines)

    def place(self, line: int, column: int) -> Place:
        """The place, as the trainer sees it, of a column of a mended line, both from 0."""
        line, column = self.typed_at(line, column)
        return Place(self._desk.file, line + 1, column + 1)

    def part(self, line: int, at: int, indent: int) -> None:
        """Read what stands from the column `at` on as if it were a line of its own."""
        now = self.lines[line]
        self._parted[line] = self.column(line, at) - indent
        self.lines[line] = f"{now[:at].rstrip()}\n{' ' * indent}{now[at:]}"

    def head(self, line: int, above: str) -> None:
        """Read `above` as if it were a line of its own above this one."""
        self._parted[line] = 0
        self.lines[line] = f"{above}\n{self.lines[line]}"

    def clear(self, line: int, text: str = "") -> None:
        """Read `text` in place of a whole line."""
        self._parted.pop(line, None)
        self.lines[line] = text

    def typed_at(self, line: int, column: int) -> tuple[int, int]:
        """The line and column, as the trainer typed them, of those of the mended text; from 0."""
        for parted in sorted(self._parted):
            if line <= parted:
                break
            line -= 1
            if line == parted:
                return line, max(column + self._parted[parted], 0)
        return line, self.column(line, column)

    def column(self, line: int, column: int) -> int:
        """Where a column of a mended line stood when it was typed; both from 0."""
        if line >= len(self.lines) or column == 0:
            return column
        ahead, behind, longer = self._moves(line)
        if column <= ahead:
            return column
        typed = len(self.typed[line])
        if column - longer >= typed - behind:
            return column - longer
        return min(column, typed)

    def _moves(self, line: int) -> tuple[int, int, int]:
        """Of a mended line: how many letters at both ends are as typed, how much longer it is."""
        typed, now = self.typed[line], self.lines[line]
        known = self._known.get(line)
        if known and known[0] is now:
            return known[1]
        shown = unshielded(now)
        ahead = len(now) if typed == shown else _alike(typed, shown)
        behind = min(_alike(typed[::-1], shown[::-1]), len(typed) - ahead, len(now) - ahead)
        moves = (ahead, max(behind, 0), len(now) - len(typed))
        self._known[line] = (now, moves)
        return moves

    def mistake(
        self,
        line: int,
        column: int,
        rule: str,
        what: Said,
        mend: Said,
        *,
        edit: tuple[int, int, str] | None = None,
        warning: bool = False,
    ) -> bool:
        """Tell of a mistake; `edit` is the stretch of the line to replace, and by what.

        False if this rule is not to be told, and so nothing is to be mended.
        """
        if self.only is not None and rule not in self.only:
            return False
        self.told += 1
        if self.told > MOST:
            return True
        at = Place(self._desk.file, line + 1, self.column(line, column) + 1)
        note = self._desk.warning if warning else self._desk.error
        change = None
        if edit is not None:
            start, end, text = edit
            change = Edit(
                at.line, self.column(line, start) + 1, at.line, self.column(line, end) + 1, text
            )
        note(at, rule, what, mend, edit=change)
        return True

    def replace(self, line: int, start: int, end: int, text: str) -> None:
        """Put `text` in the place of a stretch of a mended line."""
        now = self.lines[line]
        self.lines[line] = now[:start] + text + now[end:]


def _alike(one: str, other: str) -> int:
    """How many letters at the beginning are the same in both."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
