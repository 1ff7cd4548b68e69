"""Reads the copy of a page: words and numbers with tesseract, codes with zxing-cpp.

Knows PDFs and pictures; of Cek Dulu it knows nothing. What was printed is taken from the page's own text; a word counts
as read where tesseract reads the same letters, with no allowance for similar ones.
"""

from __future__ import annotations

import os
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from string import ascii_uppercase
from tempfile import TemporaryDirectory

import zxingcpp
from paper.photocopier import PIXELS, Box, Copy
from paper.reading import DPI, Char, Sheet
from PIL import Image, ImageOps

BODY = 12.0
"""Points from which on words are body; what is smaller is small print, and not asked for."""
DIALLED = 16.0
"""Points from which on numbers are dialled from the sheet, and read digit by digit."""
EASY = 18.0
"""Points above which letters are looked at from further away: tesseract knows none as tall as a hand."""

COLUMN = 5.0
"""Millimetres of white, all along, beside which a reader sees a panel or a column of its own."""
PARAGRAPH = 2.0
"""Millimetres of white below which a reader begins anew."""

_NUMBER = re.compile(r"[+(]*\d[\d()+./-]*")
_LOOKS = (1.0, 1.75, 2.5)
"""Millimetres around a number: it is looked at three times, and what is seen twice counts."""
_AGAIN = (("8", 1.0), ("7", 1.75))
"""What is missed is looked at again, by itself: as a word, and as a line with more white around."""
_LANGUAGES = {"id": "ind", "en": "eng"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the page's own text, where it stands, and how it is set."""

    text: str
    box: Box
    size: float
    turn: int
    """Degrees, counter-clockwise, by which one turns the sheet to read it."""
    dialled: bool
    """Is it a number, or a part of one, that is set large enough to be dialled from?"""


def words(sheet: Sheet, dialled: float = DIALLED) -> tuple[Word, ...]:
    """The words of a page, in the order of its text; numbers are dialled from `dialled` points on."""
    chars, found = iter(sheet.chars), []
    turn = 0
    for text in sheet.text.split():
        own = tuple(islice(chars, len(text)))
        assert text == "".join(char.char for char in own)
        turn = _turn(own[0], own[-1]) if len(own) > 1 else turn
        size = max(char.size for char in own)
        large = size >= dialled and bool(_NUMBER.fullmatch(text))
        found.append(Word(text, _around([_ink(char) for char in own]), size, turn, large))
    return tuple(found)


def _turn(first: Char, last: Char) -> int:
    """Which way does it run: to the right, down, to the left, or up?"""
    right = (last.left + last.right) - (first.left + first.right)
    down = (last.top + last.bottom) - (first.top + first.bottom)
    if abs(right) >= abs(down):
        return 0 if right >= 0 else 180
    return 90 if down > 0 else 270


def _ink(char: Char) -> Box:
    return (char.left, char.top, char.right, char.bottom)


def _around(boxes: Sequence[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return (min(left), min(top), max(right), max(bottom))


def regions(of: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Words that are read together: a panel, a column, a block.

    A person looks at one panel at a time and sees where it ends. Whether tesseract finds the panels of a leaflet says
    nothing about the print, so it is shown one at a time too, and must read there the words that stand there.
    """
    for side, white in ((0, COLUMN), (1, PARAGRAPH)):
        parts = _split(of, side, white)
        if len(parts) > 1:
            for part in parts:
                yield from regions(part)
            return
    yield tuple(of)


def _split(of: Sequence[Word], side: int, white: float) -> list[list[Word]]:
    """Parted wherever nothing stands for so many millimetres."""
    parts: list[list[Word]] = []
    reach = float("-inf")
    for word in sorted(of, key=lambda one: one.box[side]):
        if not parts or word.box[side] - reach > white:
            parts.append([])
        parts[-1].append(word)
        reach = max(reach, word.box[side + 2])
    return parts


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read on a copy, beside what was printed."""

    asked: int
    """Body words printed."""
    missed: tuple[str, ...]
    """Those of them that were not read."""
    numbers: tuple[tuple[str, str], ...]
    """Numbers, digits only: as printed, and as read."""
    codes: tuple[tuple[str, ...], tuple[str, ...]]
    """What codes say on the clean page, and on the copy."""

    @property
    def share(self) -> float:
        """The share of body words that was read; 1 if there are none."""
        return 1 - len(self.missed) / self.asked if self.asked else 1.0

    @property
    def misdialled(self) -> tuple[tuple[str, str], ...]:
        """Numbers of which a digit was read wrongly."""
        return tuple(one for one in self.numbers if one[0] != one[1])


def read(
    sheet: Sheet, copy: Copy, lang: str, *, body: float = BODY, dialled: float = DIALLED
) -> Reading:
    """What a reader of this language makes of the copy of a page; sizes in points."""
    printed = words(sheet, dialled)
    asked = [one for one in printed if one.size >= body and not one.dialled and tokens(one.text)]
    numbers = list(_numbers(printed))
    return Reading(
        asked=sum(len(tokens(one.text)) for one in asked),
        missed=tuple(_missed(asked, printed, copy, _LANGUAGES[lang])),
        numbers=tuple(zip(map(_digits, numbers), _dialled(numbers, printed, copy), strict=True)),
        codes=(_codes(sheet.picture), _codes(copy.picture)),
    )


def tokens(text: str) -> list[str]:
    """Letters and digits that stand together, in small letters.

    So marks glued to a word, and a hyphen at which a line may end, are held against nobody; letters are.
    """
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold())


def _missed(asked: Sequence[Word], printed: Sequence[Word], copy: Copy, language: str) -> list[str]:
    """What was read neither in its region nor, looked at again, by itself."""
    areas = [
        area
        for turn in sorted({one.turn for one in asked})
        for area in regions([one for one in asked if one.turn == turn])
    ]
    shown = [_shown(area, printed, copy, 1.5) for area in areas]
    again = []
    for area, told in zip(areas, _tesseract(shown, "-l", language, "--psm", "6"), strict=True):
        left = Counter(tokens(told))
        for word in area:
            wanted = Counter(tokens(word.text))
            if wanted - left:
                again.append((word, wanted - left))
            left -= wanted
    for mode, around in _AGAIN:
        shown = [_shown([word], printed, copy, around) for word, _ in again]
        how = [("--psm", mode, *_alone(word.text, language)) for word, _ in again]
        looked = zip(again, _looks(shown, how), strict=True)
        again = [
            (word, left)
            for (word, wanted), told in looked
            if (left := wanted - Counter(tokens(told)))
        ]
    return [token for _, left in again for token in left.elements()]


def _alone(text: str, language: str) -> tuple[str, ...]:
    """How tesseract is asked for a word, a letter or a number that it sees by itself.

    Of numbers it is told that they are: besides digits the plus and the hyphen, or it would take them for digits. Of the
    letter of an option it is told that it is a capital.
    """
    bare = "".join(tokens(text))
    if bare.isdigit():
        return ("-l", "eng", "-c", "tessedit_char_whitelist=0123456789+-")
    if len(bare) == 1 and text.isupper():
        return ("-l", "eng", "-c", f"tessedit_char_whitelist={ascii_uppercase}.,:;()")
    return ("-l", language)


def _looks(shown: Sequence[Image.Image], asked: Sequence[tuple[str, ...]]) -> list[str]:
    """What tesseract reads in each picture when it is asked in this way."""
    told = [""] * len(shown)
    for options in sorted(set(asked)):
        same = [place for place, one in enumerate(asked) if one == options]
        found = _tesseract([shown[place] for place in same], *options)
        for place, words_there in zip(same, found, strict=True):
            told[place] = words_there
    return told


def _numbers(printed: Sequence[Word]) -> Iterator[list[Word]]:
    """Numbers, whole: +62 21 2924 4800 is one."""
    number: list[Word] = []
    for word in printed:
        if number and not (word.dialled and _goes_on(number[-1], word)):
            yield number
            number = []
        if word.dialled:
            number.append(word)
    if number:
        yield number


def _goes_on(word: Word, then: Word) -> bool:
    em = word.size * 25.4 / 72
    gap, drop = then.box[0] - word.box[2], abs(then.box[3] - word.box[3])
    return then.size == word.size and 0 <= gap < 0.7 * em and drop < 0.2 * em


def _digits(number: Sequence[Word]) -> str:
    return "".join(re.findall(r"\d", "".join(word.text for word in number)))


def _dialled(
    numbers: Sequence[Sequence[Word]], printed: Sequence[Word], copy: Copy
) -> Iterator[str]:
    """The digits that are seen in each number; two looks of three must agree."""
    looked = [one for one in numbers for _ in _LOOKS]
    shown = [_shown(one, printed, copy, look) for one in numbers for look in _LOOKS]
    how = [("--psm", "7", *_alone(_digits(one), "")) for one in looked]
    seen = iter(_looks(shown, how))
    for _ in numbers:
        looks = Counter("".join(re.findall(r"\d", told)) for told in islice(seen, len(_LOOKS)))
        ((told, times),) = looks.most_common(1)
        yield told if times > 1 else f"one of {', '.join(looks)}"


def _shown(of: Sequence[Word], printed: Sequence[Word], copy: Copy, around: float) -> Image.Image:
    """Some words as the reader sees them: upright, near enough, with so much white around them.

    Of neighbours nothing is shown: the crop ends half-way to them.
    """
    box, others = _around([one.box for one in of]), [one.box for one in printed if one not in of]
    beside = [one for one in others if one[1] < box[3] and one[3] > box[1]]
    along = [one for one in others if one[0] < box[2] and one[2] > box[0]]
    room = (
        min([around, *((box[0] - one[2]) / 2 for one in beside if one[2] <= box[0])]),
        min([around, *((box[1] - one[3]) / 2 for one in along if one[3] <= box[1])]),
        min([around, *((one[0] - box[2]) / 2 for one in beside if one[0] >= box[2])]),
        min([around, *((one[1] - box[3]) / 2 for one in along if one[1] >= box[3])]),
    )
    seen = copy.crop((box[0] - room[0], box[1] - room[1], box[2] + room[2], box[3] + room[3]))
    size = max(one.size for one in of)
    if size > EASY:
        seen = ImageOps.scale(seen, EASY / size, Image.Resampling.BOX)
    if of[0].turn:
        seen = seen.rotate(of[0].turn, expand=True)
    return ImageOps.expand(seen, round(around * PIXELS), 255)


def _tesseract(shown: Sequence[Image.Image], *options: str) -> list[str]:
    """What tesseract reads in each picture, by one process, which takes a while to start."""
    if not shown:
        return []
    with TemporaryDirectory() as folder:
        names = [str(Path(folder, f"{n}.pgm")) for n in range(len(shown))]
        for name, picture in zip(names, shown, strict=True):
            picture.save(name)
        listed = Path(folder, "all.txt")
        listed.write_text("\n".join(names))
        # More threads make it slower where the other core has work too.
        done = subprocess.run(
            ["tesseract", str(listed), "stdout", "--dpi", str(DPI), *options],
            env={**os.environ, "OMP_THREAD_LIMIT": "1"}, capture_output=True, text=True,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = done.stdout.split("\f")[: len(shown)]
    assert len(told) == len(shown), done.stderr
    return told


def _codes(picture: Image.Image) -> tuple[str, ...]:
    return tuple(sorted(code.text for code in zxingcpp.read_barcodes(picture)))
