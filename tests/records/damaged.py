"""A journal that is sound, ways to damage it, and what must hold after any of them."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from random import Random

from records.meeting import AGENDA, EVENTS, SETUP, Watch, play

from toolkit.records.hall_journal import log
from toolkit.records.hall_lines import Line
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open, villages
from toolkit.records.last_choice import FILE_NAME
from toolkit.records.result_lines import digest_of, from_json
from toolkit.session.hall import HeadsCounted
from toolkit.session.result import Result
from toolkit.session.run import Started, Turned

PAGE = 4096


@dataclass
class Sound:
    """A journal before the damage: where it lies, and all that is in it."""

    folder: Path
    logs: dict[str, tuple[Line, ...]]
    open: set[str]
    results: list[Result]

    def copy(self, to: Path) -> Path:
        """The same files elsewhere; returns the main one."""
        shutil.copytree(self.folder, to)
        return to / FILE_NAME


def make(folder: Path, *, closed: bool) -> Sound:
    """Six sessions, three of them over, and some runs; with or without a log beside the file."""
    journal = Journal(folder)
    watch = Watch()
    kept = []
    for number in range(6):
        session = KeptSession.begin(SETUP, AGENDA, journal, watch.clock)
        play(session, EVENTS if number % 2 else EVENTS[: 20 + 8 * number])
        journal.keep(journal.begin(Started(f"lesson-{number}", "s", ("a",))), Turned(number))
        journal.keep_setting(f"choice-{number}", "x" * 700)
        watch.goes_on(60)
        kept.append(session)
    logs = {session.uid: log(journal, session.uid).lines for session in kept}
    over = [session for session in kept if session.hall.ended]
    sound = Sound(
        folder, logs, logs.keys() - {session.uid for session in over},
        [session.result() for session in over],
    )  # fmt: skip
    if not closed:
        sound.folder = folder.with_name("killed")
        shutil.copytree(folder, sound.folder)
    journal.close()
    return sound


def found_again(folder: Path, sound: Sound) -> dict[str, int]:
    """How many lines of each session are there again; nothing may be there that was not so."""
    journal = Journal(folder)
    logs = {uid: log(journal, uid) for uid in sound.logs}
    for uid, whole in logs.items():
        assert whole.lines == sound.logs[uid][: len(whole.lines)]
    offered = left_open(journal)
    for left in offered:
        # A line whose name was damaged is told, and cannot be gone on with.
        assert left.hall == logs[left.uid].hall if left.uid in logs else not left.fits
    # Whatever the damage was, everything can be asked for and gone on with.
    journal.unfinished()
    journal.broken_off()
    journal.setting("language")
    villages(journal)
    with journal.reading() as db:
        results = db.execute("SELECT body, digest FROM results").fetchall()
    for body, digest in results:
        assert digest != digest_of(body) or from_json(body) in sound.results
    for left in offered:
        if left.fits:
            kept = KeptSession.resume(left, journal, Watch().clock)
            kept.happen(HeadsCounted(25))
            assert (kept.trouble, kept.moved) == (None, False)
            assert log(journal, left.uid).hall == kept.hall
    again = KeptSession.begin(SETUP, AGENDA, journal, Watch().clock)
    assert again.trouble is None
    journal.close()
    return {uid: len(whole.lines) for uid, whole in logs.items()}


def truncate(raw: bytearray, random: Random) -> None:
    """The end is gone."""
    del raw[random.randrange(len(raw)) :]


def flip(raw: bytearray, random: Random) -> None:
    """Some bytes have other values."""
    for _ in range(random.choice((1, 1, 3, 30))):
        raw[random.randrange(len(raw))] ^= 1 << random.randrange(8)


def zero_page(raw: bytearray, random: Random) -> None:
    """A page holds nothing."""
    at = random.randrange(len(raw) // PAGE) * PAGE
    raw[at : at + PAGE] = bytes(len(raw[at : at + PAGE]))


def zero_some(raw: bytearray, random: Random) -> None:
    """Some blocks of the disk hold nothing."""
    at = random.randrange(len(raw))
    end = min(at + random.choice((16, 512, 20000)), len(raw))
    raw[at:end] = bytes(end - at)


def swap_pages(raw: bytearray, random: Random) -> None:
    """Two pages have changed places."""
    one, other = (random.randrange(len(raw) // PAGE) * PAGE for _ in range(2))
    kept = raw[one : one + PAGE]
    raw[one : one + PAGE] = raw[other : other + PAGE]
    raw[other : other + PAGE] = kept


def spoil_header(raw: bytearray, random: Random) -> None:
    """What the file says about itself is wrong."""
    raw[random.randrange(100)] = random.randrange(256)


DAMAGES = (truncate, flip, zero_page, zero_some, swap_pages, spoil_header)
