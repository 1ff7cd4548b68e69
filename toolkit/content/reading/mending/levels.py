"""How far in each line should stand: lists and groups of keys inside each other."""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.content.reading.mending.habits import Habits
from toolkit.content.reading.mending.rows import Look

_LANGUAGES = frozenset({"id", "en"})
"""A group that has both is a text: nothing else belongs to it."""


@dataclass(slots=True)
class Level:
    """An open list or group of keys: how far in, and the lines that belong to it (from 0)."""

    indent: int
    look: Look
    lines: list[int] = field(default_factory=list)
    order: list[str] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    """Of a list, the keys that its entries begin with."""

    def meet(self, key: str) -> None:
        """Note one more key of the group."""
        self.keys.add(key)
        self.order.append(key)

    def last_key(self) -> list[str]:
        """The key met last, if any."""
        return self.order[-1:]

    def strangeness(self, key: str, habits: Habits) -> tuple[bool, float]:
        """How odd a line with that key would be here; the least is best."""
        if not key:
            return False, 0
        if self.look is Look.DASH:
            return False, key not in self.keys
        if self.keys >= _LANGUAGES and len(key) > 3:
            return False, 2
        return key in self.keys, habits.strangers(key, self.keys)


class Levels:
    """The lists and groups that are open at a line, from the outermost on."""

    def __init__(self, step: int) -> None:
        self.open: list[Level] = []
        self._steps = (0, 2) if step == 2 else (0, 2, step)

    @property
    def top(self) -> Level:
        """The innermost one; before anything is open, a group at the margin."""
        return self.open[-1] if self.open else Level(-1, Look.KEY)

    def find(self, indent: int, look: Look) -> Level | None:
        """The open level that a line like this belongs to."""
        for level in reversed(self.open):
            if level.indent == indent and level.look is look:
                return level
        return None

    def enter(self, indent: int, look: Look, line: int) -> Level:
        """Close what stands further in, and open the level if it is not open yet."""
        while self.open and (
            self.top.indent > indent
            or (self.top.indent == indent and self.top.look is Look.DASH and look is Look.KEY)
        ):
            self.open.pop()
        if self.top.indent != indent or self.top.look is not look:
            self.open.append(Level(indent, look))
        self.top.lines.append(line)
        return self.top

    def nearest(self, indent: int, look: Look, key: str, habits: Habits) -> Level | None:
        """The open level of that look that a line that stands wrong was meant for.

        `key` is the line's first key, "" for a text.
        """
        fitting = [level for level in self.open if level.look is look]
        return min(
            fitting,
            key=lambda level: (
                *level.strangeness(key, habits),
                abs(level.indent - indent),
                -level.indent,
            ),
            default=None,
        )

    def opener(self, indent: int, look: Look) -> tuple[int, int] | None:
        """The line above that is rather to blame for a line at `indent` that fits nowhere.

        Such a line stands alone at its level, and fits the steps of the file if it is moved to
        where this one stands. Gives the line and how far to move it.
        """
        fitting = [one for one in self.open if one.look is look and len(one.lines) == 1]
        for inner in sorted(
            fitting, key=lambda one: (one.indent < indent, abs(one.indent - indent))
        ):
            if blamed := self._blamed(inner, indent):
                return blamed
        return None

    def _blamed(self, inner: Level, indent: int) -> tuple[int, int] | None:
        line, move = inner.lines[0], indent - inner.indent
        # A dash and the key after it open two levels on one line.
        place = next(at for at, one in enumerate(self.open) if line in one.lines)
        first = self.open[place]
        outer = self.open[place - 1].indent if place else 0
        off = first.indent - outer not in self._steps
        if first.lines == [line] and off and first.indent + move - outer in self._steps:
            return line, move
        return None

    def undashed(self, indent: int) -> tuple[int, int] | None:
        """The first line of a group, and its place, where a list at `indent` should have begun."""
        for place in range(1, len(self.open)):
            level, outer = self.open[place], self.open[place - 1]
            near = outer.indent < indent or not any(one.look is Look.DASH for one in self.open)
            if near and level.indent == indent + 2 and level.look is outer.look is Look.KEY:
                return level.lines[0], place
        return None
