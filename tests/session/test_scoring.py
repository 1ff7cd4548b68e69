"""Scoring against examples worked by hand: learning by objective, discernment, beliefs, signs."""

from __future__ import annotations

import pytest
from ballots import AFTER, BEFORE, judged, marked_signs, reported, session, told, vote

from toolkit.session.figures import (
    BeliefFigure,
    Few,
    ObjectiveFigure,
    Rate,
    Scope,
    Village,
    Withheld,
)
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
    # What only four said is compared with nothing, so the thirty are no measure either.
    "four people before": ("a0 b4", "a15 b15", "<5", "<5", Withheld.FEW),
    "four people after": ("a15 b15", "a4 b0", "<5", "<5", Withheld.FEW),
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
    """Undefined, unfair or hidden: no number, and which of the three it is."""
    one = learned(vote(BEFORE, "q", early), vote(AFTER, "q", late))
    assert (told(one.before), told(one.after)) == (before, after)
    assert (one.gain, one.withheld) == (None, why)


@pytest.mark.parametrize("hands", [("a0 b0", "a15 b15"), ("a15 b15", "a0 b0"), ("a0 b0", "a0 b0")])
def test_what_nobody_answered_before_or_after_is_not_measured(hands: tuple[str, str]) -> None:
    """There is nothing to compare: no objective, no belief, and its other half is a cell only."""
    report = reported(vote(BEFORE, "q", hands[0]), vote(AFTER, "q", hands[1]))
    assert report.objectives == report.beliefs == ()
    assert not any(cell.paired for cell in report.cells)


def test_all_answers_are_counted() -> None:
    """Of all questions of an objective: that is what a share is of."""
    one = learned(
        vote(BEFORE, "q1", "a10 b18"),
        vote(BEFORE, "q2", "a10 b20"),
        vote(AFTER, "q1", "a20 b9"),
        vote(AFTER, "q2", "a20 b5"),
    )
    # Shares are of all answers: 20 of 28 + 30, then 40 of 29 + 25.
    assert (told(one.before), told(one.after)) == ("20/58", "40/54")
    # 28 and 29, 30 and 25.
    assert one.gap == 1 + 5


# Sessions of one objective, each a question with its hands before and after.
GOING_AND_COMING = {
    # 20 went here and 20 came there: 40 and 40 are not the same people.
    "as many came elsewhere": ("q1 a5 b25 a9 b1", "q1 a9 b1 a5 b25", "14/40", "14/40", 40),
    # 80% of 100 and 85% of 20, 10% of 20 and 20% of 100: both rose, together they fell.
    "of those who knew more, most went": (
        "q1 a80 b20 a17 b3", "q1 a2 b18 a20 b80", "82/120", "37/120", 160,
    ),
    # Another question in each village: 60 before, 40 after.
    "at another question": ("q1 a10 b20 a20 b10", "q2 a10 b20 a8 b2", "20/60", "28/40", 20),
}  # fmt: skip


@pytest.mark.parametrize(
    ("here", "there", "before", "after", "gap"), GOING_AND_COMING.values(), ids=GOING_AND_COMING
)
def test_who_goes_in_one_session_is_not_made_up_for_in_another(
    here: str, there: str, before: str, after: str, gap: int
) -> None:
    """No gain where the differences, session by session, come to more than a fifth."""
    sessions = []
    for uid, told_there in (("1", here), ("2", there)):
        question, *hands = told_there.split()
        early, late = " ".join(hands[:2]), " ".join(hands[2:])
        sessions.append(
            session(vote(BEFORE, question, early), vote(AFTER, question, late), uid=uid)
        )
    (one,) = figures(sums_of(sessions), Scope(sessions=2)).objectives
    assert (told(one.before), told(one.after), one.gap) == (before, after, gap)
    assert (one.gain, one.withheld) == (None, Withheld.UNEVEN)


def test_a_question_that_a_few_answered_is_compared_in_no_report() -> None:
    """A shy room: four hands before, thirty after. Of the other question nothing was gained."""
    one = learned(
        vote(BEFORE, "q1", "a0 b4"),
        vote(AFTER, "q1", "a30 b0"),
        vote(BEFORE, "q2", "a2 b28"),
        vote(AFTER, "q2", "a2 b28"),
    )
    assert (told(one.before), told(one.after), one.gain) == ("2/30", "2/30", 0.0)


