"""A session plan fills the set-up in; and a month later only what is kept for then is asked."""

from __future__ import annotations

from dataclasses import replace

from screen.conftest import Drive, Seat
from screen.sample import both, course

from toolkit.content.load import Loaded
from toolkit.content.session_plan import Audience, SessionPlan
from toolkit.records.journal import Journal
from toolkit.screen.hall.hall_screen import HallScreen
from toolkit.screen.passing_run import PassingRun
from toolkit.screen.quiz import QuizScreen
from toolkit.session.agenda import Part, Setup
from toolkit.session.run import Answered, Continued, Phase


def plan(name: str, audience: Audience, minutes: int, *lessons: str, later: bool = False) -> SessionPlan:  # fmt: skip
    """A plan of few words."""
    some = (both("Kursi.", "Chairs."),)
    title = both(f"Rencana {name}", f"The plan {name}")
    return SessionPlan(
        name, audience, minutes, title, some, lessons, some, some, some, ("guide",), refresher=later
    )


def with_plans() -> Loaded:
    """The course with two plans and a question that is kept for later."""
    loaded = course(lessons=3)
    plans = (
        plan("young", Audience.YOUNG, 45, "letter", "ship"),
        plan("later", Audience.EVERYBODY, 20, "offer", later=True),
    )
    quiz = replace(loaded.library.quizzes["offer"], refresher=("q-true",))
    library = replace(loaded.library, quizzes={"offer": quiz}, plans={one.id: one for one in plans})
    return replace(loaded, library=library)


def test_a_plan_fills_in_lessons_and_minutes(drive: Drive) -> None:
    """It says for whom it is; what is changed afterwards is said, too."""

    async def story(seat: Seat) -> None:
        await seat.press("f7", "up")
        assert "none: I choose lessons and minutes" in seat.text
        await seat.press("right")
        assert "The plan young" in seat.text
        assert "For young people: 45 minutes, 2 lessons." in seat.said
        form = seat.app.screen.form
        assert (form.minutes, form.lessons) == ("45", ("ship", "letter"))
        await seat.press(*["down"] * 6, *"50")
        assert "For young people: 45 minutes, 2 lessons. You have changed it." in seat.said

    drive(story, loaded=with_plans())


def test_without_a_plan_again_what_stood_before_stands_there(drive: Drive) -> None:
    """Who only looked through the plans leads neither theirs nor a refresher; kept at each key."""

    async def first(seat: Seat) -> None:
        await seat.press("f7", "up")
        before = seat.app.screen.form
        await seat.press("right", "right")
        assert seat.app.screen.form.refresher
        await seat.press("right")
        after = seat.app.screen.form
        assert (after.plan, after.minutes, after.lessons, after.refresher) == (
            "", before.minutes, before.lessons, False,
        )  # fmt: skip
        await seat.press("left", "enter", "left")

    async def second(seat: Seat) -> None:
        await seat.press("f7")
        assert "The plan later" in seat.text
        await seat.press("up", "right")
        form = seat.app.screen.form
        assert (form.plan, form.minutes, form.refresher) == ("", "60", False)

    drive(first, loaded=with_plans())
    drive(second, loaded=with_plans())


def test_plans_go_round_in_both_directions_and_are_kept(drive: Drive) -> None:
    """Left comes to the last one; the next session begins with it."""

    async def first(seat: Seat) -> None:
        await seat.press("f7", "up", "left")
        assert "The plan later" in seat.text
        await seat.press("right", "right", "enter")
        assert "The plan later" in seat.text

    async def second(seat: Seat) -> None:
        await seat.press("f7")
        assert "For everybody: 20 minutes, 1 lesson." in seat.said
        assert "a month later, to remember" in seat.said

    drive(first, loaded=with_plans())
    drive(second, loaded=with_plans())


def test_a_plan_that_is_gone_is_forgotten(drive: Drive, journal: Journal) -> None:
    """What it filled in stays."""
    journal.keep_setting("hall_setup", '{"plan": "gone", "minutes": "35", "lessons": ["ship"]}')

    async def story(seat: Seat) -> None:
        await seat.press("f7")
        assert "none: I choose" in seat.text
        assert seat.app.screen.form.minutes == "35"

    drive(story, loaded=with_plans())


def test_a_refresher_is_led_from_its_opening_to_the_help_lines(drive: Drive) -> None:
    """A greeting of its own, the question that was kept, no test, the help lines."""

    async def story(seat: Seat) -> None:
        await seat.press("f7", *"Suka", "down", *"30", "up", "up", "left", "pagedown")
        screen = seat.app.screen
        assert isinstance(screen, HallScreen)
        hall = screen.session.hall
        assert hall.setup == Setup("Suka", 30, 20, ("offer",), refresher=True)
        assert [step.part for step in hall.steps] == [
            Part.OPENING, Part.QUIZ, Part.CLOSING, Part.SUMMARY,
        ]  # fmt: skip
        assert "Welcome back." in seat.said
        await seat.press("enter")
        assert hall.steps[1].subject == "q-true"
        await seat.press(*"10", "space", *"20", "enter", "enter", "enter")
        assert "000" in seat.text

    drive(story, loaded=with_plans())


