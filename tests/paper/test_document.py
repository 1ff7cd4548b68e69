"""The file itself: whatever is set in it, other programs read the same words from it."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

import page
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper.reading import evened, text
from pypdf import PdfReader

from toolkit.paper.pdf.document import About, Face, Placed, draw
from toolkit.paper.setting.blocks import Block, Gap, Picture, Tagged, passage, stack
from toolkit.paper.type import fonts
from toolkit.paper.type.flow import Run

ABOUT = About("A title", "A subject", "en", "Simplex")
LETTERS = sorted(
    letter
    for letter in map(chr, fonts.face(fonts.REGULAR).charToGlyph)
    if letter.isalnum() or letter in "()\\'\"<>[]{}/%#&@!?.,:;-–’°"
)
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=30)


def printed(*blocks: Block, about: About = ABOUT) -> bytes:
    """Blocks, one below the other, on one tall page."""
    return draw((Face(210, 900, (Placed(30, 30, stack(*blocks)),), "A page"),), about)


def said(words: str, *, bold: bool = False) -> Block:
    """A paragraph."""
    return passage((Run(words, bold),), 12, 480)


def faults(pdf: bytes) -> list[object]:
    """What an independent validator finds against PDF/UA-1."""
    profile = page.ValidationProfile.PDF_UA_1
    return list(page.validate_pdf_bytes(pdf, profile=profile).failures)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.booleans())
def test_any_words_come_out_as_they_went_in(words: list[str], bold: bool) -> None:
    """Brackets, backslashes, quotes, accents: two readers give the same letters in order."""
    pdf = printed(said(" ".join(words), bold=bold))
    assert text(pdf).replace(" ", "") == "".join(words)
    other = PdfReader(BytesIO(pdf)).pages[0].extract_text()
    assert "".join(other.split()) == "".join(words)


def test_more_letters_than_one_font_can_hold() -> None:
    """The rest goes into further fonts; every letter is still read, and none is boxed."""
    assert len(LETTERS) > 400
    lines = [" ".join(LETTERS[at : at + 20]) for at in range(0, len(LETTERS), 20)]
    pdf = printed(*(said(line) for line in lines))
    assert text(pdf).replace(" ", "") == "".join(LETTERS)
    assert faults(pdf) == []


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=60))
def test_any_title_is_what_a_reader_shows(title: str) -> None:
    """In the information and in the metadata alike, whatever signs it has."""
    reader = PdfReader(
        BytesIO(printed(Tagged("H1", said("x")), about=About(title, title, "id", "Simplex")))
    )
    assert reader.metadata.title == title
    xml = reader.root_object["/Metadata"].get_data().decode()
    told = ElementTree.fromstring(xml[xml.index("<x:") : xml.rindex("<?xpacket")])
    namespace = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
    assert title in [entry.text for entry in told.iter(namespace)]


def test_a_long_text_is_sound() -> None:
    """A thousand paragraphs on many pages: more objects than one pack holds."""
    faces = tuple(
        Face(
            210,
            297,
            (
                Placed(30, 20, Tagged("H1", said(f"Page {number}"))),
                *(Placed(30, 40.0 * at, said(f"{number}.{at}")) for at in range(1, 20)),
            ),
            f"Page {number}",
        )
        for number in range(1, 51)
    )
    pdf = draw(faces, ABOUT)
    assert faults(pdf) == []
    reader = PdfReader(BytesIO(pdf), strict=True)
    assert len(reader.pages) == 50
    assert [mark.title for mark in reader.outline] == [f"Page {one}" for one in range(1, 51)]
    assert evened(reader.pages[49].extract_text()).endswith("50.18 50.19")
    assert draw(faces, ABOUT) == pdf


def test_an_ornament_is_not_read_and_a_figure_is() -> None:
    """An icon beside words is an artifact; one that says something has its words as `Alt`."""
    pdf = printed(
        Tagged("H1", said("x")),
        Picture("phone", 30),
        Gap(5),
        Tagged("Figure", Picture("house", 30), "A house (with a door)"),
    )
    assert faults(pdf) == []
    content = PdfReader(BytesIO(pdf)).pages[0].get_contents().get_data()
    assert content.count(b"/Artifact BMC") == 1
    assert content.count(b"/Figure<</MCID 1>>BDC") == 1
    assert b"/Alt(A house \\(with a door\\))" in _unpacked(pdf)


@pytest.mark.parametrize("lang", ["id", "en", "jv"])
def test_the_language_is_told(lang: str) -> None:
    """So that a screen reader speaks it as it is spoken."""
    pdf = printed(Tagged("H1", said("x")), about=About("x", "x", lang, "Simplex"))
    assert PdfReader(BytesIO(pdf)).root_object["/Lang"].startswith(lang)


def _unpacked(pdf: bytes) -> bytes:
    """The objects of a file that lie in packs."""
    reader = PdfReader(BytesIO(pdf))
    packs = {where for where, _ in reader.xref_objStm.values()}
    return b"".join(reader.get_object(pack).get_data() for pack in sorted(packs))
