"""The reading desk of one file: collects its problems while it is read.

Reading never stops at the first mistake: whatever a reader cannot make sense of is
noted here and left out, so that one run names everything that is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypedDict, Unpack

from toolkit.content.place import Edit, Place, Problem, Severity
from toolkit.language import Said

CROWDED = 100
"""With more problems than this nobody is helped by guessing what each was meant to be."""

FULL = 1000
"""Warnings, or twice as many problems, that are noted of one file; a hostile one has no end."""


class More(TypedDict, total=False):
    """What may be said of a problem besides; see `Problem`."""

    edit: Edit | None
    why: Said | None


@dataclass(slots=True)
class Desk:
    """The file being read, as it is named to the trainer, and the problems found so far."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    text: str = field(default="", repr=False)
    """What stands in the file, for mendings."""
    form: object = field(default=None, repr=False)
    """The shape that the whole file should have: it knows where a misplaced key belongs."""
    top: object = field(default=None, repr=False)
    """The file's top group of keys: it knows what an example may name."""
    _lines: list[str] | None = field(default=None, repr=False)

    @property
    def is_crowded(self) -> bool:
        """Are there so many problems that looking for the nearest word has no sense?"""
        return len(self.problems) >= CROWDED

    @property
    def is_full(self) -> bool:
        """Are there so many problems, errors among them, that no more are noted?"""
        return len(self.problems) >= 2 * FULL

    def line(self, number: int) -> str:
        """A line of the file, counted from 1; "" if there is none."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def error(self, at: Place, rule: str, what: Said, mend: Said, **more: Unpack[More]) -> None:
        """Note something that keeps the file out of the library."""
        # Warnings end earlier, so that there is always room for what leaves a file out.
        if not self.is_full:
            self.problems.append(Problem(at, rule, what, mend, Severity.ERROR, **more))

    def warning(self, at: Place, rule: str, what: Said, mend: Said, **more: Unpack[More]) -> None:
        """Note something that should be mended but harms nobody yet."""
        if len(self.problems) < FULL:
            self.problems.append(Problem(at, rule, what, mend, Severity.WARNING, **more))


def printable(value: Any) -> str:
    """A trainer's own characters, made harmless for a terminal."""
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in str(value))


def quoted(value: Any) -> str:
    """A trainer's own characters, made harmless for a terminal and short enough to quote."""
    shown = printable(value)
    return shown if len(shown) <= 60 else shown[:57] + "..."
