"""Printing for a session plan, or for the meeting a month later, from the app."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from screen.conftest import Drive, Seat
from screen.test_plans_and_later import with_plans
from screen.test_print_desk import Counter, bench, products

from toolkit.commands.print_desk import PrintDesk
from toolkit.content.library import Library
from toolkit.content.load import Loaded
from toolkit.screen.print_door import Kind, Wish
from toolkit.screen.printing import wishes

GUIDE, LEAFLET = "quiz-sheet", "leaflet"
"""Two of the products of the counter; here its quiz sheets know of plans, as a guide does."""


class Planning(Counter):
    """A shop in which one product knows of plans and of the month after."""

    def kinds(self) -> Mapping[str, Kind]:
        """As a guide's."""
        return {**super().kinds(), GUIDE: Kind.MEETING}


def planning() -> Loaded:
    """The course with products and plans."""
    loaded = with_plans()
    return replace(loaded, library=replace(loaded.library, products=products()))


@pytest.fixture(autouse=True)
def no_sticks(monkeypatch: pytest.MonkeyPatch) -> None:
    """No stick is in."""
    monkeypatch.setattr(wishes, "sticks", tuple)


def test_a_plan_takes_the_place_of_the_lessons(drive: Drive) -> None:
    """It says itself which they are, and for which meeting; left and right go through all plans."""
    door = Planning()

    async def story(seat: Seat) -> None:
        await seat.press("f8", "1", "2", "pagedown")
        assert "none: I choose the lessons" in seat.text
        assert "with the whole lesson" in seat.text
        await seat.press("right")
        assert "The plan young (45 minutes)" in seat.text
        assert "About which lessons?" not in seat.text
        assert "with the whole lesson" not in seat.text
        await seat.press("left", "left")
        assert "The plan later (20 minutes)" in seat.text
        await seat.press("pagedown")
        await seat.until("3 files")

    drive(story, bench=bench(planning(), door), size=(80, 40))
    (wish,) = door.wished
    assert (wish.plan, wish.lessons, wish.refresher) == ("later", (), False)


def test_a_month_later_is_wished_for_where_no_plan_is_chosen(drive: Drive) -> None:
    """And remembered; for products that know neither, nothing is asked of it."""
    door = Planning()

    async def story(seat: Seat) -> None:
        await seat.press("f8", "2", "pagedown", "down", "enter")
        assert "a month later, to remember" in seat.text
        await seat.press("pagedown")
        await seat.until("3 files")
        await seat.press("escape", "escape", "1", "2", "pagedown")
        assert "a month later" not in seat.text
        await seat.press("pagedown")
        await seat.until("3 files")

    drive(story, bench=bench(planning(), door), size=(80, 40))
    assert [(one.refresher, one.plan, one.lessons) for one in door.wished] == [
        (True, "", ("offer",)), (False, "", ("offer",)),
    ]  # fmt: skip


def test_the_files_are_those_of_the_command_line(library: Library, tmp_path: Path) -> None:
    """The guide and the sheet of one plan; the guide of a month later; a plan that is gone says so."""
    desk = PrintDesk(lambda _: None)

    def files(wish: Wish) -> tuple[list[tuple[str, tuple[str, ...]]], int]:
        made = desk.outline(library, wish, lambda *_: True)
        return [(one.product, one.lessons) for one in made.files], len(made.failures)

    wish = Wish(("plan", "guide"), (), ("id",), "a4", 30, tmp_path, plan="young-30")
    taught = tuple(one for one in library.lessons if one in library.plans["young-30"].lessons)
    assert files(wish) == ([("plan", taught), ("guide", taught)], 0)
    assert files(replace(wish, plan="gone")) == ([], 2)
    later = replace(wish, products=("guide",), plan="", lessons=("recruitment",), refresher=True)
    (line,) = desk.outline(library, later, lambda *_: True).files
    assert "refresher" in line.file
    kinds = desk.kinds()
    assert [kinds[one] for one in ("guide", "pack", "plan", "tally-sheet")] == [
        Kind.MEETING, Kind.MEETING, Kind.PLAN, Kind.SESSION,
    ]  # fmt: skip
