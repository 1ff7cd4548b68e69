"""Learning alone: pages, all six kinds of question, what is said back, and the result."""

from __future__ import annotations

from dataclasses import replace

import pytest
from screen.conftest import Drive, Seat
from screen.sample import course

from toolkit.content.load import Loaded
from toolkit.records.journal import Journal
from toolkit.session.run import Phase

RIGHT = {
    "q-choice": ["wait"],
    "q-multiple": ["desa", "dinas"],
    "q-true": ["false"],
    "q-order": ["keep", "ask", "decide"],
    "q-match": ["pass", "work", "danger"],
    "q-spot": ["urgent", "secret"],
}
WRONG = {
    "q-choice": ["pay"],
    "q-multiple": ["calo", "desa"],
    "q-true": ["true"],
    "q-order": ["decide", "keep", "ask"],
    "q-match": ["danger", "work", "pass"],
    "q-spot": ["hello", "urgent"],
}
REPLIES = {
    "q-choice": ["Some people think: What is quick is good", "Pay to be sure of a place - your answer, not right",
                 "Wait, then check - the right answer"],
    "q-multiple": ["Only the sender of the message - your answer, not right",
                   "The manpower office - the right answer", "The village office - your answer, and right"],
    "q-true": ["Some people think: A friend cannot be mistaken", "Yes, that is so - your answer, not right",
               "No, that is not so - the right answer"],
    "q-order": ["Some people think: Decide now, ask later", "3. Only then decide - you put it at place 1"],
    "q-match": ["A passport → Immigration - you chose: The police", "A vacancy → Manpower office - correct"],
    "q-spot": ["Some people think: A greeting is suspicious", "marked, but no warning sign",
               "Tell nobody. - warning sign, missed = kept secret from the family",
               "You must leave tonight. - warning sign, found = hurry, so that nobody checks"],
}  # fmt: skip


def only(question: str) -> Loaded:
    """The course with a single question."""
    loaded = course()
    library = loaded.library
    quiz = replace(library.quizzes["offer"], questions=(library.questions[question],))
    return replace(loaded, library=replace(library, quizzes={"offer": quiz}))


async def to_the_questions(seat: Seat) -> None:
    """Through the three pages."""
    await seat.press("pagedown", "pagedown", "pagedown")


@pytest.mark.parametrize("question", RIGHT)
def test_a_missed_question_is_answered_in_words_and_comes_back(drive: Drive, question: str) -> None:
    """A wrong answer is marked by sign and word, its belief answered; it returns until it is known."""

    async def story(seat: Seat) -> None:
        await to_the_questions(seat)
        await seat.answer(*WRONG[question])
        assert "[✗] Not yet." in seat.text
        for words in REPLIES[question]:
            assert words in seat.said
        assert "This question comes back at the end." in seat.said
        await seat.press("pagedown")
        assert "[!] You missed this one before." in seat.text
        await seat.answer(*RIGHT[question])
        assert "[✓] That is right." in seat.text
        assert "See the result" in seat.text
        await seat.press("enter")
        assert "You knew 0 of 1 at the first try." in seat.text

    drive(story, loaded=only(question), lesson="offer", size=(80, 40))


def test_the_pages_go_forward_and_back_and_say_where_one_is(drive: Drive) -> None:
    """Every key that turns pages turns them, and the line below counts them."""

    async def story(seat: Seat) -> None:
        assert "Page 1 of 3" in seat.text
        assert "PgUp" not in seat.text
        for forward, back in [
            ("pagedown", "pageup"),
            ("right", "left"),
            ("n", "p"),
            ("space", "left"),
        ]:
            assert "Page 2 of 3" in await seat.press(forward)
            assert "Page 1 of 3" in await seat.press(back)
        assert "Page 1 of 3" in await seat.press("pageup", "left", "p")
        await seat.press("enter", "enter")
        assert "PgDn To the questions" in seat.text

    drive(story, lesson="offer")


