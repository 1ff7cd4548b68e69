"""An answer being put together: what a press on a choice does, for each kind of question.

Pure: no widget and no screen. What comes out is the tuple of ids that `session` judges.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from toolkit.content.quiz import Choice, Match, Order, Question, TrueFalse
from toolkit.session.answers import Answer


@dataclass(frozen=True, slots=True)
class Draft:
    """What has been picked so far, in the order of picking; `ids` are the choices as shown.

    In a `match`, `picked` has a place for each left side, "" where it is still empty.
    """

    question: Question
    ids: Answer
    picked: Answer = ()

    @property
    def at_once(self) -> bool:
        """Is one pick the whole answer?"""
        return isinstance(self.question, Choice | TrueFalse)

    @property
    def whole(self) -> bool:
        """Must everything be used before the answer is ready?"""
        return isinstance(self.question, Order | Match)

    @property
    def ready(self) -> bool:
        """Can it be given as an answer?"""
        return len(self.filled) == len(self.ids) if self.whole else bool(self.picked)

    @property
    def filled(self) -> Answer:
        """What is picked, without the empty places of a `match`."""
        return tuple(one for one in self.picked if one)

    @property
    def turn(self) -> int:
        """The place that the next pick fills, counted from 0."""
        return self.picked.index("") if "" in self.picked else len(self.picked)

    def pick(self, one: str) -> Draft:
        """Pick a choice, or take it back if it was picked."""
        if self.at_once:
            return replace(self, picked=(one,))
        if one in self.picked:
            return self._without(one)
        turn = self.turn
        return replace(self, picked=(*self.picked[:turn], one, *self.picked[turn + 1 :]))

    def undo(self) -> Draft:
        """Take the last pick back."""
        return self._without(self.filled[-1]) if self.filled else self

    def _without(self, one: str) -> Draft:
        if not isinstance(self.question, Match):
            return replace(self, picked=tuple(other for other in self.picked if other != one))
        # The other pairs stay joined; only this place becomes empty again.
        return replace(self, picked=tuple("" if other == one else other for other in self.picked))

    def answer(self) -> Answer:
        """The ids as they are judged: in the learner's order, or in the order shown."""
        if self.whole:
            return self.picked
        return tuple(one for one in self.ids if one in self.picked)
