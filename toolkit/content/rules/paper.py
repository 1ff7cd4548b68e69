"""What cannot be printed: too long, too wide, without a sign for it; and a theme that nobody could read."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule
from toolkit.language import said

RULES: dict[str, Rule] = {
    "paper-too-long": Rule(
        said("What does not fit is not printed at all, rather than cut off or too small to read."),
        said(
            "Each panel of a sheet has the same size in every village, and its type never becomes "
            "smaller than old eyes can read. So words that are too many must become fewer. The message "
            "says how many lines are too many and on which sheet. Often one language is longer than the other."
        ),
        'more:\n  - id: "Sebelum kita menjawab tawaran apa pun, ada baiknya kita bertanya dulu …"\n',
        'more:\n  - id: "Tanya dulu sebelum menjawab."\n',
    ),
    "paper-too-wide": Rule(
        said("A word that is wider than its column would run over the fold."),
        said(
            "A word without spaces, such as a long address, is never broken in two. Write a shorter one, "
            "or put a space where it may be divided."
        ),
        'show:\n  - id: "Buka kantor-imigrasi-kabupaten-nusantara-timur-laut"\n',
        'show:\n  - id: "Buka kantor imigrasi kabupaten"\n',
    ),
    "paper-letter": Rule(
        said("On paper there would be an empty box in its place."),
        said(
            "Our typeface has all letters of Indonesia and Europe, but no little pictures (emoji) and not "
            "every sign. Write the word instead of the sign."
        ),
        'show:\n  - id: "☎ Telepon dulu"\n',
        'show:\n  - id: "Telepon dulu"\n',
    ),
    "paper-icon": Rule(
        said("Without the picture the page cannot be drawn."),
        said("Only the pictures that the message names have been drawn. Choose one of them."),
        "icon: ship\n",
        "icon: boat\n",
    ),
    "type-too-small": Rule(
        said("Older people, and everybody in a dim hall, could not read it."),
        said(
            "Every size in print/theme.yaml has a floor: 12 points for pages, 13 for leaflets, 16 for "
            "telephone numbers, 11 for sources and notes. A photocopy of a photocopy fills in what is smaller. "
            "If too little fits, shorten the words rather than the letters."
        ),
        "body: {largest: 11, smallest: 10}",
        "body: {largest: 14, smallest: 12}",
    ),
    "edge-too-narrow": Rule(
        said("Printers and photocopiers do not reach there: the words would be cut off."),
        said(
            "Many printers leave 5 to 7 mm white at the edges of a sheet, and copiers shift it a little. So nothing "
            "stands nearer than 8 mm to an edge: words begin at 8.5 mm or more, because ink hangs over a little. To a fold, which "
            "is never quite straight, it is 6 mm."
        ),
        "edge: 5",
        "edge: 9",
    ),
    "code-too-small": Rule(
        said("Cheap telephones could not read the square code after it has been photocopied."),
        said(
            "A code of 25 mm can no longer be read after five copies of copies. 30 mm and more can be copied again "
            "and again, and scanned from a poster on a wall."
        ),
        "code: 20",
        "code: 30.5",
    ),
    "upside-down": Rule(
        said("No size lies between them, so nothing could be printed."),
        said(
            "A pair of sizes says how large letters are where there is room, and below what size they never go. The "
            "largest cannot be less than the smallest; both may be the same."
        ),
        "body: {largest: 12, smallest: 14}",
        "body: {largest: 14, smallest: 12}",
    ),
    "odd-paper": Rule(
        said("The words would run over the edge or over a fold."),
        said(
            "A paper is described by its sides, by the width that every such sheet has, and by the panels of a leaflet: one "
            "narrow panel, which is folded in, and two wide ones, together as long as the sheet."
        ),
        "{id: a4, name: A4, long: 297, short: 210, used: 210, narrow: 100, wide: 100}",
        "{id: a4, name: A4, long: 297, short: 210, used: 210, narrow: 97, wide: 100}",
    ),
    "unknown-paper": Rule(
        said("Nobody could choose this paper, because nobody knows how large it is."),
        said(
            "Products name papers by the ids that stand under  papers:  in print/theme.yaml. Write one of them, or "
            "describe the paper there."
        ),
        "papers: [a4, f5]",
        "papers: [a4, f4]",
    ),
    "odd-per-sheet": Rule(
        said("The cards would not fit the sheet, or would be too small to read."),
        said(
            "Some things stand several on a sheet and are cut apart. They have been drawn for a few numbers only; all "
            "other products fill their sheet and have no such line."
        ),
        "- id: cards\n  per_sheet: 11",
        "- id: cards\n  per_sheet: 10",
    ),
    "theme-twice": Rule(
        said("Nobody could tell which of the two is meant."),
        said(
            "A library has one theme, usually in print/theme.yaml. An own library needs only the lines that differ from "
            "the built-in theme, and they stand together in one file."
        ),
    ),
    "odd-typeface": Rule(
        said("The letters could not be printed, or not everywhere alike."),
        said(
            "An own typeface is two files in print/: the usual letters and the bold ones. Both must be TrueType fonts "
            "(.ttf, not .otf) with all letters that we use, and their maker must allow them to be put into a PDF. Andika and "
            "Atkinson Hyperlegible, for example, are made for readers who read slowly, and free."
        ),
        "own_typeface: {regular: Inter.otf, bold: Inter-Bold.otf}",
        "own_typeface: {regular: Andika-Regular.ttf, bold: Andika-Bold.ttf}",
    ),
}
