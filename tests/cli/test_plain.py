"""The plain face: a whole lesson and quiz over lines, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ALL_PLAYED, LESSON
from screen.chat_sample import chatting
from screen.sample import both

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.quiz import Choice, Match, Multiple, Order, Spot
from toolkit.content.text import Text
from toolkit.content.wording import plain
from toolkit.errors import Breakdown
from toolkit.language import Language, language, said
from toolkit.plain.console import Console
from toolkit.plain.play import learn, read_answer
from toolkit.records.journal import Journal
from toolkit.records.kept_run import KeptRun, left_off
from toolkit.session.answers import PLAYABLE, choices, solution
from toolkit.session.remembering import offered, to_remember
from toolkit.session.run import (
    Answered,
    Continued,
    Phase,
    QuizOpened,
    Run,
    Started,
    Turned,
    options,
    question,
)

LIBRARY = open_library(as_of=RELEASED).library


class Talk:
    """A person at a console: reads what is written and types lines."""

    def __init__(self, folder: Path, lang: Language, library: Library) -> None:
        self.lines: list[str] = []
        self.typed: Iterator[str] = iter(())
        self.console = Console(self.lines.append, self._line, lang, library, Journal(folder))

    def _line(self) -> str | None:
        return next(self.typed, None)

    def types(self, *lines: str, lesson: str | None = "recruitment") -> str:
        """Everything that is written in answer to these lines."""
        self.lines.clear()
        self.typed = iter(lines)
        assert learn(lesson, self.console) == 0
        return "\n".join(self.lines)


@pytest.fixture
def talk(tmp_path: Path, lang: Language, library: Library) -> Talk:
    """A console with a journal of its own."""
    return Talk(tmp_path / "data", lang, library)


def state(talk: Talk) -> Run:
    """The state of the run that was broken off."""
    run = state_or_none(talk)
    assert run is not None
    return run


def state_or_none(talk: Talk) -> Run | None:
    """The run to go on with, if there is one."""
    for unfinished, fits in left_off(talk.console.journal, LIBRARY):
        if fits and unfinished.lesson == "recruitment":
            return KeptRun.resume(unfinished, talk.console.journal, LIBRARY).run
    return None


def numbers(run: Run) -> str:
    """The right answer to the current question, as typed."""
    shown = options(run, LIBRARY)
    return " ".join(str(shown.index(one) + 1) for one in solution(question(run, LIBRARY)))


def test_a_whole_lesson_and_quiz_can_be_played(talk: Talk, lang: Language) -> None:
    """Every page and every question is written out; at the end stands what to remember."""
    lesson = LIBRARY.lessons["recruitment"]
    pages = talk.types(*[""] * len(lesson.pages))
    for page in lesson.pages:
        assert plain(page.title, lang, LIBRARY) in pages
        assert plain(page.say, lang, LIBRARY) in pages
    while (run := state(talk)).queue:
        written = talk.types("1", numbers(run), "")
        assert plain(question(run, LIBRARY).ask, lang, LIBRARY) in written
    while (chat := state_or_none(talk)) is not None:
        assert plain(LIBRARY.questions[chat.chats[0]].ask, lang, LIBRARY) in written
        written = talk.types("1", "x")
    for takeaway in lesson.takeaways:
        assert plain(takeaway, lang, LIBRARY) in written


@pytest.fixture
def chatter(tmp_path: Path, lang: Language) -> Talk:
    """A console at which the quiz is nothing but a chat."""
    return Talk(tmp_path / "chat", lang, chatting(only=True).library)


def test_a_chat_is_played_by_numbers(chatter: Talk, lang: Language) -> None:
    """Each message with its writer, each answer, and at the end what happened; b, r and x do as told."""
    made = chatter.console.library.scenarios["cousin"]

    def words(text: Text) -> str:
        return plain(text, lang, chatter.console.library)

    begun = chatter.types("", "", "", lesson="offer")
    hello, hurry, _, told, sent = made.turns
    assert f"{words(made.partner)}: {words(hello.says[0])}" in begun
    assert f"2. {words(hello.replies[1].text)}" in begun
    answered = chatter.types("1", "4", "b", "r", "", "2", lesson="offer")
    assert answered.count(lang.gettext("Type one number.")) >= 4
    assert lang.gettext("You:") + " " + words(hello.replies[1].text) in answered
    assert words(hurry.says[1]) in answered
    ended = chatter.types("1", "3", "b", "2", lesson="offer")
    assert sent.debrief is not None and told.technique is not None
    assert words(sent.debrief) in ended
    assert words(told.technique) in ended
    again = chatter.types("1", "r", "l", lesson="offer")
    assert words(hello.says[0]) in again
    assert made.turns[0].says[0].runs["en"][0].value in again
    assert "%" not in chatter.types("1", "3", "", lesson="offer")
    finished = chatter.console.lang.gettext("You have finished this lesson.")
    assert finished in chatter.lines


def test_a_wrong_answer_gets_the_belief_and_the_reply(talk: Talk, lang: Language) -> None:
    """What somebody thinks who chose it is named, then answered, then the right one is shown."""
    talk.types(*[""] * len(LIBRARY.lessons["recruitment"].pages))
    run = state(talk)
    asked = question(run, LIBRARY)
    assert isinstance(asked, Choice)
    wrong = next(option for option in asked.options if not option.right)
    written = talk.types("1", str(options(run, LIBRARY).index(wrong.id) + 1))
    assert wrong.belief
    assert plain(wrong.belief, lang, LIBRARY) in written
    assert plain(wrong.reply, lang, LIBRARY) in written
    assert state(talk).phase is Phase.ANSWERED


def test_the_language_changes_in_the_middle_and_stays(talk: Talk, lang: Language) -> None:
    """`l` writes the same page again in the other language."""
    other = language("en" if lang.code == "id" else "id")
    written = talk.types("", "l")
    page = LIBRARY.lessons["recruitment"].pages[1]
    assert plain(page.title, lang, LIBRARY) in written
    assert plain(page.title, other, LIBRARY) in written
    assert talk.console.journal.setting("language") == other.code


def test_a_broken_off_run_is_offered_by_lesson_only(talk: Talk) -> None:
    """Go on, or start fresh; nothing else is said about who it was."""
    talk.types("", "", "")
    written = talk.types("2", "q")
    assert "3" not in written.split("\n\n", maxsplit=1)[0].replace("3.", "")
    assert state_or_none(talk) is None


@pytest.fixture
def ship(tmp_path: Path, lang: Language, write: Callable[[str, str], Path]) -> Talk:
    """A console with a small lesson of a trainer, which has the five kinds beside `choice`."""
    write("lessons/ship.yaml", LESSON)
    root = write("quizzes/ship.yaml", ALL_PLAYED)
    return Talk(tmp_path / "data", lang, open_library(root, RELEASED).library)


@pytest.mark.parametrize(
    ("number", "answer", "said"),
    [
        (0, ("c",), ("Menolong itu baik", "Jangan bawa titipan.", "- Paspor", "- Kontrak")),
        (0, ("a",), ("Jangan lupa kontrak.",)),
        (1, ("true",), ("Kata orang cukup", "Minta tertulis.", "- Tidak, bukan begitu")),
        (2, ("sign", "ask", "read"), ("Teken dulu tidak apa", "1. Baca", "2. Tanya", "3. Teken")),
        (3, ("job", "pass"), ("Paspor di Imigrasi.", "- Paspor = Imigrasi")),
        (4, (), ("Cepat itu biasa", "Minta waktu.", "- Malam ini juga.", "Mendesak.")),
    ],
)
@pytest.mark.parametrize("lang", ["id"], indirect=True)
def test_every_kind_answers_a_mistake_and_shows_what_is_right(
    ship: Talk, number: int, answer: tuple[str, ...], said: tuple[str, ...]
) -> None:
    """The belief behind it, the reply, and the right answer in words."""
    library = ship.console.library
    asked = library.quizzes["ship"].questions
    kept = KeptRun.begin("ship", "s", ship.console.journal, library)
    kept.happen(QuizOpened())
    for question_ in asked[:number]:
        kept.happen(Answered(question_.id, solution(question_)))
        kept.happen(Continued())
    shown = options(kept.run, library)
    typed = " ".join(str(shown.index(one) + 1) for one in answer) or "0"
    written = ship.types("1", typed, lesson="ship")
    assert plain(asked[number].ask, ship.console.lang, library) in written
    for words in (*said, "Soal ini nanti muncul lagi di akhir"):
        assert words in written


def test_what_cannot_be_understood_is_asked_again(talk: Talk, lang: Language) -> None:
    """A wrong number, a word, or nothing never moves the lesson."""
    written = talk.types("99", "x", "1", "b", "zzz", lesson=None)
    assert lang.gettext("There is no such number.") in written
    assert lang.gettext("Press Enter to go on. ?: help.") in written
    talk.types(*[""] * len(LIBRARY.lessons["recruitment"].pages), lesson="recruitment")
    before = state(talk)
    talk.types("1", "", "99", "1 1", "no")
    assert state(talk) == before


def test_too_few_numbers_are_told_with_how_many_it_takes(ship: Talk, lang: Language) -> None:
    """Where all have to be put in order; the example alone may be shorter than what is asked."""
    kept = KeptRun.begin("ship", "s", ship.console.journal, ship.console.library)
    kept.happen(QuizOpened())
    for asked in ship.console.library.quizzes["ship"].questions[:2]:
        kept.happen(Answered(asked.id, solution(asked)))
        kept.happen(Continued())
    told = lang.ngettext("It takes {n} number.", "It takes {n} numbers.", 3).format(n=3)
    assert told in ship.types("1", "2 1", lesson="ship")
    assert told not in ship.types("1", "1 1 2", "word", lesson="ship")


def test_a_lesson_begins_with_its_title(talk: Talk, lang: Language) -> None:
    """Before its first page, so that who only hears it knows what it is."""
    written = talk.types("q")
    title = plain(LIBRARY.lessons["recruitment"].title, lang, LIBRARY)
    first = lang.gettext("Page {page} of {pages}").format(page=1, pages=9)
    assert written.index(title) < written.index(first)


def test_the_narrators_words_are_nobodys_message(tmp_path: Path) -> None:
    """No writer stands before them, and no brackets around them."""
    loaded = chatting(only=True)
    made = loaded.library.scenarios["cousin"]
    told = both("(Malam itu sepi.)", "(That night it is quiet.)")
    turns = (replace(made.turns[0], says=(told,)), *made.turns[1:])
    library = replace(loaded.library, scenarios={"cousin": replace(made, turns=turns)})
    console = Talk(tmp_path / "told", language("en"), library)
    console.types("", "", "", lesson="offer")
    assert "That night it is quiet." in console.lines


def test_the_language_can_be_changed_before_anything_else(talk: Talk, lang: Language) -> None:
    """In the list of lessons and in the offer to go on."""
    other = language("en" if lang.code == "id" else "id")
    assert other.gettext("Lessons:") in talk.types("l", lesson=None)
    talk.console.lang = lang
    talk.types("", "")
    assert talk.console.journal.setting("language") == other.code
    talk.types("l", "3", "1", "q")
    assert talk.console.lang is other


def test_the_pages_can_be_read_again_in_the_middle_of_the_quiz(talk: Talk, lang: Language) -> None:
    """And from the last page the quiz goes on where it was."""
    pages = LIBRARY.lessons["recruitment"].pages
    talk.types(*[""] * len(pages))
    asked = question(state(talk), LIBRARY)
    written = talk.types("1", "p", "b", "", "")
    assert plain(pages[-2].title, lang, LIBRARY) in written
    assert written.count(plain(asked.ask, lang, LIBRARY)) == 2


def test_a_lesson_that_was_changed_since_starts_from_the_beginning(
    talk: Talk, lang: Language
) -> None:
    """Its old answers no longer fit; that is said, and nothing breaks."""
    journal = talk.console.journal
    journal.keep(journal.begin(Started("recruitment", "s", ("gone-01",))), Turned(3))
    written = talk.types("q")
    assert lang.gettext("It has been changed since, so it starts from the beginning.") in written
    assert lang.gettext("Page {page} of {pages}").format(page=1, pages=9) in written


def test_a_disk_that_fails_is_said_once_and_stops_nobody(
    talk: Talk, lang: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages go on; the trouble is told the first time only."""

    def full(*_: object) -> None:
        raise Breakdown(
            said("Answers cannot be kept in {path}: {error}.", path="x", error="full"), said("x")
        )

    monkeypatch.setattr(talk.console.journal, "keep", full)
    written = talk.types("", "", "")
    assert written.count("x: full") == 1
    assert plain(LIBRARY.lessons["recruitment"].pages[3].title, lang, LIBRARY) in written


