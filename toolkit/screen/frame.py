"""What frames every sheet: a line at the top, and at the foot where-am-I and the keys.

The stock footer scrolls sideways where it is too narrow, and so hides keys from the
people who need them most; this one breaks into lines instead, and a click on a key
is that key.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from toolkit.screen.prose import BAR, CARET, MARK, STRONG, joined, say
from toolkit.screen.sheet import Painted


class Top(Painted):
    """One line: the app's name and what this screen is; at its right end, what else to know."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = ("", "", "")

    def show(self, title: str, name: str = "Cek Dulu", besides: str = "") -> None:
        """Name the screen."""
        if self._shown != (title, name, besides):
            self._shown = (title, name, besides)
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is only one
        """The line; what stands at the right is never cut off for the title."""
        title, name, besides = self._shown
        left = joined(say(f" {name} ", STRONG), say(f"| {title}"))
        right = say(f" {besides} ", STRONG) if besides else Content("")
        room = max(self.size.width - right.cell_length, 0)
        if left.cell_length > room:
            left = left.truncate(room, ellipsis=True)
        return Strip(self.paint(left, room, BAR) + self.paint(right, right.cell_length, BAR))


@dataclass(frozen=True, slots=True)
class Key:
    """A key in the footer: how it is written, what it does, and the action to run."""

    shown: str
    label: str
    action: str


@dataclass(frozen=True, slots=True)
class _Spot:
    y: int
    start: int
    end: int
    action: str


class Foot(Painted):
    """Where am I, is there more below, and the keys that act here."""

    @dataclass
    class Pressed(Message):
        """A key of the footer was clicked."""

        action: str

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[Key] = []
        self._where = ""
        self._more = ""
        self._nudge = ""
        self._lines: list[Content] = []
        self._spots: list[_Spot] = []
        self._widest: list[Key] = []
        self._height = 0

    def show(self, keys: list[Key], widest: list[Key], where: str, more: str) -> None:
        """Show these keys, where the learner is and what is out of sight; a nudge is over.

        The foot is always as tall as the `widest` keys of its screen need, so that the
        page above does not jump when a key comes or goes.
        """
        before = (self._keys, self._where, self._more, self._nudge)
        self._keys, self._where, self._more, self._nudge = keys, where, more, ""
        self._widest = widest
        if before == (keys, where, more, ""):
            return
        height = self._height
        self._lay_out(self.size.width)
        self.refresh(layout=self._height != height)

    def hint(self, more: str) -> None:
        """Say whether there is more below or above."""
        if more != self._more:
            self._more = more
            self.refresh()

    def nudge(self, words: str) -> None:
        """Say why a key did nothing, until the next key that does something."""
        self._nudge = words
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's door
        """One line of where-am-I, and as many as the keys need."""
        self._lay_out(width)
        return 1 + self._height

    def _lay_out(self, width: int) -> None:
        widest, _ = _broken(self._widest, width)
        self._lines, self._spots = _broken(self._keys, width)
        self._height = max(len(self._lines), len(widest))

    def render_line(self, y: int) -> Strip:
        """Where-am-I first, then the keys. Beside a long one only the sign says that there is more."""
        width = self.size.width
        if y > 0:
            content = self._lines[y - 1] if y <= len(self._lines) else Content("")
            return Strip(self.paint(content, width), width)
        left = say(f" {self._nudge}", MARK) if self._nudge else say(f" {self._where}")
        right = say(f" {self._more} ", STRONG) if self._more else Content("")
        if self._more and left.cell_length + right.cell_length > width:
            right = say(f" {self._more.partition(' ')[0]} ", STRONG)
        room = width - right.cell_length
        return Strip(self.paint(left, room) + self.paint(right, right.cell_length), width)

    def on_click(self, event: events.Click) -> None:
        """A click on a key is that key, and so is a double click; the hint shows what is below."""
        if event.chain > 1:
            return
        if event.y == 0:
            self.post_message(self.Pressed("sheet_down"))
        for spot in self._spots:
            if spot.y == event.y and spot.start <= event.x < spot.end:
                self.post_message(self.Pressed(spot.action))


def _broken(keys: list[Key], width: int) -> tuple[list[Content], list[_Spot]]:
    """Keys broken into lines, and where each of them stands."""
    lines: list[Content] = []
    spots: list[_Spot] = []
    line: list[Content] = []
    x = 1
    for key in keys:
        wide = len(key.shown) + len(key.label) + 3
        if line and x + wide > width:
            lines.append(joined(" ", *line))
            line, x = [], 1
        line += [say(f" {key.shown} ", CARET), say(f"{key.label} ")]
        spots.append(_Spot(len(lines) + 1, x, x + wide, key.action))
        x += wide
    return [*lines, joined(" ", *line)], spots
