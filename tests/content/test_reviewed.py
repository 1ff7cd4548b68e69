"""Who has read a lesson: said openly on paper and screen, by kind of reader and day, never by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest
from content.told import SHIP, Write, at, changed, problems, spots

from toolkit import RELEASED
from toolkit.content.lesson import Lesson, Review
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.reviewing import READERS, review_words
from toolkit.language import Language, language
from toolkit.paper.setting.words import Copyist

LESSON = "lessons/ship.yaml"
SOURCES = "sources: [uu-18-2017]"
DAY = date(2026, 11, 20)
ALL = Review(DAY, DAY, DAY)


def read_by(library: Library, review: Review) -> Lesson:
    """A lesson of ours that these have read."""
    return replace(library.lessons["recruitment"], reviewed_by=review)


@pytest.mark.parametrize(
    ("review", "told"),
    [
        (Review(), "Draft: not yet read by a native speaker, an officer and a lawyer."),
        (Review(reader=DAY), "Draft: not yet read by an officer and a lawyer."),
        (Review(reader=DAY, lawyer=DAY), "Draft: not yet read by an officer."),
        (ALL, "Read by a native speaker (20 November 2026), an officer (20 November 2026) and a lawyer (20 November 2026)."),
    ],
)  # fmt: skip
def test_what_is_missing_is_named(library: Library, review: Review, told: str) -> None:
    """And only that; when nothing is, the days are."""
    assert review_words([read_by(library, review)], DAY, language("en")) == told


def test_several_lessons_are_as_read_as_the_least_of_them(library: Library) -> None:
    """One that nobody has read makes a draft of all; the oldest day stands for all."""
    older = Review(date(2026, 1, 2), DAY, DAY)
    both = [read_by(library, ALL), read_by(library, older)]
    assert "(2 January 2026)" in review_words(both, DAY, language("en"))
    some = read_by(library, Review(reader=DAY, officer=DAY))
    told = review_words([*both, some], DAY, language("en"))
    assert told == "Draft: not yet read by a lawyer."


def test_a_day_that_has_not_come_counts_as_not_read(library: Library) -> None:
    """What somebody plans to read is a draft until then."""
    planned = read_by(library, Review(DAY, DAY, DAY + timedelta(days=1)))
    assert review_words([planned], DAY, language("en")) == "Draft: not yet read by a lawyer."


def test_it_is_small_print_of_a_lesson_only(library: Library, lang: Language) -> None:
    """A sheet about no lesson says nothing of it."""
    lesson = read_by(library, ALL)
    ours = replace(library, lessons=MappingProxyType({lesson.id: lesson}))

    def small(*lessons: str) -> str:
        notes = Copyist(lessons, lang.code, ours).small_print()
        return " ".join(run.text for note in notes for run in note)

    assert small(lesson.id) == review_words([lesson], library.as_of, lang)
    assert small() == ""


def test_it_stands_in_the_file_by_day(write: Write) -> None:
    """Each is optional, and so is all of it."""
    typed = f"{SOURCES}\nreviewed_by: {{officer: 2026-11-20}}"
    for name, text in changed(SHIP, LESSON, SOURCES, typed).items():
        root = write(name, text)
    assert open_library(root).library.lessons["ship"].reviewed_by == Review(officer=DAY)
    assert set(READERS) == {"reader", "officer", "lawyer"}


@pytest.mark.parametrize(
    ("typed", "where", "rule"),
    [
        ("{reader: 2026-12-01}", "2026-12-01", "not-yet"),
        ("{reader: Ibu Sari}", "Ibu Sari", "odd-date"),
        ("{doctor: 2026-11-20}", "doctor", "unknown-key"),
        ("{petugas: 2026-11-20}", "petugas", "unknown-key"),
        ("Budi", "Budi", "wrong-type"),
    ],
)
def test_a_day_that_has_not_come_and_a_name_are_told(
    write: Write, typed: str, where: str, rule: str
) -> None:
    """Nobody is named in a lesson, and nobody has read it tomorrow."""
    broken = changed(SHIP, LESSON, SOURCES, f"{SOURCES}\nreviewed_by: {typed}")
    assert f"{at(broken, LESSON, where)} {rule}" in spots(problems(write, broken))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Budi", f"such as:  reader: {RELEASED}"),
        ("{pengacara: 2026-11-20}", "Write:  lawyer:"),
        ("{reader: 2026-11-20, doctor: 2026-11-20}", "not known in this review."),
    ],
)
def test_what_is_proposed_can_be_written_as_it_stands(write: Write, typed: str, said: str) -> None:
    """A day that has been, the key that was meant; and no day is taken for a name."""
    broken = changed(SHIP, LESSON, SOURCES, f"{SOURCES}\nreviewed_by: {typed}")
    spot = at(broken, LESSON, "reviewed_by").rpartition(":")[0] + ":"
    found = [one for one in problems(write, broken) if spot in f"{one.place}"]
    told = " ".join(language("en").tell(part) for one in found for part in (one.what, one.mend))
    assert said in told
