"""A pen that draws on one page, measured from the top left corner, and tells what it draws.

Everything is black on white. Words are tagged for screen readers; lines, boxes and icons are
ornaments to them, unless they stand in an element of the role `Figure`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache, lru_cache
from typing import NamedTuple, Protocol

from toolkit.paper.pdf.lettering import Letters
from toolkit.paper.pdf.pdf_file import number_of as _n
from toolkit.paper.pdf.structure import Tags
from toolkit.paper.type import fonts, icons, qr, theme
from toolkit.paper.type.flow import Line, Run


class Part(NamedTuple):
    """A stretch of a page's content. `slot` is what it was drawn for, None for what all share.

    `first` is the number of the first piece of text in it, `end` that of the first after it.
    """

    content: bytes
    slot: object | None = None
    first: int = 0
    end: int = 0


class Pen:
    """Draws on one page. Positions are points from the top left corner."""

    def __init__(self, height: float, regular: Letters, bold: Letters, tags: Tags) -> None:
        self._height = height
        self._faces = (regular, bold)
        self._tags = tags
        self._ops: list[bytes] = []
        self._ornament = False
        self._silent = False
        self._parts: list[Part] = []
        self._marks = self._first = 0

    def element(
        self, role: str, alt: str = "", order: int | None = None
    ) -> AbstractContextManager[None]:
        """What is drawn meanwhile belongs to such an element of the text, as `P`, `H1` or `Figure`."""
        return self._tags.element(role, alt, order)

    def piece(
        self, key: object, role: str, alt: str, order: int | None
    ) -> AbstractContextManager[None]:
        """As `element`, but all that is drawn under one key is one element, on whatever pages."""
        return self._tags.piece(key, role, alt, order)

    @contextmanager
    def silent(self) -> Iterator[None]:
        """What is drawn meanwhile is seen and not heard, because it is read elsewhere."""
        before, self._silent = self._silent, True
        yield
        self._silent = before

    def lines(
        self, lines: tuple[Line, ...], x: float, top: float, size: float, lead: float
    ) -> None:
        """A passage: its first line starts `top`, each line is `lead` high."""
        if not lines:
            return
        base = top + (lead + fonts.ascent(size)) / 2
        if (
            len(lines) == 1
            and len(lines[0].runs) == 1
            and self._line(lines[0].runs[0], x, base, size, lead)
        ):
            return
        stamps = []
        ops = [f"BT {_n(lead)} TL 1 0 0 1 {_n(x)} {_n(self._height - base)} Tm".encode()]
        font = ""
        last = len(lines) - 1
        for place, line in enumerate(lines):
            at = x
            stamped = any(run.framed for run in line.runs)
            for run in line.runs:
                # As `flow.as_drawn` has it: a reader that copies the text needs this space.
                spaced = run is line.runs[-1] and place < last
                text = run.text + " " if spaced else run.text
                for name, string in self._faces[run.bold].set(text):
                    if name != font:
                        font = name
                        ops.append(f"/{name} {_n(size)} Tf".encode())
                    ops.append(b"(%b)Tj" % string)
                if stamped:
                    wide = fonts.width(run.text, run.bold) * size / 1000
                    if run.framed:
                        stamps.append((at, base + place * lead, wide))
                    at += wide
            if place < last:
                ops.append(b"T*")
        self._told([*ops, b"ET"])
        for left, foot, wide in stamps:
            self._stamp(left, foot, wide, size)

    def _line(self, run: Run, x: float, base: float, size: float, lead: float) -> bool:
        """A line of one run in one font, as most are; returns False for what is more than that."""
        found = self._faces[run.bold].set(run.text)
        if run.framed or len(found) != 1:
            return False
        name, string = found[0]
        begun = f"BT {_n(lead)} TL 1 0 0 1 {_n(x)} {_n(self._height - base)} Tm\n/{name} {_n(size)} Tf\n("
        self._told([begun.encode() + string + b")Tj\nET"])
        return True

    def rule(self, x: float, y: float, width: float, weight: float = theme.RULE) -> None:
        """A straight horizontal line."""
        self.line((x, y), (x + width, y), weight)

    def mark(self, x: float, y: float, length: float) -> None:
        """A straight vertical line downwards, for folding."""
        self.line((x, y), (x, y + length))

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        weight: float = theme.RULE,
        *,
        dashed: bool = False,
    ) -> None:
        """A straight line; a dashed one is to be cut along, or to be folded."""
        (left, above), (right, below) = start, end
        drawn = (
            f"{_n(weight)} w {_n(left)} {_n(self._height - above)} m "
            f"{_n(right)} {_n(self._height - below)} l S"
        )
        self._ornate(f"[4 3] 0 d {drawn} [] 0 d" if dashed else drawn)

    def box(self, x: float, y: float, width: float, height: float, *, filled: bool = False) -> None:
        """A rectangle, solid or as an outline; the ink of both ends at the same places."""
        inset = 0.0 if filled else theme.FRAME / 2
        self._ornate(
            f"{_n(theme.FRAME)} w {_n(x + inset)} {_n(self._height - y - height + inset)} "
            f"{_n(width - 2 * inset)} {_n(height - 2 * inset)} re {'f' if filled else 'S'}"
        )

    def icon(
        self, name: str, x: float, y: float, size: float, stroke: float = icons.STROKE
    ) -> None:
        """An icon in a square of `size` points, its ink flush with the left side."""
        scale = size / icons.GRID
        width = max(stroke, theme.FRAME / scale)
        grid = self._grid(x - icons.left(name) * scale, y, scale)
        self._ornate(f"q {grid} 1 J 1 j {_n(width)} w {_icon_path(name)} Q")

    def code(self, code: qr.Code, x: float, y: float, size: float) -> None:
        """The modules of a QR code in a square of `size` points, without its quiet zone."""
        scale = size / code.size
        self._ornate(f"q {self._grid(x, y, scale, digits=5)} {_code_path(code)} Q")

    @contextmanager
    def scaled(self, x: float, y: float, scale: float) -> Iterator[None]:
        """What is drawn meanwhile is `scale` times as large, its upper left corner at (x, y)."""
        self._rest()
        below = self._height - y - scale * self._height
        self._ops.append(f"q {scale:.5f} 0 0 {scale:.5f} {_n(x)} {_n(below)} cm".encode())
        yield
        self._rest()
        self._ops.append(b"Q")

    @contextmanager
    def turned(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """What is drawn meanwhile in this rectangle stands on its head."""
        self._rest()
        right, up = 2 * x + width, 2 * (self._height - y) - height
        self._ops.append(f"q -1 0 0 -1 {_n(right)} {_n(up)} cm".encode())
        yield
        self._rest()
        self._ops.append(b"Q")

    @contextmanager
    def clipped(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """What is drawn meanwhile shows only in this rectangle."""
        self._rest()
        low = self._height - y - height
        self._ops.append(f"q {_n(x)} {_n(low)} {_n(width)} {_n(height)} re W n".encode())
        yield
        self._rest()
        self._ops.append(b"Q")

    @contextmanager
    def slot(self, slot: object) -> Iterator[None]:
        """What is drawn meanwhile stands apart in the file, so that it can be replaced."""
        self._cut(None)
        yield
        self._cut(slot)

    def parts(self) -> list[Part]:
        """What was drawn, in order."""
        self._cut(None)
        return self._parts

    def _cut(self, slot: object | None) -> None:
        self._rest()
        if self._ops or slot is not None:
            self._parts.append(Part(b"\n".join(self._ops) + b"\n", slot, self._first, self._marks))
        self._ops = []
        self._first = self._marks

    def _told(self, ops: list[bytes]) -> None:
        """Words, or a figure: content that is read."""
        self._rest()
        if self._silent:
            self._ops += [b"/Artifact BMC", *ops, b"EMC"]
            return
        role, number = self._tags.mark()
        self._marks = number + 1
        self._ops += [f"/{role}<</MCID {number}>>BDC".encode(), *ops, b"EMC"]

    def _ornate(self, drawn: str) -> None:
        if self._tags.drawing():
            self._told([drawn.encode()])
            return
        if not self._ornament:
            self._ornament = True
            self._ops.append(b"/Artifact BMC")
        self._ops.append(drawn.encode())

    def _rest(self) -> None:
        """No ornament is being drawn any more."""
        if self._ornament:
            self._ornament = False
            self._ops.append(b"EMC")

    def _grid(self, x: float, y: float, scale: float, digits: int = 4) -> str:
        """Measure from (x, y) downwards in units of `scale` points."""
        unit = f"{scale:.{digits}f}"
        return f"{unit} 0 0 -{unit} {_n(x)} {_n(self._height - y)} cm"

    def _stamp(self, x: float, base: float, width: float, size: float) -> None:
        """A box around words that are already there."""
        up, down = fonts.ascent(size) + 2.2, 2.6
        self._ornate(
            f"{_n(theme.FRAME)} w {_n(x)} {_n(self._height - base - down)} "
            f"{_n(width)} {_n(up + down)} re S"
        )


class Block(Protocol):
    """Anything with a height that can be drawn."""

    @property
    def height(self) -> float:
        """How much of the column it takes."""

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it with its upper left corner there."""


@cache
def _icon_path(name: str) -> str:
    """The strokes and filled shapes of an icon on its own grid."""
    found = []
    for shape in icons.drawing(name):
        moves = (f"{' '.join(_n(one) for one in at)} {op}".strip() for op, at in shape.moves)
        found.append(f"{' '.join(moves)} {'f' if shape.filled else 'S'}")
    return " ".join(found)


@lru_cache(maxsize=256)
def _code_path(code: qr.Code) -> str:
    """The dark modules of a code on its own grid."""
    found = []
    for outline in code.outlines:
        first, *others = (f"{x} {y}" for x, y in outline)
        found += [f"{first} m", *(f"{one} l" for one in others), "h"]
    return " ".join([*found, "f*"])
