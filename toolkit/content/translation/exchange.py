"""Translations out to Poedit or Weblate, and back again, checked.

Export writes every text of a library with what is translated already. Import takes in what
fits its text, tells what does not and why, and leaves out what nobody has finished.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from io import BytesIO
from typing import TYPE_CHECKING

from toolkit import VERSION
from toolkit.content.library import Library
from toolkit.content.place import Problem
from toolkit.content.reading.desk import quoted
from toolkit.content.text import written
from toolkit.content.translation.contexts import KINDS, Unit, source, source_language, units
from toolkit.content.translation.likeness import difference
from toolkit.content.translation.pofile import Entry, PoFile
from toolkit.content.translation.translations import Book, State, folded, state_of
from toolkit.content.translation.translators import notes
from toolkit.language import DEFAULT, Language, Said, name_in, own_name, said

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

HEADER = """\
# Cek Dulu: {name} ({own})
msgid ""
msgstr ""
"Project-Id-Version: cekdulu {version}\\n"
"Language: {code}\\n"
"X-Source-Language: {source}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
"""Written by ourselves: Babel's holds the time of writing, which says nothing."""


# How far a translation is


@dataclass(frozen=True, slots=True)
class Tally:
    """How many texts of one record, or one kind of record, are in which state.

    `stale` has the places of those whose text was changed since.
    """

    kind: str
    id: str
    counts: Mapping[State, int]
    stale: tuple[str, ...] = ()

    def count(self, state: State) -> int:
        """How many texts are in a state."""
        return self.counts.get(state, 0)


def tallies(library: Library, book: Book) -> list[Tally]:
    """For each lesson, quiz and chat, and for offers and reference data, how far a language is."""
    groups: dict[tuple[str, str], list[tuple[Unit, State]]] = {}
    for unit in units(library):
        single = unit.section in ("lessons", "quizzes", "scenarios")
        group = (KINDS[unit.section], unit.record if single else "")
        groups.setdefault(group, []).append((unit, state_of(unit, book)))
    return [
        Tally(
            kind,
            id,
            Counter(state for _, state in found),
            tuple(str(unit.text.place(DEFAULT)) for unit, state in found if state is State.STALE),
        )
        for (kind, id), found in groups.items()
    ]


# Out


def exported(library: Library, book: Book, lang: Language) -> bytes:
    """All texts as a PO file: with what is translated, what is stale marked as fuzzy.

    `lang` is the language of the notes for the translator.
    """
    from babel.messages.catalog import Catalog

    catalog = Catalog(charset="utf-8")
    for unit in units(library):
        state, entry = state_of(unit, book), book.entry(unit)
        inline = unit.text.runs.get(book.code)
        if state is State.SAME or source_language(unit.text) == book.code:
            continue
        words = written(inline) if inline is not None else entry.words if entry else ""
        stale = state is State.STALE or (state is State.MISSING and bool(words))
        catalog.add(
            source(unit.text),
            words,
            flags={"fuzzy"} if stale else (),
            auto_comments=notes(unit, lang, library),
            previous_id=[entry.source] if state is State.STALE and entry else (),
            context=unit.context,
        )
    return _bytes(catalog, book.code, lang)


def _bytes(catalog: Catalog, code: str, lang: Language) -> bytes:
    from babel.messages.pofile import write_po

    body = BytesIO()
    write_po(body, catalog, width=96, no_location=True, omit_header=True, include_previous=True)
    header = HEADER.format(
        name=name_in(code, lang.code),
        own=own_name(code),
        version=VERSION,
        code=code,
        source=DEFAULT,
    )
    return header.encode() + body.getvalue().strip(b"\n") + b"\n"


# Back


@dataclass(slots=True)
class Import:
    """What came of bringing a file in.

    `entries` is what the language then has, by context. `taken` are new or changed,
    `kept` were there already; `empty` and `fuzzy` are not finished; `stale` were made from
    words that have been changed since. `problems` are entries that were refused.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    taken: int = 0
    kept: int = 0
    empty: int = 0
    fuzzy: int = 0
    stale: int = 0
    problems: list[Problem] = field(default_factory=list)


def brought_in(library: Library, book: Book, file: PoFile) -> Import:
    """The entries of `file` checked against the library, and laid over those of `book`."""
    found = Import(dict(book.by_context))
    there = {unit.context: unit for unit in units(library)}
    by_words = {(unit.list_of, folded(source(unit.text))): unit for unit in there.values()}
    for entry in file.entries:
        path = entry.context.rpartition("/")[0]
        unit = by_words.get((path, folded(entry.source))) or there.get(entry.context)
        if not entry.words.strip():
            found.empty += 1
        elif entry.fuzzy:
            found.fuzzy += 1
        elif unit is None:
            found.problems.append(_unknown(entry, there, file))
        else:
            _take(found, replace(entry, context=unit.context), unit, book, file)
    return found


def _take(found: Import, entry: Entry, unit: Unit, book: Book, file: PoFile) -> None:
    old = found.entries.get(entry.context)
    inline = unit.text.runs.get(book.code)
    if folded(entry.source) != folded(source(unit.text)):
        found.stale += 1
        if old is None:
            found.entries[entry.context] = entry
    elif told := difference(unit.text, entry.words):
        found.problems.append(_refused(entry, "translation-differs", *told, file))
    elif inline is not None and folded(written(inline)) != folded(entry.words):
        found.problems.append(_inline(entry, unit, book.code, file))
    elif old and (old.source, old.words) == (entry.source, entry.words):
        found.kept += 1
    else:
        found.taken += 1
        found.entries[entry.context] = entry


def _unknown(entry: Entry, there: Mapping[str, Unit], file: PoFile) -> Problem:
    if not entry.context:
        return _refused(
            entry,
            "unknown-translation",
            said("This entry does not tell which text it translates: it has no line  msgctxt."),
            said("Begin with a fresh file:  cekdulu translate export --to {code}", code=file.code),
            file,
        )
    near = get_close_matches(entry.context, there, 1, cutoff=0.9)
    return _refused(
        entry,
        "unknown-translation",
        said("There is no text “{context}” here.", context=quoted(entry.context)),
        said('Write:  msgctxt "{context}"', context=near[0])
        if near
        else said("Delete the entry, or give the library that has this text:  --library DIR"),
        file,
    )


def _inline(entry: Entry, unit: Unit, code: str, file: PoFile) -> Problem:
    return _refused(
        entry,
        "inline-translation",
        said(
            "These words stand in {place}, and there with other words.",
            place=str(unit.text.place(code)),
        ),
        said("Write them there; or delete them there, and import this file again."),
        file,
    )


def _refused(entry: Entry, rule: str, what: Said, mend: Said, file: PoFile) -> Problem:
    made = Problem(entry.spot.place, rule, what, mend)
    return replace(made, excerpt=file.shown(made, entry.context))


def stored(entries: Mapping[str, Entry], library: Library, code: str, lang: Language) -> bytes:
    """Entries as the file that a library keeps: in the order of its texts, others last."""
    from babel.messages.catalog import Catalog

    catalog = Catalog(charset="utf-8")
    there = {unit.context: unit for unit in units(library)}
    order = [
        *(one for one in there if one in entries),
        *(one for one in entries if one not in there),
    ]
    for context in order:
        entry, unit = entries[context], there.get(context)
        catalog.add(
            entry.source,
            entry.words,
            auto_comments=notes(unit, lang, library) if unit else (),
            context=context,
        )
    return _bytes(catalog, code, lang)
