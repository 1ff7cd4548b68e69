"""What is said of sheets that have been printed: how to turn the paper, what failed, what is stale."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from toolkit import console
from toolkit.language import Language

if TYPE_CHECKING:
    from toolkit.errors import CekDuluError
    from toolkit.paper.setting.job import Job


class Told(Protocol):
    """What came of some jobs."""

    @property
    def failures(self) -> tuple[tuple[Job, CekDuluError], ...]:
        """Jobs that failed, and why."""

    @property
    def stale(self) -> tuple[str, ...]:
        """What was stamped."""

    @property
    def untranslated(self) -> tuple[tuple[Job, int], ...]:
        """Jobs with texts in another language, and how many."""


def turning(jobs: Sequence[Job], lang: Language) -> None:
    """On a terminal, how the sheets are printed: a pipe is not told what the files say."""
    if not console.is_watched():
        return
    from toolkit.paper.shop import turning_of

    by_turning: dict[str, dict[str, None]] = {}
    for job in jobs:
        by_turning.setdefault(turning_of(job, lang), {})[job.product] = None
    _by_hand(jobs, lang)
    for turning, products in by_turning.items():
        told = lang.gettext("Print at 100 percent, {how}: {products}")
        console.narrate(told.format(how=turning, products=", ".join(products)))


def _by_hand(jobs: Sequence[Job], lang: Language) -> None:
    """How second sides are printed without a printer that turns paper, and what to try first."""
    if not any(job.turned for job in jobs):
        return
    if any(job.over for job in jobs):
        console.narrate(
            lang.gettext(
                "First print the first half of the pages: the fronts. Turn the whole stack over, without changing its order, and put it back. Then print the second half."
            )
        )
        return
    console.narrate(
        lang.gettext(
            "First print the first half of the pages: the fronts. Put the stack back as it came out, without turning it over. Then print the second half."
        )
    )
    console.narrate(
        lang.gettext(
            "Try your printer with one sheet: print a page, put the sheet back as it came out, print another page. If both are on one side, add --turn-stack."
        )
    )


def one_sided(jobs: Sequence[Job], lang: Language) -> None:
    """Name the products for which it makes no difference that a printer cannot turn the paper."""
    single = dict.fromkeys(job.product for job in jobs if not job.turned)
    if single:
        told = lang.gettext(
            "Printed on one side, so --manual-duplex makes no difference: {products}"
        )
        console.narrate(told.format(products=", ".join(single)))


def trouble(printed: Told, lang: Language) -> int:
    """Say what failed, what was stamped, what is not translated. Returns the worst exit code."""
    for job, error in printed.failures:
        console.narrate(f"{job.file_name}: {error.tell(lang)}")
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
    return max((error.exit_code for _, error in printed.failures), default=0)
