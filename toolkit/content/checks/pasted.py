"""A record that was pasted twice: not another one that needs an id, but the same once more."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.content.place import NOWHERE, place_of
from toolkit.content.wording import texts_of
from toolkit.language import Said, said


def one_too_many(records: Sequence[object], index: int) -> Said | None:
    """How to mend a record whose id an earlier one has: delete it, if all its words are the same."""
    record = records[index]
    id = getattr(record, "id", "")
    for other in records[:index]:
        if getattr(other, "id", "") == id and list(texts_of(other)) == list(texts_of(record)):
            return said(
                "It was pasted twice: it says the same as the one in line {line}. Delete this one, from:  id: {id}",
                line=place_of(other.id, NOWHERE).line,  # type: ignore[attr-defined]
                id=id,
            )
    return None
