"""The running session: one screen for all its steps, updated in place, with two faces.

Keys become events; every event is kept on the disk before the next frame, and the state
that follows is drawn by `face`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from toolkit.errors import Breakdown
from toolkit.language import said
from toolkit.screen import actions
from toolkit.screen.actions import bindings
from toolkit.screen.hall import dialogs, summary
from toolkit.screen.hall.face import SETTING, HallFace
from toolkit.screen.hall.pace import left
from toolkit.screen.hall.undone import undone
from toolkit.screen.hall.words import heads_for
from toolkit.session.agenda import Part
from toolkit.session.counting import press, read
from toolkit.session.hall import (
    Counted,
    Ended,
    Event,
    Marked,
    Reopened,
    Replanned,
    Returned,
    Revealed,
    Skipped,
    Stage,
    TakenBack,
    Typed,
    WentBack,
    WentOn,
)
from toolkit.session.run import Impossible

if TYPE_CHECKING:
    from toolkit.language import Said


class HallScreen(HallFace):
    """A running session."""

    _troubled = ""
    """The step at which the disk failed, as long as it does."""

    BINDINGS = bindings(
        actions.ON, actions.COUNT, actions.STEP_ON, actions.STEP_BACK, actions.TAKE_BACK,
        actions.SKIP, actions.CONFUSED, actions.MINUTES, actions.HEADS, actions.WHOLE,
        actions.STRIP, actions.PAGE_AGAIN, actions.MENU, actions.DOWN, actions.UP,
        *actions.IN_HALL,
    )  # fmt: skip

    def happen(self, event: Event) -> bool:
        """Keep an event, then show what follows; False if it could not happen."""
        before = self.hall
        try:
            self.session.happen(event)
        except Impossible:
            return False
        self._tell(self.session.trouble)
        moved = (before.at, before.stage, before.reopened)
        self.draw(from_top=moved != (self.hall.at, self.hall.stage, self.hall.reopened))
        return True

    def action_count(self, key: str) -> None:
        """A digit, space, backspace or letter of a count; each is kept at once."""
        hall, item = self.hall, self.hall.item
        if hall.counting and item is not None:
            entry = press(hall.entry, key.lower(), len(item.options))
            if entry != hall.entry:
                self.happen(Typed(entry))
        elif key.isdecimal():
            self.sheet.choose_number(int(key))
        elif key == "space":
            self.action_on()

    def action_on(self) -> None:
        """The next thing: take the counts, show the answer, go on."""
        hall = self.hall
        if hall.reopened is not None:
            self.happen(Returned())
        elif hall.step.part is Part.SUMMARY:
            self.sheet.choose()
        elif self.note_due:
            self._noted.add(hall.step.id)
            self.draw(from_top=True)
        elif hall.counting and (hall.entry or hall.stage is Stage.VOTING):
            self._take()
        elif hall.stage in (Stage.DISCUSSING, Stage.SHIFTED):
            self.happen(Revealed())
        else:
            self.happen(WentOn())

    def _take(self) -> None:
        hall, item = self.hall, self.hall.item
        assert item is not None
        entry = read(hall.entry, len(item.options), heads_for(hall))
        if entry.counts is not None:
            self.happen(Counted(entry.counts))
        elif not hall.entry:
            self._nudge(said("Type the counts, or PgDn goes on without them."))
        else:
            self._nudge(said("A count is still missing. A space goes on to the next letter."))

    def action_step_on(self) -> None:
        """On as with Enter; a question that nobody was asked is passed by."""
        hall = self.hall
        if hall.stage is Stage.VOTING and hall.reopened is None:
            if hall.entry:
                self._nudge(said("Enter takes the counts first; Backspace deletes them."))
            else:
                self._event(WentOn())
        elif hall.step.part is not Part.SUMMARY:
            self.action_on()

    def action_step_back(self) -> None:
        """The step before; from a page that was opened again, back to the question."""
        self._event(Returned() if self.hall.reopened is not None else WentBack())

    def _event(self, event: Event) -> None:
        if not self.happen(event):
            self._nudge(said("There is nothing beyond this."))

    def action_take_back(self) -> None:
        """First what is being typed, then one event after the other, as far as the start."""
        before = self.hall
        if before.entry:
            self.happen(Typed(""))
            self._nudge(said("Taken back: what was typed."))
        elif self.happen(TakenBack()):
            self._nudge(undone(before, self.hall))
        else:
            self._nudge(said("This is the start; there is nothing to take back."))

    def action_skip(self) -> None:
        """Leave the step out. What was counted already stays counted."""
        if self.hall.reopened is not None:
            self.happen(Returned())
        elif self.hall.step.id in self.hall.votes:
            if self.happen(WentOn()):
                self._nudge(said("The counts stay. U goes back to them."))
        elif self.happen(Skipped()):
            self._nudge(said("Left out. U brings it back."))

    def action_confused(self) -> None:
        """Mark the step for the trainer, or take the mark away."""
        if self.happen(Marked()):
            marked = self.hall.step.id in self.hall.marked
            self._nudge(
                said("Marked: it confused people. The trainer reads it in the summary.")
                if marked
                else said("The mark is gone.")
            )

    def action_page_again(self) -> None:
        """Open the page about the question that was answered."""
        about = self.about()
        if about is not None:
            self.happen(Reopened(*about))

    def action_minutes(self) -> None:
        """Ask how many minutes are left."""
        minutes = max(round(left(self.hall, self.session.elapsed()) / 60), 1)
        self.app.push_screen(dialogs.MinutesScreen(self.hall, minutes, self.happen))

    def action_heads(self) -> None:
        """Ask how many people are here now."""
        self.app.push_screen(dialogs.HeadsScreen(self.hall.heads, self.happen))

    def action_strip(self) -> None:
        """Hide the facilitator's lines, or bring them back; the next time it is the same."""
        self._hidden = not self.hidden
        self._whole = False
        try:
            self.app.journal.keep_setting(SETTING, "hidden" if self._hidden else "shown")
        except Breakdown as trouble:
            self.app.tell_once(trouble)
        self.draw()

    def action_whole(self) -> None:
        """The facilitator's lines in full height, or as before."""
        self._whole = not self._whole
        self.draw(from_top=True)

    def action_menu(self) -> None:
        """End or leave the session; from what was opened over a step, back to the step."""
        if self._whole:
            self.action_whole()
        elif self.hall.reopened is not None:
            self.happen(Returned())
        elif self.hall.ended:
            self._leaving(self.app.pop_screen)
        else:
            later = partial(self._leaving, self.app.pop_screen)
            self.app.push_screen(dialogs.menu(lambda: None, self._end_now, later))

    def _end_now(self) -> None:
        """To the help lines, if they were not shown yet, then to the slips and the summary."""
        rest = (Part.CLOSING, Part.SLIPS, Part.SUMMARY)
        if self.hall.step.part not in rest:
            steps = tuple(one for one in self.hall.steps[self.hall.at + 1 :] if one.part in rest)
            self.happen(Replanned(left(self.hall, self.session.elapsed()), steps))
            self.happen(WentOn())
        while self.hall.step.part is Part.SLIPS and self.happen(WentOn()):
            pass

    def action_down(self) -> None:
        """Down in the rows, or to what is below: first of the room, then of the strip."""
        if self._whole or (not self.sheet.below and self.hall.step.part is not Part.SUMMARY):
            self._scroll_strip(1)
        else:
            super().action_down()

    def action_up(self) -> None:
        """Up again: first in the strip."""
        if not self._scroll_strip(-1):
            super().action_up()

    def _scroll_strip(self, lines: int) -> bool:
        moved = self.strip.scroll_by(lines)
        self.foot.hint(self._more())
        return moved

    def chosen(self, key: str) -> None:
        """A row of the summary."""
        match key:
            case summary.FINISH:
                self.app.push_screen(dialogs.finish(lambda: self.happen(Ended())))
            case summary.HANDOVER:
                from toolkit.screen.hall.sticks import SticksScreen

                self.app.push_screen(SticksScreen())
            case summary.BACK:
                self._event(WentBack())
            case summary.RETRY:
                self._try_again()
            case summary.CLOSE:
                self._leaving(self.app.pop_screen)

    def tick(self) -> None:
        """The time goes on; and what could not be kept may go to the disk by now."""
        if self.unkept:
            self._try_again()
        super().tick()

    def _try_again(self) -> bool:
        """Keep what could not be kept so far. True if nothing waits any more."""
        kept = self.session.try_again()
        self._tell(self.session.trouble)
        self.draw()
        return kept

    def _leaving(self, leave: Callable[[], object]) -> None:
        """Leave; but ask first if something would be lost."""
        if self.unkept and not self._try_again():
            self.app.push_screen(dialogs.lose(leave))
        else:
            leave()

    def action_quit(self) -> None:
        """Leave the app; the session stays open."""
        self._leaving(super().action_quit)

    # Small things

    def _tell(self, trouble: Breakdown | None) -> None:
        """Above the room's lines while the step lasts; after that the line at the top must do."""
        here = self.hall.step.id
        self._troubled = (self._troubled or here) if trouble is not None else ""
        told = self.session.moved or self._troubled == here
        self.app.notice = (trouble.what, trouble.mend) if trouble is not None and told else None

    def _nudge(self, words: Said) -> None:
        self.foot.nudge(self.lang.tell(words))
