"""Whatever a trainer types is shown as typed: markup, links, control characters, long words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from screen.conftest import Drive, Seat
from screen.sample import both, course

from toolkit.content.text import Text, parse
from toolkit.language import language
from toolkit.screen.prose import Voice, clean
from toolkit.screen.signs import PLAIN

SPOILS = {
    "[/]": "[/]",
    "[red]x": "[red]x",
    "[@click=app.quit]x[/]": "[@click=app.quit]x[/]",
    "[/foo]": "[/foo]",
    "\\[b]": "\\[b]",
    "a\u202eb": "a<U+202E>b",
    "a\x1b[31mb": "a<U+001B>[31mb",
    "\ud800": "<U+D800>",
    "👩‍🌾 🇮🇩": "👩‍🌾 🇮🇩",
    "{fact:": "{fact:",
}
WAY = ["f4", "f4", "1", "pagedown", "pagedown", "pagedown"]


@pytest.mark.parametrize("half", [0, 1])
def test_hostile_text_is_shown_as_it_was_typed(drive: Drive, half: int) -> None:
    """On no screen is a trainer's text obeyed, lost, or the end of the app."""
    spoils = list(SPOILS)[half::2]
    spoil = " ".join(spoils)

    def spoilt(indonesian: str, english: str) -> Text:
        return both(f"{spoil} {indonesian}", f"{spoil} {english}")

    async def story(seat: Seat) -> None:
        shown = [SPOILS[one] for one in spoils]
        for key in WAY:
            await seat.press(key)
            assert all(one in seat.text for one in shown)
        while "You knew" not in seat.text:
            kept = seat.app.screen.kept
            await seat.answer(*kept.draft.ids if kept.draft.whole else kept.draft.ids[:1])
            assert all(one in seat.text for one in shown)
            await seat.press("pagedown")
            if "You missed" in seat.text:
                break

    drive(story, loaded=course(spoilt, overlay=True), size=(120, 40))


def test_a_word_longer_than_the_screen_is_broken_not_cut(drive: Drive) -> None:
    """Every letter of a word of two hundred is on the screen, at the smallest size."""
    word = "".join(chr(ord("a") + at % 26) for at in range(200))
    loaded = course()
    lesson = loaded.library.lessons["offer"]
    page = replace(lesson.pages[0], show=(Text({"en": parse(word)}),))
    lesson = replace(lesson, pages=(page,))
    library = replace(loaded.library, lessons={"offer": lesson})

    async def story(seat: Seat) -> None:
        assert word in "".join(seat.text.replace("•", "").split())

    drive(story, loaded=replace(loaded, library=library), lesson="offer", size=(60, 18))


def test_text_in_one_language_only_is_shown_in_that_one(drive: Drive) -> None:
    """A lesson that has not been translated can still be read; a mark says that it has not."""
    text = Text({"id": parse("Cek **dulu**.")})
    assert Voice(language("id"), course().library, PLAIN).prose(text).plain == "Cek dulu."
    assert Voice(language("en"), course().library, PLAIN).prose(text).plain == "Cek dulu. ~"


def test_only_what_a_terminal_would_obey_is_replaced() -> None:
    """Letters, accents, other scripts and line ends stay as they are."""
    words = "Ça, naïve — “dulu”, ꦏ, 文, tab\tand line\nend"
    assert clean(words) == words
    assert clean("\x07\x9b1m\u2066") == "<U+0007><U+009B>1m<U+2066>"
