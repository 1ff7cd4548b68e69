"""Keys: one registry for footer, help and bindings; two ways for each; hidden at once from anywhere."""

from __future__ import annotations

import pytest
from screen.conftest import Drive, Seat
from screen.sample import course

from toolkit.records.journal import Journal
from toolkit.screen import actions
from toolkit.screen.actions import ACTIONS, EVERYWHERE

PLACES = {
    "home": [],
    "help": ["f1"],
    "help lines": ["f4"],
    "glossary": ["f5"],
    "files": ["f6"],
    "a file": ["f6", "down", "down", "enter"],
    "report": ["f6", "1"],
    "page": ["1"],
    "question": ["1", "pagedown", "pagedown", "pagedown"],
    "reply": ["1", "pagedown", "pagedown", "pagedown", "1"],
    "help over a question": ["1", "pagedown", "pagedown", "pagedown", "question_mark"],
}
"""How to come to each screen, from home."""


@pytest.fixture(params=PLACES)
def way(request: pytest.FixtureRequest) -> list[str]:
    """The keys that lead to a screen."""
    return PLACES[request.param]


def test_the_screen_is_hidden_at_once_and_brought_back(drive: Drive, way: list[str]) -> None:
    """On every screen each hiding key leaves nothing to read, and each brings all of it back."""

    async def story(seat: Seat) -> None:
        before = await seat.press(*way) if way else seat.text
        typing = seat.app.focused is not None
        keys = ["f9", "ctrl+b"] if typing else ["f9", "ctrl+b", "full_stop"]
        for hide, show in zip(keys, ["escape", *keys], strict=False):
            assert not (await seat.press(hide)).strip()
            assert await seat.press(show) == before

    drive(story, loaded=course(overlay=True))


def test_nothing_but_the_hiding_keys_brings_the_screen_back(drive: Drive) -> None:
    """In the dark other keys and the mouse do nothing at all, seen or unseen."""

    async def story(seat: Seat) -> None:
        before = await seat.press("1", "f9")
        await seat.press("f2", "f1", "f4", "1", "enter", "space", "pagedown", "l", "t")
        await seat.pilot.click(offset=(5, 4))
        assert not before.strip()
        assert not seat.text.strip()
        assert "Page 1 of 3" in await seat.press("f9")

    drive(story)


def test_the_offer_to_go_on_can_be_hidden_too(drive: Drive) -> None:
    """The first screen after a power cut is no exception."""

    async def begin(seat: Seat) -> None:
        await seat.press("1", "pagedown")

    async def hidden(seat: Seat) -> None:
        assert not (await seat.press("full_stop")).strip()
        assert "Go on where it was left?" in await seat.press("full_stop")

    drive(begin)
    drive(hidden)


def test_letters_belong_to_the_field_while_one_types(drive: Drive) -> None:
    """In the glossary's field letters, `.` and `?` are typed; function keys still act."""

    async def story(seat: Seat) -> None:
        await seat.press("f5")
        field = seat.app.screen.field
        await seat.press(
            "l", "t", "h", "k", "m", "full_stop", "question_mark", "1", "n", "p", "space"
        )
        assert field.value == "lthkm.?1np "
        assert "No word like that here." in seat.text
        assert seat.app.lang.code == "en"
        await seat.press("f2")
        assert seat.app.lang.code == "id"
        assert "Kata itu tidak ada di sini." in seat.text
        await seat.press(*["backspace"] * 11, *"tppo")
        assert "tindak pidana perdagangan orang" in seat.text
        assert "Disnaker" not in seat.text
        assert "Petunjuk" in (await seat.press("f1")).split("\n")[0]

    drive(story)


def test_the_foot_shows_every_key_that_it_promises(drive: Drive, way: list[str]) -> None:
    """Even on the smallest screen no key is cut off, in either language."""

    async def story(seat: Seat) -> None:
        await seat.press(*way, "f2")
        for code in ("id", "en"):
            assert seat.app.lang.code == code
            shown = seat.app.screen.footed()
            assert {actions.HELP, actions.LANGUAGE, actions.BLANK, actions.QUIT} <= set(shown)
            for action in shown:
                assert f" {action.shown} " in f"{seat.text} ".replace("\n", " ")
                assert seat.app.screen.label(action) in seat.text
            await seat.press("f2")

    drive(story, loaded=course(overlay=True), size=(60, 18))


