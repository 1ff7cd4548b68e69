"""The panels of the leaflet, each as one block for a given width and size.

Nothing here knows where on the sheet a panel lies or whether it fits.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from toolkit.content.theme import Theme
from toolkit.paper.products.manuscript import Idea, LeafletWords
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Code,
    Gap,
    Marked,
    Picture,
    Rule,
    Stack,
    Tagged,
    WriteIn,
    headline,
    listed,
    passage,
    spaced,
    stack,
)
from toolkit.paper.setting.helplines import Sizes, group
from toolkit.paper.setting.words import CodeWords, Group
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run, Runs, words_in
from toolkit.paper.type.qr import code

ICON = 17 * theme.MM
INDENT = 5.5 * theme.MM

_FRONT = 1.25
"""How much larger than other titles that on the front is."""

_IDEA = 3.0
"""How much larger than other headings those of the ideas are, in points."""


def front_line(look: Theme) -> float:
    """The size of the one line on the front."""
    return look.leaflet.largest + 2.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How generously a leaflet is set.

    `size` is the body's in points, `air` the share of the usual white between lines
    that belong together, `lead` the height of a line as a share of its size.
    """

    size: float
    air: float
    lead: float = theme.LEADING


def head(words: Runs, size: float, width: float, gap: float = 2.5 * theme.MM) -> Stack:
    """A heading over a firm line, with a gap below it."""
    heading = Tagged("H2", passage(words, size, width, theme.TIGHT))
    return stack(heading, Gap(3), Rule(width, gap, theme.FRAME))


def points(
    items: tuple[Runs, ...],
    mark: str,
    width: float,
    size: float,
    *,
    gap: float,
    lead: float = theme.LEADING,
) -> Block:
    """A list with drawn marks."""
    words = (passage(one, size, width - INDENT, lead) for one in items)
    return listed(gap, *(Marked(mark, one, INDENT) for one in words))


def write_ins(labels: tuple[Runs, ...], size: float, width: float, height: float) -> Stack:
    """Labels with lines to write on that begin one below the other."""
    words = [passage(one, size, width) for one in labels]
    reach = max(label.width for label in words) + 2 * theme.MM
    return Stack(tuple(WriteIn(label, reach, width, height) for label in words))


def front(words: LeafletWords, width: float, height: float, look: Theme) -> Stack:
    """Whose it is, icon, title, one line, and for whom; as high as the panel if it fits."""
    whose = passage((Run("Cek Dulu", bold=True),), look.heading, width, theme.TIGHT)
    above = stack(whose, Gap(3), Rule(width, 2.5 * theme.MM, theme.FRAME))
    middle = stack(
        Picture(words.icon, 44 * theme.MM, stroke=1.15),
        Gap(9 * theme.MM),
        Tagged("H1", headline(words.title, look.title * _FRONT, width)),
        Gap(5 * theme.MM),
        passage(words.front, front_line(look), width, balanced=True),
    )
    what = passage(words.what, look.leaflet.smallest, width, balanced=True)
    below = stack(Rule(width, 2.5 * theme.MM, theme.FRAME), what)
    free = max(height - above.height - middle.height - below.height, 12 * theme.MM)
    return stack(above, Gap(free * 0.42), middle, Gap(free * 0.58), below)


def flap(
    words: LeafletWords, own: Block, width: float, height: float, setting: Setting, *, look: Theme
) -> Stack:
    """What to remember above; the village's own numbers and the code stand at the bottom."""
    above = stack(
        head(words.remember, look.heading, width),
        points(
            words.takeaways, "tick", width, setting.size, gap=6 * setting.air, lead=setting.lead
        ),
    )
    below: list[Block] = [own]
    if words.code:
        below += [Gap(8 * theme.MM), _code(words.code, width, look)]
    low = Stack(tuple(below))
    return stack(above, Gap(max(height - above.height - low.height, 8 * theme.MM)), low)


def back(groups: tuple[Group, ...], width: float, sizes: Sizes, heading: float) -> Stack:
    """The help lines."""
    return spaced(
        sizes.gap * 2,
        *(stack(head(one.heading, heading, width), group(one, width, sizes)) for one in groups),
    )


def title(idea: Idea, width: float, look: Theme) -> Block:
    """Icon and title of an idea."""
    reach = ICON + 3.5 * theme.MM
    words = Tagged("H2", headline(idea.title, look.heading + _IDEA, width - reach))
    return Beside(Picture(idea.icon, ICON), words, reach, max(ICON - words.height, 0) / 2)


def inside(idea: Idea, width: float, top: float, setting: Setting, look: Theme) -> Stack:
    """One idea. `top` is how high its title stands, the same in all three panels."""
    above = title(idea, width, look)
    large = setting.size + theme.SHOW_MORE
    air = setting.air
    blocks: list[Block] = [
        above,
        Gap(top - above.height + 2 * theme.MM),
        Rule(width, 2.5 * theme.MM * air, theme.FRAME),
        points(idea.show, "dot", width, large, gap=6 * air, lead=setting.lead),
    ]
    if idea.more:
        more = (passage(one, setting.size, width, setting.lead) for one in idea.more)
        blocks += [Gap(10 * air), spaced(5 * air, *more)]
    return Stack(tuple(blocks))


def foot(words: LeafletWords, edition: Runs, width: float, look: Theme) -> tuple[Stack, ...]:
    """Sources, then small print, in three columns."""
    small: list[Block] = [
        passage(one, look.small, width, theme.SMALL_LEADING)
        for one in (words.sources_head, *words.sources, *words.small, edition)
    ]
    return _columns(small, keep=2, gap=2.5)


def _code(words: CodeWords, width: float, look: Theme) -> Block:
    """A QR code, its quiet zone, and beside it what it opens, in letters."""
    modules = look.code * theme.MM
    drawn = code(words.content)
    reach = modules * (1 + 4.3 / drawn.size)
    caption = passage(words.caption, look.leaflet.smallest, width - reach, 1.25)
    spelled = passage(words.spelled, look.leaflet.smallest, width - reach, 1.25)
    alt = words_in(words.caption)
    return Beside(Code(drawn, modules, alt), spaced(4, caption, spelled), reach)


def _columns(blocks: list[Block], keep: int, gap: float) -> tuple[Stack, ...]:
    """The blocks in three columns, in order, the highest column as low as can be.

    The first `keep` blocks stay together: a heading never stands alone.
    """
    count = len(blocks)
    tops = [0.0, *accumulate(block.height + gap for block in blocks)]
    splits = (
        (max(tops[a], tops[b] - tops[a], tops[count] - tops[b]), a, b)
        for a in range(min(keep, count), count + 1)
        for b in range(a, count + 1)
    )
    _, a, b = min(splits)
    return spaced(gap, *blocks[:a]), spaced(gap, *blocks[a:b]), spaced(gap, *blocks[b:])
