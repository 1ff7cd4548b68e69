"""cekdulu check: every mistake of every file in one run."""

from __future__ import annotations

import argparse
from pathlib import Path

from toolkit import console
from toolkit.commands import asked
from toolkit.language import N_, Language
from toolkit.options import Parser, Tell

WORDS = N_("look for mistakes in lessons, quizzes and reference data")


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.epilog = tell(
        "Example: cekdulu check my-library; or: cekdulu check my-library/lessons/ship.yaml"
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=tell("a library, or files of one (default: --library, else the built-in one)"),
    )
    parser.add_argument("--strict", action="store_true", help=tell("let warnings count as errors"))


def run(options: argparse.Namespace, lang: Language) -> int:
    """Look for mistakes, tell them all, and count them."""
    from toolkit.content.checking import check as find

    report = find(options.paths, options.library, options.as_of)
    for problem in report.problems:
        console.show(asked.told(problem, lang))
    if not report.problems:
        console.show(lang.gettext("No mistakes found."))
        return 0
    errors = lang.ngettext("{n} error", "{n} errors", report.errors).format(n=report.errors)
    warnings = lang.ngettext("{n} warning", "{n} warnings", report.warnings)
    console.show(f"{errors}, {warnings.format(n=report.warnings)}")
    return 1 if report.errors or (options.strict and report.warnings) else 0
