"""A village list read: its sound rows as villages, and what is wrong with every other one.

The one door for whoever prints for many villages. A row with a mistake is left out, and all
its mistakes are told; a list of which nothing can be read is WrongInput.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.content.library import Library
from toolkit.content.place import Problem, Severity
from toolkit.content.reading.desk import printable
from toolkit.content.villages.columns import WORDS, Column, Header, read_header
from toolkit.content.villages.header import header_problems, no_header
from toolkit.content.villages.notes import Notes
from toolkit.content.villages.rows import RowReader
from toolkit.content.villages.table import (
    LARGEST,
    Cells,
    Quotes,
    Table,
    as_workbook,
    closed,
    named,
    too_large,
)
from toolkit.content.villages.village import Village
from toolkit.errors import WrongInput
from toolkit.language import said

_ARCHIVE = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""How workbooks begin: new ones, and old ones or those with a password."""

_START = 1 << 16


@dataclass(frozen=True, slots=True)
class VillageList:
    """What came of a village list.

    `villages` are the sound rows, in their order; `rows` is how many rows hold anything below
    the header. `problems` of severity ERROR left rows out, warnings did not.
    """

    villages: tuple[Village, ...]
    problems: tuple[Problem, ...]
    rows: int

    @property
    def errors(self) -> int:
        """How many problems left rows out."""
        return sum(one.severity is Severity.ERROR for one in self.problems)

    @property
    def left_out(self) -> int:
        """How many rows are not among the villages."""
        return self.rows - len(self.villages)


def read_villages(path: Path, library: Library) -> VillageList:
    """The villages of a list, CSV or XLSX.

    Dates are judged at the library's day, numbers by its do-not-print list. Raises WrongInput
    where the file cannot be read at all, or does not begin with a header.
    """
    try:
        return _read(_opened(path), path, library)
    except OSError as trouble:
        raise closed(path, trouble) from trouble


def _read(table: Table, path: Path, library: Library) -> VillageList:
    notes = Notes(printable(path))
    rows = iter(table.rows)
    header = _header(rows, path, table)
    header_problems(header, table, notes)
    reader = RowReader(header, library, notes)
    for row, cells in rows:
        if isinstance(cells, Quotes):
            reader.refuse(row, cells)
        elif cells:
            reader.read(row, cells)
    villages = reader.villages()
    return VillageList(villages, notes.problems(), reader.rows)


def _header(rows: Iterator[tuple[int, Cells | Quotes]], path: Path, table: Table) -> Header:
    for row, cells in rows:
        if isinstance(cells, Quotes):
            raise no_header(path, table)
        if cells:
            header = read_header(row, {at: str(cell) for at, cell in cells.items()})
            if header is None:
                raise no_header(path, table)
            return header
    raise WrongInput(
        said("{file} is empty.", file=named(path)),
        said("Save the list again. Its first row is:  {header}", header=example_header()),
    )


def example_header() -> str:
    """The first row of a list with all columns."""
    return ";".join(WORDS[column][0] for column in Column)


def _opened(path: Path) -> Table:
    size = _size(path)
    if size > LARGEST:
        raise too_large(path)
    with path.open("rb") as file:
        start = file.read(len(_OLD_OFFICE))
    if start.startswith(_ARCHIVE):
        # Only a workbook needs them, and most lists are CSV.
        from toolkit.content.villages.xlsx_table import open_xlsx

        return open_xlsx(path)
    if start.startswith(_OLD_OFFICE):
        raise _old_workbook(path)
    from toolkit.content.villages.csv_table import open_csv

    return open_csv(path)


def _size(path: Path) -> int:
    """The bytes of a file. Asked before it is opened: a pipe would wait for ever."""
    try:
        about = path.stat()
    except PermissionError:
        raise
    except (OSError, ValueError) as trouble:
        raise WrongInput(
            said("{file} is not there.", file=named(path)),
            said("See whether the name is right and the stick is in."),
        ) from trouble
    if not stat.S_ISREG(about.st_mode):
        raise WrongInput(
            said("{file} is a folder or a device, not a file.", file=named(path)),
            said("Name the file in it that holds the list."),
        )
    return about.st_size


def _old_workbook(path: Path) -> WrongInput:
    """What to say of Excel's old form, in which those with a password are kept, too."""
    with path.open("rb") as file:
        before = b""
        while part := file.read(_START):
            if _ENCRYPTED in before + part:
                return WrongInput(
                    said("{file} is locked with a password.", file=named(path)),
                    said("Open it in Excel and save a copy without a password."),
                )
            before = part[-len(_ENCRYPTED) :]
    return WrongInput(
        said("{file} is a workbook of an old Excel (.xls).", file=named(path)), as_workbook()
    )
