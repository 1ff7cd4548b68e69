"""What a village list is before it is understood: rows of cells, as a spreadsheet counts them.

Knows nothing of files and nothing of villages; the readers of CSV and XLSX give rows, and
what is wrong with a whole file is told here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from pathlib import Path

from toolkit.content.reading.desk import printable
from toolkit.errors import WrongInput
from toolkit.language import Said, said

Cell = str | date
"""What stands in a cell: the text as it was typed, or the day that Excel keeps there."""

Cells = dict[int, Cell]
"""The cells of a row that hold something, by their column, counted from 0."""

LARGEST = 200 * 1024 * 1024
"""Bytes that a list, or one part of a workbook, may have: many times the whole country."""

WIDEST = 16_384
"""Columns that a sheet can have."""


class Quotes(Enum):
    """Why a row of a CSV file cannot be told from its neighbours."""

    UNPAIRED = auto()
    """Its quotation marks do not belong together; the next row can be read."""
    OPEN = auto()
    """A quotation mark is never closed; nothing after it can be read."""


@dataclass(slots=True)
class Table:
    """A list that has been opened, whose rows are read one by one.

    `rows` gives each row's number, as Excel shows it, and its cells. `sheet` is the sheet that
    is read, "" if the file has none; `other_sheets` are those that are not.
    """

    rows: Iterator[tuple[int, Cells | Quotes]]
    sheet: str = ""
    other_sheets: list[str] = field(default_factory=list)


def letters(column: int) -> str:
    """The name of a column, counted from 0, in a spreadsheet: A, B … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def closed(path: Path, trouble: Exception) -> WrongInput:
    """What to say of a file that the computer does not give out, or only in part."""
    if isinstance(trouble, PermissionError):
        return WrongInput(
            said(
                "{file} cannot be opened: another program holds it, or you may not read it.",
                file=named(path),
            ),
            said("Close it in Excel. If that does not help, save a copy elsewhere and use that."),
        )
    return WrongInput(
        said("{file} cannot be read: the disk or the stick has a fault.", file=named(path)),
        said("Put the stick in again, or copy the file to this computer first."),
    )


def damaged(path: Path) -> WrongInput:
    """What to say of a workbook that is none, or not whole."""
    return WrongInput(
        said("{file} is not a whole Excel workbook.", file=named(path)),
        as_workbook(),
    )


def too_large(path: Path) -> WrongInput:
    """What to say of a file that no list of villages can be."""
    return WrongInput(
        said(
            "{file} holds more than {limit} MB; no list of villages is so large.",
            file=named(path),
            limit=LARGEST // 1024**2,
        ),
        said("Copy only the rows of the list into a new sheet, and save that."),
    )


def as_workbook() -> Said:
    """The mending for everything that Excel can open and we cannot."""
    return said(
        "Open it in Excel or LibreOffice and choose Save As:  Excel Workbook (.xlsx)  or  CSV UTF-8"
    )


def named(path: Path) -> str:
    """A file's name in a sentence."""
    return printable(path)
