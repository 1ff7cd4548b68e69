"""The sheet: one widget that shows blocks, scrolls them and moves a caret over their rows.

Menus, answers, lesson pages and results are all sheets, so that keys, mouse, numbers
and signs are the same everywhere. It is drawn line by line and updated in place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from toolkit.screen.layout import (
    NOTHING,
    TEN,
    Beside,
    Block,
    Held,
    Lengths,
    Line,
    Row,
    height_of,
    lay_apart,
)
from toolkit.screen.prose import CARET, LOOKS


class Painted(Widget):
    """A widget that draws its lines itself, in the looks of `screen.tcss`."""

    COMPONENT_CLASSES = {f"look--{look}" for look in LOOKS}  # noqa: RUF012 - Textual's own form
    ALLOW_SELECT = False

    def paint(self, content: Content, width: int, look: str = "") -> list[Segment]:
        """A line of content as exactly `width` cells, on the ground of a look."""
        base = self.get_visual_style(f"look--{look}") if look else self.visual_style
        if content.cell_length > width:
            content = content.truncate(width)
        drawn = content.render(base, end="", parse_style=self._look) if content else ()
        segments = [Segment(text, style.rich_style) for text, style in drawn]
        if rest := width - content.cell_length:
            segments.append(Segment(" " * rest, base.rich_style))
        return segments

    def _look(self, name: str | Style) -> Style:
        # Not `partial`: a partial style loses its ground where that is opaque (textual 8.2.8).
        return self.get_visual_style(f"look--{name}")


class Sheet(Painted):
    """Blocks on a scrolling sheet. Posts `Chosen` when a row is chosen."""

    @dataclass
    class Chosen(Message):
        """A row was chosen, by key or by mouse."""

        key: str

    @dataclass
    class Moved(Message):
        """What can be seen of the sheet has changed."""

    def __init__(self, caret_sign: str) -> None:
        super().__init__()
        self.caret = ""
        self._caret_sign = caret_sign
        self._blocks: list[Block] = []
        self._rows: list[Row] = []
        self._lines: list[Line] = []
        self._held: list[Line] = []
        """The lines at the bottom that stay where they are while the others are scrolled."""
        self._top = 0
        self._begun = 0
        """The first digit of a number of two, until the second."""

    def show(self, blocks: list[Block], caret: str | None = None, from_top: bool = False) -> None:
        """Show these blocks. The caret goes to `caret`, stays, or goes to the first row."""
        before = self._in_sight()
        self._blocks = blocks
        self._rows = list(_rows(blocks))
        keys = [row.key for row in self._rows]
        wanted = self.caret if caret is None else caret
        there = wanted if wanted in keys else keys[0] if keys else ""
        if there != self.caret:
            self.forget_digit()
        self.caret = there
        if from_top:
            self._top = 0
        self._lay_out()
        if caret is not None:
            self._keep_in_sight()
        # Only the lines that differ are drawn again: most of a tall screen is empty.
        lines = zip(before, self._in_sight(), strict=True)
        width = self.size.width
        changed = [Region(0, y, width, 1) for y, (was, now) in enumerate(lines) if was != now]
        if changed:
            self.refresh(*changed)

    def _in_sight(self) -> list[tuple[Line, bool]]:
        """Each line of the screen, and whether the caret is on it."""
        seen = self._lines[self._top : self._top + self.room]
        seen += [()] * (self.room - len(seen)) + self._held
        return [(line, any(p.key and p.key == self.caret for p in line)) for line in seen]

    @property
    def shows_caret(self) -> bool:
        """Is any of the row at the caret in sight?"""
        return any(at_caret for _, at_caret in self._in_sight())

    @property
    def room(self) -> int:
        """How many lines can be seen of those that are scrolled."""
        return self.size.height - len(self._held)

    @property
    def below(self) -> int:
        """How many lines are out of sight below."""
        return max(len(self._lines) - self._top - self.room, 0)

    @property
    def above(self) -> int:
        """How many lines are out of sight above."""
        return self._top

    def show_last(self, blocks: list[Block]) -> None:
        """Scroll to the end, but no further than where these last blocks of the sheet begin."""
        if self.size.width:
            begin = len(self._lines) - height_of(blocks, self.size.width)
            self.scroll_by(min(begin, len(self._lines) - self.room) - self._top)

    def scroll_by(self, lines: int) -> None:
        """Scroll, as far as there is something to see; a caret that was in sight stays there."""
        furthest = max(len(self._lines) - self.room, 0)
        top = min(max(self._top + lines, 0), furthest)
        if top != self._top:
            self.forget_digit()
            was_seen = self.shows_caret
            self._top = top
            if was_seen and not self.shows_caret:
                self._take_caret_along(first=lines > 0)
            self.refresh()
        self.post_message(self.Moved())

    def show_caret(self) -> bool:
        """Scroll to where the row at the caret can be seen. Was it out of sight?"""
        if self.shows_caret:
            return False
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())
        return True

    def _take_caret_along(self, *, first: bool) -> None:
        """To the first row that can be seen of those that are scrolled, or to the last."""
        seen = self._lines[self._top : self._top + self.room]
        keys = [part.key for line in seen for part in line if part.key]
        if keys:
            self.caret = keys[0 if first else -1]

    def move(self, step: int) -> None:
        """Move the caret by rows; past the last one, and without rows, scroll instead."""
        self._begun = 0
        keys = [row.key for row in self._rows]
        at = keys.index(self.caret) + step if self.caret in keys else -1
        held = any(part.key == self.caret for line in self._held for part in line)
        if not 0 <= at < len(keys) or not (held or self._near(keys[at])):
            self.scroll_by(step)
            return
        self.caret = keys[at]
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved())

    def choose(self) -> None:
        """Choose the row at the caret."""
        if key := self.taken():
            self.post_message(self.Chosen(key))

    def taken(self) -> str:
        """The key of the row at the caret, for a screen that takes it before the next key; or ""."""
        self._begun = 0
        return self.caret

    def go_by_digit(self, digit: int) -> str:
        """The caret to where a digit leads: to its row, or with the digit before to the row of both.

        Returns the key of the row; "" if there is none, or if another digit may follow, in which
        case `begun` is the number until then. Of ten rows the last is number 0.
        """
        rows = {row.number: row.key for row in self._rows if row.number}
        most = max(rows, default=0)
        number = self._begun * 10 + digit
        if number not in rows:
            number = TEN if most == TEN and not digit else digit
        self._begun = 0
        if number not in rows:
            return ""
        self.caret = rows[number]
        self._keep_in_sight()
        self.refresh()
        if most > TEN and number * 10 <= most:
            self._begun = number
            return ""
        return self.caret

    @property
    def begun(self) -> int:
        """The number that a second digit may yet become another one; 0 if none was begun."""
        return self._begun

    def forget_digit(self) -> None:
        """Something else came between: the next digit is a first one."""
        self._begun = 0

    def _choose(self, key: str) -> None:
        self.caret, self._begun = key, 0
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Chosen(key))

    def _near(self, key: str) -> bool:
        """Is the row in sight, or next to what is? A long text between rows is scrolled first."""
        spots = [at for at, line in enumerate(self._lines) if any(part.key == key for part in line)]
        low, high = self._top - 3, self._top + self.room + 3
        return not spots or (spots[-1] >= low and spots[0] <= high)

    def _keep_in_sight(self) -> None:
        spots = [
            at
            for at, line in enumerate(self._lines)
            if any(part.key == self.caret for part in line)
        ]
        if not spots:
            return
        if self._rows and self.caret == self._rows[0].key and spots[-1] < self.room:
            self._top = 0
        elif spots[0] < self._top:
            self._top = spots[0]
        elif spots[-1] >= self._top + self.room:
            self._top = min(spots[-1] - self.room + 1, spots[0])

    def _lay_out(self) -> None:
        if not self.size.width:
            return
        self._lines, self._held = lay_apart(self._blocks, self.size.width, self.size.height)
        self._top = min(self._top, max(len(self._lines) - self.room, 0))

    def on_resize(self) -> None:
        """Lay out anew for the new width."""
        self._lay_out()
        self.refresh()
        self.post_message(self.Moved())

    def _line(self, y: int) -> Line:
        """What stands on a line of the screen."""
        if y >= self.room:
            return self._held[y - self.room] if y < self.size.height else ()
        at = self._top + y
        return self._lines[at] if at < len(self._lines) else ()

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        width = self.size.width
        segments: list[Segment] = []
        x = 0
        for part in self._line(y):
            segments += self.paint(NOTHING, part.x - x)
            if not part.key:
                segments += self.paint(part.content, part.width)
            elif part.key == self.caret:
                caret = self._caret_sign if part.head else " "
                # On the caret's ground only its own ink is readable, so other looks go.
                words = Content(f"{caret} {part.content.plain}")
                segments += self.paint(words, part.width, CARET)
            else:
                segments += self.paint(Content("  ").append(part.content), part.width)
            x = part.x + part.width
        segments += self.paint(NOTHING, max(width - x, 0))
        return Strip(segments, width)

    def on_click(self, event: events.Click) -> None:
        """Choose the row under the mouse, once: who double-clicks must not choose what comes next."""
        if event.chain > 1:
            return
        for part in self._line(event.y):
            if part.key and part.x <= event.x < part.x + part.width:
                self._choose(part.key)

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.scroll_by(3)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.scroll_by(-3)


def _rows(blocks: Sequence[Block]) -> list[Row]:
    rows: list[Row] = []
    for block in blocks:
        if isinstance(block, Row):
            rows.append(block)
        elif isinstance(block, Beside):
            sides = (block.right, block.left) if block.right_first else (block.left, block.right)
            rows += _rows(sides[0]) + _rows(sides[1])
        elif isinstance(block, Lengths):
            rows += _rows(block.of[-1])
        elif isinstance(block, Held):
            rows += _rows(block.rows)
    return rows
