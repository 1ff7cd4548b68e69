"""The library: overlays, what is left out, and when a record is stale."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from samples import ALL_PLAYED, CONTACT, LESSON, OFFERS, OTHER_KINDS, QUIZ, SCENARIO

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.quiz import Chat, Opinion, Verdict
from toolkit.errors import WrongCall

Write = Callable[[str, str | bytes], Path]


def test_a_library_cannot_be_changed(library: Library) -> None:
    """What is loaded stays as it was checked."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        library.as_of = date(2030, 1, 1)  # type: ignore[misc]
    with pytest.raises(TypeError):
        library.lessons["x"] = library.lessons["recruitment"]  # type: ignore[index]


def test_an_own_library_adds_and_replaces_by_id(write: Write) -> None:
    """New ids come beside ours, the same id comes in our place; nothing installed is edited."""
    write("quizzes/ship.yaml", QUIZ)
    write("lessons/ship.yaml", LESSON)
    root = write("lessons/reference/numbers.yaml", CONTACT.replace("REVIEW", "2027-12-01"))
    loaded = open_library(root, RELEASED)
    assert loaded.problems == ()
    assert list(loaded.library.lessons) == [
        "recruitment",
        "legal-route",
        "warning-signs",
        "ship",
    ] or ("ship" in loaded.library.lessons)
    assert loaded.library.contacts["polri-110"].number == "112"
    assert loaded.library.replaced() == ("polri-110",)
    assert loaded.library.overlays[0].name == "my-library"


def test_all_nine_kinds_offers_and_chats_are_read(write: Write) -> None:
    """The kinds that no screen plays yet load like the others."""
    write("lessons/ship.yaml", LESSON)
    write("quizzes/offers.yaml", OFFERS)
    write("quizzes/uncle.yaml", SCENARIO)
    root = write("quizzes/ship.yaml", OTHER_KINDS)
    loaded = open_library(root, RELEASED)
    assert loaded.problems == ()
    kinds = [type(question) for question in loaded.library.quizzes["ship"].questions]
    assert kinds == [Verdict, Chat, Opinion]
    assert loaded.library.offers["deckhand-a"].honest
    assert loaded.library.scenarios["uncle"].turns[1].debrief


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("quizzes/ship.yaml", "right: true", "right: false", "right-answers"),
        ("quizzes/ship.yaml", "      - id: b", "      - id: a", "duplicate-id"),
        ("quizzes/ship.yaml", "{id: Teken, en: Sign}", "{id: Baca, en: Sign}", "equal-options"),
        (
            "quizzes/ship.yaml",
            "objective: ship.papers",
            "objective: ship.paper",
            "unknown-reference",
        ),
        ("quizzes/ship.yaml", "kind: choice", "kind: multiple", "right-answers"),
        ("quizzes/ship.yaml", "kind: choice", "kind: chioce", "unknown-word"),
        ("quizzes/ship.yaml", "sh-01", "rc-01", "duplicate-id"),
        ("quizzes/ship.yaml", "lesson: ship", "lesson: shop", "unknown-reference"),
        (
            "quizzes/ship.yaml",
            "quiz: ship\nlesson: ship",
            "quiz: s\nlesson: recruitment",
            "second-quiz",
        ),
        ("quizzes/offers.yaml", "honest: true", "honest: false", "offer-signs"),
        ("quizzes/uncle.yaml", "next: bye", "next: by", "unknown-reference"),
        ("quizzes/uncle.yaml", "    debrief:", "    technique2:", "unknown-key"),
    ],
)
def test_a_question_that_cannot_teach_is_an_error(
    write: Write, file: str, old: str, new: str, rule: str
) -> None:
    """A right answer, a belief behind each wrong one, an end to each chat."""
    files = {
        "lessons/ship.yaml": LESSON,
        "quizzes/ship.yaml": QUIZ,
        "quizzes/offers.yaml": OFFERS,
        "quizzes/uncle.yaml": SCENARIO,
    }
    assert old in files[file]
    files[file] = files[file].replace(old, new)
    for name, content in files.items():
        root = write(name, content)
    found = [p.rule for p in open_library(root, RELEASED).problems if p.place.file.endswith(file)]
    assert rule in found


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("about: [sign, read]", "about: [sign]", "mistake-about"),
        ("about: [sign, read]", "about: [sign, sign]", "mistake-about"),
        ("about: [sign, read]", "about: [read, sign]", "mistake-about"),
        ("about: [sign, read]", "about: [sign, write]", "unknown-reference"),
        ("about: [pass, job]", "about: [pass, jib]", "unknown-reference"),
        ("about: [now]", "about: [now, hello]", "mistake-about"),
        (", sign: {id: Mendesak., en: Pressure.}", "", "right-answers"),
        ("{id: ask, text: {id: Tanya", "{id: read, text: {id: Tanya", "duplicate-id"),
        (
            "        right: true\n        text: {id: Kontrak",
            "        text: {id: Kontrak",
            "right-answers",
        ),
        ("answer: false", "answer: maybe", "unknown-word"),
        ("    kind: spot\n", "", "missing-key"),
    ],
)
def test_each_kind_has_its_own_rules(write: Write, old: str, new: str, rule: str) -> None:
    """What makes an order, a match, a spot or a multiple question teach is checked."""
    write("lessons/ship.yaml", LESSON)
    root = write("quizzes/ship.yaml", ALL_PLAYED)
    assert open_library(root, RELEASED).problems == ()
    assert old in ALL_PLAYED
    write("quizzes/ship.yaml", ALL_PLAYED.replace(old, new, 1))
    assert rule in [problem.rule for problem in open_library(root, RELEASED).problems]


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (
            "  - id: ship.papers",
            "  - id: ship.more\n    priority: could\n    minutes: 1\n    text: {id: A, en: B}\n  - id: ship.papers",
            "objective-without-page",
        ),
        (
            "  - id: ship.papers",
            "  - id: ship.papers\n    priority: could\n    minutes: 1\n    text: {id: A, en: B}\n  - id: ship.papers",
            "duplicate-id",
        ),
        ("- {page: papers}\n    - {page: papers}", "- {page: papers}", "wrong-count"),
        ("sources: [uu-18-2017]", "sources: [uu-18-2018]", "unknown-reference"),
        ("contacts: [polri-110]", "contacts: []", "wrong-count"),
        ("{id: Baca dulu., en: Read first.}", "{id: Baca dulu., en: {id: x}}", "wrong-type"),
    ],
)
def test_a_lesson_hangs_together(write: Write, old: str, new: str, rule: str) -> None:
    """Objectives are taught and tested, panels show pages, everything named exists."""
    write("quizzes/ship.yaml", QUIZ)
    assert old in LESSON
    root = write("lessons/ship.yaml", LESSON.replace(old, new, 1))
    assert rule in [problem.rule for problem in open_library(root, RELEASED).problems]


