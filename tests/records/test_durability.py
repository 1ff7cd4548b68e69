"""What is committed is on the disk: how the file is kept on which disk, and that it is so."""

from __future__ import annotations

import ctypes
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.errors import Breakdown
from toolkit.records import filesystem, journal
from toolkit.records.connection import connect
from toolkit.records.journal import Journal
from toolkit.records.last_choice import FILE_NAME

MOUNTS = """\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
23 22 0:21 / /proc rw - proc proc rw
30 22 8:17 / /media/desa/STIK\\040BARU rw,nosuid shared:5 - vfat /dev/sdb1 rw,utf8
31 22 8:33 / /media/desa/besar rw - exfat /dev/sdc1 rw
32 22 0:50 / /mnt/kantor rw - nfs4 10.0.0.1:/data rw
33 22 0:51 / /mnt/kantor/lokal rw - btrfs /dev/sdd1 rw
34 22 0:52 / /tmp rw - overlay overlay rw,lowerdir=/a,upperdir=/b,volatile
35 22 0:53 / /srv rw - overlay overlay rw,lowerdir=/a,upperdir=/b
36 22 0:54 / /mnt/back\\134slash rw - fuse.sshfs me@there:/ rw
37 22 0:55 / /twice rw - ext4 /dev/sde1 rw
38 22 0:56 / /twice rw - VFAT /dev/sdf1 rw
"""


def pragmas(path: Path, *, wal: bool) -> tuple[str, int]:
    """How a file is kept, as SQLite itself says on the connection that the journal uses."""
    with closing(connect(path, wal=wal)) as db:
        (mode,) = db.execute("PRAGMA journal_mode").fetchone()
        (synchronous,) = db.execute("PRAGMA synchronous").fetchone()
        return mode, synchronous


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/desa", "ext4"),
        ("/media/desa/STIK BARU", "vfat"),
        ("/media/desa/STIK BARU/data", "vfat"),
        ("/media/desa/STIK BARUX", "ext4"),
        ("/media/desa/besar/x", "exfat"),
        ("/mnt/kantor/data", "nfs4"),
        ("/mnt/kantor/lokal/data", "btrfs"),
        ("/tmp/x", filesystem.UNKNOWN),
        ("/srv/x", "overlay"),
        ("/mnt/back\\slash", "fuse.sshfs"),
        ("/twice/x", "vfat"),
    ],
)
def test_the_mount_that_holds_a_folder_names_its_file_system(folder: str, kind: str) -> None:
    """The longest path counts, and of two on the same place the one that lies on top."""
    assert filesystem.among(MOUNTS, folder) == kind


@given(st.text(alphabet="/ -\\0123abc\n", max_size=80), st.text(alphabet="/abc ", max_size=10))
def test_a_list_of_mounts_that_is_none_is_no_obstacle(mounts: str, folder: str) -> None:
    """Whatever a strange system lists, the answer is a name, and mostly: unknown."""
    assert isinstance(filesystem.among(mounts, folder), str)


