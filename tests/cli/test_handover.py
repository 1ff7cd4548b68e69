"""cekdulu handover: says that the stick may be taken out only when it may."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ballots import session, vote
from carried import journal_of
from records.small_disks import as_nobody, on_disk, open_to_all

from toolkit.language import Language
from toolkit.records.last_choice import FILE_NAME
from toolkit.records.sticks import Drive

Run = Callable[..., tuple[int, str, str]]

ROOT = Path(__file__).parent.parent.parent
ONE = session(vote("before", "q1", "a12 b18"), uid="a1")
OUT = {"id": "Sekarang flashdisk boleh dicabut.", "en": "Now the stick may be taken out."}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of a laptop with one finished session."""
    journal_of(tmp_path / "data", ONE).close()
    return tmp_path / "data"


def test_the_file_is_named_and_then_the_stick_may_be_taken_out(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path on stdout, for scripts; the sentences on stderr, that one last."""
    (tmp_path / "stick").mkdir()
    monkeypatch.setattr("toolkit.records.handover.drive_of", lambda *_: Drive.STICK)
    code, out, err = run("--lang", "en", "--data", data, "handover", tmp_path / "stick")
    (path,) = (tmp_path / "stick").iterdir()
    assert (code, out) == (0, f"{path}\n")
    assert err == f"1 session, 1 KB, written and read back.\n{OUT['en']}\n"


@pytest.mark.parametrize(
    ("sessions", "name", "exit_code"), [(1, "nowhere", 2), (1, "file", 2), (0, "stick", 1)]
)
def test_what_cannot_be_done_is_said_in_two_sentences(
    run: Run, tmp_path: Path, lang: Language, sessions: int, name: str, exit_code: int
) -> None:
    """No such folder, a file in its place, or nothing to hand over: nothing is written."""
    (tmp_path / "stick").mkdir()
    (tmp_path / "file").write_text("")
    journal_of(tmp_path / "data", *[ONE][:sessions]).close()
    code, out, err = run(
        "--lang", lang.code, "--data", tmp_path / "data", "handover", tmp_path / name
    )
    assert (code, out) == (exit_code, "")
    assert len(err.splitlines()) == 2
    assert OUT[lang.code] not in err
    assert [*(tmp_path / "stick").iterdir()] == []
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", [".", "../stick"])
def test_a_folder_on_the_laptop_is_written_to_but_not_called_a_stick(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Such as this folder, or the one that a stick left behind: nobody carries an empty stick away."""
    (tmp_path / "stick").mkdir()
    monkeypatch.chdir(tmp_path / "stick")
    code, out, err = run("--lang", "en", "--data", data, "handover", name)
    assert code == 0
    assert Path(out.strip()).exists()
    assert err.endswith("This folder is on the laptop itself: no stick was written to.\n")
    assert OUT["en"] not in err


@pytest.mark.parametrize("command", ["handover", "gather"])
def test_a_name_that_no_folder_can_have_is_told_like_one_that_is_not_there(
    run: Run, data: Path, command: str
) -> None:
    """Three hundred letters: exit 2, not a fault of the program."""
    code, out, err = run("--lang", "en", "--data", data, command, "x" * 300)
    assert (code, out) == (2, "")
    assert err.startswith("There is no folder xxx")


CALLED = """
import io, json
from contextlib import redirect_stderr, redirect_stdout
from toolkit.cli import main

def called(*words):
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["--lang", "en", *map(str, words)])
    return code, out.getvalue(), err.getvalue()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="modes of folders are a Unix matter")
def test_a_folder_that_one_may_not_enter_is_told() -> None:
    """It ends, with exit 3 and two sentences; the folder itself, or one inside it."""
    program = """
data, shut = Path(sys.argv[1]), Path(sys.argv[2])
for command, place in (("handover", shut), ("handover", shut / "in"), ("gather", shut / "in")):
    print(json.dumps(called("--data", data, command, place)))
print(json.dumps(called("--data", data, "gather", shut)))
"""
    # Whoever may do nothing may not even load parts of the program.
    loaded = """
import toolkit.commands.handover, toolkit.commands.gather, toolkit.records.handover
import toolkit.records.gather, toolkit.records.salvage
from toolkit.language import language
language("en").number(1)
"""
    with open_to_all() as root:
        (root / "shut").mkdir(mode=0o700)
        journal_of(root / "data", ONE).close()
        for path in (root / "data", *(root / "data").iterdir()):
            path.chmod(0o777)
        before = f"sys.path.insert(0, {str(_for_all(root))!r})\n{CALLED}{loaded}"
        told = as_nobody(before, program, root / "data", root / "shut")
        (root / "data" / FILE_NAME).chmod(0)
        unread = as_nobody(before, program, root / "data", root)
    assert json.loads(unread.splitlines()[0])[2].startswith("What is kept in")
    *refused, gathered = map(json.loads, told.splitlines())
    for code, out, err in refused:
        assert (code, out) == (3, "")
        assert "you are not allowed to" in err
        assert len(err.splitlines()) == 2
    assert gathered[0] == 1
    assert gathered[2].startswith("Left out, ")


def _for_all(root: Path) -> Path:
    """The program where anybody may look into its folders: a checkout may be in a private one."""
    there = root / "program"
    for name in ("toolkit", "lessons", "quizzes", "print"):
        shutil.copytree(ROOT / name, there / name, ignore=shutil.ignore_patterns("__pycache__"))
    return there


@pytest.mark.skipif(sys.platform != "linux", reason="disks are mounted as Linux does it")
@pytest.mark.parametrize("before", ["closed", "killed", "named"])
def test_a_laptop_whose_disk_became_read_only_still_hands_over(tmp_path: Path, before: str) -> None:
    """What was kept is had from it; handing over twice writes the same file. A report, too."""
    program = """
from ballots import session, vote
from carried import journal_of
from toolkit.records.handover_file import carried
child = os.fork()
if not child:
    journal = journal_of(disk / "data", session(vote("before", "q1", "a12 b18"), uid="a1"))
    if before == "named":
        journal.keep_setting("laptop", "0000abcd")
    if before != "killed":
        journal.close()
    os._exit(0)
os.waitpid(child, 0)
print(sum(path.stat().st_size > 0 for path in (disk / "data").iterdir()))
remount("ro")
stick = disk.with_name("elsewhere")
stick.mkdir()
for _ in range(2):
    print(json.dumps(called("--data", disk / "data", "handover", stick)))
    print(json.dumps([[path.name, carried(path.read_bytes()).lines[0].uid] for path in stick.iterdir()]))
print(json.dumps(called("--data", disk / "data", "report", "--format", "json")))
print(json.dumps(called("--data", disk / "data", "gather", stick)))
"""
    told = on_disk(
        f"import os\nbefore = {before!r}\n" + CALLED + program,
        tmp_path / "disk",
        "-t tmpfs -o size=2m none",
    )
    left, first, files, second, again, report, gather = map(json.loads, told.splitlines())
    assert left == (3 if before == "killed" else 1)
    assert first[0] == 0, first
    assert first[:2] == second[:2]
    assert files == again
    ((name, uid),) = files
    assert uid == "a1"
    assert (name == "cek-dulu-0000abcd.cekdulu") == (before == "named")
    assert report[0] == 0, report
    assert json.loads(report[1])
    assert gather[0] == 3
    assert "Answers cannot be kept" in gather[2]


@pytest.mark.skipif(sys.platform != "linux", reason="disks are mounted as Linux does it")
@pytest.mark.parametrize("options", ["size=4k", "size=64k,ro"])
def test_a_full_or_write_protected_stick_is_refused(
    data: Path, tmp_path: Path, options: str
) -> None:
    """Real small drives; exit 3, and not a word of taking it out."""
    program = """
import io, json
from contextlib import redirect_stderr, redirect_stdout
from toolkit.cli import main
out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out), redirect_stderr(err):
    code = main(["--lang", "en", "--data", str(disk.with_name("data")), "handover", str(disk)])
print(json.dumps([code, out.getvalue(), err.getvalue(), [path.name for path in disk.iterdir()]]))
"""
    photo = "" if "ro" in options else '(disk / "photo").write_bytes(bytes(4096))\n'
    told = on_disk(photo + program, tmp_path / "stick", f"-t tmpfs -o {options} none")
    code, out, err, left = json.loads(told)
    assert (code, out) == (3, "")
    assert ("full" if photo else "Unlock the stick") in err
    assert OUT["en"] not in err
    assert left == (["photo"] if photo else [])


def test_a_damaged_record_is_said_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    """The others were handed over, and it is said as ever where they are."""
    journal = journal_of(tmp_path / "data", ONE, session(vote("after", "q1", "a9 b9"), uid="b2"))
    with journal.writing() as db:
        db.execute("UPDATE results SET body = replace(body, '[12,18]', '[12,19]')")
    journal.close()
    (tmp_path / "stick").mkdir()
    code, _, err = run("--lang", "en", "--data", tmp_path / "data", "handover", tmp_path / "stick")
    assert code == 1
    assert "1 session is damaged" in err
    assert err.count("\n") == 3
