"""The preview follows its file: through saves, mistakes, moments without it, and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from screen.conftest import Drive, Seat
from screen.workshop import LESSON_FILE, QUIZ, QUIZ_FILE, TITLE, Workshop

from toolkit.errors import Breakdown
from toolkit.language import said


def test_a_save_is_shown_at_the_same_page(drive: Drive, shop: Workshop) -> None:
    """By the page's id, even where a page has come before it; language and theme stay too."""

    async def story(seat: Seat) -> None:
        await seat.press("pagedown", "f3")
        shop.change(LESSON_FILE, "name.}\n", "name!}\n")
        await seat.until("Ask for the captain's name!", "Page 2 of 3")
        shop.change(
            LESSON_FILE,
            "pages:\n",
            "pages:\n  - id: new\n    icon: boat\n    title: {id: Baru, en: Brand new}\n"
            "    objectives: [ship.papers]\n    show:\n      - {id: Baru., en: New.}\n"
            "    say: {id: Baru., en: New.}\n    ask: {id: Baru?, en: New?}\n",
        )
        await seat.until("Page 3 of 4", "Ask for the captain's name!")

    drive(story, bench=shop.bench(LESSON_FILE))


def test_without_its_id_a_page_is_found_by_its_number(drive: Drive, shop: Workshop) -> None:
    """A renamed page is still the second one."""

    async def story(seat: Seat) -> None:
        await seat.press("pagedown")
        content = (shop.root / LESSON_FILE).read_text(encoding="utf-8")
        shop.save(
            LESSON_FILE, content.replace("captain\n", "chief\n").replace("captain}", "chief}")
        )
        await seat.until("The chief", "Page 2 of 3")

    drive(story, bench=shop.bench(LESSON_FILE))


def test_a_save_is_shown_at_the_same_question_and_reply(drive: Drive, shop: Workshop) -> None:
    """What was picked or answered stays so while the words around it change."""

    async def story(seat: Seat) -> None:
        await seat.answer("b")
        shop.change(QUIZ_FILE, "Signing can wait.", "Signing may wait.")
        await seat.until("Signing may wait.", "Not yet.")
        shop.change(QUIZ_FILE, "  - id: sh-02", "  - id: sh-03")
        await seat.until("Signing may wait.", "Question 1 of 2")
        await seat.press("pagedown")
        assert "A captain has a name." in seat.text
        shop.change(QUIZ_FILE, "A captain has a name.", "The captain has a name.")
        await seat.until("The captain has a name.", "Question 2 of 2")
        one = QUIZ[: QUIZ.index("  - id: sh-02")]
        shop.save(QUIZ_FILE, one)
        await seat.until("What first?", "Question 1 of 1")

    drive(story, bench=shop.bench(QUIZ_FILE))


def test_a_broken_file_shows_what_to_mend_and_mended_comes_back(
    drive: Drive, shop: Workshop
) -> None:
    """The same report as check's stands in the page's place; the page comes back by itself."""

    async def story(seat: Seat) -> None:
        await seat.press("pagedown", "pagedown")
        shop.change(LESSON_FILE, TITLE, "inggris: Ships")
        broken = await seat.until("Mend it:", "Why:", "^")
        assert "ship.yaml:7:3" in broken
        assert "inggris: Ships" in broken
        assert "F6: " in broken.split("\n")[0]
        shop.change(LESSON_FILE, "inggris: Ships", "en: Ships of today")
        await seat.until("Ships of today", "Page 3 of 3", without="Mend it:")

    drive(story, bench=shop.bench(LESSON_FILE), size=(100, 30))


def test_the_last_good_version_is_one_key_away_and_says_so(drive: Drive, shop: Workshop) -> None:
    """One can read on in it; it stays while the file stays broken, and goes when it is mended."""

    async def story(seat: Seat) -> None:
        await seat.press("pagedown")
        shop.change(LESSON_FILE, TITLE, "inggris: Ships")
        await seat.until("Mend it:")
        good = await seat.press("f6")
        assert "Last good version | Working on ships" in good.split("\n")[0]
        assert "This is the last good version." in good
        assert "Page 2 of 3" in good
        assert "Page 3 of 3" in await seat.press("pagedown")
        shop.change(LESSON_FILE, "inggris: Ships", "inggris: Boats")
        shop.change(LESSON_FILE, "order: 9", "order: 9\nwarna: biru")
        await seat.until("F6: 2 to mend")
        assert "Page 3 of 3" in seat.text
        assert "warna: biru" in await seat.press("f6")
        await seat.press("f6")
        shop.change(LESSON_FILE, "inggris: Boats", TITLE)
        shop.change(LESSON_FILE, "\nwarna: biru", "")
        await seat.until("Preview | Working on ships", "Page 3 of 3")
        assert "last good" not in seat.said

    drive(story, bench=shop.bench(LESSON_FILE), size=(100, 30))


