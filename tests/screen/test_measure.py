"""The measure that checking takes of a page is the one that the screen takes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from screen.conftest import Drive, Seat

from toolkit import RELEASED
from toolkit.content.checks.fitting import CELLS, HANG, ROWS, rows, too_long
from toolkit.content.lesson import Page
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.text import Text, parse
from toolkit.language import Language
from toolkit.screen.layout import Fold, Words, lay_out
from toolkit.screen.prose import Voice
from toolkit.screen.reading import page_blocks
from toolkit.screen.signs import FINE


def shown(page: Page, library: Library, lang: Language) -> int:
    """The rows of title and lines as the screen lays them out at its tightest."""
    (beside,) = page_blocks(page, Voice(lang, library, FINE))
    before = []
    for block in beside.left:
        if isinstance(block, Fold):
            break
        if isinstance(block, Words):
            before.append(block)
    # In no height at all nothing is airy; the fold tells the layout that all of it matters.
    return len(lay_out([*before, Fold()], 60, 0))


def measured(page: Page, library: Library, lang: Language) -> int:
    """The same as checking measures it."""
    texts = [page.title, *page.show]
    return sum(
        rows(text, lang.code, library, CELLS - HANG if at else CELLS)
        for at, text in enumerate(texts)
    )


def test_our_pages_are_measured_as_they_are_shown(library: Library, lang: Language) -> None:
    """Row for row; a date may be taken for a longer one, never for a shorter one."""
    for lesson in library.lessons.values():
        for page in lesson.pages:
            dated = any(run.kind == "fact" for line in page.show for _, run in line.references())
            real, ours = shown(page, library, lang), measured(page, library, lang)
            assert ours == real or (dated and ours > real), page.id


@pytest.mark.parametrize(
    "words",
    [
        "kata " * 40,
        "panjang" * 30,
        "pendek " + "panjang" * 20 + " pendek",
        "kata  dengan   spasi    " * 9,
        "é" * 200,
        "漢字 " * 60,
        "**tebal sekali** dan biasa " * 8,
        "satu\ndua\n\ntiga " * 5,
    ],
)
def test_odd_words_are_measured_as_they_are_shown(
    library: Library, lang: Language, words: str
) -> None:
    """Long words, wide signs, many spaces and lines of their own wrap as on the screen."""
    text = Text({lang.code: parse(words.strip())})
    page = Page("odd", text, "chat", (text,) * 3, text, ())
    assert measured(page, library, lang) == shown(page, library, lang)


def test_the_smallest_screen_has_the_rows_that_checking_counts_on(
    drive: Drive, lang: Language
) -> None:
    """Sixty columns and eighteen rows leave so many for a page, in both languages."""

    async def look(seat: Seat) -> None:
        await seat.press("enter")
        sheet = seat.app.screen.sheet
        assert sheet.size.height == ROWS
        assert min(sheet.size.width - 3, 84) == CELLS

    drive(look, size=(60, 18), lang=lang.code)


def test_a_page_that_is_not_complained_of_is_seen_at_once(
    drive: Drive, library: Library, lang: Language
) -> None:
    """A page with exactly as many rows as there is room is shown whole; one more is told."""
    line = Text({code: parse("kata " * 10 + "kata") for code in ("id", "en")})
    first = library.lessons["recruitment"].pages[0]
    for count, fits in ((ROWS - 1, True), (ROWS, False)):
        page = replace(first, show=(line,) * count)
        assert shown(page, library, lang) == count + 1
        lesson = replace(library.lessons["recruitment"], pages=(page,))
        told = [one.rule for one in too_long([lesson], library)]
        assert ("page-too-full" not in told) is fits
        loaded = replace(
            open_library(as_of=RELEASED),
            library=replace(library, lessons={"recruitment": lesson}),
        )

        async def look(seat: Seat, fits: bool = fits) -> None:
            await seat.press("enter")
            seen = sum("kata kata" in row for row in seat.text.split("\n"))
            assert (seen == ROWS - 1) and (seat.app.screen.sheet.below > 0)

        drive(look, size=(60, 18), lang=lang.code, loaded=loaded)
