"""A chat on the screen: replies by keys, one's own answers set apart, each of them kept and undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from screen.chat_sample import chatting
from screen.conftest import Drive, Golden, Seat
from screen.hall.lead import Lead, lead
from screen.hall.sample import course as hall_course
from screen.sample import both
from screen.test_frames import SIZES
from screen.workshop import Workshop

from toolkit.content.checks.fitting import CELLS, rows
from toolkit.content.checks.turns import ASKED, NUMBERED, ROWS, measure, too_full
from toolkit.content.library import Library
from toolkit.content.load import Loaded
from toolkit.content.quiz import Chat
from toolkit.language import Language
from toolkit.records.journal import Journal
from toolkit.screen.chat_face import face
from toolkit.screen.layout import height_of
from toolkit.screen.passing_run import PassingRun
from toolkit.screen.prose import Voice
from toolkit.screen.signs import FINE
from toolkit.session.agenda import Part
from toolkit.session.chat import talking
from toolkit.session.run import Continued, Phase, QuizOpened, Talked

ONLY = chatting(only=True)


async def to_the_chat(seat: Seat) -> str:
    """Through the three pages."""
    await seat.press("pagedown", "pagedown")
    assert "To the chat" in seat.text
    return await seat.press("pagedown")


def test_a_chat_is_played_by_numbers_and_arrows(drive: Drive) -> None:
    """The partner on the left, own answers further in after a word, the newest below; no score."""

    async def story(seat: Seat) -> None:
        await to_the_chat(seat)
        assert "Cousin Tono (example)" in seat.text.split("\n")[0]
        assert "A made-up chat, for practice" in seat.text
        await seat.press("down", "enter")
        lines = seat.text.split("\n")
        hers = next(line for line in lines if "| Hello, do you" in line)
        own = next(line for line in lines if "You: Oh, I would like that!" in line)
        newest = next(line for line in lines if "| Later, what" in line)
        assert own.index("You:") >= hers.index("|") + 10
        assert lines.index(hers) < lines.index(own) < lines.index(newest)
        await seat.press("3")
        for words in (
            "What happened here",
            "It is not your fault. Call 000.",
            "Flattery, then your details",
        ):
            assert words in seat.said
        assert not any(sign in seat.text for sign in (FINE.right, FINE.wrong))
        assert "End of the lesson" in await seat.press("enter")
        assert "at the first try" not in seat.text

    drive(story, loaded=ONLY, lesson="offer")


def test_a_step_is_taken_back_and_the_chat_begun_again(drive: Drive) -> None:
    """By key and by row; before the first answer there is nothing to take back."""

    async def story(seat: Seat) -> None:
        begun = await to_the_chat(seat)
        assert "Backspace" not in begun
        await seat.press("2", "3")
        assert "| Later, what" in await seat.press("backspace")
        assert "You: Here is my ID card." not in seat.text
        assert await seat.press("backspace") == begun
        assert await seat.press("backspace") == begun
        await seat.press("2", "3")
        assert "3  Begin this chat again" in seat.text
        await seat.press("2")
        assert "3  Here is my ID card." in seat.text
        await seat.press("1", "3")
        assert seat.text == begun

    drive(story, loaded=ONLY, lesson="offer", size=(80, 40))


def test_it_comes_after_all_questions_and_can_be_left_out(drive: Drive) -> None:
    """Wherever it stands in the quiz; X passes it by, and at its end there is nothing to pass."""

    async def story(seat: Seat) -> None:
        await seat.press("pagedown", "pagedown", "pagedown")
        for right in (
            ["wait"],
            ["desa", "dinas"],
            ["false"],
            ["keep", "ask", "decide"],
            ["pass", "work", "danger"],
        ):
            await seat.answer(*right)
            await seat.press("pagedown")
        await seat.answer("urgent", "secret")
        assert "Question 6 of 6" in seat.text
        assert "1  To the chat" in seat.text
        await seat.press("enter")
        assert "A distant cousin writes." in seat.text
        assert "You knew 6 of 6" in await seat.press("x")

    async def to_the_end(seat: Seat) -> None:
        await to_the_chat(seat)
        assert "X Skip" in seat.text
        await seat.press("3")
        assert "X Skip" not in seat.text
        assert "What happened here" in await seat.press("x")

    drive(story, loaded=chatting(), lesson="offer")  # fmt: skip
    drive(to_the_end, loaded=ONLY, lesson="offer")


def test_a_chat_can_be_played_again_from_the_result(drive: Drive, journal: Journal) -> None:
    """Also one that was left out, as the result then says; of it nothing is kept."""

    async def story(seat: Seat) -> None:
        await to_the_chat(seat)
        await seat.press("x")
        assert "End of the lesson. The chat can still be played here." in seat.text
        events = list(journal.unfinished())
        assert "A distant cousin writes." in await seat.press("enter")
        await seat.press("2", "3")
        assert "1  To the result" in seat.text
        assert "Play the chat" in await seat.press("1")
        await seat.press("enter", "2")
        assert "The chat can still be played here." in await seat.press("escape")
        assert list(journal.unfinished()) == events

    drive(story, loaded=ONLY, lesson="offer")


def test_an_ending_shows_its_rows_before_one_of_them_is_taken(drive: Drive) -> None:
    """Where they are out of sight, Enter first brings them; at a choice PgDn says what is waited for."""
    made = ONLY.library.scenarios["cousin"]
    *others, last = made.turns
    long = replace(last, debrief=both("Panjang. " * 90, "Long. " * 150))
    library = replace(ONLY.library, scenarios={"cousin": replace(made, turns=(*others, long))})

    async def story(seat: Seat) -> None:
        await to_the_chat(seat)
        assert "Choose an answer first." in await seat.press("pagedown")
        await seat.press("2", "3")
        assert "See the result" not in seat.text
        assert "1  See the result" in await seat.press("enter")
        assert "End of the lesson" in await seat.press("enter")

    drive(story, loaded=replace(ONLY, library=library), lesson="offer", size=(60, 18))


def test_the_narrators_words_have_no_bubble(drive: Drive) -> None:
    """They stand without the partner's line and without their brackets."""
    made = ONLY.library.scenarios["cousin"]
    first, *others = made.turns
    told = both("(Malam itu sepi.)", "(That night it is quiet.)")
    turns = (replace(first, says=(*first.says, told)), *others)
    library = replace(ONLY.library, scenarios={"cousin": replace(made, turns=turns)})

    async def story(seat: Seat) -> None:
        lines = (await to_the_chat(seat)).split("\n")
        line = next(one for one in lines if "That night" in one)
        assert line.strip() == "That night it is quiet."
        assert any(one.strip() == "| (Example) There is work abroad." for one in lines)

    drive(story, loaded=replace(ONLY, library=library), lesson="offer")


