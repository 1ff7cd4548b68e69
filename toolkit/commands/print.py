"""cekdulu print: products as PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from toolkit import console
from toolkit.commands import asked
from toolkit.language import N_, Language
from toolkit.options import Parser, Tell

WORDS = N_("write leaflets and handouts as PDF")


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.epilog = tell(
        "Example: cekdulu print leaflet --lesson recruitment --lang id --lang en --out out. "
        "Print at 100 percent, on both sides, flipped on the short edge."
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
        "--lang",
        action="append",
        metavar="LANG",
        dest="languages",
        help=tell("the language of the paper; may be given twice (default: the program's)"),
    )
    parser.add_argument(
        "--paper", default="a4", metavar="a4|f4", help=tell("the paper's size (default: a4)")
    )
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
    products = tuple(dict.fromkeys(options.products))
    lessons = tuple(dict.fromkeys(options.lessons or library.lessons))
    for product in products:
        asked.known(library.products, product, N_("There is no product {id}."))
        asked.known(library.products[product].papers, options.paper, N_("There is no paper {id}."))
    for lesson in lessons:
        asked.known(library.lessons, lesson, N_("There is no lesson {id}."))
    languages = tuple(dict.fromkeys(options.languages or (lang.code,)))
    for code in languages:
        asked.known(library.languages, code, N_("There is no language {id}."))
    from toolkit.paper.shop import jobs_for, print_jobs

    jobs = jobs_for(products, lessons, languages, (options.paper,))
    with console.Progress(len(jobs)) as progress:
        printed = print_jobs(
            jobs,
            library,
            options.out,
            strict=options.strict,
            started=lambda job: progress.step(job.file_name),
        )
    asked.keep_editions(options, printed.editions)
    for file in printed.files:
        console.show(str(file))
    for job, trouble in printed.failures:
        console.narrate(f"{job.file_name}: {trouble.tell(lang)}")
    if printed.stale:
        console.narrate(
            lang.gettext("Stamped as out of date, because nobody has checked: {ids}").format(
                ids=", ".join(printed.stale)
            )
        )
    if printed.untranslated:
        console.narrate(lang.gettext("Not translated yet, so another language stands in, marked:"))
        for job, count in printed.untranslated:
            words = lang.ngettext("{file}: {n} text", "{file}: {n} texts", count)
            console.narrate("  " + words.format(file=job.file_name, n=count))
    worst = max((trouble.exit_code for _, trouble in printed.failures), default=0)
    return max(worst, asked.tell_left_out(loaded, lang))
