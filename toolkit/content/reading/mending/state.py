"""What a survey of a file remembers from line to line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from toolkit.content.reading.mending.draft import Draft
from toolkit.content.reading.mending.habits import Habits
from toolkit.content.reading.mending.levels import Levels


class After(Enum):
    """What the line above leaves open."""

    NOTHING = "nothing"
    """Its value is whole: in quotation marks, or in brackets."""
    WORDS = "words"
    """A text without quotation marks, which lines further in go on with."""
    VALUE = "value"
    """A key or a dash that has no value yet."""


@dataclass(slots=True)
class State:
    """The draft, and what is open at the line that is looked at."""

    draft: Draft
    known: frozenset[str]
    habits: Habits
    levels: Levels
    after: After = After.VALUE
    words_at: int = 0
    """How far in the last text stood."""
    words_from: tuple[int, int] = (0, 0)
    """Line and column, from 0, where the last text without quotation marks begins."""
    shift: tuple[int, int] | None = None
    """Lines further in than the first are moved by the second: they follow one that was."""
    moved: bool = False
    """Have such lines been met?"""
    begun: bool = False
    """Has anything but comments been met?"""
    marked: bool = False
    """Have the three dashes been met that may stand at the top?"""
