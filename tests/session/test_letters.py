"""Letters of options: the same for all, evenly dealt, and moved by nothing that comes later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from toolkit.content.library import Library
from toolkit.content.quiz import Choice, Forms, Multiple, Option, Question, Quiz, TrueFalse
from toolkit.content.text import Text
from toolkit.session.agenda import Measure, Setup
from toolkit.session.answers import choices
from toolkit.session.drawing import drawn
from toolkit.session.letters import places, shown

EMPTY = Text({})


def choice(number: int, options: int) -> Choice:
    """A question whose first option is right."""
    ids = [f"o{at}" for at in range(options)]
    return Choice(
        f"q-{number:02}", "o", EMPTY, tuple(Option(one, EMPTY, EMPTY, one == "o0") for one in ids)
    )


@st.composite
def quizzes(draw: st.DrawFn) -> Quiz:
    """Choice questions of one size, some of them in two forms and in a refresher."""
    options = draw(st.integers(2, 5))
    questions = tuple(choice(number, options) for number in range(draw(st.integers(3, 24))))
    ids = draw(st.permutations([one.id for one in questions]))
    forms = draw(st.integers(0, len(ids) // 3))
    a, b, later = ids[:forms], ids[forms : 2 * forms], ids[2 * forms : 3 * forms]
    return Quiz("quiz", "lesson", questions, Forms(tuple(a), tuple(b)), tuple(later))


def even(quiz: Quiz, ids: Iterable[str]) -> bool:
    """Does every place come as often as any other, give or take one?"""
    dealt = places(quiz)
    options = len(next(one for one in quiz.questions if isinstance(one, Choice)).options)
    counted = Counter(dict.fromkeys(range(options), 0))
    counted.update(dealt[one] for one in ids)
    return max(counted.values()) - min(counted.values()) <= 1


@given(quizzes())
def test_right_answers_are_dealt_out_evenly(quiz: Quiz) -> None:
    """In the quiz as a whole, in each form, and in the refresher."""
    assert quiz.forms is not None
    for ids in ([one.id for one in quiz.questions], quiz.forms.a, quiz.forms.b, quiz.refresher):
        assert even(quiz, ids)


@given(quizzes(), st.integers(2, 5))
def test_a_question_at_the_end_moves_no_other(quiz: Quiz, options: int) -> None:
    """What was printed before stays right."""
    more = (*quiz.questions, choice(99, options))
    longer = Quiz(quiz.id, quiz.lesson, more, quiz.forms, quiz.refresher)
    assert places(quiz).items() <= places(longer).items()


def test_places_do_not_run_through_the_alphabet() -> None:
    """Nobody can count on A, B, C, A, B, C."""
    quiz = Quiz("quiz", "lesson", tuple(choice(number, 3) for number in range(12)))
    rounds = [tuple(list(places(quiz).values())[at : at + 3]) for at in range(0, 12, 3)]
    assert len(set(rounds)) > 1


def test_a_further_option_is_not_right_whenever_there_is_one() -> None:
    """Among questions with three options, those with four are right under D no more than their share."""
    questions = tuple(choice(number, 4 if number % 3 == 0 else 3) for number in range(24))
    dealt = places(Quiz("quiz", "lesson", questions))
    counted = Counter(dealt.values())
    assert counted[3] == 2
    assert max(counted[at] for at in range(3)) - min(counted[at] for at in range(3)) <= 1


def test_only_the_right_option_has_a_place_of_its_own(library: Library) -> None:
    """The wrong ones stay mixed, and nothing is lost; what is no choice is shown as ever."""
    for question in library.questions.values():
        match question:
            case Choice(options=options):
                order = shown(question, library)
                right = next(one.id for one in options if one.right)
                mixed = choices(question, question.id)
                wrong = [one for one in mixed if one != right]
                assert [one for one in order if one != right] == wrong
            case Multiple() | TrueFalse():
                assert shown(question, library) == choices(question, question.id)


def test_the_hall_counts_in_the_order_of_the_letters(library: Library) -> None:
    """Slips, hands and sheets name the same option by the same letter."""
    for lesson in library.lessons:
        agenda = drawn(Setup("", 30, 60, (lesson,), Measure.HANDS), library)
        for item in agenda.items:
            question: Question = library.questions[item.question]
            if isinstance(question, Choice):
                assert item.options == shown(question, library)


def test_no_letter_is_right_more_often_than_its_share(library: Library) -> None:
    """In none of our quizzes does it pay to know that it is usually A."""
    for quiz in library.quizzes.values():
        asked = [one for one in quiz.questions if isinstance(one, Choice)]
        if len({len(one.options) for one in asked}) == 1:
            assert even(quiz, [one.id for one in asked])
