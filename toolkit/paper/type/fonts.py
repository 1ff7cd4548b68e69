"""The letters of every sheet: a typeface in two weights, cut to the Latin letters, and its widths.

Which typeface a sheet is set in says its library's theme: `using` holds for what is composed
within it, in this thread only, and the file's `About` remembers it until the file is drawn.
Two libraries with two typefaces never meet.

Cutting takes a fifth of a second, so the result is kept in the user's cache folder.
A missing or damaged copy, or a folder that cannot be written, only costs that time:
the bytes are the same either way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import lru_cache
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import ttfonts

from toolkit.content.theme import TYPEFACES, OwnTypeface, Theme
from toolkit.disk import write_whole
from toolkit.errors import Breakdown
from toolkit.language import said
from toolkit.paper.type.trouble import Unprintable

REGULAR = "CekDulu"
BOLD = "CekDulu-Bold"
USUAL = TYPEFACES[0]
"""The typeface of whatever belongs to no library."""

_SHIPPED = {
    "noto-sans": {REGULAR: ("notos", "NotoSans_Regular.py"), BOLD: ("notosbo", "NotoSans_Bold.py")},
    "fira-go": {REGULAR: ("figo", "FiraGO_Regular.py"), BOLD: ("figbo", "FiraGO_Bold.py")},
    "ubuntu": {REGULAR: ("ubuntu", "Ubuntu_Regular.py"), BOLD: ("ubuntubo", "Ubuntu_Bold.py")},
}
# Left out on purpose: soft hyphens, zero-width spaces and marks of direction. They would
# be printed as something else than they mean, so a text that has them is refused.
_KEPT = (
    (0x0020, 0x007E),
    (0x00A0, 0x00AC),
    (0x00AE, 0x024F),
    (0x0300, 0x0328),
    (0x1E00, 0x1EFF),
    (0x2010, 0x2027),
    (0x2030, 0x2044),
    (0x20A0, 0x20BF),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2215),
    (0x2260, 0x2265),
)
_DIGEST = 32
_UNITS = 1000
_NEGATIVE = 1 << 16
"""What ReportLab, which reads all bearings as positive, adds to one that is not."""

_RECIPE = 2
"""Counted up when the way of cutting changes: an older copy is then left alone."""

_now: ContextVar[str] = ContextVar("typeface", default=USUAL)
_own: dict[str, OwnTypeface] = {}
"""Typefaces that offices brought along, by what is in them: an entry never changes."""


class _Faces(NamedTuple):
    """A typeface as ReportLab reads it. `capital` is the height of a capital per point of size."""

    weights: dict[str, ttfonts.TTFontFace]
    known: frozenset[int]
    capital: float


def current() -> str:
    """The name of the typeface in which words are measured and drawn here."""
    return _now.get()


@contextmanager
def using(typeface: str | Theme) -> Iterator[None]:
    """Measure and draw in a typeface, or in that of a theme, for as long as this lasts."""
    before = _now.set(_named(typeface) if isinstance(typeface, Theme) else typeface)
    try:
        yield
    finally:
        _now.reset(before)


def _named(theme: Theme) -> str:
    if theme.own is None:
        return theme.typeface
    name = theme.own.digest
    _own.setdefault(name, theme.own)
    return name


@lru_cache(maxsize=8)
def load(typeface: str) -> _Faces:
    """Both weights. Cheap after the first call. Raises Unprintable for a damaged one of one's own."""
    try:
        weights = {
            name: ttfonts.TTFontFace(BytesIO(prepared(name, typeface))) for name in (REGULAR, BOLD)
        }
    except Exception as damage:
        if typeface not in _own:
            raise
        # Of a damaged font these libraries raise whatever they stumble over.
        raise _damaged(_own[typeface]) from damage
    known = weights[REGULAR].charToGlyph.keys() & weights[BOLD].charToGlyph.keys()
    return _Faces(weights, frozenset(known), weights[REGULAR].capHeight / 1000)


def _damaged(own: OwnTypeface) -> Unprintable:
    return Unprintable(
        own.at,
        "odd-typeface",
        said("This font is damaged."),
        said("Fetch it again from where you have it."),
    )


def face(name: str, typeface: str = USUAL) -> ttfonts.TTFontFace:
    """One weight of a typeface: its shapes and widths."""
    return load(typeface).weights[name]


def width(text: str, bold: bool) -> float:
    """How wide a text is in thousandths of its size."""
    return _width(text, bold, _now.get())


