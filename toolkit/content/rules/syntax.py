"""YAML that cannot be understood, or not as it was meant."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule
from toolkit.language import said

_LEFT_OUT = said("As long as it stays, the whole file is left out of the app and of print.")

RULES: dict[str, Rule] = {
    "anchor": Rule(
        _LEFT_OUT,
        said(
            "The signs & and * at the beginning of a value repeat parts of a file; Cek Dulu does not use "
            "that. If it is a text, put it in quotation marks. If a part was to be repeated, write it "
            "out again."
        ),
        "text: &Awas",
        'text: "&Awas"',
    ),
    "backslash": Rule(
        said("The letter after it would be lost or turn into another sign."),
        said(
            "Between double quotation marks the backslash \\ is not a letter like others. Between "
            "single ones it is."
        ),
        'text: "C:\\Users\\desa"',
        "text: 'C:\\Users\\desa'",
    ),
    "block-sign": Rule(
        said("The signs would be shown and printed with the text."),
        said(
            "A long text may stand on the lines below its key. Then the signs >- stand after the colon, "
            "and the text begins on the next line, two spaces further in."
        ),
        "say:\n  id: ->\n    Mari kita baca.",
        "say:\n  id: >-\n    Mari kita baca.",
    ),
    "bracket-inside": Rule(
        _LEFT_OUT,
        said(
            "Between {{ }} and [ ] a text that itself has brackets in it, such as {{fact:…}}, must stand in "
            "quotation marks, or nobody knows which bracket ends it."
        ),
        "text: {id: Baca {fact:nol} dulu, en: Read first}",
        'text: {id: "Baca {fact:nol} dulu", en: Read first}',
    ),
    "broken-yaml": Rule(
        _LEFT_OUT,
        said(
            "Something in this line or the one above does not fit together. Compare with the same place "
            "in a lesson that works: the spaces before the line, a space after each colon and dash, "
            "quotation marks and brackets in pairs."
        ),
    ),
    "colon": Rule(
        _LEFT_OUT,
        said(
            "A word with a colon and a space after it is a key. A text with a colon in it must stand "
            "in quotation marks, so that it is taken as a text."
        ),
        "title: Ingat: jangan bayar",
        'title: "Ingat: jangan bayar"',
    ),
    "commented-key": Rule(
        said("What stands below is taken for a part of something else."),
        said(
            "A line that begins with # is a note that nobody but you reads. If it is a heading for the "
            "lines below, it is a key: take the # away."
        ),
        "## takeaways:\n  - Baca dulu",
        "takeaways:\n  - Baca dulu",
    ),
    "cut-by-comma": Rule(
        said("People would read only the first part of the sentence."),
        said(
            "Between {{ }} a comma begins the next key. A text with a comma in it must stand in quotation "
            "marks there; below each other, without brackets, it need not."
        ),
        "{id: Baca, lalu tanya, en: Read and ask}",
        '{id: "Baca, lalu tanya", en: Read and ask}',
    ),
    "cut-by-hash": Rule(
        said("People would read only the first part of the sentence."),
        said(
            "A # after a space begins a comment, which nobody but you reads. A text with # in it must "
            "stand in quotation marks. A comment has a space after the #."
        ),
        "text: Pilih #1 sekarang",
        'text: "Pilih #1 sekarang"',
    ),
    "directive": Rule(
        _LEFT_OUT,
        said("A line such as %YAML 1.2 comes from other programs. It is not needed: delete it."),
        "%YAML 1.2\n---\nlesson: kapal",
        "lesson: kapal",
    ),
    "duplicate-key": Rule(
        said("Only one of the two could be shown, and nobody would know which."),
        said(
            "In a group each key stands once. Often a dash is missing before the second one, or a part "
            "was pasted twice."
        ),
        "order: 1\norder: 2",
        "order: 2",
    ),
    "empty-file": Rule(
        said("The file takes the place of a lesson, but there is nothing to show."),
        said(
            "Write the lesson, or delete the file.  cekdulu new lesson  writes a beginning with every "
            "key that is needed."
        ),
        "# nanti",
        "lesson: kapal",
    ),
    "extra-comma": Rule(
        _LEFT_OUT,
        said("Between brackets one comma parts two values. Delete the other."),
        "contacts: [polri-110,, kp2mi]",
        "contacts: [polri-110, kp2mi]",
    ),
    "hard-space": Rule(
        said("The key or the spaces are not recognised, though they look right."),
        said(
            "Web pages and Word use special spaces that look like ordinary ones. Before a line and "
            "after a colon or a dash only the ordinary space of the keyboard works."
        ),
    ),
    "languages": Rule(
        _LEFT_OUT,
        said(
            "Two languages on one line stand in one pair of curly brackets: first id, then en, a colon "
            "and a space after each, and a comma between them. Or each stands on a line of its own."
        ),
        "title: (id = Surat; en = Papers)",
        "title: {id: Surat, en: Papers}",
    ),
    "lost-key": Rule(
        _LEFT_OUT,
        said(
            "A line was deleted that others belong to. Lines that stand further in always have a key "
            "above them that says what they are."
        ),
        "icon: people\n  id: Mari\n  en: Let us",
        "icon: people\nsay:\n  id: Mari\n  en: Let us",
    ),
    "missing-colon": Rule(
        _LEFT_OUT,
        said("A key ends with a colon and a space; then comes its value."),
        "title Surat",
        "title: Surat",
    ),
    "missing-comma": Rule(
        _LEFT_OUT,
        said("Between {{ }} a comma stands before each further key."),
        "{id: Surat en: Papers}",
        "{id: Surat, en: Papers}",
    ),
    "missing-dash": Rule(
        said("Two entries of the list run into one."),
        said("Each entry of a list begins with a dash and a space, all equally far to the right."),
        "pages:\n  - id: surat\n    icon: document\n    id: kapal",
        "pages:\n  - id: surat\n    icon: document\n  - id: kapal",
    ),
    "no-space-after-colon": Rule(
        said("Without the space the key is not recognised."),
        said("After the colon of a key stands a space."),
        "title:Surat",
        "title: Surat",
    ),
    "no-space-after-dash": Rule(
        said("Without the space the entry is not recognised, and the list becomes one text."),
        said("After the dash of a list entry stands a space."),
        "show:\n  -Baca dulu",
        "show:\n  - Baca dulu",
    ),
    "not-a-dash": Rule(
        said("The list becomes one text, or the file is left out."),
        said(
            "Word turns a dash into a long one or a bullet, and other programs use a star. Lists here "
            "are made with the short dash - of the keyboard and a space."
        ),
        "show:\n  • Baca dulu",
        "show:\n  - Baca dulu",
    ),
    "not-keys": Rule(
        _LEFT_OUT,
        said("A file begins with a key at the left margin that says what it holds, with a colon."),
        "- id: surat",
        "pages:\n  - id: surat",
    ),
    "odd-key": Rule(
        _LEFT_OUT,
        said(
            "Before a colon stands a single word. A text in brackets must stand in quotation marks."
        ),
        "[a, b]: x",
        'text: "[a, b]: x"',
    ),
    "odd-spaces": Rule(
        said("The spaces before a line say what it belongs to; here they belong to nothing."),
        said(
            "Lines that belong together begin equally far to the right. What belongs to a key stands "
            "two spaces further in. Count the spaces of the lines around and use as many."
        ),
        "title: Surat\n icon: boat",
        "title: Surat\nicon: boat",
    ),
    "open-bracket": Rule(
        _LEFT_OUT,
        said("Every {{ is closed by a }} and every [ by a ]."),
        "title: {id: Surat, en: Papers",
        "title: {id: Surat, en: Papers}",
    ),
    "open-quote": Rule(
        _LEFT_OUT,
        said("A text in quotation marks has the same mark at both ends."),
        'title: "Surat',
        'title: "Surat"',
    ),
    "several-documents": Rule(
        said("What stands below would not be read."),
        said("A file is one lesson. Delete the line, or make two files."),
        "lesson: kapal\n---\norder: 1",
        "lesson: kapal\norder: 1",
    ),
    "smart-quotes": Rule(
        said("The marks would be printed with the text, or the file left out."),
        said(
            "Word makes curly quotation marks. Inside a text they are welcome; around a whole text only "
            'the straight marks " of the keyboard work.'
        ),
        "title: “Ingat: jangan”",
        'title: "Ingat: jangan"',
    ),
    "special-start": Rule(
        _LEFT_OUT,
        said(
            "Some signs mean something of their own at the beginning of a value: @ % ` * & ! > | {{ [. A "
            "text that begins with one of them must stand in quotation marks."
        ),
        "text: **Jangan** bayar",
        'text: "**Jangan** bayar"',
    ),
    "stray-line": Rule(
        _LEFT_OUT,
        said(
            "Programs, chats and web pages leave lines behind when something is copied or saved. They "
            "are no part of a lesson. A note of your own begins with #."
        ),
        "```yaml\nlesson: kapal\n```",
        "lesson: kapal",
    ),
    "tab": Rule(
        said(
            "Each program shows a Tab differently wide, so nobody knows what the line belongs to."
        ),
        said(
            "Before a line only spaces may stand, two for each step to the right. In VS Code choose "
            "Spaces at the bottom right; in Notepad press the space bar."
        ),
    ),
    "tag": Rule(
        _LEFT_OUT,
        said(
            "The sign ! at the beginning of a value is an order to the reading program; Cek Dulu does not "
            "use that. If it is a text, put it in quotation marks."
        ),
        "text: !Awas",
        'text: "!Awas"',
    ),
    "text-after-quote": Rule(
        _LEFT_OUT,
        said(
            "Where a value begins with a quotation mark, it ends with its partner. If the text goes on, "
            "or has such marks inside, put other marks around the whole."
        ),
        'text: "OTP" itu rahasia',
        "text: '\"OTP\" itu rahasia'",
    ),
    "two-keys": Rule(
        _LEFT_OUT,
        said(
            "Each key stands on a line of its own, as far to the right as its neighbours. Only between "
            "{{ }} several stand on one line, with a comma between them."
        ),
        "order: 9, icon: boat",
        "order: 9\nicon: boat",
    ),
    "too-deep": Rule(
        said("Nothing of ours stands so deep; such a file could only stop the computer."),
        said("Usually brackets were pasted or opened without being closed. Delete them."),
    ),
}
