"""The folder for files that are looked at and not kept: one for each person, never growing."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def opened() -> Path:
    """The folder, without what was looked at before; a passing one where it cannot be written.

    A file that is still being shown stays where the system does not let go of it.
    """
    from platformdirs import user_cache_path

    folder = user_cache_path("cekdulu", appauthor=False) / "previews"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.pdf"):
            with suppress(PermissionError):
                old.unlink(missing_ok=True)
        (folder / _TRIED).touch()
        (folder / _TRIED).unlink(missing_ok=True)
    except OSError:
        from tempfile import mkdtemp

        return Path(mkdtemp(prefix="cekdulu-"))
    return folder


_TRIED = ".tried"
"""A file that only shows whether one may write here."""
