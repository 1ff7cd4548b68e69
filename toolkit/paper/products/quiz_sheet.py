"""The quiz sheet: questions on paper with boxes to tick, form A and form B, each to be copied alone.

The same sheet serves before and after. On its head stand the letter of the form, and two numbered
steps: one of two boxes for when it is filled in, and the number of a seat. Nothing else is asked
about the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.products.asked import Asked, forms, title, written
from toolkit.paper.products.asked_blocks import Setting, question, settings
from toolkit.paper.products.asked_pages import question_spot, small_print
from toolkit.paper.products.fill_in import BOX, rows
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Gap,
    Rule,
    Stack,
    Tagged,
    headline,
    passage,
    spaced,
    stack,
)
from toolkit.paper.setting.job import Job, Order
from toolkit.paper.setting.paging import Piece, faces, page_box
from toolkit.paper.setting.sheet import Spot, guarded, roomiest
from toolkit.paper.setting.words import Copyist
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run, Runs, TooWide
from toolkit.paper.type.trouble import Unprintable

_LETTER = 18 * theme.MM
_SEAT = 20 * theme.MM
_NEAR = 2 * theme.MM
_ROW = 13.0
_NEVER = 999
"""More pages than any sheet has: words that do not fit at all."""


class FormWords(NamedTuple):
    """One form. `name` is how it is called, `letter` what stands large; "" for practice."""

    name: Runs
    letter: str
    questions: tuple[Asked, ...]


class SheetWords(NamedTuple):
    """Everything a quiz sheet says. `when` comes before the two boxes of its head, `ticks` beside."""

    title: Runs
    sheet: Runs
    forms: tuple[FormWords, ...]
    when: Runs
    ticks: tuple[Runs, ...]
    seat: Runs
    nameless: Runs
    how: tuple[Runs, Runs, Runs]
    practice: Runs
    small: tuple[Runs, ...]


def write(copyist: Copyist, _: Job) -> SheetWords:
    """Write it down. Raises WrongInput."""
    gettext = copyist.lang.gettext
    found = tuple(
        FormWords(
            copyist.ours(
                gettext("Sheet {form}").format(form=form.letter)
                if form.letter
                else gettext("Practice sheet"),
                bold=True,
            ),
            form.letter,
            written(form, copyist),
        )
        for form in forms(copyist.lessons, copyist.library)
    )
    return SheetWords(
        title=title(gettext("Questions"), copyist),
        sheet=copyist.ours(gettext("Sheet")),
        forms=found,
        when=copyist.ours(gettext("1. Tick one:"), bold=True),
        ticks=(
            copyist.ours(gettext("Before the lesson")),
            copyist.ours(gettext("After the lesson")),
        ),
        seat=copyist.ours(gettext("2. Write your seat number:"), bold=True),
        nameless=copyist.ours(gettext("Write no name."), bold=True),
        how=(
            copyist.ours(gettext("Tick your answer, like this:"), bold=True),
            copyist.ours(gettext("One question, one box. Not sure? Leave it empty.")),
            copyist.ours(gettext("Not sure? Leave it empty.")),
        ),
        practice=copyist.ours(gettext("To practise with. It does not count as a test."), bold=True),
        # Whoever fills it in gives it back; who has read the lesson stands on the key.
        small=copyist.small_print(reviewed=False),
    )


def lay_out(words: SheetWords, order: Order) -> tuple[Face, ...]:
    """The pages of all forms, each form on as few as it needs. Raises Unprintable."""
    found: list[Face] = []
    for place, form in enumerate(words.forms):
        found += _form(form, words, order, first=place == 0)
    return tuple(found)


def _form(form: FormWords, words: SheetWords, order: Order, *, first: bool) -> tuple[Face, ...]:
    """A form in the most generous setting that takes no more pages than the tightest."""
    steps = settings(order.theme.body)
    _insist_fitting(form, words, order, steps[-1])
    least = len(_pages(form, words, order, steps[-1], first))

    def set_in(setting: Setting) -> tuple[tuple[Face, ...], float]:
        try:
            pages = _pages(form, words, order, setting, first)
        except (Unprintable, TooWide):
            return (), _NEVER
        return pages, len(pages) - least

    return roomiest(steps, set_in)[0]


def _insist_fitting(form: FormWords, words: SheetWords, order: Order, setting: Setting) -> None:
    """Every question fits a page of its own, below the head that stands there too."""
    for asked in form.questions:
        spot = question_spot(asked.number, asked.id, order)
        block = guarded(spot, question, asked, page_box(order).width, setting)
        head = guarded(_spot(order), _head, form, words, order)
        guarded(
            _spot(order), faces, (Piece(stack(head, block)),), order, words.title, spot, name=""
        )


def _spot(order: Order) -> Spot:
    return Spot(Said(N_("the quiz sheet"), {}), order.lesson.at)


def _pages(
    form: FormWords, words: SheetWords, order: Order, setting: Setting, first: bool
) -> tuple[Face, ...]:
    width = page_box(order).width
    again = _head(form, words, order)
    gap = 13 * setting.air + 3
    pieces = [
        Piece(_head(form, words, order, begins=True, titled=first), tied=True),
        Piece(_how(form, words, width, setting), gap / 4, tied=True),
        *(Piece(question(asked, width, setting), gap, head=again) for asked in form.questions),
        *small_print(words.small, width, order),
    ]
    foot = (*form.name, Run(". "), *(run._replace(bold=False) for run in words.title))
    name = "".join(run.text for run in form.name)
    return faces(pieces, order, foot, _spot(order), name=name)


def _head(
    form: FormWords, words: SheetWords, order: Order, *, begins: bool = False, titled: bool = False
) -> Block:
    """The letter of the form; beside it the title, and below that what to fill in.

    Where a form `begins` it has a heading; the first one has that of the whole file too. On
    further pages the title stands at the foot only.
    """
    width = page_box(order).width
    reach = _LETTER + 5 * theme.MM if form.letter else 0.0
    line = headline(words.title, order.theme.heading - 2, width - reach)
    label = Tagged("H2" if begins else "P", _Letter(words.sheet, form.letter))
    above: Block = Tagged("H1" if titled else "P", line)
    if not form.letter:
        below: Block = passage(words.practice, order.theme.body.largest, width)
        name = passage(form.name, order.theme.heading - 2, width, theme.TIGHT)
        return _ruled(stack(above, Tagged("H2" if begins else "P", name), Gap(4), below), width)
    low = _filled(words, width - reach)
    if not begins:
        return _ruled(Beside(label, low, reach, max(_LETTER - low.height, 0) / 2), width)
    right = stack(above, Gap(max(_LETTER - line.height - low.height, 3)), low)
    # The title is read before the letter that stands left of it.
    return _ruled(_Swapped(label, right, reach), width)


def _ruled(block: Block, width: float) -> Stack:
    return stack(block, Gap(4), Rule(width, 4, theme.FRAME))


def _how(form: FormWords, words: SheetWords, width: float, setting: Setting) -> Block:
    """How to fill it in, with an example that shows it."""
    first, single, several = words.how
    told = (first, several if any(one.how for one in form.questions) else single)
    lead, rest = (passage(one, setting.size, width) for one in told)
    reach = lead.width + _NEAR
    example = Beside(lead, _Example(lead.lead), reach)
    reach += lead.lead + 2 * _NEAR
    if reach + rest.width > width:
        return stack(example, Gap(2), rest)
    return Beside(example, rest, reach)


def _filled(words: SheetWords, width: float) -> Block:
    """What to fill in, step by step; a step that is wider than the head goes on below."""
    when, before, after, seat, nameless = (
        passage(one, _ROW, width) for one in (words.when, *words.ticks, words.seat, words.nameless)
    )
    steps = (((when,), (BOX, before), (BOX, after)), ((seat, _SEAT), (nameless,)))
    return spaced(1.5, *(row for step in steps for row in rows(step, width)))


@dataclass(frozen=True, slots=True)
class _Letter:
    """`Sheet` and under it a large A, in a frame."""

    sheet: Runs
    letter: str

    @property
    def height(self) -> float:
        return _LETTER

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.box(x, top, _LETTER, _LETTER)
        name = passage(self.sheet, 12.0, _LETTER, 1.0)
        letter = passage((Run(self.letter, bold=True),), 36.0, _LETTER, 1.0)
        name.draw(pen, x + (_LETTER - name.width) / 2, top + 1 * theme.MM)
        letter.draw(pen, x + (_LETTER - letter.width) / 2, top + _LETTER - letter.height)


@dataclass(frozen=True, slots=True)
class _Swapped:
    """Two blocks side by side; the right one is read first."""

    left: Block
    right: Block
    reach: float

    @property
    def height(self) -> float:
        return max(self.left.height, self.right.height)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        self.right.draw(pen, x + self.reach, top)
        self.left.draw(pen, x, top)


@dataclass(frozen=True, slots=True)
class _Example:
    """A box with a tick in it."""

    height: float

    def draw(self, pen: Pen, x: float, top: float) -> None:
        pen.box(x, top, self.height, self.height)
        inset = self.height * 0.12
        pen.icon("tick", x + inset, top + inset, self.height - 2 * inset, stroke=3.4)
