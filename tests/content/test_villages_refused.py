"""A file that is no village list: told in two sentences, whatever its bytes are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from content.village_lists import (
    BOOK,
    TEXT,
    Read,
    altered,
    as_expected,
    inside,
    packed,
    reader,
    refused,
)
from hypothesis import example, given
from hypothesis import strategies as st

from toolkit.content.library import Library
from toolkit.content.villages import reading, xlsx_table
from toolkit.content.villages.reading import read_villages
from toolkit.errors import WrongInput
from toolkit.language import language


@pytest.fixture(scope="session")
def read_any(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Read:
    """Reads any number of lists, all from the same place."""
    return reader(tmp_path_factory.mktemp("lists") / "villages", library)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n;;\r\n", "is empty"),
        (b"Contoh;Maju\n", "does not name any column"),
        (b"%PDF-1.7\n", "does not name any column"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "does not name any column"),
        (b'"desa;kabupaten', "does not name any column"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Excel"),
        (b"\xd0\xcf\x11\xe0" + bytes(65_520) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"PK\x03\x04" + bytes(100), "not a whole Excel workbook"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_is_told(
    tmp_path: Path, library: Library, content: bytes, what: str
) -> None:
    """In one sentence, with one that says what to do."""
    path = tmp_path / "villages.csv"
    path.write_bytes(content)
    assert what in refused(path, library)


def test_what_is_not_there_is_told(tmp_path: Path, library: Library) -> None:
    """A wrong name, a folder, a name that none can be, a pipe that would never end."""
    assert "is not there" in refused(tmp_path / "villages.csv", library)
    assert "is not there" in refused(tmp_path / ("x" * 300), library)
    assert "is not there" in refused(Path("a\0b"), library)
    assert "is a folder" in refused(tmp_path, library)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert "is a folder or a device" in refused(tmp_path / "pipe", library)


def test_a_file_that_another_program_holds_is_told(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Excel on Windows lets nobody read what it has open."""
    path = tmp_path / "villages.csv"
    path.write_text(TEXT, encoding="utf-8")

    def held(*_: object, **__: object) -> None:
        raise PermissionError(13, "held")

    monkeypatch.setattr(Path, "open", held)
    assert "another program holds it" in refused(path, library)


@pytest.mark.parametrize("lost", sorted(inside(BOOK)))
def test_a_workbook_that_lacks_a_part_is_no_traceback(
    tmp_path: Path, library: Library, lost: str
) -> None:
    """Either the part is not needed, or it is told."""
    parts = inside(BOOK)
    del parts[lost]
    path = tmp_path / "villages.xlsx"
    path.write_bytes(packed(parts))
    if lost.startswith(("docProps", "xl/theme", "[Content")):
        as_expected(read_villages(path, library))
    else:
        assert "not a whole Excel workbook" in refused(path, library)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<worksheet", '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet'),
        ('r="A2"', 'r="XFE2"'),
        ('r="A2"', 'r="2A"'),
        ('<row r="3"', '<row r="1"'),
        ('t="s"><v>', 't="s"><v>9999'),
        ('t="s"><v>', 't="s"><v>x'),
        ("</sheetData>", ""),
    ],
)
def test_a_workbook_that_says_what_none_says_is_told(
    tmp_path: Path, library: Library, before: str, after: str
) -> None:
    """Entities that swell, cells where none are, texts that are not there, an end that is cut off."""
    path = tmp_path / "villages.xlsx"
    path.write_bytes(altered(BOOK, "xl/worksheets/sheet1.xml", before, after))
    assert "not a whole Excel workbook" in refused(path, library)


def test_no_file_is_read_without_end(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a very large one, nor a small archive with a very large part."""
    path = tmp_path / "villages.xlsx"
    path.write_bytes(BOOK)
    largest = max(map(len, inside(BOOK).values()))
    monkeypatch.setattr(xlsx_table, "LARGEST", largest)
    as_expected(read_villages(path, library))
    monkeypatch.setattr(xlsx_table, "LARGEST", largest - 1)
    assert "holds more than" in refused(path, library)
    monkeypatch.setattr(reading, "LARGEST", 100)
    path.write_text(TEXT, encoding="utf-8")
    assert "holds more than" in refused(path, library)


_ANY_TEXT = st.text(max_size=100).map(
    lambda text: f"desa,kabupaten\n{text}".encode("utf-8", "surrogatepass")
)


@given(content=st.binary(max_size=300) | _ANY_TEXT)
@example(content=b"\xff\xfe\x00")
@example(content=b"desa\tkabupaten\n\x00")
@example(content=b"PK\x03\x04")
def test_any_bytes_are_read_or_told(read_any: Read, content: bytes) -> None:
    """Nothing but WrongInput comes out of a file, whatever is in it."""
    _read_or_told(read_any, content)


@given(data=st.data())
def test_a_workbook_with_any_byte_changed_is_read_or_told(
    read_any: Read, data: st.DataObject
) -> None:
    """In the archive, and in the parts inside it."""
    if data.draw(st.booleans()):
        book = bytearray(BOOK)
        for at in data.draw(st.lists(st.integers(0, len(book) - 1), min_size=1, max_size=4)):
            book[at] = data.draw(st.integers(0, 255))
        _read_or_told(read_any, bytes(book))
        return
    parts = inside(BOOK)
    name = data.draw(st.sampled_from(sorted(parts)))
    part = bytearray(parts[name])
    at = data.draw(st.integers(0, len(part) - 1))
    part[at : at + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=6))
    _read_or_told(read_any, packed({**parts, name: bytes(part)}))


def _read_or_told(read: Read, content: bytes) -> None:
    try:
        found = read(content)
    except WrongInput as trouble:
        assert trouble.tell(language("en"))
    else:
        assert len(found.villages) <= found.rows
