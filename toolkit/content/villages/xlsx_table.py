"""A village list as an Excel workbook, read as it streams out of the archive.

By ourselves, with the standard library: the quickest reader of workbooks ends the whole
program when somebody left a space in the last column of a sheet, and the best known one
takes three times as long. Knows workbooks, not villages. The parts and their words are those of
ECMA-376, Part 1, 18 (SpreadsheetML).
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO
from xml.parsers.expat import ExpatError

from toolkit.content.villages.table import LARGEST, Cells, Table, closed, damaged, too_large
from toolkit.content.villages.xlsx_parts import (
    Damage,
    DateStyles,
    Elements,
    SheetRows,
    Strings,
    fed,
)

_CHUNK = 1 << 16
_ODD = (
    Damage, zipfile.BadZipFile, zlib.error, struct.error, ExpatError, EOFError, LookupError,
    NotImplementedError, RuntimeError, ValueError, OverflowError, OSError,
)  # fmt: skip
"""What a workbook that is none, or is not whole, may run into."""


def open_xlsx(path: Path) -> Table:
    """The rows of a workbook's first sheet. Raises WrongInput."""
    try:
        with zipfile.ZipFile(path) as archive:
            book = _Book(archive)
            sheets = book.sheets()
            if not sheets:
                raise damaged(path)
            if any(one.file_size > LARGEST for one in archive.infolist()):
                raise too_large(path)
    except (PermissionError, FileNotFoundError) as trouble:
        raise closed(path, trouble) from trouble
    except _ODD as trouble:
        raise damaged(path) from trouble
    (sheet, part), *others = sheets
    return Table(_rows(path, part), sheet, [name for name, _ in others])


def _rows(path: Path, part: str) -> Iterator[tuple[int, Cells]]:
    try:
        with zipfile.ZipFile(path) as archive:
            book = _Book(archive)
            rows = SheetRows(book.strings(), book.dates())
            with archive.open(part) as file:
                for chunk in _chunks(file):
                    yield from rows.fed(chunk)
                yield from rows.fed(b"")
    except _ODD as trouble:
        raise damaged(path) from trouble


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    """A part, piece by piece, but no more than it may hold, whatever the archive says."""
    left = LARGEST
    while chunk := file.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise Damage
        yield chunk


class _Book:
    """A workbook's parts, by what they are for."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._path = next(
            (one.target for one in self._links("") if one.kind == "officeDocument"), ""
        )

    def sheets(self) -> list[tuple[str, str]]:
        """Name and part of each sheet that Excel shows, in its order."""
        parts = {one.id: one.target for one in self._links(self._path) if one.kind == "worksheet"}
        found = []
        for sheet in self._elements(self._path).all("sheet"):
            id_ = next((value for key, value in sheet.items() if key.endswith(" id")), "")
            if id_ in parts and sheet.get("state", "visible") == "visible":
                found.append((sheet.get("name", ""), parts[id_]))
        return found

    def strings(self) -> list[str]:
        """The texts that cells share."""
        part = self._part("sharedStrings")
        if not part:
            return []
        reader = Strings()
        with self._archive.open(part) as file:
            return reader.read(_chunks(file))

    def dates(self) -> DateStyles:
        """Which styles show a number as a day, and from which day Excel counts."""
        settings = self._elements(self._path).all("workbookPr")
        since_1904 = any(one.get("date1904") in ("1", "true") for one in settings)
        part = self._part("styles")
        return DateStyles(self._elements(part) if part else None, since_1904=since_1904)

    def _part(self, kind: str) -> str:
        return next((one.target for one in self._links(self._path) if one.kind == kind), "")

    def _links(self, of: str) -> list[_Link]:
        """Which part of the archive is what to a part; "" is the whole archive."""
        at = PurePosixPath(of)
        folder = "" if of == "" else f"{at.parent}/"
        elements = self._elements(f"{folder}_rels/{at.name if of else ''}.rels".removeprefix("./"))
        return [
            _Link(one["Id"], one["Type"].rpartition("/")[2], _inside(folder, one["Target"]))
            for one in elements.all("Relationship")
        ]

    def _elements(self, part: str) -> Elements:
        with self._archive.open(part) as file:
            return fed(Elements(), _chunks(file))


class _Link:
    """A part, by what it is to another one."""

    __slots__ = ("id", "kind", "target")

    def __init__(self, id_: str, kind: str, target: str) -> None:
        self.id, self.kind, self.target = id_, kind, target


def _inside(folder: str, target: str) -> str:
    """The name of a part in the archive, as it is linked from a folder."""
    if target.startswith("/"):
        return target[1:]
    parts: list[str] = []
    for step in f"{folder}{target}".split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step not in ("", "."):
            parts.append(step)
    return "/".join(parts)
