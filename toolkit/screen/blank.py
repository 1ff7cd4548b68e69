"""The hidden screen: black, whatever theme is on, with nothing to read on it."""

from __future__ import annotations

from textual.screen import Screen

from toolkit.screen import actions
from toolkit.screen.actions import bindings
from toolkit.screen.shared import SharedApp


class Blank(Screen[None], inherit_bindings=False):
    """Black. The keys that opened it bring the screen back, and so does Esc; a click does not."""

    BINDINGS = bindings(actions.BLANK, actions.LEAVE, actions.QUIT)
    app: SharedApp

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's door
        """Textual asks here."""
        return self.app.allows(action)

    def action_blank(self) -> None:
        """Bring the screen back."""
        self.app.pop_screen()

    def action_leave(self) -> None:
        """Bring the screen back."""
        self.app.pop_screen()

    def action_quit(self) -> None:
        """Quit from here too."""
        self.app.leave(0)
