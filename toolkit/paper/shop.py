"""The print shop: jobs in, PDF files out. The only door of this room.

A file appears whole or not at all, and one job that fails does not stop the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product as product_of
from pathlib import Path

from toolkit import VERSION
from toolkit.content.library import Library
from toolkit.content.place import Problem
from toolkit.content.text import Text
from toolkit.disk import write_whole
from toolkit.errors import CekDuluError, WrongCall, WrongInput
from toolkit.language import DEFAULT, N_, Said, language, said
from toolkit.paper import document, theme
from toolkit.paper.crafts import CRAFTS
from toolkit.paper.document import About
from toolkit.paper.edition import edition
from toolkit.paper.flow import Run, Runs, words_in
from toolkit.paper.job import Job, Order, Scope
from toolkit.paper.trouble import Unprintable
from toolkit.paper.words import MARK, Copyist

__all__ = (
    "PAPERS",
    "PRODUCTS",
    "Job",
    "Printed",
    "all_jobs",
    "draw",
    "jobs_for",
    "misprints",
    "print_jobs",
)

PAPERS = tuple(theme.PAPERS)

PRODUCTS = tuple(CRAFTS)


@dataclass(frozen=True, slots=True)
class Printed:
    """What came of some jobs: files written, jobs that failed, stale records stamped.

    `untranslated` are the jobs with texts that another language stands in for, and how many.
    """

    files: tuple[Path, ...]
    failures: tuple[tuple[Job, CekDuluError], ...]
    stale: tuple[str, ...]
    untranslated: tuple[tuple[Job, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Sheet:
    pdf: bytes
    stale: tuple[str, ...]
    untranslated: int


def draw(job: Job, library: Library) -> bytes:
    """One product as a PDF.

    Raises WrongInput if words are missing, do not fit or cannot be printed, and
    WrongCall if the job names something that does not exist.
    """
    return _drawn(job, library, strict=False).pdf


def print_jobs(
    jobs: Sequence[Job],
    library: Library,
    out: Path,
    *,
    strict: bool,
    started: Callable[[Job], None],
) -> Printed:
    """Write each job's file into `out`, which is made if need be.

    `strict` refuses jobs that would need a stamp or are not translated. Raises Breakdown if the folder or
    the disk fails: then no later job could succeed either.
    """
    files: list[Path] = []
    failures: list[tuple[Job, CekDuluError]] = []
    stale: dict[str, None] = {}
    untranslated: list[tuple[Job, int]] = []
    for job in jobs:
        started(job)
        try:
            sheet = _drawn(job, library, strict=strict)
        except CekDuluError as trouble:
            failures.append((job, trouble))
            continue
        files.append(out / job.file_name)
        write_whole(files[-1], sheet.pdf)
        stale.update(dict.fromkeys(sheet.stale))
        if sheet.untranslated:
            untranslated.append((job, sheet.untranslated))
    return Printed(tuple(files), tuple(failures), tuple(stale), tuple(untranslated))


def jobs_for(
    products: Sequence[str],
    lessons: Sequence[str],
    languages: Sequence[str],
    papers: Sequence[str],
    *,
    together: bool = False,
) -> list[Job]:
    """The files that these products come in: one for each lesson, or one for the village.

    `together` makes one file for all lessons of what is made for a session.
    """
    jobs = []
    for product, code, paper in product_of(products, languages, papers):
        scope = CRAFTS[product].scope
        if scope is Scope.VILLAGE:
            jobs.append(Job(product, (), code, paper))
        elif scope is Scope.SESSION and together:
            jobs.append(Job(product, tuple(lessons), code, paper))
        else:
            jobs += [Job(product, (lesson,), code, paper) for lesson in lessons]
    return jobs


def all_jobs(lessons: Sequence[str], library: Library) -> list[Job]:
    """Every product of some lessons, in every language of the library and on every paper."""
    return jobs_for(PRODUCTS, lessons, library.languages, PAPERS)


def misprints(
    jobs: Sequence[Job], library: Library, started: Callable[[Job], None]
) -> Iterator[Problem]:
    """A problem for each job's words that do not fit the sheet or cannot be printed on it.

    Nothing is written. A mistake that shows on several sheets is told once.
    """
    told: set[tuple[object, str]] = set()
    for job in jobs:
        started(job)
        try:
            _drawn(job, library, strict=False)
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


def _drawn(job: Job, library: Library, *, strict: bool) -> _Sheet:
    _insist_known(job, library)
    craft, paper = CRAFTS[job.product], theme.PAPERS[job.paper]
    copyist = Copyist(job.lessons, job.lang, library)
    words = craft.write(copyist, job)
    if strict and copyist.stale():
        raise _refused(copyist.stale())
    foreign = copyist.untranslated()
    if strict and foreign:
        raise _untranslated(foreign, job.lang)
    code = edition(job.product, job.lessons, job.lang, job.paper, VERSION, words)
    about = About(
        title=words_in(words.title).removesuffix(MARK),
        subject=words_in(copyist.text(library.products[job.product].about)).removesuffix(MARK),
        lang=job.lang,
        duplex=craft.duplex,
    )
    order = Order(job, library, paper, language(job.lang), _imprint(code, paper, job.lang))
    pdf = document.draw(craft.lay_out(words, order), about)
    return _Sheet(pdf, copyist.stale(), len(foreign))


def _imprint(code: str, paper: theme.Paper, lang: str) -> Runs:
    words = language(lang).gettext("Edition {code}")
    before, after = words.split("{code}")
    maker = Run(f"Cek Dulu {VERSION}, {paper.name},", whole=True)
    licence = Run("CC BY 4.0", whole=True)
    named = Run(code, bold=True, whole=True)
    return (Run(before), named, Run(f"{after}, "), maker, Run(" "), licence)


def _insist_known(job: Job, library: Library) -> None:
    for given, known in (
        (job.product, PRODUCTS),
        *((lesson, tuple(library.lessons)) for lesson in job.lessons),
        (job.lang, library.languages),
        (job.paper, PAPERS),
    ):
        if given not in known:
            raise WrongCall(
                Said(N_("There is no “{name}” to print."), {"name": given}),
                Said(N_("There are: {names}."), {"names": ", ".join(known)}),
            )


def _refused(stale: tuple[str, ...]) -> WrongInput:
    return WrongInput(
        Said(
            N_("Not printed, because these must be checked again first: {ids}."),
            {"ids": ", ".join(stale)},
        ),
        Said(N_("Check them, then set `verified_on` or `as_of` and a later `review_by`."), {}),
    )


def _untranslated(texts: tuple[Text, ...], code: str) -> WrongInput:
    return WrongInput(
        said(
            "Not printed, because {n} texts are not translated yet; the first is at {place}.",
            n=len(texts),
            place=texts[0].place(DEFAULT),
        ),
        said("Translate them:  cekdulu translate export --to {code}", code=code),
    )