def test_after_a_power_cut_the_chat_is_at_the_same_turn(
    drive: Drive, journal: Journal, tmp_path: Path
) -> None:
    """Each reply was on the disk before the next message; so was the step taken back."""
    seen = []

    async def until_the_cut(seat: Seat) -> None:
        await to_the_chat(seat)
        await seat.press("2", "3", "backspace")
        seen.append(seat.text)

    async def afterwards(seat: Seat) -> None:
        await seat.press("1")
        assert seat.text == seen[0]
        assert seat.app.screen.kept.run.talk == ("glad",)

    drive(until_the_cut, loaded=ONLY, lesson="offer")
    assert journal.unfinished()[0].events[-2:] == (
        Talked("q-chat", ("glad", "ktp")),
        Talked("q-chat", ("glad",)),
    )
    drive(afterwards, loaded=ONLY, kept=Journal(tmp_path / "data"))


def test_a_chat_that_was_changed_meanwhile_begins_again(drive: Drive, journal: Journal) -> None:
    """The reply that was kept is not there any more; nobody sees a fault."""

    async def before(seat: Seat) -> None:
        await to_the_chat(seat)
        await seat.press("2")

    async def after(seat: Seat) -> None:
        assert "| Hello, do you remember me?" in await seat.press("1")
        assert "You:" not in seat.text

    drive(before, loaded=ONLY, lesson="offer")
    drive(after, loaded=_without_glad(ONLY))


