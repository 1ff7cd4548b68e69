"""Under which letter each option of a question stands, in the hall and on every sheet.

The same for everybody who has the same quiz, so that screen, sheets, key and guide agree.
A shuffle of each question by itself leaves right answers heaped under one letter; so the
places of the right options are dealt out over a whole quiz, and only the wrong ones are
shuffled. Knows content only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from random import Random
from typing import NamedTuple

from toolkit.content.library import Library
from toolkit.content.quiz import Choice, Question, Quiz
from toolkit.session.answers import Answer, choices


class Dealt(NamedTuple):
    """A choice question that gets a place: which group it is in, its id, its number of options."""

    group: str
    id: str
    options: int


def shown(question: Question, library: Library) -> Answer:
    """The ids to choose from, in the order in which letters are given to them."""
    mixed = choices(question, question.id)
    if not isinstance(question, Choice):
        return mixed
    right = next((one.id for one in question.options if one.right), None)
    quiz = _quiz_of(question.id, library)
    if right is None or quiz is None:
        return mixed
    others = [one for one in mixed if one != right]
    others.insert(places(quiz)[question.id], right)
    return tuple(others)


def places(quiz: Quiz) -> Mapping[str, int]:
    """Where the right option of each choice question stands, counted from 0.

    In either form, in the refresher and in the quiz as a whole each place comes as often as
    any other, give or take one where all have equally many options. The forms are dealt
    first; a question added at the end of a quiz moves no other.
    """
    by_id = {one.id: one for one in quiz.questions if isinstance(one, Choice)}
    forms = (("a", quiz.forms.a), ("b", quiz.forms.b)) if quiz.forms else ()
    groups = (*forms, ("refresher", quiz.refresher), ("", tuple(by_id)))
    dealt: dict[str, Dealt] = {}
    for name, ids in groups:
        for one in ids:
            if one in by_id:
                dealt.setdefault(one, Dealt(name, one, len(by_id[one].options)))
    return _deal(tuple(dealt.values()))


@lru_cache(maxsize=64)
def _deal(questions: tuple[Dealt, ...]) -> Mapping[str, int]:
    """Each question in turn gets the place that its group, then the quiz, owes most.

    Every question owes each of its places an equal share, so that a fourth option is not
    right whenever there is one.
    """
    of_group: defaultdict[tuple[str, int], Fraction] = defaultdict(Fraction)
    of_quiz: defaultdict[int, Fraction] = defaultdict(Fraction)
    found: dict[str, int] = {}
    for group, one, options in questions:
        places = list(range(options))
        # Among equals the id decides: nobody can count on A, B, C, A, B, C.
        Random(one).shuffle(places)  # noqa: S311
        for at in places:
            of_group[group, at] += Fraction(1, options)
            of_quiz[at] += Fraction(1, options)
        place = max(places, key=lambda at: (of_group[group, at], of_quiz[at]))
        of_group[group, place] -= 1
        of_quiz[place] -= 1
        found[one] = place
    return found


def _quiz_of(question: str, library: Library) -> Quiz | None:
    """The quiz that a question stands in."""
    return next(
        (
            quiz
            for quiz in library.quizzes.values()
            if any(one.id == question for one in quiz.questions)
        ),
        None,
    )
