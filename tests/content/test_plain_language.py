"""Plain language: short sentences, everyday words, and words that fit their place."""

from __future__ import annotations

import pytest
from content.told import SHIP, Write, at, changed, problems, spots

from toolkit.content.checks.sentences import sentences

LESSON = "lessons/ship.yaml"
SAID = "say: {id: Mari kita baca., en: Let us read.}"
TWENTY = " ".join(["kata"] * 20)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Satu dua. Tiga!", ["Satu dua.", "Tiga!"]),
        ("Baca, dll. Lalu tanya.", ["Baca, dll. Lalu tanya."]),
        ("Lihat No. 5 dulu. Lalu tanya.", ["Lihat No. 5 dulu.", "Lalu tanya."]),
        ("Say no. Then ask.", ["Say no.", "Then ask."]),
        ("Satu: dua; tiga? empat", ["Satu:", "dua;", "tiga?", "empat"]),
        ('Ia bilang, "Ayo." Kita diam.', ['Ia bilang, "Ayo."', "Kita diam."]),
        ("Buka kp2mi.go.id sendiri.", ["Buka kp2mi.go.id sendiri."]),
    ],
)
def test_sentences_are_found(words: str, found: list[str]) -> None:
    """A sign ends a sentence, a shortened word or an address does not."""
    assert [words[start:end].strip() for start, end in sentences(words)] == found


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (TWENTY + ".", False),
        (TWENTY + " kata.", True),
        (TWENTY + "; " + TWENTY + ".", False),
        (TWENTY + " {term:disnaker}.", True),
        ("{fact:no-placement-cambodia} " + TWENTY + ".", False),
    ],
)
def test_a_sentence_of_more_than_twenty_words_is_told(write: Write, words: str, told: bool) -> None:
    """What is referred to is one word; a fact that is a sentence is its own."""
    english = words.replace("kata", "word")
    said = f"say: {{id: 'Singkat dulu. {words}', en: 'Short. {english}'}}"
    broken = changed(SHIP, LESSON, SAID, said)
    start = at(broken, LESSON, words[:9])
    found = [spot for spot in spots(problems(write, broken)) if "long-sentence" in spot]
    assert (f"{start} long-sentence" in found) is told
    assert len(found) == 2 * told


def test_a_long_sentence_is_found_on_its_own_line_of_a_folded_text(write: Write) -> None:
    """The place is where the sentence begins, also further down."""
    folded = f"say:\n      id: >-\n        Mari kita baca.\n        Lalu {TWENTY}.\n      en: Let us read."
    broken = changed(SHIP, LESSON, SAID, folded)
    (told,) = spots(problems(write, broken))
    assert told == f"{at(broken, LESSON, 'Lalu kata')} long-sentence"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Kita verifikasi dulu.", True),
        ("Kita verifikasi (mengecek) dulu.", False),
        ("Kita cek dulu. Namanya verifikasi.", False),
        ("Verifikasi artinya mengecek.", False),
        ("Kita DIVERIFIKASI dulu.", True),
        ("Tanya BP3MI.", True),
        ("Tanya {term:bp3mi} itu. BP3MI menjawab.", False),
        ("Tanya BP3MI, kantor pelindungan pekerja migran.", False),
        ("Ini tip untuk Anda.", False),
        ("Modus operandi mereka halus.", True),
    ],
)
def test_an_office_word_without_an_explanation_is_told(
    write: Write, words: str, told: bool
) -> None:
    """Explained by the glossary, in brackets, or in the words beside it, it may stay."""
    broken = changed(SHIP, LESSON, SAID, f"say: {{id: '{words}', en: Let us read.}}")
    found = [p.rule for p in problems(write, broken)]
    assert found == ["office-word"] * told


def test_an_office_word_is_told_once_and_at_the_word(write: Write) -> None:
    """Its first use in a lesson is enough; the quiz knows what the lesson explains."""
    twice = "say: {id: Kita verifikasi. Lalu verifikasi lagi., en: We read.}"
    broken = changed(SHIP, LESSON, SAID, twice)
    (told,) = spots(problems(write, broken))
    assert told == f"{at(broken, LESSON, 'verifikasi. Lalu')} office-word"
    explained = changed(SHIP, LESSON, SAID, "say: {id: Kita verifikasi (mengecek)., en: We read.}")
    explained = changed(explained, "quizzes/ship.yaml", "Apa dulu?", "Apa verifikasi itu?")
    assert problems(write, explained) == []


def test_a_trainer_adds_office_words(write: Write) -> None:
    """The list is part of the library, and a trainer's own lies over it."""
    own = "office_words:\n  - {id: optimal, language: id, words: [optimal], say: sebaik mungkin}\n"
    broken = changed(SHIP, LESSON, "Mari kita baca.", "Mari baca optimal.")
    found = problems(write, {**broken, "lessons/reference/own.yaml": own})
    assert [p.rule for p in found] == ["office-word"]
    assert found[0].mend.values["say"] == "sebaik mungkin"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("title: {id: Surat, ", "title: {id: Surat-surat yang harus lengkap sebelum naik, ", "sebelum naik, en"),
        ("show:\n      - {id: Baca dulu suratnya.", f"show:\n      - {{id: {TWENTY[:59]} lebih panjang.", "lebih panjang."),
        ("takeaways:\n  - {id: Baca dulu.", f"takeaways:\n  - {{id: {TWENTY[:69]} lebih.", "lebih."),
        ("{id: Teken, en", f"{{id: {TWENTY[:69]} lebih, en", "lebih,"),
    ],
)  # fmt: skip
def test_a_text_too_long_for_its_place_is_told_where_the_room_ends(
    write: Write, old: str, new: str, where: str
) -> None:
    """The caret stands at the first word for which there is no room."""
    name = "quizzes/ship.yaml" if "Teken" in old else LESSON
    broken = changed(SHIP, name, old, new)
    assert spots(problems(write, broken)) == [f"{at(broken, name, where)} too-long"]


def test_a_page_that_does_not_fit_the_smallest_screen_is_told(write: Write) -> None:
    """At the first line that is out of sight."""
    line = "      - {id: " + "panjang " * 8 + "sekali kata ini, en: Short.}\n"
    lesson = SHIP[LESSON].replace(
        "      - {id: Baca dulu suratnya., en: Read the papers first.}\n", line * 6
    )
    assert problems(write, {**SHIP, LESSON: lesson}) == []
    more = lesson.replace("{id: Surat, en: Papers}", "{id: Surat, en: Papers}").replace(
        "sekali kata ini", "x" * 80
    )
    found = [p for p in problems(write, {**SHIP, LESSON: more}) if p.rule == "page-too-full"]
    assert [p.place.line for p in found] == [20]


def test_a_long_sentence_without_a_joint_is_told_where_it_must_end(write: Write) -> None:
    """The last two words that there is room for stand in the mending."""
    words = " ".join(f"kata{chr(97 + n)}" for n in range(24))
    broken = changed(SHIP, LESSON, SAID, f"say: {{id: {words}., en: Let us read.}}")
    (told,) = (p for p in problems(write, broken) if p.rule == "long-sentence")
    assert told.mend.values["words"] == "katas katat"
