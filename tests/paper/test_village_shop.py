"""Printing for many villages: begun again at any time, and nothing half made has a final name."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from paper.samples import with_takeaways, words
from paper.villages import PLAIN, UNPRINTABLE, many
from pypdf import PdfReader
from records.small_disks import on_disk

from toolkit import RELEASED
from toolkit.content.edition import Edition
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.content.villages.village import Office, Village
from toolkit.errors import Breakdown
from toolkit.paper.pdf.drafts import Drafts
from toolkit.paper.setting.job import Job
from toolkit.paper.villages.village_shop import VillagesPrinted, print_villages
from toolkit.paper.villages.workers import spread

LEAFLET = Job("leaflet", ("recruitment",), "id", "a4")
ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from pathlib import Path
from paper.villages import many
from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.errors import Breakdown
from toolkit.language import language
from toolkit.paper.setting.job import Job
from toolkit.paper.villages.village_shop import print_villages

def printed(out, count, bundled=False):
    library = open_library(as_of=RELEASED).library
    moved = lambda done, doing: print(done, flush=True)
    job = Job("leaflet", ("recruitment",), "id", "a4")
    return print_villages([job], many(count), library, Path(out), bundled=bundled, moved=moved)
"""


def _print(
    some: Sequence[Village], library: Library, out: Path, *, bundled: bool = False
) -> tuple[int, int, int]:
    printed = print_villages([LEAFLET], some, library, out, bundled=bundled)
    return _counts(printed)


def _counts(printed: VillagesPrinted) -> tuple[int, int, int]:
    return printed.new, printed.replaced, printed.kept


def _bytes(out: Path) -> dict[str, bytes]:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}  # fmt: skip


@pytest.mark.parametrize(("bundled", "count"), [(False, 12), (True, 3)])
def test_a_second_time_nothing_is_made(
    library: Library, tmp_path: Path, bundled: bool, count: int
) -> None:
    """What is there and made of the same stays as it is, untouched."""
    assert _print(many(12), library, tmp_path, bundled=bundled) == (count, 0, 0)
    times = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.pdf")}
    assert _print(many(12), library, tmp_path, bundled=bundled) == (0, 0, count)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.pdf")} == times


def test_a_corrected_row_is_printed_again(library: Library, tmp_path: Path) -> None:
    """And no other one; a row that is new is added."""
    _print(many(9), library, tmp_path)
    corrected = [*many(10)]
    corrected[4] = replace(corrected[4], numbers={})
    assert _print(corrected, library, tmp_path) == (1, 1, 8)


def test_a_corrected_row_makes_its_regency_again(library: Library, tmp_path: Path) -> None:
    """The bundles of the others stay."""
    _print(many(9), library, tmp_path, bundled=True)
    corrected = [*many(9)]
    corrected[4] = replace(corrected[4], checked_on=None, numbers={})
    assert _print(corrected, library, tmp_path, bundled=True) == (0, 1, 2)


def test_other_words_or_another_theme_make_everything_again(
    library: Library, tmp_path: Path
) -> None:
    """An edition is in every file, and so is what the theme made of it."""
    _print(many(4), library, tmp_path)
    other = with_takeaways(library, words("Tanya dulu."))
    assert _print(many(4), other, tmp_path) == (0, 4, 0)
    larger = replace(other, theme=replace(other.theme, small=11.5))
    assert _print(many(4), larger, tmp_path) == (0, 4, 0)
    assert _print(many(4), larger, tmp_path) == (0, 0, 4)


