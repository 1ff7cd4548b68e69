"""Checking files or whole libraries: loading them, and telling only what was asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.content.builtin import FOLDERS, builtin_root, is_library
from toolkit.content.library import Library
from toolkit.content.load import Loaded, open_library
from toolkit.content.misplaced import ENDS, right_name
from toolkit.content.place import Problem, Severity, in_reading_order
from toolkit.errors import WrongCall
from toolkit.language import N_, Said, said


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong in the files asked about, in reading order.

    `files` is how many they are; `lessons` has, for each library they belong to, the library
    and its sound lessons on whose paper they show: those among them, that of a quiz, and all
    lessons where one of the files belongs to no single one.
    """

    problems: tuple[Problem, ...]
    files: int
    lessons: tuple[tuple[Loaded, tuple[str, ...]], ...] = ()

    @property
    def errors(self) -> int:
        """How many problems keep a file from being used."""
        return sum(one.severity is Severity.ERROR for one in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems do no harm yet."""
        return len(self.problems) - self.errors


def check(paths: Sequence[Path], own: Path | None = None, as_of: date | None = None) -> Report:
    """Check libraries, folders in them or single files; without any, `own` or the built-in one.

    A file that lies in no library is read as if it lay in `own`.

    Raises WrongCall for a path that is not there, belongs to no library, or holds nothing to check.
    """
    asked: dict[Path, list[Path]] = {}
    loose: list[Path] = []
    for path in paths or [own or builtin_root()]:
        if path.is_file() and not path.name.lower().endswith(ENDS):
            raise _no_lesson_file(path)
        if stands_alone(path):
            loose.append(path)
        else:
            asked.setdefault(library_of(path), []).append(path)
    problems: list[Problem] = []
    files = 0
    lessons = []
    found = [_about(root, targets, as_of) for root, targets in asked.items()]
    if loose:
        loaded = open_library(own, as_of, loose=loose, claims=True)
        names = {str(path) for path in loose}
        found.append((loaded, {one.name: one.records for one in loaded.files if one.name in names}))
    for loaded, mine in found:
        # What another file causes is mended there; one mistake is one message.
        problems += [
            one for one in loaded.problems if one.place.file in mine and one.because not in mine
        ]
        files += len(mine)
        lessons.append((loaded, _shown_in(mine, loaded.library)))
    if not files:
        raise WrongCall(
            said("There is no lesson file in {path}.", path=", ".join(map(str, asked))),
            said(
                "Names of lesson files end in .yaml. To begin one:  cekdulu new lesson pasar-malam"
            ),
        )
    return Report(tuple(in_reading_order(problems)), files, tuple(lessons))


def _no_lesson_file(path: Path) -> WrongCall:
    name = right_name(path.name) or f"{path.stem}.yaml"
    return WrongCall(
        said("{path} is no lesson file: the names of those end in .yaml.", path=path),
        said("Give it this name:  {name}", name=name),
    )


_Mine = dict[str, tuple[tuple[str, str], ...]]
"""The files asked about by name, each with the (section, id) of its records."""


def _shown_in(mine: _Mine, library: Library) -> tuple[str, ...]:
    """The lessons on whose paper a mistake in these files may show.

    A theme, a help line or an offer may show in every lesson, whoever wrote it.
    """
    shown: dict[str, None] = {}
    for records in mine.values():
        lessons = [id for section, id in records if section == "lessons"]
        quizzes = [id for section, id in records if section == "quizzes"]
        if not lessons and not quizzes:
            return tuple(library.lessons)
        about = [library.quizzes[id].lesson for id in quizzes if id in library.quizzes]
        shown |= dict.fromkeys([*lessons, *about])
    return tuple(lesson for lesson in shown if lesson in library.lessons)


def _about(root: Path, targets: Sequence[Path], as_of: date | None) -> tuple[Loaded, _Mine]:
    loaded = open_library(root, as_of, claims=True)
    return loaded, _asked_about(loaded, root, [target.resolve() for target in targets])


def _asked_about(loaded: Loaded, root: Path, targets: Sequence[Path]) -> _Mine:
    """The files of the library at `root` that lie in `targets`, by name, with their records."""
    ours = root.resolve() == builtin_root().resolve()
    # Our own files are named from the library's folder, a trainer's as they were given.
    base = root if ours else Path()
    return {
        file.name: file.records
        for file in loaded.files
        if file.own != ours
        and any(_standing(base / file.name).is_relative_to(target) for target in targets)
    }


def _standing(file: Path) -> Path:
    """The path of a file, whatever it links to."""
    return file.parent.resolve() / file.name


def stands_alone(path: Path) -> bool:
    """Is it a file that lies in no library?"""
    return path.is_file() and not any(part in FOLDERS for part in path.absolute().parent.parts)


def library_of(path: Path) -> Path:
    """The library that a file or folder belongs to. Raises WrongCall if there is none."""
    if not path.exists() and not path.is_symlink():
        raise WrongCall(
            Said(N_("{path} is not there."), {"path": path}),
            Said(N_("Check the name; use quotes if it contains spaces."), {}),
        )
    if is_library(path):
        return path
    for folder in path.absolute().parents:
        inside = path.absolute().relative_to(folder)
        if inside.parts[0] in FOLDERS:
            # As given, so that a problem's place can be clicked where the person stands.
            depth = len(inside.parts)
            return path.parents[depth - 1] if len(path.parents) >= depth else folder
    raise WrongCall(
        Said(N_("{path} belongs to no library."), {"path": path}),
        Said(
            N_("A library is a folder that holds at least one of these folders: {names}."),
            {"names": ", ".join(FOLDERS)},
        ),
    )
