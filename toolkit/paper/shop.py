"""The print shop: jobs in, PDF files out. The only door of this room.

A file appears whole or not at all, and one job that fails does not stop the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import product as product_of
from pathlib import Path
from typing import NamedTuple

from toolkit.content.edition import Edition
from toolkit.content.library import Library
from toolkit.content.place import Problem
from toolkit.content.villages.village import Village
from toolkit.disk import write_whole
from toolkit.errors import CekDuluError, WrongInput
from toolkit.language import Language, said
from toolkit.paper.compose import Composed, compose, told_by
from toolkit.paper.crafts import CRAFTS
from toolkit.paper.pack import PACK, PLAN, compose_pack, copies_of, turning
from toolkit.paper.pdf import document
from toolkit.paper.pdf.document import About
from toolkit.paper.setting.job import Duplex, Job, Scope
from toolkit.paper.setting.sides import turned
from toolkit.paper.type import theme
from toolkit.paper.type.trouble import Unprintable
from toolkit.session.plan import lessons_of

__all__ = (
    "PAPERS",
    "PRODUCTS",
    "Job",
    "Planned",
    "Printed",
    "all_jobs",
    "composed",
    "copies_of",
    "draw",
    "edition_of",
    "editions_for_others",
    "every_edition",
    "is_for_later",
    "is_two_sided",
    "jobs_for",
    "misprints",
    "plans_about",
    "print_jobs",
    "titled",
    "turning_of",
)

PAPERS = tuple(theme.PAPERS)
"""The papers that come with the program; a library's theme may have more."""

PRODUCTS = (*CRAFTS, PACK)


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of some jobs: files written, jobs that failed, stale records stamped.

    `untranslated` are the jobs with texts that another language stands in for, and how many;
    `editions` is what the files say.
    """

    files: tuple[Path, ...]
    failures: tuple[tuple[Job, CekDuluError], ...]
    stale: tuple[str, ...]
    untranslated: tuple[tuple[Job, int], ...] = ()
    editions: tuple[Edition, ...] = ()


def is_two_sided(job: Job) -> bool:
    """Are its sheets printed on both sides?"""
    return job.product != PACK and CRAFTS[job.product].duplex is not Duplex.NONE


def is_for_later(job: Job) -> bool:
    """Is there another one of it for the meeting about a month later?"""
    return job.product in (PACK, "guide")


def turning_of(job: Job, lang: Language) -> str:
    """How a job's sheets are printed, in words."""
    return turning(CRAFTS[job.product].duplex if is_two_sided(job) else Duplex.NONE, lang)


def draw(job: Job, library: Library) -> bytes:
    """One product as a PDF.

    Raises WrongInput if words are missing, do not fit or cannot be printed, and
    WrongCall if the job names something that does not exist.
    """
    made = composed(job, library)
    return document.draw(made.faces, made.about)


def composed(job: Job, library: Library, *, strict: bool = False) -> Composed:
    """The printed sides of a job, not drawn yet. Raises as `draw` does.

    `strict` refuses what would need a stamp or is not translated.
    """
    make = compose_pack if job.product == PACK else compose
    made = make(job, library, strict=strict)
    if job.village:
        made = made._replace(about=titled(made.about, job.village))
    if not (job.turned and is_two_sided(job)):
        return made
    # Who turns the stack by hand must not have the printer turn it, too.
    about = replace(made.about, duplex=Duplex.NONE)
    return made._replace(faces=turned(made.faces, over=job.over), about=about)


def titled(about: About, village: Village) -> About:
    """What a file says about itself, with the village whose numbers stand in it."""
    return replace(about, title=f"{about.title}: {village.name}")


def print_jobs(
    jobs: Sequence[Job],
    library: Library,
    out: Path,
    *,
    strict: bool,
    started: Callable[[Job], None],
    keep: Callable[[Sequence[Edition]], None] = lambda _editions: None,
) -> Printed:
    """Write each job's file into `out`, which is made if need be.

    `strict` refuses jobs that would need a stamp or are not translated. `keep` is handed each
    edition before its file is there. Raises Breakdown if the folder or the disk fails: then no
    later job could succeed either.
    """
    files: list[Path] = []
    failures: list[tuple[Job, CekDuluError]] = []
    stale: dict[str, None] = {}
    untranslated: list[tuple[Job, int]] = []
    editions: list[Edition] = []
    for job in jobs:
        started(job)
        try:
            made = composed(job, library, strict=strict)
            pdf = document.draw(made.faces, made.about)
        except CekDuluError as trouble:
            failures.append((job, trouble))
            continue
        keep([made.edition])
        files.append(out / job.file_name)
        write_whole(files[-1], pdf)
        stale.update(dict.fromkeys(made.stale))
        editions.append(made.edition)
        if made.foreign:
            untranslated.append((job, len(made.foreign)))
    return Printed(
        tuple(files), tuple(failures), tuple(stale), tuple(untranslated), tuple(editions)
    )


