"""cekdulu gather: the sessions of many laptops, from their sticks."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import console
from toolkit.commands import asked
from toolkit.language import N_, Language
from toolkit.options import Parser, Tell

if TYPE_CHECKING:
    from toolkit.records.gather import Gathered

WORDS = N_("bring the sessions of many laptops together, from their sticks")


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.description = tell(
        "Looks for files that were written by “cekdulu handover” in these folders and all folders "
        "in them, whatever the files are called, and brings their sessions in here. A session "
        "that comes several times is counted once, and the order does not matter; so a call may "
        "be repeated at any time. What cannot be used is named, with the reason, and left out."
    )
    parser.epilog = tell(
        "Example: cekdulu gather /media/ani/STICK sticks-of-last-week. Then: cekdulu report"
    )
    parser.add_argument(
        "folders", nargs="+", type=Path, metavar="DIR", help=tell("sticks, or folders with copies")
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Bring in what is found; returns 1 if something of ours had to be left out."""
    from toolkit.records.gather import gather, look_for

    with console.Progress() as progress:
        found = look_for(options.folders, lambda path: progress.step(_shown(path.name)[:40]))
    journal = asked.journal(options, lang)
    with console.Progress(len(found.files)) as progress:
        gathered = gather(journal, found, lambda path: progress.step(_shown(path.name)[:40]))
    _tell_foreign(gathered, lang)
    for one in gathered.left_out:
        reason = lang.gettext(one.fault.value)
        console.narrate(
            lang.gettext("Left out, {file}: {reason}.").format(
                file=_shown(str(one.path)), reason=reason
            )
        )
    for line in _summary(gathered, lang):
        console.show(line)
    return 1 if gathered.left_out else 0


def _summary(gathered: Gathered, lang: Language) -> Iterable[str]:
    for words, count in (
        (N_("Files taken: {n}"), gathered.files),
        (N_("Laptops that they are from: {n}"), gathered.laptops),
        (N_("Sessions that are new here: {n}"), gathered.new),
        (N_("Sessions that were here already: {n}"), gathered.known),
        (N_("Sessions of which more is known now: {n}"), gathered.replaced),
        (N_("Left out: {n}"), len(gathered.left_out)),
    ):
        yield lang.gettext(words).format(n=lang.number(count))


def _tell_foreign(gathered: Gathered, lang: Language) -> None:
    if not gathered.foreigners:
        return
    console.narrate(
        lang.ngettext(
            "{n} other file is none of ours and was left alone:",
            "{n} other files are none of ours and were left alone:",
            gathered.foreigners,
        ).format(n=lang.number(gathered.foreigners))
    )
    for path in gathered.foreign:
        console.narrate(f"  {_shown(str(path))}")
    if gathered.foreigners > len(gathered.foreign):
        console.narrate("  …")


def _shown(name: str) -> str:
    """A name from a foreign stick, without anything that a terminal would obey."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)
