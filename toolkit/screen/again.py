"""A lesson was gone through weeks ago: see what is remembered, or read it again. Only the lesson is named."""

from __future__ import annotations

from toolkit.screen import actions
from toolkit.screen.actions import Action, bindings
from toolkit.screen.base import BaseScreen
from toolkit.screen.layout import Block, Fold, Row, Words
from toolkit.screen.prose import STRONG, say
from toolkit.session.remembering import offered, to_remember

REMEMBER, WHOLE, HOME = "remember", "whole", "home"


class AgainScreen(BaseScreen):
    """The offer."""

    BINDINGS = bindings(actions.PICK, actions.NUMBER, actions.LEAVE)

    def __init__(self, lesson: str) -> None:
        super().__init__()
        self._lesson = lesson

    def heading(self) -> str:
        """What this is about."""
        return self.lang.gettext("Still remembered?")

    def blocks(self) -> list[Block]:
        """The lesson and the offer."""
        _ = self.lang.gettext
        lesson = self.library.lessons[self._lesson]
        many = len(to_remember(self._lesson, self.library))
        blocks: list[Block] = [
            Words(self.prose(lesson.title, STRONG)),
            Words(say(_("This lesson was read here some weeks ago."))),
        ]
        offers = (
            (REMEMBER, offered(many, self.lang)),
            (WHOLE, _("The whole lesson once more")),
            (HOME, _("Choose something else")),
        )
        for number, (key, words) in enumerate(offers, 1):
            blocks.append(Row(key, say(words), number, gap=1))
        return [*blocks, Fold()]

    def label(self, action: Action) -> str:
        """Esc leads to the lessons."""
        leaving = action is actions.LEAVE
        return self.lang.gettext("Lessons") if leaving else super().label(action)

    def chosen(self, key: str) -> None:
        """Ask what is remembered, begin the lesson, or go home."""
        match key:
            case "remember":
                self.app.remember(self._lesson)
            case "whole":
                self.app.begin(self._lesson)
            case _:
                self.app.pop_screen()
