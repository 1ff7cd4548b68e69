"""The village's own numbers: lines to write on, or what a village list knows of a village.

With a village there is a fixed room for them, so that the sheets of all villages are laid out
alike and only this block differs between them; one that needs more takes more. A list's words
are never markup, and never part of an edition: a row has its own date.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from toolkit.content.villages.village import Office, Village
from toolkit.language import N_, Said
from toolkit.paper import flow, fonts, theme
from toolkit.paper.blocks import (
    Block,
    Columns,
    Gap,
    Passage,
    Stack,
    Tagged,
    WriteIn,
    headline,
    listed,
    passage,
    stack,
)
from toolkit.paper.flow import Run, Runs, TooWide
from toolkit.paper.job import Order
from toolkit.paper.pen import Pen
from toolkit.paper.sheet import Spot, guarded
from toolkit.paper.words import Copyist

LINE = 10.5 * theme.MM
"""How high a line to write on is where there is room."""

_LOW_LINE = 8 * theme.MM
_FLAP_ROOM = 182.0
_LOWER = (14.0, 13.0)
"""Sizes of the heading where there is no room for the usual one."""

_APART = 2 * theme.MM
_WHITE = 2.0
_GUTTER = 4 * theme.MM
_MEND = N_("Write the name shorter in the village list, or put a space into it.")


class OwnWords(NamedTuple):
    """Headings without and with a village's name, the offices, how the day of a check is told."""

    heading: Runs
    named: str
    offices: tuple[tuple[Office, Runs], ...]
    checked: str


def own_words(copyist: Copyist) -> OwnWords:
    """Write them down."""
    gettext = copyist.lang.gettext
    names = {
        Office.VILLAGE: gettext("Village office"),
        Office.POLICE: gettext("Police post"),
        Office.MANPOWER: gettext("Manpower office"),
        Office.IMMIGRATION: gettext("Immigration office"),
    }
    return OwnWords(
        copyist.ours(gettext("Numbers in our village"), bold=True),
        # Lists name villages as people do: Desa Sukamaju, Nagari Sungai Pua, Kelurahan Manggis.
        gettext("Numbers in {village}"),
        tuple((office, copyist.ours(words)) for office, words in names.items()),
        gettext("Numbers checked on {day}"),
    )


class Slot(NamedTuple):
    """Where a village's own numbers stand on a page, and how those of another are made."""

    blocks: Blocks
    x: float
    top: float


@dataclass(frozen=True, slots=True)
class Blocks:
    """Makes the blocks of villages; one that is higher than `room` needs a page of its own."""

    panel: _Panel
    room: float

    def block(self, village: Village) -> Block:
        """A village's block. Raises Unprintable, naming the row, for what cannot be set."""
        name = Said("{village}", {"village": village.name})
        spot = Spot(name, village.at, _MEND)
        return guarded(spot, _filled, self.panel, self.room, village)

    def passages(self, village: Village) -> tuple[tuple[Run, ...], ...]:
        """The words that differ from village to village, as lines, in the order of drawing.

        An office or a day that is not known has no line. All blocks that have as many lines
        in each passage differ in nothing else. () for a block in which a number does not
        stand where numbers usually do.
        """
        panel, measures = self.panel, self.panel.order.theme
        name = Run(panel.words.named.replace("{village}", village.name), bold=True)
        space = panel.column - panel.reach
        found = [
            _lines(name, measures.heading, panel.width, balanced=True),
            _lines(Run(_lies(village)), measures.small, panel.width),
        ]
        for office, _ in panel.words.offices:
            number = _lines(
                Run(village.numbers.get(office, ""), whole=True), measures.number.smallest, space
            )
            found.append(number)
        found.append(_lines(Run(panel.told_day(village.checked_on)), measures.small, panel.width))
        return () if None in found else tuple(one for one in found if one is not None)


