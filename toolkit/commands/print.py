"""cekdulu print: products as PDF."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import console
from toolkit.commands import asked, print_pictures, print_telling, print_villages
from toolkit.errors import WrongCall
from toolkit.language import N_, Language, said
from toolkit.options import Parser, Tell, whole

if TYPE_CHECKING:
    from toolkit.content.library import Library
    from toolkit.paper.setting.job import Job
    from toolkit.paper.shop import Planned

WORDS = N_("write leaflets, sheets, cards, posters and whole packs as PDF")

_PEOPLE = 30
_MOST_PEOPLE = 999
_SHEETS = (1, 2, 4, 6, 9)
_POSTER = "poster"
"""The one product that may be of several sheets."""


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.description = tell(
        "Writes each product as a PDF that a photocopy shop can use as it is: black on white, with "
        "its edition code. “pack” is everything for one session, with a list of what to copy."
    )
    parser.epilog = tell(
        "Examples: cekdulu print pack --lesson recruitment --people 40 --out out; "
        "cekdulu print leaflet --lang id --lang en --paper a4 --paper f4 --out out; "
        "cekdulu print poster --sheets 4. Print at 100 percent."
    )
    parser.add_argument("products", nargs="+", metavar="PRODUCT", help=tell("see: cekdulu list"))
    parser.add_argument(
        "--lesson",
        action="extend",
        nargs="+",
        metavar="ID",
        dest="lessons",
        help=tell("these lessons only (default: all)"),
    )
    parser.add_argument(
        "--together",
        action="store_true",
        help=tell("one session about all these lessons: its sheets, guide and pack are one file"),
    )
    parser.add_argument(
        "--plan",
        action="extend",
        nargs="+",
        metavar="ID",
        dest="plans",
        help=tell("for these session plans: their lessons and minutes; see: cekdulu list"),
    )
    parser.add_argument(
        "--refresher",
        action="store_true",
        help=tell("guide and pack for the short meeting about a month after the lesson"),
    )
    parser.add_argument(
        "--lang",
        action="append",
        metavar="LANG",
        dest="languages",
        help=tell("the language of the paper; may be given twice (default: the program's)"),
    )
    parser.add_argument(
        "--paper",
        action="append",
        dest="papers",
        metavar="a4|f4",
        help=tell("the paper's size; may be given twice (default: a4)"),
    )
    parser.add_argument(
        "--people",
        type=whole(1, _MOST_PEOPLE, tell),
        default=_PEOPLE,
        metavar="N",
        help=tell("for how many people: seat cards, and copies in the pack (default: 30)"),
    )
    parser.add_argument(
        "--sheets",
        type=int,
        choices=_SHEETS,
        default=1,
        metavar="N",
        help=tell("a poster of so many sheets to glue together: 1, 2, 4, 6 or 9 (default: 1)"),
    )
    parser.add_argument(
        "--manual-duplex",
        action="store_true",
        help=tell("first all fronts, then all backs, for a printer that cannot turn the paper"),
    )
    parser.add_argument(
        "--turn-stack",
        action="store_true",
        help=tell(
            "with --manual-duplex: for a printer whose stack must be turned over for its second sides"
        ),
    )
    parser.add_argument(
        "--png",
        action="store_true",
        help=tell("a picture of each page besides, small enough to send"),
    )
    parser.add_argument(
        "--share",
        action="store_true",
        help=tell("pictures of each lesson for chat status and groups besides"),
    )
    print_villages.options(parser, tell)
    parser.add_argument(
        "--out",
        type=Path,
        default=Path(),
        metavar="DIR",
        help=tell("where the files go (default: this folder)"),
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help=tell("refuse to print what should have been checked again, or is not translated"),
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Write products as PDF; what fails is told and the rest is still written."""
    loaded = asked.opened(options)
    library = loaded.library
    jobs = _with_chats(_jobs(options, library, lang), options, library, lang)
    if print_villages.is_asked(options):
        return print_villages.run(options, jobs, loaded, lang)
    from toolkit.paper.shop import print_jobs

    with console.Progress(len(jobs)) as progress:
        printed = print_jobs(
            jobs,
            library,
            options.out,
            strict=options.strict,
            started=lambda job: progress.step(job.file_name),
            keep=partial(asked.keep_editions, options),
        )
    for file in printed.files:
        console.show(str(file))
    print_telling.turning(jobs, lang)
    if options.manual_duplex:
        print_telling.one_sided(jobs, lang)
    worst = print_telling.trouble(printed, lang)
    if options.png:
        print_pictures.of_pages(printed.files)
    if options.share:
        lessons = dict.fromkeys(options.lessons or library.lessons)
        languages = dict.fromkeys(job.lang for job in jobs)
        wanted = [(lesson, code) for lesson in lessons for code in languages]
        worst = max(worst, print_pictures.to_share(wanted, library, options, lang))
    return max(worst, asked.tell_left_out(loaded, lang))


