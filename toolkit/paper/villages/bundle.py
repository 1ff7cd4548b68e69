"""One print-ready file for many villages: each village's pages with its own numbers, in the list's order.

Typefaces and what the villages share stand in it once. It is written as it grows, so that it
may be larger than memory: what is kept are the numbers of objects. Every village has its own
part of the structure and a bookmark. Knows nothing of folders.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from typing import BinaryIO, NamedTuple

from toolkit.content.villages.village import Village
from toolkit.paper.pdf.document import (
    METADATA,
    Document,
    catalog,
    information,
    metadata,
    outline,
)
from toolkit.paper.pdf.pdf_file import (
    HEADER,
    PACK,
    Objects,
    Table,
    pack_of,
    plain_stream,
    squeezed,
    whole_object,
)
from toolkit.paper.pdf.pdf_file import number_of as _n
from toolkit.paper.pdf.structure import Form, Tree
from toolkit.paper.villages.stamp import Stamper

_BRANCH = 64
"""How many entries a node of a tree of pages, or of numbers, has."""


class _GrowingFile(Objects):
    """A PDF file that is written while objects come."""

    def __init__(self, out: BinaryIO, note: bytes) -> None:
        super().__init__()
        self._out = out
        self._at = 0
        self._table = Table()
        self._waiting: list[tuple[int, bytes]] = []
        self._told = blake2b(digest_size=16)
        self._write(HEADER + note)

    def put(self, content: bytes, number: int | None = None) -> int:
        """A dictionary, array or string. Returns its number."""
        number = number or self.number()
        self._waiting.append((number, content))
        if len(self._waiting) >= PACK:
            self._pack()
        return number

    def put_all(self, contents: list[bytes], first: int) -> None:
        """Objects whose numbers follow each other."""
        self._waiting += enumerate(contents, first)
        if len(self._waiting) >= PACK:
            self._pack()

    def raw(self, content: bytes, number: int) -> int:
        """A stream object that is ready."""
        self._table.at(number, self._at)
        self._write(whole_object(number, content))
        return number

    def end(self, root: int, info: int) -> None:
        """Write what is still waiting, and the table."""
        self._pack()
        same = self._told.hexdigest().encode()
        self._write(self._table.put(self._at, (root, info), same))

    def _pack(self) -> None:
        if self._waiting:
            number = self.number()
            self._table.pack(number, self._waiting)
            self.raw(pack_of(self._waiting), number)
            self._waiting = []

    def _write(self, content: bytes) -> None:
        self._told.update(content)
        self._out.write(content)
        self._at += len(content)


class _Print(NamedTuple):
    """What all villages of one pattern share in this file.

    `streams` are numbers for each page, with None where a slot is.
    """

    pattern: Document
    streams: tuple[tuple[int | None, ...], ...]
    form: Form


class Bundle:
    """The file of many villages in the making."""

    def __init__(self, out: BinaryIO, stamper: Stamper, title: str, note: bytes) -> None:
        self._file = _GrowingFile(out, note)
        self._stamper = stamper
        self._about = replace(stamper.about, title=title)
        self._letters = stamper.own_letters()
        self._root, self._info, self._resources, self._top, self._all = (
            self._file.number() for _ in range(5)
        )
        self._prints: dict[int, _Print] = {}
        self._streams: dict[bytes, int] = {}
        self._pages: list[tuple[int, int]] = []
        self._parts: list[int] = []
        self._leads: list[int] = []
        self._marks: list[tuple[str, int]] = []

    def add(self, village: Village) -> None:
        """Add a village's pages. Raises WrongInput for a village that cannot be printed."""
        stamped = self._stamper.stamp(village)
        if stamped:
            shared = self._prints.get(id(stamped.pattern))
            if shared is None:
                shared = self._print(stamped.pattern)
                self._prints[id(stamped.pattern)] = shared
            self._put(village, shared, stamped.contents)
            return
        whole = self._stamper.whole(village, self._letters)
        self._put(village, self._print(whole), _own_parts(whole))

    def close(self) -> None:
        """Write what belongs to all, and end the file."""
        file = self._file
        regular, bold = self._letters
        names = {**regular.put(file), **bold.put(file)}
        listed = b"".join(b"/%b %d 0 R" % (name.encode(), one) for name, one in names.items())
        file.put(b"<</Font<<%b>>>>" % listed, self._resources)
        tree = self._page_tree()
        parents = self._parent_tree()
        parts = b" ".join(b"%d 0 R" % one for one in self._parts)
        file.put(b"<</S/Document/P %d 0 R/K[%b]>>" % (self._top, parts), self._all)
        file.put(
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (self._all, parents, len(self._leads)),
            self._top,
        )
        told = file.number()
        file.raw(plain_stream(metadata(self._about), METADATA), told)
        entries = catalog(self._about, tree, self._top, told)
        if self._marks:
            entries += b"/Outlines %d 0 R/PageMode/UseOutlines" % outline(file, self._marks)
        file.put(b"<<%b>>" % entries, self._root)
        file.put(information(self._about), self._info)
        file.end(self._root, self._info)

    def _put(self, village: Village, shared: _Print, contents: Sequence[bytes]) -> None:
        file = self._file
        slots = iter(contents)
        pages = list(range(first := file.numbers(len(shared.streams)), first + len(shared.streams)))
        self._marks.append((_called(village), first))
        for page, number, streams in zip(shared.pattern.drawn, pages, shared.streams, strict=True):
            held = b" ".join(
                b"%d 0 R" % (file.stream(next(slots)) if one is None else one) for one in streams
            )
            branch = self._branch()
            size = f"{_n(page.width)} {_n(page.height)}".encode()
            file.put(
                b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %b]/Resources %d 0 R/Contents[%b]"
                b"/StructParents %d>>" % (branch, size, self._resources, held, len(self._pages)),
                number,
            )
            self._pages.append((number, branch))
        many = shared.form.many
        root = file.numbers(many + len(pages))
        elements, leads = shared.form.filled(root, self._all, pages)
        file.put_all(elements + leads, root)
        self._parts.append(root)
        self._leads += range(root + many, root + many + len(pages))

    def _print(self, pattern: Document) -> _Print:
        """What is shared by all villages of a pattern, put into the file."""
        streams = tuple(
            tuple(None if part.slot else self._stream(part.content) for part in page.parts)
            for page in pattern.drawn
        )
        return _Print(pattern, streams, _form(pattern.tree))

    def _stream(self, content: bytes) -> int:
        """The number of a stream that other patterns may have, too."""
        same = blake2b(content, digest_size=16).digest()
        if same not in self._streams:
            self._streams[same] = self._file.stream(_shared(content), packed=True)
        return self._streams[same]

    def _branch(self) -> int:
        """The node of the tree of pages to which the next page belongs."""
        if len(self._pages) % _BRANCH:
            return self._pages[-1][1]
        return self._file.number()

    def _page_tree(self) -> int:
        """Put the tree of pages into the file. Returns its number."""
        tree = self._file.number()
        kids = []
        for at in range(0, len(self._pages), _BRANCH):
            branch = self._pages[at : at + _BRANCH]
            kids.append(b"%d 0 R" % branch[0][1])
            listed = b" ".join(b"%d 0 R" % number for number, _ in branch)
            self._file.put(
                b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%b]>>" % (tree, len(branch), listed),
                branch[0][1],
            )
        told = b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(self._pages), b" ".join(kids))
        return self._file.put(told, tree)

    def _parent_tree(self) -> int:
        """Put what leads from the pages to the structure into the file. Returns its number."""
        kids = []
        for at in range(0, len(self._leads), _BRANCH):
            leads = self._leads[at : at + _BRANCH]
            rows = b"".join(b"%d %d 0 R " % (at + place, one) for place, one in enumerate(leads))
            told = b"<</Limits[%d %d]/Nums[%b]>>" % (at, at + len(leads) - 1, rows)
            kids.append(b"%d 0 R" % self._file.put(told))
        return self._file.put(b"<</Kids[%b]>>" % b" ".join(kids))


@lru_cache(maxsize=128)
def _shared(content: bytes) -> bytes:
    """What many villages share, packed: the next bundle has it again."""
    return squeezed(content)


@lru_cache(maxsize=64)
def _form(tree: Tree) -> Form:
    """The structure of a pattern, written down once for all bundles."""
    return tree.form("Part")


def _own_parts(whole: Document) -> list[bytes]:
    return [part.content for page in whole.drawn for part in page.parts if part.slot]


def _called(village: Village) -> str:
    """A village in a list of bookmarks: its district tells it from others of its name."""
    return f"{village.name}, {village.district}" if village.district else village.name
