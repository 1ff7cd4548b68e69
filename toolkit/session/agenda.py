"""What a hall session is made of: its set-up, its steps in order, the items that are counted.

Plain records, shared by the plan that draws them up, the session that goes through them,
the journal that keeps them and the screens that show them. Knows content's priorities only.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from toolkit.content.lesson import Priority


class Measure(StrEnum):
    """How the room is asked before and after: by show of hands, or on paper slips."""

    HANDS = "hands"
    SLIPS = "slips"


class When(StrEnum):
    """Which of the two tests a count belongs to."""

    BEFORE = "before"
    AFTER = "after"


class Part(StrEnum):
    """The parts of a session, in their order."""

    OPENING = "opening"
    OPINION = "opinion"
    BEFORE = "before"
    LESSON = "lesson"
    QUIZ = "quiz"
    OFFERS = "offers"
    AFTER = "after"
    ANSWERS = "answers"
    CLOSING = "closing"
    SLIPS = "slips"
    SUMMARY = "summary"


TAUGHT = (Part.QUIZ, Part.OFFERS)
"""Parts in which the room votes, discusses, votes again, and then sees the answer."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What the facilitator says before a session begins.

    `women`, `men` and `youth` are optional bands of the head count; youth are counted
    among the women and men. `minutes` is the time there is, from opening to closing.
    A `refresher` is a short meeting about a month after these lessons: it has no tests, so
    `measure` means nothing in it.
    """

    village: str
    heads: int
    minutes: int
    lessons: tuple[str, ...]
    measure: Measure = Measure.HANDS
    women: int | None = None
    men: int | None = None
    youth: int | None = None
    refresher: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a session.

    `id` is unique in it. `subject` is the question or page that it shows, "" for the
    opening, the closing, the handing out of slips and the summary; `lesson` and
    `objective` are what it belongs to, if anything. A step of the part ANSWERS tells what
    is to be thought of one offer of the tests. A step of the part SLIPS counts the slips of
    one `form` (`a` or `b`) of one test (`when`). `seconds` is its planned time.
    """

    id: str
    part: Part
    subject: str = ""
    lesson: str = ""
    objective: str = ""
    seconds: int = 0
    priority: Priority = Priority.MUST
    when: When | None = None
    form: str = ""


def votes(step: Step) -> bool:
    """Does the room vote in this step, or are its slips counted?"""
    return bool(step.subject) and step.part not in (Part.LESSON, Part.ANSWERS)


def pointless(step: Step, steps: Collection[Step], skipped: Collection[str]) -> bool:
    """Is it left with nothing to count or to tell, as no test that it hangs on is among `steps`?

    Slips hang on the handing out of theirs; the answer to an offer on any test that shows
    it. A test with its id in `skipped` is none.
    """
    match step.part:
        case Part.SLIPS:
            tests = [one for one in steps if _handed_out(one) and one.when is step.when]
        case Part.ANSWERS:
            shown = [one for one in steps if one.part in (Part.BEFORE, Part.AFTER)]
            tests = [one for one in shown if _handed_out(one) or one.subject == step.subject]
        case _:
            return False
    return all(one.id in skipped for one in tests)


def _handed_out(step: Step) -> bool:
    """Is it the handing out of the slips of a test?"""
    return step.part in (Part.BEFORE, Part.AFTER) and not step.subject


@dataclass(frozen=True, slots=True)
class Item:
    """What must be known of a question to count and score it, whatever its words become.

    `options` are the ids in the order in which hands are counted, A first; `right` those
    that are right. A `verdict` has the options `worth_checking` and `trap`; a `spot` on
    slips is counted by how many of its signs were marked: "0", "1", … ; an `opinion` has
    nothing right.
    """

    question: str
    kind: str
    objective: str
    options: tuple[str, ...]
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """A session that has been drawn up: its steps, and the items that they ask.

    `whole` are the steps as they would be without any hurry; those that did not fit the
    minutes come back from there when there is time again. `items` are those of the whole.
    `words` keeps, by language, what reports must still be able to say when a lesson has
    changed or is not there: objectives by their id, questions by theirs, and the belief
    behind a wrong option by `question.option`.
    """

    steps: tuple[Step, ...]
    items: tuple[Item, ...]
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    whole: tuple[Step, ...] = ()

    @property
    def seconds(self) -> int:
        """The planned time of all steps."""
        return sum(step.seconds for step in self.steps)
