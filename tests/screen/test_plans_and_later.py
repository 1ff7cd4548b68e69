"""A session plan fills the set-up in; and a month later only what is kept for then is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from screen.conftest import Drive, Seat
from screen.sample import both, course

from toolkit.content.load import Loaded
from toolkit.content.session_plan import Audience, SessionPlan
from toolkit.records.finished import LATER, is_due, note
from toolkit.records.journal import Journal
from toolkit.screen.again import AgainScreen
from toolkit.screen.hall.hall_screen import HallScreen
from toolkit.screen.passing_run import PassingRun
from toolkit.screen.quiz import QuizScreen
from toolkit.session.agenda import Part, Setup
from toolkit.session.run import Answered, Continued, Phase

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC).timestamp()


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
        assert "For young people, 45 minutes." in seat.said
        form = seat.app.screen.form
        assert (form.minutes, form.lessons) == ("45", ("ship", "letter"))
        await seat.press(*["down"] * 6, *"50")
        assert "For young people, 45 minutes. You have changed it." in seat.said
        await seat.press(*["up"] * 6, "left")
        assert seat.app.screen.form.plan == ""
        assert seat.app.screen.form.minutes == "50"

    drive(story, loaded=with_plans())


def test_plans_go_round_in_both_directions_and_are_kept(drive: Drive) -> None:
    """Left comes to the last one; the next session begins with it."""

    async def first(seat: Seat) -> None:
        await seat.press("f7", "up", "left")
        assert "The plan later" in seat.text
        await seat.press("right", "right", "enter")
        assert "The plan later" in seat.text

    async def second(seat: Seat) -> None:
        await seat.press("f7")
        assert "For everybody, 20 minutes." in seat.said
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
        await seat.click("A month later: 1 question to remember")
        assert isinstance(seat.app.screen, QuizScreen)
        assert seat.app.screen.state.questions == ("q-true",)
        await seat.answer("false")
        await seat.press("pagedown")
        assert "You knew 1 of 1 at the first try." in seat.text
        assert "A month later" not in seat.text

    drive(story, loaded=with_plans(), lesson="offer")
    assert journal.unfinished() == ()


def test_weeks_later_the_lesson_opens_with_the_offer_to_remember(
    drive: Drive, journal: Journal
) -> None:
    """Not sooner; and the whole lesson is there as ever."""

    async def story(seat: Seat) -> None:
        seat.app.today = lambda: NOW
        note(journal, "offer", NOW - LATER.total_seconds())
        await seat.press("1")
        assert isinstance(seat.app.screen, AgainScreen)
        await seat.press("2")
        assert "A message comes" in seat.text
        await seat.press("escape", "1")
        await seat.press("1")
        assert isinstance(seat.app.screen, QuizScreen)

    async def too_soon(seat: Seat) -> None:
        seat.app.today = lambda: NOW
        note(journal, "offer", NOW - LATER.total_seconds() + 24 * 3600)
        await seat.press("1")
        assert not isinstance(seat.app.screen, AgainScreen)

    drive(story, loaded=with_plans())
    drive(too_soon, loaded=with_plans())


def test_a_day_that_cannot_be_read_is_no_reason_to_ask(journal: Journal) -> None:
    """Nor is a lesson that was never finished here."""
    assert not is_due(journal, "offer", NOW)
    journal.keep_setting("finished offer", "yesterday")
    assert not is_due(journal, "offer", NOW)
    note(journal, "offer", NOW)
    assert journal.setting("finished offer") == date(2026, 11, 22).isoformat()
    assert not is_due(journal, "offer", NOW + timedelta(days=20).total_seconds())
    assert is_due(journal, "offer", NOW + timedelta(days=21).total_seconds())


def test_in_the_kiosk_nothing_of_it_is_kept(journal: Journal) -> None:
    """It begins at its first question, like anywhere else."""
    library = with_plans().library
    run = PassingRun.remember("offer", "seed", journal, library)
    assert run.run.phase is Phase.ASKING
    run.happen(Answered("q-true", ("false",)))
    run.happen(Continued())
    assert run.run.phase is Phase.DONE
    assert journal.unfinished() == ()
    assert not is_due(journal, "offer", NOW + LATER.total_seconds() * 20)
