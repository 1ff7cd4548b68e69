"""Scoring against examples worked by hand: learning by objective, discernment, beliefs, signs."""

from __future__ import annotations

import pytest
from ballots import AFTER, BEFORE, judged, marked_signs, reported, session, told, vote

from toolkit.session.figures import BeliefFigure, Few, ObjectiveFigure, Rate, Scope, Withheld
from toolkit.session.scoring import figures, sums_of


def learned(*votes: object) -> ObjectiveFigure:
    """The one objective of a session with these votes."""
    (objective,) = reported(*votes).objectives
    return objective


# Each row: hands before and after (a is right), and what they come to, worked by hand.
BY_HAND = {
    # 12/30 = 0.4 right, then 21/30 = 0.7: of the 0.6 that was missing, 0.3 came: half of it.
    "half of what was missing": ("a12 b18", "a21 b9", "12/30", "21/30", 0.5),
    # From nothing to everything.
    "all of it": ("a0 b30", "a30 b0", "0/30", "30/30", 1.0),
    # 15/30 both times: nothing came to it.
    "nothing": ("a15 b15", "a15 b15", "15/30", "15/30", 0.0),
    # 0.8 right, then 0.6: (0.6 - 0.8) / 0.2 = -1.
    "less than before": ("a24 b6", "a18 b12", "24/30", "18/30", -1.0),
    # More hands (36) than the 30 heads: the hands are the number. 9/36 = 0.25, then 18/30 = 0.6:
    # 0.35 of 0.75. 36 and 30 differ by 6, and a fifth of 36 is 7.2: near enough.
    "more hands than heads": ("a9 b27", "a18 b12", "9/36", "18/30", 0.35 / 0.75),
    # 25 and 20 differ by exactly a fifth of 25, not by more: (0.75 - 0.2) / 0.8.
    "a fifth fewer": ("a5 b20", "a15 b5", "5/25", "15/20", 0.6875),
}

NO_GAIN = {
    # 1 - before = 0: nothing was missing, so there is no part of it.
    "all right before": ("a30 b0", "a30 b0", "30/30", "30/30", Withheld.FULL_BEFORE),
    "all right before, fewer after": ("a30 b0", "a27 b3", "30/30", "27/30", Withheld.FULL_BEFORE),
    # 25 and 19 differ by 6, more than a fifth of 25.
    "uneven, fewer after": ("a5 b20", "a15 b4", "5/25", "15/19", Withheld.UNEVEN),
    "uneven, more after": ("a5 b14", "a15 b10", "5/19", "15/25", Withheld.UNEVEN),
    "nobody answers before": ("a0 b0", "a15 b15", "-", "15/30", Withheld.NOT_MEASURED),
    "nobody answers after": ("a15 b15", "a0 b0", "15/30", "-", Withheld.NOT_MEASURED),
    "nobody answers at all": ("a0 b0", "a0 b0", "-", "-", Withheld.NOT_MEASURED),
    "four people after": ("a15 b15", "a4 b0", "15/30", "<5", Withheld.FEW),
    "four people both times": ("a1 b3", "a4 b0", "<5", "<5", Withheld.FEW),
}


@pytest.mark.parametrize(
    ("early", "late", "before", "after", "gain"), BY_HAND.values(), ids=BY_HAND
)
def test_the_gain_is_the_part_of_what_was_missing(
    early: str, late: str, before: str, after: str, gain: float
) -> None:
    """The normalised gain is (after - before) / (1 - before), negative where less is right."""
    one = learned(vote(BEFORE, "q", early), vote(AFTER, "q", late))
    assert (told(one.before), told(one.after)) == (before, after)
    assert one.gain == pytest.approx(gain)
    assert one.withheld is None


@pytest.mark.parametrize(("early", "late", "before", "after", "why"), NO_GAIN.values(), ids=NO_GAIN)
def test_where_there_is_no_gain_the_reason_is_told(
    early: str, late: str, before: str, after: str, why: Withheld
) -> None:
    """Undefined, unfair, not measured or hidden: no number, and which of the four it is."""
    one = learned(vote(BEFORE, "q", early), vote(AFTER, "q", late))
    assert (told(one.before), told(one.after)) == (before, after)
    assert (one.gain, one.withheld) == (None, why)


