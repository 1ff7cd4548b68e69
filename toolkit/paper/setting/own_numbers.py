"""The village's own numbers: lines to write on, or what a village list knows of a village.

With a village there is a fixed room for them, so that the sheets of all villages are laid out
alike and only this block differs between them; one that needs more takes more. A list's words
are never markup, and never part of an edition: a row has its own date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from toolkit.content.villages.village import Office, Village
from toolkit.language import N_, Said
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.setting.blocks import (
    Block,
    Gap,
    Passage,
    Stack,
    Tagged,
    WriteIn,
    headline,
    passage,
    stack,
)
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.own_panel import GUTTER, LINE, WHITE, OwnWords, Panel, grid, row
from toolkit.paper.setting.own_panel import panel as panel_of
from toolkit.paper.setting.sheet import Spot, guarded
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type import flow, fonts, theme
from toolkit.paper.type.flow import Run, Runs, TooWide

__all__ = ("Blocks", "OwnNumbers", "OwnWords", "Slot", "across", "flap", "own_words")

_FLAP_ROOM = 182.0
_WAYS = ((0.0, True), (14.0, True), (13.0, True), (13.0, False))
"""Sizes of the heading, 0 for the usual one, and does the day of the check stand apart?

The first that fits is taken; the last does for names of a length that nobody has.
"""

_MEND = N_("Write the name shorter in the village list, or put a space into it.")


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

    panel: Panel
    room: float

    def block(self, village: Village) -> Block:
        """A village's block. Raises Unprintable, naming the row, for what cannot be set."""
        name = Said("{village}", {"village": village.name})
        spot = Spot(name, village.at, _MEND)
        return guarded(spot, _filled, self.panel, self.room, village)

    def passages(self, village: Village) -> tuple[tuple[Run, ...], ...]:
        """The words that differ from village to village, as lines, in the order of drawing.

        An office or a day that is not known has no line. All blocks that have as many lines
        in each passage, and a heading of the usual size, differ in nothing else. () for a block
        in which a number does not stand where numbers usually do.
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
    if fonts.width(run.text, run.bold) * size <= width * _SURELY and not _ODD.search(run.text):
        return (run,)
    try:
        lines = flow.lines((run,), size, width, balanced)
    except TooWide:
        return None
    return tuple(flow.as_drawn(lines))


_SURELY = 995
"""Thousandths of a width that words may fill to be on one line, whatever rounding does."""

_ODD = re.compile(r"^\s|\s\s|[^\S \u00a0]|\s$")
"""White space that would not be drawn as it is written."""


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
    panel = guarded(spot, panel_of, words, order, width, width)
    if order.job.village is None:
        return _blank(panel)
    return _own(panel, _FLAP_ROOM, order.job.village)


def across(words: OwnWords, order: Order, width: float, village: Village) -> Block:
    """A village's block across a page: two offices beside each other."""
    panel = panel_of(words, order, width, (width - GUTTER) / 2)
    return _own(panel, panel.usual_height(), village)


def _own(panel: Panel, room: float, village: Village) -> OwnNumbers:
    blocks = Blocks(panel, room)
    return OwnNumbers(blocks.block(village), blocks)


def _blank(panel: Panel) -> Block:
    """Lines to write on under a heading."""
    rows = tuple(WriteIn(one, panel.reach, panel.column, LINE) for one in panel.labels)
    heading = passage(panel.words.heading, panel.order.theme.heading, panel.width, theme.TIGHT)
    return stack(Tagged("H2", heading), Stack(rows))


def _filled(panel: Panel, room: float, village: Village) -> Block:
    """Heading, where the village lies, its numbers, and the day on which they were checked."""
    rows = [
        row(label, panel.copyist.typed(number, village.at) if number else (), panel)
        for (office, _), label in zip(panel.words.offices, panel.labels, strict=True)
        for number in [village.numbers.get(office, "")]
    ]
    offices = grid(rows, 0, panel).height
    for size, apart in _WAYS:
        heads, foot = _around(panel, village, size or panel.order.theme.heading, apart=apart)
        free = room - offices - sum(block.height for block in (*heads, *foot))
        if free >= 0:
            break
    return stack(*heads, grid(rows, free, panel), *foot)


def _around(
    panel: Panel, village: Village, size: float, *, apart: bool
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What stands above the offices, and what below them.

    Whose numbers these are, and where the village lies, which tells it from others of its
    name; then the day of the check, if it stands `apart` and not beside the place.
    """
    name = panel.words.named.replace("{village}", village.name)
    lies, checked = _lies(village), panel.told_day(village.checked_on)
    if checked and not apart:
        lies, checked = f"{lies}. {checked}", ""
    heading = headline(panel.copyist.typed(name, village.at), size, panel.width)
    place = _small(panel, panel.copyist.typed(lies, village.at))
    below = (Gap(WHITE), _small(panel, (Run(checked),))) if checked else ()
    return (Tagged("H2", heading), place, Gap(WHITE)), below


def _lies(village: Village) -> str:
    """Where a village lies: `Lembah Gumanti, Kabupaten Solok`."""
    return f"{village.district}, {village.regency}" if village.district else village.regency


def _small(panel: Panel, words: Runs) -> Passage:
    return passage(words, panel.order.theme.small, panel.width, theme.SMALL_LEADING)
