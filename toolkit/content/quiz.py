"""Questions, in all nine kinds. Every wrong answer names the belief behind it.

Ids are permanent and independent of the wording, so that mending a typo never
loses what was learned about a question.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from toolkit.content.place import NOWHERE, Place
from toolkit.content.text import Text


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose. A wrong one has the `belief` behind it; each has a `reply`."""

    id: str
    text: Text
    reply: Text
    right: bool = False
    belief: Text | None = None
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A usual mistake, the belief behind it and a kind, useful reply.

    `about` names what it is about, by the ids of the question's own parts: nothing
    for true_false and verdict; for order, two steps put the wrong way round; for
    match, a left and a right that were joined; for spot, the part that was missed
    or marked without cause.
    """

    belief: Text
    reply: Text
    about: tuple[str, ...] = ()
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Question:
    """What all kinds share: a permanent id, an objective, and what is asked.

    `page` is the id of the lesson's page that is read again after a wrong answer; "" for
    the first page that teaches the objective.
    """

    id: str
    objective: str
    ask: Text
    page: str = field(default="", kw_only=True)
    at: Place = field(default=NOWHERE, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Choice(Question):
    """One right option among several."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Multiple(Question):
    """Several right options; all of them and no other make the answer right."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class TrueFalse(Question):
    """A statement that holds or does not."""

    answer: bool
    reply: Text
    mistake: Mistake


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an `order` question."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Order(Question):
    """Steps to put into order; they are written in the right one."""

    steps: tuple[Step, ...]
    reply: Text
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A left side and the right side that belongs to it."""

    id: str
    left: Text
    right: Text


@dataclass(frozen=True, slots=True)
class Match(Question):
    """Left sides to join with their right sides."""

    pairs: tuple[Pair, ...]
    reply: Text
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a message; `sign` says which warning it is, if it is one."""

    id: str
    text: Text
    sign: Text | None = None


@dataclass(frozen=True, slots=True)
class Spot(Question):
    """A made-up, weakened message in which the warning signs are to be marked."""

    message: tuple[Part, ...]
    reply: Text
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class Verdict(Question):
    """Is this offer worth checking, or a trap? The offer knows the answer."""

    offer: str
    mistake: Mistake


@dataclass(frozen=True, slots=True)
class Chat(Question):
    """A branching chat with a recruiter (kind `scenario`)."""

    scenario: str


@dataclass(frozen=True, slots=True)
class Stance:
    """One view in an `opinion` question; none is right or wrong."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Opinion(Question):
    """A vote without a right answer; `after` is said when the hands are down."""

    stances: tuple[Stance, ...]
    after: Text


@dataclass(frozen=True, slots=True)
class Forms:
    """Two parallel forms of one test, as ids of the quiz's questions, pair by pair.

    The n-th of `a` and the n-th of `b` test the same objective in the same kind, so that
    whoever answers one form before a lesson can answer the other after it.
    """

    a: tuple[str, ...]
    b: tuple[str, ...]
    at: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Quiz:
    """The questions of a lesson; `forms` are those with which a hall is tested before and after.

    `refresher` are the ids of those that are asked again about a month later, in that order:
    what was once retrieved from memory is kept longer.
    """

    id: str
    lesson: str
    questions: tuple[Question, ...]
    forms: Forms | None = None
    refresher: tuple[str, ...] = ()
    at: Place = field(default=NOWHERE, compare=False, repr=False)
