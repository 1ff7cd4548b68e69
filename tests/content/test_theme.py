"""print/: what a designer may change, laid over what there is, and the floors that nobody may."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pymupdf_fonts
import pytest
import reportlab
from fontTools.ttLib import TTFont
from mending import told
from yaml import safe_load

from toolkit import RELEASED
from toolkit.content.builtin import builtin_root
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.place import Problem
from toolkit.content.product import DRAWN, Copies
from toolkit.content.shaping.measures import Measure
from toolkit.content.shaping.print_file import THEME
from toolkit.content.shaping.schema import Record
from toolkit.content.theme import OwnTypeface, Paper, Range, Theme, ThemeChanges
from toolkit.language import language

Write = Callable[[str, str | bytes], Path]

FOLIO = "{id: folio, name: Folio, long: 330, short: 210, used: 210, narrow: 108, wide: 111}"
REGULAR, BOLD = (pymupdf_fonts.myfont(name) for name in ("figo", "figbo"))
VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def library(root: Path) -> Library:
    """A library without a mistake."""
    loaded = open_library(root, RELEASED)
    assert [one for one in loaded.problems if str(root) in one.place.file] == []
    return loaded.library


def test_the_theme_that_we_ship_is_the_one_that_stands_in_for_none() -> None:
    """print/theme.yaml names every measure, with the value it has without the file."""
    shipped = open_library(as_of=RELEASED).library.theme
    assert shipped == Theme()
    assert shipped.digest() == Theme().digest()
    written = safe_load((builtin_root() / "print" / "theme.yaml").read_text(encoding="utf-8"))
    assert written["theme"].keys() == {one.name for one in fields(Theme)} - {"at", "own"}


def test_a_theme_of_one_s_own_needs_only_what_it_changes(write: Write) -> None:
    """Key by key, and paper by paper; all else stays as it is."""
    root = write(
        "print/theme.yaml", f"theme:\n  edge: 12\n  typeface: ubuntu\n  papers: [{FOLIO}]\n"
    )
    theme = library(root).theme
    usual = Theme()
    assert (theme.edge, theme.typeface, theme.body) == (12, "ubuntu", usual.body)
    assert list(theme.papers) == ["a4", "f4", "folio"]
    assert theme.papers["a4"] == usual.papers["a4"]


def test_a_broken_theme_is_left_out_as_a_whole(write: Write) -> None:
    """Nobody prints with half of what a designer meant."""
    root = write("print/theme.yaml", "theme:\n  edge: 12\n  small: 6\n")
    loaded = open_library(root, RELEASED)
    assert [one.rule for one in loaded.problems] == ["type-too-small"]
    assert loaded.library.theme == Theme()


@pytest.mark.parametrize(
    ("line", "rule", "least"),
    [
        ("body: {largest: 14, smallest: 11.5}", "type-too-small", "12"),
        ("leaflet: {largest: 14, smallest: 12.5}", "type-too-small", "13"),
        ("number: {largest: 14, smallest: 16}", "type-too-small", "16"),
        ("small: 10.9", "type-too-small", "11"),
        ("edge: 8", "edge-too-narrow", "8.5"),
        ("gutter: 0", "edge-too-narrow", "6"),
        ("code: 29.9", "code-too-small", "30"),
        ("overlap: 100", "out-of-range", "30"),
    ],
)
def test_a_floor_is_told_and_what_to_write_instead(line: str, rule: str, least: str) -> None:
    """At the number itself; writing what is proposed mends it."""
    found = told("print/theme.yaml", f"theme:\n  {line}\n")
    assert found.only.rule == rule
    assert found.only.place.line == 2
    assert f"  {least}" in found.mend
    assert found.mended().problems == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("8,5", "8.5"), ("9 mm", "9"), ('"9"', "9"), ("9.50 milimeter", "9.5"), ("09", "9")],
)
def test_a_number_as_people_write_it_is_understood(typed: str, meant: str) -> None:
    """A comma, a unit and quotation marks are told, and mended."""
    found = told("print/theme.yaml", f"theme:\n  edge: {typed}\n")
    assert (found.only.rule, found.only.place.line) == ("odd-number", 2)
    assert found.mend == f"Write:  {meant}"
    assert found.mended().problems == ()


@pytest.mark.parametrize("many", [0, 5, 30, 10**9])
def test_how_many_stand_on_a_sheet_is_mended_at_once(many: int, write: Write) -> None:
    """Whatever number was written, the message has all that have been drawn."""
    text = "title: {id: K, en: K}, about: {id: K, en: K}, papers: [a4]"
    root = write(
        "print/products.yaml", f"products:\n  - {{id: cards, {text}, per_sheet: {many}}}\n"
    )
    (found,) = (one for one in open_library(root, RELEASED).problems if one.place.line)
    assert (found.rule, found.place.line) == ("odd-per-sheet", 2)
    assert language("en").tell(found.mend) == "Write one of these:  8, 10"


def test_a_product_that_nobody_has_drawn_is_told_with_all_that_there_are() -> None:
    """What is spelt most alike need not be what was meant."""
    text = "title: {id: K, en: K}, about: {id: K, en: K}, papers: [a4]"
    found = told("print/products.yaml", f"products:\n  - {{id: placard, {text}}}\n")
    assert found.only.rule == "unknown-word"
    assert all(product in found.mend for product in DRAWN)


@pytest.mark.parametrize("typed", ["[9]", "{mm: 9}", "nine", "-9", "1e1", "", "~", ".5"])
def test_what_is_no_number_is_told(typed: str) -> None:
    """Once, whatever it is."""
    assert len(told("print/theme.yaml", f"theme:\n  edge: {typed}\n").problems) == 1


CHANGES: dict[str, Any] = {
    "papers": (Paper("a4", "A4", 297, 210, 209, 97, 100),),
    "typeface": "ubuntu",
    "own": OwnTypeface("A.ttf", "B.ttf", (b"a", b"b")),
    **dict.fromkeys(("body", "leaflet", "number"), Range(17, 16.5)),
    **dict.fromkeys(("edge", "gutter", "code", "overlap", "title", "heading", "small"), 10.25),
}


@pytest.mark.parametrize("name", [one.name for one in fields(ThemeChanges) if one.name != "at"])
def test_any_change_changes_the_digest(name: str) -> None:
    """Whoever compares digests makes again what a theme has changed, and nothing else."""
    changed = ThemeChanges(**{name: CHANGES[name]}).over(Theme())
    assert changed.digest() != Theme().digest()
    assert ThemeChanges().over(Theme()).digest() == Theme().digest()


def test_the_digest_knows_numbers_and_not_how_they_are_typed() -> None:
    """12 is 12.0, and a typeface is what is in its files."""
    assert Theme(edge=12).digest() == Theme(edge=12.0).digest()
    own = OwnTypeface("A.ttf", "B.ttf", (b"a", b"b"))
    assert Theme(own=own).digest() == Theme(own=replace(own, regular="C.ttf")).digest()
    assert Theme(own=own).digest() != Theme(own=replace(own, contents=(b"a", b"c"))).digest()


@pytest.mark.parametrize("size", [12, 12.3, 13])
def test_no_step_of_a_range_is_below_its_floor(size: float) -> None:
    """Largest first, each size once, the smallest last."""
    steps = Range(14.2, size).steps()
    assert (steps[0], steps[-1]) == (14.2, size)
    assert list(steps) == sorted(set(steps), reverse=True)
    assert Range(size, size).steps() == (size,)


def test_a_product_says_how_many_copies_and_how_many_on_a_sheet(write: Write) -> None:
    """Both may be left out; an office's own list may change them."""
    assert library(write("lessons/none.txt", "")).products["leaflet"].per_sheet == 0
    text = "title: {id: K, en: C}, about: {id: K., en: C.}, papers: [a4], copies: person"
    root = write("print/products.yaml", f"products:\n  - {{id: cards, {text}, per_sheet: 10}}\n")
    cards = library(root).products["cards"]
    assert (cards.copies, cards.per_sheet, cards.papers) == (Copies.PERSON, 10, ("a4",))


