"""Small groups are hidden, also from one who knows the rule and subtracts report from report."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import product

import pytest
from ballots import AFTER, BEFORE, judged, marked_signs, session, vote
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.language import language
from toolkit.session.disclosure import Bands, Heads, attendance, bands
from toolkit.session.figures import Attendance, Few, Figures, Noted, Rate, Scope, Village
from toolkit.session.report_section import HIDDEN
from toolkit.session.report_words import sections
from toolkit.session.reportable import Standing, Vote, settled
from toolkit.session.result import Result, Tally
from toolkit.session.scoring import figures, session_figures, sums_of

FEW = Few.FEW


def counted(when: str, people: int, question: str = "q", form: str = "", right: str = "a") -> Vote:
    """A vote at a question, whose kind is verdict where a verdict is right."""
    kind = "verdict" if right in {"trap", "worth_checking"} else "choice"
    return (when, form, question, kind, "o", (right,), people)


TOLD, HIDDEN_PAIR, ALONE = (
    Standing(True, True, 0),
    Standing(False, True, 0),
    Standing(True, False, 0),
)
SETTLED = {
    "by hands, both times": ([counted(BEFORE, 30), counted(AFTER, 28)], [Standing(True, True, 2), TOLD]),
    "by hands, once": ([counted(BEFORE, 30)], [ALONE]),
    "nobody before": ([counted(BEFORE, 0), counted(AFTER, 28)], [ALONE, ALONE]),
    "four before": ([counted(BEFORE, 4), counted(AFTER, 28)], [HIDDEN_PAIR, HIDDEN_PAIR]),
    "one after": ([counted(BEFORE, 30), counted(AFTER, 1)], [HIDDEN_PAIR, HIDDEN_PAIR]),
    "four, once": ([counted(AFTER, 4)], [Standing(False, False, 0)]),
    "five": ([counted(BEFORE, 5), counted(AFTER, 5)], [TOLD, TOLD]),
    "another question": (
        [counted(BEFORE, 4, "q1"), counted(AFTER, 30, "q2")],
        [Standing(False, False, 0), ALONE],
    ),
    "the quiz is compared with nothing": (
        [counted("first", 3), counted("second", 30)], [Standing(False, False, 0), ALONE],
    ),
    # The forms are crossed over: A is q1, B is q2; 15 and 14 before, 14 and 13 after.
    "on slips, crossed over": (
        [counted(BEFORE, 14, "q2", "b"), counted(BEFORE, 15, "q1", "a"),
         counted(AFTER, 14, "q1", "a"), counted(AFTER, 13, "q2", "b")],
        [TOLD, Standing(True, True, 2), TOLD, TOLD],
    ),
    "on slips, one form each": (
        [counted(BEFORE, 15, "q1", "a"), counted(AFTER, 15, "q2", "b")], [TOLD, TOLD],
    ),
    "on slips, a small form": (
        [counted(BEFORE, 3, "q1", "a"), counted(BEFORE, 27, "q2", "b"), counted(AFTER, 27, "q1", "a"),
         counted(AFTER, 3, "q2", "b")],
        [HIDDEN_PAIR] * 4,
    ),
    "on slips, a trap before and an honest offer after": (
        [counted(BEFORE, 15, "q1", "a", "trap"), counted(AFTER, 15, "q2", "b", "worth_checking")],
        [ALONE, ALONE],
    ),
    "on slips, a trap before and after": (
        [counted(BEFORE, 15, "q1", "a", "trap"), counted(AFTER, 15, "q2", "b", "trap")], [TOLD, TOLD],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("votes", "standings"), SETTLED.values(), ids=SETTLED)
def test_what_a_vote_may_add_is_settled_within_its_session(
    votes: list[Vote], standings: list[Standing]
) -> None:
    """Worked by hand: what is told, what is compared, and by how many people it differs."""
    assert settled(votes) == standings


band = st.none() | st.integers(0, 12)


@cache
def rooms(people: int, given: tuple[bool, bool]) -> dict[Bands, list[tuple[int, int]]]:
    """All women and men of a room, by what is shown of them: what one who knows the rule can think."""
    seen: dict[Bands, list[tuple[int, int]]] = {}
    for women, men in product(range(people + 1), repeat=2):
        if women + men <= people and not (men and not given[1]) and not (women and not given[0]):
            heads = Heads(people, women if given[0] else None, men if given[1] else None)
            seen.setdefault(bands(heads), []).append((women, men))
    return seen


@pytest.mark.parametrize("people", range(5, 25))
@pytest.mark.parametrize("given", [(True, True), (True, False), (False, True)])
def test_who_knows_the_rule_cannot_work_out_a_small_band(
    people: int, given: tuple[bool, bool]
) -> None:
    """Of five to 24 people in the room: each small number could be another."""
    for possible in rooms(people, given).values():
        women, men = {w for w, _ in possible}, {m for _, m in possible}
        assert not only_small(women)
        assert not only_small(men)
        assert not only_small({people - w - m for w, m in possible})
        assert not only_small({people - w for w in women}) or not given[0]


@pytest.mark.parametrize("people", range(5, 25))
def test_who_knows_the_rule_cannot_work_out_the_few_young_or_old(people: int) -> None:
    """Youth and all others are a division of their own."""
    seen: dict[Bands, set[int]] = {}
    for youth in range(people + 1):
        seen.setdefault(bands(Heads(people, None, None, youth)), set()).add(youth)
    for possible in seen.values():
        assert not only_small(possible)
        assert not only_small({people - one for one in possible})


def only_small(sizes: set[int | None]) -> bool:
    """Is there but one possibility left, and is it a small group?"""
    (one, *others) = sizes
    return not others and one is not None and 1 <= one <= 4


def test_bands_by_hand() -> None:
    """Three women of thirty hide the men too; three elders hide the youth; none given, none hidden."""
    assert bands(Heads(30, 3, 27)) == Bands(FEW, FEW, None)
    assert bands(Heads(30, 14, 16, 27)) == Bands(14, 16, FEW)
    # Of three nothing was said: who they are would show.
    assert bands(Heads(30, 14, 13)) == Bands(FEW, FEW, None)
    assert bands(Heads(30, 14, None, 0)) == Bands(14, None, 0)
    # Five have gone since the bands were taken.
    assert bands(Heads(30, 15, 20)) == Bands(15, 20, None)


def test_bands_that_only_some_sessions_tell_are_of_the_people_there() -> None:
    """Worked by hand: 18 of 30, and not of 55; each band has its own sessions."""
    noted, women, none = Heads(30, 18, 12, 6), Heads(50, 20), Heads(25)
    assert attendance((noted, none)) == Attendance(
        55, 18, 12, 6, Noted(1, 30), Noted(1, 30), Noted(1, 30)
    )
    assert attendance((noted, women)) == Attendance(80, 38, 12, 6, None, Noted(1, 30), Noted(1, 30))
    assert attendance((noted,)) == Attendance(30, 18, 12, 6)
    assert attendance((women, none)) == Attendance(75, 20, None, None, Noted(1, 50))


def test_a_small_band_of_one_session_is_in_no_sum() -> None:
    """12 people, 8 women and 4 men: beside another session neither can be subtracted."""
    four, other = Heads(12, 8, 4), Heads(40, 20, 20)
    assert attendance((four,)) == Attendance(12, FEW, FEW)
    assert attendance((four, other)) == Attendance(52, 20, 20, None, Noted(1, 40), Noted(1, 40))
    assert attendance((four, Heads(25))) == Attendance(37, FEW, FEW)


def test_a_session_of_few_people_is_in_no_sum() -> None:
    """It is counted as one that is not told; alone, or with others like it, it is hidden."""
    small, other = Heads(3, 1, 2), Heads(30, 18, 12)
    assert attendance((small, other)) == Attendance(30, 18, 12, small=1)
    assert attendance((small,)) == Attendance(FEW, FEW, FEW, small=1)
    assert attendance([small] * 2000) == Attendance(FEW, FEW, FEW, small=2000)
    assert attendance(()) == Attendance(0)


def test_a_village_is_not_listed_by_a_session_of_few_people() -> None:
    """Three in A, 20 and 4 in B: the report on all says as much as that on B."""
    results = [
        session(uid=name, village=name[0], heads=heads)
        for name, heads in (("A1", 3), ("B1", 20), ("B2", 4))
    ]
    found = figures(sums_of(results), Scope(sessions=3))
    assert (found.attendance.people, found.attendance.small) == (20, 2)
    assert found.villages == (Village("B", 1, 20),)


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
            rows.append(Tally(when, form, f"q{number}", kind, "o", option, at == right, hands[at]))
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
    assert [*sections(report, language("en"))][-1].key == HIDDEN
    assert [one.after for one in report.objectives] == [FEW, FEW]


def shown_numbers(report: Figures) -> set[int]:
    """All numbers of people or hands in a report."""
    counts = [report.attendance.people, *(cell.hands for cell in report.cells)]
    counts += [cell.people for cell in report.cells]
    for one in report.objectives:
        counts += [rate.of for rate in (one.before, one.after) if isinstance(rate, Rate)]
    return {count for count in counts if not isinstance(count, Few)}


def test_a_question_that_nobody_answered_is_shown_as_zero() -> None:
    """No hands at all tell nothing of anybody."""
    report = session_figures(session(vote(BEFORE, "q", "a0 b0")))
    assert [(cell.hands, cell.people) for cell in report.cells] == [(0, 0), (0, 0)]


def test_few_hands_for_one_option_of_a_large_group_are_shown() -> None:
    """The group is those counted at the question: two of thirty are no secret."""
    report = session_figures(session(vote(BEFORE, "q", "a28 b2"), vote(AFTER, "q", "a30 b0")))
    assert [cell.hands for cell in report.cells] == [28, 2, 30, 0]


hands = st.one_of(st.integers(0, 2), st.integers(0, 12))


@st.composite
def any_session(draw: st.DrawFn, uid: str) -> Result:
    """A session in one of two villages with a few questions, often of few people."""
    heads = draw(st.integers(1, 14))
    asked = st.tuples(
        st.sampled_from(("q1", "q2")),
        st.sampled_from((BEFORE, AFTER, "first")),
        st.sampled_from(("", "a", "b")),
    )
    tallies = [
        Tally(when, form, question, "choice", "o", option, option == "a", draw(hands))
        for question, when, form in draw(st.lists(asked, max_size=5, unique=True))
        for option in draw(st.sampled_from(("ab", "abc", "abe")))
    ]
    women = draw(st.none() | st.integers(0, heads))
    men = draw(st.none() | st.integers(0, heads - (women or 0)))
    youth = draw(st.none() | st.integers(0, heads))
    village = draw(st.sampled_from(("Alpha", "Beta")))
    return session(
        tallies, uid=uid, village=village, heads=heads, women=women, men=men, youth=youth
    )


@st.composite
def two_reports(draw: st.DrawFn) -> tuple[list[Result], list[Result]]:
    """Some sessions, and some of these."""
    every = [draw(any_session(f"s{number}")) for number in range(draw(st.integers(1, 4)))]
    return every, [one for one in every if draw(st.booleans())]


@settings(max_examples=150)
@given(two_reports())
def test_the_difference_of_two_reports_never_tells_of_a_small_group(
    two: tuple[list[Result], list[Result]],
) -> None:
    """Whatever is subtracted, question by question, band by band, village by village: five or more."""
    every, some = (figures(sums_of(results), Scope()) for results in two)
    larger, smaller = groups(every), groups(some)
    for what, people in larger.items():
        assert people - smaller.get(what, 0) not in range(1, 5), what


def groups(report: Figures) -> dict[object, int]:
    """All groups of people whose number a report tells, and those that follow from them."""
    there = report.attendance
    people = number(there.people)
    told: dict[object, int] = {"people": people}
    for name in ("women", "men", "youth"):
        noted = getattr(there, f"{name}_in")
        band = getattr(there, name)
        if isinstance(band, int):
            told[name] = band
            told[name, "others"] = (noted.people if noted else people) - band
            told[name, "elsewhere"] = people - (noted.people if noted else people)
    told |= {village.name: village.people for village in report.villages}
    at = [(c.when, c.form, c.question, c.paired) for c in report.cells]
    told |= {
        key: number(c.people) for key, c in zip(at, report.cells, strict=True) if number(c.people)
    }
    for one in report.objectives:
        for when, rate in ((BEFORE, one.before), (AFTER, one.after)):
            told[one.objective, when] = rate.of if isinstance(rate, Rate) else 0
    return told


def number(count: int | Few) -> int:
    return count if isinstance(count, int) else 0
