"""Opening a library: the built-in one, and a trainer's own laid over it, id by id.

Checking is loading: one reader, one list of problems. A file with errors is left
out as a whole, and what depends on it with it; everything sound still opens.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from toolkit import RELEASED
from toolkit.content.builtin import builtin_root, must_be_library
from toolkit.content.desk import Desk
from toolkit.content.files import SourceFile, read_folder
from toolkit.content.freshness import outdated, rejected, typed_numbers
from toolkit.content.library import Library, Overlay
from toolkit.content.links import broken_links, loose_ends
from toolkit.content.place import Problem, Severity, in_reading_order
from toolkit.content.teaching import check_record
from toolkit.language import said

SECTIONS = (
    "lessons", "quizzes", "offers", "scenarios", "sources", "facts", "contacts", "terms", "products",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Loaded:
    """A library, every problem of its files in reading order, and the files left out."""

    library: Library
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that left a file out."""
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)


def open_library(own: Path | None = None, as_of: date | None = None) -> Loaded:
    """The built-in library with `own` laid over it, judged at `as_of` (default: today).

    Raises WrongCall if `own` is not a library. Broken files are in the result, not raised.
    """
    files = read_folder(builtin_root(), own=False)
    if own is not None and own.resolve() != builtin_root().resolve():
        must_be_library(own)
        files += read_folder(own, own=True)
    files = [_checked(file) for file in files]
    merged = _settle(files)
    day = max(as_of or date.today(), RELEASED)  # a wrong clock must not make old numbers fresh
    library = _library(merged.sections, merged.files, own, day)
    problems = [problem for file in files for problem in file.problems]
    problems += merged.problems
    for late in (outdated, rejected, typed_numbers):
        problems += late(library)
    problems = in_reading_order(problems)
    sound = {file.name for file in merged.files}
    return Loaded(
        library, tuple(problems), tuple(file.name for file in files if file.name not in sound)
    )


def _checked(file: SourceFile) -> SourceFile:
    desk = Desk(file.name, list(file.problems))
    for _, record in file.records:
        check_record(record, desk)
    return replace(file, problems=tuple(desk.problems))


@dataclass(slots=True)
class _Merged:
    sections: dict[str, dict[str, Any]]
    files: list[SourceFile]
    problems: list[Problem]


def _settle(files: list[SourceFile]) -> _Merged:
    """Merge the sound files; leave out those with broken links, until none is left."""
    sound = [file for file in files if file.sound]
    problems: list[Problem] = []
    while True:
        sections, doubles = _merge(sound)
        missing = _whereabouts(files, sound)
        found = [*doubles, *broken_links(sections, missing.get), *loose_ends(sections)]
        problems += found
        broken = {one.place.file for one in found if one.severity is Severity.ERROR}
        if not broken:
            return _Merged(sections, sound, problems)
        sound = [file for file in sound if file.name not in broken]


class _Whereabouts(dict[tuple[str, str], str]):
    """Which file set out to define a record that is not there."""

    def get(self, section: str, one: str) -> str | None:  # type: ignore[override]
        return super().get((section, one))


def _whereabouts(files: list[SourceFile], sound: list[SourceFile]) -> _Whereabouts:
    out = [file for file in files if file not in sound]
    return _Whereabouts({declared: file.name for file in out for declared in file.declared})


def _merge(files: list[SourceFile]) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    sections: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
    problems = []
    layer: dict[tuple[str, str], Any] = {}
    for own in (False, True):
        layer.clear()
        for section, record in _records(files, own):
            if section == "banned":
                continue
            first = layer.setdefault((section, record.id), record)
            if first is not record:
                problems.append(
                    Problem(
                        record.at,
                        "duplicate-id",
                        said(
                            'The id "{id}" is already used at {place}.',
                            id=record.id,
                            place=str(first.at),
                        ),
                        said("Give one of them another id; ids are permanent and never shared."),
                    )
                )
            else:
                sections[section][record.id] = record
    return sections, problems


def _records(files: Iterable[SourceFile], own: bool) -> Iterator[tuple[str, Any]]:
    return ((section, one) for file in files if file.own == own for section, one in file.records)


def _library(
    sections: dict[str, dict[str, Any]], files: list[SourceFile], own: Path | None, as_of: date
) -> Library:
    lessons = sorted(sections["lessons"].values(), key=lambda one: (one.order, one.id))
    sections["lessons"] = {one.id: one for one in lessons}
    questions = {one.id: one for quiz in sections["quizzes"].values() for one in quiz.questions}
    replaced = defaultdict(list)
    ours = {(section, one.id) for section, one in _records(files, False) if section != "banned"}
    for section, record in _records(files, True):
        if section != "banned" and (section, record.id) in ours:
            replaced[section].append(record.id)
    has_own = any(file.own for file in files)
    overlay = Overlay(
        own.resolve().name if own else "", tuple(replaced["facts"]), tuple(replaced["contacts"])
    )
    frozen = {name: MappingProxyType(records) for name, records in sections.items()}
    return Library(
        as_of=as_of,
        questions=MappingProxyType(questions),
        banned=tuple(one for file in files for section, one in file.records if section == "banned"),
        overlays=(overlay,) if has_own else (),
        **frozen,
    )
