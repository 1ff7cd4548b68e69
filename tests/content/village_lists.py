"""Village lists for tests: as CSV and as workbooks, written by others than us."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from xlsxwriter import Workbook

from toolkit.content.library import Library
from toolkit.content.villages.reading import VillageList, read_villages
from toolkit.content.villages.village import Office
from toolkit.errors import WrongInput
from toolkit.language import language

Read = Callable[[bytes], VillageList]

LINES = [
    "kode;desa;kecamatan;kabupaten;provinsi;kantor_desa;pos_polisi;dinas_tenaga_kerja;kantor_imigrasi;diperiksa_pada",
    "00.01;Ma'rang Éwé;Barat;Contoh;Contoh;0299 000 001;;110;(0299) 000 002;2026-11-02",
    "00.02;Contoh;Timur;Contoh;Contoh;;;;;",
]
TEXT = "\r\n".join(LINES) + "\r\n"
TABLE = [line.split(";") for line in LINES]


def reader(path: Path, library: Library) -> Read:
    """Reads lists one after the other, all from the same place."""

    def read(content: bytes) -> VillageList:
        path.write_bytes(content)
        return read_villages(path, library)

    return read


def table(header: str, *lines: str) -> bytes:
    """A CSV file of these lines."""
    return "\n".join([header, *lines]).encode()


def spots(found: VillageList) -> list[str]:
    """Problems as `3:5 rule`: row and column as a spreadsheet counts them."""
    return [f"{p.place.line}:{p.place.column} {p.rule}" for p in found.problems]


def refused(path: Path, library: Library) -> str:
    """What is said of a file that is no list, in English."""
    with pytest.raises(WrongInput) as trouble:
        read_villages(path, library)
    what, mend = trouble.value.tell(language("en")).split("\n")
    assert what
    assert mend
    return what


def as_expected(found: VillageList) -> None:
    """The list is `LINES`, whole."""
    assert found.problems == ()
    first, second = found.villages
    assert (first.code, first.name, first.district, first.province) == (
        "00.01", "Ma'rang Éwé", "Barat", "Contoh",
    )  # fmt: skip
    assert first.numbers == {
        Office.VILLAGE: "0299 000 001", Office.MANPOWER: "110", Office.IMMIGRATION: "(0299) 000 002",
    }  # fmt: skip
    assert first.checked_on == date(2026, 11, 2)
    assert (second.name, second.numbers, second.checked_on, second.at.line) == (
        "Contoh",
        {},
        None,
        3,
    )


def workbook(rows: list[list[Any]], *others: str, **settings: Any) -> bytes:
    """A workbook with these rows on its first sheet, and further sheets."""
    file = io.BytesIO()
    with Workbook(
        file, {"in_memory": True, "default_date_format": "dd/mm/yyyy", **settings}
    ) as book:
        sheet = book.add_worksheet("Desa")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        for name in others:
            book.add_worksheet(name).write("A1", "x")
    return file.getvalue()


def built(build: Callable[[Workbook, Any], None]) -> bytes:
    """A workbook whose only sheet has a header and what `build` puts below it."""
    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["desa", "kabupaten", "diperiksa_pada"])
        build(book, sheet)
    return file.getvalue()


def altered(book: bytes, part: str, before: str, after: str) -> bytes:
    """A workbook with a text replaced in one of its parts."""
    return packed({**inside(book), part: replaced(inside(book)[part], before, after)})


def replaced(content: bytes, before: str, after: str) -> bytes:
    """A part with a text replaced, which must be there."""
    assert before.encode() in content
    return content.replace(before.encode(), after.encode())


def inside(book: bytes) -> dict[str, bytes]:
    """The parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """A workbook of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


BOOK = workbook(TABLE)
