"""The preview: a lesson as the hall sees it, with every page, question and reply in reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from screen.conftest import Drive, Seat
from screen.workshop import LESSON_FILE, QUIZ, QUIZ_FILE, Workshop

from toolkit.records.journal import Journal


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)])
@pytest.mark.parametrize("code", ["id", "en"])
def test_a_page_stands_as_it_will_in_the_hall(
    drive: Drive, shop: Workshop, size: tuple[int, int], code: str
) -> None:
    """Between top and foot every line of pages and questions is the hall's, in the same place."""
    seen: dict[str, list[list[str]]] = {"hall": [], "preview": []}

    def walk(where: str) -> object:
        async def story(seat: Seat) -> None:
            for key in ("", "pagedown", "pagedown", "pagedown", "1"):
                if key:
                    await seat.press(key)
                height = seat.app.screen.sheet.size.height
                seen[where].append([str(height), *seat.text.split("\n")[1 : height + 1]])

        return story

    # A kind whose choices are never mixed.
    shop.save(QUIZ_FILE, QUIZ[: QUIZ.index("  - id: sh-01")] + QUIZ[QUIZ.index("  - id: sh-02") :])
    hall, preview = shop.bench(None), shop.bench(LESSON_FILE, lambda *_: Path())
    drive(walk("preview"), bench=preview, lang=code, size=size)
    drive(walk("hall"), bench=hall, lesson="ship", lang=code, size=size)
    assert seen["preview"][:-1] == seen["hall"][:-1]
    # A reply has one more line here, which leads back to its question.
    assert seen["preview"][-1][0] == seen["hall"][-1][0]


def test_a_quiz_file_opens_at_its_first_question(drive: Drive, shop: Workshop) -> None:
    """The pages are one key away, as in the hall."""

    async def story(seat: Seat) -> None:
        assert "What first?" in seat.text
        assert "Preview | Working on ships" in seat.text
        assert "Papers" in await seat.press("pageup")

    drive(story, bench=shop.bench(QUIZ_FILE))


def test_every_page_question_and_the_end_is_two_keys_away(drive: Drive, shop: Workshop) -> None:
    """The contents go straight there, from anywhere."""

    async def story(seat: Seat) -> None:
        shown = await seat.press("f8")
        assert "Page 2: The captain" in shown
        assert "Question 2: A captain has a name." in shown
        assert "Page 2 of 3" in await seat.press("2")
        await seat.press("f8", *["down"] * 3)
        assert "Question 2 of 2" in await seat.press("enter")
        await seat.press("g", *["down"] * 9)
        assert "End of the lesson" in await seat.press("enter")
        assert "Page 1 of 3" in await seat.press("f8", "1")
        assert "Page 1 of 3" in await seat.press("f8", "f8")

    drive(story, bench=shop.bench(LESSON_FILE))


def test_every_reply_can_be_read(drive: Drive, shop: Workshop) -> None:
    """After one reply the same question can be answered again, and another reply read."""

    async def story(seat: Seat) -> None:
        await seat.answer("b")
        assert "Signing can wait." in seat.text
        await seat.click("Preview: answer this question again")
        assert "Question 1 of 2" in await seat.settled()
        await seat.answer("a")
        assert "Reading comes first." in seat.text

    drive(story, bench=shop.bench(QUIZ_FILE))


def test_nothing_of_a_preview_is_kept(drive: Drive, shop: Workshop, journal: Journal) -> None:
    """No run is in the journal, and no place in the lesson is promised."""

    async def story(seat: Seat) -> None:
        await seat.press("pagedown", "pagedown", "pagedown")
        await seat.answer("b")
        await seat.press("f10")

    app = drive(story, bench=shop.bench(LESSON_FILE))
    assert not journal.unfinished()
    assert not journal.broken_off()
    assert not app.in_lesson
