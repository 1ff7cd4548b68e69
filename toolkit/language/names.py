"""What languages are called, and which codes stand for one. Babel is asked only about foreign ones.

Babel knows how numbers and dates look in a few hundred languages, and the names of many
more: Madurese, Balinese, Bugis, Tetum. Both kinds can be translated into; where the forms
are not known, those of the default language serve.
"""

from __future__ import annotations

from toolkit.language.speech import DEFAULT, LANGUAGES, is_code

_OWN = {"id": "Indonesia", "en": "English"}
"""Each language by its own name: who needs it cannot read the other one."""


def is_known(code: str) -> bool:
    """Does this code, `jv` or `pt_BR`, stand for a language?"""
    if code in LANGUAGES:
        return True
    if not is_code(code):
        return False
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return code in Locale(DEFAULT).languages
    return True


def own_name(code: str) -> str:
    """A language by its own name: `Jawa`; by its code if nobody knows a name."""
    if code in _OWN:
        return _OWN[code]
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(code).get_display_name() or code
    except (UnknownLocaleError, ValueError):
        name = str(Locale(DEFAULT).languages.get(code, code))
    return name[:1].upper() + name[1:]


def name_in(code: str, reader: str) -> str:
    """A language by its name in the language `reader`: `Javanese`."""
    from babel import Locale, UnknownLocaleError

    for wanted in (reader, DEFAULT):
        try:
            names = Locale.parse(wanted).languages
        except (UnknownLocaleError, ValueError):
            continue
        if code in names:
            return str(names[code])
    return own_name(code)


def nearest(written: str) -> str:
    """The code that was probably meant by a code or a name: `jv` for `jawa`; "" if none is near."""
    from difflib import get_close_matches

    from babel import Locale

    low = written.strip().lower()
    for reader in (DEFAULT, "en"):
        codes = {str(name).lower(): code for code, name in Locale(reader).languages.items()}
        if near := get_close_matches(low, codes, 1, cutoff=0.7):
            return str(codes[near[0]])
    return ""
