"""Ten lessons, and a trainer's thirty: each can be reached, and nothing else gets lost among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from screen.conftest import Drive, Seat
from screen.sample import both, course
from screen.test_print_desk import Counter, bench, products
from textual.content import Content

from toolkit.content.lesson import Lesson
from toolkit.content.load import Loaded
from toolkit.content.product import Product
from toolkit.language import Language
from toolkit.screen.hall import setup_words
from toolkit.screen.hall.setup_words import START
from toolkit.screen.home import GLOSSARY, HALL, HELP_LINES
from toolkit.screen.layout import Block, Held, Lengths, Row, Words, lay_apart
from toolkit.screen.print_door import Kind
from toolkit.screen.printing import words as print_words
from toolkit.screen.printing.step import NEXT
from toolkit.screen.signs import FINE

SIZES = [(60, 18), (80, 24), (120, 40)]
FURTHER = (HALL, HELP_LINES, GLOSSARY)
MORE = "more below"


def many(count: int, products: dict[str, Product] | None = None) -> Loaded:
    """The course with so many lessons, each with its number in a title of forty letters."""
    loaded = course()
    (one,) = loaded.library.lessons.values()
    made = {f"lesson-{n}": _titled(one, n) for n in range(1, count + 1)}
    library = replace(loaded.library, lessons=MappingProxyType(made), products=products or {})
    return replace(loaded, library=library)


def _titled(lesson: Lesson, n: int) -> Lesson:
    title = f"Lesson {n} with a title of forty letters".ljust(40, "!")
    assert len(title) <= 41
    return replace(lesson, id=f"lesson-{n}", title=both(title[:40], title[:40]), order=n)


def of_sixteen() -> dict[str, Product]:
    """As many products as a shop has, with words about each."""
    leaflet = products()["leaflet"]
    told = [
        replace(leaflet, id=f"p-{n}", about=both(f"Untuk {n}.", f"Good for {n}."))
        for n in range(1, 17)
    ]
    return {one.id: one for one in told}


class Shop(Counter):
    """Its products are all about lessons."""

    def kinds(self) -> Mapping[str, Kind]:
        """Of a lesson, each."""
        return dict.fromkeys(of_sixteen(), Kind.LESSON)


def in_sight(seat: Seat) -> set[str]:
    """The rows of which anything can be seen."""
    return {part.key for line, _ in seat.app.screen.sheet._in_sight() for part in line if part.key}


async def walked(seat: Seat, key: str, *, past: str) -> list[str]:
    """The rows that the caret comes to by pressing a key until it is on `past`; always in sight."""
    found = [seat.app.screen.sheet.caret]
    while found[-1] != past:
        await seat.press(key)
        found.append(seat.app.screen.sheet.caret)
        assert found[-1] != found[-2]
        assert found[-1] in in_sight(seat)
    return found


@pytest.mark.parametrize(
    ("size", "count"), [*((size, 10) for size in SIZES), (SIZES[0], 30)], ids=str
)
def test_each_lesson_is_reached_by_arrows(drive: Drive, size: tuple[int, int], count: int) -> None:
    """Down to the last row and up again; whatever there is besides can be seen from the start."""
    rows = [*(f"lesson-{n}" for n in range(1, count + 1)), *FURTHER]

    async def story(seat: Seat) -> None:
        assert set(FURTHER) <= in_sight(seat)
        assert (rows[count - 1] in in_sight(seat)) == (MORE not in seat.text)
        assert await walked(seat, "down", past=rows[-1]) == rows
        assert set(FURTHER) <= in_sight(seat)
        assert MORE not in seat.text
        assert await walked(seat, "up", past=rows[0]) == rows[::-1]

    drive(story, loaded=many(count), size=size)


def test_ten_lessons_and_all_else_stand_on_the_smallest_screen(drive: Drive) -> None:
    """Also what is printed with: nothing has to be scrolled."""

    async def story(seat: Seat) -> None:
        assert MORE not in seat.text
        assert " 0  Lesson 10 with" in seat.text
        assert "(F8)" in seat.text
        assert "(F5)" in seat.text

    drive(story, bench=bench(many(10, products()), Counter()), size=(60, 18))


@pytest.mark.parametrize(("key", "lesson"), [("1", 1), ("9", 9), ("0", 10)])
def test_each_of_ten_is_opened_by_one_digit(drive: Drive, key: str, lesson: int) -> None:
    """The tenth by 0, as it stands before it."""

    async def story(seat: Seat) -> None:
        assert f" Lesson {lesson} with" in await seat.press(key)
        assert "Page 1 of" in seat.text

    drive(story, loaded=many(10))


@pytest.mark.parametrize(
    ("keys", "lesson"),
    [("1 enter", 1), ("1 7", 17), ("3 0", 30), ("4", 4), ("2 down enter", 3), ("1 down 2 5", 25)],
)
def test_each_of_thirty_is_opened_by_its_number(drive: Drive, keys: str, lesson: int) -> None:
    """One digit opens what it alone can mean; of two the first is waited for, and that is said."""
    *before, last = keys.split()

    async def story(seat: Seat) -> None:
        for key in before:
            await seat.press(key)
            assert "Page" not in seat.text
        if last.isdecimal() and before and before[-1].isdecimal():
            assert f"{before[-1]}: Enter, or one more digit." in seat.text
            assert seat.app.screen.sheet.caret == f"lesson-{before[-1]}"
        await seat.press(last)
        assert f" Lesson {lesson} with" in seat.text
        assert "Page 1 of" in seat.text

    drive(story, loaded=many(30))


def test_a_number_that_there_is_not_begins_anew(drive: Drive) -> None:
    """3 and 5 are not 35, which is no lesson; the second digit counts by itself."""

    async def story(seat: Seat) -> None:
        await seat.press("3", "5")
        assert " Lesson 5 with" in seat.text

    drive(story, loaded=many(30))


@pytest.mark.parametrize("between", [("f1", "escape"), ("pagedown", "pageup")])
def test_a_first_digit_is_forgotten_when_something_else_comes_between(
    drive: Drive, between: tuple[str, ...]
) -> None:
    """Help was read, or the sheet scrolled: the next digit is a first one."""

    async def story(seat: Seat) -> None:
        await seat.press("1", *between, "9")
        assert seat.app.screen.heading().startswith("Lesson 9 ")

    drive(story, loaded=many(19), size=(60, 18))


def test_a_screen_further_down_the_caret_has_come_along(drive: Drive) -> None:
    """Enter never opens a lesson that cannot be seen."""

    async def story(seat: Seat) -> None:
        for key in ("pagedown", "pagedown", "pageup", "pagedown", "pageup", "pageup", "pageup"):
            await seat.press(key)
            assert seat.app.screen.sheet.shows_caret
        await seat.press("pagedown")
        assert seat.app.screen.sheet.caret != "lesson-1"

    drive(story, loaded=many(30), size=(60, 18))


def test_what_is_going_on_comes_first_and_keeps_its_number(drive: Drive) -> None:
    """The caret is on it, so that Enter goes on; its number still opens it."""

    async def begin(seat: Seat) -> None:
        await seat.press("7", "pagedown")

    async def home(seat: Seat) -> None:
        await seat.press("escape")
        listed = [row for row in seat.text.split("\n") if "Lesson" in row]
        assert "► 7  Lesson 7 with" in listed[0]
        assert "[going on]" in seat.text
        assert " 1  Lesson 1 with" in listed[1]
        await seat.press("7")
        assert "Lesson 7 with" in seat.text
        assert "Go on from there?" in seat.text or "1  Go on" in seat.text

    drive(begin, loaded=many(10))
    drive(home, loaded=many(10))


def test_the_set_up_of_a_session_says_all_the_while_how_it_begins(drive: Drive) -> None:
    """The row that begins it, and whether it fits, stay in sight below thirty lessons."""

    async def story(seat: Seat) -> None:
        await seat.press("f7")
        rows = await walked(seat, "down", past=START)
        assert [one for one in rows if one.startswith("/lesson ")] == [
            f"/lesson lesson-{n}" for n in range(1, 31)
        ]
        for _ in rows[:12]:
            await seat.press("up")
            assert {START, seat.app.screen.sheet.caret} <= in_sight(seat)
        assert seat.app.screen.sheet.above

    drive(story, loaded=many(30), size=(60, 18))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_of_many_products_the_one_at_the_caret_says_what_it_is_for(
    drive: Drive, size: tuple[int, int]
) -> None:
    """Where there is room for all, all do; the way on stays in sight, and so it does below lessons."""

    async def story(seat: Seat) -> None:
        await seat.press("f8")
        for key in [f"p-{n}" for n in range(1, 17)]:
            assert seat.app.screen.sheet.caret == key
            assert {key, NEXT} <= in_sight(seat)
            assert f"Good for {key.removeprefix('p-')}." in seat.text
            assert ("Good for 1." in seat.text) == (key == "p-1" or size[1] == 40)
            await seat.press("down")
        await seat.press("1", "2", "pagedown")
        assert "About which lessons?" in seat.text
        assert await walked(seat, "down", past=NEXT)
        assert NEXT in in_sight(seat)

    drive(story, bench=bench(many(30, of_sixteen()), Shop()), size=size)


def test_every_hint_can_be_read_beside_the_sign_for_more(lang: Language) -> None:
    """On sixty columns, where the set-ups are longer than their screens."""
    hints = [*setup_words.HINTS.values(), setup_words.LESSON_HINT, *print_words.HINTS.values()]
    for hint in hints:
        assert cell_len(f" {lang.gettext(hint)} {FINE.below} ") <= 60, lang.gettext(hint)


BLOCKS = st.lists(
    st.builds(Row, st.uuids().map(str), st.text("ab ", max_size=90).map(Content), gap=st.integers(0, 2))
    | st.builds(Words, st.text("ab ", max_size=90).map(Content)),
    max_size=30,
)  # fmt: skip


@given(above=BLOCKS, below=BLOCKS, width=st.integers(20, 140), height=st.integers(3, 50))
def test_whatever_is_held_in_sight_leaves_half_of_the_sheet(
    above: list[Block], below: list[Block], width: int, height: int
) -> None:
    """And no row is lost, or stands there twice."""
    held = Held((Row("last", Content("Begin")), *below))
    scrolled, kept = lay_apart([*above, held], width, height)
    assert len(kept) <= (height + 1) / 2
    heads = [part.key for line in (*scrolled, *kept) for part in line if part.head]
    assert heads == [one.key for one in (*above, *held.rows) if isinstance(one, Row)]
    assert not kept or "last" in {part.key for line in kept for part in line}


def test_the_longest_of_several_lengths_that_fits_is_shown() -> None:
    """And the shortest where none does."""
    told = tuple(tuple(Words(Content(str(n)), gap=0) for _ in range(n)) for n in (9, 5, 2))
    shown = {height: lay_apart([Lengths(told)], 60, height)[0] for height in (12, 9, 8, 5, 3, 1)}
    assert [len([line for line in lines if line]) for lines in shown.values()] == [9, 9, 5, 5, 2, 2]
