"""Gathering: the same totals whatever the sticks hold, in whatever order, however often."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from ballots import session, vote
from carried import handed, journal_of, kept, results
from hypothesis import given, settings
from hypothesis import strategies as st
from records.small_disks import as_nobody, open_to_all

from toolkit.errors import WrongCall
from toolkit.records import handover_file
from toolkit.records.gather import NAMED, Gathered, gather, look_for
from toolkit.records.handover_file import Fault
from toolkit.records.journal import Journal
from toolkit.session.result import Result

FIRST = session(vote("before", "q1", "a12 b18"), uid="a1")
SECOND = session(vote("after", "q1", "a20 b10"), uid="b2")


def brought(data: Path, *places: Path) -> Gathered:
    """What gathering these places into the journal in `data` comes to."""
    return gather(Journal(data), look_for(places))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with one sound file."""
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "cek-dulu-1.cekdulu").write_bytes(handed("1", (FIRST, SECOND)))
    return folder


@dataclass(frozen=True)
class File:
    """A file on a stick: its name, its bytes, and the sessions that it brings."""

    name: str
    raw: bytes
    brings: tuple[Result, ...]


NAMES = st.sampled_from(
    ["cek-dulu-1.cekdulu", "cek-dulu-1 (1).cekdulu", "CEK-DU~1.CEK", "laporan.bak", "a/b/foto.jpg"]
)
FEW = st.sampled_from(["00", "01", "02"])


@st.composite
def files(draw: st.DrawFn) -> File:
    """A file of some laptop: sound, or cut, or with a flipped bit, or of a newer program."""
    told = draw(st.lists(results(FEW), min_size=1, max_size=2, unique_by=lambda one: one.uid))
    name, raw = draw(NAMES), handed(draw(FEW), told)
    match draw(st.sampled_from(["sound", "sound", "cut", "flipped", "newer", "foreign"])):
        case "sound":
            return File(name, raw, tuple(told))
        case "cut":
            return File(name, raw[: draw(st.integers(0, len(raw) - 1))], ())
        case "flipped":
            at, bit = draw(st.integers(0, len(raw) - 1)), draw(st.integers(0, 7))
            return File(name, raw[:at] + bytes([raw[at] ^ (1 << bit)]) + raw[at + 1 :], ())
        case "newer":
            return File(name, raw.replace(b'"version":1', b'"version":2'), ())
        case _:
            return File(name, draw(st.binary(max_size=200)), ())


def gathered_from(root: Path, told: Sequence[File]) -> list[tuple[object, ...]]:
    """What a new journal holds after gathering these files, each from a stick of its own."""
    places = []
    for number, file in enumerate(told):
        path = root / f"stick-{number}" / file.name
        path.parent.mkdir(parents=True)
        path.write_bytes(file.raw)
        places.append(root / f"stick-{number}")
    journal = Journal(root / "data")
    for place in places:
        gather(journal, look_for([place]))
    held = kept(journal)
    journal.close()
    return held


