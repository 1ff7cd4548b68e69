"""The kiosk: one person after another, nothing of anybody stays, and only the passphrase ends it."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from screen.conftest import Drive, Golden, Seat
from screen.sample import course
from screen.test_many_lessons import many
from textual import events

from toolkit.content.load import Loaded
from toolkit.errors import Breakdown
from toolkit.language import Said, language
from toolkit.records.front import Shelf
from toolkit.records.journal import Journal
from toolkit.screen.blank import Blank
from toolkit.screen.kiosk import COUNTDOWN, QUIET, Kiosk
from toolkit.screen.kiosk_leaving import Leaving
from toolkit.screen.signs import FINE

WORDS = "kopi pahit"
PAGE = ["1", "pagedown"]
QUESTION = ["1", "pagedown", "pagedown", "pagedown"]
WAYS = {
    "a page": PAGE,
    "a question": QUESTION,
    "a reply": [*QUESTION, "1"],
    "the help": ["f1"],
    "the help over a page": [*PAGE, "f1"],
    "the glossary": ["f5"],
    "the help lines": [*PAGE, "f4"],
    "the passphrase": [*PAGE, "f10"],
    "another language at home": ["f2"],
    "another theme at home": ["f3"],
}
"""How to come to each screen that is not the start."""

NO_WAY_OUT = [
    "ctrl+c", "ctrl+q", "ctrl+z", "ctrl+backslash", "ctrl+p", "ctrl+d", "ctrl+s", "ctrl+w", "f6",
    "f7", "f8", "f12", "m", "b", "q", "escape",
]  # fmt: skip
"""Keys that end, stop, photograph or manage other apps, or this one elsewhere."""


class Someone:
    """Fits only its own words, at no cost."""

    def fits(self, words: str) -> bool:
        """Is it the passphrase?"""
        return words == WORDS


class Stand(Seat):
    """A seat at the kiosk, with the clock in the hand."""

    app: Kiosk
    time = 1000.0

    async def wait(self, seconds: float) -> str:
        """Time passes, and the clock is looked at; returns the screen."""
        self.time += seconds
        self.app.look_at_the_clock()
        await self.pilot.pause()
        return await self.settled()

    async def mouse(self, *kinds: type[events.MouseEvent], at: tuple[int, int] = (5, 5)) -> str:
        """The mouse does these things on the way of a real one: through the app."""
        x, y = at
        for kind in kinds:
            self.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
            await self.pilot.pause()
        return await self.settled()


At = Callable[[Stand], Awaitable[None]]
Open = Callable[..., Kiosk]


@pytest.fixture
def signals() -> Iterator[None]:
    """What the kiosk ignores, this process does not go on ignoring, nor those it starts."""
    numbers = [getattr(signal, one) for one in Kiosk.IGNORED if hasattr(signal, one)]
    before = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def kiosk(journal: Journal, unpainted: None, signals: None) -> Open:
    """Opens the kiosk and lets a story happen in it."""

    def kiosk(
        story: At,
        *,
        lang: str = "en",
        size: tuple[int, int] = (80, 24),
        loaded: Loaded | None = None,
    ) -> Kiosk:
        seats: list[Stand] = []
        shelf = Shelf(None, lambda: loaded or course(lessons=3, overlay=True))
        app = Kiosk(
            shelf, journal, language(lang), Someone(), signs=FINE,
            clock=lambda: seats[0].time if seats else Stand.time,
        )  # fmt: skip
        app.seed = lambda: "seed"

        async def open_and_tell() -> None:
            async with app.run_test(size=size) as pilot:
                seats.append(Stand(app, pilot))
                await pilot.pause()
                await story(seats[0])

        asyncio.run(open_and_tell())
        return app

    return kiosk


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> list[str]:
    """The keys that lead to a screen."""
    return WAYS[request.param]


def test_home_has_lessons_and_help_only(kiosk: Open) -> None:
    """No trainer's row, no hall, no count of mistakes, no word about files or quitting."""

    async def story(stand: Stand) -> None:
        home = await stand.settled()
        assert "A job offer by message" in home
        for word in ("F6", "F7", "F10", "Quit", "hall", "istake", "file", "desa-kami", "going on"):
            assert word not in home, word
        told = await stand.press("f1")
        while "more below" in stand.text:
            told += await stand.press("pagedown")
        for word in ("F6", "F7", "Ctrl+Q", "Quit", "trainers", "is kept after"):
            assert word not in told, word
        assert "nothing of them is kept" in " ".join(told.split())

    kiosk(story)


