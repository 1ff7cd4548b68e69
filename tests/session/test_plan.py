"""Drawing up a session: its parts in order, its items, its time, and what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from samples import LESSON, QUIZ

from toolkit import RELEASED
from toolkit.content.lesson import Priority
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.quiz import Choice, TrueFalse, Verdict
from toolkit.errors import WrongInput
from toolkit.session.agenda import Agenda, Measure, Part, Setup, Step, When
from toolkit.session.drawing import page_seconds
from toolkit.session.hall import Opened, after, votes
from toolkit.session.plan import draw_up, floor

LONG = 600
"""Minutes in which everything fits."""


def drawn(
    library: Library,
    *lessons: str,
    minutes: int = LONG,
    measure: Measure = Measure.HANDS,
) -> Agenda:
    """The agenda of a session of thirty people."""
    return draw_up(Setup("Desa Contoh", 30, minutes, lessons, measure), library)


def of(agenda: Agenda, part: Part) -> list[Step]:
    """The steps of a part."""
    return [step for step in agenda.steps if step.part is part]


def without_forms(library: Library, *quizzes: str) -> Library:
    """The library with these quizzes as if nobody had written forms for them."""
    changed = {
        name: replace(quiz, forms=None) if name in quizzes else quiz
        for name, quiz in library.quizzes.items()
    }
    return replace(library, quizzes=changed)


def test_the_parts_come_in_their_order(library: Library) -> None:
    """From the opening to the summary, each part once, with one opinion."""
    for measure in Measure:
        agenda = drawn(library, *library.lessons, measure=measure)
        parts = list(dict.fromkeys(step.part for step in agenda.steps))
        wanted = [p for p in Part if measure is Measure.SLIPS or p is not Part.SLIPS]
        assert parts == wanted
        order = [wanted.index(step.part) for step in agenda.steps]
        assert order == sorted(order)
        assert len(of(agenda, Part.OPINION)) == 1


def test_a_hall_can_be_opened_with_it(library: Library) -> None:
    """Every step has an id of its own, and every vote its item, and no item is idle."""
    for measure in Measure:
        agenda = drawn(library, *library.lessons, minutes=60, measure=measure)
        after(None, Opened(Setup("D", 30, 60, ()), "2026-11-22", agenda), 0)
        assert len({step.id for step in agenda.steps}) == len(agenda.steps)
        asked = {step.subject for step in agenda.whole if votes(step)}
        assert asked == {item.question for item in agenda.items}


def test_pages_take_the_minutes_of_their_objectives(library: Library) -> None:
    """The pages of a lesson take exactly its minutes, and a must makes a page a must."""
    for lesson in library.lessons.values():
        pages = of(drawn(library, lesson.id), Part.LESSON)
        assert [page.subject for page in pages] == [page.id for page in lesson.pages]
        assert sum(page.seconds for page in pages) == lesson.minutes * 60
        musts = {one.id for one in lesson.objectives if one.priority is Priority.MUST}
        for step, page in zip(pages, lesson.pages, strict=True):
            assert (step.priority is Priority.MUST) == bool(musts & set(page.objectives))


def test_a_page_is_as_important_as_the_most_important_that_it_teaches(library: Library) -> None:
    """A page on something that could wait and something that must not is a must."""
    lesson = library.lessons["warning-signs"]
    could, must = (
        replace(one, priority=priority)
        for one, priority in zip(
            lesson.objectives[:2], (Priority.COULD, Priority.MUST), strict=True
        )
    )
    page = replace(lesson.pages[0], objectives=(could.id, must.id))
    lessons = {lesson.id: replace(lesson, objectives=(could, must), pages=(page,))}
    changed = replace(library, lessons=lessons, quizzes={}, questions={})
    (step,) = of(drawn(changed, lesson.id), Part.LESSON)
    assert (step.objective, step.priority) == (must.id, Priority.MUST)
    assert step.seconds == 60 * (could.minutes + must.minutes)


def test_pages_take_whole_minutes_those_with_a_note_the_odd_ones(library: Library) -> None:
    """Ten minutes on seven pages: two for the page with a note and the first two; objectives add up."""
    lesson = library.lessons["warning-signs"]
    note = next(page.note for page in lesson.pages if page.note)
    first, second = (
        replace(one, minutes=minutes)
        for one, minutes in zip(lesson.objectives[:2], (10, 1), strict=True)
    )
    pages = tuple(
        replace(
            page,
            id=f"p{number}",
            objectives=(first.id, second.id)[: 1 + (number == 6)],
            note=note if number == 5 else None,
        )
        for number, page in enumerate(lesson.pages[:7])
    )
    seven = replace(lesson, objectives=(first, second), pages=pages)
    assert list(page_seconds(seven).values()) == [120, 120, 60, 60, 60, 120, 60 + 60]
    short = replace(seven, objectives=(replace(first, minutes=5), second))
    assert sorted(page_seconds(short).values()) == [43] * 6 + [42 + 60]


def test_hands_answer_form_a_before_and_after(library: Library) -> None:
    """The items before are those of form A that hands can answer, and the same ones come after."""
    agenda = drawn(library, "warning-signs")
    forms = library.quizzes["warning-signs"].forms
    assert forms is not None
    items = {item.question: item for item in agenda.items}
    before = [step.subject for step in of(agenda, Part.BEFORE)]
    assert before == [one for one in forms.a if library.questions[one].__class__.__name__ != "Spot"]
    assert before == [step.subject for step in of(agenda, Part.AFTER)]
    assert {items[one].kind for one in before} == {"choice", "verdict"}
    assert all(step.seconds == 45 for step in of(agenda, Part.BEFORE))


def test_offers_are_judged_before_and_after_whatever_the_lessons(library: Library) -> None:
    """A lesson whose form has no verdicts borrows those of the first form that has some."""
    agenda = drawn(library, "legal-route")
    items = {item.question: item for item in agenda.items}
    verdicts = [s for s in of(agenda, Part.AFTER) if items[s.subject].kind == "verdict"]
    assert [step.lesson for step in verdicts] == ["warning-signs", "warning-signs"]
    assert {items[step.subject].right for step in verdicts} == {("worth_checking",), ("trap",)}


def test_a_quiz_without_forms_is_tested_by_a_question_on_each_must(library: Library) -> None:
    """Its first question on each must is asked before and after, and not in the group quiz."""
    agenda = drawn(without_forms(library, "recruitment"), "recruitment")
    objectives = {one.id: one for one in library.lessons["recruitment"].objectives}
    own = [step for step in of(agenda, Part.BEFORE) if step.lesson == "recruitment"]
    assert {step.objective for step in own} == {
        one for one, objective in objectives.items() if objective.priority is Priority.MUST
    }
    assert len({step.objective for step in own}) == len(own)
    asked = [
        q for q in library.quizzes["recruitment"].questions if isinstance(q, Choice | TrueFalse)
    ]
    for step in own:
        assert step.subject == next(q.id for q in asked if q.objective == step.objective)
    quiz = {step.subject for step in of(agenda, Part.QUIZ)}
    assert not quiz & {step.subject for step in own}


def test_no_question_is_both_practised_and_tested(library: Library) -> None:
    """Neither form, on paper or by hands, holds a question of the group quiz or an offer of it."""
    tested = {one for quiz in library.quizzes.values() if quiz.forms for one in quiz.forms.a}
    tested |= {one for quiz in library.quizzes.values() if quiz.forms for one in quiz.forms.b}
    agenda = drawn(library, *library.lessons)
    practised = {step.subject for part in (Part.QUIZ, Part.OFFERS) for step in of(agenda, part)}
    assert practised
    assert not practised & tested


def test_the_group_quiz_asks_twice_on_an_objective_at_most_and_musts_first(
    library: Library,
) -> None:
    """No objective takes the time of the others, and what must be known comes first."""
    quiz = of(drawn(library, *library.lessons), Part.QUIZ)
    objectives = [step.objective for step in quiz]
    assert max(map(objectives.count, objectives)) == 2
    order = [list(Priority).index(step.priority) for step in quiz]
    assert order == sorted(order)


def test_offers_come_in_whole_pairs_with_twins_apart(library: Library) -> None:
    """Of each pair the trap and the honest offer, never one straight after the other."""
    offers = of(drawn(library, "warning-signs"), Part.OFFERS)
    shown = []
    for step in offers:
        question = library.questions[step.subject]
        assert isinstance(question, Verdict)
        shown.append(library.offers[question.offer])
    assert {(one.pair, one.honest) for one in shown} == {
        (one.pair, honest) for one in shown for honest in (True, False)
    }
    assert len(shown) == 2 * len({one.pair for one in shown}) > 2
    assert all(one.pair != other.pair for one, other in pairwise(shown))
    half = [one.honest for one in shown[: len(shown) // 2]]
    assert len(set(half)) == 2


def test_a_lesson_without_offers_practises_on_those_of_another(library: Library) -> None:
    """Of the first lesson that has any: those of the whole library would fill the hour."""
    offers = of(drawn(library, "getting-help"), Part.OFFERS)
    assert {step.lesson for step in offers} == {"recruitment"}


def test_the_same_lessons_give_the_same_session_whatever_plans_there_are(library: Library) -> None:
    """Offers are judged before and after, also where all plans of these lessons are for officials."""
    setup = Setup("Sukamaju", 30, 90, library.plans["officials-30"].lessons)
    without = replace(library, plans={})
    assert draw_up(setup, library) == draw_up(setup, without)
    assert of(draw_up(setup, library), Part.ANSWERS)


def test_the_offers_of_the_tests_are_answered_once_nobody_is_asked_any_more(
    library: Library,
) -> None:
    """Each verdict that was asked, by hands those of form A, on slips both forms'; told, not voted."""
    forms = library.quizzes["warning-signs"].forms
    assert forms is not None
    for measure, sheets in ((Measure.HANDS, forms.a), (Measure.SLIPS, (*forms.a, *forms.b))):
        verdicts = [one for one in sheets if isinstance(library.questions[one], Verdict)]
        for minutes in (10, LONG):
            agenda = drawn(library, "warning-signs", minutes=minutes, measure=measure)
            answers = of(agenda, Part.ANSWERS)
            assert [step.subject for step in answers] == verdicts
            assert {step.seconds for step in answers} == {30}
            assert not any(votes(step) for step in answers)
    borrowed = drawn(library, "legal-route")
    judged = {i.question for i in borrowed.items if i.kind == "verdict"}
    asked = [step.subject for step in of(borrowed, Part.AFTER) if step.subject in judged]
    assert [step.subject for step in of(borrowed, Part.ANSWERS)] == asked != []
    assert of(drawn(library, "legal-route", measure=Measure.SLIPS), Part.ANSWERS) == []


