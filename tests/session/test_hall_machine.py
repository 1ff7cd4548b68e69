"""Any sequence of events: a session is only ever its events, and every slip can be taken back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from session.halls import agendas, plan_for, setup

from toolkit.session.agenda import Agenda
from toolkit.session.counting import press, read
from toolkit.session.hall import (
    Counted,
    Ended,
    Event,
    Hall,
    HeadsCounted,
    Impossible,
    Marked,
    Opened,
    PutOff,
    Reopened,
    Replanned,
    Returned,
    Revealed,
    Skipped,
    TakenBack,
    Typed,
    WentBack,
    WentOn,
    after,
    fold,
)

KEYS = st.sampled_from([*"0123456789ab", "space", "backspace"])
OTHERS = st.one_of(
    st.sampled_from([WentOn(), WentBack(), Skipped(), Revealed(), Marked(), Returned(), PutOff()]),
    st.builds(Reopened, st.just("lesson"), st.sampled_from(["p1", "p2"])),
    st.builds(HeadsCounted, st.integers(-1, 10_001)),
    st.builds(Counted, st.lists(st.integers(-1, 40), max_size=3).map(tuple)),
)
WAITS = st.integers(-500, 500)


class Session(RuleBasedStateMachine):
    """A facilitator who presses anything; beside the state, the list of what happened."""

    @initialize(agenda=agendas())
    def open(self, agenda: Agenda) -> None:
        opening = Opened(setup(), "2026-11-22", agenda)
        self.events: list[tuple[int, Event]] = [(0, opening)]
        self.hall: Hall = after(None, opening, 0)
        self.start = self.hall
        self.slips = 0

    def happen(self, event: Event, wait: int) -> bool:
        """Let it happen if it can; what cannot leaves the state as it was."""
        before = replace(self.hall)
        at = self.hall.clock + wait
        try:
            following = after(self.hall, event, at)
        except Impossible:
            assert self.hall == before
            return False
        assert following.clock >= self.hall.clock
        self.hall = following
        self.events.append((at, event))
        if isinstance(event, TakenBack):
            self.slips -= 1
        elif not isinstance(event, Typed | PutOff):
            self.slips += 1
        return True

    @rule(event=OTHERS, wait=WAITS)
    def other(self, event: Event, wait: int) -> None:
        self.happen(event, wait)

    @rule(keys=st.lists(KEYS, max_size=5), wait=WAITS)
    def count(self, keys: list[str], wait: int) -> None:
        for key in keys:
            self.happen(Typed(press(self.hall.entry, key, 2)), 1)
        counts = read(self.hall.entry, 2, self.hall.heads).counts
        if counts is not None and self.hall.counting:
            assert self.happen(Counted(counts), wait)
            assert self.hall.entry == ""

    @rule(seconds=st.integers(0, 6000), wait=WAITS)
    def plan(self, seconds: int, wait: int) -> None:
        behind = self.hall.steps[: self.hall.at + 1]
        plan = plan_for(self.hall, seconds)
        if self.happen(Replanned(seconds, plan.steps), wait):
            assert self.hall.steps == (*behind, *plan.steps)

    @rule(wait=WAITS)
    def take_back(self, wait: int) -> None:
        possible = self.slips > 0 and not self.hall.ended
        assert self.happen(TakenBack(), wait) is possible

    @precondition(lambda self: len(self.events) > 10)
    @rule(wait=WAITS)
    def end(self, wait: int) -> None:
        was_over = self.hall.ended
        assert self.happen(Ended(), wait) is not was_over

    @invariant()
    def it_is_only_its_events(self) -> None:
        """Folding what happened gives the same state, to the last of its chain."""
        again = fold(self.events)
        assert again == self.hall
        assert (again.before is None) == (self.hall.before is None)

    @invariant()
    def no_step_comes_twice_and_every_second_is_somewhere(self) -> None:
        ids = [step.id for step in self.hall.steps]
        assert len(ids) == len(set(ids))
        assert sum(self.hall.spent.values()) == self.hall.clock
        assert min(self.hall.spent.values(), default=0) >= 0

    def teardown(self) -> None:
        """From anywhere before the end, taking back leads to the very start."""
        if not hasattr(self, "hall") or self.hall.ended:
            return
        while self.slips:
            assert self.happen(TakenBack(), 0)
        bare = replace(self.hall, clock=0, spent={}, entry="")
        assert bare == self.start
        assert not self.happen(TakenBack(), 0)


TestSession = Session.TestCase
TestSession.settings = settings(max_examples=60, stateful_step_count=40)
