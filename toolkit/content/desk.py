"""The reading desk of one file: collects its problems while it is read.

Reading never stops at the first mistake: whatever a reader cannot make sense of is
noted here and left out, so that one run names everything that is wrong.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from toolkit.content.place import Edit, Place, Problem, Severity
from toolkit.language import Said


@dataclass(slots=True)
class Desk:
    """The file being read, as it is named to the trainer, and the problems found so far."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    text: str = field(default="", repr=False)
    """What stands in the file, for mendings."""
    form: object = field(default=None, repr=False)
    """The shape that the whole file should have: it knows where a misplaced key belongs."""

    def error(
        self,
        at: Place,
        rule: str,
        what: Said,
        mend: Said,
        *,
        edit: Edit | None = None,
        why: Said | None = None,
    ) -> None:
        """Note something that keeps the file out of the library."""
        self.problems.append(Problem(at, rule, what, mend, Severity.ERROR, edit, why))

    def warning(
        self,
        at: Place,
        rule: str,
        what: Said,
        mend: Said,
        *,
        edit: Edit | None = None,
        why: Said | None = None,
    ) -> None:
        """Note something that should be mended but harms nobody yet."""
        self.problems.append(Problem(at, rule, what, mend, Severity.WARNING, edit, why))


def quoted(value: Any) -> str:
    """A trainer's own characters, made harmless for a terminal and short enough to quote."""
    shown = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in str(value))
    return shown if len(shown) <= 60 else shown[:57] + "..."
