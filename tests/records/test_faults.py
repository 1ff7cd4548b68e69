"""Full disks, locked sticks, other people's files: real ones. Nothing kept is lost, and it is told."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from records.meeting import AGENDA, EVENTS, SETUP, Watch, play
from records.small_disks import as_nobody, on_disk, open_to_all

from toolkit.errors import Breakdown
from toolkit.language import language
from toolkit.records.hall_journal import log
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open
from toolkit.records.last_choice import FILE_NAME
from toolkit.session.hall import Typed

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="disks are mounted as Linux does it"
)

BEGIN = """
from records.meeting import AGENDA, EVENTS, SETUP
from toolkit.errors import Breakdown
from toolkit.language import language
from toolkit.records.hall_journal import log
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open
from toolkit.session.hall import Typed

def told(trouble):
    return trouble.tell(language("en")).replace("\\n", " ")

def whole(kept):
    found = log(Journal(disk), kept.uid)
    return not found.broken and found.hall == kept.hall
"""

FULL = """
journal = Journal(disk)
kept = KeptSession.begin(SETUP, AGENDA, journal)
for event in EVENTS[:3]:
    kept.happen(event)
filler = (disk / "photos").open("wb", buffering=0)
try:
    while True:
        filler.write(bytes(512))
except OSError:
    pass
number = 0
while not kept.trouble and number < 2000:
    kept.happen(Typed(str(number)))
    number += 1
print(told(kept.trouble))
print("in memory", kept.hall.entry == str(number - 1))
kept.happen(Typed("7"))
kept.happen(Typed("77"))
print("still", kept.trouble is not None)
filler.truncate(0)
kept.happen(Typed("777"))
print("again", kept.trouble is None, whole(kept))
print([line.body for line in log(journal, kept.uid).lines[-3:]])
"""


@pytest.mark.parametrize("wal", [True, False])
def test_a_disk_that_is_full_in_the_middle_stops_nothing(wal: bool, tmp_path: Path) -> None:
    """A real small disk: told once it is full, gone on in memory, and all kept when there is room."""
    lax = (
        ""
        if wal
        else "from toolkit.records import filesystem\nfilesystem.kind_of = lambda f: 'vfat'\n"
    )
    out = on_disk(lax + BEGIN + FULL, tmp_path / "disk", "-t tmpfs -o size=400k none")
    told, *rest = out.splitlines()
    assert told == (
        "The session cannot be kept just now: the disk or the stick is full."
        " Go on, and leave the laptop on: it is tried again with every key."
    )
    assert rest[:3] == ["in memory True", "still True", "again True True"]
    assert all(entry in rest[3] for entry in ('"7"', '"77"', '"777"'))


def test_a_disk_that_is_full_from_the_first_is_told_at_the_start(tmp_path: Path) -> None:
    """Two sentences and no traceback; nothing half-made is left."""
    program = """
(disk / "photos").write_bytes(bytes(60000))
try:
    Journal(disk)
except Breakdown as trouble:
    print(told(trouble))
(disk / "photos").unlink()
remount("size=400k")
print(Journal(disk).setting("language"))
"""
    out = on_disk(BEGIN + program, tmp_path / "disk", "-t tmpfs -o size=64k none").splitlines()
    assert "Answers cannot be kept in" in out[0]
    assert "the disk or the stick is full. Make room on the disk" in out[0]
    assert out[1] == "None"


def test_a_stick_that_is_pulled_out_and_put_back_gets_all_of_the_session(tmp_path: Path) -> None:
    """Meanwhile it is kept in the folder that was under the stick."""
    program = """
away = disk.with_name("away")
away.mkdir()
kept = KeptSession.begin(SETUP, AGENDA, Journal(disk))
for event in EVENTS[:3]:
    kept.happen(event)
subprocess.run(["mount", "--make-private", str(disk)], check=True)
subprocess.run(["mount", "--move", str(disk), str(away)], check=True)
print(list(disk.iterdir()))
for event in EVENTS[3:6]:
    kept.happen(event)
