"""The header of a village list: which column holds what, by its word in either language.

Spaces, underscores, dots, slashes and capitals make no difference, and the order is free.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.content.villages.village import Office


class Column(StrEnum):
    """What a column holds; the value is its word in an English header."""

    CODE = "code"
    VILLAGE = "village"
    DISTRICT = "district"
    REGENCY = "regency"
    PROVINCE = "province"
    VILLAGE_OFFICE = "village_office"
    POLICE_POST = "police_post"
    MANPOWER_OFFICE = "manpower_office"
    IMMIGRATION_OFFICE = "immigration_office"
    CHECKED_ON = "checked_on"


NEEDED = (Column.VILLAGE, Column.REGENCY)
"""Without these nobody knows whose leaflet it is, nor in which bundle it belongs."""

OFFICES: Mapping[Column, Office] = {
    Column.VILLAGE_OFFICE: Office.VILLAGE,
    Column.POLICE_POST: Office.POLICE,
    Column.MANPOWER_OFFICE: Office.MANPOWER,
    Column.IMMIGRATION_OFFICE: Office.IMMIGRATION,
}

WORDS: Mapping[Column, tuple[str, ...]] = {
    Column.CODE: ("kode", "code", "kode_desa", "village_code"),
    Column.VILLAGE: ("desa", "village", "nama_desa", "desa/kelurahan"),
    Column.DISTRICT: ("kecamatan", "district"),
    Column.REGENCY: ("kabupaten", "regency", "kabupaten/kota", "kab/kota"),
    Column.PROVINCE: ("provinsi", "province"),
    Column.VILLAGE_OFFICE: ("kantor_desa", "village_office"),
    Column.POLICE_POST: ("pos_polisi", "police_post"),
    Column.MANPOWER_OFFICE: ("dinas_tenaga_kerja", "manpower_office"),
    Column.IMMIGRATION_OFFICE: ("kantor_imigrasi", "immigration_office"),
    Column.CHECKED_ON: ("diperiksa_pada", "checked_on"),
}
"""The words of a header; the first is the Indonesian one, and the one that we tell people."""


def plain(word: str) -> str:
    """A header's word without what makes no difference."""
    word = unicodedata.normalize("NFKC", word).casefold().replace("\u200b", "")
    return re.sub(r"[\s_./\\-]+", " ", word.replace("\ufeff", "")).strip()


_ALIKE = 0.75
"""From which likeness on a word may be meant."""

_NOTES = frozenset({"catatan", "keterangan", "notes", "remarks"})
"""An office's notes are meant as they are; catatan is only like kecamatan."""

_COLUMNS = {plain(word): column for column, words in WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a list says.

    `columns` are those that are read, by their number, counted from 0. `unknown` and
    `doubled` are the numbers of words that nobody knows and of columns that are there already.
    """

    row: int
    columns: Mapping[int, Column]
    words: Mapping[int, str]
    unknown: tuple[int, ...] = ()
    doubled: tuple[int, ...] = ()
    missing: tuple[Column, ...] = ()
    _places: dict[Column, int] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._places.update({column: at for at, column in self.columns.items()})

    def at(self, column: Column) -> int:
        """The number of a column; -1 if the list has none."""
        return self._places.get(column, -1)


def read_header(row: int, words: Mapping[int, str]) -> Header | None:
    """What a row says as a header; None if it holds no word of one."""
    columns: dict[int, Column] = {}
    unknown, doubled = [], []
    for at, word in sorted(words.items()):
        column = _COLUMNS.get(plain(word))
        if column is None:
            unknown.append(at)
        elif column in columns.values():
            doubled.append(at)
        else:
            columns[at] = column
    if not columns:
        return None
    missing = tuple(one for one in NEEDED if one not in columns.values())
    return Header(row, columns, dict(words), tuple(unknown), tuple(doubled), missing)


def known_words(words: Iterable[str]) -> int:
    """How many of these are words of a header."""
    return sum(plain(word) in _COLUMNS for word in words)


def nearest(word: str, missing: Iterable[Column]) -> str:
    """The word of a header that is most like this one, "" if none of a `missing` column is."""
    from difflib import get_close_matches

    if plain(word) in _NOTES:
        return ""
    lacking = set(missing)
    words = [one for one, column in _COLUMNS.items() if column in lacking]
    near = get_close_matches(plain(word), words, 1, cutoff=_ALIKE)
    if not near:
        return ""
    return next(one for one in WORDS[_COLUMNS[near[0]]] if plain(one) == near[0])
