"""A drawing that is kept before it is drawn, so that parts of it can go on several sheets.

Words are kept one by one: a sheet gets those that it shows, and each is read once, on the first
sheet that shows all of it. Knows pens and blocks, no product.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import NamedTuple

from toolkit.paper.pdf.pen import Pen
from toolkit.paper.pdf.structure import LEAVES
from toolkit.paper.setting.blocks import Block
from toolkit.paper.type import fonts, icons, qr, theme
from toolkit.paper.type.flow import Line, Run, Runs

_SPACES = re.compile("[ \u00a0]")


class View(NamedTuple):
    """A rectangle of the drawing, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: View) -> bool:
        """Have they any part in common?"""
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: View) -> bool:
        """Does the other lie wholly in it?"""
        across = self.left <= other.left and other.right <= self.right
        return across and self.top <= other.top and other.bottom <= self.bottom


class Role(NamedTuple):
    """An element of the text, and its place in the order of reading."""

    place: int
    role: str
    alt: str


class Word(NamedTuple):
    """A word of a line and the space that it takes."""

    runs: Runs
    at: View


class Words(NamedTuple):
    """A line of words, as a pen sets it."""

    words: tuple[Word, ...]
    path: tuple[Role, ...]
    top: float
    size: float
    lead: float


class Stroke(NamedTuple):
    """A line, a box, an icon or a code, and the space that it takes."""

    draw: Callable[[Pen], None]
    path: tuple[Role, ...]
    at: View


@dataclass(frozen=True, slots=True)
class Sketch:
    """All that was drawn. `key` tells it from any other drawing in a file."""

    kept: tuple[Words | Stroke, ...]
    key: object

    def draw(self, pen: Pen, views: tuple[View, ...], shown: int) -> None:
        """Draw what one of several views shows. What an earlier one shows is not read again."""
        for one in self.kept:
            if isinstance(one, Words):
                self._words(pen, one, views, shown)
            elif one.at.meets(views[shown]):
                told = one.path and _teller(one.at, views) == shown
                with self._opened(pen, one.path) if told else nullcontext():
                    one.draw(pen)

    def _words(self, pen: Pen, line: Words, views: tuple[View, ...], shown: int) -> None:
        def teller(word: tuple[int, Word]) -> int | None:
            at = word[1].at
            return _teller(at, views) if at.meets(views[shown]) else None

        for told, group in groupby(enumerate(line.words), key=teller):
            if told is None:
                continue
            words = list(group)
            with ExitStack() as stack:
                if told == shown:
                    stack.enter_context(self._opened(pen, line.path))
                    place = round(line.top) * 1000 + words[0][0]
                    stack.enter_context(pen.element("Span", order=place))
                else:
                    stack.enter_context(pen.silent())
                first, last = words[0][1].at, words[-1][1].at
                joined = Line(_joined([word.runs for _, word in words]), last.right - first.left)
                pen.lines((joined,), first.left, line.top, line.size, line.lead)

    @contextmanager
    def _opened(self, pen: Pen, path: tuple[Role, ...]) -> Iterator[None]:
        with ExitStack() as stack:
            for depth, role in enumerate(path):
                key = (self.key, role.place)
                # The drawing itself stands among what else is on its sheets, in order of drawing.
                order = role.place if depth else None
                stack.enter_context(pen.piece(key, role.role, role.alt, order))
            yield


def sketch(block: Block) -> Sketch:
    """What a block draws with its upper left corner at the drawing's own."""
    pen = _Recorder()
    with pen.element("Sect"):
        block.draw(pen, 0, 0)
    return Sketch(tuple(pen.kept), object())


def _teller(at: View, views: tuple[View, ...]) -> int:
    """The view in which something is read: the first that shows all of it, or else a part."""
    whole = (place for place, view in enumerate(views) if view.holds(at))
    parts = (place for place, view in enumerate(views) if view.meets(at))
    return next(whole, next(parts, 0))


def _joined(words: list[Runs]) -> Runs:
    """Words with spaces; the last one too, which tells a reader that a word ends there."""
    runs: list[Run] = []
    for word in words:
        for run in word:
            if runs and runs[-1].bold == run.bold and not (runs[-1].framed or run.framed):
                runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
            else:
                runs.append(run)
        space = runs[-1]
        runs[-1:] = (
            [space, Run(" ", space.bold)]
            if space.framed
            else [space._replace(text=space.text + " ")]
        )
    return tuple(runs)


class _Recorder(Pen):
    """A pen that only notes down what it is asked to draw."""

    def __init__(self) -> None:
        self.kept: list[Words | Stroke] = []
        self._path: tuple[Role, ...] = ()
        self._count = 0

    @contextmanager
    def element(self, role: str, alt: str = "", order: int | None = None) -> Iterator[None]:
        before = self._path
        self._count += 1
        self._path = (*before, Role(order or self._count, role, alt))
        yield
        self._path = before

    @contextmanager
    def slot(self, slot: object) -> Iterator[None]:  # noqa: ARG002 - of a sheet, not of a sketch
        yield

    def lines(
        self, lines: tuple[Line, ...], x: float, top: float, size: float, lead: float
    ) -> None:
        leaf = self._path[-1].role in LEAVES
        with nullcontext() if leaf else self.element("P"):
            for place, line in enumerate(lines):
                high = top + place * lead
                words = tuple(_words(line, x, high, size, lead))
                self.kept.append(Words(words, self._path, high, size, lead))

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        weight: float = theme.RULE,
        *,
        dashed: bool = False,
    ) -> None:
        half = weight / 2
        (left, right), (top, bottom) = (sorted(pair) for pair in zip(start, end, strict=True))
        at = View(left - half, top - half, right + half, bottom + half)
        self._keep(partial(Pen.line, start=start, end=end, weight=weight, dashed=dashed), at)

    def box(self, x: float, y: float, width: float, height: float, *, filled: bool = False) -> None:
        draw = partial(Pen.box, x=x, y=y, width=width, height=height, filled=filled)
        self._keep(draw, View(x, y, x + width, y + height))

    def icon(
        self, name: str, x: float, y: float, size: float, stroke: float = icons.STROKE
    ) -> None:
        draw = partial(Pen.icon, name=name, x=x, y=y, size=size, stroke=stroke)
        self._keep(draw, View(x - size, y - size, x + 2 * size, y + 2 * size))

    def code(self, code: qr.Code, x: float, y: float, size: float) -> None:
        draw = partial(Pen.code, code=code, x=x, y=y, size=size)
        self._keep(draw, View(x, y, x + size, y + size))

    def _keep(self, draw: Callable[[Pen], None], at: View) -> None:
        figure = self._path[-1].role == "Figure"
        self.kept.append(Stroke(draw, self._path if figure else (), at))


def _words(line: Line, x: float, top: float, size: float, lead: float) -> Iterator[Word]:
    """The words of a line, each with what it takes; a stamp takes its box too."""
    held: list[Run] = []
    start = x

    def made() -> Word:
        return Word(tuple(held), View(start, top, x, top + lead))

    for run in line.runs:
        for place, part in enumerate([run.text] if run.framed else _SPACES.split(run.text)):
            if place:
                if held:
                    yield made()
                    held = []
                x += fonts.width(" ", run.bold) * size / 1000
                start = x
            if part:
                held.append(run._replace(text=part))
                x += fonts.width(part, run.bold) * size / 1000
    if held:
        yield made()
