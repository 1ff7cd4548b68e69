"""What is true of everything that is printed, in both languages and on both papers."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from paper.reading import evened, sheets, text
from pypdf import PdfReader

from toolkit.content.library import Library
from toolkit.content.wording import plain
from toolkit.language import language
from toolkit.paper.shop import Job, draw

SIZES = {"a4": (297, 210), "f4": (330, 215)}


def test_a_leaflet_has_two_sides_and_a_handout_one(job: Job, pdf: bytes) -> None:
    """No words ever run over to another page."""
    long, short = SIZES[job.paper]
    expected = [(long, short)] * 2 if job.product == "leaflet" else [(short, long)]
    assert [(round(s.width), round(s.height)) for s in sheets(pdf)] == expected


def test_every_word_of_the_lesson_is_on_the_sheet(job: Job, pdf: bytes, library: Library) -> None:
    """Title, takeaways, ideas and help lines can be read and copied."""
    lesson, lang = library.lessons[job.lessons[0]], language(job.lang)
    texts = [lesson.title, *lesson.takeaways]
    texts += [one for panel in lesson.leaflet.inside for one in lesson.page(panel.page).show]
    texts += [lesson.page(panel.page).title for panel in lesson.leaflet.inside]
    if job.product == "leaflet":
        texts += [lesson.leaflet.front, *(one for p in lesson.leaflet.inside for one in p.more)]
    else:
        texts += [lesson.about]
    for contact in (library.contacts[one] for one in lesson.contacts):
        texts += [contact.name, contact.scope, *([contact.note] if contact.note else [])]
    said = text(pdf)
    for one in texts:
        assert evened(plain(one, lang, library)) in said
    for number in (library.contacts[one].number for one in lesson.contacts):
        assert number in said


def test_another_reader_finds_the_same_words(pdf: bytes) -> None:
    """pypdf, which guesses spaces in its own way, reads what pdfium reads."""
    other = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert other.split() == text(pdf).split()


def test_nothing_is_smaller_than_eleven_points(pdf: bytes) -> None:
    """Not even the small print."""
    assert min(char.size for sheet in sheets(pdf) for char in sheet.chars) >= 11


def test_nothing_comes_nearer_to_the_edge_than_eight_millimetres(job: Job, pdf: bytes) -> None:
    """Neither letters nor icons, rules and fold marks; on F4 counted within 210 mm."""
    slack = 2.5 if job.paper == "f4" else 0
    for sheet in sheets(pdf):
        upright = sheet.height > sheet.width
        left, top, right, bottom = sheet.ink
        assert min(left, sheet.width - right) >= 8 + (slack if upright else 0)
        assert min(top, sheet.height - bottom) >= 8


def test_all_fonts_are_embedded(pdf: bytes) -> None:
    """A photocopy shop has no Noto Sans."""
    fonts = [
        font["/FontDescriptor"]
        for page in PdfReader(BytesIO(pdf)).pages
        for font in (one.get_object() for one in page["/Resources"]["/Font"].values())
    ]
    assert fonts
    assert all("/FontFile2" in font for font in fonts)


def test_no_letter_is_mapped_to_the_null_character(pdf: bytes) -> None:
    """A strict reader refuses such a file."""
    for page in PdfReader(BytesIO(pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            table = font.get_object()["/ToUnicode"].get_data()
            assert b"<0000>" not in table
            assert max(int(n) for n in re.findall(rb"(\d+) beginbfchar", table)) <= 100


def test_everything_is_black_and_every_line_is_wide_enough(pdf: bytes) -> None:
    """No greys that a copier turns into dirt, and no hairlines that it loses."""
    for page in PdfReader(BytesIO(pdf)).pages:
        told = page.get_contents().get_data().decode("latin-1")
        colours = re.findall(r"([\d. ]+) (?:rg|RG|g|G|k|K)\b", told)
        assert {float(part) for colour in colours for part in colour.split()} <= {0.0}
        widths = [float(width) for width in re.findall(r"([\d.]+) w\b", told)]
        assert min(widths) >= 0.75


def test_a_sheet_says_what_it_is(job: Job, pdf: bytes, library: Library) -> None:
    """Title, language and how to turn the paper stand in the file."""
    reader = PdfReader(BytesIO(pdf))
    lesson, lang = library.lessons[job.lessons[0]], language(job.lang)
    product = plain(library.products[job.product].title, lang, library)
    assert reader.metadata.title == f"{product}: {plain(lesson.title, lang, library)}"
    about = library.products[job.product].about
    assert reader.metadata.subject == plain(about, lang, library)
    assert reader.metadata.author == "Cek Dulu"
    assert reader.root_object["/Lang"] == {"id": "id-ID", "en": "en-GB"}[job.lang]
    wishes = reader.root_object["/ViewerPreferences"]
    duplex = {"leaflet": "/DuplexFlipShortEdge", "handout": "/Simplex"}[job.product]
    assert (wishes["/PrintScaling"], wishes["/Duplex"]) == ("/None", duplex)


def test_a_sheet_is_small_enough_to_send(pdf: bytes) -> None:
    """Under 24 KB, over the slowest connection."""
    assert len(pdf) < 24_000


def test_help_line_numbers_are_large_and_regular(job: Job, pdf: bytes, library: Library) -> None:
    """Bold digits fill in when they are copied; 16 points and more stay legible."""
    for number in {
        library.contacts[one].number for one in library.lessons[job.lessons[0]].contacts
    }:
        assert any(
            16 <= size <= 20 and "Bold" not in font
            for size, font in _settings_of(number.replace(" ", ""), pdf)
        )


@pytest.mark.parametrize("paper", ["a4", "f4"])
def test_what_is_read_at_home_is_set_in_thirteen_points_or_more(
    library: Library, paper: str
) -> None:
    """Only help lines' details, sources and small print may be smaller."""
    lesson = library.lessons["warning-signs"]
    pdf = draw(Job("leaflet", (lesson.id,), "id", paper), library)
    lang = language("id")
    texts = [*lesson.takeaways, *(one for panel in lesson.leaflet.inside for one in panel.more)]
    for one in texts:
        found = list(_settings_of("".join(plain(one, lang, library).split()), pdf))
        assert found
        assert min(size for size, _ in found) >= 13


def _settings_of(solid: str, pdf: bytes) -> list[tuple[float, str]]:
    """The sizes and fonts in which these words, written without spaces, are set."""
    found = []
    for sheet in sheets(pdf):
        told = "".join(char.char for char in sheet.chars)
        for match in re.finditer(re.escape(solid), told):
            run = sheet.chars[match.start() : match.end()]
            found.append((min(char.size for char in run), run[0].font))
    return found
