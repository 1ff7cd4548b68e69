"""cekdulu list: what there is."""

from __future__ import annotations

import argparse

from toolkit import console
from toolkit.commands import asked
from toolkit.language import N_, Language
from toolkit.options import Parser, Tell

WORDS = N_("show which lessons, quizzes, session plans and products there are")


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=tell("text to read, or JSON for tools"),
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Show what there is."""
    import json

    from toolkit.listing import as_json, as_text

    loaded = asked.opened(options)
    if options.format == "json":
        console.show(json.dumps(as_json(loaded.library, lang), ensure_ascii=False, indent=2))
    else:
        for line in as_text(loaded.library, lang):
            console.show(line)
    return asked.tell_left_out(loaded, lang)