class Planned(NamedTuple):
    """What a file is about: its lessons, and the session plan that it keeps to, if to one."""

    lessons: tuple[str, ...]
    plan: str = ""
    refresher: bool = False


def jobs_for(
    products: Sequence[str],
    lessons: Sequence[str],
    languages: Sequence[str],
    papers: Sequence[str],
    *,
    together: bool = False,
    plans: Sequence[Planned] = (),
    planned: bool = False,
) -> list[Job]:
    """The files that these products come in: one for each lesson, or one for the village.

    `together` makes one file for all lessons of what is made for a session; `planned` makes one
    for each of the `plans`, which have a sheet of their own in any case. What is asked for of no
    plan at all is one file that cannot be printed, and says so.
    """
    jobs = []
    for product in products:
        scope = Scope.SESSION if product == PACK else CRAFTS[product].scope
        subjects = [Planned((lesson,)) for lesson in lessons]
        if scope is Scope.VILLAGE:
            subjects = [Planned(())]
        elif scope is Scope.PLAN or (scope is Scope.SESSION and planned):
            subjects = list(plans) or [Planned(tuple(lessons))]
        elif scope is Scope.SESSION and together:
            subjects = [Planned(tuple(lessons))]
        jobs += [
            Job(product, one.lessons, code, paper, plan=one.plan, refresher=one.refresher)
            for one, code, paper in product_of(subjects, languages, papers)
        ]
    return jobs


def plans_about(lessons: Sequence[str], library: Library) -> tuple[Planned, ...]:
    """The session plans of a library that teach one of these lessons."""
    return tuple(
        Planned(lessons_of(plan, library), plan.id, plan.refresher)
        for plan in library.plans.values()
        if set(plan.lessons) & set(lessons)
    )


def all_jobs(lessons: Sequence[str], library: Library) -> list[Job]:
    """Every product of some lessons, in every language of the library and on each of its papers."""
    plans = plans_about(lessons, library)
    return [
        job
        for product in library.products.values()
        if product.id in PRODUCTS and (plans or product.id != PLAN)
        for job in jobs_for((product.id,), lessons, library.languages, product.papers, plans=plans)
    ]


def edition_of(job: Job, library: Library) -> Edition:
    """Exactly what a job says. Raises as `draw` does."""
    return compose_pack(job, library).edition if job.product == PACK else told_by(job, library)


def every_edition(library: Library) -> Iterator[Edition]:
    """What each product of a library says, in every language and on every paper.

    What cannot be printed is left out.
    """
    yield from sheet_editions(library)
    yield from pack_editions(library)


def sheet_editions(library: Library) -> Iterator[Edition]:
    """The same without packs: what people hold in their hands."""
    return _editions(library, packs=False)


def pack_editions(library: Library) -> Iterator[Edition]:
    """The same of packs alone. All their sheets are laid out for it, which takes its time."""
    return _editions(library, packs=True)


def _editions(library: Library, *, packs: bool) -> Iterator[Edition]:
    for job in all_jobs(tuple(library.lessons), library):
        if (job.product == PACK) is packs:
            with suppress(CekDuluError):
                yield edition_of(job, library)


_OFTEN = (20, 25, 40, 50)
"""For how many people sessions often are, besides the usual number."""


def editions_for_others(library: Library) -> Iterator[Edition]:
    """What says something else for another number of people, for those that sessions often have.

    Packs are left out: it would take long, and every sheet in them has a code of its own.
    """
    counts: dict[str, bool] = {PACK: False}
    for job in all_jobs(tuple(library.lessons), library):
        with suppress(CekDuluError):
            if job.product not in counts:
                few, many = (edition_of(replace(job, people=one), library) for one in (1, 999))
                counts[job.product] = few.code != many.code
            if counts[job.product]:
                yield from (edition_of(replace(job, people=one), library) for one in _OFTEN)


def misprints(
    jobs: Sequence[Job], library: Library, started: Callable[[Job], None]
) -> Iterator[Problem]:
    """A problem for each job's words that do not fit the sheet or cannot be printed on it.

    Nothing is written. A mistake that shows on several sheets is told once; what a pack is made
    of is looked at by itself, and not a second time.
    """
    told: set[tuple[object, str]] = set()
    for job in jobs:
        started(job)
        if job.product == PACK:
            continue
        try:
            composed(job, library)
        except Unprintable as trouble:
            found = trouble.problem
            if (found.place, found.rule) not in told:
                told.add((found.place, found.rule))
                what = said(
                    "{sheet}: {what}",
                    sheet=f"{job.product}-{job.lang}-{job.paper}",
                    what=found.what,
                )
                yield replace(found, what=what)
        except WrongInput:
            # Words that are missing are a problem of their own, which `check` tells anyway.
            continue
