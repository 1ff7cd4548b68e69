"""Words into lines: greedy breaking over runs, flush left, never hyphenated.

A run is a stretch of text in one weight. There is no markup anywhere: what a trainer
typed is measured and drawn as it stands. All measures are points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from toolkit.paper.type import fonts

_SPACE = re.compile(r"[ \t\r\n]+")


class Run(NamedTuple):
    """Words to set. A `whole` run is never broken; a `framed` one is a stamp in a box."""

    text: str
    bold: bool = False
    whole: bool = False
    framed: bool = False


Runs = tuple[Run, ...]


class Line(NamedTuple):
    """A broken line: its runs, spaces included, and how wide it is."""

    runs: Runs
    width: float


def as_drawn(lines: tuple[Line, ...]) -> Iterator[Run]:
    """The runs of lines as they stand in a file, one after the other.

    A reader that copies the text needs a space at a line's end that the eye does not.
    """
    last = len(lines) - 1
    for place, line in enumerate(lines):
        for run in line.runs:
            spaced = run is line.runs[-1] and place < last
            yield run._replace(text=run.text + " ") if spaced else run


class TooWide(Exception):
    """A word that cannot be broken is wider than the column. `over` is in points."""

    def __init__(self, word: str, over: float) -> None:
        super().__init__(word)
        self.word = word
        self.over = over


def words_in(runs: Runs) -> str:
    """Runs as a plain string."""
    return "".join(run.text for run in runs)


def lines(runs: Runs, size: float, width: float, balanced: bool = False) -> tuple[Line, ...]:
    """Break runs into lines of at most `width`.

    A last line of one word is avoided where the line count allows it; `balanced`
    makes all lines about equally long, for titles. Raises TooWide.
    """
    return _lines(runs, size, width, balanced, fonts.current())


@lru_cache(maxsize=4096)
def _lines(
    runs: Runs, size: float, width: float, balanced: bool, typeface: str
) -> tuple[Line, ...]:
    room = width * 1000 / size
    if short := _short(runs, size, room):
        return short
    words = _words(runs, typeface)
    for word in words:
        if word.width > room + _SLACK:
            over = (word.width - room) * size / 1000
            raise TooWide("".join(run.text for run in word.runs), over)
    found = _fill(words, room)
    if len(found) > 1 and (balanced or _lonely(found[-1])):
        for share in range(19, 9, -1):
            narrower = _fill(words, room * share / 20)
            if len(narrower) > len(found):
                break
            if balanced or not _lonely(narrower[-1]):
                found = narrower
            if not balanced and not _lonely(narrower[-1]):
                break
    return tuple(_line(line, size) for line in found)


_SURELY = 0.95
"""The part of a column that words may fill to be on one line whatever rounding does."""


def _short(runs: Runs, size: float, room: float) -> tuple[Line, ...]:
    """Words of one kind that surely are one line, as most are; () for any others."""
    if len(runs) != 1 or runs[0].framed:
        return ()
    run = runs[0]
    text = _SPACE.sub("\u00a0" if run.whole else " ", run.text)
    text = text if run.whole else text.strip(" ")
    wide = fonts.width(text, run.bold)
    if not text or wide > room * _SURELY:
        return ()
    return (Line((run._replace(text=text),), wide * size / 1000),)


class _Word(NamedTuple):
    """`width` is in thousandths of the size, so that a word is measured once for all sizes."""

    runs: Runs
    width: float


_SLACK = 0.7
"""Rounding may make a line this much too wide, in thousandths of the size."""


@lru_cache(maxsize=4096)
def _words(runs: Runs, typeface: str) -> tuple[_Word, ...]:  # noqa: ARG001 - it is measured in
    """Unbreakable words; runs that touch without a space between them stay together."""
    return tuple(_split(runs))


def _split(runs: Runs) -> Iterator[_Word]:
    parts: list[Run] = []
    for run in runs:
        pieces = [_SPACE.sub("\u00a0", run.text)] if run.whole else _SPACE.split(run.text)
        for place, piece in enumerate(pieces):
            if place and parts:
                yield _word(parts)
                parts = []
            if piece:
                parts.append(run._replace(text=piece))
    if parts:
        yield _word(parts)


def _word(parts: list[Run]) -> _Word:
    return _Word(tuple(parts), sum(fonts.width(run.text, run.bold) for run in parts))


def _fill(words: tuple[_Word, ...], room: float) -> list[list[_Word]]:
    space = fonts.width(" ", False)
    found: list[list[_Word]] = []
    used = 0.0
    for word in words:
        if found and used + space + word.width <= room + _SLACK:
            found[-1].append(word)
            used += space + word.width
        else:
            found.append([word])
            used = word.width
    return found


def _lonely(line: list[_Word]) -> bool:
    return len(line) == 1


def _line(words: list[_Word], size: float) -> Line:
    """Join words with spaces; neighbours in one weight become one run again."""
    merged: list[Run] = []
    for place, word in enumerate(words):
        for part, run in enumerate(word.runs):
            gap = " " if place and not part else ""
            last = merged[-1] if merged else None
            if last and (last.bold, last.framed) == (run.bold, run.framed) and not run.framed:
                merged[-1] = last._replace(text=last.text + gap + run.text)
            elif gap and last and not last.framed:
                merged[-1] = last._replace(text=last.text + gap)
                merged.append(run)
            elif gap:
                merged += [Run(gap), run]
            else:
                merged.append(run)
    return Line(tuple(merged), sum(fonts.width(run.text, run.bold) for run in merged) * size / 1000)
