"""The Textual app: one learner, or a trainer, at one laptop. Owns the stack: which screen stands where.

`toolkit.screen.app.run` starts it. Screens turn keys into events of the run; the program
decides which screen a run is on, and how the app begins and ends.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from threading import Thread, Timer
from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import Screen

from toolkit.errors import Breakdown
from toolkit.language import Language
from toolkit.records.front import Shelf
from toolkit.records.journal import Journal
from toolkit.screen.base import AsideScreen, BaseScreen
from toolkit.screen.halls_app import RECENT
from toolkit.screen.home import HomeScreen
from toolkit.screen.runs_app import RunsApp
from toolkit.screen.signs import Signs

if TYPE_CHECKING:
    from textual.driver import Driver

    from toolkit.screen.driver import InputEnded
    from toolkit.screen.workbench import Workbench

FIRST_LOOK = 0.2
"""Seconds in which the first screen is painted undisturbed; who chooses sooner waits for the library.

If anything has changed since the last time, the first screen is told by the heads of the lessons'
files, and put right when the library is open.
"""
PATIENCE = 5.0
"""Seconds that an orderly end may take."""


class CekDulu(RunsApp):
    """The app, with its stack of screens.

    `broken` is what went wrong with us, if it did; `in_lesson` is whether a lesson was open
    and begun when the app was left, `in_session` whether a session in the hall was going on.
    """

    CSS_PATH = "screen.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    TITLE = "Cek Dulu"
    ENDING: tuple[str, ...] = ("SIGTERM", "SIGHUP", "SIGINT")
    """Names of the signals that end the app in an orderly way."""

    class LibraryOpened(Message):
        """The library is open, and with it what home really has to tell."""

    def __init__(
        self,
        shelf: Shelf,
        journal: Journal,
        lang: Language,
        open_lesson: str | None = None,
        signs: Signs | None = None,
        *,
        bench: Workbench | None = None,
        in_hall: bool = False,
    ) -> None:
        super().__init__(shelf, journal, lang, signs, bench)
        self._in_hall = in_hall
        self._begins_with = bench.begins_with if bench is not None else None
        self.broken: Exception | None = None
        self.in_lesson = False
        self.in_session = False
        self._open_lesson = open_lesson

    # Beginning and end

    def get_default_screen(self) -> Screen[None]:
        """Home is the bottom of the stack, or the trainer's screen; no empty one is below it."""
        if self._begins_with is None:
            return HomeScreen()
        from toolkit.screen.trainer import TrainerScreen

        return TrainerScreen()

    def on_load(self) -> None:
        """Before the terminal is taken over: a kill must give it back."""
        loop = asyncio.get_running_loop()
        for name in self.ENDING:
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                loop.add_signal_handler(number, self._ended, 128 + number)
                # asyncio's own way loses one that comes while hundreds of keys wait.
                signal.signal(
                    number, lambda came, _: loop.call_soon_threadsafe(self._ended, 128 + came)
                )
            except (NotImplementedError, RuntimeError, ValueError):
                # Windows, and apps under test: there the journal alone must do, and does.
                return

    def _ended(self, status: int) -> None:
        """A signal ends the app, if need be without saying goodbye to a window that is gone.

        Textual's writer can wait for ever for a terminal that takes nothing any more; all
        that was answered is on the disk already.
        """
        last_resort = Timer(PATIENCE, os._exit, (status,))
        last_resort.daemon = True
        last_resort.start()
        self.leave(status)

    def get_driver_class(self) -> type[Driver]:
        """Textual asks here what reads the keys."""
        if sys.platform == "win32":
            return super().get_driver_class()
        from toolkit.screen.driver import SteadyDriver

        return SteadyDriver

    def on_input_ended(self, message: InputEnded) -> None:
        """No key can come: the window has gone, or it is our own fault."""
        if not isinstance(message.error, OSError):
            raise message.error
        self._ended(128 + signal.SIGHUP)

    def on_ready(self) -> None:
        """While somebody reads the first screen, fetch what is behind it."""
        self.set_timer(FIRST_LOOK, Thread(target=self._open_behind, daemon=True).start)

    def _open_behind(self) -> None:
        # What goes wrong here goes wrong again, and is told, when the library is needed.
        with suppress(Exception):
            self._shelf.open()
            self.post_message(self.LibraryOpened())

    def on_cek_dulu_library_opened(self) -> None:
        """Home may have been painted before the library was read; below others it need not know."""
        if isinstance(self.screen, HomeScreen):
            self.screen.settle()

    def on_mount(self) -> None:
        """Go where the learner was, or straight to the hall or lesson asked for."""
        self.tell_of_damage()
        if self._begins_with is not None:
            if self._begins_with:
                self.preview(self._begins_with)
        elif self._in_hall:
            self.open_hall()
        elif self._open_lesson is not None:
            self.open_lesson(self._open_lesson)
        elif self.session_waits(RECENT) and self.left_open():
            self.open_hall()
        elif left := self.broken_off():
            self.offered(left)

    def leave(self, status: int) -> None:
        """End the app with an exit status; the terminal is given back on the way."""
        self.in_lesson = any(
            kept.run.begun
            for screen in self.screen_stack
            if (kept := getattr(screen, "kept", None)) and not kept.rehearsed
        )
        self.in_session = any(
            not session.hall.ended
            for screen in self.screen_stack
            if (session := getattr(screen, "session", None))
        )
        self.exit(return_code=status)

    def _handle_exception(self, error: Exception) -> None:
        """Our own fault. Under test it is raised; here it is told calmly, after the screen is back."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.broken = self.broken or error
        self._return_code = Breakdown.exit_code
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """A thread of Textual's has failed: told as calmly as a fault of ours."""
        told = " ".join(str(getattr(one, "trace", one)) for one in renderables)
        self._handle_exception(RuntimeError(f"Textual gave up: {told}"))

    def redraw(self) -> None:
        """Show the present screen as things are now."""
        if isinstance(self.screen, BaseScreen):
            self.screen.draw()

    def open_aside(self, name: str) -> None:
        """Open a screen over the present one, by its name; its own key closes it again."""
        kind = _aside(name)
        if isinstance(self.screen, kind):
            self.pop_screen()
        elif isinstance(self.screen, AsideScreen):
            self.switch_screen(kind())
        else:
            self.push_screen(kind())


def _aside(name: str) -> type[AsideScreen]:
    """A screen to be opened from anywhere; imported when it is first needed."""
    match name:
        case "help":
            from toolkit.screen.help import HelpScreen

            return HelpScreen
        case "help_lines":
            from toolkit.screen.help_lines import HelpLinesScreen

            return HelpLinesScreen
        case "glossary":
            from toolkit.screen.glossary import GlossaryScreen

            return GlossaryScreen
    raise ValueError(name)
