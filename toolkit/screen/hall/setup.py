"""The set-up of a session: one screen, filled in from the last time, done in under a minute.

Every key's change is kept as a setting: the power may fail here, too.
"""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len
from textual import events
from textual.content import Content

from toolkit.errors import Breakdown, WrongInput
from toolkit.language import N_
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import BaseScreen
from toolkit.screen.frame import Key
from toolkit.screen.hall import setup_form, setup_plan
from toolkit.screen.hall.setup_form import VILLAGE, Form, completion
from toolkit.screen.hall.setup_words import (
    ASKED_BY,
    HINTS,
    LACKING,
    LESSON,
    LESSON_HINT,
    MEASURE,
    NAMES,
    PEOPLE,
    SHEETS,
    START,
    TYPED,
)
from toolkit.screen.layout import Block, Fold, Row, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, clean, joined, say
from toolkit.session.agenda import Measure
from toolkit.session.hall import MOST

SETTING = "hall_setup"
"""The name of the setting that holds the fields of the last time."""

DOING = {
    "enter": "pick", "space": "pick", "down": "down", "up": "up", "tab": "down", "shift+tab": "up",
    "left": "other", "right": "other", "backspace": "rub_out", "pagedown": "begin",
}  # fmt: skip
"""What keys do that are not typed."""


class SetupScreen(BaseScreen):
    """Asks for what a session needs to know, and says all the while what it comes to."""

    BINDINGS = bindings(actions.PICK, actions.OTHER, actions.RUB_OUT, actions.BEGIN, actions.LEAVE)

    def __init__(self) -> None:
        super().__init__()
        self._order = tuple(self.library.lessons)
        self.sheet.caret = VILLAGE
        self._typing = ""
        """The field that is being typed into; another one is written afresh."""
        kept, self._villages = self._of_last_time()
        self.form = setup_form.from_setting(kept).fitting(self._order)

    def _of_last_time(self) -> tuple[str | None, tuple[str, ...]]:
        from toolkit.records.kept_session import villages

        try:
            return self.app.journal.setting(SETTING), villages(self.app.journal)
        except Breakdown as trouble:
            self.app.tell_once(trouble)
            return None, ()

    # What it shows

    def heading(self) -> str:
        """What this is."""
        return self.lang.gettext("A session in the hall")

    def blocks(self) -> list[Block]:
        """The fields, the lessons, the plan, and the beginning."""
        _ = self.lang.gettext
        wide = max(cell_len(_(name)) for name in NAMES.values()) + 1
        blocks: list[Block] = [self._field(field, wide) for field in TYPED]
        for at, lesson in enumerate(self._order):
            blocks.append(self._lesson(lesson, 0 if at else 1))
        blocks.append(self._measure(wide))
        time, parts = self._plan()
        start = Row(START, say(time, STRONG), sign=self._label_of(START, wide, STRONG), gap=1)
        blocks += [start, *self._remarks(), Fold()]
        return [*blocks, Words(say(parts))] if parts else blocks

    def _field(self, field: str, wide: int) -> Row:
        value, told = clean(self.form.value(field)), ""
        if field == self._typing:
            told = "_"
        if field == VILLAGE and field == self.sheet.caret and (near := self._nearby()):
            told += f"  ({self.app.signs.joined} {clean(near)})"
        return Row(field, joined(say(value, STRONG), say(told)), sign=self._label_of(field, wide))

    def _label_of(self, field: str, wide: int, look: str = QUIET) -> Content:
        name = self.lang.gettext(NAMES[field])
        return say(name + " " * (wide - cell_len(name)), look)

    def _lesson(self, lesson: str, gap: int) -> Row:
        lang, signs = self.lang, self.app.signs
        there = self.library.lessons[lesson]
        minutes = lang.ngettext("{n} minute", "{n} minutes", there.minutes).format(n=there.minutes)
        taken = lesson in self.form.lessons
        sign = say(signs.chosen, MARK) if taken else say(signs.open)
        words = joined(self.prose(there.title, STRONG if taken else ""), f"  ({minutes})")
        return Row(f"{LESSON}{lesson}", words, sign=sign, gap=gap)

    @property
    def measure(self) -> Measure:
        """How the room will be asked: on slips only where there are sheets for them."""
        possible = setup_plan.slips_possible(self.form.lessons, self.library)
        return self.form.measure if possible else Measure.HANDS

    def _measure(self, wide: int) -> Row:
        _ = self.lang.gettext
        told = say(_(ASKED_BY[self.measure]), STRONG)
        if not setup_plan.slips_possible(self.form.lessons, self.library):
            why = _("no paper slips: these lessons have no two sheets for them")
            told = joined(told, say(f"  ({why})", QUIET))
        below = say(_(SHEETS), QUIET) if self.measure is Measure.SLIPS else Content("")
        return Row(MEASURE, told, sign=self._label_of(MEASURE, wide), below=below, gap=1)

    def _remarks(self) -> list[Block]:
        """What does not go together, which may well be so: said, never refused."""
        lang, number = self.lang, self.form.number
        heads, women, men, youth = (number(one) for one in ("heads", *PEOPLE))
        told = []
        if heads and women and men and women + men != heads:
            words = lang.gettext("{sum} women and men, {heads} people: that may be so.")
            told.append(words.format(sum=lang.number(women + men), heads=lang.number(heads)))
        if heads and youth and youth > heads:
            told.append(lang.gettext("More young people than people: that may be so."))
        sign = say(self.app.signs.warning + " ", MARK)
        return [Words(say(one, MARK), sign) for one in told]

    def _plan(self) -> tuple[str, str]:
        """Whether the session fits into its minutes, and what it has."""
        try:
            return setup_plan.told(self.form, self.measure, self.library, self.lang)
        except WrongInput as wrong:
            return self.lang.tell(wrong.what), ""

    def where(self) -> str:
        """What is asked on the line of the caret."""
        key = self.sheet.caret
        hint = LESSON_HINT if key.startswith(LESSON) else HINTS.get(key, "")
        return self.lang.gettext(hint) if hint else ""

    def label(self, action: Action) -> str:
        """What Enter does depends on the line."""
        _, key = self.lang.gettext, self.sheet.caret
        if action is actions.LEAVE:
            return _("Lessons")
        if action is actions.PICK:
            return _("Next") if key in TYPED else _("Begin") if key == START else _("Change")
        return super().label(action)

    def widest_foot(self) -> list[Key]:
        """As on a line that can be changed, or begun with, whichever is longer."""
        words = map(self.lang.gettext, (N_("Next"), N_("Change"), N_("Begin")))
        widest = max(words, key=cell_len)
        return [self._key(one, widest if one is actions.PICK else "") for one in self.footed()]

    # What keys do

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

    def _nearby(self) -> str:
        """A village of the last times: that begins as typed, or is another than the one shown."""
        if self._typing == VILLAGE:
            return completion(self.form.village, self._villages)
        return completion("", self._villages, after=self.form.village)

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
        elif key == MEASURE:
            self._other_measure()
        elif key == START:
            self.action_begin()
        else:
            self.draw()

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
            self.app.begin_session(self.form.setup(self.measure))
        except WrongInput as wrong:
            self.foot.nudge(self.lang.tell(wrong.what))
