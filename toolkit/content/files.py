"""One library folder into files with their records. Nothing is cross-checked here."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.content.builtin import yaml_files
from toolkit.content.place import Problem, Severity
from toolkit.content.reading.decode import characters
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import Mapping, Scalar, Sequence, nodes
from toolkit.content.shaping.file_kind import file_shape
from toolkit.content.shaping.readings import ident
from toolkit.content.shaping.shapes import MISSING

NAMELESS = frozenset({"banned", "theme"})
"""Sections whose records have no id."""

LISTS = (
    "sources",
    "facts",
    "contacts",
    "terms",
    "office_words",
    "offers",
    "products",
    "claims",
    "plans",
)
SINGLES = {"quiz": "quizzes", "scenario": "scenarios", "lesson": "lessons"}
"""The first key that is there says what the file is: a quiz also names its lesson."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of a library: how it is named to the trainer, what it holds, what is wrong.

    `records` are (section, record); `declared` are the (section, id) that it set out to
    define, also where they could not be read. `text` is what excerpts are taken from. `own` tells a trainer's file from ours.
    """

    name: str
    own: bool
    records: tuple[tuple[str, Any], ...]
    declared: frozenset[tuple[str, str]]
    problems: tuple[Problem, ...]
    text: str = ""

    @property
    def sound(self) -> bool:
        """May its records be used?"""
        return not any(one.severity is Severity.ERROR for one in self.problems)


CLAIMS = Path("lessons", "reference", "claims")
"""Where a library keeps what nobody in a hall is shown: read only when somebody asks for it."""


def read_folder(root: Path, *, own: bool, claims: bool = True) -> list[SourceFile]:
    """Every YAML file of the library at `root`, in order of name; without `claims` not those in their folder."""
    aside = None if claims else root / CLAIMS
    return [
        read_file(path, root, own=own)
        for path in yaml_files(root)
        if aside is None or path.parent != aside
    ]


def read_file(path: Path, root: Path, *, own: bool) -> SourceFile:
    """One YAML file of the library at `root`."""
    inside = path.relative_to(root)
    # `.` stays in front: a trainer's file must never have the name of one of ours.
    name = os.path.join(root, inside) if own else inside.as_posix()  # noqa: PTH118
    return _read(path, root, name, own=own)


def _read(path: Path, root: Path, name: str, *, own: bool) -> SourceFile:
    inside = path.relative_to(root)
    desk = Desk(name)
    text = characters(path, root, desk)
    desk.text = text or ""
    top = nodes(text, desk) if text is not None else None
    records: tuple[tuple[str, Any], ...] = ()
    if top is not None:
        records = tuple(_whole(one, path.parent, desk) for one in _records(top, inside, desk))
        if len(desk.problems) > 2:
            from toolkit.content.reading.brake import braked

            records = () if braked(desk) else records
    return SourceFile(
        desk.file, own, records, _declared(top, inside), tuple(desk.problems), text or ""
    )


def read_loose(path: Path) -> SourceFile:
    """One YAML file that lies in no library, as a trainer's own."""
    return _read(path, path.parent, str(path), own=True)


def _records(top: Mapping, inside: Path, desk: Desk) -> tuple[tuple[str, Any], ...]:
    shape = file_shape(top, inside, desk) if top.entries else None
    if shape is None:
        return ()
    desk.form, desk.top = shape, top
    value = shape.read(top, desk)
    if value is MISSING:
        return ()
    if not isinstance(value, dict):
        return ((_single(top)[1], value),)
    return tuple(
        (section, one)
        for section, many in value.items()
        for one in (many if isinstance(many, tuple) else (many,))
    )


def _whole(record: tuple[str, Any], folder: Path, desk: Desk) -> tuple[str, Any]:
    """A record with what other files of its folder hold: the letters of an own typeface."""
    section, value = record
    if section != "theme" or value.own is None:
        return record
    from toolkit.content.typefaces import with_typeface

    return section, with_typeface(value, folder, desk)


def _single(top: Mapping) -> tuple[str, str]:
    """The key that names the record of a file with a single one, and its section."""
    return next((pair for pair in SINGLES.items() if pair[0] in top.entries), ("", ""))


def _declared(top: Mapping | None, inside: Path) -> frozenset[tuple[str, str]]:
    found = _named(top) if top is not None else set()
    folder = inside.parts[0]
    if not found and folder in ("lessons", "quizzes") and len(inside.parts) == 2:
        # What cannot be read was to be what its name says.
        found.add((folder, inside.stem))
    return frozenset(found)


def _named(top: Mapping) -> set[tuple[str, str]]:
    found = set()
    key, section = _single(top)
    name = top.get(key)
    if isinstance(name, Scalar):
        # Others name it rightly, even where its own file writes it oddly.
        found |= {(section, name.value), (section, ident(name.value))}
    for section in LISTS:
        entries = top.get(section)
        for entry in entries.items if isinstance(entries, Sequence) else ():
            name = entry.get("id") if isinstance(entry, Mapping) else None
            if isinstance(name, Scalar):
                found.add((section, name.value))
    return found
