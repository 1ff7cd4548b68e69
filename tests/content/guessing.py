"""Solvers who know nothing: what each would score in our quizzes, and what blind chance would.

Run by itself it prints the figures:  python tests/content/guessing.py
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from math import sqrt
from typing import NamedTuple

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.quiz import Choice, Question, TrueFalse, Verdict
from toolkit.content.wording import plain
from toolkit.language import LANGUAGES, Language, language
from toolkit.session.letters import shown

ERRORS = 2
"""How many standard errors above chance may still be chance. One honest set in forty is beyond it."""


class Score(NamedTuple):
    """What a solver gets right of so many questions, and what chance would, with its standard error."""

    right: float
    asked: int
    chance: float
    error: float

    @property
    def too_good(self) -> bool:
        """Does it pay to solve like that?"""
        return self.right > self.chance + ERRORS * self.error


Solver = Callable[[Question, Library], float | None]
"""How sure a solver is to be right, from 0 to 1; None for a question that it does not answer."""


def at(place: int) -> Solver:
    """Always the option in that place, as letters are given in the hall and on sheets."""

    def solver(question: Question, library: Library) -> float | None:
        if not isinstance(question, Choice):
            return None
        order = shown(question, library)
        right = next(one.id for one in question.options if one.right)
        return float(order[min(place, len(order) - 1)] == right)

    return solver


Lengths = Mapping[str, int]
"""How many letters each option has, by its id."""


def by_length(chosen: Callable[[Lengths], Iterable[str]], lang: Language) -> Solver:
    """One of the options whose length pleases; between equals it throws a coin."""

    def solver(question: Question, library: Library) -> float | None:
        if not isinstance(question, Choice):
            return None
        lengths = {one.id: len(plain(one.text, lang, library)) for one in question.options}
        taken = list(chosen(lengths)) or list(lengths)
        right = next(one.id for one in question.options if one.right)
        return (right in taken) / len(taken)

    return solver


def longest(lengths: Lengths) -> list[str]:
    """The ids of the options with the most letters."""
    return [one for one, letters in lengths.items() if letters == max(lengths.values())]


def shortest(lengths: Lengths) -> list[str]:
    """The ids of those with the fewest."""
    return [one for one, letters in lengths.items() if letters == min(lengths.values())]


def not_longest(lengths: Lengths) -> list[str]:
    """The ids of all others than the longest."""
    return [one for one in lengths if one not in longest(lengths)]


def middling(lengths: Lengths) -> list[str]:
    """The ids of those that are neither the longest nor the shortest."""
    return [one for one in not_longest(lengths) if one not in shortest(lengths)]


def truth(answer: bool) -> Solver:
    """Always true, or always false."""

    def solver(question: Question, _: Library) -> float | None:
        return float(question.answer is answer) if isinstance(question, TrueFalse) else None

    return solver


def verdict(honest: bool) -> Solver:
    """Every offer is a trap, or worth checking."""

    def solver(question: Question, library: Library) -> float | None:
        if not isinstance(question, Verdict):
            return None
        return float(library.offers[question.offer].honest is honest)

    return solver


SOLVERS: Mapping[str, Solver] = {
    "always the first": at(0),
    "always the second": at(1),
    "always the last": at(99),
    **{
        f"{name} ({code})": by_length(chosen, language(code))
        for name, chosen in {
            "always the longest": longest,
            "never the longest": not_longest,
            "always the shortest": shortest,
            "always of middle length": middling,
        }.items()
        for code in LANGUAGES
    },
    "always true": truth(True),
    "always false": truth(False),
    "all traps": verdict(False),
    "all worth checking": verdict(True),
}


def score(solver: Solver, questions: Iterable[Question], library: Library) -> Score:
    """What the solver makes of some questions."""
    right = chance = variance = 0.0
    asked = 0
    for question in questions:
        sure = solver(question, library)
        if sure is None:
            continue
        blind = 1 / len(question.options) if isinstance(question, Choice) else 1 / 2
        asked += 1
        right += sure
        chance += blind
        variance += blind * (1 - blind)
    return Score(right, asked, chance, sqrt(variance))


def main() -> None:
    """Print the figures: over all quizzes, then for each."""
    library = open_library(as_of=RELEASED).library
    groups = {"all quizzes": list(library.questions.values())}
    groups |= {quiz.id: list(quiz.questions) for quiz in library.quizzes.values()}
    for name, questions in groups.items():
        sys.stdout.write(f"{name}\n")
        for solver_name, solver in SOLVERS.items():
            one = score(solver, questions, library)
            if one.asked:
                mark = "  TOO GOOD" if one.too_good else ""
                sys.stdout.write(
                    f"  {solver_name:28} {one.right:6.1f} of {one.asked:3}, by chance "
                    f"{one.chance:5.1f} ± {ERRORS * one.error:4.1f}{mark}\n"
                )


if __name__ == "__main__":
    main()
