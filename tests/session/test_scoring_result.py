"""The result of a session: every counted vote, marks, times, words."""

from __future__ import annotations

from dataclasses import replace

from toolkit.content.lesson import Priority
from toolkit.session.agenda import Agenda, Item, Measure, Part, Setup, Step, When
from toolkit.session.hall import (
    Counted,
    Event,
    Hall,
    HeadsCounted,
    Marked,
    Opened,
    Reopened,
    Replanned,
    Returned,
    Revealed,
    Skipped,
    TakenBack,
    WentBack,
    WentOn,
    fold,
)
from toolkit.session.result import Result, Tally, result

ITEMS = (
    Item("q1", "choice", "papers", ("a", "b"), ("a",)),
    Item("q2", "choice", "papers", ("a", "b"), ("b",)),
    Item("quiz", "true_false", "papers", ("true", "false"), ("false",)),
    Item("view", "opinion", "papers", ("x", "y")),
    Item("ta", "verdict", "offers", ("worth_checking", "trap"), ("trap",)),
)


def asked(when: When, question: str) -> Step:
    """A count by hands."""
    part = Part(when.value)
    return Step(f"{when}:{question}", part, question, "l", "papers", 45, when=when)


def slip(when: When, form: str, question: str) -> Step:
    """A count of slips of one form."""
    name = f"slips:{when}:{form}:{question}"
    return Step(name, Part.SLIPS, question, "l", "papers", when=when, form=form)


OPENING, CLOSING = Step("opening", Part.OPENING, seconds=120), Step("closing", Part.CLOSING)
VIEW = Step("opinion:view", Part.OPINION, "view", "l", "papers", 180)
PAGE = Step("page", Part.LESSON, "p1", "l", "papers", 300)
QUIZ = Step("quiz:quiz", Part.QUIZ, "quiz", "l", "papers", 120)
BEFORE, AFTER = When.BEFORE, When.AFTER


def held(*steps: Step, events: list[tuple[int, Event]]) -> Hall:
    """A session with these steps after these events."""
    words = {
        "id": {"papers": "Surat", "q1": "Tanya 1", "q1.b": "Keyakinan", "unused": "Lain"},
        "xx": {"unused": "only"},
    }
    agenda = Agenda(steps, ITEMS, words)
    opened = Opened(Setup("Sukamaju", 30, 60, ("l",), Measure.HANDS), "2026-11-20", agenda)
    return fold([(0, opened), *events])


def kept(*steps: Step, events: list[Event]) -> Result:
    """The result of such a session; no time passes."""
    return result(held(*steps, events=[(0, event) for event in events]), "uid", len(events) + 1)


def brief(tallies: tuple[Tally, ...]) -> list[tuple[str, str, str, str, int]]:
    """What a tally says, without what follows from its question."""
    return [(t.when, t.form, t.question, t.option, t.hands) for t in tallies]


def test_every_count_of_the_tests_is_kept() -> None:
    """q1 was counted twice, q2 only after, on slips each form by itself."""
    found = kept(
        asked(BEFORE, "q1"), asked(BEFORE, "q2"), asked(AFTER, "q1"),
        asked(AFTER, "q2"), slip(AFTER, "b", "q2"), CLOSING,
        events=[
            Counted((10, 20)), WentOn(), Skipped(), Counted((25, 5)), WentOn(), Counted((9, 21)),
            WentOn(), Counted((4, 11)),
        ],
    )  # fmt: skip
    assert brief(found.tallies) == [
        ("before", "", "q1", "a", 10),
        ("before", "", "q1", "b", 20),
        ("after", "", "q1", "a", 25),
        ("after", "", "q1", "b", 5),
        ("after", "", "q2", "a", 9),
        ("after", "", "q2", "b", 21),
        ("after", "b", "q2", "a", 4),
        ("after", "b", "q2", "b", 11),
    ]
    assert [t.right for t in found.tallies] == [True, False, True, False, False, True, False, True]


def test_what_a_session_may_drop_is_kept_with_it() -> None:
    """So that a crowded page knows which objectives may go first; a must needs no word."""
    could = replace(asked(BEFORE, "ta"), objective="offers", priority=Priority.COULD)
    found = kept(
        asked(BEFORE, "q1"), could, CLOSING, events=[Counted((9, 9)), WentOn(), Counted((9, 9))]
    )
    assert found.priorities == {"offers": "could"}


