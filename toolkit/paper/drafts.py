"""Many files at once, safely: first all are written under other names, then all get their own.

What has its final name is whole and on the disk, whatever is cut when: a batch is brought to
the disk before the first of its files is renamed. Drafts that an earlier cut left behind are
taken away. Knows files and folders, not what is in them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from toolkit.disk import cannot_write, sync_folder

_BATCH = 200
"""Files in a batch: one wait for the disk each, and few enough to be open at once."""

_BEFORE = ".cekdulu-"
_AFTER = ".part"


class Drafts:
    """Files on their way; each has its name when the batch is full, or at the end.

    `named` is told of each file that has its name. Raises Breakdown if the disk fails; then
    the files of the batch that have no name yet are gone.
    """

    def __init__(self, named: Callable[[Path], None]) -> None:
        self._named = named
        self._waiting: list[tuple[BinaryIO, Path, Path]] = []
        self._count = 0

    def __enter__(self) -> Drafts:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if kind is None:
            self.name_all()
        self._drop()

    @contextmanager
    def new(self, target: Path) -> Iterator[BinaryIO]:
        """A file to write into; it gets its name later. A failure within leaves nothing."""
        self._count += 1
        draft = target.parent / f"{_BEFORE}{os.getpid()}-{self._count}{_AFTER}"
        file = self._opened(draft, target)
        self._waiting.append((file, draft, target))
        try:
            yield file
        except OSError as trouble:
            raise cannot_write(target, trouble) from trouble
        except BaseException:
            self._waiting.pop()
            _discard(file, draft)
            raise
        if len(self._waiting) >= _BATCH:
            self.name_all()

    def name_all(self) -> None:
        """Bring all that is waiting to the disk, then give it its names."""
        folders: dict[Path, None] = {}
        for file, _, target in self._waiting:
            try:
                file.flush()
                os.fsync(file.fileno())
                file.close()
            except OSError as trouble:
                raise cannot_write(target, trouble) from trouble
        while self._waiting:
            _, draft, target = self._waiting[0]
            try:
                draft.replace(target)
            except OSError as trouble:
                raise cannot_write(target, trouble) from trouble
            del self._waiting[0]
            folders[target.parent] = None
            self._named(target)
        for folder in folders:
            try:
                sync_folder(folder)
            except OSError as trouble:
                raise cannot_write(folder, trouble) from trouble

    def _opened(self, draft: Path, target: Path) -> BinaryIO:
        try:
            try:
                return draft.open("wb")
            except FileNotFoundError:
                target.parent.mkdir(parents=True, exist_ok=True)
                return draft.open("wb")
        except OSError as trouble:
            raise cannot_write(target, trouble) from trouble

    def _drop(self) -> None:
        for file, draft, _ in self._waiting:
            _discard(file, draft)
        self._waiting = []


def _discard(file: BinaryIO, draft: Path) -> None:
    # What a full disk could not take is not to be written once more while it is closed.
    with ExitStack() as stack:
        stack.callback(draft.unlink, missing_ok=True)
        with suppress(OSError):
            file.close()


def found(folder: Path) -> Iterator[str]:
    """The PDF files below a folder, as paths from it; leftover drafts are taken away.

    Raises Breakdown where the folder cannot be read or a draft cannot be taken away.
    """
    try:
        for here, folders, names in os.walk(folder, onerror=_raise):
            folders.sort()
            inside = Path(here).relative_to(folder).as_posix()
            for name in sorted(names):
                if name.startswith(_BEFORE) and name.endswith(_AFTER):
                    Path(here, name).unlink(missing_ok=True)
                elif name.lower().endswith(".pdf"):
                    yield name if inside == "." else f"{inside}/{name}"
    except FileNotFoundError:
        return
    except OSError as trouble:
        raise cannot_write(folder, trouble) from trouble


def _raise(trouble: OSError) -> None:
    raise trouble