@pytest.mark.parametrize("keys", [PAGE, ["f9"], ["f10"]], ids="-".join)
def test_no_key_leads_out(kiosk: Open, keys: list[str]) -> None:
    """Whatever is pressed, wherever: the app stays open, in this room, and is not suspended."""

    async def story(stand: Stand) -> None:
        await stand.press(*keys)
        for key in NO_WAY_OUT:
            await stand.press(key)
        assert stand.app.is_running
        assert stand.app.return_code is None
        assert not stand.app.at_trainers_desk
        assert {type(screen).__module__ for screen in stand.app.screen_stack} <= {
            "toolkit.screen.kiosk", "toolkit.screen.reading", "toolkit.screen.help",
            "toolkit.screen.blank", "toolkit.screen.kiosk_leaving", "toolkit.screen.glossary",
        }  # fmt: skip

    kiosk(story)


def test_nothing_of_a_person_is_written(kiosk: Open, journal: Journal) -> None:
    """After a lesson with answers, another language and another theme the journal is as it was."""

    def kept() -> list[str]:
        with closing(sqlite3.connect(journal.path)) as db:
            return list(db.iterdump())

    journal.keep_setting("theme", "dark")
    before = kept()

    async def story(stand: Stand) -> None:
        await stand.press(*QUESTION)
        await stand.answer("pay")
        await stand.press("pagedown", "f2", "f3")
        await stand.pick("desa")

    kiosk(story)
    assert kept() == before


def test_nobody_is_offered_what_another_left(drive: Drive, kiosk: Open, journal: Journal) -> None:
    """Neither a run from the app, nor one from the kiosk: a lesson always begins at its first page."""

    async def before(seat: Seat) -> None:
        await seat.press("1", "pagedown")

    async def story(stand: Stand) -> None:
        assert "Choose a lesson" in await stand.settled()
        assert "going on" not in stand.text
        assert "Page 1 of 3" in await stand.press("1")
        await stand.press("pagedown", "pagedown", "escape")
        assert "Page 1 of 3" in await stand.press("1")

    drive(before)
    assert journal.broken_off()
    kiosk(story)
    assert len(journal.unfinished()) == 1


def test_before_two_quiet_minutes_somebody_is_asked(kiosk: Open, way: list[str]) -> None:
    """From any screen: twenty seconds before, and not sooner, a countdown comes; then the start."""

    async def story(stand: Stand) -> None:
        start = await stand.settled()
        left = await stand.press(*way)
        assert await stand.wait(QUIET - COUNTDOWN - 1) == left
        await stand.wait(1)
        await stand.until(" 20 ", without="A job offer")
        await stand.wait(7)
        await stand.until(" 13 ")
        await stand.wait(12)
        await stand.until(" 1 ", without=" 13 ")
        await stand.wait(1)
        assert await stand.until("Choose a lesson") == start
        assert len(stand.app.screen_stack) == 1
        assert (stand.app.lang.code, stand.app.theme) == ("en", "cekdulu-dark")

    kiosk(story)


@pytest.mark.parametrize("key", ["enter", "1", "f10", "ctrl+c", "f2"])
def test_any_key_stays_and_does_nothing_else(kiosk: Open, key: str) -> None:
    """The page comes back as it was, and two more minutes begin."""

    async def story(stand: Stand) -> None:
        before = await stand.press(*QUESTION)
        await stand.wait(QUIET - 5)
        await stand.until("In 5 seconds")
        assert await stand.press(key) == before
        assert await stand.wait(QUIET - COUNTDOWN - 1) == before
        await stand.wait(1)
        await stand.until("In 20 seconds")

    kiosk(story)