def test_slips_are_handed_out_once_and_counted_at_the_end(library: Library) -> None:
    """Each test is one step of the room's time; each item of each form is counted afterwards."""
    agenda = drawn(library, "warning-signs", measure=Measure.SLIPS)
    assert [(s.subject, s.seconds) for s in of(agenda, Part.BEFORE)] == [("", 300)]
    assert [(s.subject, s.seconds) for s in of(agenda, Part.AFTER)] == [("", 300)]
    forms = library.quizzes["warning-signs"].forms
    assert forms is not None
    slips = of(agenda, Part.SLIPS)
    assert [(s.when, s.form, s.subject) for s in slips] == [
        (when, form, one)
        for when in When
        for form, ids in (("a", forms.a), ("b", forms.b))
        for one in ids
    ]
    assert {s.seconds for s in slips} == {0}
    assert slips[0].id == f"slips:before:a:{forms.a[0]}"


def test_a_message_on_slips_is_counted_by_its_signs(library: Library) -> None:
    """The options of a spot are how many of its signs were marked, from none to all."""
    agenda = drawn(library, "warning-signs", measure=Measure.SLIPS)
    spots = [item for item in agenda.items if item.kind == "spot"]
    assert spots
    for item in spots:
        assert item.options == tuple(str(n) for n in range(len(item.options)))
        assert len(item.options) > 3
        assert item.right == ()


