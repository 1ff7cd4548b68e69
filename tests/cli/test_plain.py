"""The plain face: a whole lesson and quiz over lines, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.quiz import Choice, Match, Multiple, Order, Spot
from toolkit.content.wording import plain
from toolkit.language import Language, language
from toolkit.plain.console import Console
from toolkit.plain.play import learn, read_answer
from toolkit.records.journal import Journal
from toolkit.records.kept_run import KeptRun, left_off
from toolkit.session.answers import choices, solution
from toolkit.session.run import Phase, Run, options, question

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
    while True:
        run = state(talk)
        written = talk.types("1", numbers(run), "")
        assert plain(question(run, LIBRARY).ask, lang, LIBRARY) in written
        if state_or_none(talk) is None:
            break
    for takeaway in lesson.takeaways:
        assert plain(takeaway, lang, LIBRARY) in written


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
    st.sampled_from(list(LIBRARY.questions.values())),
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
