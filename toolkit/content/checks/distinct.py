"""Ids within one record: each is there once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from toolkit.content.checks.pasted import one_too_many
from toolkit.content.checks.proposals import nearest, renamed
from toolkit.content.place import Place, instead, place_of
from toolkit.content.reading.desk import Desk
from toolkit.content.shaping.shapes import Partial
from toolkit.language import said


def distinct(
    records: Sequence[object], at: Place, desk: Desk, named: Sequence[str] = ()
) -> str | None:
    """Note each id that stands a second time among `records`; `at` is where they stand.

    `named` are the ids by which others refer to these records, in order. If one of the
    twins must be what they call by an id that nothing has, that is told; returns that id.
    """
    seen: set[str] = set()
    ids: list[str] = [getattr(record, "id", "") for record in records]
    # What could not be read may have what is missed.
    if not isinstance(records, Partial) and (lost := lost_name(ids, named)):
        _given_back(*lost, at, desk)
        return lost[1]
    for index, one in enumerate(ids):
        if one in seen:
            here = place_of(one, at)
            again = one_too_many(records, index)
            mend, edit = (again, None) if again else renamed(one, ids, here)
            desk.error(
                here,
                "duplicate-id",
                said('The id "{id}" is used twice here.', id=one),
                mend,
                edit=edit,
            )
        seen.add(one)
    return None


def lost_name(ids: Sequence[str], named: Sequence[str]) -> tuple[str, str] | None:
    """The twin that lost its name, and this name; None if that cannot be told for sure."""
    if len(set(ids)) == len(ids):
        return None
    lost = list(dict.fromkeys(one for one in named if one not in ids))
    again = [one for at, one in enumerate(ids) if one in ids[:at]]
    if len(lost) != 1 or len(again) != 1:
        return None
    twin, name = again[0], lost[0]
    if _is_mistyped(name, ids):
        # Probably only mistyped where it is named.
        return None
    first, second = (one for one in ids if one == twin)
    # Records are mostly referred to in the order in which they stand.
    before = twin in named and named.index(name) < named.index(twin)
    return (first if before else second), name


def _is_mistyped(name: str, ids: Sequence[str]) -> bool:
    """Is it like one of these ids, apart from what they all begin with and from numbers?"""
    least, most = min([*ids, name]), max([*ids, name])
    same = "".join(
        one for one, _ in takewhile(lambda two: two[0] == two[1], zip(least, most, strict=False))
    )
    shared = max(same.rfind("."), same.rfind("-")) + 1
    near = nearest(name[shared:], [one[shared:] for one in ids])
    return bool(near) and near.rstrip("0123456789") != name[shared:].rstrip("0123456789")


def _given_back(twin: str, name: str, at: Place, desk: Desk) -> None:
    here = place_of(twin, at)
    desk.error(
        here,
        "duplicate-id",
        said('The id "{id}" is used twice here.', id=twin),
        said(
            '"{id}" is named elsewhere, yet nothing is called so. If it is this one, write:  {id}',
            id=name,
        ),
        edit=instead(here, twin, name),
    )


def listed_twice(ids: Sequence[str], at: Place, desk: Desk) -> None:
    """Note each id that stands a second time in a list of ids."""
    if len(set(ids)) == len(ids):
        return
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            desk.warning(
                place_of(one, at),
                "listed-twice",
                said('"{id}" stands in this list twice.', id=one),
                said("Keep it once:  [{ids}]", ids=", ".join(dict.fromkeys(ids))),
            )
        seen.add(one)