def _lines(
    run: Run, size: float, width: float, *, balanced: bool = False
) -> tuple[Run, ...] | None:
    """Words as they are drawn; None for a word that is too wide."""
    if not run.text:
        return ()
    try:
        lines = flow.lines((run,), size, width, balanced)
    except TooWide:
        return None
    return tuple(flow.as_drawn(lines))


@dataclass(frozen=True, slots=True)
class OwnNumbers:
    """The block of a village, in a room that all villages have."""

    block: Block
    blocks: Blocks

    @property
    def height(self) -> float:
        """The room, or more for a block that needs it."""
        return max(self.blocks.room, self.block.height)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the block at the upper end of the room."""
        with pen.slot(Slot(self.blocks, x, top)):
            self.block.draw(pen, x, top)


def flap(words: OwnWords, order: Order, width: float, spot: Spot) -> Block:
    """The block in a narrow panel: one office below the other."""
    panel = guarded(spot, _panel, words, order, width, width)
    if order.job.village is None:
        return _blank(panel)
    return _own(panel, _FLAP_ROOM, order.job.village)


def across(words: OwnWords, order: Order, width: float, village: Village) -> Block:
    """A village's block across a page: two offices beside each other."""
    panel = _panel(words, order, width, (width - _GUTTER) / 2)
    return _own(panel, panel.usual_height(), village)


@dataclass(frozen=True, slots=True)
class _Panel:
    """What all villages' blocks have in common.

    An office's words are `column` wide; numbers and lines to write on begin at `reach`.
    """

    words: OwnWords
    order: Order
    width: float
    column: float
    labels: tuple[Passage, ...]
    copyist: Copyist
    reach: float
    days: dict[date, str] = field(default_factory=dict)

    def told_day(self, day: date | None) -> str:
        """On which day the numbers were checked; most villages of a list share theirs."""
        if day is None:
            return ""
        if day not in self.days:
            told = self.copyist.lang.day(day)
            self.days[day] = self.words.checked.replace("{day}", told)
        return self.days[day]

    @property
    def wide(self) -> bool:
        """Do two offices stand beside each other?"""
        return self.column < self.width

    def usual_height(self) -> float:
        """The height of a block whose words all stay on one line."""
        measures = self.order.theme
        rows = len(self.words.offices) / 2
        small = 2 * measures.small * theme.SMALL_LEADING
        return measures.heading * theme.TIGHT + small + rows * _LOW_LINE + 2 * _WHITE


def _panel(words: OwnWords, order: Order, width: float, column: float) -> _Panel:
    size = order.theme.leaflet.smallest
    labels = tuple(passage(label, size, column) for _, label in words.offices)
    reach = max(label.width for label in labels) + 2 * theme.MM
    copyist = Copyist((), order.job.lang, order.library)
    return _Panel(words, order, width, column, labels, copyist, reach)


def _own(panel: _Panel, room: float, village: Village) -> OwnNumbers:
    blocks = Blocks(panel, room)
    return OwnNumbers(blocks.block(village), blocks)


def _blank(panel: _Panel) -> Block:
    """Lines to write on under a heading."""
    rows = tuple(WriteIn(one, panel.reach, panel.column, LINE) for one in panel.labels)
    heading = passage(panel.words.heading, panel.order.theme.heading, panel.width, theme.TIGHT)
    return stack(Tagged("H2", heading), Stack(rows))


def _filled(panel: _Panel, room: float, village: Village) -> Block:
    """Heading, where the village lies, its numbers, and the day on which they were checked."""
    copyist, reach = panel.copyist, panel.reach
    rows = [
        _row(label, copyist.typed(number, village.at) if number else (), reach, panel)
        for (office, _), label in zip(panel.words.offices, panel.labels, strict=True)
        for number in [village.numbers.get(office, "")]
    ]
    foot = _checked(panel, village)
    low = _grid(rows, 0, panel).height + sum(block.height for block in foot)
    for size in (panel.order.theme.heading, *_LOWER):
        heads = _heads(panel, copyist, village, size)
        free = room - low - sum(block.height for block in heads)
        if free >= 0:
            break
    return stack(*heads, _grid(rows, free, panel), *foot)


