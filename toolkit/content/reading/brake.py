"""The brake: where one slip makes a whole part of a file look wrong, it is told once.

A mending is a guess. If it leaves many lines of the same part at odds with what belongs
there, the guess is taken back and only the place is named, so that nobody is led to mend
lines that are sound. Loaded only for a file with several problems.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict

from toolkit.content.place import Problem, Severity
from toolkit.content.reading.desk import Desk
from toolkit.language import said

MANY = 3
"""So many in one part are no longer mistakes of their own."""

_PLACED = frozenset({"odd-spaces", "duplicate-key", "unknown-key", "unknown-language", "lost-key", "missing-dash",
                     "two-keys", "colon", "wrong-type", "missing-colon", "broken-yaml", "special-start", "languages"})  # fmt: skip
"""What a line is told that stands where it does not belong."""
_FOLLOWING = frozenset({"missing-key", "empty", "missing-translation", "odd-id", "wrong-count", "unknown-word",
                        "odd-number", "missing-comma", "text-after-quote"})  # fmt: skip
"""What its group is told that lacks it, or that has got it instead of another."""
_PART = re.compile(r"(?:[^\s#]| {0,4}- )")


def braked(desk: Desk) -> bool:
    """Make one problem of those that one slip has brought about in a part of the file.

    True if there were such: what was read is then no ground for further checks.
    """
    starts = [at for at, line in enumerate(desk.text.split("\n"), 1) if _PART.match(line)]
    parts: defaultdict[int, list[Problem]] = defaultdict(list)
    for one in desk.problems:
        if one.rule in _PLACED or one.rule in _FOLLOWING:
            parts[bisect_right(starts, one.place.line)].append(one)
    gone: set[int] = set()
    for many in parts.values():
        if _is_one_slip(many):
            gone.update(id(one) for one in many)
    if not gone:
        return False
    told = [one for one in desk.problems if id(one) not in gone]
    told += [_told(many, desk) for many in parts.values() if id(many[0]) in gone]
    desk.problems[:] = told
    return True


def _is_one_slip(many: list[Problem]) -> bool:
    """Are they too many, with a line among them that does not belong where it stands?"""
    placed = {one.place.line for one in many if one.rule in _PLACED}
    return len(many) >= MANY and bool(placed) and len({one.rule for one in many}) > 1


def _told(many: list[Problem], desk: Desk) -> Problem:
    """The one problem: at the first line that does not belong where it stands."""
    first = min((one for one in many if one.rule in _PLACED), key=lambda one: one.place)
    line = desk.line(first.place.line)
    place = first.place._replace(column=len(line) - len(line.lstrip()) + 1)
    return Problem(
        place,
        "broken-yaml",
        said("From here on the lines do not fit together; one is missing, or stands elsewhere."),
        said(
            "Compare with a part that is sound. A text has its key above it:  {first}  {second}",
            first="title:",
            second="id: …",
        ),
        Severity.ERROR,
    )
