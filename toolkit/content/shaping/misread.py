"""What is said when a single value is not written as it should be: a number, a date, a yes, an id.

Looked at only when something is wrong. Each function notes one problem and returns what was
meant where that is sure, so that reading can go on with it; else "".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from toolkit.content.reading.desk import Desk, quoted
from toolkit.content.reading.nodes import Node, Scalar
from toolkit.content.shaping import mismatch, readings, typed
from toolkit.content.shaping.synonyms import WORDS, meant
from toolkit.language import Said, said

SHORT_LIST = 16
"""Of more words than this a message shows the nearest only, if there is one."""


def _is_written(node: Node, name: Said, sample: str, desk: Desk) -> TypeGuard[Scalar]:
    """Is there a value of which there is more to say? Notes what else there is."""
    if desk.is_full or mismatch.told(node, desk):
        return False
    if not isinstance(node, Scalar):
        mismatch.text_expected(node, name, sample, desk)
        return False
    if mismatch.unfilled(node):
        mismatch.not_filled_in(node, sample, desk)
        return False
    return True


def number(node: Node, lowest: int, highest: int, desk: Desk) -> str:
    """Not a whole number, or one out of bounds."""
    if not _is_written(node, said("a whole number"), "5", desk):
        return ""
    likely = readings.whole_number(node.value)
    if likely and (len(likely) > 15 or not lowest <= int(likely) <= highest):
        desk.error(
            node.at,
            "out-of-range",
            said(
                "{number} is not between {low} and {high}.",
                number=quoted(node.value),
                low=lowest,
                high=highest,
            ),
            said(
                "Write a number in between, for example:  {sample}",
                sample=min(max(lowest, 5), highest),
            ),
        )
        return ""
    if likely:
        desk.error(
            node.at,
            "odd-number",
            said(
                "A number is written here with digits only, without quotation marks, dots or words."
            ),
            said("Write:  {text}", text=likely),
            edit=typed.instead_of(node, likely, desk),
        )
        return likely
    desk.error(
        node.at,
        "odd-number",
        said('Here should be a whole number, but there is "{value}".', value=quoted(node.value)),
        said("Write digits only, for example:  {sample}", sample=min(max(lowest, 5), highest)),
    )
    return ""


def date(node: Node, full: bool, desk: Desk) -> str:
    """Not a date, or not a full one where it must be."""
    sample = "2026-11-22"
    if not _is_written(node, said("a date"), sample, desk):
        return ""
    likely = readings.when(node.value)
    if full and likely and len(likely) < 10:
        day = f"{likely}-01" if len(likely) == 7 else f"{likely}-01-01"
        desk.error(
            node.at,
            "odd-date",
            said("The full date is needed here, with the day."),
            said("Write year-month-day, for example:  {sample}", sample=day),
        )
        return ""
    if likely:
        desk.error(
            node.at,
            "odd-date",
            said("A date is written here as year-month-day."),
            said("Write:  {text}", text=likely),
            edit=typed.instead_of(node, likely, desk),
        )
        return likely
    year, month, days = readings.days_in(node.value)
    if days:
        desk.error(
            node.at,
            "odd-date",
            said(
                "Month {month} of {year} has only {days} days.", month=month, year=year, days=days
            ),
            said("Write for example:  {sample}", sample=f"{year:04d}-{month:02d}-{days:02d}"),
        )
    else:
        desk.error(
            node.at,
            "odd-date",
            said('There is no date "{value}".', value=quoted(node.value)),
            said("Write year-month-day, for example:  {sample}", sample=sample),
        )
    return ""


def yes_or_no(node: Node, desk: Desk) -> None:
    """Neither true nor false."""
    if _is_written(node, said("true or false"), "true", desk):
        desk.error(
            node.at,
            "unknown-word",
            said('Here should be true or false, but there is "{value}".', value=quoted(node.value)),
            said("Write:  true  or  false"),
        )


def word(node: Node, words: Sequence[str], desk: Desk) -> str:
    """Not one of the words that are known here."""
    if not _is_written(node, said("a single word"), words[0], desk):
        return ""
    near, _ = meant(node.value, words, WORDS, likely=not desk.is_crowded)
    if not near:
        mend = said("Write one of these:  {words}", words=", ".join(words))
    elif len(words) > SHORT_LIST:
        mend = said("Write:  {text}", text=near)
    else:
        others = ", ".join(one for one in words if one != near)
        mend = said("Write:  {text}  (or: {others})", text=near, others=others)
    desk.error(
        node.at,
        "unknown-word",
        said('The word "{word}" is not known here.', word=quoted(node.value)),
        mend,
        edit=typed.instead_of(node, near, desk) if near else None,
    )
    return near


def ident(node: Node, sample: str, desk: Desk) -> str:
    """Not an id."""
    if not _is_written(node, said("an id"), sample, desk):
        return ""
    likely = readings.ident(node.value)
    what = said(
        'The id "{id}" may have only small letters a-z, digits, hyphens and dots.',
        id=quoted(node.value),
    )
    if not likely:
        desk.error(node.at, "odd-id", what, said("Write for example:  {sample}", sample=sample))
        return ""
    desk.error(
        node.at,
        "odd-id",
        what,
        said("Write:  {text}", text=likely),
        edit=typed.instead_of(node, likely, desk),
    )
    return likely


def dial(node: Node, name: Said, sample: str, desk: Desk) -> str:
    """Neither a number to dial nor an address."""
    if not _is_written(node, name, sample, desk):
        return ""
    likely = readings.dial(node.value)
    what = said('"{value}" cannot be dialled or opened.', value=quoted(node.value))
    if not likely:
        mend = said(
            "Write only digits and +, or an address that begins with https:  {sample}",
            sample=typed.in_quotes(sample),
        )
        desk.error(node.at, "odd-number", what, mend)
        return ""
    written = typed.in_quotes(likely)
    desk.error(
        node.at,
        "odd-number",
        what,
        said("Write:  {text}", text=written),
        edit=typed.instead_of(node, written, desk),
    )
    return likely


def words(node: Node, name: Said, sample: str, desk: Desk) -> None:
    """No words where a name, a title or a number as printed should be."""
    if isinstance(node, Scalar):
        mismatch.not_filled_in(node, sample, desk)
    else:
        mismatch.text_expected(node, name, sample, desk)
