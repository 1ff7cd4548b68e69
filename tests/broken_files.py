"""The broken files of `tests/broken`: each laid over a sound library, with what must be said of it.

A folder there holds the files that are laid over `_sound`, and `expected`: a line for each problem
that must be told, `FILE:LINE RULE [WORD]`, where WORD is what a misspelt word should have been.
Line 0 stands for the whole file. What git cannot hold is made here.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from toolkit.content import load
from toolkit.content.builtin import LARGEST, builtin_root
from toolkit.content.checks.spoken import Heard, Spoken, spoken
from toolkit.content.files import CLAIMS, SourceFile, read_folder
from toolkit.content.place import Edit, Problem

FOLDER = Path(__file__).parent / "broken"
SOUND = FOLDER / "_sound"
LESSON = "lessons/ship.yaml"
_CHECKED = load._checked


@dataclass(frozen=True)
class Expected:
    """A problem that must be told: file within the library, line, rule, and the right word."""

    file: str
    line: int
    rule: str
    near: str = ""


@dataclass(frozen=True)
class Case:
    """A broken library by its name, and everything that must be said of it."""

    slug: str
    expected: tuple[Expected, ...]
    make: Callable[[Path], None] | None = None

    def lay(self, root: Path) -> Path:
        """Write the library; returns `root`."""
        shutil.copytree(SOUND, root)
        if self.make:
            self.make(root)
        else:
            skip = shutil.ignore_patterns("expected")
            shutil.copytree(FOLDER / self.slug, root, dirs_exist_ok=True, ignore=skip)
        return root


def cases() -> list[Case]:
    """Every case, the written ones and those made here, in order of name."""
    written = [
        Case(folder.name, tuple(_expected(folder / "expected")))
        for folder in FOLDER.iterdir()
        if folder.is_dir() and folder != SOUND
    ]
    made = [Case(slug, (Expected(*what),), make) for slug, (make, *what) in _MADE.items()]
    return sorted([*written, *made], key=lambda case: case.slug)


def params() -> list[object]:
    """The cases for pytest, each under its name."""
    return [pytest.param(case, id=case.slug) for case in cases()]


def _expected(file: Path) -> Iterator[Expected]:
    for line in file.read_text(encoding="utf-8").splitlines():
        where, rule, *near = line.split()
        name, number = where.rsplit(":", 1)
        yield Expected(name, int(number), rule, near[0] if near else "")


def _in_place(make: Callable[[Path], None]) -> Callable[[Path], None]:
    def made(root: Path) -> None:
        (root / LESSON).unlink()
        make(root / LESSON)

    return made


def _appended(more: Callable[[], str]) -> Callable[[Path], None]:
    def made(root: Path) -> None:
        path = root / LESSON
        path.write_text(path.read_text(encoding="utf-8") + more(), encoding="utf-8")

    return made


def _outside(file: Path) -> None:
    away = file.parent.parent.parent / "away.yaml"
    shutil.copy(SOUND / LESSON, away)
    file.symlink_to(away)


def _laughs() -> str:
    steps = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    return "a0: &a0 [ha, ha]\n" + steps


_AFTER = (SOUND / LESSON).read_text(encoding="utf-8").count("\n") + 1

_MADE = {
    "folder-in-place": (_in_place(Path.mkdir), LESSON, 0, "not-a-file"),
    "too-large": (_appended(lambda: "# \n" * (LARGEST // 3 + 1)), LESSON, 0, "too-large"),
    "too-deep": (_appended(lambda: "deep: " + "[" * 20_000 + "\n"), LESSON, _AFTER, "too-deep"),
    "billion-laughs": (_appended(_laughs), LESSON, _AFTER, "anchor"),
}
if os.name == "posix":
    _MADE |= {
        "fifo-in-place": (_in_place(os.mkfifo), LESSON, 0, "not-a-file"),
        "device-in-place": (
            _in_place(lambda file: file.symlink_to("/dev/zero")), LESSON, 0, "outside-library",
        ),
        "link-out": (_in_place(_outside), LESSON, 0, "outside-library"),
        "link-to-itself": (_in_place(lambda file: file.symlink_to(file)), LESSON, 0, "unreadable"),
        "link-to-nothing": (
            _in_place(lambda file: file.symlink_to(file.with_name("gone"))), LESSON, 0, "unreadable",
        ),
    }  # fmt: skip


@contextmanager
def builtin_read_once() -> Iterator[None]:
    """The built-in files are read, checked by themselves and heard once, and not for each of a thousand checks."""
    first = load.read_folder, load._checked, load.Heard

    def reading(root: Path, *, own: bool, claims: bool = True) -> list[SourceFile]:
        if root != builtin_root():
            return first[0](root, own=own, claims=claims)
        aside = "" if claims else CLAIMS.as_posix() + "/"
        return [file for file in _builtin(root) if not aside or not file.name.startswith(aside)]

    def checked(file: SourceFile) -> SourceFile:
        return file if id(file) in _READ else first[1](file)

    load.read_folder, load._checked, load.Heard = reading, checked, _Remembering
    try:
        yield
    finally:
        load.read_folder, load._checked, load.Heard = first


class _Remembering(Heard):
    """Knows what our own records say; what others say it hears for itself."""

    def __init__(self) -> None:
        super().__init__()
        self._ours = _spoken(builtin_root())

    def of(self, record: Any) -> Spoken:
        return self._ours.get(id(record)) or super().of(record)


@cache
def _builtin(root: Path) -> tuple[SourceFile, ...]:
    files = tuple(map(_CHECKED, read_folder(root, own=False)))
    _READ.update(map(id, files))
    return files


_READ: set[int] = set()
"""The identities of files that have been checked already; they are held and stay their own."""


@cache
def _spoken(root: Path) -> dict[int, Spoken]:
    """By the identity of the record, which is held here and so stays its own."""
    return {id(record): spoken(record) for file in _builtin(root) for _, record in file.records}


def mended(text: str, edit: Edit) -> str:
    """The text after an edit."""
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: edit.line - 1]) + edit.column - 1
    end = sum(len(line) + 1 for line in lines[: edit.end_line - 1]) + edit.end_column - 1
    assert 0 <= start <= end <= len(text)
    return text[:start] + edit.text + text[end:]


def inside(problem: Problem, root: Path) -> str:
    """The file of a problem within the library at `root`; "" if it is none of its own."""
    path = Path(problem.place.file)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""
