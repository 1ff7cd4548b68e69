"""In which order the keys of a group stand: that of its shape's table."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.content.shaping.prose import Name, Prose
from toolkit.content.shaping.reference_file import FactShape
from toolkit.content.shaping.schema import ByKind, ListOf, Record
from toolkit.content.shaping.shapes import Shape
from toolkit.language import LANGUAGES

Inside = Shape | None
"""The shape of what stands somewhere; None where the order is the trainer's."""


def keys_in_order(inside: Inside, written: Mapping[str, str]) -> dict[str, Inside]:
    """The keys that are written, in order, each with the shape of its value.

    `written` also says what stands behind each key, "" if it is no single text.
    """
    known = _known(inside, written)
    names = [name for name in known if name in written]
    return {name: known.get(name) for name in dict.fromkeys([*names, *written])}


def entries_of(inside: Inside) -> Inside:
    """The shape of a list's entries."""
    return inside.item if isinstance(inside, ListOf) else None


def _known(inside: Inside, written: Mapping[str, str]) -> Mapping[str, Inside]:
    if isinstance(inside, Record):
        return _table(inside)
    if isinstance(inside, ByKind):
        table = _table(inside.kinds.get(written.get("kind", "")))
        # The id first, then what the thing is, then the rest.
        return {"id": table.get("id"), "kind": None} | table
    if isinstance(inside, FactShape):
        return _table(next((one for key, one in inside.facts.items() if key in written), None))
    if isinstance(inside, Prose | Name):
        return dict.fromkeys(LANGUAGES)
    return {}


def _table(record: Record | None) -> dict[str, Inside]:
    return {name: key.shape for name, key in record.keys.items()} if record else {}
