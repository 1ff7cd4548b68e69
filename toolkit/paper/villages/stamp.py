"""One product for many villages: what they share is made once, a village's own numbers each time.

A pattern is a whole sheet, drawn for one village. For another village with the same offices
known only the block with its numbers is drawn, over marks that count as those of the pattern
do. Whatever that cannot set (a letter beyond the usual ones, a block that needs more room) is
built whole, by the ordinary way. Knows no files.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from toolkit.content.library import Library
from toolkit.content.villages.village import Village
from toolkit.errors import WrongCall
from toolkit.language import N_, Said, said
from toolkit.paper.pdf.document import About, Document, Drawn, Face
from toolkit.paper.pdf.lettering import Letters
from toolkit.paper.pdf.pdf_file import number_of as _n
from toolkit.paper.pdf.pen import Pen
from toolkit.paper.setting.job import Job
from toolkit.paper.setting.own_numbers import Slot
from toolkit.paper.setting.sheet import SLACK
from toolkit.paper.shop import composed, titled
from toolkit.paper.type import fonts
from toolkit.paper.type.flow import Run
from toolkit.paper.villages.stamp_marks import Known, Told, Unknown, with_gaps

_NAMES = (
    "".join(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x100))))
    + "ĀāĒēĔĕĪīŌōŪūŠšŽžĈĉŊŋŃń‘’“”ʼ–—·\u00a0"
)  # fmt: skip
"""Letters that names in Indonesia are written with, and those of numbers and dates."""

_SAMPLE = Village("A", "", "A", "", {})

Letterings = tuple[Letters, Letters]


class Stamped(NamedTuple):
    """A village's sheet: the pattern for it, and what stands in each of its slots."""

    pattern: Document
    contents: tuple[bytes, ...]


