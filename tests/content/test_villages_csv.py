"""A village list as CSV: however it was saved, it is read the same."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from content.village_lists import LINES, TABLE, TEXT, Read, as_expected, reader
from hypothesis import assume, given
from hypothesis import strategies as st

from toolkit.content.library import Library
from toolkit.content.villages.columns import NEEDED, WORDS, Column
from toolkit.content.villages.village import Office


@pytest.fixture
def read(tmp_path: Path, library: Library) -> Read:
    """Reads a list that has these bytes."""
    return reader(tmp_path / "villages.csv", library)


@pytest.fixture(scope="session")
def read_any(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Read:
    """Reads any number of lists, all from the same place."""
    return reader(tmp_path_factory.mktemp("lists") / "villages", library)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])  # fmt: skip
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_csv_file_is_read_however_it_was_saved(
    read: Read, encoding: str, delimiter: str, end: str
) -> None:
    """Excel in Indonesian and in English, Notepad, LibreOffice, an old program."""
    text = TEXT.replace(";", delimiter).replace("\r\n", end)
    as_expected(read(text.encode(encoding)))


def test_a_big_endian_file_with_its_mark_is_read(read: Read) -> None:
    """UTF-16 comes both ways round."""
    as_expected(read(b"\xfe\xff" + TEXT.encode("utf-16-be")))


@pytest.mark.parametrize("line", ["sep=;\r\n", "SEP=;\r\n", '"sep=;"\r\n'])
def test_excel_s_line_about_the_delimiter_is_no_row(read: Read, line: str) -> None:
    """Excel does not show it, so rows are counted without it."""
    as_expected(read((line + TEXT).encode()))


@pytest.mark.parametrize(
    "text",
    [
        "\r\n".join(line + ";;;" for line in LINES) + "\r\n;;;;;;\r\n \r\n\r\n",
        "\r\n".join('"' + line.replace(";", '";"') + '"' for line in LINES),
        "\r\n".join(line.replace(";", "; ") for line in LINES),
        TEXT.replace("desa;", "DESA;").replace("pos_polisi", "Pos  Polisi").replace(
            "diperiksa_pada", " Diperiksa.Pada "
        ),
        TEXT.replace("kabupaten", "Kabupaten/Kota"),
    ],
    ids=["empty cells and rows", "all quoted", "blanks", "capitals", "slash"],
)  # fmt: skip
def test_what_makes_no_difference_is_passed_over(read: Read, text: str) -> None:
    """Empty columns and rows at the end, quotation marks, blanks, capitals."""
    as_expected(read(text.encode()))


def test_rows_are_counted_as_a_spreadsheet_shows_them(read: Read) -> None:
    """Empty rows count, and a cell with a line break in it is still one row."""
    found = read(b'\r\ndesa;kabupaten\r\n\r\n"Contoh\r\nMaju";Contoh\r\n;Contoh\r\n')
    assert [one.at.line for one in found.villages] == [4]
    assert [str(p.place).rpartition("villages.csv:")[2] for p in found.problems] == ["5:1"]


@pytest.mark.parametrize("word", [word for words in WORDS.values() for word in words])
def test_every_word_of_a_header_is_known(read: Read, word: str) -> None:
    """In both languages, in capitals, with blanks or dots for the underscores."""
    column = next(column for column, words in WORDS.items() if word in words)
    others = [WORDS[one][0] for one in NEEDED if one is not column]
    for written in (word, word.upper(), word.replace("_", " "), word.replace("_", ".")):
        assert read((";".join([written, *others]) + "\n").encode()).problems == ()


def test_columns_stand_in_any_order_and_language(read: Read) -> None:
    """An English header, backwards."""
    order = [[*row[::-1]] for row in TABLE]
    order[0] = [column.value for column in Column][::-1]
    as_expected(read("\n".join(map(",".join, order)).encode()))


def test_a_needed_column_that_is_missing_is_told_with_all_else(read: Read) -> None:
    """No row can be printed then, and what is wrong in rows is told as well."""
    found = read(b"desa;pos_polisi\nContoh;12\nMaju;110\n")
    assert [(p.rule, p.place.line) for p in found.problems] == [
        ("missing-column", 0), ("phone-length", 2),
    ]  # fmt: skip
    assert (found.villages, found.rows) == ((), 2)


def test_a_column_that_is_there_twice_is_told(read: Read) -> None:
    """Also under its other name; which is right cannot be known, so no row is used."""
    found = read(b"desa;kabupaten;pos_polisi;police post\nContoh;Contoh;110;112\n")
    assert [(p.rule, p.place.column) for p in found.problems] == [("double-column", 4)]
    assert found.villages == ()


def test_a_row_that_has_slipped_is_told(read: Read) -> None:
    """A cell under no header means that the others may stand under a wrong one."""
    found = read(b"desa;kabupaten;pos_polisi;\nContoh;Baru;Contoh;110\nMaju;Contoh;110;\n")
    assert [p.rule for p in found.problems] == ["phone-sign", "cell-outside"]
    assert [one.name for one in found.villages] == ["Maju"]


def test_quotation_marks_that_do_not_belong_together_cost_one_row(read: Read) -> None:
    """The rows after it are read."""
    found = read(b'desa;kabupaten\n"Contoh "Maju"";Contoh\nMaju;Contoh\n')
    assert [(p.rule, p.place.line) for p in found.problems] == [("quotes-unpaired", 2)]
    assert [(one.name, one.at.line) for one in found.villages] == [("Maju", 3)]


@pytest.mark.parametrize("rows", [3, 20_000])
def test_a_quotation_mark_that_is_never_closed_is_told(read: Read, rows: int) -> None:
    """What stands after it is in no village; what stands before it is read."""
    after = b"".join(b"Contoh %d;Contoh\n" % n for n in range(rows))
    found = read(b'desa;kabupaten\nMaju;Contoh\n"Contoh;Contoh\n' + after)
    assert [(p.rule, p.place.line) for p in found.problems] == [("quotes-unpaired", 3)]
    assert [one.name for one in found.villages] == ["Maju"]


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "cp437"])
def test_letters_of_an_older_program_are_not_read_as_others(read: Read, encoding: str) -> None:
    """Old Macintoshes and DOS have their own; a wrong name makes it somebody else's leaflet."""
    found = read("desa;kabupaten\nSungai éwé;Contoh\nMaju;Contoh\nPiñang;Contoh\n".encode(encoding))
    assert [(p.rule, p.place.line) for p in found.problems] == [
        ("cell-lost-letter", 2),
        ("cell-lost-letter", 4),
    ]
    assert [one.name for one in found.villages] == ["Maju"]


