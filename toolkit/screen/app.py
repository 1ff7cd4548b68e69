"""The door to the app: `run` opens it and answers with an exit status. No Textual before that."""

from __future__ import annotations

import contextlib
import gc
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from toolkit.errors import Breakdown
from toolkit.language import Language
from toolkit.records.fault import fault
from toolkit.records.journal import Journal

if TYPE_CHECKING:
    from toolkit.records.front import Shelf
    from toolkit.records.passphrase import Passphrase
    from toolkit.screen.program import CekDulu
    from toolkit.screen.workbench import Workbench

LONG = 30.0
"""Seconds; a kiosk that was open for longer opens again after a fault of ours."""


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
    """Open the app for one person after another, until the passphrase is given; its exit status.

    As for `run`; but after a fault of our own it opens again, if it had been open for some
    time: who stands before it must not find a command line.
    """

    def program() -> CekDulu:
        from toolkit.screen.kiosk import Kiosk

        return Kiosk(shelf, journal, lang, passphrase)

    while True:
        began = time.monotonic()
        ended = _ended(program)
        status = _told(ended, journal, quietly=time.monotonic() - began > LONG)
        if status != Breakdown.exit_code or time.monotonic() - began <= LONG:
            return status


def _ended(program: Callable[[], CekDulu]) -> CekDulu:
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
