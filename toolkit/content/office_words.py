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

from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.offer import Offer, Scenario
from toolkit.content.place import Problem, Severity
from toolkit.content.quiz import Quiz
from toolkit.content.reference import Fact, OfficeWord
from toolkit.content.sentences import flat
from toolkit.content.spoken import Heard, Spoken
from toolkit.content.text import Kind, Text
from toolkit.language import Said, said

_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Word:
    """A written form of an office word, in tokens; `key` is where its longest one stands.

    `exact` is how it must be written, "" where capitals make no difference.
    """

    tokens: tuple[str, ...]
    key: int
    exact: str
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
        uses, terms = self._heard(said_there)
        found: list[Problem] = []
        for group in sorted({*uses, *terms}):
            known.terms |= terms.get(group, set())
            here = uses.get(group, [])
            known.words.update(use.word.id for use in here if use.explained)
            for use in here:
                one = use.word
                if one.id not in known.words and one.term not in known.terms:
                    found.append(_problem(use))
                # Once is enough: the same word is not told at each of its uses.
                known.words.add(one.id)
        return found

    def _heard(self, said_there: Spoken) -> tuple[dict[int, list[_Use]], dict[int, set[str]]]:
        """The office words and the glossary terms of a record, by what is seen together."""
        group_of = _groups(said_there)
        uses: dict[int, list[_Use]] = defaultdict(list)
        terms: dict[int, set[str]] = defaultdict(set)
        for text, _, run in said_there.references:
            if run.kind is Kind.TERM:
                terms[group_of[id(text)]].add(run.value)
        for text, code in self._suspects(said_there):
            if code in self._words:
                uses[group_of[id(text)]] += _uses(text, code, self._words[code], self._facts)
        return uses, terms

    def _suspects(self, said_there: Spoken) -> list[tuple[Text, str]]:
        """The texts, with their language, in which an office word may stand, in order."""
        found: dict[tuple[int, str], tuple[Text, str]] = {}
        # A set says at once that nothing of the list is there.
        if hot := self._keys.keys() & _tokens(said_there.low):
            those = frozenset(self._keys[one] for one in hot)
            for hit in _any_of(those).finditer(said_there.low):
                text, code = said_there.at(hit.start())
                found[id(text), code] = (text, code)
        for text, code, run in said_there.references:
            if run.kind is Kind.FACT and run.value in self._official:
                found[id(text), code] = (text, code)
        return list(found.values())


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


@cache
def _any_of(hot: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(one) for one in sorted(hot)))


def _by_token(office: Iterable[OfficeWord]) -> Words:
    words: dict[str, dict[str, list[_Word]]] = {}
    for one in office:
        for form in one.words:
            tokens = tuple(_TOKEN.findall(form.lower()))
            if not tokens:
                continue
            key = max(range(len(tokens)), key=lambda at: len(tokens[at]))
            # TIP is not a tip: what is written in capitals is looked for in capitals.
            exact = form if sum(letter.isupper() for letter in form) > 1 else ""
            words.setdefault(one.language, {}).setdefault(tokens[key], []).append(
                _Word(tokens, key, exact, one)
            )
    for keys in words.values():
        for forms in keys.values():
            # Of two that hold the same, the longer one says more.
            forms.sort(key=lambda word: -len(word.tokens))
    return words


@dataclass(frozen=True, slots=True)
class _Use:
    """An office word in a text."""

    word: OfficeWord
    written: str
    text: Text
    code: str
    offset: int
    explained: bool


def _uses(
    text: Text, code: str, keys: Mapping[str, list[_Word]], facts: Mapping[str, Fact]
) -> list[_Use]:
    whole = flat(text, code, facts)
    spoken = whole.words
    tokens = list(_TOKEN.finditer(spoken))
    low = [token[0].lower() for token in tokens]
    uses = []
    for at, token in enumerate(low):
        for word in keys.get(token, ()):
            first = at - word.key
            last = first + len(word.tokens)
            if first < 0 or tuple(low[first:last]) != word.tokens:
                continue
            start, end = tokens[first].start(), tokens[last - 1].end()
            if word.exact and spoken[start:end] != word.exact:
                continue
            explained = _explained(spoken, start, end)
            offset = whole.typed(start)[0]
            uses.append(_Use(word.of, spoken[start:end], text, code, offset, explained))
            break
    return uses


def _problem(use: _Use) -> Problem:
    return Problem(
        use.text.place(use.code, use.offset),
        "office-word",
        said('"{word}" is an office word that many do not know.', word=use.written),
        _instead(use.word),
        Severity.WARNING,
    )


_NOUNS = (
    "kantor|lembaga|kementerian|badan|balai|petugas|surat|janji|orang|warga|perusahaan|izin|tanda|"
    "kejahatan|kedutaan|pembekalan|situs|layanan|uang|cara|the|a|an|our|your|their"
)
"""Words with which an explanation begins."""
_AFTER = re.compile(
    r"[\"'”’*]*(?:\s*\(|,?\s+(?:yaitu|yakni|artinya|maksudnya|berarti|adalah|alias|ialah|atau|"
    rf"that is|meaning|which means|means|or|i\.e\.)\b|,?\s+(?:(?:itu|is|are)\s+)?(?:{_NOUNS})\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\(|(?:disebut|namanya|bernama|dinamakan|istilahnya|called|named|known as|termed)\s+[\"'“‘]?|"
    r"\b(?:kata|istilah|the word|the term)\s+[\"'“‘]?)$",
    re.IGNORECASE,
)


def _explained(words: str, start: int, end: int) -> bool:
    """Is what it means said right beside it?"""
    return bool(_AFTER.match(words, end) or _BEFORE.search(words, 0, start))


def _instead(one: OfficeWord) -> Said:
    if one.term:
        return said(
            "Write:  {say}  - or let the glossary explain it:  {{term:{id}}}",
            say=one.say,
            id=one.term,
        )
    return said("Write:  {say}  - or say in brackets behind it what it means.", say=one.say)
