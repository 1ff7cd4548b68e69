"""Sessions that were left open: go on with one, end it and keep what there is, or begin another."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from textual.content import Content

from toolkit.errors import Breakdown
from toolkit.records.kept_session import OpenSession
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import BaseScreen
from toolkit.screen.hall.words import part_words
from toolkit.screen.layout import Block, Fold, Row, Words
from toolkit.screen.prose import MARK, QUIET, STRONG, joined, say
from toolkit.session.run import Impossible

GO_ON, END, OTHER = "/go_on ", "/end ", "/other"
"""Beginnings of the keys of rows, before the session's name."""


class LeftOpenScreen(BaseScreen):
    """The sessions, the newest first, each with what can be done with it."""

    BINDINGS = bindings(actions.PICK, actions.NUMBER, actions.LEAVE)

    def __init__(self, left: tuple[OpenSession, ...]) -> None:
        super().__init__()
        self._left = {one.uid: one for one in left}
        self._sure = ""
        """The session that is ended if it is chosen once more."""

    def heading(self) -> str:
        """What this is about."""
        return self.lang.ngettext(
            "A session was left open", "Sessions were left open", len(self._left)
        )

    def blocks(self) -> list[Block]:
        """The sessions, then another one."""
        blocks: list[Block] = []
        number = 0
        for one in self._left.values():
            blocks += self._about(one)
            for key, words in self._offers(one):
                number += 1
                blocks.append(Row(key, words, number))
        other = say(self.lang.gettext("Begin another session"))
        return [*blocks, Row(OTHER, other, number + 1, gap=1), Fold()]

    def _about(self, left: OpenSession) -> list[Block]:
        lang = self.lang
        if left.hall is None:
            place = say(lang.gettext("A session that cannot be read any more"), STRONG)
        else:
            people = lang.ngettext("{n} person", "{n} people", left.heads)
            told = [self._day(left.day), people.format(n=lang.number(left.heads))]
            place = joined(say(left.village, STRONG), say("  " + ", ".join(told)))
        blocks: list[Block] = [Words(place)]
        if left.hall is not None:
            at = part_words(left.hall.step, left.hall.steps, self.voice)
            stands = lang.gettext("It stands at: {part}.").format(part=at)
            blocks.append(Words(say(stands, QUIET), gap=0))
        if left.trouble is not None:
            sign = say(self.app.signs.warning + " ", MARK)
            blocks.append(Words(say(lang.tell(left.trouble), MARK), sign, gap=0))
        return blocks

    def _day(self, day: str) -> str:
        try:
            return self.lang.day(date.fromisoformat(day))
        except ValueError:
            return day

    def _offers(self, left: OpenSession) -> list[tuple[str, Content]]:
        _ = self.lang.gettext
        offers = [(f"{GO_ON}{left.uid}", say(_("Go on"), STRONG))] if left.fits else []
        end = say(_("End it, and keep what there is"))
        if not left.fits:
            end = say(_("Do not offer it any more"))
        if left.uid == self._sure:
            end = say(_("Yes, end it: it cannot be gone on with afterwards"), MARK)
        return [*offers, (f"{END}{left.uid}", end)]

    def label(self, action: Action) -> str:
        """Esc leads home."""
        leaving = action is actions.LEAVE
        return self.lang.gettext("Lessons") if leaving else super().label(action)

    def chosen(self, key: str) -> None:
        """Go on, end, or begin another."""
        if key == OTHER:
            self.app.set_up_session()
        elif key.startswith(GO_ON):
            self._go_on(self._left[key.removeprefix(GO_ON)])
        elif key.removeprefix(END) != self._sure:
            self._sure = key.removeprefix(END)
            self.draw(key)
        else:
            self._end(self._left[self._sure])

    def _go_on(self, left: OpenSession) -> None:
        try:
            self.app.go_on_with_session(left)
        except Breakdown as trouble:
            self._tell(trouble)
        except Impossible:
            self._look_again()

    def _end(self, left: OpenSession) -> None:
        try:
            with suppress(Impossible):
                # Another window may have ended it by now.
                self.app.end_session(left)
        except Breakdown as trouble:
            self._tell(trouble)
            return
        self._look_again()

    def _tell(self, trouble: Breakdown) -> None:
        self.app.notice = (trouble.what, trouble.mend)
        self.draw()

    def _look_again(self) -> None:
        """What is left open now; without any, another session is set up."""
        self._sure = ""
        self._left = {one.uid: one for one in self.app.left_open()}
        if self._left:
            self.draw(from_top=True)
        else:
            self.app.set_up_session()
