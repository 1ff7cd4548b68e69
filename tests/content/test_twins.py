"""A text says the same in both languages: figures, help lines, numbers, stresses."""

from __future__ import annotations

import pytest
from content.told import SHIP, Write, at, changed, mended, problems, spots

LESSON = "lessons/ship.yaml"
SHOWN = "{id: Baca dulu suratnya., en: Read the papers first.}"


@pytest.mark.parametrize(
    ("new", "where", "rule"),
    [
        ("{id: Baca dulu suratnya., en: Baca dulu suratnya.}", "Baca dulu suratnya.}", "same-in-both"),
        ("{id: 'Telepon {contact:kp2mi}.', en: 'Call {contact:polri-110}.'}", "{contact:polri", "twin-references"),
        ("{id: 'Telepon {contact:kp2mi}.', en: Call them.}", "Call them", "twin-references"),
        ("{id: Telepon saja., en: 'Call {contact:kp2mi}.'}", "Telepon saja", "twin-references"),
        ("{id: 'Ke {contact:kp2mi}, {contact:kp2mi}.', en: 'Call {contact:kp2mi}.'}", "Call {contact", "twin-references"),
        ("{id: 'Tanya {term:kbri}.', en: 'Ask {term:disnaker}.'}", "{term:disnaker}.'", "twin-references"),
        ("{id: Gratis 24 jam., en: Free 42 hours.}", "42", "twin-numbers"),
        ("{id: Gratis 24 jam., en: Free day and night.}", "Free day", "twin-numbers"),
        ("{id: Gratis siang malam., en: Free 24 hours.}", "24", "twin-numbers"),
        ("{id: '**Baca** dulu.', en: Read first.}", "Read first.}", "twin-strong"),
        ("{id: Baca dulu saja., en: '**Read** and **ask**.'}", "Baca dulu saja", "twin-strong"),
        ("{id: '**Baca dulu saja.**', en: Do read first.}", "Do read", "twin-strong"),
    ],
)  # fmt: skip
def test_a_difference_is_told_where_it_stands(
    write: Write, new: str, where: str, rule: str
) -> None:
    """At the word that differs, else at the start of the text that lacks it."""
    broken = changed(SHIP, LESSON, SHOWN, new)
    found = problems(write, broken)
    assert spots(found) == [f"{at(broken, LESSON, where)} {rule}"]
    assert found[0].severity == "warning"
    if found[0].edit is not None:
        assert problems(write, mended(broken, found[0])) == []


@pytest.mark.parametrize(
    "same",
    [
        "{id: WhatsApp, en: WhatsApp}",
        "{id: Desa Binaan Imigrasi, en: Desa Binaan Imigrasi}",
        "{id: customer service, en: customer service}",
        "{id: '{fact:consent}', en: '{fact:consent}'}",
        "{id: 'Tanya {term:disnaker}.', en: Ask the manpower office.}",
        "{id: 'Baca **dulu**.', en: 'Do **read**.'}",
        "{id: 'Ke {contact:kp2mi} atau {contact:polri-110}.', en: 'Call {contact:polri-110} or {contact:kp2mi}.'}",
    ],
)
def test_what_is_rightly_alike_or_different_is_not_told(write: Write, same: str) -> None:
    """Names, a word or two, an explanation more, another order of the same."""
    assert problems(write, changed(SHIP, LESSON, SHOWN, same)) == []


def test_a_text_with_a_mistake_of_its_own_is_not_compared(write: Write) -> None:
    """A mistyped id makes the twins unlike; that is one slip and one problem."""
    broken = changed(SHIP, LESSON, SHOWN, "{id: '{fact:consemt}', en: '{fact:consent}'}")
    assert [p.rule for p in problems(write, broken) if p.rule != "left-out"] == [
        "unknown-reference"
    ]
