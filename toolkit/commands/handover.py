"""cekdulu handover: this laptop's sessions, onto a stick."""

from __future__ import annotations

import argparse
from pathlib import Path

from toolkit import console
from toolkit.commands import asked
from toolkit.language import N_, Language
from toolkit.options import Parser, Tell

WORDS = N_("write this laptop's finished sessions onto a stick, for the office")


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.description = tell(
        "Writes the results of all sessions that were led and ended on this laptop as one small "
        "file, reads it back from the stick, and then says that the stick may be taken out. There "
        "are no names in it. It may be repeated at any time: a session is never counted twice."
    )
    parser.epilog = tell(
        "Example: cekdulu handover /media/ani/STICK  (on Windows: cekdulu handover E:\\). "
        "The office then brings many sticks together:  cekdulu gather DIR"
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help=tell("the stick's folder"))


def run(options: argparse.Namespace, lang: Language) -> int:
    """Hand the sessions over and say what was written, and that it is there."""
    from toolkit.records.handover import handover

    handed = handover(asked.journal(options, lang, to_read=True), options.folder)
    console.show(str(handed.path))
    count = lang.ngettext(
        "{n} session, {size} KB, written and read back.",
        "{n} sessions, {size} KB, written and read back.",
        handed.sessions,
    )
    size = lang.number(-(-handed.bytes // 1024))
    console.narrate(count.format(n=lang.number(handed.sessions), size=size))
    if handed.broken:
        broken = lang.ngettext(
            "{n} session is damaged on this laptop and is not among them.",
            "{n} sessions are damaged on this laptop and are not among them.",
            handed.broken,
        )
        console.narrate(broken.format(n=lang.number(handed.broken)))
    console.narrate(lang.gettext(handed.drive.value))
    return 1 if handed.broken else 0