@lru_cache(maxsize=16384)
def _width(text: str, bold: bool, typeface: str) -> float:
    shapes = face(BOLD if bold else REGULAR, typeface)
    widths = shapes.charWidths
    usual = shapes.defaultWidth
    return float(sum([widths.get(ord(char), usual) for char in text]))


def overhang(letter: str, bold: bool) -> float:
    """How far a letter reaches out to the left of where it is set, in thousandths of its size."""
    shapes = face(BOLD if bold else REGULAR, _now.get())
    glyph = shapes.charToGlyph.get(ord(letter), 0)
    # The last letters of a typeface may share one entry, which then is the last one.
    bearing: int = shapes.hmetrics[min(glyph, len(shapes.hmetrics) - 1)][1]
    return float(_NEGATIVE - bearing) if bearing >= _NEGATIVE // 2 else 0.0


def missing(text: str) -> str:
    """The characters of a text that cannot be printed, each once, in order."""
    return _missing(text, _now.get())


@lru_cache(maxsize=16384)
def _missing(text: str, typeface: str) -> str:
    known = load(typeface).known
    return "".join(dict.fromkeys(c for c in text if ord(c) not in known and c not in "\n\t\r"))


def ascent(size: float) -> float:
    """Height of a capital letter, in points."""
    return size * load(_now.get()).capital


def prepared(name: str, typeface: str = USUAL) -> bytes:
    """A cut weight of a typeface, from the cache or freshly made. Raises KeyError for an unknown name."""
    kept = _cache_file(name, typeface)
    if kept is not None and (found := _read(kept)) is not None:
        return found
    made = _cut(name, typeface)
    if kept is not None:
        _keep(kept, made)
    return made


def _cache_file(name: str, typeface: str) -> Path | None:
    from fontTools import version
    from platformdirs import user_cache_path

    try:
        key = hashlib.blake2b(_source(name, typeface), digest_size=10)
        key.update(f"{version}{_KEPT}{_RECIPE}".encode())
        return user_cache_path("cekdulu", appauthor=False) / f"{name}-{key.hexdigest()}.font"
    except OSError:
        return None


def _source(name: str, typeface: str) -> bytes:
    """What tells this version of a weight from every other one."""
    if typeface in _own:
        return _own[typeface].contents[name == BOLD]
    return resources.files("pymupdf_fonts").joinpath(_SHIPPED[typeface][name][1]).read_bytes()


def _read(kept: Path) -> bytes | None:
    try:
        whole = kept.read_bytes()
    except OSError:
        return None
    digest, font = whole[:_DIGEST], whole[_DIGEST:]
    return font if hashlib.sha256(font).digest() == digest else None


def _keep(kept: Path, font: bytes) -> None:
    # A full disk or a read-only home must not stop anybody from printing.
    with suppress(Breakdown):
        write_whole(kept, hashlib.sha256(font).digest() + font)


def _cut(name: str, typeface: str) -> bytes:
    """The weight without the letters and instructions that paper does not need."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.scaleUpem import scale_upem

    options = Options(hinting=False, layout_features=[], notdef_outline=True)
    # A date of today inside the face would make every cutting a little different.
    font = TTFont(BytesIO(_whole(name, typeface)), recalcTimestamp=False)
    for table in ("GSUB", "GPOS", "GDEF", "DSIG", "FFTM", "TTFA"):
        if table in font:
            # Taken out before it is read: some have the scripts of half the world in it.
            del font[table]
    cutter = Subsetter(options)
    cutter.populate(unicodes=[code for first, last in _KEPT for code in range(first, last + 1)])
    cutter.subset(font)
    if font["head"].unitsPerEm != _UNITS:
        # ReportLab writes wrong widths for any other number.
        scale_upem(font, _UNITS)
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def _whole(name: str, typeface: str) -> bytes:
    """The weight as its makers gave it away."""
    if typeface in _own:
        return _own[typeface].contents[name == BOLD]
    import pymupdf_fonts

    return bytes(pymupdf_fonts.myfont(_SHIPPED[typeface][name][0]))


def to_unicode(font_name: str, subset: list[int]) -> str:
    """The table that lets a reader copy text, in blocks of the hundred entries that PDF allows."""
    pairs = [f"<{code:02X}> <{char:04X}>" for code, char in enumerate(subset) if char]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo",
            f"<< /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >> def",
            f"/CMapName /{font_name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{len(subset) - 1:02X}>",
            "endcodespacerange",
            *(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )
