"""cekdulu check: every mistake of every file in one run."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import console
from toolkit.commands import asked
from toolkit.errors import WrongCall
from toolkit.language import N_, Language, said
from toolkit.options import Parser, Tell

if TYPE_CHECKING:
    from toolkit.content.checking import Report
    from toolkit.content.place import Problem

WORDS = N_("look for mistakes in lessons, quizzes and reference data")


def options(parser: Parser, tell: Tell) -> None:
    """Add this command's options."""
    parser.epilog = tell(
        "Example: cekdulu check my-library; or: cekdulu check my-library/lessons/ship.yaml. "
        "Errors keep a file out of the app; warnings do not, unless --strict is given."
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help=tell("a library, or files of one (default: your own library, else the built-in one)"),
    )
    parser.add_argument("--strict", action="store_true", help=tell("let warnings count as errors"))
    parser.add_argument(
        "--paper",
        action="store_true",
        help=tell("also see whether everything that can be printed fits its sheet (slower)"),
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help=tell("text to read, or JSON for tools"),
    )
    parser.add_argument(
        "--explain",
        metavar="RULE",
        help=tell("explain one kind of mistake, as named in [square brackets], with an example"),
    )


def run(options: argparse.Namespace, lang: Language) -> int:
    """Look for mistakes, tell them all, and count them; or explain a kind of mistake."""
    if options.explain is not None:
        return _explain(options.explain, lang)
    from toolkit.content.checking import check, stands_alone

    # Where one's own library is need not be found out for files that lie in another one.
    needed = not options.paths or any(map(stands_alone, options.paths))
    report = check(options.paths, asked.library(options) if needed else None, options.as_of)
    if options.paper:
        report = _on_paper(report)
    if options.format == "json":
        _show_json(report, lang)
    else:
        _show_text(report, lang)
    return 1 if report.errors or (options.strict and report.warnings) else 0


def _on_paper(report: Report) -> Report:
    """The report, with what does not fit on paper besides."""
    from toolkit.content.place import in_reading_order
    from toolkit.paper.shop import all_jobs, misprints

    found: list[Problem] = []
    work = [(loaded, all_jobs(lessons, loaded.library)) for loaded, lessons in report.lessons]
    with console.Progress(sum(len(jobs) for _, jobs in work)) as progress:
        for loaded, jobs in work:
            drawn = misprints(jobs, loaded.library, lambda job: progress.step(job.file_name))
            found += loaded.excerpted(drawn)
    return replace(report, problems=tuple(in_reading_order([*report.problems, *found])))


def _show_text(report: Report, lang: Language) -> None:
    if report.problems:
        _tell(report.problems, lang)
    files = lang.ngettext("{n} file", "{n} files", report.files).format(n=report.files)
    if not report.problems:
        console.show(lang.gettext("No mistakes found in {files}.").format(files=files))
        return
    errors = lang.ngettext("{n} error", "{n} errors", report.errors).format(n=report.errors)
    warnings = lang.ngettext("{n} warning", "{n} warnings", report.warnings)
    warnings = warnings.format(n=report.warnings)
    console.show(
        lang.gettext("{errors}, {warnings} in {files}.").format(
            errors=errors, warnings=warnings, files=files
        )
    )
    console.show(
        lang.gettext("More about a mistake:  cekdulu check --explain {rule}").format(
            rule=min(report.problems, key=lambda one: one.severity).rule
        )
    )


def _tell(problems: Sequence[Problem], lang: Language) -> None:
    """Every problem, the errors first."""
    from toolkit.content.place import Severity
    from toolkit.content.telling import told

    for kind in Severity:
        for problem in (one for one in problems if one.severity is kind):
            for line in told(problem, lang):
                console.show_pieces(line)
            console.show()


def _show_json(report: Report, lang: Language) -> None:
    import json

    from toolkit.content.telling import as_json

    data = {
        "files": report.files,
        "errors": report.errors,
        "warnings": report.warnings,
        "problems": [as_json(one, lang) for one in report.problems],
    }
    console.show(json.dumps(data, ensure_ascii=False, indent=2))


def _explain(name: str, lang: Language) -> int:
    """Tell what a rule is about. Raises WrongCall, naming the nearest, if there is none."""
    from difflib import get_close_matches

    from toolkit.content.rules import RULES

    name = name.strip("[]").lower()
    if name not in RULES:
        raise WrongCall(
            said("There is no kind of mistake {id}.", id=name),
            said(
                "Write one of those that stand in square brackets after check, for example:  {near}",
                near="  ".join(get_close_matches(name, RULES, 5, cutoff=0.3) or sorted(RULES)[:5]),
            ),
        )
    rule = RULES[name]
    console.show(f"[{name}]")
    console.show(lang.tell(rule.more))
    console.show()
    console.show(lang.gettext("Why:") + " " + lang.tell(rule.why))
    _example(lang.gettext("Not like this:"), rule.wrong.splitlines())
    _example(lang.gettext("But like this:"), rule.right.splitlines())
    return 0


def _example(heading: str, lines: Sequence[str]) -> None:
    if lines:
        console.show()
        console.show(heading)
        for line in lines:
            console.show(f"    {line}")
