"""Inline forms: what looks like a reference or a strong word and is none is never printed as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mending import Told, after

from toolkit.content.place import Place, Spot
from toolkit.content.reading.desk import Desk
from toolkit.content.shaping.inline_forms import mended
from toolkit.content.shaping.prose import is_sound
from toolkit.content.text import parse

HERE = Spot(Place("lessons/ship.yaml", 3, 5))


def with_words(words: str) -> Told:
    """What is said of a lesson with these words in a text."""
    return after("lesson", "{id: Baca dulu., en", '{id: "' + words + '", en')


@pytest.mark.parametrize(
    ("words", "rule", "column", "right"),
    [
        ("Baca {fakta:x}.", "odd-reference", 16, "{fact:x}"),
        ("Baca {fact: x}.", "odd-reference", 16, "{fact:x}"),
        ("Baca {Fact:x}.", "odd-reference", 16, "{fact:x}"),
        ("Baca {fact:X_y}.", "odd-reference", 16, "{fact:x-y}"),
        ("Baca { fact : x }.", "odd-reference", 16, "{fact:x}"),
        ("Baca {{fact:x}}.", "odd-reference", 16, "{fact:x}"),
        ("Baca {fact;x}.", "odd-reference", 16, "{fact:x}"),
        ("Baca {istilah:tppo}.", "odd-reference", 16, "{term:tppo}"),
        ("Baca {kontak:kp2mi}.", "odd-reference", 16, "{contact:kp2mi}"),
        ("Baca {term tppo}.", "odd-reference", 16, "{term:tppo}"),
        ("Baca (fact:x) dulu.", "odd-reference", 16, "{fact:x}"),
        ("Baca fact:x} dulu.", "odd-reference", 16, "{fact:x}"),
        ("Baca {fact:x dulu.", "open-reference", 16, "{fact:x}"),
        ("Baca {fact:x", "open-reference", 16, "{fact:x}"),
        ("*Baca* dulu.", "lone-stars", 11, "**Baca**"),
        ("* *Baca* * dulu.", "lone-stars", 11, "**Baca**"),
        ("**Baca* dulu.", "lone-stars", 11, "**Baca**"),
    ],
)
def test_a_misspelt_form_is_told_at_its_place(
    words: str, rule: str, column: int, right: str
) -> None:
    """One problem, the right form in it, and putting it in mends it."""
    found = with_words(words)
    assert found.marks == [(rule, 21, column)]
    assert f"  {right}" in found.mend
    assert found.mended().problems == ()


def test_an_unknown_kind_is_told_those_that_exist() -> None:
    """Only facts, contacts and terms can be referred to."""
    found = with_words("Baca {tanya:x}.")
    assert found.mend == "Write one of these:  {fact:x}, {contact:x}, {term:x}"


def test_stars_without_a_partner_are_told() -> None:
    """With the word before or after them as it would be strong."""
    found = with_words("**Baca dulu.")
    assert found.marks == [("lone-stars", 21, 11)]
    assert "  **Baca**" in found.mend


@pytest.mark.parametrize(
    "words",
    [
        "Baca {nama} dulu.", "Baca {} dulu.", "{hati-hati ya}", "Jam 5 * 3 = 15", "a*b*c",
        "{catatan: hati hati ya}", "**Baca** {fact:x}.", "Ingat: {contact:kp2mi}", "Fakta: benar",
    ],
)  # fmt: skip
def test_other_braces_and_stars_are_left_alone(words: str) -> None:
    """What nobody could mean as a form is text."""
    assert with_words(words).problems == ()


def test_a_form_in_a_folded_text_is_told_in_its_own_line() -> None:
    """Line and column are the trainer's, not those of the folded words."""
    folded = "title:\n  id: >-\n    Kerja\n    di {fakta:x} kapal\n  en: Working on ships"
    found = after("lesson", "title: {id: Kerja di kapal, en: Working on ships}", folded)
    assert found.marks == [("odd-reference", 7, 8)]
    assert found.mended().problems == ()


@given(st.text(alphabet=st.sampled_from("{}*:;() fact-ermx.\n"), max_size=40))
def test_no_words_are_lost_or_crash(words: str) -> None:
    """Whatever is typed is looked at in peace, and what is sound is never complained of."""
    desk = Desk("lessons/ship.yaml")
    runs = mended(words, HERE, desk)
    assert runs
    if is_sound(words) and "fact:" not in words and "term:" not in words:
        assert desk.problems == []
    assert is_sound(words) is False or parse(words)
