"""Votes and sessions written down briefly, as one would on a blackboard, for tests of reports."""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.session.agenda import Part, Setup
from toolkit.session.figures import Few, Figures, Rated
from toolkit.session.result import Result, Tally
from toolkit.session.scoring import session_figures

BEFORE, AFTER = "before", "after"


def vote(
    when: str,
    question: str,
    hands: str,
    right: str = "a",
    kind: str = "choice",
    objective: str = "papers",
    form: str = "",
) -> tuple[Tally, ...]:
    """The hands at one question: `"a12 b18"` are twelve for a, eighteen for b."""
    return tuple(
        Tally(when, form, question, kind, objective, one[0], one[0] == right, int(one[1:]))
        for one in hands.split()
    )


def judged(
    when: str, offer: str, trap: int, of: int, *, honest: bool, form: str = ""
) -> tuple[Tally, ...]:
    """The votes on an offer: `trap` of `of` call it a trap."""
    hands = {"worth_checking": of - trap, "trap": trap}
    right = "worth_checking" if honest else "trap"
    return tuple(
        Tally(when, form, offer, "verdict", "offers", option, option == right, count)
        for option, count in hands.items()
    )


def marked_signs(when: str, question: str, slips: str, form: str) -> tuple[Tally, ...]:
    """How many signs were marked on each slip: `"2 0 7"` are two with none, seven with two."""
    return tuple(
        Tally(when, form, question, "spot", "signs", str(number), False, int(count))
        for number, count in enumerate(slips.split())
    )


def session(
    *votes: Iterable[Tally],
    uid: str = "s1",
    heads: int = 30,
    village: str = "Sukamaju",
    women: int | None = None,
    men: int | None = None,
    youth: int | None = None,
    marked: tuple[str, ...] = (),
    times: tuple[tuple[Part, int, int], ...] = (),
    words: dict[str, dict[str, str]] | None = None,
    day: str = "2026-11-20",
) -> Result:
    """A session that came to these votes."""
    setup = Setup(village, heads, 60, ("recruitment",), women=women, men=men, youth=youth)
    tallies = tuple(tally for each in votes for tally in each)
    return Result(uid, 100, day, setup, heads, tallies, marked, times, words or {})


def reported(*votes: Iterable[Tally]) -> Figures:
    """The figures of a session that came to these votes."""
    return session_figures(session(*votes))


def told(rate: Rated) -> str:
    """`12/30`, `<5` or `-`."""
    if rate is None:
        return "-"
    return rate.value if isinstance(rate, Few) else f"{rate.hits}/{rate.of}"
