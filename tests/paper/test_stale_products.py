"""Years after the release nothing has been looked at: all is stamped, all can still be printed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from paper.reading import evened
from paper.samples import LANGS, jobs_for

from toolkit.content.library import Library
from toolkit.content.theme import PAPERS
from toolkit.content.wording import plain
from toolkit.errors import WrongInput
from toolkit.language import Language, language
from toolkit.paper.pack import PACK
from toolkit.paper.share import share_pictures
from toolkit.paper.shop import PRODUCTS, Job, composed, document

LATER = date(2030, 1, 1)
LESSON = "recruitment"
TELLING = {
    "leaflet",
    "handout",
    "poster",
    "cards",
    "guide",
    "booklet",
    "contact-check",
    "story",
    PACK,
}
"""What tells facts or numbers of this lesson; the rest never grows old."""

BARE = {"cards", PACK}

JOBS = [
    job
    for product in PRODUCTS
    for job in jobs_for((product,), (LESSON,), LANGS, tuple(PAPERS))
    if product != PACK or job.paper == "a4"
]


@pytest.fixture(scope="module")
def old(library: Library) -> Library:
    """The library when every fact and every number is past its day."""
    late = replace(library, as_of=LATER)
    assert all(late.is_stale(one) for one in (*late.facts.values(), *late.contacts.values()))
    return late


def _pages(pdf: bytes) -> list[str]:
    """The words of each page."""
    held = pypdfium2.PdfDocument(pdf)
    told = [page.get_textpage().get_text_range() for page in held]
    held.close()
    return [evened(one) for one in told]


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.file_name)
def test_every_product_is_printed_and_stamped(job: Job, old: Library) -> None:
    """The stamp stands on the sheet, and the small print names all that must be looked at."""
    made = composed(job, old)
    pages = _pages(document.draw(made.faces, made.about))
    said = " ".join(pages)
    lang = language(job.lang)
    if job.product not in TELLING:
        assert made.stale == ()
        assert lang.gettext("CHECK AGAIN") not in said
        return
    assert set(made.edition.contacts) | set(made.edition.facts) == set(made.stale) != set()
    stamp = lang.gettext("CHECK AGAIN")
    numbers = made.edition.contacts.values()
    if job.product in BARE:
        # Plain cards bear no stamp; it stands beside them, with the names.
        assert all(stamp in page for page in pages if _bare(page, lang))
        said = " ".join(page for page in pages if not _bare(page, lang))
    after = re.split("|".join(map(_alone, numbers)), said)[1:]
    assert len(after) >= len(numbers)
    assert [one[:60] for one in after if stamp not in one] == []
    assert said.count(stamp) >= len(made.stale)
    before, _ = lang.gettext("Must be checked again: {names}.").split("{names}")
    lists = " ".join(pages).split(before)[1:]
    for one in made.stale:
        text = old.contacts[one].name if one in old.contacts else old.facts[one].about
        # A fact is called by the first words of what it is about, never by its id.
        wanted = evened(plain(text, lang, old))[: None if one in old.contacts else 12].rstrip()
        assert any(wanted in names for names in lists)
        assert one in old.contacts or not any(f" {one};" in f" {names}" for names in lists)


def _bare(page: str, lang: Language) -> bool:
    """Is it a sheet of plain cards?"""
    whose = lang.gettext("For somebody who may be searched. Print this sheet on one side only.")
    return evened(whose) in page


def _alone(number: str) -> str:
    """A number that is no part of a longer one, as a pattern."""
    return rf"(?<![\w+:-]){re.escape(number)}(?![\w-])"


@pytest.mark.parametrize("product", PRODUCTS)
def test_strict_prints_none_of_it(product: str, old: Library) -> None:
    """Whatever would need a stamp is refused, and what must be looked at is named."""
    (job,) = jobs_for((product,), (LESSON,), ("en",), ("a4",))
    if job.product not in TELLING:
        assert composed(job, old, strict=True).faces
        return
    with pytest.raises(WrongInput) as refused:
        composed(job, old, strict=True)
    told = refused.value.tell(language(job.lang))
    assert all(one in told for one in composed(job, old).stale)


@pytest.mark.parametrize("lang", LANGS)
def test_pictures_to_share_are_stamped_too(old: Library, lang: str) -> None:
    """They are made, and say what must be looked at; with strict they are not."""
    made = share_pictures(LESSON, lang, old)
    assert set(made.stale) <= set(old.contacts) | set(old.facts)
    assert made.stale
    assert made.files
    with pytest.raises(WrongInput):
        share_pictures(LESSON, lang, old, strict=True)
