"""A village list as CSV: Excel's own, LibreOffice's, or from an old program.

Finds out how the file was saved, then reads it row by row. Knows nothing of villages but
the words of a header, by which it tells what parts the cells.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from toolkit.content.villages.columns import known_words
from toolkit.content.villages.table import Cells, Quotes, Table

DELIMITERS = ";,\t"
"""What may part cells: Excel in Indonesia, Excel in English, and what is copied from a sheet."""

_CHUNK = 1 << 18
_HEAD = 1 << 16
_SEPARATOR_LINE = re.compile(r'"?sep=([^"\w\s]|\t)"?\s*', re.IGNORECASE)
"""Excel's first line that names the delimiter; Excel does not show it as a row."""

_NO_LETTERS = frozenset(
    (*range(0x80, 0x91), 0x95, *range(0x98, 0xA0), *range(0xA1, 0xAB), 0xAC, *range(0xAE, 0xB4),
     0xB5, 0xB6, *range(0xB8, 0xBB), *range(0xBC, 0xC0), 0xD0, 0xD5, 0xD7, 0xDE, 0xF7, 0xFE)
)  # fmt: skip
"""Bytes that no name has in Windows-1252; DOS and old Macintoshes have their accented letters there."""

_ENDLESS = ("unexpected end", "field larger")
"""How csv says that a quotation mark was still open where the file or all measure ended."""


def open_csv(path: Path) -> Table:
    """The rows of a CSV file. Raises OSError."""
    encoding = _encoding(path)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        named = _SEPARATOR_LINE.fullmatch(file.readline(_HEAD))
        if not named:
            file.seek(0)
        delimiter = named[1] if named else _delimiter(file.read(_HEAD))
    return Table(_rows(path, encoding, delimiter, skip_line=named is not None))


def _rows(
    path: Path, encoding: str, delimiter: str, *, skip_line: bool
) -> Iterator[tuple[int, Cells | Quotes]]:
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        if skip_line:
            file.readline()
        reader = _reader(file, delimiter)
        row = 0
        while True:
            row += 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                if str(error).startswith(_ENDLESS):
                    yield row, Quotes.OPEN
                    return
                yield row, Quotes.UNPAIRED
                continue
            yield row, {at: cell for at, cell in enumerate(cells) if cell and not cell.isspace()}


def _reader(file: TextIO, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(file, delimiter=delimiter, strict=True, skipinitialspace=True)


# How it was saved


def _encoding(path: Path) -> str:
    """How a file was saved. Text that is not UTF-8 throughout was saved by an old Excel.

    If some of its letters make no sense then, it was another program still, and nobody knows
    what its letters are: all but the plain ones are seen as broken.
    A file with sound UTF-8 letters and stray bytes beside them is UTF-8: what is broken in it
    is then seen as broken, and no letter is read as another.
    """
    with path.open("rb") as file:
        start = file.read(_HEAD)
    if start.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        every_other = start[first::2]
        if every_other.count(0) > len(every_other) * 0.7:
            return encoding
    try:
        for _ in _decoded(path, "strict"):
            pass
    except UnicodeDecodeError:
        if any(not part.isascii() for part in _decoded(path, "ignore")):
            return "utf-8"
        return "ascii" if _has_no_letters(path) else "cp1252"
    return "utf-8"


def _has_no_letters(path: Path) -> bool:
    """Does a file hold what can be no letter of Windows-1252?"""
    with path.open("rb") as file:
        while part := file.read(_CHUNK):
            if not _NO_LETTERS.isdisjoint(part):
                return True
    return False


def _decoded(path: Path, errors: str) -> Iterator[str]:
    with path.open(encoding="utf-8", errors=errors) as file:
        while part := file.read(_CHUNK):
            yield part


def _delimiter(head: str) -> str:
    """What parts the cells of the header: that by which most of its words are known."""
    return max(DELIMITERS, key=lambda one: _known(head, one))


def _known(head: str, delimiter: str) -> int:
    try:
        for cells in _reader(io.StringIO(head, newline=""), delimiter):
            if any(cell.strip() for cell in cells):
                return known_words(cells)
    except csv.Error:
        pass
    return 0
