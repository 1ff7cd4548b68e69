"""A report as one flat table (CSV), from which everything that is shown can be worked out by hand.

For spreadsheets in Indonesian offices, where a double click must be enough:

- fields are parted by `;`, since Excel takes the list separator of the region, and where the
  comma is the decimal sign, as in Indonesia, that is `;`. Elsewhere: Data, From Text/CSV.
- UTF-8 with a byte order mark, without which Excel takes the file for the system's old code
  page; lines end with CR LF, as RFC 4180 has it.
- every number is a whole one: people, hands, sessions, seconds. So no region can take a
  decimal point for a thousand, and shares are worked out from what they are shares of.
- every text stands in quotes, so that a comma in a name does not part it where commas do.
- a text that a spreadsheet would take for a formula gets an apostrophe before it; also what
  would stand in a cell of its own where another sign parts the fields.

Each row is a `record`, and has only the fields that belong to it:

    scope        what the report is about: `item` and `words`; or `sessions`: all, those
                 gathered from other laptops, those whose tests were counted by_hands and
                 on_slips, those that are small (fewer than five people)
    attendance   `item` people, women, men or youth: `people`. Where only some sessions tell a
                 band, women_in, men_in or youth_in: all `people` of those `sessions`
    village      its name in `item`: `sessions`, `people`
    objective    its id in `item`, and its `words`; where it was measured before and after:
                 `before_hits` of `before_of` answers right, `after_hits` of `after_of`, the sum
                 of its `gap`, and `gain_percent`, or in `gain_withheld` why there is none
    discernment  traps_caught and honest_refused in `item`: the same, without a gain
    belief       a wrong answer: `question`, `option`, `belief`, and the same
    signs        the least number of warning signs that are enough, in `option`, and the same
    count        the hands or slips for one `option` of a `question` on one occasion (`when`:
                 before, after, first, second, opinion, and in a refresher a month later
                 later-first, later-second; `form` a or b of slips): `hands`; all
                 those `people` who were counted there; over so many `sessions`, while so many
                 were `left_out`. `right` and `paired` (measured before and after) are 1 or 0.
                 `gap`: by how many people the numbers before and after differ, session by
                 session; once for each question, on slips once for each objective and kind
    marked       a question or page in `item`, marked in so many `sessions`
    time         a part of the session in `item`: `planned_seconds`, `taken_seconds`

`<5` stands wherever the group is smaller than five, or is compared with so small a one. Worked
examples are in docs/report.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from math import floor

from toolkit.language import Language
from toolkit.session.figures import Count, Few, Figures, Rate, Rated
from toolkit.session.report_words import name_of

SEPARATOR = ";"
"""What parts the fields of a row."""

_FORMULA = re.compile('(^|[,;|\t])([ "]*)(?=[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20])')
"""Where a formula begins, in wide letters too, and what could part it from the text before it."""


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
    sessions: int | None = None
    left_out: int | None = None
    gap: int | None = None
    before_hits: Count | None = None
    before_of: Count | None = None
    after_hits: Count | None = None
    after_of: Count | None = None
    gain_percent: int | None = None
    gain_withheld: str = ""
    planned_seconds: int | None = None
    taken_seconds: int | None = None
    words: str = ""
    belief: str = ""


def as_csv(figures: Figures, lang: Language) -> bytes:
    """The table as a file; what things are called is in `lang`, all else is for every reader."""
    names = [field.name for field in fields(Row)]
    lines = [names, *([getattr(row, name) for name in names] for row in rows(figures, lang))]
    written = (SEPARATOR.join(map(_cell, line)) + "\r\n" for line in lines)
    return "".join(written).encode("utf-8-sig")


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
    yield from _learned(figures, lang)
    yield from _counts(figures, lang)
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
    yield Row("scope", "all", sessions=scope.sessions)
    yield Row("scope", "gathered", sessions=scope.gathered)
    yield Row("scope", "by_hands", sessions=figures.by_hands)
    yield Row("scope", "on_slips", sessions=figures.on_slips)
    yield Row("scope", "small", sessions=figures.attendance.small)


def _learned(figures: Figures, lang: Language) -> Iterator[Row]:
    """What the report shows, beside the counts that it comes from."""
    measured = {one.objective: one for one in figures.objectives}
    every = dict.fromkeys(cell.objective for cell in figures.cells if cell.objective)
    for objective in {**every, **measured}:
        row = Row("objective", objective, words=name_of(figures, lang, objective))
        if one := measured.get(objective):
            gain = None if one.gain is None else floor(one.gain * 100 + 0.5)
            why = one.withheld.value if one.withheld else ""
            row = replace(row, gap=one.gap, gain_percent=gain, gain_withheld=why)
            row = _rated(row, one.before, one.after)
        yield row
    votes = figures.discernment
    caught, refused = Row("discernment", "traps_caught"), Row("discernment", "honest_refused")
    yield _rated(caught, votes.caught_before, votes.caught_after)
    yield _rated(refused, votes.refused_before, votes.refused_after)
    for held in figures.beliefs:
        words = name_of(figures, lang, f"{held.question}.{held.option}")
        row = Row("belief", question=held.question, option=held.option, belief=words)
        yield _rated(row, held.before, held.after)
    signs = Row("signs", "at_least", option=str(figures.signs.least))
    yield _rated(signs, figures.signs.before, figures.signs.after)


def _rated(row: Row, before: Rated, after: Rated) -> Row:
    early, late = _hits_of(before), _hits_of(after)
    return replace(
        row, before_hits=early[0], before_of=early[1], after_hits=late[0], after_of=late[1]
    )


def _hits_of(rate: Rated) -> tuple[Count | None, Count | None]:
    return (rate.hits, rate.of) if isinstance(rate, Rate) else (rate, rate)


def _counts(figures: Figures, lang: Language) -> Iterator[Row]:
    for cell in figures.cells:
        belief = f"{cell.question}.{cell.option}"
        words = name_of(figures, lang, belief)
        yield Row(
            "count", "", cell.when, cell.form, cell.question, cell.kind, cell.objective,
            cell.option, int(cell.right), int(cell.paired), cell.hands, cell.people,
            cell.sessions, cell.left_out, cell.gap, words=name_of(figures, lang, cell.question),
            belief="" if words == belief else words,
        )  # fmt: skip


def _cell(value: Count | str | None) -> str:
    """A number bare, a text in quotes, nothing where there is nothing."""
    if isinstance(value, int):
        return str(value)
    text = value.value if isinstance(value, Few) else value or ""
    harmless = _FORMULA.sub(r"\1\2'", text).replace('"', '""')
    return f'"{harmless}"' if harmless else ""
