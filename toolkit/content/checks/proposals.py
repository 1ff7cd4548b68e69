"""What to write instead: the nearest id that exists, or one that is still free.

Knows ids and places only; the sentences are the same wherever an id is wrong.
"""

from __future__ import annotations

from collections.abc import Collection

from toolkit.content.place import Edit, Place, instead
from toolkit.content.reading.desk import printable
from toolkit.content.shaping.free_ids import free_id
from toolkit.language import Said, said

SHOWN = 6
"""How many ids a mending lists: more than that nobody reads."""
ROOM = 60
"""How many characters they may take together."""


def nearest(one: str, known: Collection[str]) -> str:
    """The id that was probably meant, "" if none is near."""
    if one in known:
        return one
    from difflib import get_close_matches

    near = get_close_matches(one.lower().replace("_", "-"), known, 1)
    return near[0] if near else ""


def meant(one: str, known: Collection[str], at: Place) -> tuple[Said, Edit | None]:
    """How to mend an id that nothing has: the nearest one, else some that there are."""
    if near := nearest(one, known):
        return said("Write:  {id}", id=near), instead(at, one, near)
    if not known:
        return said("There is none yet: write it first, then name it here."), None
    from difflib import get_close_matches

    some = get_close_matches(one, known, SHOWN, cutoff=0.0)
    return said("Write one that exists, for example  {id}", id=_listed(some)), None


def _listed(ids: list[str]) -> str:
    """The first of some ids, best first: as many as fit, each of them whole, by their letters."""
    kept = ids[:1]
    for one in ids[1:]:
        if len(", ".join([*kept, one])) > ROOM:
            break
        kept.append(one)
    return ", ".join(printable(one) for one in sorted(kept))


def renamed(one: str, taken: Collection[str], at: Place) -> tuple[Said, Edit]:
    """How to mend an id that is used twice: by one that is free."""
    new = free_id(one, taken)
    return (
        said("Give this one an id of its own; write for example:  {id}", id=new),
        instead(at, one, new),
    )


def line_added(at: Place, line: str) -> Edit | None:
    """The edit that puts a key in front of a record's first one; `at` is the record's place.

    None where the record does not begin with its `id`, so that its form cannot be told.
    """
    first = getattr(at, "parts", {}).get("id")
    if first is None or first.line != at.line:
        return None
    if first.column == at.column + len("id: "):
        return Edit(at.line, at.column, at.line, at.column, f"{line}\n{' ' * (at.column - 1)}")
    if first.column == at.column + len("{id: "):
        return Edit(at.line, at.column + 1, at.line, at.column + 1, f"{line}, ")
    return None
