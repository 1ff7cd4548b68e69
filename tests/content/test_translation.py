"""Further languages: laid into texts by whole block, never out of date, never half."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po as babel_reads
from babel.messages.pofile import write_po
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import LESSON, OFFERS, OTHER_KINDS, SCENARIO

from toolkit.content.library import Library
from toolkit.content.load import Loaded, open_library
from toolkit.content.place import Severity
from toolkit.content.reading.desk import Desk
from toolkit.content.text import Text, parse, written
from toolkit.content.translation.contexts import changed, source, units
from toolkit.content.translation.exchange import brought_in, exported, stored, tallies
from toolkit.content.translation.pofile import read_po
from toolkit.content.translation.translations import (
    Book,
    State,
    difference,
    still_missing,
    with_translations,
)
from toolkit.content.translation.translators import notes
from toolkit.content.wording import is_untranslated, plain
from toolkit.language import language

Write = Callable[[str, str | bytes], Path]
JV = "lessons/translations/jv.po"
TITLE = "lesson/ship/title"
FACTS = """\
facts:
  - id: wait
    text: {id: tiga bulan, en: three months}
    about: {id: Lama menunggu, en: How long it takes}
    sources: [uu-18-2017]
    as_of: 2026-01
    review_by: 2027-06-30
  - id: places
    number: 4730
    about: {id: Tempat, en: Places}
    sources: [uu-18-2017]
    as_of: 2026-01
    review_by: 2027-06-30
