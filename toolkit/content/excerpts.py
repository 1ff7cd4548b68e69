"""What stands at a problem's place: the line, the one before, and the keys that lead there.

Knows lines and their indentation only, so that it serves a file that no longer parses too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from toolkit.content.place import Excerpt, Problem

_KEY = re.compile(r"^(?P<dash>(?:- +)*)(?P<key>[\w.-]+):(?=\s|$)")
_ID = re.compile(r"(?:^|[{,\s-])(?:id|page): *(?P<id>[a-z0-9][a-z0-9.-]*)\s*(?=$|[,}#])")


def with_excerpts(problems: Sequence[Problem], texts: Mapping[str, str]) -> list[Problem]:
    """The problems, each with what stands at its place; `texts` are the files by name."""
    lines: dict[str, list[str]] = {}
    found = []
    for problem in problems:
        place = problem.place
        if not place.line or place.file not in texts:
            found.append(problem)
            continue
        if place.file not in lines:
            lines[place.file] = texts[place.file].split("\n")
        found.append(replace(problem, excerpt=_excerpt(lines[place.file], place.line)))
    return found


def _excerpt(lines: list[str], number: int) -> Excerpt:
    if number > len(lines):
        return Excerpt("", lines[-1])
    before = lines[number - 2] if number > 1 else ""
    return Excerpt(lines[number - 1], before, _path(lines, number - 1))


def _path(lines: list[str], at: int) -> tuple[str, ...]:
    """The keys under which a line stands, from the outermost on; of a list entry its id."""
    path: list[str] = []
    limit = _indent(lines[at]) if lines[at].strip() else 999
    # A list entry's dash may stand as far left as the key of its list.
    entry = lines[at].lstrip().startswith("-")
    if found := _KEY.match(lines[at].strip()):
        path.append(found["key"])
        if found["dash"]:
            path += _named(lines, at)
    for index in range(at - 1, -1, -1):
        line = lines[index]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        indent = _indent(line)
        if indent > limit or (indent == limit and not entry) or len(path) > 12:
            continue
        dashed = line.lstrip().startswith("- ")
        if indent == limit and dashed:
            continue
        found = _KEY.match(line.strip())
        if dashed:
            inner = indent + len(found["dash"]) if found else indent + 2
            if found and inner < limit and found["key"] != "id":
                path.append(found["key"])
            path += _named(lines, index)
        elif found:
            path.append(found["key"])
        limit, entry = indent, dashed
        if indent == 0 and not dashed:
            break
    return tuple(reversed(path))


def _named(lines: list[str], at: int) -> list[str]:
    """The id of the list entry that begins at a line, if one of its own lines tells it."""
    indent = _indent(lines[at])
    for index in range(at, min(at + 12, len(lines))):
        line = lines[index]
        if index > at and line.strip() and _indent(line) <= indent:
            break
        if (index == at or _indent(line) == indent + 2) and (found := _ID.search(line)):
            return [found["id"]]
    return []


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
