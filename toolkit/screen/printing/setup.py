"""The second step of printing: for which lessons, in which languages, on what paper, and where to.

Every key's change is kept, for the next step and for the next time.
"""

from __future__ import annotations

from dataclasses import replace

from rich.cells import cell_len
from textual import events
from textual.content import Content

from toolkit.language import N_, own_name
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.layout import Block, Fold, Held, Row, Words
from toolkit.screen.printing import step, words
from toolkit.screen.printing.form import MOST
from toolkit.screen.printing.step import NEXT, StepScreen
from toolkit.screen.printing.wishes import Wishes
from toolkit.screen.prose import MARK, QUIET, STRONG, clean, joined, say

DOING = {
    **{key: action for key, action in step.DOING.items() if not key.isdecimal()},
    "left": "other(-1)", "right": "other", "backspace": "rub_out",
}  # fmt: skip
"""What keys do here: digits are typed."""


class SetupScreen(StepScreen):
    """Asks what the chosen products need to know, and nothing else."""

    BINDINGS = bindings(actions.OTHER, actions.RUB_OUT)
    step = 2
    doing = DOING
    labels = (N_("Choose"), N_("Change"), N_("Next"))

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self._typing = False
        """Has a digit been typed since the caret came? Before that, one begins a new number."""

    # What it shows

    def blocks(self) -> list[Block]:
        """The fields that matter for what was chosen."""
        _, wishes = self.lang.gettext, self.wishes
        blocks: list[Block] = []
        wide = max(cell_len(_(name)) for name in words.NAMES.values()) + 1
        blocks += [self._field(one, wide) for one in self._first_fields()]
        if wishes.needs_lessons:
            blocks.append(Words(say(_("About which lessons?"), STRONG)))
            blocks += [self._lesson(one) for one in self.library.lessons]
        blocks.append(Words(say(_("In which language?"), STRONG)))
        blocks += [self._language(one) for one in self.library.languages]
        fields = [self._field(one, wide) for one in self._fields()]
        fields[0] = replace(fields[0], gap=1)
        return [*blocks, *fields, Held((Row(NEXT, say(_("Next"), STRONG), gap=1),)), Fold()]

    def _first_fields(self) -> list[str]:
        """The fields that stand before the lessons, because they may take their place."""
        plan = [words.PLAN] if self.wishes.may_plan else []
        return [*plan, words.LATER] if self.wishes.may_refresh else plan

    def _fields(self) -> list[str]:
        joined_too = [words.JOINED] if self.wishes.may_join else []
        return [*joined_too, words.PAPER, words.PEOPLE, words.BY_HAND, words.OUT]

    def _lesson(self, lesson: str) -> Row:
        there = self.library.lessons[lesson]
        taken = lesson in self.wishes.form.lessons
        told = self.prose(there.title, STRONG if taken else "")
        return Row(f"{words.LESSON}{lesson}", told, sign=self._tick(taken))

    def _language(self, code: str) -> Row:
        taken = code in self.wishes.form.languages
        told = say(own_name(code), STRONG if taken else "")
        return Row(f"{words.LANGUAGE}{code}", told, sign=self._tick(taken))

    def _tick(self, taken: bool) -> Content:
        signs = self.app.signs
        return say(signs.chosen, MARK) if taken else say(signs.open)

    def _field(self, field: str, wide: int) -> Row:
        name = self.lang.gettext(words.NAMES[field])
        label = say(name + " " * (wide - cell_len(name)), QUIET)
        typing = "_" if field == words.PEOPLE and self._typing else ""
        return Row(field, joined(say(self._value(field), STRONG), typing), sign=label)

    def _value(self, field: str) -> str:
        """What stands in a field."""
        form, _ = self.wishes.form, self.lang.gettext
        match field:
            case words.PLAN:
                return self._plan()
            case words.LATER:
                return _(words.MEETINGS[form.refresher])
            case words.JOINED:
                return _(words.IN_ONE[form.together])
            case words.PAPER:
                return self._paper()
            case words.PEOPLE:
                return form.people
            case words.BY_HAND:
                return _(words.TURNED_BY[form.by_hand])
        return clean(str(self.wishes.out))

    def _plan(self) -> str:
        """The plan by its title and minutes: several of them may have the same title."""
        plan, lang = self.library.plans.get(self.wishes.plan), self.lang
        if plan is None:
            return lang.gettext(words.NO_PLAN)
        minutes = lang.ngettext("{n} minute", "{n} minutes", plan.minutes)
        return f"{self.plain(plan.title)} ({minutes.format(n=lang.number(plan.minutes))})"

    def _paper(self) -> str:
        paper = self.library.theme.papers.get(self.wishes.form.paper)
        if paper is None or self.wishes.form.paper not in self.wishes.papers():
            return self.lang.gettext("none that all of them come on")
        short, long = self.lang.number(round(paper.short)), self.lang.number(round(paper.long))
        return f"{paper.name} ({short} x {long} mm)"

    def where(self) -> str:
        """What is asked on the line of the caret."""
        key = self.sheet.caret
        for rows in (words.LESSON, words.LANGUAGE):
            if key.startswith(rows):
                key = rows
        hint = words.HINTS.get(key, "")
        return self.lang.gettext(hint) if hint else ""

    def label(self, action: Action) -> str:
        """What Enter does depends on the line."""
        key, _ = self.sheet.caret, self.lang.gettext
        if action is actions.PICK:
            if key in (NEXT, words.PEOPLE):
                return _("Next")
            return _("Choose") if key.startswith((words.LESSON, words.LANGUAGE)) else _("Change")
        return super().label(action)

    # What keys do

    def on_sheet_moved(self) -> None:
        """Whoever comes to the number types in place of what stands there."""
        if self.sheet.caret != words.PEOPLE:
            self._typing = False
        self.draw()
        super().on_sheet_moved()

    def typed(self, event: events.Key) -> bool:
        """Digits belong to the number of people while the caret is there."""
        letter = event.character or ""
        if self.sheet.caret != words.PEOPLE or not letter.isdecimal():
            return False
        self._type(letter)
        return True

    def _type(self, digit: str) -> None:
        changed = self.wishes.form.typed(digit, afresh=not self._typing)
        if changed is None:
            told = self.lang.gettext("A number from 1 to {n} stands here.")
            self.foot.nudge(told.format(n=self.lang.number(MOST)))
            return
        self._typing = True
        self.wishes.change(changed)
        self.draw()

    def action_rub_out(self) -> None:
        """One digit back."""
        if self.sheet.caret == words.PEOPLE:
            self._typing = True
            self.wishes.change(self.wishes.form.rubbed_out())
            self.draw()

    def action_other(self, by: int = 1) -> None:
        """Another choice on the line; of the plans, which are many, the one before it too."""
        if self.sheet.caret == words.PLAN:
            self._other_plan(by)
        elif self.sheet.caret not in (NEXT, words.PEOPLE):
            self.chosen(self.sheet.caret)

    def _other_plan(self, by: int) -> None:
        self.wishes.change(replace(self.wishes.form, plan=self.wishes.other_plan(by)))
        self.draw()

    def chosen(self, key: str) -> None:
        """Change what can be changed, or go on."""
        wishes, form = self.wishes, self.wishes.form
        match key:
            case _ if key.startswith(words.LESSON):
                form = form.ticked("lessons", key.removeprefix(words.LESSON), self.library.lessons)
            case _ if key.startswith(words.LANGUAGE):
                form = form.ticked(
                    "languages", key.removeprefix(words.LANGUAGE), self.library.languages
                )
            case words.PLAN:
                self._other_plan(1)
                return
            case words.LATER:
                form = replace(form, refresher=not form.refresher)
            case words.JOINED:
                form = replace(form, together=not form.together)
            case words.PAPER:
                form = replace(form, paper=wishes.next_of(wishes.papers(), form.paper))
            case words.BY_HAND:
                form = replace(form, by_hand=not form.by_hand)
            case words.OUT:
                self._other_folder()
                return
            case words.PEOPLE:
                self.sheet.move(1)
            case _:
                self.action_print_on()
                return
        wishes.change(form)
        self.draw()

    def _other_folder(self) -> None:
        """Another place for the files, or a word that there is none."""
        other = self.wishes.other_folder()
        self.wishes.change(replace(self.wishes.form, out=other))
        self.draw()
        if len(self.wishes.folders()) == 1:
            self.foot.nudge(self.lang.gettext("No stick is found. Put one in."))

    def action_print_on(self) -> None:
        """Show what will come, if nothing is lacking."""
        lacking = self.wishes.lacks()
        if lacking:
            self._go_to(lacking)
            self.foot.nudge(self.lang.gettext(words.LACKING[lacking]))
            return
        from toolkit.screen.printing.outline import OutlineScreen

        self.app.push_screen(OutlineScreen(self.wishes))

    def _go_to(self, lacking: str) -> None:
        """The caret where something is lacking."""
        first = {
            "lessons": f"{words.LESSON}{next(iter(self.library.lessons), '')}",
            "languages": f"{words.LANGUAGE}{self.library.languages[0]}",
            "paper": words.PAPER,
            "people": words.PEOPLE,
        }
        self.draw(first.get(lacking))
