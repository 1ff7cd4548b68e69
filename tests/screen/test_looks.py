"""What can be told apart: colours by contrast, states by sign and word, on every console."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from screen.conftest import Drive, Seat
from screen.sample import course

from toolkit.content.library import Library
from toolkit.content.quiz import Choice, Multiple, TrueFalse
from toolkit.language import Language
from toolkit.records.journal import Journal
from toolkit.screen.asking import asking
from toolkit.screen.draft import Draft
from toolkit.screen.layout import Beside, Fold, Row, Words, lay_out
from toolkit.screen.prose import Voice, say
from toolkit.screen.signs import FINE, PLAIN, signs_for
from toolkit.screen.theme import DARK, LIGHT, colours
from toolkit.session.answers import PLAYABLE, choices

SMALLEST = 18 - 1 - 4
"""Lines of a question on a screen of 60x18: all but the top line and the foot."""

GROUNDS = {"bar-ink": "bar-paper", "caret-ink": "caret-paper"}


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_every_ink_stands_out_from_its_ground(theme: str) -> None:
    """All pairs of colours that meet have a contrast of 7:1 or more (WCAG AAA)."""
    its = colours(theme)
    for ink in (name for name in its if name.endswith("ink")):
        assert contrast(its[ink], its[GROUNDS.get(ink, "paper")]) >= 7, ink


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_every_letter_on_every_screen_stands_out(drive: Drive, theme: str) -> None:
    """Measured on the screens themselves, letter by letter: 7:1 or more."""
    faint = set()

    def measure(seat: Seat) -> None:
        for strip in seat.app.screen._compositor.render_strips():
            for text, style, _ in strip:
                if text.strip():
                    inks = [f"#{bytes(one.triplet).hex()}" for one in (style.color, style.bgcolor)]
                    if contrast(*inks) < 7:
                        faint.add((text, *inks))

    async def story(seat: Seat) -> None:
        if theme == "light":
            await seat.press("f3")
        for key in ("f1", "f4", "f5", "x", "f6", "escape", "1", *["pagedown"] * 4):
            measure(seat)
            await seat.press(key)
        while "You missed" not in seat.text:
            draft = seat.app.screen.kept.draft
            await seat.pick(*draft.ids if draft.whole else draft.ids[:1])
            measure(seat)
            if not draft.at_once:
                await seat.press("pagedown")
            measure(seat)
            await seat.press("pagedown")

    drive(story, loaded=course(overlay=True))
    assert not faint


def contrast(one: str, other: str) -> float:
    """The WCAG contrast of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """The WCAG luminance of a colour."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("encoding", "environ", "platform", "signs"),
    [
        ("utf-8", {"TERM": "xterm-256color"}, "linux", FINE),
        ("utf-8", {"TERM": "linux"}, "linux", PLAIN),
        ("ascii", {"TERM": "xterm"}, "linux", PLAIN),
        ("cp437", {"TERM": "xterm"}, "linux", PLAIN),
        ("cp1252", {"TERM": "xterm"}, "linux", PLAIN),
        ("no-such-encoding", {}, "linux", PLAIN),
        ("utf-8", {}, "win32", PLAIN),
        ("utf-8", {"WT_SESSION": "1"}, "win32", FINE),
    ],
)
def test_signs_are_those_that_the_console_can_draw(
    encoding: str, environ: dict[str, str], platform: str, signs: object
) -> None:
    """Fine signs where they are certain, plain ones everywhere else."""
    assert signs_for(encoding, environ, platform) is signs


def test_plain_signs_need_nothing_but_ascii(drive: Drive) -> None:
    """A console that knows only ASCII shows every screen whole."""

    async def story(seat: Seat) -> None:
        keys = ["f1", "f4", "f5", "f5", "f6", "escape", "1", "pagedown", "pagedown", "pagedown"]
        for key in keys:
            assert (await seat.press(key)).isascii()
        while "You missed" not in seat.text:
            draft = seat.app.screen.kept.draft
            assert (await seat.pick(*draft.ids if draft.whole else draft.ids[:1])).isascii()
            if not draft.at_once:
                await seat.press("pagedown")
            assert seat.text.isascii()
            assert "[v]" in seat.text or "[x]" in seat.text
            await seat.press("pagedown")

    drive(story, loaded=course(overlay=True), signs=PLAIN, size=(80, 24))


def test_without_colour_nothing_is_lost(
    drive: Drive, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With NO_COLOR set the same words and signs are there, in greys only."""
    seen = []

    async def story(seat: Seat) -> None:
        await seat.press("pagedown", "pagedown", "pagedown")
        await seat.answer("pay")
        seen.append(seat.text)
        colours = set()
        for strip in seat.app.screen._compositor.render_strips():
            for style in (segment.style for segment in strip if segment.style):
                colours |= {one.triplet for one in (style.color, style.bgcolor) if one}
        seen.append({one for one in colours if one and len(set(one)) > 1})

    drive(story, lesson="offer")
    monkeypatch.setenv("NO_COLOR", "1")
    drive(story, lesson="offer", kept=Journal(tmp_path / "other"))
    coloured, colours, plain, greys = seen
    assert coloured == plain
    assert colours
    assert not greys


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (120, 40), (200, 60)])
def test_every_page_of_every_lesson_shows_its_lines_without_scrolling(
    library: Library, lang: Language, size: tuple[int, int]
) -> None:
    """Title and show lines of our own lessons fit above the foot, at the smallest size too."""
    from toolkit.screen.reading import page_blocks

    voice = Voice(lang, library, FINE)
    room = size[1] - 4
    for lesson in library.lessons.values():
        for page in lesson.pages:
            lines = lay_out(page_blocks(page, voice), size[0], room)
            seen = " ".join(part.content.plain for line in lines[:room] for part in line)
            for text in (page.title, *page.show):
                last = voice.plain(text).split()[-1]
                assert last in seen, f"{lesson.id}/{page.id}: {seen}"


def test_our_questions_fit_the_smallest_screen(library: Library, lang: Language) -> None:
    """Questions to choose from show all their choices at 60x18; longer ones scroll with a hint."""
    voice = Voice(lang, library, FINE)
    too_tall = []
    for question in library.questions.values():
        if isinstance(question, PLAYABLE):
            draft = Draft(question, choices(question, "seed"))
            lines = lay_out(asking(draft, voice), 60, SMALLEST)
            if isinstance(question, Choice | TrueFalse | Multiple) and len(lines) > SMALLEST:
                too_tall.append(question.id)
    assert too_tall == []


def test_two_columns_only_where_there_is_room() -> None:
    """What belongs together stands side by side at 120 columns and one below the other at 80."""
    block = Beside((Words(say("left")), Fold()), (Words(say("right")),))
    narrow, wide = (lay_out([block], width, 40) for width in (80, 120))
    assert not any(len(line) == 2 for line in narrow)
    assert any([part.content.plain for part in line] == ["left", "right"] for line in wide)


@pytest.mark.parametrize(("width", "height"), list(product((20, 40, 60, 99, 200), (5, 18, 60))))
def test_no_line_is_wider_than_the_sheet(width: int, height: int) -> None:
    """Indents, numbers and signs never push words off the edge."""
    long = say("word " * 30 + "w" * 90)
    blocks = [Words(long, say("* ")), Row("key", long, 9, say("[x]")), Fold(), Words(long, gap=2)]
    for line in lay_out([*blocks, Beside(tuple(blocks), (Row("k", long, 1),))], width, height):
        for part in line:
            wide = part.content.cell_length + (2 if part.key else 0)
            assert part.x + wide <= width
