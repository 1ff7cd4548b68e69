"""The sheet of a session plan: its timetable is the hall's, and the rest its author's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from paper.conftest import Print
from paper.long_reading import words
from paper.reading import evened

from toolkit.content.library import Library
from toolkit.content.wording import plain
from toolkit.errors import WrongInput
from toolkit.language import Language, language
from toolkit.paper.compose import compose
from toolkit.paper.crafts import needed
from toolkit.paper.pack import members
from toolkit.paper.products import guide_words
from toolkit.paper.products.guide_plan import plans as timed
from toolkit.paper.products.guide_plan import setup_of
from toolkit.paper.products.guide_words import GuideWords
from toolkit.paper.products.plan_words import write
from toolkit.paper.setting.words import Copyist
from toolkit.paper.shop import Job, Planned, draw, jobs_for, plans_about
from toolkit.paper.type.flow import words_in
from toolkit.session.agenda import Part
from toolkit.session.plan import agenda_of, cut, lessons_of

PLANS = ("young-30", "officials-90", "everybody-month")


def job_of(plan: str, library: Library, product: str = "plan", lang: str = "en") -> Job:
    """The sheet of a plan on A4, or another product of it."""
    lessons = lessons_of(library.plans[plan], library)
    later = library.plans[plan].refresher
    return Job(product, lessons, lang, "a4", plan=plan, refresher=later)


@pytest.fixture(params=PLANS)
def plan(request: pytest.FixtureRequest) -> str:
    """Some of our plans, the shortest and the longest among them."""
    return request.param


def test_the_sheet_says_all_that_its_author_wrote(
    plan: str, lang: Language, library: Library, printed: Print
) -> None:
    """For whom, aims, what to bring, how to talk, what to leave out; and every lesson by its title."""
    said = words(printed(job_of(plan, library, lang=lang.code)))
    ours = library.plans[plan]
    titles = [library.lessons[one].title for one in ours.lessons]
    for text in (ours.title, *ours.aims, *ours.bring, *ours.tips, *ours.leave_out, *titles):
        assert evened(plain(text, lang, library)) in said
    assert all(
        evened(plain(library.products[one].title, lang, library)) in said for one in ours.products
    )


def test_the_timetable_is_that_of_the_hall(plan: str, library: Library) -> None:
    """Every page of the agenda stands there, the minutes add up, and a line stands for what goes."""
    job = job_of(plan, library)
    ours = library.plans[plan]
    made = write(Copyist(job.lessons, "en", library), job, needed)
    agenda = agenda_of(ours, library)
    pages = [step for step in agenda.steps if step.part is Part.LESSON]
    titles = {
        plain(library.lessons[step.lesson].page(step.subject).title, language("en"), library)
        for step in pages
    }
    rows = {"".join(run.text for run in row.title): row for row in made.rows}
    assert titles <= set(rows)
    for column, total in enumerate(made.sums.minutes):
        told = [row.minutes[column] for row in made.rows if row.minutes]
        assert sum(int(one) for one in told if one != "–") == int(total)
    assert int(made.sums.minutes[0]) <= ours.minutes
    if len(made.sums.minutes) > 1:
        kept = {step.id for step in cut(agenda, int(made.sums.minutes[1])).steps}
        for step in pages:
            page = library.lessons[step.lesson].page(step.subject)
            row = rows[plain(page.title, language("en"), library)]
            assert (row.minutes[1] != "–") == (step.id in kept)


def test_a_plan_is_one_sheet_of_paper(library: Library) -> None:
    """Two sides at most, for each of ours, in the language with the longer words."""
    plans = plans_about(tuple(library.lessons), library)
    assert len(plans) == len(library.plans)
    for job in jobs_for(("plan",), tuple(library.lessons), ("id",), ("a4",), plans=plans):
        assert len(compose(job, library).faces) <= 2, job.file_name


def test_a_pack_for_a_plan_holds_what_the_plan_names(library: Library) -> None:
    """And its own sheet; nothing for tests that it does not ask for."""
    found = [job.product for job in members(job_of("young-30", library, "pack"), library)]
    assert found[0] == "plan"
    assert set(found) == {"plan", *library.plans["young-30"].products}


def test_a_pack_for_a_month_later_has_nothing_for_tests(library: Library) -> None:
    """Neither sheets nor certificates; the guide knows that it is for later."""
    jobs = members(Job("pack", ("recruitment",), "en", "a4", refresher=True), library)
    found = {job.product for job in jobs}
    assert not found & {"quiz-sheet", "answer-key", "tally-sheet", "seat-cards", "certificate"}
    assert {"guide", "leaflet", "answer-cards"} <= found
    assert all(job.refresher for job in jobs)


def test_the_guide_for_a_month_later_can_do_without_the_lesson(
    lang: Language, library: Library, printed: Print
) -> None:
    """It asks what is kept for then, and has the page that answers a wrong majority."""
    job = Job("guide", ("village-shield",), lang.code, "a4", refresher=True)
    said = words(printed(job))
    for one in library.quizzes["village-shield"].refresher:
        question = library.questions[one]
        assert evened(plain(question.ask, lang, library)) in said
        lesson = library.lessons["village-shield"]
        page = (
            lesson.page(question.page) if question.page else lesson.pages_for(question.objective)[0]
        )
        assert all(evened(plain(line, lang, library)) in said for line in page.show)
    assert evened(lang.gettext("A tally sheet and two pens.")) not in said


def test_the_guide_for_a_short_plan_asks_after_the_lesson_what_it_did_not_ask_before(
    library: Library,
) -> None:
    """Where a plan has no time for the test before, the questions stand with the test after."""
    ours = replace(library.plans["young-30"], minutes=27)
    short = replace(library, plans={**library.plans, ours.id: ours})
    steps = agenda_of(ours, short).steps
    asked = [step.subject for step in steps if step.part is Part.AFTER]
    assert len(asked) > sum(step.part is Part.BEFORE for step in steps)
    job = job_of("young-30", short, "guide")
    said = words(draw(job, short))
    questions = [library.questions[one] for one in asked]
    assert all(evened(plain(one.ask, language("en"), library)) in said for one in questions)


@pytest.mark.parametrize("product", ["guide", "pack", "quiz-sheet"])
def test_a_plan_may_have_the_id_of_a_lesson(product: str) -> None:
    """What is printed for it has another file name; its own sheet is named as ever."""
    ours = Job(product, ("recruitment",), "en", "a4")
    assert ours.file_name == f"{product}-recruitment-en-a4.pdf"
    assert replace(ours, plan="recruitment").file_name == f"{product}-plan-recruitment-en-a4.pdf"
    sheet = replace(ours, product="plan", plan="recruitment")
    assert sheet.file_name == "plan-recruitment-en-a4.pdf"


def guide_of(plan: str, library: Library) -> GuideWords:
    """What the guide of a plan says."""
    job = job_of(plan, library, "guide")
    return guide_words.write(Copyist(job.lessons, "en", library), job)


def test_no_page_takes_longer_in_the_shorter_column(library: Library) -> None:
    """Whoever has less time leaves things out; none of ours has a page of one minute."""
    for plan in library.plans.values():
        two_thirds = (plan.minutes * 2 // 3, plan.minutes // 2)
        found = timed(setup_of(job_of(plan.id, library), library), library, two_thirds)
        pages = [row.minutes for row in found.rows if row.step.part is Part.LESSON]
        assert all(whole >= 2 and set(short) <= {0, whole} for whole, *short in pages)


def test_the_guide_of_a_plan_prepares_for_its_own_hard_pages_only(library: Library) -> None:
    """Those that the session shows; where it shows none, it speaks of none."""
    for plan in ("young-30", "parents-60"):
        titles = {
            plain(page.title, language("en"), library)
            for step in agenda_of(library.plans[plan], library).steps
            if step.part is Part.LESSON
            and (page := library.lessons[step.lesson].page(step.subject)).note
        }
        topics = guide_of(plan, library).topics
        told = [one for one in topics if words_in(one.heading) == "Pages that are hard to hear"]
        assert bool(told) == bool(titles)
        for topic in told:
            named = words_in(topic.do[-1]).removeprefix("In this session: ")
            assert set(named.removesuffix(".").split("; ")) == titles
            assert "?." not in named


def test_the_guide_of_a_plan_asks_for_what_the_plan_has(library: Library) -> None:
    """What it prints and brings, and nothing that is not in its pack."""
    plan = library.plans["parents-30"]
    brought = [words_in(one) for one in guide_of("parents-30", library).bring]
    assert {plain(one, language("en"), library) for one in plan.bring} < set(brought)
    assert "A tally sheet and two pens." in brought
    assert not [one for one in brought if "sheet A" in one or "Certificates" in one]
    assert "Poster." in [words_in(one) for one in guide_of("young-60", library).bring]


def test_every_plan_with_tests_prints_a_tally_sheet(library: Library) -> None:
    """Without it a power cut would lose them."""
    for plan in library.plans.values():
        assert plan.refresher or "tally-sheet" in plan.products, plan.id


def test_a_guide_with_one_timetable_speaks_of_no_other(library: Library) -> None:
    """It has no shorter plan to compare; a guide with more than one has."""
    short, long = guide_of("young-30", library), guide_of("young-60", library)
    assert [words_in(one.heading) for one in short.aims] in ([""], ["", ""])
    assert [words_in(one) for one in short.plan.about] == [
        "The clock counts minutes from the beginning."
    ]
    assert words_in(long.aims[0].heading) == "Whatever the plan:"


def test_a_sheet_of_small_cards_says_how_many_are_on_it(library: Library) -> None:
    """Three copies are enough for thirty people."""
    job = job_of("young-30", library)
    printed = write(Copyist(job.lessons, "en", library), job, needed).printed
    copies = {words_in(one.title): words_in(one.copies) for one in printed}
    assert copies["Pocket cards"] == "3 sheets (10 cards on each)"
    assert copies["Leaflet"] == "30"


def test_a_plan_prints_the_story_of_its_own_chat_alone(library: Library) -> None:
    """Named on its sheet and in its pack once, whatever other chats its lessons have."""
    plan = library.plans["parents-60"]
    job = job_of(plan.id, library)
    chat = plain(library.scenarios[plan.chat].title, language("en"), library)
    listed = [
        words_in(one.title)
        for one in write(Copyist(job.lessons, "en", library), job, needed).printed
    ]
    assert f"Read-aloud chat: {chat}" in listed
    pack = members(job_of(plan.id, library, "pack"), library)
    (story,) = [one for one in pack if one.product == "story"]
    assert (story.lessons, story.plan) == (("village-shield",), plan.id)
    with pytest.raises(WrongInput, match="officials-90"):
        compose(job_of("officials-90", library, "story"), library)


def test_plans_are_found_by_what_they_teach(library: Library) -> None:
    """Whoever prints for one lesson gets the plans that have it."""
    found = plans_about(("seeing-a-victim",), library)
    assert {one.plan for one in found} == {"officials-30", "officials-60", "officials-90"}
    assert all(isinstance(one, Planned) for one in found)
