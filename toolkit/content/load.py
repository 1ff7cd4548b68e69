"""Opening a library: the built-in one, and a trainer's own laid over it, id by id.

Checking is loading: one reader, one list of problems. A file with errors is left
out as a whole, and what depends on it with it; everything sound still opens.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from toolkit import judged_on
from toolkit.content.builtin import builtin_root, must_be_library, translation_files
from toolkit.content.checks.discernment import lopsided
from toolkit.content.checks.forms import unlike_forms
from toolkit.content.checks.freshness import outdated, rejected
from toolkit.content.checks.links import broken_links, loose_ends
from toolkit.content.checks.pages import fit_pages
from toolkit.content.checks.printing import in_their_order, misfits, theme_of
from toolkit.content.checks.spoken import Heard
from toolkit.content.checks.teaching import check_record
from toolkit.content.checks.together import told_together
from toolkit.content.excerpts import with_excerpts
from toolkit.content.files import NAMELESS, SINGLES, SourceFile, read_folder, read_loose
from toolkit.content.library import Library, Overlay
from toolkit.content.misplaced import misplaced
from toolkit.content.place import Problem, Severity, in_reading_order, place_of
from toolkit.content.reading.desk import Desk
from toolkit.content.session_plan import in_turn
from toolkit.content.shaping.free_ids import free_id
from toolkit.language import said

SECTIONS = (
    "lessons", "quizzes", "offers", "scenarios", "sources", "facts", "contacts", "terms", "office_words",
    "products", "plans", "claims",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FileState:
    """A file of a library: its name as told to the trainer, what it holds, how it fares.

    `records` are (section, id); `own` tells a trainer's file from a built-in one.
    """

    name: str
    own: bool
    records: tuple[tuple[str, str], ...]
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True)
class Loaded:
    """A library, every problem of its files in reading order, and the files left out.

    `files` are all of them, the built-in ones first; `texts` what stands in them, by name.
    """

    library: Library
    problems: tuple[Problem, ...]
    left_out: tuple[str, ...]
    files: tuple[FileState, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that left a file out."""
        return tuple(one for one in self.problems if one.severity is Severity.ERROR)

    def excerpted(self, problems: Iterable[Problem]) -> list[Problem]:
        """Problems found later (on paper), each with what stands at its place."""
        return with_excerpts(list(problems), self.texts)


def open_library(
    own: Path | None = None,
    as_of: date | None = None,
    *,
    translated: bool = True,
    loose: Sequence[Path] = (),
    claims: bool = False,
) -> Loaded:
    """The built-in library with `own` laid over it, judged at `as_of` (default: today).

    `loose` are files that lie in no library; they count as the trainer's own.
    `translated=False` leaves its translation files aside, for those who work on them; `claims`
    reads the folder of claims, too, which nothing shown or printed needs.

    Raises WrongCall if `own` is not a library. Broken files are in the result, not raised.
    """
    with _no_garbage_hunt():
        return _opened(own, judged_on(as_of), translated, loose, claims)


