"""Printing itself: how far it is, and then where the files are and what the shop needs to know."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from toolkit.errors import CekDuluError
from toolkit.language import N_
from toolkit.records.sticks import drive_of
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.layout import Block, Fold, Row, Words
from toolkit.screen.print_door import Made, Outline, Turn
from toolkit.screen.printing import words
from toolkit.screen.printing.wishes import Wishes
from toolkit.screen.printing.working import Outcome, WorkingScreen
from toolkit.screen.prose import MARK, RIGHT, STRONG, WRONG, say

FOLDER, AGAIN = "/folder", "/again"


class MadeScreen(WorkingScreen):
    """Writes the files. They can be opened from here, and so can their folder."""

    BINDINGS = bindings(actions.NUMBER)
    step = 3
    labels = (N_("Open"), N_("Choose"))

    def __init__(self, wishes: Wishes, outline: Outline | None) -> None:
        super().__init__(wishes)
        self.wish = wishes.wish
        self._lines = {line.file: line for line in outline.files} if outline is not None else {}
        self._made: Made | None = None
        self._shown: Path | None = None
        """What was to be opened, and no program was found for."""

    def on_mount(self) -> None:
        """Begin to write."""
        self._begin()
        super().on_mount()

    def _begin(self) -> None:
        self._made = self._shown = None
        self.stopped.clear()
        self.work(partial(self.wishes.door.make, self.library, self.wish))

    def ended(self, outcome: Outcome) -> None:
        """Everything is written, or as much as could be."""
        if isinstance(outcome, Made):
            self._made = outcome
        elif isinstance(outcome, CekDuluError):
            self._made = Made((), broken=outcome)

    def heading(self) -> str:
        """Printing."""
        return self.lang.gettext("Print")

    def blocks(self) -> list[Block]:
        """How far it is; or what has come of it."""
        _, made = self.lang.gettext, self._made
        if made is None:
            blocks = self.progress(_("Being written: {n} of {m}"))
            if self.stopped.is_set():
                blocks.append(Words(say(_("It stops after this file."))))
            return blocks
        blocks = [*self._done(made), *self._not_done(made), *self.failed(made.failures)]
        if made.files:
            blocks.append(Row(FOLDER, say(_("Open the folder")), 1, gap=1))
            for at, file in enumerate(made.files, 2):
                blocks.append(Row(str(file), say(file.name), at))
        if made.left:
            blocks.append(Row(AGAIN, say(_("Print once more")), gap=int(not made.files)))
        return [*blocks, Fold(), *self._for_the_shop(made)]

    def _done(self, made: Made) -> list[Block]:
        """How many files there are, and where."""
        lang, count = self.lang, len(made.files)
        if not count:
            return []
        told = lang.ngettext("{n} file is written:", "{n} files are written:", count)
        sign = say(f"{self.app.signs.right} ", RIGHT)
        blocks: list[Block] = [
            Words(say(told.format(n=lang.number(count)), RIGHT), sign),
            Words(say(str(self.wish.out), STRONG), gap=0),
        ]
        if self.wish.out != self.wishes.door.folder:
            drive = drive_of(self.wish.out, self.app.journal.path.parent)
            blocks.append(Words(say(lang.gettext(drive.value)), gap=0))
        if self._shown is not None:
            none = lang.gettext("No program that shows it was found here. Open it yourself.")
            blocks += [Words(say(none, MARK)), Words(say(str(self._shown)), gap=0)]
        return blocks

    def _not_done(self, made: Made) -> list[Block]:
        """What was not begun, and why."""
        lang, blocks = self.lang, []
        if made.broken is not None:
            sign = say(f"{self.app.signs.warning} ", WRONG)
            blocks.append(Words(say(lang.tell(made.broken.what), WRONG), sign))
            blocks.append(Words(say(lang.tell(made.broken.mend)), gap=0))
        if made.left:
            told = lang.ngettext(
                "{n} file is not written.", "{n} files are not written.", made.left
            )
            blocks.append(self.warned(told.format(n=lang.number(made.left))))
        return [*blocks]

    def _for_the_shop(self, made: Made) -> list[Block]:
        """What whoever copies needs to know of each file."""
        lang = self.lang
        lines = [self._lines[file.name] for file in made.files if file.name in self._lines]
        if not lines:
            return []
        told = lang.ngettext(
            "For the shop, for {n} person. At 100 percent, in black:",
            "For the shop, for {n} people. At 100 percent, in black:",
            self.wish.people,
        )
        blocks: list[Block] = [Words(say(told.format(n=lang.number(self.wish.people)), STRONG))]
        for line in lines:
            said = [words.copies(line, lang), words.sheets(line, lang)]
            bullet = say(f"{self.app.signs.bullet} ")
            copies = ", ".join(one for one in said if one)
            blocks.append(Words(say(f"{line.file}: {copies}"), bullet, 0))
        if self.wish.by_hand and any(line.turn is not Turn.NONE for line in lines):
            blocks.append(Words(say(lang.gettext(words.TURNING))))
        return blocks

    def label(self, action: Action) -> str:
        """Esc stops what is being written; afterwards it leads to the lessons."""
        _ = self.lang.gettext
        if action is actions.LEAVE:
            return _("Stop") if self.busy else _("Lessons")
        if action is actions.PICK and self.sheet.caret != AGAIN:
            return _("Open")
        return super().label(action)

    def possible(self, action: str) -> bool:
        """There is nothing to go on to; and something to choose only when it is done."""
        if action in (actions.PICK.name, actions.NUMBER.name):
            return self._made is not None and bool(self._made.files or self._made.left)
        return action != actions.PRINT_ON.name

    # What keys do

    def chosen(self, key: str) -> None:
        """Open a file or the folder, or print what was not printed."""
        if key == AGAIN:
            self._begin()
        else:
            from toolkit.screen.drawing import view

            path = self.wish.out if key == FOLDER else Path(key)
            self._shown = None if view(path) else path
        self.draw(from_top=True)

    def action_leave(self) -> None:
        """Stop after the file that is being written; when it is done, back to the lessons."""
        if self.busy:
            self.stopped.set()
            self.draw()
        else:
            self.app.close_printing()

    def action_quit(self) -> None:
        """Leave the app; but not while it is writing."""
        if self.busy:
            self.foot.nudge(self.lang.gettext("Still writing. Esc stops it after this file."))
        else:
            super().action_quit()
