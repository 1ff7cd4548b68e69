"""The kiosk: the app for one person after another at the village office.

Nothing of a person stays: their answers are never written anywhere, and after two quiet
minutes everything goes back to the start. There is no way out but the trainer's
passphrase; whoever closes the window, or switches off, ends it as well.
"""

from __future__ import annotations

import math
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import events
from textual.screen import Screen

from toolkit.errors import CekDuluError
from toolkit.language import Language, Said, said
from toolkit.records.clock import Clock
from toolkit.screen import actions
from toolkit.screen.blank import Blank
from toolkit.screen.home import HomeScreen
from toolkit.screen.kiosk_leaving import Leaving, PassphraseScreen
from toolkit.screen.kiosk_quiet import QuietScreen
from toolkit.screen.layout import Block
from toolkit.screen.program import CekDulu

if TYPE_CHECKING:
    from toolkit.records.front import Shelf
    from toolkit.records.journal import Journal
    from toolkit.records.passphrase import Passphrase
    from toolkit.screen.signs import Signs

QUIET = 120
"""Seconds without a key after which the next person is expected."""
COUNTDOWN = 20
"""The last seconds of these, in which the app asks whether somebody is still there."""

OUT = ("f10", "ctrl+q")
"""Keys that ask for the passphrase."""
OTHER_CTRL = ("ctrl+l", "ctrl+b")
"""The only other keys with Ctrl that act: copying, pasting and interrupting are not for here."""
HIDING = ("f9", "ctrl+b", "full_stop")
WAKING = (*HIDING, "escape")
"""Keys that bring back what was hidden."""


class KioskHome(HomeScreen):
    """Home with the lessons only: what trainers ought to know is not for here."""

    def notices(self) -> list[Block]:
        """None."""
        return []


