"""The Textual app: one learner at one laptop. Holds what all screens share, and the stack.

`toolkit.screen.app.run` starts it. Screens turn keys into events of the run; the app keeps
language, theme and the journal's troubles, and decides which screen a run is on.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Collection
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen

from toolkit.errors import Breakdown, CekDuluError
from toolkit.language import LANGUAGES, Language, Said, language
from toolkit.records.front import Front, Shelf
from toolkit.records.journal import Journal, Unfinished
from toolkit.screen.base import AsideScreen, BaseScreen
from toolkit.screen.home import HomeScreen
from toolkit.screen.signs import Signs, signs_here
from toolkit.screen.theme import DARK, LIGHT, NAMES, themes

if TYPE_CHECKING:
    from toolkit.content.library import Library
    from toolkit.content.load import Loaded
    from toolkit.screen.played_run import PlayedRun
    from toolkit.screen.run_screen import RunScreen
    from toolkit.session.run import Phase

HANGUPS = ("SIGTERM", "SIGHUP", "SIGINT")
OTHER_NAMES = {"id": "Indonesia", "en": "English"}
"""Each language by its own name: who needs it cannot read the other one."""


class CekDulu(App[None], inherit_bindings=False):
    """The app. `lang` is spoken now; `notice` is said at the top of the screen, once.

    `in_lesson` is whether a lesson was open and begun when the app was left.
    """

    CSS_PATH = "screen.tcss"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    TITLE = "Cek Dulu"

    def __init__(
        self,
        shelf: Shelf,
        journal: Journal,
        lang: Language,
        open_lesson: str | None = None,
        signs: Signs | None = None,
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self.journal = journal
        self.lang = lang
        self.signs = signs or signs_here()
        self.notice: tuple[Said, Said] | None = None
        self.broken: Exception | None = None
        self.seed: Callable[[], str] = lambda: os.urandom(4).hex()
        """Makes the seed of a new run, which mixes its options."""
        self._open_lesson = open_lesson
        self._told = False
        self.in_lesson = False
        for theme in themes():
            self.register_theme(theme)
        self.theme = NAMES.get(journal.setting("theme") or "", DARK)

    @property
    def front(self) -> Front:
        """What home tells of the library, which need not be open for that."""
        return self._shelf.front

    @property
    def loaded(self) -> Loaded:
        """The library and its problems; opened by whoever asks first."""
        return self._shelf.open()

    @property
    def library(self) -> Library:
        """The library."""
        return self.loaded.library

    # Beginning and end

    def get_default_screen(self) -> Screen[None]:
        """Home is the bottom of the stack; there is no empty screen below it."""
        return HomeScreen()

    def on_load(self) -> None:
        """Before the terminal is taken over: a kill must give it back."""
        loop = asyncio.get_running_loop()
        for name in HANGUPS:
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                loop.add_signal_handler(number, self.leave, 128 + number)
            except (NotImplementedError, RuntimeError, ValueError):
                # Windows, and apps under test: there the journal alone must do, and does.
                return

    def on_ready(self) -> None:
        """While somebody reads the first screen, fetch what is behind it."""
        Thread(target=self._open_behind, daemon=True).start()

    def _open_behind(self) -> None:
        # What goes wrong here goes wrong again, and is told, when the library is needed.
        with suppress(Exception):
            self._shelf.open()

    def on_mount(self) -> None:
        """Go where the learner was, or straight to the lesson asked for."""
        if self._open_lesson is not None:
            self.open_lesson(self._open_lesson)
        elif left := self.broken_off():
            self._offered(left)

    def leave(self, status: int) -> None:
        """End the app with an exit status; the terminal is given back on the way."""
        self.in_lesson = any(
            kept.run.begun
            for screen in self.screen_stack
            if (kept := getattr(screen, "kept", None))
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

    # Language, theme, notices

    def switch_language(self) -> None:
        """Speak the other language, here and the next time."""
        self.lang = language(self._other())
        self._keep_setting("language", self.lang.code)
        self._redraw()

    def other_language_name(self) -> str:
        """The language to switch to, by its own name."""
        return OTHER_NAMES[self._other()]

    def _other(self) -> str:
        return next(code for code in LANGUAGES if code != self.lang.code)

    def switch_theme(self) -> None:
        """The other theme, here and the next time."""
        self.theme = LIGHT if self.theme == DARK else DARK
        self._keep_setting("theme", "light" if self.theme == LIGHT else "dark")
        self._redraw()

    def _keep_setting(self, name: str, value: str) -> None:
        try:
            self.journal.keep_setting(name, value)
        except Breakdown as trouble:
            self.tell_once(trouble)

    def tell_once(self, trouble: CekDuluError | None) -> None:
        """Say at the top of the next screen that answers cannot be kept; never again after that."""
        self.notice = None
        if trouble is not None and not self._told:
            self._told = True
            self.notice = (trouble.what, trouble.mend)

    def _redraw(self) -> None:
        if isinstance(self.screen, BaseScreen):
            self.screen.draw()

    # Runs

    def broken_off(self) -> frozenset[str]:
        """Lessons that were left in the middle, as the journal has them."""
        try:
            return self.journal.broken_off()
        except Breakdown as trouble:
            self.tell_once(trouble)
            return frozenset()

    def open_lesson(self, lesson: str) -> None:
        """Open a lesson: offer to go on where it was left, or begin."""
        if not self._offered({lesson}):
            self.begin(lesson)

    def _offered(self, lessons: Collection[str]) -> bool:
        """Offer the newest run of these lessons that was left in the middle, if there is one."""
        from toolkit.records.kept_run import left_off
        from toolkit.screen.resume import ResumeScreen

        try:
            runs = left_off(self.journal, self.library)
        except Breakdown as trouble:
            self.tell_once(trouble)
            return False
        for unfinished, fits in runs:
            if unfinished.lesson in lessons:
                self.push_screen(ResumeScreen(unfinished, fits))
                return True
        return False

    def begin(self, lesson: str) -> None:
        """Begin a lesson afresh."""
        from toolkit.screen.played_run import PlayedRun

        kept = PlayedRun.begin(lesson, self.seed(), self.journal, self.library)
        self.tell_once(kept.trouble)
        self.show_run(kept)

    def go_on(self, unfinished: Unfinished) -> None:
        """Go on with a run that was left off."""
        from toolkit.screen.played_run import PlayedRun

        self.show_run(PlayedRun.resume(unfinished, self.journal, self.library))

    def show_run(self, kept: PlayedRun) -> None:
        """Show the screen for the phase that a run is in, above home."""
        wanted = _screen_for(kept.run.phase)
        if isinstance(self.screen, wanted):
            self.screen.draw(from_top=True)
        elif len(self.screen_stack) > 1:
            self.switch_screen(wanted(kept))
        else:
            self.push_screen(wanted(kept))

    def open_aside(self, kind: type[AsideScreen]) -> None:
        """Open a screen over the present one; its own key closes it again."""
        if isinstance(self.screen, kind):
            self.pop_screen()
        elif isinstance(self.screen, AsideScreen):
            self.switch_screen(kind())
        else:
            self.push_screen(kind())


def _screen_for(phase: Phase) -> type[RunScreen]:
    """The screen of a phase; imported when it is first needed, to open the app faster."""
    from toolkit.session.run import Phase

    match phase:
        case Phase.READING:
            from toolkit.screen.reading import ReadingScreen

            return ReadingScreen
        case Phase.ASKING | Phase.ANSWERED:
            from toolkit.screen.quiz import QuizScreen

            return QuizScreen
        case Phase.DONE:
            from toolkit.screen.result import ResultScreen

            return ResultScreen
    raise ValueError(phase)
