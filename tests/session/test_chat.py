"""A chat: its state is only ever the replies chosen, and each of them can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screen.chat_sample import chatting, scenario

from toolkit.content.library import Library
from toolkit.content.offer import Reply, Scenario, Turn
from toolkit.content.quiz import Chat
from toolkit.content.text import Text, parse
from toolkit.records.events import read, written
from toolkit.records.journal import Journal
from toolkit.records.kept_run import KeptRun, left_off
from toolkit.session.answers import solution
from toolkit.session.chat import (
    NoSuchReply,
    chats_for,
    numbered,
    resumed,
    taken_back,
    talking,
)
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
    Talked,
    after,
    fold,
    outcome,
    question,
    start,
    talking_now,
)

COUSIN = scenario()
COURSE = chatting().library


@st.composite
def chats(draw: st.DrawFn) -> Scenario:
    """Chats without circles: each turn leads to later ones, and the last one ends."""
    many = draw(st.integers(1, 12))
    turns = []
    for at in range(many):
        nexts = draw(st.lists(st.integers(at + 1, many - 1), max_size=4)) if at < many - 1 else []
        words = Text({"id": parse(f"t{at}")})
        replies = tuple(Reply(f"r{n}", words, f"t{to}") for n, to in enumerate(nexts))
        debrief = None if replies else words
        turns.append(Turn(f"t{at}", (words,), replies, debrief))
    words = Text({"id": parse("x")})
    return Scenario("made", words, words, tuple(turns))


@given(made=chats(), picks=st.lists(st.integers(0, 3), max_size=15))
def test_every_way_through_a_chat_is_what_was_replied(made: Scenario, picks: list[int]) -> None:
    """Whatever is chosen, the state follows from it; each step back is the state before it."""
    now = talking(made, ())
    states = [now]
    for pick in picks:
        if now.ended:
            break
        now = talking(made, now.answered(now.replies[pick % len(now.replies)].id))
        states.append(now)
    assert [one.turn for one in states[:-1]] == [gone.turn for gone in now.gone]
    assert now.ended == (now.turn.debrief is not None)
    for before in reversed(states[:-1]):
        now = talking(made, taken_back(now.talk))
        assert now == before
    assert taken_back(now.talk) == ()


def test_a_reply_that_is_not_there_is_none() -> None:
    """Of another turn, of no turn, and after the end; a chat that was changed begins again."""
    for strange in (("home",), ("gone",), ("ask", "where"), ("where", "ktp", "where")):
        with pytest.raises(NoSuchReply):
            talking(COUSIN, strange)
        assert resumed(COUSIN, strange).gone == ()


@given(made=chats())
def test_the_numbers_for_paper_begin_at_one_and_are_always_the_same(made: Scenario) -> None:
    """Each turn has its own, the first turn has the first."""
    numbers = numbered(made)
    assert sorted(numbers.values()) == list(range(1, len(made.turns) + 1))
    assert numbers[made.turns[0].id] == 1
    assert numbers == numbered(made)


def test_nobody_reads_on_by_accident() -> None:
    """Where it can be helped, no reply leads to the very next number."""
    numbers = numbered(COUSIN)
    led = [(numbers[t.id], numbers[r.next]) for t in COUSIN.turns for r in t.replies]
    assert all(to - at != 1 for at, to in led)


def test_the_chats_of_some_lessons_come_first_and_each_once() -> None:
    """A chat of two quizzes is offered once."""
    asked = COURSE.questions["q-chat"]
    assert isinstance(asked, Chat)
    again = replace(asked, id="q-again")
    more = replace(asked, id="q-more", scenario="other")
    quiz = COURSE.quizzes["offer"]
    library = replace(
        COURSE,
        lessons={**COURSE.lessons, "second": replace(COURSE.lessons["offer"], id="second")},
        scenarios={**COURSE.scenarios, "other": replace(COUSIN, id="other")},
        quizzes={"offer": quiz, "second": replace(quiz, lesson="second", questions=(more, again))},
    )
    assert [one.scenario for one in chats_for((), library)] == ["cousin", "other"]
    assert [one.scenario for one in chats_for(("second",), library)] == ["other", "cousin"]


def played(library: Library = COURSE) -> Run:
    """A run that has answered everything and come to its chat."""
    run = fold([start("offer", "seed", library), QuizOpened()], library)
    while run.phase is not Phase.CHATTING:
        run = after(run, Answered(run.queue[0], solution(question(run, library))), library)
        run = after(run, Continued(), library)
    return run


def test_a_chat_comes_after_all_questions_and_counts_for_nothing() -> None:
    """It stands in the middle of the quiz; neither the score nor what to read again knows of it."""
    run = played()
    assert run.chats == ("q-chat",)
    before = outcome(run, COURSE)
    assert before.total == len(COURSE.quizzes["offer"].questions) - 1
    run = after(run, Talked("q-chat", ("glad", "ktp")), COURSE)
    assert talking_now(run, COURSE).turn.id == "sent"
    run = after(run, Continued(), COURSE)
    assert (run.phase, run.chats, outcome(run, COURSE)) == (Phase.DONE, (), before)


def test_a_quiz_with_nothing_but_a_chat_is_played() -> None:
    """From the pages straight to the chat, and from the chat to the pages and back."""
    library = chatting(only=True).library
    run = fold([start("offer", "seed", library), QuizOpened()], library)
    assert run.phase is Phase.CHATTING
    run = fold(
        [start("offer", "seed", library), QuizOpened(), Talked("q-chat", ("glad",)), PagesOpened(1), QuizOpened()],
        library,
    )  # fmt: skip
    assert (run.phase, run.talk) == (Phase.CHATTING, ("glad",))
    assert after(run, Continued(), library).phase is Phase.DONE


@given(
    talks=st.lists(
        st.lists(st.sampled_from(["where", "glad", "ask", "home", "ktp"]), max_size=3).map(tuple),
        max_size=4,
    )
)
def test_whatever_was_kept_of_a_chat_is_played_on(talks: list[tuple[str, ...]]) -> None:
    """Each line on the disk stands for the whole talk; one that no longer fits begins it again."""
    run = played()
    for talk in talks:
        event: Event = read(written(Talked("q-chat", talk)))
        run = after(run, event, COURSE)
        assert run.talk in (talk, ())
        assert talking_now(run, COURSE).talk == run.talk


def test_a_run_of_before_chats_were_played_still_opens() -> None:
    """Its line knows nothing of them, and it ends with its last question."""
    old = read('{"event":"started","lesson":"offer","seed":"s","questions":["q-choice"]}')
    run = fold([old, QuizOpened(), Answered("q-choice", ("wait",)), Continued()], COURSE)
    assert run.phase is Phase.DONE


def test_what_does_not_belong_to_the_chat_is_impossible() -> None:
    """Another question's reply, a reply among the questions, an end of what was never begun."""
    with pytest.raises(Impossible):
        after(played(), Talked("q-other", ("glad",)), COURSE)
    with pytest.raises(Impossible):
        fold([start("offer", "s", COURSE), QuizOpened(), Talked("q-chat", ())], COURSE)
    with pytest.raises(Impossible):
        after(played(), Continued("q-other"), COURSE)
    with pytest.raises(Impossible):
        after(after(played(), Continued("q-chat"), COURSE), Continued("q-chat"), COURSE)


