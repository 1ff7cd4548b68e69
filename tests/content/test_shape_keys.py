"""Keys: misspelt, misplaced, in another language, missing; each is one problem with its mending."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from mending import FILES, after, told
from samples import ALL_PLAYED, LESSON, QUIZ

from toolkit.content.shaping.file_kind import FOLDERS
from toolkit.content.shaping.schema import Record, records
from toolkit.content.shaping.synonyms import KEYS


@pytest.mark.parametrize(
    ("sort", "old", "new", "expected", "key"),
    [
        ("lesson", "icon: boat", "icno: boat", (3, 1), "icon"),
        ("lesson", "title: {", "judul: {", (4, 1), "title"),
        ("lesson", "title: {", "Title: {", (4, 1), "title"),
        ("lesson", "about: {", "tentang: {", (5, 1), "about"),
        ("lesson", "pages:", "halaman:", (11, 1), "pages"),
        ("lesson", "takeaways:", "intisari:", (20, 1), "takeaways"),
        ("lesson", "contacts:", "kontak:", (28, 1), "contacts"),
        ("lesson", "sources:", "sumber:", (29, 1), "sources"),
        ("lesson", "    priority:", "    prioritas:", (8, 5), "priority"),
        ("lesson", "    minutes:", "    menit:", (9, 5), "minutes"),
        ("lesson", "    show:", "    tampilkan:", (16, 5), "show"),
        ("lesson", "    say:", "    katakan:", (18, 5), "say"),
        ("lesson", "    ask:", "    question:", (19, 5), "ask"),
        ("lesson", "- {page:", "- {halaman:", (25, 8), "page"),
        ("quiz", "questions:", "pertanyaan:", (3, 1), "questions"),
        ("quiz", "    kind:", "    jenis:", (5, 5), "kind"),
        ("quiz", "    ask:", "    tanya:", (7, 5), "ask"),
        ("quiz", "    options:", "    jawaban:", (8, 5), "options"),
        ("quiz", "    options:", "    answers:", (8, 5), "options"),
        ("quiz", "        right:", "        benar:", (10, 9), "right"),
        ("quiz", "        right:", "        correct:", (10, 9), "right"),
        ("quiz", "        text:", "        body:", (11, 9), "text"),
        ("quiz", "        reply:", "        explanation:", (12, 9), "reply"),
        ("quiz", "        belief:", "        keyakinan:", (15, 9), "belief"),
        ("offers", "offers:", "offer:", (1, 1), "offers"),
        ("chat", "next: bye", "lanjut: bye", (9, 53), "next"),
        ("reference", "    number: 3", "    nomor: 3", (14, 5), "number"),
    ],
)
def test_a_key_by_another_name_is_one_problem(
    sort: str, old: str, new: str, expected: tuple[int, int], key: str
) -> None:
    """Unknown and missing are one mistake; the right key is named, and writing it mends it."""
    found = after(sort, old, new)
    assert found.marks == [("unknown-key", *expected)]
    assert f"  {key}:" in found.mend
    assert found.mended().problems == ()


def test_what_stands_under_a_misspelt_key_is_read() -> None:
    """Mistakes below it are told in the same run."""
    broken = LESSON.replace("pages:", "halaman:").replace("icon: document", "icon: dokument")
    assert told("lessons/ship.yaml", broken).marks == [
        ("unknown-key", 11, 1),
        ("unknown-word", 13, 11),
    ]


@pytest.mark.parametrize(
    ("sort", "old", "new", "words"),
    [
        ("lesson", "order: 9", "minutes: 9", "minutes: 5"),
        ("lesson", "order: 9", "say: {id: a b, en: c d}", "under:  pages:"),
        ("quiz", "    kind: choice\n", "    kind: choice\n    answer: a\n", "right: true"),
        ("lesson", "order: 9", "warna: biru", "lesson, order, icon, title"),
        ("lesson", "about: {", "judul: {id: a, en: b}\nabout: {", "title:"),
    ],
)
def test_a_key_in_the_wrong_place_is_sent_to_the_right_one(
    sort: str, old: str, new: str, words: str
) -> None:
    """Where it belongs is said, or what is known here."""
    found = after(sort, old, new)
    assert found.only.rule == "unknown-key"
    assert words in found.mend


def test_a_line_too_far_to_the_right_is_no_missing_key() -> None:
    """What belongs to the lesson and stands in a page is one problem."""
    broken = LESSON.replace("takeaways:\n  - {id: Baca dulu., en: Read first.}\n", "")
    broken = broken.replace(
        "    say:", "    takeaways: [{id: Baca dulu., en: Read first.}]\n    say:"
    )
    found = told("lessons/ship.yaml", broken)
    assert found.marks == [("unknown-key", 18, 5)]
    assert "  takeaways:" in found.mend


@pytest.mark.parametrize(
    ("sort", "old", "expected", "line"),
    [
        ("lesson", "icon: boat\n", (1, 1), "icon: phone"),
        ("lesson", "lesson: ship\n", (1, 1), "lesson: ship"),
        ("lesson", "    priority: must\n", (7, 5), "priority: must"),
        ("lesson", "    minutes: 5\n", (7, 5), "minutes: 5"),
        ("quiz", "quiz: ship\n", (1, 1), "quiz: ship"),
        ("quiz", "    kind: choice\n", (4, 5), "kind: choice"),
    ],
)
def test_a_missing_key_is_given_with_a_value_that_does(
    sort: str, old: str, expected: tuple[int, int], line: str
) -> None:
    """At the record's first word; the line to add is shown, and adding it mends it."""
    found = after(sort, old, "")
    assert found.marks == [("missing-key", *expected)]
    assert f"  {line}" in found.mend
    assert found.mended().problems == ()


