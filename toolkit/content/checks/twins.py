"""Whether a text says the same in each language: the same figures, numbers and forms.

Only what can be counted is compared. Glossary words may differ, because one language
often needs an explanation where the other has an everyday word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from toolkit.content.checks.figures import tells_time
from toolkit.content.checks.spoken import Spoken
from toolkit.content.place import Problem, instead
from toolkit.content.reading.desk import Desk
from toolkit.content.text import Kind, Run, Text
from toolkit.language import DEFAULT, said

FEW = 2
"""So many words may be the same in two languages: names, brands, titles."""

Runs = tuple[Run, ...]


def unlike_twins(
    records: Iterable[Spoken], told: Mapping[str, AbstractSet[int]]
) -> Iterator[Problem]:
    """A problem for each text that says something else in one language than in the other.

    `told` are, by file, the lines where something else is wrong already: a text that stands
    there is not asked, because one slip easily makes twins unlike.
    """
    desk = Desk("")
    for said_there in records:
        for text in said_there.texts:
            if said_there.digits or _may_differ(text):
                check_twins(text, desk)
                if desk.problems:
                    lines = told.get(desk.problems[0].place.file)
                    if not lines or lines.isdisjoint(_lines(text)):
                        yield from desk.problems
                    desk.problems.clear()


def _may_differ(text: Text) -> bool:
    """Is there anything to tell, once there are no digits? So it nearly never is."""
    bare = [words for _, words in text.bare()]
    if len(bare) != 2:
        return len(bare) > 2
    if None not in bare:
        return bare[0] == bare[1]
    one, other = text.runs.values()
    return _outline(one) != _outline(other) or one == other


def _outline(runs: Runs) -> tuple[list[tuple[str, str]], int]:
    """What a text refers to, in no order, and how many of its stretches are strong."""
    named = [(run.kind.value, run.value) for run in runs if run.kind is not Kind.WORDS]
    return sorted(named), _stretches(runs) if any(run.strong for run in runs) else 0


def _lines(text: Text) -> set[int]:
    """The lines on which a text stands, in all its languages."""
    found: set[int] = set()
    for spot in text.spots.values():
        first = spot.place.line
        found.update(range(first, first + spot.raw.count("\n") + 1))
    return found


def check_twins(text: Text, desk: Desk) -> None:
    """Note where a translation says something else than its twin in the default language."""
    if len(text.runs) < 2:
        return
    source = text.runs.get(DEFAULT)
    if source is None:
        return
    for code, runs in text.runs.items():
        if runs is source:
            continue
        if len(runs) == 1 == len(source) and runs[0].kind is source[0].kind is Kind.WORDS:
            _words(text, code, source[0].value, runs[0].value, desk)
            if runs[0].strong is not source[0].strong:
                _strong(text, code, source, runs, desk)
            continue
        if not _references(text, code, source, runs, desk):
            _words(text, code, _said(source), _said(runs), desk)
            _strong(text, code, source, runs, desk)


def _words(text: Text, code: str, source: str, words: str, desk: Desk) -> None:
    if words == source:
        # A name is typed once for all languages.
        if text.place(code) != text.place(DEFAULT):
            _untranslated(text, code, words, desk)
        return
    # Most texts hold no digit: nothing is counted before one is seen.
    if _DIGIT.search(words) or _DIGIT.search(source):
        _numbers(text, code, source, words, desk)


_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


def _untranslated(text: Text, code: str, words: str, desk: Desk) -> None:
    said_words = _WORD.findall(words)
    if len(said_words) <= FEW or all(word[0].isupper() for word in said_words):
        return
    desk.warning(
        text.place(code),
        "same-in-both",
        said('Under "{code}" stands the same as under "{source}".', code=code, source=DEFAULT),
        said('Write it in the other language:  {code}: "…"', code=code),
    )


_NUMBER = re.compile(r"(?<![^\W_])\d(?:[.,]?\d)*")
"""Not the figure in a name such as P3MI."""


def _numbers(text: Text, code: str, source: str, words: str, desk: Desk) -> None:
    """The digits that are typed; how thousands are parted is each language's own affair."""
    ours, theirs = _figures(source), _figures(words)
    missing = list((Counter(ours.values()) - Counter(theirs.values())).elements())
    extra = list((Counter(theirs.values()) - Counter(ours.values())).elements())
    if not missing and not extra:
        return
    if tells_time(source) or tells_time(words):
        # 13.00, 13:00, 1 pm: each language has its own way.
        return
    odd = next((at for at, plain in theirs.items() if plain in extra), 0)
    at = text.place(code, _offset(text.runs[code], odd))
    if missing:
        number = missing[0]
        desk.warning(
            at,
            "twin-numbers",
            said(
                'Under "{source}" stands {number}, here it does not.', source=DEFAULT, number=number
            ),
            said("Write the same number in both:  {number}", number=number),
            edit=instead(at, extra[0], number)
            if extra and words[odd:].startswith(extra[0])
            else None,
        )
    else:
        desk.warning(
            at,
            "twin-numbers",
            said(
                '{number} stands here, but not under "{source}".', number=extra[0], source=DEFAULT
            ),
            said(
                "Write the same in both: put  {number}  there, too, or take it out.",
                number=extra[0],
            ),
        )


