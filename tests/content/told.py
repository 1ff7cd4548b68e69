"""What checking tells of a trainer's files, and what becomes of a file that is mended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from samples import LESSON, OFFERS, OTHER_KINDS, QUIZ, SCENARIO

from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.content.place import Problem

Write = Callable[[str, str | bytes], Path]

SHIP = {"lessons/ship.yaml": LESSON, "quizzes/ship.yaml": QUIZ}
PLAYED = {
    "lessons/ship.yaml": LESSON,
    "quizzes/ship.yaml": OTHER_KINDS,
    "quizzes/offers.yaml": OFFERS,
    "quizzes/uncle.yaml": SCENARIO,
}


def problems(write: Write, files: dict[str, str], as_of: date = RELEASED) -> list[Problem]:
    """Every problem of the trainer's own files."""
    for name, content in files.items():
        root = write(name, content)
    return [p for p in open_library(root, as_of).problems if str(root) in p.place.file]


def spots(found: list[Problem]) -> list[str]:
    """Problems as `ship.yaml:3:9 rule`, without those that follow from another file's."""
    return [
        f"{Path(p.place.file).name}:{p.place.line}:{p.place.column} {p.rule}"
        for p in found
        if p.rule != "left-out"
    ]


def changed(files: dict[str, str], name: str, old: str, new: str) -> dict[str, str]:
    """The files with one change in one of them, at the first such place."""
    assert old in files[name], old
    return {**files, name: files[name].replace(old, new, 1)}


def at(files: dict[str, str], name: str, words: str) -> str:
    """Where the first such words begin in a file, as `ship.yaml:3:9`."""
    before = files[name][: files[name].index(words)]
    column = len(before) - (before.rfind("\n") + 1) + 1
    return f"{Path(name).name}:{before.count(chr(10)) + 1}:{column}"


def mended(files: dict[str, str], problem: Problem) -> dict[str, str]:
    """The files after the edit that a problem offers."""
    edit = problem.edit
    assert edit is not None
    name = next(name for name in files if problem.place.file.endswith(name))
    lines = files[name].split("\n")
    assert edit.line == edit.end_line
    line = lines[edit.line - 1]
    lines[edit.line - 1] = line[: edit.column - 1] + edit.text + line[edit.end_column - 1 :]
    return {**files, name: "\n".join(lines)}
