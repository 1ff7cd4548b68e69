"""A question as a block: its number, what it asks, and boxes to tick that a felt pen can hit.

Knows blocks and sizes; nothing of pages.
"""

# ruff: noqa: D102 - height and draw are described once, at Block

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from toolkit.content.theme import Range
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.products.asked import Answer, Asked
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Columns,
    Gap,
    Passage,
    Picture,
    Tagged,
    bold,
    passage,
    spaced,
    stack,
)
from toolkit.paper.setting.furniture import Framed
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run

REACH = 9 * theme.MM
"""How far the words of a question stand in from its number."""

BOXES = (9.0, 7.5)
"""The side of a box to tick in millimetres: where there is room, and at least; for a felt pen."""

_LABEL = 6 * theme.MM
_WHITE = 2.2 * theme.MM
_PAD = 2.5 * theme.MM
_AIRS = (1.5, 1.25, 1.05, 0.9, 0.75, 0.6, 0.5, 0.4, 0.3, 0.22)
_LEADS = (1.34, 1.22)


class Setting(NamedTuple):
    """How generously questions are set: type and box in points, air as a share of the usual white."""

    size: float
    air: float
    lead: float
    box: float


def settings(body: Range) -> tuple[Setting, ...]:
    """From generous to tight, never below the smallest type and box."""
    last = len(_AIRS) - 1

    def between(ends: tuple[float, float], step: int) -> float:
        return ends[0] + (ends[1] - ends[0]) * step / last

    return tuple(
        Setting(
            max(round(2 * between((body.largest, body.smallest), step)) / 2, body.smallest),
            air,
            between(_LEADS, step),
            between(BOXES, step) * theme.MM,
        )
        for step, air in enumerate(_AIRS)
    )


@dataclass(frozen=True, slots=True)
class Ticked:
    """A box to tick, its letter, and its words."""

    label: Passage
    words: Passage
    box: float

    @property
    def height(self) -> float:
        return max(self.box, self.words.height)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.box(x, top, self.box, self.box)
        drop = max(self.box - self.words.height, 0) / 2
        at = x + self.box + _WHITE
        with pen.element("Lbl"):
            self.label.draw(pen, at, top + drop)
        with pen.element("LBody"):
            self.words.draw(pen, at + _LABEL, top + drop)


@dataclass(frozen=True, slots=True)
class Hung:
    """A number, and beside it what it is the number of; it ends just before that."""

    number: Passage
    body: Passage

    @property
    def height(self) -> float:
        return self.body.height

    def draw(self, pen: Pen, x: float, top: float) -> None:
        drop = (self.body.lead - self.number.lead) / 2
        self.number.draw(pen, x + REACH - _WHITE - self.number.width, top + drop)
        self.body.draw(pen, x + REACH, top)


def inner(width: float) -> float:
    """How wide a block in a frame of this width may be."""
    return width - 2 * _PAD


def ticked(answer: Answer, width: float, setting: Setting) -> Tagged:
    """One thing to tick. Raises `flow.TooWide`."""
    reach = setting.box + _WHITE + _LABEL
    label = passage((Run(answer.label, bold=True),), setting.size, _LABEL, setting.lead)
    words = passage(answer.words, setting.size, width - reach, setting.lead)
    return Tagged("LI", Ticked(label, words, setting.box))


def question(asked: Asked, width: float, setting: Setting) -> Block:
    """All of a question. Raises `flow.TooWide`."""
    room = width - REACH
    number = (Run(f"{asked.number}.", bold=True),)
    words = (*bold(asked.ask), *((Run(" "), *asked.how) if asked.how else ()))
    head = Hung(
        passage(number, setting.size + 1, REACH, setting.lead),
        passage(words, setting.size, room, setting.lead),
    )
    blocks: list[Block] = [Tagged("H3", head), Gap(5 * setting.air + 1.5)]
    if asked.message:
        lines = (passage(one, setting.size, inner(room), setting.lead) for one in asked.message)
        message = Framed(
            spaced(2 * setting.air, *lines), room, _PAD, 1.4 * theme.MM + 3 * setting.air
        )
        blocks += [_sent(message), Gap(5 * setting.air + 1.5)]
    blocks.append(_answers(asked, room, setting))
    return stack(*blocks)


def _answers(asked: Asked, room: float, setting: Setting) -> Block:
    gap = 4.5 * setting.air + 1.2
    match asked.kind:
        case "TrueFalse" | "Verdict":
            half = room / 2
            two = (ticked(one, half - _PAD, setting) for one in asked.answers)
            return _in(Tagged("L", Columns(tuple(two), half)))
        case "Spot":
            items = (ticked(one, inner(room), setting) for one in asked.answers)
            above = 1.4 * theme.MM + 3 * setting.air
            return _sent(Framed(Tagged("L", spaced(gap, *items)), room, _PAD, above))
        case "Match":
            half = room / 2
            lefts = (ticked(one, half - _PAD, setting) for one in asked.lefts)
            rights = (_plain(one, half, setting) for one in asked.answers)
            return _in(
                Columns((Tagged("L", spaced(gap, *lefts)), Tagged("L", spaced(gap, *rights))), half)
            )
    return _in(Tagged("L", spaced(gap, *(ticked(one, room, setting) for one in asked.answers))))


def _plain(answer: Answer, width: float, setting: Setting) -> Tagged:
    """A right side of a match: its number and its words, as high as a box."""
    label = passage((Run(answer.label, bold=True),), setting.size, _LABEL, setting.lead)
    words = passage(answer.words, setting.size, width - _LABEL, setting.lead)
    low = Gap(max(setting.box - words.height, 0))
    item = Beside(Tagged("Lbl", label), Tagged("LBody", words), _LABEL)
    return Tagged("LI", stack(item, low))


def _in(block: Block) -> Block:
    return Beside(Gap(0), block, REACH)


def _sent(frame: Framed) -> Block:
    """A message, with the picture of one in the margin."""
    return Beside(Picture("chat", REACH - _WHITE), frame, REACH)
