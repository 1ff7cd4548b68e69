"""The strip: the facilitator's lines below those of the room, under a rule that tells the time."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip as Line

from toolkit.screen.layout import NARROW, hung
from toolkit.screen.prose import BAR
from toolkit.screen.sheet import Painted

LEAST, MOST = 3, 6
"""Lines below the rule on a small screen; a tall one has room for more."""


class Strip(Painted):
    """Paragraphs under a rule. What does not fit is scrolled to, or the strip is opened whole."""

    def __init__(self) -> None:
        super().__init__()
        self._rule: tuple[str, str] = ("", "")
        self._paragraphs: list[Content] = []
        self._lines: list[Content] = []
        self._top = 0
        self._room = 0

    def show(
        self, rule: tuple[str, str], paragraphs: list[Content], room: int, from_top: bool
    ) -> None:
        """Show these paragraphs on `room` lines; `rule` is what stands at its left and its right."""
        before = (self._rule, self._lines, self._top)
        if from_top:
            self._top = 0
        self._room = room
        self._rule, self._paragraphs = rule, paragraphs
        self._lay_out()
        if before != (self._rule, self._lines, self._top):
            self.refresh()

    def tick(self, rule: tuple[str, str]) -> None:
        """Only the rule has changed, as the time has."""
        if rule != self._rule:
            self._rule = rule
            self.refresh()

    def wanted(self, paragraphs: list[Content], width: int) -> int:
        """How many lines these paragraphs need."""
        return sum(len(hung(_INDENT, one, _measure(width))) for one in paragraphs)

    @property
    def below(self) -> int:
        """How many lines are out of sight below."""
        return max(len(self._lines) - self._top - self._room, 0)

    @property
    def above(self) -> int:
        """How many lines are out of sight above."""
        return self._top

    def scroll_by(self, lines: int) -> bool:
        """Scroll as far as there is something to see; did anything move?"""
        furthest = max(len(self._lines) - self._room, 0)
        top = min(max(self._top + lines, 0), furthest)
        if top == self._top:
            return False
        self._top = top
        self.refresh()
        return True

    def _lay_out(self) -> None:
        width = _measure(self.size.width)
        self._lines = [line for one in self._paragraphs for line in hung(_INDENT, one, width)]
        self._top = min(self._top, max(len(self._lines) - self._room, 0))

    def on_resize(self) -> None:
        """Lay out anew for the new width."""
        self._lay_out()
        self.refresh()

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.scroll_by(2)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.scroll_by(-2)

    def render_line(self, y: int) -> Line:
        """The rule, then the lines."""
        width = self.size.width
        if y == 0:
            return Line(self._ruled(width), width)
        at = self._top + y - 1
        left = max((width - NARROW) // 2 - 1, 0)
        content = Content(" " * left)
        if at < len(self._lines):
            content = Content("").join([content, self._lines[at]])
        return Line(self.paint(content, width), width)

    def _ruled(self, width: int) -> list[Segment]:
        left, right = (f" {words} " if words else "" for words in self._rule)
        room = max(width - cell_len(left) - 1, 0)
        if cell_len(right) > room:
            right = Content(right).truncate(room, ellipsis=True).plain
        return self.paint(Content(left + " " * (room - cell_len(right)) + right), width, BAR)


_INDENT = Content(" ")


def _measure(width: int) -> int:
    return min(max(width - 2, 10), NARROW)
