"""Scoring whatever is counted: shares are shares, order is nothing, and sums are all it takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, groupby
from random import Random
from typing import Any

from ballots import session
from hypothesis import given
from hypothesis import strategies as st

from toolkit.session.agenda import Part
from toolkit.session.figures import BeliefFigure, Cell, Figures, Rate, Rated, Scope
from toolkit.session.measures import MOST_BELIEFS
from toolkit.session.result import Result, Tally
from toolkit.session.scoring import RawCell, Sums, cells_of, figures, sums_of

OPTIONS = {
    "choice": ("a", "b", "c"),
    "true_false": ("true", "false"),
    "verdict": ("worth_checking", "trap"),
    "spot": ("0", "1", "2", "3"),
    "opinion": ("x", "y"),
}
hands = st.one_of(st.integers(0, 6), st.integers(0, 40))


@st.composite
def votes(draw: st.DrawFn) -> tuple[Tally, ...]:
    """Hands at one of a few questions, on any occasion."""
    kind = draw(st.sampled_from(tuple(OPTIONS)))
    question = f"{kind}-{draw(st.integers(1, 3))}"
    when = draw(st.sampled_from(("before", "after", "before", "after", "first", "opinion")))
    form, objective = draw(st.sampled_from(("", "a", "b"))), draw(st.sampled_from(("o1", "o2")))
    right = OPTIONS[kind][-1]
    return tuple(
        Tally(when, form, question, kind, objective, one, one == right, draw(hands))
        for one in OPTIONS[kind]
    )


@st.composite
def sessions(draw: st.DrawFn) -> list[Result]:
    """A few sessions in a few villages."""
    band = st.none() | st.integers(0, 40)
    return [
        session(
            *draw(st.lists(votes(), max_size=6, unique_by=lambda vote: counted(vote[0]))),
            uid=f"s{number}",
            heads=draw(st.integers(1, 40)),
            village=draw(st.sampled_from(("Sukamaju", "Air Dingin"))),
            women=draw(band),
            men=draw(band),
            youth=draw(band),
            marked=tuple(draw(st.sets(st.sampled_from(("q1", "l/p1", "l/p2"))))),
            times=((Part.LESSON, 600, draw(st.integers(0, 900))),),
            words=draw(st.sampled_from(({}, {"id": {"o1": "Satu"}}, {"id": {"o1": "Lain"}}))),
            day=draw(st.sampled_from(("2026-11-20", "2026-11-21"))),
        )
        for number in range(draw(st.integers(1, 4)))
    ]


def counted(tally: Tally) -> tuple[str, ...]:
    """A question is counted once on each occasion and form."""
    return (tally.question, tally.when, tally.form)


def report(sums: Sums) -> Figures:
    """Everything, with two signs wanted."""
    return figures(sums, Scope(), least_signs=2)


def rates(found: Figures) -> list[Rated]:
    """Every share of a report."""
    told = found.discernment
    return [
        *(rate for one in (*found.objectives, *found.beliefs) for rate in (one.before, one.after)),
        *(told.caught_before, told.caught_after, told.refused_before, told.refused_after),
        *(found.signs.before, found.signs.after),
    ]


@given(sessions())
def test_shares_lie_between_nothing_and_all_and_gains_end_at_one(results: list[Result]) -> None:
    """No share of nobody, none above the whole, and nobody can gain more than was missing."""
    found = report(sums_of(results))
    for rate in rates(found):
        if isinstance(rate, Rate):
            assert rate.of >= 5
            assert 0 <= rate.hits <= rate.of
    for one in found.objectives:
        assert (one.gain is None) is (one.withheld is not None)
        assert one.gain is None or one.gain <= 1
    held = [one.after.share for one in found.beliefs if isinstance(one.after, Rate)]
    assert held == sorted(held, reverse=True)
    assert len(held) == len(found.beliefs) <= MOST_BELIEFS
    assert all(share >= 0.1 for share in held)


@given(sessions(), st.randoms(use_true_random=False))
def test_the_order_of_sessions_and_of_their_votes_is_nothing(
    results: list[Result], random: Random
) -> None:
    """Mixed up, they come to the very same report."""
    mixed = []
    for one in results:
        every = [[*vote] for _, vote in groupby(one.tallies, counted)]
        tallies = tuple(chain.from_iterable(shuffled(every, random)))
        mixed.append(replace(one, tallies=tallies))
    assert report(sums_of(shuffled(mixed, random))) == report(sums_of(results))


def shuffled(items: Sequence[Any], random: Random) -> list[Any]:
    """The same in another order."""
    return random.sample(items, len(items))


@given(sessions(), st.integers(0, 4))
def test_cells_that_were_summed_apart_come_to_the_same(results: list[Result], at: int) -> None:
    """Half of the sessions summed here, half there, then added: the figures of all of them."""
    whole = sums_of(results)
    parts = cells_of(results[:at]), cells_of(results[at:])
    added: dict[RawCell, RawCell] = {}
    for cell in (*parts[0], *parts[1]):
        key = replace(cell, hands=None, sessions=0, left_out=0, gap=0)
        so_far = added.get(key, key)
        told = [hands for hands in (so_far.hands, cell.hands) if hands is not None]
        added[key] = replace(
            cell,
            hands=sum(told) if told else None,
            sessions=so_far.sessions + cell.sessions,
            left_out=so_far.left_out + cell.left_out,
            gap=so_far.gap + cell.gap,
        )
    again = tuple(added.values())
    assert report(replace(whole, cells=again)) == report(whole)


@given(sessions())
def test_every_share_can_be_worked_out_from_the_cells_that_are_shown(
    results: list[Result],
) -> None:
    """A reader with the table of cells and a pencil finds the same objectives and beliefs."""
    found = report(sums_of(results))
    cells = [c for c in found.cells if c.paired and c.kind in {"choice", "true_false", "verdict"}]
    for one in found.objectives:
        assert one.gap == sum(cell.gap for cell in cells if cell.objective == one.objective)
        for when, rate in (("before", one.before), ("after", one.after)):
            mine = [c for c in cells if (c.objective, c.when) == (one.objective, when)]
            assert_worked_out(rate, mine, [c for c in mine if c.right])
    for belief in found.beliefs:
        for when, rate in (("before", belief.before), ("after", belief.after)):
            mine = [c for c in cells if (c.question, c.when) == (belief.question, when)]
            assert_worked_out(rate, mine, chose(belief, mine))


def chose(belief: BeliefFigure, cells: list[Cell]) -> list[Cell]:
    return [cell for cell in cells if cell.option == belief.option and not cell.right]


def assert_worked_out(rate: Rated, counted: list[Cell], hit: list[Cell]) -> None:
    """A rate is the hands that hit, of all hands that are shown."""
    of = sum(cell.hands for cell in counted if isinstance(cell.hands, int))
    hits = sum(cell.hands for cell in hit if isinstance(cell.hands, int))
    if isinstance(rate, Rate):
        assert (rate.hits, rate.of) == (hits, of)
    else:
        assert of == 0