"""


def po(*entries: tuple[str, str, str], flags: str = "") -> str:
    """A translation file of (context, words translated, translation)."""
    header = 'msgid ""\nmsgstr ""\n"Language: jv\\n"\n'
    return header + "".join(
        f'\n{flags}msgctxt "{context}"\nmsgid "{words}"\nmsgstr "{translated}"\n'
        for context, words, translated in entries
    )


@pytest.fixture
def ship(write: Write) -> Callable[..., Loaded]:
    """The sample lesson in a library of its own, with these entries in its Javanese file."""

    def ship(*entries: tuple[str, str, str], lesson: str = LESSON) -> Loaded:
        write("lessons/reference/more.yaml", FACTS)
        write("lessons/ship.yaml", lesson)
        return open_library(write(JV, po(*entries)))

    return ship


def javanese(loaded: Loaded, text: Text) -> tuple[str, bool]:
    """The text as a reader of Javanese gets it, and whether another language stands in."""
    jv = language("jv")
    return plain(text, jv, loaded.library), is_untranslated(text, jv, loaded.library)


def rules(loaded: Loaded) -> list[str]:
    """The rules of the problems in translation files."""
    return [one.rule for one in loaded.problems if one.place.file.endswith(".po")]


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


# Files that are no good


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (po((TITLE, "Kerja", "Gawe")).replace('"Gawe"', '"Gawe'), 7, 8),
        (po((TITLE, "Kerja", "Gawe")).replace('"Gawe"', 'Gawe"'), 7, 8),
        (po((TITLE, "Kerja", 'kapal "gedhe" iku')), 7, 8),
        (po((TITLE, "Kerja", "Gawe")).replace('msgstr "G', 'mgstr "G'), 7, 1),
        (po((TITLE, "Kerja", "Gawe")).replace('msgid "Kerja"\n', ""), 6, 1),
        (po((TITLE, "Kerja", "Gawe")).replace('msgstr "Gawe"', ""), 5, 1),
        (po((TITLE, "Kerja", "Gawe")) + 'msgid_plural "x"\n', 8, 1),
        (po((TITLE, "Kerja", "Ga\x1b[2Jwe")), 7, 11),
        ('"orphan"\n', 1, 1),
        (b"\x00\xff\xfe" * 400, 0, 0),
        ("x" * (2 * 1024 * 1024 + 1), 0, 0),
    ],
)  # fmt: skip
def test_a_broken_file_is_told_and_left_out(
    content: str | bytes, line: int, column: int, write: Write
) -> None:
    """At the line that is wrong; lessons open all the same."""
    write("lessons/ship.yaml", LESSON)
    root = write(JV, content)
    loaded = open_library(root)
    assert loaded.left_out == (f"{root}/{JV}",)
    assert "ship" in loaded.library.lessons
    assert loaded.library.languages == ("id", "en")
    at = [(one.place.line, one.place.column) for one in loaded.errors]
    assert at == [(line, column)]


@pytest.mark.parametrize(
    "broken",
    ['msgstr "Gawe', 'msgstr Gawe"', 'msgstr "kapal "gedhe" iku"', 'msgstr "a \\"', 'mgstr "a"'],
)
def test_a_lost_quotation_mark_is_mended_as_told(broken: str, write: Write) -> None:
    """What the message tells to write makes the file whole."""
    root = write(JV, po((TITLE, "Kerja", "Gawe")).replace('msgstr "Gawe"', broken))
    (problem,) = open_library(root).errors
    assert problem.rule == "broken-translations"
    edit = problem.edit
    assert edit.text in problem.mend.values["line"]
    lines = (root / JV).read_text().split("\n")
    line = lines[edit.line - 1]
    lines[edit.line - 1] = line[: edit.column - 1] + edit.text + line[edit.end_column - 1 :]
    write(JV, "\n".join(lines))
    assert not open_library(root).errors


@pytest.mark.parametrize("name", ["jawa.po", "id.po", "xx.po", "JV.po", "pt_br.po"])
def test_a_file_is_named_after_its_language(name: str, write: Write) -> None:
    """Else nobody knows whom it is for."""
    loaded = open_library(write(f"lessons/translations/{name}", po((TITLE, "a", "b"))))
    assert [one.rule for one in loaded.errors] == ["translation-language"]
    assert loaded.library.languages == ("id", "en")


def test_guesses_and_empty_entries_are_not_shown(write: Write) -> None:
    """A translator who is not sure has not said it yet."""
    write("lessons/ship.yaml", LESSON)
    guess = po((TITLE, "Kerja di kapal", "Gawe"), flags="#, fuzzy\n")
    loaded = open_library(write(JV, guess))
    assert javanese(loaded, loaded.library.lessons["ship"].title)[1]
    loaded = open_library(write(JV, po((TITLE, "Kerja di kapal", ""))))
    assert javanese(loaded, loaded.library.lessons["ship"].title)[1]


def test_a_trainer_s_file_lies_over_the_built_in_one(ship: Callable[..., Loaded]) -> None:
    """Entry by entry, as everything of a library."""
    loaded = ship((TITLE, "Kerja di kapal", "Punika"))
    files, own = with_translations(loaded.library, [], None), Book("jv")
    assert files.library.languages == ("id", "en")
    assert not own.by_context


# Contexts


def test_every_text_has_a_context_of_its_own(write: Write) -> None:
    """In all kinds of records; ids make it, so that mending words does not move it."""
    write("quizzes/ship.yaml", OTHER_KINDS)
    write("quizzes/offers.yaml", OFFERS)
    write("quizzes/uncle.yaml", SCENARIO)
    library = open_library(write("lessons/ship.yaml", LESSON)).library
    found = [unit.context for unit in units(library)]
    assert len(found) == len(set(found)) > 900
    assert {
        "quiz/ship/questions/sh-04/options/a/text",
        "scenario/uncle/turns/hello/replies/ask/text",
        "offer/deckhand-a/message/1",
        "lesson/ship/pages/papers/show/1",
        "lesson/ship/leaflet/front",
    } <= set(found)


def test_changing_nothing_leaves_the_library_as_it_is(library: Library) -> None:
    """And changing every text reaches every text."""
    same = changed(library, lambda _context, text: text)
    assert same.lessons["recruitment"] is library.lessons["recruitment"]
    other = changed(library, lambda context, _text: Text({"id": parse(context)}))
    assert all(source(unit.text) == unit.context for unit in units(other))
    question = next(iter(other.questions.values()))
    assert source(question.ask).startswith("quiz/")


def test_a_translator_is_told_who_reads_each_text(library: Library) -> None:
    """In both languages; and for a lesson, in which one it stands."""
    for code in ("id", "en"):
        for unit in units(library):
            told = notes(unit, language(code), library)
            assert told, unit.context
            if unit.section == "lessons":
                assert len(told) == 2 + ("{" in source(unit.text)), unit.context


# Out and back


def test_an_export_holds_every_text_once(library: Library) -> None:
    """Nothing translated in vain, nothing forgotten; other tools read it."""
    out = exported(library, Book("jv"), language("en"))
    catalog = babel_reads(BytesIO(out), abort_invalid=True)
    contexts = [message.context for message in catalog if message.id]
    assert len(contexts) == len(set(contexts)) > 700
    assert exported(library, Book("jv"), language("en")) == out


LETTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp")), min_size=1, max_size=30
)


@given(words=st.lists(st.tuples(LETTERS, st.text(st.sampled_from('ab "\\n\t\n{}*#:é\u00a0')))))
def test_what_babel_writes_is_read_as_babel_means_it(
    words: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Quotation marks, backslashes, tabs and line ends come through."""
    catalog = Catalog(charset="utf-8")
    for number, (left, right) in enumerate(words):
        catalog.add(left, right, context=f"c{number}", auto_comments=["where it stands"])
    path = tmp_path_factory.mktemp("po") / "jv.po"
    with path.open("wb") as file:
        write_po(file, catalog, omit_header=True)
    desk = Desk("jv.po")
    found = read_po(path, path.parent, desk)
    assert not desk.problems
    assert [(one.context, one.source, one.words) for one in found.entries] == [
        (f"c{number}", *pair) for number, pair in enumerate(words)
    ]


