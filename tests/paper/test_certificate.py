"""The certificate: that somebody took part, written in by hand, and no more than that."""

from __future__ import annotations

import pytest
from paper.conftest import Print
from paper.reading import sheets
from paper.samples import LANGS, LESSONS, with_lesson, words
from paper.session_sheets import in_order

from toolkit.content.library import Library
from toolkit.content.theme import PAPERS
from toolkit.content.wording import plain
from toolkit.language import language
from toolkit.paper.shop import Job, draw
from toolkit.paper.type.trouble import Unprintable


@pytest.fixture(params=[(lang, paper) for lang in LANGS for paper in PAPERS], ids="-".join)
def job(request: pytest.FixtureRequest) -> Job:
    """One for all lessons, in both languages and on both papers."""
    return Job("certificate", LESSONS, *request.param)


def test_it_names_the_lessons_and_leaves_lines_for_the_rest(
    job: Job, printed: Print, library: Library
) -> None:
    """Name, village, date and facilitator are written in by hand, on lines wide enough."""
    (sheet,) = sheets(printed(job))
    lang = language(job.lang)
    for lesson in LESSONS:
        assert plain(library.lessons[lesson].title, lang, library) in sheet.text
    for label in ("Name", "Village", "Date", "Facilitator"):
        assert lang.gettext(label) in sheet.text
    lines = [m for m in sheet.marks if m.bottom - m.top < 0.8 and 60 < m.right - m.left < 290]
    ruled = [m for m in lines if m.left > 20]
    assert len(ruled) == 4
    above = [
        c
        for c in sheet.chars
        for m in ruled
        if 0 < m.top - c.bottom < 9 and m.left < c.left < m.right
    ]
    assert not above


def test_it_says_that_it_is_no_permit(job: Job, printed: Print) -> None:
    """Nobody can sell it as one."""
    said = language(job.lang).gettext(
        "It is not a permit and not a certificate of training, and no job needs it."
    )
    assert said in sheets(printed(job))[0].text


def test_it_lies_and_its_border_can_be_printed_and_copied(job: Job, printed: Print) -> None:
    """On one page, at least 8 mm from every edge, on F4 within 210 mm."""
    (sheet,) = sheets(printed(job))
    assert sheet.width > sheet.height
    slack = 2.5 if job.paper == "f4" else 0
    assert min(sheet.ink.left, sheet.width - sheet.ink.right) >= 8
    assert min(sheet.ink.top, sheet.height - sheet.ink.bottom) >= 8 + slack
    assert sheet.ink.right - sheet.ink.left > sheet.width - 20


def test_one_lesson_is_said_as_one(library: Library) -> None:
    """The word before the titles agrees with them."""
    for lessons in (LESSONS, LESSONS[:1]):
        told = sheets(draw(Job("certificate", lessons, "en", "a4"), library))[0].text
        assert ("Lesson:" in told) == (len(lessons) == 1)
        assert ("Lessons:" in told) == (len(lessons) > 1)


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_learned_cannot_be_taken_for_a_recruiters_course(
    lang: str, library: Library
) -> None:
    """Under a name stands large that offers are checked; a lesson's title is never as large."""
    sheet = sheets(draw(Job("certificate", ("recruitment",), lang, "a4"), library))[0]
    learned = language(lang).gettext("Check first, before you leave")
    title = plain(library.lessons["recruitment"].title, language(lang), library)
    in_order(sheet.text, learned, title)
    letters = "".join(char.char for char in sheet.chars)
    sizes = [sheet.chars[letters.index("".join(words.split()))].size for words in (learned, title)]
    assert sizes[0] >= sizes[1] + 4


def test_titles_that_do_not_fit_are_refused(library: Library) -> None:
    """With what to do."""
    from dataclasses import replace

    ours = with_lesson(
        library, lambda lesson: replace(lesson, title=words("Judul yang sangat panjang " * 300))
    )
    with pytest.raises(Unprintable) as caught:
        draw(Job("certificate", LESSONS, "id", "a4"), ours)
    assert "fewer lessons" in caught.value.tell(language("en"))
