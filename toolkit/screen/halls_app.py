"""What the app does for a session in the hall: offers those left open, sets one up, begins it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from toolkit.errors import Breakdown
from toolkit.screen.trainers_app import TrainersApp

if TYPE_CHECKING:
    # Who learns alone needs none of this.
    from toolkit.records.kept_session import KeptSession, OpenSession
    from toolkit.screen.base import BaseScreen
    from toolkit.session.agenda import Setup


RECENT = 12 * 60 * 60
"""Seconds; a session that was opened longer ago is only offered to who asks for the hall."""


class HallsApp(TrainersApp):
    """The app before a hall. `today` is the laptop's clock, in seconds since 1970."""

    today: Callable[[], float] = staticmethod(time.time)

    def open_hall(self) -> None:
        """Offer the sessions that were left open, or set a new one up."""
        if left := self.left_open():
            from toolkit.screen.hall.left_open import LeftOpenScreen

            self._put(LeftOpenScreen(left))
        else:
            self.set_up_session()

    def session_waits(self, within: float = math.inf) -> bool:
        """Was a session left open that was begun no longer ago than `within` seconds?

        One from the future counts: the power was cut, and the laptop has forgotten the time.
        """
        try:
            return any(self.today() - opened < within for opened in self.journal.opened_at())
        except Breakdown as trouble:
            self.tell_once(trouble)
            return False

    def set_up_session(self) -> None:
        """Ask what a new session needs to know."""
        from toolkit.screen.hall.setup import SetupScreen

        self._put(SetupScreen())

    def left_open(self) -> tuple[OpenSession, ...]:
        """Sessions that were not ended, the newest first."""
        from toolkit.records.kept_session import left_open

        try:
            return left_open(self.journal)
        except Breakdown as trouble:
            self.tell_once(trouble)
            return ()

    def begin_session(self, setup: Setup) -> None:
        """Draw a session up and begin it. Raises WrongInput where it cannot be."""
        from toolkit.records.kept_session import KeptSession
        from toolkit.session.plan import draw_up

        agenda = draw_up(setup, self.library)
        self._lead(KeptSession.begin(setup, agenda, self.journal))

    def go_on_with_session(self, left: OpenSession) -> None:
        """Go on with a session where it was left."""
        from toolkit.records.kept_session import KeptSession

        self._lead(KeptSession.resume(left, self.journal))

    def end_session(self, left: OpenSession) -> None:
        """End a session, keeping what there is; one that cannot be gone on with is only put away.

        Raises Breakdown where that cannot be kept, and Impossible where it has ended already.
        """
        from toolkit.records.hall_journal import give_up
        from toolkit.records.kept_session import KeptSession
        from toolkit.session.hall import Ended

        if not left.fits:
            give_up(self.journal, left.uid)
            return
        kept = KeptSession.resume(left, self.journal, resting=True)
        kept.happen(Ended())
        if kept.trouble is not None:
            raise kept.trouble

    def _lead(self, kept: KeptSession) -> None:
        from toolkit.screen.hall.hall_screen import HallScreen

        self.tell_once(kept.trouble)
        self.tell_of_damage()
        self._put(HallScreen(kept))

    def _put(self, screen: BaseScreen) -> None:
        """Show a screen of the hall, above home."""
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)
