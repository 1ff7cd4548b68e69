"""The half of `cekdulu print` that has a village list: files for each village, or each regency."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit import console
from toolkit.commands import asked, print_telling
from toolkit.content.place import Severity
from toolkit.content.reading.desk import printable
from toolkit.errors import WrongCall, WrongInput
from toolkit.language import N_, Language, said
from toolkit.options import Parser, Tell

if TYPE_CHECKING:
    from datetime import date

    from toolkit.content.library import Library
    from toolkit.content.load import Loaded
    from toolkit.content.place import Problem
    from toolkit.content.villages.reading import VillageList
    from toolkit.paper.setting.job import Job
    from toolkit.paper.villages.village_shop import VillagesPrinted

REGENCY, VILLAGE = "regency", "village"

_MOST_NAMED = 20
"""Files that are told by name; of more, the number is enough."""


def options(parser: Parser, tell: Tell) -> None:
    """Add the options of a village list."""
    parser.add_argument(
        "--villages",
        type=Path,
        metavar="FILE",
        help=tell("for each village of this list (CSV or XLSX), with its own name and numbers"),
    )
    parser.add_argument(
        "--bundle",
        choices=(REGENCY, VILLAGE),
        default=VILLAGE,
        help=tell("with --villages: one file for each regency, or one for each village (default)"),
    )


def is_asked(options: argparse.Namespace) -> bool:
    """Is there a village list? Raises WrongCall for options that do not go together."""
    if options.villages is None:
        if options.bundle == REGENCY:
            raise WrongCall(
                said("--bundle regency is for a village list, and there is none."),
                said("Name the list:  --villages FILE"),
            )
        return False
    if options.png or options.share:
        raise WrongCall(
            said("Pictures are not made for each village of a list."),
            said("Leave --villages away for them, or --png and --share for the list."),
        )
    return True


def run(options: argparse.Namespace, jobs: Sequence[Job], loaded: Loaded, lang: Language) -> int:
    """Print jobs for all villages of a list; rows with mistakes are told and left out."""
    from toolkit.content.villages.reading import read_villages
    from toolkit.paper.villages.village_shop import print_villages

    library = loaded.library
    with console.Progress() as reading:
        reading.step(lang.gettext("Reading the list…"))
        listed = read_villages(options.villages, library)
    worst = _tell(listed.problems, lang)
    if not listed.rows:
        raise WrongInput(
            said(
                "{file} names no village: nothing stands below its first row.",
                file=printable(options.villages),
            ),
            said("Write each village in a row of its own, then give the same command again."),
        )
    sheets = len(listed.villages) * len(jobs)
    with (
        console.Progress(sheets, partial(_left, lang=lang)) as progress,
        _stopped_by_hand(lang),
    ):
        printed = print_villages(
            jobs,
            listed.villages,
            library,
            options.out,
            strict=options.strict,
            bundled=options.bundle == REGENCY,
            moved=progress.to,
            keep=partial(asked.keep_editions, options),
            reopen=partial(reopened, asked.library(options), library.as_of),
        )
    worst = max(worst, _tell(printed.problems, lang), print_telling.trouble(printed, lang))
    _tell_others(printed, lang)
    print_telling.turning(jobs, lang)
    if options.manual_duplex:
        print_telling.one_sided(jobs, lang)
    for line in _summary(printed, listed, lang):
        console.show(line)
    if printed.editions:
        # A product that cannot be printed so is wrong in part only.
        worst = min(worst, WrongInput.exit_code)
    return max(worst, asked.tell_left_out(loaded, lang))


@contextmanager
def _stopped_by_hand(lang: Language) -> Iterator[None]:
    """After Ctrl+C, say that nothing is lost."""
    try:
        yield
    except KeyboardInterrupt:
        console.narrate(
            "\n"
            + lang.gettext(
                "Stopped. Every file that has its name is whole. Give the same command again: it goes on from there."
            )
        )
        raise


def reopened(own: Path | None, as_of: date) -> Library:
    """The library of this call, in another process."""
    from toolkit.content.load import open_library

    return open_library(own, as_of).library


def _tell(problems: Sequence[Problem], lang: Language) -> int:
    """Tell all problems as `check` does. Returns 1 if a row had to be left out."""
    for problem in problems:
        console.narrate(asked.told(problem, lang))
    return int(any(problem.severity is Severity.ERROR for problem in problems))


def _tell_others(printed: VillagesPrinted, lang: Language) -> None:
    """Name what lies there and is not what was printed: somebody might still hand it out."""
    _tell_files(
        printed.outdated,
        lang.ngettext(
            "{n} file there has old words or numbers, and could not be made again. It was left; do not hand it out:",
            "{n} files there have old words or numbers, and could not be made again. They were left; do not hand them out:",
            len(printed.outdated),
        ),
        lang,
    )
    _tell_files(
        printed.other_kind,
        lang.ngettext(
            "{n} file there is from a call with the other --bundle, and may have old numbers. It was left; delete it if you do not need it:",
            "{n} files there are from a call with the other --bundle, and may have old numbers. They were left; delete them if you do not need them:",
            len(printed.other_kind),
        ),
        lang,
    )
    _tell_files(
        printed.extra,
        lang.ngettext(
            "{n} file there is for no village that was printed from this list. It was left; delete it if it is no longer right:",
            "{n} files there are for no village that was printed from this list. They were left; delete them if they are no longer right:",
            len(printed.extra),
        ),
        lang,
    )


def _tell_files(files: Sequence[Path], words: str, lang: Language) -> None:
    if not files:
        return
    console.narrate(words.format(n=lang.number(len(files))))
    for path in files[:_MOST_NAMED]:
        console.narrate(f"  {printable(str(path))}")
    if len(files) > _MOST_NAMED:
        console.narrate("  …")


def _summary(printed: VillagesPrinted, listed: VillageList, lang: Language) -> Iterator[str]:
    if not printed.editions:
        # Nothing could be printed for anybody, and it was said why.
        return
    yield lang.gettext("Villages: {n}").format(n=lang.number(len(listed.villages)))
    if printed.unprintable:
        told = lang.gettext("Villages that could not be printed on every sheet: {n}")
        yield told.format(n=lang.number(printed.unprintable))
    for words, count in (
        (N_("Rows left out: {n}"), listed.left_out),
        (N_("Files that are new: {n}"), printed.new),
        (N_("Files replaced, because something in them has changed: {n}"), printed.replaced),
        (N_("Files that were there already: {n}"), printed.kept),
    ):
        yield lang.gettext(words).format(n=lang.number(count))
    yield from map(str, printed.folders)


def _left(seconds: float, lang: Language) -> str:
    """About how long it still takes."""
    if seconds < 90:
        return lang.ngettext(
            "about {n} second left", "about {n} seconds left", round(seconds)
        ).format(n=lang.number(round(seconds)))
    minutes = round(seconds / 60)
    told = lang.ngettext("about {n} minute left", "about {n} minutes left", minutes)
    return told.format(n=lang.number(minutes))
