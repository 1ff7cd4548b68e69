"""Office words: what an official says and a neighbour does not, and whether it is explained.

The list stands in the library (`lessons/reference/office-words.yaml`), so that trainers
can add the words of their own offices. A word is explained where the text refers to its
glossary term, before or at its first use, or says beside it what it means.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from toolkit.content.checks.sentences import flat
from toolkit.content.checks.spoken import Heard, Spoken
from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.offer import Offer, Scenario
from toolkit.content.place import Problem, Severity
from toolkit.content.quiz import Quiz
from toolkit.content.reference import Fact, OfficeWord
from toolkit.content.text import Kind, Text
from toolkit.language import Said, said

_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Word:
    """A written form of an office word.

    `exact` is how it must be written, "" where capitals make no difference; `around` is
    the pattern that finds all of it if it is more than one word.
    """

    exact: str
    around: str
    of: OfficeWord


Words = Mapping[str, Mapping[str, list[_Word]]]
"""By language, and by the longest token of a form: the short ones stand in every text."""


@dataclass(slots=True)
class _Known:
    """What a learner has been told so far."""

    terms: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


def unexplained(records: Iterable[Spoken], library: Library, heard: Heard) -> Iterator[Problem]:
    """A problem for each office word that a lesson, quiz, offer or chat does not explain.

    A quiz may use what its lesson has explained.
    """
    listener = _Listener(library, heard)
    lessons: dict[str, _Known] = {}
    asked = [one for one in records if isinstance(one.record, Lesson | Quiz | Offer | Scenario)]
    for one in sorted(asked, key=lambda one: isinstance(one.record, Quiz)):
        record, known = one.record, _Known()
        if isinstance(record, Quiz):
            if record.lesson not in lessons and record.lesson in library.lessons:
                lessons[record.lesson] = _Known()
                listener.hear(heard.of(library.lessons[record.lesson]), lessons[record.lesson])
            before = lessons.get(record.lesson, known)
            known = _Known(set(before.terms), set(before.words))
        elif isinstance(record, Lesson):
            lessons[record.id] = known
        yield from listener.hear(one, known)


class _Listener:
    """Hears what records say, and where an office word stays unexplained."""

    def __init__(self, library: Library, heard: Heard) -> None:
        self._words = _by_token(library.office_words.values())
        self._keys = {
            max(_tokens(token), key=len, default=b""): token
            for forms in self._words.values()
            for token in forms
        }
        self._facts = library.facts
        # What a fact says is said where it is put in.
        self._official = {
            one.id
            for one in library.facts.values()
            if isinstance(one.value, Text)
            and not self._keys.keys().isdisjoint(_tokens(heard.of(one).low))
        }

    def hear(self, said_there: Spoken, known: _Known) -> list[Problem]:
        """What stays unexplained to who knows what is `known`, which grows by what is heard.

        What is seen together explains each other, before or after; what comes later does not.
        """
        group_of = _groups(said_there)
        uses: dict[int, list[_Use]] = defaultdict(list)
        terms: dict[int, set[str]] = defaultdict(set)
        for text, _, run in said_there.references:
            if run.kind is Kind.TERM:
                terms[group_of[id(text)]].add(run.value)
        for use in self._uses(said_there):
            uses[group_of[id(use.text)]].append(use)
        found: list[Problem] = []
        for group in sorted({*uses, *terms}):
            known.terms |= terms.get(group, set())
            unsure = [
                use
                for use in uses.get(group, ())
                if use.word.id not in known.words and use.word.term not in known.terms
            ]
            known.words.update(use.word.id for use in unsure if use.explained())
            for use in unsure:
                # Once is enough: the same word is not told at each of its uses.
                if use.word.id not in known.words:
                    known.words.add(use.word.id)
                    found.append(_problem(use, self._facts))
        return found

    def _uses(self, said_there: Spoken) -> Iterator[_Use]:
        """The office words of a record, in order."""
        official = {
            (id(text), code): (text, code)
            for text, code, run in said_there.references
            if run.kind is Kind.FACT and run.value in self._official
        }
        for start, end in self._hits(said_there.low):
            text, code = said_there.at(start)
            if (id(text), code) not in official:
                yield from self._at(start, end, said_there.words, text, code)
        # What such a fact says stands in no line of the record.
        for text, code in official.values():
            words = flat(text, code, self._facts).words
            for start, end in self._hits(words.lower()):
                yield from self._at(start, end, words, text, code)

    def _hits(self, low: str) -> list[tuple[int, int]]:
        """Where key tokens stand as whole words, in order; `low` is in small letters."""
        hits = []
        # A set says at once which of the list occur, mostly none; then each is looked for.
        for one in self._keys.keys() & _tokens(low):
            token = self._keys[one]
            start = low.find(token)
            while start >= 0:
                end = start + len(token)
                if not low[start - 1 : start].isalnum() and not low[end : end + 1].isalnum():
                    hits.append((start, end))
                start = low.find(token, end)
        return sorted(hits)

    def _at(self, start: int, end: int, words: str, text: Text, code: str) -> Iterator[_Use]:
        """The office word of that language whose key token stands there, if there is one."""
        for word in self._words.get(code, {}).get(words[start:end].lower(), ()):
            first, last = start, end
            if word.around:
                begin = words.rfind("\n", 0, start) + 1
                stretch = words.find("\n", end)
                whole = _pattern(word.around).search(
                    words, begin, stretch if stretch >= 0 else len(words)
                )
                if whole is None:
                    continue
                first, last = whole.span()
            if not word.exact or words[first:last] == word.exact:
                yield _Use(word.of, text, code, words, first, last)
                return


@cache
def _pattern(written: str) -> re.Pattern[str]:
    """Compiled when it is used first: few of them ever are, and all would take long."""
    return re.compile(written, re.IGNORECASE)


_APART = bytes(one if chr(one).isalnum() and one < 128 else ord(" ") for one in range(256))


def _tokens(low: str) -> set[bytes]:
    """The words that occur in a text in small letters; signs beyond ASCII part words, too.

    As bytes, which are taken apart several times as fast as strings.
    """
    return set(low.encode("ascii", "replace").translate(_APART).split())


def _groups(said_there: Spoken) -> dict[int, int]:
    """For each text, by identity, the number of what it is seen together with."""
    match said_there.record:
        case Lesson(pages=pages, takeaways=takeaways, leaflet=leaflet):
            last = takeaways[0] if takeaways else leaflet.front
            firsts = {id(last), *(id(page.title) for page in pages)}
        case Quiz(questions=questions):
            firsts = {id(question.ask) for question in questions}
        case _:
            firsts = set()
    group = 0
    groups = {}
    for text in said_there.texts:
        group += id(text) in firsts
        groups[id(text)] = group
    return groups


def _by_token(office: Iterable[OfficeWord]) -> Words:
    words: dict[str, dict[str, list[_Word]]] = {}
    for one in office:
        for form in one.words:
            tokens = _TOKEN.findall(form.lower())
            if not tokens:
                continue
            key = max(reversed(tokens), key=len)
            around = r"[\W_]+".join(re.escape(token) for token in tokens)
            words.setdefault(one.language, {}).setdefault(key, []).append(
                _Word(
                    # TIP is not a tip: what is written in capitals is looked for in capitals.
                    form if sum(letter.isupper() for letter in form) > 1 else "",
                    rf"\b{around}\b" if len(tokens) > 1 else "",
                    one,
                )
            )
    for keys in words.values():
        for forms in keys.values():
            # Of two that hold the same, the longer one says more.
            forms.sort(key=lambda word: -len(word.around))
    return words


@dataclass(frozen=True, slots=True)
class _Use:
    """An office word in a text, from `start` to `end` in `words`."""

    word: OfficeWord
    text: Text
    code: str
    words: str
    start: int
    end: int

    def explained(self) -> bool:
        """Is what it means said right beside it?"""
        begin = self.words.rfind("\n", 0, self.start) + 1
        stop = self.words.find("\n", self.end)
        stop = stop if stop >= 0 else len(self.words)
        return bool(
            _pattern(_AFTER).match(self.words, self.end, stop)
            or _pattern(_BEFORE).search(self.words, begin, self.start)
        )


def _problem(use: _Use, facts: Mapping[str, Fact]) -> Problem:
    written = use.words[use.start : use.end]
    whole = flat(use.text, use.code, facts)
    hit = re.search(rf"\b{re.escape(written)}\b", whole.words)
    return Problem(
        use.text.place(use.code, whole.typed(hit.start())[0] if hit else 0),
        "office-word",
        said('"{word}" is an office word that many do not know.', word=written),
        _instead(use.word),
        Severity.WARNING,
    )


_NOUNS = (
    "kantor|lembaga|kementerian|badan|balai|petugas|surat|janji|orang|warga|perusahaan|izin|tanda|"
    "kejahatan|kedutaan|pembekalan|situs|layanan|uang|cara|the|a|an|our|your|their"
)
"""Words with which an explanation begins."""
_AFTER = (
    r"[\"'”’*]*(?:\s*\(|,?\s+(?:yaitu|yakni|artinya|maksudnya|berarti|adalah|alias|ialah|atau|"
    rf"that is|meaning|which means|means|or|i\.e\.)\b|,?\s+(?:(?:itu|is|are)\s+)?(?:{_NOUNS})\b)"
)
_BEFORE = (
    r"(?:\(|(?:disebut|namanya|bernama|dinamakan|istilahnya|called|named|known as|termed)\s+[\"'“‘]?|"
    r"\b(?:kata|istilah|the word|the term)\s+[\"'“‘]?)$"
)


def _instead(one: OfficeWord) -> Said:
    if one.term:
        return said(
            "Write:  {say}  - or let the glossary explain it:  {{term:{id}}}",
            say=one.say,
            id=one.term,
        )
    return said("Write:  {say}  - or say in brackets behind it what it means.", say=one.say)
