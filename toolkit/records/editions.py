"""Editions that were printed on this machine, and those of releases: found again by their code.

Each is a small file that never changes: the same code says the same words. A release brings all
of its editions in one file. Knows plain records and the disk.
"""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable, Iterator
from pathlib import Path

from toolkit.content.edition import Edition
from toolkit.disk import write_whole
from toolkit.records.strict import plain, reader

FOLDER = "editions"
"""In the folder of answers, and beside the products of the built-in library."""

_ENDING = ".jsonl.xz"
_LARGEST = 4 * 1024 * 1024
"""Bytes. An edition of ours has less than a hundredth of it."""


def keep(data: Path, editions: Iterable[Edition]) -> None:
    """Keep what was printed. What is kept already stays as it is. Raises Breakdown."""
    for edition in editions:
        place = _place(data, edition.code)
        if not place.exists():
            write_whole(place, _line(edition).encode("ascii"))


def kept(data: Path, code: str) -> Edition | None:
    """The edition with this code if it was printed here; None too for a damaged file."""
    try:
        with _place(data, code).open("rb") as file:
            found = _edition(file.read(_LARGEST).decode("ascii"))
    except (OSError, ValueError):
        return None
    return found if found.code == code else None


def released(folder: Path, code: str) -> Edition | None:
    """The edition with this code if one of the releases in a folder brought it."""
    for file in sorted(folder.glob(f"*{_ENDING}")):
        for edition in _of_release(file):
            if edition.code == code:
                return edition
    return None


def write_release(folder: Path, version: str, editions: Iterable[Edition]) -> Path:
    """Write all editions of a release into one file. Raises Breakdown."""
    lines = "".join(f"{_line(edition)}\n" for edition in editions)
    place = folder / f"{version}{_ENDING}"
    write_whole(place, lzma.compress(lines.encode("ascii"), preset=9))
    return place


def _of_release(file: Path) -> Iterator[Edition]:
    try:
        with lzma.open(file, "rt", encoding="ascii") as lines:
            for line in lines:
                yield _edition(line)
    except (OSError, ValueError, lzma.LZMAError, EOFError):
        return


def _place(data: Path, code: str) -> Path:
    return data / FOLDER / f"{code}.json"


def _line(edition: Edition) -> str:
    return json.dumps(plain(edition), separators=(",", ":"))


def _edition(line: str) -> Edition:
    """Raises ValueError for what is no edition."""
    try:
        made: Edition = reader(Edition)(json.loads(line))
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(line[:200]) from error
    return made