def test_only_lessons_that_keep_questions_have_a_refresher(drive: Drive) -> None:
    """For others the line says why not, and a session of the whole lesson is set up."""

    async def story(seat: Seat) -> None:
        await seat.press("f7", "up", "right")
        while seat.app.screen.sheet.caret != "/later":
            await seat.press("down")
        await seat.press("enter")
        assert "These lessons keep no questions for a month later." in seat.said
        assert not seat.app.screen.later

    drive(story, loaded=with_plans())


def test_a_plan_for_a_month_later_of_lessons_that_keep_nothing_says_so(drive: Drive) -> None:
    """Before the whole lessons are begun under its name."""
    loaded = with_plans()
    empty = plan("empty", Audience.EVERYBODY, 20, "ship", later=True)
    library = replace(loaded.library, plans={"empty": empty})

    async def story(seat: Seat) -> None:
        await seat.press("f7", "up", "right")
        assert "These lessons keep no questions for a month later." in seat.said
        assert not seat.app.screen.later

    drive(story, loaded=replace(loaded, library=library))


def test_where_nothing_is_kept_and_nothing_planned_no_line_speaks_of_it(drive: Drive) -> None:
    """The set-up is as it was."""

    async def story(seat: Seat) -> None:
        await seat.press("f7")
        assert "Meeting" not in seat.text
        assert "Plan " not in seat.text

    drive(story)


async def through(seat: Seat) -> None:
    """Read the lesson, and know everything but what is kept for later."""
    await seat.press("pagedown", "pagedown", "pagedown")
    for ids in (
        ["wait"], ["desa", "dinas"], ["keep", "ask", "decide"],
        ["pass", "work", "danger"], ["urgent", "secret"],
    ):  # fmt: skip
        await seat.answer(*ids)
        await seat.press("pagedown")


def test_after_the_lesson_what_is_kept_for_later_is_one_row_away(
    drive: Drive, journal: Journal
) -> None:
    """It was not asked before; and its own result does not offer it again."""

    async def story(seat: Seat) -> None:
        await through(seat)
        assert "You knew 5 of 5 at the first try." in seat.text
        await seat.click("1 more question, better in a month")
        assert isinstance(seat.app.screen, QuizScreen)
        assert seat.app.screen.state.questions == ("q-true",)
        await seat.answer("false")
        await seat.press("pagedown")
        assert "You knew 1 of 1 at the first try." in seat.text
        assert "A month later" not in seat.text

    drive(story, loaded=with_plans(), lesson="offer")
    assert journal.unfinished() == ()


def test_on_its_first_page_a_lesson_says_what_it_keeps_for_later(drive: Drive) -> None:
    """One key asks only that; on the other pages, and once anything is answered, nothing speaks of it."""

    async def story(seat: Seat) -> None:
        await seat.press("1")
        assert "R Remember" in seat.said
        await seat.press(*["down"] * 20)
        assert "A month later: 1 question to remember (R)" in seat.said
        await seat.press("pagedown", "r")
        assert "A month later" not in seat.text
        await seat.press("pageup", "r")
        assert isinstance(seat.app.screen, QuizScreen)
        assert seat.app.screen.state.questions == ("q-true",)

    drive(story, loaded=with_plans())


def test_a_lesson_that_keeps_nothing_for_later_does_not_speak_of_it(drive: Drive) -> None:
    """Nor does the key do anything."""

    async def story(seat: Seat) -> None:
        await seat.press("1", "r")
        assert "A message comes" in seat.text
        assert "A month later" not in seat.text

    drive(story)


def test_who_finished_what_is_not_kept(drive: Drive, journal: Journal) -> None:
    """Weeks later the lesson opens like any other: on a shared laptop nobody learns who read it."""

    async def story(seat: Seat) -> None:
        await through(seat)
        await seat.press("escape")

    before = {"language", "theme"}
    drive(story, loaded=with_plans(), lesson="offer")
    with journal.reading() as db:
        kept = {name for (name,) in db.execute("SELECT name FROM settings").fetchall()}
    assert kept <= before
    assert journal.broken_off() == frozenset()


def test_in_the_kiosk_nothing_of_it_is_kept(journal: Journal) -> None:
    """It begins at its first question, like anywhere else."""
    library = with_plans().library
    run = PassingRun.remember("offer", "seed", journal, library)
    assert run.run.phase is Phase.ASKING
    run.happen(Answered("q-true", ("false",)))
    run.happen(Continued())
    assert run.run.phase is Phase.DONE
    assert journal.unfinished() == ()