def test_a_file_broken_from_the_start_opens_once_it_is_mended(drive: Drive, shop: Workshop) -> None:
    """There is no good version yet, and none is offered."""
    shop.change(LESSON_FILE, TITLE, "inggris: Ships")

    async def story(seat: Seat) -> None:
        assert "Mend it:" in seat.text
        assert "Last good version" not in seat.text
        before = seat.text
        assert await seat.press("f6", "f8", "f7") == before
        shop.change(LESSON_FILE, "inggris: Ships", TITLE)
        await seat.until("Page 1 of 3", "Read the papers first.")

    drive(story, bench=shop.bench(LESSON_FILE))


def test_a_broken_quiz_leaves_the_pages_to_be_seen(drive: Drive, shop: Workshop) -> None:
    """It is counted at the top, told by F6, and stands in the way only where it is asked."""

    async def story(seat: Seat) -> None:
        shop.change(QUIZ_FILE, "answer: true", "jawaban: true")
        await seat.until("F6: 1 to mend", "Read the papers first.")
        assert "jawaban: true" in await seat.press("f6")
        assert "Read the papers first." in await seat.press("f6")
        await seat.press("pagedown", "pagedown")
        assert "jawaban: true" in await seat.press("pagedown")
        assert "What first?" in await seat.press("f6")
        shop.change(QUIZ_FILE, "jawaban: true", "answer: true")
        await seat.until("What first?", without="Last good version")
        assert "Question 1 of 2" in seat.text

    drive(story, bench=shop.bench(LESSON_FILE))


def test_warnings_are_counted_and_do_not_hide_the_page(drive: Drive, shop: Workshop) -> None:
    """F6 opens and closes them."""
    shop.change(LESSON_FILE, "en: Working on ships", "en: Kerja di kapal")

    async def story(seat: Seat) -> None:
        assert "F6: 1 to look at" in seat.text.split("\n")[0]
        page = seat.text
        assert "Read the papers first." in page
        assert "Mend it:" in await seat.press("m")
        assert await seat.press("m") == page

    loaded = shop.read()
    assert not loaded.left_out
    drive(story, bench=shop.bench(LESSON_FILE))


def test_a_lost_file_is_said_to_be_lost(drive: Drive, shop: Workshop) -> None:
    """When it is back, so is the page; a file gone for a blink is never noticed."""

    async def story(seat: Seat) -> None:
        await seat.press("pagedown")
        path = shop.root / LESSON_FILE
        content = path.read_text(encoding="utf-8")
        path.unlink()
        await seat.until("This file is not there now.")
        assert "Last good version" in await seat.press("f6")
        path.write_text(content, encoding="utf-8")
        await seat.until("Preview | Working on ships", "Page 2 of 3")

    drive(story, bench=shop.bench(LESSON_FILE))


def test_a_change_under_help_or_in_the_dark_is_there_afterwards(
    drive: Drive, shop: Workshop
) -> None:
    """Nothing comes through a blank screen; what was saved meanwhile stands behind it."""

    async def story(seat: Seat) -> None:
        followed = seat.app._shelf
        for cover, back in (("f9", "f9"), ("f1", "f1")):
            covered = await seat.press(cover)
            before = followed.open()
            shop.change(LESSON_FILE, TITLE, "inggris: Ships")
            while followed.open() is before:
                await seat.pilot.pause(0.02)
            after = await seat.settled()
            assert after == covered if cover == "f9" else "Help" in after
            await seat.press(back)
            await seat.until("inggris: Ships", "Mend it:")
            shop.change(LESSON_FILE, "inggris: Ships", TITLE)
            await seat.until("Page 1 of 3")

    drive(story, bench=shop.bench(LESSON_FILE))


def test_our_own_mistake_in_reading_is_not_hushed_up(drive: Drive, shop: Workshop) -> None:
    """What is no trainer's mistake goes to the app's last wall, as any of ours does."""
    bench = shop.bench(LESSON_FILE)

    def read() -> object:
        if "Ships" in (shop.root / LESSON_FILE).read_text(encoding="utf-8"):
            raise RuntimeError("a mistake of ours")
        return bench.read()

    async def story(seat: Seat) -> None:
        shop.change(LESSON_FILE, TITLE, "en: Ships")
        while seat.app.is_running:
            await seat.pilot.pause(0.02)

    with pytest.raises(RuntimeError, match="a mistake of ours"):
        drive(story, bench=replace(bench, read=read))


def test_a_library_pulled_out_is_told_at_the_top(drive: Drive, shop: Workshop) -> None:
    """With a sentence, on the page that was open; the next good read takes it away."""
    bench = shop.bench(LESSON_FILE)
    out: list[bool] = []

    def read() -> object:
        if out:
            raise Breakdown(said("The stick is out."), said("Put it back in."))
        return bench.read()

    async def story(seat: Seat) -> None:
        out.append(True)
        shop.change(LESSON_FILE, TITLE, "en: Ships")
        await seat.until("The stick is out.", "Read the papers first.")
        out.clear()
        shop.change(LESSON_FILE, "en: Ships", "en: New ships")
        await seat.until("New ships", without="The stick is out.")

    drive(story, bench=replace(bench, read=read))
