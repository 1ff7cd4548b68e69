"""cekdulu report: what the rooms learned, for one session, a village, a period, or everything."""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import console, disk, judged_on
from toolkit.commands import asked
from toolkit.errors import WrongCall
from toolkit.language import N_, Language, interface_languages, language, said
from toolkit.options import Parser, Tell, day

if TYPE_CHECKING:
    from toolkit.session.figures import Figures

WORDS = N_("report what the rooms learned: one session, a village, a period, or everything")

_PAPERS = ("a4", "f4")
_MOST_SIGNS = 99
_LONGEST = 80


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.description = tell(
        "Adds up the sessions of this laptop and those that were gathered: by objective before and "
        "after, traps told from honest offers, beliefs that held on, warning signs, items marked, "
        "and time against plan. Groups under 5 people are hidden in every form. Villages and "
        "facilitators are never ranked."
    )
    parser.epilog = tell(
        "Examples: cekdulu report --session last; "
        "cekdulu report --village Sukamaju --since 2026-01-01; "
        "cekdulu report --format pdf --lang id --lang en --out out; "
        "cekdulu report --format csv --out report.csv"
    )
    parser.add_argument(
        "--session", metavar="ID", default="", help=tell("this session only; “last” is the newest")
    )
    parser.add_argument(
        "--village", metavar="NAME", default="", help=tell("sessions in this village only")
    )
    parser.add_argument(
        "--since", type=day(tell), metavar="DATE", help=tell("sessions from this day on")
    )
    parser.add_argument(
        "--until", type=day(tell), metavar="DATE", help=tell("sessions up to this day")
    )
    parser.add_argument(
        "--format",
        choices=("text", "json", "csv", "pdf"),
        default="text",
        help=tell("text to read, JSON for tools, CSV for spreadsheets, PDF to print"),
    )
    parser.add_argument(
        "--signs",
        type=int,
        default=3,
        metavar="N",
        help=tell("how many warning signs marked on a slip are enough (default: 3)"),
    )
    parser.add_argument(
        "--lang",
        action="append",
        metavar="LANG",
        dest="languages",
        help=tell("the report's language; for PDF it may be given twice (default: the program's)"),
    )
    parser.add_argument(
        "--paper", default="a4", metavar="a4|f4", help=tell("the paper's size (default: a4)")
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE|DIR",
        help=tell(
            "where the report goes: a name with an ending such as report.csv is a file, another "
            "one a folder (default: the screen; a PDF: this folder)"
        ),
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Make the report, in one form."""
    from toolkit.records.reports import Asked, report

    languages = _languages(options, lang)
    asked.known(_PAPERS, options.paper, N_("There is no paper {id}."))
    if not 1 <= options.signs <= _MOST_SIGNS:
        raise WrongCall(
            said("{n} warning signs cannot be asked for.", n=options.signs),
            said("Write a number from 1 to {most}.", most=_MOST_SIGNS),
        )
    since, until = (day.isoformat() if day else "" for day in (options.since, options.until))
    if since and until and since > until:
        raise WrongCall(
            said("{since} is later than {until}.", since=since, until=until),
            said(
                "Write the earlier day first:  --since {since} --until {until}",
                since=until,
                until=since,
            ),
        )
    today = judged_on(options.as_of)
    about = Asked(options.session, options.village, since, until, today.isoformat())
    told = report(asked.journal(options, lang, to_read=True), about, options.signs)
    for code in languages:
        content, name = _content(options, told.figures, language(code))
        _deliver(options, content, name)
    if told.broken:
        words = lang.ngettext(
            "{n} session is damaged and is not in this report.",
            "{n} sessions are damaged and are not in this report.",
            told.broken,
        )
        console.narrate(words.format(n=lang.number(told.broken)))
    return 1 if told.broken else 0


def _languages(options: argparse.Namespace, lang: Language) -> tuple[str, ...]:
    languages = tuple(dict.fromkeys(options.languages or (lang.code,)))
    for code in languages:
        asked.known(interface_languages(), code, N_("There is no language {id}."))
    if len(languages) > 1 and (options.format != "pdf" or _is_file(options.out)):
        raise WrongCall(
            said("One report is in one language."),
            said(
                "Ask for one language at a time, or for PDF into a folder:  --format pdf --out DIR"
            ),
        )
    return languages


def _content(options: argparse.Namespace, figures: Figures, lang: Language) -> tuple[bytes, str]:
    """The report in the form asked for, and what its file is called in a folder."""
    name = f"report-{_about(figures)}-{lang.code}"
    if options.format == "pdf":
        from toolkit.paper.products.report import draw

        made_on = judged_on(options.as_of)
        pdf = draw(figures, lang.code, options.paper, made_on)
        return pdf, f"{name}-{options.paper}.pdf"
    if options.format == "csv":
        from toolkit.report_files.table import as_csv

        return as_csv(figures, lang), f"{name}.csv"
    if options.format == "json":
        from toolkit.report_files.data import as_json

        return f"{as_json(figures, lang)}\n".encode(), f"{name}.json"
    from toolkit.report_files.text import WIDTH, lines

    width = min(WIDTH, shutil.get_terminal_size((WIDTH, 24)).columns) if not options.out else WIDTH
    return "".join(f"{line}\n" for line in lines(figures, lang, width)).encode(), f"{name}.txt"


def _about(figures: Figures) -> str:
    """What the report is about, as a part of a file's name: no letter that a stick refuses."""
    scope = figures.scope
    if scope.session:
        return scope.session[:8]
    since, until = scope.since and f"since {scope.since}", scope.until and f"until {scope.until}"
    told = " ".join((scope.village, since, until)).lower()
    return "-".join(re.findall(r"\w+", told))[:_LONGEST] or "all"


def _deliver(options: argparse.Namespace, content: bytes, name: str) -> None:
    """Onto the screen, or whole into a file, which is then named."""
    out = options.out
    if out is None and options.format != "pdf":
        if options.format == "csv":
            console.show_bytes(content)
        else:
            console.show(content.decode().rstrip("\n"))
        return
    path = out if _is_file(out) else (out or Path()) / name
    disk.write_whole(path, content)
    console.show(str(path))


def _is_file(out: Path | None) -> bool:
    """Does it name a file, there or not, and no folder?"""
    if out is None or not out.suffix:
        return False
    return disk.kind_of(out) is not disk.Kind.FOLDER
