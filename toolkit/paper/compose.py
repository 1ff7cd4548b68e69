"""A job made into printed sides: its words written down, its edition told, its pages laid out.

Nothing is drawn yet, so that many jobs can become one file, and a list of pages costs little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from toolkit import VERSION
from toolkit.content.edition import Edition
from toolkit.content.library import Library
from toolkit.content.text import Text
from toolkit.errors import WrongCall, WrongInput
from toolkit.language import DEFAULT, N_, Said, language, said
from toolkit.paper.crafts import CRAFTS, unplanned
from toolkit.paper.pdf.document import About, Face
from toolkit.paper.setting.edition import edition
from toolkit.paper.setting.job import Job, Order
from toolkit.paper.setting.words import MARK, Copyist
from toolkit.paper.type import fonts, theme
from toolkit.paper.type.flow import Run, Runs, words_in

_P = ParamSpec("_P")
_R = TypeVar("_R")
_Make = Callable[Concatenate[Job, Library, _P], _R]


def in_its_type(make: _Make[_P, _R]) -> _Make[_P, _R]:
    """What is made of a job is measured in the typeface of its library's theme."""

    @wraps(make)
    def made(job: Job, library: Library, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        with fonts.using(library.theme):
            return make(job, library, *args, **kwargs)

    return made


class Composed(NamedTuple):
    """The sides of a job, and what must be said about them.

    `stale` are the ids of facts and contacts that were stamped, `foreign` the texts that
    another language stands in for. `parts` are the editions of the files that a pack is made of.
    """

    faces: tuple[Face, ...]
    about: About
    edition: Edition
    stale: tuple[str, ...]
    foreign: tuple[Text, ...]
    parts: tuple[Edition, ...] = ()


@in_its_type
def compose(job: Job, library: Library, *, strict: bool = False) -> Composed:
    """Write a job's words down and lay them out.

    `strict` refuses what would need a stamp or is not translated. Raises WrongInput if words
    are missing, do not fit or cannot be printed, and WrongCall if the job names something
    that does not exist.
    """
    insist_known(job, library, tuple(CRAFTS))
    craft, paper = CRAFTS[job.product], library.theme.papers[job.paper]
    copyist = Copyist(job.lessons, job.lang, library)
    words = craft.write(copyist, job)
    insist_fresh(copyist.stale(), copyist.untranslated(), job.lang, strict=strict)
    told = told_edition(job, copyist, words)
    about = About(
        title=_called(job, copyist, words_in(words.title).removesuffix(MARK)),
        subject=words_in(copyist.text(library.products[job.product].about)).removesuffix(MARK),
        lang=job.lang,
        duplex=craft.duplex,
    )
    order = Order(job, library, paper, language(job.lang), imprint(told.code, paper, job.lang))
    faces = craft.lay_out(words, order)
    return Composed(faces, about, told, copyist.stale(), copyist.untranslated())


def _called(job: Job, copyist: Copyist, title: str) -> str:
    """`Leaflet: how they look for people`: a reader tells open files apart by their titles."""
    if all(
        title != words_in(copyist.text(one.title)).removesuffix(MARK) for one in copyist.lessons
    ):
        return title
    product = words_in(copyist.text(copyist.library.products[job.product].title))
    return f"{product.removesuffix(MARK)}: {title}"


def told_edition(job: Job, copyist: Copyist, words: object) -> Edition:
    """Exactly what a job says. A village's own row is no part of it."""
    kept = unplanned(job)
    return Edition(
        code=edition(job.product, job.lessons, job.lang, job.paper, VERSION, words),
        product=job.product,
        lessons=job.lessons,
        lang=job.lang,
        paper=job.paper,
        version=VERSION,
        as_of=copyist.library.as_of.isoformat(),
        facts=copyist.facts(),
        contacts=copyist.contacts(),
        words=tuple(_passages(words)),
        people=job.people,
        sheets=job.sheets,
        plan=kept.plan,
        refresher=kept.refresher,
    )


@in_its_type
def told_by(job: Job, library: Library) -> Edition:
    """Exactly what a job says, without laying it out. Raises as `compose` does."""
    insist_known(job, library, tuple(CRAFTS))
    copyist = Copyist(job.lessons, job.lang, library)
    return told_edition(job, copyist, CRAFTS[job.product].write(copyist, job))


def _passages(words: object) -> Iterator[str]:
    """The passages of written words, whatever they are nested in."""
    if isinstance(words, str):
        return
    if isinstance(words, tuple):
        if words and all(isinstance(one, Run) for one in words):
            yield words_in(words)
            return
        for one in words:
            yield from _passages(one)


def imprint(code: str, paper: theme.Paper, lang: str) -> Runs:
    """The line that tells which edition a sheet is, who made it, and that it may be copied."""
    words = language(lang).gettext("Edition {code}")
    before, after = words.split("{code}")
    maker = Run(f"Cek Dulu {VERSION}, {paper.name},", whole=True)
    licence = Run("CC BY 4.0", whole=True)
    # Not bold: heavy letters fill in when they are photocopied.
    named = Run(code, whole=True)
    return (Run(before), named, Run(f"{after}, "), maker, Run(" "), licence)


def insist_known(job: Job, library: Library, products: tuple[str, ...]) -> None:
    """Raise WrongCall, naming what there is, for a job that names something that is not."""
    for given, known in (
        (job.product, products),
        *((lesson, tuple(library.lessons)) for lesson in job.lessons),
        *(((job.plan, tuple(library.plans)),) if job.plan else ()),
        (job.lang, library.languages),
        (job.paper, tuple(library.theme.papers)),
    ):
        if given not in known:
            raise WrongCall(
                Said(N_("There is no “{name}” to print."), {"name": given}),
                Said(N_("There are: {names}."), {"names": ", ".join(known)}),
            )


def insist_fresh(
    stale: tuple[str, ...], foreign: tuple[Text, ...], lang: str, *, strict: bool
) -> None:
    """Raise WrongInput for what a strict job may not print."""
    if strict and stale:
        raise WrongInput(
            Said(
                N_("Not printed, because these must be checked again first: {ids}."),
                {"ids": ", ".join(stale)},
            ),
            Said(N_("Check them, then set `verified_on` or `as_of` and a later `review_by`."), {}),
        )
    if strict and foreign:
        raise WrongInput(
            said(
                "Not printed, because {n} texts are not translated yet; the first is at {place}.",
                n=len(foreign),
                place=foreign[0].place(DEFAULT),
            ),
            said("Translate them:  cekdulu translate export --to {code}", code=lang),
        )
