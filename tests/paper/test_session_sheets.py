"""What is true of all sheets of a session: their edges, their type, and their words in both languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest
from paper.reading import sheets
from paper.samples import with_contact
from paper.session_sheets import LESSONS

from toolkit.content.library import Library
from toolkit.language import language
from toolkit.paper.shop import Job, draw

Print = Callable[[Job], bytes]
JOBS = [
    Job(name, lessons, code, paper)
    for (name, lessons), (code, paper) in product(
        (
            ("quiz-sheet", ("warning-signs",)),
            ("quiz-sheet", LESSONS),
            ("answer-key", LESSONS),
            ("tally-sheet", LESSONS),
            ("seat-cards", ()),
            ("answer-cards", ()),
        ),
        (("id", "a4"), ("en", "f4")),
    )
]
each_job = pytest.mark.parametrize("job", JOBS, ids=lambda job: job.file_name)


@each_job
def test_nothing_comes_nearer_to_the_edge_than_eight_millimetres(job: Job, printed: Print) -> None:
    """On F4 counted within 210 mm, as some paper of that name is no wider."""
    slack = 2.5 if job.paper == "f4" else 0
    for sheet in sheets(printed(job)):
        left, top, right, bottom = sheet.ink
        assert min(left, sheet.width - right) >= 8 + slack
        assert min(top, sheet.height - bottom) >= 8


@each_job
def test_only_the_foot_and_letters_of_boxes_are_smaller_than_twelve_points(
    job: Job, printed: Print
) -> None:
    """And nothing is smaller than eleven."""
    for sheet in sheets(printed(job)):
        assert min(char.size for char in sheet.chars) >= 11
        small = [char for char in sheet.chars if char.size < 12]
        high = [char for char in small if char.top < sheet.height - 32]
        assert job.product == "tally-sheet" or not high


@each_job
def test_every_page_tells_which_it_is_and_its_edition(job: Job, printed: Print) -> None:
    """A pile that fell down can be put together again."""
    lang = language(job.lang)
    name = lang.gettext("Edition {code}").split("{")[0].strip()
    assert all(f"{name} " in sheet.text for sheet in sheets(printed(job)))


def test_a_number_past_its_day_is_stamped_on_the_key(library: Library) -> None:
    """The key names help lines, and what is stale is told in the small print too."""
    old = with_contact(library, "polri-110", review_by=library.as_of.replace(year=2001))
    said = " ".join(
        sheet.text for sheet in sheets(draw(Job("answer-key", ("warning-signs",), "en", "a4"), old))
    )
    assert "CHECK AGAIN" in said
    assert "Must be checked again" in said


def test_the_number_of_people_counts_as_printed(library: Library) -> None:
    """Cards for more people are another edition."""
    job = Job("seat-cards", (), "en", "a4")
    few, many = (sheets(draw(replace(job, people=n), library)) for n in (8, 16))
    assert few[0].text.split("Edition ")[1][:9] != many[0].text.split("Edition ")[1][:9]
