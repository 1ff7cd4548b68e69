"""What is printed can be listened to: a screen reader finds headings, lists, tables and figures, in order.

An independent validator judges by PDF/UA-1. What no validator judges is asked here: whether the order is that of the
words, and whether figures speak the language of the paper.
"""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import page as validator
import pytest
from paper.conftest import Print
from paper.samples import EVERY_JOB, LANGS, LESSONS, jobs_for
from paper.tags import Element, tagged
from pypdf import PdfReader

from toolkit.paper.shop import PAPERS, PRODUCTS, Job

JOBS = jobs_for(PRODUCTS, LESSONS[:1], LANGS, PAPERS[:1])
OTHERS = [job for job in EVERY_JOB if job not in JOBS]


@pytest.fixture(
    params=[*JOBS, *(pytest.param(job, marks=pytest.mark.sweep) for job in OTHERS)],
    ids=lambda job: job.file_name,
)
def job(request: pytest.FixtureRequest) -> Job:
    """Each product and language; in a sweep each lesson and paper too."""
    return request.param


def test_a_validator_finds_nothing(pdf: bytes) -> None:
    """Not one rule of PDF/UA-1 is broken."""
    told = validator.validate_pdf_bytes(pdf, profile=validator.ValidationProfile.PDF_UA_1)
    assert not [(one.rule_id, one.message, str(one.object_id)) for one in told.failures]
    assert told.is_compliant
    assert told.rules.passed > 100


def test_a_file_says_its_title_and_its_language(job: Job, pdf: bytes) -> None:
    """A reader is told the title and not the name of the file, and by which rules to speak."""
    reader = PdfReader(BytesIO(pdf))
    root = reader.root_object
    assert root["/Lang"] == {"id": "id-ID", "en": "en-GB"}[job.lang]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title
    assert reader.metadata.title != job.file_name
    assert reader.xmp_metadata.dc_title["x-default"] == reader.metadata.title


def test_everything_is_said_exactly_once(pdf: bytes) -> None:
    """The structure leads to each piece of content once, and each piece leads back; the rest is ornament."""
    found = tagged(pdf)
    assert not found.loose
    assert sorted(found.root.pieces()) == sorted(set(found.pieces)) == sorted(found.pieces)
    back = {
        piece: one.number
        for one in found.root.every()
        for piece in one.kids
        if not isinstance(piece, Element)
    }
    assert back == found.leads


def test_the_order_is_that_of_the_words(job: Job, pdf: bytes) -> None:
    """What is copied out of the file comes as it is read aloud; only the halves of a booklet's sides change places."""
    found = tagged(pdf)
    aloud = list(found.root.pieces())
    if job.product != "booklet":
        assert aloud == list(found.pieces)
        return
    for side in range(len(PdfReader(BytesIO(pdf)).pages)):
        heard = [piece for piece in aloud if piece[0] == side]
        copied = [piece for piece in found.pieces if piece[0] == side]
        middle = copied.index(heard[0])
        assert heard == copied[middle:] + copied[:middle]


def test_headings_begin_at_the_top_and_skip_no_level(pdf: bytes) -> None:
    """So one can jump from heading to heading."""
    heads = [one.role for one in tagged(pdf).root.every() if one.role in {"H1", "H2", "H3", "H4"}]
    levels = [int(head[1]) for head in heads]
    assert levels[0] == 1
    assert all(then <= level + 1 for level, then in pairwise(levels))


def test_tables_name_their_columns(pdf: bytes) -> None:
    """Every table begins with a row of header cells, and every row has as many cells."""
    for table in (one for one in tagged(pdf).root.every() if one.role == "Table"):
        rows = [one for one in table.every() if one.role == "TR"]
        assert {kid.role for kid in rows[0].kids if isinstance(kid, Element)} == {"TH"}
        assert len({len(row.kids) for row in rows}) == 1


def test_lists_have_a_label_and_a_body(pdf: bytes) -> None:
    """A list holds entries and nothing else, and each entry has its words."""
    for one in tagged(pdf).root.every():
        kids = [kid.role for kid in one.kids if isinstance(kid, Element)]
        if one.role == "L":
            assert set(kids) <= {"LI", "Caption"}
        if one.role == "LI":
            assert "LBody" in kids


@pytest.mark.parametrize("product", PRODUCTS)
def test_figures_are_told_in_the_language_of_the_paper(product: str, printed: Print) -> None:
    """Each has words in place of its picture, and no words serve both languages."""
    both = [
        {one.alt for one in tagged(printed(job)).root.every() if one.role == "Figure"}
        for job in jobs_for([product], LESSONS[:1], LANGS, PAPERS[:1])
    ]
    assert all(alt.strip() for alts in both for alt in alts)
    assert not set.intersection(*both)
    assert len({len(alts) for alts in both}) == 1


def test_a_leaflet_has_a_figure_to_tell(printed: Print) -> None:
    """Its code is one, so that the test above has something to look at."""
    (job,) = jobs_for(["leaflet"], LESSONS[:1], ["id"], PAPERS[:1])
    assert [one.alt for one in tagged(printed(job)).root.every() if one.role == "Figure"]