def test_an_office_orders_its_pack_by_listing_products(write: Write) -> None:
    """What it lists changes places among itself; all else stays where it is."""
    usual = list(library(write("lessons/none.txt", "")).products)
    text = "title: {id: K, en: C}, about: {id: K., en: C.}, papers: [a4]"
    own = "".join(f"  - {{id: {name}, {text}}}\n" for name in ("handout", "leaflet"))
    found = list(library(write("print/products.yaml", f"products:\n{own}")).products)
    swap = {"leaflet": "handout", "handout": "leaflet"}
    assert found == [swap.get(one, one) for one in usual]


def office(write: Write, regular: bytes, bold: bytes = BOLD) -> Path:
    """A library with a typeface of its own."""
    write("print/Own.ttf", regular)
    write("print/Own-Bold.ttf", bold)
    return write(
        "print/theme.yaml", "theme:\n  own_typeface: {regular: Own.ttf, bold: Own-Bold.ttf}\n"
    )


def faults(root: Path) -> list[tuple[str, Problem]]:
    """What is said of a library, in English."""
    found = open_library(root, RELEASED).problems
    return [(language("en").tell(one.what), one) for one in found]


def test_a_typeface_of_one_s_own_is_read_with_the_theme(write: Write) -> None:
    """Its two files, as they are; naming one that ships sets it aside again."""
    theme = library(office(write, REGULAR)).theme
    assert theme.own is not None
    assert theme.own.contents == (REGULAR, BOLD)
    assert ThemeChanges(typeface="ubuntu").over(theme).own is None