def _figures(words: str) -> dict[int, str]:
    return {found.start(): re.sub(r"\D", "", found[0]) for found in _NUMBER.finditer(words)}


def _said(runs: Runs) -> str:
    """The words without what they refer to; a reference is a sign that no word holds."""
    return "".join(run.value if run.kind is Kind.WORDS else "\0" for run in runs)


def _offset(runs: Runs, at: int) -> int:
    """Where the character `at` of `_said` stands in what the trainer typed."""
    for run in runs:
        length = len(run.value) if run.kind is Kind.WORDS else 1
        if at < length:
            return run.offset + at
        at -= length
    return 0


def _references(text: Text, code: str, source: Runs, runs: Runs, desk: Desk) -> bool:
    """Note the first figure or number that one of the two lacks; was there one?"""
    missing, extra = _beyond(source, runs), _beyond(runs, source)
    figures = [[run for run in more if run.kind is not Kind.TERM] for more in (missing, extra)]
    if not any(figures):
        # A term more is an explanation more; only another one in its place is a slip.
        if not (missing and extra):
            return False
    else:
        missing, extra = figures
    if missing and extra:
        there, here = _form(missing[0]), _form(extra[0])
        at = text.place(code, extra[0].offset)
        desk.warning(
            at,
            "twin-references",
            said(
                'Under "{source}" stands {there}, here {here}.',
                here=here,
                source=DEFAULT,
                there=there,
            ),
            said("Write the same in both:  {there}", there=there),
            edit=instead(at, here, there),
        )
        return True
    lacking, other, run = (code, DEFAULT, missing[0]) if missing else (DEFAULT, code, extra[0])
    desk.warning(
        text.place(lacking),
        "twin-references",
        said('{form} stands under "{other}", but not here.', form=_form(run), other=other),
        said("Write where it belongs in this text:  {form}", form=_form(run)),
    )
    return True


def _beyond(some: Runs, others: Runs) -> list[Run]:
    """What `some` refer to more often than `others`, in order."""
    left = Counter((run.kind, run.value) for run in others)
    more = []
    for run in some:
        if run.kind is Kind.WORDS:
            continue
        if left[run.kind, run.value]:
            left[run.kind, run.value] -= 1
        else:
            more.append(run)
    return more


def _form(run: Run) -> str:
    return f"{{{run.kind.value}:{run.value}}}"


def _strong(text: Text, code: str, source: Runs, runs: Runs, desk: Desk) -> None:
    ours, theirs = _stretches(source), _stretches(runs)
    if ours == theirs:
        return
    lacking = code if theirs < ours else DEFAULT
    desk.warning(
        text.place(lacking),
        "twin-strong",
        said(
            "{more} parts are strong in the other language, here {fewer}.",
            more=max(ours, theirs),
            fewer=min(ours, theirs),
        ),
        said("Put two stars on both sides of the same words:  **…**"),
    )


def _stretches(runs: Iterable[Run]) -> int:
    """How many strong stretches there are."""
    count, strong = 0, False
    for run in runs:
        count += run.strong and not strong
        strong = run.strong
    return count
