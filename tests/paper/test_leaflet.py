"""The leaflet: six panels, folded twice, each one whole."""

from __future__ import annotations

from itertools import groupby

import pytest
import zxingcpp
from paper.conftest import Print
from paper.reading import Char, Sheet, sheets
from paper.samples import LANGS, LESSONS, with_lesson, words

from toolkit.content.library import Library
from toolkit.content.wording import plain
from toolkit.language import language
from toolkit.paper.shop import PAPERS, Job, draw

FOLDS = {"a4": {0: (97, 197), 1: (100, 200)}, "f4": {0: (108, 219), 1: (111, 222)}}


@pytest.fixture(params=[(lang, paper) for lang in LANGS for paper in PAPERS], ids="-".join)
def job(request: pytest.FixtureRequest) -> Job:
    """The leaflet about recruitment, in both languages and on both papers."""
    return Job("leaflet", ("recruitment",), *request.param)


def _panel(char: Char, folds: tuple[int, int]) -> int:
    return sum(char.left > fold for fold in folds)


def test_no_letter_lies_on_a_fold(job: Job, pdf: bytes) -> None:
    """Eight millimetres on both sides of a fold are white."""
    for side, sheet in enumerate(sheets(pdf)):
        for fold in FOLDS[job.paper][side]:
            assert not [c for c in sheet.chars if c.right > fold - 8 and c.left < fold + 8]


def test_fold_marks_stand_at_the_folds(job: Job, pdf: bytes) -> None:
    """At both edges and on both sides, where a printer can reach them."""
    for side, sheet in enumerate(sheets(pdf)):
        upright = [m for m in sheet.marks if m.right - m.left < 1 and m.bottom - m.top > 3]
        for fold in FOLDS[job.paper][side]:
            here = [m for m in upright if abs((m.left + m.right) / 2 - fold) < 0.2]
            assert len(here) == 2
            assert min(m.bottom for m in here) > 10


def test_the_text_runs_panel_by_panel(job: Job, pdf: bytes) -> None:
    """Front, flap, back; then the three inside panels, and below them the small print."""
    outside, inside = sheets(pdf)
    orders = [_order(sheet, FOLDS[job.paper][side]) for side, sheet in enumerate((outside, inside))]
    assert orders == [[2, 0, 1], [0, 1, 2, 0, 1, 2]]


def _order(sheet: Sheet, folds: tuple[int, int]) -> list[int]:
    return [panel for panel, _ in groupby(_panel(char, folds) for char in sheet.chars)]


def test_the_front_says_little(job: Job, pdf: bytes, library: Library) -> None:
    """Name, title, one line and what it is: nothing that one would not carry openly."""
    lesson, lang = library.lessons[job.lessons[0]], language(job.lang)
    outside = sheets(pdf)[0]
    front = "".join(c.char for c in outside.chars if _panel(c, FOLDS[job.paper][0]) == 2)
    expected = ("Cek Dulu", plain(lesson.title, lang, library))
    what = lang.gettext("Village lessons about working abroad. Copy them and pass them on.")
    line = plain(lesson.leaflet.front, lang, library)
    assert front == "".join("".join((*expected, line, what)).split())


def test_titles_of_the_inside_panels_stand_on_one_line(job: Job, pdf: bytes) -> None:
    """The lists below them begin at the same height in all three panels."""
    inside = sheets(pdf)[1]
    long = [m for m in inside.marks if m.bottom - m.top < 1 and m.right - m.left > 60]
    tops = {round(mark.top, 1) for mark in long}
    assert len(long) == 6
    assert len(tops) == 2


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_code_calls_the_help_line_that_stands_beside_it(
    lesson: str, library: Library, printed: Print
) -> None:
    """A telephone reads `tel:` and the number; the same letters are printed."""
    outside = sheets(printed(Job("leaflet", (lesson,), "id", "a4")))[0]
    (found,) = zxingcpp.read_barcodes(outside.picture)
    assert found.text == f"tel:{library.contacts['kp2mi'].dial}"
    assert found.text in outside.text


def test_the_code_is_wide_enough_and_has_white_around_it(job: Job, pdf: bytes) -> None:
    """Thirty millimetres of modules, and four modules of white on every side."""
    outside = sheets(pdf)[0]
    code = max(
        (m for m in outside.marks if abs((m.right - m.left) - (m.bottom - m.top)) < 0.2),
        key=lambda m: (m.left < FOLDS[job.paper][0][0]) * (m.right - m.left),
    )
    assert code.right - code.left >= 30
    quiet = 4 * (code.right - code.left) / 21
    near = [
        thing
        for thing in (*outside.chars, *outside.marks)
        if thing != code
        and thing.right > code.left - quiet
        and thing.left < code.right + quiet
        and thing.bottom > code.top - quiet
        and thing.top < code.bottom + quiet
    ]
    assert not near


def test_a_lesson_without_a_number_to_call_has_no_code(library: Library) -> None:
    """Nothing is invented to fill the place."""
    from dataclasses import replace

    ours = with_lesson(
        library,
        lambda lesson: replace(
            lesson, contacts=("kp2mi-abroad",), leaflet=replace(lesson.leaflet, scan="")
        ),
    )
    outside = sheets(draw(Job("leaflet", ("recruitment",), "id", "a4"), ours))[0]
    assert "tel:" not in outside.text
    assert not zxingcpp.read_barcodes(outside.picture)


@pytest.mark.parametrize(
    ("wish", "opened"),
    [("", "tel:110"), ("sapa-129", "tel:129"), ("kp2mi-web", "https://kp2mi.go.id")],
)
def test_the_lesson_says_what_its_code_opens(library: Library, wish: str, opened: str) -> None:
    """The contact that it names; without one, the first help line that can be called at home."""
    from dataclasses import replace

    ours = with_lesson(
        library, lambda lesson: replace(lesson, leaflet=replace(lesson.leaflet, scan=wish))
    )
    outside = sheets(draw(Job("leaflet", ("recruitment",), "id", "a4"), ours))[0]
    assert [code.text for code in zxingcpp.read_barcodes(outside.picture)] == [opened]
    assert opened in outside.text


def test_the_type_grows_when_there_is_room(library: Library) -> None:
    """Few words are set larger: the size is the largest of those allowed that fits."""
    from dataclasses import replace

    short = with_lesson(
        library,
        lambda lesson: replace(
            lesson,
            takeaways=(words("Tunda dulu, cek dulu."),),
            leaflet=replace(
                lesson.leaflet,
                inside=tuple(replace(panel, more=()) for panel in lesson.leaflet.inside),
            ),
        ),
    )
    job = Job("leaflet", ("recruitment",), "id", "f4")
    sizes = [
        max(c.size for c in sheets(draw(job, one))[1].chars if c.size < 18)
        for one in (library, short)
    ]
    assert sizes[1] >= sizes[0]
    assert sizes[1] == 17
