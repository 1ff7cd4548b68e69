"""Opening the app: at home, in a lesson, or in the hall."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from functools import partial

from toolkit import judged_on
from toolkit.commands import asked
from toolkit.errors import WrongCall
from toolkit.language import N_, Language, Said


def run(
    options: argparse.Namespace,
    lang: Language,
    lesson: str | None = None,
    *,
    in_hall: bool = False,
) -> int:
    """Open the app, in `lesson` or in the hall if asked for; without a command, at its home screen."""
    from toolkit.records.front import shelf

    own = asked.library(options)
    library = shelf(own, judged_on(options.as_of), asked.data(options.data))
    if lesson is not None:
        # A slip in the id is mended before a window is looked for.
        there = library.sure_front().lessons
        asked.known((one.id for one in there), lesson, N_("There is no lesson {id}."))
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongCall(
            Said(N_("The app needs a terminal window."), {}),
            Said(N_("Open one and start it there, or use:  cekdulu learn --plain"), {}),
        )
    from toolkit.commands.preview import workbench
    from toolkit.commands.print_desk import PrintDesk
    from toolkit.screen.app import run as run_app

    door = PrintDesk(partial(asked.keep_editions, options))
    bench = replace(workbench(own, options.as_of), printing=door)
    journal = asked.journal(options, lang)
    return run_app(library, journal, lang, lesson, bench, in_hall=in_hall)
