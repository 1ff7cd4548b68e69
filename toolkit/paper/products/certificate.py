"""The certificate of attendance: who was there is written in by hand and stands nowhere else.

It says that somebody learned to check offers, in which lessons, and nothing more. What was learned
stands large and is ours: the title of a lesson alone, under a name, could be read as a course in
what it warns of. It bears no sign of the state, and says itself that it is no permit, so that
nobody can sell it as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face, Placed
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Columns,
    Gap,
    Picture,
    Rule,
    Tagged,
    headline,
    listed,
    passage,
    stack,
)
from toolkit.paper.setting.job import Job, Order
from toolkit.paper.setting.paging import page_box
from toolkit.paper.setting.sheet import SLACK, Box, Spot, guarded, roomiest, too_long
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Runs

_ICON = "people"
_HEAVY, _LIGHT = 2.5, 0.9
_BETWEEN = 2.2 * theme.MM
_CORNER = 7 * theme.MM
_PADDING = 12 * theme.MM
_APART = 10 * theme.MM
_MEND = N_("Print it for fewer lessons, or shorten their titles.")


class CertificateWords(NamedTuple):
    """Everything that it says."""

    title: Runs
    says: Runs
    name: Runs
    took_part: Runs
    learned: Runs
    lessons_head: Runs
    lessons: tuple[Runs, ...]
    thanks: Runs
    signed: tuple[Runs, ...]
    limit: Runs
    small: tuple[Runs, ...]


class _Setting(NamedTuple):
    """Sizes in points of title, of what was learned and of the rest; a share of the white."""

    title: float
    learned: float
    words: float
    air: float


_SETTINGS = (
    _Setting(44, 34, 18, 1.5),
    _Setting(42, 32, 17, 1.3),
    _Setting(40, 30, 16, 1.1),
    _Setting(38, 28, 16, 1.0),
    _Setting(36, 25, 15, 0.8),
    _Setting(32, 22, 14, 0.6),
    _Setting(28, 18, 13, 0.45),
    _Setting(24, 16, 12, 0.3),
)


def write(copyist: Copyist, _: Job) -> CertificateWords:
    """Write it down. Raises WrongInput."""
    gettext, ours = copyist.lang.gettext, copyist.ours
    lessons = copyist.lang.ngettext("Lesson:", "Lessons:", len(copyist.lessons))
    return CertificateWords(
        title=ours(gettext("Certificate of attendance")),
        says=ours(gettext("This sheet says that")),
        name=ours(gettext("Name")),
        took_part=ours(gettext("has learned with us in the village:")),
        learned=ours(gettext("Check first, before you leave"), bold=True),
        lessons_head=ours(lessons),
        lessons=tuple(copyist.text(lesson.title) for lesson in copyist.lessons),
        thanks=ours(gettext("Thank you for learning together.")),
        signed=(
            ours(gettext("Village")),
            ours(gettext("Date")),
            ours(gettext("Facilitator")),
        ),
        limit=ours(
            gettext("It is not a permit and not a certificate of training, and no job needs it.")
        ),
        small=copyist.small_print(),
    )


def lay_out(words: CertificateWords, order: Order) -> tuple[Face, ...]:
    """The page. Raises WrongInput if the words do not fit."""
    outer = page_box(order, lying=True)
    inner = Box(
        outer.x + _PADDING,
        outer.top + _PADDING,
        outer.width - 2 * _PADDING,
        outer.height - 2 * _PADDING,
    )
    spot = Spot(Said(N_("the certificate"), {}), order.lesson.at, _MEND)
    placed = (
        Placed(outer.x, outer.top, _Border(outer.width, outer.height)),
        Placed(inner.x, inner.top, _fitted(words, order, inner, spot)),
    )
    name = order.lang.gettext("Certificate of attendance")
    return (Face(order.paper.long, order.paper.short, placed, name),)


def _fitted(words: CertificateWords, order: Order, box: Box, spot: Spot) -> Block:
    """The page in the most generous setting that fits; what is signed stands at the bottom."""

    def set_in(setting: _Setting) -> tuple[tuple[Block, Block], float]:
        above = guarded(spot, _above, words, order, box.width, setting)
        below = guarded(spot, _below, words, order, box.width, setting)
        return (above, below), above.height + below.height - box.height

    (above, below), over = roomiest(_SETTINGS, set_in)
    if over > SLACK:
        raise too_long(spot, over, _SETTINGS[-1].learned * theme.LEADING)
    return stack(above, Gap(max(-over, 0)), below)


def _above(words: CertificateWords, order: Order, width: float, setting: _Setting) -> Block:
    """Who took part in what."""
    icon = Picture(_ICON, setting.title * 1.5)
    reach = icon.height + 5 * theme.MM
    title = Tagged("H1", headline(words.title, setting.title, width - reach))
    head = Beside(icon, title, reach, max(icon.height - title.height, 0) / 2)
    body = order.theme.body.smallest
    small = max(body, setting.words - 3)
    label = passage(words.lessons_head, small, width, theme.TIGHT)
    beside = label.width + 2 * theme.MM
    lessons = (passage(one, small, width - beside, theme.TIGHT) for one in words.lessons)
    return stack(
        head,
        Gap(14 * setting.air),
        passage(words.says, setting.words, width, theme.TIGHT),
        Gap(34 * setting.air + 14),
        _signed(words.name, width, body),
        Gap(12 * setting.air),
        passage(words.took_part, setting.words, width, theme.TIGHT),
        Gap(8 * setting.air),
        passage(words.learned, setting.learned, width, theme.TIGHT),
        Gap(6 * setting.air),
        Beside(label, listed(2 * setting.air, *lessons), beside),
        Gap(14 * setting.air),
        passage(words.thanks, setting.words, width, theme.TIGHT),
        Gap(10 * setting.air),
    )


def _below(words: CertificateWords, order: Order, width: float, setting: _Setting) -> Block:
    """Where, when and with whom; and what the sheet is not."""
    many = len(words.signed)
    column = (width - (many - 1) * _APART) / many
    body, small = order.theme.body.smallest, order.theme.small
    signed = Columns(tuple(_signed(one, column, body) for one in words.signed), column + _APART)
    notes = (passage(one, small, width, theme.TIGHT) for one in (*words.small, order.imprint))
    return stack(
        Gap(30),
        signed,
        Gap(10 * setting.air),
        passage(words.limit, body, width, theme.TIGHT),
        *notes,
    )


def _signed(label: Runs, width: float, size: float) -> Block:
    """A line to write on with what belongs there below it."""
    return stack(Rule(width, 3, theme.FRAME), passage(label, size, width, theme.TIGHT))


@dataclass(frozen=True, slots=True)
class _Border:
    """A firm line, a light one inside it, and a square in each corner, as on a woven cloth."""

    width: float
    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it; the ink of the firm line begins at the box's edge."""
        self._frame(pen, x, top, 0, _HEAVY)
        self._frame(pen, x, top, _BETWEEN, _LIGHT)
        off = _BETWEEN + _CORNER
        for left in (x + _BETWEEN, x + self.width - off):
            for high in (top + _BETWEEN, top + self.height - off):
                self._corner(pen, left, high)

    def _frame(self, pen: Pen, x: float, top: float, off: float, weight: float) -> None:
        left, high = x + off + weight / 2, top + off + weight / 2
        right, low = x + self.width - off - weight / 2, top + self.height - off - weight / 2
        half = weight / 2
        for y in (high, low):
            pen.line((left - half, y), (right + half, y), weight)
        for side in (left, right):
            pen.line((side, high), (side, low), weight)

    @staticmethod
    def _corner(pen: Pen, x: float, top: float) -> None:
        """A square that holds a diamond."""
        middle, end = _CORNER / 2, _CORNER
        pen.box(x, top, end, end)
        points = ((middle, 2), (end - 2, middle), (middle, end - 2), (2, middle))
        for (ax, ay), (bx, by) in zip(points, (*points[1:], points[0]), strict=True):
            pen.line((x + ax, top + ay), (x + bx, top + by), _LIGHT)