def test_help_and_help_lines_are_one_key_away(talk: Talk, library: Library) -> None:
    """`?` teaches the keys, `h` gives every number with whom it is for."""
    written = talk.types("?", "h")
    for contact in library.contacts.values():
        assert contact.number in written
        assert plain(contact.scope, talk.console.lang, library) in written


def test_the_end_of_input_keeps_everything(talk: Talk) -> None:
    """A closed window is not a lost lesson."""
    talk.types("", "")
    assert state(talk).page == 2


@given(
    st.sampled_from([one for one in LIBRARY.questions.values() if isinstance(one, PLAYABLE)]),
    st.text(alphabet="0123456789 ,abq", max_size=12),
)
def test_a_typed_line_is_an_answer_or_nothing(asked: Choice, typed: str) -> None:
    """Numbers that fit are an answer that the question allows; all else is asked again."""
    shown = choices(asked, "x")
    answer = read_answer(asked, shown, typed)
    if answer is None:
        return
    assert set(answer) <= set(shown)
    if isinstance(asked, Order | Match):
        assert len(answer) == len(shown)
    elif not isinstance(asked, Multiple | Spot):
        assert len(answer) == 1


def test_answers_that_cannot_be_read_do_not_keep_anybody_from_learning(
    talk: Talk, lang: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told once, and the lesson begins in memory."""
    broken = Breakdown(said("gone"), said("put it back"))

    def fails(*_: object) -> None:
        raise broken

    monkeypatch.setattr(talk.console.journal, "reading", fails)
    monkeypatch.setattr(talk.console.journal, "writing", fails)
    told = talk.types("", "q")
    assert told.count("put it back") == 1
    assert plain(LIBRARY.lessons["recruitment"].pages[1].title, lang, LIBRARY) in told


def test_what_is_kept_for_a_month_later_is_one_letter_away(talk: Talk, lang: Language) -> None:
    """On the first page only; nothing asks who has read the lesson before."""
    kept = to_remember("recruitment", LIBRARY)
    offer = offered(len(kept), lang)
    told = talk.types("", "q")
    assert told.count(offer) == 1
    told = talk.types("2", "r", "q")
    assert plain(LIBRARY.questions[kept[0]].ask, lang, LIBRARY) in told
