"""A session's result as one line of JSON, and back: strict, because it may come from any stick.

Knows the result and nothing of where it is kept. A line holds its counts by question and
vote, so that it is small and quick to read; in full:

    {"format": 1, "uid": …, "events": …, "day": "2026-11-22",
     "setup": {"village", "heads", "minutes", "lessons", "measure", "women", "men", "youth"},
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
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256
from typing import Any

from toolkit.content.lesson import Priority
from toolkit.session.agenda import Measure, Part, Setup
from toolkit.session.figures import WHENS
from toolkit.session.hall import MOST
from toolkit.session.reportable import Vote, settled
from toolkit.session.result import Result, Tally

FORMAT = 1
"""The form of the lines that this program writes."""

Row = tuple[int, str, str, str, str, str, str, int, int | None, int, int]
"""A tally as it is stored: its session's number, then the fields of `Tally`, yes and no as 1 and 0.

The hands of a vote that may not be told are None. Then come its `gap`, at the first of its
options, and `paired`: see `reportable`.
"""

VILLAGE = 80
ID = 200
WORDS = 2000
"""The most letters of a village's name, of an id, and of the words for one."""
_MANY = 5000
"""The most entries of any list in a line; a long session has a few hundred."""
_LONG = 10_000_000
"""The most events, minutes and seconds of a session."""

_WHENS, _FORMS = frozenset(WHENS), frozenset(("", "a", "b"))
_PARTS = frozenset(part.value for part in Part)
_MEASURES = frozenset(one.value for one in Measure)
_SETUP = frozenset(field.name for field in fields(Setup))
_PRIORITIES = frozenset(one.value for one in Priority)
_KEYS = frozenset(
    (
        "format", "uid", "events", "day", "setup", "heads", "items", "marked", "times", "words",
        "priorities",
    )
)  # fmt: skip
_UID = re.compile(r"[0-9A-Za-z-]{1,64}")

# What nobody sees, or turns the reading direction: the letters of Unicode's category Cf. With
# them two names could look the same.
_UNSEEN = (
    "\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
)
# Controls, halves of letters, and line ends of other systems part words.
_PARTING = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
_INVISIBLE, _BREAKING = re.compile(f"[{_UNSEEN}]"), re.compile(f"[{_PARTING}]")
_FORBIDDEN = re.compile(f"[{_PARTING}{_UNSEEN}]")
# JSON's escapes but for quotes and backslashes: behind one there may be anything.
_ESCAPED = re.compile(r'\\[^"\\]')


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
            Vote(when, form, question, kind, objective, right, sum(hands))
            for question, kind, objective, options, votes in self.values["items"]
            for right in (tuple(name for name, is_right in options if is_right),)
            for when, form, hands in votes
        ]

    def rows(self, number: int) -> Iterator[Row]:
        """What reports may tell of it, for each option of each vote, under the session's `number`."""
        standings = iter(settled(self.votes()))
        for question, kind, objective, options, votes in self.values["items"]:
            # Plain numbers: sqlite3 takes four times as long over a bool as over an int.
            asked = [(name, int(right)) for name, right in options]
            for when, form, hands in votes:
                told, paired, gap = next(standings)
                both = int(paired)
                counts = hands if told else [None] * len(hands)
                for (name, right), count in zip(asked, counts, strict=True):
                    yield (
                        number,
                        when,
                        form,
                        question,
                        kind,
                        objective,
                        name,
                        right,
                        count,
                        gap,
                        both,
                    )
                    gap = 0


def clean(text: str, most: int) -> str:
    """The text on one line, without control characters and no longer than `most` letters."""
    seen = _INVISIBLE.sub("", text)
    return " ".join(_BREAKING.sub(" ", seen).split())[:most].rstrip()


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
        _must(type(values) is dict and values.keys() == _KEYS)
        _check(values)
        # Almost every line is plain to the eye; only another one has its texts looked at singly.
        if (not text.isprintable() and _FORBIDDEN.search(text)) or _ESCAPED.search(text):
            _must_be_clean(values)
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


def _check(values: dict[str, Any]) -> None:
    _must(values["format"] == FORMAT and type(values["format"]) is int)
    _must(bool(_UID.fullmatch(values["uid"])))
    _numbers([values["events"]], _LONG)
    _numbers([values["heads"]], MOST)
    day = values["day"]
    _must(date.fromisoformat(day).isoformat() == day)
    _check_setup(values["setup"])
    _check_items(values["items"])
    _texts(values["marked"], ID)
    _list(values["times"])
    for part, planned, taken in values["times"]:
        _must(part in _PARTS)
        _numbers([planned, taken], _LONG)
    _must(type(values["words"]) is dict)
    _texts([*values["words"]], ID)
    for told in values["words"].values():
        _must(type(told) is dict)
        _texts([*told], ID)
        _texts([*told.values()], WORDS)
    _must(type(values["priorities"]) is dict)
    _texts([*values["priorities"]], ID)
    _must(set(values["priorities"].values()) <= _PRIORITIES)


def _check_setup(setup: dict[str, Any]) -> None:
    _must(type(setup) is dict and setup.keys() == _SETUP)
    _texts([setup["village"]], VILLAGE)
    _numbers([setup["heads"]], MOST)
    _numbers([setup["minutes"]], _LONG)
    _texts(setup["lessons"], ID)
    _must(setup["measure"] in _MEASURES)
    bands = (setup["women"], setup["men"], setup["youth"])
    _numbers([band for band in bands if band is not None], MOST)


def _check_items(items: list[Any]) -> None:
    # What can be is looked at in one go for all of them: see _texts.
    _list(items)
    texts: list[str] = []
    truths: list[bool] = []
    counted: list[tuple[str, str, str]] = []
    counts: list[int] = []
    for question, kind, objective, options, votes in items:
        _list(options)
        names = [name for name, _ in options]
        _must(0 < len(set(names)) == len(options))
        texts += (question, kind, objective, *names)
        truths += [right for _, right in options]
        _list(votes)
        for when, form, hands in votes:
            _must(type(hands) is list and len(hands) == len(options))
            counted.append((question, when, form))
            counts += hands
    _must(set(map(type, texts)) <= {str} and max(map(len, texts), default=0) <= ID)
    _must(set(map(type, truths)) <= {bool})
    _must({when for _, when, _ in counted} <= _WHENS and {form for *_, form in counted} <= _FORMS)
    _numbers(counts, MOST)
    # A vote told twice would count its hands twice.
    _must(len(set(counted)) == len(counted))


def _must_be_clean(values: Any) -> None:
    if isinstance(values, str):
        _must(not _FORBIDDEN.search(values))
    elif isinstance(values, dict):
        for name, value in values.items():
            _must_be_clean(name)
            _must_be_clean(value)
    elif isinstance(values, list):
        for value in values:
            _must_be_clean(value)


def _must(holds: bool) -> None:
    if not holds:
        raise ValueError("a line that is no result")


# Every line of ten thousand sticks goes through these: they leave the loops to C.
def _list(value: object) -> None:
    _must(type(value) is list and len(value) <= _MANY)


def _texts(values: list[Any], most: int) -> None:
    _list(values)
    _must(set(map(type, values)) <= {str} and max(map(len, values), default=0) <= most)


def _numbers(values: list[Any], most: int) -> None:
    _must(set(map(type, values)) <= {int})
    _must(not values or (min(values) >= 0 and max(values) <= most))


def _refuse(_: str) -> object:
    raise ValueError("a number that is not whole")
