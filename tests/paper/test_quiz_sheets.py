"""Quiz sheets: what is on paper is what the hall's screen asks for when the slips are counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper.reading import Mark, Sheet, evened, sheets
from paper.samples import words
from paper.session_sheets import (
    LESSONS,
    in_order,
    items,
    jobs,
    pile,
    plan,
    replaced,
    ticks,
    with_question,
    without_forms,
)

from toolkit.content.library import Library
from toolkit.content.quiz import Opinion, Option, Spot
from toolkit.content.quiz import Part as MessagePart
from toolkit.content.wording import plain
from toolkit.errors import WrongInput
from toolkit.language import language
from toolkit.paper.shop import Job, draw
from toolkit.paper.type.trouble import Unprintable
from toolkit.session.agenda import When

JOBS = jobs("quiz-sheet", *((one,) for one in LESSONS), LESSONS, all_of=("warning-signs",))
each_job = pytest.mark.parametrize("job", JOBS, ids=lambda job: job.file_name)
Print = Callable[[Job], bytes]


def _form(pdf: bytes, form: str, lang: str) -> tuple[Sheet, ...]:
    """The pages of one form."""
    name = language(lang).gettext("Sheet {form}").format(form=form)
    return tuple(sheet for sheet in sheets(pdf) if f"{name}. " in sheet.text)


def _said(pages: tuple[Sheet, ...]) -> str:
    return " ".join(page.text for page in pages)


def _squares(sheet: Sheet) -> list[Mark]:
    """Boxes that can be ticked with a felt pen."""
    return [
        mark
        for mark in sheet.marks
        if 7 <= mark.right - mark.left <= 9.6
        and abs((mark.right - mark.left) - (mark.bottom - mark.top)) < 0.01
    ]


@each_job
def test_questions_numbers_and_letters_are_those_of_the_halls_plan(
    job: Job, printed: Print, library: Library
) -> None:
    """Every question of the plan, in its order, with the letters that the screen counts."""
    lang, agenda = language(job.lang), plan(job.lessons, library)
    for form in ("A", "B"):
        said = _said(_form(printed(job), form, job.lang))
        wanted = []
        for number, step in enumerate(pile(agenda, When.BEFORE, form.lower()), 1):
            asked = plain(library.questions[step.subject].ask, lang, library)
            wanted.append(evened(f"{number}. {asked}"))
            wanted += [evened(one) for one in ticks(items(agenda)[step.subject], library, lang)]
        in_order(said, *wanted)


@each_job
def test_an_offer_stands_above_its_two_boxes(job: Job, printed: Print, library: Library) -> None:
    """All of its lines are there to be read."""
    lang, agenda = language(job.lang), plan(job.lessons, library)
    verdicts = [one for one in agenda.items if one.kind == "verdict"]
    for form in ("A", "B"):
        said = _said(_form(printed(job), form, job.lang))
        asked = {step.subject for step in pile(agenda, When.BEFORE, form.lower())}
        for item in verdicts:
            if item.question in asked:
                offer = library.offers[library.questions[item.question].offer]
                lines = [evened(plain(line, lang, library)) for line in offer.message]
                in_order(said, *lines, lang.gettext("Worth checking"), lang.gettext("A trap"))


@each_job
def test_each_form_begins_a_page_and_shares_none(job: Job, printed: Print) -> None:
    """So that each can be copied by itself; a form takes no more sides than it has lessons."""
    pdf = printed(job)
    a, b = _form(pdf, "A", job.lang), _form(pdf, "B", job.lang)
    assert (*a, *b) == sheets(pdf)
    assert len(a) == len(b) <= len(job.lessons)


@each_job
def test_boxes_can_be_hit_with_a_felt_pen(job: Job, printed: Print, library: Library) -> None:
    """One for everything that can be ticked, seven millimetres or more, and two on each head."""
    lang, agenda = language(job.lang), plan(job.lessons, library)
    for form in ("A", "B"):
        pages = _form(printed(job), form, job.lang)
        asked = [items(agenda)[s.subject] for s in pile(agenda, When.BEFORE, form.lower())]
        wanted = sum(len(ticks(item, library, lang)) for item in asked)
        assert sum(len(_squares(page)) for page in pages) == wanted + 2 * len(pages)


@each_job
def test_every_page_asks_for_when_and_seat_and_for_no_name(job: Job, printed: Print) -> None:
    """Nothing else about the person."""
    gettext = language(job.lang).gettext
    for sheet in sheets(printed(job)):
        steps = ("1. Tick one:", "Before the lesson", "After the lesson")
        steps += ("2. Write your seat number:", "Write no name.")
        in_order(sheet.text, *map(gettext, steps))


@each_job
def test_no_question_is_broken_over_pages(job: Job, printed: Print, library: Library) -> None:
    """What is asked and all its boxes stand on one page."""
    lang, agenda = language(job.lang), plan(job.lessons, library)
    pages = [sheet.text for sheet in sheets(printed(job))]
    for item in items(agenda).values():
        if not any(step.subject == item.question for step in agenda.steps if step.form):
            continue
        asked = plain(library.questions[item.question].ask, lang, library)
        whole = [evened(asked), *(evened(one) for one in ticks(item, library, lang))]
        assert any(all(one in page for one in whole) for page in pages)


def test_lessons_are_asked_in_the_halls_order_however_they_were_named(library: Library) -> None:
    """The hall takes lessons in the library's order, so the numbers do too."""
    named = sheets(draw(Job("quiz-sheet", LESSONS[::-1], "id", "a4"), library))
    usual = sheets(draw(Job("quiz-sheet", LESSONS, "id", "a4"), library))
    questions = [sheet.text.split(" Cek Dulu ")[0].rsplit(". ", 1)[0] for sheet in usual]
    assert [sheet.text.split(" Cek Dulu ")[0].rsplit(". ", 1)[0] for sheet in named] == questions


