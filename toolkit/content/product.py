"""What can be printed: a product's id and how it is announced. Drawing is paper's work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from toolkit.content.place import NOWHERE, Place
from toolkit.content.text import Text

FILLED = 0
"""`per_sheet` of a product that fills its sheet."""

DRAWN: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "leaflet": (FILLED,),
        "handout": (FILLED,),
        "booklet": (FILLED,),
        "poster": (FILLED,),
        "cards": (8, 10),
        "quiz-sheet": (FILLED,),
        "answer-key": (FILLED,),
        "tally-sheet": (FILLED,),
        "answer-cards": (2, 4),
        "seat-cards": (6, 8, 10),
        "plan": (FILLED,),
        "guide": (FILLED,),
        "story": (FILLED,),
        "certificate": (FILLED,),
        "contact-check": (FILLED,),
        "pack": (FILLED,),
    }
)
"""The products that somebody has drawn, and how many of each may stand on one sheet."""


class Copies(StrEnum):
    """How many copies a session needs."""

    PERSON = "person"
    SESSION = "session"


@dataclass(frozen=True, slots=True)
class Product:
    """Something that can be printed. `papers` are the paper sizes it comes in.

    `copies` is how many a session needs, None for what is no part of one. `per_sheet` is how
    many of a small thing stand on one sheet, 0 for what fills it.
    """

    id: str
    title: Text
    about: Text
    papers: tuple[str, ...]
    copies: Copies | None = None
    per_sheet: int = 0
    at: Place = field(default=NOWHERE, compare=False, repr=False)