def test_lessons_without_forms_cannot_be_tested_on_slips(library: Library) -> None:
    """There are no sheets to hand out, which is said with what to do instead."""
    bare = without_forms(library, *library.quizzes)
    with pytest.raises(WrongInput, match="test sheets") as refused:
        drawn(bare, "recruitment", measure=Measure.SLIPS)
    assert "hands" in refused.value.mend.message
    assert drawn(bare, "recruitment").steps


def test_a_lesson_that_is_gone_and_no_lesson_at_all_are_refused(library: Library) -> None:
    """Last time's choice may be gone since, and a session is about something."""
    with pytest.raises(WrongInput, match="gone-since"):
        drawn(library, "recruitment", "gone-since")
    with pytest.raises(WrongInput, match="No lesson"):
        drawn(library)


def test_a_trainers_lesson_with_one_question_is_a_session(
    write: Callable[[str, str | bytes], Path],
) -> None:
    """One page and one question: asked before and after, with nothing left for the group quiz."""
    write("lessons/ship.yaml", LESSON)
    loaded = open_library(write("quizzes/ship.yaml", QUIZ), RELEASED)
    agenda = drawn(loaded.library, "ship")
    assert [step.id for step in agenda.steps if step.lesson == "ship"] == [
        "before:sh-01",
        "lesson:ship:papers",
        "after:sh-01",
    ]
    item = next(item for item in agenda.items if item.question == "sh-01")
    assert (sorted(item.options), item.right) == (["a", "b"], ("a",))


