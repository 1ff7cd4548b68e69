"""How the pieces of the facilitator's guide are set: clocks, frames of what the room sees, cues.

Knows sizes and columns, nothing of pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.paper.products.guide_questions import ASK, NOTE, POINTS, SAY, Cue, Slide
from toolkit.paper.products.guide_steps import Scene
from toolkit.paper.products.guide_words import Labels
from toolkit.paper.setting.blocks import Beside, Block, Columns, Gap, Tagged, passage, spaced
from toolkit.paper.setting.furniture import Barred, Framed
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.long_text import INDENT, bullets, heavy
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run, Runs

MARGIN = 21 * theme.MM
"""The column on the left in which the clock stands."""

_SLIDE = 58 * theme.MM
_BETWEEN = 4 * theme.MM
_BAR = 4 * theme.MM
_WHITE = 2.5 * theme.MM


class Setter:
    """Sets cues and slides in the sizes of one order: `body`, and `large` for what is said."""

    def __init__(self, labels: Labels, order: Order) -> None:
        self._labels = labels
        self._look = order.theme
        self._lang = order.lang
        self.body = order.theme.body.smallest
        self.large = (self.body + order.theme.body.largest) / 2

    def both(self, scene: Scene, width: float) -> Block:
        """What the room sees, and beside it what is said about it."""
        cues, slide = [one for one in scene.cues if one.kind != POINTS], scene.slide
        if slide is None or not cues:
            told = [self.cue(one, width) for one in cues]
            return spaced(6, *([self.slide(slide, width)] if slide else []), *told)
        reach = (width + _BETWEEN) / 2 if slide.wide else _SLIDE + _BETWEEN
        said = [self.cue(one, width - reach) for one in cues]
        return Beside(self.slide(slide, reach - _BETWEEN), spaced(6, *said), reach)

    def lists(self, scene: Scene, width: float) -> Block | None:
        """The lists of a step, two beside each other."""
        found = [one for one in scene.cues if one.kind == POINTS]
        if len(found) < 2:
            return self.cue(found[0], width) if found else None
        half = (width - _BETWEEN) / 2
        pairs = (found[at : at + 2] for at in range(0, len(found), 2))
        rows = (
            Columns(tuple(self.cue(one, half) for one in pair), half + _BETWEEN) for pair in pairs
        )
        return spaced(6, *rows)

    def clock(self, at: int, long: int, *, kept: bool | None = None) -> Block:
        """The minute in which it begins, large; how long it takes; whether it may be left out."""
        if not long:
            return Gap(0)
        labels, width, number = self._labels, MARGIN - 2 * theme.MM, self._lang.number
        told: list[Block] = [
            passage((Run(labels.minute),), self.body, width, theme.TIGHT),
            passage((Run(number(at), bold=True),), self._look.heading - 1, width, theme.TIGHT),
            passage((Run(labels.long.format(n=number(long))),), self.body, width, theme.TIGHT),
        ]
        if kept is not None:
            stays = labels.kept if kept else labels.spare
            told.append(passage((Run(stays),), self.body, width, theme.TIGHT))
        return spaced(2, *told)

    def slide(self, slide: Slide, width: float) -> Block:
        """What the room sees, in a frame."""
        inner = width - 2 * _WHITE
        return Framed(spaced(5, *self._slide_words(slide, inner)), width, _WHITE)

    def slide_parts(self, slide: Slide | None, width: float) -> Iterator[Block]:
        """A slide in parts, each in a frame of its own."""
        inner = width - 2 * _WHITE
        if slide is not None:
            for one in self._slide_words(slide, inner):
                yield Framed(one, width, _WHITE)

    def _slide_words(self, slide: Slide, width: float) -> Iterator[Block]:
        size = self.body
        if not slide.wide:
            yield passage(self._labels.room, self._look.small, width, theme.TIGHT)
        if slide.title:
            yield passage(heavy(slide.title), size + 1, width, 1.25)
        if slide.lines:
            yield bullets(slide.lines, width, size, 2, lead=1.25)
        if slide.options and slide.wide:
            runs = [
                run
                for letter, words in slide.options
                for run in (Run(f"{letter}\u00a0", bold=True), *words, Run("\u00a0 "))
            ]
            yield passage(tuple(runs), size, width, 1.25)
        elif slide.options:
            options = (
                Beside(
                    passage((Run(letter, bold=True),), size + 1, INDENT + 2, 1.25),
                    passage(words, size, width - INDENT - 2, 1.3),
                    INDENT + 2,
                )
                for letter, words in slide.options
            )
            yield Tagged("L", spaced(3, *(Tagged("LI", Tagged("LBody", one)) for one in options)))

    def cue(self, cue: Cue, width: float) -> Block:
        """A cue: with a bar what is said, in a frame a content note, plain what is to be done."""
        if cue.kind == NOTE:
            inner = width - 2 * _WHITE
            noted = self.cue(cue._replace(kind=SAY), inner)
            return Framed(noted, width, _WHITE)
        if cue.kind == ASK:
            first, *others = cue.words
            return self.said(((*cue.label, Run(" "), *first), *others), width)
        if cue.kind in (SAY, POINTS):
            above = [passage(cue.label, self.body, width, theme.TIGHT)] if cue.label else []
            if cue.kind == POINTS:
                return spaced(3, *above, bullets(cue.words, width, self.body))
            return spaced(3, *above, self.said(cue.words, width))
        label: Runs = (*cue.label, Run(" ")) if cue.label else ()
        first, *others = cue.words
        told = (passage(one, self.body, width) for one in ((*label, *first), *others))
        return spaced(3, *told)

    def said(self, words: Iterable[Runs], width: float) -> Block:
        """Words to be said as they stand."""
        said = (passage(one, self.large, width - _BAR, 1.3) for one in words)
        return Barred(spaced(4, *said), _BAR)


def split(cue: Cue) -> Iterator[Cue]:
    """A cue of several paragraphs as several, the label before the first."""
    for place, one in enumerate(cue.words):
        yield Cue(cue.kind, () if place else cue.label, (one,))
