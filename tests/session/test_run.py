"""A run: pages, questions until known, and a state that is only ever its events."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.session.answers import PLAYABLE, Answer, choices, judge, solution
from toolkit.session.run import (
    Answered,
    Continued,
    Event,
    Impossible,
    PagesOpened,
    Phase,
    QuizOpened,
    Run,
    Started,
    Turned,
    after,
    fold,
    options,
    outcome,
    question,
    start,
)

LIBRARY = open_library(as_of=RELEASED).library
LESSON = "recruitment"


def opened(library: Library) -> list[Event]:
    """A run that has come to its quiz."""
    return [start(LESSON, "seed", library), QuizOpened()]


def wrong(run: Run, library: Library) -> Answer:
    """An answer to the current question that is not right."""
    asked = question(run, library)
    shown, right = options(run, library), solution(asked)
    if len(right) == len(shown):
        return tuple(reversed(right))
    return (next(one for one in shown if one not in right),)


def test_pages_turn_forward_and_back(library: Library) -> None:
    """The page is where the learner is; past the last page there is none."""
    run = fold([start(LESSON, "s", library), Turned(3), Turned(2)], library)
    assert (run.phase, run.page) == (Phase.READING, 2)
    assert fold([start(LESSON, "s", library), Turned(999)], library).page == 8


def test_a_missed_question_comes_back_at_the_end_until_known(library: Library) -> None:
    """Missing the first question puts it behind the last; only knowing it ends the quiz."""
    run = fold(opened(library), library)
    first, count = run.queue[0], len(run.queue)
    for _ in range(2):
        while run.queue[0] != first:
            run = after(run, Answered(run.queue[0], solution(question(run, library))), library)
            run = after(run, Continued(), library)
        run = after(run, Answered(first, wrong(run, library)), library)
        run = after(run, Continued(), library)
        assert run.queue[-1] == first
    assert run.queue == (first,)
    assert run.repeating
    run = after(run, Answered(first, solution(question(run, library))), library)
    run = after(run, Continued(), library)
    assert run.phase is run.quiz_phase
    assert run.queue == ()
    result = outcome(run, library)
    assert (result.right, result.total) == (count - 1, count)


def test_what_to_read_again_follows_from_what_was_missed(library: Library) -> None:
    """The pages of the missed question's objective, and no others."""
    run = fold(opened(library), library)
    asked = question(run, library)
    run = after(run, Answered(asked.id, wrong(run, library)), library)
    pages = library.lessons[LESSON].pages
    assert outcome(run, library).again == tuple(
        number for number, page in enumerate(pages) if asked.objective in page.objectives
    )


def test_reading_again_in_the_middle_of_the_quiz_loses_nothing(library: Library) -> None:
    """From a reply to the pages and back, the same reply is still there."""
    run = fold(opened(library), library)
    answered = after(run, Answered(run.queue[0], wrong(run, library)), library)
    reading = after(answered, PagesOpened(4), library)
    assert (reading.phase, reading.page) == (Phase.READING, 4)
    back = after(reading, QuizOpened(), library)
    assert (back.phase, back.given, back.queue) == (Phase.ANSWERED, answered.given, answered.queue)


def test_options_are_mixed_the_same_way_each_time(library: Library) -> None:
    """After a power cut the question looks as before; another run mixes anew."""
    orders = set()
    for seed in "abcdef":
        run = fold([start(LESSON, seed, library), QuizOpened()], library)
        assert options(run, library) == options(run, library)
        orders.add(options(run, library))
    assert len(orders) > 1


def test_an_order_question_never_starts_solved() -> None:
    """There is always something to put in order."""
    for asked in LIBRARY.questions.values():
        if type(asked).__name__ in ("Order", "Match"):
            for seed in range(40):
                assert choices(asked, str(seed)) != solution(asked)


def test_a_question_taken_out_of_the_quiz_makes_the_run_impossible(library: Library) -> None:
    """A run of yesterday's quiz is told apart from a damaged one and never crashes."""
    with pytest.raises(Impossible):
        fold([Started(LESSON, "s", ("rc-01", "gone-99"))], library)
    with pytest.raises(Impossible):
        fold([Started("gone", "s", ())], library)


@pytest.mark.parametrize(
    "asked",
    [one for one in LIBRARY.questions.values() if isinstance(one, PLAYABLE)],
    ids=lambda q: q.id,
)
def test_every_question_of_ours_can_be_answered(asked: object) -> None:
    """The solution is judged right; any single change to it is judged wrong and gets a reply."""
    right = solution(asked)  # type: ignore[arg-type]
    verdict = judge(asked, right)  # type: ignore[arg-type]
    assert verdict.right
    assert verdict.remarks
    shown = choices(asked, "x")  # type: ignore[arg-type]
    others = [tuple(reversed(right))] if len(right) == len(shown) else [(one,) for one in shown]
    for answer in others:
        if set(answer) != set(right) or len(right) == len(shown):
            missed = judge(asked, answer)  # type: ignore[arg-type]
            assert not missed.right
            assert missed.remarks


def test_each_mistake_that_a_question_names_gets_its_reply() -> None:
    """The belief behind a usual mistake is answered when that mistake is made."""
    for asked in LIBRARY.questions.values():
        for mistake in getattr(asked, "mistakes", ()):
            right = solution(asked)
            name = type(asked).__name__
            if name == "Order":
                early, late = mistake.about
                rest = [one for one in right if one != early]
                rest.insert(rest.index(late), early)
                answer = tuple(rest)
            elif name == "Match":
                left, other = mistake.about
                swap = {left: other, other: left}
                answer = tuple(swap.get(one, one) for one in right)
            else:
                answer = tuple(set(right) ^ set(mistake.about))
            beliefs = [remark.belief for remark in judge(asked, answer).remarks]
            assert mistake.belief in beliefs, (asked.id, mistake.about)


EVENTS = st.one_of(
    st.builds(Turned, st.integers(0, 12)),
    st.builds(PagesOpened, st.integers(0, 12)),
    st.just(QuizOpened()),
    st.just(Continued()),
    st.just("right"),
    st.just("wrong"),
)


@settings(max_examples=100)
@given(keys=st.lists(EVENTS, max_size=80), seed=st.text(max_size=4))
def test_whatever_is_pressed_the_state_is_the_fold_of_what_happened(
    keys: list[object], seed: str
) -> None:
    """No order of keys breaks a run; what it refuses leaves it as it was; replaying it gives it back."""
    events: list[Event] = [start(LESSON, seed, LIBRARY)]
    run = fold(events, LIBRARY)
    for key in keys:
        event = key
        if isinstance(key, str):
            if not run.queue:
                continue
            right = key == "right"
            answer = solution(question(run, LIBRARY)) if right else wrong(run, LIBRARY)
            event = Answered(run.queue[0], answer)
        try:
            run = after(run, event, LIBRARY)  # type: ignore[arg-type]
        except Impossible:
            continue
        events.append(event)  # type: ignore[arg-type]
        known = {one for one, right in run.first.items() if right}
        assert set(run.queue) >= set(run.questions) - set(run.first)
        assert run.phase is not Phase.DONE or not run.queue
        assert known <= set(run.questions)
    assert fold(events, LIBRARY) == run
