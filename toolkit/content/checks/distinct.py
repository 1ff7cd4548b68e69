"""Ids within one record: each is there once."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.content.checks.proposals import renamed
from toolkit.content.place import Place, place_of
from toolkit.content.reading.desk import Desk
from toolkit.language import said


def distinct(records: Sequence[object], at: Place, desk: Desk) -> None:
    """Note each id that stands a second time among `records`; `at` is where they stand."""
    seen: set[str] = set()
    for record in records:
        one = getattr(record, "id", "")
        if one in seen:
            here = place_of(one, at)
            taken = {getattr(other, "id", "") for other in records}
            mend, edit = renamed(one, taken, here)
            desk.error(
                here,
                "duplicate-id",
                said('The id "{id}" is used twice here.', id=one),
                mend,
                edit=edit,
            )
        seen.add(one)


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
