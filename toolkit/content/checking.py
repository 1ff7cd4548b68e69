"""Checking files or whole libraries: loading them, and telling only what was asked about."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.content.builtin import FOLDERS, builtin_root, is_library
from toolkit.content.load import open_library
from toolkit.content.place import Problem, Severity, in_reading_order
from toolkit.errors import WrongCall
from toolkit.language import N_, Said


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong in the files asked about, in reading order."""

    problems: tuple[Problem, ...]

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

    Raises WrongCall for a path that is not there or belongs to no library.
    """
    asked: dict[Path, list[Path]] = {}
    for path in paths or [own or builtin_root()]:
        asked.setdefault(library_of(path), []).append(path)
    problems = []
    for root, targets in asked.items():
        # Our own files are named from the library's folder, a trainer's as they were given.
        ours = root.resolve() == builtin_root().resolve()
        base = root if ours else Path()
        wanted = [target.resolve() for target in targets]
        for problem in open_library(root, as_of).problems:
            file = (base / problem.place.file).resolve()
            if not ours and not problem.place.file.startswith(os.path.join(root, "")):  # noqa: PTH118
                continue
            if any(file.is_relative_to(target) for target in wanted):
                problems.append(problem)
    return Report(tuple(in_reading_order(problems)))


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
