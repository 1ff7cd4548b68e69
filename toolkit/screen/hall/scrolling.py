"""What is out of sight in the hall: scrolled to first, before a key goes on or back."""

from __future__ import annotations

from toolkit.screen.hall.face import HallFace


class HallScrolling(HallFace, inherit_bindings=False):
    """The two faces of a session, each with what does not fit into it."""

    def action_down(self) -> None:
        """Down in the rows, or to what is below: first of the room, then of the strip."""
        if self._whole or (not self.sheet.below and not self.over):
            self._scroll_strip(1)
        else:
            super().action_down()

    def action_up(self) -> None:
        """Up again: first in the strip."""
        if not self._scroll_strip(-1):
            super().action_up()

    def read_on(self) -> bool:
        """A screen further down, where there is something below; was there?"""
        if self._whole:
            return self._scroll_strip(max(self.strip.size.height - 2, 1))
        if not self.sheet.below:
            return False
        self.action_sheet_down()
        return True

    def read_back(self) -> bool:
        """A screen back up, where there is something above; was there?"""
        if self._whole:
            return self._scroll_strip(-max(self.strip.size.height - 2, 1))
        if not self.sheet.above:
            return False
        self.action_sheet_up()
        return True

    def _scroll_strip(self, lines: int) -> bool:
        if self.hidden:
            return False
        moved = self.strip.scroll_by(lines)
        self.foot.hint(self._more())
        return moved
