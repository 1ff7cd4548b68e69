"""A village list's values: what is printed as it is, and what is told with row and column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from content.village_lists import reader, spots, table

from toolkit.content.library import Library
from toolkit.content.place import Severity
from toolkit.content.rules import RULES
from toolkit.content.telling import as_text
from toolkit.content.villages.columns import WORDS
from toolkit.content.villages.reading import VillageList, read_villages
from toolkit.content.villages.village import Office, Village, digest
from toolkit.language import language

HEADER = "desa;kecamatan;kabupaten;provinsi;pos_polisi;diperiksa_pada"
SAMPLE = Path(__file__).parent.parent.parent / "print" / "villages.csv"

Read = Callable[..., VillageList]


@pytest.fixture
def read(tmp_path: Path, library: Library) -> Read:
    """Reads a list of these lines."""
    read = reader(tmp_path / "villages.csv", library)
    return lambda *lines, header=HEADER: read(table(header, *lines))


def day(read: Read, typed: str) -> VillageList:
    """A list of one village whose numbers were tried on this day."""
    return read(f"Contoh;Barat;Contoh;Contoh;;{typed}")


# The sample


def test_the_sample_is_sound(library: Library) -> None:
    """What we show as an example has nothing wrong, a long name and offices without a number."""
    found = read_villages(SAMPLE, library)
    assert found.problems == ()
    assert found.rows == len(found.villages) == 5
    assert max(len(one.name) for one in found.villages) > 60
    assert any(not one.numbers for one in found.villages)
    first = found.villages[0]
    assert (first.name, first.district, first.regency) == (
        "Contoh Maju", "Contoh Barat", "Kabupaten Contoh",
    )  # fmt: skip
    assert first.numbers[Office.POLICE] == "(0299) 000 002"
    assert (first.checked_on, first.code) == (date(2026, 11, 2), "00.01.01.2001")
    assert (first.at.line, first.at.column) == (2, 2)


def test_nobody_can_be_dialled_by_the_sample(library: Library) -> None:
    """Its landlines are of area 0299 and its mobiles of 0840, which nobody has been given."""
    numbers = [
        number for one in read_villages(SAMPLE, library).villages for number in one.numbers.values()
    ]
    assert len(numbers) > 12
    for one in numbers:
        plain = "".join(filter(str.isdigit, one))
        assert plain == "110" or plain.startswith(("0299000", "08400000", "628400000")), one


# Names


@pytest.mark.parametrize(
    "name",
    [
        "Ma'rang", "Ma’rang", "Mu‘min", "Éwé", "Sâwah", "Lò'", "Nagari III Koto", "Desa 2000", "St. Contoh",
        "Contoh-Contoh", "Contoh (Pemekaran)", "Contoh/Baru", "Contoh & Baru", "Ĝūnung", "E\u0301we",
        "-Contoh", "@Contoh", "Nagari " + "Panjang " * 15 + "Sekali",
    ],
)  # fmt: skip
def test_names_are_the_people_s(read: Read, name: str) -> None:
    """Apostrophes, accents, digits, brackets, however long: printed as they are typed."""
    import unicodedata

    found = read(f"{name};Barat;Contoh;Contoh;;")
    assert spots(found) == []
    assert found.villages[0].name == unicodedata.normalize("NFC", name)


def test_blanks_around_a_name_are_nobody_s(read: Read) -> None:
    """Blanks before and after go, many become one, and a line break in a cell is a blank."""
    found = read('"  Contoh\n Maju\u00a0 ";Barat;Contoh;Contoh;;')
    assert found.villages[0].name == "Contoh Maju"


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("Cont?h", "cell-lost-letter"),
        ("Cont\ufffdh", "cell-lost-letter"),
        ("ContÃ©h", "cell-lost-letter"),
        ("Maâ€™rang", "cell-lost-letter"),
        ("Con\u200btoh", "cell-hidden-sign"),
        ("Con\u202etoh", "cell-hidden-sign"),
        ("Con\x1b[31mtoh", "cell-hidden-sign"),
        ("Con\x00toh", "cell-hidden-sign"),
        ("Con\x1ctoh", "cell-hidden-sign"),
        ("=A1", "cell-changed"),
        ('=HYPERLINK("x")', "cell-changed"),
        ("#REF!", "cell-changed"),
        ("#NAME?", "cell-changed"),
        ("Err:508", "cell-changed"),
        ("Contoh ★", "name-sign"),
        ("Contоh", "name-sign"),
        ("Contoh 🏠", "name-sign"),
        ("ꦢꦺꦱ", "name-sign"),
        ("x" * 151, "cell-too-long"),
    ],
)
def test_a_spoilt_name_is_told(read: Read, name: str, rule: str) -> None:
    """What a spreadsheet, a chat or an old program has put there is not printed."""
    quoted = name.replace('"', '""')
    found = read(f'"{quoted}";Barat;Contoh;Contoh;;')
    assert spots(found) == [f"2:1 {rule}"]
    assert found.villages == ()


def test_a_row_needs_village_and_regency(read: Read) -> None:
    """District and province may be missing, these two not."""
    found = read(";Barat;;Contoh;;", "Contoh;;Contoh;;;")
    assert spots(found) == ["2:1 village-unnamed", "2:3 village-unnamed"]
    assert [one.name for one in found.villages] == ["Contoh"]


def test_the_same_village_twice_is_told_at_the_second(read: Read) -> None:
    """The first is printed; capitals and the kind of apostrophe make no other village of it."""
    found = read(
        "Ma'rang;Barat;Contoh;Contoh;0299 000 001;",
        "Ma'rang;Timur;Contoh;Contoh;0299 000 002;",
        "MA’RANG;Barat;Contoh;Contoh;0299 000 003;",
    )
    assert spots(found) == ["4:1 village-twice"]
    assert "Row 4, column A (desa): In row 2 stands" in as_text(found.problems[0], language("en"))
    assert [one.district for one in found.villages] == ["Barat", "Timur"]


def test_a_village_twice_is_told_beside_what_else_is_wrong(read: Read) -> None:
    """Also where the first row is left out: after its mending there would be two."""
    found = read("Contoh;Barat;Contoh;Contoh;12;", "Contoh;Barat;Contoh;Contoh;0299 000 001;")
    assert spots(found) == ["2:5 phone-length", "3:1 village-twice"]
    # Of a district that could not be read nobody knows whether it is another one.
    found = read("Contoh;B?rat;Contoh;Contoh;;", "Contoh;T?mur;Contoh;Contoh;;")
    assert spots(found) == ["2:2 cell-lost-letter", "3:2 cell-lost-letter"]


def test_a_code_stands_once(read: Read) -> None:
    """However its digits are parted."""
    found = read(
        "13.01.02.2003;Contoh;Contoh", "1301022003;Maju;Contoh", header="kode;desa;kabupaten"
    )
    assert spots(found) == ["3:1 village-twice"]


def test_a_rounded_code_is_told(read: Read) -> None:
    """Ten digits are too many for Excel."""
    found = read("1,30102E+09;Contoh;Contoh", header="kode;desa;kabupaten")
    assert spots(found) == ["2:1 code-changed"]


# Days


@pytest.mark.parametrize(
    "typed",
    ["2026-11-02", "2026-11-2", "02/11/2026", "2/11/2026", "02-11-2026", " 2026-11-02 00:00:00"],
)
def test_a_day_is_written_year_first_or_day_first(read: Read, typed: str) -> None:
    """Never month first."""
    assert day(read, typed).villages[0].checked_on == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("2/11/26", "day-unclear"),
        ("11/2026", "day-unclear"),
        ("30/02/2026", "day-unclear"),
        ("2026-13-01", "day-unclear"),
        ("11/22/2026", "day-unclear"),
        ("02/11-2026", "day-unclear"),
        ("2 November 2026", "day-unclear"),
        ("46328", "day-unclear"),
        ("1900-01-01", "day-unclear"),
        ("kemarin", "day-unclear"),
        ("#VALUE!", "cell-changed"),
        ("2026-11-23", "not-yet"),
        ("02/11/2062", "not-yet"),
    ],
)
def test_a_day_that_cannot_be_right_is_told(read: Read, typed: str, rule: str) -> None:
    """Two digits of a year, a day no calendar has, a day to come: nothing is guessed."""
    found = day(read, typed)
    assert spots(found) == [f"2:6 {rule}"]
    assert found.villages == ()


def test_one_month_first_makes_the_others_unclear(read: Read) -> None:
    """Who wrote 11/22 may have meant the 11th of February by 02/11 as well."""
    found = read(
        "Satu;Barat;Contoh;Contoh;;02/11/2026",
        "Dua;Barat;Contoh;Contoh;;11/20/2026",
        "Tiga;Barat;Contoh;Contoh;;20/11/2026",
        "Empat;Barat;Contoh;Contoh;;11/11/2026",
        "Lima;Barat;Contoh;Contoh;;2026-11-02",
    )
    assert spots(found) == ["2:6 day-unclear", "3:6 day-unclear"]
    assert [one.name for one in found.villages] == ["Tiga", "Empat", "Lima"]


# All at once


def test_every_bad_value_is_told_at_once(read: Read) -> None:
    """All of a row and of all rows, in their order; the sound rows are there."""
    found = read(
        "Cont?h;Barat;;Contoh;299000001;32/11/2026",
        "Satu;Barat;Contoh;Contoh;0299 000 001;2026-11-02",
        "Dua;Barat;Contoh;Contoh;6,28E+12;",
    )
    assert spots(found) == [
        "2:1 cell-lost-letter", "2:3 village-unnamed", "2:5 phone-zero", "2:6 day-unclear",
        "4:5 phone-rounded",
    ]  # fmt: skip
    assert [one.name for one in found.villages] == ["Satu"]


def test_a_spoilt_column_is_told_a_thousand_times_and_then_once(read: Read) -> None:
    """The rest is counted, with its last row; other mistakes are still told one by one."""
    spoilt = [f"Contoh {n};Barat;Contoh;Contoh;299000001;" for n in range(1500)]
    found = read(*spoilt, "Maju;Barat;Contoh;Contoh;12;")
    rules = [one.rule for one in found.problems]
    assert (rules.count("phone-zero"), rules.count("phone-length")) == (1001, 1)
    rest = found.problems[1000]
    assert rest.place.line == 1002
    assert rest.what.values["count"] == 500
    assert rest.what.values["last"] == 1501
    assert (found.villages, found.left_out) == ((), 1501)


def test_a_problem_is_told_in_both_languages_with_row_and_column(
    read: Read, tmp_path: Path
) -> None:
    """Place, row, the letter and the word of the column, what, why and how to mend it."""
    told = as_text(read("Contoh;Barat;Contoh;Contoh;299000001;").problems[0], language("en"))
    assert told.splitlines()[:2] == [
        f"{tmp_path / 'villages.csv'}:2:5  [phone-zero]",
        "  Row 2, column E (pos_polisi): 299000001 begins with neither 0 nor +62.",
    ]
    assert "  Why: Dialled without its 0" in told
    assert "  Mend it: Excel takes a 0 away" in told


def test_what_a_list_says_cannot_command_a_terminal(read: Read) -> None:
    """A header and a value with control signs are told with these signs spelled out."""
    found = read(
        "Contoh;Contoh;\x1b]0;x\x07", "\x1b[2J;Contoh;", header="desa;kabupaten;pos\x1b[31m"
    )
    for problem in found.problems:
        for lang in ("id", "en"):
            assert as_text(problem, language(lang)).replace("\n", "").isprintable()


def test_example_lists_of_the_rules_break_them_and_do_not(read: Read) -> None:
    """What `check --explain` shows is true: the wrong lines bring that problem, the right ones none."""
    from toolkit.content.rules.villages import RULES as OURS

    shown = {name: rule for name, rule in OURS.items() if rule.wrong}
    assert len(shown) > 15
    for name, rule in shown.items():
        header, *lines = rule.wrong.splitlines()
        assert name in {p.rule for p in read(*lines, header=header).problems}, name
        header, *lines = rule.right.splitlines()
        assert read(*lines, header=header).problems == (), name
    assert set(OURS) <= set(RULES)


# Digest


def test_a_digest_changes_with_everything_that_is_printed_and_with_nothing_else() -> None:
    """So a leaflet is made anew when its row was corrected, not when it moved in the list."""
    from dataclasses import replace

    from toolkit.content.place import Place

    one = Village(
        "Contoh", "Barat", "Contoh", "Contoh", {Office.POLICE: "110", Office.VILLAGE: "112"}
    )
    others = [
        replace(one, name="Contoh B"),
        replace(one, district=""),
        replace(one, regency="Lain"),
        replace(one, province="Lain"),
        replace(one, code="1"),
        replace(one, checked_on=date(2026, 11, 2)),
        replace(one, numbers={Office.POLICE: "112", Office.VILLAGE: "110"}),
        replace(one, numbers={Office.POLICE: "110"}),
        replace(one, name="", district="ContohBarat"),
    ]
    assert len({digest(one), *map(digest, others)}) == len(others) + 1
    moved = replace(
        one, numbers={Office.VILLAGE: "112", Office.POLICE: "110"}, at=Place("x.csv", 9)
    )
    assert digest(moved) == digest(one) == "bd95d0cd23b76802"


def test_unknown_columns_are_warnings(read: Read) -> None:
    """They keep no row out; one with a slip is told what it was perhaps meant to be."""
    found = read("Contoh;Contoh;x;110", header="desa;kabupaten;keterangan panjang sekali;pos polsi")
    assert spots(found) == ["1:3 unknown-column", "1:4 unknown-column"]
    assert {one.severity for one in found.problems} == {Severity.WARNING}
    assert "pos_polisi" in str(found.problems[1].mend)
    assert (len(found.villages), found.errors) == (1, 0)


@pytest.mark.parametrize("word", ["catatan", "desa lama", "Kabupaten."])
def test_notes_and_what_is_there_are_not_taken_for_another_column(read: Read, word: str) -> None:
    """An office's notes on people would stand on every leaflet as its district."""
    found = read("Contoh;Contoh;x", header=f"desa;kabupaten;{word}")
    mends = [
        one.mend.source if hasattr(one.mend, "source") else str(one.mend) for one in found.problems
    ]
    assert len(mends) == 1
    assert "If it is meant so" not in mends[0]


# The manual


@pytest.mark.parametrize("page", ["village-list.md", "daftar-desa.md"])
def test_the_manual_names_every_column_and_every_message(page: str) -> None:
    """In both languages, with every word of a header and every kind of problem."""
    from toolkit.content.rules.villages import RULES as OURS

    text = (SAMPLE.parent.parent / "docs" / page).read_text(encoding="utf-8")
    words = [word for words in WORDS.values() for word in words]
    assert [
        one for one in [*words, *OURS, "do-not-print", "not-yet"] if f"`{one}`" not in text
    ] == []
