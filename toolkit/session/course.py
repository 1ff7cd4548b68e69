"""What a hall session is about: the lessons that were chosen, and the questions that test them.

Knows content; nothing of steps and times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from toolkit.content.lesson import Lesson, Objective, Priority
from toolkit.content.library import Library
from toolkit.content.quiz import Choice, Question, Quiz, Spot, TrueFalse, Verdict
from toolkit.errors import WrongInput
from toolkit.language import said
from toolkit.session.agenda import Setup


@dataclass(frozen=True, slots=True)
class Course:
    """The chosen lessons with their quizzes, and the questions that test them by hands.

    `objectives` are all of the library by id; `lesson_of` has the lesson of each question.
    """

    library: Library
    lessons: tuple[Lesson, ...]
    quizzes: tuple[Quiz, ...]
    objectives: dict[str, Objective]
    lesson_of: dict[str, str]
    tested: tuple[Question, ...]

    @property
    def reserved(self) -> set[str]:
        """The ids of all questions that test, or are kept for a month later: none is practised."""
        forms = (quiz.forms for quiz in self.library.quizzes.values())
        on_paper = {one for form in forms if form for one in (*form.a, *form.b)}
        later = {one for quiz in self.library.quizzes.values() for one in quiz.refresher}
        return on_paper | later | {question.id for question in self.tested}

    @property
    def remembered(self) -> tuple[Question, ...]:
        """What is asked a month later about the chosen lessons."""
        ids = (one for quiz in self.quizzes for one in quiz.refresher)
        return tuple(self.library.questions[one] for one in ids)


def course_of(setup: Setup, library: Library) -> Course:
    """What a session with this set-up is about.

    Raises WrongInput where a lesson is not in the library, or none is chosen.
    """
    for one in setup.lessons:
        if one not in library.lessons:
            raise WrongInput(
                said('The lesson "{id}" is not in this library any more.', id=one),
                said("Choose the lessons of this session again."),
            )
    if not setup.lessons:
        raise WrongInput(
            said("No lesson is chosen for this session."), said("Choose at least one lesson.")
        )
    lessons = tuple(library.lessons[one] for one in dict.fromkeys(setup.lessons))
    found = (library.quiz_of(lesson.id) for lesson in lessons)
    quizzes = tuple(quiz for quiz in found if quiz is not None)
    objectives = {one.id: one for each in library.lessons.values() for one in each.objectives}
    lesson_of = {one.id: quiz.lesson for quiz in library.quizzes.values() for one in quiz.questions}
    tested = tuple(dict.fromkeys(_tested_by_hands(lessons, quizzes, library)))
    return Course(library, lessons, quizzes, objectives, lesson_of, tested)


def _tested_by_hands(
    lessons: tuple[Lesson, ...], quizzes: tuple[Quiz, ...], library: Library
) -> Iterator[Question]:
    """The questions of form A that hands can answer; offers to judge are always among them."""
    musts = [o.id for lesson in lessons for o in lesson.objectives if o.priority is Priority.MUST]
    judged = False
    for quiz in quizzes:
        if quiz.forms is None:
            kept = quiz.refresher
            plain = [
                q for q in quiz.questions if isinstance(q, Choice | TrueFalse) and q.id not in kept
            ]
            firsts = {q.objective: q for q in reversed(plain)}
            yield from (firsts[one] for one in musts if one in firsts)
            continue
        for question in on_form(quiz, "a", library):
            judged = judged or isinstance(question, Verdict)
            if not isinstance(question, Spot):
                yield question
    if not judged:
        yield from _verdicts_to_borrow(library)


def _verdicts_to_borrow(library: Library) -> Iterable[Question]:
    """Offers are judged before and after whatever the lessons: the verdicts of the first form A."""
    for quiz in library.quizzes.values():
        verdicts = [q for q in on_form(quiz, "a", library) if isinstance(q, Verdict)]
        if verdicts:
            return verdicts
    return ()


def on_form(quiz: Quiz, form: str, library: Library) -> tuple[Question, ...]:
    """The questions of one form of a quiz, `a` or `b`; none where it has no forms."""
    if quiz.forms is None:
        return ()
    ids = quiz.forms.a if form == "a" else quiz.forms.b
    return tuple(library.questions[one] for one in ids)
