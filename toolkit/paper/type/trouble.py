"""What keeps words off the paper, as a problem with a place in the trainer's file."""

from __future__ import annotations

from toolkit.content.place import Place, Problem
from toolkit.errors import WrongInput
from toolkit.language import Said


class Unprintable(WrongInput):
    """Words that do not fit or cannot be printed; `problem` is the same for `check`."""

    def __init__(self, place: Place, rule: str, what: Said, mend: Said) -> None:
        super().__init__(Said("{place}: {what}", {"place": place, "what": what}), mend)
        self.problem = Problem(place, rule, what, mend)
