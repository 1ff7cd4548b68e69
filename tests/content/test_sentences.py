"""Our sentences are short: half of them have at most twelve words, and none has more than twenty."""

from __future__ import annotations

import re
from statistics import median

import pytest

from toolkit.content.checks.sentences import MOST, flat, sentences
from toolkit.content.library import Library
from toolkit.content.wording import texts_of
from toolkit.language import Language

MIDDLE = 12
"""Words of the sentence in the middle, at most."""

_WORD = re.compile(r"\S*\w\S*")


@pytest.mark.parametrize("section", ["lessons", "quizzes", "offers", "scenarios", "plans"])
def test_our_sentences_are_short(library: Library, lang: Language, section: str) -> None:
    """Counted as `check` counts: with facts put in, and a number or a term as one word."""
    counted = [
        len(_WORD.findall(told[start:end]))
        for record in getattr(library, section).values()
        for text in texts_of(record)
        for told in [flat(text, lang.code, library.facts).words]
        for start, end in sentences(told)
    ]
    assert len(counted) > 100
    assert median(counted) <= MIDDLE
    assert max(counted) <= MOST
