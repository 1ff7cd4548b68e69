"""Parallel forms of a test and notes before pages: what is read, and what keeps them from measuring."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from content.told import Write, at, changed, mended, problems, spots
from samples import LESSON, OFFERS

from toolkit import RELEASED
from toolkit.content.lesson import Page
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.offer import Offer
from toolkit.content.quiz import Choice, Opinion, Question, Spot, TrueFalse, Verdict
from toolkit.content.wording import plain, texts_of
from toolkit.language import LANGUAGES, Language

QUIZ = "quizzes/ship.yaml"
FORMS = "forms:\n  a: [sh-01, sh-11, sh-21]\n  b: [sh-02, sh-12, sh-22]\n"


def _statement(number: int, objective: str = "ship.papers") -> str:
    return f"""\
  - id: sh-{number:02}
    kind: true_false
    objective: {objective}
    ask: {{id: Surat nomor {number} perlu., en: Paper number {number} is needed.}}
    answer: true
    reply: {{id: Betul., en: Right.}}
    mistake:
      belief: {{id: Tidak perlu, en: It is not}}
      reply: {{id: Tetap perlu., en: It is needed.}}
"""


def _verdict(number: int, offer: str) -> str:
    return f"""\
  - id: sh-{number:02}
    kind: verdict
    objective: ship.papers
    ask: {{id: Bagaimana?, en: What do you think?}}
    offer: {offer}
    mistake:
      belief: {{id: Semua sama, en: All are alike}}
      reply: {{id: Cek dulu., en: Check first.}}
"""


_ORDER = """\
  - id: sh-31
    kind: order
    objective: ship.papers
    ask: {id: Urutkan., en: Put in order.}
    steps:
      - {id: read, text: {id: Baca, en: Read}}
      - {id: sign, text: {id: Teken, en: Sign}}
    reply: {id: Baca dulu., en: Read first.}
    mistakes:
      - about: [sign, read]
        belief: {id: Teken dulu, en: Sign first}
        reply: {id: Belum dibaca., en: Not read yet.}
