"""A small session for tests of the records: its agenda, and every event that happens in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

from toolkit.records.clock import Clock
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession
from toolkit.session.agenda import Agenda, Item, Part, Setup, Step
from toolkit.session.hall import (
    Counted,
    Ended,
    Event,
    HeadsCounted,
    Marked,
    Reopened,
    Returned,
    Revealed,
    Skipped,
    TakenBack,
    Typed,
    WentBack,
    WentOn,
)

SETUP = Setup("Desa Contoh", 30, 60, ("ship",), women=18, men=12)

ITEMS = (
    Item("ship-01", "choice", "ship.one", ("a", "b", "c"), ("a",)),
    Item("ship-02", "true_false", "ship.two", ("true", "false"), ("false",)),
    Item("feeling", "opinion", "ship.one", ("yes", "no")),
    Item("offer-01", "verdict", "ship.two", ("worth_checking", "trap"), ("trap",)),
)

AGENDA = Agenda(
    (
        Step("opening", Part.OPENING, seconds=120),
        Step("opinion:feeling", Part.OPINION, "feeling", "ship", seconds=180),
        Step("before:ship-01", Part.BEFORE, "ship-01", "ship", "ship.one", 45),
        Step("before:ship-02", Part.BEFORE, "ship-02", "ship", "ship.two", 45),
        Step("lesson:first", Part.LESSON, "first", "ship", "ship.one", 300),
        Step("quiz:ship-01", Part.QUIZ, "ship-01", "ship", "ship.one", 120),
        Step("offers:offer-01", Part.OFFERS, "offer-01", "ship", "ship.two", 120),
        Step("after:ship-01", Part.AFTER, "ship-01", "ship", "ship.one", 45),
        Step("after:ship-02", Part.AFTER, "ship-02", "ship", "ship.two", 45),
        Step("closing", Part.CLOSING, seconds=240),
        Step("summary", Part.SUMMARY),
    ),
    ITEMS,
    {"id": {"ship-01": "Apa dulu?"}, "en": {"ship-01": "What first?"}},
)


def events() -> Iterator[Event]:
    """All that happens after the opening, every digit by itself, to the end."""
    yield WentOn()
    yield from _counted(20, 10)
    yield WentOn()
    yield from _counted(12, 11, 7)
    yield WentOn()
    yield from _counted(9, 21)
    yield from (TakenBack(), Typed("9 2"), Typed("9 21"), Counted((9, 21)), WentOn())
    yield from (Marked(), HeadsCounted(29), WentOn())
    yield from _counted(10, 12, 7)
    yield from _counted(20, 6, 3)
    yield from (Revealed(), Reopened("ship", "first"), Returned(), WentOn())
    yield from _counted(11, 18)
    yield from (Revealed(), WentOn())
    yield from _counted(22, 5, 2)
    yield from (WentOn(), Skipped(), WentBack(), WentOn(), WentOn(), Ended())


def _counted(*counts: int) -> Iterator[Event]:
    entry = " ".join(str(count) for count in counts)
    for end in range(1, len(entry) + 1):
        yield Typed(entry[:end])
    yield Counted(counts)


EVENTS = tuple(events())


@dataclass
class Watch:
    """Clocks that are turned by hand."""

    wall: float = 1_800_000_000.0
    steady: float = 0.0

    @property
    def clock(self) -> Clock:
        """These clocks, as a session reads them."""
        return Clock(lambda: self.wall, lambda: self.steady)

    def goes_on(self, seconds: float) -> None:
        """Time passes on both."""
        self.wall += seconds
        self.steady += seconds


def play(kept: KeptSession, told: Iterable[Event] = EVENTS) -> None:
    """Let events happen in a session that is kept."""
    for event in told:
        kept.happen(event)


def begun(journal: Journal, watch: Watch, events: int = 20) -> KeptSession:
    """A session in which so many events of the script have happened."""
    kept = KeptSession.begin(SETUP, AGENDA, journal, watch.clock)
    play(kept, EVENTS[:events])
    return kept


def on_disk(journal: Journal, uid: str) -> int:
    """How many lines of a session another connection sees."""
    with closing(sqlite3.connect(journal.path)) as db:
        return int(
            db.execute("SELECT count(*) FROM happenings WHERE session = ?", (uid,)).fetchone()[0]
        )
