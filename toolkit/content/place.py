"""Where something stands in a trainer's file, and what is wrong with it.

Every problem has a place, a sentence that says what is wrong and one that says how
to mend it. Problems are data: whoever shows them chooses the language and the form.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toolkit.language import Language, Said


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A spot in a file. `line` and `column` count from 1; 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Place("")


class Severity(StrEnum):
    """An error leaves the file out of the library; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a library: place, rule, what, and how to mend it."""

    place: Place
    rule: str
    what: Said
    mend: Said
    severity: Severity = Severity.ERROR

    def tell(self, lang: Language) -> str:
        """Three lines for a terminal: place and rule, what is wrong, how to mend it."""
        mend = lang.gettext("Mend it:")
        return f"{self.place}  [{self.rule}]\n  {lang.tell(self.what)}\n  {mend} {lang.tell(self.mend)}"


def in_reading_order(problems: list[Problem]) -> list[Problem]:
    """Problems by file, line and column, each once."""
    unique = {(p.place, p.rule, repr(p.what)): p for p in problems}
    return [unique[key] for key in sorted(unique)]
