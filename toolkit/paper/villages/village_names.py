"""What the files of villages are called: names that every disk can hold, the same ones each time.

    leaflet-recruitment-id-a4/sumatera-barat/kabupaten-solok/lembah-gumanti-sukamaju.pdf
    leaflet-recruitment-id-a4/sumatera-barat/kabupaten-solok.pdf       with --bundle regency

Small letters a to z, digits and hyphens only, because FAT and Windows tell no A from a and
know no é, and because a name must survive a zip file and a phone. Two that come out alike
are numbered in the order of the list. Touches no disk.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from toolkit.content.villages.village import Village

_LONGEST = 40
"""Letters in one name: with two folders and a product a path stays under Windows' 260."""

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
_OTHER = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_ALIKE = str.maketrans({"ł": "l", "đ": "d", "ð": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss"})


class Wanted(NamedTuple):
    """A file that is wanted: its path below the product's folder, and the villages in it."""

    path: str
    villages: tuple[Village, ...]


def files(villages: Sequence[Village], *, bundled: bool) -> Iterator[Wanted]:
    """All files for a list of villages, folder by folder, in the order of the list.

    `bundled` makes one for each regency, else there is one for each village.
    """
    regencies: dict[str, list[Village]] = {}
    for village in villages:
        regencies.setdefault(_folder(village), []).append(village)
    for folder, inside in regencies.items():
        if bundled:
            yield Wanted(f"{folder}.pdf", tuple(inside))
        else:
            taken: set[str] = set()
            for village in inside:
                yield Wanted(f"{folder}/{_free(_file(village), taken)}.pdf", (village,))


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name in small letters, digits and hyphens, that no system keeps for itself."""
    bare = name.lower()
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare).translate(_ALIKE)
        bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    # An apostrophe parts no word: Ma'rang is marang.
    words = _OTHER.sub("-", _APOSTROPHES.sub("", bare)).strip("-")
    cut = words[:_LONGEST].strip("-") or "x"
    return f"{cut}-x" if cut in _RESERVED else cut


def _folder(village: Village) -> str:
    parts = (village.province, village.regency)
    return "/".join(plain(part) for part in parts if part)


def _file(village: Village) -> str:
    if not village.district:
        return plain(village.name)
    return f"{plain(village.district)}-{plain(village.name)}"


def _free(name: str, taken: set[str]) -> str:
    """The name itself, or the first one with a number behind it that is not taken."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    taken.add(free)
    return free
