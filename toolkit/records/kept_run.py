"""A run that is kept: each event goes to the journal before the state that follows is shown.

Both faces, the app and the plain console, play a run through this one door.
"""

from __future__ import annotations

import secrets

from toolkit.content.library import Library
from toolkit.records.journal import Journal, Unfinished
from toolkit.session.run import Event, Impossible, Phase, Run, after, fold, start


class KeptRun:
    """One learner's run and its place in the journal. `state` is what to draw."""

    def __init__(self, state: Run, number: int, journal: Journal, library: Library) -> None:
        self.state = state
        self._number = number
        self._journal = journal
        self._library = library

    @classmethod
    def begin(cls, lesson: str, journal: Journal, library: Library) -> KeptRun:
        """Start a lesson from its first page. Raises Breakdown if it cannot be kept."""
        started = start(lesson, secrets.token_hex(4), library)
        return cls(after(None, started, library), journal.begin(started), journal, library)

    @classmethod
    def resume(cls, unfinished: Unfinished, journal: Journal, library: Library) -> KeptRun:
        """Go on with a run that was broken off. Raises Impossible if the lesson has changed."""
        return cls(fold(unfinished.events, library), unfinished.run, journal, library)

    def happen(self, event: Event) -> Run:
        """Keep an event, then move on. Raises Impossible, keeping nothing, if it does not fit.

        Where the disk fails, the run still moves on in memory before Breakdown is raised:
        a full disk must not stop a learner in the middle of a lesson.
        """
        moved = after(self.state, event, self._library)
        try:
            self._journal.keep(self._number, event)
            if moved.phase is Phase.DONE:
                self._journal.end(self._number)
        finally:
            self.state = moved
        return moved

    def give_up(self) -> None:
        """End the run, so that it is not offered again."""
        self._journal.end(self._number)


def resumable(journal: Journal, library: Library) -> dict[str, Unfinished]:
    """For each lesson the run that can be gone on with, if one was broken off midway."""
    found: dict[str, Unfinished] = {}
    for unfinished in journal.unfinished():
        try:
            if fold(unfinished.events, library).begun:
                found.setdefault(unfinished.lesson, unfinished)
        except Impossible:
            continue
    return found
