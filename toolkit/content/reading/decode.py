"""A file's bytes into the characters of YAML, whatever Notepad saved them as.

Knows files and encodings, not YAML. A file that is too large, is no file, leads out
of its library or holds no text gives problems, never an exception.
"""

from __future__ import annotations

import codecs
import errno
import stat
from pathlib import Path

from toolkit.content.builtin import LARGEST
from toolkit.content.place import Place
from toolkit.content.reading.desk import Desk
from toolkit.content.reading.hidden import without_hidden
from toolkit.language import Said, said

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STARTS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff")
"""How Word, PDF and pictures begin."""


def characters(path: Path, root: Path, desk: Desk, limit: int = LARGEST) -> str | None:
    """The text of `path`, which must lie inside `root`; None if it cannot be used.

    `limit` is how many bytes it may have.
    """
    raw = _bytes(path, root, desk, limit)
    if raw is None:
        return None
    text = _decoded(raw, desk)
    if text is None:
        return None
    return without_hidden(text.replace("\r\n", "\n").replace("\r", "\n"), desk)


def _bytes(path: Path, root: Path, desk: Desk, limit: int) -> bytes | None:
    whole = Place(desk.file)
    try:
        if not path.resolve().is_relative_to(root.resolve()):
            desk.error(
                whole,
                "outside-library",
                said("This is a link that leads out of the library's folder."),
                said("Delete the link and copy the file itself here:  {name}", name=path.name),
            )
            return None
        # Asked before it is opened: a pipe would wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            desk.error(
                whole,
                "not-a-file",
                said("This is a folder or a device, not a file."),
                said("Give it a name that does not end in  .yaml"),
            )
            return None
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except (OSError, RuntimeError) as error:
        desk.error(
            whole,
            "unreadable",
            said("The file cannot be read: {reason}.", reason=_reason(error)),
            said("Check that it is there and that you may open it:  {name}", name=path.name),
        )
        return None
    if len(raw) > limit:
        desk.error(
            whole,
            "too-large",
            said("The file is larger than {limit} KB.", limit=limit // 1024),
            said("Split it into several lessons; pictures do not belong in it."),
        )
        return None
    return raw


def _reason(error: Exception) -> Said:
    """Why a file cannot be read, in words that are not the machine's."""
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.EACCES, errno.EPERM):
        return said("you are not allowed to open it")
    if number == errno.ENOENT:
        return said("it is not there, or it is a link to nothing")
    if number == errno.ELOOP or isinstance(error, RuntimeError):
        return said("it is a link that leads to itself")
    if number == errno.EIO:
        return said("the disk or the stick has a fault")
    return said("the computer does not give it out")


def _decoded(raw: bytes, desk: Desk) -> str | None:
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            if encoding == "utf-8":
                raw = raw[len(mark) :]
                break
            return _wide(raw[len(mark) :], encoding, desk)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if encoding := _unmarked(raw):
            return _wide(raw, encoding, desk)
        if raw.startswith(_STARTS) or raw.count(0) > len(raw) // 50:
            _no_text(desk)
            return None
        return _western(raw, error, desk)
    if "\0" not in text:
        return text
    if encoding := _unmarked(raw):
        return _wide(raw, encoding, desk)
    if raw.startswith(_STARTS) or raw.count(0) > len(raw) // 50 + 1:
        _no_text(desk)
        return None
    return text


def _unmarked(raw: bytes) -> str:
    """The encoding of a text in which every other byte is zero; "" if it is not like that."""
    half = len(raw) // 2
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if half > 2 and raw[first::2].count(0) > half * 0.7 and raw[1 - first :: 2].count(0) == 0:
            return encoding
    return ""


def _wide(raw: bytes, encoding: str, desk: Desk) -> str:
    desk.warning(
        Place(desk.file),
        "encoding",
        said("The file is saved as Unicode (UTF-16); other programs may show it wrongly."),
        _resave(),
    )
    return raw.decode(encoding, errors="replace")


def _western(raw: bytes, error: UnicodeDecodeError, desk: Desk) -> str:
    """A text from an old Notepad; bytes that are sound UTF-8 beside it stay what they are."""
    before = raw[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode("utf-8")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    sign = raw[error.start : error.start + 1].decode("cp1252", errors="replace")
    if not sign.isprintable():
        sign = "?"
    desk.warning(
        Place(desk.file, line, column),
        "encoding",
        said(
            "The file is saved as ANSI (Windows-1252); the sign here was probably {sign}", sign=sign
        ),
        _resave(),
    )
    return raw.decode("utf-8", errors=_OLD)


def _old_sign(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


_OLD = "cekdulu-old-notepad"
codecs.register_error(_OLD, _old_sign)


def _resave() -> Said:
    return said("In Notepad choose Save As and, at the bottom, Encoding:  UTF-8")


def _no_text(desk: Desk) -> None:
    desk.error(
        Place(desk.file),
        "not-text",
        said("This is no text file; a Word, PDF or picture file has got this name."),
        said(
            "Write lessons in Notepad. Begin an empty file with:  {line}", line="lesson: my-lesson"
        ),
    )
