"""What long texts on paper have in common: how they begin, their headings, help lines and sources.

Each comes as pieces for `paging`, set in the theme's sizes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.content.theme import Theme
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Gap,
    Marked,
    Passage,
    Picture,
    Rule,
    Tagged,
    bold,
    headline,
    listed,
    passage,
    spaced,
    stack,
)
from toolkit.paper.setting.paging import Piece
from toolkit.paper.setting.words import Group, Helpline
from toolkit.paper.type import fonts, theme
from toolkit.paper.type.flow import Run, Runs

INDENT = 5.5 * theme.MM
_ICON = 18 * theme.MM
_APART = 4 * theme.MM


def heavy(words: Runs) -> Runs:
    """The same words in the heavier weight, but for numbers: bold digits fill in when copied."""
    return tuple(run if run.whole else run._replace(bold=True) for run in words)


def masthead(icon: str, title: Runs, about: Iterable[Runs], width: float, look: Theme) -> Block:
    """How a long text begins: an icon, its title, what it is about."""
    reach = _ICON + 4 * theme.MM
    told = (passage(one, look.body.smallest, width - reach, 1.25) for one in about)
    words = stack(
        Tagged("H1", headline(title, look.title, width - reach)), Gap(3), spaced(3, *told)
    )
    return stack(
        Beside(Picture(icon, _ICON), words, reach), Gap(5 * theme.MM), Rule(width, 0, theme.FRAME)
    )


def heading(words: Runs, width: float, look: Theme, role: str = "H2") -> Block:
    """A heading over a firm line."""
    return stack(
        Tagged(role, headline(words, look.heading + 2, width)), Gap(3), Rule(width, 0, theme.FRAME)
    )


def bullets(
    items: Iterable[Runs],
    width: float,
    size: float,
    gap: float = 3,
    *,
    mark: str = "dot",
    lead: float = theme.LEADING,
) -> Block:
    """A list with drawn marks."""
    words = (passage(one, size, width - INDENT, lead) for one in items)
    return listed(gap, *(Marked(mark, one, INDENT) for one in words))


def help_lines(
    groups: Iterable[Group], width: float, look: Theme, before: float, *, brief: bool = False
) -> Iterator[Piece]:
    """Help lines, each with its number as large as a copier needs it; `brief` ones to read out."""
    for group in groups:
        head = Tagged("H3", passage(bold(group.heading), look.heading, width, theme.TIGHT))
        over = stack(head, Gap(2), Rule(width))
        yield Piece(over, before, tied=True)
        for place, line in enumerate(group.lines, 1):
            near = brief and place < len(group.lines)
            yield Piece(_help_line(line, width, look, brief=brief), 4 if brief else 7, near=near)


def _help_line(line: Helpline, width: float, look: Theme, *, brief: bool) -> Block:
    """The number, the name beside it where there is room, and for whom it is."""
    size = look.number.smallest if brief else (look.number.smallest + look.number.largest) / 2
    number = passage(line.number, size, width, 1.2)
    called, about = bold(line.name), line.about
    if line.stamp and brief:
        called = (*line.stamp, Run(" "), *called)
    elif line.stamp:
        about = (*line.stamp, Run(" "), *about)
    name = passage(called, look.body.smallest + 1, width, theme.TIGHT)
    told = [] if brief else [passage(about, look.body.smallest, width, 1.25)]
    if len(name.lines) == 1 and number.width + _APART + name.width <= width:
        drop = _base(number) - _base(name)
        return stack(Beside(number, name, number.width + _APART, drop), *told)
    return stack(number, name, *told)


def _base(words: Passage) -> float:
    return (words.lead + fonts.ascent(words.size)) / 2
