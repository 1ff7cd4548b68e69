"""Session plans: read from lessons/plans, laid over id by id, and told where they name what is not there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from content.told import Write, at, changed, mended, problems, spots
from samples import LESSON, QUIZ

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.session_plan import Audience
from toolkit.content.translation.contexts import units
from toolkit.language import language
from toolkit.session.plan import agenda_of, floor

NAME = "lessons/plans/ship.yaml"
BROKEN = Path(__file__).parent.parent / "broken"
ROOT = BROKEN.parent.parent
PLAN = """\
plans:
  - id: ship-60
    audience: parents
    minutes: 60
    title: {id: Sebelum naik kapal, en: Before boarding}
    aims: [{id: Membaca surat dulu., en: They read the papers first.}]
    lessons: [ship]
    products: [leaflet, cards]
    bring: [{id: Contoh surat., en: A sample paper.}]
    tips: [{id: Tanya dengan sabar., en: Ask with patience.}]
    leave_out: [{id: Soal kedua., en: The second question.}]
"""
FILES = {"lessons/ship.yaml": LESSON, NAME: PLAN}


def test_a_plan_is_read_and_stands_with_those_for_the_same_people(write: Write) -> None:
    """First for whom, then how long."""
    assert problems(write, FILES) == []
    for name, content in FILES.items():
        root = write(name, content)
    plans = open_library(root, RELEASED).library.plans
    found = plans["ship-60"]
    assert (found.audience, found.minutes, found.lessons) == (Audience.PARENTS, 60, ("ship",))
    assert not found.refresher
    turns = [(tuple(Audience).index(one.audience), one.minutes) for one in plans.values()]
    assert turns == sorted(turns)


@pytest.mark.parametrize(
    ("old", "new", "where", "rule", "mend"),
    [
        ("lessons: [ship]", "lessons: [shop]", "shop]", "unknown-reference", "ship"),
        ("[leaflet, cards]", "[leaflet, card]", "card]", "unknown-reference", "cards"),
        ("    products", "    chat: recruitr\n    products", "recruitr", "unknown-reference", "recruiter"),
        ("minutes: 60", "minutes: 14", "14", "out-of-range", ""),
        ("minutes: 60", "minutes: 181", "181", "out-of-range", ""),
        ("audience: parents", "audience: parent", "parent\n", "unknown-word", "parents"),
        ("lessons: [ship]", "lessons: [ship, ship]", "ship, ship", "listed-twice", ""),
        ("aims:", "aim:", "aim:", "unknown-key", "aims"),
    ],
)  # fmt: skip
def test_a_slip_in_a_plan_is_told_once_with_the_nearest_word(
    write: Write, old: str, new: str, where: str, rule: str, mend: str
) -> None:
    """At its own word; what was meant is proposed."""
    broken = changed(FILES, NAME, old, new)
    (found,) = problems(write, broken)
    told = spots([found])[0]
    assert told.endswith(rule)
    if rule != "listed-twice":
        assert told.startswith(at(broken, NAME, where))
    assert mend in language("en").tell(found.mend)


def test_a_plan_for_a_month_later_of_lessons_that_keep_nothing_is_told(write: Write) -> None:
    """At the plan's own key; not while a quiz that may keep some is left out, nor once it keeps some."""
    later = PLAN.replace("    bring:", "    refresher: true\n    bring:")
    files = {**FILES, "quizzes/ship.yaml": QUIZ, NAME: later}
    (found,) = problems(write, files)
    assert spots([found]) == [f"{at(files, NAME, 'true')} refresher-empty"]
    assert "ship" in language("en").tell(found.what)
    assert problems(write, {**files, **LATER, NAME: later}) == []
    broken = {**files, "quizzes/ship.yaml": QUIZ.replace("lesson: ship", "lesson: ship\nwhat: x")}
    assert "refresher-empty" not in [one.rule for one in problems(write, broken)]


def test_a_quiz_that_keeps_nothing_for_a_plan_of_ours_is_told(write: Write) -> None:
    """The trainer has replaced what our plan for a month later asks."""
    plan = next(one for one in open_library(None, RELEASED).library.plans.values() if one.refresher)
    ours = (ROOT / f"quizzes/{plan.lessons[0]}.yaml").read_text(encoding="utf-8")
    name = f"quizzes/{plan.lessons[0]}.yaml"
    files = {name: re.sub(r"(?m)^refresher:.*\n", "", ours)}
    (found,) = [one for one in problems(write, files) if one.rule == "refresher-empty"]
    assert found.place.file.endswith(name)
    assert plan.id in language("en").tell(found.what)