def test_the_same_id_in_two_files_is_said_at_the_one_with_another_name(write: Write) -> None:
    """With the place of the file that is called as its lesson is; that one stays."""
    write("lessons/a-ship.yaml", LESSON)
    root = write("lessons/ship.yaml", LESSON)
    write("quizzes/ship.yaml", QUIZ)
    doubles = [p for p in open_library(root, RELEASED).problems if p.rule == "duplicate-id"]
    assert [Path(p.place.file).name for p in doubles] == ["a-ship.yaml"]
    assert "/ship.yaml" in str(doubles[0].what.values["place"])


def test_a_fact_has_exactly_one_value(write: Write) -> None:
    """A number, a date or a text."""
    fact = (
        "facts:\n  - id: own\n    number: 3\n    about: {id: Hal, en: Thing}\n"
        "    sources: [uu-18-2017]\n    as_of: 2026\n    review_by: 2027-01-01\n"
    )
    root = write("lessons/reference/own.yaml", fact)
    assert open_library(root, RELEASED).library.facts["own"].value == 3
    for broken in (
        fact.replace("    number: 3\n", ""),
        fact.replace("number: 3", "number: 3\n    date: 2026"),
    ):
        write("lessons/reference/own.yaml", broken)
        assert "fact-value" in [p.rule for p in open_library(root, RELEASED).problems]


def test_a_name_is_the_same_in_both_languages_or_told_in_each(write: Write) -> None:
    """A newspaper's name needs no translation; a description may have one."""
    source = "sources:\n  - {id: own, publisher: Kabar Desa, title: {id: Berita, en: News}, date: 2026-05}\n"
    root = write("lessons/reference/own.yaml", source)
    loaded = open_library(root, RELEASED)
    assert [problem.rule for problem in loaded.problems] == ["never-used"]
    assert loaded.library.sources["own"].publisher.languages() == {"id", "en"}


def test_a_file_that_does_not_say_what_it_holds_is_asked(write: Write) -> None:
    """In quizzes/ the first key tells quiz, offers and chats apart."""
    root = write("quizzes/odd.yaml", "title: {id: a, en: b}\n")
    assert [p.rule for p in open_library(root, RELEASED).problems] == ["unknown-file"]


def test_a_broken_file_is_left_out_and_the_rest_opens(write: Write) -> None:
    """One bad file costs that file and what needs it, and the trainer is sent to the cause."""
    write("lessons/ship.yaml", LESSON.replace("minutes: 5", "minutes: five"))
    root = write("quizzes/ship.yaml", QUIZ)
    loaded = open_library(root, RELEASED)
    assert "recruitment" in loaded.library.lessons
    assert "ship" not in loaded.library.lessons
    assert [Path(name).parts[-2:] for name in loaded.left_out] == [
        ("lessons", "ship.yaml"),
        ("quizzes", "ship.yaml"),
    ]
    assert [p.rule for p in loaded.problems] == ["odd-number", "left-out"]


