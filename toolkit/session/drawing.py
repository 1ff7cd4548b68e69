"""A whole agenda from the lessons that were chosen, before any of it is dropped for time.

    opening - opinion - test before - pages - group quiz - offers - test after - answers to
    the offers of the tests - help lines - counting of slips - summary

About a month later, in a refresher, there are no pages and no tests:

    opening - the questions kept for it - one pair of offers - help lines - summary

The times are those of the village hall: a count takes 45 seconds, a question that is
discussed two minutes; pages share the minutes of their objectives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from toolkit.content.lesson import Lesson, Objective, Page, Priority
from toolkit.content.library import Library
from toolkit.content.quiz import Choice, Opinion, Question, Quiz, Spot, TrueFalse, Verdict
from toolkit.errors import WrongInput
from toolkit.language import said
from toolkit.session.agenda import Agenda, Item, Measure, Part, Setup, Step, When, votes
from toolkit.session.answers import choices, solution
from toolkit.session.course import Course, course_of, on_form
from toolkit.session.letters import shown

SECONDS = {
    Part.OPENING: 120,
    Part.OPINION: 180,
    Part.BEFORE: 45,
    Part.QUIZ: 120,
    Part.OFFERS: 120,
    Part.AFTER: 45,
    Part.ANSWERS: 30,
    Part.CLOSING: 180,
    Part.SLIPS: 0,
    Part.SUMMARY: 0,
}
"""The time of one step of each part but the lessons; slips are counted when people have gone."""

HANDING_OUT = 300
"""The seconds that a room needs to get its slips, fill them in, and give them back."""

EACH = 2
"""How many questions on each objective the group quiz has at most."""

WORTH_CHECKING, TRAP = "worth_checking", "trap"
"""The two options of a verdict, in the order in which hands are counted."""

_RANK = {Priority.MUST: 0, Priority.SHOULD: 1, Priority.COULD: 2}


def drawn(setup: Setup, library: Library) -> Agenda:
    """All steps and items that the chosen lessons give, without words.

    Raises WrongInput where a lesson is not in the library, none is chosen, slips are
    wanted and none of the lessons has two forms of a test, or a refresher is wanted and none
    of them keeps questions for it.
    """
    course = course_of(setup, library)
    steps = _refresher(course) if setup.refresher else _session(setup, course)
    asked = dict.fromkeys(step.subject for step in steps if votes(step))
    return Agenda(steps, tuple(item(library.questions[one], library) for one in asked))


def _session(setup: Setup, course: Course) -> tuple[Step, ...]:
    """The steps of a lesson, or of several."""
    slips = tuple(_slips(course)) if setup.measure is Measure.SLIPS else ()
    return (
        _told(Part.OPENING),
        *_opinion(course),
        *_test(When.BEFORE, setup.measure, course),
        *_pages(course),
        *(_asked(Part.QUIZ, question, course) for question in _group_quiz(course)),
        *_offers(course),
        *_test(When.AFTER, setup.measure, course),
        *_answers(setup.measure, course),
        _told(Part.CLOSING),
        *slips,
        _told(Part.SUMMARY),
    )


def _refresher(course: Course) -> tuple[Step, ...]:
    """The steps of a meeting a month later; its offers are those that are dropped first before."""
    if not course.remembered:
        raise WrongInput(
            said("These lessons keep no questions for a month later."),
            said("Choose a lesson that has some, or a session with the whole lesson."),
        )
    offers = [one for one in course.remembered if isinstance(one, Verdict)]
    asked = [one for one in course.remembered if one not in offers]
    return (
        _told(Part.OPENING),
        *(_asked(Part.QUIZ, question, course) for question in asked),
        *(_asked(Part.OFFERS, question, course) for question in offers),
        *_last_pair(course),
        _told(Part.CLOSING),
        _told(Part.SUMMARY),
    )


def _told(part: Part) -> Step:
    """A step in which nobody is asked anything."""
    return Step(part.value, part, seconds=SECONDS[part])


def item(question: Question, library: Library) -> Item:
    """What must be known of a question to count and score it."""
    kind, options, right = _kind(question, library)
    return Item(question.id, kind, question.objective, options, right)


def _kind(question: Question, library: Library) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    match question:
        case Choice():
            # Sheets are printed with the same letters, whoever prints them.
            return "choice", shown(question, library), solution(question)
        case TrueFalse():
            return "true_false", choices(question, question.id), solution(question)
        case Verdict(offer=offer):
            honest = library.offers[offer].honest
            return "verdict", (WORTH_CHECKING, TRAP), (WORTH_CHECKING if honest else TRAP,)
        case Opinion(stances=stances):
            return "opinion", tuple(stance.id for stance in stances), ()
        case Spot(message=message):
            signs = sum(part.sign is not None for part in message)
            return "spot", tuple(str(marked) for marked in range(signs + 1)), ()
    raise TypeError(f"{type(question).__name__} is not counted in a hall")


def _asked(
    part: Part, question: Question, course: Course, when: When | None = None, form: str = ""
) -> Step:
    """The step that asks a question."""
    names = [part.value, when if part is Part.SLIPS else "", form, question.id]
    if part is Part.OFFERS and isinstance(question, Verdict):
        names.insert(1, course.library.offers[question.offer].pair)
    return Step(
        ":".join(filter(None, names)),
        part,
        question.id,
        course.lesson_of[question.id],
        question.objective,
        SECONDS[part],
        course.objectives[question.objective].priority,
        when,
        form,
    )


def _opinion(course: Course) -> Iterator[Step]:
    for quiz in course.quizzes:
        for question in quiz.questions:
            if isinstance(question, Opinion):
                yield _asked(Part.OPINION, question, course)
                return


def _test(when: When, measure: Measure, course: Course) -> Iterator[Step]:
    """One step for each item by hands; one for all slips, which are counted after the session."""
    part = Part.BEFORE if when is When.BEFORE else Part.AFTER
    if measure is Measure.SLIPS:
        yield Step(part.value, part, seconds=HANDING_OUT, when=when)
        return
    for question in course.tested:
        yield _asked(part, question, course, when)


def _slips(course: Course) -> Iterator[Step]:
    if not any(quiz.forms for quiz in course.quizzes):
        raise WrongInput(
            said("These lessons have no test sheets, so there is nothing to hand out."),
            said("Choose to count by show of hands."),
        )
    for when in When:
        for form in ("a", "b"):
            for question in _on_sheets(form, course):
                yield _asked(Part.SLIPS, question, course, when, form)


def _on_sheets(form: str, course: Course) -> Iterator[Question]:
    for quiz in course.quizzes:
        yield from on_form(quiz, form, course.library)


def _answers(measure: Measure, course: Course) -> Iterator[Step]:
    """What is to be thought of each offer of the tests, told once nobody is asked any more."""
    by_hands = measure is Measure.HANDS
    tested = course.tested if by_hands else (*_on_sheets("a", course), *_on_sheets("b", course))
    for question in dict.fromkeys(tested):
        if isinstance(question, Verdict):
            yield _asked(Part.ANSWERS, question, course)


def _pages(course: Course) -> Iterator[Step]:
    for lesson in course.lessons:
        seconds = page_seconds(lesson)
        for page in lesson.pages:
            main = _main_objective(page, lesson)
            yield Step(
                f"{Part.LESSON}:{lesson.id}:{page.id}",
                Part.LESSON,
                page.id,
                lesson.id,
                main.id,
                seconds[page.id],
                main.priority,
            )


def page_seconds(lesson: Lesson) -> dict[str, int]:
    """The time of each page: its share of the minutes of every objective that it teaches.

    Shares are whole minutes, so that a page is as long in every timetable; where there are fewer
    minutes than pages, whole seconds. What does not divide goes first to pages with a note, which
    need a moment before they begin, then to the first pages, so that the sum is exact.
    """
    seconds = {page.id: 0 for page in lesson.pages}
    for objective in lesson.objectives:
        pages = sorted(lesson.pages_for(objective.id), key=lambda page: page.note is None)
        unit = 60 if objective.minutes >= len(pages) else 1
        for number, page in enumerate(pages):
            share, rest = divmod(objective.minutes * 60 // unit, len(pages))
            seconds[page.id] += unit * (share + (number < rest))
    return seconds


def _main_objective(page: Page, lesson: Lesson) -> Objective:
    """The first of the highest priority among the objectives that a page teaches."""
    taught = [one for one in lesson.objectives if one.id in page.objectives]
    return min(taught, key=lambda one: _RANK[one.priority])


def _group_quiz(course: Course) -> Iterator[Question]:
    """Questions outside the tests, a few on each objective, those on musts first."""
    tested = course.reserved
    by_objective: dict[str, list[Question]] = {}
    for quiz in course.quizzes:
        for question in quiz.questions:
            if isinstance(question, Choice | TrueFalse) and question.id not in tested:
                by_objective.setdefault(question.objective, []).append(question)
    order = [one for lesson in course.lessons for one in lesson.objectives]
    for objective in sorted(order, key=lambda one: _RANK[one.priority]):
        yield from by_objective.get(objective.id, ())[:EACH]


def _offers(course: Course) -> Iterator[Step]:
    """The offers to practise on, in whole pairs: one offer of each pair, then their twins.

    So twins are far apart, and any pair can be dropped without bringing others together.
    Which of a pair comes first changes in a way that nobody can clap along with.
    """
    pairs = _to_practise(course)
    first = [twins[::-1] if number % 4 in (1, 2) else twins for number, twins in enumerate(pairs)]
    for nth in (0, 1):
        for twins in first:
            yield _asked(Part.OFFERS, twins[nth], course)


def _last_pair(course: Course) -> Iterator[Step]:
    """The pair that a room is least likely to know already."""
    pairs = _to_practise(course)
    for twins in pairs[-1:]:
        for question in twins if len(pairs) % 2 else twins[::-1]:
            yield _asked(Part.OFFERS, question, course)


def _to_practise(course: Course) -> list[tuple[Question, Question]]:
    """The pairs of the chosen lessons; where these have none, of the first lesson that has any."""
    library = course.library
    others = (library.quiz_of(lesson) for lesson in library.lessons)
    for quizzes in (course.quizzes, *((quiz,) for quiz in others if quiz is not None)):
        if pairs := _pairs(quizzes, course):
            return pairs
    return []


def _pairs(quizzes: Iterable[Quiz], course: Course) -> list[tuple[Question, Question]]:
    """Pairs of a trap and its honest twin, in the order of the quizzes; none from the tests."""
    tested = course.reserved
    by_pair: dict[str, dict[bool, Question]] = {}
    for quiz in quizzes:
        for question in quiz.questions:
            if isinstance(question, Verdict) and question.id not in tested:
                offer = course.library.offers[question.offer]
                by_pair.setdefault(offer.pair, {}).setdefault(offer.honest, question)
    return [(twins[False], twins[True]) for twins in by_pair.values() if len(twins) > 1]
