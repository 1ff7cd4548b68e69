"""A translation file (PO) into entries that know where they stand.

PO is what Poedit and Weblate write: `msgctxt` tells which text it is, `msgid` holds the
words as they were when they were translated, `msgstr` the translation. Our files need only
that much of it. Babel reads more, but forgets the places, mends lost quotation marks in
silence and costs a start-up; so it writes these files, and this reads them, strictly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from toolkit.content.builtin import LARGEST_TRANSLATION
from toolkit.content.place import Excerpt, Place, Problem, Spot, instead
from toolkit.content.reading.decode import characters
from toolkit.content.reading.desk import Desk, quoted
from toolkit.language import said

RULE = "broken-translations"

ENOUGH = 60
"""Problems after which a file is read no further: it is something else."""

LONGEST_LINE = 20_000
"""Signs. The longest text of ours has eight hundred."""

_LINE = re.compile(
    r'\s*(?:(?P<word>msgctxt|msgid|msgstr)\s+)?(?P<string>"(?P<inside>(?:[^"\\]|\\.)*)")\s*'
)
_ESCAPE = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One text: its context, the words that were translated, and the translation.

    `fuzzy` marks a translation that is only a guess. `source_at` and `spot` are where the
    words begin.
    """

    context: str
    source: str
    words: str
    fuzzy: bool
    source_at: Place
    spot: Spot


@dataclass(frozen=True, slots=True)
class PoFile:
    """What stands in a translation file. `code` is the language that its header names."""

    name: str
    code: str
    entries: tuple[Entry, ...]
    lines: tuple[str, ...] = field(repr=False, default=())

    def shown(self, problem: Problem, context: str = "") -> Excerpt:
        """What stands at the place of a problem."""
        at = problem.place.line
        before = self.lines[at - 2] if at > 1 else ""
        path = tuple(quoted(part) for part in context.split("/")) if context else ()
        return Excerpt(self.lines[at - 1] if 0 < at <= len(self.lines) else "", before, path)


def read_po(path: Path, root: Path, desk: Desk) -> PoFile | None:
    """The entries of the file at `path`; None, with the problems at the desk, if it is broken."""
    before = len(desk.problems)
    text = characters(path, root, desk, LARGEST_TRANSLATION)
    if text is None:
        return None
    lines = text.split("\n")
    # Notes are never shown to anybody; other tools put signs of direction into them.
    desk.problems[before:] = [
        one
        for one in desk.problems[before:]
        if not (one.rule == "hidden-character" and lines[one.place.line - 1].startswith("#"))
    ]
    entries = list(_Reader(lines, desk).entries())
    if any(one.severity == "error" for one in desk.problems[before:]):
        return PoFile(desk.file, "", (), tuple(lines))
    header = next((one.words for one in entries if not one.source), "")
    found = re.search(r"^Language:[ \t]*(\S+)", header, re.MULTILINE)
    whole = tuple(one for one in entries if one.source)
    return PoFile(desk.file, found[1].replace("-", "_") if found else "", whole, tuple(lines))


@dataclass
class _Part:
    """A string that may go over several lines: its pieces, and where the first one begins."""

    line: int
    column: int
    raw: list[str] = field(default_factory=list)

    def words(self) -> str:
        return "".join(
            _ESCAPE.sub(lambda found: _MEANT.get(found[1], found[1]), one.strip()[1:-1])
            for one in self.raw
        )


_ORDER: Final = ("msgctxt", "msgid", "msgstr")


