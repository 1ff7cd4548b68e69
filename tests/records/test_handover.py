"""Handing over: one small file, whole and read back, or nothing at all."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from ballots import session, vote
from carried import handed, journal_of
from records.meeting import AGENDA, EVENTS, SETUP, Watch, play
from records.small_disks import on_disk

from toolkit import disk
from toolkit.errors import Breakdown, WrongCall, WrongInput
from toolkit.language import said
from toolkit.records import handover_file
from toolkit.records.handover import handover
from toolkit.records.handover_file import Fault, Unfit, carried
from toolkit.records.kept_session import KeptSession
from toolkit.records.result_lines import from_json
from toolkit.records.sticks import sticks

FIRST = session(vote("before", "q1", "a12 b18"), uid="a1", village="Sukamaju")
SECOND = session(vote("after", "q1", "a20 b10"), uid="b2", village="Muara Enim")
OTHERS = session(vote("after", "q1", "a7 b9"), uid="c3", village="Kertasari")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty folder that stands for a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_the_sessions_of_this_laptop_are_handed_over(tmp_path: Path, stick: Path) -> None:
    """All of them in one file, and not those that were gathered from others."""
    journal = journal_of(tmp_path / "data", SECOND, FIRST)
    journal_of(tmp_path / "data", OTHERS, gathered=True)
    done = handover(journal, stick)
    assert [*stick.iterdir()] == [done.path]
    assert (done.sessions, done.bytes, done.broken) == (2, done.path.stat().st_size, 0)
    there = carried(done.path.read_bytes())
    assert [line.uid for line in there.lines] == ["a1", "b2"]
    assert done.path.name == f"cek-dulu-{there.laptop}.cekdulu"


def test_a_session_that_was_led_and_ended_is_handed_over(tmp_path: Path, stick: Path) -> None:
    """As the hall keeps it, key by key; while it is open it stays here."""
    journal = journal_of(tmp_path / "data")
    kept = KeptSession.begin(SETUP, AGENDA, journal, Watch().clock)
    play(kept, EVENTS[:-1])
    with pytest.raises(WrongInput):
        handover(journal, stick)
    play(kept, EVENTS[-1:])
    (line,) = carried(handover(journal, stick).path.read_bytes()).lines
    assert from_json(line.text) == kept.result()


def test_the_same_sessions_make_the_same_bytes(tmp_path: Path, stick: Path) -> None:
    """Repeating it writes the same file again; a new session makes it longer."""
    first = handover(journal_of(tmp_path / "data", FIRST), stick)
    before = first.path.read_bytes()
    assert handover(journal_of(tmp_path / "data"), stick).path.read_bytes() == before
    assert handover(journal_of(tmp_path / "data", SECOND), stick).path == first.path
    assert len(carried(first.path.read_bytes()).lines) == 2


def test_without_a_finished_session_nothing_is_written(tmp_path: Path, stick: Path) -> None:
    """Neither a file on the stick nor a name for the laptop."""
    with pytest.raises(WrongInput, match="no finished session"):
        handover(journal_of(tmp_path / "data"), stick)
    assert [*stick.iterdir()] == []


@pytest.mark.parametrize(("name", "why"), [("gone/stick", "no folder"), ("file", "is a file")])
def test_a_stick_that_is_not_in_is_never_made_up(tmp_path: Path, name: str, why: str) -> None:
    """A folder in its place would be on the laptop's own disk."""
    (tmp_path / "file").write_text("")
    with pytest.raises(WrongCall, match=why):
        handover(journal_of(tmp_path / "data", FIRST), tmp_path / name)
    assert not (tmp_path / "gone").exists()


ON_STICK = """
from ballots import session, vote
from carried import journal_of
from toolkit.errors import Breakdown
from toolkit.records.handover import handover
from toolkit.records.handover_file import carried
from toolkit.records.sticks import sticks

def handed(name, *told):
    try:
        return handover(journal_of(disk.with_name(name), *told), disk).path
    except Breakdown as trouble:
        print(trouble.exit_code, trouble)

FIRST = session(vote("before", "q1", "a12 b18"), uid="a1")
"""

mounted = pytest.mark.skipif(sys.platform != "linux", reason="disks are mounted as Linux does it")


