"""The facilitator's guide: everything that a session needs, for whoever leads it without a laptop."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper.conftest import Print
from paper.long_reading import seen, words
from paper.reading import evened
from paper.samples import LANGS, LESSONS, with_lesson
from paper.samples import words as text_of

from toolkit.content.lesson import Lesson
from toolkit.content.library import Library
from toolkit.content.quiz import Choice, Opinion, Question, TrueFalse, Verdict
from toolkit.content.text import Text
from toolkit.content.wording import plain
from toolkit.language import Language, language
from toolkit.paper.products.guide_plan import plans
from toolkit.paper.shop import PAPERS, Job, draw
from toolkit.paper.type.trouble import Unprintable
from toolkit.session import scripts
from toolkit.session.agenda import Part, Setup, Step
from toolkit.session.answers import choice_text
from toolkit.session.letters import shown
from toolkit.session.option_names import letter
from toolkit.session.plan import draw_up, floor


def _guide(lesson: str, lang: str, paper: str = "a4") -> Job:
    return Job("guide", (lesson,), lang, paper)


def _steps(library: Library, *lessons: str) -> tuple[Step, ...]:
    """The steps of a hall that has time for everything."""
    return draw_up(Setup("", 30, 9999, lessons), library, ()).steps


def _questions(library: Library, part: Part, lesson: str) -> list[Question]:
    steps = _steps(library, lesson)
    return [library.questions[step.subject] for step in steps if step.part is part]


def _missing(texts: list[Text], lang: Language, library: Library, said: str) -> list[str]:
    told = (evened(plain(one, lang, library)) for one in texts)
    return [one for one in told if one not in said]


@pytest.fixture(params=LESSONS)
def lesson(request: pytest.FixtureRequest) -> str:
    """Each lesson in turn."""
    return request.param


@pytest.fixture
def said(lesson: str, lang: Language, printed: Print) -> str:
    """The words of the guide to a lesson."""
    return words(printed(_guide(lesson, lang.code)))


def test_all_of_every_page_can_be_said_without_a_laptop(
    lesson: str, lang: Language, said: str, library: Library
) -> None:
    """What the room sees, what is told, what is asked, and the note before a hard page."""
    texts = [one.text for one in library.lessons[lesson].objectives]
    for page in library.lessons[lesson].pages:
        texts += [page.title, *page.show, page.say]
        texts += [one for one in (page.ask, page.note) if one is not None]
    assert not _missing(texts, lang, library, said)


def test_every_question_has_its_options_replies_and_beliefs(
    lesson: str, lang: Language, said: str, library: Library
) -> None:
    """With the letters that the hall's screen gives them."""
    for question in _questions(library, Part.QUIZ, lesson):
        texts = [question.ask]
        match question:
            case Choice(options=options):
                texts += [one.reply for one in options]
                texts += [one.belief for one in options if one.belief is not None]
                for at, option in enumerate(shown(question, library)):
                    told = choice_text(question, option)
                    assert told is not None
                    assert f"{letter(at)} {plain(told, lang, library)}" in said
                right = next(one.id for one in options if one.right)
                called = letter(shown(question, library).index(right))
                assert lang.gettext("{letter} is right.").format(letter=called) in said
            case TrueFalse(reply=reply, mistake=mistake):
                texts += [reply, mistake.belief, mistake.reply]
        assert not _missing(texts, lang, library, said)


def test_every_offer_has_its_verdict_signs_and_checks(
    lesson: str, lang: Language, said: str, library: Library
) -> None:
    """Those that are practised on, with the usual mistake; those of the tests, at the end."""
    for part in (Part.OFFERS, Part.ANSWERS):
        for question in _questions(library, part, lesson):
            assert isinstance(question, Verdict)
            offer = library.offers[question.offer]
            texts = [*offer.message, *offer.signs, *offer.checks]
            if part is Part.OFFERS:
                texts += [question.mistake.belief, question.mistake.reply]
            assert not _missing(texts, lang, library, said)


def test_an_opinion_has_what_is_said_when_the_hands_are_down(
    lesson: str, lang: Language, said: str, library: Library
) -> None:
    """Nothing in it is right or wrong."""
    for question in _questions(library, Part.OPINION, lesson):
        assert isinstance(question, Opinion)
        texts = [question.ask, question.after, *(one.text for one in question.stances)]
        assert not _missing(texts, lang, library, said)


def test_the_answers_of_the_tests_are_not_told_before_them(
    lesson: str, lang: Language, printed: Print, library: Library
) -> None:
    """From the test to the first page no letter is called right, no reply given."""
    said = words(printed(_guide(lesson, lang.code)))
    first = evened(plain(library.lessons[lesson].pages[0].say, lang, library))
    lead = evened(lang.gettext(scripts.HANDS_QUIETLY).split("{")[0])
    test = said[said.index(lead) : said.index(first)]
    assert lang.gettext("{letter} is right.").format(letter="A") not in test
    for question in _questions(library, Part.BEFORE, lesson):
        assert not _missing([question.ask], lang, library, test)
        if isinstance(question, Choice):
            assert not _missing([one.text for one in question.options], lang, library, test)
            replies = [one.reply for one in question.options]
            assert len(_missing(replies, lang, library, test)) == len(replies)


