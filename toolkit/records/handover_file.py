"""The file in which sessions travel on a stick: written, and read again strictly.

    {"cekdulu":"sessions","version":1,"program":"0.3.0","laptop":"1f0c…","sessions":2}
    one line for each session, see `result_lines`, in order of uid
    {"sha256":"…"}

The last line sums up every byte before it, so that a file that was cut short or changed is
known for what it is. The same sessions always make the same bytes: it has no date in it.
Whoever makes a new version leaves the reading of the old ones in `_READERS` for good.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256

from toolkit import VERSION
from toolkit.language import N_
from toolkit.records.result_lines import ResultLine, read

FORMAT = 1
"""The version of the files that this program writes."""

SUFFIX = ".cekdulu"

START = b'{"cekdulu":"sessions",'
"""How every such file begins, whatever it is called and whoever wrote it."""

ENDING = 78
"""How long its last line is, in bytes."""

_END = re.compile(rb'\{"sha256":"[0-9a-f]{64}"\}\n')

LARGEST = 256 << 20
"""A file of more bytes is none of ours: that would be twenty thousand sessions of one laptop."""


class Fault(Enum):
    """Why a file, or a session in it, cannot be used; its value says it to a person."""

    CUT = N_("it was cut short or damaged on the way; hand over once more")
    NEWER = N_("it was written by a newer Cek Dulu; bring this one up to date")
    BROKEN = N_("a session in it cannot be read; the others were taken")
    UNREADABLE = N_("it cannot be read; copy it from the stick once more")


class Unfit(Exception):
    """A file that is ours and cannot be used; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.name)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Carried:
    """What a file brings: the laptop it is from, sound sessions, and how many broken ones."""

    laptop: str
    lines: tuple[ResultLine, ...]
    broken: int


@dataclass(frozen=True, slots=True)
class _Head:
    version: int
    laptop: str
    sessions: int


def content(laptop: str, lines: Sequence[str]) -> bytes:
    """The bytes of a file with these sessions, given in order of uid."""
    head = {
        "cekdulu": "sessions",
        "version": FORMAT,
        "program": VERSION,
        "laptop": laptop,
        "sessions": len(lines),
    }
    told = "".join(f"{line}\n" for line in (json.dumps(head, separators=(",", ":")), *lines))
    body = told.encode("utf-8")
    return body + _end(body)


def is_ours(beginning: bytes, name: str) -> bool:
    """Is this the beginning of such a file? One that is too short to tell is judged by its name."""
    return beginning.startswith(START) or name.lower().endswith(SUFFIX)


def was_ours(ending: bytes) -> bool:
    """Are these the last ENDING bytes of such a file, whose beginning is lost?"""
    return bool(_END.fullmatch(ending))


def carried(raw: bytes) -> Carried:
    """What a whole file brings. Raises Unfit where it cannot be used."""
    head = _head(raw)
    # A newer program may sum its files up in another way, so that is asked first.
    if head.version > FORMAT:
        raise Unfit(Fault.NEWER)
    body, end = _divided(raw)
    told = body.split(b"\n")[1:-1]
    if end != _end(body) or len(told) != head.sessions:
        raise Unfit(Fault.CUT)
    reader = _READERS[head.version]
    lines, broken = [], 0
    for one in told:
        try:
            lines.append(reader(one.decode("utf-8")))
        except ValueError:
            broken += 1
    return Carried(head.laptop, tuple(lines), broken)


_READERS: dict[int, Callable[[str], ResultLine]] = {1: read}
"""How the lines of each version are read, as lines of today."""


def _head(raw: bytes) -> _Head:
    try:
        told = json.loads(raw[: raw.index(b"\n")])
        if told["cekdulu"] != "sessions" or type(told["version"]) is not int:
            raise Unfit(Fault.CUT)
        if told["version"] > FORMAT:
            return _Head(told["version"], "", 0)
        head = _Head(told["version"], told["laptop"], told["sessions"])
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Unfit(Fault.CUT) from None
    if head.version not in _READERS or type(head.laptop) is not str:
        raise Unfit(Fault.CUT)
    return head


def _divided(raw: bytes) -> tuple[bytes, bytes]:
    """The file without its last line, and that line."""
    at = raw.rfind(b"\n", 0, -1) + 1
    return raw[:at], raw[at:]


def _end(body: bytes) -> bytes:
    return b'{"sha256":"%s"}\n' % sha256(body).hexdigest().encode("ascii")