class _Reader:
    """Goes through the lines; an entry is whole when the next one begins."""

    def __init__(self, lines: list[str], desk: Desk) -> None:
        self._lines = lines
        self._desk = desk
        self._parts: dict[str, _Part] = {}
        self._last = ""
        self._fuzzy = False
        self._odd = False
        """Has the present entry been told of? One mistake is told once."""

    def entries(self) -> Iterator[Entry]:
        """The entries that can be read; what cannot is noted at the desk."""
        for number, line in enumerate(self._lines, 1):
            if len(self._desk.problems) > ENOUGH:
                return
            bare = line.strip()
            if not bare or bare.startswith("#"):
                if "msgstr" in self._parts and bare.startswith("#"):
                    yield from self._finished()
                self._fuzzy = self._fuzzy or (bare.startswith("#,") and "fuzzy" in bare)
                continue
            whole = len(line) <= LONGEST_LINE
            found = (_LINE.fullmatch(line) if whole else None) or self._mended(number, line)
            if found is None:
                continue
            word = found["word"] or ""
            if word in ("msgctxt", "msgid") and "msgstr" in self._parts:
                yield from self._finished()
            if not self._in_order(word):
                if not self._odd:
                    self._out_of_order(number, line, word)
                continue
            if word:
                self._parts[word] = _Part(number, found.start("string") + 1)
                self._last = word
            self._parts[self._last].raw.append(found["string"])
        yield from self._finished(at_end=True)

    def _in_order(self, word: str) -> bool:
        if not word:
            return bool(self._last)
        if word == "msgstr" and "msgid" not in self._parts:
            return False
        return not any(one in self._parts for one in _ORDER[_ORDER.index(word) :])

    def _finished(self, at_end: bool = False) -> Iterator[Entry]:
        parts, fuzzy, odd = self._parts, self._fuzzy, self._odd
        self._parts, self._last, self._fuzzy, self._odd = {}, "", False, False
        if not parts and at_end:
            return
        if "msgid" not in parts or "msgstr" not in parts:
            if parts and not odd:
                self._lacks_msgstr(next(iter(parts.values())).line)
            return
        ids, strings = parts["msgid"], parts["msgstr"]
        context = parts["msgctxt"].words() if "msgctxt" in parts else ""
        words = strings.words()
        yield Entry(
            context,
            ids.words(),
            words,
            fuzzy,
            Place(self._desk.file, ids.line, ids.column),
            _spot(self._desk.file, strings, words),
        )

    # What a hand may have broken

    def _mended(self, number: int, line: str) -> re.Match[str] | None:
        """Note what is odd about a line; the line as it was meant, if that can be told."""
        bare = line.strip()
        word, space, rest = bare.partition(" ")
        if bare.startswith('"'):
            word, space, rest = "", "", bare
        near = get_close_matches(word[:20], _ORDER, 1, cutoff=0.75)
        if (word and not near) or not rest or len(line) > LONGEST_LINE:
            self._odd = True
            self._desk.error(
                self._at(number, line),
                RULE,
                said("This line does not belong into a translation file of Cek Dulu."),
                said('Delete it, or put it before the words after a  #  or in  "..."'),
            )
            return None
        whole = near[0] + space + _quoted(rest) if near else _quoted(rest)
        at, old, new = self._at(number, line), bare, whole
        what = said("The lines of an entry begin with  msgctxt, msgid  and  msgstr.")
        if not near or near[0] == word:
            lead = len(word) + len(space)
            at, old, new = self._at(number, line, lead), bare[lead:], whole[lead:]
            what = said("The quotation marks of this line do not fit together.")
        short = quoted(new) == new
        self._desk.error(
            at,
            RULE,
            what,
            said("Write:  {line}", line=new)
            if short
            else said('One  "  stands at each end; inside the words it is written  \\"'),
            edit=instead(at, old, new) if short else None,
        )
        return _LINE.fullmatch(whole)

    def _at(self, number: int, line: str, lead: int = 0) -> Place:
        """Where a line begins, or a place so many signs after that."""
        return Place(self._desk.file, number, len(line) - len(line.lstrip()) + 1 + lead)

    def _out_of_order(self, number: int, line: str, word: str) -> None:
        self._desk.error(
            self._at(number, line),
            RULE,
            said('A line  msgid "..."  is missing before this one.')
            if word == "msgstr" or not word
            else said('A line  msgstr "..."  is missing before this one.'),
            said('Write it there:  msgid "..."  with the words to translate.')
            if word == "msgstr" or not word
            else said('Write it there:  msgstr ""'),
        )
        self._parts = {}
        self._last = ""
        if word in ("msgctxt", "msgid"):
            self._parts[word] = _Part(number, 1, ['""'])
            self._last = word

    def _lacks_msgstr(self, line: int) -> None:
        self._desk.error(
            Place(self._desk.file, line, 1),
            RULE,
            said("To this text belongs no line with its translation."),
            said('Write below it:  msgstr ""'),
        )


def _quoted(rest: str) -> str:
    """Words with a quotation mark at each end, and those inside them marked."""
    inside = rest.removeprefix('"')
    if inside.endswith('"') and not inside.endswith('\\"'):
        inside = inside[:-1]
    signs = (sign for sign in re.findall(r"\\.|.", inside) if sign != "\\")
    return '"' + "".join('\\"' if sign == '"' else sign for sign in signs) + '"'


def _spot(file: str, part: _Part, words: str) -> Spot:
    """Where the words of a string stand: on the line of its keyword, or on those below."""
    at = 0
    while at < len(part.raw) - 1 and part.raw[at] == '""':
        at += 1
    place = Place(file, part.line + at, (part.column if not at else 1) + 1)
    if at == len(part.raw) - 1 and "\\" not in part.raw[at]:
        return Spot(place)
    return Spot(place, words, "\n".join(part.raw[at:])[1:])
