"""The set-up of a session: one screen, filled in from the last time, done in under a minute.

Every key's change is kept as a setting: the power may fail here, too.
"""

from __future__ import annotations

from dataclasses import replace

from textual import events

from toolkit.errors import WrongInput
from toolkit.screen import actions
from toolkit.screen.actions import bindings
from toolkit.screen.hall import setup_form, setup_plan, setup_rows
from toolkit.screen.hall.setup_form import VILLAGE, Form
from toolkit.screen.hall.setup_sheet import SETTING, SetupSheet
from toolkit.screen.hall.setup_words import LACKING, LATER, LESSON, MEASURE, PLAN, START, TYPED
from toolkit.session.agenda import Measure
from toolkit.session.hall import MOST

__all__ = ["DOING", "SETTING", "SetupScreen"]

DOING = {
    "enter": "pick", "space": "pick", "down": "down", "up": "up", "tab": "down", "shift+tab": "up",
    "left": "one_back", "right": "other", "backspace": "rub_out", "pagedown": "begin",
}  # fmt: skip
"""What keys do that are not typed."""


class SetupScreen(SetupSheet):
    """Asks for what a session needs to know, and says all the while what it comes to."""

    BINDINGS = bindings(actions.PICK, actions.OTHER, actions.RUB_OUT, actions.BEGIN, actions.LEAVE)

    def on_sheet_moved(self) -> None:
        """Whoever comes to a line types in place of what stands there."""
        if self._typing != self.sheet.caret:
            self._typing = ""
        self.draw()
        super().on_sheet_moved()

    async def on_key(self, event: events.Key) -> None:
        """Each key in its turn: letters and digits belong to the line that they are typed into.

        Bindings are looked at later, by the app; who types quickly must not find the number
        on the line before.
        """
        field, letter = self.sheet.caret, event.character or ""
        typed = event.is_printable if field == VILLAGE else letter.isalnum()
        if field in TYPED and letter and typed:
            self._type(field, letter)
        elif event.key in DOING:
            await self.run_action(DOING[event.key])
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is typed."""
        for letter in event.text[: setup_form.LONGEST]:
            if self.sheet.caret in TYPED:
                self._type(self.sheet.caret, letter)

    def _type(self, field: str, letter: str) -> None:
        changed = self.form.typed(field, letter, afresh=self._typing != field)
        if changed is None:
            self.foot.nudge(self._why_not(field))
        else:
            self._typing = field
            self._change(changed)

    def _why_not(self, field: str) -> str:
        lang, most = self.lang, setup_form.LONGEST if field == VILLAGE else MOST
        told = lang.gettext("A number from 1 to {n} stands here.")
        if field == VILLAGE:
            told = lang.gettext("The name has at most {n} letters.")
        return told.format(n=lang.number(most))

    def _change(self, form: Form) -> None:
        """Keep a change before it is shown."""
        if form != self.form:
            self.form = form
            self.app.keep_setting(SETTING, setup_form.as_setting(form))
        self.draw()

    def action_rub_out(self) -> None:
        """One letter back."""
        if self.sheet.caret in TYPED:
            self._typing = self.sheet.caret
            self._change(self.form.rubbed_out(self._typing))

    def action_other(self) -> None:
        """Another village of the last times, another way to answer, the lesson or not."""
        key = self.sheet.caret
        if key == VILLAGE:
            if near := self._nearby():
                self._typing = ""
                self._change(replace(self.form, village=near))
        elif key not in TYPED and key != START:
            self.chosen(key)

    def action_one_back(self) -> None:
        """The plan before; on all other lines there is only another one."""
        if self.sheet.caret == PLAN:
            self._other_plan(-1)
        else:
            self.action_other()

    def _other_plan(self, by: int) -> None:
        plan = setup_rows.another(self.form.plan, self.library, by)
        self._change(self.form.planned(plan, self._order))

    def action_pick(self) -> None:
        """The next line, another choice, or the beginning."""
        if self.sheet.caret in TYPED:
            self.sheet.move(1)
        else:
            super().action_pick()

    def chosen(self, key: str) -> None:
        """A line was chosen: change what can be changed, begin, or only go there."""
        self._typing = ""
        if key.startswith(LESSON):
            self._change(self.form.ticked(key.removeprefix(LESSON), self._order))
        elif key == PLAN:
            self._other_plan(1)
        elif key == LATER:
            self._other_meeting()
        elif key == MEASURE:
            self._other_measure()
        elif key == START:
            self.action_begin()
        else:
            self.draw()

    def _other_meeting(self) -> None:
        if setup_plan.refresher_possible(self.form.lessons, self.library):
            self._change(replace(self.form, refresher=not self.form.refresher))
        else:
            why = self.lang.gettext("These lessons keep no questions for a month later.")
            self.foot.nudge(why)

    def _other_measure(self) -> None:
        if setup_plan.slips_possible(self.form.lessons, self.library):
            hands = self.measure is Measure.HANDS
            other = Measure.SLIPS if hands else Measure.HANDS
            self._change(replace(self.form, measure=other))
        else:
            why = self.lang.gettext("Paper slips need lessons with two sheets for them.")
            self.foot.nudge(why)

    def action_begin(self) -> None:
        """Draw the session up and begin it, if nothing is lacking."""
        lacking = self.form.lacks()
        if lacking:
            lesson = f"{LESSON}{self._order[0]}" if self._order else START
            self.sheet.caret = lesson if lacking == "lessons" else lacking
            self._typing = ""
            self.draw(self.sheet.caret)
            self.foot.nudge(self.lang.gettext(LACKING[lacking]))
            return
        try:
            self.app.begin_session(self.form.setup(self.measure, refresher=self.later))
        except WrongInput as wrong:
            self.foot.nudge(self.lang.tell(wrong.what))
