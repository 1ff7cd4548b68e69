"""A further language in the app: in the switch, with a mark where another one stands in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from screen.conftest import Drive, Seat
from screen.sample import course

from toolkit import RELEASED
from toolkit.content.load import Loaded
from toolkit.content.text import Text, parse
from toolkit.content.translation.contexts import changed
from toolkit.records.front import front_of, shelf

MARK = "°"
JAVANESE = {
    "lesson/offer/title": "Tawaran kerja liwat pesen",
    "lesson/offer/pages/first/title": "Pesen",
}


def javanese(words: dict[str, str] = JAVANESE) -> Loaded:
    """The course with a few of its texts in Javanese."""
    loaded = course()

    def lay(context: str, text: Text) -> Text:
        if context not in words:
            return text
        return Text({**text.runs, "jv": parse(words[context])})

    library = replace(changed(loaded.library, lay), languages=("id", "en", "jv"))
    return replace(loaded, library=library)


def test_the_language_key_goes_round_all_languages(drive: Drive) -> None:
    """It names the next one in its own words, and after the last comes the first."""

    async def story(seat: Seat) -> None:
        assert "F2 English" in seat.text
        assert "F2 Jawa" in await seat.press("f2")
        await seat.press("f2")
        assert "Tawaran kerja liwat pesen" in seat.text
        assert "F2 Indonesia" in seat.text
        assert seat.app.journal.setting("language") == "jv"
        await seat.press("f2")
        assert "Tawaran kerja lewat pesan" in seat.text

    drive(story, loaded=javanese(), lang="id")


def test_with_two_languages_nothing_is_marked(drive: Drive) -> None:
    """The mark is for those who need it."""

    async def story(seat: Seat) -> None:
        assert MARK not in seat.text
        await seat.press("1")
        assert MARK not in seat.text

    drive(story, lang="id")


def test_what_is_not_translated_stands_in_indonesian_with_a_mark(drive: Drive) -> None:
    """Text by text, and the sheet says what the mark means."""

    async def story(seat: Seat) -> None:
        assert f"Tawaran kerja liwat pesen {MARK}" not in seat.text
        await seat.press("1")
        assert MARK in seat.text
        for _ in range(6):
            await seat.press("down")
        assert f"{MARK} " in seat.text

    drive(story, loaded=javanese(), lang="jv")


def test_a_title_that_is_not_translated_is_marked_at_home(drive: Drive) -> None:
    """Home does not need the library for that."""

    async def story(seat: Seat) -> None:
        assert f"Tawaran kerja lewat pesan {MARK}" in seat.text

    drive(story, loaded=javanese({}), lang="jv")


def test_a_kept_front_has_every_language(tmp_path: Path) -> None:
    """Their names and titles come from the data folder; a new translation makes a new front."""
    front = front_of(javanese())
    assert front.languages == (("id", "Indonesia"), ("en", "English"), ("jv", "Jawa"))
    assert front.lessons[0].title["jv"] == "Tawaran kerja liwat pesen"
    assert "jv" not in front.lessons[0].about
    root = tmp_path / "own"
    po = root / "lessons" / "translations" / "jv.po"
    po.parent.mkdir(parents=True)
    words = 'msgctxt "lesson/recruitment/title"\nmsgid "Begini cara mereka mencari orang"\nmsgstr "{}"\n'
    for title in ("Ngene", "Ngono"):
        po.write_text(words.format(title))
        for _ in range(2):
            made = shelf(root, RELEASED, tmp_path / "data").sure_front()
            assert made.lessons[0].title["jv"] == title
            assert made.languages[-1] == ("jv", "Jawa")
