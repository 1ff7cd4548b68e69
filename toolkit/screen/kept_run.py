"""A learner's run as the app holds it: its state, and every event of it in the journal.

An event is on disk before it changes anything on the screen. Where the disk fails, the
run goes on in memory and the events wait, in order, for the next chance to be kept.
Knows session and records; nothing of Textual.
"""

from __future__ import annotations

from toolkit.content.library import Library
from toolkit.errors import Breakdown
from toolkit.records.journal import Journal, Unfinished
from toolkit.screen.draft import Draft
from toolkit.session.run import (
    Answered,
    Event,
    Impossible,
    PagesOpened,
    Phase,
    Run,
    after,
    fold,
    question,
    start,
)
from toolkit.session.run import options as mixed


class KeptRun:
    """One learner's run. `trouble` is why events could not be kept, if they could not."""

    def __init__(self, library: Library, journal: Journal, run: Run, number: int | None) -> None:
        self.run = run
        self.trouble: Breakdown | None = None
        self._library = library
        self._journal = journal
        self._number = number
        self._waiting: list[Event] = []
        self._draft: Draft | None = None
        self._reopened = False

    @classmethod
    def begin(cls, library: Library, journal: Journal, lesson: str, seed: str) -> KeptRun:
        """A new run of a lesson; an unfinished one of the same lesson ends with it."""
        started = start(lesson, seed, library)
        run = after(None, started, library)
        try:
            return cls(library, journal, run, journal.begin(started))
        except Breakdown as trouble:
            kept = cls(library, journal, run, None)
            kept.trouble = trouble
            return kept

    @classmethod
    def resume(cls, library: Library, journal: Journal, unfinished: Unfinished) -> KeptRun:
        """A run that was broken off. Raises Impossible if it no longer fits the library."""
        kept = cls(library, journal, fold(unfinished.events, library), unfinished.run)
        kept._reopened = any(isinstance(event, PagesOpened) for event in unfinished.events)
        return kept

    def happen(self, event: Event) -> None:
        """Let an event happen: keep it, then change the state. Raises Impossible."""
        state = after(self.run, event, self._library)
        self._waiting.append(event)
        self.trouble = None
        try:
            while self._waiting and self._number is not None:
                self._journal.keep(self._number, self._waiting[0])
                del self._waiting[0]
            if state.phase is Phase.DONE and self._number is not None:
                self._journal.end(self._number)
        except Breakdown as trouble:
            self.trouble = trouble
        self.run = state
        if isinstance(event, Answered):
            # A question that comes back is answered from nothing, even with the same choices.
            self._draft = None
        self._reopened = self._reopened or isinstance(event, PagesOpened)

    @property
    def went_back(self) -> bool:
        """Were the pages opened from the quiz, so that there is a place to return to?"""
        return self._reopened and self.run.phase is Phase.READING

    @property
    def draft(self) -> Draft:
        """The answer being put together; a new one for each time a question is asked."""
        asked = question(self.run, self._library)
        choices = mixed(self.run, self._library)
        if self._draft is None or self._draft.question is not asked or self._draft.ids != choices:
            self._draft = Draft(asked, choices)
        return self._draft

    @draft.setter
    def draft(self, draft: Draft | None) -> None:
        self._draft = draft


def fits(library: Library, unfinished: Unfinished) -> Run | None:
    """The state of a run that was broken off, or None if it no longer fits the library."""
    try:
        return fold(unfinished.events, library)
    except Impossible:
        return None
