"""Blocks of content become lines for a width. Pure: no widget, no screen, no colour.

A sheet is a list of blocks: words, rows to choose from, two columns side by side where
there is room. One place decides on measure, indents and spacing for all screens.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.content import Content

NOTHING = Content("")

NARROW = 84
"""The widest single column, in cells: longer lines are hard to find the way back from."""
COLUMN = 68
BETWEEN = 6
WIDE = 2 * 50 + BETWEEN
"""From this width on, what belongs together stands side by side."""
TEN = 10
"""Up to so many rows each has one key for its number."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. `first` stands before it, and its further lines are indented as far.

    `gap` is the number of blank lines before it where there is room for them.
    """

    content: Content
    first: Content = NOTHING
    gap: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """Something to choose. `key` is what is chosen; `number`, from 1, is what leads to it.

    `shown` stands in its place where that is another key: the last of ten has 0. `sign` stands before the text; a second paragraph `below` explains it.
    """

    key: str
    content: Content
    number: int = 0
    sign: Content = NOTHING
    below: Content = NOTHING
    gap: int = 0
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Lines of a file, each with what stands before it, and a remark on a spot in the last.

    They are never wrapped: of what is too wide the part around `column`, in cells from 0,
    is shown, so that `mark` stands under the very sign that it means.
    """

    lines: tuple[tuple[Content, Content], ...]
    column: int
    mark: Content
    remark: Content


@dataclass(frozen=True, slots=True)
class Fold:
    """What stands before it should be seen without scrolling."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two columns where there is room; otherwise one, `right` first if `right_first`."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    right_first: bool = False


@dataclass(frozen=True, slots=True)
class Lengths:
    """The same rows in more words or in fewer: the first with which all can be seen, else the last."""

    of: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Rows, the last of their sheet, that stay in sight where not all of it can be seen."""

    rows: tuple[Block, ...]


Block = Words | Row | Quote | Fold | Beside | Lengths | Held


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line: `x` cells from the left; `key` of its row, `head` on the row's first."""

    content: Content
    x: int = 0
    width: int = 0
    key: str = ""
    head: bool = False


Line = tuple[Part, ...]

_Wrapped = dict[tuple[int, int], list[Line]]
"""The lines of blocks, by block and width: wrapping is dear, and each measure of air needs them."""


