"""The crafts of the shop: for each product who writes it down, who lays it out, how it is turned."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from toolkit.paper import handout, leaflet, manuscript
from toolkit.paper.document import Face
from toolkit.paper.job import Duplex, Job, Order, Scope
from toolkit.paper.words import Copyist


class Craft(NamedTuple):
    """How one product is made.

    `write` puts its words down before any size is known, and `lay_out` makes them into printed
    sides. `scope` is what one file is about; a product with `numbers` shows a village's own.
    """

    write: Callable[[Copyist, Job], Any]
    lay_out: Callable[[Any, Order], tuple[Face, ...]]
    duplex: Duplex = Duplex.NONE
    scope: Scope = Scope.LESSON
    numbers: bool = False


CRAFTS: dict[str, Craft] = {
    "leaflet": Craft(manuscript.leaflet, leaflet.lay_out, Duplex.SHORT, numbers=True),
    "handout": Craft(manuscript.handout, handout.lay_out, numbers=True),
}