@settings(max_examples=8)
@given(data=st.data())
def test_what_was_exported_and_translated_comes_back(
    data: st.DataObject, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Export, translate some, import, store, read: each translated text is done, no other."""
    out = babel_reads(BytesIO(exported(library, Book("jv"), language("id"))))
    messages = [message for message in out if message.id]
    picked = data.draw(st.lists(st.sampled_from(messages), max_size=4, unique_by=id))
    for message in picked:
        message.string = message.id + data.draw(st.sampled_from(["", " ya", ' "ya"', " \\ é"]))
    path = tmp_path_factory.mktemp("back") / "jv.po"
    with path.open("wb") as file:
        write_po(file, out, omit_header=True)
    found = brought_in(library, Book("jv"), read_po(path, path.parent, Desk("jv.po")))
    assert (found.taken, found.problems) == (len(picked), [])
    path.write_bytes(stored(found.entries, library, "jv", language("id")))
    again = read_po(path, path.parent, Desk("jv.po"))
    book = Book.of("jv", again.entries)
    assert sum(one.count(State.DONE) for one in tallies(library, book)) == len(picked)
    assert brought_in(library, book, again).kept == len(picked)


@given(raw=st.one_of(st.binary(max_size=300), st.text(st.sampled_from('msgidctxtr "\\\n#,fuzy~'))))
def test_no_file_breaks_the_reader(
    raw: bytes | str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It holds entries, or there are problems with a place; never an exception."""
    path = tmp_path_factory.mktemp("any") / "jv.po"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    desk = Desk("jv.po")
    read_po(path, path.parent, desk)
    lines = path.read_bytes().count(b"\n") + path.read_bytes().count(b"\r") + 1
    assert all(one.place.line <= lines for one in desk.problems)


@given(st.text(st.sampled_from("ab *{}:fact:x")))
def test_written_runs_are_parsed_as_the_same_runs(words: str) -> None:
    """A translation is compared with what a trainer would type."""
    assert parse(written(parse(words))) == parse(words)


def test_our_own_javanese_sample_fits_our_lesson(library: Library) -> None:
    """A real translation: each entry is taken in, or waits because the lesson was changed since."""
    path = Path(__file__).parents[1] / "jv.po"
    file = read_po(path, path.parent, Desk("jv.po"))
    found = brought_in(library, Book("jv"), file)
    assert found.problems == []
    assert found.taken + found.stale == len(file.entries)
    assert found.taken > len(file.entries) // 2


def test_nothing_is_missing_where_no_file_brings_anything(library: Library) -> None:
    """Without translations every problem stays."""
    problems = open_library().problems
    assert still_missing(problems, library) == list(problems)
