"""Which keys stand together in a file, and which below which: learned from the file itself.

A line that has lost its place is put back where its like stands elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_KEY = re.compile(r"( *)((?:- +)*)([A-Za-z_][\w.-]*):(?=\s|$)")
_MOST = 16


class Habits:
    """The pairs of keys that a file has side by side, and below each other."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._beside: set[tuple[str, str]] = set()
        self._below: set[tuple[str, str]] = set()
        self._groups: dict[str, int] = {}
        self._kinds: set[tuple[str, bool, str]] = set()
        groups: list[tuple[int, list[str]]] = []
        for line in lines:
            if not (found := _KEY.match(line)):
                continue
            column, key = len(found[1]) + len(found[2]), found[3]
            while groups and groups[-1][0] > column:
                groups.pop()
            if groups and groups[-1][0] == column:
                if found[2]:
                    groups[-1][1].clear()
                self._beside.update((key, other) for other in groups[-1][1][:_MOST])
                self._beside.update((other, key) for other in groups[-1][1][:_MOST])
            else:
                groups.append((column, []))
            if len(groups) > 1 and groups[-2][1]:
                outer = groups[-2][1][-1]
                self._below.add((outer, key))
                if not groups[-1][1]:
                    self._kinds.add((outer, bool(found[2]), key))
                    self._groups[outer] = self._groups.get(outer, 0) + (-1 if found[2] else 1)
            groups[-1][1].append(key)

    def strangers(self, key: str, others: Collection[str]) -> float:
        """The share of the others beside which the key stands nowhere in the file."""
        apart = sum((key, other) not in self._beside for other in others)
        return apart / max(len(others), 1)

    def a_group(self, outer: str) -> bool:
        """Do keys, rather than a list, stand below that key in this file?"""
        # Once may be the very line that is looked at.
        return self._groups.get(outer, 0) > 1

    def beside(self, have: Collection[str]) -> str:
        """The one other key that stands elsewhere beside all of these; "" if there is not one."""
        fitting = {
            key
            for key, _ in self._beside
            if have and key not in have and not self.strangers(key, have)
        }
        return fitting.pop() if len(fitting) == 1 else ""

    def lists(self, outer: Collection[str], first: str) -> bool:
        """Does a list stand below that key elsewhere, whose entries begin with `first`?"""
        return any((key, True, first) in self._kinds for key in outer)

    def missing(self, have: Collection[str], first: str, *, listed: bool) -> str:
        """The one key that stands elsewhere beside all of these, with lines below that begin so.

        "" if there is none, or more than one.
        """
        fitting = {
            outer
            for outer, dashed, key in self._kinds
            if dashed is listed
            and key == first
            and outer not in have
            and have
            and not self.strangers(outer, have)
        }
        return fitting.pop() if len(fitting) == 1 else ""

    def below(self, outer: str, key: str) -> bool:
        """Does the key stand below the outer one somewhere in the file?"""
        return (outer, key) in self._below
