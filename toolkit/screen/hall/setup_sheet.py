"""What the set-up of a session shows: its fields, the lessons, and what it all comes to.

Draws what is filled in and changes nothing; keys are the set-up screen's.
"""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len
from textual.content import Content

from toolkit.errors import Breakdown, WrongInput
from toolkit.language import N_
from toolkit.screen import actions
from toolkit.screen.actions import Action
from toolkit.screen.base import BaseScreen
from toolkit.screen.frame import Key
from toolkit.screen.hall import setup_form, setup_plan, setup_rows
from toolkit.screen.hall.setup_form import VILLAGE, completion
from toolkit.screen.hall.setup_words import (
    ASKED_BY,
    BY_HAND,
    HINTS,
    LATER,
    LESSON,
    LESSON_HINT,
    MEASURE,
    MEETINGS,
    NAMES,
    PEOPLE,
    PLAN,
    SHEETS,
    START,
    TYPED,
)
from toolkit.screen.layout import Block, Fold, Held, Row, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, clean, joined, say
from toolkit.session.agenda import Measure

SETTING = "hall_setup"
"""The name of the setting that holds the fields of the last time."""


class SetupSheet(BaseScreen):
    """The form on the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._order = tuple(self.library.lessons)
        self.sheet.caret = VILLAGE
        self._typing = ""
        """The field that is being typed into; another one is written afresh."""
        kept, self._villages = self._of_last_time()
        form = setup_form.from_setting(kept).fitting(self._order)
        self.form = form if form.plan in self.library.plans else replace(form, plan="")

    def _of_last_time(self) -> tuple[str | None, tuple[str, ...]]:
        from toolkit.records.kept_session import villages

        try:
            return self.app.journal.setting(SETTING), villages(self.app.journal)
        except Breakdown as trouble:
            self.app.tell_once(trouble)
            return None, ()

    def heading(self) -> str:
        """What this is."""
        return self.lang.gettext("A session in the hall")

    def blocks(self) -> list[Block]:
        """The fields, the lessons, the plan, and the beginning."""
        _ = self.lang.gettext
        wide = max(cell_len(_(name)) for name in NAMES.values()) + 1
        blocks: list[Block] = []
        if self.library.plans:
            blocks.append(self._chosen_plan(wide))
        blocks += [self._field(field, wide) for field in TYPED]
        for at, lesson in enumerate(self._order):
            blocks.append(self._lesson(lesson, 0 if at else 1))
        if self._keeps_questions():
            meeting = say(_(MEETINGS[self.later]), STRONG)
            blocks.append(Row(LATER, meeting, sign=self._label_of(LATER, wide), gap=1))
        if not self.later:
            blocks.append(self._measure(wide, 0 if self._keeps_questions() else 1))
        time, parts = self._plan()
        start = Row(START, say(time, STRONG), sign=self._label_of(START, wide, STRONG), gap=1)
        blocks += [Held((start, *self._remarks())), Fold()]
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

    def _chosen_plan(self, wide: int) -> Row:
        plan = self.library.plans.get(self.form.plan)
        if plan is None:
            told, below = say(self.lang.gettext(BY_HAND), QUIET), Content("")
        else:
            told = self.prose(plan.title, STRONG)
            keeps = setup_plan.refresher_possible(self.form.lessons, self.library)
            about = setup_rows.about(plan, self.form, self._order, self.lang, keeps=keeps)
            below = say(about, QUIET)
        return Row(PLAN, told, sign=self._label_of(PLAN, wide), below=below)

    def _keeps_questions(self) -> bool:
        """Is there any lesson that keeps questions for a month later?"""
        return setup_plan.refresher_possible(self._order, self.library)

    @property
    def later(self) -> bool:
        """Is it a refresher? Only of lessons that keep questions for one."""
        possible = setup_plan.refresher_possible(self.form.lessons, self.library)
        return self.form.refresher and possible

    def _measure(self, wide: int, gap: int) -> Row:
        _ = self.lang.gettext
        told = say(_(ASKED_BY[self.measure]), STRONG)
        if not setup_plan.slips_possible(self.form.lessons, self.library):
            why = _("no paper slips: these lessons have no two sheets for them")
            told = joined(told, say(f"  ({why})", QUIET))
        below = say(_(SHEETS), QUIET) if self.measure is Measure.SLIPS else Content("")
        return Row(MEASURE, told, sign=self._label_of(MEASURE, wide), below=below, gap=gap)

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
            return setup_plan.told(
                self.form, self.measure, self.library, self.lang, refresher=self.later
            )
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

    def _nearby(self) -> str:
        """A village of the last times: that begins as typed, or is another than the one shown."""
        if self._typing == VILLAGE:
            return completion(self.form.village, self._villages)
        return completion("", self._villages, after=self.form.village)
