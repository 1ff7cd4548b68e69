"""Content under test: the built-in library stays as it is while a file of tests runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from broken_files import builtin_read_once


@pytest.fixture(autouse=True, scope="module")
def quick() -> Iterator[None]:
    """It is read once, and not for each library that is laid over it."""
    with builtin_read_once():
        yield
