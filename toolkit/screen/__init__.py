"""The Textual app. The only room that may import `textual`, and only when it is opened."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from toolkit.errors import Breakdown, WrongCall
from toolkit.language import Language, N_, Said
from toolkit.records.journal import Journal

if TYPE_CHECKING:
    from toolkit.content.load import Loaded

__all__ = ["run"]


def run(loaded: Loaded, journal: Journal, lang: Language, open_lesson: str | None = None) -> int:
    """Open the app for a single learner and return the exit status when it is closed.

    0 quit; 128 + n ended by signal n; 3 our own fault, told in one sentence on stderr
    with the rest in `crash.log` beside the journal. Raises WrongCall for an unknown lesson.
    """
    lessons = loaded.library.lessons
    if open_lesson is not None and open_lesson not in lessons:
        raise WrongCall(
            Said(N_("There is no lesson called {lesson}."), {"lesson": open_lesson}),
            Said(N_("The lessons are: {lessons}."), {"lessons": ", ".join(lessons)}),
        )
    # Importing makes many objects and no garbage; looking for it would cost a tenth of a second.
    gc.disable()
    from toolkit.screen.app import CekDulu

    app = CekDulu(loaded, journal, lang, open_lesson)
    app.call_later(gc.enable)
    try:
        app.run()
    except Exception as error:  # noqa: BLE001 - the last wall: a crash is told, never shown
        app.broken = app.broken or error
    finally:
        gc.enable()
    if app.broken is not None and not app.return_code:
        app.leave(Breakdown.exit_code)
    if app.broken is not None and app.return_code == Breakdown.exit_code:
        return _told(app.broken, journal, app.lang)
    return app.return_code or 0


def _told(error: Exception, journal: Journal, lang: Language) -> int:
    """Write the crash down and say so calmly."""
    import traceback

    path = journal.path.parent / "crash.log"
    try:
        path.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        traceback.print_exception(error)
    breakdown = Breakdown(
        Said(N_("Cek Dulu has stopped by its own fault. Your answers are kept."), {}),
        Said(N_("Start it again. What went wrong is written in {path}."), {"path": path}),
    )
    print(breakdown.tell(lang), file=sys.stderr)
    return breakdown.exit_code
