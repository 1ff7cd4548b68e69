"""A library in further languages: its translation files laid into its texts.

`lessons/translations/jv.po` holds, for each text, the words that were translated and the
translation. So a translation knows by itself when it is out of date: the words of today
are no longer those that were translated. It is then not shown, and neither is one that
names other facts than its text. Words that stand in a lesson's own file always win; for
them a translation file only remembers which words they were made from.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from toolkit.content.builtin import TRANSLATIONS, translation_files
from toolkit.content.checks.freshness import rejected
from toolkit.content.library import Library
from toolkit.content.place import Place, Problem, Severity
from toolkit.content.reading.desk import Desk, quoted
from toolkit.content.text import Text, parse, written
from toolkit.content.translation.contexts import Unit, changed, source, units
from toolkit.content.translation.likeness import difference
from toolkit.content.translation.pofile import Entry, PoFile, read_po
from toolkit.content.wording import same_everywhere
from toolkit.language import DEFAULT, interface_languages, is_known, said


class State(StrEnum):
    """How far the translation of a text is. `same` is one that needs none."""

    DONE = "done"
    STALE = "stale"
    MISSING = "missing"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Book:
    """What the translation files hold for one language, the trainer's before the built-in one."""

    code: str
    by_context: Mapping[str, Entry] = field(default_factory=dict)
    by_words: Mapping[tuple[str, str], Entry] = field(default_factory=dict)

    @classmethod
    def of(cls, code: str, entries: Iterable[Entry]) -> Book:
        """A book of entries, of which the first wins. Guesses and empty ones stay out."""
        by_context: dict[str, Entry] = {}
        by_words: dict[tuple[str, str], Entry] = {}
        for entry in entries:
            if entry.words.strip() and not entry.fuzzy:
                by_context.setdefault(entry.context, entry)
                path = entry.context.rpartition("/")[0]
                by_words.setdefault((path, folded(entry.source)), entry)
        return cls(code, by_context, by_words)

    def entry(self, unit: Unit) -> Entry | None:
        """What there is for a text. In a list without ids an entry goes where its words went."""
        if unit.list_of and (moved := self.by_words.get((unit.list_of, folded(source(unit.text))))):
            return moved
        return self.by_context.get(unit.context)


@dataclass(frozen=True, slots=True)
class Translated:
    """A library with its translations, what is wrong with them, and the files left out.

    `files` are all that were read, by name; `books` what they hold, by language; `own` are
    the names of the trainer's.
    """

    library: Library
    problems: tuple[Problem, ...] = ()
    left_out: tuple[str, ...] = ()
    books: Mapping[str, Book] = field(default_factory=dict)
    files: Mapping[str, PoFile] = field(default_factory=dict)
    own: frozenset[str] = frozenset()


def folded(words: str) -> str:
    """Words without the accidents of how they were wrapped."""
    return " ".join(words.split())


def state_of(unit: Unit, book: Book) -> State:
    """How far a text is translated into the language of a book."""
    inline, entry = unit.text.runs.get(book.code), book.entry(unit)
    changed_since = entry is not None and folded(entry.source) != folded(source(unit.text))
    if inline is not None:
        # Who has touched the words in the lesson's file since has read what they translate.
        ours = entry is not None and folded(entry.words) == folded(written(inline))
        return State.STALE if changed_since and ours else State.DONE
    if entry is None:
        return State.SAME if same_everywhere(unit.text) else State.MISSING
    if changed_since:
        return State.STALE
    return State.MISSING if difference(unit.text, entry.words) else State.DONE


def with_translations(library: Library, roots: Sequence[Path], own: Path | None) -> Translated:
    """`library` with the translation files of its folders laid into it; `own` is the trainer's."""
    files, problems, left_out, mine = _read_all(roots, own)
    found: dict[str, list[Entry]] = defaultdict(list)
    for name in sorted(files, key=lambda name: name not in mine):
        found[_code(name)] += files[name].entries
    books = {code: Book.of(code, entries) for code, entries in found.items()}
    laying = _Laying(books)
    made = changed(library, laying.lay)
    # A translation may type a rejected number as well as a lesson may: it is then not shown.
    told = [one for one in rejected(made) if one.place.file in files]
    grave = [one.place for one in told if one.severity is Severity.ERROR]
    if bad := {entry for at in grave if (entry := entry_at(files[at.file], at.line))}:
        laying = _Laying(books, frozenset(entry.spot.place for entry in bad))
        made = changed(library, laying.lay)
    for one in told:
        at = entry_at(files[one.place.file], one.place.line)
        problems.append(_shown(one, files, at.context if at else ""))
    problems += _judged(laying.found, files, mine, own)
    used = [code for code in sorted(books) if code in laying.used]
    languages = tuple(dict.fromkeys((*interface_languages(), *used)))
    made = replace(made, languages=languages)
    return Translated(made, tuple(problems), left_out, books, files, mine)


def entry_at(file: PoFile, line: int) -> Entry | None:
    """The entry that a line of a file belongs to."""
    before = [one for one in file.entries if one.source_at.line <= line]
    return before[-1] if before else None


