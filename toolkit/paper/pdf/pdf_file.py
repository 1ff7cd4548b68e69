"""A PDF file as numbered objects: dictionaries packed together, streams, and the table that finds them.

ReportLab can neither tag a page for screen readers nor pack objects, and packing is what keeps a
tagged leaflet small. So the file is written here; typefaces are still cut by ReportLab. Knows
nothing of pages and words. PDF 1.7, ISO 32000-1: object streams 7.5.7, cross-reference streams 7.5.8.
"""

from __future__ import annotations

import hashlib
import zlib
from abc import ABC, abstractmethod
from codecs import BOM_UTF16_BE
from functools import lru_cache
from itertools import accumulate, pairwise
from struct import Struct

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Objects(ABC):
    """A file that takes objects. Numbers are given out first, so that objects may refer to any."""

    def __init__(self) -> None:
        self._last = 0

    def number(self) -> int:
        """The number of an object that is still to come."""
        self._last += 1
        return self._last

    def numbers(self, many: int) -> int:
        """The first of `many` numbers in a row."""
        first = self._last + 1
        self._last += many
        return first

    def stream(
        self,
        content: bytes,
        entries: bytes = b"",
        number: int | None = None,
        *,
        packed: bool = False,
    ) -> int:
        """A stream with its further `entries`; `packed` content is compressed already."""
        return self.raw(stream(content, entries, packed=packed), number or self.number())

    @abstractmethod
    def put(self, content: bytes, number: int | None = None) -> int:
        """A dictionary, array or string. Returns its number."""

    @abstractmethod
    def raw(self, content: bytes, number: int) -> int:
        """A stream object that is ready. Returns its number."""


class PdfFile(Objects):
    """Objects on their way into a file.

    `note` is a comment that stands right after the header, for programs that read no more.
    """

    def __init__(self, note: bytes = b"") -> None:
        super().__init__()
        self._head = HEADER + note
        self._packed: list[tuple[int, bytes]] = []
        self._streams: list[tuple[int, bytes]] = []

    def put(self, content: bytes, number: int | None = None) -> int:
        """A dictionary, array or string. Returns its number."""
        number = number or self.number()
        self._packed.append((number, content))
        return number

    def raw(self, content: bytes, number: int) -> int:
        """A stream object that is ready."""
        self._streams.append((number, content))
        return number

    def whole(self, root: int, info: int) -> bytes:
        """The whole file."""
        parts, table = self.laid_out()
        start = sum(map(len, parts))
        return b"".join(parts) + table.put(start, (root, info), identity(parts))

    def laid_out(self) -> tuple[list[bytes], Table]:
        """What stands before the table, and the table."""
        packs = [self._packed[at : at + PACK] for at in range(0, len(self._packed), PACK)]
        streams = list(self._streams)
        table = Table()
        for pack in packs:
            number = self.number()
            streams.append((number, pack_of(pack)))
            table.pack(number, pack)
        parts = [self._head]
        at = len(self._head)
        for number, content in streams:
            parts.append(whole_object(number, content))
            table.at(number, at)
            at += len(parts[-1])
        return parts, table


PACK = 400
"""Objects in one pack: readers unpack a whole one to reach a single object."""


def whole_object(number: int, content: bytes) -> bytes:
    """An object that stands by itself in a file."""
    return b"%d 0 obj\n%b\nendobj\n" % (number, content)


def pack_of(objects: list[tuple[int, bytes]]) -> bytes:
    """An object stream (7.5.7) of numbered objects."""
    contents = [content for _, content in objects]
    heads = [0] * (2 * len(objects))
    heads[::2] = [number for number, _ in objects]
    heads[3::2] = accumulate([len(content) + 1 for content in contents[:-1]])
    first = b"%d %d " * len(objects) % tuple(heads)
    body = first + b"\n".join(contents)
    # Numbers in rows pack well at once; trying harder takes twice the time for a tenth.
    packed = zlib.compress(body, 4)
    return stream(packed, b"/Type/ObjStm/N %d/First %d" % (len(objects), len(first)), packed=True)


