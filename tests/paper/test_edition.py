"""The same input gives the same bytes, and an edition names exactly what was printed."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from paper.conftest import Print
from paper.reading import text
from paper.samples import JOBS, with_contact, with_takeaways, words

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.paper.setting.edition import edition, read
from toolkit.paper.shop import PRODUCTS, Job, draw, jobs_for, plans_about

JOB = Job("leaflet", ("recruitment",), "id", "a4")
FORM = r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b"
PROGRAM = """
import hashlib
from datetime import date
from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.paper.shop import PRODUCTS, draw, jobs_for, plans_about
library = open_library(as_of=RELEASED).library
plans = plans_about(("recruitment",), library)[:1]
for job in jobs_for(PRODUCTS, ("recruitment",), ("id",), ("a4",), plans=plans):
    print(hashlib.sha256(draw(job, library)).hexdigest())
"""


def _edition(pdf: bytes) -> str:
    (found,) = re.findall(rf"Edi(?:si|tion) ({FORM})", text(pdf))
    return str(found)


def test_the_same_job_gives_the_same_bytes(library: Library, printed: Print) -> None:
    """Drawn again, after other sheets, with warm caches."""
    assert draw(JOB, library) == printed(JOB)


@pytest.mark.parametrize("seed", ["1", "42"])
def test_another_process_gives_the_same_bytes(seed: str, printed: Print, library: Library) -> None:
    """Whatever the seed of Python's hashes, and with cold caches."""
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
        env={
            **os.environ,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
    )
    plans = plans_about(("recruitment",), library)[:1]
    jobs = jobs_for(PRODUCTS, ("recruitment",), ("id",), ("a4",), plans=plans)
    assert told.stdout.split() == [hashlib.sha256(printed(job)).hexdigest() for job in jobs]


def test_every_sheet_has_its_own_edition(printed: Print) -> None:
    """Product, lesson, language and paper all count."""
    assert len({_edition(printed(job)) for job in JOBS}) == len(JOBS)


def test_one_changed_word_is_another_edition(library: Library, printed: Print) -> None:
    """And so is a changed number, check or stamp."""
    changed = [
        with_takeaways(library, *library.lessons["recruitment"].takeaways[1:]),
        with_takeaways(library, words("Tunda dulu, cek dulu!")),
        with_contact(library, "polri-110", number="111"),
        with_contact(library, "polri-110", verified_on=date(2026, 11, 1)),
        with_contact(library, "polri-110", review_by=date(2026, 11, 1)),
    ]
    codes = {_edition(draw(JOB, one)) for one in changed} | {_edition(printed(JOB))}
    assert len(codes) == len(changed) + 1


def test_a_day_that_changes_nothing_on_the_sheet_changes_no_byte(
    library: Library, printed: Print
) -> None:
    """The day counts only by what it makes stale."""
    tomorrow = replace(library, as_of=RELEASED.replace(day=RELEASED.day + 1))
    assert draw(replace(JOB, lessons=("warning-signs",)), tomorrow) == printed(
        replace(JOB, lessons=("warning-signs",))
    )


def test_a_code_can_be_read_out_over_a_telephone() -> None:
    """Small letters, spaces and look-alikes are forgiven."""
    code = edition("leaflet", 1, ("words",))
    assert re.fullmatch(FORM, code)
    assert read(f" {code.lower().replace('-', ' ')} ") == code
    assert read("oil0-1111") == "0110-1111"


@pytest.mark.parametrize("typed", ["", "7K3M", "7K3M-9QXDA", "7K3M-9QXU", "7K3M-9Q*D"])
def test_what_cannot_be_a_code_is_refused(typed: str) -> None:
    """Rather than looked up in vain."""
    with pytest.raises(ValueError, match=re.escape(typed) or None):
        read(typed)
