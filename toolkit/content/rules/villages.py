"""What keeps a row of a village list from being printed."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule
from toolkit.language import said

RULES: dict[str, Rule] = {
    "missing-column": Rule(
        said("Without it nobody knows whose leaflet it is, or in which bundle it belongs."),
        said(
            "The first row of a village list names its columns, in Indonesian or English, in any order. desa and kabupaten "
            "must be there; the others may be missing. The sample print/villages.csv has them all."
        ),
        "desa;kecamatan;pos_polisi\n",
        "desa;kecamatan;kabupaten;pos_polisi\n",
    ),
    "double-column": Rule(
        said("Two columns may hold two different numbers, and nobody can know which is right."),
        said(
            "A column stands in the list once, also where it is called by another word: desa and village are the same. Until "
            "one of the two is gone, no row is printed."
        ),
        "desa;village;kabupaten\n",
        "desa;kabupaten\n",
    ),
    "unknown-column": Rule(
        said("What stands in this column will not be on paper; perhaps its name has a slip."),
        said(
            "Only the columns that are known by their word in the first row are read. Others may stay in the list; they are "
            "passed over."
        ),
        "desa;kabupaten;polisi\n",
        "desa;kabupaten;pos_polisi\n",
    ),
    "other-sheets": Rule(
        said("Villages on another sheet would get no leaflet, and nobody would notice."),
        said(
            "Of a workbook only the first sheet that is shown is read. Put all villages on it, or save each sheet as a file "
            "and print each file."
        ),
    ),
    "village-unnamed": Rule(
        said("A leaflet that does not say whose it is would end in the wrong village."),
        said("Every row needs the name of the village and of its regency or city."),
        "desa;kabupaten\n;Kabupaten Contoh\n",
        "desa;kabupaten\nContoh Maju;Kabupaten Contoh\n",
    ),
    "village-twice": Rule(
        said("One of the two rows is old, and which of them is right nobody else can know."),
        said(
            "Two rows are about the same village where village, district, regency and province are the same, or the code. "
            "At most the first is printed, never the second. Two villages of one name need their districts."
        ),
        "desa;kabupaten;pos_polisi\nContoh Maju;Contoh;0299 000 001\nContoh Maju;Contoh;0299 000 002\n",
        "desa;kabupaten;pos_polisi\nContoh Maju;Contoh;0299 000 002\n",
    ),
    "cell-outside": Rule(
        said("If a row has slipped, each number would stand beside the wrong office."),
        said(
            "A cell is filled that has no name in the first row. In a CSV file this happens where a text has the sign in it "
            "that parts cells, and no quotation marks around it."
        ),
        "desa;kabupaten\nContoh;Maju;Kabupaten Contoh\n",
        'desa;kabupaten\n"Contoh;Maju";Kabupaten Contoh\n',
    ),
    "cell-too-long": Rule(
        said("Several rows have run into one cell, and their villages are lost."),
        said(
            "A name has at most 150 signs. More of them mostly mean that a quotation mark was opened in a CSV file and closed "
            "only rows later."
        ),
    ),
    "quotes-unpaired": Rule(
        said("Where a cell ends is not known then, and what follows would stand in the wrong one."),
        said(
            "In a CSV file quotation marks stand around a whole cell, and a quotation mark within is written twice. Excel and "
            "LibreOffice do so by themselves."
        ),
        'desa;kabupaten\n"Contoh "Maju"";Contoh\n',
        'desa;kabupaten\n"Contoh ""Maju""";Contoh\n',
    ),
    "cell-changed": Rule(
        said("What Excel put there would be printed in place of the name or the number."),
        said(
            "A cell that begins with = is a formula, #N/A and #REF! are the errors of one, and what looks like a date becomes "
            "one. Make the column Text before typing: Format Cells, Text."
        ),
        "desa;kabupaten\n#REF!;Contoh\n",
        "desa;kabupaten\nContoh Maju;Contoh\n",
    ),
    "cell-hidden-sign": Rule(
        said("On paper it would be an empty box, or turn the letters around."),
        said(
            "Control signs, signs without width and signs that turn the direction of writing come with what is pasted from "
            "chats and web pages. Type the text of the cell again."
        ),
    ),
    "cell-lost-letter": Rule(
        said("A village whose name is wrong on paper takes the leaflet for somebody else's."),
        said(
            "A question mark in a name, or signs such as Ã©, show that letters with accents were lost when the list was saved. "
            "Save as Excel Workbook (.xlsx) or CSV UTF-8."
        ),
        "desa;kabupaten\nCont?h;Contoh\n",
        "desa;kabupaten\nContéh;Contoh\n",
    ),
    "name-sign": Rule(
        said("Most likely it is a slip, and on paper it may be an empty box."),
        said(
            "Names are written in Latin letters with all their accents, digits, apostrophes, hyphens, dots and brackets. A "
            "letter of another script may look the same, and is another one."
        ),
        "desa;kabupaten\nContoh ★;Contoh\n",
        "desa;kabupaten\nContoh;Contoh\n",
    ),
    "code-changed": Rule(
        said("Excel rounds long codes, and then many villages have the same one."),
        said(
            "A code has digits, and dots, dashes or spaces between them, as 13.01.02.2003. Make the column Text before "
            "typing or pasting: Format Cells, Text."
        ),
        "kode;desa;kabupaten\n1,30102E+09;Contoh Maju;Contoh\n",
        "kode;desa;kabupaten\n13.01.02.2003;Contoh Maju;Contoh\n",
    ),
    "phone-zero": Rule(
        said("Dialled without its 0, the number rings nowhere, or at a stranger's."),
        said(
            "Excel takes a number for an amount and drops the 0 in front. Make the column Text (Format Cells, Text) before "
            "typing. Landlines need their area code. Which digit is missing is never guessed."
        ),
        "desa;kabupaten;pos_polisi\nContoh;Contoh;299000001\n",
        "desa;kabupaten;pos_polisi\nContoh;Contoh;0299 000 001\n",
    ),
    "phone-rounded": Rule(
        said("The last digits of the number are lost for good."),
        said(
            "Excel shows long amounts as 6,28E+12 and saves them so. Make the column Text (Format Cells, Text) and type the "
            "number again from where you have it."
        ),
        "desa;kabupaten;pos_polisi\nContoh;Contoh;6,28E+12\n",
        "desa;kabupaten;pos_polisi\nContoh;Contoh;0299 000 001\n",
    ),
    "phone-length": Rule(
        said("A number with a digit too few or too many rings nowhere, or at a stranger's."),
        said(
            "Counted with the 0 in front, landlines with their area code have 9 to 12 digits, mobiles 10 to 13, free lines "
            "080… 8 to 13. Short numbers such as 110 have 3 or 4, 14… has 5 and 1500… has 7."
        ),
        "desa;kabupaten;pos_polisi\nContoh;Contoh;0299 000\n",
        "desa;kabupaten;pos_polisi\nContoh;Contoh;0299 000 001\n",
    ),
    "phone-start": Rule(
        said("An office of an Indonesian village has no number abroad; this one is a slip."),
        said(
            "Numbers begin with 0 and a digit from 2 to 9, or with +62 and that digit, without the 0 between them. Short "
            "numbers such as 110 stand alone."
        ),
        "desa;kabupaten;pos_polisi\nContoh;Contoh;+62 (0)299 000 001\n",
        "desa;kabupaten;pos_polisi\nContoh;Contoh;+62 299 000 001\n",
    ),
    "phone-sign": Rule(
        said("Nobody can dial a letter, and an O typed for a 0 is not seen on paper."),
        said(
            "A number has digits, and spaces, dots, dashes and brackets between them. Whose it is says the column; names of "
            "persons are not printed."
        ),
        "desa;kabupaten;pos_polisi\nContoh;Contoh;O299 000 001\n",
        "desa;kabupaten;pos_polisi\nContoh;Contoh;0299 000 001\n",
    ),
    "phone-two": Rule(
        said("Run together, two numbers are one that nobody can dial."),
        said(
            "For each office there is one line on paper. Choose the number that is answered most. Between area code and "
            "number stands a dash or a space, no slash."
        ),
        "desa;kabupaten;pos_polisi\nContoh;Contoh;0299 000 001/0299 000 002\n",
        "desa;kabupaten;pos_polisi\nContoh;Contoh;0299 000 001\n",
    ),
    "day-unclear": Rule(
        said("The day is printed beside the numbers; a wrong one makes old numbers look fresh."),
        said(
            "Days are written 2026-11-02, or day first, 02/11/2026 or 02-11-2026, with all four digits of the year. If one "
            "row of a list has its month first, what another row means cannot be known."
        ),
        "desa;kabupaten;diperiksa_pada\nContoh;Contoh;2/11/26\n",
        "desa;kabupaten;diperiksa_pada\nContoh;Contoh;2026-11-02\n",
    ),
}
