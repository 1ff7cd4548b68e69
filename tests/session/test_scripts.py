"""What the facilitator says is chosen by the part of a session, and options are called alike everywhere."""

from __future__ import annotations

import re

import pytest

from toolkit.content.library import Library
from toolkit.content.quiz import TrueFalse, Verdict
from toolkit.language import Language
from toolkit.session import scripts
from toolkit.session.agenda import Measure, Part, Setup, When, votes
from toolkit.session.answers import choices
from toolkit.session.drawing import drawn
from toolkit.session.option_names import TRUTHS, VERDICTS, has_words, letter, own_words

LETTER = re.compile(r"\b[A-Z]\b")


@pytest.mark.parametrize("measure", Measure)
def test_every_vote_of_a_session_has_words_to_lead_it(
    measure: Measure, library: Library, lang: Language
) -> None:
    """By hands every letter is called out, in order; slips have no letters to call out."""
    agenda = drawn(Setup("", 30, 9999, tuple(library.lessons), measure), library)
    many = {item.question: len(item.options) for item in agenda.items}
    asked = [step for step in agenda.steps if votes(step)]
    assert asked
    for step in asked:
        led = scripts.led(step.part, many[step.subject], lang)
        assert "{" not in led
        called = list(dict.fromkeys(LETTER.findall(led)))
        wanted = [letter(at) for at in range(many[step.subject])]
        assert called == ([] if step.part is Part.SLIPS else wanted)


def test_the_letters_of_options_never_repeat() -> None:
    """After Z come numbers, so that a long list does not begin again with A."""
    called = [letter(at) for at in range(40)]
    assert called[:3] == ["A", "B", "C"]
    assert called[25:28] == ["Z", "27", "28"]
    assert len(set(called)) == 40


def test_truths_and_verdicts_have_words_of_ours(library: Library, lang: Language) -> None:
    """They are the options that agendas count, in the order in which these have them."""
    agenda = drawn(Setup("", 30, 9999, tuple(library.lessons), Measure.SLIPS), library)
    for item in agenda.items:
        question = library.questions[item.question]
        match question:
            case TrueFalse():
                assert item.options == tuple(TRUTHS) == choices(question, question.id)
            case Verdict():
                assert item.options == tuple(VERDICTS)
    words = [own_words(one, lang) for one in (*TRUTHS, *VERDICTS)]
    assert len(set(words)) == 4
    assert not has_words("a-trainers-own")


def test_an_honest_offer_is_worth_checking_and_any_other_a_trap(lang: Language) -> None:
    """The room reads and hears the same verdict; neither is a word of being safe."""
    assert scripts.told_of(honest=True) is scripts.WORTH
    assert scripts.told_of(honest=False) is scripts.TRAP
    for told, name in ((scripts.WORTH, "worth_checking"), (scripts.TRAP, "trap")):
        verdict = own_words(name, lang).split()[-1].lower()
        assert verdict in lang.gettext(told.shown).lower()
        assert verdict in lang.gettext(told.spoken).lower()


def test_a_pile_of_slips_is_called_by_its_form_and_test(lang: Language) -> None:
    """All four are called differently, so that no pile is counted for another."""
    called = {scripts.pile(when, form, lang) for when in When for form in "ab"}
    assert len(called) == 4
    assert all(" A" in one or " B" in one for one in called)
