"""Further languages: laid into texts by whole block, never out of date, never half."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from content.translated import FACTS, JV, TITLE, javanese, po, rules
from samples import LESSON

from toolkit.content.load import Loaded, open_library
from toolkit.content.place import Severity
from toolkit.content.text import Text, parse
from toolkit.content.translation.translations import (
    Book,
    difference,
    with_translations,
)
from toolkit.content.wording import plain
from toolkit.language import language

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def ship(write: Write) -> Callable[..., Loaded]:
    """The sample lesson in a library of its own, with these entries in its Javanese file."""

    def ship(*entries: tuple[str, str, str], lesson: str = LESSON) -> Loaded:
        write("lessons/reference/more.yaml", FACTS)
        write("lessons/ship.yaml", lesson)
        return open_library(write(JV, po(*entries)))

    return ship


# Showing


def test_a_translation_is_shown_and_its_language_is_there(ship: Callable[..., Loaded]) -> None:
    """A file in the library is all that a further language needs."""
    loaded = ship((TITLE, "Kerja di kapal", "Nyambut gawe ing kapal"))
    assert loaded.library.languages == ("id", "en", "jv")
    lesson = loaded.library.lessons["ship"]
    assert javanese(loaded, lesson.title) == ("Nyambut gawe ing kapal", False)
    assert plain(lesson.title, language("en"), loaded.library) == "Working on ships"
    assert not rules(loaded)


def test_what_is_missing_is_told_in_the_default_language(ship: Callable[..., Loaded]) -> None:
    """As a whole, and whoever shows it is told."""
    loaded = ship((TITLE, "Kerja di kapal", "Nyambut gawe ing kapal"))
    assert javanese(loaded, loaded.library.lessons["ship"].about) == ("Sebelum naik kapal.", True)


def test_a_text_that_was_changed_since_is_not_shown_translated(
    ship: Callable[..., Loaded],
) -> None:
    """Old words in a new lesson could be wrong; the trainer is told where they stand."""
    loaded = ship((TITLE, "Kerja di perahu", "Nyambut gawe ing prau"))
    assert javanese(loaded, loaded.library.lessons["ship"].title) == ("Kerja di kapal", True)
    problem = next(one for one in loaded.problems if one.rule == "stale-translation")
    assert problem.severity is Severity.WARNING
    assert (problem.place.line, problem.place.column) == (7, 9)
    assert problem.excerpt.line == 'msgstr "Nyambut gawe ing prau"'
    assert problem.excerpt.path == ("lesson", "ship", "title")


def test_a_text_that_was_only_wrapped_anew_is_still_translated(
    ship: Callable[..., Loaded],
) -> None:
    """Line ends are not words."""
    wrapped = LESSON.replace(
        "{id: Mari kita baca., en: Let us read.}", "{id: Mari\n      kita baca., en: Let us read.}"
    )
    loaded = ship(("lesson/ship/pages/papers/say", "Mari kita baca.", "Ayo maca."), lesson=wrapped)
    assert javanese(loaded, loaded.library.lessons["ship"].pages[0].say) == ("Ayo maca.", False)


def test_a_text_that_moved_in_its_list_keeps_its_translation(ship: Callable[..., Loaded]) -> None:
    """A line put before it makes nothing stale."""
    more = LESSON.replace("takeaways:\n", "takeaways:\n  - {id: Tanya dulu., en: Ask first.}\n")
    loaded = ship(("lesson/ship/takeaways/1", "Baca dulu.", "Waca dhisik."), lesson=more)
    first, second = loaded.library.lessons["ship"].takeaways
    assert javanese(loaded, first) == ("Tanya dulu.", True)
    assert javanese(loaded, second) == ("Waca dhisik.", False)


def test_a_sentence_is_never_half_translated(ship: Callable[..., Loaded]) -> None:
    """One that mentions an untranslated fact stays whole, its numbers in the form of its words."""
    say = "Tunggu {fact:wait} untuk {fact:places} tempat."
    lesson = LESSON.replace(
        "say: {id: Mari kita baca., en: Let us read.}",
        f'say: {{id: "{say}", en: "Wait {{fact:wait}} for {{fact:places}}."}}',
    )
    entry = (
        "lesson/ship/pages/papers/say",
        say,
        "Entenana {fact:wait} kanggo {fact:places} panggonan.",
    )
    loaded = ship(entry, lesson=lesson)
    text = loaded.library.lessons["ship"].pages[0].say
    assert javanese(loaded, text) == ("Tunggu tiga bulan untuk 4.730 tempat.", True)
    loaded = ship(entry, ("fact/wait/text", "tiga bulan", "telung sasi"), lesson=lesson)
    text = loaded.library.lessons["ship"].pages[0].say
    assert javanese(loaded, text) == ("Entenana telung sasi kanggo 4.730 panggonan.", False)


def test_numbers_have_the_form_of_the_language_that_is_told(ship: Callable[..., Loaded]) -> None:
    """French digits belong to French words: in an Indonesian sentence they would be mixed."""
    lesson = LESSON.replace(
        "say: {id: Mari kita baca., en: Let us read.}",
        'say: {id: "Ada {fact:places}.", en: "{fact:places}."}',
    )
    loaded = ship(lesson=lesson)
    text = loaded.library.lessons["ship"].pages[0].say
    assert plain(text, language("fr"), loaded.library) == "Ada 4.730."


def test_a_name_that_is_the_same_everywhere_needs_no_translation(
    ship: Callable[..., Loaded],
) -> None:
    """WhatsApp is WhatsApp; it is not marked."""
    lesson = LESSON.replace("title: {id: Surat, en: Papers}", "title: {id: WhatsApp, en: WhatsApp}")
    loaded = ship(lesson=lesson)
    assert javanese(loaded, loaded.library.lessons["ship"].pages[0].title) == ("WhatsApp", False)


# What must be the same


@pytest.mark.parametrize(
    ("words", "translated", "fits"),
    [
        ("Ada {fact:a} dan {fact:b}.", "{fact:b} karo {fact:a}.", True),
        ("Ada {fact:a}.", "Ana.", False),
        ("Ada {fact:a}.", "Ana {fact:a} lan {fact:b}.", False),
        ("Ada {fact:a}.", "Ana {fact:a.", False),
        ("Ada {fact:a}.", "Ana {fakta:a}.", False),
        ("Telepon {contact:a}.", "Telpon 08001000.", False),
        ("**Jangan** pergi.", "**Aja** lunga.", True),
        ("**Jangan** pergi.", "Aja lunga.", False),
        ("**Jangan** pergi.", "**Aja lunga.", False),
        ("Tahun 2025.", "Taun 2025.", True),
        ("Tahun 2025.", "Taun 2024.", False),
        ("Ada 3 surat.", "Ana telung layang.", True),
    ],
)
def test_facts_figures_and_strong_words_are_as_in_the_text(
    words: str, translated: str, fits: bool
) -> None:
    """A translation puts the same facts into other words."""
    assert (difference(Text({"id": parse(words)}), translated) is None) is fits


def test_a_translation_with_other_facts_is_told_and_not_shown(ship: Callable[..., Loaded]) -> None:
    """With its place; the rest of the file is used."""
    loaded = ship(
        (TITLE, "Kerja di kapal", "Nyambut gawe {fact:places}"),
        ("lesson/ship/about", "Sebelum naik kapal.", "Sadurunge numpak kapal."),
    )
    lesson = loaded.library.lessons["ship"]
    assert rules(loaded) == ["translation-differs"]
    assert javanese(loaded, lesson.title) == ("Kerja di kapal", True)
    assert javanese(loaded, lesson.about) == ("Sadurunge numpak kapal.", False)


def test_a_rejected_number_in_a_translation_is_an_error_and_not_shown(
    ship: Callable[..., Loaded], write: Write
) -> None:
    """A name on the do-not-print list is no safer in another language."""
    write(
        "lessons/reference/no.yaml",
        "do_not_print:\n  - {number: Sumber Palsu, why: {id: Bohong., en: A lie.}}\n",
    )
    loaded = ship((TITLE, "Kerja di kapal", "Takon Sumber Palsu"))
    assert rules(loaded) == ["do-not-print"]
    assert javanese(loaded, loaded.library.lessons["ship"].title)[1]
    assert "ship" in loaded.library.lessons


# English, which stands in the lessons themselves


def test_words_in_the_lesson_win_over_a_file(write: Write) -> None:
    """What the trainer writes beside the text is never overruled."""
    write("lessons/translations/en.po", po((TITLE, "Kerja di kapal", "Working on boats")))
    loaded = open_library(write("lessons/ship.yaml", LESSON))
    title = loaded.library.lessons["ship"].title
    assert plain(title, language("en"), loaded.library) == "Working on ships"


def test_a_file_remembers_what_the_lessons_own_english_was_made_from(write: Write) -> None:
    """Indonesian changed, English not: the English is out of date, and told at its own place."""
    write("lessons/translations/en.po", po((TITLE, "Kerja di perahu", "Working on ships")))
    root = write("lessons/ship.yaml", LESSON)
    loaded = open_library(root)
    problem = next(one for one in loaded.problems if one.rule == "stale-translation")
    assert str(problem.place) == f"{root}/lessons/ship.yaml:4:33"
    title = loaded.library.lessons["ship"].title
    assert plain(title, language("en"), loaded.library) == "Kerja di kapal"
    write("lessons/ship.yaml", LESSON.replace("Working on ships", "Working at sea"))
    loaded = open_library(root)
    assert "stale-translation" not in [one.rule for one in loaded.problems]


def test_english_from_a_file_is_no_longer_missing(write: Write) -> None:
    """What is said somewhere is not asked for."""
    root = write(
        "lessons/ship.yaml",
        LESSON.replace("{id: Kerja di kapal, en: Working on ships}", "Kerja di kapal"),
    )
    assert [one.rule for one in open_library(root).problems].count("missing-translation") == 1
    write("lessons/translations/en.po", po((TITLE, "Kerja di kapal", "Working on ships")))
    loaded = open_library(root)
    assert "missing-translation" not in [one.rule for one in loaded.problems]
    title = loaded.library.lessons["ship"].title
    assert plain(title, language("en"), loaded.library) == "Working on ships"


def test_a_trainer_s_file_lies_over_the_built_in_one(ship: Callable[..., Loaded]) -> None:
    """Entry by entry, as everything of a library."""
    loaded = ship((TITLE, "Kerja di kapal", "Punika"))
    files, own = with_translations(loaded.library, [], None), Book("jv")
    assert files.library.languages == ("id", "en")
    assert not own.by_context
