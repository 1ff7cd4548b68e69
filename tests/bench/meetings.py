"""Sessions as they are in a hall: ten questions before and after, a quiz and offers, two votes each."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import measure  # noqa: F401 - makes the program known

from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.content.wording import plain
from toolkit.language import language
from toolkit.session.agenda import Part, Setup
from toolkit.session.result import Result, Tally

VILLAGES = 400
TALLIES = 160
"""So many tallies has each of these sessions."""


@dataclass(frozen=True)
class Asked:
    """A question as it is counted."""

    question: str
    kind: str
    objective: str
    options: tuple[str, ...]
    right: str


def sessions(count: int) -> Iterator[Result]:
    """So many sessions, always the same ones; the words in them are those of our lessons."""
    chance = random.Random(count)
    words = _words()
    for _ in range(count):
        heads = chance.randint(12, 45)
        yield Result(
            uid=f"{chance.getrandbits(128):032x}",
            events=chance.randint(200, 500),
            day=f"2026-{chance.randint(1, 11):02}-{chance.randint(1, 28):02}",
            setup=Setup(f"Desa {chance.randint(1, VILLAGES)}", heads, 60, ("recruitment",)),
            heads=heads,
            tallies=tuple(_tallies(heads, chance)),
            marked=("q-03",),
            times=tuple((part, 300, chance.randint(200, 500)) for part in Part),
            words=words,
        )


QUESTIONS = tuple(
    Asked(f"q-{n:02}", "choice", f"recruitment.o{n % 4}", ("a", "b", "c", "d"), "b")
    for n in range(14)
)
OFFERS = tuple(
    Asked(f"offer-{n}", "verdict", "warning-signs.weigh", ("worth_checking", "trap"), "trap")
    for n in range(4)
)


def _tallies(heads: int, chance: random.Random) -> Iterator[Tally]:
    """Ten before and after, four twice in the quiz, four offers twice and twice: 160 in all."""
    tests = ((one, when) for one in QUESTIONS[:10] for when in ("before", "after"))
    quiz = ((one, when) for one in QUESTIONS[10:] for when in ("first", "second"))
    offers = ((one, when) for one in OFFERS for when in ("before", "after", "first", "second"))
    opinion = ((one, "opinion") for one in QUESTIONS[:4])
    for asked, when in chain(tests, quiz, offers, opinion):
        left = heads
        for option in asked.options:
            hands = left if option == asked.options[-1] else chance.randint(0, left)
            left -= hands
            yield Tally(
                when, "", asked.question, asked.kind, asked.objective,
                option, option == asked.right, hands,
            )  # fmt: skip


def _words() -> dict[str, dict[str, str]]:
    """Objectives, questions and beliefs of our own library under the ids used here."""
    library = open_library(as_of=RELEASED).library
    told: dict[str, dict[str, str]] = {}
    for code in ("id", "en"):
        lang = language(code)
        asked = [one.ask for quiz in library.quizzes.values() for one in quiz.questions]
        texts = [plain(text, lang, library) for text in asked]
        names = [one.question for one in (*QUESTIONS, *OFFERS)]
        names += [f"{one.question}.{option}" for one in QUESTIONS for option in "acd"]
        told[code] = {name: texts[n % len(texts)] for n, name in enumerate(names)}
    return told
