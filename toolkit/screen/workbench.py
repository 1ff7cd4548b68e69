"""What screens need of the world outside: a library to follow, a leaflet to draw, a print shop.

Handed in from the command line, because the screens know neither paper nor options.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    # The app opens without reading a library; what reads one is imported when one is read.
    from toolkit.content.library import Library
    from toolkit.content.load import Loaded
    from toolkit.content.place import Problem
    from toolkit.screen.print_door import PrintDoor

Leaflet: TypeAlias = "Callable[[Library, str, str], Path | Problem]"
"""Draws the leaflet of a lesson in a language: the file, or why the words are not on paper.

Raises CekDuluError for everything else that goes wrong.
"""


@dataclass(frozen=True, slots=True)
class Workbench:
    """`root` is the library that is followed and `read` reads it, with all that lies under it.

    `begins_with` is what a preview opens first: a file by its name in the library, or ""
    for the list of files. With None the app begins at home, as for everybody.
    `printing` is the door to the print shop; without it nothing is offered for printing.
    """

    root: Path
    read: Callable[[], Loaded]
    leaflet: Leaflet | None = None
    begins_with: str | None = None
    printing: PrintDoor | None = None
