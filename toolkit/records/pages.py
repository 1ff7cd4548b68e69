"""Rows out of the pages of an SQLite file, whatever has become of the rest of the file.

SQLite refuses a file whose beginning is gone. But every page stands by itself: this reads
each that still looks like one, with what the log beside the file has in its place, and
yields the rows on it. Knows SQLite's file format (sqlite.org/fileformat2.html, sections 1.6,
2.1 and 4), and nothing of what the rows mean; whoever takes them must doubt them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from struct import unpack_from

Row = tuple[object, ...]

PAGE = 4096
"""The size of a page, where the beginning of the file does not tell any more."""

MOST = 1 << 24
"""The longest row that is believed."""

_HEADER = 100
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER = 0x0D, 0x0A, 0x02
_FLOAT = 7


def rows(path: Path) -> Iterator[tuple[int | None, Row]]:
    """Each row that can be read, with its number if it has one; some may be there twice.

    Raises OSError where the file itself cannot be read.
    """
    raw = path.read_bytes()
    size = _page_size(raw)
    pages = {n + 1: raw[n * size : (n + 1) * size] for n in range((len(raw) + size - 1) // size)}
    log = path.with_name(path.name + "-wal")
    if log.exists():
        logged = log.read_bytes()
        size = _page_size_of_log(logged) or size
        pages.update(_logged(logged))
    for number, page in pages.items():
        if len(page) == size:
            yield from _on_page(pages, page, _HEADER if number == 1 else 0)


def _page_size(raw: bytes) -> int:
    if len(raw) < _HEADER:
        return PAGE
    (size,) = unpack_from(">H", raw, 16)
    size = 65536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else PAGE


def _page_size_of_log(log: bytes) -> int:
    if len(log) < 32:
        return 0
    magic, _version, size = unpack_from(">III", log)
    sound = magic in (0x377F0682, 0x377F0683) and 512 <= size <= 65536 and size & (size - 1) == 0
    return size if sound else 0


def _logged(log: bytes) -> dict[int, bytes]:
    """The pages of a write-ahead log, as far as they were committed."""
    size = _page_size_of_log(log)
    if not size:
        return {}
    order = ">" if log[3] & 1 else "<"
    salts, sums = log[16:24], _summed(log[:24], (0, 0), order)
    committed: dict[int, bytes] = {}
    waiting: dict[int, bytes] = {}
    for at in range(32, len(log) - size - 23, size + 24):
        number, whole = unpack_from(">II", log, at)
        page = log[at + 24 : at + 24 + size]
        sums = _summed(page, _summed(log[at : at + 8], sums, order), order)
        if log[at + 8 : at + 16] != salts or unpack_from(">II", log, at + 16) != sums:
            break
        waiting[number] = page
        if whole:
            committed.update(waiting)
            waiting = {}
    return committed


def _summed(data: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    """SQLite's checksum of a log, gone on with over more of it."""
    first, second = sums
    words = unpack_from(f"{order}{len(data) // 4}I", data)
    for one, other in zip(words[::2], words[1::2], strict=True):
        first = (first + one + second) & 0xFFFFFFFF
        second = (second + other + first) & 0xFFFFFFFF
    return first, second


def _on_page(
    pages: Mapping[int, bytes], page: bytes, start: int
) -> Iterator[tuple[int | None, Row]]:
    kind = page[start]
    if kind not in (_TABLE_LEAF, _INDEX_LEAF, _INDEX_INNER):
        return
    (count,) = unpack_from(">H", page, start + 3)
    first = start + (12 if kind == _INDEX_INNER else 8)
    for number in range(min(count, (len(page) - first) // 2)):
        (at,) = unpack_from(">H", page, first + 2 * number)
        try:
            yield _cell(pages, page, at + (4 if kind == _INDEX_INNER else 0), kind == _TABLE_LEAF)
        except (ValueError, IndexError):
            # One that is damaged says nothing about its neighbours.
            continue


def _cell(
    pages: Mapping[int, bytes], page: bytes, at: int, of_table: bool
) -> tuple[int | None, Row]:
    length, at = _varint(page, at)
    row_id = None
    if of_table:
        row_id, at = _varint(page, at)
    if not 0 < length <= MOST:
        raise ValueError("not a length")
    return row_id, _record(_payload(pages, page, at, length, of_table))


def _payload(
    pages: Mapping[int, bytes], page: bytes, at: int, length: int, of_table: bool
) -> bytes:
    """A row's bytes: on its page, and what did not fit on it from further ones."""
    usable = len(page)
    most = usable - 35 if of_table else (usable - 12) * 64 // 255 - 23
    if length <= most:
        return _slice(page, at, length)
    least = (usable - 12) * 32 // 255 - 23
    here = least + (length - least) % (usable - 4)
    here = here if here <= most else least
    found = bytearray(_slice(page, at, here))
    (further,) = unpack_from(">I", _slice(page, at + here, 4))
    while len(found) < length:
        over = pages.get(further, b"")
        if len(over) != usable:
            raise ValueError("its further pages are gone")
        (further,) = unpack_from(">I", over)
        found += over[4 : 4 + length - len(found)]
    return bytes(found)


def _record(payload: bytes) -> Row:
    end, at = _varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    at, row = end, []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        row.append(value)
    if at != len(payload):
        raise ValueError("not a row")
    return tuple(row)


def _value(payload: bytes, at: int, kind: int) -> tuple[object, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind >= 12:
        length = (kind - 12) // 2
        raw = _slice(payload, at, length)
        return (raw.decode("utf-8", "replace") if kind % 2 else raw), at + length
    if kind > _FLOAT:
        raise ValueError("not a kind of value")
    length = (0, 1, 2, 3, 4, 6, 8, 8)[kind]
    raw = _slice(payload, at, length)
    if kind == _FLOAT:
        return unpack_from(">d", raw)[0], at + length
    return int.from_bytes(raw, "big", signed=True), at + length


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        byte = data[at + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    value = value << 8 | data[at + 8]
    return (value - (1 << 64) if value >= 1 << 63 else value), at + 9


def _slice(data: bytes, at: int, length: int) -> bytes:
    if at + length > len(data):
        raise ValueError("beyond the end")
    return data[at : at + length]
