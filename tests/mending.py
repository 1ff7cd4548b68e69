"""A trainer's file with one thing changed: what is said of it, and what its mending leaves."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from samples import CONTACT, LESSON, OFFERS, QUIZ, SCENARIO

from toolkit.content.files import read_folder
from toolkit.content.place import Edit, Problem
from toolkit.language import language

REFERENCE = (
    CONTACT.replace("REVIEW", "2027-12-01")
    + """\
facts:
  - id: own
    number: 3
    about: {id: Hal, en: Thing}
    sources: [uu-18-2017]
    as_of: 2026
    review_by: 2027-01-01
"""
)

FILES = {
    "lesson": ("lessons/ship.yaml", LESSON),
    "quiz": ("quizzes/ship.yaml", QUIZ),
    "offers": ("quizzes/offers.yaml", OFFERS),
    "chat": ("quizzes/uncle.yaml", SCENARIO),
    "reference": ("lessons/reference/own.yaml", REFERENCE),
}
"""Right files, one of each sort."""


@dataclass(frozen=True)
class Told:
    """What is said of a file, in English."""

    problems: tuple[Problem, ...]
    text: str
    name: str

    @property
    def marks(self) -> list[tuple[str, int, int]]:
        """Rule, line and column of each problem."""
        return [(one.rule, one.place.line, one.place.column) for one in self.problems]

    @property
    def only(self) -> Problem:
        """The one problem there is."""
        assert len(self.problems) == 1, self.marks
        return self.problems[0]

    @property
    def what(self) -> str:
        """What is wrong, of the only problem."""
        return language("en").tell(self.only.what)

    @property
    def mend(self) -> str:
        """How it is mended, of the only problem."""
        return language("en").tell(self.only.mend)

    def mended(self) -> Told:
        """What is said after the mending of the only problem."""
        assert self.only.edit, self.mend
        assert self.only.edit.text.strip() in self.mend
        return told(self.name, mend(self.text, self.only.edit))


def after(sort: str, old: str, new: str) -> Told:
    """What is said of a right file after one change."""
    name, text = FILES[sort]
    assert old in text, old
    return told(name, text.replace(old, new, 1))


def told(name: str, text: str) -> Told:
    """What is said of a file that lies alone in a library."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        (file,) = read_folder(Path(folder), own=True)
    return Told(file.problems, text, name)


def mend(text: str, edit: Edit) -> str:
    """The text after a mending."""
    lines = text.split("\n")
    before = "\n".join([*lines[: edit.line - 1], lines[edit.line - 1][: edit.column - 1]])
    rest = "\n".join([lines[edit.end_line - 1][edit.end_column - 1 :], *lines[edit.end_line :]])
    return before + edit.text + rest
