"""Keys and values: unknown, missing, of the wrong kind."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule
from toolkit.language import said

RULES: dict[str, Rule] = {
    "unknown-key": Rule(
        said("What stands under a key that Cek Dulu does not know is shown to nobody."),
        said(
            "Each line begins with a key, such as  title:  and the program knows only certain keys in each place. "
            "They are English, small letters, and written exactly so. Write the key that is proposed; or, if it "
            "belongs in another place, move the line there."
        ),
        "judul: {id: Kapal, en: Ships}",
        "title: {id: Kapal, en: Ships}",
    ),
    "missing-key": Rule(
        said("Without it the file is left out of the app and of every print."),
        said(
            "Some keys must be there in each lesson, page, question and option. Add the line that is shown, with as "
            "many spaces before it as its neighbours have, and put your own words in."
        ),
        "- id: surat\n  title: {id: Surat, en: Papers}",
        "- id: surat\n  icon: document\n  title: {id: Surat, en: Papers}",
    ),
    "wrong-type": Rule(
        said("The program cannot tell what is meant, and leaves the file out."),
        said(
            "After a key stands one of three things: a text, a list whose lines begin with a dash, or a group of keys "
            "that begin further to the right. Write the one that belongs there; a text that begins with a bracket "
            "needs quotation marks."
        ),
        "objectives: kapal.surat",
        "objectives: [kapal.surat]",
    ),
    "unknown-word": Rule(
        said("The program does not know what to do with it, and leaves the file out."),
        said(
            "In some places only a few words are known: the kind of a question, the icon, the priority. They are "
            "English, small letters. Write one of the words that are shown."
        ),
        "priority: wajib",
        "priority: must",
    ),
    "wrong-kind": Rule(
        said("The question cannot be asked the way it is written."),
        said(
            "The word after  kind:  says which other keys a question has: options, steps, pairs and so on. Here "
            "the two do not fit together. Change the word, or the keys."
        ),
        "kind: order\noptions: […]",
        "kind: choice\noptions: […]",
    ),
    "odd-id": Rule(
        said(
            "Answers of many villages are counted by ids, so an id must be written alike everywhere."
        ),
        said(
            "An id is a short permanent name. It may have small letters, digits, hyphens and dots, but no spaces and no "
            "capitals. Once people have used it, never change it."
        ),
        "id: Surat Kapal",
        "id: surat-kapal",
    ),
    "odd-number": Rule(
        said("A number that is read wrongly would be shown and printed wrongly."),
        said(
            "A number stands there with digits only: no dots, no unit, no quotation marks. The program itself puts "
            "the dots in when it shows the number. Telephone numbers are texts and may have everything."
        ),
        "minutes: 5 menit",
        "minutes: 5",
    ),
    "odd-date": Rule(
        said("A date that can be read in two ways makes old numbers look fresh."),
        said(
            "Dates are written as year-month-day, with two digits for month and day. Where the day is not known, the "
            "year and the month, or the year alone, will do in most places."
        ),
        "seen_on: 19/5/2025",
        "seen_on: 2025-05-19",
    ),
    "out-of-range": Rule(
        said("Lessons and sessions are planned with this number."),
        said(
            "Some numbers have bounds, so that a slip of the finger is noticed. Write one in between."
        ),
        "minutes: 500",
        "minutes: 5",
    ),
    "empty": Rule(
        said("People would see an empty place here."),
        said(
            "A key stands there with nothing after it, or only ~ or null. Write what belongs there after the colon; "
            "if the line is not needed, delete it."
        ),
        "icon:",
        "icon: boat",
    ),
    "unfilled": Rule(
        said("People would see only dots here."),
        said(
            "The dots of an example show where your own words belong. Write them, in each language; "
            "or, if the line is not needed, delete it."
        ),
        'ask: {id: "…", en: "…"}',
        "ask: {id: Surat apa?, en: Which papers?}",
    ),
    "wrong-count": Rule(
        said("It would not fit on the screen or on the paper, or would stay empty."),
        said(
            "Some lists need a certain number of entries: a leaflet has exactly three panels, a question at least two "
            "options. Add entries or take some away."
        ),
        "contacts: []",
        "contacts: [polri-110]",
    ),
    "unknown-language": Rule(
        said("These words would be shown to nobody."),
        said(
            "A text has one line for each language, beginning with  id:  for Indonesian and  en:  for English. If the word "
            "before the colon belongs to the text, put the whole text in quotation marks."
        ),
        "title: {indonesia: Kapal, inggris: Ships}",
        "title: {id: Kapal, en: Ships}",
    ),
    "missing-translation": Rule(
        said("Who reads the other language has nothing of their own to read here."),
        said(
            "Every text stands there in each language, because one switch changes everything together. Add the line "
            "that is lacking. Until then the text is shown in the language that is there, with a mark."
        ),
        "title: {id: Kapal}",
        "title: {id: Kapal, en: Ships}",
    ),
    "fact-value": Rule(
        said("Nobody could tell which of the values is to be shown."),
        said("A fact has exactly one value: a number, a date or a text. Keep the one that fits."),
        "- id: kasus\n  number: 12\n  date: 2025",
        "- id: kasus\n  number: 12",
    ),
    "unknown-file": Rule(
        said("A file that does not say what it holds is shown to nobody."),
        said(
            "A file in quizzes/ begins with  quiz:  for questions,  offers:  for job offers, or  scenario:  for a chat."
        ),
        "questions: […]",
        "quiz: kapal\nlesson: kapal\nquestions: […]",
    ),
    "wrong-folder": Rule(
        said("In that folder the program looks for something else, and leaves the file out."),
        said(
            "Lessons stand in lessons/, questions, offers and chats in quizzes/, numbers and sources in "
            "lessons/reference/, and what can be printed in print/. Move the file."
        ),
    ),
    "odd-reference": Rule(
        said("People would see the brackets instead of the number or the word."),
        said(
            "A figure, a help line or a difficult word is named by its id:  {{fact:id}}  {{contact:id}}  {{term:id}}  with no "
            "spaces and in small letters. The program puts the number or the word in its place."
        ),
        'en: "Call {kontak: polri-110}."',
        'en: "Call {contact:polri-110}."',
    ),
    "open-reference": Rule(
        said("People would see the brackets instead of the number or the word."),
        said(
            "A reference begins with a curly bracket and ends with one. Add the bracket that is lacking."
        ),
        'en: "Call {contact:polri-110."',
        'en: "Call {contact:polri-110}."',
    ),
    "lone-stars": Rule(
        said("People would see stars in the middle of the text."),
        said(
            "Strong words stand between two stars on each side. Write both pairs, or delete the stars."
        ),
        'en: "**Read first."',
        'en: "**Read** first."',
    ),
}
