"""The yardstick: the smallest Textual apps that put the same words on the screen.

bare.py start            Header, Footer and one line
bare.py turn FILE        one Static; the right arrow shows the next of the pages in FILE
"""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Footer, Header, Static


class Start(App[None]):
    """Header, Footer, and a line."""

    BINDINGS: ClassVar = [("f10", "quit", "Leave")]

    def compose(self) -> ComposeResult:
        """All there is."""
        yield Header()
        yield Static("Bare and ready")
        yield Footer()


class Turn(App[None]):
    """One Static that is updated."""

    BINDINGS: ClassVar = [("right", "turn", ""), ("f10", "quit", "")]

    def __init__(self, pages: list[str]) -> None:
        super().__init__()
        self._pages = [Content(page) for page in pages]
        self._at = 0

    def compose(self) -> ComposeResult:
        """All there is."""
        yield Static(self._pages[0])

    def action_turn(self) -> None:
        """The next page, and after the last one the first."""
        self._at = (self._at + 1) % len(self._pages)
        self.query_one(Static).update(self._pages[self._at])


if __name__ == "__main__":
    if sys.argv[1] == "start":
        Start().run()
    else:
        import json
        from pathlib import Path

        Turn(json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))).run()
