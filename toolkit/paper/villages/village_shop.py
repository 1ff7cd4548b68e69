"""The print shop for many villages: products and a list in, a file for each village or regency out.

A door of this room, beside `shop`. May be called again at any time: what is there and made of
the same is left as it is, so that it goes on where a power cut has stopped it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from toolkit.content.edition import Edition
from toolkit.content.library import Library
from toolkit.content.place import Place, Problem
from toolkit.content.villages.village import Village
from toolkit.errors import Breakdown, CekDuluError
from toolkit.language import said
from toolkit.paper.pdf.drafts import found
from toolkit.paper.setting.job import Job
from toolkit.paper.villages import village_names
from toolkit.paper.villages.stamp import Stamper
from toolkit.paper.villages.village_names import Wanted
from toolkit.paper.villages.village_press import Done, Press, Task, folder, opened
from toolkit.paper.villages.workers import cores, spread

__all__ = ("VillagesPrinted", "print_villages")

_CHUNK = 200
"""Villages that a core is given at a time."""

_WORTH = 4000
"""Sheets from which on further processes save more time than it takes to begin them."""


@dataclass(frozen=True, slots=True)
class VillagesPrinted:
    """What came of it, counted in files.

    `replaced` were there and made of something else, `kept` were there and are the same.
    `problems` are villages that cannot be printed, on at least one sheet: `unprintable` of them;
    `failures` are whole products. What else is there: `outdated` files are wanted, but nothing
    that is right can stand in them; `other_kind` are the list's villages bundled the other way;
    `extra` belong to no village that was printed.
    """

    new: int
    replaced: int
    kept: int
    problems: tuple[Problem, ...]
    failures: tuple[tuple[Job, CekDuluError], ...]
    unprintable: int
    outdated: tuple[Path, ...]
    other_kind: tuple[Path, ...]
    extra: tuple[Path, ...]
    folders: tuple[Path, ...]
    stale: tuple[str, ...]
    untranslated: tuple[tuple[Job, int], ...]
    editions: tuple[Edition, ...]


def print_villages(
    jobs: Sequence[Job],
    villages: Sequence[Village],
    library: Library,
    out: Path,
    *,
    strict: bool = False,
    bundled: bool = False,
    moved: Callable[[int, str], None] = lambda _done, _doing: None,
    keep: Callable[[Sequence[Edition]], None] = lambda _editions: None,
    reopen: Callable[[], Library] | None = None,
    processes: int | None = None,
) -> VillagesPrinted:
    """Print each job for every village, into a folder of its own below `out`.

    `bundled` makes one file for each regency. `moved` hears how many sheets are done, and of
    what; `keep` is handed the editions before the first file has its name. With `reopen`, which opens the same library in another process, all cores are used.
    Raises Breakdown if the disk fails, saying how far it came.
    """
    stampers, failures = _stampers(jobs, library, strict=strict)
    wanted = tuple(village_names.files(villages, bundled=bundled))
    counted = _Counted(moved)
    if processes is None:
        many = len(villages) * len(stampers) >= _WORTH
        processes = cores() if reopen and many else 1
    begin: Callable[[], Press]
    if reopen and processes > 1:
        begin = partial(opened, reopen, out, bundled=bundled)
    else:
        press = Press(library, out, bundled=bundled, stampers=stampers)
        begin = lambda: press  # noqa: E731 - it is the press itself that is handed over
    folders = tuple(out / folder(job) for job in stampers)
    made = tuple(stampers.values())
    keep([edition for one in made for edition in one.editions])
    try:
        extra = [path for one in folders for path in _extra(one, wanted)]
        for done in spread(begin, _tasks(tuple(stampers), wanted), processes):
            counted.add(done)
    except Breakdown as trouble:
        raise _stopped(trouble, counted) from trouble
    other = _of_other_kind(folders, villages, bundled=bundled) if extra else frozenset()
    return VillagesPrinted(
        new=counted.new,
        replaced=counted.replaced,
        kept=counted.kept,
        problems=tuple(counted.problems),
        failures=failures,
        unprintable=counted.unprintable,
        outdated=tuple(counted.outdated),
        other_kind=tuple(path for path in extra if path in other),
        extra=tuple(path for path in extra if path not in other),
        folders=tuple(one for one in folders if one.is_dir()),
        stale=tuple(dict.fromkeys(one for stamper in made for one in stamper.stale)),
        untranslated=tuple((one.job, len(one.foreign)) for one in made if one.foreign),
        editions=tuple(one.edition for one in made),
    )


def _stampers(
    jobs: Sequence[Job], library: Library, *, strict: bool
) -> tuple[dict[Job, Stamper], tuple[tuple[Job, CekDuluError], ...]]:
    """The products that can be made, ready for any village, and why the others cannot."""
    stampers: dict[Job, Stamper] = {}
    failures: list[tuple[Job, CekDuluError]] = []
    for job in jobs:
        try:
            stampers[job] = Stamper(job, library, strict=strict)
        except CekDuluError as trouble:
            failures.append((job, trouble))
    return stampers, tuple(failures)


def _tasks(jobs: Sequence[Job], wanted: Sequence[Wanted]) -> Iterator[Task]:
    """All the work in portions: of whole files, and of about as many villages each."""
    for job in jobs:
        files: list[Wanted] = []
        villages = 0
        for one in wanted:
            files.append(one)
            villages += len(one.villages)
            if villages >= _CHUNK:
                yield Task(job, tuple(files))
                files, villages = [], 0
        if files:
            yield Task(job, tuple(files))


def _extra(folder: Path, wanted: Sequence[Wanted]) -> Iterator[Path]:
    """Files that are there and not wanted any more."""
    known = {one.path for one in wanted}
    return (folder / path for path in found(folder) if path not in known)


def _of_other_kind(
    folders: Sequence[Path], villages: Sequence[Village], *, bundled: bool
) -> frozenset[Path]:
    """The files that the same list has with the other way of bundling."""
    paths = [one.path for one in village_names.files(villages, bundled=not bundled)]
    return frozenset(folder / path for folder in folders for path in paths)


class _Counted:
    """What has come of the tasks so far. A row that cannot be printed is told once."""

    def __init__(self, moved: Callable[[int, str], None]) -> None:
        self.new = self.replaced = self.kept = self.sheets = 0
        self.problems: list[Problem] = []
        self.outdated: list[Path] = []
        self._told: set[tuple[Place, str]] = set()
        self._moved = moved

    @property
    def unprintable(self) -> int:
        """How many villages there are problems with."""
        return len({place for place, _ in self._told})

    def add(self, done: Done) -> None:
        """Another task is done."""
        self.new += done.new
        self.replaced += done.replaced
        self.kept += done.kept
        self.sheets += done.sheets
        self.outdated += map(Path, done.outdated)
        for problem in done.problems:
            if (problem.place, problem.rule) not in self._told:
                self._told.add((problem.place, problem.rule))
                self.problems.append(problem)
        self._moved(self.sheets, done.doing)


def _stopped(trouble: Breakdown, counted: _Counted) -> Breakdown:
    """The same trouble, with how far it came and that nothing of it is lost."""
    ready = counted.new + counted.replaced + counted.kept
    return Breakdown(
        said("{what} Files that are ready: {n} or more.", what=trouble.what, n=ready),
        said("{mend} Then give the same command again: it goes on from there.", mend=trouble.mend),
    )