class Stamper:
    """One product, ready for any village. `job` is for none.

    Raises WrongInput if the product cannot be made at all, and WrongCall for one that has no
    room for a village's numbers.
    """

    def __init__(self, job: Job, library: Library, *, strict: bool = False) -> None:
        self.job = job
        self.library = library
        blank = composed(job, library, strict=strict)
        self.about: About = blank.about
        self.edition = blank.edition
        self.editions = (blank.edition, *blank.parts)
        self.stale = blank.stale
        self.foreign = blank.foreign
        self.letters: Letterings = (
            Letters(fonts.REGULAR, self.about.typeface),
            Letters(fonts.BOLD, self.about.typeface),
        )
        for one in self.letters:
            one.know(_NAMES)
        sample = self._drawn(self._faces(_SAMPLE), self.letters)
        self._slots = tuple(_slots(sample.drawn))
        if not self._slots:
            raise _without_numbers(job)
        regular, bold = (Known(one) for one in self.letters)
        self._known = (regular, bold)
        self._heading = b"/%b %b Tf\n" % (bold.first.encode(), _n(library.theme.heading).encode())
        self._patterns: dict[tuple[str, ...], Document | None] = {}
        self._blanks: dict[tuple[int, ...], Stamped | None] = {}
        self.digest = blake2b(sample.bytes(), digest_size=8).hexdigest()
        """A short name for all that the sheets have in common, down to the last stroke."""

    def stamp(self, village: Village) -> Stamped | None:
        """A village's sheet by the fast way; None if it has to be built whole.

        Raises Unprintable, naming the village's row, for what cannot be printed at all.
        """
        with fonts.using(self.about.typeface):
            return self._filled_in(village) or self._drawn_in(village)

    def _filled_in(self, village: Village) -> Stamped | None:
        """The way for nearly all: only words are other ones, each on a line of its own."""
        strings: list[tuple[bytes, ...]] = []
        kind: list[int] = []
        try:
            for one in self._slots:
                passages = one.slot.blocks.passages(village)
                if not passages:
                    return None
                kind += map(len, passages)
                strings.append(self._strings(passages))
        except Unknown:
            return None
        key = tuple(kind)
        if key not in self._blanks:
            self._blanks[key] = self._blank(village, strings)
        blank = self._blanks[key]
        if blank is None:
            return None
        filled = tuple(one % words for one, words in zip(blank.contents, strings, strict=True))
        return Stamped(blank.pattern, filled)

    def _blank(self, village: Village, strings: list[tuple[bytes, ...]]) -> Stamped | None:
        """The slots of a village with gaps for words; None if it is not surely so for others.

        Only under a heading of the usual size do as many lines take as much room.
        """
        drawn = self._drawn_in(village)
        if drawn is None or not all(self._heading in content for content in drawn.contents):
            return None
        contents = tuple(map(with_gaps, drawn.contents, strings))
        if not all(contents):
            return None
        other = _other_than(village)
        tried = tuple(
            content % self._strings(one.slot.blocks.passages(other))
            for content, one in zip(contents, self._slots, strict=True)
        )
        if self._drawn_in(other) != Stamped(drawn.pattern, tried):
            return None
        return Stamped(drawn.pattern, contents)

    def _strings(self, passages: tuple[tuple[Run, ...], ...]) -> tuple[bytes, ...]:
        return tuple(
            self._known[line.bold].string(line.text) for lines in passages for line in lines
        )

    def _drawn_in(self, village: Village) -> Stamped | None:
        """The way for what takes more lines: the slots are laid out and drawn."""
        told: list[str] = []
        contents = self._contents(village, told)
        if contents is None:
            return None
        kind = tuple(told)
        if kind not in self._patterns:
            self._patterns[kind] = self._pattern(village, contents)
        pattern = self._patterns[kind]
        return Stamped(pattern, contents) if pattern else None

    def whole(self, village: Village, letters: Letterings | None = None) -> Document:
        """A village's sheet by the ordinary way. Raises WrongInput."""
        return self._drawn(self._faces(village), letters, titled(self.about, village))

    def own_letters(self) -> Letterings:
        """The letters of all patterns, for a file that may need some more."""
        regular, bold = deepcopy(self.letters)
        return regular, bold

    def _faces(self, village: Village) -> tuple[Face, ...]:
        return composed(replace(self.job, village=village), self.library).faces

    def _drawn(
        self, faces: tuple[Face, ...], letters: Letterings | None, about: About | None = None
    ) -> Document:
        document = Document(about or self.about, letters)
        for face in faces:
            document.add(face)
        return document

    def _contents(self, village: Village, told: list[str]) -> tuple[bytes, ...] | None:
        """What stands in each slot; None for what does not go the fast way.

        How it is read out is noted in `told`: sheets of which the same is told have one pattern.
        """
        contents = []
        mark = 0
        for before, begins, height, slot in self._slots:
            block = slot.blocks.block(village)
            if block.height > slot.blocks.room + SLACK:
                return None
            tags = Told(before if begins else mark + before, told)
            pen = Pen(height, *self._known, tags)
            try:
                block.draw(pen, slot.x, slot.top)
            except Unknown:
                return None
            contents.append(b"".join(part.content for part in pen.parts()))
            mark = tags.next
            told.append("|")
        return tuple(contents)

    def _pattern(self, village: Village, contents: tuple[bytes, ...]) -> Document | None:
        """A pattern for a village's like; None if the fast way does not give the same as drawing."""
        pattern = self._drawn(self._faces(village), self.letters)
        parts = (part for page in pattern.drawn for part in page.parts if part.slot)
        return pattern if tuple(part.content for part in parts) == contents else None


def _other_than(village: Village) -> Village:
    """A village of that name of which the same is known, with other numbers and on another day."""
    numbers = {office: number and "0" for office, number in village.numbers.items()}
    day = village.checked_on and date(2001, 1, 1)
    return replace(village, numbers=numbers, checked_on=day)


class _Where(NamedTuple):
    """A slot: how many pieces of text stand before it, counted from the slot before it.

    The first of a page `begins` the count anew. `height` is that of its page, in points.
    """

    before: int
    begins: bool
    height: float
    slot: Slot


def _slots(pages: list[Drawn]) -> Iterator[_Where]:
    for page in pages:
        end = 0
        begins = True
        for part in page.parts:
            if isinstance(part.slot, Slot):
                yield _Where(part.first - end, begins, page.height, part.slot)
                begins, end = False, part.end


def _without_numbers(job: Job) -> WrongCall:
    if job.sheets > 1:
        return WrongCall(
            said("There is no room for a village's own numbers on a poster of several sheets."),
            said("Leave --sheets away, or --villages."),
        )
    return WrongCall(
        Said(
            N_("There is no room for a village's own numbers on: {product}."),
            {"product": job.product},
        ),
        Said(N_("Print it without --villages; it is the same for all."), {}),
    )
