"""What a screen reader follows: headings, lists, paragraphs and tables, in the order of reading.

A tree of elements is grown while the pages are drawn; each piece of text on a page carries a
number that leads to its element. PDF/UA-1, ISO 14289-1; structure in ISO 32000-1, 14.7. Knows
nothing of how anything looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from toolkit.paper.pdf_file import PdfFile, text

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
        numbers: dict[int, int] = {}
        _number(self._root, numbers, file)
        _put(self._root, top, numbers, pages, file)
        rows = (
            b"%d[%b]" % (place, b" ".join(b"%d 0 R" % numbers[id(one)] for one in marks))
            for place, marks in enumerate(self._marks)
        )
        file.put(b"<</Nums[%b]>>" % b"".join(rows), parents)
        return file.put(
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (numbers[id(self._root)], parents, len(self._marks)),
            top,
        )


def _number(element: Element, numbers: dict[int, int], file: PdfFile) -> None:
    numbers[id(element)] = file.number()
    for kid in _kids(element):
        if isinstance(kid, Element):
            _number(kid, numbers, file)


def _kids(element: Element) -> list[Element | tuple[int, int]]:
    """What it holds, in the order of reading, without elements that turned out empty."""
    kids = [kid for kid in element.kids if not isinstance(kid, Element) or _holds(kid)]
    if any(isinstance(kid, Element) and kid.order is not None for kid in kids):
        kids.sort(key=lambda kid: (kid.order or 0) if isinstance(kid, Element) else 0)
    return kids


def _holds(element: Element) -> bool:
    return any(not isinstance(kid, Element) or _holds(kid) for kid in element.kids)


def _put(
    element: Element, parent: int, numbers: dict[int, int], pages: list[int], file: PdfFile
) -> None:
    number = numbers[id(element)]
    kids = _kids(element)
    page = next((kid[0] for kid in kids if not isinstance(kid, Element)), None)
    held = []
    for kid in kids:
        if isinstance(kid, Element):
            held.append(b"%d 0 R" % numbers[id(kid)])
            _put(kid, number, numbers, pages, file)
        elif kid[0] == page:
            held.append(b"%d" % kid[1])
        else:
            held.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid[0]], kid[1]))
    told = b"<</S/%b/P %d 0 R/K%b" % (
        element.role.encode(),
        parent,
        b" " + held[0] if len(held) == 1 else b"[%b]" % b" ".join(held),
    )
    if page is not None:
        told += b"/Pg %d 0 R" % pages[page]
    if element.alt:
        told += b"/Alt" + text(element.alt)
    if element.role == "TH":
        told += b"/A<</O/Table/Scope/Column>>"
    file.put(told + b">>", number)
