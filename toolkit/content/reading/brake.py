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

_LAID = frozenset({"odd-spaces", "duplicate-key", "unknown-language", "lost-key", "missing-dash", "two-keys",
                   "colon", "missing-colon", "broken-yaml", "languages"})  # fmt: skip
"""What a line is told whose lines around it may be laid out wrong."""
_FOLLOWING = frozenset({"unknown-key", "missing-key", "empty", "missing-translation", "odd-id", "wrong-count",
                        "wrong-type", "not-keys", "unknown-word", "odd-number", "missing-comma",
                        "text-after-quote", "special-start", "out-of-range"})  # fmt: skip
"""What may come of it: a group lacks a line, or has got it instead of another."""
_SECTION = re.compile(r"[^\s#-]")
_ENTRY = re.compile(r" *- ")


def braked(desk: Desk) -> bool:
    """Make one problem of those that one slip has brought about in a part of the file.

    True if there were such: what was read is then no ground for further checks.
    """
    parts, sections = _parts(desk.text.split("\n"))
    found: defaultdict[int, list[Problem]] = defaultdict(list)
    for one in desk.problems:
        if one.rule in _LAID or one.rule in _FOLLOWING:
            found[bisect_right(parts, one.place.line)].append(one)
    gone: set[int] = set()
    told: list[Problem] = []
    section = -1
    strange = _joined(
        [bisect_right(sections, many[0].place.line) for many in found.values() if _is_strange(many)]
    )
    for part in sorted(found):
        many = found[part]
        here = bisect_right(sections, many[0].place.line)
        joined = here in strange and _is_strange(many)
        again = here == section and (joined or _is_laid_out_wrong(many))
        if again or joined or (len(many) >= MANY and _is_one_slip(many)):
            gone.update(id(one) for one in many)
            told += [] if again else [_told(many, desk)]
            section = here
    if gone:
        desk.problems[:] = [one for one in desk.problems if id(one) not in gone] + told
    return bool(gone)


def _parts(lines: list[str]) -> tuple[list[int], list[int]]:
    """The lines, from 1, where an outermost key or an entry of its list begins; those of the keys."""
    parts, sections = [], []
    wanted: str | None = ""
    for at, line in enumerate(lines, 1):
        if _SECTION.match(line):
            sections.append(at)
            parts.append(at)
            wanted = None
        elif line.strip() and not line.lstrip().startswith("#"):
            dash = _ENTRY.match(line)
            if wanted is None:
                wanted = dash[0] if dash else ""
            if dash and dash[0] == wanted:
                parts.append(at)
    return parts, sections


def _is_one_slip(many: list[Problem]) -> bool:
    """Is a line among them that is laid out wrong, and others that may come of it?"""
    return _is_laid_out_wrong(many) and len({one.rule for one in many}) > 1


def _is_strange(many: list[Problem]) -> bool:
    """Does an entry lack most of what its list wants, and have what the list does not know?"""
    rules = [one.rule for one in many]
    return rules.count("missing-key") >= 2 and "unknown-key" in rules


def _joined(strange: list[int]) -> set[int]:
    """The sections to whose list another list was joined, because the key between them is lost."""
    return {one for one in strange if strange.count(one) > 1}


def _is_laid_out_wrong(many: list[Problem]) -> bool:
    return any(one.rule in _LAID for one in many)


def _told(many: list[Problem], desk: Desk) -> Problem:
    """The one problem: at the first line that does not belong where it stands."""
    rest = many if _is_strange(many) else [one for one in many if one.rule != "missing-key"]
    first = min(rest, key=lambda one: one.place)
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
