"""All that a library can print, so that the code on any sheet of it is found again.

Knows the shop and its packs. Whoever searches takes what people hold in their hands first, and
last the packs, which take longest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace

from toolkit.content.edition import Edition
from toolkit.content.library import Library
from toolkit.errors import CekDuluError
from toolkit.paper.compose import Composed, compose
from toolkit.paper.crafts import CRAFTS, unplanned
from toolkit.paper.pack import PACK, compose_pack, members
from toolkit.paper.setting.job import Job
from toolkit.paper.shop import all_jobs, edition_of, is_for_later, jobs_for, plans_about

Started = Callable[[Job], None]

_OFTEN = (20, 25, 40, 50)
"""For how many people sessions often are, besides the usual number."""


def every_edition(library: Library) -> Iterator[Edition]:
    """What each product of a library says, in every language and on every paper.

    Plans and the meeting a month later are among it. What cannot be printed is left out, and
    what says the same for several is told once.
    """
    told = set[str]()
    for editions_of in (sheet_editions, pack_editions):
        for edition in editions_of(library, lambda _: None):
            if edition.code not in told:
                told.add(edition.code)
                yield edition


def sheet_editions(library: Library, started: Started) -> Iterator[Edition]:
    """The same without packs: what people hold in their hands. `started` hears of each job."""
    for job in sheets(library):
        started(job)
        with suppress(CekDuluError):
            yield edition_of(job, library)


def editions_for_others(library: Library, started: Started) -> Iterator[Edition]:
    """What says something else for another number of people, for those that sessions often have.

    Packs are left out: it would take long, and every sheet in them has a code of its own.
    """
    counts: dict[str, bool] = {}
    for job in sheets(library):
        with suppress(CekDuluError):
            if job.product not in counts:
                few, many = (edition_of(replace(job, people=one), library) for one in (1, 999))
                counts[job.product] = few.code != many.code
            if counts[job.product]:
                started(job)
                yield from (edition_of(replace(job, people=one), library) for one in _OFTEN)


def pack_editions(library: Library, started: Started) -> Iterator[Edition]:
    """Those of packs alone. All their sheets are laid out for it, each of them once."""
    made: dict[Job, Composed] = {}

    def part(job: Job, library: Library) -> Composed:
        # What hangs on a plan is in one pack only.
        if CRAFTS[job.product].planned:
            return compose(job, library)
        same = unplanned(job)
        if same not in made:
            made[same] = compose(same, library)
        return made[same]

    for job in packs(library):
        started(job)
        with suppress(CekDuluError):
            yield compose_pack(job, library, composing=part).edition


def packs(library: Library) -> list[Job]:
    """Every pack: of each lesson, of it a month later, and of each session plan."""
    return [job for job in _jobs(library) if job.product == PACK]


def sheets(library: Library) -> list[Job]:
    """Every other file, and each that a pack is made of; those of which there are most come last."""
    jobs = [
        *(job for job in _jobs(library) if job.product != PACK),
        *(part for pack in packs(library) for part in members(pack, library)),
    ]
    return sorted(dict.fromkeys(map(unplanned, jobs)), key=lambda job: CRAFTS[job.product].planned)


def _jobs(library: Library) -> list[Job]:
    """What can be asked for: all products of all lessons, for a month later too, and of all plans."""
    lessons = tuple(library.lessons)
    ordinary = all_jobs(lessons, library)
    later = [replace(job, refresher=True) for job in ordinary if is_for_later(job) and not job.plan]
    plans = plans_about(lessons, library)
    products = dict.fromkeys(job.product for job in ordinary) if plans else ()
    planned = [
        job
        for product in products
        for job in jobs_for(
            (product,), lessons, library.languages, library.products[product].papers,
            plans=plans, planned=True,
        )
    ]  # fmt: skip
    return list(dict.fromkeys((*ordinary, *later, *planned)))