def test_where_one_session_was_small_the_others_are_compared() -> None:
    """And the cell says that a session was left out."""
    both = [
        session(vote(BEFORE, "q", "a10 b20"), vote(AFTER, "q", "a20 b10"), uid="1"),
        session(vote(BEFORE, "q", "a0 b3"), vote(AFTER, "q", "a3 b0"), uid="2", heads=3),
    ]
    found = figures(sums_of(both), Scope(sessions=2))
    (one,) = found.objectives
    assert (told(one.before), told(one.after), one.gain) == ("10/30", "20/30", 0.5)
    assert {(cell.people, cell.sessions, cell.left_out) for cell in found.cells} == {(30, 1, 1)}


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
    # By forms, of which others fill in A now, nobody is counted as gone: 29 and 28 slips.
    assert one.gap == 1
    assert one.gain == pytest.approx(385 / 588)


def test_a_form_that_four_people_filled_in_takes_the_other_with_it() -> None:
    """Of 30 people 26 would show the four; another objective is told."""
    report = reported(
        vote(BEFORE, "qa", "a6 b20", form="a"),
        vote(BEFORE, "qb", "a1 b3", form="b"),
        vote(AFTER, "qa", "a13 b13", form="a"),
        vote(BEFORE, "qc", "a6 b20", form="a", objective="else"),
        vote(AFTER, "qc", "a6 b20", form="a", objective="else"),
    )
    other, one = report.objectives
    assert (told(one.before), told(one.after), one.withheld) == ("<5", "<5", Withheld.FEW)
    assert told(other.before) == "6/26"
    hidden = [cell for cell in report.cells if cell.objective == "papers"]
    assert {(cell.hands, cell.people) for cell in hidden} == {(Few.FEW, Few.FEW)}