class Kiosk(CekDulu):
    """The app without a way out, for one person at a time. `now` is the clock, in seconds."""

    ENDING = ("SIGTERM", "SIGHUP")
    IGNORED = ("SIGINT", "SIGTSTP", "SIGQUIT", "SIGBREAK")
    """Signals that keys send; what closes the window is never among them."""

    def __init__(
        self,
        shelf: Shelf,
        journal: Journal,
        lang: Language,
        passphrase: Passphrase,
        *,
        signs: Signs | None = None,
        clock: Callable[[], float] | None = None,
    ) -> None:
        super().__init__(shelf, journal, lang, signs=signs)
        self.now = clock or Clock().steady
        self.leaving = Leaving(passphrase.fits, self.now)
        self._at_first = (lang, self.theme)
        self._last = self.now()
        self._rests_dark = False
        self._lifting = False
        self._signalled = False
        self.came_up = False
        """Has it been open for as long as a second, or has anybody pressed a key?"""

    # What is not there

    def get_default_screen(self) -> Screen[None]:
        """Home is the bottom of the stack."""
        return KioskHome()

    @property
    def good_to_know(self) -> tuple[Said, ...]:
        """What becomes of a person's answers, and how a trainer ends it."""
        return (
            said("Nobody sees your answers: nothing of them is kept."),
            said("After two quiet minutes this goes back to the start, for the next person."),
            said("F10 is for the trainer."),
        )

    def allows(self, action: str) -> bool:
        """Neither quitting, nor the trainer's screens, nor the hall, nor printing."""
        barred = (actions.QUIT, actions.TRAINER, actions.HALL, actions.PRINT)
        return action not in [one.name for one in barred]

    def broken_off(self) -> frozenset[str]:
        """Nobody is offered what another person left."""
        return frozenset()

    def session_waits(self, within: float = 0) -> bool:  # noqa: ARG002 - never, however long ago
        """Nobody is offered a session in the hall."""
        return False

    def open_lesson(self, lesson: str) -> None:
        """Begin a lesson, always at its beginning."""
        if lesson in self.library.lessons:
            self.begin(lesson)
        else:
            self.redraw()

    def begin(self, lesson: str) -> None:
        """Begin a lesson of which nothing is kept."""
        from toolkit.screen.passing_run import PassingRun

        self.show_run(PassingRun.begin(lesson, self.seed(), self.journal, self.library))

    def remember(self, lesson: str) -> None:
        """Ask only what a lesson keeps for a month later; of it nothing is kept either."""
        from toolkit.screen.passing_run import PassingRun

        self.show_run(PassingRun.remember(lesson, self.seed(), self.journal, self.library))

    def keep_setting(self, name: str, value: str) -> None:
        """Language and theme are this person's alone."""

    def tell_once(self, trouble: CekDuluError | None) -> None:
        """Trouble with files is nothing that a person here could mend."""

    def tell_of_damage(self) -> None:
        """Neither is damage that was mended."""

    def on_mount(self) -> None:
        """No key sends a signal that ends or stops the app; and the clock is looked at."""
        for name in self.IGNORED:
            if number := getattr(signal, name, None):
                try:
                    signal.signal(number, signal.SIG_IGN)
                except ValueError:  # under test the app may run in another thread
                    break
        self.set_interval(1, self.look_at_the_clock)

    # One person after another

    def look_at_the_clock(self) -> None:
        """Ask in time whether somebody is still there; then expect the next person."""
        self.came_up = True
        quiet = self.now() - self._last
        nobody_to_ask = self._is_at_start() or self._hides_something()
        if quiet >= QUIET:
            self.start_again()
        elif isinstance(self.screen, QuietScreen):
            self.screen.count(self._seconds_left())
        elif quiet >= QUIET - COUNTDOWN and not nobody_to_ask:
            self.push_screen(QuietScreen(self._seconds_left()))
        elif isinstance(self.screen, PassphraseScreen):
            self.screen.draw()

    def _seconds_left(self) -> int:
        return max(math.ceil(QUIET - (self.now() - self._last)), 1)

    def _is_dark(self) -> bool:
        return isinstance(self.screen, Blank)

    def _hides_something(self) -> bool:
        """Is something of somebody behind a dark screen, also where the passphrase is asked over it?"""
        is_dark = any(isinstance(screen, Blank) for screen in self.screen_stack)
        return is_dark and not self._rests_dark

    def _is_at_start(self) -> bool:
        """Is there nothing of anybody here?"""
        if self._is_dark():
            return self._rests_dark
        return len(self.screen_stack) == 1 and self._at_first == (self.lang, self.theme)

    def start_again(self) -> None:
        """Everything as for the first person; a screen that was hidden stays dark."""
        if self._is_at_start():
            home = self.screen
            if isinstance(home, HomeScreen) and home.sheet.above:
                home.draw(caret="", from_top=True)
            return
        self._rests_dark = self._is_dark()
        with self.batch_update():
            while len(self.screen_stack) > 1:
                self.pop_screen()
            self.lang, self.theme = self._at_first
            home = self.screen
            assert isinstance(home, HomeScreen)
            home.draw(caret="", from_top=True)
            if self._rests_dark:
                self.push_screen(Blank())

    async def on_event(self, event: events.Event) -> None:
        """Every key and every move of the mouse comes by here first."""
        is_new = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if is_new and self._is_dealt_with(event):
            return
        await super().on_event(event)

    def _is_dealt_with(self, event: events.Event) -> bool:
        """Is the event at its end? It is where it only tells that somebody is there."""
        self.came_up = True
        key = event.key if isinstance(event, events.Key) else ""
        was_quiet = self.now() - self._last >= QUIET
        if not self._hides_something() or (self._is_dark() and key in WAKING):
            # Whoever cannot see what was hidden is not the one who hid it.
            self._last = self.now()
        if was_quiet and not self._is_at_start():
            # The laptop slept, and the clock had not been looked at yet.
            self.start_again()
            return True
        if isinstance(event, events.MouseUp) and self._lifting:
            self._lifting = False
            return True
        if isinstance(self.screen, QuietScreen):
            self.pop_screen()
            self._lifting = isinstance(event, events.MouseDown)
            if key in HIDING:
                self.push_screen(Blank())
            return True
        if self._rests_dark and (key or isinstance(event, events.MouseDown)):
            self._rests_dark = False
            self._lifting = not key
            self.pop_screen()
            return True
        if key in OUT:
            self.ask_for_passphrase()
            return True
        return key.startswith("ctrl+") and key not in OTHER_CTRL

    # The end

    @property
    def may_end(self) -> bool:
        """Was the passphrase given, or did whoever closes the window, or switches off, end it?"""
        return self.leaving.granted or self._signalled

    def _ended(self, status: int) -> None:
        """A signal came that no key sends."""
        self._signalled = True
        super()._ended(status)

    def leave(self, status: int) -> None:
        """End, but only if it may."""
        if self.may_end:
            super().leave(status)

    def ask_for_passphrase(self) -> None:
        """Ask whoever wants to end the kiosk."""
        if not isinstance(self.screen, PassphraseScreen):
            self.push_screen(PassphraseScreen(self.leaving))
