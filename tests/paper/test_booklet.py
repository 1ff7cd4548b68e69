"""The booklet: pages that come into their order when the sheets are folded, and nothing left out."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paper.conftest import Print
from paper.long_reading import halves, seen, words
from paper.reading import evened
from paper.samples import LANGS, LESSONS, with_lesson
from paper.samples import words as text_of
from pypdf import PdfReader

from toolkit.content.library import Library
from toolkit.content.quiz import Choice, TrueFalse
from toolkit.content.wording import plain
from toolkit.language import Language, language
from toolkit.paper.setting.imposition import imposed, padded
from toolkit.paper.shop import PAPERS, Job, draw
from toolkit.paper.type.trouble import Unprintable
from toolkit.session.agenda import Setup
from toolkit.session.course import course_of


@pytest.fixture(params=LESSONS)
def lesson(request: pytest.FixtureRequest) -> str:
    """Each lesson in turn."""
    return request.param


def _booklet(lesson: str, lang: str, paper: str = "a4") -> Job:
    return Job("booklet", (lesson,), lang, paper)


def _folded(pdf: bytes) -> list[str]:
    """The words of each page in the order in which a reader of the folded booklet meets them."""
    sides = halves(pdf)
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    first = [half for front, back in sheets for half in (front[1], back[0])]
    last = [half for front, back in sheets for half in (front[0], back[1])]
    return [*first, *reversed(last)]


@given(st.integers(1, 400))
def test_folding_the_sheets_brings_the_pages_into_their_order(many: int) -> None:
    """Laid into each other, opened at the first: 1, 2, 3, …, each page once."""
    sheets = imposed(padded(many))
    into = [page for sheet in sheets for page in (sheet.front.right, sheet.back.left)]
    out = [page for sheet in reversed(sheets) for page in (sheet.back.right, sheet.front.left)]
    assert [*into, *out] == list(range(1, padded(many) + 1))
    assert many <= padded(many) < many + 4


@given(st.integers(-8, 400).filter(lambda many: many < 1 or many % 4))
def test_pages_that_fill_no_sheet_are_refused(many: int) -> None:
    """Whoever imposes them pads them first."""
    with pytest.raises(ValueError):
        imposed(many)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_folded_booklet_counts_its_pages(
    lesson: str, lang: Language, paper: str, printed: Print
) -> None:
    """Every page but the cover has its number at its foot."""
    found = _folded(printed(_booklet(lesson, lang.code, paper)))
    assert len(found) % 4 == 0
    numbers = [page.split()[-1] for page in found[1:]]
    assert numbers == [str(at) for at in range(2, len(found) + 1)]


def test_the_whole_lesson_is_in_it(
    lesson: str, lang: Language, printed: Print, library: Library
) -> None:
    """Each page of it on a page of its own, with what is shown, told and asked."""
    found = _folded(printed(_booklet(lesson, lang.code)))
    ours = library.lessons[lesson]
    assert evened(plain(ours.title, lang, library)) in found[0]
    at = 0
    for page in ours.pages:
        title = evened(plain(page.title, lang, library))
        at = next(n for n in range(at + 1, len(found)) if found[n].startswith(title))
        texts = [*page.show, page.say, *([page.ask] if page.ask is not None else [])]
        assert all(evened(plain(one, lang, library)) in found[at] for one in texts)
    said = " ".join(found)
    for one in (*ours.takeaways, *(aim.text for aim in ours.objectives)):
        assert evened(plain(one, lang, library)) in said


def test_content_notes_stay_in_the_hall(
    lesson: str, lang: Language, printed: Print, library: Library
) -> None:
    """Whoever reads alone is told before each hard page that it may be skipped, and whom to call."""
    said = words(printed(_booklet(lesson, lang.code)))
    skip = lang.gettext("This may be hard. You may skip it.")
    call = lang.gettext("Help: see the back.")
    hard = [page for page in library.lessons[lesson].pages if page.note is not None]
    assert said.count(evened(f"{skip} {call}")) == len(hard)
    for page in hard:
        title, first = (evened(plain(one, lang, library)) for one in (page.title, page.show[0]))
        assert evened(f"{title} {skip} {call} {first}") in said
    notes = [page.note for page in library.lessons[lesson].pages if page.note is not None]
    assert not [one for one in notes if evened(plain(one, lang, library)) in said]


def test_its_quiz_has_no_question_of_a_test_and_hides_the_answers(
    lesson: str, lang: Language, printed: Print, library: Library
) -> None:
    """Nobody sees a question and its answer at the same time."""
    _hides_the_answers(_folded(printed(_booklet(lesson, lang.code))), lesson, lang, library)


def _hides_the_answers(
    found: list[str], lesson: str, lang: Language, library: Library
) -> tuple[int, int]:
    """Judge a folded booklet; returns on which page its last question stands and its first answer."""
    begin = next(
        at for at, page in enumerate(found, 1) if page.startswith(lang.gettext("Try it yourself"))
    )
    course = course_of(Setup("", 1, 1, (lesson,)), library)
    quiz = library.quiz_of(lesson)
    assert quiz is not None
    questions: list[int] = []
    answers: list[int] = []
    for question in quiz.questions:
        if not isinstance(question, Choice | TrueFalse):
            continue
        ask = evened(plain(question.ask, lang, library))
        there = [at for at, page in enumerate(found, 1) if at >= begin and ask in page]
        if question.id in course.reserved:
            assert not there
            continue
        if not there:
            continue
        options = question.options if isinstance(question, Choice) else ()
        reply = next((one.reply for one in options if one.right), None)
        reply = question.reply if isinstance(question, TrueFalse) else reply
        assert reply is not None
        told = evened(plain(reply, lang, library))
        (answered,) = (at for at, page in enumerate(found, 1) if told in page)
        questions.append(there[0])
        answers.append(answered)
    assert len(questions) >= 4
    # Pages 2 and 3, 4 and 5, … lie open together.
    assert min(answers) // 2 > max(questions) // 2
    return max(questions), min(answers)


def test_the_answers_lie_on_another_opening_wherever_the_quiz_ends(
    lang: Language, library: Library
) -> None:
    """On the left or on the right: whether or not what to remember fits below the last question."""
    ends = set()
    for fewer in (0, 1):
        ours = with_lesson(library, lambda one, n=fewer: replace(one, pages=one.pages[n:]))
        found = _folded(draw(_booklet("recruitment", lang.code), ours))
        last, first = _hides_the_answers(found, "recruitment", lang, ours)
        ends.add(last % 2)
        assert first - last <= 2
    assert ends == {0, 1}


def test_the_numbers_to_call_are_on_the_back(
    lesson: str, lang: Language, printed: Print, library: Library
) -> None:
    """All that the lesson names, as the library has them."""
    back = _folded(printed(_booklet(lesson, lang.code)))[-1]
    for contact in (library.contacts[one] for one in library.lessons[lesson].contacts):
        assert contact.number in back
        assert plain(contact.name, lang, library) in back


def test_spare_pages_are_for_notes(
    lesson: str, lang: Language, printed: Print, library: Library
) -> None:
    """Never an empty page; they lie before the back."""
    found = _folded(printed(_booklet(lesson, lang.code)))
    head = lang.gettext("Notes")
    spare = [at for at, page in enumerate(found) if page.startswith(f"{head} ")]
    assert len(spare) < 4
    assert spare == list(range(len(found) - 1 - len(spare), len(found) - 1))
    assert all(len(page.split()) > 1 for page in found)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("lang", LANGS)
def test_each_page_stays_within_its_half(lang: str, paper: str, printed: Print) -> None:
    """Eight millimetres from every edge, and from the fold; on F4 within 210 mm of height."""
    slack = {"a4": 0, "f4": 2.5}[paper]
    for side in seen(printed(_booklet("warning-signs", lang, paper))):
        assert side.width > side.height
        fold = 0.5 / side.width
        for left, right in ((0.0, 0.5 - fold), (0.5 + fold, 1.0)):
            ink = side.ink(left, right)
            assert ink.left - left * side.width >= 7.5
            assert right * side.width - ink.right >= 7.5
            assert ink.top >= 8 + slack
            assert side.height - ink.bottom >= 8 + slack


def test_a_screen_reader_meets_the_pages_in_their_order(lesson: str, printed: Print) -> None:
    """Though each sheet carries pages from both ends of the booklet."""
    reader = PdfReader(BytesIO(printed(_booklet(lesson, "id"))))
    many = len(reader.pages) * 2
    side_of = {}
    for at, sheet in enumerate(imposed(many)):
        side_of |= dict.fromkeys(sheet.front, 2 * at) | dict.fromkeys(sheet.back, 2 * at + 1)
    place = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}
    document = reader.root_object["/StructTreeRoot"]["/K"].get_object()
    sections = [one.get_object() for one in document["/K"]]
    assert {one["/S"] for one in sections} == {"/Sect"}
    assert [place[_page_of(one)] for one in sections] == [side_of[n] for n in range(1, many + 1)]


def _page_of(element: Any) -> int:
    """The page on which an element has its first words, by the number of its object."""
    if "/Pg" in element:
        return int(element.raw_get("/Pg").idnum)
    kids = element["/K"]
    return _page_of((kids[0] if isinstance(kids, list) else kids).get_object())


def test_a_word_that_no_page_can_hold_is_refused_with_its_place(library: Library) -> None:
    """Nothing is broken inside a word, nothing runs over the fold."""
    ours = with_lesson(library, lambda one: _with_first_line(one, text_of("k" * 90)))
    with pytest.raises(Unprintable) as trouble:
        draw(_booklet("recruitment", "id"), ours)
    assert trouble.value.problem.rule == "paper-too-wide"
    assert "k" * 90 in trouble.value.tell(language("en"))


def test_a_long_page_goes_on_over_the_leaf(library: Library) -> None:
    """Ten times as long is set on several pages, and no word of it is lost."""
    told = " ".join(f"kata{at}" for at in range(900))
    ours = with_lesson(library, lambda one: _with_first_line(one, say=text_of(told)))
    found = _folded(draw(_booklet("recruitment", "id"), ours))
    said = [word for page in found for word in page.split() if word.startswith("kata")]
    assert [word for word in said if word[4:].isdecimal()] == told.split()


def _with_first_line(lesson: Any, line: Any = None, **changes: Any) -> Any:
    first = lesson.pages[0]
    if line is not None:
        changes["show"] = (line, *first.show[1:])
    return replace(lesson, pages=(replace(first, **changes), *lesson.pages[1:]))
