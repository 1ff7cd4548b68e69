"""cekdulu fmt: a file in its usual order and layout."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import console, disk
from toolkit.commands import asked
from toolkit.errors import CekDuluError, WrongCall, WrongInput
from toolkit.language import N_, Language, said
from toolkit.options import Parser, Tell

if TYPE_CHECKING:
    from toolkit.content.formatting.drafts import Draft

WORDS = N_("put files in the usual order and layout")


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.description = tell(
        "Shows how a file would look with its keys in the usual order, two spaces for each step to "
        "the right, and no superfluous spaces or empty lines. No word changes, and every comment "
        "stays where it belongs; where that is not certain, the file is left as it is. "
        "Lines that begin with - would go, lines that begin with + would come. "
        "Nothing is written without --write."
    )
    parser.epilog = tell(
        "Example: cekdulu fmt my-library/lessons/ship.yaml; then: "
        "cekdulu fmt --write my-library/lessons/ship.yaml"
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=tell("files, folders or libraries (default: your own library)"),
    )
    parser.add_argument(
        "--write", action="store_true", help=tell("write the files instead of showing what changes")
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Show what would change in each file, or write it; what fails is told, the rest is done."""
    from toolkit.content.formatting.drafts import draft_of, files_in

    paths = options.paths or [_own(options)]
    worst = seen = changed = 0
    for path, root in list(files_in(paths)):
        seen += 1
        try:
            draft = draft_of(path, root)
            if not draft.changes:
                continue
            changed += 1
            if options.write:
                _write(draft)
                console.show(str(path))
            else:
                _show(draft)
            _tell_encoding(draft, lang, written=options.write)
        except CekDuluError as trouble:
            console.narrate(trouble.tell(lang))
            worst = max(worst, trouble.exit_code)
    _sum_up(seen, changed, paths, lang, worst=worst, written=options.write)
    return worst


def _own(options: argparse.Namespace) -> Path:
    own = asked.library(options)
    if own is None:
        raise WrongCall(
            said("There is no library of your own yet."),
            said("Name a file:  cekdulu fmt my-library/lessons/ship.yaml"),
        )
    return own


def _write(draft: Draft) -> None:
    if not draft.still_there():
        raise WrongInput(
            said("{file} has just been changed elsewhere, and is left as it is.", file=draft.path),
            said("Save it there, and try again."),
        )
    if not os.access(draft.path, os.W_OK):
        raise WrongInput(
            said("{file} is protected against writing, and is left as it is.", file=draft.path),
            said("Take the protection away if it may be changed, and try again."),
        )
    # What a link leads to is written, not the link.
    disk.write_whole(draft.path.resolve(), draft.content)


def _show(draft: Draft) -> None:
    from toolkit.content.telling import Piece, Role

    roles = {"+": Role.ADDED, "-": Role.REMOVED, "@": Role.GUTTER}
    for number, line in enumerate(draft.difference()):
        role = Role.PLACE if number < 2 else roles.get(line[:1], Role.WORDS)
        console.show_pieces((Piece(line, role),))


def _tell_encoding(draft: Draft, lang: Language, *, written: bool) -> None:
    if not draft.encoding:
        if draft.old == draft.new:
            console.narrate(lang.gettext("{file}: only line ends change.").format(file=draft.path))
        return
    if draft.encoding == "UTF-8":
        words = lang.gettext("{file}: an invisible mark at its beginning goes.")
    elif written:
        words = lang.gettext("{file}: was saved as {encoding}, is now saved as UTF-8.")
    else:
        words = lang.gettext("{file}: is saved as {encoding}, would be saved as UTF-8.")
    console.narrate(words.format(file=draft.path, encoding=draft.encoding))


def _sum_up(
    seen: int, changed: int, paths: list[Path], lang: Language, *, worst: int, written: bool
) -> None:
    if changed and not written:
        names = " ".join(f'"{path}"' for path in paths)
        console.narrate(
            lang.ngettext(
                "{n} file would change. To write it:  {command}",
                "{n} files would change. To write them:  {command}",
                changed,
            ).format(n=changed, command=f"cekdulu fmt --write {names}")
        )
    elif not changed and not worst:
        words = lang.ngettext(
            "{n} file, and nothing to change.", "{n} files, and nothing to change.", seen
        )
        console.narrate(words.format(n=seen))
