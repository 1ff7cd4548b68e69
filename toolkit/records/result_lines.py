"""A session's result as one line of JSON, and back: strict, because it may come from any stick.

Knows the result and nothing of where it is kept. A line holds its counts by question and
vote, so that it is small and quick to read; in full:

    {"format": 1, "uid": …, "events": …, "day": "2026-11-22",
     "setup": {"village", "heads", "minutes", "lessons", "measure", "women", "men", "youth"
               and, for a refresher only, "refresher": true},
     "heads": …,
     "items": [[question, kind, objective, [[option, right], …],
                [[when, form, [hands for each option]], …]], …],
     "marked": [question or page, …], "times": [[part, planned, taken], …],
     "words": {language: {id: words}}, "priorities": {objective: should or could}}

The line keeps everything that was counted; which of it reports may tell is settled when it is
taken apart into rows.

No name and no free text about a person has a place in it. Every text is bounded and free of
control characters: what is written is cleaned, and a line that is not clean is none of ours.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from hashlib import sha256
from typing import Any

from toolkit.records.result_checks import FORMAT, ID, REFRESHER, VILLAGE, WORDS, check, clean
from toolkit.session.agenda import Measure, Part, Setup
from toolkit.session.reportable import Vote, settled
from toolkit.session.result import Result, Tally

Row = tuple[int, str, str, str, str, str, str, int, int | None, int, int]
"""A tally as it is stored: its session's number, then the fields of `Tally`, yes and no as 1 and 0.

The hands of a vote that may not be told are None. Then come its `gap`, at the first of its
options, and `paired`: see `reportable`.
"""


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A line that was found to be sound: its text, what sums it up, and what it says."""

    text: str
    digest: str
    values: dict[str, Any]

    @property
    def uid(self) -> str:
        """The session that it is about."""
        return str(self.values["uid"])

    @property
    def village(self) -> str:
        """Where that was."""
        return str(self.values["setup"]["village"])

    def votes(self) -> list[Vote]:
        """Its votes, in the order of its items."""
        return [
            (when, form, question, kind, objective, right, sum(hands))
            for question, kind, objective, options, votes in self.values["items"]
            for right in (tuple(name for name, is_right in options if is_right),)
            for when, form, hands in votes
        ]

    def rows(self, number: int) -> list[Row]:
        """What reports may tell of it, for each option of each vote, under the session's `number`."""
        rows: list[Row] = []
        standings = iter(settled(self.votes()))
        for question, kind, objective, options, votes in self.values["items"]:
            # Plain numbers: sqlite3 takes four times as long over a bool as over an int.
            asked = [(name, int(right)) for name, right in options]
            for when, form, hands in votes:
                told, paired, gap = next(standings)
                both = int(paired)
                counts = hands if told else [None] * len(hands)
                rows += [
                    (number, when, form, question, kind, objective, name, right, count, 0, both)
                    for (name, right), count in zip(asked, counts, strict=True)
                ]
                if gap:
                    first = len(rows) - len(hands)
                    rows[first] = (*rows[first][:9], gap, both)
        return rows


def as_json(result: Result) -> str:
    """The result as one line; texts are cleaned, and the same result is always the same line."""
    return _as_text(_values(result))


def _as_text(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _values(result: Result) -> dict[str, Any]:
    """What the line of a result says."""
    setup = {field.name: getattr(result.setup, field.name) for field in fields(Setup)}
    setup["village"] = clean(result.setup.village, VILLAGE)
    setup["lessons"] = [clean(one, ID) for one in result.setup.lessons]
    if not setup[REFRESHER]:
        # An older program reads such a line; one of a refresher it leaves aside, and says so.
        del setup[REFRESHER]
    return {
        "format": FORMAT,
        "uid": result.uid,
        "events": result.events,
        "day": result.day,
        "setup": setup,
        "heads": result.heads,
        "items": _items(result.tallies),
        "marked": [clean(one, ID) for one in result.marked],
        "times": [[part.value, planned, taken] for part, planned, taken in result.times],
        "words": {
            clean(code, ID): {
                clean(id_, ID): clean(words, WORDS) for id_, words in sorted(told.items())
            }
            for code, told in sorted(result.words.items())
        },
        "priorities": {clean(id_, ID): told for id_, told in sorted(result.priorities.items())},
    }


def from_json(text: str) -> Result:
    """The result that a line holds. Raises ValueError for a line that is none of ours."""
    line = read(text)
    return _result(line.values, tuple(_tallies(line.values["items"])))


def known(text: str, digest: str) -> ResultLine:
    """A line that was found to be sound before."""
    return ResultLine(text, digest, json.loads(text))


def without_tallies(line: ResultLine) -> Result:
    """The result of a sound line, but for its tallies."""
    return _result(line.values, ())


def written(result: Result) -> ResultLine:
    """The line of a result of our own, which need not be doubted."""
    values = _values(result)
    text = _as_text(values)
    return ResultLine(text, digest_of(text), values)


def read(text: str) -> ResultLine:
    """A line from anywhere. Raises ValueError unless it is sound to its last figure."""
    try:
        values = json.loads(text, parse_constant=_refuse, parse_float=_refuse)
        check(values, text)
        line = ResultLine(text, digest_of(text), values)
    except (TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValueError("a line that is no result") from error
    return line


def digest_of(text: str) -> str:
    """What decides between two lines about one session that tell equally many events."""
    return sha256(text.encode("utf-8")).hexdigest()


def _result(values: dict[str, Any], tallies: tuple[Tally, ...]) -> Result:
    setup = {**values["setup"]}
    setup["lessons"] = tuple(setup["lessons"])
    setup["measure"] = Measure(setup["measure"])
    return Result(
        uid=values["uid"],
        events=values["events"],
        day=values["day"],
        setup=Setup(**setup),
        heads=values["heads"],
        tallies=tallies,
        marked=tuple(values["marked"]),
        times=tuple((Part(part), planned, taken) for part, planned, taken in values["times"]),
        words=values["words"],
        priorities=values["priorities"],
    )


def _tallies(items: list[list[Any]]) -> Iterator[Tally]:
    for question, kind, objective, options, votes in items:
        for when, form, counts in votes:
            for (option, right), hands in zip(options, counts, strict=True):
                yield Tally(when, form, question, kind, objective, option, right, hands)


def _items(tallies: tuple[Tally, ...]) -> list[list[Any]]:
    """Tallies put together by question and by vote, in the order in which these come first."""
    counted: dict[tuple[Any, ...], list[Tally]] = {}
    for tally in tallies:
        asked = (tally.question, tally.kind, tally.objective)
        counted.setdefault((*asked, tally.when, tally.form), []).append(tally)
    items: list[list[Any]] = []
    last: tuple[tuple[str, ...], list[Any]] | None = None
    for (question, kind, objective, when, form), vote in counted.items():
        told = tuple(clean(text, ID) for text in (question, kind, objective))
        options = [[clean(tally.option, ID), tally.right] for tally in vote]
        if (told, options) != last:
            last = (told, options)
            items.append([*told, options, []])
        items[-1][4].append([when, form, [tally.hands for tally in vote]])
    return items


def _refuse(_: str) -> object:
    raise ValueError("a number that is not whole")
