"""Follows a library's files and reads them anew whenever somebody has saved one.

Looks at what the files hold, never at their times: sticks round them, network drives lie.
Editors save in steps, by another name and a rename, or leave a file empty or locked for a
moment; so a change counts only once it holds still. Knows nothing of Textual.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from threading import Event, Thread

from toolkit.content.builtin import LARGEST_TRANSLATION, translation_files, yaml_files
from toolkit.content.load import Loaded

LOOK = 0.25
"""Seconds between two looks while nothing happens."""
SETTLE = 0.1
"""Seconds for which a change must hold still."""
GRACE = 0.8
"""Seconds for which a file may be gone, empty or locked before that counts as meant."""
SHARE = 4
"""Looking may take one part in this many of the time: a slow drive is looked at less often."""

Sight = Mapping[Path, bytes]
"""Every file of a library with a hash of what it holds; b"" for one that holds nothing to read."""


def sight(root: Path) -> Sight:
    """What can be seen of the library at `root` now."""
    return {path: _hash(path) for path in (*yaml_files(root), *translation_files(root))}


def _hash(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            held = file.read(LARGEST_TRANSLATION + 1)
    except OSError:
        return b""
    return blake2b(held, digest_size=16).digest() if held.strip() else b""


class Settling:
    """Tells, from one look to the next, when a change is over. `known` is what was read last."""

    def __init__(self, known: Sight | None = None) -> None:
        self.known = known
        self._seen: Sight | None = None
        self._since = 0.0

    @property
    def waiting(self) -> bool:
        """Is there a change that has not held still yet?"""
        return self._seen is not None

    def settled(self, seen: Sight, now: float) -> bool:
        """Has what is `seen` at `now`, in seconds, changed and come to rest?"""
        if seen == self.known:
            self._seen = None
            return False
        if seen != self._seen:
            self._seen, self._since = seen, now
        lost = any(held and not seen.get(path) for path, held in (self.known or {}).items())
        return now - self._since >= (GRACE if lost else SETTLE)

    def read(self, seen: Sight) -> None:
        """What was `seen` has been read."""
        self.known, self._seen = seen, None


class Follower:
    """Looks at the library at `root` in a thread of its own, and reads it after each change.

    `tell` is called in that thread with what was read, or with what kept it from being
    read. The first reading comes at once, so that nothing saved meanwhile is missed.
    """

    def __init__(
        self, root: Path, read: Callable[[], Loaded], tell: Callable[[Loaded | Exception], None]
    ) -> None:
        self._root = root
        self._read = read
        self._tell = tell
        self._stop = Event()

    def start(self) -> None:
        """Begin."""
        Thread(target=self._follow, daemon=True).start()

    def stop(self) -> None:
        """End; what is being read is told no more."""
        self._stop.set()

    def _follow(self) -> None:
        settling, pause = Settling(), 0.0
        while not self._stop.wait(pause):
            begun = time.monotonic()
            seen = sight(self._root)
            took = time.monotonic() - begun
            if settling.settled(seen, begun):
                self._reread(seen, settling)
            pause = max(SETTLE if settling.waiting else LOOK, took * SHARE)

    def _reread(self, seen: Sight, settling: Settling) -> None:
        found: Loaded | Exception
        try:
            found = self._read()
        except Exception as error:  # noqa: BLE001 - told to the app, which knows how to fail calmly
            found = error
        # What was saved while it was read may be half in it: then it is read once more.
        if sight(self._root) != seen:
            return
        settling.read(seen)
        if not self._stop.is_set():
            # The app may have closed in this very moment.
            with suppress(RuntimeError):
                self._tell(found)