@mounted
def test_a_full_stick_is_told_and_keeps_nothing_half(tmp_path: Path) -> None:
    """What was on it before is still there; the message says that it is full."""
    program = """
many = [
    session(vote("before", "q1", "a12 b18"), uid=f"{n:032x}", words={"id": {"q1": "x" * 2000}})
    for n in range(60)
]
earlier = handed("other", FIRST)
handed("data", *many)
print([*disk.iterdir()] == [earlier], len(carried(earlier.read_bytes()).lines))
"""
    told, left = on_disk(
        ON_STICK + program, tmp_path / "stick", "-t tmpfs -o size=64k none"
    ).splitlines()
    assert told.startswith("3 ")
    assert "full" in told
    assert left == "True 1"


@mounted
def test_a_write_protected_stick_is_told(tmp_path: Path) -> None:
    """Really mounted read-only; the message says that one may not write there."""
    program = 'handed("data", FIRST)\nprint([*disk.iterdir()])'
    told, left = on_disk(
        ON_STICK + program, tmp_path / "stick", "-t tmpfs -o size=64k,ro none"
    ).splitlines()
    assert told.startswith("3 ")
    assert "not allowed to write" in told
    assert left == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are a Unix matter")
def test_a_disk_that_ends_in_the_middle_leaves_nothing_half(tmp_path: Path, stick: Path) -> None:
    """Wherever the writing breaks off, the stick is as it was. Needs no right to mount."""
    journal_of(tmp_path / "data", FIRST, SECOND).close()
    program = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from toolkit.errors import Breakdown; from toolkit.records.journal import Journal\n"
        "from toolkit.records.handover import handover\n"
        "journal = Journal(Path(sys.argv[1])); journal.keep_setting('laptop', '00000000')\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "for size in (0, 1, 100, 400, 700):\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))\n"
        "    try: handover(journal, Path(sys.argv[2])); print('written')\n"
        "    except Breakdown as told: print(told.exit_code)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "data"), str(stick)],
        capture_output=True, text=True,
    )  # fmt: skip
    assert told.stdout.split() == ["3"] * 5, told.stderr
    assert [*stick.iterdir()] == []


