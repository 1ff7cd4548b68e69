"""Values: what somebody typed is understood or told, with what to write instead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mending import FILES, after, told

from toolkit.content.shaping import readings
from toolkit.language import PartialDate, language


@pytest.mark.parametrize("sort", FILES)
def test_the_samples_are_right(sort: str) -> None:
    """What the tests below break is whole."""
    assert told(*FILES[sort]).problems == ()


@pytest.mark.parametrize(
    ("sort", "old", "new", "expected", "write"),
    [
        ("lesson", "order: 9", 'order: "9"', ("odd-number", 2, 9), "9"),
        ("lesson", "minutes: 5", "minutes: 5 menit", ("odd-number", 9, 14), "5"),
        ("lesson", "minutes: 5", "minutes: lima", ("odd-number", 9, 14), "5"),
        ("lesson", "minutes: 5", "minutes: five minutes", ("odd-number", 9, 14), "5"),
        ("lesson", "minutes: 5", "minutes: 05", ("odd-number", 9, 14), "5"),
        ("reference", "number: 3", "number: 1.000", ("odd-number", 14, 13), "1000"),
        ("reference", "number: 3", "number: 4,730", ("odd-number", 14, 13), "4730"),
        ("reference", "seen_on: 2026-10", "seen_on: 19-05-2025", ("odd-date", 10, 14), "2025-05-19"),
        ("reference", "seen_on: 2026-10", "seen_on: 19/5/2025", ("odd-date", 10, 14), "2025-05-19"),
        ("reference", "seen_on: 2026-10", "seen_on: 19 Mei 2025", ("odd-date", 10, 14), "2025-05-19"),
        ("reference", "seen_on: 2026-10", "seen_on: May 19, 2025", ("odd-date", 10, 14), "2025-05-19"),
        ("reference", "seen_on: 2026-10", "seen_on: Agustus 2025", ("odd-date", 10, 14), "2025-08"),
        ("reference", "seen_on: 2026-10", "seen_on: 2025-5-9", ("odd-date", 10, 14), "2025-05-09"),
        ("reference", 'dial: "112"', "dial: (021) 500-046", ("odd-number", 5, 11), '"021500046"'),
        ("reference", 'dial: "112"', "dial: www.bp2mi.go.id", ("odd-number", 5, 11), '"https://www.bp2mi.go.id"'),
        ("reference", "channel: phone", "channel: telepon", ("unknown-word", 6, 14), "phone"),
        ("reference", "reach: indonesia", "reach: luar negeri", ("unknown-word", 8, 12), "abroad"),
        ("lesson", "priority: must", "priority: wajib", ("unknown-word", 8, 15), "must"),
        ("lesson", "priority: must", "priority: Must", ("unknown-word", 8, 15), "must"),
        ("lesson", "icon: boat", "icon: kapal", ("unknown-word", 3, 7), "boat"),
        ("lesson", "icon: boat", "icon: boaat", ("unknown-word", 3, 7), "boat"),
        ("quiz", "kind: choice", "kind: pilihan ganda", ("unknown-word", 5, 11), "choice"),
        ("quiz", "kind: choice", "kind: chioce", ("unknown-word", 5, 11), "choice"),
        ("lesson", "lesson: ship", "lesson: Kerja_di Kapal", ("odd-id", 1, 9), "kerja-di-kapal"),
        ("lesson", "[polri-110]", "[Polri 110]", ("odd-id", 28, 12), "polri-110"),
        ("lesson", "objectives: [ship.papers]", "objectives: ship.papers", ("wrong-type", 15, 17), "[ship.papers]"),
        ("lesson", "[polri-110]", "polri-110, kp2mi", ("wrong-type", 28, 11), "[polri-110, kp2mi]"),
        ("lesson", "[polri-110]", "[[polri-110]]", ("wrong-type", 28, 12), "polri-110"),
        ("lesson", "- {page: papers}", "- - {page: papers}", ("wrong-type", 25, 7), "-"),
    ],
)  # fmt: skip
def test_what_is_meant_is_proposed_and_mends(
    sort: str, old: str, new: str, expected: tuple[str, int, int], write: str
) -> None:
    """One problem at the very value; the words to write stand in it, and putting them in mends it."""
    found = after(sort, old, new)
    assert found.marks == [expected]
    assert f"  {write}" in found.mend
    assert found.mended().problems == ()


@pytest.mark.parametrize(
    ("sort", "old", "new", "expected", "words"),
    [
        ("lesson", "minutes: 5", "minutes: 5.5", ("odd-number", 9, 14), "  5"),
        ("lesson", "minutes: 5", "minutes: 500", ("out-of-range", 9, 14), "  5"),
        ("offers", "level: 1", "level: 4", ("out-of-range", 5, 12), "  3"),
        ("lesson", "minutes: 5", "minutes: ~", ("empty", 9, 14), "  minutes: 5"),
        ("lesson", "minutes: 5", "minutes: null", ("empty", 9, 14), "  minutes: 5"),
        ("lesson", "icon: boat", "icon:", ("empty", 3, 6), "  icon: phone"),
        ("lesson", "icon: boat", "icon: xyz", ("unknown-word", 3, 7), "passport, document, money"),
        ("lesson", "id: Surat,", "id: ~,", ("empty", 14, 17), '  id: "…"'),
        ("lesson", "order: 9", "order:", ("empty", 2, 7), "delete the whole line"),
        ("lesson", "[polri-110]", "[]", ("wrong-count", 28, 11), "  polri-110"),
        ("lesson", "    - {page: papers}\n", "", ("wrong-count", 25, 5), "  - page: papers"),
        ("lesson", "    - {page: papers}\n", "    - {page: papers}\n    - {page: papers}\n",
         ("wrong-count", 25, 5), "Delete 1"),
        ("quiz", "right: true", "right: t", ("unknown-word", 10, 16), "  true  or  false"),
        ("reference", "review_by: 2027-12-01", "review_by: 2027-02-30", ("odd-date", 11, 16), "  2027-02-28"),
        ("reference", "review_by: 2027-12-01", "review_by: 2027-13-45", ("odd-date", 11, 16), "year-month-day"),
        ("reference", "review_by: 2027-12-01", "review_by: 2027-12", ("odd-date", 11, 16), "  2027-12-01"),
        ("reference", "seen_on: 2026-10", "seen_on: soon", ("odd-date", 10, 14), "year-month-day"),
        ("reference", 'dial: "112"', "dial: telepon", ("odd-number", 5, 11), '  "+62…"'),
        ("lesson", "- {page: papers}", "- papers", ("wrong-type", 25, 7), "  page: surat"),
        ("lesson", "    show:\n      - {id: Baca dulu suratnya., en: Read the papers first.}",
         "    show:\n      id: Baca\n      en: Read", ("wrong-type", 17, 7), "  - id:"),
        ("quiz", "        right: true\n        text: {id: Baca, en: Read}", "        text: [a, b]",
         ("wrong-type", 10, 15), '  "[a, b]"'),
    ],
)  # fmt: skip
def test_what_cannot_be_guessed_is_told_with_an_example(
    sort: str, old: str, new: str, expected: tuple[str, int, int], words: str
) -> None:
    """One problem at its place, and something that can be typed."""
    found = after(sort, old, new)
    assert found.marks == [expected]
    assert words in found.mend


@pytest.mark.parametrize("word", ["ya", "Ya", "yes", "on", "y", "benar", "TRUE", '"true"'])
def test_a_yes_is_a_yes_in_any_words(word: str) -> None:
    """Nobody has to know the one word that the program likes best."""
    assert after("quiz", "right: true", f"right: {word}").problems == ()


@pytest.mark.parametrize("number", ["110", "08001000", "+62214244754", "021500046"])
def test_a_telephone_number_needs_no_quotation_marks(number: str) -> None:
    """It is text, and loses neither its zero nor its plus."""
    assert after("reference", 'dial: "112"', f"dial: {number}").problems == ()


def test_an_entry_that_cannot_be_read_causes_no_other_problem() -> None:
    """An option with an unreadable mark does not also count as a missing right answer."""
    assert after("quiz", "right: true", "right: perhaps").marks == [("unknown-word", 10, 16)]


def test_what_could_be_read_is_checked_all_the_same() -> None:
    """A slip at the top hides nothing below: a third mistake is as visible as the first."""
    name, text = FILES["quiz"]
    broken = (
        text.replace("kind: choice", "kind: chioce")
        .replace("ask: {id: Apa dulu?, en: What first?}", "ask:")
        .replace("        belief:", "        believe:")
    )
    assert [rule for rule, *_ in told(name, broken).marks] == [
        "unknown-word",
        "empty",
        "unknown-key",
    ]


@given(st.text(max_size=20))
def test_no_words_are_taken_for_what_they_are_not(words: str) -> None:
    """Whatever is typed, what is proposed for it is right, and is proposed for itself no more."""
    if number := readings.whole_number(words):
        assert str(int(number)) == number
    if when := readings.when(words):
        assert str(PartialDate.parse(when)) == when
    if id := readings.ident(words):
        assert readings.ident(id) == id


def test_every_message_is_told_in_both_languages() -> None:
    """No sentence lacks a value for one of its places."""
    for sort, old, new in (
        ("lesson", "icon: boat", "ikon: boat"),
        ("lesson", "minutes: 5", "minutes: x"),
        ("reference", "number: 3", "number: 3\n    date: 2026"),
    ):
        for problem in after(sort, old, new).problems:
            for code in ("id", "en"):
                assert language(code).tell(problem.what)
                assert "{" not in language(code).tell(problem.mend)


@pytest.mark.parametrize("value", ["*lambang", "&lambang boat", "!!python/name:os [boat]"])
def test_a_value_of_which_something_was_said_already_is_left_in_peace(value: str) -> None:
    """What was told while the file was taken apart is not told again as a word nobody knows."""
    assert len(after("lesson", "icon: boat", f"icon: {value}").problems) == 1
