"""Reads a PDF's structure back as a screen reader does: the tree, and the pieces of content that it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

SHOWING = frozenset((b"Tj", b"TJ", b"'", b'"'))
PAINTING = SHOWING | frozenset(b"f F f* B B* b b* S s Do sh INLINE IMAGE".split())

Piece = tuple[int, int]
"""A page, counted from nought, and the number of a piece of its content."""


@dataclass(frozen=True, slots=True)
class Element:
    """A part of the text: heading, paragraph, list, table, figure."""

    role: str
    alt: str
    number: int
    """Of its object in the file."""
    kids: tuple[Element | Piece, ...]

    def every(self) -> Iterator[Element]:
        """Itself and all below it, in the order of reading."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.every()

    def pieces(self) -> Iterator[Piece]:
        """What it leads to on the pages, in the order of reading."""
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.pieces()
            else:
                yield kid


@dataclass(frozen=True, slots=True)
class Tagged:
    """A file's structure beside what its pages hold."""

    root: Element
    pieces: tuple[Piece, ...]
    """Those on the pages, in the order in which text is extracted."""
    loose: tuple[int, ...]
    """Pages on which something is painted that is neither in a piece nor marked as an ornament."""
    leads: dict[Piece, int]
    """The way back: the number of the element that a piece belongs to."""


@lru_cache(maxsize=64)
def tagged(pdf: bytes) -> Tagged:
    """The structure of a PDF."""
    reader = PdfReader(BytesIO(pdf))
    places = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
    top = reader.root_object["/StructTreeRoot"]
    (root,) = _kids(top.raw_get("/K"), places, 0)
    pieces, loose = [], []
    for n, page in enumerate(reader.pages):
        for piece in _marked(page, reader):
            (loose if piece is None else pieces).append(n if piece is None else (n, piece))
    parents = _parents(top["/ParentTree"])
    leads = {
        (n, place): one.idnum
        for n, page in enumerate(reader.pages)
        for place, one in enumerate(parents[page["/StructParents"]])
    }
    return Tagged(root, tuple(pieces), tuple(loose), leads)


def _kids(told: Any, places: dict[int, int], page: int) -> Iterator[Element | Piece]:
    many = told.get_object()
    for one in many if isinstance(many, list) else [told]:
        kid = one.get_object()
        if isinstance(kid, int):
            yield page, int(kid)
            continue
        here = places[kid.raw_get("/Pg").idnum] if "/Pg" in kid else page
        if kid.get("/Type") == "/MCR":
            yield here, int(kid["/MCID"])
            continue
        below = tuple(_kids(kid.raw_get("/K"), places, here)) if "/K" in kid else ()
        yield Element(kid["/S"][1:], kid.get("/Alt", ""), one.idnum, below)


def _marked(page: Any, reader: PdfReader) -> Iterator[int | None]:
    """The numbers of a page's pieces as they come; None where something is painted outside."""
    open_: list[bool] = []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            told = operands[1] if len(operands) > 1 else {}
            numbered = "/MCID" in told
            open_.append(numbered or operands[0] == "/Artifact")
            if numbered:
                yield int(told["/MCID"])
        elif operator == b"EMC":
            open_.pop()
        elif operator in PAINTING and not any(open_):
            yield None


def _parents(tree: Any) -> dict[int, Any]:
    node = tree.get_object()
    rows = node.get("/Nums", [])
    found = {int(rows[n]): rows[n + 1].get_object() for n in range(0, len(rows), 2)}
    for kid in node.get("/Kids", []):
        found.update(_parents(kid))
    return found
