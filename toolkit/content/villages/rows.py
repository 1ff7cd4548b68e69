"""The rows of a village list, one after the other: each becomes a village, or problems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from toolkit.content.library import Library
from toolkit.content.place import Place
from toolkit.content.reading.desk import quoted
from toolkit.content.villages.columns import NEEDED, OFFICES, Column, Header
from toolkit.content.villages.days import Day, is_month_first, read_day, unclear
from toolkit.content.villages.fault import Fault
from toolkit.content.villages.notes import Notes
from toolkit.content.villages.numbers import read_number, rejected_numbers
from toolkit.content.villages.table import Cell, Cells, Quotes, letters
from toolkit.content.villages.village import Office, Village
from toolkit.content.villages.wording import read_name, trimmed
from toolkit.language import Said, said

_NAMES = (Column.VILLAGE, Column.DISTRICT, Column.REGENCY, Column.PROVINCE)


@dataclass(slots=True)
class _Values:
    """What was read of a row so far; `sound` is False once something is wrong with it."""

    names: dict[Column, str]
    numbers: dict[Office, str]
    code: str = ""
    day: Day | None = None
    sound: bool = True


class RowReader:
    """Reads rows below a header, and notes what is wrong with them."""

    def __init__(self, header: Header, library: Library, notes: Notes) -> None:
        self.rows = 0
        """How many rows held anything."""
        self._header = header
        self._today = library.as_of
        self._rejected = rejected_numbers(library.banned)
        self._notes = notes
        # Which column is meant, or what stands in every row, is not known then.
        self._usable = not (header.doubled or header.missing)
        self._villages: list[Village] = []
        self._shared: dict[str, str | Fault] = {}
        self._seen: dict[str, int] = {}
        self._month_first = 0
        self._either_way: dict[int, tuple[int, date]] = {}

    def read(self, row: int, cells: Cells) -> None:
        """Read a row that holds something."""
        self.rows += 1
        values = _Values({}, {})
        for at, cell in cells.items():
            column = self._header.columns.get(at)
            if column is not None:
                self._take(values, row, at, column, cell)
            elif at not in self._header.words:
                self._fault(values, row, at, _outside(cell, letters(at)))
        for column in NEEDED:
            at = self._header.at(column)
            if at >= 0 and not cells.get(at):
                self._fault(values, row, at, _empty(column))
        self._seen_before(values, row, cells)
        if not (values.sound and self._usable):
            return
        if values.day and values.day.either_way:
            self._either_way[len(self._villages)] = (row, values.day.day)
        self._villages.append(self._village(values, row))

    def refuse(self, row: int, quotes: Quotes) -> None:
        """Note a row that cannot be told from its neighbours."""
        self.rows += 1
        self._notes.cell(row, 0, "", _unreadable(quotes))

    def villages(self) -> tuple[Village, ...]:
        """All that are sound, once every row has been read."""
        if not self._month_first:
            return tuple(self._villages)
        at = self._header.at(Column.CHECKED_ON)
        for row, day in self._either_way.values():
            self._notes.cell(row, at, self._word(at), unclear(day, self._month_first))
        return tuple(
            one for index, one in enumerate(self._villages) if index not in self._either_way
        )

    def _take(self, values: _Values, row: int, at: int, column: Column, cell: Cell) -> None:
        """Read one cell into the row's values."""
        read: str | Day | Fault | None
        if column in OFFICES:
            read = read_number(cell, self._rejected)
            if isinstance(read, str):
                values.numbers[OFFICES[column]] = read
        elif column is Column.CHECKED_ON:
            read = read_day(cell, self._today)
            if isinstance(read, Day):
                values.day = read
            elif not self._month_first and is_month_first(cell):
                self._month_first = row
        elif column is Column.CODE:
            read = _code(cell)
            if isinstance(read, str):
                values.code = read
        else:
            read = read_name(cell) if column is Column.VILLAGE else self._shared_name(cell)
            if isinstance(read, str):
                values.names[column] = read
        if isinstance(read, Fault):
            self._fault(values, row, at, read)

    def _shared_name(self, cell: Cell) -> str | Fault:
        """A name that stands beside many villages, and so is read and kept once."""
        if not isinstance(cell, str):
            return read_name(cell)
        read = self._shared.get(cell)
        if read is None:
            read = self._shared[cell] = read_name(cell)
        return read

    def _seen_before(self, values: _Values, row: int, cells: Cells) -> None:
        """Note a village or a code that stands in a row above, whatever else is wrong there."""
        names = [values.names.get(column, "") for column in _NAMES]
        at = self._header.at(Column.VILLAGE)
        # Of a name that could not be read nobody can say whether it is the same.
        if names[0] and not any(
            column in _NAMES and column not in values.names and cells.get(at)
            for at, column in self._header.columns.items()
        ):
            key = "\n".join(names).casefold().replace("’", "'")
            self._once(values, row, at, key, said('the village "{name}"', name=names[0]))
        if values.code:
            key = "".join(filter(str.isalnum, values.code)).casefold()
            at = self._header.at(Column.CODE)
            self._once(values, row, at, key, said("the code {code}", code=values.code))

    def _once(self, values: _Values, row: int, at: int, key: str, what: Said) -> None:
        first = self._seen.setdefault(key, row)
        if first != row:
            self._fault(
                values,
                row,
                at,
                Fault(
                    "village-twice",
                    said("In row {first} stands {what} already.", first=first, what=what),
                    said("Keep the row that is right, and delete the other one."),
                ),
            )

    def _village(self, values: _Values, row: int) -> Village:
        names = values.names
        return Village(
            names[Column.VILLAGE],
            names.get(Column.DISTRICT, ""),
            names[Column.REGENCY],
            names.get(Column.PROVINCE, ""),
            values.numbers,
            values.day.day if values.day else None,
            values.code,
            Place(self._notes.file, row, self._header.at(Column.VILLAGE) + 1),
        )

    def _fault(self, values: _Values, row: int, at: int, fault: Fault) -> None:
        values.sound = False
        self._notes.cell(row, at, self._word(at), fault)

    def _word(self, at: int) -> str:
        return trimmed(self._header.words.get(at, ""))


def _code(cell: Cell) -> str | Fault:
    """A village's official number; it is printed and compared, never reckoned with."""
    read = read_name(cell)
    if isinstance(read, str) and not all(sign.isalnum() or sign in ".-/ " for sign in read):
        return Fault(
            "code-changed",
            said('"{text}" is no code; Excel may have rounded it.', text=quoted(read)),
            said("Make the column Text (Format Cells, Text), then type the code again."),
        )
    return read


def _empty(column: Column) -> Fault:
    return Fault(
        "village-unnamed",
        said("The cell is empty."),
        said("Write there what the village is called.")
        if column is Column.VILLAGE
        else said("Write there in which regency or city the village lies."),
    )


def _outside(cell: Cell, letter: str) -> Fault:
    return Fault(
        "cell-outside",
        said('"{text}" stands under no header.', text=quoted(cell)),
        said(
            "Delete the cells of column {letter}, or name it in the first row. If the row has slipped to the "
            "right, take out the sign that parts one cell into two.",
            letter=letter,
        ),
    )


def _unreadable(quotes: Quotes) -> Fault:
    if quotes is Quotes.OPEN:
        return Fault(
            "quotes-unpaired",
            said('From here on nothing can be read: a quotation mark  "  is never closed.'),
            said('Delete the  "  in this row, or write it twice:  ""'),
        )
    return Fault(
        "quotes-unpaired",
        said('The quotation marks  "  in this row do not belong together.'),
        said('Delete the  "  in this row, or write it twice:  ""'),
    )