def test_words_are_kept_in_every_language(library: Library) -> None:
    """Objectives, questions, beliefs and pages can be named when the lesson is gone."""
    agenda = drawn(library, "warning-signs")
    assert set(agenda.words) == {"id", "en"}
    for code, words in agenda.words.items():
        named = [step.objective for step in agenda.steps if step.objective]
        named += [item.question for item in agenda.items]
        named += [
            f"{item.question}.{option}"
            for item in agenda.items
            for option in item.options
            if item.right and option not in item.right
        ]
        named += [f"{s.lesson}/{s.subject}" for s in of(agenda, Part.LESSON)]
        assert [name for name in named if not words.get(name)] == [], code
    assert set(draw_up(Setup("D", 9, 60, ("recruitment",)), library, ("en",)).words) == {"en"}


def test_each_offer_has_words_of_its_own(library: Library) -> None:
    """All verdicts ask the same; in a report each is known by how its offer begins."""
    agenda = drawn(library, "warning-signs")
    verdicts = [item.question for item in agenda.items if item.kind == "verdict"]
    for words in agenda.words.values():
        assert len({words[one] for one in verdicts}) == len(verdicts)


def test_the_same_room_gets_the_same_agenda(library: Library) -> None:
    """Nothing in an agenda is left to chance."""
    for measure in Measure:
        first = drawn(library, *library.lessons, minutes=90, measure=measure)
        assert first == drawn(library, *library.lessons, minutes=90, measure=measure)


@pytest.mark.parametrize("measure", Measure)
def test_an_agenda_fits_its_minutes_or_is_the_floor(library: Library, measure: Measure) -> None:
    """From ten minutes to three hours: within the time, or all that can be dropped is."""
    whole = drawn(library, "warning-signs", measure=measure)
    for minutes in range(10, 181):
        agenda = drawn(library, "warning-signs", minutes=minutes, measure=measure)
        assert floor(agenda) == floor(whole)
        assert agenda.seconds <= max(minutes * 60, floor(whole))
        if minutes * 60 < floor(whole):
            assert agenda.seconds == floor(agenda)
        if minutes * 60 >= whole.seconds:
            assert agenda.steps == whole.steps


def test_an_hour_keeps_every_page_of_a_lesson_of_half_an_hour(library: Library) -> None:
    """In the usual hour nothing of the lesson goes, and both tests are whole."""
    whole, hour = drawn(library, "warning-signs"), drawn(library, "warning-signs", minutes=60)
    for part in (Part.OPENING, Part.BEFORE, Part.LESSON, Part.AFTER, Part.CLOSING):
        assert of(hour, part) == of(whole, part)
    assert of(hour, Part.QUIZ)
    assert len(of(hour, Part.OFFERS)) == 4
