"""A translation file of the sample lesson, for the tests of translations."""

from __future__ import annotations

from toolkit.content.load import Loaded
from toolkit.content.text import Text
from toolkit.content.wording import is_untranslated, plain
from toolkit.language import language

JV = "lessons/translations/jv.po"
TITLE = "lesson/ship/title"
FACTS = """\
facts:
  - id: wait
    text: {id: tiga bulan, en: three months}
    about: {id: Lama menunggu, en: How long it takes}
    sources: [uu-18-2017]
    as_of: 2026-01
    review_by: 2027-06-30
  - id: places
    number: 4730
    about: {id: Tempat, en: Places}
    sources: [uu-18-2017]
    as_of: 2026-01
    review_by: 2027-06-30
"""


def po(*entries: tuple[str, str, str], flags: str = "") -> str:
    """A translation file of (context, words translated, translation)."""
    header = 'msgid ""\nmsgstr ""\n"Language: jv\\n"\n'
    return header + "".join(
        f'\n{flags}msgctxt "{context}"\nmsgid "{words}"\nmsgstr "{translated}"\n'
        for context, words, translated in entries
    )


def javanese(loaded: Loaded, text: Text) -> tuple[str, bool]:
    """The text as a reader of Javanese gets it, and whether another language stands in."""
    jv = language("jv")
    return plain(text, jv, loaded.library), is_untranslated(text, jv, loaded.library)


def rules(loaded: Loaded) -> list[str]:
    """The rules of the problems in translation files."""
    return [one.rule for one in loaded.problems if one.place.file.endswith(".po")]
