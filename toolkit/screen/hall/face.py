"""What the running session looks like: the room's face above, the facilitator's strip below.

Everything here follows from the state of the session; no key is answered here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.app import ComposeResult

from toolkit.screen import actions
from toolkit.screen.actions import Action
from toolkit.screen.base import BaseScreen
from toolkit.screen.hall import facilitator, room, summary
from toolkit.screen.hall.counts import count_words
from toolkit.screen.hall.pace import pace_words
from toolkit.screen.hall.replies import page_about
from toolkit.screen.hall.strip import LEAST, MOST, Strip
from toolkit.screen.hall.words import lesson_title, page_of, part_words
from toolkit.screen.layout import Block, Fold, lay_out
from toolkit.screen.prose import Voice
from toolkit.session.agenda import Part
from toolkit.session.hall import Hall, Stage
from toolkit.session.report_words import PARTS

if TYPE_CHECKING:
    from toolkit.records.kept_session import KeptSession

TICK = 15.0
"""Seconds after which the clock is looked at again."""
FRAME = 3
"""Lines that belong to neither face: the top, and two at the foot."""

FIRST = (actions.HELP, actions.BLANK, actions.MENU, actions.STRIP)
THEN = (
    actions.TAKE_BACK, actions.SKIP, actions.MINUTES, actions.CONFUSED, actions.HEADS,
    actions.WHOLE, actions.HALL_HELP_LINES, actions.HALL_LANGUAGE, actions.HALL_QUIT,
)  # fmt: skip
"""Keys for the foot, after Enter: those that matter most, and those that come if there is room."""


class HallFace(BaseScreen, inherit_bindings=False):
    """A running session as it looks. `session` is kept on the disk; the rest is how it is looked at."""

    def __init__(self, kept: KeptSession) -> None:
        super().__init__()
        self.session = kept
        self.strip = Strip()
        self._noted: set[tuple[str, str]] = set()
        """Lessons and pages of which the content note was read out."""
        self._whole = False
        self._hidden = False
        self._room: list[Block] = []

    @property
    def hall(self) -> Hall:
        """The state of the session."""
        return self.session.hall

    @property
    def over(self) -> bool:
        """Is the summary to be seen? Also where another window has ended the session."""
        return self.hall.ended or (self.hall.step.part is Part.SUMMARY and not self.hall.reopened)

    @property
    def unkept(self) -> bool:
        """Is there something that could not be kept so far?"""
        return self.session.trouble is not None and not self.session.moved

    def compose(self) -> ComposeResult:
        """The strip stands between the room's sheet and the foot."""
        yield self.top
        yield self.sheet
        yield self.strip
        yield self.foot

    def on_mount(self) -> None:
        """Draw, and keep the clock true from now on."""
        super().on_mount()
        self.set_interval(TICK, self.tick)

    def on_resize(self) -> None:
        """How many lines each face gets depends on the room there is."""
        if self.sheet.is_mounted:
            self.draw()

    def heading(self) -> str:
        """The part, and how far one is in it."""
        hall = self.hall
        if hall.ended:
            return self.lang.gettext(PARTS[Part.SUMMARY])
        if hall.reopened is not None:
            return lesson_title(hall.reopened[0], self.voice)
        return part_words(hall.step, hall.steps, self.voice)

    def draw_top(self) -> None:
        """At the right how far the whole session is, and whether the disk has all of it."""
        besides = f"{self.hall.at + 1}/{len(self.hall.steps)}"
        if self.unkept:
            kept = self.lang.gettext("not kept yet")
            besides = f"{self.app.signs.warning} {kept}  {besides}"
        self.top.show(self.heading(), besides=besides)

    def blocks(self) -> list[Block]:
        """The room's face, as `draw` has made it."""
        return self._room

    def _face(self) -> list[Block]:
        if self.over:
            result = self.session.result()
            return summary.summary(self.hall, result, self.voice, kept=not self.unkept)
        # All of it should be seen without scrolling, so there is no air where there is no room.
        return [*room.room(self.hall, self.voice, self.size.width, self.note_due), Fold()]

    def draw(self, caret: str | None = None, from_top: bool = False) -> None:
        """Show both faces as things are now."""
        self._room = self._face()
        self._draw_strip(from_top)
        super().draw(caret, from_top)

    def _draw_strip(self, from_top: bool) -> None:
        told = facilitator.lines(self.hall, self._aside, self.note_due)
        height = self._strip_height(self.strip.wanted(told, self.size.width))
        if self._whole:
            height = self.size.height - FRAME - 1
        elif self.hidden:
            height = 0
        self.sheet.display = not self._whole
        self.strip.styles.height = height + 1
        self.strip.show(self._rule(), told, height, from_top)

    @property
    def _aside(self) -> Voice:
        """The voice of the strip: what it has to say in another language needs no footnote."""
        return Voice(self.lang, self.library, self.app.signs)

    def _strip_height(self, wanted: int) -> int:
        """Lines below the rule: what is wanted, but the room comes first."""
        height = self.size.height
        spare = height - FRAME - 1 - len(lay_out(self._room, self.size.width, 1))
        most = MOST if height < 24 else height // 4
        if self.hall.step.part is Part.OPENING:
            # What keeps people safe is to be read out as a whole.
            most = max(most, spare)
        return min(most, max(LEAST, min(wanted, spare)))

    def _rule(self) -> tuple[str, str]:
        """The clock and the mark at the left, what comes next at the right."""
        _ = self.lang.gettext
        told = pace_words(self.hall, self.session.elapsed(), self.voice)
        if self.hidden and not self._whole:
            return told, _("F7: your lines")
        if self.hall.shown in self.hall.marked:
            told += f" | {self.app.signs.warning} " + _("confused people")
        if self.hall.step.id in self.hall.skipped:
            told += " | " + _("left out")
        coming = facilitator.coming(self.hall, self._aside)
        return told, _("then: {what}").format(what=coming) if coming else ""

    def tick(self) -> None:
        """The time goes on, also while nobody presses a key."""
        self.strip.tick(self._rule())

    def where(self) -> str:
        """The sum of what is being counted, or of what was."""
        return "" if self.over else count_words(self.hall, self.voice)

    def _more(self) -> str:
        """What is out of sight of the room's face, and of the facilitator's."""
        signs, _ = self.app.signs, self.lang.gettext
        told = "" if self._whole else super()._more()
        if self.strip.below and not (self.hidden and not self._whole):
            script = _("more: arrow down") if self._whole else _("F6: more")
            told = f"{signs.below} {script}" + (f"  {told}" if told else "")
        # What was counted is not to be cut off.
        fits = cell_len(self.where()) + cell_len(told) + len("   ") <= self.size.width
        return told if fits else told[: len(signs.below)]

    @property
    def hidden(self) -> bool:
        """Are the facilitator's lines hidden? Every session begins with them."""
        return self._hidden

    # The foot

    def label(self, action: Action) -> str:
        """What Enter does depends on how far the step has come."""
        _ = self.lang.gettext
        if action is not actions.ON:
            return super().label(action)
        hall = self.hall
        if self.over:
            return _("Choose")
        if hall.reopened is not None and not self.note_due:
            return _("Back")
        if hall.counting and (hall.stage is Stage.VOTING or hall.entry):
            return _("Take counts")
        if hall.stage in (Stage.DISCUSSING, Stage.SHIFTED):
            return _("Show answer")
        return _("Next")

    def footed(self) -> list[Action]:
        """The keys that matter most here, as many as stand in one line; the help tells all."""
        page = [actions.PAGE_AGAIN] if self.about() is not None else []
        taken: list[Action] = []
        room_left = self.size.width - 1
        for action in (actions.ON, *page, *FIRST, *THEN):
            if not self.possible(action.name):
                continue
            wide = len(action.shown) + len(self.label(action)) + 3
            if wide <= room_left:
                taken.append(action)
                room_left -= wide
        return taken

    def possible(self, action: str) -> bool:
        """Keys that could do nothing now are not shown."""
        hall = self.hall
        match action:
            case "page_again":
                return self.about() is not None
            case "take_back":
                return not hall.ended
            case "skip":
                return not self.over
            case "confused":
                return bool(hall.shown) and not hall.ended
            case "heads" | "minutes":
                return not hall.ended
        return True

    @property
    def note_due(self) -> bool:
        """Is there a content note that was not read out yet, before the page that is shown?"""
        shown = self.page_shown
        if shown is None or shown in self._noted:
            return False
        page = page_of(*shown, self.voice)
        return page is not None and page.note is not None

    @property
    def page_shown(self) -> tuple[str, str] | None:
        """The lesson and page that the room is at, if it is at one."""
        step = self.hall.step
        if self.hall.reopened is not None or step.part is not Part.LESSON:
            return self.hall.reopened
        return step.lesson, step.subject

    def about(self) -> tuple[str, str] | None:
        """The page about the question, once its answer is shown."""
        hall = self.hall
        if hall.ended or hall.reopened is not None or hall.stage is not Stage.REVEALED:
            return None
        return page_about(self.hall, self.voice)
