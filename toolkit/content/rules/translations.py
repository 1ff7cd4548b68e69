"""Translations into further languages, in files of their own."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule
from toolkit.language import said

RULES: dict[str, Rule] = {
    "broken-translations": Rule(
        why=said("No translation of this file is shown, because it cannot be read."),
        more=said(
            "A translation file (lessons/translations/jv.po) has, for each text, the lines msgctxt, msgid and msgstr, each "
            "with words in quotation marks. Poedit and Weblate write them rightly; a hand may break one. Mend the line, or "
            "open the last good copy in Poedit and bring it in again with  cekdulu translate import FILE."
        ),
    ),
    "stale-translation": Rule(
        why=said("Readers of that language would get old words, so they see the default language."),
        more=said(
            "Each translation remembers the words that it was made from. When these are changed in the lesson, it may have "
            "become wrong, and is not shown until somebody has looked at it. Export the language, correct what is marked as "
            "fuzzy, take the mark away, and import the file. A translation in the lesson's own file can also be changed there."
        ),
    ),
    "translation-differs": Rule(
        why=said(
            "Readers of that language would get other facts, so they see the default language."
        ),
        more=said(
            "A translation must mention the same facts, help lines and terms as its text, in the same curly brackets, the "
            "same figures, and as many words between two stars. Then a corrected number is right in every language at once."
        ),
    ),
    "unknown-translation": Rule(
        why=said("This translation belongs to no text, so nobody will ever see it."),
        more=said(
            "The line msgctxt names the text by its ids. The lesson may be missing here, an id may have been changed, or the "
            "text was taken out. Ids are permanent: if one was changed, change it back. Else the entry can be deleted."
        ),
    ),
    "inline-translation": Rule(
        why=said("What stands in the lesson's own file is shown; these words would not be."),
        more=said(
            "Indonesian and English stand in the lesson's own file. What somebody writes there always counts, so that nothing "
            "is ever said twice and differently. Put the better words there, at the place that is named."
        ),
    ),
    "translation-language": Rule(
        why=said("Nobody knows into which language this file translates, so it is not used."),
        more=said(
            "A translation file is named after the code of its language: jv.po for Javanese, su.po for Sundanese, ban.po for "
            "Balinese. The language that the lessons are written in needs no such file."
        ),
    ),
}
