"""The library: overlays, what is left out, and when a record is stale."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from samples import LESSON, OFFERS, OTHER_KINDS, QUIZ, SCENARIO

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.quiz import Chat, Opinion, Verdict
from toolkit.errors import WrongCall

Write = Callable[[str, str | bytes], Path]

CONTACT = """\
contacts:
  - id: polri-110
    name: {id: Polisi, en: Police}
    number: "112"
    dial: "112"
    channel: phone
    scope: {id: Semua orang, en: Everybody}
    reach: indonesia
    sources: [uu-18-2017]
    seen_on: 2026-10
    review_by: REVIEW
"""


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
        ("quizzes/ship.yaml", "right: true", "right: false", "no-belief"),
        ("quizzes/ship.yaml", "      - id: b", "      - id: a", "duplicate-id"),
        ("quizzes/ship.yaml", "{id: Teken, en: Sign}", "{id: Baca, en: Sign}", "equal-options"),
        (
            "quizzes/ship.yaml",
            "objective: ship.papers",
            "objective: ship.paper",
            "unknown-reference",
        ),
        ("quizzes/ship.yaml", "kind: choice", "kind: multiple", "right-answers"),
        ("quizzes/ship.yaml", "kind: choice", "kind: chioce", "wrong-type"),
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
    assert [p.rule for p in loaded.problems] == ["wrong-type", "left-out"]


def test_a_broken_replacement_leaves_ours_in_place(write: Write) -> None:
    """A trainer's slip in a replaced number does not take the number away from everybody."""
    root = write("lessons/reference/numbers.yaml", CONTACT.replace("REVIEW", "soon"))
    loaded = open_library(root, RELEASED)
    assert loaded.library.contacts["polri-110"].number == "110"
    assert loaded.library.replaced() == ()
    assert set(loaded.library.lessons) == {"recruitment", "legal-route", "warning-signs"}


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
