"""Characters that cannot be seen, and what the trainer is told of them.

Control characters could command a terminal; bidi and zero-width ones hide what is
written; and some are line ends for YAML but not for an editor. None reaches a value.
"""

from __future__ import annotations

import re

from toolkit.content.place import Edit, Place
from toolkit.content.reading.desk import Desk
from toolkit.language import Said, said

HIDDEN = re.compile(
    "\x1b\\[[0-9;]*[A-Za-z]|"
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
    # An emoji of several parts is held together by a joiner.
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
_BEFORE = re.compile(rf"^[ \t]*(?:(?:{HIDDEN.pattern})[ \t]*)+(?=\S)", re.MULTILINE)
_LOST = "\ufffd"
_MOST = 60
"""Lines told of one file."""


def without_hidden(text: str, desk: Desk) -> str:
    """The text with a space for each hidden character; each line that has one is told of."""
    # A hidden character is never printable, and this is asked much faster.
    if text.replace("\n", "").isprintable() and _LOST not in text:
        return text
    lines = text.split("\n")
    odd = [at for at, line in enumerate(lines, 1) if _LOST in line or HIDDEN.search(line)]
    for number in odd[:_MOST]:
        line = lines[number - 1]
        if found := list(HIDDEN.finditer(line)):
            _tell(line, number, found[0], found[-1].end(), desk)
        if _LOST in line:
            _tell_lost(line, number, desk)
    # Before a line they would make it stand further right than it is meant to.
    text = _BEFORE.sub(lambda found: HIDDEN.sub("", found[0]), text)
    return HIDDEN.sub(lambda found: " " * len(found[0]), text)


def _tell(line: str, number: int, first: re.Match[str], end: int, desk: Desk) -> None:
    start = first.start()
    clean = HIDDEN.sub("", line[start:end]).replace("\t", " ")
    mended = line[:start] + clean + HIDDEN.sub("", line[end:])
    desk.error(
        Place(desk.file, number, start + 1),
        "hidden-character",
        said(
            "Here stands a character that cannot be seen: {name} (U+{code}).",
            name=named(first[0]),
            code=f"{ord(first[0][0]):04X}",
        ),
        said("Delete the whole line and type it again. Write:  {write}", write=_shown(mended)),
        edit=Edit(number, start + 1, number, end + 1, clean),
    )


def _tell_lost(line: str, number: int, desk: Desk) -> None:
    column = line.index(_LOST)
    desk.warning(
        Place(desk.file, number, column + 1),
        "lost-letter",
        said("A letter got lost here when the file was saved or copied."),
        said("Type the letter again in place of  {sign}", sign=_LOST),
    )


def named(sign: str) -> Said:
    """What a hidden character is, in a trainer's words."""
    code = ord(sign[0])
    if code == 0x1B:
        return said("a command for the screen")
    if 0x2028 <= code <= 0x2029 or code in (0x85, 0x0B, 0x0C):
        return said("a foreign line end")
    if code in (0x61C, 0x200E, 0x200F) or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        return said("a sign that turns the direction of writing")
    if code < 0x20 or 0x7F <= code <= 0x9F:
        return said("a control sign")
    if code == 0xAD:
        return said("a hidden hyphen")
    return said("a sign without width")


def _shown(line: str) -> str:
    line = "".join(
        sign for sign in line.replace("\t", " ") if sign.isprintable() or sign == "\u00a0"
    )
    line = line.strip()
    return line if len(line) <= 300 else line[:300] + "…"
