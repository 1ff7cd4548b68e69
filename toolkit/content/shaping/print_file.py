"""What stands in print/: the products, and the theme with its floors.

The floors are where they are because of photocopiers, printers and old eyes: see the rules
`type-too-small`, `edge-too-narrow` and `code-too-small`, which say why.
"""

from __future__ import annotations

from toolkit.content.product import DRAWN, FILLED, Copies, Product
from toolkit.content.shaping.keys import Key, optional
from toolkit.content.shaping.measures import Measure
from toolkit.content.shaping.prose import Prose
from toolkit.content.shaping.schema import ListOf, Record
from toolkit.content.shaping.shapes import Ident, OneOf, Whole, Words, ident
from toolkit.content.theme import TYPEFACES, OwnTypeface, Paper, Range, ThemeChanges
from toolkit.language import Said, said

PRODUCT = Record(
    said("product"),
    Product,
    {
        "id": Key(said("The product's id."), OneOf(tuple(DRAWN))),
        "title": Key(said("The product's name."), Prose()),
        "about": Key(said("What it is for, in one sentence."), Prose()),
        "papers": Key(said("The paper sizes it comes in."), ListOf(Ident("a4"), most=8)),
        "copies": optional(
            said("How many copies a session needs; left out for what is no part of one."),
            OneOf(Copies, (said("one for each person"), said("one for the session"))),
        ),
        "per_sheet": optional(
            said("How many stand on one sheet; left out for what fills it."),
            # How many have been drawn is told once all products are known.
            Whole(),
            FILLED,
            sample="8",
        ),
    },
)


def _side(lowest: float, highest: float, sample: str) -> Measure:
    return Measure(lowest, highest, sample=sample)


PAPER = Record(
    said("paper"),
    Paper,
    {
        "id": Key(said("The paper's id, as it is named in products and commands."), ident("a4")),
        "name": Key(said("What people call it."), Words(), sample="A4"),
        "long": Key(said("Its long side in millimetres."), _side(250, 430, "297")),
        "short": Key(said("Its short side in millimetres."), _side(180, 310, "210")),
        "used": Key(
            said("How much of the short side every such paper has, in millimetres."),
            _side(170, 310, "210"),
        ),
        "narrow": Key(
            said("The leaflet's panel that is folded in, in millimetres."), _side(70, 150, "97")
        ),
        "wide": Key(
            said(
                "The leaflet's two other panels, in millimetres: 1 to 6 more than the narrow one."
            ),
            _side(70, 150, "100"),
        ),
    },
)


def _range(smallest: float, highest: float, sample: str) -> Record:
    return Record(
        said("pair of sizes"),
        Range,
        {
            "largest": Key(
                said("The size in points where there is room."),
                Measure(smallest, highest, "type-too-small", sample),
                sample=sample,
            ),
            "smallest": Key(
                said("The size in points below which nothing is set."),
                Measure(smallest, highest, "type-too-small", f"{smallest:g}"),
            ),
        },
    )


def _size(about: Said, smallest: float, highest: float, sample: str) -> Key:
    return optional(about, Measure(smallest, highest, "type-too-small", sample))


TYPEFACE = Record(
    said("typeface of your own"),
    OwnTypeface,
    {
        "regular": Key(
            said("The file with the usual letters; it lies in print/ and ends in .ttf."),
            Words(),
            sample="Andika-Regular.ttf",
        ),
        "bold": Key(
            said("The file with the bold letters; it lies in print/ and ends in .ttf."),
            Words(),
            sample="Andika-Bold.ttf",
        ),
    },
)

THEME = Record(
    said("theme"),
    ThemeChanges,
    {
        "typeface": optional(said("The letters of everything printed."), OneOf(TYPEFACES)),
        "own_typeface": optional(
            said("Letters of your own, instead of a typeface that comes with the program."),
            TYPEFACE,
            field="own",
            sample="{regular: Andika-Regular.ttf, bold: Andika-Bold.ttf}",
        ),
        "edge": optional(
            said("White at the edges of every sheet, in millimetres."),
            Measure(8.5, 25, "edge-too-narrow", "9"),
        ),
        "gutter": optional(
            said("White on both sides of a fold, in millimetres."),
            Measure(6, 15, "edge-too-narrow", "8.5"),
        ),
        "code": optional(
            said("Width of the square code that telephones scan, in millimetres."),
            Measure(30, 50, "code-too-small", "30.5"),
        ),
        "overlap": optional(
            said("How far the sheets of a large poster lie over each other, in millimetres."),
            Measure(8, 30, sample="15"),
        ),
        "body": optional(
            said("Sizes in points of what is read on pages."), _range(12, 18, "14"),
            sample="{largest: 14, smallest: 12}",
        ),
        "leaflet": optional(
            said("Sizes in points of what is read on leaflets and one-page summaries."),
            _range(13, 18, "15"),
            sample="{largest: 15, smallest: 13}",
        ),
        "number": optional(
            said("Sizes in points of telephone numbers."), _range(16, 30, "20"),
            sample="{largest: 20, smallest: 16}",
        ),
        "title": _size(said("Size in points of titles."), 18, 36, "24"),
        "heading": _size(said("Size in points of headings."), 13, 24, "16"),
        "small": _size(said("Size in points of sources and notes."), 11, 14, "11"),
        "papers": optional(
            said("The papers that can be printed on."), ListOf(PAPER, most=8), ()
        ),
    },
)  # fmt: skip

PRINT_FILE = Record(
    said("print file"),
    dict,
    {
        "products": optional(said("What can be printed."), ListOf(PRODUCT), ()),
        "theme": optional(said("How it looks: paper, white, letters."), THEME, ()),
    },
    placed=False,
)
