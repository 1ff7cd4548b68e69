"""Messages as trainers need them: twelve points for each, over all the broken files."""

from __future__ import annotations

import pytest
from rubric import POINTS, main, mean, scored


@pytest.fixture(scope="module", autouse=True)
def worst_last(request: pytest.FixtureRequest) -> None:
    """When a test of this file fails, the table says why."""
    request.addfinalizer(main)


def test_messages_score_at_least_eleven_of_twelve() -> None:
    """In the mean over every message, in both languages."""
    assert mean() >= 11


@pytest.mark.parametrize(
    "point", ["exit code", "place", "line", "no jargon", "how to mend", "short"]
)
def test_no_message_misses_what_nobody_can_do_without(point: str) -> None:
    """A place to go to, words that are understood, and something to do."""
    assert point in POINTS
    assert [slug for slug, _, lost in scored() if point in lost] == []


@pytest.mark.parametrize("point", list(POINTS))
def test_every_point_is_given_to_nearly_every_message(point: str) -> None:
    """No point is missed by more than one message in ten."""
    assert sum(point in lost for _, _, lost in scored()) <= len(scored()) / 10
