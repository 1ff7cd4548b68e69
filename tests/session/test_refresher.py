"""A month later: what is kept for it, what such a meeting has, and what is asked of one learner."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from toolkit.content.library import Library
from toolkit.content.quiz import Choice, TrueFalse, Verdict
from toolkit.errors import WrongInput
from toolkit.language import language
from toolkit.records.events import read_hall, written
from toolkit.records.result_lines import as_json, from_json
from toolkit.session.agenda import Part, Setup, votes
from toolkit.session.course import course_of
from toolkit.session.hall import Counted, Hall, Opened, Revealed, WentOn, after
from toolkit.session.plan import cut, draw_up, floor
from toolkit.session.remembering import remembers, start_again, to_remember
from toolkit.session.report_words import sections
from toolkit.session.result import result
from toolkit.session.run import Phase, QuizOpened, fold, start
from toolkit.session.scoring import session_figures

LESSON = "village-shield"


def later(library: Library, *lessons: str, minutes: int = 9999) -> tuple[Setup, list[str]]:
    """The set-up of a refresher, and the ids of its steps."""
    setup = Setup("Desa Contoh", 30, minutes, lessons or (LESSON,), refresher=True)
    return setup, [step.id for step in draw_up(setup, library, ()).steps]


def test_a_refresher_has_its_questions_a_pair_and_the_help_lines(library: Library) -> None:
    """No pages and no tests: what is kept for it, in its order, then one pair of offers."""
    _, steps = later(library)
    kept = library.quizzes[LESSON].refresher
    assert steps[: len(kept) + 1] == ["opening", *(f"quiz:{one}" for one in kept)]
    assert steps[-2:] == ["closing", "summary"]
    first, second = (one.split(":") for one in steps[len(kept) + 1 : -2])
    assert first[:2] == second[:2]
    twins = [library.offers[library.questions[one[2]].offer] for one in (first, second)]
    assert [one.honest for one in twins] in ([True, False], [False, True])


def test_a_lesson_that_keeps_nothing_has_no_refresher(library: Library) -> None:
    """It says so, and what to do."""
    bare = replace(library.quizzes[LESSON], refresher=())
    ours = replace(library, quizzes={**library.quizzes, LESSON: bare})
    with pytest.raises(WrongInput) as refused:
        later(ours)
    assert refused.value.mend


@pytest.mark.parametrize("lesson", ["recruitment", LESSON])
def test_what_is_kept_for_later_is_asked_nowhere_else(library: Library, lesson: str) -> None:
    """Neither in the tests, nor in the quiz, nor among the offers, nor of a single learner."""
    kept = set(library.quizzes[lesson].refresher)
    steps = draw_up(Setup("", 30, 9999, (lesson,)), library, ()).steps
    assert kept
    assert not kept & {step.subject for step in steps}
    assert not kept & set(start(lesson, "s", library).questions)
    quiz = replace(library.quizzes[lesson], forms=None)
    bare = replace(library, quizzes={**library.quizzes, lesson: quiz})
    tested = course_of(Setup("", 30, 60, (lesson,)), bare).tested
    assert not kept & {question.id for question in tested}


def test_a_kept_offer_is_judged_before_the_pair(library: Library) -> None:
    """As an offer, and by itself: its twin may be known."""
    quiz = library.quizzes[LESSON]
    offer = next(one for one in quiz.questions if isinstance(one, Verdict))
    ours = replace(
        library, quizzes={**library.quizzes, LESSON: replace(quiz, refresher=(offer.id,))}
    )
    _, steps = later(ours)
    pair = library.offers[offer.offer].pair
    assert steps[1] == f"offers:{pair}:{offer.id}"
    assert [one.split(":")[1] == pair for one in steps[2:4]] == [False, False]


def test_less_time_drops_offers_and_questions_but_not_the_help_lines(library: Library) -> None:
    """As in any session."""
    setup, _ = later(library, "recruitment", LESSON, minutes=15)
    agenda = draw_up(setup, library, ())
    assert agenda.seconds <= 15 * 60
    assert {step.part for step in agenda.whole} == {
        Part.OPENING, Part.QUIZ, Part.OFFERS, Part.CLOSING, Part.SUMMARY,
    }  # fmt: skip
    shortest = cut(agenda, 1)
    assert [step.part for step in shortest.steps] == [Part.OPENING, Part.CLOSING, Part.SUMMARY]
    assert shortest.seconds == floor(agenda)


def counted(library: Library, *, refresher: bool) -> Hall:
    """A meeting in which every vote was counted twice, and its answer shown."""
    setup = Setup("Desa Contoh", 30, 9999, (LESSON,), refresher=refresher)
    hall = after(None, Opened(setup, "2026-11-22", draw_up(setup, library)), 0)
    while hall.step.part is not Part.SUMMARY:
        if votes(hall.step) and hall.item is not None:
            many = len(hall.item.options)
            some = Counted((20, 10, *[0] * (many - 2)))
            events = [some, some, Revealed()] if hall.revealable or hall.step.part in (
                Part.QUIZ, Part.OFFERS,
            ) else [some]  # fmt: skip
            for event in events:
                hall = after(hall, event, 0)
        hall = after(hall, WentOn(), 0)
    return hall


def test_its_votes_are_no_tests_and_stand_by_themselves(library: Library) -> None:
    """In the counts under occasions of their own; learning is told from tests alone."""
    told = session_figures(result(counted(library, refresher=True), "1f", 3))
    assert {cell.when for cell in told.cells} == {"later-first", "later-second"}
    assert told.objectives == ()
    assert told.by_hands == told.on_slips == 0
    ordinary = session_figures(result(counted(library, refresher=False), "1f", 3))
    assert {"before", "after", "first", "second"} <= {cell.when for cell in ordinary.cells}


def test_the_report_tells_what_was_still_known(library: Library) -> None:
    """Question by question, at first and after talking; of tests that there were not it says nothing."""
    told = session_figures(result(counted(library, refresher=True), "1f", 3))
    keys = [one.key for one in sections(told, language("en"))]
    assert "later" in keys
    assert not {"objectives", "discernment", "beliefs", "signs"} & set(keys)
    (section,) = (one for one in sections(told, language("en")) if one.key == "later")
    kept = library.quizzes[LESSON].refresher
    assert len(section.rows) == len(kept) + 2
    item = next(one for one in draw_up(*_asked(library)).items if one.question == kept[0])
    right = (20, 10, 0, 0)[item.options.index(item.right[0])]
    shares = {row[0]: row[1] for row in section.rows}
    words = told.words["en"][kept[0]]
    assert shares[words] == f"{language('en').per_cent(right / 30)} (30)"
    ordinary = session_figures(result(counted(library, refresher=False), "1f", 3))
    assert "later" not in [one.key for one in sections(ordinary, language("en"))]


def _asked(library: Library) -> tuple[Setup, Library]:
    return Setup("", 30, 9999, (LESSON,), refresher=True), library


def test_old_lines_stay_as_they_are_and_new_ones_come_back(library: Library) -> None:
    """Only the line of a refresher says that it is one; the journal reads both."""
    for refresher in (True, False):
        made = result(counted(library, refresher=refresher), "1f", 3)
        line = as_json(made)
        assert ("refresher" in json.loads(line)["setup"]) == refresher
        assert from_json(line) == made
    line = as_json(result(counted(library, refresher=True), "1f", 3))
    with pytest.raises(ValueError, match="no result"):
        from_json(line.replace('"refresher":true', '"refresher":false'))
    opened = Opened(Setup("D", 30, 60, (LESSON,)), "2026-11-22", draw_up(Setup("D", 30, 60, (LESSON,)), library))  # fmt: skip
    old = json.loads(written(opened))
    del old["setup"]["refresher"]
    assert read_hall(json.dumps(old)) == opened


def test_one_learner_is_asked_just_those_at_once(library: Library) -> None:
    """Without the pages, which are one key away as ever."""
    started = start_again(LESSON, "seed", library)
    assert started.questions == to_remember(LESSON, library) == library.quizzes[LESSON].refresher
    run = fold([started, QuizOpened()], library)
    assert run.phase is Phase.ASKING
    assert remembers(run, library)
    assert not remembers(fold([start(LESSON, "seed", library)], library), library)


def test_our_refreshers_are_questions_that_a_room_can_talk_about(library: Library) -> None:
    """Of the kinds that are voted on, and about what every session teaches."""
    for lesson, quiz in library.quizzes.items():
        aims = {one.id: one for one in library.lessons[quiz.lesson].objectives}
        for one in quiz.refresher:
            question = library.questions[one]
            assert isinstance(question, Choice | TrueFalse), (lesson, one)
            assert aims[question.objective].priority in ("must", "should"), (lesson, one)