def stream(content: bytes, entries: bytes = b"", *, packed: bool = False) -> bytes:
    """A stream object: its dictionary and its compressed content."""
    body = content if packed else squeezed(content)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (
        entries,
        len(body),
        body,
    )


_SMALL = 1024
"""Bytes that a window of 2 to the 10 holds whole."""


def squeezed(content: bytes) -> bytes:
    """Content packed. A small one gets a small window: to clear a large one takes most of the time."""
    if len(content) > _SMALL:
        return zlib.compress(content)
    small = zlib.compressobj(6, zlib.DEFLATED, 10, 4)
    return small.compress(content) + small.flush()


def plain_stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object that is left as it is, so that anybody can read it."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(content), content)


class Table:
    """Where each object of a file stands: the cross-reference stream (7.5.8), in rows of seven bytes."""

    def __init__(self, rows: bytes = b"\x00\x00\x00\x00\x00\xff\xff") -> None:
        self.rows = bytearray(rows)

    def at(self, number: int, offset: int) -> None:
        """An object stands by itself."""
        self._grow(number)
        _ROW.pack_into(self.rows, _ROW.size * number, 1, offset, 0)

    def pack(self, number: int, objects: list[tuple[int, bytes]]) -> None:
        """These objects stand in the pack with that number."""
        numbers = [one for one, _ in objects]
        self._grow(max(numbers))
        rows = _packed_rows(number, len(numbers))
        # Most numbers follow each other: their rows are laid down together.
        breaks = [at for at in range(1, len(numbers)) if numbers[at] != numbers[at - 1] + 1]
        for begin, end in pairwise((0, *breaks, len(numbers))):
            at = _ROW.size * numbers[begin]
            laid = rows[_ROW.size * begin : _ROW.size * end]
            self.rows[at : at + len(laid)] = laid

    def _grow(self, number: int) -> None:
        """Have a row for a number and all before it."""
        self.rows += bytes(max(_ROW.size * (number + 1) - len(self.rows), 0))

    def put(self, start: int, heads: tuple[int, int], same: bytes, *, plain: bool = False) -> bytes:
        """The table, which begins at `start`, and the end of the file.

        `heads` are the numbers of catalog and information; `same` tells this file from others.
        """
        number = len(self.rows) // _ROW.size
        self.at(number, start)
        told = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]"
        entries = told % (number + 1, *heads, same, same)
        rows = bytes(self.rows)
        # The table of a bundle is long: trying harder takes fifteen times as long for a twentieth.
        content = (
            plain_stream(rows, entries)
            if plain
            else stream(zlib.compress(rows, 1), entries, packed=True)
        )
        return whole_object(number, content) + b"startxref\n%d\n%%%%EOF\n" % start


_ROW = Struct(">BIH")


def _packed_rows(number: int, many: int) -> bytes:
    """The rows of so many objects in the pack with that number."""
    flat = [2, number, 0] * many
    flat[2::3] = range(many)
    return _rows_of(many).pack(*flat)


@lru_cache(maxsize=PACK * 2)
def _rows_of(many: int) -> Struct:
    return Struct(">" + "BIH" * many)


def identity(parts: list[bytes]) -> bytes:
    """The name of a file made from its content: the same for the same bytes."""
    told = hashlib.blake2b(digest_size=16)
    for part in parts:
        told.update(part)
    return told.hexdigest().encode()


def text(words: str) -> bytes:
    """A text string (7.9.2.2), in plain letters where that is enough."""
    if words.isascii() and words.isprintable():
        return b"(%b)" % escaped(words.encode())
    return b"<%b>" % (BOM_UTF16_BE + words.encode("utf-16-be")).hex().encode()


def escaped(raw: bytes) -> bytes:
    """Bytes as they stand between the brackets of a string."""
    return (
        raw.replace(b"\\", b"\\\\")
        .replace(b"(", b"\\(")
        .replace(b")", b"\\)")
        .replace(b"\r", b"\\r")
    )


@lru_cache(maxsize=8192)
def number_of(value: float) -> str:
    """A measure with as few digits as it needs; hundredths of a point are finer than any printer."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