def test_down_shows_the_rest_of_a_page(drive: Drive) -> None:
    """What does not fit is announced, and the arrow and the wheel bring it."""

    async def story(seat: Seat) -> None:
        assert "▼ more below" in seat.text
        assert "Whom would you talk to" not in seat.said
        await seat.press(*["down"] * 12)
        assert "Whom would you talk to first?" in seat.said
        assert "▲ more above" in seat.text
        await seat.press(*["up"] * 12)
        assert "▼ more below" in seat.text
        await seat.click("more below")
        assert "Page 1 of 3" in seat.text
        assert "Whom would you talk to first?" in seat.said

    drive(story, lesson="offer", size=(60, 18))


def test_a_lesson_can_be_learned_with_the_mouse_alone(drive: Drive) -> None:
    """Rows, keys at the foot and the way home all answer to a click."""

    async def story(seat: Seat) -> None:
        await seat.click("Working on ships")
        assert "Page 1 of 3" in seat.text
        await seat.click("Lessons")
        await seat.click("A job offer by message")
        for _ in range(3):
            await seat.click("PgDn")
        await seat.click("Wait, then check")
        assert "That is right." in seat.text
        await seat.click("Next question")
        await seat.click("The village office")
        await seat.click("The manpower office")
        await seat.click("PgDn Done")
        assert "That is right." in seat.text

    drive(story, loaded=course(lessons=2))


def test_a_double_click_is_one_click(drive: Drive) -> None:
    """Who clicks twice sees the reply to the answer, and the other language, not what follows."""

    async def story(seat: Seat) -> None:
        await to_the_questions(seat)
        row = next(y for y, line in enumerate(seat.text.split("\n")) if "Wait, then" in line)
        await seat.pilot.click(offset=(12, row), times=2)
        assert "That is right." in seat.text
        foot = len(seat.text.split("\n")) - 1
        x = seat.text.split("\n")[foot].index("F2")
        await seat.pilot.click(offset=(x, foot), times=2)
        assert seat.app.lang.code == "id"

    drive(story, loaded=only("q-choice"), lesson="offer", size=(80, 24))


def test_done_with_nothing_chosen_says_why_it_waits(drive: Drive) -> None:
    """Going on without an answer is no answer."""

    async def story(seat: Seat) -> None:
        await to_the_questions(seat)
        assert "Choose an answer first." in await seat.press("pagedown")
        assert "Choose an answer first." not in await seat.pick("desa")

    drive(story, loaded=only("q-multiple"), lesson="offer")


def test_an_order_is_built_step_by_step_and_taken_back(drive: Drive) -> None:
    """A picked step shows its place; picking it again or Backspace frees it."""

    async def story(seat: Seat) -> None:
        await to_the_questions(seat)
        assert "Choose all of them first." in await seat.press("pagedown")
        await seat.pick("ask", "keep")
        assert "[1] Ask at the village office - place 1" in seat.said
        assert "[2] Keep the message - place 2" in seat.said
        await seat.pick("ask")
        assert "[1] Keep the message - place 1" in seat.said
        await seat.press("backspace")
        assert "place" not in seat.text
        await seat.pick("keep", "ask", "decide")
        await seat.press("enter")
        assert "That is right." in seat.text

    drive(story, loaded=only("q-order"), lesson="offer")


def test_a_pair_taken_back_leaves_the_other_pairs_joined(drive: Drive) -> None:
    """Freeing one pair of a match keeps the rest as it was."""

    async def story(seat: Seat) -> None:
        await to_the_questions(seat)
        assert "A. A passport → ?" in seat.text
        assert "What belongs to A?" in seat.text
        await seat.pick("pass", "work")
        assert "[B] Manpower office - pair B" in seat.said
        await seat.pick("pass")
        assert "What belongs to A?" in seat.text
        assert "[B] Manpower office - pair B" in seat.said
        await seat.pick("pass", "danger")
        assert "All are joined." in seat.text
        await seat.press("enter")
        assert "That is right." in seat.text

    drive(story, loaded=only("q-match"), lesson="offer")


