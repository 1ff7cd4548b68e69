"""Who knows nothing cannot pass: no rule of thumb does better than a coin or a die.

A rule counts as harmless as long as it stays within two standard errors of blind chance,
over all questions, over all test forms, and in each quiz by itself. `guessing.py` prints the figures.
"""

from __future__ import annotations

import pytest
from content.guessing import SOLVERS, Solver, score

from toolkit.content.library import Library
from toolkit.content.quiz import Choice, Multiple, Question, Spot
from toolkit.session.answers import judge

each_solver = pytest.mark.parametrize("solver", SOLVERS.values(), ids=SOLVERS)


def in_tests(library: Library) -> list[Question]:
    """Every question of a test form."""
    forms = [quiz.forms for quiz in library.quizzes.values() if quiz.forms is not None]
    return [library.questions[one] for form in forms for one in (*form.a, *form.b)]


@each_solver
def test_no_rule_of_thumb_beats_chance(solver: Solver, library: Library) -> None:
    """Neither over all that we ask nor over what tests ask."""
    for questions in (list(library.questions.values()), in_tests(library)):
        found = score(solver, questions, library)
        assert found.asked >= 4
        assert not found.too_good, found


@each_solver
def test_no_quiz_can_be_guessed(solver: Solver, library: Library) -> None:
    """Each is met by itself, and its own habits can be learned."""
    found = {quiz.id: score(solver, quiz.questions, library) for quiz in library.quizzes.values()}
    assert [(id, one) for id, one in found.items() if one.too_good] == []


@each_solver
def test_no_pair_of_tests_can_be_passed_by_a_rule(solver: Solver, library: Library) -> None:
    """Before and after together, a rule of thumb gets at least one question wrong."""
    for quiz in library.quizzes.values():
        if quiz.forms is not None:
            ids = (*quiz.forms.a, *quiz.forms.b)
            found = score(solver, [library.questions[one] for one in ids], library)
            assert found.right < found.asked or found.asked < 2, quiz.id


def test_marking_everything_is_no_answer(library: Library) -> None:
    """Where several may be marked, some are not to be."""
    for question in library.questions.values():
        if isinstance(question, Multiple):
            assert not judge(question, tuple(one.id for one in question.options)).right
        if isinstance(question, Spot):
            assert not judge(question, tuple(one.id for one in question.message)).right


def test_a_solver_that_knows_is_noticed(library: Library) -> None:
    """The measure is able to fail: who is always right is far beyond chance."""

    def knows(question: Question, _: Library) -> float | None:
        return 1.0 if isinstance(question, Choice) else None

    assert all(score(knows, quiz.questions, library).too_good for quiz in library.quizzes.values())
