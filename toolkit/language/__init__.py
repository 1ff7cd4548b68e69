"""Which language is spoken, and how numbers, dates and sentences look in it.

Knows no other room. Everyone else asks a `Language` for words and forms.
"""

from toolkit.language.dates import PartialDate
from toolkit.language.marking import N_, said
from toolkit.language.speech import DEFAULT, LANGUAGES, Language, Said, language

__all__ = ["DEFAULT", "LANGUAGES", "N_", "Language", "PartialDate", "Said", "language", "said"]
