"""What can be printed: a product's id and how it is announced. Drawing is paper's work."""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.content.place import NOWHERE, Place
from toolkit.content.text import Text


@dataclass(frozen=True, slots=True)
class Product:
    """Something that can be printed. `papers` are the paper sizes it comes in."""

    id: str
    title: Text
    about: Text
    papers: tuple[str, ...]
    at: Place = field(default=NOWHERE, compare=False, repr=False)
