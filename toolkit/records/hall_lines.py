"""The lines of a session: an event each, and bound to all before it.

Every line carries a hash of itself and of the line before, so that damage inside a line
is found, not only in the file's structure: reading stops before the first line that is
not as it was written. What is whole before it is a session that can be gone on with.

Knows the events and nothing of where the lines are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import uuid4

from toolkit.records.events import read_hall, written
from toolkit.session.hall import Event, Hall, Opened, after
from toolkit.session.run import Impossible


@dataclass(frozen=True, slots=True)
class Line:
    """An event as it lies in the journal.

    `at` is in seconds since the session was opened, `wall` in seconds since 1970, as the
    laptop's clock had it. `chain` binds the line to those before it.
    """

    seq: int
    at: int
    wall: int
    body: str
    chain: str

    def follows(self, chain: str) -> bool:
        """Was this line written after the one with that `chain`, and is it as it was written?"""
        return self.chain == _bound(chain, self.seq, self.at, self.wall, self.body)


def new_uid() -> str:
    """A name for a session that no other laptop will ever give."""
    return uuid4().hex


def first_line(uid: str, wall: int, event: Opened) -> Line:
    """The line that opens a session."""
    return _line(uid, 0, 0, wall, event)


def next_line(before: Line, at: int, wall: int, event: Event) -> Line:
    """The line of an event that happens after those written already."""
    return _line(before.chain, before.seq + 1, at, wall, event)


def sound(rows: Iterable[Sequence[object]], chain: str, first: int = 0) -> Iterator[Line]:
    """Lines in their order, up to the first that is not as it was written.

    `chain` is that of the line before number `first`; before line 0 it is the session's uid.
    """
    for seq, (number, at, wall, body, bound) in enumerate(rows, first):
        if not (type(number) is int and type(at) is int and type(wall) is int):
            return
        if not (isinstance(body, str) and isinstance(bound, str)) or number != seq:
            return
        line = Line(number, at, wall, body, bound)
        if not line.follows(chain):
            return
        yield line
        chain = line.chain


def folded(lines: Iterable[Line]) -> tuple[Hall | None, int]:
    """The state that lines lead to, and how many of them fit each other."""
    hall, fit = None, 0
    for line in lines:
        try:
            hall = after(hall, read_hall(line.body), line.at)
        except (ValueError, Impossible):
            break
        fit += 1
    return hall, fit


def _line(chain: str, seq: int, at: int, wall: int, event: Event) -> Line:
    body = written(event)
    return Line(seq, at, wall, body, _bound(chain, seq, at, wall, body))


def _bound(chain: str, seq: int, at: int, wall: int, body: str) -> str:
    said = f"{chain} {seq} {at} {wall} {body}"
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:20]