def test_textual_hears_the_same_names_as_the_foot_shows(drive: Drive) -> None:
    """The descriptions of all bindings follow the language, at run time."""

    async def story(seat: Seat) -> None:
        bound = seat.app.screen.active_bindings
        assert bound["f1"].binding.description == "Help"
        await seat.press("f2")
        bound = seat.app.screen.active_bindings
        assert bound["f1"].binding.description == "Petunjuk"
        assert bound["f10"].binding.description == "Keluar"

    drive(story)


def test_the_help_names_every_key_that_acts(drive: Drive, way: list[str]) -> None:
    """What a key can do on a screen stands in the help that is opened from there."""
    if way[-1:] in (["f1"], ["question_mark"]):
        way = way[:-1]

    async def story(seat: Seat) -> None:
        await seat.press(*way)
        acting = seat.app.screen.acting()
        await seat.press("f1")
        if way and (way[-1] in ("f4", "f5") or way == PLACES["a file"]):
            acting = [one for one in acting if one in EVERYWHERE]
        for action in acting:
            assert action.help in seat.said

    drive(story, loaded=course(overlay=True), size=(80, 60))


def test_each_key_means_one_thing_on_a_screen() -> None:
    """No two actions that meet share a key, and every function key has a second way."""
    home = (*EVERYWHERE, actions.PICK, actions.NUMBER, actions.TRAINER)
    pages = (*EVERYWHERE, actions.NEXT_PAGE, actions.PREVIOUS, actions.LEAVE)
    quiz = (*EVERYWHERE, actions.NEXT, actions.PREVIOUS, actions.PICK, actions.NUMBER, actions.UNDO)
    trainers = (actions.MISTAKES, actions.LEAFLET, actions.CONTENTS)
    for together in (home, (*pages, *trainers), (*quiz, actions.LEAVE, *trainers)):
        keys = [key for one in together for key in f"{one.always},{one.keys}".split(",") if key]
        assert len(keys) == len(set(keys))
    for action in ACTIONS:
        if action.shown.startswith("F"):
            assert action.also or " " in action.shown


def test_the_same_key_closes_what_it_opened(drive: Drive) -> None:
    """Help, help lines and glossary open over anything, one in place of the other, and close."""

    async def story(seat: Seat) -> None:
        before = await seat.press("1")
        for key, title in [("f1", "Help"), ("h", "Help lines"), ("f4", "Help lines")]:
            assert title in (await seat.press(key)).split("\n")[0]
            assert await seat.press(key) == before
        await seat.press("f1", "f4", "f5", "f1")
        assert len(seat.app.screen_stack) == 3
        assert await seat.press("escape") == before

    drive(story)


@pytest.mark.parametrize("key", ["f10", "ctrl+q", "ctrl+c"])
def test_quitting_needs_no_question(drive: Drive, journal: Journal, key: str) -> None:
    """The quitting keys end the app at once, from a question, from the field, from the dark."""

    async def story(seat: Seat) -> None:
        await seat.press("1", "pagedown", "f5", "f9", key)

    app = drive(story)
    assert app.return_code == 0
    assert app.in_lesson
    assert journal.unfinished()


def test_other_screens_say_what_they_are_for(drive: Drive) -> None:
    """Home names what was left out and what a trainer's library replaced."""

    async def story(seat: Seat) -> None:
        assert "1 file was left out because of mistakes." in seat.said
        assert (
            "The library desa-kami puts its own words in place of: Police (example)." in seat.said
        )
        assert "Mistakes found in the lesson files (F6)" in seat.text
        await seat.press("m")
        assert "lessons/ship.yaml - 1 error" in seat.text
        await seat.press("enter")
        assert "[/] [red]title[/red] is missing." in seat.text
        assert "Mend it: Write a title." in seat.text
        assert "lessons/ship.yaml:12:5" in seat.text
        await seat.press("escape", "escape")
        assert "F6" not in seat.text.split("\n")[-1]

    drive(story, loaded=course(overlay=True))


def test_help_lines_tell_how_old_our_knowledge_is(drive: Drive) -> None:
    """Seen in print is never called checked; a date that has passed is stamped."""

    async def story(seat: Seat) -> None:
        await seat.press("f4")
        assert "last seen in print January 2026, checked: not yet" in seat.said
        assert "checked: 2 March 2026" in seat.said
        assert "last seen in print 2024, checked: not yet" in seat.said
        assert seat.text.count("OUT OF DATE") == 1
        assert seat.text.count(" 0000 ") == 2

    drive(story, size=(80, 50))
