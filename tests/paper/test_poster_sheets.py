"""A poster on several sheets: cut, glued over each other, and still one to whoever hears it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import islice
from pathlib import Path

import page
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper.conftest import Print
from paper.reading import sheets
from paper.samples import LANGS, with_lesson, words
from PIL import Image, ImageChops
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject
from pypdfium2 import raw

from toolkit.content.library import Library
from toolkit.content.theme import PAPERS
from toolkit.content.wording import plain
from toolkit.errors import WrongCall
from toolkit.language import language
from toolkit.paper.setting.tiles import Tiling
from toolkit.paper.shop import Job, draw
from toolkit.paper.type.trouble import Unprintable

MANY = {1: (1, 1), 2: (1, 2), 4: (2, 2), 6: (3, 2), 9: (3, 3)}
EDGE, OVERLAP, CUT_OFF = 9, 15, 7
MM = 72 / 25.4


def _poster(sheets: int = 1, lang: str = "id", paper: str = "a4") -> Job:
    return Job("poster", ("recruitment",), lang, paper, sheets=sheets)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("many", MANY)
def test_sheets_are_of_one_size_and_keep_their_white(printed: Print, many: int, paper: str) -> None:
    """Cut marks and stripes too; on F4 counted within 210 mm."""
    found = sheets(printed(_poster(many, paper=paper)))
    assert len(found) == many
    short, long = (PAPERS[paper].short, PAPERS[paper].long)
    slack = (short - 210) / 2
    for sheet in found:
        assert (sheet.width > sheet.height) == (many == 2)
        assert sorted((round(sheet.width), round(sheet.height))) == [short, long]
        across, down = (0, slack) if many == 2 else (slack, 0)
        left, top, right, bottom = sheet.ink
        assert min(left, sheet.width - right) >= 8 + across
        assert min(top, sheet.height - bottom) >= 8 + down


@pytest.mark.parametrize(("many", "paper"), [(2, "f4"), (4, "a4"), (6, "a4"), (9, "f4")])
def test_the_sheets_together_are_the_whole_poster(
    library: Library, monkeypatch: pytest.MonkeyPatch, many: int, paper: str
) -> None:
    """Cut at the dashed lines and laid over each other, they show what one large sheet would."""
    # Else the number has another size and place than on one sheet, so as to be cut between groups.
    monkeypatch.setattr(Tiling, "seams", ())
    columns, rows = MANY[many]
    sheet = PAPERS[paper]
    window = (210 - 2 * EDGE, sheet.long - 2 * EDGE)
    if many == 2:
        window = window[::-1]
    step = tuple(side - OVERLAP - CUT_OFF for side in window)
    wall = (step[0] * (columns - 1) + window[0], step[1] * (rows - 1) + window[1])
    scale = ((wall[0] * wall[1]) / (window[0] * window[1])) ** 0.5
    small = (wall[0] / scale + 2 * EDGE, wall[1] / scale + 2 * EDGE)
    as_one = replace(sheet, short=small[0], long=small[1], used=small[0])
    ours = replace(library, theme=replace(library.theme, papers={paper: as_one}))

    sharp = 5
    whole = _pictures(draw(_poster(1, paper=paper), ours), sharp * scale)[0]
    edge = round(EDGE * sharp * scale)
    size = tuple(round(side * sharp) for side in wall)
    whole = whole.crop((edge, edge, edge + size[0], edge + size[1]))

    glued = Image.new("L", size, 255)
    pages = _pictures(draw(_poster(many, paper=paper), library), sharp)
    for tile in reversed(range(many)):
        column, row = tile % columns, tile // columns
        off = (
            (pages[tile].width / sharp - window[0]) / 2,
            (pages[tile].height / sharp - window[1]) / 2,
        )
        shown = [
            window[0] - (CUT_OFF if column < columns - 1 else 0),
            window[1] - (CUT_OFF if row < rows - 1 else 0),
        ]
        # The dashed line itself is cut through.
        part = pages[tile].crop(
            tuple(
                round(at * sharp) for at in (*off, off[0] + shown[0] - 0.4, off[1] + shown[1] - 0.4)
            )
        )
        glued.paste(part, (round(column * step[0] * sharp), round(row * step[1] * sharp)))
    soft = [
        one.resize((one.width // 8, one.height // 8), Image.Resampling.BOX)
        for one in (whole, glued)
    ]
    unlike = ImageChops.difference(*soft).tobytes()
    assert sum(unlike) / len(unlike) < 3
    assert sum(grey > 100 for grey in unlike) / len(unlike) < 0.002


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("many", [2, 4, 6, 9])
def test_no_seam_goes_through_a_group_of_digits(
    printed: Print, many: int, paper: str, lang: str
) -> None:
    """0800-1000 is glued together behind its hyphen: elsewhere a centimetre makes it 08000-1000."""
    columns, rows = MANY[many]
    middle = (PAPERS[paper].short + 210) / 2 - EDGE - CUT_OFF
    low = middle if many == 2 else PAPERS[paper].long - EDGE - CUT_OFF
    found = pypdfium2.PdfDocument(printed(_poster(many, lang=lang, paper=paper)))
    whole = 0
    for tile, sheet in enumerate(found):
        high = sheet.get_height() / MM
        digits = sorted(
            (at, char)
            for char, at in _letters(sheet.get_textpage(), high)
            if char.isdigit() and at[3] - at[1] > 20
        )
        if tile // columns < rows - 1:
            assert all(at[1] > low for at, _ in digits)
            continue
        if tile % columns < columns - 1:
            assert not [char for at, char in digits if at[0] < middle < at[2]]
            digits = [(at, char) for at, char in digits if at[2] < middle]
        told = "".join(char for _, char in digits)
        assert told in ("", "0800", "1000", "08001000")
        whole += told.endswith("1000")
    assert whole


def _letters(
    told: pypdfium2.PdfTextPage, high: float
) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    """Characters with their ink in millimetres: left, top, right, bottom."""
    for place in range(told.count_chars()):
        left, bottom, right, top = (side / MM for side in told.get_charbox(place))
        yield chr(raw.FPDFText_GetUnicode(told, place)), (left, high - top, right, high - bottom)


def _pictures(pdf: bytes, sharp: float) -> list[Image.Image]:
    """Pages at so many pixels in a millimetre."""
    document = pypdfium2.PdfDocument(pdf)
    return [one.render(scale=sharp / MM, grayscale=True).to_pil() for one in document]


@pytest.mark.parametrize("many", [2, 4, 6, 9])
def test_a_poster_on_many_sheets_is_heard_like_one_on_one_sheet(printed: Print, many: int) -> None:
    """In the same order, every word once; only what to do with the sheets comes after it."""
    one, more = _heard(printed(_poster())), _heard(printed(_poster(many)))
    assert more[: len(one)] == one
    assert Counter(more[len(one) :])["Sheet" if "Sheet" in more else "Lembar"] == many


@pytest.mark.parametrize("many", MANY)
def test_a_poster_of_any_number_of_sheets_is_made_for_screen_readers(
    printed: Print, tmp_path: Path, many: int
) -> None:
    """An independent reader of PDF/UA-1 finds nothing."""
    file = tmp_path / "poster.pdf"
    file.write_bytes(printed(_poster(many)))
    assert not page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1).failures


@given(
    front=st.lists(st.text("aijmWÅ.?! ", min_size=1, max_size=14), min_size=1, max_size=12),
    many=st.sampled_from([2, 4, 6, 9]),
)
@settings(max_examples=20)
def test_whatever_the_message_is_it_is_whole_or_refused(
    library: Library, front: list[str], many: int
) -> None:
    """Long words, odd letters, stops anywhere: every word is heard, or there is no poster."""
    message = words(" ".join(front).strip() or "a")
    ours = with_lesson(
        library, lambda lesson: replace(lesson, leaflet=replace(lesson.leaflet, front=message))
    )
    try:
        told = _heard(draw(_poster(many), ours))
    except Unprintable:
        return
    wanted = plain(message, language("id"), ours).split()
    assert told[: len(wanted)] == wanted


@pytest.mark.parametrize("many", [4, 9])
def test_a_sheet_has_no_words_that_it_does_not_show(printed: Print, many: int) -> None:
    """A word stands on more sheets than one only where they share it."""
    for sheet in sheets(printed(_poster(many))):
        chars = iter(sheet.chars)
        for word in sheet.text.split():
            held = tuple(islice(chars, len(word)))
            assert max(char.right for char in held) > EDGE, word
            assert min(char.left for char in held) < sheet.width - EDGE, word
            assert max(char.bottom for char in held) > EDGE, word
            assert min(char.top for char in held) < sheet.height - EDGE, word
    told = Counter(" ".join(sheet.text for sheet in sheets(printed(_poster(many)))).split())
    # Beside the number and below the code, each of them perhaps on a seam.
    assert told["(dari"] <= 4
    assert told["Dapat"] == 1


def _heard(pdf: bytes) -> list[str]:
    """The words of a file as its structure tells them."""
    said: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(pdf)
    for number, side in enumerate(document):
        text = side.get_textpage()
        for thing in side.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            place = (number, raw.FPDFPageObj_GetMarkedContentID(thing.raw))
            buffer = (raw.FPDF_WCHAR * 512)()
            raw.FPDFTextObj_GetText(thing.raw, text.raw, buffer, 1024)
            words = bytes(buffer).decode("utf-16-le").split("\0")[0]
            said[place] = said.get(place, "") + words
    reader = PdfReader(BytesIO(pdf))
    pages = {one.indirect_reference.idnum: at for at, one in enumerate(reader.pages)}
    found: list[str] = []

    def walk(element: DictionaryObject) -> None:
        kids = element["/K"]
        for kid in [
            one.get_object() for one in (kids if isinstance(kids, ArrayObject) else [kids])
        ]:
            if isinstance(kid, DictionaryObject) and "/S" in kid:
                walk(kid)
                continue
            held = kid if isinstance(kid, DictionaryObject) else element
            at = pages[held.raw_get("/Pg").idnum]
            number = kid["/MCID"] if isinstance(kid, DictionaryObject) else int(kid)
            found.append(said.get((at, number), ""))

    walk(reader.root_object["/StructTreeRoot"]["/K"].get_object())
    return " ".join(found).split()


def test_what_to_do_with_each_sheet_stands_on_it(printed: Print) -> None:
    """Its name, where to cut and where to glue; one sheet alone has no marks."""
    found = sheets(printed(_poster(4)))
    lang = language("id").gettext
    cut, glue = lang("Cut along the dashed lines."), lang("Put glue on the striped edges.")
    for sheet, name in zip(found, ("A1", "A2", "B1", "B2"), strict=True):
        assert lang("Sheet {tile}.").format(tile=name) in sheet.text
        assert (cut in sheet.text) == (name != "B2")
        assert (glue in sheet.text) == (name != "A1")
    assert cut not in sheets(printed(_poster()))[0].text


def test_a_number_of_sheets_that_makes_no_poster_is_told(library: Library) -> None:
    """With those that do."""
    with pytest.raises(WrongCall) as caught:
        draw(_poster(5), library)
    assert "1, 2, 4, 6, 9" in caught.value.tell(language("en"))