@pytest.mark.parametrize("damage", [lambda pdf: pdf[:-9], lambda pdf: pdf[: len(pdf) // 2], lambda _: b""])  # fmt: skip
def test_a_torn_file_is_made_again(library: Library, tmp_path: Path, damage: object) -> None:
    """A disk that lost its power may have kept the beginning only."""
    _print([PLAIN], library, tmp_path)
    (file,) = tmp_path.rglob("*.pdf")
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert _print([PLAIN], library, tmp_path) == (0, 1, 0)
    assert file.read_bytes() == whole


def test_what_is_of_no_village_is_named_and_left(library: Library, tmp_path: Path) -> None:
    """A village that has left the list may have left a leaflet; drafts of an earlier cut go."""
    print_villages([LEAFLET], many(3), library, tmp_path)
    printed = print_villages([LEAFLET], many(2), library, tmp_path)
    assert [path.name for path in printed.extra] == ["kecamatan-2-desa-2.pdf"]
    assert printed.extra[0].exists()


def test_only_drafts_that_nobody_writes_are_taken_away(library: Library, tmp_path: Path) -> None:
    """Two calls at once, or two machines and one folder on the network, spoil nothing."""
    inside = tmp_path / "leaflet-recruitment-id-a4"
    inside.mkdir()
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    with Drafts(lambda _: None) as drafts:
        drafts.write(str(inside / "x.pdf"), b"")
        machine = next(inside.iterdir()).name.split("-")[1]
    left, others, lives = (
        inside / f".cekdulu-{name}.part"
        for name in (f"{machine}-{ended.pid}-7", "00000000-1-7", f"{machine}-{os.getppid()}-7")
    )
    for draft in (left, others, lives):
        draft.write_bytes(b"torn")
    _print([PLAIN], library, tmp_path)
    assert (left.exists(), others.exists(), lives.exists()) == (False, True, True)
    os.utime(others, (0, 0))
    _print([PLAIN], library, tmp_path)
    assert (others.exists(), lives.exists()) == (False, True)


def test_an_old_file_that_cannot_be_made_again_is_told(library: Library, tmp_path: Path) -> None:
    """It lies there with old numbers, and a folder is copied to the stick as it is."""
    for bundled in (False, True):
        out = tmp_path / str(bundled)
        _print([PLAIN], library, out, bundled=bundled)
        (old,) = out.rglob("*.pdf")
        torn = replace(PLAIN, numbers={Office.POLICE: "☎"})
        printed = print_villages([LEAFLET], [torn], library, out, bundled=bundled)
        assert _counts(printed) == (0, 0, 0)
        assert (printed.outdated, printed.extra, printed.unprintable) == ((old,), (), 1)


def test_the_same_list_bundled_the_other_way_is_known(library: Library, tmp_path: Path) -> None:
    """Its files are the list's own villages, and not called anybody else's."""
    _print(many(4), library, tmp_path)
    printed = print_villages([LEAFLET], many(4), library, tmp_path, bundled=True)
    assert (len(printed.other_kind), printed.extra) == (4, ())


def test_editions_are_kept_before_the_first_file(library: Library, tmp_path: Path) -> None:
    """So that a call that was cut leaves no sheet whose code nobody knows."""
    there: list[tuple[str, int]] = []

    def keep(editions: Sequence[Edition]) -> None:
        there.extend((one.code, len(_bytes(tmp_path))) for one in editions)

    printed = print_villages([LEAFLET], [PLAIN], library, tmp_path, keep=keep)
    assert there == [(printed.editions[0].code, 0)]


def test_a_bundle_from_which_a_village_is_left_out_is_told_each_time(
    library: Library, tmp_path: Path
) -> None:
    """Nobody must think that it is complete because it is there."""
    some = [PLAIN, UNPRINTABLE]
    for counts in ((1, 0, 0), (0, 0, 1)):
        printed = print_villages([LEAFLET], [replace(v, province="") for v in some], library, tmp_path, bundled=True)  # fmt: skip
        assert _counts(printed) == counts
        assert [problem.place.line for problem in printed.problems] == [7]
    assert len(PdfReader(next(tmp_path.rglob("*.pdf"))).pages) == 2


def test_a_regency_without_any_village_to_print_has_no_file(
    library: Library, tmp_path: Path
) -> None:
    """And no draft of one."""
    print_villages([LEAFLET], [UNPRINTABLE], library, tmp_path, bundled=True)
    assert _bytes(tmp_path) == {}


def _reopened() -> Library:
    return open_library(as_of=RELEASED).library


def test_several_processes_make_the_same_files(library: Library, tmp_path: Path) -> None:
    """Whatever core a regency comes to."""
    alone, among = tmp_path / "alone", tmp_path / "among"
    print_villages([LEAFLET], many(9), library, alone, bundled=True)
    printed = print_villages(
        [LEAFLET], many(9), library, among, bundled=True, reopen=_reopened, processes=2
    )
    assert _counts(printed) == (3, 0, 0)
    assert _bytes(alone) == _bytes(among)


def test_killed_in_the_middle_it_goes_on(library: Library, tmp_path: Path) -> None:
    """No file is torn, none is made twice, and in the end it is as if nothing had been."""
    program = PROGRAM + "printed(sys.argv[1], 500)"
    running = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], env=_env(), stdout=subprocess.PIPE)  # fmt: skip
    assert running.stdout
    running.stdout.readline()
    running.send_signal(signal.SIGKILL)
    running.wait()
    running.stdout.close()
    there = {path: path.read_bytes() for path in tmp_path.rglob("*.pdf")}
    assert 200 <= len(there) < 500
    assert all(content.endswith(b"%%EOF\n") for content in there.values())
    printed = print_villages([LEAFLET], many(500), library, tmp_path)
    assert _counts(printed) == (500 - len(there), 0, len(there))
    assert all(path.read_bytes() == content for path, content in there.items())
    assert not list(tmp_path.rglob(".cekdulu-*"))


def test_on_a_full_disk_it_says_how_far_it_came(tmp_path: Path) -> None:
    """What has a name is whole; with more room the same call goes on."""
    program = PROGRAM + (
        "try:\n"
        "    printed(disk, 600)\n"
        "except Breakdown as trouble:\n"
        "    print(trouble.tell(language('en')))\n"
        "files = list(disk.rglob('*.pdf'))\n"
        "assert len(files) % 100\n"
        "assert len(files) == len([1 for p in disk.rglob('*') if p.is_file()])\n"
        "assert all(one.read_bytes().endswith(b'%%EOF\\n') for one in files)\n"
        "remount('size=40m')\n"
        "again = printed(disk, 600)\n"
        "print('then', again.new + again.kept, again.kept == len(files))\n"
    )
    told = on_disk(program, tmp_path / "disk", "-t tmpfs -o size=8m tmpfs")
    assert "the disk or the stick is full. Files that are ready: 200 or more." in told
    assert "Then give the same command again: it goes on from there." in told
    assert "then 600 True" in told


def test_a_disk_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """With what to do next, and nothing is left behind."""
    program = PROGRAM + (
        "remount('ro')\n"
        "try:\n"
        "    printed(disk, 3)\n"
        "except Breakdown as trouble:\n"
        "    print(trouble.tell(language('en')))\n"
        "print(list(disk.iterdir()))\n"
    )
    told = on_disk(program, tmp_path / "disk", "-t tmpfs -o size=8m tmpfs")
    assert "you are not allowed to write there" in told
    assert told.endswith("[]\n")


def test_a_worker_that_the_system_ends_is_told() -> None:
    """It is no mistake of the program, and closing other programs mends it."""
    with pytest.raises(Breakdown, match="memory"):
        list(spread(partial(partial, _end), [1], 2))


def _end(_: int) -> None:
    os._exit(9)


def test_ctrl_c_leaves_no_draft(library: Library, tmp_path: Path) -> None:
    """What has been done stays, and is gone on from."""

    def stop(done: int, _: str) -> None:
        if done >= 200:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        print_villages([LEAFLET], many(450), library, tmp_path, moved=stop)
    assert len(_bytes(tmp_path)) == 200
    assert _print(many(450), library, tmp_path) == (250, 0, 200)


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
