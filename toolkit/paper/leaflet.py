"""The leaflet: one sheet, printed on both sides and folded twice, six panels.

    outside   flap   what to remember, and the village's own numbers
              back   help lines, from Indonesia and from abroad
              front  the title, one line, and who made it
    inside    three panels with one idea each; below them sources and small print
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from toolkit.content.lesson import Lesson, Panel
from toolkit.language import N_, Said
from toolkit.paper import theme
from toolkit.paper.blocks import (
    Beside,
    Block,
    Code,
    Gap,
    Marked,
    Picture,
    Rule,
    Stack,
    WriteIn,
    bold,
    passage,
    spaced,
    stack,
)
from toolkit.paper.document import About, Document, Pen
from toolkit.paper.flow import Run, Runs, TooWide
from toolkit.paper.helplines import group
from toolkit.paper.qr import code
from toolkit.paper.sheet import Box, Spot, boxes, too_long, too_wide
from toolkit.paper.words import CodeWords, Copyist, Group

DUPLEX = "DuplexFlipShortEdge"

_STEPS = tuple((size, air) for size in theme.BODY for air in (1.6, 1.2, 0.9))
_HELP_STEPS = (
    (20.0, 13.0, 14.0),
    (20.0, 12.5, 12.0),
    (18.0, 12.0, 12.0),
    (18.0, 12.0, 9.0),
    (18.0, 11.5, 8.0),
    (18.0, 11.0, 9.0),
    (18.0, 11.0, 6.0),
    (17.0, 11.0, 4.5),
    (16.0, 11.0, 3.5),
)


_B = TypeVar("_B", bound=Block)


class Idea(NamedTuple):
    """An inside panel: a page of the lesson, and more words for a reader at home."""

    icon: str
    title: Runs
    show: tuple[Runs, ...]
    more: tuple[Runs, ...]


class Words(NamedTuple):
    """Everything a leaflet says, before any size is known."""

    icon: str
    title: Runs
    front: Runs
    what: Runs
    remember: Runs
    takeaways: tuple[Runs, ...]
    own: Runs
    own_lines: tuple[Runs, ...]
    groups: tuple[Group, ...]
    code: CodeWords | None
    ideas: tuple[Idea, ...]
    sources_head: Runs
    sources: tuple[Runs, ...]
    small: tuple[Runs, ...]


def write(copyist: Copyist) -> Words:
    """Write down all the words of the leaflet. Raises WrongInput."""
    lesson = copyist.lesson
    gettext = copyist.lang.gettext
    title, front = copyist.text(lesson.title), copyist.text(lesson.leaflet.front)
    ideas = tuple(_idea(copyist, panel) for panel in lesson.leaflet.inside)
    takeaways = tuple(copyist.text(one) for one in lesson.takeaways)
    groups, scan = copyist.groups(), copyist.code()
    fold = gettext("Print on both sides, flip on the short edge, at 100 %. Fold twice at the marks.")
    return Words(
        icon=lesson.icon,
        title=title,
        front=front,
        what=copyist.ours(gettext("For everyone in the village. Copy it and pass it on.")),
        remember=copyist.ours(gettext("Remember"), bold=True),
        takeaways=takeaways,
        own=copyist.ours(gettext("Numbers in our village"), bold=True),
        own_lines=own_lines(copyist),
        groups=groups,
        code=scan,
        ideas=ideas,
        sources_head=copyist.ours(gettext("Sources"), bold=True),
        sources=copyist.sources(),
        small=(*copyist.small_print(), copyist.ours(fold)),
    )


def own_lines(copyist: Copyist) -> tuple[Runs, ...]:
    """The offices whose numbers a village writes in by hand."""
    gettext = copyist.lang.gettext
    return (
        copyist.ours(gettext("Village office")),
        copyist.ours(gettext("Police post")),
        copyist.ours(gettext("Manpower office")),
        copyist.ours(gettext("Immigration office")),
    )


def draw(words: Words, lesson: Lesson, paper: theme.Paper, about: About, edition: Runs) -> bytes:
    """The leaflet as a PDF. Raises WrongInput if the words do not fit."""
    outside = boxes(paper.outside(), paper)
    inside = boxes(paper.inside(), paper)
    foot = _Foot(words, edition, inside)
    spots = _spots(lesson)
    ideas, flap = _fitted(words, inside, outside[0], foot.height, spots)
    back = _help(words, outside[1], spots["back"])
    front = _front(words, outside[2], spots["front"])
    sheet = Document(about, (paper.long, paper.short))
    pen = sheet.page()
    _fold_marks(pen, paper, paper.outside())
    front(pen)
    _at(pen, outside[0], flap)
    _at(pen, outside[1], back)
    pen = sheet.page()
    _fold_marks(pen, paper, paper.inside())
    for box, idea in zip(inside, ideas, strict=True):
        _at(pen, box, idea)
    foot.draw(pen)
    return sheet.bytes()


def _idea(copyist: Copyist, panel: Panel) -> Idea:
    page = copyist.lesson.page(panel.page)
    return Idea(
        page.icon,
        copyist.text(page.title),
        tuple(copyist.text(one) for one in page.show),
        tuple(copyist.text(one) for one in panel.more),
    )


def _spots(lesson: Lesson) -> dict[str, Spot]:
    """Every panel as a person knows it, and where its words stand."""
    contacts, takeaways = lesson.at, lesson.takeaways[0].place() if lesson.takeaways else lesson.at
    found = {
        "front": Spot(Said(N_("the front of the leaflet"), {}), lesson.leaflet.front.place()),
        "flap": Spot(Said(N_("the flap of the leaflet"), {}), takeaways),
        "back": Spot(Said(N_("the back of the leaflet, with the help lines,"), {}), contacts),
        "foot": Spot(Said(N_("the foot of the leaflet, with the sources,"), {}), lesson.at),
    }
    names = (
        N_("the left inside panel of the leaflet (page {page})"),
        N_("the middle inside panel of the leaflet (page {page})"),
        N_("the right inside panel of the leaflet (page {page})"),
    )
    for place, (name, panel) in enumerate(zip(names, lesson.leaflet.inside, strict=True)):
        at = panel.at if panel.at.file else lesson.page(panel.page).at
        found[f"inside {place}"] = Spot(Said(name, {"page": panel.page}), at)
    return found


def _fitted(
    words: Words, inside: tuple[Box, ...], flap: Box, foot: float, spots: dict[str, Spot]
) -> tuple[tuple[Block, ...], Block]:
    """The largest body size, one for the whole leaflet, at which panels and flap fit."""
    trouble = None
    for size, air in _STEPS:
        tops = _tops(words.ideas, inside, spots)
        ideas = []
        trouble = None
        for place, (idea, box) in enumerate(zip(words.ideas, inside, strict=True)):
            spot = spots[f"inside {place}"]
            block = _guarded(spot, lambda: _inside(idea, box.width, tops, size, air))
            ideas.append(block)
            over = block.height + foot - box.height
            if over > 0.01 and trouble is None:
                trouble = too_long(spot, over, size * theme.LEADING)
        side = _guarded(spots["flap"], lambda: _flap(words, flap, size, air))
        if side.height > flap.height + 0.01 and trouble is None:
            trouble = too_long(spots["flap"], side.height - flap.height, size * theme.LEADING)
        if trouble is None:
            return tuple(ideas), side
    assert trouble is not None
    raise trouble


def _tops(ideas: tuple[Idea, ...], inside: tuple[Box, ...], spots: dict[str, Spot]) -> float:
    """How high the titles stand, so that the lines below start together in all panels."""
    return max(
        _guarded(spots[f"inside {place}"], lambda: _title(idea, box.width)).height
        for place, (idea, box) in enumerate(zip(ideas, inside, strict=True))
    )


def _title(idea: Idea, width: float) -> Block:
    return passage(bold(idea.title), theme.HEADING, width, theme.TIGHT, balanced=True)


def _inside(idea: Idea, width: float, top: float, size: float, air: float) -> Stack:
    indent = 5.5 * theme.MM
    large = size + theme.SHOW_MORE
    show = [
        Marked("tick", passage(one, large, width - indent, theme.LEADING), indent)
        for one in idea.show
    ]
    title = _title(idea, width)
    blocks: list[Block] = [
        Picture(idea.icon, 17 * theme.MM),
        Gap(2.5 * theme.MM),
        title,
        Gap(top - title.height + 2 * theme.MM),
        Rule(width, 2.5 * theme.MM * air, theme.FRAME),
        spaced(6 * air, *show),
    ]
    if idea.more:
        blocks += [
            Gap(9 * air),
            spaced(5 * air, *(passage(one, size, width) for one in idea.more)),
        ]
    return Stack((*blocks, Gap(2 * theme.MM)))


def _flap(words: Words, box: Box, size: float, air: float) -> Stack:
    indent = 5.5 * theme.MM
    width = box.width
    takeaways = [
        Marked("tick", passage(one, size, width - indent), indent) for one in words.takeaways
    ]
    labels = [passage(one, theme.BODY[-1], width) for one in words.own_lines]
    reach = max(label.width for label in labels) + 2 * theme.MM
    blocks: list[Block] = [
        passage(words.remember, theme.HEADING, width, theme.TIGHT),
        Gap(3),
        Rule(width, 2.5 * theme.MM * air, theme.FRAME),
        spaced(6 * air, *takeaways),
        Gap(14 * air),
        passage(words.own, theme.LABEL, width, theme.TIGHT),
        *(WriteIn(label, reach, width, 10.5 * theme.MM) for label in labels),
    ]
    if words.code:
        blocks += [Gap(8 * theme.MM), _code(words.code, width)]
    return Stack(tuple(blocks))


def _code(words: CodeWords, width: float) -> Block:
    modules = theme.QR_MODULES * theme.MM
    drawn = code(words.content)
    reach = modules + 4.3 * modules / drawn.size
    caption = passage(words.caption, theme.BODY[-1], width - reach, 1.25)
    spelled = passage(words.spelled, theme.BODY[-1], width - reach, 1.25)
    return Beside(Code(drawn, modules), spaced(4, caption, spelled), reach)


def _help(words: Words, box: Box, spot: Spot) -> Block:
    """The help lines in the largest sizes that fit."""
    over = 0.0
    for number, small, gap in _HELP_STEPS:
        groups = [
            _guarded(
                spot, lambda: group(one, box.width, number, small, gap, theme.LABEL)
            )
            for one in words.groups
        ]
        found = spaced(gap * 2, *groups)
        over = found.height - box.height
        if over <= 0.01:
            return found
    raise too_long(spot, over, theme.SMALL * theme.SMALL_LEADING)


def _front(words: Words, box: Box, spot: Spot) -> Callable[[Pen], None]:
    """The front, from top to bottom: whose it is, icon, title, line, and for whom."""
    name = passage((Run("Cek Dulu", bold=True),), theme.HEADING, box.width, theme.TIGHT)
    title = _guarded(
        spot,
        lambda: passage(bold(words.title), theme.TITLE, box.width, theme.TIGHT, balanced=True),
    )
    line = _guarded(spot, lambda: passage(words.front, theme.FRONT_LINE, box.width, balanced=True))
    what = passage(words.what, theme.BODY[-1], box.width, balanced=True)
    head = stack(name, Gap(3), Rule(box.width, 0, theme.FRAME))
    middle = stack(
        Picture(words.icon, 44 * theme.MM),
        Gap(10 * theme.MM),
        title,
        Gap(6 * theme.MM),
        line,
    )
    tail = stack(Rule(box.width, 3 * theme.MM, theme.FRAME), what)
    over = head.height + middle.height + tail.height + 12 * theme.MM - box.height
    if over > 0:
        raise too_long(spot, over, theme.FRONT_LINE * theme.LEADING)

    def paint(pen: Pen) -> None:
        head.draw(pen, box.x, box.top)
        free = box.height - head.height - middle.height - tail.height
        middle.draw(pen, box.x, box.top + head.height + free * 0.42)
        tail.draw(pen, box.x, box.bottom - tail.height)

    return paint


class _Foot:
    """Sources and small print below the inside panels, in the panels' own columns."""

    def __init__(self, words: Words, edition: Runs, inside: tuple[Box, ...]) -> None:
        self._boxes = inside
        width = min(box.width for box in inside)
        small = [
            passage(one, theme.SMALL, width, theme.SMALL_LEADING)
            for one in (words.sources_head, *words.sources, *words.small, edition)
        ]
        self._columns = _columns(small)
        self.height = max(column.height for column in self._columns) + 2.5 * theme.MM

    def draw(self, pen: Pen) -> None:
        """Draw it, the sources first."""
        top = self._boxes[0].bottom - self.height
        for box in self._boxes:
            pen.rule(box.x, top, box.width)
        for box, column in zip(self._boxes, self._columns, strict=False):
            column.draw(pen, box.x, top + 2.5 * theme.MM)


def _columns(blocks: list[Block]) -> tuple[Stack, ...]:
    """The blocks in three columns, in order, the highest column as low as can be."""
    count = len(blocks)
    splits = [
        (Stack(tuple(blocks[:a])), Stack(tuple(blocks[a:b])), Stack(tuple(blocks[b:])))
        for a in range(2, count + 1)
        for b in range(a, count + 1)
    ]
    return min(splits, key=lambda columns: max(column.height for column in columns))


def _fold_marks(pen: Pen, paper: theme.Paper, widths: tuple[float, ...]) -> None:
    start, end = (reach * theme.MM for reach in theme.FOLD_MARK)
    for place in (widths[0], widths[0] + widths[1]):
        pen.mark(place * theme.MM, start, end - start)
        pen.mark(place * theme.MM, paper.short * theme.MM - end, end - start)


def _at(pen: Pen, box: Box, block: Block) -> None:
    block.draw(pen, box.x, box.top)


def _guarded(spot: Spot, make: Callable[[], _B]) -> _B:
    try:
        return make()
    except TooWide as word:
        raise too_wide(spot, word) from None