def test_a_plan_needs_both_languages_and_short_sentences(write: Write) -> None:
    """As everything that people read."""
    one = changed(FILES, NAME, "{id: Contoh surat., en: A sample paper.}", "{id: Contoh surat.}")
    assert [p.rule for p in problems(write, one)] == ["missing-translation"]
    long = "Ask " + "and ask " * 12 + "once more."
    other = changed(FILES, NAME, "Ask with patience.", long)
    assert [p.rule for p in problems(write, other)] == ["long-sentence"]


def test_a_plan_among_the_lessons_is_sent_to_its_folder(write: Write) -> None:
    """It says what it is."""
    files = {"lessons/ship.yaml": LESSON, "lessons/plan.yaml": PLAN}
    (found,) = problems(write, files)
    assert found.rule == "wrong-folder"
    assert "lessons/plans/plan.yaml" in language("en").tell(found.mend)


def test_a_trainers_plan_takes_the_place_of_ours_by_its_id(write: Write, library: Library) -> None:
    """And only that one."""
    ours = next(iter(library.plans))
    root = write("lessons/ship.yaml", LESSON)
    write(NAME, PLAN.replace("ship-60", ours))
    plans = open_library(root, RELEASED).library.plans
    assert plans[ours].lessons == ("ship",)
    assert set(plans) == set(library.plans)


def test_every_text_of_a_plan_can_be_translated(library: Library) -> None:
    """By its id and its key."""
    plan = next(iter(library.plans.values()))
    found = [unit.context for unit in units(library) if unit.record == plan.id]
    assert f"plan/{plan.id}/title" in found
    assert f"plan/{plan.id}/tips/1" in found
    assert len(found) == 1 + sum(map(len, (plan.aims, plan.bring, plan.tips, plan.leave_out)))


def test_there_is_a_plan_for_everybody_whom_a_village_invites(library: Library) -> None:
    """Half an hour, one hour and one and a half for each; and one meeting a month later."""
    ours = Counter(
        (one.audience, one.minutes) for one in library.plans.values() if not one.refresher
    )
    people = [one for one in Audience if one is not Audience.EVERYBODY]
    assert ours == Counter((one, minutes) for one in people for minutes in (30, 60, 90))
    (later,) = (one for one in library.plans.values() if one.refresher)
    assert later.audience is Audience.EVERYBODY


def test_each_of_our_plans_fits_into_its_minutes(library: Library) -> None:
    """As the hall draws it up; half an hour even has room for a pair of offers in place of the test."""
    for plan in library.plans.values():
        agenda = agenda_of(plan, library)
        assert floor(agenda) <= agenda.seconds <= plan.minutes * 60, plan.id
        if plan.minutes == 30:
            assert floor(agenda) + 2 * 120 <= plan.minutes * 60, plan.id


# What a quiz keeps for a month later

LATER = {
    "lessons/ship.yaml": LESSON,
    "quizzes/ship.yaml": QUIZ.rstrip() + "\nrefresher: [sh-01]\n",
}


def test_a_quiz_says_which_questions_are_kept_for_later(write: Write) -> None:
    """By their ids, in their order."""
    assert problems(write, LATER) == []
    for name, content in LATER.items():
        root = write(name, content)
    assert open_library(root, RELEASED).library.quizzes["ship"].refresher == ("sh-01",)


@pytest.mark.parametrize(
    ("kept", "rule"),
    [
        ("[sh-0l]", "unknown-reference"),
        ("[sh-01, sh-01]", "refresher-twice"),
        ("[sh-04]", "refresher-kind"),
        ("[sh-03]", "refresher-tested"),
    ],
)
def test_what_cannot_be_kept_for_later_is_told_at_its_id(
    write: Write, kept: str, rule: str
) -> None:
    """One slip, one problem; where another question would do, the mending mends."""
    files = {
        one.relative_to(root).as_posix(): one.read_text(encoding="utf-8")
        for root in (BROKEN / "_sound", BROKEN / "sound-forms")
        for one in root.rglob("*.yaml")
    }
    name = "quizzes/ship.yaml"
    files[name] += f"refresher: {kept}\n"
    (found,) = problems(write, files)
    assert found.rule == rule
    assert files[name].splitlines()[found.place.line - 1].startswith("refresher:")
    if found.edit is not None:
        assert problems(write, mended(files, found)) == []


def test_whoever_takes_every_mending_names_no_question_twice(write: Write) -> None:
    """Three mistakes in one list get three different questions, as far as there are any."""
    files = {
        one.relative_to(root).as_posix(): one.read_text(encoding="utf-8")
        for root in (BROKEN / "_sound", BROKEN / "sound-forms")
        for one in root.rglob("*.yaml")
    }
    files["quizzes/ship.yaml"] += "refresher: [sh-03, sh-03, sh-04]\n"
    found = problems(write, files)
    proposed = [one.edit.text for one in found if one.edit is not None]
    assert len(found) == 3
    assert len(proposed) == len(set(proposed)) > 0
