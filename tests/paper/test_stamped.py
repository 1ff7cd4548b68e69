"""Sheets for villages: what is stamped is the sheet that would have been built whole, to the last dot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import page
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper.reading import sheets
from paper.villages import (
    ALL,
    FOREIGN,
    HARD,
    LONG,
    MARKUP,
    NONE_KNOWN,
    PLAIN,
    TOO_WIDE,
    UNPRINTABLE,
    many,
    villages,
)
from pypdf import PdfReader

from toolkit.content.library import Library
from toolkit.content.villages.village import Office, Village
from toolkit.errors import WrongCall
from toolkit.language import language
from toolkit.paper.shop import CRAFTS, Job, draw
from toolkit.paper.type.trouble import Unprintable
from toolkit.paper.villages.stamp import Stamper
from toolkit.paper.villages.village_shop import VillagesPrinted, print_villages

LEAFLET = Job("leaflet", ("recruitment",), "id", "a4")
HANDOUT = Job("handout", ("legal-route",), "en", "f4")
WITH_NUMBERS = [
    Job(name, ("recruitment",), "id", "a4") for name, craft in CRAFTS.items() if craft.numbers
]
_RESOLUTION = 1.2


@pytest.fixture(scope="module")
def stampers(library: Library) -> dict[Job, Stamper]:
    """Two products, ready for any village."""
    return {job: Stamper(job, library) for job in (LEAFLET, HANDOUT)}


def _printed(
    job: Job, some: Sequence[Village], library: Library, *, bundled: bool = False
) -> tuple[list[bytes], VillagesPrinted]:
    with TemporaryDirectory() as out:
        printed = print_villages([job], some, library, Path(out), bundled=bundled)
        return [path.read_bytes() for path in sorted(Path(out).rglob("*.pdf"))], printed


def _pages(pdf: bytes) -> list[tuple[tuple[float, float], bytes, str]]:
    """Each page's size, picture and words."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for one in document:
        picture = one.render(scale=_RESOLUTION, grayscale=True).to_numpy().tobytes()
        found.append((one.get_size(), picture, one.get_textpage().get_text_range()))
        one.close()
    document.close()
    return found


def _read_out(pdf: bytes) -> list[str]:
    """The structure as a screen reader meets it: roles, in order."""
    root = PdfReader(BytesIO(pdf)).root_object["/StructTreeRoot"]
    found: list[str] = []

    def walk(one: object) -> None:
        one = one.get_object() if hasattr(one, "get_object") else one
        if isinstance(one, list):
            for kid in one:
                walk(kid)
        elif isinstance(one, dict):
            found.append(f"{one.get('/S')}{one.get('/Alt', '')}")
            walk(one.get("/K", []))
        else:
            found.append(str(one))

    walk(root["/K"])
    return found


@settings(max_examples=15, deadline=None)
@given(village=villages, job=st.sampled_from([LEAFLET, HANDOUT]))
def test_what_is_stamped_is_what_would_have_been_built(
    library: Library, village: Village, job: Job
) -> None:
    """Pictures, words, and what is read out are the same; what cannot be printed is told by both."""
    files, printed = _printed(job, [village], library)
    try:
        whole = draw(replace(job, village=village), library)
    except Unprintable:
        assert not files
        assert [problem.place for problem in printed.problems] == [village.at]
        return
    assert _pages(files[0]) == _pages(whole)
    assert _read_out(files[0]) == _read_out(whole)


_words = st.lists(
    st.sampled_from(["Nagari", "Sungai", "Alung", "Baru", "Batu", "Kayu", "Persiapan", "Transmigrasi", "Muhammadiyah"]),
    min_size=3, max_size=9,
).map(" ".join)  # fmt: skip
_long = st.builds(
    Village, _words, _words, _words, st.just(""), st.just(ALL), st.just(PLAIN.checked_on), at=st.just(PLAIN.at),
)  # fmt: skip


