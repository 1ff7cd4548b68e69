"""One spoken language: its interface words (gettext) and its forms (Babel).

English sentences are the message ids; every other language has a catalog beside
this file. An installed copy reads the compiled catalog; a checkout, where a
compiled one could be out of date, reads the translators' file itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Any

from toolkit.language.dates import PartialDate

LANGUAGES = ("id", "en")
"""The languages in which everything of ours is complete; a library may bring more."""
DEFAULT = "id"
SOURCE = "en"
CATALOGS = Path(__file__).parent / "catalogs"
_DOMAIN = "cekdulu"
_CODE = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|\d{3}))?")


def is_code(written: str) -> bool:
    """Does it look like the code of a language, `jv` or `pt_BR`?"""
    return bool(_CODE.fullmatch(written))


def interface_languages() -> tuple[str, ...]:
    """The languages that have a catalog, beginning with those that are always there."""
    return (*LANGUAGES, *sorted(_others(CATALOGS)))


@cache
def _others(catalogs: Path) -> frozenset[str]:
    found = (folder for folder in catalogs.iterdir() if is_code(folder.name))
    return frozenset(one.name for one in found if _catalog_file(one.name)) - set(LANGUAGES)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence that has not been put into a language yet.

    `message` is a message id with `{name}` places; `values` fills them. A value
    may itself be a `Said`, which is then told in the same language.
    """

    message: str
    values: dict[str, Any] = field(default_factory=dict)


class Language:
    """The words and forms of one language. Make one with `language(code)`."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._catalog: NullTranslations | None = None

    def gettext(self, message: str) -> str:
        """`message` in this language."""
        return self._words().gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The form of a sentence that fits `count` things."""
        return self._words().ngettext(one, many, count)

    def tell(self, said: Said) -> str:
        """The sentence of a `Said`, its places filled."""
        values = {
            name: self.tell(value) if isinstance(value, Said) else value
            for name, value in said.values.items()
        }
        return self.gettext(said.message).format(**values)

    def number(self, value: int) -> str:
        """`4730` as `4.730` (Indonesian) or `4,730` (English)."""
        from babel.numbers import format_decimal

        return str(format_decimal(value, locale=self._locale()))

    def per_cent(self, share: float) -> str:
        """`0.665` as `67%`: whole per cents, a half rounded up as people expect it."""
        from decimal import ROUND_HALF_UP, Decimal

        from babel.numbers import format_percent

        # The shortest decimal of a float, so that 29 of 200 is 14.5 and not a hair less.
        whole = Decimal(str(share)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        return str(format_percent(whole, locale=self._locale()))

    def day(self, when: date | PartialDate) -> str:
        """`19 Mei 2025`, `Mei 2025` or `2025`: as precise as the date itself."""
        from babel.dates import format_date

        when = when if isinstance(when, PartialDate) else PartialDate.of(when)
        pattern = "d MMMM yyyy" if when.day else "MMMM yyyy" if when.month else "yyyy"
        return str(format_date(when.first(), pattern, locale=self._locale()))

    def month(self, when: date | PartialDate) -> str:
        """`Mei 2025`: the day left out, where only the month matters."""
        return self.day(PartialDate(when.year, when.month))

    def _locale(self) -> str:
        # British English: day before month, as Indonesian readers of English expect.
        return "en_GB" if self.code == "en" else _forms(self.code)

    def _words(self) -> NullTranslations:
        if self._catalog is None:
            self._catalog = _catalog(self.code)
        return self._catalog


@cache
def language(code: str) -> Language:
    """The language with this code. Raises KeyError for what is no code of a language.

    Without a catalog, or where one is incomplete, the interface speaks the default language.
    """
    if not is_code(code):
        raise KeyError(code)
    return Language(code)


@cache
def _forms(code: str) -> str:
    """The code whose numbers and dates to use: the default's where Babel does not know any."""
    if code in LANGUAGES:
        return code
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(code))
    except (UnknownLocaleError, ValueError):
        return DEFAULT


def _catalog_file(code: str) -> Path | None:
    """The translators' file in a checkout, the compiled one in an installed copy."""
    folder = CATALOGS / code / "LC_MESSAGES"
    for path in (folder / f"{_DOMAIN}.po", folder / f"{_DOMAIN}.mo"):
        if path.is_file():
            return path
    return None


def _catalog(code: str) -> NullTranslations:
    if code == SOURCE:
        return NullTranslations()
    found = _read(code)
    if code == DEFAULT:
        return found or NullTranslations()
    if found is None:
        return _catalog(DEFAULT)
    found.add_fallback(_catalog(DEFAULT))
    return found


def _read(code: str) -> GNUTranslations | None:
    path = _catalog_file(code)
    if path is None:
        return None
    if path.suffix == ".po":
        from io import BytesIO

        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po

        compiled = BytesIO()
        with path.open("rb") as file:
            catalog = read_po(file, locale=code)
        for message in list(catalog):
            # Babel would put English in the place of a form that is not translated yet.
            if isinstance(message.string, tuple) and not all(message.string):
                catalog.delete(message.id, message.context)
        write_mo(compiled, catalog)
        compiled.seek(0)
        return GNUTranslations(compiled)
    with path.open("rb") as file:
        return GNUTranslations(file)