def lay_out(blocks: list[Block], width: int, height: int) -> list[Line]:
    """The lines of a sheet, as airy as fits: centred, and never tighter than it must be."""
    two = width >= WIDE and any(isinstance(block, Beside) for block in blocks)
    measure = min(width - 3, 2 * COLUMN + BETWEEN if two else NARROW)
    wrapped: _Wrapped = {}
    holds = any(isinstance(block, Held) for block in blocks)
    *longer, version = _versions(blocks)
    for one in longer:
        if len(_lines(one, measure, two, 0, wrapped)[0]) <= height:
            version = one
            break
    for air in (2, 1, 0):
        lines, fold = _lines(version, measure, two, air, wrapped)
        # What is held need not stand before the fold to be seen, so there it takes a real one.
        folded = fold <= height and bool(fold or not holds)
        if len(lines) <= height or (air == 1 and folded):
            break
    if air == 2:
        lines = [()] * min((height - len(lines)) // 3, 6) + lines
    return _moved(lines, max((width - measure) // 2, 1))


def lay_apart(blocks: list[Block], width: int, height: int) -> tuple[list[Line], list[Line]]:
    """The lines that can be scrolled, and those that are held in sight below them.

    Nothing is held where all of it, or all before its fold, can be seen; and nowhere does
    what is held take more than half of the sheet.
    """
    whole = lay_out(blocks, width, height)
    held = next((block for block in blocks if isinstance(block, Held)), None)
    at = _last_of(held, whole)
    if at < height:
        return whole, []
    rest = [block for block in blocks if block is not held]
    measure = min(width - 3, NARROW)
    assert held is not None
    below: list[Line] = [(), *_lines(list(held.rows), measure, False, 0, {})[0]]
    if 2 * len(below) > height + 1:
        return whole, []
    below = _moved(below, max((width - measure) // 2, 1))
    return lay_out(rest, width, height - len(below)), below


def _last_of(held: Held | None, lines: list[Line]) -> int:
    """On which line, from 0, the last row that is held would stand; -1 without any."""
    keys = {row.key for row in held.rows if isinstance(row, Row)} if held is not None else set()
    at = (at for at, line in enumerate(lines) if any(part.key in keys for part in line))
    return max(at, default=-1)


def _versions(blocks: list[Block]) -> list[list[Block]]:
    """The blocks in each of the lengths that they come in."""
    longest = max((len(one.of) for one in blocks if isinstance(one, Lengths)), default=1)
    return [[*_in_length(blocks, at)] for at in range(longest)]


def _in_length(blocks: list[Block], at: int) -> Iterator[Block]:
    """Without lengths and what is held: their blocks alone, and the tenth of ten with its key."""
    plain: list[Block] = []
    for block in blocks:
        if isinstance(block, Lengths):
            plain += block.of[min(at, len(block.of) - 1)]
        elif isinstance(block, Held):
            plain += block.rows
        else:
            plain.append(block)
    most = max((block.number for block in plain if isinstance(block, Row)), default=0)
    for block in plain:
        if isinstance(block, Row) and block.number == most == TEN:
            yield replace(block, shown="0")
        else:
            yield block


def _moved(lines: list[Line], left: int) -> list[Line]:
    return [tuple(replace(part, x=part.x + left) for part in line) for line in lines]


def height_of(blocks: list[Block], width: int) -> int:
    """How many lines blocks take on a sheet of this width that cannot hold all that is on it.

    They have neither columns nor a fold, nor do they come in several lengths.
    """
    return len(_lines(blocks, min(width - 3, NARROW), False, 1, {})[0])


def _lines(
    blocks: list[Block], width: int, two: bool, air: int, wrapped: _Wrapped
) -> tuple[list[Line], int]:
    """The lines, and how many of them stand before the fold; 0 if there is none."""
    lines: list[Line] = []
    fold = 0
    for block in blocks:
        if isinstance(block, Fold):
            fold = fold or len(lines)
        elif isinstance(block, Beside):
            more, its_fold = _beside(block, width, two, air, wrapped)
            fold = fold or (len(lines) + its_fold if its_fold else 0)
            lines += more
        elif isinstance(block, Quote):
            lines += _quote(block, width)
        else:
            assert isinstance(block, Words | Row), "lengths and what is held are spread before"
            lines += [()] * (_blank(block.gap, air) if lines else 0)
            if (key := (id(block), width)) not in wrapped:
                own = _row(block, width) if isinstance(block, Row) else _words(block, width)
                wrapped[key] = own
            lines += wrapped[key]
    return lines, fold


def _blank(gap: int, air: int) -> int:
    return (max(gap - 1, 0), gap, gap * 2)[air]


def _beside(
    block: Beside, width: int, two: bool, air: int, wrapped: _Wrapped
) -> tuple[list[Line], int]:
    if not two:
        first, second = (block.left, block.right)[:: -1 if block.right_first else 1]
        return _lines([*first, *second], width, False, air, wrapped)
    column = (width - BETWEEN) // 2
    left, fold = _lines(list(block.left), column, False, air, wrapped)
    right, _ = _lines(list(block.right), column, False, air, wrapped)
    tall = max(len(left), len(right))
    left += [()] * (tall - len(left))
    right += [()] * (tall - len(right))
    shift = column + BETWEEN
    return [
        (*one, *(replace(part, x=part.x + shift) for part in two_))
        for one, two_ in zip(left, right, strict=True)
    ], fold


def _words(block: Words, width: int) -> list[Line]:
    return [(Part(line, 0, width),) for line in hung(block.first, block.content, width)]


def _row(row: Row, width: int) -> list[Line]:
    first = Content(f"{row.shown or row.number:<3}" if 0 < row.number < 100 else "   ")
    if row.sign:
        first = first + row.sign + Content(" ")
    lines = hung(first, row.content, width - 2)
    if row.below:
        lines += hung(Content(" " * first.cell_length), row.below, width - 2)
    return [(Part(line, 0, width, row.key, not at),) for at, line in enumerate(lines)]


def _quote(block: Quote, width: int) -> list[Line]:
    before = max((first.cell_length for first, _ in block.lines), default=0)
    room = max(width - before, 1)
    widest = max((code.cell_length for _, code in block.lines), default=0)
    start = 0 if widest <= room else max(block.column - room * 2 // 3, 0)
    lines = [first + _stretch(code, start, room) for first, code in block.lines]
    mark = Content(" " * (before + block.column - start)) + block.mark
    if mark.cell_length + 1 + block.remark.cell_length <= width:
        lines.append(mark + Content(" ") + block.remark)
    else:
        lines += [mark, *hung(Content("  "), block.remark, width)]
    return [(Part(line, 0, width),) for line in lines]


def _stretch(code: Content, start: int, room: int) -> Content:
    """The part of a line that begins `start` cells from its left; a cut end shows as `…`."""
    letters = list(code.plain)
    while start > 0 and letters:
        start -= cell_len(letters.pop(0))
    cut = len(code.plain) - len(letters)
    shown = code[cut:] if cut else code
    if cut:
        shown = Content("…") + shown[1:]
    return shown.truncate(room, ellipsis=True) if shown.cell_length > room else shown


def hung(first: Content, content: Content, width: int) -> list[Content]:
    """`content` wrapped to `width`, `first` before it and the rest hanging below."""
    indent = min(first.cell_length, max(width - 8, 0))
    room = max(width - indent, 4)
    # Most lines of a list are short, and finding out where to wrap takes much longer than this.
    fits = content.plain.isprintable() and content.cell_length <= room
    lines = [content] if fits else content.wrap(room)
    rest = Content(" " * indent)
    return [Content("").join([rest if at else first, line]) for at, line in enumerate(lines)]
