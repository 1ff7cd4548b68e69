"""The leaflet: one sheet, printed on both sides and folded twice, six panels.

outside   flap    what to remember, and the village's own numbers
back    help lines, from Indonesia and from abroad
front   the title, one line, and for whom it is
inside    three panels with one idea each; below them sources and small print
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from toolkit.content.lesson import Lesson
from toolkit.content.theme import Paper, Theme
from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face, Placed
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.products import panels
from toolkit.paper.products.manuscript import LeafletWords
from toolkit.paper.products.panels import Setting
from toolkit.paper.setting import own_numbers
from toolkit.paper.setting.blocks import Block, Rule, Stack
from toolkit.paper.setting.helplines import Sizes, steps
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.sheet import SLACK, Box, Spot, boxes, guarded, roomiest, too_long
from toolkit.paper.type import theme

_Fitted = tuple[tuple[Block, ...], Block, dict[str, float]]
"""The inside panels, the flap, and by how much each is too high."""

_FOOT_GAP = 2.5 * theme.MM
_INSIDE = (
    N_("the left inside panel of the leaflet (page {page})"),
    N_("the middle inside panel of the leaflet (page {page})"),
    N_("the right inside panel of the leaflet (page {page})"),
)


def lay_out(words: LeafletWords, order: Order) -> tuple[Face, ...]:
    """The two sides of the leaflet. Raises WrongInput if the words do not fit."""
    lesson, paper, look = order.lesson, order.paper, order.theme
    outside, inside = (
        boxes(paper.outside(), paper, look),
        boxes(paper.inside(), paper, look),
    )
    flap_box, back_box, front_box = outside
    spots = _spots(lesson)
    front = _front(words, front_box, spots["front"], look)
    back = _back(words, back_box, spots["back"], look)
    narrow = min(box.width for box in inside)
    foot = guarded(spots["foot"], panels.foot, words, order.imprint, narrow, look)
    own = own_numbers.flap(words.own, order, flap_box.width, spots["flap"])
    ideas, flap = _fitted(words, (own, flap_box), inside, _foot_height(foot), spots, look=look)

    size = (paper.long, paper.short)
    gettext = order.lang.gettext
    panel = ((front_box, front), (flap_box, flap), (back_box, back))
    return (
        Face(
            *size,
            (
                Placed(0, 0, FoldMarks(paper, paper.outside())),
                *(Placed(box.x, box.top, block) for box, block in panel),
            ),
            gettext("Outside: front, flap and help lines"),
        ),
        Face(
            *size,
            (
                Placed(0, 0, FoldMarks(paper, paper.inside())),
                *(Placed(box.x, box.top, idea) for box, idea in zip(inside, ideas, strict=True)),
                *_placed_foot(inside, foot),
            ),
            gettext("Inside: three ideas, sources"),
        ),
    )


def _settings(look: Theme) -> tuple[Setting, ...]:
    """From generous to tight; none is smaller than the theme allows."""
    smallest = look.leaflet.smallest
    return (
        Setting(look.leaflet.largest + 1, 1.5),
        *(Setting(size, air) for size in look.leaflet.steps() for air in (1.5, 1.2, 0.9)),
        Setting(smallest, 0.8, 1.29),
        Setting(smallest, 0.6, 1.25),
    )


def _fitted(
    words: LeafletWords,
    low: tuple[Block, Box],
    inside: tuple[Box, ...],
    foot: float,
    spots: dict[str, Spot],
    *,
    look: Theme,
) -> tuple[tuple[Block, ...], Block]:
    """The most generous setting, one for the whole leaflet, that fits panels and flap.

    `low` is what stands on the flap below what is to be remembered, and the flap's box.
    """
    own, flap_box = low

    def set_in(setting: Setting) -> tuple[_Fitted, float]:
        ideas = _inside(words, inside, setting, spots, look)
        flap = guarded(
            spots["flap"],
            panels.flap,
            words,
            own,
            flap_box.width,
            flap_box.height,
            setting,
            look=look,
        )
        over = {
            **{
                name: idea.height + foot - box.height
                for (name, idea), box in zip(ideas.items(), inside, strict=True)
            },
            "flap": flap.height - flap_box.height,
        }
        return (tuple(ideas.values()), flap, over), max(over.values())

    settings = _settings(look)
    (ideas, flap, over), most = roomiest(settings, set_in)
    if most > SLACK:
        name = next(name for name, much in over.items() if much > SLACK)
        raise too_long(spots[name], over[name], settings[-1].size * settings[-1].lead)
    return ideas, flap


def _inside(
    words: LeafletWords,
    inside: tuple[Box, ...],
    setting: Setting,
    spots: dict[str, Spot],
    look: Theme,
) -> dict[str, Stack]:
    """The inside panels by name; their titles end at one height."""
    names = [f"inside {place}" for place in range(len(inside))]
    panel = list(zip(names, words.ideas, inside, strict=True))
    top = max(
        guarded(spots[name], panels.title, idea, box.width, look).height
        for name, idea, box in panel
    )
    return {
        name: guarded(spots[name], panels.inside, idea, box.width, top, setting, look)
        for name, idea, box in panel
    }


def _front(words: LeafletWords, box: Box, spot: Spot, look: Theme) -> Block:
    block = guarded(spot, panels.front, words, box.width, box.height, look)
    if block.height > box.height + SLACK:
        raise too_long(spot, block.height - box.height, panels.front_line(look) * theme.LEADING)
    return block


def _back(words: LeafletWords, box: Box, spot: Spot, look: Theme) -> Block:
    """The help lines in the largest sizes that fit."""

    def set_in(sizes: Sizes) -> tuple[Block, float]:
        block = guarded(spot, panels.back, words.groups, box.width, sizes, look.heading)
        return block, block.height - box.height

    tries = steps(look)
    block, over = roomiest(tries, set_in)
    if over > SLACK:
        raise too_long(spot, over, tries[-1].small * tries[-1].lead)
    return block


def _spots(lesson: Lesson) -> dict[str, Spot]:
    """Every panel as a person knows it, and where its words stand."""
    takeaways = lesson.takeaways[0].place() if lesson.takeaways else lesson.at
    found = {
        "front": Spot(Said(N_("the front of the leaflet"), {}), lesson.leaflet.front.place()),
        "flap": Spot(Said(N_("the flap of the leaflet"), {}), takeaways),
        "back": Spot(
            Said(N_("the back of the leaflet, with the help lines,"), {}),
            lesson.at,
            N_("Name fewer help lines under `contacts`, or shorten their `scope` and `note`."),
        ),
        "foot": Spot(Said(N_("the foot of the leaflet, with the sources,"), {}), lesson.at),
    }
    for place, (name, panel) in enumerate(zip(_INSIDE, lesson.leaflet.inside, strict=True)):
        at = panel.at if panel.at.file else lesson.page(panel.page).at
        found[f"inside {place}"] = Spot(Said(name, {"page": panel.page}), at)
    return found


def _foot_height(foot: tuple[Stack, ...]) -> float:
    return max(column.height for column in foot) + 2 * _FOOT_GAP


def _placed_foot(inside: tuple[Box, ...], foot: tuple[Stack, ...]) -> Iterator[Placed]:
    """The rule first: it belongs to the sheet, not to any column."""
    top = inside[0].bottom - _foot_height(foot) + _FOOT_GAP
    for box in inside:
        yield Placed(box.x, top, Rule(box.width))
    for box, column in zip(inside, foot, strict=True):
        yield Placed(box.x, top + _FOOT_GAP, column)


@dataclass(frozen=True, slots=True)
class FoldMarks:
    """Short strokes at both edges of a sheet where it is folded; `widths` are millimetres."""

    paper: Paper
    widths: tuple[float, ...]
    height: float = 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw them for a sheet whose corner is there."""
        start, end = (reach * theme.MM for reach in theme.FOLD_MARK)
        low = top + self.paper.short * theme.MM - end
        for place in accumulate(self.widths[:-1]):
            pen.mark(x + place * theme.MM, top + start, end - start)
            pen.mark(x + place * theme.MM, low, end - start)
