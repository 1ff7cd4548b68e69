"""Has anything of a library changed since it was read? Hashes of its files tell.

Modification times are not trusted: sticks round them, copies keep them, and the clocks of
offline laptops are wrong. Knows where a library's files lie, not what they mean.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG

from toolkit import VERSION
from toolkit.content.builtin import LARGEST_TRANSLATION, translation_files, yaml_files
from toolkit.language import interface_languages

LESSONS = "lessons"
"""The folder whose files may be lessons."""


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file of the library at `root`, `inside` it, and a hash of what it holds."""

    root: Path
    inside: Path
    own: bool
    held: str

    @property
    def name(self) -> str:
        """What the library calls it."""
        return os.path.join(self.root, self.inside) if self.own else self.inside.as_posix()  # noqa: PTH118

    def content(self) -> bytes | None:
        """What it holds now; None if it cannot be read."""
        return _content(self.root / self.inside)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """`whole` stands for every byte of a library and the day on which it is judged.

    `setting` stands for what all lessons share: the program's version, where the library
    lies, and the languages there are, with its translations (has it any: `translated`).
    `lessons` are the files that may be lessons, in order of name, the built-in ones first.
    """

    whole: str
    setting: str
    translated: bool
    lessons: tuple[HeldFile, ...]


def fingerprint(roots: list[Path], as_of: date) -> Fingerprint:
    """The fingerprint of the built-in library, first of `roots`, with the others laid over it."""
    setting = blake2b(f"{VERSION} {interface_languages()}".encode(), digest_size=20)
    files = blake2b(str(as_of).encode(), digest_size=20)
    translated = False
    lessons: list[HeldFile] = []
    for at, root in enumerate(roots):
        setting.update(os.fsencode(root.resolve()))
        for path in translation_files(root):
            translated = True
            setting.update(os.fsencode(path.name) + b"\0" + (_held(path) or b"-"))
        files.update(b"/")
        for path in yaml_files(root):
            inside = path.relative_to(root)
            held = _held(path)
            files.update(os.fsencode(inside) + b"\0" + (held or b"-"))
            if held and inside.parts[0] == LESSONS:
                lessons.append(HeldFile(root, inside, at > 0, held.hex()))
    files.update(setting.digest())
    return Fingerprint(files.hexdigest(), setting.hexdigest(), translated, tuple(lessons))


def _held(path: Path) -> bytes | None:
    """A hash of a file's content; None for what cannot be read."""
    content = _content(path)
    return None if content is None else blake2b(content, digest_size=16).digest()


def _content(path: Path) -> bytes | None:
    """A file, as far as a library reads it; None for what cannot be read."""
    try:
        # Asked before it is opened: a pipe would wait for ever.
        told = path.stat()
        if not S_ISREG(told.st_mode):
            return None
        with path.open("rb") as file:
            # Not simply the most: that much room is made for each of them.
            return file.read(min(told.st_size, LARGEST_TRANSLATION) + 1)
    except OSError:
        return None