print(kept.trouble, whole(kept), log(Journal(away), kept.uid).hall == kept.hall)
subprocess.run(["mount", "--move", str(away), str(disk)], check=True)
kept.happen(EVENTS[6])
print(kept.trouble, whole(kept))
"""
    out = on_disk(BEGIN + program, tmp_path / "disk", "-t tmpfs -o size=1m none").splitlines()
    assert out == ["[]", "None True False", "None True"]


def test_a_locked_stick_is_told_at_the_start(tmp_path: Path) -> None:
    """Nothing can be kept there, so nothing is begun; what is on it stays as it is."""
    program = """
kept = KeptSession.begin(SETUP, AGENDA, Journal(disk))
kept._journal.close()
before = (disk / "cekdulu.sqlite3").read_bytes()
remount("ro")
try:
    Journal(disk)
except Breakdown as trouble:
    print(told(trouble))
print(before == (disk / "cekdulu.sqlite3").read_bytes())
remount("rw")
print(len(left_open(Journal(disk))))
"""
    out = on_disk(BEGIN + program, tmp_path / "disk", "-t tmpfs -o size=1m none").splitlines()
    assert "you are not allowed to write there. Unlock the stick" in out[0]
    assert out[1:] == ["True", "1"]


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_another_persons_file_is_told_and_left_alone(what: str) -> None:
    """What can be read and not written is not taken for damaged."""
    load = """
import tempfile
from toolkit.errors import Breakdown
from toolkit.language import language
from toolkit.records import salvage
from toolkit.records.journal import Journal
with tempfile.TemporaryDirectory() as name:
    Journal(Path(name)).close()
"""
    program = """
try:
    Journal(Path(sys.argv[1]))
except Breakdown as trouble:
    print(trouble.tell(language("en")))
"""
    with open_to_all() as root:
        folder = root / "data"
        kept = KeptSession.begin(SETUP, AGENDA, Journal(folder), Watch().clock)
        kept._journal.close()
        file = folder / FILE_NAME
        before = file.read_bytes()
        file.chmod(0o444 if what != "folder" else 0o666)
        folder.chmod(0o555 if what != "file" else 0o777)
        out = as_nobody(load, program, folder)
        folder.chmod(0o777)
        file.chmod(0o644)
        assert "Answers cannot be kept in" in out
        assert "you are not allowed to write there." in out
        assert file.read_bytes() == before
        assert not [one for one in folder.iterdir() if "damaged" in one.name]
        assert [left.uid for left in left_open(Journal(folder))] == [kept.uid]


def test_a_file_in_the_folders_place_is_told(tmp_path: Path) -> None:
    """Also one further up; it is not touched."""
    (tmp_path / "data").write_text("mine")
    for folder in (tmp_path / "data", tmp_path / "data" / "deeper"):
        with pytest.raises(Breakdown) as trouble:
            Journal(folder)
        assert "a file stands where a folder should be" in trouble.value.tell(language("en"))
    assert (tmp_path / "data").read_text() == "mine"


def test_a_second_copy_of_the_program_goes_on_with_what_the_first_has_kept(tmp_path: Path) -> None:
    """Both may be open; each sees what the other has done, and no event is kept twice."""
    first, second = Journal(tmp_path), Journal(tmp_path)
    kept = KeptSession.begin(SETUP, AGENDA, first, Watch().clock)
    play(kept, EVENTS[:10])
    other = KeptSession.resume(left_open(second)[0], second, Watch().clock)
    assert other.hall == kept.hall
    play(other, EVENTS[10:20])
    kept.happen(Typed("9"))
    assert kept.moved
    play(kept, EVENTS[20:])
    assert log(second, kept.uid).hall == kept.hall
    assert len(log(second, kept.uid).lines) == len(EVENTS) + 1
    assert left_open(second) == ()
