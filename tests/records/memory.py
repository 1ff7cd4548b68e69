"""A folder that is memory, for tests that are about a file and not about the disk below it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

_MEMORY = Path("/dev/shm")


def in_memory() -> TemporaryDirectory[str]:
    """Such a folder, which is gone afterwards; where there is none, it is one on the disk."""
    return TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None)
