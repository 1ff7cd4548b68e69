"""Texts put into a language: references become the words of their records.

What comes out is spans, words with the little that a room needs to draw them. No
span holds markup of any kind; a room that has its own must escape or avoid it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.content.library import Library
from toolkit.content.reference import Fact
from toolkit.content.text import Kind, Run, Text
from toolkit.language import DEFAULT, Language, PartialDate


@dataclass(frozen=True, slots=True)
class Span:
    """Words to draw. A reference keeps its kind and id, so that a room can mark it."""

    text: str
    strong: bool = False
    kind: Kind = Kind.WORDS
    id: str = ""


def spans(text: Text, lang: Language, library: Library) -> tuple[Span, ...]:
    """`text` in a language, or in the default one where it has not been translated."""
    return tuple(_span(run, lang, library) for run in _runs(text, lang))


def plain(text: Text, lang: Language, library: Library) -> str:
    """`text` as a string, without its strong parts marked."""
    return "".join(span.text for span in spans(text, lang, library))


def fact_words(fact: Fact, lang: Language) -> str:
    """The value of a fact as it stands in a sentence: `4.730`, `19 Mei 2025`, or its text."""
    match fact.value:
        case PartialDate() as when:
            return lang.day(when)
        case Text() as text:
            return "".join(run.value for run in _runs(text, lang))
        case number:
            return lang.number(number)


def _runs(text: Text, lang: Language) -> tuple[Run, ...]:
    for code in (lang.code, DEFAULT):
        if code in text.runs:
            return text.runs[code]
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
            words = "".join(part.value for part in _runs(library.terms[run.value].word, lang))
    return Span(words, run.strong, run.kind, run.value)


def texts_of(record: object) -> Iterator[Text]:
    """Every Text inside a record, however deep, in the order of its fields."""
    match record:
        case Text():
            yield record
        case tuple():
            for part in record:
                yield from texts_of(part)
        case _ if hasattr(record, "__dataclass_fields__"):
            for name in record.__dataclass_fields__:
                yield from texts_of(getattr(record, name))
