"""True and dated: stamps, sightings, checks, and what a local library changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from paper.reading import sheets, text
from paper.samples import LANGS, jobs_for, with_contact, with_takeaways, words

from toolkit.content.library import Library, Overlay
from toolkit.content.wording import plain
from toolkit.errors import WrongInput
from toolkit.language import language
from toolkit.paper.shop import PRODUCTS, Job, composed, draw, print_jobs

LATER = date(2031, 1, 1)


EVERY = jobs_for(PRODUCTS, ("recruitment",), LANGS, ("f4",))


@pytest.fixture(
    params=[job for job in EVERY if job.product in ("leaflet", "handout")],
    ids=lambda job: job.file_name,
)
def job(request: pytest.FixtureRequest) -> Job:
    """What gives a lesson's help lines in full, in both languages."""
    return request.param


@pytest.fixture(
    params=[job for at, job in enumerate(EVERY) if job.lang == LANGS[at // 2 % 2]],
    ids=lambda job: job.file_name,
)
def any_job(request: pytest.FixtureRequest) -> Job:
    """Every product, in one language after the other, on the paper with more room."""
    return request.param


def test_a_number_that_nobody_has_dialled_says_so(job: Job, library: Library) -> None:
    """It was last seen in print, and there is room to write down a check."""
    lang = language(job.lang)
    said = text(draw(job, library))
    seen = lang.gettext("Seen in print {month},").format(month=lang.month(date(2026, 1, 1)))
    assert f"{seen} {lang.gettext('checked: __/__/____')}" in said


def test_a_number_that_was_dialled_says_when(job: Job, library: Library) -> None:
    """A check takes the place of the sighting."""
    lang = language(job.lang)
    ours = with_contact(library, "polri-110", verified_on=date(2026, 11, 2))
    told = lang.gettext("checked: {day}").format(day=lang.day(date(2026, 11, 2)))
    assert told in text(draw(job, ours))


def test_fresh_sheets_have_no_stamp(any_job: Job, library: Library) -> None:
    """On the day of the release nothing is out of date."""
    assert composed(any_job, library).stale == ()
    assert language(any_job.lang).gettext("CHECK AGAIN") not in text(draw(any_job, library))


def test_whoever_tells_a_stale_number_stamps_it(any_job: Job, library: Library) -> None:
    """And whoever does not tell it, does not."""
    ours = with_contact(library, "polri-110", review_by=date(2026, 11, 1))
    made = composed(any_job, ours)
    stamped = language(any_job.lang).gettext("CHECK AGAIN") in text(draw(any_job, ours))
    assert stamped == ("polri-110" in made.stale) == ("polri-110" in made.edition.contacts)


def test_a_stale_help_line_is_stamped_and_named_in_the_small_print(
    job: Job, library: Library
) -> None:
    """The stamp is framed and stands beside the number."""
    lang = language(job.lang)
    ours = with_contact(library, "polri-110", review_by=date(2026, 11, 1))
    name = {"id": "Polisi", "en": "Police"}[job.lang]
    pdf = draw(job, ours)
    said = text(pdf)
    assert said.count(lang.gettext("CHECK AGAIN")) == 1
    assert lang.gettext("Must be checked again: {names}.").format(names=name) in said
    assert _boxed(pdf, lang.gettext("CHECK AGAIN"))


def test_a_stale_fact_is_stamped_where_it_is_told(library: Library) -> None:
    """What it is about, not its id, stands in the small print: villagers read it."""
    fact = next(one for one in library.facts.values() if isinstance(one.value, int))
    old = replace(fact, review_by=date(2026, 11, 1))
    ours = with_takeaways(
        replace(library, facts={**library.facts, fact.id: old}),
        words(f"Tercatat {{fact:{fact.id}}} kasus."),
    )
    said = text(draw(Job("leaflet", ("recruitment",), "id", "a4"), ours))
    lang = language("id")
    number = lang.number(fact.value)
    assert f"Tercatat {number} {lang.gettext('CHECK AGAIN')} kasus." in said
    before, _ = lang.gettext("Must be checked again: {names}.").split("{names}")
    assert before + plain(fact.about, lang, library)[:30] in said
    assert fact.id not in said


def test_even_a_wholly_stale_leaflet_can_be_printed(library: Library) -> None:
    """In both languages and on both papers, with every stamp it needs."""
    old = replace(library, as_of=LATER)
    for lang in LANGS:
        for paper in ("a4", "f4"):
            for lesson in old.lessons:
                said = text(draw(Job("leaflet", (lesson,), lang, paper), old))
                stamps = said.count(language(lang).gettext("CHECK AGAIN"))
                assert stamps >= len(old.lessons[lesson].contacts)


def test_a_code_never_calls_a_stale_number(library: Library) -> None:
    """The next fresh help line takes its place."""
    ours = with_contact(library, "kp2mi", review_by=date(2026, 11, 1))
    said = text(draw(Job("leaflet", ("recruitment",), "id", "a4"), ours))
    assert "tel:08001000" not in said
    assert "tel:110" in said


def test_strict_refuses_a_sheet_with_something_stale(
    any_job: Job, library: Library, tmp_path: Path
) -> None:
    """It names what must be checked, and writes nothing."""
    job = any_job
    ours = with_contact(library, "polri-110", review_by=date(2026, 11, 1))
    if "polri-110" not in composed(job, library).edition.contacts:
        assert composed(job, ours, strict=True).stale == ()
        return
    printed = print_jobs([job], ours, tmp_path, strict=True, started=lambda _: None)
    ((failed, trouble),) = printed.failures
    assert (failed, printed.files, list(tmp_path.iterdir())) == (job, (), [])
    assert isinstance(trouble, WrongInput)
    assert "polri-110" in trouble.tell(language("en"))


def test_without_strict_the_shop_tells_what_it_stamped(library: Library, tmp_path: Path) -> None:
    """Each id once, however many sheets carry it."""
    ours = with_contact(library, "polri-110", review_by=date(2026, 11, 1))
    jobs = [Job("leaflet", ("recruitment",), lang, "a4") for lang in LANGS]
    printed = print_jobs(jobs, ours, tmp_path, strict=False, started=lambda _: None)
    assert (len(printed.files), printed.stale) == (2, ("polri-110",))


def test_what_a_local_library_replaced_is_named(job: Job, library: Library) -> None:
    """And only if the sheet uses it."""
    lang = language(job.lang)
    ours = replace(library, overlays=(Overlay("Desa", contacts=("polri-110", "lpsk-wa")),))
    name = {"id": "Polisi", "en": "Police"}[job.lang]
    told = lang.gettext("Changed by the local library: {names}.").format(names=name)
    assert told in text(draw(job, ours))


def test_help_lines_stand_where_they_work_from(job: Job, library: Library) -> None:
    """One that works from both stands once, for those abroad, and says so."""
    lang = language(job.lang)
    said = text(draw(job, library))
    home = said.index(lang.gettext("Help while in Indonesia"))
    away = said.index(lang.gettext("Help while abroad"))
    assert home < said.index("0800-1000", home) < away < said.index("+62 21 2924 4800")
    assert said.count("+855 12 813 282") == 1
    assert said.index("+855 12 813 282") > away
    assert lang.gettext("from Indonesia too") in said


def _boxed(pdf: bytes, words: str) -> bool:
    """Is there a frame around these words?"""
    solid = "".join(words.split())
    for sheet in sheets(pdf):
        told = "".join(char.char for char in sheet.chars)
        if solid not in told:
            continue
        at = told.index(solid)
        run = sheet.chars[at : at + len(solid)]
        left, right = min(c.left for c in run), max(c.right for c in run)
        top, bottom = min(c.top for c in run), max(c.bottom for c in run)
        return any(
            m.left < left
            and m.right > right
            and m.top < top
            and m.bottom > bottom
            and m.right - m.left < right - left + 4
            for m in sheet.marks
        )
    return False
