"""Which language is spoken, and how numbers, dates and sentences look in it.

Knows no other room. Everyone else asks a `Language` for words and forms.
"""

from toolkit.language.dates import PartialDate
from toolkit.language.marking import N_, said
from toolkit.language.names import is_known, name_in, own_name
from toolkit.language.speech import (
    DEFAULT,
    LANGUAGES,
    Language,
    Said,
    interface_languages,
    is_code,
    language,
)

__all__ = [
    "DEFAULT",
    "LANGUAGES",
    "N_",
    "Language",
    "PartialDate",
    "Said",
    "interface_languages",
    "is_code",
    "is_known",
    "language",
    "name_in",
    "own_name",
    "said",
]