def test_a_question_that_is_no_chat_any_more_is_passed_by() -> None:
    """A trainer made a choice of it; the run goes on without it."""
    run = fold([Started("offer", "s", (), ("q-choice",)), QuizOpened()], COURSE)
    assert run.phase is Phase.DONE


def two_chats() -> Library:
    """The course with a second chat at the end of its quiz."""
    asked = COURSE.questions["q-chat"]
    assert isinstance(asked, Chat)
    more = replace(asked, id="q-more", scenario="other")
    quiz = COURSE.quizzes["offer"]
    return replace(
        COURSE,
        questions={**COURSE.questions, "q-more": more},
        scenarios={**COURSE.scenarios, "other": replace(COUSIN, id="other")},
        quizzes={"offer": replace(quiz, questions=(*quiz.questions, more))},
    )


def without_question(library: Library) -> Library:
    """The first chat's question was taken out of the quiz."""
    quiz = library.quizzes["offer"]
    asked = {one: q for one, q in library.questions.items() if one != "q-chat"}
    left = tuple(one for one in quiz.questions if one.id != "q-chat")
    return replace(library, questions=asked, quizzes={"offer": replace(quiz, questions=left)})


def without_scenario(library: Library) -> Library:
    """The first chat's own file was left out."""
    there = {one: made for one, made in library.scenarios.items() if one != "cousin"}
    return replace(library, scenarios=there)


def answered(library: Library) -> list[Event]:
    """A run that has answered everything and come to its chats."""
    events: list[Event] = [start("offer", "seed", library), QuizOpened()]
    while (run := fold(events, library)).phase is not Phase.CHATTING:
        events += [Answered(run.queue[0], solution(question(run, library))), Continued()]
    return events


@pytest.mark.parametrize("changed", [without_question, without_scenario])
def test_no_answer_is_lost_with_a_chat(
    changed: Callable[[Library], Library], tmp_path: Path
) -> None:
    """After one reply in the only chat: the run is offered, and what is left of it is its result."""
    journal = Journal(tmp_path)
    events = [*answered(COURSE), Talked("q-chat", ("glad",)), PagesOpened(1), QuizOpened()]
    number = journal.begin(start("offer", "seed", COURSE))
    for event in events[1:]:
        journal.keep(number, event)
    ((unfinished, fits),) = left_off(journal, changed(COURSE))
    assert fits
    kept = KeptRun.resume(unfinished, journal, changed(COURSE))
    result = outcome(kept.run, changed(COURSE))
    assert (kept.run.phase, result.right) == (Phase.DONE, result.total)
    assert left_off(journal, changed(COURSE)) == ()


@pytest.mark.parametrize("changed", [without_question, without_scenario])
def test_after_the_first_of_two_chats_the_second_is_played_on(
    changed: Callable[[Library], Library],
) -> None:
    """Though the first is gone; and once it is there again, the run still stands where it stood."""
    both = two_chats()
    first = [*answered(both), Talked("q-chat", ("glad",)), Continued("q-chat")]
    run = fold(first, changed(both))
    assert (run.phase, run.chats, len(run.first)) == (
        Phase.CHATTING,
        ("q-more",),
        len(run.questions),
    )
    second = [*first, Talked("q-more", ("glad",))]
    assert fold(second, changed(both)).talk == fold(second, both).talk == ("glad",)
    assert fold([*second, Continued("q-more")], changed(both)).phase is Phase.DONE
    # Passed by when it was gone, it is not begun when it is back.
    skipped = [*answered(both), Talked("q-more", ("glad",))]
    assert fold(skipped, changed(both)).chats == fold(skipped, both).chats == ("q-more",)
