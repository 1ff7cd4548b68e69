"""A run that is kept: each event is on disk before the state that follows is shown.

Both faces, the app and the plain console, play a run through this one door. Where the
disk fails, the run goes on in memory and the events wait, in order, for the next
chance: a full disk must not stop a learner in the middle of a lesson.
"""

from __future__ import annotations

from typing import Self

from toolkit.content.library import Library
from toolkit.errors import Breakdown
from toolkit.records.journal import Journal, Unfinished
from toolkit.session.remembering import start_again
from toolkit.session.run import (
    Event,
    Impossible,
    Phase,
    QuizOpened,
    Run,
    Started,
    after,
    fold,
    start,
)


class KeptRun:
    """One learner's run. `trouble` is why the last event could not be kept, if it could not."""

    def __init__(self, run: Run, number: int | None, journal: Journal, library: Library) -> None:
        self.run = run
        self.trouble: Breakdown | None = None
        self._number = number
        self._journal = journal
        self._library = library
        self._waiting: list[Event] = []

    @classmethod
    def begin(cls, lesson: str, seed: str, journal: Journal, library: Library) -> Self:
        """A new run of a lesson; an unfinished one of the same lesson ends with it."""
        return cls._begun(start(lesson, seed, library), journal, library)

    @classmethod
    def remember(cls, lesson: str, seed: str, journal: Journal, library: Library) -> Self:
        """A new run of what a lesson keeps for a month later, at its first question."""
        kept = cls._begun(start_again(lesson, seed, library), journal, library)
        kept.happen(QuizOpened())
        return kept

    @classmethod
    def _begun(cls, started: Started, journal: Journal, library: Library) -> Self:
        run = after(None, started, library)
        try:
            return cls(run, journal.begin(started), journal, library)
        except Breakdown as trouble:
            kept = cls(run, None, journal, library)
            kept.trouble = trouble
            return kept

    @classmethod
    def resume(cls, unfinished: Unfinished, journal: Journal, library: Library) -> Self:
        """A run that was broken off. Raises Impossible if it no longer fits the library.

        One that has come to its end, since the chat that it waited at is gone, ends with it.
        """
        run = fold(unfinished.events, library)
        kept = cls(run, unfinished.run, journal, library)
        if run.phase is Phase.DONE:
            try:
                journal.end(unfinished.run)
            except Breakdown as trouble:
                kept.trouble = trouble
        return kept

    def happen(self, event: Event) -> None:
        """Keep an event, then change the state. Raises Impossible, keeping nothing."""
        state = after(self.run, event, self._library)
        self._waiting.append(event)
        self.trouble = None
        try:
            self._catch_up(state)
        except Breakdown as trouble:
            self.trouble = trouble
        self.run = state

    def _catch_up(self, state: Run) -> None:
        if self._number is None:
            return
        while self._waiting:
            self._journal.keep(self._number, self._waiting[0])
            del self._waiting[0]
        if state.phase is Phase.DONE:
            self._journal.end(self._number)


def left_off(journal: Journal, library: Library) -> tuple[tuple[Unfinished, bool], ...]:
    """Runs worth offering again, the newest first, each with whether it can be gone on with.

    One whose lesson has changed since can only be begun afresh; one whose lesson is no
    longer here, or that was closed as soon as it was opened, is not offered.
    """
    found = []
    for unfinished in journal.unfinished():
        if unfinished.lesson not in library.lessons:
            continue
        try:
            run = fold(unfinished.events, library)
            # One at its end was not ended: who answered all of it has not seen the result.
            begun, fits = run.begun or run.phase is Phase.DONE, True
        except Impossible:
            begun, fits = True, False
        if begun:
            found.append((unfinished, fits))
    return tuple(found)