@pytest.mark.parametrize(
    "kinds",
    [[events.MouseMove], [events.MouseScrollDown], [events.MouseDown, events.MouseUp]],
    ids=["moved", "wheel", "clicked"],
)
def test_the_mouse_counts_as_a_key(kiosk: Open, kinds: list[type[events.MouseEvent]]) -> None:
    """It stays, and a click chooses nothing of what was below, even where one was clicked before."""

    async def story(stand: Stand) -> None:
        await stand.mouse(events.MouseDown, events.MouseUp, at=(6, 6))
        before = await stand.press("escape", *QUESTION)
        choice = next(y for y, row in enumerate(before.split("\n")) if " 2  " in row)
        await stand.mouse(events.MouseMove, at=(10, choice))
        await stand.wait(QUIET - 1)
        await stand.until("In 1 second")
        assert await stand.mouse(*kinds, at=(10, choice)) == before
        assert await stand.wait(QUIET - COUNTDOWN - 1) == before
        await stand.mouse(events.MouseDown, events.MouseUp, at=(10, choice))
        assert stand.text != before

    kiosk(story)


@pytest.mark.parametrize("key", ["f9", "ctrl+b", "full_stop"])
def test_the_countdown_too_is_hidden_at_once(kiosk: Open, key: str) -> None:
    """The hiding keys hide on every screen; the next one brings back what was there."""

    async def story(stand: Stand) -> None:
        before = await stand.press(*QUESTION)
        await stand.wait(QUIET - 5)
        await stand.until("In 5 seconds")
        assert not (await stand.press(key)).strip()
        assert await stand.press(key) == before

    kiosk(story)


def test_at_the_start_nobody_is_asked(kiosk: Open) -> None:
    """Home as everybody finds it stays as it is, for hours."""

    async def story(stand: Stand) -> None:
        home = await stand.settled()
        for _ in range(5):
            assert await stand.wait(QUIET - COUNTDOWN / 2) == home
        assert await stand.wait(10 * QUIET) == home

    kiosk(story)


def test_among_thirty_lessons_the_next_person_begins_at_the_first(kiosk: Open) -> None:
    """Wherever somebody left the list; the help lines are in sight all the while."""

    async def story(stand: Stand) -> None:
        start = await stand.settled()
        for _ in range(2):
            assert "Telephone numbers" in await stand.press("pagedown")
        assert stand.text != start
        await stand.wait(QUIET)
        assert await stand.until("Lesson 1 with") == start

    kiosk(story, loaded=many(30), size=(60, 18))


def test_a_dark_screen_stays_dark_but_nothing_is_behind_it(kiosk: Open) -> None:
    """After two minutes the run is over; then any key shows the start, and does nothing else."""

    async def story(stand: Stand) -> None:
        start = await stand.settled()
        await stand.press(*QUESTION, "f2", "f9")
        assert not (await stand.wait(QUIET - 1)).strip()
        assert len(stand.app.screen_stack) == 3
        assert not (await stand.press("x")).strip()
        assert not (await stand.wait(QUIET)).strip()
        assert not (await stand.wait(QUIET)).strip()
        assert [type(screen) for screen in stand.app.screen_stack[1:]] == [Blank]
        assert await stand.press("1") == start

    kiosk(story)


