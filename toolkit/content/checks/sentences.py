"""Sentences that can be said in one breath: found, counted, and parted if they are too long.

What people hear once, in a hall, must be short: after twenty words the beginning is
forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from toolkit.content.checks.spoken import Spoken
from toolkit.content.lesson import Lesson
from toolkit.content.offer import Offer, Scenario
from toolkit.content.place import Problem, Severity
from toolkit.content.quiz import Quiz
from toolkit.content.reference import Contact, Fact, Term
from toolkit.content.session_plan import SessionPlan
from toolkit.content.text import Kind, Run, Text
from toolkit.language import Said, said

MOST = 20
"""Words in a sentence that everybody can follow."""


def long_sentences(records: Iterable[Spoken], facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """A problem for each sentence with too many words in what people hear or read."""
    # A fact that is no whole sentence makes the one longer in which it stands.
    parts = {
        one.id
        for one in facts.values()
        if isinstance(one.value, Text) and not all(map(_is_whole, one.value.runs.values()))
    }
    for said_there in records:
        numbered = said_there.digits and any(one in said_there.words for one in _NUMBERED)
        if (
            numbered
            or _may_be_long(said_there.words)
            or any(run.value in parts for _, _, run in said_there.references)
        ):
            for text in _read(said_there):
                for code in text.runs:
                    yield from _too_long(text, code, facts)


def _is_whole(runs: Sequence[Run]) -> bool:
    return runs[-1].value.rstrip().endswith((".", "!", "?"))


_ENDS = str.maketrans(dict.fromkeys(".!?…:;", "\n"))


def _may_be_long(words: str) -> bool:
    """Are there so many words between two signs that end a sentence? Or a shortened word?"""
    # Even of the shortest words a long sentence has more letters than that.
    return any(
        (len(piece) > 2 * MOST and piece.count(" ") >= MOST) or piece.endswith(_SHORTENED)
        for piece in words.translate(_ENDS).split("\n")
    )


def _read(said_there: Spoken) -> tuple[Text, ...]:
    """The texts of a record that are read aloud, shown or printed as sentences."""
    match said_there.record:
        case Lesson() | Quiz() | Offer() | Scenario() | Term() | SessionPlan():
            return said_there.texts
        case Fact(value=Text() as words):
            return (words,)
        case Contact(scope=scope, note=note):
            return (scope, note) if note else (scope,)
    return ()


@dataclass(frozen=True, slots=True)
class Flat:
    """A text in one language as people hear it, and from where in the file each stretch comes.

    `stretches` are (start in `words`, offset in the trainer's text, length, typed here?).
    """

    words: str
    stretches: tuple[tuple[int, int, int, bool], ...]

    def typed(self, at: int) -> tuple[int, bool]:
        """The offset in the trainer's text of a character, and whether it was typed there."""
        for start, offset, length, here in self.stretches:
            if at < start + length:
                return offset + (at - start if here else 0), here
        return 0, False


def flat(text: Text, code: str, facts: Mapping[str, Fact]) -> Flat:
    """A text with the facts that are sentences put in; other references are one word each."""
    words: list[str] = []
    stretches = []
    start = 0
    for run in text.runs[code]:
        piece, here = run.value, True
        if run.kind is not Kind.WORDS:
            # Two letters: a single one before a full stop would pass for a shortened word.
            piece, here = "xx", False
            if run.kind is Kind.FACT and run.value in facts:
                value = facts[run.value].value
                if isinstance(value, Text) and code in value.runs:
                    piece = "".join(part.value for part in value.runs[code])
        words.append(piece)
        stretches.append((start, run.offset, len(piece), here))
        start += len(piece)
    return Flat("".join(words), tuple(stretches))


_END = re.compile(r"[.!?…:;]+[\"'”’»)\]]*(?=\s|$)")
_SHORT = frozenset(
    [
        "dll.",
        "dst.",
        "dsb.",
        "mis.",
        "jl.",
        "hlm.",
        "tgl.",
        "bpk.",
        "sdr.",
        "yth.",
        "a.n.",
        "u.p.",
        "d.a.",
        "e.g.",
        "i.e.",
        "etc.",
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "vs.",
    ]
)
_NUMBERED = frozenset(("no.", "No.", "art.", "Art."))
_SHORTENED = tuple(ending for one in _SHORT for ending in (f" {one[:-1]}", f" {one[:-1].title()}"))
_WORD = re.compile(r"\S*\w\S*")


def sentences(words: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends."""
    start = 0
    for found in _END.finditer(words):
        if found[0] == "." and _shortened(words, start, found.end()):
            continue
        yield start, found.end()
        start = found.end()
    if words[start:].strip():
        yield start, len(words)


def _shortened(words: str, start: int, end: int) -> bool:
    """Does this full stop only shorten a word?"""
    last = words[max(start, end - 8) : end].rsplit(maxsplit=1)[-1].lower().strip("(")
    if last in _NUMBERED:
        return words[end:].lstrip()[:1].isdigit()
    return last in _SHORT or (len(last) == 2 and last[0].isalpha())


def _too_long(text: Text, code: str, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    runs = text.runs[code]
    # Nearly all texts are short: they are not taken apart.
    if sum(run.value.count(" ") + 2 for run in runs) <= MOST and not any(
        run.kind is Kind.FACT for run in runs
    ):
        return
    whole = flat(text, code, facts)
    if whole.words.count(" ") + whole.words.count("\n") < MOST:
        return
    for start, end in sentences(whole.words):
        if whole.words.count(" ", start, end) + whole.words.count("\n", start, end) < MOST:
            continue
        found = list(_WORD.finditer(whole.words, start, end))
        if len(found) <= MOST:
            continue
        offset, here = whole.typed(found[0].start())
        if not here and not any(whole.typed(word.start())[1] for word in found):
            # The sentence is the fact's own, and told there.
            continue
        yield Problem(
            text.place(code, offset),
            "long-sentence",
            said(
                "This sentence has {count} words; {most} can be followed.",
                count=len(found),
                most=MOST,
            ),
            _parted(whole.words, found),
            Severity.WARNING,
        )


_JOINT = frozenset(
    [
        "dan",
        "tetapi",
        "tapi",
        "lalu",
        "kemudian",
        "sebab",
        "karena",
        "jadi",
        "supaya",
        "agar",
        "sehingga",
        "and",
        "but",
        "so",
        "then",
        "because",
    ]
)
_ADDING = frozenset(("dan", "and"))


def _parted(words: str, found: list[re.Match[str]]) -> Said:
    """Where to make two sentences of one: at a good joint near its middle."""
    low = [one[0].lower() for one in found]
    joints = [
        (abs(at - len(found) // 2) + (low[at] not in _JOINT) * 3 + (low[at - 1][-1] != ",") * 2, at)
        for at in range(3, len(found) - 3)
        if low[at - 1].endswith(",") or low[at] in _JOINT
    ]
    if not joints:
        last = words[found[MOST - 2].start() : found[MOST - 1].end()].rstrip(",.;:")
        return said(
            "Make two sentences of it; the first ends here at the latest:  … {words}.",
            words=" ".join(last.split()),
        )
    at = min(joints)[1]
    next_ = at + (low[at] in _ADDING)
    before = words[found[at - 2].start() : found[at - 1].end()].rstrip(",")
    after = words[found[next_].start() : found[next_ + 1].end()].rstrip(",.;:")
    return said(
        "Make two sentences of it, for example here:  {before}. {after}",
        before=" ".join(before.split()),
        after=" ".join((after[:1].upper() + after[1:]).split()),
    )
