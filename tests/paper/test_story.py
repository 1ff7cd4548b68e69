"""The read-aloud chat: every turn is reached by its numbers, and nobody can peek along."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from paper.conftest import Print
from paper.long_reading import words
from paper.reading import evened
from pypdf import PdfReader

from toolkit.content.library import Library
from toolkit.content.offer import Scenario
from toolkit.content.text import Text, parse
from toolkit.content.wording import plain
from toolkit.errors import WrongInput
from toolkit.language import Language, language
from toolkit.paper.pack import PACK, members
from toolkit.paper.shop import Job, composed, document
from toolkit.session.chat import numbered

LESSON = "recruitment"
STORY = Job("story", (LESSON,), "id", "a4")


@pytest.fixture(params=[("id", "a4"), ("en", "f4")], ids="-".join)
def job(request: pytest.FixtureRequest) -> Job:
    """In each language, and on each paper."""
    return replace(STORY, lang=request.param[0], paper=request.param[1])


def chat(library: Library) -> Scenario:
    """The chat of the lesson."""
    asked = next(one for one in library.questions.values() if one.id == "rc-41")
    return library.scenarios[asked.scenario]  # type: ignore[attr-defined]


def pieces(pdf: bytes, partner: str, lang: Language) -> dict[int, str]:
    """The words of each numbered piece, as they are read out."""
    said = evened(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))
    writes = evened(lang.gettext("{partner} writes:").format(partner=partner))
    found = re.split(rf"(?<!\d)(\d+) (?={re.escape(writes)})", said)
    return {int(number): told for number, told in zip(found[1::2], found[2::2], strict=True)}


def test_every_turn_is_reached_by_its_numbers(job: Job, printed: Print, library: Library) -> None:
    """From 1 along what stands beside the answers, each piece has its messages, answers or debriefing."""
    lang, made = language(job.lang), chat(library)
    told = pieces(printed(job), plain(made.partner, lang, library), lang)
    turns = {turn.id: turn for turn in made.turns}
    on = re.escape(lang.gettext("go on at {n}")).replace(r"\{n\}", r"(\d+)")
    reached: dict[int, str] = {}
    waiting = [(1, made.turns[0].id)]
    while waiting:
        number, turn = waiting.pop()
        if number in reached:
            assert reached[number] == turn
            continue
        reached[number] = turn
        piece = told[number]
        for one in (*turns[turn].says, turns[turn].debrief, turns[turn].technique):
            assert one is None or evened(plain(one, lang, library)) in piece
        numbers = [int(one) for one in re.findall(on, piece)]
        replies = turns[turn].replies
        assert [piece.index(evened(plain(one.text, lang, library))) for one in replies] == sorted(
            piece.index(evened(plain(one.text, lang, library))) for one in replies
        )
        waiting += zip(numbers, (reply.next for reply in replies), strict=True)
    assert reached == {number: turn for turn, number in numbered(made).items()}
    assert sorted(told) == sorted(reached)


def test_it_says_how_it_is_read_out_and_that_it_is_made_up(job: Job, printed: Print) -> None:
    """On its first page, above the first piece; no laptop is needed."""
    lang, said = language(job.lang), words(printed(job))
    for told in (
        "Read the piece with the number 1 out, slowly. Then read its answers with their letters.",
        "Read only the piece whose turn it is. The numbers are mixed on purpose.",
        "For the facilitator: a made-up chat to read out, for practice.",
    ):
        assert lang.gettext(told) in said


def test_a_lesson_without_a_chat_says_so(library: Library) -> None:
    """It is wrong input, with what to do about it, and no empty sheet."""
    none = replace(library, scenarios={})
    with pytest.raises(WrongInput) as refused:
        composed(STORY, none)
    assert "recruitment" in refused.value.tell(language("en"))


def test_several_chats_of_a_lesson_stand_in_one_file(library: Library) -> None:
    """Each begins a page, at its own number 1."""
    made, quiz = chat(library), library.quizzes[LESSON]
    asked = library.questions["rc-41"]
    second = replace(asked, id="rc-42", scenario="second")  # type: ignore[call-arg]
    other = replace(made, id="second")
    two = replace(
        library,
        scenarios={**library.scenarios, "second": other},
        quizzes={**library.quizzes, LESSON: replace(quiz, questions=(*quiz.questions, second))},
    )
    pdf = document.draw((drawn := composed(STORY, two)).faces, drawn.about)
    writes = (
        language("id")
        .gettext("{partner} writes:")
        .format(partner=plain(made.partner, language("id"), two))
    )
    said = evened(words(pdf))
    assert len(re.findall(rf"(?<!\d)1 {re.escape(evened(writes))}", said)) == 2


def test_a_pack_has_one_for_each_lesson_with_a_chat(library: Library) -> None:
    """Lessons without one are passed by."""
    lessons = tuple(library.lessons)
    jobs = members(Job(PACK, lessons, "id", "a4"), library)
    told = [one.lessons for one in jobs if one.product == "story"]
    assert (LESSON,) in told
    none = members(Job(PACK, lessons, "id", "a4"), replace(library, scenarios={}))
    assert not [one for one in none if one.product == "story"]


def test_the_narrators_words_are_nobodys_message(library: Library) -> None:
    """In a piece who writes is named before a message, never before what a narrator tells."""
    made = chat(library)
    told = Text({"en": parse("(That night it is quiet.)")})
    hello, *others = made.turns
    turns = (replace(hello, says=(told, *hello.says)), *others)
    changed = replace(library, scenarios={**library.scenarios, made.id: replace(made, turns=turns)})
    drawn = composed(replace(STORY, lang="en"), changed)
    said = evened(words(document.draw(drawn.faces, drawn.about)))
    partner = plain(made.partner, language("en"), library)
    assert evened(f"That night it is quiet. {partner} writes:") in said
    assert "(That night" not in said
