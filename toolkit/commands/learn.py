"""cekdulu learn: a lesson in the app, or line by line."""

from __future__ import annotations

import argparse

from toolkit import console
from toolkit.commands import app, asked
from toolkit.language import N_, Language
from toolkit.options import Parser, Tell

WORDS = N_("open a lesson in the app, or play it line by line")


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.add_argument("lesson", nargs="?", help=tell("the lesson's id; see: cekdulu list"))
    parser.add_argument(
        "--plain",
        action="store_true",
        help=tell("over plain lines, for screen readers and simple consoles"),
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Open a lesson in the app, or play it over plain lines."""
    if not options.plain:
        return app.run(options, lang, options.lesson)
    from toolkit.plain.console import Console
    from toolkit.plain.play import learn as play

    loaded = asked.opened(options)
    asked.known(loaded.library.lessons, options.lesson, N_("There is no lesson {id}."))
    asked.tell_left_out(loaded, lang)
    return play(
        options.lesson,
        Console(console.show, console.line, lang, loaded.library, asked.journal(options, lang)),
    )
