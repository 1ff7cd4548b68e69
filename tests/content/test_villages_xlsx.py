"""A village list as a workbook: what Excel keeps in a cell is read as it was meant, or told."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from content.village_lists import (
    TABLE,
    Read,
    altered,
    as_expected,
    built,
    inside,
    packed,
    reader,
    replaced,
    workbook,
)
from xlsxwriter import Workbook

from toolkit.content.library import Library
from toolkit.errors import WrongInput


@pytest.fixture
def read(tmp_path: Path, library: Library) -> Read:
    """Reads a list that has these bytes."""
    return reader(tmp_path / "villages.csv", library)


@pytest.mark.parametrize("inline", [False, True], ids=["shared texts", "texts in cells"])
def test_a_workbook_is_read_like_a_csv_file(read: Read, inline: bool) -> None:
    """The same rows, the same villages, the same row numbers."""
    as_expected(read(workbook(TABLE, constant_memory=inline)))


@pytest.mark.parametrize("shown", ["dd/mm/yyyy", '[$-421]d mmmm yyyy;"x"@', "mm-dd-yy", "yyyy-mm-dd hh:mm", "d-mmm"])  # fmt: skip
def test_a_day_that_excel_keeps_as_a_day_is_read(read: Read, shown: str) -> None:
    """However it is shown: in Indonesian order, in American order, with the time."""

    def build(book: Workbook, sheet: Any) -> None:
        sheet.write_row(1, 0, ["Contoh", "Contoh"])
        sheet.write(1, 2, datetime(2026, 11, 2, 13, 30), book.add_format({"num_format": shown}))

    assert [one.checked_on for one in read(built(build)).villages] == [date(2026, 11, 2)]


@pytest.mark.parametrize("shown", ["0", "#,##0", '"d"0', "[Red]0", "General"])
def test_an_amount_is_no_day(read: Read, shown: str) -> None:
    """A number is a day only where Excel shows it as one."""

    def build(book: Workbook, sheet: Any) -> None:
        sheet.write_row(1, 0, ["Contoh", "Contoh"])
        sheet.write(1, 2, 46328, book.add_format({"num_format": shown}))

    assert [one.rule for one in read(built(build)).problems] == ["day-unclear"]


def test_days_of_an_old_macintosh_are_counted_from_1904(read: Read) -> None:
    """Its workbooks say so."""
    rows = [["desa", "kabupaten", "checked_on"], ["Contoh", "Contoh", date(2026, 11, 2)]]
    book = workbook(rows, date_1904=True)
    assert [one.checked_on for one in read(book).villages] == [date(2026, 11, 2)]


def test_numbers_that_excel_took_for_amounts_are_told(read: Read) -> None:
    """A lost 0 is not put back; 110 and a code have lost nothing."""
    found = read(
        workbook([
            ["kode", "desa", "kabupaten", "pos_polisi", "kantor_desa", "diperiksa_pada"],
            [1301022003, "Contoh", "Contoh", 84000000001, 299000001, 46328],
            [1301022004, "Maju", "Contoh", 110, 628400000000.5, None],
            [1301022005, 2000, "Contoh", 110, None, None],
        ])
    )  # fmt: skip
    assert [(p.place.line, p.place.column, p.rule) for p in found.problems] == [
        (2, 4, "phone-zero"), (2, 5, "phone-zero"), (2, 6, "day-unclear"), (3, 5, "phone-zero"),
    ]  # fmt: skip
    assert [(one.code, one.name) for one in found.villages] == [("1301022005", "2000")]


def test_a_name_or_number_that_excel_made_a_day_of_is_told(read: Read) -> None:
    """`17 Agustus` and `0299-1-2` are no days; what was typed is lost."""
    day = date(2026, 8, 17)
    found = read(workbook([["desa", "kabupaten", "pos_polisi"], [day, "Contoh", day]]))
    assert [(p.place.column, p.rule) for p in found.problems] == [
        (1, "cell-changed"), (3, "cell-changed"),
    ]  # fmt: skip


def test_what_a_formula_came_to_is_read_and_its_error_told(read: Read) -> None:
    """A workbook keeps the value of each formula; #REF! is none."""

    def build(_: Workbook, sheet: Any) -> None:
        sheet.write_formula("A2", '=B2&" 1"', value="Contoh 1")
        sheet.write_formula("A3", "=B99", value="#REF!")
        sheet.write_formula("A4", "=1=1", value=True)
        for row in (1, 2, 3):
            sheet.write(row, 1, "Contoh")

    found = read(built(build))
    assert [one.name for one in found.villages] == ["Contoh 1", "TRUE"]
    assert [(p.place.line, p.rule) for p in found.problems] == [(3, "cell-changed")]