@pytest.mark.parametrize("key", ["space", "enter", "x", "f1", "ctrl+c", "the mouse"])
def test_what_does_nothing_in_the_dark_keeps_nothing_there(kiosk: Open, key: str) -> None:
    """However often the next person does it: two minutes after somebody hid a page, it is gone."""

    async def story(stand: Stand) -> None:
        start = await stand.settled()
        await stand.press(*QUESTION, "f9")
        for _ in range(7):
            await stand.wait(QUIET / 8)
            if key == "the mouse":
                await stand.mouse(events.MouseMove, events.MouseDown, events.MouseUp)
            else:
                await stand.press(key)
            assert not stand.text.strip()
        assert not (await stand.wait(QUIET / 8)).strip()
        assert await stand.press("f9") == start

    kiosk(story)


def test_nor_does_who_asks_for_the_passphrase_in_the_dark(kiosk: Open) -> None:
    """Typing it and going back again keep nothing either, and nobody is asked to stay."""

    async def story(stand: Stand) -> None:
        start = await stand.settled()
        await stand.press(*QUESTION, "f9")
        await stand.wait(QUIET / 2)
        await stand.press("f10", "x", "escape", "f10", "x")
        assert "For the trainer" in await stand.wait(QUIET / 2 - 1)
        assert "still there" not in stand.text
        assert await stand.wait(1) == start

    kiosk(story)


def test_who_hid_it_has_two_more_minutes_from_where_it_came_back(kiosk: Open) -> None:
    """F9, and F9 again in time: the page is there as if a key had been pressed."""

    async def story(stand: Stand) -> None:
        before = await stand.press(*QUESTION)
        await stand.press("f9")
        await stand.wait(QUIET - 1)
        assert await stand.press("f9") == before
        assert await stand.wait(QUIET - COUNTDOWN - 1) == before

    kiosk(story)


def test_a_laptop_that_slept_shows_the_next_person_nothing(kiosk: Open) -> None:
    """The key that wakes it finds the start, though the clock had not been looked at."""

    async def story(stand: Stand) -> None:
        start = await stand.settled()
        await stand.press(*QUESTION, "1")
        stand.time += 3600
        assert await stand.press("enter") == start

    kiosk(story)


