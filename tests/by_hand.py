"""Works every figure of a report out again from its table (CSV), by hand as it were.

Uses nothing of the program, and reads like the explanation that one would give to somebody in
an office. English only; the days and the parts are those of the sample sessions of the tests.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from io import StringIO

Row = dict[str, str]


def table(told: str) -> list[Row]:
    """The rows of the CSV."""
    return [*csv.DictReader(StringIO(told.removeprefix("\ufeff")), delimiter=";")]


def hands(rows: list[Row]) -> int:
    """All hands that are not hidden."""
    return sum(int(row["hands"]) for row in rows if row["hands"] != "<5")


def share(rows: list[Row], hit: Callable[[Row], bool]) -> str:
    """`40% (30)`, or that it is hidden, or that it was not measured."""
    if not rows:
        return "not measured"
    if not hands(rows):
        return "hidden (<5)"
    return f"{hands([r for r in rows if hit(r)]) / hands(rows):.0%} ({hands(rows)})"


def right(row: Row) -> bool:
    """Is it the hands for a right answer?"""
    return row["right"] == "1"


def gained(before: list[Row], after: list[Row]) -> str:
    """Of what was not known before, how much is known now; or why that is not told."""
    if not hands(before) or not hands(after):
        return "hidden (<5)"
    first, second = (hands([*filter(right, rows)]) / hands(rows) for rows in (before, after))
    if first == 1:
        return "all knew it before"
    gap = sum(int(row["gap"]) for row in before + after)
    if gap > max(hands(before), hands(after)) / 5:
        return "too uneven to say"
    return f"{(second - first) / (1 - first):.0%}" if second >= first else "fewer right than before"


def by_hand(rows: list[Row]) -> dict[str, list[tuple[str, ...]]]:
    """The tables of the text report, by their titles, out of the rows of the CSV."""
    paired = [row for row in rows if row["record"] == "count" and row["paired"] == "1"]
    scored = [row for row in paired if row["kind"] in ("choice", "true_false", "verdict")]
    enough = next(row["option"] for row in rows if row["record"] == "signs")
    spots = [row for row in paired if row["kind"] == "spot"]
    marked = both(spots, lambda row: int(row["option"]) >= int(enough))
    return {
        "What this report is about": [*about(rows)],
        "Learning by objective": [*learned(rows, scored)],
        "Telling traps from honest offers": [*offers(scored)],
        "Beliefs that held on": [*beliefs(scored)],
        "Warning signs on paper slips": [(f"At least {enough} signs marked", *marked)],
        "Marked because it confused the room": [
            (row["words"], row["sessions"]) for row in rows if row["record"] == "marked"
        ],
        "Time against plan": [*times(rows)],
        "Villages": [
            (row["item"].lstrip("'"), row["sessions"], row["people"])
            for row in rows
            if row["record"] == "village"
        ],
    }


def at(when: str, rows: list[Row], **fits: str) -> list[Row]:
    """The rows of one occasion that have these values."""
    wanted = {"when": when, **fits}
    return [row for row in rows if wanted.items() <= row.items()]


def both(rows: list[Row], hit: Callable[[Row], bool]) -> tuple[str, str]:
    """The share before and the share after."""
    return share(at("before", rows), hit), share(at("after", rows), hit)


def learned(rows: list[Row], scored: list[Row]) -> Iterator[tuple[str, ...]]:
    """Each objective: right answers before and after, and what was gained."""
    names = {row["item"]: row["words"] for row in rows if row["record"] == "objective"}
    for objective, name in sorted(names.items()):
        before, after = (at(when, scored, objective=objective) for when in ("before", "after"))
        if before or after:
            told = (share(one, right) for one in (before, after))
            yield name, *told, gained(before, after)


def offers(scored: list[Row]) -> Iterator[tuple[str, ...]]:
    """Of the votes on traps, and of those on honest offers, how many say that it is a trap."""
    for name, is_trap in (("Traps caught", "1"), ("Honest offers refused", "0")):
        those = {r["question"] for r in scored if (r["option"], r["right"]) == ("trap", is_trap)}
        votes = [row for row in scored if row["question"] in those]
        yield name, *both(votes, lambda row: row["option"] == "trap")


def beliefs(scored: list[Row]) -> Iterator[tuple[str, ...]]:
    """The wrong answers that at least a tenth still chose at the end, the most chosen first."""
    held = {}
    for row in at("after", scored, right="0"):
        asked = [one for one in scored if one["question"] == row["question"]]
        option = row["option"]
        of = hands(at("after", asked))
        chosen = hands(at("after", asked, option=option)) / of if of else 0
        if chosen >= 0.1:
            name = row["belief"] or f"{row['question']}.{option}"
            told = both(asked, lambda one, option=option: one["option"] == option)
            held[-chosen, row["question"], option] = (name, *told)
    yield from (held[key] for key in sorted(held))


def about(rows: list[Row]) -> Iterator[tuple[str, ...]]:
    """What the report is about, and who was there."""
    scope = {row["item"]: row for row in rows if row["record"] == "scope"}
    villages = sum(row["record"] == "village" for row in rows)
    yield "Villages", str(villages)
    assert [scope[day]["words"] for day in ("first_day", "last_day")] == [
        "2026-10-02",
        "2026-11-20",
    ]
    yield "When", "2 October 2026 to 20 November 2026"
    yield "Sessions", scope["all"]["sessions"]
    assert scope["gathered"]["sessions"] == "1"
    yield "Records from", "this laptop and others"
    by_hands, on_slips = scope["by_hands"]["sessions"], scope["on_slips"]["sessions"]
    yield "Tests counted", f"by hands in {by_hands} session, on slips in {on_slips} session"
    there = {row["item"]: row for row in rows if row["record"] == "attendance"}
    for band in ("people", "women", "men", "youth"):
        noted = there.get(f"{band}_in")
        if noted:
            some = f"{noted['sessions']} session{'' if noted['sessions'] == '1' else 's'}"
            yield band.capitalize(), f"{there[band]['people']} of {noted['people']}, in {some}"
        elif band in there:
            yield band.capitalize(), there[band]["people"]


def times(rows: list[Row]) -> Iterator[tuple[str, ...]]:
    """Minutes of each part for a session that had it, and of the whole without the slips."""
    names = {"opening": "Opening", "lesson": "The lesson", "after": "After the lesson",
             "slips": "Counting the slips"}  # fmt: skip
    told = [row for row in rows if row["record"] == "time"]
    room = [row for row in told if row["item"] != "slips"]
    for row in told:
        each = (int(row[f"{kind}_seconds"]) / int(row["sessions"]) for kind in ("planned", "taken"))
        yield names[row["item"]], *map(minutes, each)
    sessions = next(row["sessions"] for row in rows if row["item"] == "all")
    whole = (
        sum(int(row[f"{kind}_seconds"]) for row in room) / int(sessions)
        for kind in ("planned", "taken")
    )
    yield "The whole", *map(minutes, whole)


def minutes(seconds: float) -> str:
    """Whole minutes, half of one rounded up."""
    return "under 1 min" if 0 < seconds < 30 else f"{int(seconds / 60 + 0.5)} min"


def tables(text: str) -> dict[str, list[tuple[str, ...]]]:
    """The tables of the text report, by their titles."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for part in re.split(r"\n\n(?=[^\n]+\n=+\n)", text.rstrip()):
        title, _, *rest = part.splitlines()
        told = rest[len(rest) - [*reversed(rest), ""].index("") :]
        ruled = [at for at, line in enumerate(told) if line.startswith("--")]
        shown = told[ruled[0] + 1 :] if ruled else told
        found[title] = [tuple(re.split(r" {2,}", line)) for line in shown]
    return found
