"""The two typefaces of every sheet: Noto Sans, cut to the Latin letters, and their widths.

Cutting takes a fifth of a second, so the result is kept in the user's cache folder.
A missing or damaged copy, or a folder that cannot be written, only costs that time:
the bytes are the same either way.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import lru_cache
from importlib import resources
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase import ttfonts

from toolkit.disk import write_whole
from toolkit.errors import Breakdown

REGULAR = "CekDulu"
BOLD = "CekDulu-Bold"

_FACES = {
    REGULAR: ("notos", "NotoSans_Regular.py"),
    BOLD: ("notosbo", "NotoSans_Bold.py"),
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
_RECIPE = 2
"""Counted up when the way of cutting changes: an older copy is then left alone."""


@lru_cache(maxsize=1)
def load() -> dict[str, ttfonts.TTFontFace]:
    """Both typefaces as ReportLab reads them, by name. Cheap after the first call."""
    return {name: ttfonts.TTFontFace(BytesIO(prepared(name))) for name in _FACES}


def face(name: str) -> ttfonts.TTFontFace:
    """A typeface: its shapes and widths."""
    return load()[name]


@lru_cache(maxsize=16384)
def width(text: str, bold: bool) -> float:
    """How wide a text is in thousandths of its size."""
    shapes = face(BOLD if bold else REGULAR)
    widths = shapes.charWidths
    return float(sum(widths.get(ord(char), shapes.defaultWidth) for char in text))


@lru_cache(maxsize=16384)
def missing(text: str) -> str:
    """The characters of a text that cannot be printed, each once, in order."""
    known = face(REGULAR).charToGlyph
    return "".join(dict.fromkeys(c for c in text if ord(c) not in known and c not in "\n\t\r"))


def ascent(size: float) -> float:
    """Height of a capital letter, in points."""
    return size * 0.714


def prepared(name: str) -> bytes:
    """A cut typeface, from the cache or freshly made. Raises KeyError for an unknown name."""
    kept = _cache_file(name)
    if kept is not None and (found := _read(kept)) is not None:
        return found
    made = _cut(name)
    if kept is not None:
        _keep(kept, made)
    return made


def _cache_file(name: str) -> Path | None:
    from fontTools import version
    from platformdirs import user_cache_path

    source = resources.files("pymupdf_fonts").joinpath(_FACES[name][1])
    try:
        key = hashlib.blake2b(source.read_bytes(), digest_size=10)
        key.update(f"{version}{_KEPT}{_RECIPE}".encode())
        return user_cache_path("cekdulu", appauthor=False) / f"{name}-{key.hexdigest()}.font"
    except OSError:
        return None


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


def _cut(name: str) -> bytes:
    """The typeface without the letters and instructions that paper does not need."""
    import pymupdf_fonts
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options(hinting=False, layout_features=[], notdef_outline=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "DSIG", "FFTM", "TTFA"]
    # A date of today inside the face would make every cutting a little different.
    font = TTFont(BytesIO(pymupdf_fonts.myfont(_FACES[name][0])), recalcTimestamp=False)
    cutter = Subsetter(options)
    cutter.populate(unicodes=[code for first, last in _KEPT for code in range(first, last + 1)])
    cutter.subset(font)
    made = BytesIO()
    font.save(made)
    return made.getvalue()


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