@pytest.mark.parametrize("lesson", LESSONS)
@pytest.mark.parametrize("code", ["id", "en"])
def test_a_lesson_without_a_test_gives_a_practice_sheet(
    library: Library, lesson: str, code: str
) -> None:
    """It has every question that can be asked on paper, and says that it is no test."""
    without, lang = without_forms(library), language(code)
    pages = sheets(draw(Job("quiz-sheet", (lesson,), code, "a4"), without))
    said = " ".join(page.text for page in pages)
    assert lang.gettext("Seat number") not in said
    assert all(lang.gettext("Practice sheet") in page.text for page in pages)
    assert lang.gettext("To practise with. It does not count as a test.") in said
    quiz = without.quiz_of(lesson)
    assert quiz is not None
    kinds = [q for q in quiz.questions if type(q).__name__ not in ("Opinion", "Verdict", "Chat")]
    in_order(
        said,
        *(evened(f"{n}. {plain(q.ask, lang, library)}") for n, q in enumerate(kinds, 1)),
    )


@pytest.mark.parametrize("product", ["quiz-sheet", "answer-key", "tally-sheet"])
def test_a_lesson_without_questions_is_refused_in_words(library: Library, product: str) -> None:
    """There is nothing to ask on paper."""
    quizzes = {
        name: replace(
            quiz, forms=None, questions=tuple(q for q in quiz.questions if isinstance(q, Opinion))
        )
        for name, quiz in library.quizzes.items()
    }
    with pytest.raises(WrongInput, match="recruitment"):
        draw(Job(product, ("recruitment",), "id", "a4"), replace(library, quizzes=quizzes))


LETTERS = st.sampled_from("aeioumnrstkgdlp ")
PHRASES = st.text(LETTERS, min_size=1, max_size=260).filter(lambda told: told.strip())
LONG_WORDS = st.integers(1, 120).map("w".__mul__)


@settings(max_examples=25, deadline=None)
@given(st.lists(PHRASES | LONG_WORDS, min_size=2, max_size=9), PHRASES | LONG_WORDS)
def test_whatever_a_trainer_writes_fits_or_is_refused_with_its_place(
    request: pytest.FixtureRequest, options: list[str], ask: str
) -> None:
    """Long words, many options: never an overflow, nothing smaller than small print."""
    library = request.getfixturevalue("library")
    made = tuple(
        Option(chr(97 + at), words(told), words("r"), right=at == 0)
        for at, told in enumerate(options)
    )
    changed = with_question(library, "rc-01", ask=words(ask), options=made)
    _fits_or_is_refused(changed, ("recruitment",), "rc-01")


@settings(max_examples=20, deadline=None)
@given(st.lists(PHRASES | LONG_WORDS, min_size=1, max_size=20))
def test_whatever_message_there_is_fits_or_is_refused(
    request: pytest.FixtureRequest, parts: list[str]
) -> None:
    """Messages of twenty parts, and offers as long as a page."""
    library = request.getfixturevalue("library")
    message = tuple(MessagePart(f"p{at}", words(told), None) for at, told in enumerate(parts))

    def change(question: object) -> Spot:
        assert isinstance(question, Spot)
        return replace(question, message=(*message, question.message[3]), mistakes=())

    _fits_or_is_refused(replaced(library, "ws-05", change), ("warning-signs",), "ws-05")
    offer = replace(library.offers["desk-a"], message=tuple(words(told) for told in parts))
    verdict = library.questions["ws-21"].offer
    changed = replace(library, offers={**library.offers, verdict: replace(offer, id=verdict)})
    _fits_or_is_refused(changed, ("warning-signs",), "ws-21")


def _fits_or_is_refused(library: Library, lessons: tuple[str, ...], question: str) -> None:
    try:
        pdf = draw(Job("quiz-sheet", lessons, "id", "a4"), library)
    except Unprintable as trouble:
        assert trouble.problem.place == library.questions[question].at
        assert f"({question})" in language("en").tell(trouble.problem.what)
        return
    for sheet in sheets(pdf):
        left, top, right, bottom = sheet.ink
        assert min(left, sheet.width - right, top, sheet.height - bottom) >= 8
        assert min(char.size for char in sheet.chars) >= 11