def test_both_numbers_of_people_are_given() -> None:
    """The most that were counted at one of its questions, before and after."""
    one = learned(
        vote(BEFORE, "q1", "a10 b18"),
        vote(BEFORE, "q2", "a10 b20"),
        vote(AFTER, "q1", "a20 b9"),
        vote(AFTER, "q2", "a20 b5"),
    )
    # Shares are of all answers: 20 of 28 + 30, then 40 of 29 + 25.
    assert (told(one.before), told(one.after)) == ("20/58", "40/54")
    assert (one.people_before, one.people_after) == (30, 29)


def test_crossed_forms_are_taken_together() -> None:
    """Odd seats answer A and then B, even ones B and then A: each form is half of the room.

    Before: A 3/15, B 5/14, so 8/29 by 29 people. After: B (odd) 9/14, A (even) 12/14, so 21/28.
    Gain: (21/28 - 8/29) / (1 - 8/29) = (609 - 224) / (812 - 224) = 385/588.
    """
    one = learned(
        vote(BEFORE, "qa", "a3 b12", form="a"),
        vote(BEFORE, "qb", "a5 b9", form="b"),
        vote(AFTER, "qb", "a9 b5", form="b"),
        vote(AFTER, "qa", "a12 b2", form="a"),
    )
    assert (told(one.before), told(one.after)) == ("8/29", "21/28")
    assert (one.people_before, one.people_after) == (29, 28)
    assert one.gain == pytest.approx(385 / 588)


def test_a_form_that_four_people_filled_in_enters_nothing() -> None:
    """A small form is hidden with its cells, and the sums are those of the other one alone."""
    report = reported(
        vote(BEFORE, "qa", "a6 b20", form="a"),
        vote(BEFORE, "qb", "a1 b3", form="b"),
        vote(AFTER, "qa", "a13 b13", form="a"),
    )
    (one,) = report.objectives
    assert (told(one.before), one.people_before) == ("6/26", 26)
    hidden = [cell for cell in report.cells if cell.question == "qb"]
    assert [(cell.hands, cell.people) for cell in hidden] == [(Few.FEW, Few.FEW)] * 2


def test_what_was_measured_once_enters_no_share() -> None:
    """A question that was not asked before, and the votes of the group quiz, are cells only."""
    report = reported(
        vote(AFTER, "q", "a20 b10", paired=False),
        vote("first", "quiz", "a20 b10", paired=False),
        vote("second", "quiz", "a25 b5", paired=False),
        vote("opinion", "view", "x20 y10", right="", kind="opinion", paired=False),
    )
    assert report.objectives == report.beliefs == ()
    assert len(report.cells) == 8


def test_verdicts_count_for_their_objective_too() -> None:
    """The right verdict is the right answer: trap for a trap, worth checking for an honest offer."""
    one = learned(
        judged(BEFORE, "trap", 20, 30, honest=False),
        judged(BEFORE, "honest", 12, 30, honest=True),
        judged(AFTER, "trap", 27, 30, honest=False),
        judged(AFTER, "honest", 3, 30, honest=True),
    )
    # Before 20 + 18 of 60, after 27 + 27 of 60; gain (54 - 38) / (60 - 38).
    assert (told(one.before), told(one.after)) == ("38/60", "54/60")
    assert one.gain == pytest.approx(16 / 22)


