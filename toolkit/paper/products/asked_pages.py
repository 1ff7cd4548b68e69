"""What the pages of a session's sheets have in common: the small print, and what is told of a question."""

from __future__ import annotations

from toolkit.language import said
from toolkit.paper.setting.blocks import passage, spaced
from toolkit.paper.setting.job import Order
from toolkit.paper.setting.paging import Piece
from toolkit.paper.setting.sheet import Spot
from toolkit.paper.type import theme
from toolkit.paper.type.flow import Runs


def small_print(small: tuple[Runs, ...], width: float, order: Order) -> tuple[Piece, ...]:
    """What must be checked again, and what is not translated; nothing where there is nothing to say."""
    if not small:
        return ()
    lines = (passage(one, order.theme.body.smallest, width, theme.TIGHT) for one in small)
    return (Piece(spaced(2, *lines), 4 * theme.MM),)


def question_spot(number: int, id: str, order: Order) -> Spot:
    """A question as the person knows it who is to mend it."""
    name = said("question {n} ({id})", n=number, id=id)
    return Spot(name, order.library.questions[id].at)
