"""Numbers, dates and sentences look as each reader expects them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.language import (
    PartialDate,
    Said,
    interface_languages,
    is_known,
    language,
    name_in,
    own_name,
    speech,
)

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("code", "number", "day", "month"),
    [
        ("id", "4.730", "19 Mei 2025", "Mei 2025"),
        ("en", "4,730", "19 May 2025", "May 2025"),
    ],
)
def test_forms_follow_the_reader(code: str, number: str, day: str, month: str) -> None:
    """Typed once, formatted by Babel for each language."""
    lang = language(code)
    assert lang.number(4730) == number
    assert lang.day(date(2025, 5, 19)) == day
    assert lang.month(date(2025, 5, 19)) == month


@pytest.mark.parametrize(("written", "told"), [("2025", "2025"), ("2025-09", "September 2025")])
def test_a_date_is_told_as_precisely_as_it_is_known(written: str, told: str) -> None:
    """No day is invented."""
    assert language("id").day(PartialDate.parse(written)) == told


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_date_is_read_as_it_is_written(day: date) -> None:
    """Day, month or year come back the same."""
    for precise in (
        PartialDate.of(day),
        PartialDate(day.year, day.month),
        PartialDate(day.year),
    ):
        assert PartialDate.parse(str(precise)) == precise
        assert precise.first() <= day <= precise.last()


@given(st.text(max_size=12))
def test_anything_else_is_no_date(written: str) -> None:
    """What no calendar has is a ValueError."""
    try:
        assert str(PartialDate.parse(written)) == written
    except ValueError:
        return


@pytest.mark.parametrize(
    "written", ["2025-00", "2025-13", "2025-02-30", "2025-05-00", "25-05-19", " 2025"]
)
def test_impossible_days_are_refused(written: str) -> None:
    """Thirteen months, the thirtieth of February, a year of two digits."""
    with pytest.raises(ValueError):
        PartialDate.parse(written)


def test_a_said_sentence_is_told_with_its_parts_in_the_same_language() -> None:
    """A sentence inside a sentence does not stay English."""
    told = language("id").tell(
        Said("The translation into {language} is missing.", {"language": Said("English")})
    )
    assert "English" not in told
    assert "Inggris" in told


@pytest.mark.parametrize("written", ["", "Jawa", "j", "../id", "jv.po", "id-ID"])
def test_what_is_no_code_is_no_language(written: str) -> None:
    """A typing error never becomes a language."""
    with pytest.raises(KeyError):
        language(written)
    assert not is_known(written)


def test_a_language_without_a_catalog_is_spoken_to_in_the_default_one() -> None:
    """Its numbers and dates are its own; only the interface stands in Indonesian."""
    french = language("fr")
    assert french.gettext("Remember") == language("id").gettext("Remember")
    assert french.day(date(2025, 5, 19)) == "19 mai 2025"


def test_a_language_whose_forms_nobody_knows_has_the_default_ones() -> None:
    """Madurese has no number formats in Babel, but its name is known and people speak it."""
    assert is_known("mad")
    assert language("mad").number(4730) == language("id").number(4730)


@pytest.mark.parametrize(
    ("code", "own", "english"),
    [("id", "Indonesia", "Indonesian"), ("jv", "Jawa", "Javanese"), ("ban", "Bali", "Balinese")],
)
def test_a_language_is_called_by_its_own_name(code: str, own: str, english: str) -> None:
    """Who needs it cannot read the others."""
    assert own_name(code) == own
    assert name_in(code, "en") == english


def test_a_catalog_that_appears_makes_its_language_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder with a translated interface is enough; what it lacks is said in the default language."""
    catalog = tmp_path / "jv" / "LC_MESSAGES" / "cekdulu.po"
    catalog.parent.mkdir(parents=True)
    catalog.write_text('msgid "Remember"\nmsgstr "Elinga"\n', encoding="utf-8")
    shutil.copytree(speech.CATALOGS / "id", tmp_path / "id")
    monkeypatch.setattr(speech, "CATALOGS", tmp_path)
    assert interface_languages() == ("id", "en", "jv")
    javanese = speech.Language("jv")
    assert javanese.gettext("Remember") == "Elinga"
    assert javanese.gettext("Sources") == speech.Language("id").gettext("Sources") != "Sources"


def test_every_sentence_has_its_indonesian() -> None:
    """Catalogs are complete, without fuzzy guesses, with the same places to fill in."""
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci" / "catalogs")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
