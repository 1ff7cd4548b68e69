"""The running session: one screen for all its steps, updated in place, with two faces.

Keys become events; every event is kept on the disk before the next frame, and the state
that follows is drawn by `face`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from toolkit.errors import Breakdown
from toolkit.language import said
from toolkit.screen import actions
from toolkit.screen.actions import bindings
from toolkit.screen.hall import dialogs, summary
from toolkit.screen.hall.scrolling import HallScrolling
from toolkit.screen.hall.undone import undone
from toolkit.screen.hall.words import heads_for
from toolkit.session.agenda import Part
from toolkit.session.chat import chats_for
from toolkit.session.counting import press, read
from toolkit.session.hall import (
    Counted,
    Ended,
    Event,
    Marked,
    PutOff,
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
from toolkit.session.plan import ended_early, left
from toolkit.session.run import Impossible

if TYPE_CHECKING:
    from toolkit.language import Said
    from toolkit.records.kept_session import KeptSession


class HallScreen(HallScrolling):
    """A running session."""

    BINDINGS = bindings(
        actions.ON, actions.COUNT, actions.STEP_ON, actions.STEP_BACK, actions.TAKE_BACK,
        actions.SKIP, actions.CONFUSED, actions.MINUTES, actions.HEADS, actions.WHOLE,
        actions.STRIP, actions.PAGE_AGAIN, actions.MENU, actions.DOWN, actions.UP,
        *actions.IN_HALL,
    )  # fmt: skip

    def __init__(self, kept: KeptSession) -> None:
        super().__init__(kept)
        self._troubled = ""
        """The step at which the disk failed, as long as it does."""

    def happen(self, event: Event) -> bool:
        """Keep an event, then show what follows; False if it could not happen."""
        before = self.hall
        try:
            self.session.happen(event)
        except Impossible:
            return False
        self._tell(self.session.trouble)
        was = (before.at, before.stage, before.reopened)
        moved = was != (self.hall.at, self.hall.stage, self.hall.reopened)
        if moved:
            self._whole = False
        self.draw(from_top=moved)
        return True

    def action_count(self, key: str) -> None:
        """A digit, space, backspace or letter of a count; each is kept at once."""
        hall, item = self.hall, self.hall.item
        if hall.counting and item is not None and not self.over:
            entry = press(hall.entry, key.lower(), len(item.options))
            if entry != hall.entry:
                # The room sees what is typed.
                self._whole = False
                self.happen(Typed(entry))
        elif key.isdecimal():
            if self.sheet.go_by_digit(int(key)):
                self.sheet.choose()
        elif key == "space":
            self.action_on()

    def action_on(self) -> None:
        """The next thing: take the counts, show the answer, go on."""
        hall = self.hall
        if self.over:
            self.sheet.choose()
        elif self.note_due and self.page_shown is not None:
            self._noted.add(self.page_shown)
            self.draw(from_top=True)
        elif hall.reopened is not None:
            self.happen(Returned())
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
        """To what is below, then on as with Enter; a question that nobody was asked is passed by."""
        hall = self.hall
        if self.read_on():
            return
        if self.over:
            self._nudge(said("There is nothing beyond this."))
        elif hall.stage is not Stage.VOTING or hall.reopened is not None:
            self.action_on()
        elif not self._typing():
            self._event(WentOn())

    def action_step_back(self) -> None:
        """To what is above, then the step before; from a page opened again, back to the question."""
        if not self.read_back() and not self._typing():
            self._event(Returned() if self.hall.reopened is not None else WentBack())

    def _typing(self) -> bool:
        """Would counts be lost that are being typed? Then it says so."""
        if self.over or not (self.hall.counting and self.hall.entry):
            return False
        self._nudge(said("Enter takes the counts first; Backspace deletes them."))
        return True

    def _event(self, event: Event) -> None:
        if not self.happen(event):
            over = self.hall.ended
            self._nudge(
                said("This session is over; nothing in it can be changed.")
                if over
                else said("There is nothing beyond this.")
            )

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
            marked = self.hall.shown in self.hall.marked
            self._nudge(
                said("Marked. The trainer will find it in the summary.")
                if marked
                else said("The mark is gone.")
            )

    def action_page_again(self) -> None:
        """Open the page about the question that was answered."""
        about = self.about()
        if about is not None:
            # Who sees a hard page again is told again what it is about.
            self._noted.discard(about)
            self.happen(Reopened(*about))

    def action_minutes(self) -> None:
        """Ask how many minutes are left."""
        elapsed = self.session.elapsed
        self.app.push_screen(dialogs.MinutesScreen(self.hall, elapsed, self.happen))

    def action_heads(self) -> None:
        """Ask how many people are here now."""
        self.app.push_screen(dialogs.HeadsScreen(self.hall.heads, self.happen))

    def action_strip(self) -> None:
        """Hide the facilitator's lines, or bring them back."""
        self._hidden = not self.hidden
        self._whole = False
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
            end = None if self.over else self._end_now
            acting = (
                (actions.TAKE_BACK, self.action_take_back), (actions.SKIP, self.action_skip),
                (actions.MINUTES, self.action_minutes), (actions.CONFUSED, self.action_confused),
                (actions.HEADS, self.action_heads),
            )  # fmt: skip
            possible = tuple(one for one in acting if self.possible(one[0].name))
            chat = self._play_chat if chats_for((), self.library) else None
            self.app.push_screen(dialogs.menu(end, self._put_off, chat, possible))

    def _play_chat(self) -> None:
        """Choose a chat, and play it with the room; nothing of it is kept, and the step waits.

        The session's clock does not: the minutes of the chat count as that step's.
        """
        from toolkit.screen.hall.chats import ChatsScreen

        self.app.push_screen(ChatsScreen(self.hall.setup.lessons))

    def _put_off(self) -> None:
        """Leave the session for later: until then the time is nobody's."""
        self.happen(PutOff())
        self._leaving(self.app.pop_screen)

    def _end_now(self) -> None:
        """To the help lines, if they were not shown yet, then past the slips to the summary."""
        steps = ended_early(self.hall)
        if steps != self.hall.steps[self.hall.at + 1 :]:
            self.happen(Replanned(left(self.hall, self.session.elapsed()), steps))
        self.happen(WentOn())
        while self.hall.step.part is Part.SLIPS and self.happen(WentOn()):
            pass

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

    def _tell(self, trouble: Breakdown | None) -> None:
        """Above the room's lines while the step lasts; after that the line at the top must do."""
        here = self.hall.step.id
        self._troubled = (self._troubled or here) if trouble is not None else ""
        told = self.session.moved or self._troubled == here
        self.app.notice = (trouble.what, trouble.mend) if trouble is not None and told else None
        self.app.tell_of_damage()

    def _nudge(self, words: Said) -> None:
        self.foot.nudge(self.lang.tell(words))