@settings(max_examples=75, deadline=None)
@given(village=_long | villages, job=st.sampled_from([LEAFLET, HANDOUT]))
def test_a_village_is_stamped_the_same_whatever_came_before(
    stampers: dict[Job, Stamper], village: Village, job: Job
) -> None:
    """One stamper for all of them, names of many lines among them: each is as if built whole."""
    stamper = stampers[job]
    try:
        stamped = stamper.stamp(village)
        whole = stamper.whole(village, stamper.letters)
    except Unprintable:
        return
    if stamped:
        slots = [part.content for page in whole.drawn for part in page.parts if part.slot]
        assert list(stamped.contents) == slots


def test_a_heading_set_smaller_is_not_taken_for_one_of_the_usual_size(
    stampers: dict[Job, Stamper],
) -> None:
    """Two names of as many lines, the first of which had to be set smaller than the second."""
    smaller = replace(
        PLAIN, name="Lembah Selatan Gadang Persiapan Nan",
        district="Simpang Panjang Nan Muhammadiyah Padang Lubuk", regency="Kabupaten Taba Transmigrasi",
    )  # fmt: skip
    usual = replace(
        PLAIN, name="Alung Baru Batu Kayu Sinayan Lubuk",
        district="Selatan Kampung Kepulauan Gadang", regency="Kabupaten Hilir Tanjung Transmigrasi Lubuk Persiapan",
    )  # fmt: skip
    stamper = stampers[LEAFLET]
    stamper.stamp(smaller)
    (slot,) = (
        part.content
        for page in stamper.whole(usual, stamper.letters).drawn
        for part in page.parts
        if part.slot
    )
    assert stamper.stamp(usual).contents == (slot,)


@pytest.mark.parametrize("job", WITH_NUMBERS, ids=lambda job: job.product)
def test_every_product_with_numbers_can_be_stamped(library: Library, job: Job) -> None:
    """The fast way makes what drawing makes, whatever else stands on the sheet."""
    stamper = Stamper(job, library)
    for village in (PLAIN, NONE_KNOWN, MARKUP):
        assert stamper.stamp(village)
        files, _ = _printed(job, [village], library)
        assert _pages(files[0]) == _pages(draw(replace(job, village=village), library))


def test_plain_villages_are_stamped_and_odd_ones_are_built(stampers: dict[Job, Stamper]) -> None:
    """A letter beyond the usual ones, or a name that takes much room, is set all the same."""
    assert all(stampers[LEAFLET].stamp(village) for village in many(30))
    assert stampers[LEAFLET].stamp(FOREIGN) is None
    assert stampers[LEAFLET].stamp(LONG) is None


def test_the_name_and_every_number_stand_on_the_sheet(library: Library) -> None:
    """Regular and 16 points large; an office that is not known has a line to write on."""
    files, _ = _printed(LEAFLET, [PLAIN], library)
    words = " ".join(_pages(files[0])[0][2].split())
    assert "Sukamaju" in words
    assert "Lembah Gumanti, Kabupaten Solok" in words
    assert language("id").day(PLAIN.checked_on) in words
    chars = sheets(files[0])[0].chars
    solid = "".join(char.char for char in chars)
    for number in PLAIN.numbers.values():
        assert number in words
        at = solid.rindex(number.replace(" ", ""))
        digits = chars[at : at + len(number.replace(" ", ""))]
        assert min(char.size for char in digits) >= 16
        assert not any("Bold" in char.font for char in digits)


def test_a_village_is_in_the_title(library: Library) -> None:
    """As it is written, whatever signs are in it."""
    files, _ = _printed(LEAFLET, [MARKUP], library)
    told = PdfReader(BytesIO(files[0]))
    assert told.metadata.title.endswith(MARKUP.name)
    assert told.xmp_metadata.dc_title["x-default"].endswith(MARKUP.name)
    assert draw(replace(LEAFLET, village=MARKUP), library).count(b"&lt;b&gt;50%(d)") == 1


