"""Files that a trainer meant to be read and that are not: Notepad's `.yaml.txt`, a wrong folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from toolkit.content.builtin import FOLDERS
from toolkit.content.place import Place, Problem, Severity
from toolkit.language import Said, said

ENDS = (".yaml", ".yml")


def misplaced(root: Path) -> Iterator[Problem]:
    """A warning for each file in or beside the folders of the library at `root` that nobody reads."""
    for folder in FOLDERS:
        for place, _, names in os.walk(root / folder):
            for name in sorted(names):
                if right := right_name(name):
                    yield _problem(
                        Path(place, name),
                        said("This file is not read: its name does not end in .yaml."),
                        said("Give it this name:  {name}", name=right),
                    )
    try:
        beside = sorted(os.listdir(root))  # noqa: PTH208 - names are all that is needed
    except OSError:
        return
    for name in beside:
        if name in FOLDERS:
            continue
        from difflib import get_close_matches

        if _is_yaml(name) and (root / name).is_file():
            yield _outside(root / name, "lessons")
        near = get_close_matches(name.lower(), FOLDERS, 1, cutoff=0.6)
        if near and not _same(root / name, root / near[0]):
            yield from (_outside(one, near[0]) for one in _yaml_in(root / name))


def right_name(name: str) -> str:
    """What a file should be called whose name goes on after `.yaml`; "" if nothing is wrong."""
    low = name.lower()
    for end in ENDS:
        if low.endswith(f"{end}.txt"):
            return name[:-4]
    return ""


def _outside(file: Path, folder: str) -> Problem:
    return _problem(
        file,
        said(
            "This file is not read: it does not lie in one of the folders {names}.",
            names=", ".join(FOLDERS),
        ),
        said("Move it to:  {path}", path=f"{folder}/{file.name}"),
    )


def _problem(file: Path, what: Said, mend: Said) -> Problem:
    return Problem(Place(str(file)), "misplaced-file", what, mend, Severity.WARNING)


def _yaml_in(folder: Path) -> list[Path]:
    try:
        return sorted(one for one in folder.iterdir() if _is_yaml(one.name))
    except OSError:
        return []


def _is_yaml(name: str) -> bool:
    return name.lower().endswith(ENDS) and not name.startswith((".", "~$"))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
