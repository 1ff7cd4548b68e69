"""Whether words fit their place: a title in its line, a page on the smallest screen.

Measures by itself what the screen will make of a page, because checking opens no
screen; a test holds the measure against the real one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from toolkit.content.checks.sentences import flat
from toolkit.content.lesson import Lesson, Page
from toolkit.content.library import Library
from toolkit.content.offer import Scenario
from toolkit.content.place import Problem, Severity
from toolkit.content.quiz import Choice, Multiple, Quiz, Spot
from toolkit.content.reference import Contact
from toolkit.content.session_plan import SessionPlan
from toolkit.content.text import Kind, Run, Text
from toolkit.language import PartialDate, Said, said

CELLS = 57
"""The measure of a page on a screen of 60 columns."""
HANG = 2
"""Cells that the sign before a line takes, and the indent of what follows it."""
ROWS = 14
"""Rows between the top line and the keys of a screen with 18."""


def too_long(records: Iterable[Any], library: Library) -> Iterator[Problem]:
    """A problem for each text that is too long for where it stands, and each page too full."""
    for record in records:
        for text, most, what in _places(record):
            for code, words in text.bare():
                if words is None or not _is_short(words, most):
                    yield from _over(text, code, most, what, library)
        for page in record.pages if isinstance(record, Lesson) else ():
            yield from _too_full(page, library)


_TITLE = said("The title")
_LINE = said("This line")
_TAKEAWAY = said("This sentence to take home")
_FRONT = said("The sentence on the front of the leaflet")
_PANEL = said("This sentence in a leaflet panel")
_SCRIPT = said("What is said aloud")
_BEFORE = said("What is said before a page")
_OPTION = said("This option")
_PART = said("This part of the message")
_NAME = said("The name of a help line")
_SCOPE = said("What a help line is for")
_MESSAGE = said("This message of a chat")
_REPLY = said("This reply")
_PARTNER = said("The name of who writes")
_NOTE = said("The note on a help line")

_Limit = tuple[Text, int, Said]


def _places(record: Any) -> Iterator[_Limit]:
    """Each text that has its limit: in words, or below zero in characters."""
    match record:
        case Lesson():
            yield from _in_lesson(record)
        case Quiz():
            for question in record.questions:
                match question:
                    case Choice(options=options) | Multiple(options=options):
                        yield from ((option.text, 14, _OPTION) for option in options)
                    case Spot(message=parts):
                        yield from ((part.text, 16, _PART) for part in parts)
        case SessionPlan():
            yield record.title, -40, _TITLE
        case Scenario():
            yield record.title, -40, _TITLE
            yield record.partner, -40, _PARTNER
            for turn in record.turns:
                yield from ((one, 22, _MESSAGE) for one in turn.says)
                yield from ((reply.text, 14, _REPLY) for reply in turn.replies)
        case Contact():
            yield record.name, -28, _NAME
            yield record.scope, 10, _SCOPE
            if record.note:
                yield record.note, 6, _NOTE


def _in_lesson(lesson: Lesson) -> Iterator[_Limit]:
    yield lesson.title, -40, _TITLE
    for page in lesson.pages:
        yield page.title, -36, _TITLE
        yield from ((line, 12, _LINE) for line in page.show)
        yield page.say, 120, _SCRIPT
        if page.note:
            yield page.note, 40, _BEFORE
    yield from ((line, 14, _TAKEAWAY) for line in lesson.takeaways)
    yield lesson.leaflet.front, 16, _FRONT
    for panel in lesson.leaflet.inside:
        yield from ((line, 18, _PANEL) for line in panel.more)


def _over(text: Text, code: str, most: int, what: Said, library: Library) -> Iterator[Problem]:
    if most < 0:
        yield from _over_characters(text, code, -most, what, library)
        return
    whole = flat(text, code, {})
    words = whole.words.split()
    if len(words) <= most:
        return
    at = 0
    for word in words[:most]:
        at = whole.words.index(word, at) + len(word)
    at = whole.words.index(words[most], at)
    yield Problem(
        text.place(code, whole.typed(at)[0]),
        "too-long",
        said(
            "{what} has {count} words; there is room for {most}.",
            what=what,
            count=len(words),
            most=most,
        ),
        said(
            "Take out {over} words; the room ends with  {word}",
            over=len(words) - most,
            word=" ".join(words[most - 2 : most]),
        ),
        Severity.WARNING,
    )


def _is_short(words: str, most: int) -> bool:
    return len(words) <= -most if most < 0 else words.count(" ") < most


def _over_characters(
    text: Text, code: str, most: int, what: Said, library: Library
) -> Iterator[Problem]:
    seen = 0
    for run in text.runs[code]:
        words = _shown(run, code, library)
        if seen + len(words) > most:
            inside = most - seen if run.kind is Kind.WORDS else 0
            count = sum(len(_shown(one, code, library)) for one in text.runs[code])
            if words[inside - 1 : inside + 1].isalnum():
                # The word that does not fit any more, not the middle of it.
                inside = words.rfind(" ", 0, inside) + 1
            yield Problem(
                text.place(code, run.offset + inside),
                "too-long",
                said(
                    "{what} has {count} characters; there is room for {most}.",
                    what=what,
                    count=count,
                    most=most,
                ),
                said(
                    "Make it shorter by {over}; the room ends here:  {words}",
                    over=count - most,
                    words=words[:inside].rstrip(),
                ),
                Severity.WARNING,
            )
            return
        seen += len(words)


def _too_full(page: Page, library: Library) -> Iterator[Problem]:
    # Far from the limit nothing is measured: characters alone say that it fits.
    if sum(_most_rows(text, library) for text in (page.title, *page.show)) <= ROWS:
        return
    for code in page.title.runs:
        texts = [page.title, *(line for line in page.show if code in line.runs)]
        used = 0
        for at, text in enumerate(texts):
            used += rows(text, code, library, CELLS - HANG if at else CELLS)
            if used > ROWS:
                yield Problem(
                    text.place(code),
                    "page-too-full",
                    said(
                        "On a small screen a page has {rows} rows; this one needs more.", rows=ROWS
                    ),
                    said("Take this line out of  show:  and write it under  say:"),
                    Severity.WARNING,
                )
                return


def _most_rows(text: Text, library: Library) -> int:
    """As many rows as a text can take in any of its languages, and rather more."""
    length = max(
        len(words)
        if words is not None
        else sum(len(_shown(run, code, library)) for run in text.runs[code])
        for code, words in text.bare()
    )
    # Wrapping leaves less than half of a row empty, unless words are longer than that.
    return 1 if length <= CELLS - HANG else length * 2 // (CELLS - HANG) + 1


def rows(text: Text, code: str, library: Library, width: int) -> int:
    """The rows that a text takes at a width in cells, in the language `code`."""
    words = "".join(_shown(run, code, library) for run in text.runs[code])
    return sum(_wrapped(line, width) for line in words.split("\n"))


def _wrapped(words: str, width: int) -> int:
    count, used = 1, 0
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and not words[end].isspace():
            end += 1
        long = _cells(words[start:end])
        while end < len(words) and words[end].isspace():
            end += 1
        whole = _cells(words[start:end])
        if used + long <= width:
            used += whole
        elif long > width:
            if used:
                count += 1
            count += (long - 1) // width
            used = long % width or width
            used += whole - long
        else:
            count += 1
            used = whole
        start = end
    return count


def _cells(words: str) -> int:
    if words.isascii():
        return len(words)
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in words
    )


_LONGEST_DATE = {1: "2026", 2: "September 2026", 3: "30 September 2026"}
"""The widest date of each precision: nothing here knows the names of months."""


def _shown(run: Run, code: str, library: Library) -> str:
    """What a run looks like on a screen; a date is taken for the longest that it may be."""
    match run.kind:
        case Kind.WORDS:
            return run.value
        case Kind.CONTACT:
            contact = library.contacts.get(run.value)
            return contact.number if contact else run.value
        case Kind.TERM:
            term = library.terms.get(run.value)
            return _plain(term.word, code) if term else run.value
    fact = library.facts.get(run.value)
    match fact.value if fact else run.value:
        case PartialDate() as when:
            return _LONGEST_DATE[3 if when.day else 2 if when.month else 1]
        case Text() as words:
            return _plain(words, code)
        case int() as number:
            return f"{number:,}"
        case other:
            return str(other)


def _plain(text: Text, code: str) -> str:
    runs = text.runs.get(code) or next(iter(text.runs.values()))
    return "".join(run.value for run in runs)
