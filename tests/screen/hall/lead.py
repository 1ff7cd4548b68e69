"""A facilitator at the keys of a real session: real app, real journal, a clock that is set by hand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from screen.conftest import Drive, Seat
from screen.hall.sample import course

from toolkit.content.load import Loaded
from toolkit.records.clock import Clock
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession
from toolkit.screen.hall.hall_screen import HallScreen
from toolkit.screen.signs import FINE, Signs
from toolkit.session.agenda import Agenda, Part, Setup
from toolkit.session.hall import Hall
from toolkit.session.plan import draw_up

VILLAGE = "Sukamaju"
NOON = 1795305600.0
"""2026-11-22, for sessions that keep their day."""


@dataclass
class Lead:
    """The seat, the session that is led from it, and the seconds on its clock."""

    seat: Seat
    session: KeptSession
    seconds: list[float]

    @property
    def hall(self) -> Hall:
        """The state of the session."""
        return self.session.hall

    @property
    def screen(self) -> HallScreen:
        """The hall's screen, whatever is open over it."""
        return next(s for s in self.seat.app.screen_stack if isinstance(s, HallScreen))

    @property
    def said(self) -> str:
        """The screen as one line."""
        return self.seat.said

    async def press(self, *keys: str) -> str:
        """Press keys; returns the screen as one line."""
        await self.seat.press(*keys)
        return self.seat.said

    async def type(self, counts: str) -> str:
        """Type counts as a facilitator does: `"7 12 9"`."""
        return await self.press(*("space" if key == " " else key for key in counts))

    async def to(self, part: Part, subject: str = "") -> str:
        """Go on, without counting, to a part of the session, or to a question or page in it."""
        for _ in range(200):
            step = self.hall.step
            if step.part is part and subject in ("", step.subject):
                return self.said
            await self.press("pagedown")
        raise AssertionError(self.seat.text)

    def pass_time(self, seconds: float) -> None:
        """Let time go by."""
        self.seconds[0] += seconds


Led = Callable[[Lead], Awaitable[None]]


def setup(**changed: object) -> Setup:
    """Thirty people, an hour, one lesson, by show of hands."""
    told: dict[str, object] = {
        "village": VILLAGE,
        "heads": 30,
        "minutes": 60,
        "lessons": ("offer",),
    }
    return Setup(**(told | changed))  # type: ignore[arg-type]


def lead(
    drive: Drive,
    journal: Journal,
    story: Led,
    *,
    room: Setup | None = None,
    agenda: Agenda | None = None,
    session: KeptSession | None = None,
    loaded: Loaded | None = None,
    lang: str = "en",
    size: tuple[int, int] = (60, 18),
    signs: Signs = FINE,
) -> KeptSession:
    """Lead a session with real keys; it begins anew unless one is given. Returns it."""
    loaded = loaded or course()
    room = room or setup()
    seconds = [0.0]
    clock = Clock(wall=lambda: NOON + seconds[0], steady=lambda: seconds[0])
    if session is None:
        session = KeptSession.begin(room, agenda or draw_up(room, loaded.library), journal, clock)

    async def told(seat: Seat) -> None:
        await seat.app.push_screen(HallScreen(session))
        await seat.until(f"/{len(session.hall.steps)}")
        await story(Lead(seat, session, seconds))

    drive(told, loaded=loaded, kept=journal, lang=lang, size=size, signs=signs)
    return session