def _without_glad(loaded: Loaded) -> Loaded:
    made = loaded.library.scenarios["cousin"]
    first, *others = made.turns
    fewer = replace(first, replies=tuple(one for one in first.replies if one.id != "glad"))
    changed = {"cousin": replace(made, turns=(fewer, *others))}
    return replace(loaded, library=replace(loaded.library, scenarios=changed))


def test_language_and_hiding_change_nothing_in_a_chat(drive: Drive) -> None:
    """One switch at any moment, one key to hide it; the same turn is there afterwards."""

    async def story(seat: Seat) -> None:
        await to_the_chat(seat)
        before = await seat.press("1")
        assert "Malam ini tutup, lho." in await seat.press("f2")
        assert "Di mana kerjanya?" in seat.text
        assert await seat.press("f2") == before
        assert "Tono" not in await seat.press("f9")
        assert await seat.press("f9") == before

    drive(story, loaded=ONLY, lesson="offer", size=(60, 18))


def test_the_whole_talk_can_be_scrolled_and_stays_where_one_reads(drive: Drive) -> None:
    """Up to what was said first, and still there in the other language; an answer brings the newest."""

    async def story(seat: Seat) -> None:
        await to_the_chat(seat)
        await seat.press("1")
        assert "▲ more above" in seat.text
        await seat.press("pageup")
        assert "A distant cousin writes." in seat.text
        assert "Sepupu jauh menyapa." in await seat.press("f2")
        assert "What happened here" in await seat.press("f2", "1")

    drive(story, loaded=ONLY, lesson="offer", size=(60, 18))


def test_a_chat_file_is_previewed_as_the_hall_sees_it(drive: Drive, shop: Workshop) -> None:
    """It opens at the chat, follows each save at the same turn, and the contents lead to it."""
    quiz = "quiz: ship\nlesson: ship\nquestions:\n  - {id: sh-09, kind: scenario, objective: ship.papers, ask: {id: Balas., en: Reply to him.}, scenario: tono}\n"
    chat = (
        "scenario: tono\ntitle: {id: Sepupu, en: Cousin}\npartner: {id: Tono (contoh), en: Tono (example)}\nturns:\n"
        "  - id: hello\n    says: [{id: Halo., en: Hello.}]\n    replies: [{id: ask, text: {id: Di mana?, en: Where?}, next: bye}]\n"
        "  - id: bye\n    says: [{id: Nanti saja., en: Later.}]\n    debrief: {id: Ia menghindar., en: He dodged.}\n    technique: {id: Desakan, en: Urgency}\n"
    )
    shop.save("quizzes/ship.yaml", quiz)
    shop.save("quizzes/tono.yaml", chat)
    bench = shop.bench("quizzes/tono.yaml")

    async def story(seat: Seat) -> None:
        assert "Preview | Tono (example)" in seat.text
        assert "Chat: Reply to him." in await seat.press("f8")
        await seat.press("escape", "1")
        assert "He dodged." in seat.text
        shop.save("quizzes/tono.yaml", chat.replace("He dodged.", "He dodged the question."))
        await seat.until("He dodged the question.")
        assert "You: Where?" in seat.text

    drive(story, bench=bench)


def test_whoever_passes_by_leaves_nothing_of_a_chat(journal: Journal) -> None:
    """At the kiosk it is played like any other, and the disk has not one line of it."""
    run = PassingRun.begin("offer", "seed", journal, ONLY.library)
    for event in (QuizOpened(), Talked("q-chat", ("glad",)), Talked("q-chat", ("glad", "ktp"))):
        run.happen(event)
    assert run.run.phase is Phase.CHATTING
    run.happen(Continued())
    assert run.run.phase is Phase.DONE
    assert journal.unfinished() == ()


# In the hall


