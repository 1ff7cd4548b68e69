"""A village as a programme office knows it: its name, where it lies, whom people there can call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from toolkit.content.place import NOWHERE, Place


class Office(StrEnum):
    """Whom a village's own numbers reach, in the order in which they are printed."""

    VILLAGE = "village_office"
    POLICE = "police_post"
    MANPOWER = "manpower_office"
    IMMIGRATION = "immigration_office"


_OFFICES = tuple(Office)
"""They are gone through for every village of a country."""


@dataclass(frozen=True, slots=True)
class Village:
    """One row of a village list.

    `numbers` are as they are printed; an office that is not among them gets a line to write
    on. `checked_on` is the day on which somebody tried the numbers, None if nobody said.
    `code` is the village's official number, "" if the list has none.
    """

    name: str
    district: str
    regency: str
    province: str
    numbers: Mapping[Office, str]
    checked_on: date | None = None
    code: str = ""
    at: Place = field(default=NOWHERE, compare=False, repr=False)


def digest(village: Village) -> str:
    """A short name for all that is printed of a row, always the same for the same row.

    16 hexadecimal digits. A file that carries it was made from this row, as it is.
    """
    from hashlib import blake2b
    from json import dumps

    printed = [village.name, village.district, village.regency, village.province, village.code]
    printed += [village.numbers.get(office, "") for office in _OFFICES]
    printed.append(village.checked_on.isoformat() if village.checked_on else "")
    return blake2b(dumps(printed).encode(), digest_size=8).hexdigest()