def test_both_votes_of_the_group_quiz_are_kept_and_the_opinion() -> None:
    """First and second vote, and the opinion, under their own names; they are no test."""
    found = kept(
        VIEW, QUIZ, CLOSING,
        events=[Counted((12, 8)), WentOn(), Counted((20, 10)), Counted((8, 22)), Revealed()],
    )  # fmt: skip
    assert brief(found.tallies) == [
        ("opinion", "", "view", "x", 12),
        ("opinion", "", "view", "y", 8),
        ("first", "", "quiz", "true", 20),
        ("first", "", "quiz", "false", 10),
        ("second", "", "quiz", "true", 8),
        ("second", "", "quiz", "false", 22),
    ]


def test_what_was_skipped_without_a_count_or_taken_back_is_not_there() -> None:
    """A skipped question and a count that was a slip leave nothing behind."""
    found = kept(QUIZ, VIEW, CLOSING, events=[Skipped(), Counted((9, 9)), TakenBack(), WentOn()])
    assert found.tallies == ()
    assert found.words == {}


def test_a_vote_stays_though_a_shorter_plan_leaves_its_step_out() -> None:
    """Counted, gone back, and planned anew without that step: the hands were raised all the same."""
    found = kept(
        OPENING, VIEW, CLOSING,
        events=[WentOn(), Counted((12, 8)), WentBack(), Replanned(60, (CLOSING,))],
    )  # fmt: skip
    assert [tally.hands for tally in found.tallies] == [12, 8]


def test_questions_and_pages_are_marked_by_their_names() -> None:
    """A question by its id, a page with its lesson; a mark taken away again is none."""
    found = kept(
        OPENING, PAGE, QUIZ, VIEW, CLOSING,
        events=[WentOn(), Marked(), WentOn(), Marked(), WentOn(), Marked(), Marked()],
    )  # fmt: skip
    assert found.marked == ("l/p1", "quiz")


def test_a_page_marked_while_it_is_shown_again_is_named_as_a_page() -> None:
    """Once, though it was marked in its step too; not the question that it was opened from."""
    shown = [Reopened("l", "p1"), Marked(), Returned(), Reopened("m", "p2"), Marked()]
    found = kept(PAGE, QUIZ, CLOSING, events=[Marked(), WentOn(), *shown])
    assert found.marked == ("l/p1", "m/p2")


def test_the_answer_to_an_offer_is_marked_as_its_question() -> None:
    """What the room heard at the end is about the question that it voted on."""
    answer = Step("answers:ta", Part.ANSWERS, "ta", "l", "offers", 30)
    found = kept(asked(AFTER, "ta"), answer, CLOSING, events=[WentOn(), Marked()])
    assert found.marked == ("ta",)


def test_what_came_back_later_and_went_again_is_not_forgotten() -> None:
    """A step that the first plan had no time for: its mark and its time stay."""
    agenda = Agenda((OPENING, CLOSING), ITEMS, whole=(OPENING, PAGE, QUIZ, CLOSING))
    opened = Opened(Setup("Sukamaju", 30, 60, ("l",), Measure.HANDS), "2026-11-20", agenda)
    found = result(
        fold(
            [
                (0, opened), (10, Replanned(900, (PAGE, QUIZ, CLOSING))), (20, WentOn()),
                (50, Marked()), (60, WentBack()), (60, Replanned(60, (CLOSING,))),
            ]
        ), "uid", 6,
    )  # fmt: skip
    assert found.marked == ("l/p1",)
    assert (Part.LESSON, 0, 40) in found.times


def test_times_are_planned_by_the_first_plan_and_taken_as_they_were() -> None:
    """Seconds by part; a part that a later plan dropped keeps its plan; the summary has no time."""
    hall = held(
        OPENING, PAGE, QUIZ, CLOSING, Step("summary", Part.SUMMARY),
        events=[
            (100, WentOn()), (500, Replanned(60, (CLOSING, Step("summary", Part.SUMMARY)))),
            (550, WentOn()), (600, WentOn()), (9000, HeadsCounted(9)),
        ],
    )  # fmt: skip
    assert result(hall, "uid", 6).times == (
        (Part.OPENING, 120, 100),
        (Part.LESSON, 300, 450),
        (Part.QUIZ, 120, 0),
        (Part.CLOSING, 0, 50),
    )


def test_the_last_head_count_and_only_needed_words_are_kept() -> None:
    """Words of what was counted or marked, in each language that has any; nothing of the rest."""
    found = kept(asked(BEFORE, "q1"), CLOSING, events=[HeadsCounted(28), Counted((8, 20))])
    assert (found.heads, found.setup.heads, found.day) == (28, 30, "2026-11-20")
    assert found.words == {"id": {"papers": "Surat", "q1": "Tanya 1", "q1.b": "Keyakinan"}}
