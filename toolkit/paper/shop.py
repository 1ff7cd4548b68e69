"""The print shop: jobs in, PDF files out. The only door of this room.

A file appears whole or not at all, and one job that fails does not stop the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
from toolkit.paper.pack import PACK, PLAN, chatted, compose_pack, copies_of, turning
from toolkit.paper.pdf import document
from toolkit.paper.pdf.document import About
from toolkit.paper.products.plan_words import STORY
from toolkit.paper.setting.job import Duplex, Job, Scope
from toolkit.paper.setting.sides import turned
from toolkit.paper.type import theme
from toolkit.paper.type.trouble import Unprintable
from toolkit.session.chat import lesson_of_chat
from toolkit.session.plan import lessons_of

__all__ = (
    "FOR_LATER",
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
    "is_for_later",
    "is_two_sided",
    "jobs_for",
    "misprints",
    "plans_about",
    "print_jobs",
    "titled",
    "turning_of",
    "without_chat",
)

PAPERS = tuple(theme.PAPERS)
"""The papers that come with the program; a library's theme may have more."""

PRODUCTS = (*CRAFTS, PACK)


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of some jobs: files written, jobs that failed, stale records stamped.

    `untranslated` are the jobs with texts that another language stands in for, and how many;
    `editions` is what the files say, and what those say that a pack is made of.
    """

    files: tuple[Path, ...]
    failures: tuple[tuple[Job, CekDuluError], ...]
    stale: tuple[str, ...]
    untranslated: tuple[tuple[Job, int], ...] = ()
    editions: tuple[Edition, ...] = ()


def is_two_sided(job: Job) -> bool:
    """Are its sheets printed on both sides?"""
    return job.product != PACK and CRAFTS[job.product].duplex is not Duplex.NONE


FOR_LATER = (PACK, "guide")
"""The ids of products of which there is another one for the meeting about a month later."""


def is_for_later(job: Job) -> bool:
    """Is there another one of it for the meeting about a month later?"""
    return job.product in FOR_LATER


def without_chat(job: Job, library: Library) -> bool:
    """Is it a chat to read out, of a lesson that has none?"""
    return job.product == STORY and not job.plan and not chatted(job, library)


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

    `strict` refuses jobs that would need a stamp or are not translated. `keep` is handed the
    editions of each file before it is there. Raises Breakdown if the folder or the disk fails: then no
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
        told = (made.edition, *made.parts)
        keep(told)
        files.append(out / job.file_name)
        write_whole(files[-1], pdf)
        stale.update(dict.fromkeys(made.stale))
        editions += told
        if made.foreign:
            untranslated.append((job, len(made.foreign)))
    return Printed(
        tuple(files), tuple(failures), tuple(stale), tuple(untranslated), tuple(editions)
    )


class Planned(NamedTuple):
    """What a file is about: its lessons, and the session plan that it keeps to, if to one.

    `told` is the lesson that has the plan's chat, "" for none.
    """

    lessons: tuple[str, ...]
    plan: str = ""
    refresher: bool = False
    told: str = ""


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
        elif product == STORY and planned:
            subjects = [Planned((one.told or one.lessons[0],), one.plan) for one in plans]
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
        Planned(lessons_of(plan, library), plan.id, plan.refresher, lesson_of_chat(plan, library))
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
