"""What a line about a session may hold: the limits of its texts and numbers, and nothing else.

Lines come from any stick, so every type, word and number is looked at. Knows what a line
says, and nothing of where it is kept.
"""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from typing import Any

from toolkit.content.lesson import Priority
from toolkit.session.agenda import Measure, Part, Setup
from toolkit.session.figures import WHENS
from toolkit.session.hall import MOST

FORMAT = 1
"""The form of the lines that this program writes."""

REFRESHER = "refresher"
"""Stands in a set-up only where it is true: all other lines are what they always were."""

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
_SETUP = frozenset(field.name for field in fields(Setup)) - {REFRESHER}
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


def clean(text: str, most: int) -> str:
    """The text on one line, without control characters and no longer than `most` letters."""
    seen = _INVISIBLE.sub("", text)
    return " ".join(_BREAKING.sub(" ", seen).split())[:most].rstrip()


def check(values: Any, text: str) -> None:
    """Raise ValueError, or what reading the wrong type raises, unless `values` are sound.

    `text` is the line that says them: texts must be such as `clean` leaves them.
    """
    _must(type(values) is dict and values.keys() == _KEYS)
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

    # Almost every line is plain to the eye; only another one has its texts looked at singly.
    if (not text.isprintable() and _FORBIDDEN.search(text)) or _ESCAPED.search(text):
        _must_be_clean(values)


def _check_setup(setup: dict[str, Any]) -> None:
    _must(type(setup) is dict and setup.keys() - {REFRESHER} == _SETUP)
    _must(setup.get(REFRESHER, True) is True)
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
        size = len(options)
        for when, form, hands in votes:
            if type(hands) is not list or len(hands) != size:
                _must(False)
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
