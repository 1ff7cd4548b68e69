"""A village's own file: the same beginning for all sheets of a pattern, then what is the village's.

In front stands everything that the villages share, with its offsets known; behind it the
streams of the slots, what the file says about itself, and the table. Knows no disk.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from html import escape

from toolkit.paper.pdf.document import METADATA, Document, information, metadata
from toolkit.paper.pdf.pdf_file import HEADER, PdfFile, Table, plain_stream, text, whole_object


class VillageFiles:
    """Makes the files of all villages with one pattern; their notes all have one length."""

    def __init__(self, pattern: Document, note: int) -> None:
        about = replace(pattern.about, title=_TITLE)
        self._metadata = metadata(about).split(_TITLE.encode())
        self._information = information(about).split(text(_TITLE))
        file = PdfFile(b"%" * note)
        self._root, self._info = file.number(), file.number()
        self._slots: list[int] = []
        contents = [
            [self._slot(file) if part.slot else file.stream(part.content) for part in page.parts]
            for page in pattern.drawn
        ]
        self._told = pattern.put(file, self._root, contents)
        parts, table = file.laid_out()
        whole = b"".join(parts)
        self._shared = whole[len(HEADER) + note :]
        self._start = len(whole)
        table.at(max(self._slots[-1], self._info, self._told), 0)
        self._rows = bytes(table.rows)
        self._identity = blake2b(self._shared, digest_size=16)

    def _slot(self, file: PdfFile) -> int:
        self._slots.append(file.number())
        return self._slots[-1]

    def file(self, title: str, contents: tuple[bytes, ...], note: bytes) -> bytes:
        """The file of a village."""
        table = Table(self._rows)
        at = self._start
        # A slot is small: packing it would take a third of all the time.
        own = [
            (number, plain_stream(content))
            for number, content in zip(self._slots, contents, strict=True)
        ]
        told = escape(title).encode().join(self._metadata)
        own.append((self._told, plain_stream(told, METADATA)))
        own.append((self._info, text(title).join(self._information)))
        made = []
        for number, content in own:
            made.append(whole_object(number, content))
            table.at(number, at)
            at += len(made[-1])
        tail = b"".join(made)
        same = self._identity.copy()
        same.update(note + tail)
        end = table.put(at, (self._root, self._info), same.hexdigest().encode(), plain=True)
        return b"".join((HEADER, note, self._shared, tail, end))


_TITLE = "@title@"