def _heads(panel: _Panel, copyist: Copyist, village: Village, size: float) -> tuple[Block, ...]:
    """Whose numbers these are; where the village lies tells it from others of its name."""
    name = copyist.typed(panel.words.named.replace("{village}", village.name), village.at)
    heading = Tagged("H2", headline(name, size, panel.width))
    return (heading, _small(panel, copyist.typed(_lies(village), village.at)), Gap(_WHITE))


def _lies(village: Village) -> str:
    """Where a village lies: `Lembah Gumanti, Kabupaten Solok`."""
    return f"{village.district}, {village.regency}" if village.district else village.regency


def _checked(panel: _Panel, village: Village) -> tuple[Block, ...]:
    told = panel.told_day(village.checked_on)
    return (Gap(_WHITE), _small(panel, (Run(told),))) if told else ()


def _small(panel: _Panel, words: Runs) -> Passage:
    return passage(words, panel.order.theme.small, panel.width, theme.SMALL_LEADING)


@dataclass(frozen=True, slots=True)
class _Row:
    """An office and its number on one line; on two where they are too wide for one."""

    label: Passage
    digits: Passage
    x: float
    height: float
    under: bool = False

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it; a label stands as high as one of a line to write on."""
        if self.under:
            low = top + self.height - self.digits.height
            self.label.draw(pen, x, low - self.label.size * theme.TIGHT)
            self.digits.draw(pen, x + self.x, low)
            return
        low = top + self.height - self.label.lead
        self.label.draw(pen, x, low)
        self.digits.draw(pen, x + self.x, low + _base(self.label) - _base(self.digits))


def _base(words: Passage) -> float:
    return (words.lead + fonts.ascent(words.size)) / 2


def _row(label: Passage, number: Runs, reach: float, panel: _Panel) -> _Row | WriteIn:
    """An office as low as it can be."""
    if not number:
        return WriteIn(label, reach, panel.column, _LOW_LINE)
    digits = _digits(number, panel)
    x = min(reach, panel.column - digits.width)
    under = x < label.width + _APART or len(digits.lines) > 1
    height = _WHITE + label.size * theme.TIGHT + digits.height if under else _LOW_LINE
    return _Row(label, digits, max(x, 0) if under else x, height, under)


def _digits(number: Runs, panel: _Panel) -> Passage:
    """A number on one line; on more where it is wider than the panel."""
    size = panel.order.theme.number.smallest
    try:
        whole = tuple(run._replace(whole=True) for run in number)
        return passage(whole, size, panel.column, theme.TIGHT)
    except TooWide:
        return passage(number, size, panel.column, theme.TIGHT)


def _grid(rows: list[_Row | WriteIn], free: float, panel: _Panel) -> Block:
    """The offices; one below the other, they share `free` points more."""
    if panel.wide:
        half = len(rows) // 2
        # Two that stand beside each other stand on one line.
        pairs = [max(a.height, b.height) for a, b in zip(rows[:half], rows[half:], strict=True)]
        left, right = (
            tuple(_high(row, high) for row, high in zip(part, pairs, strict=True))
            for part in (rows[:half], rows[half:])
        )
        return Columns((listed(0, *left), listed(0, *right)), panel.column + _GUTTER)
    more = min(free / len(rows), LINE - _LOW_LINE)
    return listed(0, *(_high(row, row.height + max(more, 0)) for row in rows))


def _high(row: _Row | WriteIn, height: float) -> _Row | WriteIn:
    """The same row, higher."""
    if isinstance(row, WriteIn):
        return WriteIn(row.label, row.reach, row.width, max(row.height, height))
    return _Row(row.label, row.digits, row.x, max(row.height, height), row.under)
