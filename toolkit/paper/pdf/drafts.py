"""Many files at once, safely: first all are written under other names, then all get their own.

What has its final name is whole and on the disk, whatever is cut when: a batch is brought to
the disk before the first of its files is renamed. Drafts that an earlier cut left behind are
taken away, those of another run that still writes are not. Knows files and folders, not what
is in them.
"""

# ruff: noqa: PTH105, PTH108, PTH120, PTH123 - making a Path for each of 84,000 files takes as long as writing it

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from io import FileIO
from pathlib import Path
from platform import node
from types import TracebackType
from typing import Any, BinaryIO

from toolkit.disk import cannot_write, sync_folder
from toolkit.errors import Breakdown

_BATCH = 100
"""Files in a batch: one wait for the disk each, and few enough to be open at once."""

_BEFORE = ".cekdulu-"
_AFTER = ".part"
_DRAFT = re.compile(r"\.cekdulu-([0-9a-f]{8})-(\d+)-\d+\.part")
_ABANDONED = 3600.0
"""Seconds after which a draft that another machine wrote into a shared folder is left over."""


class Drafts:
    """Files on their way; each has its name when the batch is full, or at the end.

    Paths are plain strings, because there may be very many. `named` is told of each file that
    has its name. Raises Breakdown if the disk fails; what is whole then gets its name, if the
    disk still takes that, and the rest of the batch is gone.
    """

    def __init__(self, named: Callable[[str], None]) -> None:
        self._named = named
        self._waiting: list[tuple[BinaryIO | FileIO, str, str]] = []
        self._count = 0
        self._mine = f"{_BEFORE}{_machine()}-{os.getpid()}-"

    def __enter__(self) -> Drafts:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self.name_all()
        finally:
            for file, draft, _ in self._waiting:
                _discard(file, draft)
            self._waiting = []

    def write(self, target: str, content: bytes) -> None:
        """A whole file; it gets its name later."""
        draft = self._draft(target)
        whole = len(self._waiting)
        try:
            file = _opened(draft, 0)
            self._waiting.append((file, draft, target))
            rest = memoryview(content)
            while rest:
                rest = rest[file.write(rest) :]
        except OSError as trouble:
            self._save(whole)
            raise cannot_write(Path(target), trouble) from trouble
        if len(self._waiting) >= _BATCH:
            self.name_all()

    @contextmanager
    def new(self, target: str) -> Iterator[BinaryIO]:
        """A file to write into; it gets its name later. A failure within leaves nothing."""
        draft = self._draft(target)
        whole = len(self._waiting)
        try:
            file = _opened(draft, -1)
            self._waiting.append((file, draft, target))
            yield file
            file.flush()
        except OSError as trouble:
            self._save(whole)
            raise cannot_write(Path(target), trouble) from trouble
        except BaseException:
            _discard(*self._waiting.pop()[:2])
            raise
        if len(self._waiting) >= _BATCH:
            self.name_all()

    def name_all(self) -> None:
        """Bring all that is waiting to the disk, then give it its names."""
        target = ""
        try:
            for file, _, target in self._waiting:  # noqa: B007 - it is told if this fails
                os.fsync(file.fileno())
                file.close()
            folders = dict.fromkeys(os.path.dirname(target) for _, _, target in self._waiting)
            while self._waiting:
                _, draft, target = self._waiting[-1]
                os.replace(draft, target)
                self._waiting.pop()
                self._named(target)
            for target in folders:
                sync_folder(Path(target))
        except OSError as trouble:
            raise cannot_write(Path(target), trouble) from trouble

    def _save(self, whole: int) -> None:
        """Name the first `whole` that are waiting, though the disk would not take the next."""
        for file, draft, _ in self._waiting[whole:]:
            _discard(file, draft)
        del self._waiting[whole:]
        with suppress(Breakdown):
            self.name_all()

    def _draft(self, target: str) -> str:
        self._count += 1
        return f"{os.path.dirname(target)}{os.sep}{self._mine}{self._count}{_AFTER}"


def _opened(draft: str, buffering: int) -> Any:
    try:
        return open(draft, "wb", buffering)
    except FileNotFoundError:
        Path(draft).parent.mkdir(parents=True, exist_ok=True)
        return open(draft, "wb", buffering)


def _discard(file: BinaryIO | FileIO, draft: str) -> None:
    # What a full disk could not take is not to be written once more while it is closed.
    with suppress(OSError):
        file.close()
    with suppress(OSError):
        os.unlink(draft)


def found(folder: Path) -> Iterator[str]:
    """The PDF files below a folder, as paths from it; drafts that nobody writes are taken away.

    Raises Breakdown where the folder cannot be read or a draft cannot be taken away.
    """
    try:
        for here, folders, names in os.walk(folder, onerror=_raise):
            folders.sort()
            inside = Path(here).relative_to(folder).as_posix()
            for name in sorted(names):
                if name.startswith(_BEFORE) and name.endswith(_AFTER):
                    _take_away(Path(here, name))
                elif name.lower().endswith(".pdf"):
                    yield name if inside == "." else f"{inside}/{name}"
    except FileNotFoundError:
        return
    except OSError as trouble:
        raise cannot_write(folder, trouble) from trouble


def _take_away(draft: Path) -> None:
    """Delete a draft, unless whoever began it may still be writing it."""
    begun = _DRAFT.fullmatch(draft.name)
    if begun and begun[1] == _machine():
        if sys.platform == "win32":
            # What is open cannot be deleted there.
            with suppress(PermissionError):
                draft.unlink(missing_ok=True)
        elif not _lives(int(begun[2])):
            draft.unlink(missing_ok=True)
        return
    with suppress(FileNotFoundError):
        if time.time() - draft.stat().st_mtime > _ABANDONED:
            draft.unlink()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return process != os.getpid()


def _machine() -> str:
    """A short name for this machine, because a folder may lie on a network."""
    return blake2b(node().encode(errors="replace"), digest_size=4).hexdigest()


def _raise(trouble: OSError) -> None:
    raise trouble
