"""The pack: everything a session needs in one file, with a list of what to copy how often.

The list comes first. It names the pages of each product, how many copies N people need, and how
the sheets are turned, so that a photocopy shop needs no other word. Knows how jobs are composed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from toolkit.content.library import Library
from toolkit.content.product import Product
from toolkit.content.text import Text
from toolkit.errors import WrongInput
from toolkit.language import N_, Language, language
from toolkit.paper.compose import (
    Composed,
    compose,
    imprint,
    in_its_type,
    insist_known,
    told_edition,
)
from toolkit.paper.crafts import CRAFTS, needed
from toolkit.paper.pdf.document import About
from toolkit.paper.products.asked import forms
from toolkit.paper.products.pack_list import PackWords, Row, lay_out
from toolkit.paper.products.plan_words import STORY
from toolkit.paper.setting.job import Duplex, Job, Order, Scope
from toolkit.paper.setting.words import MARK, Copyist
from toolkit.paper.type.flow import Run, Runs, words_in
from toolkit.session.chat import chats_of, lesson_of_chat

PACK = "pack"
"""The id of the product."""

_ASKED = ("quiz-sheet", "answer-key", "tally-sheet")
"""What a pack is without where no question of its lessons can be asked on paper."""

_TESTED = (*_ASKED, "seat-cards", "certificate")
"""What only a session with tests and a whole lesson needs."""

PLAN = "plan"
"""The id of the sheet of a session plan."""


@in_its_type
def compose_pack(
    job: Job,
    library: Library,
    *,
    strict: bool = False,
    composing: Callable[[Job, Library], Composed] | None = None,
) -> Composed:
    """The list, and after it each product in the order of the library's list of products.

    `composing` is who composes each of them, for whoever has done so before. Raises as `compose` does.
    """
    insist_known(job, library, (PACK,))
    made_by = composing or partial(compose, strict=strict)
    parts = [(one, made_by(one, library)) for one in members(job, library)]
    first = 1
    while True:
        made = _with_list(job, library, parts, first)
        if len(made.faces) - sum(len(part.faces) for _, part in parts) == first:
            return made
        first += 1


def members(job: Job, library: Library) -> list[Job]:
    """The jobs that a pack is made of."""
    found = []
    asks = _asks(job, library)
    for product in library.products.values():
        if product.id not in CRAFTS or job.paper not in product.papers:
            continue
        if not _belongs(product, job, library) or (product.id in _ASKED and not asks):
            continue
        lessons = chatted(job, library) if product.id == STORY else job.lessons
        one = replace(job, product=product.id, turned=False)
        match CRAFTS[product.id].scope:
            case Scope.LESSON:
                found += [replace(one, lessons=(lesson,)) for lesson in lessons]
            case Scope.SESSION | Scope.PLAN:
                found.append(one)
            case Scope.VILLAGE:
                found.append(replace(one, lessons=()))
    return found


def _belongs(product: Product, job: Job, library: Library) -> bool:
    """Is it part of this session? A plan names its products itself; a refresher has no tests."""
    if CRAFTS[product.id].scope is Scope.PLAN:
        return bool(job.plan)
    if job.plan:
        return product.id in library.plans[job.plan].products
    if job.refresher and product.id in _TESTED:
        return False
    return product.copies is not None


def _asks(job: Job, library: Library) -> bool:
    """Can any question of its lessons be asked on paper?"""
    try:
        forms([library.lessons[lesson] for lesson in job.lessons], library)
    except WrongInput:
        return False
    return True


def chatted(job: Job, library: Library) -> tuple[str, ...]:
    """Its lessons that have a chat to read out; for a session plan the one that has the plan's."""
    if job.plan:
        lesson = lesson_of_chat(library.plans[job.plan], library)
        return (lesson,) if lesson else ()
    return tuple(one for one in job.lessons if chats_of(library.quiz_of(one), library))


def _with_list(
    job: Job, library: Library, parts: Sequence[tuple[Job, Composed]], first: int
) -> Composed:
    """The whole pack, if its list takes `first` pages."""
    copyist = Copyist(job.lessons, job.lang, library)
    words = _written(job, copyist, parts, first)
    told = told_edition(job, copyist, words)
    order = Order(
        job,
        library,
        library.theme.papers[job.paper],
        language(job.lang),
        imprint(told.code, library.theme.papers[job.paper], job.lang),
    )
    listed = lay_out(words, order)
    about = About(
        title=words_in(words.title).removesuffix(MARK),
        subject=words_in(copyist.text(library.products[job.product].about)).removesuffix(MARK),
        lang=job.lang,
        duplex=Duplex.NONE,
    )
    made = [part for _, part in parts]
    return Composed(
        (*listed, *(face for part in made for face in part.faces)),
        about,
        replace(
            told,
            facts={one: value for part in made for one, value in part.edition.facts.items()},
            contacts={one: value for part in made for one, value in part.edition.contacts.items()},
        ),
        tuple(dict.fromkeys(one for part in made for one in part.stale)),
        tuple({id(text): text for part in made for text in part.foreign}.values()),
        tuple(part.edition for part in made),
    )


