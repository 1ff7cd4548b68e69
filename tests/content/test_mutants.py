"""Mistakes made at random in our own lessons and quizzes: the line is named, one at a time and stacked."""

from __future__ import annotations

from functools import cache

import pytest
from mutants import Judged, Mutant, rates, stacks
from slips import KINDS

SEED = 20261122


@cache
def once() -> tuple[dict[str, tuple[int, int]], list[tuple[Mutant, Judged]]]:
    """Six mistakes of each kind."""
    return rates(6 * len(KINDS), SEED)


def test_the_line_of_a_mistake_is_named() -> None:
    """In at least 98 of a hundred files with a single mistake."""
    by_kind, odd = once()
    named, made = (sum(pair[index] for pair in by_kind.values()) for index in (0, 1))
    assert made == 6 * len(KINDS)
    assert named / made >= 0.98, [
        (one.kind, one.file, one.lines) for one, judged in odd if not judged.named
    ]


def test_a_single_mistake_blames_no_other_line() -> None:
    """In at least 98 of a hundred."""
    _, odd = once()
    blamed = [(one.kind, one.file, one.lines) for one, judged in odd if judged.false]
    assert len(blamed) <= 0.02 * 6 * len(KINDS), blamed


@pytest.mark.parametrize(("mistakes", "files", "least"), [(3, 40, 0.97), (8, 15, 0.95)])
def test_mistakes_that_stand_together_are_shown_in_one_run(
    mistakes: int, files: int, least: float
) -> None:
    """Three in a file nearly all, eight nearly as many; and hardly a sound line is blamed."""
    made, shown, false = stacks(files, mistakes, SEED)
    assert made >= 0.9 * mistakes * files
    assert shown / made >= least
    assert false / made <= 0.03
