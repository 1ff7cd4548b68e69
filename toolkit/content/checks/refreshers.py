"""What the questions for a meeting a month later must be: of this quiz, kept for it, and easy to count.

They are asked nowhere else, so none of them may stand in the test forms: who saw it there would
remember the answer, and not what the lesson said.
"""

from __future__ import annotations

from toolkit.content.checks.forms import named_in
from toolkit.content.checks.proposals import meant
from toolkit.content.place import instead, place_of
from toolkit.content.quiz import Choice, Quiz, TrueFalse, Verdict
from toolkit.content.reading.desk import Desk
from toolkit.content.shaping.shapes import Partial
from toolkit.language import said

ASKED = (Choice, TrueFalse, Verdict)
"""The kinds that a room votes on twice, and talks about in between."""


def check_refresher(quiz: Quiz, told: str | None, desk: Desk) -> None:
    """Note what of a quiz's refresher cannot be asked. `told` is an id that is known to be missing."""
    if not quiz.refresher or isinstance(quiz.questions, Partial):
        return
    by_id = {question.id: question for question in quiz.questions}
    tested = set(named_in(quiz.forms))
    seen: set[str] = set()
    for one in quiz.refresher:
        question = by_id.get(one)
        if question is None:
            if one != told:
                _unknown(one, quiz, desk)
        elif one in seen:
            _note(one, quiz, desk, "refresher-twice")
        elif not isinstance(question, ASKED):
            _note(one, quiz, desk, "refresher-kind")
        elif one in tested:
            _note(one, quiz, desk, "refresher-tested")
        seen.add(one)


_SAID = {
    "refresher-twice": said("It stands in the refresher twice."),
    "refresher-kind": said("A room cannot vote on a question of this kind."),
    "refresher-tested": said("It stands in a test form too, so people know it already."),
}


def _free(quiz: Quiz) -> list[str]:
    """The questions that could still be named."""
    taken = {*named_in(quiz.forms), *quiz.refresher}
    return [one.id for one in quiz.questions if isinstance(one, ASKED) and one.id not in taken]


def _unknown(one: str, quiz: Quiz, desk: Desk) -> None:
    at = place_of(one, quiz.at)
    mend, edit = meant(one, _free(quiz), at)
    what = said('This quiz has no question "{id}".', id=one)
    desk.error(at, "unknown-reference", what, mend, edit=edit)


def _note(one: str, quiz: Quiz, desk: Desk, rule: str) -> None:
    at, free = place_of(one, quiz.at), _free(quiz)
    mend = said("Take it out, or write a question of its own for the refresher.")
    edit = None
    if free:
        mend, edit = said("Write:  {id}", id=free[-1]), instead(at, one, free[-1])
    desk.error(at, rule, _SAID[rule], mend, edit=edit)
