"""Messages as trainers need them: twelve points for each, over all the broken files."""

from __future__ import annotations

import pytest
from rubric import POINTS, main, mean, scored

NEEDED = {"exit code", "place", "line", "no jargon", "how to mend", "short"}
"""What nobody can do without: a place to go to, words that are understood, something to do."""


@pytest.mark.parametrize(
    "every", [False, pytest.param(True, marks=pytest.mark.sweep)], ids=["in turn", "both languages"]
)
def test_messages_score_at_least_eleven_and_a_half_of_twelve(every: bool) -> None:
    """In the mean; no message misses what is needed, and no point is missed by one in twenty."""
    results = scored(every)
    assert {message.lang for _, message, _ in results} == {"id", "en"}
    assert len(results) >= (2 if every else 1) * 90
    missed = {point: [slug for slug, _, lost in results if point in lost] for point in POINTS}
    if mean(every) < 11.5 or any(missed.values()):
        main(every=every)
    assert mean(every) >= 11.5
    assert not {point: slugs for point, slugs in missed.items() if point in NEEDED and slugs}
    assert not {point: slugs for point, slugs in missed.items() if len(slugs) > len(results) / 20}
