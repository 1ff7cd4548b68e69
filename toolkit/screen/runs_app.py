"""What the app does for a learner alone: offers what was left off, and plays runs.

Screens turn keys into events of a run; here it is decided which screen the run is on.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from toolkit.errors import Breakdown
from toolkit.records.journal import Unfinished
from toolkit.screen.halls_app import HallsApp

if TYPE_CHECKING:
    from toolkit.screen.played_run import PlayedRun
    from toolkit.screen.run_screen import RunScreen
    from toolkit.session.run import Phase


class RunsApp(HallsApp):
    """The app before one learner."""

    def open_lesson(self, lesson: str) -> None:
        """Open a lesson: offer to go on where it was left, or begin."""
        if lesson not in self.library.lessons:
            # Home was painted before its file was read, which then was left out: home says so.
            self.redraw()
            return
        if not self.offered({lesson}):
            self.begin(lesson)

    def offered(self, lessons: Collection[str]) -> bool:
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

        self._play(PlayedRun.begin(lesson, self.seed(), self.journal, self.library))

    def remember(self, lesson: str) -> None:
        """Ask only what a lesson keeps for a month later."""
        from toolkit.screen.played_run import PlayedRun

        self._play(PlayedRun.remember(lesson, self.seed(), self.journal, self.library))

    def _play(self, kept: PlayedRun) -> None:
        self.tell_once(kept.trouble)
        self.show_run(kept)

    def go_on(self, unfinished: Unfinished) -> None:
        """Go on with a run that was left off."""
        from toolkit.screen.played_run import PlayedRun

        self._play(PlayedRun.resume(unfinished, self.journal, self.library))

    def show_run(self, kept: PlayedRun) -> None:
        """Show the screen for the phase that a run is in, above home."""
        wanted = _screen_for(kept.run.phase)
        if isinstance(self.screen, wanted):
            self.screen.draw(from_top=True)
        elif len(self.screen_stack) > 1:
            self.switch_screen(wanted(kept))
        else:
            self.push_screen(wanted(kept))


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
        case Phase.CHATTING:
            from toolkit.screen.chat import ChatScreen

            return ChatScreen
        case Phase.DONE:
            from toolkit.screen.result import ResultScreen

            return ResultScreen
    raise ValueError(phase)
