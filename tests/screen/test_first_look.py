"""Home before the library is read: painted at once, and put right without being in the way."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from screen.conftest import Drive, Seat
from screen.workshop import LESSON, Workshop

from toolkit import RELEASED
from toolkit.content.load import Loaded
from toolkit.records.front import Shelf, shelf

LEFT_OUT = "left out because of mistakes"


@pytest.fixture(autouse=True)
def left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is fetched behind home unless a test does it."""
    monkeypatch.setattr("toolkit.screen.program.FIRST_LOOK", 3600)


@pytest.fixture
def fresh(shop: Workshop, tmp_path: Path) -> Shelf:
    """The shelf of a library that nobody has opened yet."""
    return shelf(shop.root, RELEASED, tmp_path / "data")


async def fetched(seat: Seat) -> str:
    """The screen when the library has been read behind it."""
    await asyncio.to_thread(seat.app._open_behind)
    return await seat.settled()


def is_open(seat: Seat) -> bool:
    """Has the library been read?"""
    return seat.app._shelf._loaded is not None


def test_home_is_there_before_the_library(drive: Drive, fresh: Shelf) -> None:
    """With every lesson, and just as it is when the library has been read: nothing moves."""

    async def story(seat: Seat) -> None:
        assert "Working on ships" in seat.text
        assert not is_open(seat)
        await seat.press("down", "down")
        before = seat.text
        seat.app.screen.draw = lambda *_: pytest.fail("drawn again")
        assert await fetched(seat) == before
        assert is_open(seat)

    drive(story, shelf=fresh)


@pytest.mark.parametrize("size", [(80, 24), (100, 40), (40, 12)])
def test_a_lesson_with_mistakes_disappears_with_its_notice(
    drive: Drive, shop: Workshop, tmp_path: Path, size: tuple[int, int]
) -> None:
    """The caret stays on its lesson, and in sight, although a notice has come above it."""
    shop.change("lessons/ship.yaml", "contacts: [polri-110]", "contacts: [polri-911]")
    shop.save("lessons/rig.yaml", LESSON.replace("ship", "rig").replace("order: 9", "order: 10"))
    shop.change("lessons/rig.yaml", "Working on rigs", "Working on a rig")

    async def story(seat: Seat) -> None:
        sheet = seat.app.screen.sheet
        while sheet.caret != "rig":
            before = sheet.caret
            await seat.press("down")
            assert sheet.caret != before
        assert sheet.shows_caret
        assert LEFT_OUT not in seat.said
        await fetched(seat)
        assert seat.app.front.left_out == 2
        assert sheet.caret == "rig"
        assert sheet.shows_caret
        assert "Working on ships" not in seat.said
        while LEFT_OUT not in seat.said:
            assert sheet.above
            await seat.press("up")
            assert "Working on ships" not in seat.said

    drive(story, shelf=shelf(shop.root, RELEASED, tmp_path / "data"), size=size)


def test_a_lesson_chosen_early_is_opened(drive: Drive, fresh: Shelf) -> None:
    """Whoever chooses at once waits for the library, and no longer."""

    async def story(seat: Seat) -> None:
        assert not is_open(seat)
        assert "Read the papers first." in await seat.click("Working on ships")

    drive(story, shelf=fresh)


def test_a_lesson_chosen_early_that_has_mistakes_stays_closed(
    drive: Drive, shop: Workshop, tmp_path: Path
) -> None:
    """Home says why, and goes on."""
    shop.change("lessons/ship.yaml", "contacts: [polri-110]", "contacts: [polri-911]")

    async def story(seat: Seat) -> None:
        await seat.click("Working on ships")
        assert LEFT_OUT in await seat.until("left out")
        assert "Working on ships" not in seat.text
        assert "Page 1 of" in await seat.click("How they look for people")

    drive(story, shelf=shelf(shop.root, RELEASED, tmp_path / "data"))


def test_other_screens_are_not_disturbed(drive: Drive, shop: Workshop, tmp_path: Path) -> None:
    """Home is put right when it is seen again."""
    shop.change("lessons/ship.yaml", "contacts: [polri-110]", "contacts: [polri-911]")

    async def story(seat: Seat) -> None:
        help_ = await seat.press("f1")
        assert not is_open(seat)
        assert await fetched(seat) == help_
        assert LEFT_OUT in " ".join((await seat.press("escape")).split())

    drive(story, shelf=shelf(shop.root, RELEASED, tmp_path / "data"))


def test_a_library_that_has_gone_meanwhile_is_told_when_it_is_needed(
    drive: Drive, fresh: Shelf
) -> None:
    """What goes wrong behind home leaves home as it is."""

    def read() -> Loaded:
        raise OSError

    fresh._read = read  # type: ignore[method-assign]

    async def story(seat: Seat) -> None:
        before = seat.text
        assert await fetched(seat) == before

    drive(story, shelf=fresh)