def test_a_missing_text_is_asked_for_and_not_made_up() -> None:
    """Words cannot be put in by a program; the line to add has the right number of spaces."""
    found = after("quiz", "        reply: {id: Betul., en: Right.}\n", "")
    assert found.marks == [("missing-key", 9, 9)]
    assert found.what == 'The key "reply" is missing in option "a".'
    assert found.mend == 'Add a line, with 8 spaces before it:  reply: {id: "…", en: "…"}'
    assert found.only.edit is None


def test_many_missing_keys_are_one_problem() -> None:
    """An empty page is not seven problems."""
    found = after("lesson", "  - id: papers\n    icon: document\n    title: {id: Surat, en: Papers}\n"
                  "    objectives: [ship.papers]\n    show:\n      - {id: Baca dulu suratnya., en: Read the papers first.}\n"
                  "    say: {id: Mari kita baca., en: Let us read.}\n    ask: {id: Surat apa?, en: Which papers?}\n",
                  "  - id: papers\n")  # fmt: skip
    assert found.marks == [("missing-key", 12, 5)]
    assert "icon, title, objectives, show, say" in found.what


@pytest.mark.parametrize(
    ("kind", "likely"),
    [("order", "match"), ("spot", "true_false"), ("match", "order"), ("choice", "spot")],
)
def test_a_kind_that_does_not_fit_the_keys_is_one_problem(kind: str, likely: str) -> None:
    """The keys tell what was meant, and are read as that."""
    found = told("quizzes/ship.yaml", ALL_PLAYED.replace(f"kind: {likely}", f"kind: {kind}"))
    assert found.only.rule == "wrong-kind"
    assert f"  {likely}" in found.mend
    assert found.mended().problems == ()


@pytest.mark.parametrize("kind", ["multiple", "true_false", "order", "match", "spot"])
def test_a_missing_kind_is_told_by_the_other_keys(kind: str) -> None:
    """And hides no other mistake of the question."""
    found = told("quizzes/ship.yaml", ALL_PLAYED.replace(f"    kind: {kind}\n", ""))
    assert f"  kind: {kind}" in found.mend
    assert found.mended().problems == ()


@pytest.mark.parametrize(
    ("name", "text", "path"),
    [
        ("lessons/ship.yaml", QUIZ, "quizzes/ship.yaml"),
        ("quizzes/ship.yaml", LESSON, "lessons/ship.yaml"),
        ("lessons/own.yaml", FILES["reference"][1], "lessons/reference/own.yaml"),
        ("lessons/offers.yaml", FILES["offers"][1], "quizzes/offers.yaml"),
        ("lessons/reference/ship.yaml", LESSON, "lessons/ship.yaml"),
        ("print/ship.yaml", LESSON, "lessons/ship.yaml"),
    ],
)
def test_a_file_in_the_wrong_folder_is_sent_to_the_right_one(
    name: str, text: str, path: str
) -> None:
    """Its keys tell what it is; it is not forty unknown keys."""
    found = told(name, text)
    assert found.only.rule == "wrong-folder"
    assert f"  {path}" in found.mend


def every_record() -> Iterator[Record]:
    """The records of all files."""
    for shapes in FOLDERS.values():
        for shape in shapes:
            for _, record in records(shape):
                yield record


def test_every_key_says_what_stands_there() -> None:
    """A description and an example for each, which is what editors and messages show."""
    for record in every_record():
        for name, key in record.keys.items():
            assert key.about.message.endswith("."), name
            assert key.example, name


def test_people_s_words_stand_for_keys_that_exist() -> None:
    """The table of other names has no key that no record knows."""
    known = {name for record in every_record() for name in record.keys} | {"kind"}
    assert set(KEYS) <= known
