"""The trainer's screen: every file of the library, how it fares, and the way to its preview."""

from __future__ import annotations

from screen.conftest import Drive, Seat
from screen.sample import course
from screen.workshop import TITLE, Workshop

from toolkit.records.journal import Journal


def test_it_lists_every_file_ones_own_first(drive: Drive, shop: Workshop) -> None:
    """Each with a sign and words for how it fares, named from its library's folder."""
    shop.save("lessons/broken.yaml", "lesson: broken\njudul: Rusak\n")

    async def story(seat: Seat) -> None:
        shown = await seat.press("f6")
        own = shown.index("Your library")
        assert own < shown.index("lessons/broken.yaml - ") < shown.index("Built in")
        (broken,) = (row for row in shown.split("\n") if "lessons/broken.yaml" in row)
        assert "[✗]" in broken
        assert "error" in broken
        (sound,) = (row for row in shown.split("\n") if "quizzes/ship.yaml" in row)
        assert "[✓]" in sound or "[!]" in sound
        assert shown.index("Built in") < shown.index("lessons/recruitment.yaml")

    drive(story, bench=shop.bench(None), size=(100, 40))


def test_enter_previews_a_sound_lesson_and_tells_of_a_broken_one(
    drive: Drive, shop: Workshop, journal: Journal
) -> None:
    """From there everything is as in `cekdulu preview`; Esc leads back to the same row."""
    shop.save("lessons/broken.yaml", "lesson: broken\njudul: Rusak\n")

    async def story(seat: Seat) -> None:
        files = await seat.press("f6")
        assert "judul: Rusak" in await seat.press("enter")
        assert await seat.press("escape") == files
        await seat.press("down", "enter")
        assert "Preview | Working on ships" in seat.text
        assert "Page 2 of 3" in await seat.press("pagedown")
        assert "lessons/ship.yaml" in await seat.press("escape")
        await seat.press("escape")
        assert "Choose a lesson:" in seat.text
        assert "[going on]" not in seat.text

    drive(story, bench=shop.bench(None), size=(100, 40))
    assert not journal.unfinished()


def test_it_follows_the_files_and_so_does_home(drive: Drive, shop: Workshop) -> None:
    """A save changes the list while one looks at it, and the lessons on the first screen."""

    async def story(seat: Seat) -> None:
        assert "Working on ships" in seat.text
        await seat.press("f6")
        shop.change("lessons/ship.yaml", TITLE, "inggris: Ships")
        await seat.until("[✗] lessons/ship.yaml - ")
        home = await seat.press("f6")
        assert "files were left out" in " ".join(home.split())
        assert "Working on ships" not in home
        await seat.press("f6")
        shop.change("lessons/ship.yaml", "inggris: Ships", "en: Ships of today")
        await seat.until("[✓] lessons/ship.yaml - in order")
        assert "Ships of today" in await seat.press("escape")

    drive(story, bench=shop.bench(None), size=(100, 40))


def test_a_lesson_in_the_middle_is_not_disturbed(drive: Drive, shop: Workshop) -> None:
    """A run plays in the library it began with, whatever is saved meanwhile."""

    async def story(seat: Seat) -> None:
        await seat.press("pagedown", "f1", "f6")
        before = seat.app._shelf.open()
        shop.save("lessons/ship.yaml", "lesson: ship\n")
        while seat.app._shelf.open() is before or "ship.yaml - " not in seat.said:
            await seat.pilot.pause(0.02)
        await seat.until("errors")
        assert "Ask for the captain's name." in await seat.press("escape")
        assert "Question 1 of 2" in await seat.press("pagedown", "pagedown")

    drive(story, bench=shop.bench(None), lesson="ship", size=(100, 40))


def test_a_file_that_is_no_lesson_names_the_lessons_that_use_it(
    drive: Drive, shop: Workshop
) -> None:
    """A correction of a number is one key away from the pages that show it."""
    shop.save(
        "lessons/reference/own.yaml",
        "terms:\n  - id: palka\n    word: {id: palka, en: hold}\n"
        "    means: {id: Ruang di kapal., en: A room in a ship.}\n",
    )
    shop.change(
        "lessons/ship.yaml", "en: Read the papers first.", 'en: "Read in the {term:palka}."'
    )
    shop.change("lessons/ship.yaml", "id: Baca dulu suratnya.", 'id: "Baca di {term:palka}."')

    async def story(seat: Seat) -> None:
        await seat.press("f6")
        await seat.click("lessons/reference/own.yaml")
        shown = await seat.settled()
        assert "These lessons show some of it:" in shown
        assert "Working on ships" in shown
        assert "legal" not in shown
        assert "Preview | Working on ships" in await seat.press("1")
        assert "own.yaml" in (await seat.press("escape")).split("\n")[0]

    drive(story, bench=shop.bench(None), size=(100, 40))


def test_previewing_a_library_begins_with_its_files(drive: Drive, shop: Workshop) -> None:
    """There is nothing below that screen to go back to, and no lesson that would be kept."""

    async def story(seat: Seat) -> None:
        before = seat.text
        assert "The files of the lessons" in before
        assert await seat.press("escape", "f6") == before
        assert "Preview | " in await seat.press("1")
        assert await seat.press("escape") == before

    drive(story, bench=shop.bench(""), size=(100, 40))


def test_it_is_a_key_away_from_home_and_from_the_help(drive: Drive) -> None:
    """Also where all is in order; the first screen does not speak of it then."""

    async def story(seat: Seat) -> None:
        home = seat.text
        assert "F6" not in home
        assert "The files of the lessons" in await seat.press("f6")
        assert await seat.press("f6") == home
        assert "For trainers:" in " ".join((await seat.press("f1")).split())
        assert "The files of the lessons" in await seat.press("m")
        assert await seat.press("escape") == home

    drive(story, size=(80, 40))


def test_an_empty_shelf_says_how_to_begin(drive: Drive) -> None:
    """Who has written nothing yet is told the command that begins a lesson."""

    async def story(seat: Seat) -> None:
        assert "cekdulu new lesson ID" in await seat.press("f6")

    drive(story, loaded=course())
