"""Small groups are hidden, also from one who knows the rule and subtracts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product

import pytest
from ballots import AFTER, BEFORE, judged, marked_signs, session, vote
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.session.disclosure import Bands, attendance, attendance_of, hiding
from toolkit.session.figures import Attendance, Few, Figures, Noted, Scope, Village
from toolkit.session.result import Result, Tally
from toolkit.session.scoring import figures, session_figures, sums_of

FEW = Few.FEW

BY_HAND = {
    "nothing small": ((12, 18), (12, 18)),
    "nobody is no group": ((0, 30), (0, 30)),
    "one small part takes the next smallest with it": ((3, 9, 20), (FEW, FEW, 20)),
    "and all that are of its size": ((3, 9, 9, 20), (FEW, FEW, FEW, 20)),
    "two small parts that could be otherwise": ((1, 3, 20), (FEW, FEW, 20)),
    "twos could be one and three": ((2, 2, 20), (FEW, FEW, 20)),
    "ones could be nothing else": ((1, 1, 20, 30), (FEW, FEW, FEW, 30)),
    "fours could be nothing else": ((4, 4, 20, 30), (FEW, FEW, FEW, 30)),
    "zero is hidden only where nothing else helps": ((4, 4, 0), (FEW, FEW, FEW)),
    "a zero beside is harmless": ((3, 9, 0), (FEW, FEW, 0)),
}


@pytest.mark.parametrize(("parts", "shown"), BY_HAND.values(), ids=BY_HAND)
def test_what_would_show_a_small_part_is_hidden_with_it(
    parts: tuple[int, ...], shown: tuple[int | Few, ...]
) -> None:
    """Worked by hand: the small parts, and as many more as a subtraction needs."""
    found = hiding(parts)
    assert not found.total
    assert tuple(FEW if at in found.parts else part for at, part in enumerate(parts)) == shown


@pytest.mark.parametrize("parts", [(4, 4), (1, 1, 1, 1, 1), (3,), (2, 1)])
def test_a_total_that_would_show_its_parts_is_hidden(parts: tuple[int, ...]) -> None:
    """Small itself, or made of small parts that have but one solution."""
    assert hiding(parts).total


def divided(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways to divide people among parts."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in divided(total - first, parts - 1):
            yield (first, *rest)


@cache
def worlds(total: int, parts: int) -> dict[object, tuple[tuple[int, ...], ...]]:
    """All divisions, by what a report shows of them: what one who knows the rule can still think."""
    seen: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for division in divided(total, parts):
        found = hiding(division)
        shown = tuple(-1 if at in found.parts else n for at, n in enumerate(division))
        seen[shown, found.total].append(division)
    return {shown: tuple(divisions) for shown, divisions in seen.items()}


@pytest.mark.parametrize("parts", [1, 2, 3, 4])
@pytest.mark.parametrize("total", range(1, 25))
def test_who_knows_the_rule_cannot_work_out_a_small_part(total: int, parts: int) -> None:
    """For every division of up to 24 people among up to four parts: each small one could be another."""
    for (_, total_hidden), possible in worlds(total, parts).items():
        if total_hidden:
            continue
        for at in range(parts):
            sizes = {division[at] for division in possible}
            assert len(sizes) > 1 or not 1 <= min(sizes) <= 4, possible


bands = st.none() | st.integers(0, 12)


@given(heads=st.integers(1, 16), women=bands, men=bands, youth=bands)
def test_bands_cannot_be_worked_out_from_the_people(
    heads: int, women: int | None, men: int | None, youth: int | None
) -> None:
    """Nor those of whom nothing was said, nor those who are not young."""
    shown = attendance(heads, women, men, youth)
    if shown.people is FEW:
        assert {shown.women, shown.men, shown.youth} <= {FEW, None}
        return
    possible = [
        (w, m, y)
        for w in (range(heads + 1) if shown.women is FEW else [women])
        for m in (range(heads + 1) if shown.men is FEW else [men])
        for y in (range(heads + 1) if shown.youth is FEW else [youth])
        if attendance(heads, w, m, y) == shown
    ]
    # Who takes it that nobody has left looks only at bands that fit into the room.
    possible = [one for one in possible if (one[0] or 0) + (one[1] or 0) <= heads] or possible
    for each in ([w for w, _, _ in possible], [m for _, m, _ in possible]):
        assert not only_small(set(each))
    assert not only_small({y for _, _, y in possible})
    if youth is not None:
        assert not only_small({heads - (y or 0) for _, _, y in possible})
    if women is not None or men is not None:
        assert not only_small({heads - (w or 0) - (m or 0) for w, m, _ in possible})


def only_small(sizes: set[int | None]) -> bool:
    """Is there but one possibility left, and is it a small group?"""
    (one, *others) = sizes
    return not others and one is not None and 1 <= one <= 4


def test_bands_by_hand() -> None:
    """Three women of thirty hide the men too; three elders hide the youth; none given, none hidden."""
    assert attendance(30, 3, 27, None) == Attendance(30, FEW, FEW, None)
    assert attendance(30, 14, 16, 27) == Attendance(30, 14, 16, FEW)
    # Of three nothing was said: the men are hidden, so that the three do not show.
    assert attendance(30, 14, 13, None) == Attendance(30, 14, FEW, None)
    assert attendance(30, 14, None, 0) == Attendance(30, 14, None, 0)
    assert attendance(4, 0, 4, None) == Attendance(FEW, FEW, FEW, None)
    # Five have gone since the bands were taken.
    assert attendance(30, 15, 20, None) == Attendance(30, 15, 20, None)


def test_bands_that_only_some_sessions_noted_are_of_the_people_there() -> None:
    """Worked by hand: 18 of 30, and not of 55; each band has its own sessions."""
    noted, women, none = Bands(1, 30, 18, 12, 6), Bands(2, 50, 20), Bands(1, 25)
    assert attendance_of((noted, none)) == Attendance(
        55, 18, 12, 6, Noted(1, 30), Noted(1, 30), Noted(1, 30)
    )
    assert attendance_of((noted, women)) == Attendance(
        80, 38, 12, 6, None, Noted(1, 30), Noted(1, 30)
    )
    assert attendance_of((noted,)) == Attendance(30, 18, 12, 6)
    assert attendance_of((women, none)) == Attendance(75, 20, None, None, Noted(2, 50))


def test_bands_hide_the_small_group_of_one_session() -> None:
    """Two women; three people where nothing was noted; four and four."""
    none, other = Bands(1, 25), Bands(1, 30, 18, 12)
    small = attendance_of((Bands(1, 30, 2, 28, 9), none))
    assert small == Attendance(55, FEW, FEW, 9, Noted(1, 30), Noted(1, 30), Noted(1, 30))
    hidden = Noted(FEW, FEW)
    assert attendance_of((other, Bands(1, 3))) == Attendance(33, FEW, FEW, None, hidden, hidden)
    four = attendance_of((Bands(2, 8, 4, 4), none))
    assert four == Attendance(33, FEW, FEW, None, Noted(2, 8), Noted(2, 8))


@settings(max_examples=40)
@given(heads=st.integers(2, 16), split=st.integers(1, 15), women=bands, men=bands)
def test_bands_of_some_sessions_cannot_be_worked_out(
    heads: int, split: int, women: int | None, men: int | None
) -> None:
    """From the people of all sessions and of those that noted them, by one who knows the rule."""
    split = min(split, heads - 1)
    if women is None and men is None:
        women = split
    women, men = (None if band is None else min(band, split) for band in (women, men))
    shown = attendance_of((Bands(1, split, women, men), Bands(1, heads - split)))
    if shown.people is FEW:
        return
    possible = [
        (n, w, m)
        for n in range(1, heads)
        for w in ([None] if women is None else range(n + 1))
        for m in ([None] if men is None else range(n + 1))
        if attendance_of((Bands(1, n, w, m), Bands(1, heads - n))) == shown
    ]
    possible = [one for one in possible if (one[1] or 0) + (one[2] or 0) <= one[0]] or possible
    assert not only_small({n for n, _, _ in possible})
    assert not only_small({heads - n for n, _, _ in possible})
    assert not only_small({w for _, w, _ in possible})
    assert not only_small({m for _, _, m in possible})
    assert not only_small({n - (w or 0) - (m or 0) for n, w, m in possible})


def test_a_small_village_hides_another_one_and_the_number_of_sessions() -> None:
    """3 + 20 + 40 people: 63 is shown, and neither the three nor the twenty."""
    results = [
        session(uid=name, village=name, heads=heads)
        for name, heads in (("A", 3), ("B", 20), ("C", 40))
    ]
    found = figures(sums_of(results), Scope(sessions=3))
    assert found.attendance.people == 63
    assert found.villages == (Village("A", FEW, FEW), Village("B", FEW, FEW), Village("C", 1, 40))


def test_two_villages_of_four_hide_their_sum_and_all_bands() -> None:
    """Eight people in two small villages can only be four and four."""
    results = [
        session(uid=name, village=name, heads=4, women=2, men=2, youth=0) for name in ("A", "B")
    ]
    found = figures(sums_of(results), Scope(sessions=2))
    assert found.attendance == Attendance(FEW, FEW, FEW, FEW)
    assert [village.people for village in found.villages] == [FEW, FEW]


small = st.sampled_from([n for n in product(range(5), repeat=3) if 1 <= sum(n) <= 4])
large = st.lists(st.integers(0, 9), min_size=3, max_size=3).filter(lambda n: sum(n) > 4)
KINDS = ("choice", "true_false", "verdict", "spot", "opinion")


@st.composite
def with_a_small_question(draw: st.DrawFn) -> tuple[Result, Result]:
    """Two sessions that differ only in the hands at one question at which one to four voted."""
    options = ("0", "trap", "2")
    rows: list[Tally] = []
    others: list[Tally] = []
    for number in range(draw(st.integers(1, 6))):
        when, form = (
            draw(st.sampled_from(("before", "after", "first"))),
            draw(st.sampled_from("ab")),
        )
        kind, right = draw(st.sampled_from(KINDS)), draw(st.integers(0, 2))
        hands = draw(small if number == 0 else st.one_of(small, large))
        for at, option in enumerate(options):
            rows.append(
                Tally(when, form, f"q{number}", kind, "o", option, at == right, hands[at], True)
            )
        hands = draw(small) if number == 0 else hands
        others += [replace(t, hands=hands[at]) for at, t in enumerate(rows[-3:])]
    return session(rows), session(others)


@given(with_a_small_question())
def test_nothing_in_a_report_depends_on_the_hands_of_a_small_group(
    two: tuple[Result, Result],
) -> None:
    """Whatever one to four people chose, and however many of them: the report is the same."""
    first, second = two
    assert session_figures(first, 2) == session_figures(second, 2)


def test_all_figures_of_a_small_group_are_hidden() -> None:
    """Four people in the room: no share, no number of people, no hands anywhere."""
    small_room = session(
        vote(BEFORE, "q", "a1 b3"),
        vote(AFTER, "q", "a4 b0"),
        judged(BEFORE, "t", 2, 4, honest=False),
        judged(AFTER, "t", 4, 4, honest=False),
        marked_signs(BEFORE, "m", "1 1 1 1", "a"),
        marked_signs(AFTER, "m", "0 0 0 4", "a"),
        heads=4,
    )
    report = session_figures(small_room)
    assert shown_numbers(report) == set()
    assert report.signs.after is FEW
    assert [one.after for one in report.objectives] == [FEW, FEW]


def shown_numbers(report: Figures) -> set[int]:
    """All numbers of people or hands in a report."""
    counts = [report.attendance.people, *(cell.hands for cell in report.cells)]
    counts += [cell.people for cell in report.cells]
    for one in report.objectives:
        counts += [one.people_before, one.people_after]
    return {count for count in counts if not isinstance(count, Few)}


def test_a_question_that_nobody_answered_is_shown_as_zero() -> None:
    """No hands at all tell nothing of anybody."""
    report = session_figures(session(vote(BEFORE, "q", "a0 b0")))
    assert [(cell.hands, cell.people) for cell in report.cells] == [(0, 0), (0, 0)]


def test_few_hands_for_one_option_of_a_large_group_are_shown() -> None:
    """The group is those counted at the question: two of thirty are no secret."""
    report = session_figures(session(vote(BEFORE, "q", "a28 b2"), vote(AFTER, "q", "a30 b0")))
    assert [cell.hands for cell in report.cells] == [28, 2, 30, 0]
