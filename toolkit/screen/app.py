"""The door to the app: `run` opens it and answers with an exit status. No Textual before that."""

from __future__ import annotations

import contextlib
import gc
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from toolkit.errors import Breakdown
from toolkit.language import Language
from toolkit.records.fault import fault
from toolkit.records.journal import Journal

if TYPE_CHECKING:
    from toolkit.records.front import Shelf
    from toolkit.records.passphrase import Passphrase
    from toolkit.screen.kiosk import Kiosk
    from toolkit.screen.program import CekDulu
    from toolkit.screen.workbench import Workbench

App = TypeVar("App", bound="CekDulu")

LONG = 30.0
"""Seconds; a kiosk that was open for less waits a little before it opens again."""
BREATH = 1.0
"""Seconds of that, so that one that cannot come up any more leaves the laptop some rest."""


def run(
    shelf: Shelf,
    journal: Journal,
    lang: Language,
    open_lesson: str | None = None,
    bench: Workbench | None = None,
    *,
    in_hall: bool = False,
) -> int:
    """Open the app for a single learner, or with `in_hall` before a hall; return the exit status.

    0 quit; 128 + n ended by signal n; 3 our own fault, told in one sentence on stderr
    with the rest in a log beside the journal. `open_lesson` is the id of a lesson
    to open at once; it must be in the library. `bench` is what a trainer's screens need,
    and says whether the app opens a preview instead.
    """

    def program() -> CekDulu:
        from toolkit.screen.program import CekDulu

        return CekDulu(shelf, journal, lang, open_lesson, bench=bench, in_hall=in_hall)

    ended = _ended(program)
    status = _told(ended, journal)
    if ended.in_lesson and status == 0:
        _say(ended.lang.gettext("Your place in the lesson is kept. Start again to go on."))
    if ended.in_session and status == 0:
        _say(
            ended.lang.gettext("The session is kept and still open. Start again to go on with it.")
        )
    return status


def run_kiosk(shelf: Shelf, journal: Journal, lang: Language, passphrase: Passphrase) -> int:
    """Open the app for one person after another; return the exit status once it may end.

    That is after the passphrase, or when the window is closed: 0, or 128 + n. Whatever else
    ends it is our own fault, and it opens again, without a word but the log: who stands before
    it must not find a command line. Only one that has never come up ends as `run` does: then
    the trainer is still there.
    """

    def program() -> Kiosk:
        from toolkit.screen.kiosk import Kiosk

        return Kiosk(shelf, journal, lang, passphrase)

    came_up = False
    while True:
        began = time.monotonic()
        try:
            ended = _ended(program)
            came_up = came_up or ended.came_up
            if ended.may_end or not came_up:
                return _told(ended, journal)
            ended.broken = ended.broken or RuntimeError("the kiosk ended, though it may not")
            _told(ended, journal, quietly=True)
        except Exception as error:
            if not came_up:
                raise
            fault(journal.path.parent, error)
        if time.monotonic() - began < LONG:
            time.sleep(BREATH)


def _ended(program: Callable[[], App]) -> App:
    """A program that was opened, and is closed again."""
    # Importing makes many objects and no garbage; looking for it would cost a tenth of a second.
    gc.disable()
    try:
        opened = program()
        opened.call_later(gc.enable)
        try:
            opened.run()
        except Exception as error:  # noqa: BLE001 - the last wall: a crash is told, not shown
            opened.broken = opened.broken or error
    finally:
        gc.enable()
    return opened


def _told(ended: CekDulu, journal: Journal, *, quietly: bool = False) -> int:
    """The exit status of a program that is closed; a fault of ours is kept, and told unless `quietly`."""
    if ended.return_code is None and ended.broken is None:
        ended.broken = RuntimeError("the app ended, and nobody had left it")
    status = ended.return_code or 0
    if ended.broken is None or status > Breakdown.exit_code:
        return status
    breakdown = fault(journal.path.parent, ended.broken)
    if not quietly:
        _say(breakdown.tell(ended.lang))
    return breakdown.exit_code


def _say(words: str) -> None:
    """Narrate, if anybody is still there: the window may have been closed."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"{words}\n")
