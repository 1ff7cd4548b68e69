"""A run of somebody passing by: it is played like any other, and nothing of it is kept.

Knows session and records; nothing of Textual.
"""

from __future__ import annotations

from typing import Self

from toolkit.content.library import Library
from toolkit.records.journal import Journal
from toolkit.screen.played_run import PlayedRun
from toolkit.session.run import Event, Started, after, start


class PassingRun(PlayedRun):
    """A run that no journal knows, so that no power cut can bring it back before the next person."""

    rehearsed = True

    @classmethod
    def begin(cls, lesson: str, seed: str, journal: Journal, library: Library) -> Self:
        """A new run of a lesson. The journal is only passed on: nothing is written."""
        return cls._begun(start(lesson, seed, library), journal, library)

    @classmethod
    def _begun(cls, started: Started, journal: Journal, library: Library) -> Self:
        return cls(after(None, started, library), None, journal, library)

    def happen(self, event: Event) -> None:
        """Change the state. Raises Impossible."""
        super().happen(event)
        self._waiting.clear()
