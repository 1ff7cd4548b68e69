"""What the screens of a run share: they hold it, let events happen, and follow its phase."""

from __future__ import annotations

from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.screen.base import BaseScreen
from toolkit.screen.played_run import PlayedRun
from toolkit.session.run import Event, Run


class RunScreen(BaseScreen):
    """A screen of a run: pages, quiz or result."""

    def __init__(self, kept: PlayedRun) -> None:
        super().__init__()
        self.kept = kept

    @property
    def library(self) -> Library:
        """The library that the run plays in."""
        return self.kept.library

    @property
    def state(self) -> Run:
        """The state of the run."""
        return self.kept.run

    @property
    def lesson(self) -> Lesson:
        """The lesson of the run."""
        return self.library.lessons[self.kept.run.lesson]

    def heading(self) -> str:
        """The lesson's title."""
        return self.plain(self.lesson.title)

    def happen(self, event: Event) -> None:
        """Keep an event, then show the state that follows it."""
        self.kept.happen(event)
        self.app.tell_once(self.kept.trouble)
        self.app.show_run(self.kept)
