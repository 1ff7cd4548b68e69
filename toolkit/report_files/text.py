"""A report as lines for a plain console, 80 columns wide or narrower."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from unicodedata import combining, east_asian_width

from toolkit.language import Language
from toolkit.session.figures import Figures
from toolkit.session.report_words import Section, sections

WIDTH = 80
"""The columns of an ordinary console."""

ABOUT = "about"
"""The section whose rows are no figures."""

_GAP = "  "
_NARROWEST = 18
"""The columns that the names of things need; a table that leaves fewer is told row by row."""

_WIDEST = 16
"""Where room is scarce, words in the place of a figure are broken at so many columns."""

_LEAST = 20


def lines(figures: Figures, lang: Language, width: int = WIDTH) -> Iterator[str]:
    """The whole report; no line is wider than `width` columns, but they are at least 20."""
    for number, section in enumerate(sections(figures, lang)):
        if number:
            yield ""
        yield from _section(section, max(width, _LEAST))


def _section(section: Section, width: int) -> Iterator[str]:
    yield from _wrapped(section.title, width)
    yield "=" * min(_width(section.title), width)
    if section.warning:
        yield from _wrapped("!! " + section.warning, width)
        yield ""
    yield from _wrapped(section.meaning, width)
    if section.rows:
        yield ""
        yield from (_pairs if section.key == ABOUT else _table)(section, width)


def _pairs(section: Section, width: int) -> Iterator[str]:
    """Each thing with what is said of it, as words and not as figures."""
    names = max(_width(row[0]) for row in section.rows)
    room = width - names - len(_GAP)
    for name, told in section.rows:
        if room < _NARROWEST:
            yield from _wrapped(f"{name}: {told}", width)
            continue
        first, *more = _wrapped(told, room)
        yield _padded(name, names) + _GAP + first
        yield from (" " * names + _GAP + part for part in more)


def _table(section: Section, width: int) -> Iterator[str]:
    """Names on the left, figures on the right, or one below the other where that is too narrow."""
    widths = _widths((section.header, *section.rows), width)
    if widths is None:
        for row in section.rows:
            yield from _row_by_row(section.header, row, width)
        return
    yield from _in_columns(section.header, widths)
    yield _GAP.join("-" * one for one in widths)
    for row in section.rows:
        yield from _in_columns(row, widths)


def _widths(table: Sequence[Sequence[str]], width: int) -> tuple[int, ...] | None:
    """The width of each column, in which figures are not broken if it can be helped."""
    names, *figures = zip(*table, strict=True)
    wanted = max(map(_width, names))
    for widest in (width, _WIDEST):
        columns = [_column(cells, widest) for cells in figures]
        left = width - sum(columns) - len(_GAP) * len(columns)
        if left >= min(wanted, _NARROWEST):
            return (min(left, wanted), *columns)
    return None


def _column(cells: Sequence[str], widest: int) -> int:
    """How wide a column must be that should not be wider than `widest`; no word is broken."""
    words = (_width(word) for cell in cells for word in cell.split())
    return max(1, min(widest, max(map(_width, cells))), *words)


def _in_columns(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    parts = [list(_wrapped(cell, width)) for cell, width in zip(row, widths, strict=True)]
    for at in range(max(map(len, parts))):
        shown = [part[at] if at < len(part) else "" for part in parts]
        name = _padded(shown[0], widths[0])
        figures = [
            _padded(one, width, right=True)
            for one, width in zip(shown[1:], widths[1:], strict=True)
        ]
        yield _GAP.join((name, *figures)).rstrip()


def _row_by_row(header: Sequence[str], row: Sequence[str], width: int) -> Iterator[str]:
    yield from _wrapped(f"- {row[0]}", width)
    for name, cell in zip(header[1:], row[1:], strict=True):
        inner = _wrapped(f"{name}: {cell}", max(1, width - 2))
        yield from (f"  {part}" for part in inner)


def _wrapped(text: str, width: int) -> Iterator[str]:
    """The text in lines of at most `width` columns, broken between words where there are any."""
    line = ""
    for word in _pieces(text.split(), width):
        longer = f"{line} {word}" if line else word
        if line and _width(longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _pieces(words: Iterable[str], width: int) -> Iterator[str]:
    """The words, those cut up that are wider than a whole line."""
    for word in words:
        piece = ""
        for letter in word:
            if piece and _width(piece + letter) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece


def _padded(text: str, width: int, *, right: bool = False) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space


def _width(text: str) -> int:
    """The columns that a console gives to a text."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text
    )
