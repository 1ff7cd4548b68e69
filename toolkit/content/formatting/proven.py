"""A sound file in canonical order and layout, proven to say what it said, or left alone.

What comes out is read again and must hold the same values, list entries in the same
order, and every comment where it belonged; and laid out once more it must not change.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import yaml

from toolkit.content.formatting.dissecting import dissected
from toolkit.content.formatting.key_order import Inside
from toolkit.content.formatting.layout import laid_out
from toolkit.content.formatting.pieces import Pieces, Unsure, comments_of
from toolkit.content.place import Severity
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import Mapping, Node, Scalar, nodes

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def formatted(text: str, inside: Inside) -> str:
    """The canonical form of a file's text; `inside` is the shape of what it holds.

    The text must be without errors. Raises Unsure where the proof fails.
    """
    pieces = dissected(text)
    new = laid_out(pieces, inside)
    if new != text and not _proven(text, new, pieces, inside):
        raise Unsure(0)
    return new


def _proven(old: str, new: str, pieces: Pieces, inside: Inside) -> bool:
    meaning = _meaning(old)
    if meaning is None or meaning != _meaning(new) or _comments(old) != _comments(new):
        return False
    try:
        # Comments above the first key have become the file's own if it had none.
        again = dissected(new, headed=bool(pieces.head))
        belong = Counter(comments_of(pieces)) == Counter(comments_of(again))
        return belong and laid_out(dissected(new), inside) == new
    except Unsure:
        return False


def _meaning(text: str) -> Any:
    """What a file says, whatever the order of its keys; None if it has an error."""
    desk = Desk("")
    top = nodes(text, desk)
    errors = any(one.severity is Severity.ERROR for one in desk.problems)
    return None if top is None or errors else _values(top)


def _values(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.value, node.plain
    if isinstance(node, Mapping):
        return {key: _values(value) for key, (_, value) in node.entries.items()}
    return [_values(item) for item in node.items]


def _comments(text: str) -> Counter[str]:
    """Every comment, found without `dissected`: whatever follows a # outside of the words."""
    lines = text.split("\n")
    for token in yaml.scan(text, Loader=_LOADER):
        if isinstance(token, yaml.ScalarToken):
            _blank_out(lines, token)
    return Counter(line[line.index("#") :].strip() for line in lines if "#" in line)


def _blank_out(lines: list[str], token: yaml.ScalarToken) -> None:
    start, end = token.start_mark, token.end_mark
    below = token.style in ("|", ">")
    for number in range(start.line, min(end.line, len(lines) - 1) + 1):
        line = lines[number]
        first = start.column if number == start.line else 0
        last = end.column if number == end.line else len(line)
        if not (below and number == start.line):
            lines[number] = line[:first] + "." * (last - first) + line[last:]
