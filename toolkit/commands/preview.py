"""cekdulu preview: a lesson in the app as the hall will see it, again at each save."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.commands import asked
from toolkit.errors import WrongCall
from toolkit.language import N_, Language, Said
from toolkit.options import Parser, Tell

if TYPE_CHECKING:
    from toolkit.content.library import Library
    from toolkit.content.load import Loaded
    from toolkit.content.place import Problem
    from toolkit.screen.workbench import Leaflet, Workbench

WORDS = N_("show a lesson as the hall will see it, again at each save")

PAPER = "a4"
"""A preview is looked at, not handed out: the common paper will do."""


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.epilog = tell(
        "Example: cekdulu preview my-library/lessons/ship.yaml. Keep your editor open beside it: "
        "every save is shown within a second. F7 draws the leaflet."
    )
    parser.add_argument(
        "path", type=Path, metavar="PATH", help=tell("a lesson or quiz file, or a library")
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help=tell("where the leaflet is drawn (default: a new folder for passing things)"),
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Open the app on a file or a library, and follow it until the app is closed."""
    root, name = _found(options.path)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongCall(
            Said(N_("The preview needs a terminal window."), {}),
            Said(
                N_("Open one and start it there, or use:  cekdulu check {path}"),
                {"path": options.path},
            ),
        )
    from toolkit.records.front import Shelf
    from toolkit.screen.app import run as run_app

    bench = workbench(root, options.as_of, out=options.out, begins_with=name)
    return run_app(Shelf(None, bench.read), asked.journal(options, lang), lang, bench=bench)


def workbench(
    own: Path | None,
    as_of: date | None,
    *,
    out: Path | None = None,
    begins_with: str | None = None,
) -> Workbench:
    """What the trainer's screens need: `own` library followed, leaflets drawn into `out`."""
    from toolkit.content.builtin import builtin_root
    from toolkit.screen.workbench import Workbench

    def read() -> Loaded:
        from toolkit.content.load import open_library

        loaded = open_library(own, as_of)
        return _with_misprints(loaded, begins_with) if begins_with else loaded

    return Workbench(own or builtin_root(), read, _leaflet(out), begins_with)


def _with_misprints(loaded: Loaded, file: str) -> Loaded:
    """The same with what of a file's lesson does not fit on paper, which `check` tells only if asked."""
    from dataclasses import replace

    from toolkit.content.place import in_reading_order
    from toolkit.paper.shop import all_jobs, misprints

    library = loaded.library
    asked_for = [
        lesson.id
        for lesson in library.lessons.values()
        if file in (lesson.at.file, getattr(library.quiz_of(lesson.id), "at", lesson.at).file)
    ]
    found = misprints(all_jobs(asked_for, library), library, lambda _: None)
    problems = in_reading_order([*loaded.problems, *loaded.excerpted(found)])
    return replace(loaded, problems=tuple(problems))


def _leaflet(out: Path | None) -> Leaflet:
    """Draws leaflets into `out`, or into the folder for what is not kept."""

    @cache
    def folder() -> Path:
        from toolkit.commands import passing

        return (out or passing.opened()).absolute()

    def leaflet(library: Library, lesson: str, code: str) -> Path | Problem:
        from toolkit.paper.shop import Job, print_jobs
        from toolkit.paper.type.trouble import Unprintable

        job = Job("leaflet", (lesson,), code, PAPER)
        printed = print_jobs([job], library, folder(), strict=False, started=lambda _: None)
        for _, trouble in printed.failures:
            if isinstance(trouble, Unprintable):
                return trouble.problem
            raise trouble
        return printed.files[0]

    return leaflet


def _found(path: Path) -> tuple[Path, str]:
    """The library of a path, and the file's name in it; "" for a folder.

    Raises WrongCall, naming what there is, for one that is not there or no file of a library.
    """
    from toolkit.content.builtin import builtin_root
    from toolkit.content.checking import library_of

    if not path.exists():
        there = _near(path)
        if there:
            asked.known(there, str(path), N_("{id} is not there."))
    root = library_of(path)
    if path.is_dir():
        return root, ""
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise WrongCall(
            Said(N_("{path} is no lesson: the names of lesson files end in .yaml"), {"path": path}),
            Said(N_("There are: {names}"), {"names": ", ".join(_near(path)) or "-"}),
        )
    inside = path.absolute().relative_to(root.absolute())
    if root.resolve() == builtin_root().resolve():
        return root, inside.as_posix()
    return root, os.path.join(root, inside)  # noqa: PTH118 - as the library names it


def _near(path: Path) -> list[str]:
    """The lesson files in the folder of a path, as they would be typed."""
    folder = path.parent
    if not folder.is_dir():
        return []
    return sorted(str(one) for one in folder.iterdir() if one.suffix.lower() in (".yaml", ".yml"))
