"""The order of sides for a printer that cannot turn paper: play the stack through by hand."""

from __future__ import annotations

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from paper.reading import sheets
from pypdf import PdfReader

from toolkit.content.library import Library
from toolkit.paper.pdf.document import Face
from toolkit.paper.setting.sides import turned
from toolkit.paper.shop import Job, draw


@given(st.integers(2, 60))
def test_a_stack_put_back_as_it_came_out_gets_the_right_backs(many: int) -> None:
    """Fronts fall face down, the last on top; the sheet on top is printed first again."""
    sides = tuple(Face(210, 297, (), f"{n}") for n in range(1, many + 1))
    printed = [face.name for face in turned(sides)]
    half = len(printed) // 2
    fronts, backs = printed[:half], printed[half:]
    stack = list(fronts)
    sheets_ = [(stack.pop(), back) for back in backs]
    wanted = [(f"{n}", f"{n + 1}" if n < many else "") for n in range(1, many + 1, 2)]
    assert sorted(sheets_, key=lambda sheet: int(sheet[0])) == wanted


@given(st.integers(2, 60))
def test_a_stack_turned_over_gets_the_right_backs(many: int) -> None:
    """Fronts fall face up, the last on top; turned over, the first is on top and printed first."""
    sides = tuple(Face(210, 297, (), f"{n}") for n in range(1, many + 1))
    printed = [face.name for face in turned(sides, over=True)]
    half = len(printed) // 2
    stack = list(reversed(printed[:half]))
    pairs = [(stack.pop(), back) for back in printed[half:]]
    assert pairs == [(f"{n}", f"{n + 1}" if n < many else "") for n in range(1, many + 1, 2)]


def test_one_side_stays_one_side() -> None:
    """There is nothing to turn."""
    side = (Face(210, 297, ()),)
    assert turned(side) == side


def test_a_screen_reader_still_reads_in_order(library: Library) -> None:
    """The structure keeps the order of reading, whatever lies first in the file."""
    plain = draw(Job("leaflet", ("recruitment",), "id", "a4"), library)
    manual = draw(Job("leaflet", ("recruitment",), "id", "a4", turned=True), library)
    assert headings(manual) == headings(plain)
    assert len(sheets(manual)) == len(sheets(plain))


def headings(pdf: bytes) -> list[str]:
    """The roles of the structure in order, without the sections that only keep pages together."""
    found: list[str] = []

    def walk(node: object) -> None:
        for kid in node if isinstance(node, list) else [node]:
            entry = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(entry, dict) and "/S" in entry:
                found.append(entry["/S"])
                walk(entry.get("/K", []))

    walk(PdfReader(BytesIO(pdf)).root_object["/StructTreeRoot"]["/K"])
    return [role for role in found if role != "/Sect"]


def test_the_printer_is_not_asked_to_turn_what_a_hand_turns(library: Library) -> None:
    """A dialog that obeys the file would print two fronts on one sheet."""
    manual = draw(Job("leaflet", ("recruitment",), "id", "a4", turned=True), library)
    wishes = PdfReader(BytesIO(manual)).root_object["/ViewerPreferences"]
    assert wishes["/Duplex"] == "/Simplex"
