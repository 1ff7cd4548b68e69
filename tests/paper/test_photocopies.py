"""A copy of a copy can still be read: words, numbers and codes."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pymupdf_fonts
import pypdfium2
import pytest
import segno
from paper.conftest import Print
from paper.copy_reader import DIALLED, Reading, read
from paper.photocopier import copied
from paper.reading import MM, Sheet, sheets
from paper.samples import EVERY_JOB, LANGS, LESSONS, jobs_for
from pypdfium2 import raw
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from toolkit.content.library import Library
from toolkit.content.wording import plain
from toolkit.language import language
from toolkit.paper.shop import PAPERS, PRODUCTS, Job

ENOUGH = 0.98
"""The share of body words that must be read, page by page."""

Record = Callable[[str, object], None]


def _named(job: Job) -> str:
    return job.file_name


def _in_turn(product: str, at: int) -> Job:
    """A product once, in one language after the other."""
    lang = LANGS[at % len(LANGS)]
    (job,) = jobs_for([product], LESSONS[:1], [lang], PAPERS[:1])
    return job


@pytest.mark.parametrize(
    "job", [_in_turn(product, at) for at, product in enumerate(PRODUCTS)], ids=_named
)
def test_the_hardest_page_survives_the_photocopier(job: Job, printed: Print) -> None:
    """Of each product: the page with most to dial, or most to read. All pages are for the sweep."""
    pdf = printed(job)
    page = _hardest(job, pdf)
    (sheet,) = sheets(_page(pdf, page))
    assert not list(_lost(job, page, sheet))


@pytest.mark.sweep
@pytest.mark.parametrize(
    "job",
    [job for job in EVERY_JOB if job.paper == PAPERS[0] or set(job.lessons) <= set(LESSONS)],
    ids=_named,
)
def test_every_page_survives_the_photocopier(
    job: Job, printed: Print, record_property: Record
) -> None:
    """Every product, lesson and language; on the other paper those that ask most of the sheets."""
    pdf = printed(job)
    lost = []
    for page in range(len(pypdfium2.PdfDocument(pdf))):
        (sheet,) = sheets(_page(pdf, page))
        lost += _lost(job, page, sheet, record_property)
    assert not lost


def _lost(job: Job, page: int, sheet: Sheet, record: Record | None = None) -> Iterator[object]:
    """What cannot be read on a page's copy, if that is more than the few words that may go."""
    found = read(sheet, copied(sheet.picture, page), job.lang)
    if record and found.asked:
        record(f"words read on copies, {job.product} {job.lang}", round(found.share, 4))
    if found.share < ENOUGH:
        yield page + 1, f"{found.share:.1%} of {found.asked} words", found.missed
    if found.misdialled:
        yield page + 1, found.misdialled
    if found.codes[0] != found.codes[1]:
        yield page + 1, found.codes


def _hardest(job: Job, pdf: bytes) -> int:
    if job.product == "pack":
        # Its other pages are what the other products are.
        return 0
    document = pypdfium2.PdfDocument(pdf)
    loads = [_load(page) for page in document]
    document.close()
    return loads.index(max(loads))


def _load(page: pypdfium2.PdfPage) -> tuple[int, int]:
    """How many digits are dialled from a page, and how many letters there are."""
    text = page.get_textpage()
    told = text.get_text_range()
    large = (
        raw.FPDFText_GetFontSize(text, n) >= DIALLED
        for n, char in enumerate(told)
        if char.isdigit()
    )
    return sum(large), len(told)


def _page(pdf: bytes, page: int) -> bytes:
    """A page by itself: of a long document the others need not be drawn."""
    document, alone = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument.new()
    alone.import_pages(document, [page])
    out = io.BytesIO()
    alone.save(out)
    return out.getvalue()


NUMBERS = (
    "0800-1000", "+62 21 2924 4800", "+855 12 813 282", "0811-8080-141",
    "083993698909", "080869338998", "088333980039", "080606898889", "088360038368",
    "086898969989", "083606936999", "080396600880", "086083068800", "089908969693",
    "080600099038", "086963066638", "088898990996", "088368696960",
)  # fmt: skip
"""Some of ours, and some of the digits that look like one another once they have filled in."""
LONGEST = "https://peduliwni.kemlu.go.id"
"""The longest that our codes say."""


@pytest.fixture
def tried(library: Library) -> Callable[..., Reading]:
    """Sets words, numbers and a code in one way, copies the page, and tells what could be read."""
    pages = library.lessons["recruitment"].pages
    told = " ".join(plain(one, language("id"), library) for page in pages for one in page.show)
    said = " ".join(told.split()[:110])

    def tried(
        *, size: float = 12, grey: float = 0, bold: bool = False, code: float = 30
    ) -> Reading:
        (sheet,) = sheets(_trial(said, size, grey, bold, code))
        return read(sheet, copied(sheet.picture, 1), "id", body=size, dialled=13)

    return tried


def _trial(said: str, size: float, grey: float, bold: bool, code: float) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, (210 * MM, 297 * MM), invariant=True)
    for name, font in (("Trial", "notos"), ("TrialBold", "notosbo")):
        registerFont(TTFont(name, io.BytesIO(pymupdf_fonts.myfont(font))))
    canvas.setFillGray(grey)
    canvas.setFont("Trial", size)
    for place, line in enumerate(_lines(said, size)):
        canvas.drawString(15 * MM, 280 * MM - place * size * 1.34, line)
    canvas.setFillGray(0)
    canvas.setFont("TrialBold" if bold else "Trial", 13)
    for place, number in enumerate(NUMBERS):
        canvas.drawString(15 * MM, 125 * MM - place * 18, number)
    modules = segno.make(LONGEST, error="m", micro=False).matrix
    side = code * MM / len(modules)
    for row, line in enumerate(modules):
        for column, black in enumerate(line):
            if black:
                canvas.rect(100 * MM + column * side, 90 * MM - row * side, side, side, 0, 1)
    canvas.save()
    return out.getvalue()


def _lines(said: str, size: float) -> Iterator[str]:
    line = ""
    for word in said.split():
        if stringWidth(f"{line} {word}", "Trial", size) > 180 * MM:
            yield line
            line = ""
        line = f"{line} {word}".strip()
    yield line


def test_what_is_set_as_our_sheets_are_survives(tried: Callable[..., Reading]) -> None:
    """Words of twelve points, regular digits, a code of thirty millimetres."""
    found = tried()
    assert found.share >= ENOUGH
    assert len(found.numbers) == len(NUMBERS)
    assert not found.misdialled
    assert found.codes == ((LONGEST,), (LONGEST,))


def test_words_of_nine_points_do_not(tried: Callable[..., Reading]) -> None:
    """Their letters grow together."""
    assert tried(size=9).share < ENOUGH


def test_grey_words_do_not(tried: Callable[..., Reading]) -> None:
    """They fade, though they are as large as the others."""
    assert tried(grey=0.6).share < ENOUGH


def test_bold_digits_do_not(tried: Callable[..., Reading]) -> None:
    """They fill in, where regular ones of the same size stay open."""
    assert tried(bold=True).misdialled


def test_a_code_of_twelve_millimetres_does_not(tried: Callable[..., Reading]) -> None:
    """A telephone reads it on the clean page, and not on the copy."""
    assert tried(code=12).codes == ((LONGEST,), ())
