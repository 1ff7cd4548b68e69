"""Home: the lessons, what else there is, and what a visitor ought to know first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.content import Content

from toolkit.language import DEFAULT
from toolkit.records.front import Front, FrontLesson
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import BaseScreen
from toolkit.screen.layout import Block, Held, Lengths, Row, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, joined, say

HALL, PRINT, HELP_LINES = "/hall", "/print", "/help_lines"
GLOSSARY, TRAINER = "/glossary", "/trainer"
"""Keys of the rows that are not lessons; no lesson's id begins with a slash."""

ROOMY = 30
"""Lines from which each lesson also says what it is about, if there is room for all of them."""
MANY = 8
"""So many lessons with what they are about stand close together even on a tall screen."""


class HomeScreen(BaseScreen):
    """The first screen, and the one under all others."""

    BINDINGS = bindings(
        actions.PICK, actions.NUMBER, actions.SHEET_DOWN, actions.SHEET_UP, actions.TRAINER,
        actions.HALL, actions.PRINT,
    )  # fmt: skip

    _roomy: bool | None = None
    _told_of: Front | None = None

    def heading(self) -> str:
        """What the app is for."""
        return self.lang.gettext("Check first, before you go")

    def blocks(self) -> list[Block]:
        """Notices, lessons, and what else there is."""
        _ = self.lang.gettext
        blocks: list[Block] = [*self.notices()]
        front = self._told_of = self.app.front
        if front.lessons:
            blocks.append(self._lessons(front))
        else:
            blocks.append(Words(say(_("There is no lesson in this library.")), gap=2))
        return [*blocks, Held(tuple(self._further(front)))]

    def _lessons(self, front: Front) -> Lengths:
        """The lessons, those first that are going on; with less room less is said about them.

        Each keeps its number, whatever stands before it: in a village they are known by it.
        """
        going_on = self.app.broken_off()
        listed = sorted(enumerate(front.lessons, 1), key=lambda one: one[1].id not in going_on)
        told = [self._lesson(at, lesson, lesson.id in going_on) for at, lesson in listed]
        heading = Words(say(self.lang.gettext("Choose a lesson:"), STRONG))
        shorter = tuple(told)
        bare = tuple(
            row if one.id in going_on else replace(row, content=self._told(one.title, STRONG))
            for row, (_, one) in zip(told, listed, strict=True)
        )
        # What has to be scrolled anyway need not be as short as that.
        lengths: tuple[tuple[Block, ...], ...] = ((heading, *shorter), shorter, bare, shorter)
        self._roomy = self.size.height >= ROOMY
        if not self._roomy:
            return Lengths(lengths)
        abouts = (
            replace(row, below=self._told(one.about, QUIET), gap=1)
            for row, (_, one) in zip(told, listed, strict=True)
        )
        return Lengths(((heading, *abouts), *lengths))

    def _further(self, front: Front) -> list[Block]:
        """What there is besides the lessons."""
        _, allows = self.lang.gettext, self.app.allows
        rows: list[Row] = []
        if allows(actions.HALL.name):
            lead = say(_("Lead a session in the hall") + " (F7)", STRONG)
            waits = say("  [" + _("going on") + "]", MARK) if self.app.session_waits() else ""
            rows.append(Row(HALL, joined(lead, waits)))
        if allows(actions.PRINT.name):
            rows.append(Row(PRINT, say(_("Print leaflets and other sheets") + " (F8)")))
        rows.append(Row(HELP_LINES, say(_("Telephone numbers to ask for help") + " (F4)")))
        rows.append(Row(GLOSSARY, say(_("What the difficult words mean") + " (F5)")))
        if front.problems and allows(actions.TRAINER.name):
            rows.append(Row(TRAINER, say(_("Mistakes found in the lesson files") + " (F6)")))
        close = self._roomy and len(front.lessons) >= MANY
        return [replace(rows[0], gap=2 if close else 1), *rows[1:]]

    def _lesson(self, number: int, lesson: FrontLesson, going_on: bool) -> Row:
        if going_on:
            besides = say("[" + self.lang.gettext("going on") + "]", MARK)
        else:
            n = lesson.minutes
            told = self.lang.ngettext("{n} minute", "{n} minutes", n).format(n=n)
            besides = Content(f"({told})")
        return Row(lesson.id, joined(self._told(lesson.title, STRONG), "  ", besides), number)

    def _told(self, words: Mapping[str, str], look: str) -> Content:
        """Words in the language spoken, else in the default one with a mark."""
        if self.lang.code in words:
            return say(words[self.lang.code], look)
        self.foreign.append(words[DEFAULT])
        return joined(say(words[DEFAULT], look), say(f" {self.app.signs.foreign}", look))

    def notices(self) -> list[Block]:
        """What whoever looks after the lessons ought to know."""
        lang, app = self.lang, self.app
        told = []
        if left := app.front.left_out:
            told.append(
                lang.ngettext(
                    "{n} file was left out because of mistakes. F6 tells which and why.",
                    "{n} files were left out because of mistakes. F6 tells which and why.",
                    left,
                ).format(n=left)
            )
        over = lang.gettext("The library {name} puts its own words in place of: {list}.")
        for name, replaced in app.front.replaced:
            told.append(
                over.format(name=name, list=", ".join(replaced.get(lang.code, replaced[DEFAULT])))
            )
        sign = say(self.app.signs.warning + " ", MARK)
        return [Words(say(one), sign, gap=0) for one in told]

    def settle(self) -> None:
        """Tell what the library turned out to be; who looks at the caret goes on doing so."""
        if self.app.front != self._told_of:
            self.draw(self.sheet.caret if self.sheet.shows_caret else None)

    def label(self, action: Action) -> str:
        """Choosing here opens something."""
        return self.lang.gettext("Open") if action is actions.PICK else super().label(action)

    def chosen(self, key: str) -> None:
        """Open what was chosen."""
        opens = {
            HALL: self.action_hall,
            PRINT: self.action_print,
            HELP_LINES: self.action_help_lines,
            GLOSSARY: self.action_glossary,
            TRAINER: self.action_trainer,
        }
        if key in opens:
            opens[key]()
        else:
            self.app.open_lesson(key)

    def action_hall(self) -> None:
        """Set a session up, or go on with one."""
        self.app.open_hall()

    def action_print(self) -> None:
        """Choose what to print."""
        self.app.open_printing()

    def action_trainer(self) -> None:
        """Open the list of files, with what there is to mend."""
        self.app.open_trainer()

    def on_resize(self) -> None:
        """More room shows more about each lesson."""
        if self.sheet.is_mounted and self._roomy != (self.size.height >= ROOMY):
            self.draw()
