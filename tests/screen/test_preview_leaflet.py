"""The leaflet of a preview: drawn on request and at each save, or why it cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest
from screen.conftest import Drive, Seat
from screen.workshop import LESSON_FILE, TITLE, Workshop

from toolkit.content.library import Library
from toolkit.content.place import Place, Problem
from toolkit.errors import Breakdown
from toolkit.language import said
from toolkit.screen import drawing


@pytest.fixture
def viewed(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What would have been opened in the system's viewer."""
    opened: list[Path] = []

    def view(file: Path) -> bool:
        opened.append(file)
        return True

    monkeypatch.setattr(drawing, "view", view)
    return opened


def test_the_leaflet_is_drawn_opened_and_drawn_again(
    drive: Drive, shop: Workshop, viewed: list[Path]
) -> None:
    """F7 draws it and opens it once; each save draws it again; where it is stands on the screen."""
    drawn: list[tuple[str, str]] = []

    def leaflet(library: Library, lesson: str, code: str) -> Path:
        words = library.lessons[lesson].title.runs[code][0].value
        drawn.append((code, words))
        return Path("out", f"leaflet-{code}.pdf")

    async def story(seat: Seat) -> None:
        await seat.press("f7")
        await seat.until("The leaflet is here:", "leaflet-en.pdf")
        assert "Working on ships" in await seat.press("f7")
        shop.change(LESSON_FILE, TITLE, "en: Old ships")
        await seat.until("Old ships")
        shop.change(LESSON_FILE, "en: Old ships", "inggris: Old ships")
        await seat.until("Mend it:")
        shop.change(LESSON_FILE, "inggris: Old ships", TITLE)
        await seat.until("Page 1 of 3")
        await seat.press("f7", "f2")
        await seat.until("leaflet-id.pdf")

    drive(story, bench=shop.bench(LESSON_FILE, leaflet), size=(140, 30))
    english = [words for code, words in drawn if code == "en"]
    assert list(dict.fromkeys(english)) == ["Working on ships", "Old ships"]
    assert drawn[-1] == ("id", "Kerja di kapal")
    assert viewed == [Path("out", "leaflet-en.pdf")]


def test_a_leaflet_that_overflows_shows_what_to_mend(
    drive: Drive, shop: Workshop, viewed: list[Path]
) -> None:
    """With its line and how to mend it, in place of a success; counted at the top afterwards."""

    def leaflet(library: Library, lesson: str, code: str) -> Path | Problem:
        if "long" not in library.lessons[lesson].title.runs["en"][0].value:
            return Path("out", "leaflet.pdf")
        at = Place(shop.name(LESSON_FILE), 7, 7)
        return Problem(at, "overflow", said("Too long by 3 lines."), said("Write less."))

    shop.change(LESSON_FILE, TITLE, "en: A long title")

    async def story(seat: Seat) -> None:
        await seat.press("f7")
        shown = await seat.until("Too long by 3 lines.", "Write less.")
        assert "en: A long title" in shown
        assert "The leaflet is here" not in shown
        await seat.press("escape")
        assert "F7: not drawn" in seat.text.split("\n")[0]
        shop.change(LESSON_FILE, "en: A long title", TITLE)
        await seat.until("Working on ships", without="F7: not drawn")

    drive(story, bench=shop.bench(LESSON_FILE, leaflet), size=(140, 30))
    assert viewed == [Path("out", "leaflet.pdf")]


def test_without_a_viewer_the_path_is_said(
    drive: Drive, shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And whatever else goes wrong with a leaflet is told in its own two sentences."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "")
    full: list[bool] = []

    def leaflet(library: Library, lesson: str, code: str) -> Path:
        if full:
            raise Breakdown(said("The disk is full."), said("Make room."))
        return Path("out", "leaflet.pdf")

    async def story(seat: Seat) -> None:
        await seat.press("f7")
        await seat.until("leaflet.pdf", "Open it yourself.")
        full.append(True)
        await seat.press("f7", "f7")
        await seat.until("The disk is full.", "Make room.", "The last leaflet that could be drawn:")

    drive(story, bench=shop.bench(LESSON_FILE, leaflet), size=(140, 30))