# Traps caught and honest offers refused, of 30 each time: before, then after; is a warning given?
ROOMS = {
    # Catches more and refuses fewer: what we wish for.
    "tells them apart": ((18, 12), (27, 3), False),
    # Says no to everything: 18/30 and 12/30 become 30/30 and 30/30; the distance goes from 6 to 0.
    "says no to everything": ((18, 12), (30, 30), True),
    # Refusals rose by 3 of 30 = 10 points, the distance stayed 6: suspicion only.
    "ten points more, no better": ((18, 12), (21, 15), True),
    # Refusals rose by 10 points, but the distance grew from 6 to 7.
    "ten points more, yet better": ((18, 12), (22, 15), False),
    # Refusals rose by 2 of 30, under 10 points.
    "a little more": ((18, 12), (19, 14), False),
    # Was suspicious of all before, and still is: 27 and 28, then 28 and 27; distance 1/30.
    "still says no to everything": ((27, 28), (28, 27), True),
    # Half of the honest refused, but traps are 6 of 30 = 20 points ahead: not under 20.
    "half refused, twenty points apart": ((15, 15), (21, 15), False),
    "half refused, less apart": ((15, 15), (20, 15), True),
    # Believes everything: bad, but it is no suspicion.
    "says yes to everything": ((18, 12), (0, 0), False),
}


@pytest.mark.parametrize(("first", "then", "warned"), ROOMS.values(), ids=ROOMS)
def test_a_room_that_only_says_no_is_warned_about(
    first: tuple[int, int], then: tuple[int, int], warned: bool
) -> None:
    """More refusals without telling better, or half refused and hardly told apart: the warning."""
    found = reported(
        judged(BEFORE, "t", first[0], 30, honest=False),
        judged(BEFORE, "h", first[1], 30, honest=True),
        judged(AFTER, "t", then[0], 30, honest=False),
        judged(AFTER, "h", then[1], 30, honest=True),
    ).discernment
    assert told(found.caught_before) == f"{first[0]}/30"
    assert told(found.refused_before) == f"{first[1]}/30"
    assert told(found.caught_after) == f"{then[0]}/30"
    assert told(found.refused_after) == f"{then[1]}/30"
    assert found.only_suspicion is warned


def test_no_warning_is_drawn_from_what_is_hidden() -> None:
    """Where fewer than five judged, the shares are hidden and nothing follows from them."""
    found = reported(
        judged(BEFORE, "t", 1, 4, honest=False),
        judged(BEFORE, "h", 0, 4, honest=True),
        judged(AFTER, "t", 4, 4, honest=False),
        judged(AFTER, "h", 4, 4, honest=True),
    ).discernment
    assert (found.caught_after, found.refused_after) == (Few.FEW, Few.FEW)
    assert found.only_suspicion is False


def test_without_offers_discernment_is_not_measured() -> None:
    """No verdicts: four times None, and no warning."""
    found = reported(vote(BEFORE, "q", "a5 b5"), vote(AFTER, "q", "a5 b5")).discernment
    assert (found.caught_before, found.refused_after, found.only_suspicion) == (None, None, False)


def test_beliefs_that_a_tenth_still_hold_are_listed_most_held_first() -> None:
    """Of 30 after: c has 9, b has 3 (exactly a tenth), d has 2 (less); a is right."""
    found = reported(vote(BEFORE, "q", "a5 b10 c10 d5"), vote(AFTER, "q", "a16 b3 c9 d2")).beliefs
    assert found == (
        BeliefFigure("q", "c", Rate(10, 30), Rate(9, 30)),
        BeliefFigure("q", "b", Rate(10, 30), Rate(3, 30)),
    )


def test_at_most_eight_beliefs_are_listed() -> None:
    """The eight most held; equal ones in the order of their ids."""
    votes = [
        vote(when, f"q{number}", f"a{30 - number} b{number}")
        for number in range(3, 14)
        for when in (BEFORE, AFTER)
    ]
    held = [one.question for one in reported(*votes).beliefs]
    assert held == [f"q{number}" for number in range(13, 5, -1)]


def test_a_belief_on_one_form_was_held_by_others_before() -> None:
    """Form A is answered before by odd seats and after by even ones; both are told."""
    found = reported(
        vote(BEFORE, "qa", "a5 b10", form="a"), vote(AFTER, "qa", "a10 b4", form="a")
    ).beliefs
    assert found == (BeliefFigure("qa", "b", Rate(10, 15), Rate(4, 14)),)


