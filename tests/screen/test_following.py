"""When a saved file counts as saved: its content decides, and it must hold still."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from toolkit.content.load import Loaded, open_library
from toolkit.screen.follower import GRACE, SETTLE, Follower, Settling, sight

Write = Callable[[str, str | bytes], Path]
LONG = 20.0
"""Seconds after which a test gives up waiting for what takes a blink."""


@pytest.fixture
def root(write: Write) -> Path:
    """A library with two files."""
    write("lessons/a.yaml", "lesson: a\n")
    return write("quizzes/a.yaml", "quiz: a\n")


def test_what_a_file_holds_counts_not_when_it_was_written(root: Path) -> None:
    """A touched file is the same file; one changed within the same second is another."""
    path = root / "lessons" / "a.yaml"
    before, when = sight(root), path.stat()
    path.touch()
    assert sight(root) == before
    path.write_text("lesson: b\n", encoding="utf-8")
    os.utime(path, ns=(when.st_atime_ns, when.st_mtime_ns))
    assert sight(root) != before


def test_a_change_counts_once_it_holds_still(root: Path) -> None:
    """While an editor is still writing nothing is read, and each change is read once."""
    path = root / "lessons" / "a.yaml"
    settling = Settling(sight(root))
    assert not settling.settled(sight(root), 0)
    path.write_text("less", encoding="utf-8")
    assert not settling.settled(sight(root), 1)
    path.write_text("lesson: c\n", encoding="utf-8")
    assert not settling.settled(sight(root), 1 + 2 * SETTLE)
    seen = sight(root)
    assert settling.settled(seen, 1 + 3 * SETTLE)
    settling.read(seen)
    assert not settling.settled(sight(root), 9)


@pytest.mark.parametrize("blink", ["gone", "empty", "blank"])
def test_a_file_may_be_gone_or_empty_for_a_moment(root: Path, blink: str) -> None:
    """Saving by rename or in two steps is no mistake; what stays away is."""
    path = root / "lessons" / "a.yaml"
    settling = Settling(sight(root))
    if blink == "gone":
        path.unlink()
    else:
        path.write_text("" if blink == "empty" else " \n", encoding="utf-8")
    assert not settling.settled(sight(root), 1)
    assert not settling.settled(sight(root), 1 + GRACE / 2)
    assert settling.settled(sight(root), 1.1 + GRACE)
    path.write_text("lesson: a\n", encoding="utf-8")
    assert not settling.settled(sight(root), 1 + GRACE)
    assert not settling.settled(sight(root), 9)


def test_a_new_file_is_waited_for_no_longer_than_a_change(root: Path) -> None:
    """Only what was there and is lost gets a longer grace."""
    settling = Settling(sight(root))
    (root / "lessons" / "b.yaml").write_text("lesson: b\n", encoding="utf-8")
    assert not settling.settled(sight(root), 1)
    assert settling.settled(sight(root), 1 + 2 * SETTLE)


def test_a_follower_reads_at_once_and_again_after_a_save(root: Path) -> None:
    """What was read is told from its thread, and nothing after it was stopped."""
    told: list[Loaded | Exception] = []
    came = Event()

    def tell(found: Loaded | Exception) -> None:
        told.append(found)
        came.set()

    follower = Follower(root, lambda: open_library(root), tell)
    follower.start()
    assert came.wait(LONG)
    came.clear()
    (root / "lessons" / "b.yaml").write_text("lesson: b\n", encoding="utf-8")
    assert came.wait(LONG)
    follower.stop()
    first, second = told
    assert isinstance(first, Loaded)
    assert isinstance(second, Loaded)
    assert len(second.files) == len(first.files) + 1


def test_what_cannot_be_read_is_told_too(root: Path) -> None:
    """A library that is pulled out with its stick is no end of the following."""
    came = Event()
    told: list[Loaded | Exception] = []

    def read() -> Loaded:
        raise OSError("no stick")

    def tell(found: Loaded | Exception) -> None:
        told.append(found)
        came.set()

    follower = Follower(root, read, tell)
    follower.start()
    assert came.wait(LONG)
    follower.stop()
    assert isinstance(told[0], OSError)


def test_a_read_that_a_save_overtook_is_not_told(root: Path) -> None:
    """What may hold half of one save and half of the next is read once more."""
    path = root / "lessons" / "a.yaml"
    told: list[Loaded | Exception] = []
    came = Event()
    reads: list[str] = []

    def read() -> Loaded:
        reads.append(path.read_text(encoding="utf-8"))
        if len(reads) == 1:
            path.write_text("lesson: overtaken\n", encoding="utf-8")
        return open_library(root)

    def tell(found: Loaded | Exception) -> None:
        told.append(found)
        came.set()

    follower = Follower(root, read, tell)
    follower.start()
    assert came.wait(LONG)
    follower.stop()
    assert len(reads) == 2
    assert len(told) == 1
