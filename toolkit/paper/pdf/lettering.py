"""Letters on their way into a file: which code each gets, and the typefaces cut to just those letters.

A letter's code is given at its first use, so that a file holds only the shapes it needs; letters
can be given theirs beforehand, for words that come later. Knows typefaces and the file, no pages.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from toolkit.paper.pdf.pdf_file import Objects, escaped
from toolkit.paper.type import fonts

_SPACE, _HARD_SPACE = 0x20, 0xA0
_FULL = 256
_NAMES = {fonts.REGULAR: "R", fonts.BOLD: "B"}


class Letters:
    """The letters of one weight of a typeface in one file.

    A code is a byte in one of several `subsets`, because a simple font has no more than 256.
    """

    def __init__(self, face: str, typeface: str = fonts.USUAL) -> None:
        self.face = face
        self.typeface = typeface
        self.first = self._name(0)
        """What the first font is called in the file."""
        self.subsets: list[list[int]] = []
        self._codes: dict[int, int] = {}
        self._free: Iterator[int] = iter(())
        self._first: dict[int, int] = {_HARD_SPACE: _SPACE, _SPACE: _SPACE}

    def set(self, text: str) -> list[tuple[str, bytes]]:
        """A text as stretches of one font each: the font's name in the file, and its string."""
        if self.subsets and self._first.keys() >= set(map(ord, text)):
            return [(self.first, escaped(text.translate(self._first).encode("latin-1")))]
        found: list[tuple[int, bytearray]] = []
        for letter in text:
            subset, code = divmod(self._code(ord(letter)), _FULL)
            if code == _SPACE and found:
                # Every subset has the space.
                subset = found[-1][0]
            if not found or found[-1][0] != subset:
                found.append((subset, bytearray()))
            found[-1][1].append(code)
        return [(self._name(subset), escaped(bytes(codes))) for subset, codes in found]

    def know(self, letters: Iterable[str]) -> None:
        """Give these letters their codes now."""
        for letter in letters:
            self._code(ord(letter))

    def knows(self, text: str) -> bool:
        """Can it be set in the first font, without a letter that has no code yet?"""
        return self._first.keys() >= set(map(ord, text))

    def _code(self, letter: int) -> int:
        """A letter's code: its subset and the byte in it, as one number."""
        if not self.subsets:
            self._open()
        known = self._first.get(letter, self._codes.get(letter))
        if known is not None:
            return known
        if (byte := next(self._free, None)) is None:
            byte = self._open()
        subset = self.subsets[-1]
        if byte < _SPACE:
            subset[byte] = letter
        else:
            subset.append(letter)
        code = (len(self.subsets) - 1) * _FULL + byte
        (self._first if code < _FULL else self._codes)[letter] = code
        return code

    def _open(self) -> int:
        """Begin another subset. Returns its first free code."""
        self.subsets.append([0] + [_SPACE] * _SPACE)
        self._free = iter((*range(1, _SPACE), *range(_SPACE + 1, _FULL)))
        return next(self._free) if len(self.subsets) > 1 else 0

    def _name(self, subset: int) -> str:
        return f"{_NAMES[self.face]}{subset}"

    def put(self, file: Objects) -> dict[str, int]:
        """Put the fonts into a file. Returns the number of each by its name."""
        return {
            self._name(place): _put(file, self.face, self.typeface, place, tuple(subset))
            for place, subset in enumerate(self.subsets)
        }


def _put(file: Objects, face: str, typeface: str, place: int, subset: tuple[int, ...]) -> int:
    made = _cut(face, typeface, place, subset)
    program = file.stream(made.program, b"/Length1 %d" % made.length, packed=True)
    unicode = file.stream(made.unicode, packed=True)
    descriptor = file.put(made.descriptor % program)
    return file.put(made.font % (descriptor, unicode))


class _Cut:
    """A typeface cut to the letters of a file, ready to be put into one."""

    def __init__(self, face: str, typeface: str, place: int, subset: tuple[int, ...]) -> None:
        shapes = fonts.face(face, typeface)
        name = b"%b+%b" % (_tag(place), face.encode())
        whole = shapes.makeSubset(list(subset))
        self.program = zlib.compress(whole, 9)
        self.length = len(whole)
        self.unicode = zlib.compress(fonts.to_unicode(name.decode(), list(subset)).encode())
        box = b" ".join(b"%d" % side for side in shapes.bbox)
        self.descriptor = (
            b"<</Type/FontDescriptor/FontName/%b/Flags 4/FontBBox[%b]/ItalicAngle %d/Ascent %d"
            b"/Descent %d/CapHeight %d/StemV %d/MissingWidth %d/FontFile2 %%d 0 R>>"
        ) % (
            name, box, shapes.italicAngle, shapes.ascent, shapes.descent,
            shapes.capHeight, shapes.stemV, shapes.defaultWidth,
        )  # fmt: skip
        widths = b" ".join(b"%d" % round(shapes.getCharWidth(code)) for code in subset)
        self.font = (
            b"<</Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar 0/LastChar %d/Widths[%b]"
            b"/FontDescriptor %%d 0 R/ToUnicode %%d 0 R>>"
        ) % (name, len(subset) - 1, widths)


@lru_cache(maxsize=128)
def _cut(face: str, typeface: str, place: int, subset: tuple[int, ...]) -> _Cut:
    return _Cut(face, typeface, place, subset)


def _tag(place: int) -> bytes:
    """Six capitals that tell one subset of a face from another."""
    return bytes(65 + (place // 26**power) % 26 for power in range(5, -1, -1))
