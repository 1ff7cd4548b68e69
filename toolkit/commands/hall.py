"""cekdulu hall: a session with a whole room, in the app."""

from __future__ import annotations

import argparse

from toolkit.commands import app
from toolkit.language import N_, Language
from toolkit.options import Parser, Tell

WORDS = N_("lead a session in the village hall, or go on with one")


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options: there are none; all is asked on the screen."""
    parser.epilog = tell(
        "One laptop is enough: you lead, the room raises hands, you type the counts. Every key is "
        "kept at once, so that the power may fail: start again to go on at the same place."
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Open the app at the set-up of a session, or at those that were left open."""
    return app.run(options, lang, in_hall=True)
