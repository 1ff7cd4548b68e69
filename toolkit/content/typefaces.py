"""An office's own typeface: two files in print/, read and found fit for printing, or told why not.

What is looked at is what a PDF needs: shapes that can be cut to the letters of a file, the leave of
the maker to do so, all letters that our texts have, and an I that is not taken for an l. Loaded only
when a theme names files of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toolkit.content.reading.desk import Desk, quoted
from toolkit.content.theme import OwnTypeface, ThemeChanges
from toolkit.language import Said, said

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

LARGEST = 8 * 1024 * 1024
"""Bytes. Noto Sans has half a million; fonts of all the world's scripts are no typeface for us."""

NEEDED = "".join(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x100)))) + "“”‘’–—…°·×"
"""Letters without which not even our own texts could be printed."""

_NEVER = 0x0002
_WHOLE_ONLY = 0x0100
_PICTURES_ONLY = 0x0200
"""What a maker may forbid: OpenType's OS/2 table, field fsType."""

_TRUETYPE = (b"\0\1\0\0", b"true")
_BAR = 4
"""Corners of a letter that is a mere upright bar."""


def with_typeface(changes: ThemeChanges, folder: Path, desk: Desk) -> ThemeChanges:
    """A theme with the contents of its own typeface, whose files lie in `folder`.

    Whatever is wrong with them is noted at the desk.
    """
    if changes.own is None:
        return changes
    regular = _fit(changes.own, "regular", folder, desk)
    bold = _fit(changes.own, "bold", folder, desk)
    return replace(changes, own=replace(changes.own, contents=(regular, bold)))


def _fit(own: OwnTypeface, key: str, folder: Path, desk: Desk) -> bytes:
    """What is in one of the two files; nothing if it cannot be printed with."""
    name = str(getattr(own, key))
    try:
        content = _read(folder, name)
        faults = list(_faults(content))
    except OSError:
        content, faults = b"", [(_absent(name), said("Copy the file into the folder print/."))]
    for what, mend in faults[:1]:
        desk.error(own.at.of(key), "odd-typeface", what, mend)
    return b"" if faults else content


def _absent(name: str) -> Said:
    return said('There is no file "{name}" beside this theme that can be read.', name=quoted(name))


def _read(folder: Path, name: str) -> bytes:
    """The file's contents. Raises OSError for whatever does not lie in the folder itself."""
    path = folder / name
    if path.name != name or path.is_symlink() or not path.is_file():
        raise FileNotFoundError(name)
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _faults(content: bytes) -> Iterator[tuple[Said, Said]]:
    """What is wrong with a font, the weightiest first, and what to do."""
    another = said("Use the typeface's .ttf files, or one of those that come with the program.")
    if len(content) > LARGEST:
        yield said("This font is larger than {n} MB.", n=LARGEST // 1024**2), another
        return
    if content[:4] == b"OTTO":
        yield said("This is an OpenType font with PostScript shapes (.otf)."), another
        return
    if content[:4] not in _TRUETYPE:
        yield said("This is no TrueType font."), another
        return
    try:
        yield from _looked_at(content, another)
    except Exception:  # noqa: BLE001 - of a damaged font fontTools raises whatever it stumbles over
        yield said("This font is damaged."), said("Fetch it again from where you have it.")


def _looked_at(content: bytes, another: Said) -> Iterator[tuple[Said, Said]]:
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(content), lazy=True)
    if "glyf" not in font or "OS/2" not in font:
        yield said("This is no TrueType font."), another
        return
    if "fvar" in font:
        yield said("This is a variable font, of which each weight must be its own file."), another
    allowed = font["OS/2"].fsType
    if allowed & (_NEVER | _WHOLE_ONLY | _PICTURES_ONLY):
        yield said("Its maker does not allow this font to be put into a PDF."), another
    known = font.getBestCmap() or {}
    lacking = [letter for letter in NEEDED if ord(letter) not in known]
    if lacking:
        what = said(
            "Letters that we need are missing in this font ({n}), among them: {letters}",
            n=len(lacking),
            letters=" ".join(lacking[:8]),
        )
        yield what, another
    elif _is_bar(font, known[ord("I")]) and _is_bar(font, known[ord("l")]):
        yield said("In this font a capital I and a small l look alike."), another


def _is_bar(font: TTFont, name: str) -> bool:
    """Is a letter nothing but an upright bar?"""
    glyph: Any = font["glyf"][name]
    return glyph.numberOfContours == 1 and len(glyph.coordinates) == _BAR
