"""cekdulu handover: says that the stick may be taken out only when it may."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ballots import session, vote
from carried import journal_of
from records.small_disks import on_disk

from toolkit.language import Language

Run = Callable[..., tuple[int, str, str]]

ONE = session(vote("before", "q1", "a12 b18"), uid="a1")
OUT = {"id": "Sekarang flashdisk boleh dicabut.", "en": "Now the stick may be taken out."}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of a laptop with one finished session."""
    journal_of(tmp_path / "data", ONE).close()
    return tmp_path / "data"


def test_the_file_is_named_and_then_the_stick_may_be_taken_out(
    run: Run, data: Path, tmp_path: Path
) -> None:
    """The path on stdout, for scripts; the sentences on stderr, that one last."""
    (tmp_path / "stick").mkdir()
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
    assert ("full" if photo else "not allowed") in err
    assert OUT["en"] not in err
    assert left == (["photo"] if photo else [])


def test_a_damaged_record_is_said_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    """The others were handed over, so the stick may be taken out all the same."""
    journal = journal_of(tmp_path / "data", ONE, session(vote("after", "q1", "a9 b9"), uid="b2"))
    with journal.writing() as db:
        db.execute("UPDATE results SET body = replace(body, '[12,18]', '[12,19]')")
    journal.close()
    (tmp_path / "stick").mkdir()
    code, _, err = run("--lang", "en", "--data", tmp_path / "data", "handover", tmp_path / "stick")
    assert code == 1
    assert "1 session is damaged" in err
    assert err.endswith(f"{OUT['en']}\n")
