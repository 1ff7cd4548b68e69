"""The telephone numbers in a village list: what can be one in Indonesia, and what Excel made of it.

A number is text, and is printed as the village writes it. Nothing is guessed or mended: a
wrong digit would ring at a stranger's. How long a number may be follows the national
numbering plan (Fundamental Technical Plan of the ministry for communication), as it is kept in
Google's libphonenumber, region ID, but for its five-digit numbers of Medan and free lines 0177.
Counted with the leading 0:

- short numbers: 1 and two or three digits more (110, 112, 129), 14 and three digits, 1500 and three
- landlines: area code (02 to 07, 09) and number, 9 to 12 digits together
- mobiles: 08, 10 to 13 digits; free and shared lines 080…: 8 to 13
- from abroad +62 takes the place of the 0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from toolkit.content.reading.desk import quoted
from toolkit.content.reference import Banned
from toolkit.content.villages.fault import Fault
from toolkit.content.villages.table import Cell
from toolkit.content.villages.wording import day_in_place, spoilt, trimmed
from toolkit.language import Said, said

NONE = ("-", "–", "—", "−")
"""What lists have in the cell of an office that has no number."""

_ROUNDED = re.compile(r"[+-]?\d+(?:[.,]\d+)?E[+-]?\d+|[1-9]\d{4,}[.,]0+", re.IGNORECASE)
_BETWEEN = re.compile(r"[/;,|&\n]|\b(?:atau|dan|dn|or|and)\b", re.IGNORECASE)
_NEXT = re.compile(r"(?<=\d)[\s(]+(?:\+62|0)")
_SECOND = re.compile(r"(.*\d{3}) ?[-–‑] ?\d{1,2}", re.ASCII)
"""A whole number and the end of a second one, as offices write it: 0755-700002-3."""
_TWO = 16
"""Digits that only two numbers have together."""
_SIGNS = re.compile(r"\+?[\d\s().\-–‑]+", re.ASCII)
_DIGIT = re.compile(r"\d")
_NO_DIGIT = re.compile(r"\D")
_LETTER = re.compile(r"[^\W\d_]")
_PARTED = str.maketrans("", "", " ().-–‑")
"""What parts the digits of a number."""

_LENGTHS = (("80", 8, 13), ("8", 10, 13), ("[2-79]", 9, 12))
"""How numbers go on after their 0, and how many digits they have with it, at least and at most."""
_SHORT = re.compile(r"1\d{2,3}|14\d{3}|1500\d{3}")
_LONG = re.compile(
    "|".join(
        rf"(?:0|\+62)(?={begin})\d{{{least - 1},{most - 1}}}" for begin, least, most in _LENGTHS
    ),
    re.ASCII,
)

Rejected = Mapping[str, Banned]
"""The do-not-print list, by all that is dialled of a number."""


def rejected_numbers(banned: Iterable[Banned]) -> Rejected:
    """The numbers of the do-not-print list, so that one is known however it is written."""
    return {key: one for one in banned for key in _keys(one.number)}


def read_number(cell: Cell, rejected: Rejected) -> str | Fault | None:
    """A number as it will be printed; None if the cell says that there is none."""
    if isinstance(cell, date):
        return day_in_place(cell)
    number = trimmed(cell)
    dialled = number.translate(_PARTED)
    if _LONG.fullmatch(dialled) and "\n" not in cell and _keys(dialled).isdisjoint(rejected):
        # Nearly all are like this, and the country has very many.
        return _second(number) or number
    if not number or number in NONE:
        return None
    return _changed(number) or _banned(number, rejected) or _misread(cell, number) or number


def _second(number: str) -> Fault | None:
    """What is wrong with a number behind which stands the end of a second one."""
    first = _SECOND.fullmatch(number)
    if first is None or not _LONG.fullmatch(first[1].translate(_PARTED)):
        return None
    return _two(number)


def _two(number: str) -> Fault:
    return Fault(
        "phone-two",
        said('Here stand two numbers, or a sign between them: "{text}".', text=quoted(number)),
        said("Write only one; between area code and number write  -  or a space."),
    )


def _changed(number: str) -> Fault | None:
    if _ROUNDED.fullmatch(number):
        return Fault(
            "phone-rounded",
            said("Excel took the number for an amount:  {number}", number=quoted(number)),
            said(
                "Its digits are lost. Make the column Text (Format Cells, Text), then type the number again."
            ),
        )
    return spoilt(number)


def _banned(number: str, rejected: Rejected) -> Fault | None:
    for part in (number, *_BETWEEN.split(number)):
        for key in _keys(part):
            if key in rejected:
                return Fault(
                    "do-not-print",
                    said(
                        "{number} must not be printed; the reason stands at {place}.",
                        number=quoted(trimmed(part)),
                        place=str(rejected[key].at),
                    ),
                    said("Write the office's own number, or leave the cell empty."),
                )
    return None


def _misread(cell: str, number: str) -> Fault | None:
    digits = _NO_DIGIT.sub("", number)
    parts = [one for one in _BETWEEN.split(cell.strip()) if _DIGIT.search(one)]
    if len(parts) > 1 or (len(digits) >= _TWO and _NEXT.search(number)):
        return _two(number)
    if second := _second(number):
        return second
    if not digits:
        return Fault(
            "phone-sign",
            said('"{text}" is no number; there is no digit in it.', text=quoted(number)),
            said("Write digits; spaces, dots, dashes and ( ) may part them, + may begin them."),
        )
    if not _SIGNS.fullmatch(number):
        odd = next((one for one in number.lstrip("+") if not _SIGNS.fullmatch(one)), "+")
        return Fault(
            "phone-sign",
            said('"{text}" is no number; {sign} is in it.', text=quoted(number), sign=quoted(odd)),
            said("Write digits; spaces, dots, dashes and ( ) may part them, + may begin them."),
        )
    return _undialled(number, digits)


def _undialled(number: str, digits: str) -> Fault | None:
    """What is wrong with a number of which only digits and what parts them are left."""
    if number.startswith("+"):
        if not re.match(r"62[1-9]", digits):
            return _odd_start(number)
        return _of_length(number, "0" + digits[2:])
    if digits.startswith(("00", "01")):
        return _odd_start(number)
    if digits.startswith("0"):
        return _of_length(number, digits)
    if _SHORT.fullmatch(digits):
        return None
    if len(digits) < 5:
        what = said(
            "{number} is too short; a number without 0 has 3 or 4 digits and begins with 1.",
            number=number,
        )
        return Fault("phone-length", what, _ask())
    return Fault(
        "phone-zero",
        said("{number} begins with neither 0 nor +62.", number=quoted(number)),
        said(
            "Excel takes a 0 away from the front. Make the column Text (Format Cells, Text), then type "
            "the whole number again, with its area code."
        ),
    )


def _odd_start(number: str) -> Fault:
    return Fault(
        "phone-start",
        said("{number} does not begin as a number in Indonesia does.", number=quoted(number)),
        said("Write it with 0 in front, or with +62 in place of the 0."),
    )


def _of_length(number: str, digits: str) -> Fault | None:
    """What is wrong with the length of a number; its digits begin with the 0."""
    least, most = next(
        ((least, most) for begin, least, most in _LENGTHS if re.match("0" + begin, digits)), (9, 13)
    )
    if least <= len(digits) <= most:
        return None
    what = said(
        "{number}: counted with the 0, so many digits: {count}. There should be {least} to {most}.",
        number=quoted(number),
        count=len(digits),
        least=least,
        most=most,
    )
    return Fault("phone-length", what, _ask())


def _ask() -> Said:
    return said(
        "Ask for the number and type it again; a digit is missing, or there is one too many."
    )


def _keys(number: str) -> set[str]:
    """What is dialled of a number, with neither the country's code nor the 0 in front.

    Two where 62 may be the country or the beginning of an area code.
    """
    if _LETTER.search(number):
        return set()
    digits = _NO_DIGIT.sub("", number)
    bare = digits.lstrip("0")
    keys = {bare}
    if bare.startswith("62") and (bare == digits or digits.startswith("00")):
        keys.add(bare[2:].lstrip("0"))
    return {key for key in keys if len(key) > 2}
