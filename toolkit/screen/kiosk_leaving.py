"""The way out of the kiosk: the trainer's passphrase, asked calmly, and slower after each wrong one."""

from __future__ import annotations

import math
from collections.abc import Callable

from textual.app import ComposeResult
from textual.widgets import Input

from toolkit.screen.base import AsideScreen
from toolkit.screen.layout import Block, Words
from toolkit.screen.prose import MARK, say

LONGEST = 60
"""Seconds; the longest that anybody has to wait after a wrong passphrase."""


class Leaving:
    """Whether somebody may leave, and from when on they may be asked again.

    After the first wrong passphrase two seconds must pass, and after each further one
    twice as many as before.
    """

    def __init__(self, fits: Callable[[str], bool], now: Callable[[], float]) -> None:
        self._fits = fits
        self._now = now
        self.granted = False
        """Has the passphrase been given?"""
        self._wrong = 0
        self._again_at = 0.0

    @property
    def was_wrong(self) -> bool:
        """Was the last one that was tried wrong?"""
        return self._wrong > 0

    @property
    def seconds_to_wait(self) -> int:
        """How long nobody is asked, from now on."""
        return max(math.ceil(self._again_at - self._now()), 0)

    def may_leave(self, words: str) -> bool:
        """Is this the passphrase? While one has to wait, nothing is."""
        if self.seconds_to_wait:
            return False
        if self._fits(words):
            self.granted = True
            return True
        self._wrong += 1
        self._again_at = self._now() + min(2**self._wrong, LONGEST)
        return False


class PassphraseScreen(AsideScreen):
    """Asks for the passphrase. What is typed is never shown, and gone once one looks away."""

    AUTO_FOCUS = "Input"

    def __init__(self, leaving: Leaving) -> None:
        super().__init__()
        self.field = Input(password=True)
        self._leaving = leaving

    def heading(self) -> str:
        """Whom it is for."""
        return self.lang.gettext("For the trainer")

    def compose(self) -> ComposeResult:
        """The field stands between the top and the sheet."""
        yield self.top
        yield self.field
        yield self.sheet
        yield self.foot

    def blocks(self) -> list[Block]:
        """What to do; after a wrong one, how long to wait."""
        lang, seconds = self.lang, self._leaving.seconds_to_wait
        self.field.placeholder = lang.gettext("The passphrase")
        told = lang.gettext("Type the passphrase and press Enter: the kiosk ends. Esc goes back.")
        blocks: list[Block] = [Words(say(told))]
        if self._leaving.was_wrong:
            wrong = lang.gettext("That was not the passphrase.")
            blocks.append(Words(say(wrong, MARK)))
        if seconds:
            wait = lang.ngettext(
                "Please wait {n} second, then type it again.",
                "Please wait {n} seconds, then type it again.",
                seconds,
            ).format(n=seconds)
            blocks.append(Words(say(wait), gap=0))
        return blocks

    def on_input_submitted(self) -> None:
        """Leave with the right passphrase; with any other, wait."""
        words = self.field.value
        self.field.clear()
        if words and self._leaving.may_leave(words):
            self.app.leave(0)
        else:
            self.draw()

    def on_screen_suspend(self) -> None:
        """What was half typed is not for the next person."""
        self.field.clear()
