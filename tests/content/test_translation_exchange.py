"""Texts out to a translator and back: each with its context, none changed on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po as babel_reads
from babel.messages.pofile import write_po
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import LESSON, OFFERS, OTHER_KINDS, SCENARIO

from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.reading.desk import Desk
from toolkit.content.text import Text, parse, written
from toolkit.content.translation.contexts import changed, source, units
from toolkit.content.translation.exchange import brought_in, exported, stored, tallies
from toolkit.content.translation.pofile import read_po
from toolkit.content.translation.translations import (
    Book,
    State,
    still_missing,
)
from toolkit.content.translation.translators import notes
from toolkit.language import language

Write = Callable[[str, str | bytes], Path]


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


def about_one_lesson(library: Library) -> Library:
    """A lesson, its quiz, and what there is for all lessons."""
    (lesson, one), (name, quiz) = next(
        zip(library.lessons.items(), library.quizzes.items(), strict=False)
    )
    none: dict[str, Any] = dict.fromkeys(("offers", "scenarios", "plans"), MappingProxyType({}))
    return replace(library, lessons={lesson: one}, quizzes={name: quiz}, **none)


@settings(max_examples=8)
@given(data=st.data())
def test_what_was_exported_and_translated_comes_back(
    data: st.DataObject, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Export, translate some, import, store, read: each translated text is done, no other."""
    library = about_one_lesson(library)
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
