"""The handout: a lesson on one upright page, to give away or to pin up.

From the top: title and what it is about, what to remember, the three ideas of the
leaflet in short, help lines in two columns, the village's own numbers, sources.
"""

from __future__ import annotations

from typing import NamedTuple

from toolkit.language import N_, Said
from toolkit.paper import theme
from toolkit.paper.blocks import (
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
from toolkit.paper.document import Face, Placed
from toolkit.paper.flow import Runs
from toolkit.paper.helplines import Sizes, group
from toolkit.paper.job import Order
from toolkit.paper.manuscript import HandoutWords, Idea
from toolkit.paper.panels import head, points, write_ins
from toolkit.paper.sheet import SLACK, Box, Spot, guarded, roomiest, too_long
from toolkit.paper.words import Group

_APART = 7 * theme.MM
_REACH = 50 * theme.MM
_GAP = 4 * theme.MM
_MEND = N_("Shorten the words of its panels and takeaways, or print it on F4.")
_SHARES = (0.52, 0.5, 0.48, 0.46, 0.44, 0.54, 0.56)


class _Setting(NamedTuple):
    """Sizes in points; `lead` and `air` are shares of a size and of the usual white."""

    takeaways: float
    ideas: float
    lead: float
    help: Sizes
    air: float


_SETTINGS = (
    _Setting(17.0, 15.0, 1.34, Sizes(20.0, 13.0, 10.0), 1.5),
    _Setting(16.0, 14.0, 1.34, Sizes(20.0, 12.0, 9.0), 1.3),
    _Setting(16.0, 14.0, 1.34, Sizes(18.0, 12.0, 8.0), 1.1),
    _Setting(16.0, 14.0, 1.34, Sizes(18.0, 11.5, 7.0), 1.0),
    _Setting(15.0, 14.0, 1.34, Sizes(18.0, 11.0, 7.0), 0.9),
    _Setting(15.0, 13.5, 1.32, Sizes(18.0, 11.0, 6.0), 0.8),
    _Setting(15.0, 13.0, 1.3, Sizes(17.0, 11.0, 6.0), 0.8),
    _Setting(14.0, 13.0, 1.3, Sizes(17.0, 11.0, 5.0, 1.2), 0.6),
    _Setting(13.5, 13.0, 1.28, Sizes(16.0, 11.0, 4.0, 1.2), 0.5),
    _Setting(13.0, 13.0, 1.26, Sizes(16.0, 11.0, 3.0, 1.17), 0.4),
    _Setting(13.0, 13.0, 1.22, Sizes(16.0, 11.0, 2.0, 1.15), 0.3),
)


def lay_out(words: HandoutWords, order: Order) -> tuple[Face, ...]:
    """The page. Raises WrongInput if the words do not fit."""
    paper = order.paper
    box = _box(paper)
    spot = Spot(Said(N_("the one-page summary"), {}), order.lesson.at, _MEND)
    page = _fitted(words, order.imprint, box, spot)
    name = order.lang.gettext("The lesson on one page")
    return (Face(paper.short, paper.long, (Placed(box.x, box.top, page),), name),)


def _box(paper: theme.Paper) -> Box:
    edge = theme.EDGE - 0.5
    return Box(
        ((paper.short - paper.used) / 2 + edge) * theme.MM,
        edge * theme.MM,
        (paper.used - 2 * edge) * theme.MM,
        (paper.long - 2 * edge) * theme.MM,
    )


def _fitted(words: HandoutWords, edition: Runs, box: Box, spot: Spot) -> Block:
    """The page in the most generous setting that fits; the imprint stands at the bottom."""

    def set_in(setting: _Setting) -> tuple[tuple[Block, Block], float]:
        above = guarded(spot, _page, words, box.width, setting)
        below = guarded(spot, _imprint, words, edition, box.width, setting.help.lead)
        return (above, below), above.height + below.height - box.height

    (above, below), over = roomiest(_SETTINGS, set_in)
    if over > SLACK:
        raise too_long(spot, over, _SETTINGS[-1].ideas * _SETTINGS[-1].lead)
    return stack(above, Gap(max(-over, 0)), below)


def _page(words: HandoutWords, width: float, setting: _Setting) -> Block:
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
        _title(words, width),
        Gap(8 * setting.air),
        head(words.remember, width, 6 * setting.air),
        takeaways,
        Gap(8 * setting.air),
        *(_idea(idea, width, setting) for idea in words.ideas),
        Rule(width, 12 * setting.air, theme.FRAME),
        _help(words.groups, width, setting.help),
        gap,
        _row(words.own, _own(words.own_lines, width - _REACH), width, setting, theme.FRAME),
        Gap(6 * setting.air),
    )


def _idea(idea: Idea, width: float, setting: _Setting) -> Block:
    show = points(
        idea.show,
        "dot",
        width - _REACH,
        setting.ideas,
        gap=3 * setting.air,
        lead=setting.lead,
    )
    return _row(idea.title, show, width, setting)


def _row(
    title: Runs, content: Block, width: float, setting: _Setting, rule: float = theme.RULE
) -> Block:
    """A rule; below it the title on the left and what belongs to it on the right."""
    white = 6 * setting.air
    left = Tagged("H2", headline(title, theme.LABEL - 1, _REACH - _GAP))
    return stack(Rule(width, white, rule), Beside(left, content, _REACH), Gap(white))


def _help(groups: tuple[Group, ...], width: float, sizes: Sizes) -> Block:
    """The help lines in two columns, each as wide as its words need it."""
    if len(groups) < 2:
        return spaced(0, *(_group(one, width, sizes) for one in groups))
    left, right = groups
    splits = (
        Beside(
            _group(left, width * share - _APART, sizes),
            _group(right, width * (1 - share), sizes),
            width * share,
        )
        for share in _SHARES
    )
    return min(splits, key=lambda split: split.height)


def _group(words: Group, width: float, sizes: Sizes) -> Block:
    return stack(head(words.heading, width, 2 + sizes.gap / 2), group(words, width, sizes))


def _own(labels: tuple[Runs, ...], width: float) -> Block:
    """Four lines to write on, two and two."""
    half = (width - _GAP) / 2
    height = 8 * theme.MM
    left, right = write_ins(labels[:2], half, height), write_ins(labels[2:], half, height)
    return Columns((left, right), half + _GAP)


def _title(words: HandoutWords, width: float) -> Block:
    icon = Picture(words.icon, 18 * theme.MM)
    reach = icon.height + 4 * theme.MM
    title = Tagged("H1", headline(words.title, 24.0, width - reach))
    about = passage(words.about, theme.BODY[-1], width - reach, 1.2)
    return Beside(icon, stack(title, Gap(2), about), reach)


def _imprint(words: HandoutWords, edition: Runs, width: float, lead: float) -> Block:
    small = (
        passage(one, theme.SMALL, width, lead) for one in (*words.small, (*words.sources, *edition))
    )
    return stack(Rule(width, 3), *small)
