"""What cannot be printed: too long, too wide, without a sign for it."""

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
}