def test_a_file_does_not_depend_on_the_villages_before_it(library: Library) -> None:
    """The same row gives the same bytes, first or last, alone or among others."""
    alone, _ = _printed(LEAFLET, [PLAIN], library)
    with TemporaryDirectory() as out:
        print_villages([LEAFLET], [*many(40), FOREIGN, LONG, PLAIN], library, Path(out))
        (among,) = Path(out).rglob("*-sukamaju.pdf")
        assert among.read_bytes() == alone[0]


def test_a_bundle_has_the_pages_of_its_villages(library: Library) -> None:
    """In the order of the list, each as it would be alone; those built whole among them."""
    some = [replace(village, regency="Kota Contoh", province="") for village in HARD]
    (bundle,), _ = _printed(LEAFLET, some, library, bundled=True)
    alone = [
        one for village in some for one in _pages(draw(replace(LEAFLET, village=village), library))
    ]
    assert _pages(bundle) == alone
    names = [one.title for one in PdfReader(BytesIO(bundle)).outline]
    assert names == [f"{one.name}, {one.district}" if one.district else one.name for one in some]


def test_a_bundle_shares_what_is_the_same(library: Library) -> None:
    """A village more costs a few KB, not another file."""
    one, _ = _printed(LEAFLET, many(1), library, bundled=True)
    few, _ = _printed(LEAFLET, [replace(v, regency="A") for v in many(40)], library, bundled=True)
    assert len(few[0]) - len(one[0]) < 39 * 4096


def test_a_regency_of_many_pages_can_be_read(library: Library) -> None:
    """Its trees of pages and of numbers have branches; every page is reached from both."""
    some = [replace(village, regency="A") for village in many(40)]
    (bundle,), _ = _printed(LEAFLET, some, library, bundled=True)
    reader = PdfReader(BytesIO(bundle))
    assert len(reader.pages) == 80
    assert "Desa 39" in reader.pages[78].extract_text()
    limits = [
        kid.get_object()["/Limits"]
        for kid in reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Kids"]
    ]
    assert [limits[0][0], limits[-1][1]] == [0, 79]


@pytest.mark.parametrize("bundled", [False, True])
def test_screen_readers_find_everything(library: Library, tmp_path: Path, bundled: bool) -> None:
    """Stamped, built whole or bundled: PDF/UA-1 with no finding."""
    print_villages([LEAFLET], [*HARD, *many(5)], library, tmp_path, bundled=bundled)
    for path in tmp_path.rglob("*.pdf"):
        told = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
        assert told.failures == []


def test_an_office_without_a_number_has_a_line_to_write_on(stampers: dict[Job, Stamper]) -> None:
    """Four lines where nothing is known, none where all is."""
    lines = [stampers[LEAFLET].stamp(one).contents[0].count(b" l S") for one in (NONE_KNOWN, PLAIN)]
    assert lines == [4, 0]


def test_offices_stand_at_one_height_on_all_sheets_of_a_kind(stampers: dict[Job, Stamper]) -> None:
    """Only words differ between two villages of which the same is known."""
    other = replace(PLAIN, name="Ranah", numbers=dict.fromkeys(Office, "0812 99"))
    places = [
        re.findall(rb"[\d.]+ [\d.]+ Tm", stampers[HANDOUT].stamp(one).contents[0])
        for one in (PLAIN, other)
    ]
    assert places[0] == places[1]


def test_what_cannot_be_printed_is_told_with_its_row(library: Library) -> None:
    """The other villages are printed."""
    files, printed = _printed(LEAFLET, [PLAIN, UNPRINTABLE, TOO_WIDE], library)
    assert len(files) == 1
    assert [(one.place.line, one.rule) for one in printed.problems] == [
        (7, "paper-letter"),
        (8, "paper-too-wide"),
    ]


def test_a_product_without_numbers_is_refused(library: Library) -> None:
    """It would be the same for all villages."""
    without = next(name for name, craft in CRAFTS.items() if not craft.numbers)
    with pytest.raises(WrongCall):
        Stamper(Job(without, ("recruitment",), "id", "a4"), library)
