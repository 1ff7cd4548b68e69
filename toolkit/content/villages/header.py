"""What is wrong with the header of a village list, and with which sheet it stands on."""

from __future__ import annotations

from pathlib import Path

from toolkit.content.place import Severity
from toolkit.content.reading.desk import quoted
from toolkit.content.villages.columns import NEEDED, WORDS, Column, Header, nearest
from toolkit.content.villages.fault import Fault
from toolkit.content.villages.notes import Notes
from toolkit.content.villages.table import Table, as_workbook, named
from toolkit.errors import WrongInput
from toolkit.language import said


def header_problems(header: Header, table: Table, notes: Notes) -> None:
    """Note what is wrong with a header."""
    if table.other_sheets:
        notes.whole(
            "other-sheets",
            said(
                'Only the sheet "{name}" is read, not {others}.',
                name=quoted(table.sheet),
                others=", ".join(f'"{quoted(one)}"' for one in table.other_sheets[:5]),
            ),
            said("Put the list on the first sheet, or save each sheet as a file of its own."),
            Severity.WARNING,
        )
    for at in header.unknown:
        fault = _unknown(header, header.words[at])
        notes.cell(header.row, at, header.words[at], fault, Severity.WARNING)
    for at in header.doubled:
        notes.cell(header.row, at, header.words[at], _doubled(header.words[at]))
    for column in header.missing:
        notes.whole(
            "missing-column",
            said("The list has no column {name}.", name=WORDS[column][0]),
            said(
                "Write in the first row, above the column that holds it:  {name}",
                name=WORDS[column][0],
            ),
        )


def _unknown(header: Header, word: str) -> Fault:
    there = header.columns.values()
    near = nearest(word, [one for one in Column if one not in there])
    return Fault(
        "unknown-column",
        said('The column "{word}" is not read.', word=quoted(word)),
        said("If it is meant so, write in the first row:  {near}", near=near)
        if near
        else said("It may stay. The columns that are read:  {names}", names=_all()),
    )


def _doubled(word: str) -> Fault:
    return Fault(
        "double-column",
        said('The column "{word}" is there already.', word=quoted(word)),
        said("Keep only the column that is right; until then no row is used."),
    )


def _all() -> str:
    return ", ".join(WORDS[column][0] for column in Column)


def no_header(path: Path, table: Table) -> WrongInput:
    """What to say of a file whose first row holds no word of a header."""
    return WrongInput(
        said(
            'The first row of the sheet "{name}" in {file}, the only one that is read, does not name any column of a village list.',
            name=quoted(table.sheet),
            file=named(path),
        )
        if table.other_sheets
        else said(
            "The first row of {file} does not name any column of a village list.", file=named(path)
        ),
        said(
            "Delete the rows above the names of the columns. Write there at least  {needed};  all columns:  {names}.  If the file is no table: {save}",
            needed=" ".join(WORDS[column][0] for column in NEEDED),
            names=_all(),
            save=as_workbook(),
        ),
    )