@settings(max_examples=40)
@given(st.lists(files(), max_size=5), st.randoms(use_true_random=False))
def test_order_repetition_names_and_broken_files_change_nothing(
    told: list[File], chance: random.Random
) -> None:
    """Real files, a real journal: it holds what the sound files bring, each session once."""
    shuffled = [*told, *chance.sample(told, len(told) // 2)]
    chance.shuffle(shuffled)
    with tempfile.TemporaryDirectory() as root:
        sound = [one for file in told for one in file.brings]
        journal = journal_of(Path(root, "expected"), *sound, gathered=True)
        expected = kept(journal)
        journal.close()
        assert gathered_from(Path(root, "one"), told) == expected
        assert gathered_from(Path(root, "two"), shuffled) == expected


def test_it_is_told_what_came_of_it(tmp_path: Path, stick: Path) -> None:
    """New sessions at first; the same again is known; one with more events replaces."""
    first = brought(tmp_path / "data", stick)
    assert (first.files, first.laptops) == (1, 1)
    assert (first.new, first.known, first.replaced) == (2, 0, 0)
    more = replace(SECOND, events=200, heads=31)
    (stick / "copy.cekdulu").write_bytes(handed("2", (more,)))
    second = brought(tmp_path / "data", stick, stick)
    assert (second.files, second.laptops) == (2, 2)
    assert (second.new, second.known, second.replaced) == (0, 1, 1)


def test_a_session_is_counted_once_however_many_copies_there_are(
    tmp_path: Path, stick: Path
) -> None:
    """Also when the newer one comes after the older one in the same call."""
    (stick / "z-later").write_bytes(handed("1", (FIRST, replace(SECOND, events=101))))
    (stick / "copy").mkdir()
    (stick / "copy" / "again.bak").write_bytes(handed("1", (FIRST, SECOND)))
    told = brought(tmp_path / "data", stick)
    assert (told.files, told.new, told.known, told.replaced) == (3, 2, 0, 0)


def faults(told: Gathered) -> dict[str, Fault]:
    """Why each file was left out."""
    return {one.path.name: one.fault for one in told.left_out}


def test_each_file_that_is_left_out_is_named_with_its_reason(tmp_path: Path, stick: Path) -> None:
    """Ours are known by how they begin, or by their name."""
    whole = handed("1", (FIRST,))
    (stick / "cut.bak").write_bytes(whole[:-30])
    (stick / "empty.cekdulu").write_bytes(b"")
    (stick / "photo.CEKDULU").write_bytes(b"\x89PNG")
    (stick / "newer").write_bytes(whole.replace(b'"version":1', b'"version":2'))
    assert faults(brought(tmp_path / "data", stick)) == {
        "cut.bak": Fault.CUT,
        "empty.cekdulu": Fault.CUT,
        "photo.CEKDULU": Fault.CUT,
        "newer": Fault.NEWER,
    }


def test_a_broken_session_is_told_and_the_others_are_taken(tmp_path: Path, stick: Path) -> None:
    """The file's sum is right, but one line in it is none of ours."""
    raw = handover_file.content(
        "3", ['{"uid":"zz"}', *handed("3", (FIRST,)).decode().split("\n")[1:2]]
    )
    (stick / "cek-dulu-1.cekdulu").write_bytes(raw)
    told = brought(tmp_path / "data", stick)
    assert faults(told) == {"cek-dulu-1.cekdulu": Fault.BROKEN}
    assert told.new == 1


@pytest.mark.parametrize("lost", [1, 22, 70, 300])
def test_a_file_whose_beginning_is_lost_is_known_by_its_end(
    tmp_path: Path, stick: Path, lost: int
) -> None:
    """Also under another name: it is named as damaged, and not passed by as foreign."""
    (stick / "photo.jpg").write_bytes(bytes(lost) + handed("1", (FIRST,))[lost:])
    told = brought(tmp_path / "data", stick)
    assert faults(told) == {"photo.jpg": Fault.CUT}
    assert told.foreigners == 0


def test_foreign_files_are_named_as_far_as_that_helps(tmp_path: Path, stick: Path) -> None:
    """The first ones, and how many there are; they are no fault."""
    for number in range(NAMED + 5):
        (stick / f"photo-{number:02}.jpg").write_bytes(b"\xff\xd8" * 5000)
    told = brought(tmp_path / "data", stick)
    assert [path.name for path in told.foreign] == [f"photo-{n:02}.jpg" for n in range(NAMED)]
    assert (told.foreigners, told.left_out) == (NAMED + 5, ())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither pipes nor links on sticks")
def test_what_is_no_file_does_not_keep_anybody_waiting(tmp_path: Path, stick: Path) -> None:
    """A pipe, a dead link and a link in a circle are passed by; a link to a file is followed."""
    os.mkfifo(stick / "pipe.cekdulu")
    (stick / "dead.cekdulu").symlink_to("nowhere")
    (stick / "circle").symlink_to(stick)
    (stick / "linked").symlink_to("cek-dulu-1.cekdulu")
    told = brought(tmp_path / "data", stick)
    assert (told.files, told.new, told.foreigners) == (2, 2, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps files shut in another way")
def test_what_cannot_be_opened_is_named() -> None:
    """A file and a folder that belong to somebody else, as another person meets them."""
    loaded = "from toolkit.records.gather import *"
    program = """
told = look_for([Path(sys.argv[1])])
told = gather(None, Found(tuple(f for f in told.files if 'shut' in f.name), told.closed))
print(sorted((one.path.name, one.fault.name) for one in told.left_out))
"""
    with open_to_all() as root:
        (root / "secret").mkdir(mode=0)
        (root / "shut.cekdulu").touch(mode=0)
        told = as_nobody(loaded, program, root)
    assert told.strip() == "[('secret', 'UNREADABLE'), ('shut.cekdulu', 'UNREADABLE')]"


def test_folders_of_the_system_are_not_looked_into(tmp_path: Path, stick: Path) -> None:
    """Windows lets nobody into them; that is no reason to worry anybody."""
    hidden = stick / "System Volume Information"
    hidden.mkdir()
    (hidden / "cut.cekdulu").write_bytes(b"")
    assert brought(tmp_path / "data", stick).left_out == ()


def test_a_file_may_be_named_itself_and_a_place_that_is_not_there_is_told(
    tmp_path: Path, stick: Path
) -> None:
    """Before anything is brought in."""
    assert brought(tmp_path / "data", stick / "cek-dulu-1.cekdulu").new == 2
    for gone in (tmp_path / "nowhere", stick / "cek-dulu-1.cekdulu" / "in", Path("x" * 300)):
        with pytest.raises(WrongCall, match="There is no folder"):
            look_for([stick, gone])


def test_a_kill_in_the_middle_costs_nothing_but_the_time(tmp_path: Path) -> None:
    """What was brought in stays, and the same call brings in the rest."""
    folder = tmp_path / "sticks"
    folder.mkdir()
    for number in range(700):
        one = session(vote("before", "q1", "a12 b18"), uid=f"{number:04x}")
        (folder / f"{number:04}.cekdulu").write_bytes(handed(str(number), (one,)))
    program = (
        "import sys; from pathlib import Path\n"
        "from toolkit.records.gather import gather, look_for\n"
        "from toolkit.records.journal import Journal\n"
        "gather(Journal(Path(sys.argv[1])), look_for([Path(sys.argv[2])]),"
        " lambda path: print(path.stem, flush=True))\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "data"), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        for line in running.stdout:
            if line.strip() == "0600":
                os.kill(running.pid, signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
                break
    told = brought(tmp_path / "data", folder)
    assert told.known >= 500
    assert (told.new + told.known, told.replaced) == (700, 0)
