"""Our own lessons: complete, in both languages, and true to the dossier they were drawn from."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from toolkit import RELEASED
from toolkit.content.lesson import Review
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.quiz import (
    Choice,
    Multiple,
    Opinion,
    Question,
    TrueFalse,
)
from toolkit.content.wording import plain, texts_of
from toolkit.language import LANGUAGES, Language

LESSONS = (
    "recruitment",
    "legal-route",
    "warning-signs",
    "inside-the-trap",
    "getting-help",
    "village-shield",
    "going-well",
    "two-countries",
    "other-peoples-parcels",
    "seeing-a-victim",
)
"""All of them, in the order in which people meet them."""

PRINTED = {
    "polri-110": "110",
    "sapa-129": "129",
    "sapa-wa": "08111129129",
    "kp2mi": "08001000",
    "kp2mi-abroad": "+622129244800",
    "kp2mi-wa": "08118080141",
    "kbri-phnom-penh": "+85512813282",
    "kbri-bangkok": "+66929031103",
    "lpsk-wa": "085770010048",
    "peduli-wni": "https://peduliwni.kemlu.go.id",
    "kp2mi-web": "https://kp2mi.go.id",
}
"""Every contact we print, typed a second time: a slip of a digit must not reach a leaflet."""

FIGURES = {
    "scam-cases-total": 4730,
    "scam-cases-cambodia": 2692,
    "scam-countries": 8,
    "departures-postponed": 5000,
    "passports-postponed": 303,
    "binaan-villages": 185,
    "wni-cambodia": 73000,
    "wni-cambodia-permits": 58307,
    "min-age": 18,
    "cooperation-areas": 8,
}


def test_it_has_no_problem_on_the_day_of_the_release() -> None:
    """Neither an error nor a warning."""
    assert open_library(as_of=RELEASED, claims=True).problems == ()


def test_every_contact_has_the_digits_that_were_checked(library: Library) -> None:
    """What is dialled and what is printed are the same number, and the right one."""
    written = {one.id: one.dial for one in library.contacts.values()}
    at_home = {key: re.sub(r"^\+62(?=8)", "0", dial) for key, dial in written.items()}
    assert at_home == PRINTED
    for contact in library.contacts.values():
        if not contact.dial.startswith("http"):
            assert re.sub(r"[^\d+]", "", contact.number) in (contact.dial, PRINTED[contact.id])


def test_no_contact_claims_to_have_been_dialled(library: Library) -> None:
    """A sighting is not a check; nobody has dialled them yet."""
    assert not any(contact.verified_on for contact in library.contacts.values())
    assert all(
        contact.seen_on.last() >= RELEASED.replace(year=2024)
        for contact in library.contacts.values()
    )


def test_every_figure_is_the_articles_figure(library: Library) -> None:
    """The numbers that look alike are not mixed up."""
    assert {key: library.facts[key].value for key in FIGURES} == FIGURES


def test_the_five_articles_are_sources(library: Library) -> None:
    """Publisher, title and date of each; an inferred date says so."""
    articles = {
        "indonesia-kamboja-2025-05": True,
        "globalnusantara-2025-05": False,
        "antara-2024-03": True,
        "bisnisreal-2024-11": True,
        "antara-megapolitan-2023-12": True,
    }
    assert {key: library.sources[key].inferred for key in articles} == articles


def test_the_lessons_are_these(library: Library) -> None:
    """In this order, each with its own quiz."""
    assert tuple(library.lessons) == LESSONS
    assert [quiz.id for quiz in map(library.quiz_of, LESSONS) if quiz] == list(LESSONS)


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_a_lesson_is_complete(library: Library, lesson_id: str) -> None:
    """Pages, takeaways, objectives, sources and help lines as many as a session needs."""
    lesson = library.lessons[lesson_id]
    assert 6 <= len(lesson.pages) <= 10
    assert all(page.ask is not None for page in lesson.pages)
    assert 3 <= len(lesson.takeaways) <= 4
    assert lesson.objectives[0].priority == "must"
    assert {one.priority for one in lesson.objectives} >= {"must", "should"}
    assert lesson.sources
    assert 1 <= len(lesson.contacts) <= 6


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_a_quiz_is_complete(library: Library, lesson_id: str) -> None:
    """Questions of many kinds on every objective, two forms of a test, and some for a month later."""
    quiz = library.quiz_of(lesson_id)
    assert quiz is not None
    assert len(quiz.questions) >= 12
    kinds: Counter[type[Question]] = Counter(type(question) for question in quiz.questions)
    assert len(kinds) >= 5
    assert set(kinds) >= {Choice, Multiple, TrueFalse, Opinion}
    aims = {one.id for one in library.lessons[lesson_id].objectives}
    assert {question.objective for question in quiz.questions} == aims
    assert quiz.forms is not None
    assert len(quiz.forms.a) == len(quiz.forms.b) >= 3
    assert len(quiz.refresher) == 3
    assert not {*quiz.forms.a, *quiz.forms.b} & {*quiz.refresher}


def test_no_lesson_says_that_somebody_read_it_before_somebody_has(library: Library) -> None:
    """Until a native speaker, an officer and a lawyer have read one, it is openly a draft."""
    assert {library.lessons[one].reviewed_by for one in LESSONS} == {Review()}


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_every_text_is_there_in_both_languages(library: Library, lesson_id: str) -> None:
    """Options, beliefs and replies included."""
    for record in (library.lessons[lesson_id], library.quiz_of(lesson_id)):
        for text in texts_of(record):
            assert text.languages() == set(LANGUAGES)


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_the_right_choice_cannot_be_guessed_from_its_place(
    library: Library, lesson_id: str
) -> None:
    """Right answers do not always stand under the same letter, and true is not always true."""
    quiz = library.quiz_of(lesson_id)
    assert quiz is not None
    choices = [q for q in quiz.questions if isinstance(q, Choice)]
    assert len({[o.right for o in q.options].index(True) for q in choices}) > 1
    assert {q.answer for q in quiz.questions if isinstance(q, TrueFalse)} == {True, False}


def test_no_text_calls_an_offer_safe_or_blames(library: Library, lang: Language) -> None:
    """Words that promise safety or blame people do not occur in what we say ourselves."""
    never = {
        "id": r"\b(tergiur|serakah|bodoh|pasti aman|dijamin aman|100%)\b",
        "en": r"\b(greedy|gullible|stupid|naive|guaranteed safe|completely safe)\b",
    }[lang.code]
    for lesson_id in LESSONS:
        for record in (library.lessons[lesson_id], library.quiz_of(lesson_id)):
            for text in texts_of(record):
                words = plain(text, lang, library)
                assert not re.search(never, words, re.IGNORECASE), words


@pytest.mark.parametrize("lesson_id", LESSONS)
def test_a_page_is_few_words(library: Library, lesson_id: str, lang: Language) -> None:
    """What is shown can be read from the back of the hall."""
    for page in library.lessons[lesson_id].pages:
        shown = [plain(line, lang, library) for line in page.show]
        assert sum(len(line.split()) for line in shown) <= 40, page.id
        assert all(len(line) <= 76 for line in shown), page.id
