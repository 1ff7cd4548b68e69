"""The language of the last time, read without creating or changing anything."""

from __future__ import annotations

from pathlib import Path

FILE_NAME = "cekdulu.sqlite3"
"""The journal's file; named here, where nothing else need be imported to look for it."""


def last_language(folder: Path) -> str | None:
    """The language chosen last in this data folder; None where there was none."""
    path = folder / FILE_NAME
    if not path.is_file():
        return None
    import sqlite3

    try:
        db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=1)
        try:
            found = db.execute("SELECT value FROM settings WHERE name = 'language'").fetchone()
        finally:
            db.close()
    except (sqlite3.Error, OSError, ValueError):
        return None
    return str(found[0]) if found else None
