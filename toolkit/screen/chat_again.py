"""A chat that is played by itself, once more or together: what was said lives on its screen only."""

from __future__ import annotations

from toolkit.content.quiz import Chat
from toolkit.content.text import Text
from toolkit.screen import actions
from toolkit.screen.actions import Action
from toolkit.screen.chat import TalkScreen
from toolkit.session.chat import Talk, Talking, talking


class LooseTalk(TalkScreen):
    """A chat that is part of no run: nothing of it is kept, and it closes to where one was."""

    def __init__(self, chat: Chat) -> None:
        super().__init__()
        self._chat = chat
        self._scenario = self.library.scenarios[chat.scenario]
        self._talk: Talk = ()

    @property
    def now(self) -> Talking:
        """Where the talk is."""
        return talking(self._scenario, self._talk)

    @property
    def ask(self) -> Text | None:
        """What its question asks."""
        return self._chat.ask

    def talk(self, talk: Talk) -> None:
        """Something was answered, or taken back."""
        self._talk = talk
        self.draw(from_top=True)

    def go_on(self) -> None:
        """Back to where one was."""
        self.app.pop_screen()


class ChatAgainScreen(LooseTalk):
    """The chat of a lesson, from its result."""

    def after_it(self) -> str:
        """The result."""
        return self.lang.gettext("To the result")

    def label(self, action: Action) -> str:
        """Esc leads to the result, too."""
        return self.after_it() if action is actions.LEAVE else super().label(action)
