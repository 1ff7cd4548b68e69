"""What a library is on disk, and where the built-in one lies: in the package or the checkout.

Reads no file.
"""

from __future__ import annotations

import os
from pathlib import Path

from toolkit.errors import WrongCall
from toolkit.language import N_, Said, interface_languages, is_code

FOLDERS = ("lessons", "quizzes", "print")
"""A library is any folder that holds at least one of these."""

TRANSLATIONS = Path("lessons", "translations")
"""Where a library keeps its translations into further languages: `jv.po` and the like."""

LARGEST = 256 * 1024
"""Bytes. The longest file of ours has 40 KB; a larger one is a mistake or an attack."""

LARGEST_TRANSLATION = 8 * LARGEST
"""Bytes. Our whole library with its translation has a sixth of it."""

_PACKAGE = Path(__file__).parent.parent


def builtin_root() -> Path:
    """The folder of the built-in library."""
    shipped = _PACKAGE / "library"
    return shipped if shipped.is_dir() else _PACKAGE.parent


def is_library(folder: Path) -> bool:
    """Does the folder hold at least one of a library's folders?"""
    return any((folder / name).is_dir() for name in FOLDERS)


def must_be_library(folder: Path) -> None:
    """Raise WrongCall, saying what a library looks like, unless the folder is one."""
    if not is_library(folder):
        raise WrongCall(
            Said(N_("{folder} is not a library."), {"folder": folder}),
            Said(
                N_("A library is a folder that holds at least one of these folders: {names}."),
                {"names": ", ".join(FOLDERS)},
            ),
        )


def yaml_files(root: Path) -> list[Path]:
    """Whatever is named like a YAML file in the library at `root`, in order of name."""
    found = []
    for folder in FOLDERS:
        for place, folders, names in os.walk(root / folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            found += [
                Path(place, name)
                for name in (*names, *folders)
                if name.lower().endswith((".yaml", ".yml")) and not name.startswith((".", "~$"))
            ]
    return sorted(found)


def further_languages(*roots: Path) -> tuple[str, ...]:
    """The languages, besides those of the program, into which these libraries are translated."""
    names = {path.stem for root in roots for path in translation_files(root)}
    return tuple(sorted(name for name in names - set(interface_languages()) if is_code(name)))


def translation_files(root: Path) -> list[Path]:
    """Whatever is named like a translation file in the library at `root`, in order of name."""
    try:
        names = os.listdir(root / TRANSLATIONS)  # noqa: PTH208 - quicker, and most have none
    except OSError:
        return []
    found = (name for name in names if name.endswith(".po") and not name.startswith("."))
    return [root / TRANSLATIONS / name for name in sorted(found)]
