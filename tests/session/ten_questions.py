"""A scripted part of a session: ten questions, two votes each, thirty people in the room.

Splits as rooms give them: most hands spread before the discussion, most on one option
after it. `keys` are those that a facilitator presses, as the screens name them: the last
count is worked out from the head count, and only where the room gave another does a number
correct it. A digit after the first vote begins the second one; Enter takes counts, shows
the answer and goes on.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.session.agenda import Agenda, Item, Part, Setup, Step
from toolkit.session.hall import Counts

HEADS = 30

FOUR: tuple[tuple[Counts, Counts], ...] = (
    ((12, 9, 6, 3), (21, 4, 3, 2)),
    ((8, 14, 5, 3), (6, 19, 3, 2)),
    ((10, 11, 6, 3), (12, 13, 4, 1)),
    ((6, 7, 15, 2), (4, 3, 22, 1)),
    ((11, 8, 8, 3), (17, 6, 5, 1)),
    ((9, 13, 5, 3), (5, 20, 4, 1)),
    ((14, 10, 4, 2), (23, 4, 2, 1)),
    ((7, 8, 9, 6), (5, 4, 18, 3)),
    ((10, 12, 5, 3), (11, 16, 2, 1)),
    ((13, 7, 6, 4), (10, 17, 2, 1)),
)
"""First and second vote of each question with four options; one hand stays down once."""

TWO: tuple[tuple[Counts, Counts], ...] = (
    ((17, 13), (22, 8)),
    ((11, 19), (7, 23)),
    ((15, 15), (21, 9)),
    ((12, 18), (10, 20)),
    ((20, 10), (26, 4)),
    ((14, 16), (10, 19)),
    ((18, 12), (24, 6)),
    ((13, 17), (12, 18)),
    ((16, 14), (25, 5)),
    ((10, 20), (11, 19)),
)
"""The same with two options, as offers have them."""


def agenda(votes: tuple[tuple[Counts, Counts], ...]) -> Agenda:
    """An agenda of nothing but these questions, and the summary that comes after them."""
    options = tuple("abcd"[: len(votes[0][0])])
    names = [f"q-{number}" for number in range(1, len(votes) + 1)]
    return Agenda(
        (
            *(Step(f"quiz:{one}", Part.QUIZ, one, "lesson", "one", 120) for one in names),
            Step("summary", Part.SUMMARY),
        ),
        tuple(Item(one, "choice", "one", options, ("a",)) for one in names),
    )


def setup() -> Setup:
    """The room of the script."""
    return Setup("Desa Contoh", HEADS, 30, ("lesson",))


def keys(votes: tuple[tuple[Counts, Counts], ...]) -> Iterator[str]:
    """Every key of the script, from the first digit until the last question is left."""
    for first, second in votes:
        yield from _vote(first)
        yield from _vote(second)
        yield "enter"
        yield "enter"


def _vote(counts: Counts) -> Iterator[str]:
    told = counts[:-1] if sum(counts) == HEADS else counts
    for number, count in enumerate(told):
        if number:
            yield "space"
        yield from str(count)
    yield "enter"
