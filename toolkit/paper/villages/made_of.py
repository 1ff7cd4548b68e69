"""What a file was made of, told in the file itself, right after its header.

    % Cek Dulu: edition 7K3M-9QXD, made of 0123456789abcdef, row fedcba9876543210

The edition is all the words, the program's version among them; what it is made of is all that
villages share, as it was drawn, which the theme has its hand in; the row is what the list
knows. A file is whole only if its end is there, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from hashlib import blake2b

from toolkit.content.villages.village import Village, digest
from toolkit.paper.pdf.pdf_file import HEADER
from toolkit.paper.villages.stamp import Stamper

_END = re.compile(rb"startxref\n(\d+)\n%%EOF\n\Z")
_TAIL = 64


class Found(Enum):
    """What stands where a file is to be."""

    NOTHING = auto()
    SAME = auto()
    OTHER = auto()


def note(stamper: Stamper, villages: Sequence[Village]) -> bytes:
    """The note for a file of these villages; as long as any other."""
    rows = [digest(village) for village in villages]
    row = rows[0] if len(rows) == 1 else blake2b(" ".join(rows).encode(), digest_size=8).hexdigest()
    told = f"% Cek Dulu: edition {stamper.edition.code}, made of {stamper.digest}, row {row}\n"
    return told.encode()


def look(path: str, note: bytes) -> Found:
    """Is the file there, whole, and made of the same? Raises OSError if it cannot be read."""
    wanted = HEADER + note
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - a Path for each file takes longer
            if file.read(len(wanted)) != wanted:
                return Found.OTHER
            size = file.seek(0, 2)
            file.seek(max(size - _TAIL, 0))
            end = _END.search(file.read())
            if not end or int(end[1]) >= size:
                return Found.OTHER
            file.seek(int(end[1]))
            return Found.SAME if b" 0 obj" in file.read(24) else Found.OTHER
    except FileNotFoundError:
        return Found.NOTHING
