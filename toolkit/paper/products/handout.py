"""The handout: a lesson on one upright page, to give away or to pin up.

From the top: title and what it is about, what to remember, the three ideas of the
leaflet in short, help lines in two columns, the village's own numbers, sources.
"""

from __future__ import annotations

from typing import NamedTuple

from toolkit.content.theme import Paper, Theme
from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face, Placed
from toolkit.paper.products.manuscript import HandoutWords, Idea
from toolkit.paper.products.panels import head, points, write_ins
from toolkit.paper.setting import helplines, own_numbers
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Columns,
    Gap,
    Picture,
    Rule,
    Tagged,
    headline,
    passage,
    spaced,
    stack,
)
from toolkit.paper.setting.helplines import Sizes, group
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.sheet import NEAREST, SLACK, Box, Spot, guarded, roomiest, too_long
from toolkit.paper.setting.words import Group
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Runs

_APART = 7 * theme.MM
_REACH = 50 * theme.MM
_GAP = 4 * theme.MM
_MEND = N_(
    "Shorten the words of its panels and takeaways, name fewer help lines, or print it on F4."
)
_SHARES = (0.52, 0.5, 0.48, 0.46, 0.44, 0.54, 0.56)


class _Setting(NamedTuple):
    """Sizes in points; `lead` and `air` are shares of a size and of the usual white."""

    takeaways: float
    ideas: float
    lead: float
    help: Sizes
    air: float


_SETTINGS = (
    ((1.0, 1.0, 1.34), (1.0, 1.0, 10.0, 1.23), 1.5),
    ((0.75, 0.5, 1.34), (1.0, 0.5, 9.0, 1.23), 1.3),
    ((0.75, 0.5, 1.34), (0.5, 0.5, 8.0, 1.23), 1.1),
    ((0.75, 0.5, 1.34), (0.5, 0.25, 7.0, 1.23), 1.0),
    ((0.5, 0.5, 1.34), (0.5, 0.0, 7.0, 1.23), 0.9),
    ((0.5, 0.25, 1.32), (0.5, 0.0, 6.0, 1.23), 0.8),
    ((0.5, 0.0, 1.3), (0.25, 0.0, 6.0, 1.23), 0.8),
    ((0.25, 0.0, 1.3), (0.25, 0.0, 5.0, 1.2), 0.6),
    ((0.125, 0.0, 1.28), (0.0, 0.0, 4.0, 1.2), 0.5),
    ((0.0, 0.0, 1.26), (0.0, 0.0, 3.0, 1.17), 0.4),
    ((0.0, 0.0, 1.22), (0.0, 0.0, 2.0, 1.15), 0.3),
)
"""From generous to tight. Sizes are shares of the way from a theme's smallest to its largest:
takeaways, ideas and their lead; number, small words, white and lead of the help lines; air."""

_REMEMBERED = 2.0
"""How much larger than the largest body the takeaways are where there is room, in points."""


def _settings(look: Theme) -> tuple[_Setting, ...]:
    smallest, largest = look.leaflet.smallest, look.leaflet.largest + _REMEMBERED
    return tuple(
        _Setting(
            smallest + taken * (largest - smallest),
            look.leaflet.at_share(ideas),
            lead,
            helplines.sizes(look, *lines),
            air,
        )
        for (taken, ideas, lead), lines, air in _SETTINGS
    )


def lay_out(words: HandoutWords, order: Order) -> tuple[Face, ...]:
    """The page. Raises WrongInput if the words do not fit."""
    paper = order.paper
    box = _box(paper, order.theme)
    spot = Spot(Said(N_("the one-page summary"), {}), order.lesson.at, _MEND)
    village = order.job.village
    own = own_numbers.across(words.own, order, box.width, village) if village else None
    page = _fitted(words, own, order, box, spot)
    name = order.lang.gettext("The lesson on one page")
    return (Face(paper.short, paper.long, (Placed(box.x, box.top, page),), name),)


def _box(paper: Paper, look: Theme) -> Box:
    edge = max(look.edge - 0.5, NEAREST)
    return Box(
        ((paper.short - paper.used) / 2 + edge) * theme.MM,
        edge * theme.MM,
        (paper.used - 2 * edge) * theme.MM,
        (paper.long - 2 * edge) * theme.MM,
    )