def test_what_was_measured_once_enters_no_share() -> None:
    """A question that was not asked before, and the votes of the group quiz, are cells only."""
    report = reported(
        vote(AFTER, "q", "a20 b10"),
        vote("first", "quiz", "a20 b10"),
        vote("second", "quiz", "a25 b5"),
        vote("opinion", "view", "x20 y10", right="", kind="opinion"),
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


# Traps caught and honest offers refused, of 30 each time: before, then after; what is said of it?
SUSPICION, STILL, NOTHING = (True, False), (False, True), (False, False)
ROOMS = {
    # Catches more and refuses fewer: what we wish for.
    "tells them apart": ((18, 12), (27, 3), NOTHING),
    # Says no to everything: 18/30 and 12/30 become 30/30 and 30/30; the distance goes from 6 to 0.
    "says no to everything": ((18, 12), (30, 30), SUSPICION),
    # Refusals rose by 3 of 30 = 10 points, the distance stayed 6: suspicion only.
    "ten points more, no better": ((18, 9), (21, 12), SUSPICION),
    # Refusals rose by 10 points, the distance from 9 to 10: by less than half of three.
    "ten points more, hardly better": ((18, 9), (22, 12), SUSPICION),
    # From 9 to 11: by two thirds of it.
    "ten points more, yet better": ((18, 9), (23, 12), NOTHING),
    # Refusals rose by 2 of 30, under 10 points.
    "a little more": ((18, 12), (19, 14), NOTHING),
    # All were caught and none refused; three hands then refuse: a tenth, under a quarter.
    "hardly any": ((30, 0), (30, 3), NOTHING),
    # 20% become 60%: most refuse now, though the distance grew from 9 to 10.
    "three times as many refused": ((15, 6), (28, 18), SUSPICION),
    # Refused every honest offer, and half of them now: it did not learn that here.
    "refused all, now half": ((30, 30), (21, 16), STILL),
    # Was suspicious of all before, and still is.
    "still says no to everything": ((27, 28), (28, 27), STILL),
    "half refused, twenty points apart": ((15, 15), (21, 15), STILL),
    # Half before, and three hands more.
    "half refused and more": ((15, 15), (20, 18), SUSPICION),
    "half refused before only": ((15, 15), (20, 14), NOTHING),
    # Believes everything: bad, but it is no suspicion.
    "says yes to everything": ((18, 12), (0, 0), NOTHING),
}


@pytest.mark.parametrize(("first", "then", "said"), ROOMS.values(), ids=ROOMS)
def test_a_room_that_only_says_no_is_warned_about(
    first: tuple[int, int], then: tuple[int, int], said: tuple[bool, bool]
) -> None:
    """Refuses more without telling better, or more and at least half: the warning."""
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
    assert (found.only_suspicion, found.still_refusing) == said


def test_one_hand_of_five_is_no_warning() -> None:
    """80% and 20% become 80% and 40%: one person changed their mind; from three on it counts."""
    for now, warned in ((2, False), (3, False), (4, True)):
        found = reported(
            judged(BEFORE, "t", 4, 5, honest=False),
            judged(BEFORE, "h", 1, 5, honest=True),
            judged(AFTER, "t", 4, 5, honest=False),
            judged(AFTER, "h", now, 5, honest=True),
        ).discernment
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
    assert (found.only_suspicion, found.still_refusing) == (False, False)


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
    found = reported(*votes)
    assert [one.question for one in found.beliefs] == [f"q{number}" for number in range(13, 5, -1)]
    assert found.beliefs_held == 11


def test_a_belief_on_one_form_was_held_by_others_before() -> None:
    """Form A is answered before by odd seats and after by even ones; both are told."""
    found = reported(
        vote(BEFORE, "qa", "a5 b10", form="a"), vote(AFTER, "qa", "a10 b4", form="a")
    ).beliefs
    assert found == (BeliefFigure("qa", "b", Rate(10, 15), Rate(4, 14)),)
    # A question that only form B has was asked after, and nobody was asked before.
    found = reported(
        vote(BEFORE, "qa", "a15 b0", form="a"), vote(AFTER, "qb", "a10 b4", form="b")
    ).beliefs
    assert found == (BeliefFigure("qb", "b", None, Rate(4, 14)),)


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
    none = figures(sums_of([found]), Scope(sessions=1), least_signs=5).signs
    assert (none.before, none.after, none.most) == (None, None, 4)


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


def test_a_village_is_one_however_it_is_spelt() -> None:
    """Capitals and spaces make no other village; the newest spelling is shown."""
    results = [
        session(uid="1", village="SUKA MAJU", day="2026-01-05", heads=30),
        session(uid="2", village="Suka Maju", day="2026-03-05", heads=20),
        session(uid="3", village="Sukamaju", day="2026-02-05", heads=10),
    ]
    assert figures(sums_of(results), Scope()).villages == (Village("Suka Maju", 3, 60),)


def test_sessions_by_hands_and_on_slips_are_counted() -> None:
    """By what was counted in their tests; a quiz is none."""
    results = [
        session(vote(BEFORE, "q", "a5 b5"), vote(AFTER, "q", "a5 b5"), uid="1"),
        session(vote(BEFORE, "q", "a5 b5", form="a"), uid="2"),
        session(vote(AFTER, "q", "a0 b5", form="a"), vote(AFTER, "q2", "a3 b5"), uid="3"),
        session(vote("first", "q", "a5 b5"), vote(BEFORE, "q", "a0 b0"), uid="4"),
    ]
    sums = sums_of(results)
    assert (sums.by_hands, sums.on_slips) == (2, 2)


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
    """Three sessions asked the question, two of them twice, where 0 and 3 people went."""
    both = [
        session(vote(BEFORE, "q", "a10 b20"), vote(AFTER, "q", "a20 b10"), uid="1"),
        session(vote(BEFORE, "q", "a5 b25"), vote(AFTER, "q", "a15 b12"), uid="2"),
        session(vote(BEFORE, "q", "a8 b8"), uid="3"),
    ]
    found = figures(sums_of(both), Scope(sessions=3)).cells
    assert [(c.when, c.option, c.hands, c.people, c.sessions, c.gap, c.paired) for c in found] == [
        ("before", "a", 15, 60, 2, 3, True),
        ("before", "b", 45, 60, 2, 0, True),
        ("before", "a", 8, 16, 1, 0, False),
        ("before", "b", 8, 16, 1, 0, False),
        ("after", "a", 35, 57, 2, 0, True),
        ("after", "b", 22, 57, 2, 0, True),
    ]


def test_an_answer_that_a_lesson_held_for_right_is_no_belief() -> None:
    """A lesson was corrected between two sessions: only where b was wrong does choosing it count."""
    both = [
        session(
            vote(BEFORE, "q", "a10 b20", right="b"), vote(AFTER, "q", "a10 b20", right="b"), uid="1"
        ),
        session(vote(BEFORE, "q", "a24 b6"), vote(AFTER, "q", "a24 b6"), uid="2"),
    ]
    found = figures(sums_of(both), Scope(sessions=2)).beliefs
    assert [(one.option, told(one.after)) for one in found] == [("a", "10/60"), ("b", "6/60")]