@contextmanager
def _no_garbage_hunt() -> Iterator[None]:
    """Reading makes very many objects and next to no garbage; looking for it would double the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        # What has been read is here to stay: it counts as old at once, without being walked through.
        gc.freeze()
        gc.unfreeze()
        gc.enable()


def _opened(
    own: Path | None, as_of: date, translated: bool, loose: Sequence[Path], claims: bool
) -> Loaded:
    roots = [builtin_root()]
    unread: list[Problem] = []
    theirs: list[SourceFile] = []
    if own is not None and own.resolve() != builtin_root().resolve():
        must_be_library(own)
        theirs += read_folder(own, own=True, claims=claims)
        unread += misplaced(own)
        roots.append(own)
    alone = [read_loose(path) for path in loose]
    # A file from a stick is checked as if it lay where its namesake lies.
    held = {one for file in alone for one in file.declared if one[0] in SINGLES.values()}
    theirs = [file for file in theirs if held.isdisjoint(file.declared)] + alone
    ours = read_folder(builtin_root(), own=False, claims=claims)
    files = [_checked(file) for file in (*ours, *theirs)]
    settled = _settle(files, own, as_of)
    problems = [problem for file in files for problem in file.problems]
    found = in_reading_order([*problems, *settled.problems, *unread])
    texts = {file.name: file.text for file in files}
    sound = {file.name for file in settled.files}
    loaded = Loaded(
        settled.library,
        tuple(with_excerpts(found, texts)),
        tuple(file.name for file in files if file.name not in sound),
        (
            *(_state(file, found) for file in files),
            *(FileState(one.place.file, True, (), 0, 1) for one in unread),
        ),
        texts,
    )
    more = translated and any(map(translation_files, roots))
    return _translated(loaded, roots) if more else loaded


def _translated(loaded: Loaded, roots: list[Path]) -> Loaded:
    """What was loaded, with the translation files of its folders laid into it."""
    from toolkit.content.translation.translations import still_missing, with_translations

    found = with_translations(loaded.library, roots, roots[1] if len(roots) > 1 else None)
    problems = still_missing(loaded.problems, found.library)
    texts = {**loaded.texts, **{name: "\n".join(po.lines) for name, po in found.files.items()}}
    states = [
        FileState(name, name in found.own, (), *_counts(name, found.problems))
        for name in (*found.files, *found.left_out)
    ]
    return Loaded(
        found.library,
        tuple(in_reading_order([*problems, *with_excerpts(found.problems, loaded.texts)])),
        (*loaded.left_out, *found.left_out),
        (*loaded.files, *states),
        texts,
    )


def _state(file: SourceFile, problems: list[Problem]) -> FileState:
    records = tuple(sorted(file.declared))
    return FileState(file.name, file.own, records, *_counts(file.name, problems))


def _counts(name: str, problems: Iterable[Problem]) -> tuple[int, int]:
    """How many errors and warnings a file has."""
    mine = [one.severity for one in problems if one.place.file == name]
    return mine.count(Severity.ERROR), mine.count(Severity.WARNING)


def _checked(file: SourceFile) -> SourceFile:
    desk = Desk(file.name, list(file.problems))
    for _, record in file.records:
        check_record(record, desk)
    return replace(file, problems=tuple(desk.problems))


@dataclass(frozen=True, slots=True)
class _Settled:
    library: Library
    files: list[SourceFile]
    problems: list[Problem]


def _settle(files: list[SourceFile], own: Path | None, as_of: date) -> _Settled:
    """Merge the sound files; leave out what turns out wrong together, until nothing does."""
    sound = [file for file in files if file.sound]
    problems: list[Problem] = []
    heard = Heard()
    while True:
        sections, found = _merge(sound)
        names = {file.name for file in sound}
        out = [file for file in files if file.name not in names]
        missing = {declared: file.name for file in out for declared in file.declared}
        aside = [record for file in out for _, record in file.records]
        found += broken_links(sections, missing, aside, heard)
        found += loose_ends(sections, aside)
        found += unlike_forms(sections)
        found += misfits(sections, sound)
        if not any(section == "offers" for section, _ in missing):
            found += lopsided(sections["offers"], {file.name for file in sound if file.own})
        broken = _broken(found) & names
        if not broken:
            # Only what is linked can be asked what it claims.
            library = _library(sections, sound, own, as_of)
            theirs = {file.name for file in sound if file.own}
            found += [*outdated(library), *rejected(library, theirs, heard)]
            broken = _broken(found) & names
        problems += found
        if not broken:
            problems += told_together(library, sections, files, sound, told=problems, heard=heard)
            return _Settled(library, sound, problems)
        sound = [file for file in sound if file.name not in broken]


def _broken(problems: list[Problem]) -> set[str]:
    return {one.place.file for one in problems if one.severity is Severity.ERROR}


def _merge(files: list[SourceFile]) -> tuple[dict[str, dict[str, Any]], list[Problem]]:
    sections: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
    problems: list[Problem] = []
    layer: dict[tuple[str, str], Any] = {}
    ours: dict[str, dict[str, Any]] = {}
    for own in (False, True):
        layer.clear()
        # A copy that somebody keeps beside it must not take the place of the file itself.
        for section, record in _records(sorted(files, key=_may_be_copy), own):
            if section in NAMELESS:
                continue
            first = layer.setdefault((section, record.id), record)
            if first is not record:
                problems.append(
                    Problem(
                        place_of(record.id, record.at),
                        "duplicate-id",
                        said(
                            'The id "{id}" is already used at {place}.',
                            id=record.id,
                            place=str(place_of(first.id, first.at)),
                        ),
                        said(
                            "Is it a copy? Move it out of the library. If not, give it another id:  {id}",
                            id=free_id(record.id, sections[section]),
                        ),
                    )
                )
            else:
                sections[section][record.id] = record
        if not own:
            ours = {name: dict(sections[name]) for name in ("lessons", "quizzes")}
    fit_pages(sections, ours)
    return sections, problems


def _may_be_copy(file: SourceFile) -> bool:
    """Is its name another than that of the one thing it holds?"""
    stem = Path(file.name).stem
    return not any(one == stem for section, one in file.declared if section in SINGLES.values())


def _records(files: Iterable[SourceFile], own: bool) -> Iterator[tuple[str, Any]]:
    return ((section, one) for file in files if file.own == own for section, one in file.records)


def _library(
    sections: dict[str, dict[str, Any]], files: list[SourceFile], own: Path | None, as_of: date
) -> Library:
    lessons = sorted(sections["lessons"].values(), key=lambda one: (one.order, one.id))
    sections["lessons"] = {one.id: one for one in lessons}
    sections["products"] = in_their_order(sections["products"], files)
    sections["plans"] = {one.id: one for one in sorted(sections["plans"].values(), key=in_turn)}
    questions = {one.id: one for quiz in sections["quizzes"].values() for one in quiz.questions}
    replaced = defaultdict(list)
    ours = {(section, one.id) for section, one in _records(files, False) if section not in NAMELESS}
    for section, record in _records(files, True):
        if section not in NAMELESS and (section, record.id) in ours:
            replaced[section].append(record.id)
    has_own = any(file.own for file in files)
    overlay = Overlay(
        own.resolve().name if own else "", tuple(replaced["facts"]), tuple(replaced["contacts"])
    )
    frozen: dict[str, Any] = {name: MappingProxyType(records) for name, records in sections.items()}
    return Library(
        as_of=as_of,
        questions=MappingProxyType(questions),
        banned=tuple(one for file in files for section, one in file.records if section == "banned"),
        overlays=(overlay,) if has_own else (),
        theme=theme_of(files),
        **frozen,
    )
