"""What the steps of printing share: the wishes, the number of the step, the way on and back."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events

from toolkit.errors import CekDuluError
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import BaseScreen
from toolkit.screen.frame import Key
from toolkit.screen.layout import Block, Words
from toolkit.screen.printing.wishes import Wishes
from toolkit.screen.prose import MARK, QUIET, WRONG, say

NEXT = "/next"
"""The key of the last row, which leads on."""

DOING = {
    "enter": "pick", "space": "pick", "down": "down", "up": "up", "tab": "down", "shift+tab": "up",
    "pagedown": "print_on", **{str(one): f"number({one})" for one in range(10)},
}  # fmt: skip
"""What keys do on every step."""


class StepScreen(BaseScreen):
    """One of the steps, each over the one before. `step` is its number, from 1."""

    BINDINGS = bindings(actions.PICK, actions.PRINT_ON, actions.LEAVE)
    prints = True
    """Is it closed with all other screens of printing?"""
    step = 1
    doing = DOING
    labels: tuple[str, ...] = ()
    """All that Enter may be called here, as message ids."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__()
        self.wishes = wishes

    def heading(self) -> str:
        """What this is, and which of the steps."""
        told = self.lang.gettext("Print: step {n} of {m}")
        return told.format(n=self.step, m=3)

    def label(self, action: Action) -> str:
        """Esc leads one step back."""
        return self.lang.gettext("Back") if action is actions.LEAVE else super().label(action)

    def widest_foot(self) -> list[Key]:
        """As on the line where Enter is called by the longest of its names."""
        if not self.labels:
            return []
        widest = max(map(self.lang.gettext, self.labels), key=cell_len)
        return [self._key(one, widest if one is actions.PICK else "") for one in self.footed()]

    def on_sheet_moved(self) -> None:
        """What Enter does depends on the line."""
        self.draw_foot()
        super().on_sheet_moved()

    def warned(self, words: str, gap: int = 1) -> Words:
        """A warning."""
        return Words(say(words, MARK), say(f"{self.app.signs.warning} ", MARK), gap)

    def failed(self, failures: Sequence[tuple[str, CekDuluError]]) -> list[Block]:
        """Files that cannot be printed, each with why and how to mend it."""
        blocks: list[Block] = []
        sign = say(f"{self.app.signs.wrong} ", WRONG)
        indent = say(" " * sign.cell_length)
        for file, trouble in failures:
            told = self.lang.gettext("{file} cannot be printed:").format(file=file)
            blocks.append(Words(say(told, WRONG), sign))
            blocks.append(Words(say(self.lang.tell(trouble.what)), indent, 0))
            blocks.append(Words(say(self.lang.tell(trouble.mend)), indent, 0))
        return blocks

    def quiet(self, words: str, first: str = "", gap: int = 0) -> Words:
        """A line of small importance."""
        return Words(say(words, QUIET), say(first, QUIET), gap)

    # What keys do

    async def on_key(self, event: events.Key) -> None:
        """Each key in its turn, and on the step that the keys before it have led to.

        Bindings are looked at later, by the app; who types quickly must not go on without
        what was chosen last.
        """
        over = self.app.screen
        if over is not self and isinstance(over, StepScreen):
            over.post_message(events.Key(event.key, event.character))
        elif self.typed(event):
            pass
        elif event.key in self.doing:
            await self.run_action(self.doing[event.key])
        else:
            return
        event.stop()
        event.prevent_default()

    def typed(self, event: events.Key) -> bool:  # noqa: ARG002 - there is a field on one step only
        """Was a key typed into a field?"""
        return False

    def action_pick(self) -> None:
        """Choose the row at the caret, before the next key is looked at."""
        if self.sheet.caret:
            self.chosen(self.sheet.caret)

    def action_number(self, number: int) -> None:
        """Choose a row by its number, before the next key is looked at."""
        if key := self.go_by_digit(number):
            self.chosen(key)

    def action_print_on(self) -> None:
        """Go on to the next step."""
        raise NotImplementedError
