"""cekdulu new: a commented starting point for a lesson or a quiz."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import console, disk
from toolkit.commands import asked
from toolkit.errors import WrongCall
from toolkit.language import DEFAULT, N_, Language, Said, said
from toolkit.options import Parser, Tell

if TYPE_CHECKING:
    from toolkit.content.load import Loaded

WORDS = N_("write a short lesson or quiz to begin with")

KINDS = ("lesson", "quiz")
_MEANT = {"pelajaran": "lesson", "lessons": "lesson", "kuis": "quiz", "quizzes": "quiz"}
_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.epilog = tell(
        "Example: cekdulu new lesson pasar-malam; then: cekdulu new quiz pasar-malam. "
        "The file is right as it is, and is never written over one that is there."
    )
    parser.add_argument(
        "kind", choices=KINDS, type=_kind, metavar="|".join(KINDS), help=tell("what to write")
    )
    parser.add_argument(
        "id",
        metavar="ID",
        help=tell(
            "a short permanent name: small letters, digits and hyphens; a quiz has its lesson's"
        ),
    )


def _kind(word: str) -> str:
    return _MEANT.get(word.lower(), word)


def run(options: argparse.Namespace, lang: Language) -> int:
    """Write the file and say where it is and what to do next."""
    from toolkit import starters
    from toolkit.content.builtin import is_library
    from toolkit.content.load import open_library
    from toolkit.editor_files import write_beside

    root = options.library or asked.own_library()
    loaded = open_library(root if is_library(root) else None, options.as_of)
    library = loaded.library
    id, comments = _sound(options.id), lang.code if lang.code in ("id", "en") else DEFAULT
    _in_order(("lessons", id), loaded)
    if options.kind == "lesson":
        _free(id, library.lessons, N_("There is already a lesson {id}."))
        content, folder = starters.lesson(id, comments), "lessons"
    else:
        asked.known(library.lessons, id, N_("There is no lesson {id} for the quiz."))
        if there := library.quiz_of(id):
            _free(there.id, library.quizzes, N_("The lesson already has the quiz {id}."))
        objectives = [one.id for one in library.lessons[id].objectives]
        content, folder = starters.quiz(id, id, objectives, comments), "quizzes"
    path = root / folder / f"{id}.yaml"
    _write(path, content)
    write_beside(root, lang)
    console.show(str(path))
    console.narrate(_next(options.kind, id, path, root, lang))
    return 0


def _in_order(wanted: tuple[str, str], loaded: Loaded) -> None:
    """Raise WrongCall if there is such a lesson, but its file cannot be used for its mistakes."""
    for file in loaded.files:
        if file.name in loaded.left_out and wanted in file.records:
            raise WrongCall(
                said("The lesson {id} is there, but its file has mistakes.", id=wanted[1]),
                said('Mend them first; to see them:  cekdulu check "{file}"', file=file.name),
            )


def _sound(id: str) -> str:
    if _ID.fullmatch(id):
        return id
    proposed = re.sub(r"[^a-z0-9]+", "-", id.lower()).strip("-") or "pasar-malam"
    raise WrongCall(
        said("“{id}” cannot be a name: only small letters, digits and hyphens can.", id=id),
        said("Write for example:  {proposed}", proposed=proposed),
    )


def _free(id: str, taken: Collection[str], what: str) -> None:
    if id in taken:
        raise WrongCall(
            Said(what, {"id": id}),
            said(
                "Choose another name; or, to change that one, copy its file into your own library."
            ),
        )


def _write(path: Path, content: str) -> None:
    try:
        # The line ends of the system: an old Notepad shows all others as one long line.
        disk.write_whole(path, content.replace("\n", os.linesep).encode(), replace=False)
    except FileExistsError:
        raise WrongCall(
            said("{path} is already there, and is left as it is.", path=path),
            said("Choose another name, or open that file and go on writing."),
        ) from None


def _next(kind: str, id: str, path: Path, root: Path, lang: Language) -> str:
    _ = lang.gettext
    before = f'cekdulu --library "{root}"' if root != asked.own_library() else "cekdulu"
    steps = [
        _("Your own library:  {root}").format(root=root),
        _("What to do next:"),
        "  " + _("open the file in Notepad or VS Code and put your own words in"),
        "  "
        + _("watch it while you write:  {command}").format(command=f'cekdulu preview "{path}"'),
        "  " + _("look for mistakes:  {command}").format(command=f'cekdulu check "{path}"'),
    ]
    if kind == "lesson":
        command = f"{before} new quiz {id}"
        steps.append("  " + _("write its quiz:  {command}").format(command=command))
    command = f"{before} print leaflet --lesson {id}"
    steps.append("  " + _("print its leaflet:  {command}").format(command=command))
    return "\n".join(steps)
