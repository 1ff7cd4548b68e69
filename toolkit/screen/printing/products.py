"""The first step of printing: which products."""

from __future__ import annotations

from dataclasses import replace

from toolkit.language import N_
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.layout import NOTHING, Block, Fold, Held, Lengths, Row, Words
from toolkit.screen.printing.step import NEXT, StepScreen
from toolkit.screen.prose import MARK, QUIET, STRONG, joined, say

VILLAGES = "cekdulu print leaflet --villages villages.csv --out DIR"
"""The command that prints for many villages, as it is typed."""


class ProductsScreen(StepScreen):
    """All that the library can print, to be ticked."""

    BINDINGS = bindings(actions.NUMBER)
    labels = (N_("Choose"), N_("Next"))

    def on_mount(self) -> None:
        """While somebody reads the list, open the shop."""
        self.wishes.warm()
        super().on_mount()

    def blocks(self) -> list[Block]:
        """The products, the way on, and how it is done for all villages."""
        _, signs, chosen = self.lang.gettext, self.app.signs, self.wishes.form.products
        products = self.library.products.values()
        if not products:
            return [Words(say(_("There is nothing to print in this library.")))]
        blocks: list[Block] = [
            Words(say(_("What shall be printed? Choose all that you need."), STRONG))
        ]
        rows = []
        for at, one in enumerate(products, 1):
            taken = one.id in chosen
            sign = say(signs.chosen, MARK) if taken else say(signs.open)
            title = self.prose(one.title, STRONG if taken else "")
            rows.append(Row(one.id, title, at, sign, self.prose(one.about, QUIET), gap=1))
        blocks.append(Lengths((tuple(rows), tuple(map(self._shorter, rows)))))
        told = joined(say(_("Next"), STRONG), say("  " + self._counted(), QUIET))
        blocks += [Held((Row(NEXT, told, gap=1),)), Fold()]
        villages = _("For all villages at once there is a command:")
        return [*blocks, self.quiet(villages, gap=1), self.quiet(VILLAGES, "  ")]

    def _shorter(self, row: Row) -> Row:
        """What a product is for is said where the caret is, if there is no room to say it of all."""
        below = row.below if row.key == self.sheet.caret else NOTHING
        return replace(row, below=below, gap=0)

    def on_sheet_moved(self) -> None:
        """Say what the product is for to which the caret has come."""
        self.draw(self.sheet.caret)
        super().on_sheet_moved()

    def _counted(self) -> str:
        chosen = len(self.wishes.form.products)
        if not chosen:
            return self.lang.gettext("nothing is chosen yet")
        return self.lang.gettext("{n} chosen").format(n=self.lang.number(chosen))

    def where(self) -> str:
        """What is asked."""
        return self.lang.gettext("Space: take it, or leave it out.")

    def label(self, action: Action) -> str:
        """Enter ticks, and on the last line goes on; Esc leads to the lessons."""
        if action is actions.LEAVE:
            return self.lang.gettext("Lessons")
        if action is actions.PICK and self.sheet.caret == NEXT:
            return self.lang.gettext("Next")
        return super().label(action)

    def chosen(self, key: str) -> None:
        """Tick a product, or go on."""
        if key == NEXT:
            self.action_print_on()
            return
        wishes = self.wishes
        wishes.change(wishes.form.ticked("products", key, self.library.products))
        self.draw()

    def action_print_on(self) -> None:
        """Ask how they are to be printed, if there are any."""
        if not self.wishes.form.products:
            self.foot.nudge(self.lang.gettext("First choose what shall be printed."))
            return
        from toolkit.screen.printing.setup import SetupScreen

        self.app.push_screen(SetupScreen(self.wishes))
