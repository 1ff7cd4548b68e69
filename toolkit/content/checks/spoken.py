"""What a record says, walked through once: its texts, all its words, and what they refer to.

Thousands of records are asked many things; each asker first looks at all words of a
record together, and takes its texts apart only if there is something to find.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from toolkit.content.claim import Claim
from toolkit.content.text import Kind, Run, Text
from toolkit.content.wording import texts_of


@dataclass(frozen=True, slots=True)
class Spoken:
    """A record's texts in order, and their words, a line for each text and language.

    In `words` a single x stands for whatever is referred to; `references` are (text,
    language, run). `lines` are (text, language), in the order of the lines, and `starts`
    where each of these begins in `words`. `low` are the words in small letters, as long as
    they are; `digits`: does a number begin anywhere?
    """

    record: Any
    texts: tuple[Text, ...]
    words: str
    low: str
    references: tuple[tuple[Text, str, Run], ...]
    lines: tuple[tuple[Text, str], ...]
    starts: tuple[int, ...]
    digits: bool

    def at(self, offset: int) -> tuple[Text, str]:
        """The text and language of a character of `words`."""
        return self.lines[bisect_right(self.starts, offset) - 1]


def spoken(record: Any) -> Spoken:
    """What a record, or a part of one, says."""
    texts = tuple(texts_of(record))
    said: list[str] = []
    references: list[tuple[Text, str, Run]] = []
    lines: list[tuple[Text, str]] = []
    for text in texts:
        for code, words in text.bare():
            lines.append((text, code))
            if words is not None:
                said.append(words)
                continue
            line = []
            for run in text.runs[code]:
                if run.kind is Kind.WORDS:
                    line.append(run.value)
                else:
                    line.append("x")
                    references.append((text, code, run))
            said.append("".join(line))
    whole = "\n".join(said)
    starts = tuple(accumulate((len(one) + 1 for one in said[:-1]), initial=0))
    return Spoken(
        record,
        texts,
        whole,
        _lowered(whole),
        tuple(references),
        tuple(lines),
        starts,
        _numbers_begin(whole),
    )


def _lowered(words: str) -> str:
    low = words.lower()
    # A few signs of far-away scripts grow; then offsets would no longer fit.
    return low if len(low) == len(words) else words


def _numbers_begin(words: str) -> bool:
    """Is there a digit that does not belong to a word such as P3MI?"""
    # Ten searches for one letter are far quicker than one search for any of ten.
    for digit in "0123456789":
        at = words.find(digit)
        while at >= 0:
            if not at or not words[at - 1].isalpha():
                return True
            at = words.find(digit, at + 1)
    return False


class Heard:
    """Remembers what records say, for as long as one library is put together."""

    def __init__(self) -> None:
        self._by: dict[int, Spoken] = {}

    def of(self, record: Any) -> Spoken:
        """What a record says. It is kept alive here, so that its identity stays its own."""
        found = self._by.get(id(record))
        if found is None:
            found = self._by[id(record)] = spoken(record)
        return found


def facts_told(records: Iterable[Any], heard: Heard) -> set[str]:
    """Ids of the facts that the words of some records name.

    A claim tells nobody anything: what only claims name, or rest on, is not told.
    """
    return {
        run.value
        for record in records
        if not isinstance(record, Claim)
        for _, _, run in heard.of(record).references
        if run.kind is Kind.FACT
    }