def _jobs(options: argparse.Namespace, library: Library, lang: Language) -> list[Job]:
    """What is to be printed. Raises WrongCall for what there is not."""
    if options.turn_stack and not options.manual_duplex:
        raise WrongCall(
            said(
                "--turn-stack says how to print second sides by hand, and that was not asked for."
            ),
            said("Write --manual-duplex with it, or leave it away."),
        )
    products = tuple(dict.fromkeys(options.products))
    planned = _plans(options, library)
    taught = dict.fromkeys(one for plan in planned or () for one in plan.lessons)
    lessons = tuple(dict.fromkeys(options.lessons or taught or library.lessons))
    papers = tuple(dict.fromkeys(options.papers or ("a4",)))
    for product in products:
        asked.known(library.products, product, N_("There is no product {id}."))
        for paper in papers:
            asked.known(library.products[product].papers, paper, N_("There is no paper {id}."))
    for lesson in lessons:
        asked.known(library.lessons, lesson, N_("There is no lesson {id}."))
    languages = tuple(dict.fromkeys(options.languages or (lang.code,)))
    for code in languages:
        asked.known(library.languages, code, N_("There is no language {id}."))
    from toolkit.paper.shop import is_for_later, is_two_sided, jobs_for, plans_about

    if options.refresher:
        _insist_for_later(products, library, lang)
    wanted = jobs_for(
        products,
        lessons,
        languages,
        papers,
        together=options.together,
        plans=plans_about(lessons, library) if planned is None else planned,
        planned=planned is not None,
    )
    return [
        replace(
            job,
            people=options.people,
            sheets=options.sheets if job.product == _POSTER else 1,
            turned=options.manual_duplex and is_two_sided(job),
            over=options.turn_stack and is_two_sided(job),
            refresher=job.refresher or (options.refresher and is_for_later(job)),
        )
        for job in wanted
    ]


def _insist_for_later(products: Sequence[str], library: Library, lang: Language) -> None:
    """Raise WrongCall for a product of which there is none for the meeting a month later."""
    from toolkit.content.wording import plain
    from toolkit.paper.shop import FOR_LATER

    for product in products:
        if product not in FOR_LATER:
            title = plain(library.products[product].title, lang, library)
            raise WrongCall(
                said("{product} is the same for the meeting a month later.", product=title),
                said(
                    "--refresher is for: {names}. Print other products without it.",
                    names=", ".join(FOR_LATER),
                ),
            )


def _with_chats(
    jobs: list[Job], options: argparse.Namespace, library: Library, lang: Language
) -> list[Job]:
    """The jobs without chats that there are not, unless these lessons were named; they are told."""
    from toolkit.paper.shop import without_chat

    idle = [job for job in jobs if without_chat(job, library)]
    if options.lessons or not idle or len(idle) == len(jobs):
        return jobs
    told = lang.gettext("Lessons without a chat to read out, left out: {names}.")
    console.narrate(told.format(names=", ".join(dict.fromkeys(job.lessons[0] for job in idle))))
    return [job for job in jobs if job not in idle]


def _plans(options: argparse.Namespace, library: Library) -> list[Planned] | None:
    """The session plans that were asked for; None if it was not for any. Raises WrongCall."""
    if options.plans is None:
        return None
    if options.lessons or options.together or options.refresher:
        raise WrongCall(
            said("A session plan says itself which lessons it has, and for which meeting it is."),
            said("Write --plan without --lesson, --together and --refresher."),
        )
    for plan in options.plans:
        asked.known(library.plans, plan, N_("There is no session plan {id}."))
    from toolkit.paper.shop import plans_about

    every = {one.plan: one for one in plans_about(tuple(library.lessons), library)}
    return [every[plan] for plan in dict.fromkeys(options.plans)]
