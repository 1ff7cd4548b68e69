"""A lesson: one source for the screen, the leaflet and the facilitator's guide."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from toolkit.content.place import NOWHERE, Place
from toolkit.content.text import Text


class Priority(StrEnum):
    """What a session may drop when time runs short: never a must."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


@dataclass(frozen=True, slots=True)
class Objective:
    """What people can do afterwards. The id is permanent, whatever its wording becomes."""

    id: str
    priority: Priority
    minutes: int
    text: Text
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """One screen of a lesson: few words to show, a script to say, a question to ask.

    `note` is a content note: shown and said before a page that some may find hard, so that
    whoever wishes may go out first. On paper only the facilitator's guide has it.
    """

    id: str
    title: Text
    icon: str
    show: tuple[Text, ...]
    say: Text
    objectives: tuple[str, ...]
    ask: Text | None = None
    note: Text | None = None
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Panel:
    """One inside panel of the leaflet: a page, and the words a reader at home needs besides."""

    page: str
    more: tuple[Text, ...] = ()
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Leaflet:
    """What only the leaflet says: the line on its front, and which pages go inside.

    `scan` is the contact that its QR code opens, "" for the first one that can be called.
    """

    front: Text
    inside: tuple[Panel, ...]
    scan: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """The days on which people read the whole lesson; None where nobody has yet. No names."""

    reader: date | None = None
    officer: date | None = None
    lawyer: date | None = None
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Lesson:
    """A module of the course. Its minutes are the sum of its objectives' minutes."""

    id: str
    title: Text
    about: Text
    icon: str
    objectives: tuple[Objective, ...]
    pages: tuple[Page, ...]
    takeaways: tuple[Text, ...]
    leaflet: Leaflet
    contacts: tuple[str, ...]
    sources: tuple[str, ...]
    order: int = 100
    reviewed_by: Review = Review()
    at: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def minutes(self) -> int:
        """How long it takes in a hall, in minutes."""
        return sum(objective.minutes for objective in self.objectives)

    def page(self, page_id: str) -> Page:
        """The page with that id. Raises KeyError if there is none."""
        for page in self.pages:
            if page.id == page_id:
                return page
        raise KeyError(page_id)

    def pages_for(self, objective_id: str) -> tuple[Page, ...]:
        """The pages that teach an objective, in order."""
        return tuple(page for page in self.pages if objective_id in page.objectives)
