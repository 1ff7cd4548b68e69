"""A trainer's file beside its canonical form, as `cekdulu fmt` shows and writes it.

Reads files and changes none. A file that has mistakes, or that could lose something on
the way, has no draft.
"""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.content.builtin import yaml_files
from toolkit.content.checking import library_of
from toolkit.content.files import read_file
from toolkit.content.formatting.pieces import Unsure
from toolkit.content.formatting.proven import formatted
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.nodes import nodes
from toolkit.content.shaping.file_kind import file_shape
from toolkit.errors import WrongCall, WrongInput
from toolkit.language import said

_ENCODINGS = {
    "utf-8": "",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
}
"""How a file may be saved, and what that is called where it is not as it should be."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file of a library, and what it would be.

    `old` and `new` are its text, `found` and `content` the bytes that are there and that
    would be. `encoding` is how it is saved, if that would change.
    """

    path: Path
    old: str
    new: str
    found: bytes
    content: bytes
    encoding: str

    @property
    def changes(self) -> bool:
        """Would anything be written?"""
        return self.content != self.found

    def difference(self) -> list[str]:
        """What would change, as a unified diff, line by line."""
        name = str(self.path)
        lines = difflib.unified_diff(_lines(self.old), _lines(self.new), name, name)
        told: list[str] = []
        for line in lines:
            told.append(line.rstrip("\n"))
            if not line.endswith("\n"):
                told.append("\\ No newline at end of file")
        return told

    def still_there(self) -> bool:
        """Is the file what it was when it was read?"""
        try:
            return self.path.read_bytes() == self.found
        except OSError:
            return False


def files_in(paths: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Every YAML file that `paths` name or hold, once, each with its library's folder.

    Raises WrongCall for a path that is not there, belongs to no library, or is no YAML file.
    """
    seen = set()
    for path in paths:
        root = library_of(path)
        for file in _within(path, root):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file, root


def _within(path: Path, root: Path) -> list[Path]:
    if path.is_dir():
        folder = path.resolve()
        return [file for file in yaml_files(root) if file.parent.resolve().is_relative_to(folder)]
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise WrongCall(
            said("{path} is not a file of lessons or quizzes.", path=path),
            said("Name a file that ends in .yaml, or the folder of a library."),
        )
    # Named from the library, so that its folder can tell what it holds.
    return [root / os.path.relpath(path, root)]


def draft_of(path: Path, root: Path) -> Draft:
    """A file of the library at `root` in its canonical form.

    Raises WrongInput if it has mistakes, or if not everything in it would be kept.
    """
    file = read_file(path, root, own=True)
    desk = Desk(file.name)
    top = nodes(file.text, desk) if file.sound else None
    inside = file_shape(top, path.relative_to(root), desk) if top else None
    if inside is None:
        raise WrongInput(
            said("{file} is left as it is: it has mistakes.", file=path),
            said('See them with:  cekdulu check "{file}"', file=path),
        )
    found = path.read_bytes()
    encoding = _encoding(found, file.text)
    if encoding is None:
        raise WrongInput(
            said("{file} is left as it is: not all of its characters can be read.", file=path),
            said("Open it in Notepad, choose Save As and, at the bottom, Encoding: UTF-8."),
        )
    try:
        new = formatted(file.text, inside)
    except Unsure as doubt:
        raise _left(path, doubt.line) from None
    # A file keeps the line ends of the system it was written on.
    ends = "\r\n" if 2 * found.count(b"\r\n") > found.count(b"\n") else "\n"
    return Draft(path, file.text, new, found, new.replace("\n", ends).encode(), encoding)


def _encoding(found: bytes, text: str) -> str | None:
    """How `text` was saved, if not as it should be; None if something was lost in reading."""
    for encoding, name in _ENCODINGS.items():
        try:
            read = found.decode(encoding)
        except UnicodeDecodeError:
            continue
        if read.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff") == text:
            return "UTF-8" if read.startswith("\ufeff") and not name else name
    return None


def _left(path: Path, line: int) -> WrongInput:
    if line:
        return WrongInput(
            said(
                "{file} is left as it is: line {line} is written in an unusual way.",
                file=path,
                line=line,
            ),
            said("Write it as  key: text  and try again."),
        )
    return WrongInput(
        said("{file} is left as it is: not everything in it is sure to stay as it was.", file=path),
        said("Put each comment right above its key, and each text on one line, and try again."),
    )


def _lines(text: str) -> list[str]:
    *whole, rest = text.split("\n")
    return [f"{line}\n" for line in whole] + ([rest] if rest else [])
