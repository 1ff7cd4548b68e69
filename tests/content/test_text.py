"""Texts: four inline forms, everything else literal, nothing ever lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from toolkit.content.library import Library
from toolkit.content.text import Kind, Run, Text, parse
from toolkit.content.wording import plain, spans
from toolkit.language import Language, language


def typed(runs: tuple[Run, ...]) -> str:
    """The runs as a trainer would type them, without the stars."""
    return "".join(r.value if r.kind is Kind.WORDS else f"{{{r.kind}:{r.value}}}" for r in runs)


def test_the_four_forms_become_runs() -> None:
    """Strong, fact, contact and term are seen, also inside each other."""
    assert parse("Ada **{fact:cases} kasus**, telepon {contact:polri-110} ({term:pmi}).") == (
        Run(Kind.WORDS, "Ada "),
        Run(Kind.FACT, "cases", strong=True),
        Run(Kind.WORDS, " kasus", strong=True),
        Run(Kind.WORDS, ", telepon "),
        Run(Kind.CONTACT, "polri-110"),
        Run(Kind.WORDS, " ("),
        Run(Kind.TERM, "pmi"),
        Run(Kind.WORDS, ")."),
    )


def test_a_star_pair_that_is_never_closed_stays_two_stars() -> None:
    """Half a form is not a form."""
    assert parse("dua ** bintang") == (Run(Kind.WORDS, "dua ** bintang"),)
    assert typed(parse("**a** dan **b")) == "a dan **b"


def test_everything_else_is_literal() -> None:
    """Markup of any other kind is only characters."""
    for words in (
        "[red]x[/red]",
        "<b>x</b>",
        "{fakta:x}",
        "{fact: x}",
        "*x*",
        "_x_",
        "`x`",
        "{{x}}",
        "[/",
    ):
        assert parse(words) == (Run(Kind.WORDS, words),)


@given(st.text(alphabet=st.sampled_from("*{}:factermon-1 [/<&\n"), max_size=80))
def test_nothing_is_lost(words: str) -> None:
    """Whatever is typed comes back, save the stars that made something strong."""
    runs = parse(words)
    assert typed(runs).replace("**", "") == words.replace("**", "")
    assert all(words[run.offset :].startswith(typed((run,))) for run in runs)


@given(st.text(max_size=200))
def test_any_text_parses(words: str) -> None:
    """No text is an error."""
    assert parse(words)


def test_references_become_words_of_the_language(library: Library) -> None:
    """A figure, a date and a number look as the reader expects them."""
    text = Text({"id": parse("{fact:scam-cases-cambodia}; {fact:loi-date}; {contact:polri-110}")})
    assert plain(text, language("id"), library) == "2.692; 19 Mei 2025; 110"
    assert plain(text, language("en"), library) == "2,692; 19 May 2025; 110"


def test_a_reference_stays_recognisable(library: Library, lang: Language) -> None:
    """A room can mark a number or a term, because its span says what it is."""
    (span,) = spans(Text({"id": parse("**{term:tppo}**")}), lang, library)
    assert (span.text, span.strong, span.kind, span.id) == ("TPPO", True, Kind.TERM, "tppo")