def read_translations(path: Path, root: Path, desk: Desk) -> PoFile | None:
    """One translation file of a library; None, with the problems at the desk, if it is unusable."""
    code = _code(path.name)
    if code == DEFAULT or not is_known(code):
        desk.error(
            Place(desk.file),
            "translation-language",
            said('"{code}" is the language that is translated from.', code=code)
            if code == DEFAULT
            else said('"{code}" is not the code of a language.', code=quoted(code)),
            said("Name the file after the language that it brings, for example:  jv.po"),
        )
        return None
    return read_po(path, root, desk)


def file_name(name: str, root: Path, *, ours: bool) -> str:
    """How a translation file is named to people: ours from the library's folder on."""
    inside = TRANSLATIONS / name
    return inside.as_posix() if ours else os.path.join(root, inside)  # noqa: PTH118


def _read_all(
    roots: Sequence[Path], own: Path | None
) -> tuple[dict[str, PoFile], list[Problem], tuple[str, ...], frozenset[str]]:
    """The files by name, what is wrong with them, those left out, and which are the trainer's."""
    files: dict[str, PoFile] = {}
    problems: list[Problem] = []
    left_out: list[str] = []
    mine: set[str] = set()
    for root in roots:
        for path in translation_files(root):
            name = file_name(path.name, root, ours=root != own)
            desk = Desk(name)
            file = read_translations(path, root, desk)
            if root == own:
                mine.add(name)
            if file is None or any(one.severity is Severity.ERROR for one in desk.problems):
                left_out.append(name)
            else:
                files[name] = file
            problems += [
                replace(one, excerpt=file.shown(one)) if file and one.place.line else one
                for one in desk.problems
            ]
    return files, problems, tuple(left_out), frozenset(mine)


class _Laying:
    """Lays translations into texts, and keeps what it found on the way.

    `refused` are the places of entries that must not be shown; `used` are the languages of
    which something was laid in; `found` has every entry met, with its text and its state.
    """

    def __init__(self, books: Mapping[str, Book], refused: frozenset[Place] = frozenset()) -> None:
        self._books = books
        self._refused = refused
        self.used: set[str] = set()
        self.found: list[tuple[Unit, Entry, State]] = []

    def lay(self, context: str, text: Text) -> Text:
        """The text with its translations."""
        unit = Unit(context, "", "", text)
        runs, spots = dict(text.runs), dict(text.spots)
        for code, book in self._books.items():
            state, entry = state_of(unit, book), book.entry(unit)
            if entry is None:
                continue
            self.found.append((unit, entry, state))
            if state is State.STALE:
                runs.pop(code, None)
                spots.pop(code, None)
            elif state is State.DONE and entry.spot.place not in self._refused:
                self.used.add(code)
                if code not in runs:
                    runs[code], spots[code] = parse(entry.words.strip()), entry.spot
        return text if runs == text.runs else Text(runs, spots)


def _judged(
    found: Sequence[tuple[Unit, Entry, State]],
    files: Mapping[str, PoFile],
    mine: frozenset[str],
    own: Path | None,
) -> list[Problem]:
    """What the trainer should know of translations that are not shown."""
    theirs = os.path.join(own, "") if own is not None else ""  # noqa: PTH118
    problems = []
    for unit, entry, state in found:
        file = entry.source_at.file
        code, text = _code(file), unit.text
        if file not in mine and theirs and text.place(DEFAULT).file.startswith(theirs):
            # A trainer has changed a lesson of ours: that our translation lags is no mistake.
            continue
        if state is State.STALE:
            problems.append(_stale(text.place(code) if code in text.runs else entry, code))
        elif code not in text.runs and (told := difference(text, entry.words)):
            at = entry.spot.place
            problems.append(Problem(at, "translation-differs", *told, Severity.WARNING))
        else:
            continue
        problems[-1] = _shown(problems[-1], files, unit.context)
    return problems


def _stale(at: Place | Entry, code: str) -> Problem:
    return Problem(
        at.spot.place if isinstance(at, Entry) else at,
        "stale-translation",
        said("The text has been changed since it was translated."),
        said("Look at it again:  cekdulu translate export --to {code}", code=code),
        Severity.WARNING,
    )


def still_missing(problems: Iterable[Problem], library: Library) -> list[Problem]:
    """The problems without missing words that a translation file has brought meanwhile."""
    brought: set[Place] = set()
    starts: dict[tuple[str, int], list[Place]] = defaultdict(list)
    for unit in units(library):
        at = unit.text.place(DEFAULT)
        starts[at.file, at.line].append(at)
        if any(spot.place.file.endswith(".po") for spot in unit.text.spots.values()):
            brought.add(at)
    return [
        one
        for one in problems
        if one.rule != "missing-translation"
        or min(
            starts[one.place.file, one.place.line],
            key=lambda at: abs(at.column - one.place.column),
            default=None,
        )
        not in brought
    ]


def _shown(problem: Problem, files: Mapping[str, PoFile], context: str = "") -> Problem:
    """A problem of a translation file, with what stands there."""
    file = files.get(problem.place.file)
    return replace(problem, excerpt=file.shown(problem, context)) if file else problem


def _code(name: str) -> str:
    """The language of a translation file, by the file's name."""
    return Path(name).stem
