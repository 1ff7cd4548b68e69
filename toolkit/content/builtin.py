"""Where the built-in library lies: inside the installed package, or around it in a checkout."""

from __future__ import annotations

from pathlib import Path

FOLDERS = ("lessons", "quizzes", "print")
"""A library is any folder that holds at least one of these."""

_PACKAGE = Path(__file__).parent.parent


def builtin_root() -> Path:
    """The folder of the built-in library."""
    shipped = _PACKAGE / "library"
    return shipped if shipped.is_dir() else _PACKAGE.parent
