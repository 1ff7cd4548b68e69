"""What a screen reader follows: headings, lists, paragraphs and tables, in the order of reading.

A tree of elements is grown while the pages are drawn; each piece of text on a page carries a
number that leads to its element. PDF/UA-1, ISO 14289-1; structure in ISO 32000-1, 14.7. Knows
nothing of how anything looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from operator import itemgetter
from typing import NamedTuple, Protocol

from toolkit.paper.pdf.pdf_file import PdfFile, text

LEAVES = frozenset({"P", "H1", "H2", "H3", "Lbl", "LBody", "TH", "TD", "Caption", "Figure", "Span"})
"""Elements that hold words themselves; in any other one words become a paragraph."""


class Mark(NamedTuple):
    """A piece of content: its role as it stands in the page, and its number there."""

    role: str
    number: int


class Tags(Protocol):
    """What a pen needs, to tell what it draws."""

    def element(
        self, role: str, alt: str = "", order: int | None = None
    ) -> AbstractContextManager[None]:
        """What is drawn meanwhile belongs to such an element."""

    def piece(
        self, key: object, role: str, alt: str, order: int | None
    ) -> AbstractContextManager[None]:
        """What is drawn meanwhile is a piece of the element with that key."""

    def mark(self) -> Mark:
        """The number of the next piece of content, in the element that is open."""

    def drawing(self) -> bool:
        """Is what is drawn now a figure, and not only an ornament?"""


@dataclass(slots=True)
class Element:
    """A part of the text. `kids` are elements, or a page's place with the number of a piece there."""

    role: str
    alt: str = ""
    order: int | None = None
    kids: list[Element | tuple[int, int]] = field(default_factory=list)


class Tree:
    """The structure of a file in the making. Begin a page before anything is marked."""

    def __init__(self) -> None:
        self._root = Element("Document")
        self._open = [self._root]
        self._marks: list[list[Element]] = []
        self._whole: dict[object, Element] = {}

    def page(self) -> None:
        """The next page begins."""
        self._marks.append([])

    @contextmanager
    def element(self, role: str, alt: str = "", order: int | None = None) -> Iterator[None]:
        """What is drawn meanwhile belongs to such an element.

        `order` puts the elements of one parent into another order than that of drawing, as the
        pages of a booklet need it.
        """
        made = Element(role, alt, order)
        self._open[-1].kids.append(made)
        self._open.append(made)
        yield
        self._open.pop()

    @contextmanager
    def piece(self, key: object, role: str, alt: str, order: int | None) -> Iterator[None]:
        """What is drawn meanwhile is a piece of the element with that key.

        Whatever pages its pieces stand on, it is one element, as a title is that runs over
        several sheets of a poster.
        """
        if key not in self._whole:
            self._whole[key] = Element(role, alt, order)
            self._open[-1].kids.append(self._whole[key])
        self._open.append(self._whole[key])
        yield
        self._open.pop()

    def mark(self) -> Mark:
        """The number of the next piece of content, in the element that is open."""
        leaf = self._open[-1]
        if leaf.role not in LEAVES:
            leaf = Element("P")
            self._open[-1].kids.append(leaf)
        marks = self._marks[-1]
        leaf.kids.append((len(self._marks) - 1, len(marks)))
        marks.append(leaf)
        return Mark(leaf.role, len(marks) - 1)

    def drawing(self) -> bool:
        """Is what is drawn now a figure, and not only an ornament?"""
        return self._open[-1].role == "Figure"

    def put(self, file: PdfFile, pages: list[int]) -> int:
        """Put the tree into a file whose pages have these numbers. Returns its root's number."""
        top, parents = file.number(), file.number()
        form = self.form()
        first = file.numbers(form.many)
        elements, leads = form.filled(first, top, pages)
        for place, content in enumerate(elements):
            file.put(content, first + place)
        rows = b"".join(b"%d%b" % row for row in enumerate(leads))
        file.put(b"<</Nums[%b]>>" % rows, parents)
        return file.put(
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (first, parents, len(self._marks)),
            top,
        )

    def form(self, role: str = "Document") -> Form:
        """The tree written down, but for the numbers of objects; its root has this `role`."""
        places: dict[int, int] = {}
        root = Element(role, kids=self._root.kids)
        _count(root, places)
        blanks: list[_Blank] = []
        _write(root, len(places), places, blanks)
        for leaves in self._marks:
            rows = b"[%b]" % b" ".join([b"%d 0 R"] * len(leaves))
            blanks.append(_Blank(rows, tuple(places[id(leaf)] for leaf in leaves)))
        return Form(len(places), blanks)


