"""The print shop under test: what it prints is read back, page by page."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from paper.samples import JOBS

from toolkit.content.library import Library
from toolkit.paper.shop import Job, draw

Print = Callable[[Job], bytes]


@pytest.fixture(scope="session")
def printed(library: Library) -> Print:
    """Prints a job from the built-in library, each only once."""
    return cache(lambda job: draw(job, library))


@pytest.fixture(params=JOBS, ids=lambda job: job.file_name)
def job(request: pytest.FixtureRequest) -> Job:
    """Each job in turn."""
    return request.param


@pytest.fixture
def pdf(job: Job, printed: Print) -> bytes:
    """What the job printed."""
    return printed(job)