"""

FILES = {
    "lessons/ship.yaml": LESSON.replace(
        "pages:\n",
        "  - id: ship.pay\n    priority: could\n    minutes: 3\n"
        "    text: {id: Menyebut upah, en: Name the pay}\npages:\n",
    ).replace("objectives: [ship.papers]", "objectives: [ship.papers, ship.pay]"),
    "quizzes/offers.yaml": OFFERS,
    QUIZ: (
        "quiz: ship\nlesson: ship\nquestions:\n"
        + "".join(_statement(number) for number in (1, 2, 3))
        + _statement(4, "ship.pay")
        + "".join(_verdict(number, "deckhand-a") for number in (11, 12, 13, 14))
        + "".join(_verdict(number, "deckhand-b") for number in (21, 22, 23))
        + _ORDER
        + FORMS
    ),
}


def test_forms_are_read_pair_by_pair(write: Write) -> None:
    """Two tuples of ids, in the order in which they were written, and where they stand."""
    assert problems(write, FILES) == []
    for name, content in FILES.items():
        root = write(name, content)
    forms = open_library(root, RELEASED).library.quizzes["ship"].forms
    assert forms is not None
    assert (forms.a, forms.b) == (("sh-01", "sh-11", "sh-21"), ("sh-02", "sh-12", "sh-22"))
    assert forms.at.line == FILES[QUIZ][: FILES[QUIZ].index("  a: [sh")].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "where", "rule"),
    [
        ("a: [sh-01,", "a: [sh-0l,", "sh-0l", "unknown-reference"),
        ("b: [sh-02, sh-12, sh-22]", "b: [sh-02, sh-12]", "[sh-02, sh-12]", "forms-uneven"),
        ("a: [sh-01, sh-11, sh-21]", "a: [sh-01, sh-11]", "[sh-01, sh-11]", "forms-uneven"),
        ("b: [sh-02,", "b: [sh-01,", "sh-01, sh-12", "forms-twice"),
        ("a: [sh-01,", "a: [sh-31,", "sh-31, sh-11", "forms-kind"),
        ("b: [sh-02,", "b: [sh-04,", "sh-04, sh-12", "forms-unlike"),
        ("b: [sh-02,", "b: [sh-13,", "sh-13, sh-12", "forms-unlike"),
        ("sh-12, sh-22]", "sh-12, sh-13]", "sh-13]", "forms-unlike"),
        ("b: [sh-02, sh-12, sh-22]", "b: [sh-12, sh-22, sh-02]", "[sh-12, sh-22", "forms-unlike"),
        (
            "a: [sh-01, sh-11, sh-21]\n  b: [sh-02, sh-12, sh-22]",
            "a: [sh-01, sh-11]\n  b: [sh-02, sh-12]", "sh-11]", "forms-lopsided",
        ),
    ],
)  # fmt: skip
def test_a_slip_in_the_forms_is_told_once_at_its_own_word(
    write: Write, old: str, new: str, where: str, rule: str
) -> None:
    """One change, one problem, at the id or the list that it is about."""
    broken = changed(FILES, QUIZ, old, new)
    assert spots(problems(write, broken)) == [f"{at(broken, QUIZ, where)} {rule}"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a: [sh-01,", "a: [sh-0l,"),
        ("b: [sh-02,", "b: [sh-01,"),
        ("a: [sh-01,", "a: [sh-31,"),
        ("b: [sh-02,", "b: [sh-04,"),
        ("sh-12, sh-22]", "sh-12, sh-13]"),
    ],
)
def test_another_question_like_it_is_put_in_its_place(write: Write, old: str, new: str) -> None:
    """One outside the forms, of the same objective and kind; typed as told, all is well."""
    broken = changed(FILES, QUIZ, old, new)
    (told,) = problems(write, broken)
    assert told.edit is not None
    assert told.edit.text == told.mend.values["id"]
    assert "forms-kind" not in [p.rule for p in problems(write, mended(broken, told))]
    if told.rule != "forms-kind":
        assert problems(write, mended(broken, told)) == []


def test_forms_in_another_order_are_put_in_order(write: Write) -> None:
    """Where each question has its like in the other form, that order is told, once."""
    right = "[sh-02, sh-12, sh-22]"
    (told,) = problems(write, changed(FILES, QUIZ, right, "[sh-22, sh-02, sh-12]"))
    assert right in told.mend.message.format(**told.mend.values)


def test_no_question_is_proposed_that_stands_in_the_forms_already(write: Write) -> None:
    """An id that nothing has is like many that are named; those would stand there twice."""
    broken = changed(FILES, QUIZ, "b: [sh-02,", "b: [sh-99,")
    (told,) = problems(write, broken)
    proposed = str(told.mend.values["id"]).split(", ")
    assert not {"sh-01", "sh-11", "sh-21", "sh-12", "sh-22"} & set(proposed)


def test_a_slip_at_a_question_is_not_told_again_at_the_forms(write: Write) -> None:
    """A mistyped objective, offer or id is mended where it was typed."""
    for old, new in (
        ("objective: ship.papers", "objective: ship.paper"),
        ("offer: deckhand-a", "offer: deckhand-x"),
        ("kind: true_false\n    objective: ship.papers\n", "kind: true_false\n"),
    ):
        found = spots(problems(write, changed(FILES, QUIZ, old, new)))
        assert len(found) == 1, found
        assert not any(" forms-" in one for one in found)


def test_a_question_that_lost_its_id_gets_back_the_one_that_the_forms_name(write: Write) -> None:
    """Two are called alike and one is missed: that is told once, with the id that is missed."""
    broken = changed(FILES, QUIZ, "- id: sh-02", "- id: sh-03")
    (told,) = problems(write, broken)
    assert told.rule == "duplicate-id"
    assert told.edit is not None
    assert told.edit.text == "sh-02"


def test_a_note_is_read_and_may_not_grow_into_a_speech(write: Write) -> None:
    """Calm and short: it is said before the page, and read from the back of the hall."""
    note = "    note: {id: Agak berat., en: A little heavy.}\n    show:\n"
    files = changed(FILES, "lessons/ship.yaml", "    show:\n", note)
    assert problems(write, files) == []
    long = " ".join(["Kata."] * 41)
    files = changed(files, "lessons/ship.yaml", "Agak berat.", long)
    assert [p.rule for p in problems(write, files)] == ["too-long"]


# --- our own quizzes


@pytest.fixture(scope="module")
def ours() -> Library:
    """The built-in library."""
    return open_library(as_of=RELEASED).library


def test_each_of_our_quizzes_has_forms_and_questions_left_for_the_hall(ours: Library) -> None:
    """Two or three pairs and more; at least four other questions for the quiz all take together."""
    for quiz in ours.quizzes.values():
        assert quiz.forms is not None
        assert len(quiz.forms.a) == len(quiz.forms.b) >= 3
        tested = {*quiz.forms.a, *quiz.forms.b}
        left = [one for one in quiz.questions if isinstance(one, Choice | TrueFalse)]
        assert len([one for one in left if one.id not in tested]) >= 4


def test_paired_questions_are_equally_hard_to_guess(ours: Library) -> None:
    """As many options, or as many parts and signs in a message, or offers of one level."""
    for quiz in ours.quizzes.values():
        assert quiz.forms is not None
        for pair in zip(quiz.forms.a, quiz.forms.b, strict=True):
            one, two = (_size(ours.questions[id], ours) for id in pair)
            assert one == two, pair


def _size(question: Question, library: Library) -> tuple[int, ...]:
    match question:
        case Choice(options=options):
            return (len(options),)
        case Spot(message=parts):
            return len(parts), sum(part.sign is not None for part in parts)
        case Verdict(offer=offer):
            return (library.offers[offer].level,)
    return ()


def test_the_musts_are_measured(ours: Library) -> None:
    """Whatever a short session leaves out, every must-objective stands in the forms."""
    for quiz in ours.quizzes.values():
        assert quiz.forms is not None
        tested = {ours.questions[id].objective for id in quiz.forms.a}
        musts = {o.id for o in ours.lessons[quiz.lesson].objectives if o.priority == "must"}
        assert musts <= tested


def test_a_quiz_opens_with_a_vote_that_nobody_can_lose(ours: Library) -> None:
    """One opinion question, the first of each quiz."""
    for quiz in ours.quizzes.values():
        assert [one.id for one in quiz.questions if isinstance(one, Opinion)] == [
            quiz.questions[0].id
        ]


def test_offers_are_seventeen_pairs_on_three_levels(ours: Library) -> None:
    """Four pairs or more on each level; twins have the same level, each offer is asked about once."""
    twins = Counter(one.pair for one in ours.offers.values())
    assert list(twins.values()) == [2] * 17
    levels = Counter(level for level, _ in {(one.level, one.pair) for one in ours.offers.values()})
    assert set(levels) == {1, 2, 3}
    assert min(levels.values()) >= 4
    asked = [one.offer for one in ours.questions.values() if isinstance(one, Verdict)]
    assert sorted(asked) == sorted(ours.offers)


def test_twins_differ_in_what_they_offer_and_not_in_how_they_look(
    ours: Library, lang: Language
) -> None:
    """As long as each other within a fifth, short enough to be read aloud, marked as an example."""
    twins: dict[str, list[str]] = {}
    for offer in ours.offers.values():
        assert 2 <= len(offer.message) <= 4
        words = " ".join(plain(line, lang, ours) for line in offer.message)
        assert words.startswith({"id": "(Contoh)", "en": "(Example)"}[lang.code])
        assert len(words.split()) <= 45
        twins.setdefault(offer.pair, []).append(words)
    for one, two in twins.values():
        assert min(len(one), len(two)) >= 0.8 * max(len(one), len(two))


def test_no_single_word_gives_all_traps_away(ours: Library, lang: Language) -> None:
    """A word that stands in traps and in no honest offer stands in at most half of them."""
    words: dict[bool, list[set[str]]] = {True: [], False: []}
    for offer in ours.offers.values():
        told = " ".join(plain(line, lang, ours) for line in offer.message).lower()
        words[offer.honest].append({one.strip(".,;()") for one in told.split()})
    for honest in (True, False):
        others = set().union(*words[not honest])
        for word in set().union(*words[honest]) - others:
            assert sum(word in one for one in words[honest]) <= 3, word


def test_honest_and_fraudulent_offers_do_not_take_turns(ours: Library) -> None:
    """Neither in all nor in those left for practice; and no offer follows its twin."""
    only_twins: list[Offer] = []
    for quiz in ours.quizzes.values():
        assert quiz.forms is not None
        asked = [one for one in quiz.questions if isinstance(one, Verdict)]
        practised = [one for one in asked if one.id not in {*quiz.forms.a, *quiz.forms.b}]
        for one, two in pairwise(quiz.questions):
            if isinstance(one, Verdict) and isinstance(two, Verdict):
                assert ours.offers[one.offer].pair != ours.offers[two.offer].pair, two.id
        if len(asked) == 2:
            only_twins.append(ours.offers[asked[0].offer])
            continue
        for row in filter(None, (asked, practised)):
            offers = [ours.offers[one.offer] for one in row]
            turns = [a.honest is not b.honest for a, b in pairwise(offers)]
            assert not all(turns), quiz.id
    # Where a quiz has one pair only, which comes first is no rule either.
    assert {one.honest for one in only_twins} == {True, False}


def test_every_offer_ends_with_what_is_still_to_be_done(ours: Library, lang: Language) -> None:
    """The honest ones are checked; of the traps it is said that one does not go, and reports them."""
    go, report, check = {
        "id": ("Jangan berangkat", "aporkan", "Disnaker"),
        "en": ("Do not go", "eport", "manpower office"),
    }[lang.code]
    for offer in ours.offers.values():
        told = " ".join(plain(line, lang, ours) for line in offer.checks)
        assert 2 <= len(offer.checks) <= 3
        if offer.honest:
            assert check in told
        else:
            assert go in told
            assert report in told


def test_nothing_ever_calls_an_offer_safe(ours: Library, lang: Language) -> None:
    """Neither the offers nor what is said back about them."""
    safe = {"id": ("aman",), "en": ("safe", "safely")}[lang.code]
    judged = [one for one in ours.questions.values() if isinstance(one, Verdict)]
    for record in (*ours.offers.values(), *judged):
        for text in texts_of(record):
            words = plain(text, lang, ours).lower().replace(".", " ").replace(",", " ").split()
            assert not set(safe) & set(words), words
            assert text.languages() == set(LANGUAGES)


def test_hard_pages_have_a_note_of_forty_words(ours: Library, lang: Language) -> None:
    """How people are held, violence, debt: what comes is said first, then that one may go out."""
    pages = {
        f"{lesson.id}/{page.id}": page for lesson in ours.lessons.values() for page in lesson.pages
    }
    noted: dict[str, Page] = {name: page for name, page in pages.items() if page.note}
    assert {"recruitment/after-arrival", "warning-signs/whom-to-call"} <= set(noted)
    reason = {"id": "Sebentar lagi kita membaca tentang ", "en": "Next we read about "}[lang.code]
    out = {"id": ("oleh keluar sebentar", "oleh ke luar"), "en": ("step out",)}[lang.code]
    for name, page in noted.items():
        assert page.note is not None
        told = plain(page.note, lang, ours)
        assert told.startswith(reason), name
        first, *rest = told.removesuffix(".").split(". ")
        assert len(first.split()) >= len(reason.split()) + 2, name
        assert 1 <= len(rest) <= 3, name
        assert any(one in " ".join(rest) for one in out), name
        assert len(told.split()) <= 40, name
