"""The commands: parse, call one room, print. Knows every room; no room knows it.

Rooms are imported where a command needs them: the app must start without ReportLab,
printing without Textual, and checking without either.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import console, judged_on
from toolkit.errors import CekDuluError, WrongCall, WrongInput
from toolkit.language import DEFAULT, N_, Language, Said, language
from toolkit.options import build, spoken

if TYPE_CHECKING:
    from toolkit.content.load import Loaded
    from toolkit.content.place import Problem
    from toolkit.records.journal import Journal

Command = Callable[[argparse.Namespace, Language], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 done, 1 input, 2 call, 3 program or machine."""
    console.prepare()
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = language(DEFAULT)
    data: Path | None = None
    try:
        lang = language(spoken(given, _last_language))
        options = build(lang).parse_args(given)
        data = options.data
        return COMMANDS[options.command or "app"](options, lang)
    except CekDuluError as error:
        console.narrate(error.tell(lang))
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read the pipe has seen enough; Python must not complain while leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the last door: a person never sees a traceback
        from toolkit.records.fault import fault

        breakdown = fault(_data(data), error)
        console.narrate(breakdown.tell(lang))
        return breakdown.exit_code


def app(options: argparse.Namespace, lang: Language) -> int:
    """Open the app at its home screen."""
    return _screen(options, lang, None)


def learn(options: argparse.Namespace, lang: Language) -> int:
    """Open a lesson in the app, or play it over plain lines."""
    if not options.plain:
        return _screen(options, lang, options.lesson)
    from toolkit.plain.console import Console
    from toolkit.plain.play import learn as play

    loaded = _open(options)
    _known(loaded.library.lessons, options.lesson, N_("There is no lesson {id}."))
    _tell_left_out(loaded, lang)
    return play(
        options.lesson,
        Console(console.show, console.line, lang, loaded.library, _journal(options, lang)),
    )


def list_(options: argparse.Namespace, lang: Language) -> int:
    """Show what there is."""
    import json

    from toolkit.listing import as_json, as_text

    loaded = _open(options)
    if options.format == "json":
        console.show(json.dumps(as_json(loaded.library, lang), ensure_ascii=False, indent=2))
    else:
        for line in as_text(loaded.library, lang):
            console.show(line)
    return _tell_left_out(loaded, lang)


def check(options: argparse.Namespace, lang: Language) -> int:
    """Look for mistakes, tell them all, and count them."""
    from toolkit.content.checking import check as find

    report = find(options.paths, options.library, options.as_of)
    for problem in report.problems:
        console.show(_told(problem, lang))
    if not report.problems:
        console.show(lang.gettext("No mistakes found."))
        return 0
    errors = lang.ngettext("{n} error", "{n} errors", report.errors).format(n=report.errors)
    warnings = lang.ngettext("{n} warning", "{n} warnings", report.warnings)
    console.show(f"{errors}, {warnings.format(n=report.warnings)}")
    return 1 if report.errors or (options.strict and report.warnings) else 0


def print_(options: argparse.Namespace, lang: Language) -> int:
    """Write products as PDF; what fails is told and the rest is still written."""
    loaded = _open(options)
    library = loaded.library
    products = tuple(dict.fromkeys(options.products))
    lessons = tuple(dict.fromkeys(options.lessons or library.lessons))
    for product in products:
        _known(library.products, product, N_("There is no product {id}."))
        _known(library.products[product].papers, options.paper, N_("There is no paper {id}."))
    for lesson in lessons:
        _known(library.lessons, lesson, N_("There is no lesson {id}."))
    languages = tuple(dict.fromkeys(options.languages or (lang.code,)))
    from toolkit.paper.shop import Job, print_jobs

    jobs = [
        Job(product, lesson, code, options.paper)
        for product in products
        for lesson in lessons
        for code in languages
    ]
    with console.Progress(len(jobs)) as progress:
        printed = print_jobs(
            jobs,
            library,
            options.out,
            strict=options.strict,
            started=lambda job: progress.step(job.file_name),
        )
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
    worst = max((trouble.exit_code for _, trouble in printed.failures), default=0)
    return max(worst, _tell_left_out(loaded, lang))


COMMANDS: dict[str, Command] = {
    "app": app,
    "learn": learn,
    "list": list_,
    "check": check,
    "print": print_,
}


def _screen(options: argparse.Namespace, lang: Language, lesson: str | None) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongCall(
            Said(N_("The app needs a terminal window."), {}),
            Said(N_("Open one and start it there, or use:  cekdulu learn --plain"), {}),
        )
    from toolkit.records.front import shelf
    from toolkit.screen.app import run

    library = shelf(options.library, judged_on(options.as_of), _data(options.data))
    _known((one.id for one in library.front.lessons), lesson, N_("There is no lesson {id}."))
    return run(library, _journal(options, lang), lang, lesson)


def _open(options: argparse.Namespace) -> Loaded:
    from toolkit.content.load import open_library

    loaded = open_library(options.library, options.as_of)
    if not loaded.library.lessons and loaded.errors:
        first = loaded.errors[0]
        raise WrongInput(
            first.what, Said(N_("Mend {place} and try again."), {"place": first.place})
        )
    return loaded


def _journal(options: argparse.Namespace, lang: Language) -> Journal:
    from toolkit.records.journal import Journal

    journal = Journal(_data(options.data))
    if options.lang:
        journal.keep_setting("language", lang.code)
    return journal


def _data(given: Path | None) -> Path:
    if given:
        return given
    from platformdirs import user_data_path

    return user_data_path("cekdulu", appauthor=False)


def _last_language(data: Path | None) -> str | None:
    from toolkit.records.last_choice import last_language

    return last_language(_data(data))


def _known(there: Iterable[str], wanted: str | None, what: str) -> None:
    """Raise WrongCall, naming what exists, unless `wanted` is among it or not asked for."""
    names = list(there)
    if wanted is None or wanted in names:
        return
    from difflib import get_close_matches

    near = get_close_matches(wanted, names, 1)
    mend = N_("Did you mean {near}? There are: {names}") if near else N_("There are: {names}")
    values = {"near": near[0] if near else "", "names": ", ".join(names)}
    raise WrongCall(Said(what, {"id": wanted}), Said(mend, values))


def _tell_left_out(loaded: Loaded, lang: Language) -> int:
    """Say on stderr which files could not be used, and why. Returns 1 if there were any."""
    if not loaded.left_out:
        return 0
    console.narrate(lang.gettext("These files have errors and were left out:"))
    for problem in loaded.errors:
        console.narrate(_told(problem, lang))
    return 1


def _told(problem: Problem, lang: Language) -> str:
    return f"{problem.tell(lang)}\n"
