"""The last step before printing: what will come, in which order, and what ought to be known first."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from toolkit.errors import CekDuluError
from toolkit.language import N_, own_name
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.layout import Block, Fold, Held, Row, Words
from toolkit.screen.print_door import FileLine, Outline, Turn
from toolkit.screen.printing import words
from toolkit.screen.printing.step import NEXT
from toolkit.screen.printing.wishes import Wishes
from toolkit.screen.printing.working import Outcome, WorkingScreen
from toolkit.screen.prose import MARK, QUIET, STRONG, WRONG, joined, say

INDENT = "   "


class OutlineScreen(WorkingScreen):
    """Every file with its pages and sheets; a file can be looked at before it is printed."""

    BINDINGS = bindings(actions.NUMBER)
    step = 3
    labels = (N_("Look at it"), N_("Print"))

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self.wish = wishes.wish
        self.outline: Outline | None = None
        self._looked: Path | CekDuluError | None = None
        """The file that was drawn to be looked at, or why it could not be."""
        self._shown = True
        """Was there a program that shows it?"""

    def on_mount(self) -> None:
        """Have it laid out."""
        self.work(partial(self.wishes.door.outline, self.library, self.wish))
        super().on_mount()

    def ended(self, outcome: Outcome) -> None:
        """It is laid out, or a file was drawn to be looked at."""
        if isinstance(outcome, Outline):
            self.outline = outcome
        elif isinstance(outcome, Path):
            from toolkit.screen.drawing import view

            self._looked, self._shown = outcome, view(outcome)
        elif isinstance(outcome, CekDuluError):
            self._looked = outcome

    # What it shows

    def blocks(self) -> list[Block]:
        """How far it is; or the sum, the warnings, the files, and the printing."""
        _, outline = self.lang.gettext, self.outline
        if outline is None:
            return self.progress(_("Being laid out: {n} of {m}"))
        blocks: list[Block] = [self._sum(outline), *self._looked_at(), *self._warnings(outline)]
        for at, line in enumerate(outline.files, 1):
            blocks += self._file(at, line)
        blocks += self.failed(outline.failures)
        if self.wish.by_hand and any(line.turn is not Turn.NONE for line in outline.files):
            blocks.append(Words(say(_(words.TURNING))))
        if outline.files:
            blocks.append(Held((Row(NEXT, say(_("Print"), STRONG), gap=1),)))
        return [*blocks, Fold()]

    def _sum(self, outline: Outline) -> Block:
        lang, files = self.lang, outline.files
        if not files:
            return Words(say(lang.gettext("Nothing of this can be printed."), WRONG))
        count = sum(len(line.pages) for line in files)
        told = [
            lang.ngettext("{n} file", "{n} files", len(files)).format(n=lang.number(len(files))),
            lang.ngettext("{n} page", "{n} pages", count).format(n=lang.number(count)),
        ]
        paper = self.library.theme.papers[self.wish.paper].name
        sheets = sum(line.sheets for line in files)
        on = lang.ngettext("{n} sheet of {paper}", "{n} sheets of {paper}", sheets)
        told.append(on.format(n=lang.number(sheets), paper=paper))
        return Words(say(", ".join(told) + ".", STRONG))

    def _looked_at(self) -> list[Block]:
        """The file that was drawn to be looked at, where nobody can see it yet."""
        lang, looked = self.lang, self._looked
        if self.busy:
            return [Words(say(lang.gettext("The file is being drawn …"), MARK))]
        if isinstance(looked, CekDuluError):
            return [self.warned(lang.tell(looked.what)), Words(say(lang.tell(looked.mend)), gap=0)]
        if looked is None or self._shown:
            return []
        told = lang.gettext("No program that shows it was found here. Open it yourself.")
        return [Words(say(told, MARK)), Words(say(str(looked)), gap=0)]

    def _warnings(self, outline: Outline) -> list[Block]:
        lang, blocks = self.lang, []
        if stale := dict.fromkeys(one for line in outline.files for one in line.stale):
            told = lang.gettext(
                "Checked too long ago, so “{stamp}” will stand beside them: {names}."
            )
            names, stamp = ", ".join(map(self._named, stale)), lang.gettext("CHECK AGAIN")
            blocks.append(self.warned(told.format(names=names, stamp=stamp)))
        if foreign := sum(line.untranslated for line in outline.files):
            told = lang.ngettext(
                "{n} text is not translated yet: another language stands in, marked.",
                "{n} texts are not translated yet: another language stands in, marked.",
                foreign,
            )
            blocks.append(self.warned(told.format(n=lang.number(foreign))))
        return [*blocks]

    def _named(self, record: str) -> str:
        """A help line by its name and number; a fact by its id, as it has no shorter name."""
        contact = self.library.contacts.get(record)
        if contact is None:
            return record
        return f"{self.plain(contact.name)} {contact.number}"

    def _file(self, at: int, line: FileLine) -> list[Block]:
        """A file to look at, its pages, and how its sheets are turned."""
        lang, library = self.lang, self.library
        # A trainer may have changed the files since they were laid out.
        product = library.products.get(line.product)
        title = self.plain(product.title) if product is not None else line.product
        there = (library.lessons.get(one) for one in line.lessons)
        lessons = [self.plain(one.title) for one in there if one is not None]
        about = joined(
            say(title, STRONG), say(f": {', '.join(lessons)}" if lessons else ""),
            say(f" ({own_name(line.lang)})", QUIET),
        )  # fmt: skip
        edition = lang.gettext("Edition {code}")
        told = [words.sheets(line, lang), words.copies(line, lang)]
        blocks: list[Block] = [
            Row(line.file, about, at, gap=1),
            self.quiet("; ".join(one for one in told if one) + ".", INDENT + "  "),
            self.quiet(words.pages(line, lang) + ".", INDENT + "  "),
            self.quiet(edition.format(code=line.edition), INDENT + "  "),
        ]
        return blocks

    def where(self) -> str:
        """What choosing does."""
        if self.outline is None or not self.outline.files:
            return ""
        return self.lang.gettext("Enter on a file: look at it first.")

    def label(self, action: Action) -> str:
        """Going on is printing; choosing a file is looking at it."""
        _ = self.lang.gettext
        if action is actions.PRINT_ON:
            return _("Print")
        if action is actions.PICK:
            return _("Print") if self.sheet.caret == NEXT else _("Look at it")
        return super().label(action)

    def possible(self, action: str) -> bool:
        """Choosing and printing need something to print."""
        there = self.outline is not None and bool(self.outline.files)
        return there or action not in (
            actions.PICK.name, actions.PRINT_ON.name, actions.NUMBER.name
        )  # fmt: skip

    # What keys do

    def chosen(self, key: str) -> None:
        """Look at a file, or print."""
        if key == NEXT:
            self.action_print_on()
        elif not self.busy:
            door, library, wish = self.wishes.door, self.library, self.wish
            self.work(lambda _: door.sample(library, wish, key))
            self.draw()

    def action_print_on(self) -> None:
        """Print: the last step, in place of this one."""
        if self.busy:
            return
        from toolkit.screen.printing.made import MadeScreen

        self.app.switch_screen(MadeScreen(self.wishes, self.outline))

    def action_leave(self) -> None:
        """One step back; what is still being laid out need not be."""
        self.stopped.set()
        super().action_leave()
