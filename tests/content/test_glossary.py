"""The glossary is complete: no abbreviation that it does not explain, and no entry that nobody meets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.content.library import Library
from toolkit.content.text import Kind
from toolkit.content.wording import plain, texts_of
from toolkit.language import LANGUAGES, Language, language

EVERYDAY = {
    "HP": "the telephone in everybody's pocket; nobody knows the long form",
    "KTP": "the identity card that every adult carries",
    "SIM": "the driving licence",
    "PT": "stands before the name of every company",
    "ID": "an English word by now",
}
"""Abbreviations that every neighbour uses, with the reason."""

_WORD = re.compile(r"[^\W_]+")
_SHORT = re.compile(r"[A-Z]{2}|[A-Z]\d+[A-Z]")


def spoken(library: Library, lang: Language) -> Iterator[tuple[str, str]]:
    """Every text that people meet, with the id of its record."""
    for section in (
        library.lessons, library.quizzes, library.offers, library.scenarios, library.facts, library.contacts,
        library.terms, library.products, library.plans,
    ):  # fmt: skip
        for record in section.values():
            for text in texts_of(record):
                yield record.id, plain(text, lang, library)


def explained(library: Library) -> set[str]:
    """Every word of the glossary's words and long forms, and the office words that it explains."""
    texts = [text for term in library.terms.values() for text in (term.word, term.long) if text]
    words = {
        word
        for text in texts
        for code in LANGUAGES
        for word in _WORD.findall(plain(text, language(code), library))
    }
    forms = [form for one in library.office_words.values() if one.term for form in one.words]
    return words | {word for form in forms for word in _WORD.findall(form)}


def test_every_abbreviation_is_explained(library: Library, lang: Language) -> None:
    """Unless every neighbour uses it."""
    known = explained(library) | EVERYDAY.keys()
    short = {
        (word, id)
        for id, told in spoken(library, lang)
        for word in _WORD.findall(told)
        if _SHORT.search(word) and word not in known
    }
    assert sorted(short) == []


def test_everyday_abbreviations_are_in_use(library: Library) -> None:
    """The list of exceptions does not grow by itself."""
    met = {
        word
        for code in LANGUAGES
        for _, told in spoken(library, language(code))
        for word in _WORD.findall(told)
    }
    assert EVERYDAY.keys() <= met


def test_every_term_is_met(library: Library) -> None:
    """It is referred to, or its word stands in some text besides its own."""
    sections = (
        library.lessons, library.quizzes, library.offers, library.scenarios, library.facts, library.contacts,
        library.products, library.plans,
    )  # fmt: skip
    texts = [text for section in sections for one in section.values() for text in texts_of(one)]
    referred = {
        run.value
        for text in texts
        for runs in text.runs.values()
        for run in runs
        if run.kind is Kind.TERM
    }
    told = {
        code: " ".join(plain(text, language(code), library) for text in texts).lower()
        for code in LANGUAGES
    }
    unmet = [
        term.id
        for term in library.terms.values()
        if term.id not in referred
        and not any(
            plain(term.word, language(code), library).lower() in told[code] for code in LANGUAGES
        )
    ]
    assert unmet == []
