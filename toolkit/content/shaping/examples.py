"""Values for keys that are lacking, such as they would do in this very file.

An example that is typed as it is told must not lead to the next mistake: ids are free ones,
references are to what the file itself has. What a file cannot tell is never made up.
Looked at only when something is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import Mapping as Group
from toolkit.content.reading.nodes import Node, Scalar
from toolkit.content.reading.nodes import Sequence as Listed
from toolkit.content.shaping import readings, typed
from toolkit.content.shaping.free_ids import free_id
from toolkit.content.shaping.record_like import RecordLike


@dataclass(frozen=True)
class _Lack:
    """A record that lacks a value, and the lists and groups around it from the top inwards."""

    record: RecordLike
    node: Group
    around: Sequence[Node]
    desk: Desk


def value(record: RecordLike, name: str, node: Group, desk: Desk) -> str:
    """What may be written after a key of the record that stands at `node`."""
    sample = record.keys[name].example
    found = _FROM_FILE.get(name)
    if found is None or desk.is_crowded:
        return sample
    return found(_Lack(record, node, _around(node, desk), desk)) or sample


def first_line(record: RecordLike, name: str, node: Group, desk: Desk) -> str:
    """How the value of a key of the record at `node` begins, if it takes lines of its own."""
    key = record.keys[name]
    item = getattr(key.shape, "item", None)
    if not key.first_line or item is None:
        return key.first_line
    begun = _entry(item, node, [*_around(node, desk), node, Listed([], node.at)], desk)
    return f"- {begun}" if begun else key.first_line


def entry(item: object, node: Listed, desk: Desk) -> str:
    """How another entry of a list would begin; "" if its entries are no records."""
    return _entry(item, node, [*_around(node, desk), node], desk)


def _entry(item: object, node: Node, around: Sequence[Node], desk: Desk) -> str:
    kinds = getattr(item, "kinds", None)
    record: RecordLike | None = next(iter(kinds.values())) if kinds else item  # type: ignore[assignment]
    if not hasattr(record, "keys") or record is None:
        return ""
    name = next(iter(record.keys))
    sample = record.keys[name].example
    if (found := _FROM_FILE.get(name)) and not desk.is_crowded:
        sample = found(_Lack(record, Group({}, node.at), around, desk)) or sample
    return f"{name}: {sample}"


def _around(node: Node, desk: Desk) -> list[Node]:
    """The lists and groups around a node; its place tells the way to it."""
    way: list[Node] = []
    one = desk.top
    while isinstance(one, Group | Listed):
        if one.at == node.at and one.__class__ is node.__class__:
            return way
        way.append(one)
        inside = _inside(one)
        one = max((part for part in inside if part.at <= node.at), key=_at, default=None)
    return []


def _inside(node: Group | Listed) -> list[Node]:
    if isinstance(node, Listed):
        return node.items
    return [part for _, part in node.entries.values()]


def _at(node: Node) -> tuple[int, int]:
    return node.at.line, node.at.column


def _words(nodes: Sequence[Node], key: str) -> Iterator[str]:
    """What stands after a key in each of some groups."""
    for node in nodes:
        found = node.get(key) if isinstance(node, Group) else None
        if isinstance(found, Scalar) and found.value:
            yield found.value


def _entries(node: Node | None, key: str) -> list[Node]:
    found = node.get(key) if isinstance(node, Group) else None
    return found.items if isinstance(found, Listed) else []


def _siblings(around: Sequence[Node]) -> list[Node]:
    return around[-1].items if around and isinstance(around[-1], Listed) else []


def _lesson(lack: _Lack) -> str:
    """The id of the lesson that the file is about."""
    stem = readings.ident(PurePath(lack.desk.file).stem)
    return next(_words(lack.around[:1], "lesson"), "") or stem


def _id(lack: _Lack) -> str:
    """One that none of its neighbours has."""
    there = list(_words(_siblings(lack.around), "id"))
    sample = lack.record.keys["id"].example
    if "priority" in lack.record.keys:
        sample = f"{_lesson(lack)}.{sample.partition('.')[2]}"
    elif there and ("objective" in lack.record.keys or len(there[-1]) == 1):
        sample = there[-1]
    return free_id(sample, there) if sample in there else sample


def _objective(lack: _Lack) -> str:
    """That of the question before it, else of the first one that has any."""
    others = _siblings(lack.around)
    before = list(_words([one for one in others if one.at < lack.node.at], "objective"))
    word = lack.record.keys["objective"].example.partition(".")[2]
    return [*before[-1:], *_words(others, "objective"), f"{_lesson(lack)}.{word}"][0]


def _objectives(lack: _Lack) -> str:
    """For a page: the first of the lesson's that no page teaches, else the first."""
    if "show" not in lack.record.keys or not lack.around:
        return ""
    known = list(_words(_entries(lack.around[0], "objectives"), "id"))
    taught = {
        one.value
        for page in _siblings(lack.around)
        for one in _entries(page, "objectives")
        if isinstance(one, Scalar)
    }
    return next((f"[{one}]" for one in [*(k for k in known if k not in taught), *known]), "")


def _page(lack: _Lack) -> str:
    """The first page that no panel shows, else the first."""
    pages = list(_words(_entries(lack.around[0] if lack.around else None, "pages"), "id"))
    shown = set(_words(_siblings(lack.around), "page"))
    return next(iter([*(one for one in pages if one not in shown), *pages]), "")


def _next(lack: _Lack) -> str:
    """The last turn: there a chat ends."""
    turns = list(_words(_entries(lack.around[0] if lack.around else None, "turns"), "id"))
    return turns[-1] if turns else ""


def _pair(lack: _Lack) -> str:
    """The word of an offer that has no twin yet."""
    there = list(_words(_siblings(lack.around), "pair"))
    return next((one for one in there if there.count(one) == 1), "")


def _about(lack: _Lack) -> str:
    """For a usual mistake: the first part of its question."""
    if "belief" not in lack.record.keys or len(lack.around) < 2:
        return ""
    question = lack.around[-2]
    parts = [one for key in ("steps", "pairs", "message") for one in _entries(question, key)]
    return next((f"[{one}]" for one in _words(parts, "id")), "")


def _dial(lack: _Lack) -> str:
    """What stands there as the number to print."""
    dialled = readings.dial(next(_words([lack.node], "number"), ""))
    return typed.in_quotes(dialled) if dialled else ""


def _number(lack: _Lack) -> str:
    dialled = next(_words([lack.node], "dial"), "")
    return typed.in_quotes(dialled) if dialled else ""


_FROM_FILE: dict[str, Callable[[_Lack], str]] = {
    "id": _id,
    "objective": _objective,
    "objectives": _objectives,
    "page": _page,
    "next": _next,
    "pair": _pair,
    "about": _about,
    "dial": _dial,
    "number": _number,
}
"""Keys whose value the rest of the file can tell."""
