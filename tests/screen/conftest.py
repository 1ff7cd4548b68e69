"""The app under test: opened headless, driven by keys and mouse, read as plain rows of text."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from difflib import unified_diff
from pathlib import Path

import pytest
import textual._wait
from rich.cells import cell_len
from screen.sample import course
from screen.workshop import Workshop
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.pilot import Pilot

from toolkit.content.load import Loaded
from toolkit.language import language
from toolkit.records.front import Shelf
from toolkit.records.journal import Journal
from toolkit.screen.program import CekDulu
from toolkit.screen.signs import FINE, Signs
from toolkit.screen.workbench import Workbench

SOON = 0.02
"""Seconds: a frame of the screen, and a little."""
GOLDEN = Path(__file__).parent.parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest tests/screen --renew-golden` writes the frames anew; read the diff afterwards."""
    parser.addoption("--renew-golden", action="store_true", help="write the golden frames anew")


class Seat:
    """A learner's seat: the app, its keys, and what stands on the screen."""

    def __init__(self, app: CekDulu, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> str:
        """Press keys one after the other; returns the screen."""
        await self.pilot.press(*keys)
        return await self.settled()

    async def settled(self) -> str:
        """Wait until the screen no longer changes; returns it. A busy machine can be idle early."""
        before = ""
        while before != self.text:
            before = self.text
            await self.pilot.pause()
        return self.text

    async def until(self, *words: str, without: str = "", seconds: float = 20) -> str:
        """Wait until all of `words`, and nothing of `without`, are on the screen; returns it."""
        deadline = time.monotonic() + seconds
        while not all(one in self.said for one in words) or (without and without in self.said):
            assert time.monotonic() < deadline, f"{words} did not come:\n{self.text}"
            await self.pilot.pause(0.02)
        return await self.settled()

    async def click(self, words: str) -> str:
        """Click where these words begin on the screen; returns the screen."""
        for y, row in enumerate(self.text.split("\n")):
            if words in row:
                await self.pilot.click(offset=(cell_len(row[: row.index(words)]), y))
                await self.pilot.pause()
                return self.text
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")

    async def pick(self, *ids: str) -> str:
        """Pick choices by the numbers that they have on the screen; returns the screen."""
        for one in ids:
            choices = self.app.screen.kept.draft.ids
            await self.press(str(choices.index(one) + 1))
        return self.text

    async def answer(self, *ids: str) -> str:
        """Pick choices, and give the answer where it does not give itself; returns the screen."""
        at_once = self.app.screen.kept.draft.at_once
        await self.pick(*ids)
        return self.text if at_once else await self.press("pagedown")

    @property
    def text(self) -> str:
        """The screen as rows of text."""
        # The compositor's strips: a hundred times quicker than an exported picture.
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def said(self) -> str:
        """The screen as one line, as a reader hears it: for sentences that are wrapped."""
        return " ".join(self.text.split())


Story = Callable[[Seat], Awaitable[None]]
Drive = Callable[..., CekDulu]


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """An empty journal."""
    return Journal(tmp_path / "data")


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """A library with a sound lesson and quiz."""
    return Workshop(tmp_path / "pustaka")


@pytest.fixture
def unpainted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is painted for a terminal that is not there; a story looks at the screen itself.

    Without a terminal the app draws each change and throws it away.
    """

    def nothing(compositor: Compositor, *_: object, screen_stack: object = None) -> None:
        visible_screen_stack.set(screen_stack or [])
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", nothing)
    threads = set(threading.enumerate())

    async def quiet(least: float = 0, most: float = 1) -> None:
        # Of the app's threads the loop knows nothing; while one is at work, it is guessed as before.
        await (_quiet(most) if threads.issuperset(threading.enumerate()) else guess(least, most))

    guess = textual._wait.wait_for_idle
    for user in ("textual.app", "textual.pilot"):
        monkeypatch.setattr(f"{user}.wait_for_idle", quiet)
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 1 / 250)


async def _quiet(most: float) -> None:
    """Wait until the app has nothing more to do just now: no message, and no timer that is due soon.

    The pilot guesses it from the time that the process takes, which is a poor guess on a busy machine.
    """
    loop = asyncio.get_running_loop()
    until = loop.time() + most
    while loop.time() < until:
        await asyncio.sleep(0)
        if loop._ready:  # type: ignore[attr-defined]
            continue
        timers = [one.when() for one in loop._scheduled if not one.cancelled()]  # type: ignore[attr-defined]
        if not timers or min(timers) > loop.time() + SOON:
            return
        await asyncio.sleep(max(min(timers) - loop.time(), 0))


@pytest.fixture
def drive(journal: Journal, unpainted: None) -> Drive:
    """Opens the app and lets a story happen in it; the journal is the same for each opening."""

    def drive(
        story: Story,
        *,
        loaded: Loaded | None = None,
        lang: str = "en",
        lesson: str | None = None,
        size: tuple[int, int] = (80, 24),
        signs: Signs = FINE,
        kept: Journal | None = None,
        bench: Workbench | None = None,
        shelf: Shelf | None = None,
    ) -> CekDulu:
        read = bench.read if bench is not None else lambda: loaded or course()
        app = CekDulu(
            shelf or Shelf(None, read), kept or journal, language(lang), lesson, signs, bench=bench
        )
        app.seed = lambda: "seed"

        async def open_and_tell() -> None:
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                await story(Seat(app, pilot))

        asyncio.run(open_and_tell())
        return app

    return drive


class Golden:
    """Compares frames with those on file; the differences of a whole walk are told together."""

    def __init__(self, renew: bool) -> None:
        self._renew = renew
        self._wrong: list[str] = []

    def frame(self, name: str, text: str) -> None:
        """One frame: must be as it is on file."""
        path = GOLDEN / f"{name}.txt"
        if self._renew:
            path.write_text(text + "\n", encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text + "\n":
            was = path.read_text(encoding="utf-8") if path.exists() else ""
            changed = unified_diff(was.splitlines(), text.splitlines(), name, "now", lineterm="")
            self._wrong += changed

    def judge(self) -> None:
        """Fail if any frame was not as it is on file."""
        assert not self._wrong, "\n".join(
            ["If this is meant: pytest tests/screen --renew-golden", *self._wrong]
        )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """The golden frames."""
    return Golden(request.config.getoption("--renew-golden", default=False))
