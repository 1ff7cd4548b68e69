"""The set-up of a hall session: quick, kept at every key; and the sessions that were left open."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from screen.conftest import Drive, Golden, Seat
from screen.sample import course

from toolkit import RELEASED
from toolkit.content.load import Loaded, open_library
from toolkit.content.quiz import Forms
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open
from toolkit.screen.hall.hall_screen import HallScreen
from toolkit.screen.hall.left_open import LeftOpenScreen
from toolkit.screen.hall.setup import SETTING, SetupScreen
from toolkit.screen.hall.setup_form import (
    LONGEST,
    NUMBERS,
    Form,
    as_setting,
    completion,
    from_setting,
    place_name,
)
from toolkit.screen.hall.setup_plan import told
from toolkit.session.agenda import Measure, Setup
from toolkit.session.hall import WentOn
from toolkit.session.plan import draw_up, floor

SIZES = [(60, 18), (80, 24), (120, 40)]
FILLED_IN = Form("Sukamaju", "30", minutes="60", lessons=("offer",))


def with_forms(lessons: int = 3) -> Loaded:
    """The course, its quiz with two forms of a test."""
    loaded = course(lessons=lessons)
    quiz = replace(loaded.library.quizzes["offer"], forms=Forms(("q-choice",), ("q-true",)))
    library = replace(loaded.library, quizzes={"offer": quiz})
    return replace(loaded, library=library)


def began(journal: Journal, village: str = "Sukamaju", steps: int = 0) -> KeptSession:
    """A session that was begun and left."""
    setup = Setup(village, 30, 60, ("offer",))
    kept = KeptSession.begin(setup, draw_up(setup, with_forms().library), journal)
    for _ in range(steps):
        kept.happen(WentOn())
    return kept


def form_of(seat: Seat) -> Form:
    """What is filled in on the screen."""
    return seat.app.screen.form


def test_a_session_begins_in_ten_keys_and_a_name(drive: Drive, journal: Journal) -> None:
    """From home: F7, the village, how many people, PgDn. All else has a sensible answer."""

    async def story(seat: Seat) -> None:
        await seat.press("f7", *"Sukamaju", "enter", *"30", "pagedown")
        screen = seat.app.screen
        assert isinstance(screen, HallScreen)
        assert screen.session.hall.setup == Setup("Sukamaju", 30, 60, ("offer",))
        assert len(seat.app.screen_stack) == 2

    drive(story, loaded=with_forms())
    assert [one.village for one in left_open(journal)] == ["Sukamaju"]


def test_all_that_can_be_said_is_in_the_session(drive: Drive) -> None:
    """Bands, minutes, lessons and paper slips, by keys alone."""

    async def story(seat: Seat) -> None:
        await seat.press("f7", *"Desa", "space", *"Maju", "down", *"31", "tab", *"15", "tab", *"16")
        await seat.press("enter", *"9", "enter", *"95", "enter", "down", "space", "down", "down")
        assert "by raising hands" in await seat.press("tab", "shift+tab")
        assert "on paper slips" in await seat.press("enter")
        await seat.press("down", "enter")
        setup = seat.app.screen.session.hall.setup
        assert setup == Setup("Desa Maju", 31, 95, ("offer", "ship"), Measure.SLIPS, 15, 16, 9)

    drive(story, loaded=with_forms())


def test_the_last_choices_are_filled_in(drive: Drive) -> None:
    """The second session in the same village needs F7 and PgDn."""

    async def first(seat: Seat) -> None:
        await seat.press("f7", *"Sukamaju", "down", *"30", "down", *"18", "pagedown")

    async def second(seat: Seat) -> None:
        await seat.press("3")
        assert form_of(seat).village == "Sukamaju"
        assert form_of(seat).women == "18"
        await seat.press("pagedown")
        assert isinstance(seat.app.screen, HallScreen)

    drive(first, loaded=with_forms())
    drive(second, loaded=with_forms())


def test_every_key_is_kept_before_it_is_shown(drive: Drive, journal: Journal) -> None:
    """After each key another look at the file finds the fields as they stand on the screen."""
    other = Journal(journal.path.parent)

    async def story(seat: Seat) -> None:
        await seat.press("f7")
        keys = [*"Su", "backspace", "down", "3", "0", "down", "down", "down", "down", "7", "down",
                "space", "down", "space"]  # fmt: skip
        for key in keys:
            await seat.press(key)
            assert from_setting(other.setting(SETTING)) == form_of(seat)

    drive(story, loaded=with_forms())


def test_what_is_typed_first_takes_the_place_of_the_old(drive: Drive, journal: Journal) -> None:
    """A number from the last time need not be deleted; Backspace mends its end."""
    journal.keep_setting(SETTING, as_setting(FILLED_IN))

    async def story(seat: Seat) -> None:
        await seat.press("f7", "down", "4", "2")
        assert form_of(seat).heads == "42"
        await seat.press("backspace", "5", "up", "down", "backspace")
        assert form_of(seat).heads == "4"
        await seat.press("up", "K")
        assert form_of(seat).village == "K"

    drive(story, loaded=with_forms())


def test_only_numbers_stand_in_fields_of_numbers(drive: Drive) -> None:
    """From 1 to 9,999; letters are refused in words, and act on nothing else meanwhile."""

    async def story(seat: Seat) -> None:
        await seat.press("f7", "down")
        for key in ("0", "t", "l", "k", "b"):
            assert "A number from 1 to 9,999 stands here." in await seat.press(key)
        assert form_of(seat).heads == ""
        await seat.press(*"99999")
        assert form_of(seat).heads == "9999"
        assert seat.app.lang.code == "en"

    drive(story, loaded=with_forms())


def test_letters_belong_to_the_village_and_hiding_is_for_everywhere(drive: Drive) -> None:
    """`t`, `l`, `?` and `.` are typed; F9 hides here too, and brings it back."""

    async def story(seat: Seat) -> None:
        before = await seat.press("f7", *"tlkhb", "question_mark", "full_stop", "1")
        assert form_of(seat).village == "tlkhb?.1"
        assert not (await seat.press("f9")).strip()
        assert await seat.press("f9") == before
        await seat.press(*["x"] * 70)
        assert form_of(seat).village == "tlkhb?.1" + "x" * (LONGEST - 8)
        assert "at most 60 letters" in seat.text

    drive(story, loaded=with_forms())


def test_a_village_is_shown_as_it_was_typed(drive: Drive) -> None:
    """Markup is not obeyed, and what is kept has single spaces."""

    async def story(seat: Seat) -> None:
        await seat.press("f7", *"[/red]", "space", "space", "x", "down", *"30")
        assert "[/red]  x" in seat.text
        await seat.press("pagedown")
        assert seat.app.screen.session.hall.setup.village == "[/red] x"
        assert "[/red] x" in seat.text

    drive(story, loaded=with_forms())


def test_villages_of_the_last_times_are_offered(drive: Drive, journal: Journal) -> None:
    """The right arrow takes the next one; one that begins as typed is completed."""
    for village in ("Karanganyar", "Sukamaju", "Sumber"):
        began(journal, village)

    async def story(seat: Seat) -> None:
        await seat.press("b", "7")
        assert "(→ Sumber)" in seat.text
        assert form_of(await pressed(seat, "right")).village == "Sumber"
        assert form_of(await pressed(seat, "right")).village == "Sukamaju"
        assert form_of(await pressed(seat, "right")).village == "Karanganyar"
        await seat.press("s", "u", "k")
        assert "suk_  (→ Sukamaju)" in seat.text
        assert form_of(await pressed(seat, "right")).village == "Sukamaju"

    drive(story, loaded=with_forms())


async def pressed(seat: Seat, *keys: str) -> Seat:
    """The seat after these keys."""
    await seat.press(*keys)
    return seat


@pytest.mark.parametrize(
    ("lacking", "said", "row"),
    [
        ({"village": " "}, "First the name of the village.", "village"),
        ({"heads": ""}, "First how many people there are.", "heads"),
        ({"minutes": ""}, "First how many minutes you have.", "minutes"),
    ],
)
def test_what_is_lacking_is_asked_for(
    drive: Drive, journal: Journal, lacking: dict[str, str], said: str, row: str
) -> None:
    """Nothing begins without village, people, minutes; the caret goes to what is lacking."""
    journal.keep_setting(SETTING, json.dumps(json.loads(as_setting(FILLED_IN)) | lacking))

    async def story(seat: Seat) -> None:
        if row == "village":
            await seat.press("f7", "backspace", *["down"] * 11, "pagedown")
        else:
            await seat.press("f7", "pagedown")
        assert said in seat.text
        assert seat.app.screen.sheet.caret == row

    drive(story, loaded=with_forms())
    assert left_open(journal) == ()


def test_without_a_lesson_nothing_begins(drive: Drive, journal: Journal) -> None:
    """The last lesson can be left out, and is asked for then."""
    journal.keep_setting(SETTING, as_setting(FILLED_IN))

    async def story(seat: Seat) -> None:
        await seat.press("f7", *["down"] * 6, "space", "pagedown")
        assert "First choose a lesson." in seat.text
        assert seat.app.screen.sheet.caret == "/lesson offer"

    drive(story, loaded=with_forms())


def test_what_does_not_add_up_is_said_and_not_blocked(drive: Drive) -> None:
    """Women and men who are not all people, more young ones than people: the session begins."""

    async def story(seat: Seat) -> None:
        await seat.press("f7", *"Suka", "down", *"30", "down", *"18", "down", *"10")
        assert "28 women and men, 30 people: that may be so." in seat.said
        await seat.press("down", *"31")
        assert "More young people than people: that may be so." in seat.said
        await seat.press("pagedown")
        assert isinstance(seat.app.screen, HallScreen)

    drive(story, loaded=with_forms())


def test_slips_are_offered_only_where_there_are_sheets(drive: Drive) -> None:
    """Elsewhere it says why not, and the session is asked by hands."""

    async def story(seat: Seat) -> None:
        await seat.press("f7", *"Suka", "down", *"30", *["down"] * 8)
        assert seat.app.screen.sheet.caret == "/measure"
        assert "on paper slips" in await seat.press("space")
        await seat.press("up", "up", "space", "up", "space")
        assert "no paper slips: these lessons have no two sheets for them" in seat.said
        assert "by raising hands" in seat.text
        await seat.press(*["down"] * 3, "space")
        assert "Paper slips need lessons with two sheets for them." in seat.text
        await seat.press("pagedown")
        assert seat.app.screen.session.hall.setup.measure is Measure.HANDS

    drive(story, loaded=with_forms())


def test_the_plan_is_told_while_one_types(drive: Drive) -> None:
    """It fits, or needs so many minutes at least; what there is no time for is named."""

    async def story(seat: Seat) -> None:
        await seat.press("f7", *["down"] * 5, *"90")
        assert "Fits: " in seat.said
        assert "No time for" not in seat.said
        await seat.press("up", "down", "5")
        assert "Needs at least " in seat.said
        await seat.press("backspace")
        assert "Needs" not in seat.said
        assert "Fits" not in seat.said

    drive(story, loaded=with_forms())


@pytest.mark.parametrize("measure", list(Measure))
@pytest.mark.parametrize("minutes", [10, 30, 45, 60, 90, 200])
def test_the_plan_that_is_told_is_the_one_that_is_drawn_up(minutes: int, measure: Measure) -> None:
    """For our own library: the told minutes are those of the agenda, or of its floor, rounded up."""
    from toolkit.language import language

    library = open_library(as_of=RELEASED).library
    lessons = tuple(library.lessons)[:1]
    agenda = draw_up(Setup("Desa", 30, minutes, lessons, measure), library)
    time, parts = told(
        Form("Desa", "30", minutes=str(minutes), lessons=lessons), measure, library, language("en")
    )
    needs = -(-agenda.seconds // 60)
    if needs <= minutes:
        assert time == f"Fits: {needs} of {minutes} minutes."
    else:
        assert agenda.seconds == floor(agenda)
        assert time.startswith(f"Needs at least {needs} minutes")
    pages = sum(step.part.value == "lesson" for step in agenda.steps)
    assert f"{pages} page" in parts


@given(st.text() | st.dictionaries(st.sampled_from([*Form.__dataclass_fields__, "other"]), st.none()
       | st.text(max_size=70) | st.integers() | st.lists(st.text(max_size=5), max_size=3)).map(json.dumps))  # fmt: skip
def test_whatever_was_kept_gives_a_form(kept: str) -> None:
    """A setting that is damaged or from another version costs the last choices at most."""
    form = from_setting(kept)
    for name in NUMBERS:
        assert form.value(name) == "" or 1 <= int(form.value(name)) <= 9999
    assert len(form.village) <= LONGEST
    assert form.village.isprintable()
    assert isinstance(form.lessons, tuple)
    assert from_setting(as_setting(form)) == form


@given(st.text(max_size=80))
def test_a_village_keeps_its_letters_and_nothing_else(written: str) -> None:
    """Single spaces inside, none outside, at most sixty letters; twice is the same as once."""
    name = place_name(written)
    assert len(name) <= LONGEST
    assert name == " ".join(name.split())
    assert place_name(name) == name


def test_completion_goes_round() -> None:
    """After the last village comes the first; what is shown already is not offered."""
    there = ("Sumber", "Sukamaju", "Karanganyar")
    assert completion("", there) == "Sumber"
    assert completion("", there, "Sumber") == "Sukamaju"
    assert completion("", there, "Karanganyar") == "Sumber"
    assert completion("SUK", there) == "Sukamaju"
    assert completion("Sukamaju", ("Sukamaju",), "Sukamaju") == ""
    assert completion("x", there) == ""


def test_a_session_goes_on_where_it_was_left(drive: Drive, journal: Journal) -> None:
    """After a power cut the app itself offers it, also without `hall`: at the same step."""
    step = began(journal, steps=3).hall.step

    async def story(seat: Seat) -> None:
        assert isinstance(seat.app.screen, LeftOpenScreen)
        assert "Sukamaju" in seat.text
        assert "30 people" in seat.text
        await seat.press("1")
        assert isinstance(seat.app.screen, HallScreen)
        assert seat.app.screen.session.hall.step == step

    drive(story, loaded=with_forms())


@pytest.mark.parametrize(("hours", "offered"), [(11, True), (13, False), (-24 * 400, True)])
def test_an_old_session_is_offered_only_to_who_asks(
    drive: Drive, journal: Journal, hours: int, offered: bool
) -> None:
    """Within half a day, or where the clock was lost, at once; later home marks it."""
    began(journal, steps=1)
    later = journal.opened_at()[0] + hours * 3600

    async def story(seat: Seat) -> None:
        seat.app.today = lambda: later
        seat.app.pop_screen()
        await seat.settled()
        assert "Lead a session in the hall (F7)  [going on]" in seat.text
        assert seat.app.session_waits(12 * 3600) is offered
        await seat.press("f7")
        assert "Sukamaju" in seat.text

    drive(story, loaded=with_forms())


def test_the_newest_session_comes_first(drive: Drive, journal: Journal) -> None:
    """Each with its own rows; another one can be begun all the same."""
    for village in ("Karanganyar", "Sukamaju"):
        began(journal, village)

    async def story(seat: Seat) -> None:
        assert seat.text.index("Sukamaju") < seat.text.index("Karanganyar")
        await seat.press("5")
        assert isinstance(seat.app.screen, SetupScreen)
        await seat.press("escape", "f7", "3")
        assert seat.app.screen.session.hall.setup.village == "Karanganyar"

    drive(story, loaded=with_forms())


def test_ending_a_session_asks_once_and_keeps_what_there_is(drive: Drive, journal: Journal) -> None:
    """The second choice ends it: its result is kept, and it is not offered again."""
    began(journal, steps=2)

    async def story(seat: Seat) -> None:
        assert "cannot be gone on with afterwards" in await seat.press("2")
        assert len(left_open(journal)) == 1
        await seat.press("2")
        assert isinstance(seat.app.screen, SetupScreen)

    drive(story, loaded=with_forms())
    assert left_open(journal) == ()
    with journal.reading() as db:
        assert db.execute("SELECT count(*) FROM results").fetchone() == (1,)


def test_of_a_damaged_session_what_is_whole_is_told(drive: Drive, journal: Journal) -> None:
    """How much of it is whole; one without a beginning can only be put away."""
    kept = began(journal, "Sukamaju", steps=4)
    lost = began(journal, "Karanganyar")
    with journal.writing() as db:
        db.execute("UPDATE happenings SET body = '{}' WHERE session = ? AND seq = 3", (kept.uid,))
        db.execute("UPDATE happenings SET body = '{}' WHERE session LIKE ?", (f"%{lost.uid}",))

    async def story(seat: Seat) -> None:
        assert "A session that cannot be read any more" in seat.said
        assert "The beginning of this session is damaged" in seat.said
        assert "what followed its first 3 entries" in seat.said
        await seat.press("1", "1")
        assert "cannot be read any more" not in seat.said
        await seat.press("1")
        assert isinstance(seat.app.screen, HallScreen)

    drive(story, loaded=with_forms())


def test_one_that_another_window_ended_is_not_offered_again(drive: Drive, journal: Journal) -> None:
    """Going on with it leads to what is left: here, to the set-up."""
    from toolkit.session.hall import Ended

    kept = began(journal)

    async def story(seat: Seat) -> None:
        kept.happen(Ended())
        await seat.press("2", "2")
        assert isinstance(seat.app.screen, SetupScreen)

    drive(story, loaded=with_forms())
    assert left_open(journal) == ()


def test_the_help_names_the_keys_of_the_set_up(drive: Drive, journal: Journal) -> None:
    """And of the sessions left open, in full."""
    began(journal)

    async def story(seat: Seat) -> None:
        for keys in ([], ["3"]):
            await seat.press(*keys)
            acting = seat.app.screen.acting()
            await seat.press("f1")
            for action in acting:
                assert action.help in seat.said
            await seat.press("escape")

    drive(story, loaded=with_forms(), size=(80, 60))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_set_up_stands_as_it_was_approved(
    drive: Drive, golden: Golden, lang: object, size: tuple[int, int], tmp_path: Path
) -> None:
    """Empty, filled in, and too short: everything that matters is in sight at 60x18."""
    code = lang.code  # type: ignore[attr-defined]

    async def walk(seat: Seat) -> None:
        def take(name: str) -> None:
            golden.frame(f"hall-setup{name}.{code}.{size[0]}x{size[1]}", seat.text)

        await seat.press("f7")
        take("")
        await seat.press(*"Sukamaju", "down", *"30", "down", *"18", "down", *"10", "down", "down")
        await seat.press(*"75", *["down"] * 4, "space")
        take("-filled-in")
        await seat.press("up", "up", "space", *["up"] * 2, *"20")
        take("-too-short")

    drive(walk, lang=code, size=size, loaded=with_forms(), kept=Journal(tmp_path / "new"))
    golden.judge()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_sessions_left_open_stand_as_they_were_approved(
    drive: Drive, golden: Golden, lang: object, size: tuple[int, int], journal: Journal
) -> None:
    """Two of them on one day, one with damage, and the question before one is ended."""
    code = lang.code  # type: ignore[attr-defined]
    day = 1_795_341_600
    for village, steps in (("Karanganyar", 1), ("Sukamaju", 4)):
        kept = opened_on(day, journal, village, steps)
    with journal.writing() as db:
        db.execute("UPDATE happenings SET body = '{}' WHERE session = ? AND seq = 4", (kept.uid,))

    async def walk(seat: Seat) -> None:
        if not isinstance(seat.app.screen, LeftOpenScreen):
            await seat.press("f7")
        golden.frame(f"hall-left-open.{code}.{size[0]}x{size[1]}", seat.text)
        await seat.press("4")
        golden.frame(f"hall-left-open-ending.{code}.{size[0]}x{size[1]}", seat.text)

    drive(walk, lang=code, size=size, loaded=with_forms())
    golden.judge()


def opened_on(day: float, journal: Journal, village: str, steps: int) -> KeptSession:
    """A session that was begun on a day of the laptop's clock."""
    from toolkit.records.clock import Clock

    setup = Setup(village, 30, 60, ("offer",))
    agenda = draw_up(setup, with_forms().library)
    kept = KeptSession.begin(setup, agenda, journal, Clock(wall=lambda: day, steady=lambda: 0))
    for _ in range(steps):
        kept.happen(WentOn())
    return kept
