"""What the questions for a meeting a month later must be: of this quiz, kept for it, and easy to count.

They are asked nowhere else, so none of them may stand in the test forms: who saw it there would
remember the answer, and not what the lesson said. And a plan for such a meeting needs lessons that
keep some.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from toolkit.content.checks.forms import named_in
from toolkit.content.checks.links import Sections
from toolkit.content.checks.proposals import meant
from toolkit.content.place import Problem, Severity, instead, place_of
from toolkit.content.quiz import Choice, Quiz, TrueFalse, Verdict
from toolkit.content.reading.desk import Desk
from toolkit.content.session_plan import SessionPlan
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
    free = _free(quiz)
    for one in quiz.refresher:
        question = by_id.get(one)
        if question is None:
            if one != told:
                _unknown(one, quiz, desk, free)
        elif one in seen:
            _note(one, quiz, desk, "refresher-twice", free)
        elif not isinstance(question, ASKED):
            _note(one, quiz, desk, "refresher-kind", free)
        elif one in tested:
            _note(one, quiz, desk, "refresher-tested", free)
        seen.add(one)


def empty_refreshers(sections: Sections, asked: Collection[str]) -> Iterator[Problem]:
    """A problem for each plan for a month later of which a lesson keeps no questions.

    It is told in the plan; where only the quiz is in the files that are `asked` about, there.
    """
    quizzes: dict[str, Quiz] = {quiz.lesson: quiz for quiz in sections["quizzes"].values()}
    keeping = {lesson for lesson, quiz in quizzes.items() if quiz.refresher}
    plans: Iterable[SessionPlan] = sections["plans"].values()
    for plan in (one for one in plans if one.refresher):
        idle = [one for one in plan.lessons if one in sections["lessons"] and one not in keeping]
        if plan.at.file not in asked:
            mine = [quizzes[one] for one in idle if one in quizzes]
            yield from (_keeps_nothing(one, plan) for one in mine if one.at.file in asked)
        elif idle:
            yield Problem(
                plan.at.of("refresher"),
                "refresher-empty",
                said(
                    "Of these lessons no question is kept for a month later: {lessons}.",
                    lessons=", ".join(idle),
                ),
                said(
                    "Name questions in their quizzes after  refresher:  - or leave them out here."
                ),
                Severity.WARNING,
            )


def _keeps_nothing(quiz: Quiz, plan: SessionPlan) -> Problem:
    return Problem(
        place_of(quiz.id, quiz.at),
        "refresher-empty",
        said('The session plan "{plan}" asks what this quiz keeps: nothing.', plan=plan.id),
        said("Name the questions for a month later at its end, after  refresher:"),
        Severity.WARNING,
    )


_SAID = {
    "refresher-twice": said("It stands in the refresher twice."),
    "refresher-kind": said("A room cannot vote on a question of this kind."),
    "refresher-tested": said("It stands in a test form too, so people know it already."),
}


def _free(quiz: Quiz) -> list[str]:
    """The questions that could still be named."""
    taken = {*named_in(quiz.forms), *quiz.refresher}
    return [one.id for one in quiz.questions if isinstance(one, ASKED) and one.id not in taken]


def _unknown(one: str, quiz: Quiz, desk: Desk, free: list[str]) -> None:
    at = place_of(one, quiz.at)
    mend, edit = meant(one, free, at)
    if edit is not None:
        # Each is proposed once: who takes all mendings must not name one twice.
        free.remove(edit.text)
    what = said('This quiz has no question "{id}".', id=one)
    desk.error(at, "unknown-reference", what, mend, edit=edit)


def _note(one: str, quiz: Quiz, desk: Desk, rule: str, free: list[str]) -> None:
    at = place_of(one, quiz.at)
    mend = said("Take it out, or write a question of its own for the refresher.")
    edit = None
    if free:
        other = free.pop()
        mend, edit = said("Write:  {id}", id=other), instead(at, one, other)
    desk.error(at, rule, _SAID[rule], mend, edit=edit)
