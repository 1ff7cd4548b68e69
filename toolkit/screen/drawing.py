"""The leaflet of a lesson being previewed: drawn beside the app, and again at every save.

One drawing at a time; what is asked for meanwhile comes next, and of that only the last.
Knows nothing of Textual.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from toolkit.content.library import Library
from toolkit.content.place import Problem
from toolkit.errors import CekDuluError
from toolkit.screen.workbench import Leaflet

Drawn = Path | Problem | Exception
"""What comes of a drawing: a file, words that do not fit, or another trouble."""


@dataclass(frozen=True, slots=True)
class Order:
    """A leaflet to draw."""

    library: Library
    lesson: str
    lang: str


class Drawing:
    """The newest leaflet. `file` is the last that was drawn, `trouble` why a newer one was not."""

    def __init__(self, draw: Leaflet, tell: Callable[[Drawn], None]) -> None:
        self._draw = draw
        self._tell = tell
        self._next: Order | None = None
        self.last: Order | None = None
        self.busy = False
        self.file: Path | None = None
        self.trouble: Problem | CekDuluError | None = None
        self.viewed: bool | None = None
        """Could a program be found that shows it? None before the first one is drawn."""

    def want(self, order: Order) -> None:
        """Draw this, now or as soon as what is being drawn is done."""
        if self.busy:
            self._next = order
            return
        self.busy, self.last = True, order
        Thread(target=self._work, args=(order,), daemon=True).start()

    def _work(self, order: Order) -> None:
        drawn: Drawn
        try:
            drawn = self._draw(order.library, order.lesson, order.lang)
        except Exception as error:  # noqa: BLE001 - told to the app, which knows how to fail calmly
            drawn = error
        # The app may have closed meanwhile.
        with suppress(RuntimeError):
            self._tell(drawn)

    def done(self, drawn: Drawn) -> None:
        """Take what was told. Raises what was our own fault."""
        self.busy = False
        if isinstance(drawn, Path):
            self.file, self.trouble = drawn, None
        elif isinstance(drawn, Problem | CekDuluError):
            self.trouble = drawn
        else:
            raise drawn
        if self._next is not None:
            order, self._next = self._next, None
            self.want(order)


def view(file: Path) -> bool:
    """Open a file in the program that this system shows it with; False if there is none.

    Does not wait for that program, and complains of nothing.
    """
    if sys.platform == "win32":
        with suppress(OSError):
            os.startfile(file)  # noqa: S606 - a file of ours
            return True
        return False
    with_windows = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    if not shutil.which(opener) or not (with_windows or sys.platform == "darwin"):
        return False
    with suppress(OSError):
        quiet = subprocess.DEVNULL
        subprocess.Popen(  # noqa: S603 - a fixed program and a file of ours
            [opener, str(file)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
        return True
    return False
