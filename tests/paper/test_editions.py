"""Whatever code stands on a sheet, it is among the editions that a library comes to."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from paper.reading import sheets

from toolkit.content.edition import Edition
from toolkit.content.library import Library
from toolkit.paper.editions import every_edition
from toolkit.paper.shop import Job, draw, plans_about, print_jobs

PLAN = "young-30"
FORM = r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b"


@pytest.fixture(scope="module")
def small(library: Library) -> Library:
    """One plan of ours and its lessons, in English and on A4."""
    plan = library.plans[PLAN]
    return replace(
        library,
        lessons={one: library.lessons[one] for one in plan.lessons},
        quizzes={one.id: one for one in library.quizzes.values() if one.lesson in plan.lessons},
        plans={PLAN: plan},
        products={key: replace(one, papers=("a4",)) for key, one in library.products.items()},
        languages=("en",),
    )


@pytest.fixture(scope="module")
def every(small: Library) -> dict[str, Edition]:
    """All its editions by their codes."""
    return {one.code: one for one in every_edition(small)}


def pack(library: Library) -> Job:
    """The pack of the plan."""
    (planned,) = plans_about((library.plans[PLAN].lessons[0],), library)
    return Job("pack", planned.lessons, "en", "a4", plan=planned.plan)


def codes_on(pdf: bytes) -> set[str]:
    """All codes that stand on the pages of a file."""
    return {
        code for sheet in sheets(pdf) for code in re.findall(rf"Edition\s+({FORM})", sheet.text)
    }


def test_every_code_in_the_pack_of_a_plan_is_known(
    small: Library, every: dict[str, Edition]
) -> None:
    """That of the pack itself, of its guide and of each of its other parts."""
    codes = codes_on(draw(pack(small), small))
    assert codes <= every.keys()
    found = {every[code].product: every[code] for code in codes}
    assert {"pack", "plan", *small.plans[PLAN].products} == found.keys()
    assert found["guide"].plan == found["pack"].plan == PLAN
    assert not found["leaflet"].plan


@pytest.mark.parametrize("product", ["guide", "pack"])
def test_the_guide_and_pack_for_a_month_later_are_known(
    product: str, small: Library, every: dict[str, Edition]
) -> None:
    """Those of a lesson that keeps questions for then."""
    lesson = small.plans[PLAN].lessons[:1]
    codes = codes_on(draw(Job(product, lesson, "en", "a4", refresher=True), small))
    assert codes
    assert codes <= every.keys()
    assert any(every[code].refresher for code in codes)


def test_what_is_in_a_pack_is_kept_beside_it(tmp_path: Path, small: Library) -> None:
    """Whoever holds one sheet of a pack finds it on the machine that printed the pack."""
    kept: list[Edition] = []
    job = replace(pack(small), people=33)
    printed = print_jobs(
        [job], small, tmp_path, strict=False, started=lambda _: None, keep=kept.extend
    )
    assert list(printed.editions) == kept
    assert codes_on(printed.files[0].read_bytes()) == {one.code for one in kept}


def test_what_says_the_same_is_one_edition(small: Library) -> None:
    """A release writes down nothing twice."""
    codes = [
        one.code
        for one in every_edition(replace(small, products={"story": small.products["story"]}))
    ]
    assert len(codes) == len(set(codes)) > 0
