"""The door to the app: `run` opens it and answers with an exit status. No Textual before that."""

from __future__ import annotations

import contextlib
import gc
import sys
from typing import TYPE_CHECKING

from toolkit.errors import Breakdown
from toolkit.language import Language
from toolkit.records.fault import fault
from toolkit.records.journal import Journal

if TYPE_CHECKING:
    from toolkit.records.front import Shelf
    from toolkit.screen.workbench import Workbench


def run(
    shelf: Shelf,
    journal: Journal,
    lang: Language,
    open_lesson: str | None = None,
    bench: Workbench | None = None,
) -> int:
    """Open the app for a single learner; return the exit status when it is closed.

    0 quit; 128 + n ended by signal n; 3 our own fault, told in one sentence on stderr
    with the rest in a log beside the journal. `open_lesson` is the id of a lesson
    to open at once; it must be in the library. `bench` is what a trainer's screens need,
    and says whether the app opens a preview instead.
    """
    # Importing makes many objects and no garbage; looking for it would cost a tenth of a second.
    gc.disable()
    try:
        from toolkit.screen.program import CekDulu

        program = CekDulu(shelf, journal, lang, open_lesson, bench=bench)
        program.call_later(gc.enable)
        try:
            program.run()
        except Exception as error:  # noqa: BLE001 - the last wall: a crash is told, not shown
            program.broken = program.broken or error
    finally:
        gc.enable()
    status = program.return_code or 0
    if program.broken is not None and status <= Breakdown.exit_code:
        breakdown = fault(journal.path.parent, program.broken)
        _say(breakdown.tell(program.lang))
        return breakdown.exit_code
    if program.in_lesson and status == 0:
        _say(program.lang.gettext("Your place in the lesson is kept. Start again to go on."))
    return status


def _say(words: str) -> None:
    """Narrate, if anybody is still there: the window may have been closed."""
    with contextlib.suppress(OSError):
        sys.stderr.write(f"{words}\n")