def in_the_hall() -> Loaded:
    """The hall's course with the chat."""
    loaded = hall_course()
    library = loaded.library
    asked = Chat(
        "q-chat", "offer.calm", both("Sepupu jauh menyapa.", "A distant cousin writes."), "cousin"
    )
    quiz = library.quizzes["offer"]
    return replace(
        loaded,
        library=replace(
            library,
            quizzes={"offer": replace(quiz, questions=(*quiz.questions, asked))},
            questions={**library.questions, asked.id: asked},
            scenarios=ONLY.library.scenarios,
        ),
    )  # fmt: skip


def test_a_room_plays_a_chat_and_nothing_of_it_is_kept(drive: Drive, journal: Journal) -> None:
    """From the menu and back to the same step, with not one event more."""

    async def story(me: Lead) -> None:
        await me.to(Part.QUIZ)
        before, events = await me.press(), len(me.session._lines)
        menu = await me.press("escape")
        number = menu.split(" Play a made-up chat together")[0].split()[-1]
        assert "A distant cousin offers work" in await me.press(number)
        assert "What do we answer?" in await me.press("1")
        await me.press("2", "3")
        assert "What happened here" in me.said
        assert await me.press("1") == before
        await me.press("escape", number, "1", "2")
        assert await me.press("escape") == before
        assert len(me.session._lines) == events

    lead(drive, journal, story, loaded=in_the_hall())


def test_without_a_chat_the_hall_offers_none(drive: Drive, journal: Journal) -> None:
    """A library may have none."""

    async def story(me: Lead) -> None:
        assert "chat" not in await me.press("escape")

    lead(drive, journal, story)


# How it looks, and what fits


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_chat_stands_as_it_was_approved(
    drive: Drive, golden: Golden, lang: Language, journal: Journal, size: tuple[int, int]
) -> None:
    """Its beginning, its middle and its end, alone and in the hall, are the frames on file."""
    name = f"{lang.code}.{size[0]}x{size[1]}"

    async def alone(seat: Seat) -> None:
        golden.frame(f"chat.{name}", await seat.press("pagedown", "pagedown", "pagedown"))
        golden.frame(f"chat-answered.{name}", await seat.press("2"))
        golden.frame(f"chat-ended.{name}", await seat.press("3"))

    async def together(me: Lead) -> None:
        await me.seat.press("escape")
        golden.frame(f"hall-menu-with-chat.{name}", me.seat.text)
        golden.frame(f"hall-chats.{name}", await me.seat.press("4"))
        golden.frame(f"hall-chat.{name}", await me.seat.press("1"))

    drive(alone, loaded=ONLY, lesson="offer", lang=lang.code, size=size)
    lead(drive, journal, together, loaded=in_the_hall(), lang=lang.code, size=size)
    golden.judge()


def test_a_turn_is_measured_as_it_is_shown(library: Library, lang: Language) -> None:
    """Row for row what the screen makes of it at its smallest; a turn of ours fits it."""
    voice = Voice(lang, library, FINE)
    for made in library.scenarios.values():
        assert not list(too_full((made,), library))
        for turn in made.turns:
            if turn.replies:
                now = replace(talking(made, ()), turn=turn)
                newest = face(now, None, (), voice, how=".", width=60).newest
                measured = ASKED + sum(
                    rows(one, lang.code, library, width) for one, width in map(measure, turn.says)
                )
                measured += sum(
                    rows(one.text, lang.code, library, CELLS - NUMBERED) for one in turn.replies
                )
                # The white before the first message goes with what was said before it.
                assert height_of(list(newest), 60) == measured


def test_a_chat_has_as_many_rows_as_checking_takes_it_to_have(drive: Drive, lang: Language) -> None:
    """At least, on the smallest screen, in both languages, with all the keys that it ever has."""

    async def story(seat: Seat) -> None:
        await seat.press("pagedown", "pagedown", "pagedown", "1")
        assert seat.app.screen.sheet.size.height >= ROWS

    drive(story, loaded=ONLY, lesson="offer", lang=lang.code, size=(60, 18))
