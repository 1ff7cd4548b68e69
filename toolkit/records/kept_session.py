"""A hall session that is kept: each event is on disk before the state that follows is shown.

Where the disk fails, the session goes on in memory and its lines wait, in order, for the next
chance: a full disk must not stop a room of thirty people. All lines are held in memory too,
so that a stick that comes back empty, or another file in the journal's place, gets all of them.
"""

from __future__ import annotations

from datetime import date
from typing import Self

from toolkit.errors import Breakdown
from toolkit.language import said
from toolkit.records import hall_journal
from toolkit.records.clock import Clock
from toolkit.records.events import read_hall
from toolkit.records.hall_journal import (
    Diverged,
    Incomplete,
    Log,
    OpenSession,
    left_open,
    villages,
)
from toolkit.records.hall_lines import Line, first_line, new_uid, next_line
from toolkit.records.journal import Journal
from toolkit.records.trouble import Reason, damaged, reason
from toolkit.session.agenda import Agenda, Setup
from toolkit.session.hall import Event, Hall, Opened, PutOff, after
from toolkit.session.result import Result
from toolkit.session.run import Impossible

__all__ = ["KeptSession", "OpenSession", "left_open", "villages"]

LONGEST_GAP = 3 * 60 * 60
"""A room waits for the power to come back, not for another day: the most seconds that it does."""


class KeptSession:
    """One session in a hall.

    `hall` is its state and `uid` its name. `trouble` is why the last event could not be
    kept, if it could not, or that it was given up because another window had gone on with
    the session: then `moved` is True, and `hall` is the state that the other one had kept.
    """

    def __init__(
        self, uid: str, lines: list[Line], hall: Hall, journal: Journal, clock: Clock
    ) -> None:
        self.uid = uid
        self.hall = hall
        self.trouble: Breakdown | None = None
        self.moved = False
        self._lines = lines
        self._kept = 0
        self._journal = journal
        self._clock = clock
        self._began = clock.steady()

    @classmethod
    def begin(
        cls, setup: Setup, agenda: Agenda, journal: Journal, clock: Clock | None = None
    ) -> Self:
        """A new session. Raises Impossible for an agenda that cannot be gone through."""
        clock = clock or Clock()
        wall = clock.wall()
        opened = Opened(setup, date.fromtimestamp(wall).isoformat(), agenda)
        uid = new_uid()
        session = cls(
            uid, [first_line(uid, int(wall), opened)], after(None, opened, 0), journal, clock
        )
        session._keep(session.hall)
        return session

    @classmethod
    def resume(
        cls,
        unfinished: OpenSession,
        journal: Journal,
        clock: Clock | None = None,
        *,
        resting: bool = False,
    ) -> Self:
        """A session that was broken off, at the step where it was.

        The time since its last event counts as part of it, if the laptop's clock says that
        it was no more than LONGEST_GAP; but not if it was put off, or if it was `resting`,
        because it is only to be ended. Raises Impossible for one that does not fit, and
        Breakdown where the file cannot be read.
        """
        clock = clock or Clock()
        log = hall_journal.log(journal, unfinished.uid)
        if log.hall is None:
            raise Impossible("nothing of the session is whole")
        session = cls(unfinished.uid, list(log.lines), log.hall, journal, clock)
        session._kept = len(log.lines)
        last = log.lines[-1]
        resting = resting or isinstance(read_hall(last.body), PutOff)
        gap = 0 if resting else int(clock.wall()) - last.wall
        session._began -= last.at + (gap if 0 <= gap <= LONGEST_GAP else 0)
        try:
            hall_journal.make_sound(journal, log)
        except Breakdown as trouble:
            session.trouble = _in_memory(trouble)
        return session

    def happen(self, event: Event) -> None:
        """Keep an event, then change the state. Raises Impossible, keeping nothing."""
        at = max(self.elapsed(), self.hall.clock)
        state = after(self.hall, event, at)
        self._lines.append(next_line(self._lines[-1], at, int(self._clock.wall()), event))
        if self._keep(state):
            self.hall = state

    def try_again(self) -> bool:
        """Keep what could not be kept so far. True if nothing waits any more."""
        if self._kept < len(self._lines):
            self._keep(self.hall)
        return self._kept == len(self._lines)

    def elapsed(self) -> int:
        """Seconds since the session was opened; they never run backwards."""
        return max(int(self._clock.steady() - self._began), 0)

    def result(self) -> Result:
        """What the session has come to so far."""
        return self._result_of(self.hall)

    def _result_of(self, hall: Hall) -> Result:
        from toolkit.session.result import result

        return result(hall, self.uid, len(self._lines))

    def _keep(self, state: Hall) -> bool:
        """Keep the lines that wait and lead to `state`. False if another window's came first."""
        self.trouble, self.moved = None, False
        start = self._kept
        try:
            for _ in range(_TRIES):
                try:
                    self._write(state, start)
                except Incomplete:
                    # It is another file by now, which gets all of them.
                    start = 0
                except Diverged:
                    there = hall_journal.log(self._journal, self.uid)
                    start = len(there.lines)
                    if list(there.lines) != self._lines[:start]:
                        self._give_way(there)
                        return False
                    hall_journal.make_sound(self._journal, there)
                else:
                    return True
            self.trouble = _cannot_keep(damaged())
        except Breakdown as trouble:
            self.trouble = _in_memory(trouble)
        return True

    def _write(self, state: Hall, start: int) -> None:
        result = self._result_of(state) if state.ended else None
        hall_journal.keep(self._journal, self.uid, self._lines, start, result)
        self._kept = len(self._lines)

    def _give_way(self, there: Log) -> None:
        """Take over what another window has kept, and say so."""
        assert there.hall is not None
        lost = len(self._lines) - self._kept
        self.hall, self._lines, self._kept = there.hall, list(there.lines), len(there.lines)
        self.moved = True
        if there.hall.ended:
            self.trouble = Breakdown(
                said(
                    "Another window has ended this session. Entries made here last that were not kept: {n}.",
                    n=lost,
                ),
                said("It is over here too; you can leave it."),
            )
        else:
            self.trouble = Breakdown(
                said(
                    "Another window has gone on with this session. Entries made here last that were not kept: {n}.",
                    n=lost,
                ),
                said("Look at what is shown now, and go on in one window only."),
            )


_TRIES = 5
"""How often lines are tried that other lines, or another file, came in the way of."""


def _in_memory(trouble: Breakdown) -> Breakdown:
    """What to say when the disk fails in the middle of a session."""
    cause = trouble.__cause__
    if isinstance(cause, Exception):
        return _cannot_keep(reason(cause))
    # It is not the disk, and says itself what it is.
    return Breakdown(trouble.what, _GO_ON)


def _cannot_keep(found: Reason) -> Breakdown:
    return Breakdown(
        said("The session cannot be kept just now: {reason}.", reason=found.why), _GO_ON
    )


_GO_ON = said("Go on, and leave the laptop on: it is tried again with every key.")
