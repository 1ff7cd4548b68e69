"""The answer key: for each question of the sheets what is right and why, and what to say to who erred.

For the facilitator alone; it says so on every page. Numbers and letters are those of the sheets.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.language import N_, Said
from toolkit.paper.pdf.document import Face
from toolkit.paper.products.answer_key_words import Belief, KeyWords, Right, Solved
from toolkit.paper.products.asked_blocks import Hung
from toolkit.paper.products.asked_pages import question_spot, small_print
from toolkit.paper.setting.blocks import (
    Beside,
    Block,
    Gap,
    Rule,
    Tagged,
    bold,
    headline,
    passage,
    spaced,
    stack,
)
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.paging import Piece, faces, page_box
from toolkit.paper.setting.sheet import Spot, guarded
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Run, words_in

_REACH = 9 * theme.MM
_PLAIN = 12.0
_STRONG = 14.0
_HEAVY = 2.0
"""The weight of the lines around what nobody may overlook."""


def lay_out(words: KeyWords, order: Order) -> tuple[Face, ...]:
    """The pages, as many as are needed. Raises Unprintable."""
    width = page_box(order).width
    spot = Spot(Said(N_("the answer key"), {}), order.lesson.at)
    pieces = guarded(spot, lambda: list(_pieces(words, width, order)))
    foot = (*words.private, Run(" "), *(run._replace(bold=False) for run in words.title))
    return guarded(spot, faces, pieces, order, foot, spot, name=words_in(words.title))


def _pieces(words: KeyWords, width: float, order: Order) -> Iterator[Piece]:
    heading = order.theme.heading
    yield Piece(
        stack(
            Tagged("H1", headline(words.title, heading + 2, width)),
            Gap(6),
            Rule(width, 4, _HEAVY),
            passage(words.private, _STRONG, width, theme.TIGHT),
            Gap(4),
            Rule(width, 0, _HEAVY),
        ),
        tied=True,
    )
    for form in words.forms:
        head = Tagged("H2", passage(form.name, heading, width, theme.TIGHT))
        letters = passage(form.letters, _STRONG, width)
        yield Piece(stack(head, Gap(2), letters), 9 * theme.MM, tied=True)
        for solved in form.questions:
            at = question_spot(solved.number, solved.id, order)
            yield from guarded(at, _question, solved, words, width, order)
    yield from small_print(words.small, width, order)


def _question(solved: Solved, words: KeyWords, width: float, order: Order) -> list[Piece]:
    """The question with its answer on one page; the mistakes may go on over the next."""
    size, room = order.theme.body.smallest, width - _REACH
    number = passage((Run(f"{solved.number}.", bold=True),), size + 1, _REACH)
    blocks: list[Block] = [Tagged("H3", Hung(number, passage(solved.ask, size, room)))]
    right = (_right(one, room, size) for one in solved.rights)
    blocks += [Gap(3), _in(spaced(2, *right))]
    if solved.counted:
        blocks += [Gap(2), _in(passage(solved.counted, size, room))]
    for head, why in solved.whys:
        blocks += [Gap(2), _in(passage((*head, Run(" "), *why), size, room))]
    pieces = [Piece(stack(*blocks), 6 * theme.MM, tied=bool(solved.beliefs))]
    for belief in solved.beliefs:
        last = belief is solved.beliefs[-1] and bool(solved.page)
        pieces.append(Piece(_in(_belief(belief, words.mistake, room, size)), 5, tied=last))
    if solved.page:
        pieces.append(Piece(_in(passage(solved.page, size, room)), 5))
    return pieces


def _right(right: Right, width: float, size: float) -> Block:
    """A letter as large as it is looked for, and its words; after them what is told of them."""
    letter = passage((Run(f"{right.label}.", bold=True),), _STRONG, width, theme.TIGHT)
    reach = max(letter.width, 4 * theme.MM) + 2.5 * theme.MM
    drop = (letter.lead - size * theme.LEADING) / 2
    told = (*bold(right.words), *((Run(" – "), *right.told) if right.told else ()))
    return Beside(letter, passage(told, size, width - reach), reach, drop)


def _belief(belief: Belief, mistake: str, width: float, size: float) -> Block:
    before, after = mistake.split("{belief}")
    said = (Run(before), *belief.belief, Run(after))
    if belief.label:
        said = (Run(f"{belief.label}. ", bold=True), *said)
    return stack(
        passage(said, size, width),
        Beside(Gap(0), passage(belief.reply, size, width - _REACH), _REACH),
    )


def _in(block: Block) -> Block:
    return Beside(Gap(0), block, _REACH)
