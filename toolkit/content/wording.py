"""Texts put into a language: references become the words of their records.

What comes out is spans, words with the little that a room needs to draw them. No
span holds markup of any kind; a room that has its own must escape or avoid it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.content.library import Library
from toolkit.content.reference import Fact
from toolkit.content.text import Kind, Run, Text
from toolkit.language import DEFAULT, Language, PartialDate, language


@dataclass(frozen=True, slots=True)
class Span:
    """Words to draw. A reference keeps its kind and id, so that a room can mark it."""

    text: str
    strong: bool = False
    kind: Kind = Kind.WORDS
    id: str = ""


def spans(
    text: Text, lang: Language, library: Library, beside: Iterable[Text] = ()
) -> tuple[Span, ...]:
    """`text` in a language, or as a whole in the one that `spoken_in` names."""
    told = spoken_in(text, lang, library, beside)
    return tuple(_span(run, told, library) for run in _runs(text, told.code))


def spoken_in(
    text: Text, lang: Language, library: Library, beside: Iterable[Text] = ()
) -> Language:
    """The language in which the whole of `text` can be told: `lang`, else the default one.

    A sentence is in it only if the facts and terms that it mentions are, and what stands
    `beside` it in the same sentence; so none is ever half translated, and its numbers and
    dates have the forms of its own words.
    """
    for code in dict.fromkeys((lang.code, DEFAULT, *text.runs)):
        if all(is_whole(one, code, library) for one in (text, *beside)):
            return lang if code == lang.code else language(code)
    for code in (lang.code, DEFAULT, *text.runs):
        if code in text.runs:
            return language(code)
    return lang


def is_untranslated(
    text: Text, lang: Language, library: Library, beside: Iterable[Text] = ()
) -> bool:
    """Must another language stand in for `lang`? Whoever shows the text then marks it."""
    return spoken_in(text, lang, library, beside).code != lang.code


def is_whole(text: Text, code: str, library: Library) -> bool:
    """Is `text` there in a language, with every fact and term that it mentions?"""
    if not _has(text, code):
        return False
    for run in _runs(text, code):
        match run.kind:
            case Kind.FACT:
                value = library.facts[run.value].value
                if isinstance(value, Text) and not _has(value, code):
                    return False
            case Kind.TERM:
                if not _has(library.terms[run.value].word, code):
                    return False
    return True


def same_everywhere(text: Text) -> bool:
    """Is there nothing to translate: a name, a number, or words alike in all its languages?"""
    first, *others = text.runs.values()
    if others and all(runs == first for runs in others):
        return True
    return not any(
        letter.isalpha()
        for runs in text.runs.values()
        for run in runs
        if run.kind is Kind.WORDS
        for letter in run.value
    )


def _has(text: Text, code: str) -> bool:
    # What only English or only the default language says is not yet said in the other one.
    return code in text.runs or same_everywhere(text)


def plain(text: Text, lang: Language, library: Library) -> str:
    """`text` as a string, without its strong parts marked."""
    return "".join(span.text for span in spans(text, lang, library))


def fact_words(fact: Fact, lang: Language) -> str:
    """The value of a fact as it stands in a sentence: `4.730`, `19 Mei 2025`, or its text."""
    match fact.value:
        case PartialDate() as when:
            return lang.day(when)
        case Text() as text:
            return "".join(run.value for run in _runs(text, lang.code))
        case number:
            return lang.number(number)


def _runs(text: Text, code: str) -> tuple[Run, ...]:
    for one in (code, DEFAULT):
        if one in text.runs:
            return text.runs[one]
    return next(iter(text.runs.values()))


def _span(run: Run, lang: Language, library: Library) -> Span:
    match run.kind:
        case Kind.WORDS:
            return Span(run.value, run.strong)
        case Kind.FACT:
            words = fact_words(library.facts[run.value], lang)
        case Kind.CONTACT:
            words = library.contacts[run.value].number
        case Kind.TERM:
            words = "".join(part.value for part in _runs(library.terms[run.value].word, lang.code))
    return Span(words, run.strong, run.kind, run.value)


def texts_of(record: object) -> Iterator[Text]:
    """Every Text inside a record, however deep, in the order of its fields."""
    found: list[Text] = []
    _gather(record, found)
    return iter(found)


def _gather(part: object, found: list[Text]) -> None:
    # Thousands of records are walked for each check: a list is filled, nothing is yielded.
    if isinstance(part, Text):
        found.append(part)
    elif isinstance(part, tuple):
        for one in part:
            if isinstance(one, Text):
                found.append(one)
            else:
                _gather(one, found)
    else:
        for name in _worded(part.__class__):
            value = getattr(part, name)
            if value is not None:
                _gather(value, found)


_WORDLESS = frozenset(
    ("str", "bool", "int", "date", "None", "Place", "tuple", "Priority", "Channel", "Reach", "PartialDate",
     "Audience")
)  # fmt: skip


_FIELDS: dict[type, tuple[str, ...]] = {}


def _worded(kind: type) -> tuple[str, ...]:
    """The fields of a record that may hold words; looked at once for each kind of record."""
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(
            name
            for name, one in getattr(kind, "__dataclass_fields__", {}).items()
            if not set(re.findall(r"\w+", str(one.type))) <= _WORDLESS
        )
    return _FIELDS[kind]
