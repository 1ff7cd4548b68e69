"""The telephone numbers of a village list: printed as written, or told; never guessed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from content.village_lists import reader, spots, table

from toolkit.content.library import Library
from toolkit.content.villages.reading import VillageList
from toolkit.content.villages.village import Office

Number = Callable[[str], VillageList]


@pytest.fixture
def number(tmp_path: Path, library: Library) -> Number:
    """Reads a list of one village whose police post has this number."""
    read = reader(tmp_path / "villages.csv", library)
    header = "desa;kecamatan;kabupaten;provinsi;pos_polisi;diperiksa_pada"
    return lambda typed: read(table(header, f'Contoh;Barat;Contoh;Contoh;"{typed}";'))


@pytest.mark.parametrize(
    "typed",
    [
        "110", "112", "129", "1199", "14045", "1500 299", "0299 000 001", "(0299) 000001", "0299-000-001",
        "0299.000.001", "021 0000 0001", "0299 00001", "0299 0000 0001", "0840-0000-01", "0840 0000 0001",
        "0840 0000 0001 2", "+62 299 000 001", "+62 840-0000-0001", "+6284000000012", "0800-0001",
        "0800 000 0001", "0299–000–001",
    ],
)  # fmt: skip
def test_a_number_is_printed_as_the_village_writes_it(number: Number, typed: str) -> None:
    """Spaces, dots, dashes and brackets are the village's own."""
    found = number(typed)
    assert spots(found) == []
    assert found.villages[0].numbers == {Office.POLICE: typed}


@pytest.mark.parametrize("typed", ["", "  ", "-", "–", "—", "\u00a0"])
def test_an_office_without_a_number_gets_a_line_to_write_on(number: Number, typed: str) -> None:
    """An empty cell or a dash is no mistake."""
    found = number(typed)
    assert spots(found) == []
    assert found.villages[0].numbers == {}


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("84000000001", "phone-zero"),
        ("299000001", "phone-zero"),
        ("6284000000001", "phone-zero"),
        ("000 001", "phone-start"),
        ("345678", "phone-zero"),
        ("6,28E+12", "phone-rounded"),
        ("6.28E+12", "phone-rounded"),
        ("6,28123e12", "phone-rounded"),
        ("8E+10", "phone-rounded"),
        ("628400000000.0", "phone-rounded"),
        ("84000000000,00", "phone-rounded"),
        ("0299 000", "phone-length"),
        ("0299 0000 00000", "phone-length"),
        ("0840 0000 0", "phone-length"),
        ("0840 0000 0000 00", "phone-length"),
        ("+62 840 0000", "phone-length"),
        ("+62 840 0000 0000 00", "phone-length"),
        ("0800 01", "phone-length"),
        ("11", "phone-length"),
        ("751", "phone-length"),
        ("0", "phone-length"),
        ("+60 3 0000 0000", "phone-start"),
        ("+62 0840 0000 0001", "phone-start"),
        ("+62 (0)299 000 001", "phone-start"),
        ("0062 299 000 001", "phone-start"),
        ("0184 000 0001", "phone-start"),
        ("O299 000 001", "phone-sign"),
        ("0299 000 00l", "phone-sign"),
        ("0840-0000-xxxx", "phone-sign"),
        ("WA 0840 0000 0001", "phone-sign"),
        ("0299 000 001 ext 2", "phone-sign"),
        ("0299+000001", "phone-sign"),
        ("٠٢٩٩٠٠٠٠٠١", "phone-sign"),
        ("()", "phone-sign"),
        ("belum ada", "phone-sign"),
        ("0299 000 001 / 0299 000 002", "phone-two"),
        ("0299-000001/2", "phone-two"),
        ("0299 000 001, 0299 000 002", "phone-two"),
        ("0299 000 001 atau 110", "phone-two"),
        ("0299000001 0840 0000 0001", "phone-two"),
        ("0299 000 001 (0840 0000 0001)", "phone-two"),
        ("0299 000 001\n0299 000 002", "phone-two"),
        ("0755-700002-3", "phone-two"),
        ("021-5225033-34", "phone-two"),
        ("+62 299 000 001 – 2", "phone-two"),
        (".", "phone-sign"),
        ("=A1", "cell-changed"),
        ("#N/A", "cell-changed"),
        ("0299 000\u202e 001", "cell-hidden-sign"),
        ("0299?000001", "cell-lost-letter"),
    ],
)
def test_a_number_that_cannot_be_dialled_is_told(number: Number, typed: str, rule: str) -> None:
    """Its village is left out; nothing is guessed."""
    found = number(typed)
    assert spots(found) == [f"2:5 {rule}"]
    assert found.villages == ()
    assert (found.rows, found.left_out, found.errors) == (1, 1, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "021-29681560", "02129681560", "(021) 2968 1560", "+62 21 2968 1560", "6221 29681560",
        "0062 21 29681560", "2129681560", "0812-9007-0027", "81290070027", "+62 (0)812 9007 0027",
        "148", "1500630", "+855 12 810 005", "0299 000 001 / 148",
    ],
)  # fmt: skip
def test_a_number_of_the_do_not_print_list_is_known_however_it_is_written(
    number: Number, typed: str
) -> None:
    """With other spacing, with +62, with 0 or with neither."""
    found = number(typed)
    assert spots(found) == ["2:5 do-not-print"]
    assert "do-not-print.yaml:" in str(found.problems[0].what.values)


def test_a_number_that_only_ends_like_a_rejected_one_is_printed(number: Number) -> None:
    """148 must not be printed; 0299 000 148 has nothing to do with it."""
    assert spots(number("0299 000 148")) == []
