"""The hall's screens in both languages at three sizes, as they stand in tests/golden/."""

from __future__ import annotations

import pytest
from screen.conftest import Drive, Golden
from screen.hall.lead import Lead, lead, setup
from screen.hall.test_hall_secret import agenda, every

from toolkit.content.library import Library
from toolkit.language import Language
from toolkit.records.journal import Journal
from toolkit.screen.hall.room import room
from toolkit.screen.hall.strip import LEAST
from toolkit.screen.layout import Fold, lay_out
from toolkit.screen.prose import Voice
from toolkit.screen.signs import FINE
from toolkit.session.agenda import Part
from toolkit.session.hall import Opened, WentOn, after, fold

SIZES = [(60, 18), (80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_hall_stands_as_it_was_approved(
    drive: Drive, golden: Golden, journal: Journal, lang: Language, size: tuple[int, int]
) -> None:
    """A walk through a session shows exactly the frames on file."""

    async def walk(me: Lead) -> None:
        def take(name: str) -> None:
            golden.frame(f"hall-{name}.{lang.code}.{size[0]}x{size[1]}", me.seat.text)

        take("opening")
        await me.to(Part.BEFORE)
        await me.type("7 12 9")
        take("counts")
        await me.press("enter")
        await me.to(Part.LESSON)
        me.pass_time(25 * 60)
        me.screen.tick()
        await me.seat.settled()
        take("page")
        await me.to(Part.LESSON, "ask")
        take("note")
        await me.press("t", "1", "5")
        take("minutes")
        await me.press("escape", "escape")
        take("menu")
        await me.press("escape")
        await me.to(Part.QUIZ, "q-quiz")
        await me.type("12 9 4")
        await me.press("enter")
        take("discuss")
        await me.type("10 5 12")
        await me.press("m", "enter")
        take("shift")
        await me.press("enter")
        take("answer")
        await me.to(Part.OFFERS, "q-cook-b")
        await me.type("12")
        await me.press("enter", "enter")
        take("offer")
        await me.to(Part.AFTER)
        await me.type("3 1 25")
        await me.press("enter")
        await me.to(Part.ANSWERS)
        take("verdict")
        await me.to(Part.CLOSING)
        await me.press("f7")
        take("closing")
        await me.to(Part.SUMMARY)
        await me.press("f7")
        take("summary")

    lead(drive, journal, walk, lang=lang.code, size=size)
    golden.judge()


SMALLEST = 18 - 3 - 1 - LEAST
"""Lines of the room's face on a screen of 60x18: all but top, foot and the facilitator's strip."""


def test_every_question_of_ours_can_be_counted_on_the_smallest_screen(
    library: Library, lang: Language
) -> None:
    """Question, offer and options stand whole above the strip, at 60x18, while hands are counted."""
    voice = Voice(lang, library, FINE)
    hall = fold([(0, Opened(setup(), "2026-11-22", agenda(every(library), library)))])
    while hall.item is not None:
        lines = lay_out([*room(hall, voice, 60), Fold()], 60, SMALLEST)
        assert len(lines) <= SMALLEST, hall.step.id
        hall = after(hall, WentOn(), 0)


def test_every_page_of_ours_stands_whole_on_the_smallest_screen(
    library: Library, lang: Language
) -> None:
    """Title and lines stand above the strip at 60x18."""
    from toolkit.screen.hall.room import page

    voice = Voice(lang, library, FINE)
    for lesson in library.lessons.values():
        for one in lesson.pages:
            lines = lay_out([*page(lesson.id, one.id, voice), Fold()], 60, SMALLEST)
            assert len(lines) <= SMALLEST, one.id


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_every_letter_in_the_hall_stands_out(drive: Drive, journal: Journal, theme: str) -> None:
    """Measured on the screens themselves, room and strip: a contrast of 7:1 or more."""
    from screen.test_looks import contrast

    faint = set()

    def measure(me: Lead) -> None:
        for strip in me.screen._compositor.render_strips():
            for text, style, _ in strip:
                if text.strip():
                    inks = [f"#{bytes(one.triplet).hex()}" for one in (style.color, style.bgcolor)]
                    if contrast(*inks) < 7:
                        faint.add((text, *inks))

    async def story(me: Lead) -> None:
        if theme == "light":
            await me.press("f3")
        while me.hall.step.part is not Part.SUMMARY:
            measure(me)
            if me.hall.counting:
                await me.type("7 12 9")
                measure(me)
            await me.press("enter")
        measure(me)

    lead(drive, journal, story)
    assert not faint


@pytest.mark.parametrize("size", [(24, 8), (40, 12), (200, 60)])
def test_no_size_of_the_window_breaks_the_hall(
    drive: Drive, journal: Journal, size: tuple[int, int]
) -> None:
    """A tiny window shows less and scrolls, a huge one has room; none of it falls over."""

    async def story(me: Lead) -> None:
        for part in (Part.BEFORE, Part.LESSON, Part.QUIZ, Part.SUMMARY):
            await me.to(part)
            if me.hall.counting:
                await me.type("7 12 9")
                await me.press("enter", "enter")
            await me.press("down", "up", "f6", "f6", "f7", "f7")
            assert me.seat.text.strip()

    lead(drive, journal, story, size=size)