def test_a_broken_replacement_leaves_ours_in_place(write: Write) -> None:
    """A trainer's slip in a replaced number does not take the number away from everybody."""
    root = write("lessons/reference/numbers.yaml", CONTACT.replace("REVIEW", "soon"))
    loaded = open_library(root, RELEASED)
    assert loaded.library.contacts["polri-110"].number == "110"
    assert loaded.library.replaced() == ()
    assert set(loaded.library.lessons) == set(open_library(as_of=RELEASED).library.lessons)


def test_a_folder_without_our_folders_is_no_library(tmp_path: Path) -> None:
    """The wrong folder is said at once, with what a library looks like."""
    with pytest.raises(WrongCall, match="not a library"):
        open_library(tmp_path)


@pytest.mark.parametrize(
    ("review", "as_of", "rules"),
    [
        ("2027-12-01", RELEASED, []),
        ("2027-12-01", date(2027, 12, 1), []),
        ("2027-12-01", date(2027, 12, 2), ["past-review"]),
        ("2028-04-01", RELEASED, []),
        ("2028-04-02", RELEASED, ["review-too-late"]),
    ],
)
def test_a_number_is_reviewed_within_eighteen_months(
    write: Write, review: str, as_of: date, rules: list[str]
) -> None:
    """A sighting in October 2026 lasts to the first of April 2028, and no day longer."""
    root = write("lessons/reference/numbers.yaml", CONTACT.replace("REVIEW", review))
    loaded = open_library(root, as_of)
    assert [p.rule for p in loaded.problems if str(root) in p.place.file] == rules
    stale = loaded.library.is_stale(loaded.library.contacts["polri-110"])
    assert stale == ("past-review" in rules)


def test_a_wrong_clock_cannot_make_old_numbers_fresh() -> None:
    """Staleness is never judged before the release's own date."""
    assert open_library(as_of=date(2001, 1, 1)).library.as_of == RELEASED


def test_a_rejected_number_is_never_used(write: Write) -> None:
    """It is told, its file is left out, and ours stays in place."""
    rejected = CONTACT.replace("REVIEW", "2027-06-01").replace('"112"', '"+855 12 810 005"', 1)
    rejected = rejected.replace('dial: "112"', 'dial: "+85512810005"')
    root = write("lessons/reference/numbers.yaml", rejected)
    loaded = open_library(root, RELEASED)
    assert {p.rule for p in loaded.problems} == {"do-not-print"}
    assert loaded.library.contacts["polri-110"].number == "110"
    assert [Path(name).name for name in loaded.left_out] == ["numbers.yaml"]


def test_a_number_without_a_review_in_time_is_never_used(write: Write) -> None:
    """A review that comes too late is an error, and an error is never printed."""
    root = write("lessons/reference/numbers.yaml", CONTACT.replace("REVIEW", "2030-01-01"))
    loaded = open_library(root, RELEASED)
    assert loaded.library.contacts["polri-110"].number == "110"
    assert len(loaded.left_out) == 1


def test_a_trainer_who_rejects_our_number_is_told_what_to_replace(write: Write) -> None:
    """The trainer's file is the one to mend; our lessons do not disappear."""
    root = write(
        "lessons/reference/own.yaml",
        'do_not_print:\n  - {number: "110", why: {id: mati, en: dead}}\n',
    )
    loaded = open_library(root, RELEASED)
    assert {p.rule for p in loaded.problems} == {"do-not-print"}
    assert [Path(name).name for name in loaded.left_out] == ["own.yaml"]
    assert set(loaded.library.lessons) == set(open_library(as_of=RELEASED).library.lessons)


def test_what_a_term_or_a_fact_says_is_checked_like_any_text(write: Write) -> None:
    """A reference to nothing is found; one inside words that go into other texts is refused."""
    term = "terms:\n  - {id: own, word: {id: W, en: W}, means: {id: M, en: M}}\n"
    root = write("lessons/reference/own.yaml", term)
    assert open_library(root, RELEASED).problems == ()
    for field, rule in (
        ("means: {id: M", "unknown-reference"),
        ("word: {id: W", "reference-inside"),
    ):
        letter = field[-1]
        asked = field[:-1] + '"{term:' + ("nope" if letter == "M" else "tppo") + '}"'
        write("lessons/reference/own.yaml", term.replace(field, asked))
        assert [p.rule for p in open_library(root, RELEASED).problems] == [rule]


def test_a_library_named_by_a_dot_is_not_taken_for_ours(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its broken file is told, although ours has the same name within its folder."""
    root = write("lessons/recruitment.yaml", "lesson: recruitment\n")
    monkeypatch.chdir(root)
    loaded = open_library(Path(), RELEASED)
    assert [Path(name) for name in loaded.left_out] == [Path("lessons/recruitment.yaml")]
    assert "recruitment" in loaded.library.lessons