class _Blank(NamedTuple):
    """An object with room for the numbers of others.

    `needs` are places among the numbers: elements from 0 upwards, then what is above them
    all; pages from -1 downwards.
    """

    content: bytes
    needs: tuple[int, ...]


class Form:
    """A tree written down, but for the numbers of objects: the same for many pages of one kind.

    `many` is how many elements it has; the first is its root.
    """

    def __init__(self, many: int, blanks: list[_Blank]) -> None:
        self.many = many
        # All at once takes a third of the time that one by one would.
        self._content = _BETWEEN.join(blank.content for blank in blanks)
        self._pick = itemgetter(*(need for blank in blanks for need in blank.needs))

    def filled(self, first: int, top: int, pages: list[int]) -> tuple[list[bytes], list[bytes]]:
        """The elements as objects, and for each page the array that leads from its pieces to them.

        `first` is the number of the first element, `top` that of what is above them all.
        """
        numbers = [*range(first, first + self.many), top, *reversed(pages)]
        objects = (self._content % self._pick(numbers)).split(_BETWEEN)
        return objects[: self.many], objects[self.many :]


_BETWEEN = b"\0"
"""Stands in no object: strings in them are in plain letters, or in hexadecimal."""


def _count(element: Element, places: dict[int, int]) -> None:
    places[id(element)] = len(places)
    for kid in _kids(element):
        if isinstance(kid, Element):
            _count(kid, places)


def _kids(element: Element) -> list[Element | tuple[int, int]]:
    """What it holds, in the order of reading, without elements that turned out empty."""
    kids = [kid for kid in element.kids if not isinstance(kid, Element) or _holds(kid)]
    if any(isinstance(kid, Element) and kid.order is not None for kid in kids):
        kids.sort(key=lambda kid: (kid.order or 0) if isinstance(kid, Element) else 0)
    return kids


def _holds(element: Element) -> bool:
    return any(not isinstance(kid, Element) or _holds(kid) for kid in element.kids)


def _write(element: Element, parent: int, places: dict[int, int], elements: list[_Blank]) -> None:
    """An element and all in it, in the order of their places."""
    kids = _kids(element)
    page = next((kid[0] for kid in kids if not isinstance(kid, Element)), None)
    held, needs = [], [parent]
    for kid in kids:
        if isinstance(kid, Element):
            held.append(b"%d 0 R")
            needs.append(places[id(kid)])
        elif kid[0] == page:
            held.append(b"%d" % kid[1])
        else:
            held.append(b"<</Type/MCR/Pg %%d 0 R/MCID %d>>" % kid[1])
            needs.append(-1 - kid[0])
    told = b"<</S/%b/P %%d 0 R/K%b" % (
        element.role.encode(),
        b" " + held[0] if len(held) == 1 else b"[%b]" % b" ".join(held),
    )
    if page is not None:
        told += b"/Pg %d 0 R"
        needs.append(-1 - page)
    if element.alt:
        told += b"/Alt" + text(element.alt).replace(b"%", b"%%")
    if element.role == "TH":
        told += b"/A<</O/Table/Scope/Column>>"
    elements.append(_Blank(told + b">>", tuple(needs)))
    for kid in kids:
        if isinstance(kid, Element):
            _write(kid, places[id(element)], places, elements)
