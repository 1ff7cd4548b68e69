"""What a source claims, and where we teach it or why we do not: so that nothing gets lost.

Nobody in a hall sees claims; they are for those who look after the lessons.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.content.place import NOWHERE, Place
from toolkit.content.text import Text


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that a source says, in our own words.

    It is either used, on `pages` (each `lesson/page`) or through `facts` (their ids), or
    left out, and then `because` says why.
    """

    id: str
    text: Text
    source: str
    pages: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    because: Text | None = None
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def used(self) -> bool:
        """Is it taught?"""
        return bool(self.pages or self.facts)
