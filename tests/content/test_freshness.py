"""Dates, rejected numbers and typed figures: told at the very word, with what to write."""

from __future__ import annotations

from datetime import date

import pytest
from content.told import SHIP, Write, at, changed, mended, problems, spots
from samples import CONTACT

LESSON = "lessons/ship.yaml"
OWN = "lessons/reference/own.yaml"
FILES = {**SHIP, OWN: CONTACT.replace("REVIEW", "2027-06-01")}


@pytest.mark.parametrize(
    ("old", "new", "where", "rule"),
    [
        ("2027-06-01", "2030-01-01", "2030-01-01", "review-too-late"),
        ("2027-06-01", "2026-11-21", "2026-11-21", "past-review"),
        ("seen_on: 2026-10", "seen_on: 2026-12", "2026-12", "not-yet"),
        ("    review_by", "    verified_on: 2026-11-23\n    review_by", "2026-11-23", "not-yet"),
        ('number: "112"', 'number: "021-129"', "021-129", "do-not-print"),
        ("[uu-18-2017]", "[uu-18-2017, uu-18-2017]", "uu-18-2017]", "listed-twice"),
    ],
)
def test_a_date_that_does_not_hold_is_told_at_the_date(
    write: Write, old: str, new: str, where: str, rule: str
) -> None:
    """Judged on the day of the release; what can be mended by rote is."""
    broken = changed(FILES, OWN, old, new)
    found = problems(write, broken)
    assert spots(found) == [f"{at(broken, OWN, where)} {rule}"]
    if found[0].edit is not None:
        assert problems(write, mended(broken, found[0])) == []


def test_the_release_day_itself_has_come(write: Write) -> None:
    """Seen today is seen; and a later day given with --as-of has come by then."""
    today = changed(FILES, OWN, "seen_on: 2026-10", "seen_on: 2026-11-22")
    assert problems(write, today) == []
    later = changed(FILES, OWN, "seen_on: 2026-10", "seen_on: 2026-12")
    assert problems(write, later, date(2026, 12, 1)) == []


@pytest.mark.parametrize(
    ("typed", "rule", "instead"),
    [
        ("0800-1000", "typed-number", "{contact:kp2mi}"),
        ("08001000", "typed-number", "{contact:kp2mi}"),
        ("987.654", "typed-number", ""),
        ("021-129", "do-not-print", ""),
        ("peduliwni.com", "do-not-print", ""),
    ],
)
def test_a_number_in_a_text_is_told_once_at_the_number(
    write: Write, typed: str, rule: str, instead: str
) -> None:
    """With the help line or the fact to write instead, where there is one."""
    broken = changed(SHIP, LESSON, "Mari kita baca.", f"Lihat {typed} dulu.")
    broken = changed(broken, LESSON, "Let us read.", f"See {typed} first.")
    found = [p for p in problems(write, broken) if p.rule != "left-out"]
    assert spots(found) == [
        f"{at(broken, LESSON, typed)} {rule}",
        f"{at(broken, LESSON, typed + ' first')} {rule}",
    ]
    if instead:
        assert [p.edit.text for p in found if p.edit] == [instead, instead]
    words = [p.mend.message.format(**p.mend.values) for p in found]
    assert all(p.edit is None or p.edit.text in told for p, told in zip(found, words, strict=True))


@pytest.mark.parametrize(
    ("typed", "form"),
    [("4.730", "{fact:scam-cases-total}"), ("110", "{contact:polri-110}")],
)
def test_what_is_alike_by_chance_is_put_to_the_trainer(write: Write, typed: str, form: str) -> None:
    """A figure that some fact has too may be another one: what that is about is said, no edit."""
    broken = changed(SHIP, LESSON, "Mari kita baca.", f"Bayar {typed} rupiah.")
    (told,) = (p for p in problems(write, broken) if p.rule == "typed-number")
    assert told.edit is None
    assert told.mend.values["form"] == form
    assert len(told.mend.values["about"]) > 5


@pytest.mark.parametrize("typed", ["08:00 - 12:00", "jam 08.00-12.00", "pukul 7.30", "100% aman"])
def test_times_and_a_hundred_percent_may_be_typed(write: Write, typed: str) -> None:
    """Office hours and a way of speaking are no figures to look after."""
    broken = changed(SHIP, LESSON, "Mari kita baca.", f"Mari, {typed}.")
    assert "typed-number" not in [p.rule for p in problems(write, broken)]


@pytest.mark.parametrize("typed", ["12.500", "15.30 persen", "300%", "12.50"])
def test_what_only_looks_like_a_time_is_a_figure(write: Write, typed: str) -> None:
    """Nothing says that it is a time of day."""
    broken = changed(SHIP, LESSON, "Mari kita baca.", f"Ada {typed} orang.")
    assert "typed-number" in [p.rule for p in problems(write, broken)]


@pytest.mark.parametrize(
    ("said_id", "said_en"),
    [
        ("Buka jam 08.00.", "Open at 08:00."),
        ("Buka jam 13.00 sampai 15.00.", "Open from 1 pm to 3 pm."),
    ],
)
def test_each_language_tells_the_time_in_its_own_way(
    write: Write, said_id: str, said_en: str
) -> None:
    """These are no unlike figures, and no time is put in the place of another."""
    broken = changed(SHIP, LESSON, "Mari kita baca.", said_id)
    assert problems(write, changed(broken, LESSON, "Let us read.", said_en)) == []


def test_no_help_line_is_put_in_the_place_of_a_rejected_number_unasked(write: Write) -> None:
    """A number that is like it may be somebody else's: whose it is, is said."""
    broken = changed(SHIP, LESSON, "Mari kita baca.", "Telepon 021-129.")
    (told,) = (p for p in problems(write, broken) if p.rule == "do-not-print")
    assert told.edit is None
    assert told.mend.values["form"] == "{contact:sapa-129}"
    assert told.mend.values["name"] and told.mend.values["found"] == "021-129"