def test_a_stray_byte_in_utf_8_spoils_no_other_name(read: Read) -> None:
    """It is told where it stands, and no letter is read as two others."""
    found = read("desa;kabupaten\nÉwé;Contoh\n".encode() + b"Cont\xe9h;Contoh\n")
    assert [(p.rule, p.place.line) for p in found.problems] == [("cell-lost-letter", 3)]
    assert [one.name for one in found.villages] == ["Éwé"]


_LETTERS = st.characters(
    codec="cp1252", categories=["Lu", "Ll"], exclude_characters="ªºµƒÃÂâŠšŒœŽžŸÐÕÞþ"
)
_NAMES = st.from_regex(r"[A-Z][a-z' .,;()/\n-]{0,20}[a-z]", fullmatch=True) | st.text(
    _LETTERS | st.sampled_from("'’-. \"0123456789;,\t\n"), min_size=2, max_size=40
).filter(lambda name: name.strip("'’-. \";,\t\n") != "" and not name.startswith('"'))
_NUMBERS = st.from_regex(r"(0299|\(0299\)|\+62 299)[ .-]?[0-9]{3}[ .-]?[0-9]{3}", fullmatch=True)


@given(
    rows=st.lists(
        st.tuples(_NAMES, _NUMBERS | st.just(""), st.dates(date(2001, 1, 1), date(2026, 11, 22))),
        min_size=1,
        max_size=8,
    ),
    delimiter=st.sampled_from(";,\t"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_was_written_is_what_is_read(
    read_any: Read, rows: Any, delimiter: str, encoding: str, quoting: Any, end: str
) -> None:
    """Names, numbers and days come back equal from every kind of CSV file."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, quoting=quoting, lineterminator=end)
    writer.writerow(["kode", "desa", "kabupaten", "pos_polisi", "diperiksa_pada"])
    for at, (name, number, day) in enumerate(rows):
        writer.writerow([at, name, f"Contoh {at}", number, day.strftime("%d/%m/%Y")])
    content = file.getvalue().encode(encoding)
    # "ÄŒ" of an old Excel has the bytes of a "Č" of a new one, and nobody can tell them apart.
    assume(encoding != "cp1252" or content.decode(errors="ignore").isascii())
    found = read_any(content)
    assert found.problems == ()
    for one, (name, number, day) in zip(found.villages, rows, strict=True):
        assert one.name == re.sub(r"[ \t\n]+", " ", name).strip(" ")
        assert one.numbers == ({Office.POLICE: number} if number else {})
        assert one.checked_on == day
