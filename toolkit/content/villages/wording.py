"""The names in a village list: what a village, a district or a regency may be called.

A name is the people's: any Latin letter with any accent, apostrophes, hyphens, dots, digits.
Only what a spreadsheet or an old program has put in its place is told.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from toolkit.content.reading.desk import quoted
from toolkit.content.reading.hidden import HIDDEN, named
from toolkit.content.villages.fault import Fault
from toolkit.content.villages.table import Cell
from toolkit.language import said

LONGEST = 150
"""Signs of the longest name; the longest of Indonesia has a third of them."""

_BLANKS = re.compile("[ \t\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_USUAL = re.compile(r"[A-Za-z0-9'’.,()/& -]*")
_FORMULA = re.compile(r"=|#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)$|Err:\d{3}$")
_TWICE_SAVED = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u2122]|â€")
"""What becomes of accents that were written as UTF-8 and read as Windows-1252."""


def trimmed(text: str) -> str:
    """A cell's text in one normal form, without blanks around it, and with one blank for many."""
    return unicodedata.normalize("NFC", _BLANKS.sub(" ", text).strip(" "))


def read_name(cell: Cell) -> str | Fault:
    """A name as it will be printed."""
    if isinstance(cell, date):
        return day_in_place(cell)
    name = trimmed(cell)
    if fault := spoilt(name):
        return fault
    if len(name) > LONGEST:
        return Fault(
            "cell-too-long",
            said('"{text}" has more than {most} signs.', text=quoted(name[:40]), most=LONGEST),
            said(
                "See whether a quotation mark before it was never closed; in the cell belongs only the name."
            ),
        )
    if not _USUAL.fullmatch(name) and (sign := _foreign(name)):
        return Fault(
            "name-sign",
            said(
                'In "{text}" stands {sign} (U+{code}), which is no letter of Indonesian names.',
                text=quoted(name),
                sign=sign,
                code=f"{ord(sign):04X}",
            ),
            said("Type that letter again, or leave the sign out."),
        )
    return name


def spoilt(text: str) -> Fault | None:
    """What a program has spoilt in a trimmed text: a formula, a lost letter, a hidden sign."""
    if _USUAL.fullmatch(text):
        return None
    if _FORMULA.match(text):
        return Fault(
            "cell-changed",
            said("Here stands a formula, or the error of one:  {text}", text=quoted(text)),
            said(
                "Type the text itself. To turn a whole column of formulas into text: copy it, then Paste Special, Values."
            ),
        )
    if hidden := HIDDEN.search(text):
        return Fault(
            "cell-hidden-sign",
            said(
                "Here stands a character that cannot be seen: {name} (U+{code}).",
                name=named(hidden[0]),
                code=f"{ord(hidden[0][0]):04X}",
            ),
            said("Empty the cell and type its text again, without pasting."),
        )
    if "?" in text or "\ufffd" in text or _TWICE_SAVED.search(text):
        return Fault(
            "cell-lost-letter",
            said('A letter got lost here when the list was saved:  "{text}"', text=quoted(text)),
            said("Type the letter again, then save as Excel Workbook (.xlsx) or CSV UTF-8."),
        )
    return None


def day_in_place(day: date) -> Fault:
    """A date where none belongs, told."""
    return Fault(
        "cell-changed",
        said("Excel has made a date of what was typed here: {day}.", day=str(day)),
        said("Make the column Text (Format Cells, Text), then type it again."),
    )


_LOW_QUOTES = "\u201a\u201e"
"""What DOS's é and ä become; nothing else in a name looks like them."""


def _foreign(name: str) -> str:
    """The first sign that is neither a Latin letter nor a mark that names are written with."""
    for sign in name:
        if sign in _LOW_QUOTES:
            return sign
        kind = unicodedata.category(sign)
        if kind[0] == "L" and kind != "Lm":
            if unicodedata.name(sign, "").startswith("LATIN "):
                continue
        elif kind in ("Lm", "Mn", "Zs", "Nd", "Po", "Pd", "Ps", "Pe", "Pi", "Pf", "Pc", "Sm", "Sk"):
            continue
        return sign
    return ""
