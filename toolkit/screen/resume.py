"""A lesson was left in the middle: go on, or start fresh. Only the lesson is named."""

from __future__ import annotations

from toolkit.records.journal import Unfinished
from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import BaseScreen
from toolkit.screen.layout import Block, Fold, Row, Words
from toolkit.screen.prose import STRONG, say

GO_ON, FRESH, HOME = "go_on", "fresh", "home"


class ResumeScreen(BaseScreen):
    """The offer. Where the lesson was changed since, only a fresh start is offered."""

    BINDINGS = bindings(actions.PICK, actions.NUMBER, actions.LEAVE)

    def __init__(self, unfinished: Unfinished, fits: bool) -> None:
        super().__init__()
        self._unfinished = unfinished
        self._fits = fits

    def heading(self) -> str:
        """What this is about."""
        return self.lang.gettext("A lesson was left in the middle")

    def blocks(self) -> list[Block]:
        """The lesson and the offer."""
        _ = self.lang.gettext
        lesson = self.library.lessons[self._unfinished.lesson]
        blocks: list[Block] = [Words(self.prose(lesson.title, STRONG))]
        offers = [(FRESH, _("Start this lesson fresh")), (HOME, _("Choose something else"))]
        if self._fits:
            blocks.append(Words(say(_("Go on where it was left?"))))
            offers.insert(0, (GO_ON, _("Go on")))
        else:
            blocks.append(
                Words(
                    say(
                        _(
                            "The lesson has been changed since. It cannot go on in the middle, "
                            "but it can be started fresh."
                        )
                    )
                )
            )
        for number, (key, words) in enumerate(offers, 1):
            blocks.append(Row(key, say(words), number, gap=1))
        return [*blocks, Fold()]

    def label(self, action: Action) -> str:
        """Esc leads to the lessons."""
        leaving = action is actions.LEAVE
        return self.lang.gettext("Lessons") if leaving else super().label(action)

    def chosen(self, key: str) -> None:
        """Go on, start fresh, or go home."""
        match key:
            case "go_on":
                self.app.go_on(self._unfinished)
            case "fresh":
                self.app.begin(self._unfinished.lesson)
            case _:
                self.app.pop_screen()
