"""The Textual app: one learner at one laptop. Holds what all screens share, and the stack.

`toolkit.screen.app.run` starts it. Screens turn keys into events of the run; the app keeps
language, theme and the journal's troubles, and decides which screen a run is on.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App
from textual.screen import Screen

from toolkit.errors import Breakdown, CekDuluError
from toolkit.language import LANGUAGES, Language, Said, language
from toolkit.records.journal import Journal, Unfinished
from toolkit.screen.base import AsideScreen, BaseScreen
from toolkit.screen.home import HomeScreen
from toolkit.screen.kept_run import KeptRun, fits
from toolkit.screen.signs import Signs, signs_here
from toolkit.screen.theme import DARK, LIGHT, NAMES, themes
from toolkit.session.run import Phase

if TYPE_CHECKING:
    from toolkit.content.load import Loaded
    from toolkit.screen.run_screen import RunScreen

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
        loaded: Loaded,
        journal: Journal,
        lang: Language,
        open_lesson: str | None = None,
        signs: Signs | None = None,
    ) -> None:
        super().__init__()
        self.loaded = loaded
        self.library = loaded.library
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

    def on_mount(self) -> None:
        """Go where the learner was, or straight to the lesson asked for."""
        if self._open_lesson is not None:
            self.open_lesson(self._open_lesson)
        else:
            left = self.left_off()
            if left:
                self._offer(left[0])

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

    def left_off(self) -> list[Unfinished]:
        """Runs worth offering again, the newest first: begun, of a lesson that is still here."""
        found = []
        for unfinished in self.journal.unfinished():
            if unfinished.lesson in self.library.lessons:
                run = fits(self.library, unfinished)
                if run is None or run.begun:
                    found.append(unfinished)
        return found

    def open_lesson(self, lesson: str) -> None:
        """Open a lesson: offer to go on where it was left, or begin."""
        for unfinished in self.left_off():
            if unfinished.lesson == lesson:
                self._offer(unfinished)
                return
        self.begin(lesson)

    def begin(self, lesson: str) -> None:
        """Begin a lesson afresh."""
        kept = KeptRun.begin(self.library, self.journal, lesson, self.seed())
        self.tell_once(kept.trouble)
        self.show_run(kept)

    def go_on(self, unfinished: Unfinished) -> None:
        """Go on with a run that was left off."""
        self.show_run(KeptRun.resume(self.library, self.journal, unfinished))

    def _offer(self, unfinished: Unfinished) -> None:
        from toolkit.screen.resume import ResumeScreen

        fitting = fits(self.library, unfinished) is not None
        self.push_screen(ResumeScreen(unfinished, fitting))

    def show_run(self, kept: KeptRun) -> None:
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
