"""A report as one flat table (CSV), from which everything that is shown can be worked out by hand.

For spreadsheets in Indonesian offices, where a double click must be enough:

- fields are parted by `;`, since Excel takes the list separator of the region, and where the
  comma is the decimal sign, as in Indonesia, that is `;`. Elsewhere: Data, From Text/CSV.
- UTF-8 with a byte order mark, without which Excel takes the file for the system's old code
  page; lines end with CR LF, as RFC 4180 has it.
- every number is a whole one: people, hands, sessions, seconds. So no region can take a
  decimal point for a thousand, and shares are worked out from what they are shares of.
- a text that a spreadsheet would take for a formula gets an apostrophe before it.

Each row is a `record`, and has only the fields that belong to it:

    scope       what the report is about: `item` and `words`; or `sessions`
    attendance  `item` people, women, men or youth: `people`. Where only some sessions noted
                a band, women_in, men_in or youth_in: all `people` of those `sessions`
    village     its name in `item`: `sessions`, `people`
    count       the hands or slips for one `option` of a `question` on one occasion (`when`:
                before, after, first, second, opinion; `form` a or b of slips): `hands`; all
                those `people` who were counted there; over so many `sessions`. `right` and
                `paired` (measured before and after) are 1 or 0
    objective   its id in `item`, and its `words`
    signs       the least number of warning signs that are counted as enough, in `option`
    marked      a question or page in `item`, marked in so many `sessions`
    time        a part of the session in `item`: `planned_seconds`, `taken_seconds`

`<5` stands wherever the group is smaller than five, or where that could be worked out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, fields
from io import StringIO

from toolkit.language import Language
from toolkit.session.figures import Count, Few, Figures
from toolkit.session.report_words import name_of

SEPARATOR = ";"
"""What parts the fields of a row."""

_RISKY = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What a formula begins with, in wide letters too."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; see above."""

    record: str
    item: str = ""
    when: str = ""
    form: str = ""
    question: str = ""
    kind: str = ""
    objective: str = ""
    option: str = ""
    right: int | None = None
    paired: int | None = None
    hands: Count | None = None
    people: Count | None = None
    sessions: Count | None = None
    planned_seconds: int | None = None
    taken_seconds: int | None = None
    words: str = ""
    belief: str = ""


def as_csv(figures: Figures, lang: Language) -> bytes:
    """The table as a file; what things are called is in `lang`, all else is for every reader."""
    names = [field.name for field in fields(Row)]
    written = StringIO()
    writer = csv.writer(written, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows(figures, lang):
        writer.writerow(_cell(getattr(row, name)) for name in names)
    return written.getvalue().encode("utf-8-sig")


def rows(figures: Figures, lang: Language) -> Iterator[Row]:
    """The rows of the table, in the order above."""
    yield from _scope(figures)
    there = figures.attendance
    for band in ("people", "women", "men", "youth"):
        if (count := getattr(there, band)) is not None:
            yield Row("attendance", band, people=count)
        if noted := getattr(there, f"{band}_in", None):
            yield Row("attendance", f"{band}_in", people=noted.people, sessions=noted.sessions)
    for village in figures.villages:
        yield Row("village", village.name, sessions=village.sessions, people=village.people)
    yield from _counts(figures, lang)
    for objective in dict.fromkeys(cell.objective for cell in figures.cells if cell.objective):
        yield Row("objective", objective, words=name_of(figures, lang, objective))
    yield Row("signs", "at_least", option=str(figures.signs.least))
    for item, sessions in figures.marked:
        yield Row("marked", item, sessions=sessions, words=name_of(figures, lang, item))
    for time in figures.times:
        yield Row(
            "time", time.part.value, sessions=time.sessions,
            planned_seconds=time.planned, taken_seconds=time.taken,
        )  # fmt: skip


def _scope(figures: Figures) -> Iterator[Row]:
    scope = figures.scope
    for name in ("session", "village", "since", "until"):
        if asked := getattr(scope, name):
            yield Row("scope", name, words=asked)
    if scope.days:
        yield Row("scope", "first_day", words=min(scope.days))
        yield Row("scope", "last_day", words=max(scope.days))
    yield Row("scope", "gathered" if scope.gathered else "own", sessions=scope.sessions)


def _counts(figures: Figures, lang: Language) -> Iterator[Row]:
    for cell in figures.cells:
        belief = f"{cell.question}.{cell.option}"
        words = name_of(figures, lang, belief)
        yield Row(
            "count", "", cell.when, cell.form, cell.question, cell.kind, cell.objective,
            cell.option, int(cell.right), int(cell.paired), cell.hands, cell.people,
            cell.sessions, words=name_of(figures, lang, cell.question),
            belief="" if words == belief else words,
        )  # fmt: skip


def _cell(value: Count | str | None) -> str | int:
    if isinstance(value, Few):
        return value.value
    if isinstance(value, int):
        return value
    text = value or ""
    return f"'{text}" if text.lstrip(" ").startswith(_RISKY) else text
