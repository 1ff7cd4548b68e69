"""What a person meant by a number, a date, a yes or an id that is written differently here.

Pure: words in, the way we write it out, or "" where nobody can tell.
"""

from __future__ import annotations

import calendar
import re
import unicodedata

from toolkit.language import PartialDate

YES = frozenset({"true", "yes", "ya", "iya", "benar", "betul", "on", "y"})
NO = frozenset({"false", "no", "tidak", "salah", "off", "n", "tdk", "bukan"})

_COUNTED = (
    ("nol", "zero"), ("satu", "one"), ("dua", "two"), ("tiga", "three"), ("empat", "four"),
    ("lima", "five"), ("enam", "six"), ("tujuh", "seven"), ("delapan", "eight"),
    ("sembilan", "nine"), ("sepuluh", "ten"), ("sebelas", "eleven"), ("dua belas", "twelve"),
    ("tiga belas", "thirteen"), ("empat belas", "fourteen"), ("lima belas", "fifteen"),
    ("enam belas", "sixteen"), ("tujuh belas", "seventeen"), ("delapan belas", "eighteen"),
    ("sembilan belas", "nineteen"), ("dua puluh", "twenty"),
)  # fmt: skip
_NUMBERS = {word: number for number, words in enumerate(_COUNTED) for word in words} | {
    "tiga puluh": 30, "thirty": 30, "empat puluh lima": 45, "enam puluh": 60, "sixty": 60,
    "seratus": 100, "seribu": 1000,
}  # fmt: skip

_MONTHS = (
    ("januari", "january"), ("februari", "pebruari", "february"), ("maret", "march"), ("april",),
    ("mei", "may"), ("juni", "june"), ("juli", "july"), ("agustus", "august", "agu"),
    ("september",), ("oktober", "october"), ("november", "nopember"), ("desember", "december"),
)  # fmt: skip


def whole_number(words: str) -> str:
    """`1.000`, `5 menit`, `lima` or `05` as `1000` or `5`."""
    bare = words.strip().strip("\"'").lower().replace("\u00a0", " ")
    if bare in _NUMBERS:
        return str(_NUMBERS[bare])
    found = re.fullmatch(
        r"\+?(\d{1,3}(?:[., _']\d{3})+|\d+)(?:[.,]0{1,2})?\s*(?:[^\W\d_]+\.?)?", bare
    )
    if not found:
        first, _, rest = bare.partition(" ")
        return str(_NUMBERS[first]) if first in _NUMBERS and rest.isalpha() else ""
    return str(int(re.sub(r"\D", "", found[1])))


def when(words: str) -> str:
    """`19/5/2025`, `19 Mei 2025`, `May 2025` or `2025-5-9` as `2025-05-19`, `2025-05` or `2025-05-09`."""
    bare = re.sub(r"\s+", " ", words.strip().strip("\"'").lower())
    for day, month, year in _readings(bare):
        written = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
        try:
            return str(PartialDate.parse(written))
        except ValueError:
            continue
    return ""


def _readings(bare: str) -> list[tuple[int, int, int]]:
    """What a date may mean, as (day, month, year), the likeliest first; day 0 if none is given."""
    if found := re.fullmatch(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?", bare):
        year, first, second = (int(part or 0) for part in found.groups())
        return [(second, first, year), (first, second, year)]
    if found := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", bare):
        return [(int(found[3]), int(found[2]), int(found[1]))]
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", bare):
        day, month, year = (int(part) for part in found.groups())
        return [(day, month, year), (month, day, year)]
    if found := re.fullmatch(r"(\d{1,2})[-/.](\d{4})", bare):
        return [(0, int(found[1]), int(found[2]))]
    if found := re.fullmatch(r"(?:(\d{1,2})(?:st|nd|rd|th)?[- ])?([a-z]+)\.?[- ](\d{4})", bare):
        month = _month(found[2])
        return [(int(found[1] or 0), month, int(found[3]))] if month else []
    if found := re.fullmatch(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", bare):
        month = _month(found[1])
        return [(int(found[2]), month, int(found[3]))] if month else []
    return []


def _month(word: str) -> int:
    for number, names in enumerate(_MONTHS, 1):
        if word in names or (len(word) >= 3 and any(name.startswith(word) for name in names)):
            return number
    return 0


def days_in(words: str) -> tuple[int, int, int]:
    """For a date whose day its month does not have: (year, month, days it has); else zeros."""
    found = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", words)
    if not found or not 1 <= int(found[2]) <= 12 or not int(found[1]):
        return 0, 0, 0
    year, month = int(found[1]), int(found[2])
    return year, month, calendar.monthrange(year, month)[1]


def ident(words: str) -> str:
    """`Surat Kapal_1` as `surat-kapal-1`."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    bare = re.sub(r"[^a-z0-9.]+", "-", bare)
    return re.sub(r"-*\.+-*", ".", re.sub(r"-+", "-", bare)).strip("-.")


def dial(words: str) -> str:
    """`(021) 500-046` as `021500046`, and `www.bp2mi.go.id` as `https://www.bp2mi.go.id`."""
    bare = words.strip()
    if re.fullmatch(r"\+?[\d\s().-]+", bare):
        digits = re.sub(r"[^\d+]", "", bare)
        return digits if 3 <= len(digits.lstrip("+")) <= 15 else ""
    if found := re.fullmatch(r"(?:http://)?((?:[\w-]+\.)+[a-z]{2,}(?:/[\x21-\x7e]*)?)", bare):
        return f"https://{found[1]}"
    return ""
