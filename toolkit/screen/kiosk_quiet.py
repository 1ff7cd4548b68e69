"""The kiosk after a quiet time: is somebody still there? Any key stays."""

from __future__ import annotations

from toolkit.screen.actions import Action
from toolkit.screen.base import BaseScreen
from toolkit.screen.layout import Block, Words
from toolkit.screen.prose import MARK, STRONG, say


class QuietScreen(BaseScreen):
    """The countdown, over what was on the screen and in place of it."""

    def __init__(self, seconds: int) -> None:
        super().__init__()
        self._seconds = seconds

    def heading(self) -> str:
        """The question."""
        return self.lang.gettext("Are you still there?")

    def blocks(self) -> list[Block]:
        """What will happen, when, and how to stay."""
        lang, seconds = self.lang, self._seconds
        told = lang.ngettext(
            "In {n} second this goes back to the start, for the next person.",
            "In {n} seconds this goes back to the start, for the next person.",
            seconds,
        ).format(n=seconds)
        return [
            Words(say(lang.gettext("Are you still there?"), MARK)),
            Words(say(lang.gettext("Press any key to stay where you are."), STRONG), gap=2),
            Words(say(told), gap=2),
        ]

    def count(self, seconds: int) -> None:
        """So many seconds are left."""
        self._seconds = seconds
        self.draw()

    def footed(self) -> list[Action]:
        """No key does anything else here."""
        return []
