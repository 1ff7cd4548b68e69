"""Prints files for villages, one task after the other: what each of the cores does.

What is there and made of the same stays as it is; everything else is made, written under
another name and renamed when it is on the disk. What comes of a task can be sent to another
process.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, NamedTuple

from toolkit.content.library import Library
from toolkit.content.place import Problem
from toolkit.content.reading.desk import quoted
from toolkit.content.villages.village import Village
from toolkit.disk import cannot_write
from toolkit.language import said
from toolkit.paper.pdf.drafts import Drafts
from toolkit.paper.pdf.pdf_file import HEADER
from toolkit.paper.setting.job import Job
from toolkit.paper.shop import titled
from toolkit.paper.type.trouble import Unprintable
from toolkit.paper.villages.bundle import Bundle
from toolkit.paper.villages.made_of import Found, look, note
from toolkit.paper.villages.stamp import Stamper
from toolkit.paper.villages.village_file import VillageFiles
from toolkit.paper.villages.village_names import Wanted


@dataclass(frozen=True, slots=True)
class Task:
    """Some files of one product."""

    job: Job
    files: tuple[Wanted, ...]


@dataclass(slots=True)
class Done:
    """What came of a task: files by what became of them, and villages that cannot be printed.

    `outdated` are files that are there and could not be made anew.
    """

    sheets: int
    doing: str
    new: int = 0
    replaced: int = 0
    kept: int = 0
    problems: list[Problem] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)


class _Order(NamedTuple):
    """A file that is to be made."""

    stamper: Stamper
    wanted: Wanted
    told: bytes
    target: str


class Press:
    """Prints products of a library into a folder; `bundled` makes one file of many villages."""

    def __init__(
        self, library: Library, out: Path, *, bundled: bool, stampers: Mapping[Job, Stamper]
    ) -> None:
        self._library = library
        self._out = out
        self._bundled = bundled
        self._stampers = dict(stampers)
        self._shapes: dict[int, VillageFiles] = {}

    def __call__(self, task: Task) -> Done:
        """Print the files of a task. Raises Breakdown if the disk fails."""
        stamper = self._stamper(task.job)
        done = Done(sum(len(one.villages) for one in task.files), task.files[-1].path)
        replaced: set[str] = set()
        base = str(self._out / folder(task.job)) + os.sep

        def named(target: str) -> None:
            if target in replaced:
                done.replaced += 1
            else:
                done.new += 1

        with Drafts(named) as drafts:
            for wanted in task.files:
                target = base + wanted.path
                told = note(stamper, wanted.villages)
                there = _looked(target, told)
                if there is Found.SAME:
                    done.kept += 1
                    continue
                if there is Found.OTHER:
                    replaced.add(target)
                made = self._make(_Order(stamper, wanted, told, target), drafts, done)
                if there is Found.OTHER and not made:
                    done.outdated.append(target)
        return done

    def _make(self, order: _Order, drafts: Drafts, done: Done) -> bool:
        """Make a file. False if nothing can stand in it."""
        village = order.wanted.villages[0]
        try:
            if self._bundled:
                with drafts.new(order.target) as file:
                    _bundle(order, file, done)
                return True
            content = self._sheet(order.stamper, village, order.told)
        except _Same:
            done.kept += 1
            return True
        except _Empty:
            return False
        except Unprintable as trouble:
            done.problems.append(_problem(trouble, village, order.stamper.job))
            return False
        drafts.write(order.target, content)
        return True

    def _sheet(self, stamper: Stamper, village: Village, told: bytes) -> bytes:
        stamped = stamper.stamp(village)
        if stamped is None:
            return stamper.whole(village).bytes(told)
        shape = self._shapes.get(id(stamped.pattern))
        if shape is None:
            # Patterns live as long as their stamper, so that none comes to have another's place.
            shape = self._shapes[id(stamped.pattern)] = VillageFiles(stamped.pattern, len(told))
        return shape.file(titled(stamper.about, village).title, stamped.contents, told)

    def _stamper(self, job: Job) -> Stamper:
        if job not in self._stampers:
            self._stampers[job] = Stamper(job, self._library)
        return self._stampers[job]


def opened(reopen: Callable[[], Library], out: Path, *, bundled: bool) -> Press:
    """A press with a library of its own, in another process."""
    return Press(reopen(), out, bundled=bundled, stampers={})


def folder(job: Job) -> str:
    """The folder of a product: `leaflet-recruitment-id-a4`."""
    return Path(job.file_name).stem


def _looked(target: str, told: bytes) -> Found:
    try:
        return look(target, told)
    except OSError as trouble:
        raise cannot_write(Path(target), trouble) from trouble


class _Empty(Exception):
    """None of a regency's villages can be printed."""


class _Same(Exception):
    """Of a regency's villages those that can be printed stand in its file already."""


def _bundle(order: _Order, file: BinaryIO, done: Done) -> None:
    """Write the file of a regency; villages that cannot be printed are left out of it."""
    villages = order.wanted.villages
    title = f"{order.stamper.about.title}: {villages[0].regency}"
    bundle = Bundle(file, order.stamper, title, order.told)
    added = []
    for village in villages:
        try:
            bundle.add(village)
        except Unprintable as trouble:
            done.problems.append(_problem(trouble, village, order.stamper.job))
        else:
            added.append(village)
    if not added:
        raise _Empty
    told = note(order.stamper, added)
    if len(added) < len(villages) and _looked(order.target, told) is Found.SAME:
        raise _Same
    bundle.close()
    if len(added) < len(villages):
        # The note tells what is in it, so that a list without the others finds it as it is.
        file.seek(len(HEADER))
        file.write(told)


def _problem(trouble: Unprintable, village: Village, job: Job) -> Problem:
    """What is wrong with a village on a product, at its row in the list."""
    found = trouble.problem
    what = said("{sheet}: {what}", sheet=f"{job.product}-{job.lang}-{job.paper}", what=found.what)
    if found.place != village.at:
        # It is the sheet that has no room, but all other villages are on it.
        what = said("{village}: {what}", village=quoted(village.name[:_NAMED]), what=what)
    return replace(found, place=village.at, what=what)


_NAMED = 40
"""Signs of a name by which a village is known in a sentence."""