def test_dressed_words_are_words(read: Read) -> None:
    """A name in two colours, with a reading above it and an old line end, is one name."""

    def build(book: Workbook, sheet: Any) -> None:
        sheet.write_rich_string("A2", "Con", book.add_format({"bold": True}), "toh")
        sheet.write("B2", "Contoh\r\n")

    book = altered(
        built(build), "xl/sharedStrings.xml", "</r></si>", "</r><rPh><t>x</t></rPh></si>"
    )
    assert [(one.name, one.regency) for one in read(book).villages] == [("Contoh", "Contoh")]


def test_a_workbook_written_by_another_program_is_read(read: Read) -> None:
    """With a prefix before each word, links from the root, and cells that do not say where they are."""
    rows = [["desa", "kabupaten"], ["Contoh", "Barat"], ["Maju", "Barat"]]
    parts = inside(workbook(rows))
    name, links = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"
    sheet = re.sub(r"<(/?)([a-z])", r"<\1x:\2", parts[name].decode())
    sheet = re.sub(r'(<x:(?:c|row)) r="\w+"', r"\1", sheet)
    parts[name] = sheet.replace("xmlns=", "xmlns:x=").encode()
    parts[links] = replaced(parts[links], 'Target="', 'Target="/xl/')
    found = read(packed(parts))
    assert [(one.name, one.regency, one.at.line) for one in found.villages] == [
        ("Contoh", "Barat", 2), ("Maju", "Barat", 3),
    ]  # fmt: skip
    assert found.problems == ()


def test_of_several_sheets_the_first_is_read_and_the_others_are_named(read: Read) -> None:
    """A warning; a sheet that is hidden is neither read nor named."""
    found = read(workbook(TABLE, "Lama", "Catatan"))
    assert [(p.rule, p.severity) for p in found.problems] == [("other-sheets", "warning")]
    assert found.problems[0].what.values["others"] == '"Lama", "Catatan"'
    assert len(found.villages) == 2


def test_notes_on_the_first_sheet_are_told_by_its_name(read: Read) -> None:
    """Who keeps them there learns which sheet was read, and what to do."""
    with pytest.raises(WrongInput, match=r'of the sheet ".+" in .+ does not name any column'):
        read(workbook([["Daftar"], ["x"]], "Lama"))

    file = io.BytesIO()
    with Workbook(file) as book:
        for at, name in enumerate(("Lama", "Desa", "Catatan")):
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(TABLE if name == "Desa" else [["x"]]):
                sheet.write_row(row, 0, cells)
            if at == 1:
                sheet.activate()
                sheet.set_first_sheet()
            else:
                sheet.hide()
    as_expected(read(file.getvalue()))


def test_a_blank_in_the_last_cell_of_a_sheet_costs_nothing(read: Read) -> None:
    """Excel's last cell is XFD1048576; between it and the list lie 17 thousand million cells."""

    def build(_: Workbook, sheet: Any) -> None:
        sheet.write_row(1, 0, ["Contoh", "Contoh"])
        sheet.write("XFD1048576", " ")

    found = read(built(build))
    assert (len(found.villages), found.rows, found.problems) == (1, 1, ())