def _fitted(words: HandoutWords, own: Block | None, order: Order, box: Box, spot: Spot) -> Block:
    """The page in the most generous setting that fits; the imprint stands at the bottom."""

    def set_in(setting: _Setting) -> tuple[tuple[Block, Block], float]:
        above = guarded(spot, _page, words, own, box.width, setting, look)
        below = guarded(
            spot, _imprint, words, order.imprint, box.width, look.small, setting.help.lead
        )
        return (above, below), above.height + below.height - box.height

    look = order.theme
    settings = _settings(look)
    (above, below), over = roomiest(settings, set_in)
    if over > SLACK:
        raise too_long(spot, over, settings[-1].ideas * settings[-1].lead)
    return stack(above, Gap(max(-over, 0)), below)


def _page(
    words: HandoutWords, own: Block | None, width: float, setting: _Setting, look: Theme
) -> Block:
    gap = Gap(12 * setting.air)
    takeaways = points(
        words.takeaways,
        "tick",
        width,
        setting.takeaways,
        gap=4 * setting.air,
        lead=setting.lead,
    )
    return stack(
        _title(words, width, look),
        Gap(8 * setting.air),
        head(words.remember, look.heading, width, 6 * setting.air),
        takeaways,
        Gap(8 * setting.air),
        *(_idea(idea, width, setting, look) for idea in words.ideas),
        Rule(width, 12 * setting.air, theme.FRAME),
        _help(words.groups, width, setting.help, look.heading),
        gap,
        *_own(words, own, width, setting, look),
        Gap(6 * setting.air),
    )


def _idea(idea: Idea, width: float, setting: _Setting, look: Theme) -> Block:
    show = points(
        idea.show,
        "dot",
        width - _REACH,
        setting.ideas,
        gap=3 * setting.air,
        lead=setting.lead,
    )
    return _row(idea.title, show, width, setting, look)


def _row(
    title: Runs,
    content: Block,
    width: float,
    setting: _Setting,
    look: Theme,
    *,
    rule: float = theme.RULE,
) -> Block:
    """A rule; below it the title on the left and what belongs to it on the right."""
    white = 6 * setting.air
    left = Tagged("H2", headline(title, look.heading - 1, _REACH - _GAP))
    return stack(Rule(width, white, rule), Beside(left, content, _REACH), Gap(white))


def _help(groups: tuple[Group, ...], width: float, sizes: Sizes, heading: float) -> Block:
    """The help lines in two columns, each as wide as its words need it."""
    if len(groups) < 2:
        return spaced(0, *(_group(one, width, sizes, heading) for one in groups))
    left, right = groups
    splits = (
        Beside(
            _group(left, width * share - _APART, sizes, heading),
            _group(right, width * (1 - share), sizes, heading),
            width * share,
        )
        for share in _SHARES
    )
    return min(splits, key=lambda split: split.height)


def _group(words: Group, width: float, sizes: Sizes, heading: float) -> Block:
    return stack(head(words.heading, heading, width, 2 + sizes.gap / 2), group(words, width, sizes))


def _own(
    words: HandoutWords, own: Block | None, width: float, setting: _Setting, look: Theme
) -> tuple[Block, ...]:
    """The village's own numbers, or lines to write them on."""
    if own is None:
        labels = tuple(label for _, label in words.own.offices)
        lines = _write_ins(labels, look.leaflet.smallest, width - _REACH)
        return (_row(words.own.heading, lines, width, setting, look, rule=theme.FRAME),)
    white = 6 * setting.air
    return (Rule(width, white, theme.FRAME), own, Gap(white))


def _write_ins(labels: tuple[Runs, ...], size: float, width: float) -> Block:
    """Four lines to write on, two and two."""
    half = (width - _GAP) / 2
    height = 8 * theme.MM
    left, right = (
        write_ins(labels[:2], size, half, height),
        write_ins(labels[2:], size, half, height),
    )
    return Columns((left, right), half + _GAP)


def _title(words: HandoutWords, width: float, look: Theme) -> Block:
    icon = Picture(words.icon, 18 * theme.MM)
    reach = icon.height + 4 * theme.MM
    title = Tagged("H1", headline(words.title, look.title, width - reach))
    about = passage(words.about, look.leaflet.smallest, width - reach, 1.2)
    return Beside(icon, stack(title, Gap(2), about), reach)


def _imprint(words: HandoutWords, edition: Runs, width: float, size: float, lead: float) -> Block:
    small = (passage(one, size, width, lead) for one in (*words.small, (*words.sources, *edition)))
    return stack(Rule(width, 3), *small)
