"""A process that leads scripted sessions until it is killed, and does so again and again.

`python crashing.py`: for each folder that comes on stdin it forks a child, whose number it
tells; the child opens the journal there, goes on with the session that was broken off or
begins one, and tells `UID COUNT` each time that an event has happened: so many events
have been kept of that session. When the child is gone, `gone` is told. Everything is
loaded before the first fork, so that the kill meets the session and not the start of Python.
"""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from itertools import count
from pathlib import Path
from typing import NoReturn

sys.path.insert(0, str(Path(__file__).parent.parent))

from records.meeting import AGENDA, EVENTS, SETUP

from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open


def lead(folder: Path, sessions: int | None = None) -> None:
    """Go on with what there is, then lead one session after the other."""
    journal = Journal(folder)
    left = left_open(journal)
    for number in range(sessions) if sessions is not None else count():
        if number == 0 and left:
            kept = KeptSession.resume(left[0], journal)
            done = kept.result().events
        else:
            kept = KeptSession.begin(SETUP, AGENDA, journal)
            done = 1
            tell(f"{kept.uid} {done}")
        for event in EVENTS[done - 1 :]:
            kept.happen(event)
            assert kept.trouble is None, kept.trouble
            done += 1
            tell(f"{kept.uid} {done}")


def tell(words: str) -> None:
    """At once and in one piece."""
    os.write(1, f"{words}\n".encode())


def lead_until_killed(folder: Path) -> NoReturn:
    """An error ends the child; what it was is told on stderr."""
    try:
        lead(folder)
    except Exception:  # noqa: BLE001 - the test that reads from it must not wait for ever
        traceback.print_exc()
    os._exit(1)


def main() -> None:
    """Fork a child for each folder that is named."""
    out = os.dup(1)
    with tempfile.TemporaryDirectory() as warm, Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        lead(Path(warm), sessions=1)
    os.dup2(out, 1)
    for line in sys.stdin:
        number = os.fork()
        if number == 0:
            lead_until_killed(Path(line.strip()))
        tell(str(number))
        os.waitpid(number, 0)
        tell("gone")


if __name__ == "__main__":
    main()
