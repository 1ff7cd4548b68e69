"""The words of a report: what stands in its rows, in both languages, and what is never said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ballots import AFTER, BEFORE, judged, marked_signs, session, vote
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language import Language, language
from toolkit.session.agenda import Part
from toolkit.session.figures import (
    Attendance,
    BeliefFigure,
    Discernment,
    Few,
    Figures,
    Noted,
    ObjectiveFigure,
    PartTime,
    Rate,
    Scope,
    Signs,
    Village,
    Withheld,
)
from toolkit.session.report_words import Section, sections
from toolkit.session.scoring import figures, session_figures, sums_of

EN, ID = language("en"), language("id")
FEW = Few.FEW
WORDS = {
    "id": {"papers": "Tahu surat yang perlu", "q.b": "Visa turis cukup"},
    "en": {"papers": "Knows the papers", "q.b": "A tourist visa will do"},
}


def section(key: str, report: Figures, lang: Language = EN) -> Section:
    """One section of a report."""
    return next(one for one in sections(report, lang) if one.key == key)


def whole_session() -> Figures:
    """A session in which everything was measured."""
    return session_figures(
        session(
            vote(BEFORE, "q", "a12 b18"),
            vote(AFTER, "q", "a21 b9"),
            judged(BEFORE, "t", 18, 30, honest=False),
            judged(BEFORE, "h", 12, 30, honest=True),
            judged(AFTER, "t", 27, 30, honest=False),
            judged(AFTER, "h", 6, 30, honest=True),
            marked_signs(BEFORE, "m", "5 5 5 0", "a"),
            marked_signs(AFTER, "m", "0 3 3 9", "a"),
            women=14,
            men=16,
            marked=("q", "recruitment/promises"),
            times=((Part.OPENING, 120, 100), (Part.LESSON, 600, 750), (Part.SLIPS, 0, 400)),
            words=WORDS,
        )
    )


def test_a_report_has_its_sections_in_order() -> None:
    """From what it is about to the time it took; villages only where there are several."""
    keys = [one.key for one in sections(whole_session(), EN)]
    assert keys == [
        "about", "objectives", "discernment", "beliefs", "signs", "marked", "times",
    ]  # fmt: skip


def test_objectives_have_both_shares_both_numbers_and_the_gain() -> None:
    """12 of 30, then 21 of 30: half of what was missing."""
    found = section("objectives", whole_session())
    assert found.header == ("Objective", "Before", "After", "Gained")
    assert found.rows[1] == ("Knows the papers", "40% (30)", "70% (30)", "50%")
    assert found.bars[1] == (0.4, 0.7)


def test_a_report_speaks_of_lessons_in_its_language_or_another_or_by_their_id() -> None:
    """Indonesian words for Indonesian; what nobody knows keeps its id."""
    report = whole_session()
    assert section("objectives", report, ID).rows[1][0] == "Tahu surat yang perlu"
    assert section("objectives", report, EN).rows[0][0] == "offers"
    only_id = replace(report, words={"id": WORDS["id"]})
    assert section("beliefs", only_id, EN).rows[0] == ("Visa turis cukup", "60% (30)", "30% (30)")


WITHHELD = {
    Withheld.FULL_BEFORE: "all knew it before",
    Withheld.UNEVEN: "too uneven to say",
    Withheld.FEW: "hidden (<5)",
}


@pytest.mark.parametrize(("why", "words"), WITHHELD.items(), ids=list(WITHHELD))
def test_each_reason_for_no_gain_has_plain_words(why: Withheld, words: str) -> None:
    """A person reads why there is no number."""
    one = ObjectiveFigure("papers", Rate(5, 5), FEW, 0, None, why)
    report = Figures(Scope(sessions=1), Attendance(30), objectives=(one,))
    assert section("objectives", report).rows[0] == ("papers", "100% (5)", "hidden (<5)", words)


def test_uneven_numbers_are_explained_where_they_occur_only() -> None:
    """The rule of a fifth stands below the table that needs it."""
    uneven = session_figures(session(vote(BEFORE, "q", "a5 b25"), vote(AFTER, "q", "a9 b9")))
    assert "a fifth" in section("objectives", uneven).meaning
    assert "a fifth" not in section("objectives", whole_session()).meaning


def test_a_loss_is_said_in_words() -> None:
    """Minus four hundred per cent would tell nobody anything."""
    lost = session_figures(session(vote(BEFORE, "q", "a27 b3"), vote(AFTER, "q", "a15 b15")))
    assert section("objectives", lost).rows[0][3] == "fewer right than before"


def test_hidden_groups_are_marked_and_have_no_bars() -> None:
    """`<5` stands wherever a number would tell of fewer than five people, and what it means below."""
    small = session_figures(
        session(vote(BEFORE, "q", "a1 b2"), vote(AFTER, "q", "a2 b1"), heads=3, women=1)
    )
    found = section("objectives", small)
    assert found.rows[0] == ("papers", "hidden (<5)", "hidden (<5)", "hidden (<5)")
    assert found.bars == ((None, None),)
    assert ("People", "hidden (<5)") in section("about", small).rows
    assert "hidden" in section("beliefs", small).meaning
    assert [*sections(small, EN)][-1].key == "hidden"
    assert "“hidden (<5)”: fewer than 5 people" in section("hidden", small).meaning
    assert "hidden" not in {one.key for one in sections(whole_session(), EN)}


def test_the_warning_stands_where_a_room_only_says_no() -> None:
    """One plain sentence, and only then."""
    told = Discernment(Rate(18, 30), Rate(30, 30), Rate(12, 30), Rate(29, 30), only_suspicion=True)
    report = Figures(Scope(sessions=1), Attendance(30), discernment=told)
    found = section("discernment", report)
    assert "learned to say no" in found.warning
    assert found.rows[1] == ("Honest offers refused", "40% (30)", "97% (30)")
    assert section("discernment", whole_session()).warning == ""
    told = replace(told, only_suspicion=False, still_refusing=True)
    found = section("discernment", replace(report, discernment=told))
    assert "still says no to at least half" in found.warning


def test_signs_say_how_many_were_wanted() -> None:
    """Nobody of 15 marked three before, 9 of 15 after."""
    assert section("signs", whole_session()).rows == (
        ("At least 3 signs marked", "0% (15)", "60% (15)"),
    )


def test_marked_items_have_their_words_and_their_sessions() -> None:
    """Those marked in most sessions come first."""
    both = [
        session(uid="1", marked=("q", "z")),
        session(uid="2", marked=("z",), words={"en": {"z": "Who pays?"}}),
    ]
    report = figures(sums_of(both), Scope(sessions=2))
    assert section("marked", report).rows == (("Who pays?", "2"), ("q", "1"))


def test_time_is_told_in_minutes_and_summed_without_the_counting_of_slips() -> None:
    """People have gone home when slips are counted: 100 + 750 seconds are 14 minutes."""
    found = section("times", whole_session())
    assert found.rows == (
        ("Opening", "2 min", "2 min"),
        ("The lesson", "10 min", "13 min"),
        ("Counting the slips", "0 min", "7 min"),
        ("The whole", "12 min", "14 min"),
    )
    assert found.bars[1] == (0.8, 1.0)


def test_time_of_several_sessions_is_that_of_each_on_average() -> None:
    """A part counts for the sessions that had it, the whole for all of them."""
    two = [
        session(uid="1", times=((Part.OPENING, 120, 60), (Part.OFFERS, 600, 600))),
        session(uid="2", times=((Part.OPENING, 120, 180),)),
    ]
    report = figures(sums_of(two), Scope(sessions=2))
    assert report.times[0] == PartTime(Part.OPENING, 240, 240, 2)
    assert section("times", report).rows == (
        ("Opening", "2 min", "2 min"),
        ("Job offers", "10 min", "10 min"),
        ("The whole", "7 min", "7 min"),
    )
    assert "need not add up" in section("times", report).meaning
    assert "add up" not in section("times", whole_session()).meaning


def test_a_moment_is_not_called_no_time() -> None:
    """Twenty seconds are under a minute, and not nothing."""
    report = session_figures(session(times=((Part.OPENING, 0, 20),)))
    assert section("times", report).rows[0] == ("Opening", "0 min", "under 1 min")


def test_days_and_numbers_look_as_each_language_writes_them() -> None:
    """One day, or the first to the last; thousands with a dot or a comma."""
    scope = Scope(days=("2026-11-20", "2026-05-19"), since="2026-05-01", sessions=1200)
    report = Figures(scope, Attendance(36000))
    english, indonesian = section("about", report), section("about", report, ID)
    assert ("When", "19 May 2026 to 20 November 2026") in english.rows
    assert ("Period asked for", "from 1 May 2026") in english.rows
    assert [row[1] for row in english.rows[2:4]] == ["1,200", "36,000"]
    assert [row[1] for row in indonesian.rows[2:4]] == ["1.200", "36.000"]
    assert ("When", "20 November 2026") in section("about", whole_session()).rows


def test_half_a_per_cent_is_rounded_up() -> None:
    """29 of 200 are 14.5%, which people call 15%."""
    one = BeliefFigure("q", "b", Rate(29, 200), Rate(1, 8))
    report = Figures(Scope(sessions=1), Attendance(200), beliefs=(one,))
    assert section("beliefs", report).rows == (("q.b", "15% (200)", "13% (8)"),)


def test_a_band_that_some_sessions_noted_is_told_of_their_people_only() -> None:
    """It is not women of all people; and only then a sentence says so."""
    three = [
        session(uid="1", heads=30, women=18, men=12),
        session(uid="2", heads=31, women=16),
        session(uid="3", heads=25),
    ]
    about = section("about", figures(sums_of(three), Scope(sessions=3)))
    assert about.rows[-3:] == (
        ("People", "86"), ("Women", "34 of 61, in 2 sessions"), ("Men", "12 of 30, in 1 session"),
    )  # fmt: skip
    assert "are not told of all sessions" in about.meaning
    about = section("about", figures(sums_of(three[:1]), Scope(sessions=1)))
    assert about.rows[-2:] == (("Women", "18"), ("Men", "12"))
    assert "are not told of all sessions" not in about.meaning


def test_sessions_of_few_people_are_told_as_left_out() -> None:
    """How many there were, and nothing more; their village is not named by them."""
    three = [
        session(uid="1", heads=30, village="Alpha"),
        session(uid="2", heads=3, village="Beta"),
        session(uid="3", heads=4, village="Gamma"),
    ]
    report = figures(sums_of(three), Scope(sessions=3))
    about = section("about", report)
    assert about.rows == (("Sessions", "3"), ("People", "30"))
    assert "2 sessions with fewer than 5 people are not among them." in about.meaning
    assert section("villages", report).rows == (("Alpha", "1", "30"),)


def test_it_is_told_how_the_tests_were_counted() -> None:
    """Hands measure courage too; on slips alone nothing needs to be said."""
    hands = session(vote(BEFORE, "q", "a9 b9"), vote(AFTER, "q", "a9 b9"), uid="1")
    slips = session(vote(BEFORE, "q", "a9 b9", form="a"), uid="2")
    both = section("about", figures(sums_of([hands, slips]), Scope(sessions=2)))
    assert ("Tests counted", "by hands in 1 session, on slips in 1 session") in both.rows
    assert "courage" in both.meaning
    alone = section("about", session_figures(slips))
    assert ("Tests counted", "on slips") in alone.rows
    assert "courage" not in alone.meaning
    assert ("Tests counted", "by hands") in section("about", session_figures(hands)).rows


def test_records_of_other_laptops_are_told() -> None:
    """An office that led no session has only those of others."""
    report = Figures(Scope(sessions=3, gathered=3), Attendance(90))
    assert ("Records from", "other laptops") in section("about", report).rows
    report = Figures(Scope(sessions=3, gathered=1), Attendance(90))
    assert ("Records from", "this laptop and others") in section("about", report).rows


def test_days_that_cannot_be_are_told() -> None:
    """The clock of an old laptop starts in 1970."""
    report = Figures(Scope(days=("1970-01-01",), sessions=2, odd_days=1), Attendance(90))
    assert "The day of 1 session cannot be right" in section("about", report).meaning
    assert "cannot be right" not in section("about", whole_session()).meaning


def test_beliefs_that_are_left_out_are_counted() -> None:
    """Eight of eleven: it is not said that these are all."""
    votes = [
        vote(when, f"q{n}", f"a{30 - n} b{n}") for n in range(3, 14) for when in (BEFORE, AFTER)
    ]
    found = section("beliefs", session_figures(session(*votes)))
    assert len(found.rows) == 8
    assert "The 8 wrong answers" in found.meaning
    assert "not shown here: 3." in found.meaning
    assert "not shown here" not in section("beliefs", whole_session()).meaning


def test_more_signs_than_any_message_has_are_not_measured() -> None:
    """It is not for want of slips."""
    votes = marked_signs(BEFORE, "m", "5 5 5 0", "a"), marked_signs(AFTER, "m", "0 3 3 9", "a")
    found = section("signs", session_figures(session(*votes), least_signs=8))
    assert found.meaning == "No message on the slips has as many as 8 signs."
    assert "needs paper slips" in section("signs", session_figures(session())).meaning


def test_a_hidden_band_is_told_as_hidden_wherever_it_was_noted() -> None:
    """Without the sessions, which would say nothing of it."""
    two = [session(uid="1", heads=30, women=2), session(uid="2", heads=25)]
    about = section("about", figures(sums_of(two), Scope(sessions=2)))
    assert about.rows[-1] == ("Women", "hidden (<5)")


numbers = st.integers(0, 60)
counts = st.one_of(st.just(FEW), numbers)
rates = st.one_of(
    st.none(),
    st.just(FEW),
    st.integers(5, 60).flatmap(lambda of: st.builds(Rate, st.integers(0, of), st.just(of))),
)
names = st.text(max_size=12)
any_figures = st.builds(
    Figures,
    scope=st.builds(
        Scope,
        village=names,
        days=st.lists(st.sampled_from(("2026-01-01", "2026-02-28"))).map(tuple),
        sessions=st.integers(0, 5),
        gathered=st.integers(0, 5),
        odd_days=st.integers(0, 2),
    ),
    attendance=st.builds(
        Attendance, counts, st.none() | counts, st.none() | counts, st.none(),
        st.none() | st.builds(Noted, numbers, numbers), small=st.integers(0, 2),
    ),
    villages=st.lists(st.builds(Village, names, numbers, numbers), max_size=3).map(tuple),
    objectives=st.lists(
        st.builds(
            ObjectiveFigure, names, rates, rates, numbers,
            st.none() | st.floats(-9, 1), st.none() | st.sampled_from(Withheld),
        ),
        max_size=3,
    ).map(tuple),
    discernment=st.builds(Discernment, rates, rates, rates, rates, st.booleans(), st.booleans()),
    beliefs=st.lists(st.builds(BeliefFigure, names, names, rates, rates), max_size=3).map(tuple),
    beliefs_held=st.integers(0, 12),
    signs=st.builds(Signs, st.integers(1, 9), rates, rates, st.integers(0, 9)),
    by_hands=st.integers(0, 2),
    on_slips=st.integers(0, 2),
    marked=st.lists(st.tuples(names, st.integers(1, 9)), max_size=3).map(tuple),
    times=st.lists(
        st.builds(
            PartTime, st.sampled_from(Part), st.integers(0, 9999), st.integers(0, 9999),
            st.integers(1, 5),
        ),
        max_size=4,
    ).map(tuple),
    words=st.dictionaries(st.sampled_from(("id", "en")), st.dictionaries(names, names)),
)  # fmt: skip


@given(any_figures, st.sampled_from((EN, ID)))
def test_whatever_the_figures_every_section_can_be_drawn(report: Figures, lang: Language) -> None:
    """Rows are as long as their header, bars as many as rows and from 0 to 1, and each says what it means."""
    for one in sections(report, lang):
        assert one.title
        assert one.meaning
        assert bool(one.header) == bool(one.rows)
        assert all(len(row) == len(one.header) for row in one.rows)
        assert len(one.bars) in (0, len(one.rows))
        for bar in one.bars:
            assert all(length is None or 0 <= length <= 1 for length in bar)


@pytest.mark.parametrize("lang", [EN, ID], ids=["en", "id"])
def test_no_offer_is_called_safe_and_nobody_is_ranked(lang: Language) -> None:
    """Neither in a sentence nor in a heading."""
    two = [session(uid=v, village=v) for v in ("A", "B")]
    reports = (whole_session(), figures(sums_of(two), Scope(sessions=2)))
    said = " ".join(
        " ".join((one.title, one.meaning, one.warning, *one.header, *(w for r in one.rows for w in r)))
        for report in reports
        for one in sections(report, lang)
    ).lower()  # fmt: skip
    words = set(said.replace(",", " ").replace(".", " ").split())
    assert not words & {"safe", "aman", "best", "worst", "terbaik", "terburuk", "peringkat"}
