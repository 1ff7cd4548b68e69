"""A chat that a room plays together: read out, decided by hands, and nothing of it is kept.

It opens over a running session; whoever leaves it finds the session at the same step.
"""

from __future__ import annotations

from toolkit.screen import actions
from toolkit.screen.actions import bindings
from toolkit.screen.chat_again import LooseTalk
from toolkit.screen.hall.dialogs import DialogScreen
from toolkit.screen.layout import Block, Fold, Row, Words
from toolkit.screen.prose import QUIET, STRONG, say
from toolkit.session.chat import chats_for


class ChatsScreen(DialogScreen):
    """Which chat? Those of the session's lessons stand first."""

    BINDINGS = bindings(actions.PICK, actions.NUMBER)

    def __init__(self, lessons: tuple[str, ...]) -> None:
        super().__init__()
        self._chats = {one.scenario: one for one in chats_for(lessons, self.library)}

    def heading(self) -> str:
        """What it is about."""
        return self.lang.gettext("A made-up chat, for practice")

    def blocks(self) -> list[Block]:
        """The chats by their titles, and how a room plays one."""
        _ = self.lang.gettext
        how = _("You read it out, the room decides by show of hands. Nothing of it is kept.")
        rows = [
            Row(one, self.prose(self.library.scenarios[one].title), at, gap=1 if at == 1 else 0)
            for at, one in enumerate(self._chats, 1)
        ]
        return [Words(say(_("Which chat?"), STRONG)), Words(say(how, QUIET), gap=0), *rows, Fold()]

    def chosen(self, key: str) -> None:
        """Play it in the place of the list."""
        self.app.switch_screen(HallChatScreen(self._chats[key]))


class HallChatScreen(LooseTalk, DialogScreen):
    """A chat played by a room."""

    def how(self) -> str:
        """How the room decides."""
        return self.lang.gettext("What do we answer? Type the number with the most hands.")

    def after_it(self) -> str:
        """Back to where the session is."""
        return self.lang.gettext("Back to the session")
