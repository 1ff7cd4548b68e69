"""Words of a report on paper: whatever they are, they fit their column.

A leaflet refuses words that it cannot print, because its trainer can mend them. Nobody can
mend a village's name that came on a stick: here a letter that cannot be printed is marked,
a word that is too wide is broken, and words that are too long end in dots. Knows the type only.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

from toolkit.paper.setting.blocks import Passage, passage
from toolkit.paper.type import flow, fonts, theme
from toolkit.paper.type.flow import Run, Runs

UNKNOWN = "?"
"""Stands for letters that are not in the typeface."""

SMALLEST = 9.0
"""The smallest size on a report in points. It is filed and read at a desk, not in a hall."""

_DOTS = "…"
_MOST = 1000
"""Characters after which words are cut before they are measured."""


def printable(words: str) -> str:
    """The same words in letters that can be printed; one mark for each stretch of others."""
    composed = normalize("NFC", words)
    lost = set(fonts.missing(composed))
    if not lost:
        return composed
    kept: list[str] = []
    for char in composed:
        if char not in lost:
            kept.append(char)
        elif not kept or kept[-1] != UNKNOWN:
            kept.append(UNKNOWN)
    return "".join(kept)


def has_unprintable(words: Iterable[str]) -> bool:
    """Is there a letter among these words that will be marked?"""
    return any(fonts.missing(normalize("NFC", one)) for one in words)


def fitted(
    words: str,
    size: float,
    width: float,
    *,
    bold: bool = False,
    most: int = 0,
    lead: float = theme.SMALL_LEADING,
) -> Passage:
    """Words in a column: broken where they must be, cut to `most` lines (0: as many as needed)."""
    told = _shortened(printable(words)[: _MOST + 1], _MOST)
    whole = _set(told, size, width, bold, lead)
    if not most or len(whole.lines) <= most:
        return whole
    fits, over = 0, len(told)
    while over - fits > 1:
        middle = (fits + over) // 2
        made = _set(told[:middle].rstrip() + _DOTS, size, width, bold, lead)
        fits, over = (middle, over) if len(made.lines) <= most else (fits, middle)
    return _set(told[:fits].rstrip() + _DOTS, size, width, bold, lead)


def natural_width(words: str, size: float, *, bold: bool = False) -> float:
    """How wide words are on one line, in points."""
    return fonts.width(printable(words), bold) * size / 1000


def _shortened(words: str, most: int) -> str:
    return words if len(words) <= most else words[:most].rstrip() + _DOTS


def _set(words: str, size: float, width: float, bold: bool, lead: float) -> Passage:
    return passage(_breakable(words, size, width, bold), size, width, lead)


@lru_cache(maxsize=4096)
def _breakable(words: str, size: float, width: float, bold: bool) -> Runs:
    """The words as a run in which no word is wider than the column."""
    run = Run(words, bold)
    try:
        flow.lines((run,), size, width)
    except flow.TooWide:
        pieces = (piece for word in words.split() for piece in _pieces(word, size, width, bold))
        return (Run(" ".join(pieces), bold),)
    return (run,)


def _pieces(word: str, size: float, width: float, bold: bool) -> Iterable[str]:
    """A word in pieces that fit; a column is never narrower than its widest letter."""
    room = width * 1000 / size
    piece, used = "", 0.0
    for char in word:
        wide = fonts.width(char, bold)
        if piece and used + wide > room:
            yield piece
            piece, used = "", 0.0
        piece, used = piece + char, used + wide
    if piece:
        yield piece