def test_the_result_names_what_to_read_again_and_brings_one_back(drive: Drive) -> None:
    """A page opened from the result leads back to it, by Esc and by turning on to the end."""

    async def story(seat: Seat) -> None:
        await to_the_questions(seat)
        await seat.answer("pay")
        await seat.press("pagedown")
        await seat.answer("wait")
        await seat.press("pagedown")
        assert "Worth reading again:" in seat.text
        assert "By now you know all of them." in seat.text
        assert "Wait first, check first." in seat.text
        await seat.press("1")
        assert "Page 1 of 3" in seat.text
        assert "Esc To the result" in seat.text
        await seat.press("escape")
        assert "You knew 0 of 1 at the first try." in seat.text
        await seat.press("1", "pagedown", "pagedown")
        assert "PgDn To the result" in seat.text
        await seat.press("pagedown")
        assert "You knew 0 of 1 at the first try." in seat.text
        await seat.press("escape")
        assert "Choose a lesson" in seat.text
        assert "going on" not in seat.text

    drive(story, loaded=only("q-choice"), lesson="offer")


def test_reading_again_in_the_middle_of_a_question_keeps_what_was_picked(drive: Drive) -> None:
    """The pages are a key away from a question, and the answer being built waits."""

    async def story(seat: Seat) -> None:
        await to_the_questions(seat)
        await seat.pick("desa")
        await seat.press("pageup")
        assert "Page 3 of 3" in seat.text
        await seat.press("escape")
        assert "The village office - chosen" in seat.said

    drive(story, loaded=only("q-multiple"), lesson="offer")


def test_a_lesson_without_questions_ends_well(drive: Drive, journal: Journal) -> None:
    """Read to the end, and that is that: a result without numbers, and nothing left unfinished."""
    loaded = course()
    bare = replace(loaded, library=replace(loaded.library, quizzes={}))

    async def story(seat: Seat) -> None:
        await seat.press("pagedown", "pagedown")
        assert "PgDn To the end" in seat.text
        await seat.press("pagedown")
        assert "You have read the whole lesson." in seat.text
        assert seat.app.screen.state.phase is Phase.DONE

    drive(story, loaded=bare, lesson="offer")
    assert journal.unfinished() == ()


@pytest.mark.parametrize("question", ["q-multiple", "q-order"])
def test_next_never_overtakes_what_was_typed_before_it(drive: Drive, question: str) -> None:
    """Digits and PgDn in one burst: what is handed in is what was typed."""

    async def story(seat: Seat) -> None:
        await to_the_questions(seat)
        ids = seat.app.screen.kept.draft.ids
        # As on an old laptop: all keys wait already when the first of them is looked at.
        for key in (*(str(ids.index(one) + 1) for one in RIGHT[question]), "pagedown"):
            seat.app.simulate_key(key)
        await seat.until("That is right.")
        for key in ("enter", "1"):
            seat.app.simulate_key(key)
        await seat.until("You knew 1 of 1 at the first try.")

    drive(story, loaded=only(question), lesson="offer", size=(80, 40))


def test_a_few_questions_later_are_not_called_everything(drive: Drive) -> None:
    """After what was kept for a month the result speaks of these questions only."""
    loaded = only("q-true")
    quiz = replace(loaded.library.quizzes["offer"], refresher=("q-true",))
    loaded = replace(loaded, library=replace(loaded.library, quizzes={"offer": quiz}))

    async def story(seat: Seat) -> None:
        seat.app.remember("offer")
        await seat.settled()
        await seat.answer("true")
        await seat.press("pagedown")
        await seat.answer("false")
        await seat.press("pagedown")
        assert "By now this question is right." in seat.text
        assert "all of them" not in seat.text

    async def at_once(seat: Seat) -> None:
        await seat.press("pagedown", "pagedown", "pagedown")
        assert "1 more question, better in a month" in seat.text

    drive(story, loaded=loaded, size=(80, 40))
    drive(at_once, loaded=loaded, lesson="offer", size=(80, 40))
