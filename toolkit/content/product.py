"""What can be printed: a product's id and how it is announced. Drawing is paper's work."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.content.place import NOWHERE, Place
from toolkit.content.text import Text


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