def test_trouble_with_files_is_not_told_here(
    kiosk: Open, journal: Journal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Neither a damaged journal nor a full disk is for whoever stands at the kiosk."""
    journal.set_aside = tmp_path / "cekdulu.sqlite3.damaged-1"

    def refuse(*_: object) -> None:
        raise Breakdown(Said(f"The disk is full: {tmp_path}", {}), Said("Make room.", {}))

    for door in ("keep", "begin", "keep_setting"):
        monkeypatch.setattr(journal, door, refuse)

    async def story(stand: Stand) -> None:
        seen = [await stand.settled()]
        keys = ("1", "f2", "f3", "f2", "pagedown", "pagedown", "pagedown", "1", "pagedown")
        seen += [await stand.press(key) for key in keys]
        for text in seen:
            assert "damaged" not in text
            assert "disk" not in text
            assert str(tmp_path) not in text

    kiosk(story)


def test_the_passphrase_ends_it(kiosk: Open) -> None:
    """F10, its words and Enter: the app ends with 0, from a question too, and says nothing of it."""

    async def story(stand: Stand) -> None:
        shown = await stand.press(*QUESTION, "f10", *_typed(WORDS))
        assert WORDS not in shown
        await stand.press("enter")

    app = kiosk(story)
    assert app.return_code == 0
    assert not app.in_lesson


def test_it_is_asked_for_in_the_dark_and_by_ctrl_q_too(kiosk: Open) -> None:
    """Some windows keep F10 to themselves. Esc goes back to what was there."""

    async def story(stand: Stand) -> None:
        before = await stand.press(*PAGE)
        assert "For the trainer" in await stand.press("ctrl+q")
        assert "For the trainer" in await stand.press("f10", "ctrl+q")
        assert await stand.press("escape") == before
        assert "For the trainer" in await stand.press("f9", "f10")
        assert not (await stand.press("escape")).strip()
        assert await stand.press("f9") == before

    kiosk(story)


def test_a_wrong_one_costs_more_time_each_time(kiosk: Open) -> None:
    """Two seconds, then four; calmly, without a hint, also after looking away."""

    async def story(stand: Stand) -> None:
        await stand.press("f10")
        for seconds in (2, 4):
            told = await stand.press(*"kopi", "enter")
            assert "That was not the passphrase." in told
            assert f"Please wait {seconds} seconds" in told
            await stand.press("escape", "f10")
            await stand.wait(seconds - 1)
            told = await stand.until("Please wait 1 second,")
            assert "kopi" not in told
            assert "Please wait 1 second," in await stand.press(*_typed(WORDS), "enter")
            await stand.wait(1)
            await stand.until("That was not", without="Please wait")
        await stand.press(*_typed(WORDS), "enter")

    assert kiosk(story).return_code == 0


def test_nobody_waits_longer_than_a_minute() -> None:
    """The time doubles from two seconds on; while it lasts not even the right words fit."""
    now, waits = 0, []
    leaving = Leaving(Someone().fits, lambda: now)
    for _ in range(8):
        assert not leaving.may_leave("kopi")
        waits.append(leaving.seconds_to_wait)
        now += waits[-1] - 1
        assert not leaving.may_leave(WORDS)
        now += 1
    assert waits == [2, 4, 8, 16, 32, 60, 60, 60]
    assert leaving.may_leave(WORDS)


def test_an_empty_line_is_no_try(kiosk: Open) -> None:
    """Enter alone neither ends the kiosk nor costs any time."""

    async def story(stand: Stand) -> None:
        await stand.press("f10", "enter", "enter")
        assert "wait" not in stand.text
        await stand.press(*_typed(WORDS), "enter")

    assert kiosk(story).return_code == 0


def test_nothing_but_the_passphrase_ends_it(kiosk: Open) -> None:
    """Not even a part of the app that asks to leave."""

    async def story(stand: Stand) -> None:
        stand.app.leave(0)
        await stand.settled()
        assert stand.app.is_running

    app = kiosk(story)
    assert app.return_code is None
    assert not app.may_end


@pytest.mark.parametrize("away", ["f9", "f1", "f4"])
def test_what_was_half_typed_is_gone_once_one_looks_away(kiosk: Open, away: str) -> None:
    """Nobody can finish what a trainer began."""

    async def story(stand: Stand) -> None:
        await stand.press("f10", *_typed(WORDS[:-1]), away, away, "f10", WORDS[-1], "enter")
        assert "That was not the passphrase." in stand.text

    assert kiosk(story).return_code is None


def test_the_countdown_comes_over_the_passphrase_too(kiosk: Open) -> None:
    """Whoever walks away from it leaves an empty field, then the start."""

    async def story(stand: Stand) -> None:
        await stand.press("f10", *_typed(WORDS))
        await stand.wait(QUIET - 5)
        await stand.until("In 5 seconds")
        await stand.press("enter")
        await stand.press("enter")
        assert "For the trainer" in stand.text
        assert stand.app.return_code is None

    kiosk(story)


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_the_kiosks_screens_stand_as_they_were_approved(
    kiosk: Open, golden: Golden, lang: object, size: tuple[int, int]
) -> None:
    """Home, a page, the help, the countdown, the passphrase and a wrong one."""
    code = lang.code  # type: ignore[attr-defined]

    async def walk(stand: Stand) -> None:
        def take(name: str) -> None:
            golden.frame(f"kiosk-{name}.{code}.{size[0]}x{size[1]}", stand.text)

        await stand.settled()
        take("home")
        await stand.press("f1")
        take("help")
        await stand.press("escape", *PAGE)
        take("page")
        await stand.wait(QUIET - 14)
        await stand.until("14")
        take("countdown")
        await stand.press("x", "f10")
        take("passphrase")
        await stand.press(*"kopi", "enter")
        take("wrong-passphrase")

    kiosk(walk, lang=code, size=size)
    golden.judge()


def _typed(words: str) -> list[str]:
    """The keys of some words."""
    return ["space" if letter == " " else letter for letter in words]
