"""The print shop behind the app's print screens: their wishes become jobs, and jobs files.

The shop itself is imported when it is first asked, so that opening the app stays quick.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import Breakdown, CekDuluError
from toolkit.screen.print_door import FileLine, Kind, Made, Outline, Started, Turn, Wish

if TYPE_CHECKING:
    from toolkit.content.edition import Edition
    from toolkit.content.library import Library
    from toolkit.paper.setting.job import Job

PRINTED = "PDF"
"""The folder of printed files within a person's own library; a library looks at others only."""


class PrintDesk:
    """The door of `toolkit.screen.print_door`, with the shop behind it.

    `keep` is handed what was printed, so that an edition can be explained later.
    """

    def __init__(self, keep: Callable[[tuple[Edition, ...]], None]) -> None:
        self._keep = keep

    @cached_property
    def folder(self) -> Path:
        """A folder in the person's documents."""
        from toolkit.commands.asked import own_library

        return own_library() / PRINTED

    @cached_property
    def _passing(self) -> Path:
        from toolkit.commands import passing

        return passing.opened()

    def kinds(self) -> Mapping[str, Kind]:
        """What a file of each product is about."""
        from toolkit.paper.crafts import CRAFTS
        from toolkit.paper.shop import PRODUCTS, Job, is_for_later

        crafts = {product: Kind(craft.scope.value) for product, craft in CRAFTS.items()}
        later = (one for one in PRODUCTS if is_for_later(Job(one, (), "", "")))
        return {**crafts, **dict.fromkeys(later, Kind.MEETING)}

    def outline(self, library: Library, wish: Wish, started: Started) -> Outline:
        """The files that would come, laid out but not drawn."""
        files: list[FileLine] = []
        failures: list[tuple[str, CekDuluError]] = []
        jobs = _jobs(wish, library)
        for at, job in enumerate(jobs, 1):
            if not started(at, len(jobs), job.file_name):
                break
            try:
                files.append(_line(job, library))
            except CekDuluError as trouble:
                failures.append((job.file_name, trouble))
        return Outline(tuple(files), tuple(failures))

    def make(self, library: Library, wish: Wish, started: Started) -> Made:
        """Write the files; a disk that fails ends it, words that do not fit only their own file."""
        from toolkit.paper.shop import print_jobs

        files: list[Path] = []
        failures: list[tuple[str, CekDuluError]] = []
        jobs = _jobs(wish, library)
        for at, job in enumerate(jobs, 1):
            left = len(jobs) - at + 1
            if not started(at, len(jobs), job.file_name):
                return Made(tuple(files), tuple(failures), left)
            try:
                printed = print_jobs([job], library, wish.out, strict=False, started=lambda _: None)
            except Breakdown as broken:
                return Made(tuple(files), tuple(failures), left, broken)
            self._keep(printed.editions)
            files += printed.files
            failures += [(one.file_name, trouble) for one, trouble in printed.failures]
        return Made(tuple(files), tuple(failures))

    def sample(self, library: Library, wish: Wish, file: str) -> Path:
        """One file of the wish, in the folder for what is not kept."""
        from toolkit.paper.shop import print_jobs

        wanted = [job for job in _jobs(wish, library) if job.file_name == file]
        printed = print_jobs(wanted, library, self._passing, strict=False, started=lambda _: None)
        for _, trouble in printed.failures:
            raise trouble
        return printed.files[0]


def _jobs(wish: Wish, library: Library) -> list[Job]:
    """The jobs of a wish; one that nobody can print is among them, and fails with its reason."""
    from toolkit.paper.shop import (
        PRODUCTS,
        Job,
        Planned,
        is_for_later,
        is_two_sided,
        jobs_for,
        plans_about,
    )

    plans = plans_about(wish.lessons or tuple(library.lessons), library)
    if wish.plan:
        # One that a trainer has just taken away is a job that says so.
        there = [one for one in plans if one.plan == wish.plan]
        plans = tuple(there) or (Planned((), wish.plan),)
    lessons = plans[0].lessons if wish.plan else wish.lessons
    jobs: list[Job] = []
    for product in wish.products:
        if product in PRODUCTS:
            jobs += jobs_for(
                [product],
                lessons,
                wish.languages,
                (wish.paper,),
                together=wish.together,
                plans=plans,
                planned=bool(wish.plan),
            )
        else:
            jobs += [Job(product, (), code, wish.paper) for code in wish.languages]
    return [
        replace(
            job,
            people=wish.people,
            turned=wish.by_hand and job.product in PRODUCTS and is_two_sided(job),
            refresher=job.refresher or (wish.refresher and is_for_later(job)),
        )
        for job in jobs
    ]


def _line(job: Job, library: Library) -> FileLine:
    from toolkit.paper.crafts import CRAFTS
    from toolkit.paper.setting.job import Duplex
    from toolkit.paper.shop import composed, is_two_sided

    made = composed(job, library)
    # A file for turning by hand asks no printer to turn; its sheets are turned all the same.
    sided = CRAFTS[job.product].duplex if is_two_sided(job) else Duplex.NONE
    turn = {Duplex.SHORT: Turn.SHORT, Duplex.LONG: Turn.LONG}.get(sided, Turn.NONE)
    sides = len(made.faces)
    return FileLine(
        file=job.file_name,
        product=job.product,
        lessons=job.lessons,
        lang=job.lang,
        pages=tuple(face.name for face in made.faces),
        sheets=sides if turn is Turn.NONE else -(-sides // 2),
        turn=turn if sides > 1 else Turn.NONE,
        copies=_copies(job, library),
        edition=made.edition.code,
        stale=made.stale,
        untranslated=len(made.foreign),
    )


def _copies(job: Job, library: Library) -> int:
    """How often a file is copied for its people; 0 for what is no part of a session."""
    from toolkit.paper.shop import copies_of

    return copies_of(job, library) if library.products[job.product].copies else 0
