"""A step of printing that works beside the app: how far it is, and that it can be stopped.

The thread only posts what has happened; the screen takes it up in the app's own thread.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TypeAlias

from textual.message import Message

from toolkit.errors import CekDuluError
from toolkit.screen.layout import Block, Words
from toolkit.screen.print_door import Made, Outline, Started
from toolkit.screen.printing.step import StepScreen
from toolkit.screen.printing.wishes import Wishes
from toolkit.screen.prose import MARK, say

Outcome: TypeAlias = Outline | Made | Path | Exception
Work: TypeAlias = Callable[[Started], Outcome]


class WorkingScreen(StepScreen):
    """Works on files one after the other. `at` of `of` are begun; 0 while nothing is."""

    @dataclass
    class FileStarted(Message):
        """Work on a file has begun."""

        at: int
        of: int
        file: str

    @dataclass
    class Worked(Message):
        """It has come to an end, good or not."""

        outcome: Outcome

    def __init__(self, wishes: Wishes) -> None:
        super().__init__(wishes)
        self.busy = False
        self.stopped = Event()
        self._begun: WorkingScreen.FileStarted | None = None

    def work(self, work: Work) -> None:
        """Begin, beside the app."""
        self.busy, self._begun = True, None
        Thread(target=self._run, args=(work,), daemon=True).start()

    def _run(self, work: Work) -> None:
        outcome: Outcome
        try:
            outcome = work(self._started)
        except Exception as error:  # noqa: BLE001 - our own fault is raised where the app can tell it
            outcome = error
        self._tell(self.Worked(outcome))

    def _started(self, at: int, of: int, file: str) -> bool:
        self._tell(self.FileStarted(at, of, file))
        return not self.stopped.is_set()

    def _tell(self, message: Message) -> None:
        # The app may have closed meanwhile.
        with suppress(RuntimeError):
            self.post_message(message)

    def on_working_screen_file_started(self, message: FileStarted) -> None:
        """Show how far it is."""
        self._begun = message
        if self.is_current:
            self.draw()

    def on_working_screen_worked(self, message: Worked) -> None:
        """Take what has come of it. Raises what was our own fault."""
        outcome = message.outcome
        if isinstance(outcome, Exception) and not isinstance(outcome, CekDuluError):
            raise outcome
        self.busy = False
        self.ended(outcome)
        if self.is_current:
            self.draw()

    def ended(self, outcome: Outcome) -> None:
        """Something has come of the work."""
        raise NotImplementedError

    def progress(self, told: str) -> list[Block]:
        """How far it is: what is being done, `{n}` of `{m}`, and the file."""
        begun, lang = self._begun, self.lang
        if begun is None:
            return [Words(say(lang.gettext("One moment, please."), MARK))]
        words = told.format(n=lang.number(begun.at), m=lang.number(begun.of))
        return [
            Words(say(words, MARK)),
            Words(say(self.voice.bar(begun.at - 1, begun.of)), gap=0),
            Words(say(begun.file), gap=0),
        ]
