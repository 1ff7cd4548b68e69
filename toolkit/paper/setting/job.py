"""What is to be printed, and what the laying out of it may know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.theme import Theme
from toolkit.content.villages.village import Village
from toolkit.language import Language
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Runs


class Duplex(StrEnum):
    """How a sheet is turned for its second side, as a printer's settings call it."""

    NONE = "Simplex"
    SHORT = "DuplexFlipShortEdge"
    LONG = "DuplexFlipLongEdge"


class Scope(StrEnum):
    """What one file of a product is about."""

    LESSON = "lesson"
    SESSION = "session"
    PLAN = "plan"
    VILLAGE = "village"


@dataclass(frozen=True, slots=True)
class Job:
    """One file to print: a product in a language, for a paper size.

    `lessons` are what it is about: one, all those of a session, or none. `people` is for how
    many it is meant, `sheets` how many sheets a poster is made of. `turned` puts second sides
    in the order in which a printer without duplex needs them, `over` in that for a stack that has
    to be turned over for them. `village` is whose own numbers
    stand in it; None leaves lines to write on. `plan` is the session plan whose minutes it
    keeps to, "" for none; a `refresher` is for the meeting a month after these lessons.
    """

    product: str
    lessons: tuple[str, ...]
    lang: str
    paper: str
    people: int = 30
    sheets: int = 1
    turned: bool = False
    over: bool = False
    village: Village | None = None
    plan: str = ""
    refresher: bool = False

    @property
    def file_name(self) -> str:
        """What the file is called: `leaflet-recruitment-id-a4.pdf`, `guide-plan-young-30-id-a4.pdf`."""
        # A plan may have the id of a lesson; its own sheet says already what it is.
        mark = "" if self.product == "plan" else "plan-"
        about = f"{mark}{self.plan}" if self.plan else "+".join(self.lessons)
        later = "refresher" if self.refresher and not self.plan else ""
        sheets = str(self.sheets) if self.sheets > 1 else ""
        turned = "manual" if self.turned else ""
        over = "over" if self.turned and self.over else ""
        parts = (self.product, about, later, self.lang, self.paper, sheets, turned, over)
        return "-".join(part for part in parts if part) + ".pdf"


CODE = 1
"""Which run of an order's imprint is the edition code."""


@dataclass(frozen=True, slots=True)
class Order:
    """A job with what its laying out needs: the library, the paper, the line with its edition."""

    job: Job
    library: Library
    paper: theme.Paper
    lang: Language
    imprint: Runs

    @property
    def theme(self) -> Theme:
        """The measures that a designer may change."""
        return self.library.theme

    @property
    def lesson(self) -> Lesson:
        """The first lesson that it is about."""
        return self.library.lessons[self.job.lessons[0]]