def changed(change: Callable[[TTFont], None]) -> bytes:
    """Our typeface with something changed."""
    font = TTFont(BytesIO(REGULAR))
    change(font)
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def forbid(font: TTFont) -> None:
    """Its maker forbids embedding."""
    font["OS/2"].fsType = 2


def forget(font: TTFont) -> None:
    """It has no small n with a tilde."""
    for table in font["cmap"].tables:
        table.cmap.pop(ord("ñ"), None)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"OTTO" + bytes(99), "PostScript"),
        (b"PK\3\4" + bytes(99), "no TrueType"),
        (b"", "no TrueType"),
        (REGULAR[:5000], "damaged"),
        (REGULAR[:4] + bytes(9999), "no TrueType"),
        (changed(forbid), "does not allow"),
        (changed(forget), "missing in this font (1), among them: ñ"),
        (VERA.read_bytes(), "look alike"),
    ],
    ids=["otf", "zip", "empty", "cut-off", "hollow", "forbidden", "letter", "alike"],
)
def test_a_font_that_cannot_be_printed_with_is_told(
    content: bytes, what: str, write: Write
) -> None:
    """At the name of the file; the theme is left out, and nothing else is."""
    ((told, problem),) = faults(office(write, content))
    assert what in told
    assert (problem.rule, problem.place.line, problem.place.column) == ("odd-typeface", 2, 27)


@pytest.mark.parametrize("name", ["none.ttf", "../theme.yaml", "/etc/hostname", "link.ttf", "."])
def test_a_font_lies_in_print_itself(name: str, write: Write, tmp_path: Path) -> None:
    """A library from a stranger's stick reads no other file of the computer."""
    root = office(write, REGULAR)
    (tmp_path / "elsewhere.ttf").write_bytes(REGULAR)
    (root / "print" / "link.ttf").symlink_to(tmp_path / "elsewhere.ttf")
    write("print/theme.yaml", f"theme:\n  own_typeface: {{regular: {name}, bold: Own-Bold.ttf}}\n")
    ((told, problem),) = faults(root)
    assert "There is no file" in told
    assert problem.rule == "odd-typeface"


@pytest.mark.parametrize("name", ["merancang-cetakan.md", "print-design.md"])
def test_the_guide_for_designers_tells_the_bounds_that_hold(name: str) -> None:
    """Every measure of the theme with its least and its most; and its examples are right."""
    page = (Path(__file__).parents[2] / "docs" / name).read_text(encoding="utf-8")
    told_there = {
        cells[0].strip("` "): (float(cells[2]), float(cells[3]))
        for line in page.splitlines()
        if line.startswith("| `")
        for cells in [line.strip("|").split("|")]
    }
    bounds = {}
    for key, one in THEME.keys.items():
        pair = isinstance(one.shape, Record) and "smallest" in one.shape.keys
        shape = one.shape.keys["smallest"].shape if pair else one.shape
        if isinstance(shape, Measure):
            bounds[key] = (shape.lowest, shape.highest)
    assert told_there == bounds
    for example in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL):
        found = told("print/theme.yaml", example)
        assert {one.rule for one in found.problems} <= {"odd-typeface"}