def test_a_stick_that_lies_is_found_out(
    tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worn stick takes every byte and gives other ones back: nobody is told to take it out."""

    def worn(path: Path, most: int, real: object = disk.from_medium) -> bytes:
        raw = bytearray(real(path, most))  # type: ignore[operator]
        raw[len(raw) // 2] ^= 1
        return bytes(raw)

    monkeypatch.setattr(disk, "from_medium", worn)
    with pytest.raises(Breakdown, match="not on the stick as it was written"):
        handover(journal_of(tmp_path / "data", FIRST), stick)
    assert [*stick.iterdir()] == []


@pytest.mark.parametrize("answer", [errno.EIO, errno.EACCES, errno.ENODEV])
@pytest.mark.parametrize("earlier", [True, False])
def test_a_stick_that_does_not_answer_is_told(
    tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, answer: int, earlier: bool
) -> None:
    """Pulled out in the middle, or dying: it ends, with exit 3, and leaves nothing half.

    An earlier file of ours that cannot be read is not taken for a free name, nor for another's.
    """

    def dying(path: Path, most: int) -> bytes:
        raise OSError(answer, os.strerror(answer))

    journal = journal_of(tmp_path / "data", FIRST)
    if earlier:
        handover(journal, stick)
    before = {path: path.read_bytes() for path in stick.iterdir()}
    monkeypatch.setattr(disk, "from_medium", dying)
    with pytest.raises(Breakdown, match="could not be written") as told:
        handover(journal, stick)
    assert told.value.exit_code == 3
    assert {path: path.read_bytes() for path in stick.iterdir()} == before


def test_what_is_no_file_is_left_alone_and_the_next_name_taken(tmp_path: Path, stick: Path) -> None:
    """A folder, or a pipe on which reading would wait for ever."""
    journal = journal_of(tmp_path / "data", FIRST)
    journal.keep_setting("laptop", "00000001")
    (stick / "cek-dulu-00000001.cekdulu").mkdir()
    if sys.platform != "win32":
        os.mkfifo(stick / "cek-dulu-00000001-2.cekdulu")
    assert handover(journal, stick).path.name[17:] in ("-2.cekdulu", "-3.cekdulu")
    assert (stick / "cek-dulu-00000001.cekdulu").is_dir()


def test_names_come_to_an_end(tmp_path: Path, stick: Path) -> None:
    """Where ninety-nine of them are taken, another stick is asked for."""
    journal = journal_of(tmp_path / "data", FIRST)
    journal.keep_setting("laptop", "00000001")
    for number in range(1, 100):
        (stick / f"cek-dulu-00000001{'' if number == 1 else f'-{number}'}.cekdulu").mkdir()
    with pytest.raises(Breakdown, match="too many files called cek-dulu-00000001"):
        handover(journal, stick)
    assert len([*stick.iterdir()]) == 99


def test_a_full_laptop_still_hands_over(
    tmp_path: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where its name cannot be kept, its sessions give it one that is the same each time."""
    journal = journal_of(tmp_path / "data", FIRST)

    def full(name: str, value: str) -> None:
        raise Breakdown(said("The disk is full."), said("Make room."))

    monkeypatch.setattr(journal, "keep_setting", full)
    assert handover(journal, stick).path == handover(journal, stick).path
    assert len([*stick.iterdir()]) == 1


@pytest.mark.parametrize("keep", [0, 1, 10, 30, 100, -1])
def test_a_half_written_file_of_an_earlier_time_is_replaced(
    tmp_path: Path, stick: Path, keep: int
) -> None:
    """The stick was pulled out too early; handing over once more mends it."""
    journal = journal_of(tmp_path / "data", FIRST)
    done = handover(journal, stick)
    done.path.write_bytes(done.path.read_bytes()[:keep])
    assert handover(journal, stick).path == done.path
    assert carried(done.path.read_bytes()).lines


def test_sessions_that_are_only_on_the_stick_are_never_written_over(
    tmp_path: Path, stick: Path
) -> None:
    """A laptop that was set up as a copy of another has the same number, and takes another name."""
    first = journal_of(tmp_path / "data", FIRST)
    first.keep_setting("laptop", "00000001")
    copy = journal_of(tmp_path / "copy", SECOND)
    copy.keep_setting("laptop", "00000001")
    for _ in range(2):
        assert handover(first, stick).path.name == "cek-dulu-00000001.cekdulu"
        assert handover(copy, stick).path.name == "cek-dulu-00000001-2.cekdulu"
    assert len([*stick.iterdir()]) == 2


def test_what_a_newer_program_wrote_is_never_written_over(tmp_path: Path, stick: Path) -> None:
    """An older copy of the program cannot know what is in it."""
    journal = journal_of(tmp_path / "data", FIRST)
    done = handover(journal, stick)
    newer = done.path.read_bytes().replace(b'"version":1', b'"version":9')
    done.path.write_bytes(newer)
    assert handover(journal, stick).path != done.path
    assert done.path.read_bytes() == newer


def test_a_record_that_was_damaged_here_stays_behind(tmp_path: Path, stick: Path) -> None:
    """The other sessions are handed over, and it is said how many are not."""
    journal = journal_of(tmp_path / "data", FIRST, SECOND)
    with journal.writing() as db:
        db.execute("UPDATE results SET body = replace(body, '[12,18]', '[12,19]')")
    done = handover(journal, stick)
    assert (done.sessions, done.broken) == (1, 1)


def test_the_name_of_the_laptop_is_a_number_about_nobody(tmp_path: Path, stick: Path) -> None:
    """Drawn at random; nothing of the machine or the person is in it."""
    names = {handover(journal_of(tmp_path / str(n), FIRST), stick).path.stem for n in range(3)}
    assert len(names) == 3
    assert all(len(bytes.fromhex(name.removeprefix("cek-dulu-"))) == 4 for name in names)


WHOLE = handed("1f0c22aa", (FIRST, SECOND))


def test_a_file_cut_at_any_byte_is_known_as_cut() -> None:
    """However little is missing."""
    for length in range(len(WHOLE)):
        with pytest.raises(Unfit) as unfit:
            carried(WHOLE[:length])
        assert unfit.value.fault is Fault.CUT


@pytest.mark.parametrize("bit", range(8))
def test_a_file_with_any_flipped_bit_is_not_believed(bit: int) -> None:
    """At any of its bytes."""
    for at in range(len(WHOLE)):
        raw = bytearray(WHOLE)
        raw[at] ^= 1 << bit
        with pytest.raises(Unfit):
            carried(bytes(raw))


def test_a_sound_file_with_something_after_it_is_not_believed() -> None:
    """Two files in one are none."""
    for more in (b"\n", b" ", WHOLE):
        with pytest.raises(Unfit):
            carried(WHOLE + more)


VERSION_1 = b"""\
{"cekdulu":"sessions","version":1,"program":"0.1.0","laptop":"1f0c22aa","sessions":2}
{"format":1,"uid":"a1","events":100,"day":"2026-11-20","setup":{"village":"Sukamaju","heads":30,"minutes":60,"lessons":["recruitment"],"measure":"hands","women":null,"men":null,"youth":null},"heads":30,"items":[["q1","choice","papers",[["a",true],["b",false]],[["before","",[12,18]]]]],"marked":[],"times":[],"words":{},"priorities":{}}
{"format":1,"uid":"b2","events":100,"day":"2026-11-20","setup":{"village":"Muara Enim","heads":30,"minutes":60,"lessons":["recruitment"],"measure":"hands","women":null,"men":null,"youth":null},"heads":30,"items":[["q1","choice","papers",[["a",true],["b",false]],[["after","",[20,10]]]]],"marked":[],"times":[],"words":{},"priorities":{}}
{"sha256":"805806b8a8e38191d0d1a0afa4ecdff2ca1bfb3b5780c1569aea312b70f03048"}
"""
"""A file as version 0.1 wrote it. It stays as it is, whatever becomes of the program."""


def test_files_of_version_1_can_be_read_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also by a later program with another form of its own."""
    expected = [line.values for line in carried(WHOLE).lines]
    assert [line.values for line in carried(VERSION_1).lines] == expected
    monkeypatch.setattr(handover_file, "FORMAT", 2)
    monkeypatch.setitem(handover_file._READERS, 2, lambda _: pytest.fail("read as version 2"))
    assert [line.values for line in carried(VERSION_1).lines] == expected


def test_sticks_are_drives_and_not_folders_or_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In order of name; a place that may not be looked into is passed by."""
    for name in ("ani/B", "ani/A", "ani/folder"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "ani" / "link").symlink_to(tmp_path / "ani" / "A")
    monkeypatch.setattr(os.path, "ismount", lambda path: Path(path).name in ("A", "B", "link"))
    if sys.platform != "win32":
        found = sticks((f"{tmp_path}/*/*", "/nowhere/at/all/*"))
        assert [path.name for path in found] == ["A", "B"]
    monkeypatch.undo()
    assert all(path.is_dir() for path in sticks())


@mounted
def test_it_is_known_what_a_folder_lies_on(tmp_path: Path) -> None:
    """Real drives: a stick, a folder on the laptop, what a stick left behind, and our own stick."""
    program = """
import os
from toolkit.records import sticks as room
from toolkit.records.sticks import drive_of
room.sticks = lambda: sticks((f"{disk.parent}/*",))
(disk / "deep").mkdir()
laptop = disk.parent / "laptop"
laptop.mkdir()
print(drive_of(disk / "deep", laptop).name)
os.chdir(disk)
print(drive_of(Path("."), laptop).name, drive_of(disk, disk / "deep").name)
print(drive_of(laptop, laptop.parent).name, drive_of(laptop, disk).name)
room.sticks = lambda: ()
print(drive_of(disk, laptop).name)
os.chdir("/")
subprocess.run(["umount", str(disk)], check=True)
print(drive_of(disk, laptop).name)
"""
    out = on_disk(ON_STICK + program, tmp_path / "stick", "-t tmpfs -o size=64k none")
    stick, here, left_behind = ["STICK"], ["STICK", "OWN_STICK"], ["LAPTOP"]
    by_hand, folders = ["STICK"], ["LAPTOP", "LAPTOP"]
    expected = [stick, here, folders, by_hand, left_behind]
    assert [line.split() for line in out.splitlines()] == expected


@mounted
def test_a_real_drive_is_found(tmp_path: Path) -> None:
    """One that is really mounted, and no longer when it is gone."""
    program = """
place = (f"{disk.parent}/*",)
print(sticks(place) == (disk,))
subprocess.run(["umount", str(disk)], check=True)
print(sticks(place))
"""
    out = on_disk(ON_STICK + program, tmp_path / "stick", "-t tmpfs -o size=64k none")
    assert out.splitlines() == ["True", "()"]
