"""The parts of an Excel workbook, each read by a listener on its elements.

What is not asked for is passed over, so that a part of any size needs little memory. The
words are those of ECMA-376, Part 1, 18 (SpreadsheetML).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Protocol, TypeVar
from xml.parsers.expat import ParserCreate

from toolkit.content.villages.table import WIDEST, Cell, Cells


class Damage(Exception):
    """Something is no part of a workbook, or not a whole one."""


class _Listener(Protocol):
    def start(self, name: str, attributes: dict[str, str]) -> None: ...
    def end(self, name: str) -> None: ...
    def words(self, words: str) -> None: ...


class _Parser:
    """Brings a part's elements to a listener."""

    def __init__(self, listener: _Listener) -> None:
        self._expat = ParserCreate(None, " ")
        self._expat.buffer_text = True
        self._expat.StartElementHandler = listener.start
        self._expat.EndElementHandler = listener.end
        self._expat.CharacterDataHandler = listener.words
        # No workbook declares its own entities, and with them a few bytes could become very many.
        self._expat.StartDoctypeDeclHandler = _refuse

    def feed(self, chunk: bytes) -> None:
        """Read on; an empty chunk is the end. Raises ExpatError or Damage."""
        self._expat.Parse(chunk, not chunk)


def _refuse(*_: object) -> None:
    raise Damage


_L = TypeVar("_L", bound=_Listener)


def fed(listener: _L, chunks: Iterable[bytes]) -> _L:
    """A listener that has heard a whole part."""
    parser = _Parser(listener)
    for chunk in chunks:
        parser.feed(chunk)
    parser.feed(b"")
    return listener


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How a workbook writes what XML has no sign for, such as an old line end."""


def _text(parts: list[str]) -> str:
    text = "".join(parts)
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class Elements:
    """The attributes of all elements of a small part, in their order, each with its parent."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str, dict[str, str]]] = []
        self._open: list[str] = [""]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._found.append((self._open[-1], _local(name), attributes))
        self._open.append(_local(name))

    def end(self, name: str) -> None:  # noqa: ARG002 - as expat calls it
        """It ends."""
        self._open.pop()

    def words(self, words: str) -> None:
        """Small parts say everything in attributes."""

    def all(self, name: str, parent: str | None = None) -> list[dict[str, str]]:
        """Those with a name, and, if asked for, directly inside one with that name."""
        return [
            attributes
            for above, own, attributes in self._found
            if own == name and parent in (None, above)
        ]


class Strings:
    """The texts that cells share; how a word is dressed or pronounced is left out."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._parts: list[str] = []
        self._listening = False
        self._aside = False

    def read(self, chunks: Iterable[bytes]) -> list[str]:
        """All of them, in the order in which cells number them."""
        fed(self, chunks)
        return self._texts

    def start(self, name: str, attributes: dict[str, str]) -> None:  # noqa: ARG002 - expat
        """An element begins."""
        local = _local(name)
        if local == "rPh":
            self._aside = True
        self._listening = local == "t" and not self._aside

    def end(self, name: str) -> None:
        """It ends."""
        self._listening = False
        local = _local(name)
        if local == "si":
            self._texts.append(_text(self._parts))
            self._parts.clear()
        elif local == "rPh":
            self._aside = False

    def words(self, words: str) -> None:
        """What stands in it."""
        if self._listening:
            self._parts.append(words)


_SHOWN_AS_DAYS = {14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)}
"""The numbers of Excel's own formats that show a day (ECMA-376, Part 1, 18.8.30)."""

_NO_FORM = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What a format shows as it is, and its colours and languages."""


class DateStyles:
    """Which of a workbook's styles show a number as a day."""

    def __init__(self, styles: Elements | None, *, since_1904: bool) -> None:
        self._first = date(1904, 1, 1) if since_1904 else date(1899, 12, 30)
        shown = set(_SHOWN_AS_DAYS)
        for one in styles.all("numFmt") if styles else ():
            code = _NO_FORM.sub("", one.get("formatCode", "")).lower()
            number = int(one["numFmtId"])
            shown.discard(number)
            if "d" in code or "y" in code:
                shown.add(number)
        self._styles = {
            str(at)
            for at, one in enumerate(styles.all("xf", "cellXfs") if styles else ())
            if int(one.get("numFmtId", 0)) in shown
        }

    def cell(self, number: str, style: str) -> Cell:
        """A number as its style shows it: a day, or its digits, with none of them rounded away."""
        value = float(number)
        if style in self._styles and 0 < value < 3_000_000:
            return self._first + timedelta(days=int(value))
        return str(int(value)) if value.is_integer() else number


_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


class SheetRows:
    """The rows of a sheet that hold something."""

    def __init__(self, strings: list[str], dates: DateStyles) -> None:
        self._strings, self._dates = strings, dates
        self._parser = _Parser(self)
        self._done: list[tuple[int, Cells]] = []
        self._row = 0
        self._column = -1
        self._cells: Cells = {}
        self._kind = self._style = ""
        self._parts: list[str] = []
        self._listening = self._aside = False
        self._known: dict[str, str] = {}

    def fed(self, chunk: bytes) -> Iterator[tuple[int, Cells]]:
        """The rows that have come to their end with this chunk; an empty one is the end."""
        self._parser.feed(chunk)
        done, self._done = self._done, []
        return iter(done)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        match self._local(name):
            case "c":
                self._begin_cell(attributes)
            case "v" | "t":
                self._listening = not self._aside
            case "row":
                row = int(attributes.get("r", self._row + 1))
                if row <= self._row:
                    raise Damage
                self._row, self._column, self._cells = row, -1, {}
            case "rPh":
                self._aside = True

    def end(self, name: str) -> None:
        """It ends."""
        match self._local(name):
            case "v" | "t":
                self._listening = False
            case "c":
                if self._parts:
                    self._end_cell(_text(self._parts))
            case "row":
                if self._cells:
                    self._done.append((self._row, self._cells))
            case "rPh":
                self._aside = False

    def words(self, words: str) -> None:
        """What stands in it."""
        if self._listening:
            self._parts.append(words)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._column = _column(attributes["r"]) if "r" in attributes else self._column + 1
        if self._column >= WIDEST:
            raise Damage
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._parts.clear()

    def _end_cell(self, value: str) -> None:
        match self._kind:
            case "s":
                value = self._strings[int(value)]
            case "n":
                self._cells[self._column] = self._dates.cell(value, self._style)
                return
            case "b":
                value = "TRUE" if value == "1" else "FALSE"
        if value and not value.isspace():
            self._cells[self._column] = value

    def _local(self, name: str) -> str:
        """The element's name; asked a few million times."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = _local(name)
        return known


def _column(reference: str) -> int:
    """The column of `C7`, counted from 0."""
    found = _REFERENCE.fullmatch(reference)
    if not found:
        raise Damage
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1