def test_a_belief_whose_group_is_small_is_not_listed() -> None:
    """Four of four chose it: that is nobody's business."""
    assert reported(vote(BEFORE, "q", "a5 b5"), vote(AFTER, "q", "a0 b4")).beliefs == ()


def test_signs_are_counted_from_the_number_wanted_on() -> None:
    """Slips with 0..4 signs marked, at least 3 wanted: 4 + 1 of 15 before, 5 + 6 of 14 after."""
    found = session(
        marked_signs(BEFORE, "m", "1 4 5 4 1", "a"), marked_signs(AFTER, "m", "0 1 2 5 6", "a")
    )
    signs = figures(sums_of([found]), Scope(sessions=1), least_signs=3).signs
    assert (signs.least, signs.before, signs.after) == (3, Rate(5, 15), Rate(11, 14))


def test_a_message_with_fewer_signs_does_not_count_against_the_room() -> None:
    """Of two messages, one has only two signs: nobody could have marked three in it."""
    found = reported(
        marked_signs(BEFORE, "long", "2 2 2 2 2", "a"),
        marked_signs(BEFORE, "short", "2 2 6", "b"),
        marked_signs(AFTER, "long", "0 0 2 4 4", "b"),
    )
    assert (found.signs.before, found.signs.after) == (Rate(4, 10), Rate(8, 10))


def test_signs_are_not_measured_by_hands() -> None:
    """Without slips there is no share of signs at all."""
    found = reported(vote(BEFORE, "q", "a5 b5"), vote(AFTER, "q", "a5 b5"))
    assert (found.signs.before, found.signs.after) == (None, None)


def test_villages_stand_in_the_order_of_their_names() -> None:
    """Never in the order of a result, nor of the number of people."""
    results = [
        session(uid=name, village=name, heads=heads)
        for name, heads in (("Wonosari", 60), ("banjar", 30), ("Air Dingin", 20))
    ]
    found = figures(sums_of(results), Scope(sessions=3))
    assert [village.name for village in found.villages] == ["Air Dingin", "banjar", "Wonosari"]
    assert found.attendance.people == 110


def test_the_newest_wording_is_kept() -> None:
    """Where two sessions name an id differently, the later day has its way, whatever the order."""
    old = session(uid="b", day="2026-01-05", words={"id": {"q": "lama", "only": "ada"}})
    new = session(uid="a", day="2026-02-01", words={"id": {"q": "baru"}})
    assert sums_of([new, old]).words == sums_of([old, new]).words
    assert sums_of([new, old]).words["id"] == {"q": "baru", "only": "ada"}


def test_a_session_without_votes_has_a_report() -> None:
    """Nobody voted, nothing was marked: everything is None or empty, and nothing divides by zero."""
    found = reported()
    assert found.objectives == found.cells == found.marked == found.times == ()
    assert found.attendance.people == 30


def test_a_cell_tells_in_how_many_sessions_it_was_counted() -> None:
    """Two sessions asked the question, one of them twice: before and after."""
    both = [
        session(vote(BEFORE, "q", "a10 b20"), vote(AFTER, "q", "a20 b10"), uid="1"),
        session(vote(BEFORE, "q", "a5 b25"), uid="2"),
    ]
    found = figures(sums_of(both), Scope(sessions=2)).cells
    assert [(c.when, c.option, c.hands, c.people, c.sessions) for c in found] == [
        ("before", "a", 15, 60, 2),
        ("before", "b", 45, 60, 2),
        ("after", "a", 20, 30, 1),
        ("after", "b", 10, 30, 1),
    ]


def test_an_answer_that_a_lesson_held_for_right_is_no_belief() -> None:
    """A lesson was corrected between two sessions: only where b was wrong does choosing it count."""
    both = [
        session(vote(AFTER, "q", "a10 b20", right="b"), uid="1"),
        session(vote(AFTER, "q", "a24 b6", right="a"), uid="2"),
    ]
    found = figures(sums_of(both), Scope(sessions=2)).beliefs
    assert [(one.option, told(one.after)) for one in found] == [("a", "10/60"), ("b", "6/60")]
