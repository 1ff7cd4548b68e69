"""What a program did to its disk, call by call, and what a power cut may leave of it.

`logged` runs a program under strace and reads back its real writes, syncs and names, and
the words that it told in between. `Disk` replays them as far as a cut, and then makes a
folder as it may be found afterwards: of what was not synced any part may be missing, also a
half of a write at the bounds of a disk's blocks; a name is there for certain only if its
folder was synced. Knows nothing of Cek Dulu.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

BLOCK = 512

CALLS = "open,openat,close,pwrite64,write,pwritev,writev,ftruncate,truncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat,sync_file_range,copy_file_range,dup,dup2,dup3"

_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)(?: .*)?", re.DOTALL)
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass(frozen=True)
class Call:
    """A call that succeeded: its name, its numbers and words in order, and what it gave back."""

    name: str
    texts: tuple[bytes, ...]
    numbers: tuple[int, ...]
    flags: str
    gave: int


def logged(command: Sequence[str], log: Path, env: dict[str, str]) -> list[Call]:
    """Run a program to its end; returns its calls. Fails the test where strace cannot be used."""
    if shutil.which("strace") is None:
        pytest.fail("This test needs strace: apt-get install strace, as .ci/run does.")
    done = subprocess.run(
        ["strace", "-f", "-e", f"trace={CALLS}", "-e", "signal=none", "-xx", "-s", "1000000",
         "-o", str(log), *command],
        capture_output=True, text=True, env=env,
    )  # fmt: skip
    if done.returncode != 0:
        pytest.fail(f"strace {' '.join(command[:1])}: {done.stderr}\nMay strace trace here?")
    calls = [_call(line) for line in log.read_text().splitlines()]
    return [call for call in calls if call is not None]


def _call(line: str) -> Call | None:
    assert "unfinished" not in line, "the program has more than one thread"
    found = _LINE.fullmatch(line)
    if found is None or int(found[3]) < 0:
        return None
    texts = tuple(bytes.fromhex(one.replace("\\x", "")) for one in _TEXT.findall(found[2]))
    bare = _TEXT.sub("", found[2])
    numbers = tuple(int(one) for one in re.findall(r"(?<![\w|])\d+(?![\w|])", bare))
    return Call(found[1], texts, numbers, bare, int(found[3]))


@dataclass
class _File:
    """What is on the disk of a file for certain, and what was done since, a block at a time.

    A folder has nothing but its name.
    """

    folder: bool = False
    sure: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, data: bytes) -> None:
        while data:
            room = BLOCK - at % BLOCK
            self.since.append((at, data[:room]))
            at, data = at + room, data[room:]

    def after(self, chosen: Sequence[tuple[int, bytes | None]]) -> bytes:
        found = bytearray(self.sure)
        for at, data in chosen:
            if data is None:
                found = found[:at] + bytes(max(at - len(found), 0))
            else:
                found += bytes(max(at - len(found), 0))
                found[at : at + len(data)] = data
        return bytes(found)

    def synced(self) -> None:
        self.sure, self.since = bytearray(self.after(self.since)), []


class Disk:
    """The files below a folder, as calls leave them."""

    def __init__(self, root: Path, without: bool | None = None) -> None:
        """`without` leaves out the syncs of folders (True) or of files (False)."""
        self._without = without
        self.told: list[str] = []
        self._root = str(root)
        self._names: dict[str, _File | None] = {}
        self._sure: dict[str, _File | None] = {}
        self._since: list[tuple[str, _File | None]] = []
        self._open: dict[int, tuple[str, _File | None, int]] = {1: ("", None, 0)}

    def take(self, call: Call) -> None:
        """Another call; one that this does not know stops the test, lest it be overlooked."""
        match call.name:
            case "open" | "openat":
                self._opened(call)
            case "close":
                self._open.pop(call.numbers[0], None)
            case "write" if call.numbers[0] == 1:
                self.told += call.texts[0].decode().split("\n")[:-1]
            case "write" | "pwrite64":
                self._wrote(call)
            case "ftruncate":
                file = self._file(call)
                if file is not None:
                    file.since.append((call.numbers[1], None))
            case "fsync" | "fdatasync":
                self._synced(call)
            case "unlink":
                self._named(call.texts[0].decode(), None)
            case "rename":
                old, new = (text.decode() for text in call.texts)
                self._named(new, self._names.get(old))
                self._named(old, None)
            case "mkdir":
                self._named(call.texts[0].decode(), _File(folder=True))
            case _:
                touched = [self._open.get(one, ("",))[0] for one in call.numbers[:2]]
                named = [text.decode(errors="replace") for text in call.texts]
                assert not any(one.startswith(self._root) for one in (*touched, *named)), call

    def _opened(self, call: Call) -> None:
        path = call.texts[0].decode(errors="replace")
        if not path.startswith(self._root):
            self._open[call.gave] = ("", None, 0)
            return
        if "O_CREAT" in call.flags and self._names.get(path) is None:
            self._named(path, _File())
        file = self._names.get(path)
        if "O_TRUNC" in call.flags and file is not None:
            file.since.append((0, None))
        self._open[call.gave] = (path, file, 0)

    def _wrote(self, call: Call) -> None:
        number = call.numbers[0]
        path, file, place = self._open.get(number, ("", None, 0))
        if file is None:
            return
        at = call.numbers[2] if call.name == "pwrite64" else place
        file.write(at, call.texts[0][: call.gave])
        if call.name == "write":
            self._open[number] = (path, file, at + call.gave)

    def _file(self, call: Call) -> _File | None:
        return self._open.get(call.numbers[0], ("", None, 0))[1]

    def _synced(self, call: Call) -> None:
        path, file, _ = self._open.get(call.numbers[0], ("", None, 0))
        of_folder = file is None or file.folder
        if not path or of_folder is self._without:
            return
        if file is not None and not file.folder:
            file.synced()
        else:
            for name, what in self._since:
                if str(Path(name).parent) == path:
                    self._sure[name] = what
            self._since = [one for one in self._since if str(Path(one[0]).parent) != path]

    def _named(self, path: str, file: _File | None) -> None:
        if path.startswith(self._root):
            self._names[path] = file
            self._since.append((path, file))

    def cut(self, random: Random, folder: Path) -> None:
        """Make of `folder` what the power leaves of the root, one of many ways by chance."""
        share = random.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        names = dict(self._sure)
        still = {name for name, _ in self._since}
        for name, file in self._since:
            # The changes of one name come in order; how far they came is chance.
            if name in still and random.random() < share:
                names[name] = file
            else:
                still.discard(name)
        for name, file in names.items():
            above = [str(one) for one in Path(name).parents if str(one).startswith(self._root)]
            lies = all(one == self._root or names.get(one) is not None for one in above)
            if file is None or file.folder or not lies or name.endswith("-shm"):
                continue
            path = folder / Path(name).relative_to(self._root)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.after([one for one in file.since if random.random() < share]))