@pytest.mark.parametrize(
    "kind",
    [
        "vfat", "msdos", "exfat", "fuseblk", "ntfs3", "nfs", "nfs4", "cifs", "smb3", "9p",
        "fuse.sshfs", "fuse.rclone", "drvfs", filesystem.UNKNOWN,
    ],
)  # fmt: skip
def test_sticks_network_drives_and_the_unknown_are_not_trusted(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There the journal is kept with a rollback journal, and its folder is synced."""
    monkeypatch.setattr(filesystem, "kind_of", lambda folder: kind)
    kept = Journal(tmp_path)
    assert not kept.wal
    with kept.reading() as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert db.execute("PRAGMA synchronous").fetchone() == (3,)
    kept.keep_setting("language", "en")
    assert sorted(one.name for one in tmp_path.iterdir()) == [FILE_NAME]


@pytest.mark.parametrize("kind", ["ext4", "btrfs", "xfs", "ntfs"])
def test_a_laptops_own_disk_gets_a_write_ahead_log_that_is_synced(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FULL, so that each commit is on the disk, and not only in order."""
    monkeypatch.setattr(filesystem, "kind_of", lambda folder: kind)
    with Journal(tmp_path).reading() as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert db.execute("PRAGMA synchronous").fetchone() == (2,)


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_the_disk_under_this_test_is_known() -> None:
    """The real list of mounts is read: /proc is what it is, and a folder in it too."""
    assert filesystem.kind_of(Path("/proc/self")) == "proc"
    assert not filesystem.suits_wal(Path("/proc/self"))


@pytest.mark.parametrize(
    ("drive", "name", "wal"),
    [(3, "NTFS", True), (3, "ReFS", True), (3, "FAT32", False), (3, "exFAT", False),
     (2, "NTFS", False), (4, "NTFS", False), (0, "NTFS", False), (3, None, False)],
)  # fmt: skip
def test_windows_is_asked_for_the_drive_and_its_file_system(
    drive: int, name: str | None, wal: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a drive that is built in, with a file system of Windows' own, is trusted."""

    def volume(root: object, label: object, size: int, *rest: object) -> bool:
        *_, buffer, room = rest
        assert room == 64
        if name is not None:
            buffer.value = name
        return name is not None

    kernel = SimpleNamespace(GetDriveTypeW=lambda root: drive, GetVolumeInformationW=volume)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert filesystem.suits_wal(tmp_path) is wal


def test_a_mac_and_other_systems_are_not_guessed_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rollback journal is slower and never wrong."""
    monkeypatch.setattr(sys, "platform", "darwin")
    assert filesystem.kind_of(tmp_path) == filesystem.UNKNOWN


def test_a_journal_that_moves_to_a_stick_and_back_keeps_all(tmp_path: Path) -> None:
    """A log that a kill left behind is read before it is done without."""
    path = tmp_path / FILE_NAME
    left = connect(path, wal=True)
    left.execute("INSERT INTO settings VALUES ('language', 'en')")
    copied = tmp_path / "stick" / FILE_NAME
    copied.parent.mkdir()
    for end in ("", "-wal"):
        copied.with_name(copied.name + end).write_bytes(
            path.with_name(path.name + end).read_bytes()
        )
    left.close()
    assert copied.with_name(copied.name + "-wal").stat().st_size > 0
    assert pragmas(copied, wal=False) == ("delete", 3)
    assert [one.name for one in copied.parent.iterdir()] == [FILE_NAME]
    assert pragmas(copied, wal=True) == ("wal", 2)
    with closing(connect(copied, wal=False)) as db:
        assert db.execute("SELECT value FROM settings").fetchone() == ("en",)


def test_two_windows_share_a_journal_on_a_stick(tmp_path: Path) -> None:
    """Doing without a write-ahead log keeps no lock once the file is open."""
    path = tmp_path / FILE_NAME
    with closing(connect(path, wal=False)) as one, closing(connect(path, wal=False)) as other:
        for db in (one, other, one):
            db.execute("INSERT OR REPLACE INTO settings VALUES ('language', 'en')")
        assert other.execute("SELECT count(*) FROM settings").fetchone() == (1,)


@pytest.mark.parametrize(
    ("asked", "answer"), [("synchronous", 1), ("synchronous", 0), ("journal_mode", "memory")]
)
def test_a_disk_that_would_not_promise_it_is_not_trusted(
    asked: str, answer: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was set is read back; any other answer is told, and nothing is begun."""
    plain = sqlite3.connect

    class Lax(sqlite3.Connection):
        def execute(self, statement: str, *values: object) -> sqlite3.Cursor:  # type: ignore[override]
            if statement == f"PRAGMA {asked}":
                return super().execute("SELECT ?", (answer,))
            return super().execute(statement, *values)  # type: ignore[arg-type]

    monkeypatch.setattr(sqlite3, "connect", lambda *one, **two: plain(*one, **two, factory=Lax))
    with pytest.raises(Breakdown, match="does not keep things safely"):
        Journal(tmp_path)


def test_a_write_ahead_log_that_cannot_be_had_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite then answers with what it uses instead, and the folder is synced."""
    plain = sqlite3.connect

    class Without(sqlite3.Connection):
        def execute(self, statement: str, *values: object) -> sqlite3.Cursor:  # type: ignore[override]
            return super().execute(statement.replace("= WAL", "= DELETE"), *values)  # type: ignore[arg-type]

    monkeypatch.setattr(sqlite3, "connect", lambda *one, **two: plain(*one, **two, factory=Without))
    monkeypatch.setattr(journal, "suits_wal", lambda folder: True)
    with Journal(tmp_path).reading() as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert db.execute("PRAGMA synchronous").fetchone() == (3,)
