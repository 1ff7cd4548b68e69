"""What a trainer typed for a value, as it stands in the file: the stretch that a mending replaces.

Looked at only when something is wrong, so nothing here costs a sound file anything.
"""

from __future__ import annotations

import re

from toolkit.content.place import Edit
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import Node, Scalar

_CLOSING = {"{": "}", "[": "]"}
_SAFE = re.compile(r"[A-Za-z0-9(][^:#\[\]{},&*!|>'\"%@`\\]*")
_WORDS = frozenset({"true", "false", "null", "~", "yes", "no", "on", "off"})


def typed(node: Node, desk: Desk) -> str:
    """What stands in the file for a value, quotation marks and brackets included; "" if on several lines."""
    line = desk.line(node.at.line)
    start = node.at.column - 1
    if isinstance(node, Scalar):
        inside = node.raw or node.value
        if "\n" in inside:
            return ""
        if node.plain:
            return inside if line.startswith(inside, start) else ""
        whole = line[start - 1 : start + len(inside) + 1]
        return whole if len(whole) > 1 and whole[0] == whole[-1] in "'\"" else ""
    return _bracketed(line[start:])


def instead_of(node: Node, new: str, desk: Desk) -> Edit | None:
    """The mending that puts `new` in place of a whole value; None if it stands on several lines."""
    old = typed(node, desk)
    if not old:
        return None
    column = node.at.column - (isinstance(node, Scalar) and not node.plain)
    return Edit(node.at.line, column, node.at.line, column + len(old), new)


def in_brackets(node: Node, desk: Desk) -> bool:
    """Is a list or a group written in brackets, and not on lines of its own?"""
    return desk.line(node.at.line)[node.at.column - 1 : node.at.column] in _CLOSING


def line_end(number: int, desk: Desk) -> int:
    """The column behind the last letter of a line."""
    return len(desk.line(number).rstrip()) + 1


def in_quotes(words: str) -> str:
    """Words in double quotation marks."""
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def as_text(words: str) -> str:
    """Words as they can stand anywhere in a file: in quotation marks where they need them."""
    safe = _SAFE.fullmatch(words) and words.lower() not in _WORDS and not words.endswith(" ")
    return words if safe else in_quotes(words)


def _bracketed(rest: str) -> str:
    """The bracketed stretch that `rest` begins with; "" if it does not end on the line."""
    waiting: list[str] = []
    quote = ""
    for index, letter in enumerate(rest):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"" and rest[index - 1] in " ,:[{":
            quote = letter
        elif letter in _CLOSING:
            waiting.append(_CLOSING[letter])
        elif waiting and letter == waiting[-1]:
            waiting.pop()
            if not waiting:
                return rest[: index + 1]
        elif not waiting:
            return ""
    return ""