def _written(
    job: Job, copyist: Copyist, parts: Sequence[tuple[Job, Composed]], first: int
) -> PackWords:
    """Write the list down."""
    lang, gettext = copyist.lang, copyist.lang.gettext
    titles = [copyist.text(lesson.title) for lesson in copyist.lessons]
    people = lang.ngettext("For {n} person.", "For {n} people.", job.people)
    return PackWords(
        title=copyist.ours(gettext("Everything for the session")),
        about=(
            *titles,
            copyist.ours(people.format(n=lang.number(job.people))),
            copyist.ours(
                gettext(
                    "Print this file once, on one side, at 100%. Then copy each part as the list says, and tick it."
                )
            ),
            copyist.ours(
                gettext(
                    "Where the list says 1 and one side, the page just printed is the one: copy nothing."
                )
            ),
            copyist.ours(
                gettext(
                    "Before copying: where a sheet has lines for the numbers of your village, write them on it."
                )
            ),
        ),
        heads=tuple(
            copyist.ours(gettext(one)) for one in (N_("Pages"), N_("What"), N_("Copies"), N_("How"))
        ),
        rows=tuple(_rows(parts, copyist, first)),
        paper=copyist.ours(_paper(parts, copyist, first)),
        without=_without(job, copyist),
        codes=tuple(part.edition.code for _, part in parts),
    )


def _without(job: Job, copyist: Copyist) -> Runs:
    """What is not there that other packs have, and why; () where all is there, or nobody wants it."""
    if job.plan or job.refresher or _asks(job, copyist.library):
        return ()
    return copyist.ours(copyist.lang.gettext(_WITHOUT))


_WITHOUT = N_("The lesson has no questions for paper, so there are no sheets with questions.")


def _paper(parts: Sequence[tuple[Job, Composed]], copyist: Copyist, first: int) -> str:
    """How much paper is needed: for the first print, for the copies, and in all."""
    number = copyist.lang.number
    printed = first + sum(len(part.faces) for _, part in parts)
    copied = sum(_sheets(one, part, copyist.library) for one, part in parts)
    return copyist.lang.gettext(
        "Paper: {first} sheets for the first print, {copies} for the copies. In all {n} sheets."
    ).format(first=number(printed), copies=number(copied), n=number(printed + copied))


def _rows(parts: Sequence[tuple[Job, Composed]], copyist: Copyist, first: int) -> Iterator[Row]:
    lang = copyist.lang
    at = first
    for job, part in parts:
        craft = CRAFTS[job.product]
        what = copyist.text(copyist.library.products[job.product].title)
        if job.lessons and craft.scope is Scope.LESSON and len(copyist.lessons) > 1:
            what = (*what, Run(": "), *copyist.text(_about(job, copyist.library)))
        need = needed(copyist.library.products[job.product], job.people)
        copies = lang.number(need.copies)
        each = lang.gettext("{n} cards on each sheet").format(n=lang.number(need.on_each))
        for name, sides in _apart(job, part):
            start, at = at + 1, at + sides
            pages = lang.number(start) if start == at else f"{lang.number(start)}–{lang.number(at)}"
            duplex = craft.duplex if sides > 1 else Duplex.NONE
            yield Row(
                (Run(pages, whole=True),),
                (*_with_part(what, name), *((Run(f" ({each})"),) if need.on_each > 1 else ())),
                (Run(copies, whole=True),),
                copyist.ours(turning(duplex, lang)),
            )


def _about(job: Job, library: Library) -> Text:
    """What one of several files is called by: its lesson; the story of a plan by the plan's chat."""
    if job.product == STORY and job.plan:
        return library.scenarios[library.plans[job.plan].chat].title
    return library.lessons[job.lessons[0]].title


def _with_part(what: Runs, name: str) -> Runs:
    """A product and a part of it, unless the part is called the same."""
    return what if name in ("", words_in(what)) else (*what, Run(": "), Run(name))


def _apart(job: Job, part: Composed) -> list[tuple[str, int]]:
    """What of a file is copied by itself: its name, "" for the whole, and how many sides it has."""
    if not CRAFTS[job.product].parts:
        return [("", len(part.faces))]
    begun = [place for place, face in enumerate(part.faces) if face.name]
    ends = (*begun[1:], len(part.faces))
    return [(part.faces[at].name, end - at) for at, end in zip(begun, ends, strict=True)]


def copies_of(job: Job, library: Library) -> int:
    """How many copies of a file a session for so many people needs."""
    return needed(library.products[job.product], job.people).copies


def _sheets(job: Job, part: Composed, library: Library) -> int:
    """How many sheets of paper its copies take; one of one side is the first print itself."""
    many, single = copies_of(job, library), CRAFTS[job.product].duplex is Duplex.NONE
    apart = [sides for _, sides in _apart(job, part)]
    if many == 1:
        apart = [] if single else [sides for sides in apart if sides > 1]
    return many * sum(sides if single else (sides + 1) // 2 for sides in apart)


def turning(duplex: Duplex, lang: Language) -> str:
    """How sheets are printed, in words: on one side, or on both and which edge is turned over."""
    match duplex:
        case Duplex.NONE:
            return lang.gettext("one side")
        case Duplex.SHORT:
            return lang.gettext("both sides, turned over the short edge")
        case Duplex.LONG:
            return lang.gettext("both sides, turned over the long edge")
