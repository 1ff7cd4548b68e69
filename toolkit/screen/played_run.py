"""A kept run as the app plays it: with the answer that is still being put together.

Knows session and records; nothing of Textual.
"""

from __future__ import annotations

from typing import Self

from toolkit.content.library import Library
from toolkit.records.journal import Journal, Unfinished
from toolkit.records.kept_run import KeptRun
from toolkit.screen.draft import Draft
from toolkit.session.run import Answered, Event, PagesOpened, Phase, Run, options, question


class PlayedRun(KeptRun):
    """A run on the screen. A draft lives here, so that it outlasts help and a blank screen."""

    rehearsed = False
    """Is it a trainer's trial, of which nothing is kept?"""

    def __init__(self, run: Run, number: int | None, journal: Journal, library: Library) -> None:
        super().__init__(run, number, journal, library)
        self.passed = False
        """Was a chat left out, which the result then speaks of?"""
        self._draft: Draft | None = None
        self._reopened = False

    @classmethod
    def resume(cls, unfinished: Unfinished, journal: Journal, library: Library) -> Self:
        """A run that was broken off. Raises Impossible if it no longer fits the library."""
        played = super().resume(unfinished, journal, library)
        played._reopened = any(isinstance(event, PagesOpened) for event in unfinished.events)
        return played

    def happen(self, event: Event) -> None:
        """Keep an event, then change the state. Raises Impossible."""
        super().happen(event)
        if isinstance(event, Answered):
            # A question that comes back is answered from nothing, even with the same choices.
            self._draft = None
        self._reopened = self._reopened or isinstance(event, PagesOpened)

    @property
    def library(self) -> Library:
        """The library that the run plays in: the one it began with, whatever is saved meanwhile."""
        return self._library

    @property
    def went_back(self) -> bool:
        """Were the pages opened from the quiz, so that there is a place to return to?"""
        return self._reopened and self.run.phase is Phase.READING

    @property
    def draft(self) -> Draft:
        """The answer being put together; a new one for each time a question is asked."""
        asked, choices = question(self.run, self._library), options(self.run, self._library)
        if self._draft is None or self._draft.question is not asked or self._draft.ids != choices:
            self._draft = Draft(asked, choices)
        return self._draft

    @draft.setter
    def draft(self, draft: Draft | None) -> None:
        self._draft = draft