def test_opening_safety_and_closing_are_there(
    lesson: str, lang: Language, said: str, library: Library
) -> None:
    """Nobody tells their story before the room; whoever needs it finds whom to call."""
    for line in (*scripts.OPENING, *scripts.CLOSING):
        assert evened(lang.gettext(line)) in said
    noted = [page for page in library.lessons[lesson].pages if page.note is not None]
    for page in noted:
        assert evened(plain(page.note, lang, library)) in said
    assert said.count(evened(lang.gettext("Read this out first, then wait a moment:"))) == len(
        noted
    )
    assert evened(lang.gettext(scripts.NOTE)) not in said
    for line in (
        "If somebody begins to tell",
        "If you think that a recruiter is in the room",
        "F9 or the full stop hides the screen at once. The same key brings it back.",
    ):
        assert evened(lang.gettext(line)) in said
    for contact in library.contacts.values():
        assert said.count(contact.number) >= 2


@pytest.mark.parametrize(
    "lessons", [some for many in (1, 2, 3) for some in combinations(LESSONS, many)], ids="+".join
)
def test_the_minutes_of_the_plan_add_up_to_its_end(
    lessons: tuple[str, ...], library: Library
) -> None:
    """In the whole plan and in each shorter one; no plan is shorter than a session can be."""
    found = plans(Setup("", 30, 9999, lessons), library)
    for column, total in enumerate(found.totals):
        assert sum(row.minutes[column] for row in found.rows) == total
    assert found.totals[0] == (found.whole.seconds + 30) // 60
    assert list(found.totals) == sorted(set(found.totals), reverse=True)
    assert found.totals[-1] >= floor(found.whole) // 60
    clock = 0
    for row in found.rows:
        assert row.at == clock
        clock += row.minutes[0]


def test_without_electricity_only_the_tests_are_written_down(lang: Language, said: str) -> None:
    """The tally sheet has lines for them and for nothing else."""
    for words_ in (
        "In the tests before and after: where this guide says “type”, write the count on the tally sheet. When there is power again, it can be typed in from there.",
        "In all other parts look how the hands are spread. Nothing needs to be written down.",
    ):
        assert evened(lang.gettext(words_)) in said


def test_the_shortest_plan_keeps_what_the_hall_never_drops(library: Library) -> None:
    """The pages of musts, the test after, the help lines."""
    found = plans(Setup("", 30, 9999, ("recruitment",)), library, short=(1,))
    kept = [step for step in found.whole.steps if step.id in found.kept]
    assert {Part.OPENING, Part.LESSON, Part.AFTER, Part.ANSWERS, Part.CLOSING} <= {
        step.part for step in kept
    }
    assert not [step for step in kept if step.part is Part.BEFORE]


def test_the_guide_names_what_each_shorter_plan_keeps(
    lesson: str, lang: Language, said: str, library: Library
) -> None:
    """By the numbers of the guide: the hall's screen numbers only those that are left."""
    found = plans(Setup("", 30, 9999, (lesson,)), library)
    told = 0
    for part in (Part.OPINION, Part.BEFORE, Part.QUIZ, Part.OFFERS):
        every = [step.subject for step in found.whole.steps if step.part is part]
        line = []
        for minutes in found.totals[1:]:
            agenda = draw_up(Setup("", 30, minutes, (lesson,)), library, ())
            left = [every.index(step.subject) + 1 for step in agenda.steps if step.part is part]
            names = ", ".join(map(lang.number, left)) if left else lang.gettext("none")
            line.append((minutes, lang.gettext("all") if len(left) == len(every) else names))
        if {names for _, names in line} <= {lang.gettext("all"), lang.gettext("none")}:
            continue
        told += 1
        sentence = lang.gettext("{n} minutes: {names}.")
        wanted = " ".join(sentence.format(n=n, names=names) for n, names in line)
        assert f"{lang.gettext('Shorter plans keep only these numbers:')} {wanted}" in said
    assert told


def test_one_guide_for_several_lessons_has_all_their_pages(
    printed: Print, library: Library
) -> None:
    """In the order in which they were chosen."""
    lang = language("id")
    said = words(printed(Job("guide", LESSONS, "id", "f4")))
    shown = [page.say for lesson in LESSONS for page in library.lessons[lesson].pages]
    places = [said.index(evened(plain(one, lang, library))) for one in shown]
    assert places == sorted(places)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("lang", LANGS)
def test_nothing_comes_nearer_to_the_edge_than_eight_millimetres(
    lang: str, paper: str, printed: Print
) -> None:
    """On F4 counted within the 210 mm that all sheets of that name have."""
    slack = {"a4": 0, "f4": 2.5}[paper]
    for page in seen(printed(_guide("warning-signs", lang, paper))):
        left, top, right, bottom = page.ink()
        assert min(left, page.width - right) >= 8 + slack
        assert min(top, page.height - bottom) >= 8


@settings(max_examples=8)
@given(
    st.lists(st.sampled_from(("a", "tenaga", "bersama-sama", "b" * 30, "c" * 70)), max_size=30),
    st.integers(1, 25),
)
def test_a_page_of_any_length_is_printed_whole_or_refused_with_its_place(
    library: Library, some: list[str], times: int
) -> None:
    """A long one is set in parts, and loses no word."""
    told = ["Mulai", *some * times, "tamat"]

    def change(lesson: Lesson) -> Lesson:
        first = replace(lesson.pages[0], say=text_of(" ".join(told)))
        return replace(lesson, pages=(first, *lesson.pages[1:]))

    try:
        pdf = draw(_guide("recruitment", "id"), with_lesson(library, change))
    except Unprintable as trouble:
        assert trouble.problem.rule in ("paper-too-wide", "paper-too-long")
        assert trouble.problem.place.file
        return
    said = words(pdf)
    script = said[said.index("Mulai") : said.index("tamat") + 5]
    assert [one for one in script.split() if one in told] == told
