"""A file's bytes into the characters of YAML, whatever Notepad saved them as.

Knows files and encodings, not YAML. A file that is too large, is no file, leads out
of its library or holds invisible characters gives problems, never an exception.
"""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from toolkit.content.builtin import LARGEST
from toolkit.content.desk import Desk
from toolkit.content.place import Place
from toolkit.language import said

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
"""Control characters, which could command a terminal; bidi and zero-width ones, which hide
what is written; and the line ends that YAML counts but editors do not."""


def characters(path: Path, root: Path, desk: Desk) -> str | None:
    """The text of `path`, which must lie inside `root`; None if it cannot be used."""
    whole = Place(desk.file)
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            desk.error(
                whole,
                "outside-library",
                said("This link leads out of the library's folder."),
                said("Copy the file itself into the folder."),
            )
            return None
        if not stat.S_ISREG(path.stat().st_mode):
            desk.error(
                whole,
                "not-a-file",
                said("This is not an ordinary file."),
                said("Take it away, or put the lesson's file in its place."),
            )
            return None
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        desk.error(
            whole,
            "unreadable",
            said("The file cannot be read: {reason}.", reason=reason),
            said("Check that it is there and that you may open it."),
        )
        return None
    if len(raw) > LARGEST:
        desk.error(
            whole,
            "too-large",
            said("The file is larger than {limit} KB.", limit=LARGEST // 1024),
            said("Split it into several lessons; pictures do not belong in it."),
        )
        return None
    return _clean(_decoded(raw, desk), desk)


def _decoded(raw: bytes, desk: Desk) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if raw.startswith(mark):
            if encoding != "utf-8":
                _resave(desk, encoding.upper())
            return raw[len(mark) :].decode(encoding, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        _resave(desk, "Windows-1252")
        return raw.decode("cp1252", errors="replace")


def _resave(desk: Desk, encoding: str) -> None:
    desk.warning(
        Place(desk.file),
        "encoding",
        said(
            "The file is saved as {encoding}; other computers may show it wrongly.",
            encoding=encoding,
        ),
        said("In Notepad choose Save As and, at the bottom, Encoding: UTF-8."),
    )


def _clean(text: str, desk: Desk) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        for found in _FORBIDDEN.finditer(line):
            desk.error(
                Place(desk.file, number, found.start() + 1),
                "hidden-character",
                said(
                    "Here stands a character that cannot be seen (U+{code}).",
                    code=f"{ord(found[0]):04X}",
                ),
                said("Delete the characters around this spot and type them again."),
            )
    return _FORBIDDEN.sub(" ", text)
