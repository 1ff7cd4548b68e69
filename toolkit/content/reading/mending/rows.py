"""One line of YAML as a person sees it: how far in it stands, a dash, a key, a text."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum

KEY = re.compile(r"(?P<key>[A-Za-z_][\w.-]*|\"[^\"]+\"|'[^']+')[ \t]*:(?=\s|$)")
LOOSE = re.compile(r"[^\s\"'\[\]{}#&*!|>%@`,?-][^:#\"]*?:(?=\s|$)")
"""Words and a colon: YAML takes them for a key, a person rather for a text."""
TIGHT = re.compile(r"(?P<key>[A-Za-z_]\w*)\s*:(?=[^\s/=])")
"""A key whose colon has no space after it."""
UNMARKED = re.compile(r"(?P<key>[a-z_]+)(?P<gap>\s*[;=]?(?:\s+|$))")
"""A key that may have lost its colon."""
DASH = re.compile(r"-(?=\s|$)")
TIGHT_DASH = re.compile(r"-(?=[^\s\d-])")
OTHER_DASH = re.compile("[–—•·▪*−](?=[ \t\u00a0])")
"""What Word and Markdown put where YAML wants a dash."""
BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])(?=\s|$)")
_FIRST = re.compile(r" *(?:- +)*([A-Za-z_][\w.-]*)[ \t]*:(?=\s|$)")
_KEYS = re.compile(r"(?:^ *(?:- +)*|[{,] *)([a-z_]+):(?=\s|$)", re.MULTILINE)

HOUSE_KEYS = frozenset(
    [
        "lesson",
        "order",
        "icon",
        "title",
        "about",
        "objectives",
        "pages",
        "takeaways",
        "leaflet",
        "front",
        "inside",
        "contacts",
        "sources",
        "id",
        "en",
        "priority",
        "minutes",
        "text",
        "show",
        "say",
        "ask",
        "page",
        "more",
        "quiz",
        "questions",
        "kind",
        "objective",
        "options",
        "right",
        "reply",
        "belief",
        "answer",
        "mistake",
        "mistakes",
        "steps",
        "pairs",
        "left",
        "message",
        "sign",
        "facts",
        "terms",
        "number",
        "date",
        "as_of",
        "review_by",
        "name",
        "dial",
        "channel",
        "scope",
        "reach",
        "note",
        "seen_on",
        "word",
        "means",
        "long",
        "publisher",
        "why",
    ]
)
"""Keys that a line is recognised by when its colon or dash is missing."""


HOUSE_GROUPS = frozenset({"leaflet", "front", "title", "say", "belief", "reply", "text", "mistake"})
"""Keys that never have a list below them."""


class Look(Enum):
    """What a line begins with."""

    DASH = "dash"
    KEY = "key"
    TEXT = "text"


def look(line: str) -> Look:
    """What the line begins with, after its spaces."""
    body = line.lstrip(" ")
    if DASH.match(body):
        return Look.DASH
    return Look.KEY if KEY.match(body) else Look.TEXT


def word(line: str, start: int = 0) -> str:
    """The key that the line begins with, after spaces and dashes; "" if it is none."""
    found = _FIRST.match(line, start)
    return found[1] if found else ""


def indent(line: str) -> int:
    """How many spaces the line begins with."""
    return len(line) - len(line.lstrip(" "))


def silent(line: str) -> bool:
    """Is it empty, or nothing but a comment?"""
    body = line.strip()
    return not body or body.startswith("#")


def follows(lines: list[str], at: int) -> str:
    """The next line after `at` that is neither empty nor a comment."""
    for line in lines[at + 1 : at + 20]:
        if not silent(line):
            return line
    return ""


def step(lines: list[str]) -> int:
    """How many spaces further in this file goes at a time, mostly."""
    steps: Counter[int] = Counter()
    before = 0
    for line in lines:
        if not silent(line):
            now = indent(line)
            steps[now - before] += 1
            before = now
    return 4 if steps[4] > 2 * steps[2] else 2


def known_keys(text: str) -> frozenset[str]:
    """The words that are keys in this file, to a person's eye."""
    used = Counter(_KEYS.findall(text))
    return HOUSE_KEYS | {key for key, times in used.items() if times > 1}
