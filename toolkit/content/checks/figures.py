"""Figures and telephone numbers that are typed into texts instead of referred to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from toolkit.content.checks.freshness import digits_of, words_of
from toolkit.content.checks.spoken import Spoken
from toolkit.content.claim import Claim
from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.offer import Offer, Scenario
from toolkit.content.place import Edit, Place, Problem, Severity, instead
from toolkit.content.quiz import Quiz
from toolkit.content.reading.desk import quoted
from toolkit.content.reference import Term
from toolkit.content.text import Text
from toolkit.language import Said, said

_TYPED = re.compile(r"\+?\d(?:\d|[.,:/ -](?=\d))*\d\d")


def typed_numbers(records: Iterable[Spoken], library: Library) -> Iterator[Problem]:
    """A problem for each figure or telephone number typed into a lesson, quiz, offer, chat, term or claim."""
    for said_there in records:
        if not isinstance(said_there.record, Lesson | Quiz | Offer | Scenario | Term | Claim):
            continue
        if not said_there.digits:
            continue
        for text, code, run in words_of(said_there):
            for found in _TYPED.finditer(run.value):
                if _is_everyday(found):
                    continue
                at = text.place(code, run.offset + found.start())
                mend, edit = _from_reference(at, found[0], code, library)
                yield Problem(
                    at,
                    "typed-number",
                    said('The number "{number}" is typed into the text.', number=found[0]),
                    mend,
                    Severity.WARNING,
                    edit,
                )


_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d"
_TIME = re.compile(rf"{_CLOCK}(?:-{_CLOCK})?")
_BEFORE_TIME = re.compile(r"(?:\b(?:jam|pukul|sampai|hingga|dari|at|from|until|to)|[-–])\s*$", re.I)
_SPAN = re.compile(r"\s*[-–]\s*\d")
_PERCENT = re.compile(r"\s?(?:%|persen\b|per cent\b|percent\b)", re.I)


def tells_time(words: str) -> bool:
    """Is there a time of day, such as 08.00 or 17:30, in these words?"""
    return any(_is_time(found) for found in _TYPED.finditer(words))


def _is_everyday(found: re.Match[str]) -> bool:
    """Is it a time of day, or a hundred percent? Nobody looks after those in a list."""
    if _PERCENT.match(found.string, found.end()):
        return found[0] == "100"
    return _is_time(found)


def _is_time(found: re.Match[str]) -> bool:
    if not _TIME.fullmatch(found[0]):
        return False
    if ":" in found[0] or "-" in found[0]:
        return True
    # With a full stop it may be a figure: only words before it, or a span, tell a time.
    before = found.string[max(0, found.start() - 12) : found.start()]
    return bool(_BEFORE_TIME.search(before) or _SPAN.match(found.string, found.end()))


def _from_reference(at: Place, typed: str, code: str, library: Library) -> tuple[Said, Edit | None]:
    """What to write for a typed number: for sure only where it is a whole line's number.

    Short numbers and figures are often alike by chance: what it would say stands beside.
    """
    plain = digits_of(typed)
    for contact in library.contacts.values():
        if plain in (digits_of(contact.number), digits_of(contact.dial)):
            form = f"{{contact:{contact.id}}}"
            if len(plain) > 4:
                return said("Write instead:  {form}", form=form), instead(at, typed, form)
            return _if_meant(contact.name, code, form), None
    for fact in library.facts.values():
        if isinstance(fact.value, int) and str(fact.value) == plain and fact.value > 99:
            return _if_meant(fact.about, code, f"{{fact:{fact.id}}}"), None
    return (
        said(
            "Write it once in lessons/reference/ and here  {{fact:…}}  or, for a help line,  {{contact:…}}"
        ),
        None,
    )


def _if_meant(about: Text, code: str, form: str) -> Said:
    runs = about.runs.get(code) or next(iter(about.runs.values()))
    return said(
        'If it is about "{about}", write  {form}  - if not, write a fact of its own in lessons/reference/.',
        about=quoted("".join(run.value for run in runs)),
        form=form,
    )
