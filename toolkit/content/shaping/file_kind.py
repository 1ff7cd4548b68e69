"""Which shape a file has: what its folder and its keys say, and what if they disagree."""

from __future__ import annotations

from pathlib import Path

from toolkit.content.place import instead
from toolkit.content.reading.desk import Desk, quoted
from toolkit.content.reading.nodes import Mapping, Sequence
from toolkit.content.shaping.lesson_file import LESSON_FILE
from toolkit.content.shaping.offer_file import OFFER_FILE, SCENARIO
from toolkit.content.shaping.plan_file import PLAN_FILE
from toolkit.content.shaping.print_file import PRINT_FILE
from toolkit.content.shaping.quiz_file import QUIZ
from toolkit.content.shaping.reference_file import REFERENCE_FILE
from toolkit.content.shaping.schema import Record
from toolkit.language import said

FOLDERS: dict[str, tuple[Record, ...]] = {
    "lessons": (LESSON_FILE,),
    "lessons/reference": (REFERENCE_FILE,),
    "lessons/plans": (PLAN_FILE,),
    "quizzes": (QUIZ, OFFER_FILE, SCENARIO),
    "print": (PRINT_FILE,),
}
"""The shapes that the files of each folder may have."""


def file_shape(top: Mapping, inside: Path, desk: Desk) -> Record | None:
    """The shape of a file, `inside` being its path within the library; None if nobody can tell."""
    folder = folder_of(inside)
    if folder not in FOLDERS:
        return _anywhere(top, desk)
    shapes = FOLDERS[folder]
    expected = shapes[0] if len(shapes) == 1 else _by_key(top)
    if expected is not None and _fit(top, expected) >= 1 and _names(top, expected):
        return expected
    home, shape = max(
        ((home, one) for home, many in FOLDERS.items() for one in many),
        key=lambda pair: (_weight(top, pair[1]), pair[0] == folder),
    )
    weight = _weight(top, shape)
    if home != folder and weight >= 1 and weight > max(_weight(top, one) for one in shapes):
        desk.error(
            top.at,
            "wrong-folder",
            said(
                "This is a {kind}, but it stands in the folder {folder}/.",
                kind=shape.name,
                folder=folder,
            ),
            said("Move the file to:  {path}", path=f"{home}/{inside.name}"),
        )
        return shape
    if expected is not None:
        return expected
    if weight >= 1 and shape in shapes:
        return shape
    return _by_likeness(top, desk)


def _anywhere(top: Mapping, desk: Desk) -> Record | None:
    """The shape of a file that lies in no library: what most of its keys belong to."""
    every = [one for many in FOLDERS.values() for one in many]
    likely = max(every, key=lambda one: (_names(top, one), _weight(top, one)))
    return likely if _weight(top, likely) > 0 else _by_likeness(top, desk)


def folder_of(inside: Path) -> str:
    """The folder of a library that a file belongs to."""
    for below in ("reference", "plans"):
        if inside.parts[0] == "lessons" and below in inside.parts[1:-1]:
            return f"lessons/{below}"
    return inside.parts[0]


def _by_key(top: Mapping) -> Record | None:
    """In quizzes/ the first key that is there tells: a quiz also names its lesson."""
    for key, shape in (("quiz", QUIZ), ("offers", OFFER_FILE), ("scenario", SCENARIO)):
        if key in top.entries:
            return shape
    return None


def _names(top: Mapping, shape: Record) -> bool:
    """Is the key there that only a file of this shape has?"""
    if shape is LESSON_FILE:
        return "lesson" in top.entries and "questions" not in top.entries
    return shape is not REFERENCE_FILE or not {"lesson", "pages", "takeaways"} & top.entries.keys()


def _fit(top: Mapping, shape: Record) -> int:
    return len(top.entries.keys() & shape.keys.keys())


def _weight(top: Mapping, shape: Record) -> float:
    """How many of a file's keys are such a shape's own; what several have counts little."""
    weight = 0.0
    for key in top.entries.keys() & shape.keys.keys():
        owners = sum(key in one.keys for many in FOLDERS.values() for one in many)
        weight += 1 / owners
    if shape is REFERENCE_FILE and _has_records(top):
        weight += 1
    return weight


def _has_records(top: Mapping) -> bool:
    """Do sources or contacts hold groups of keys, and not only ids?"""
    for key in ("sources", "contacts"):
        entries = top.get(key)
        if isinstance(entries, Sequence) and entries.items:
            return isinstance(entries.items[0], Mapping)
    return False


def _by_likeness(top: Mapping, desk: Desk) -> Record | None:
    """The shape whose key the first one looks like, or None with a problem noted."""
    from toolkit.content.shaping.synonyms import KEYS, meant

    key, (mark, _) = next(iter(top.entries.items()))
    near, _ = meant(key, ["quiz", "offers", "scenario"], KEYS)
    if near:
        desk.error(
            mark.at,
            "unknown-key",
            said('The key "{key}" is not known here.', key=quoted(key)),
            said("Write:  {key}:", key=near),
            edit=instead(mark.at, key, near),
        )
        top.entries[near] = top.entries.pop(key)
        return _by_key(top)
    desk.error(
        top.at,
        "unknown-file",
        said("This file does not say what it holds."),
        said("Begin with one of:  quiz: kapal  or  offers:  or  scenario: paman"),
    )
    return None
