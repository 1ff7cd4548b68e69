"""The command line: a contract of commands, exit codes and sentences."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from ballots import session, vote
from carried import journal_of
from samples import LESSON, QUIZ

from toolkit import VERSION
from toolkit.content.builtin import builtin_root
from toolkit.content.library import Library
from toolkit.language import Language, language

Write = Callable[[str, str | bytes], Path]


Run = Callable[..., tuple[int, str, str]]


def test_the_version_is_said(run: Run) -> None:
    """`--version` names program and version."""
    assert run("--version") == (0, f"cekdulu {VERSION}\n", "")


@pytest.mark.parametrize("command", [(), ("learn",), ("list",), ("check",), ("new",), ("print",)])
def test_every_command_teaches_itself_in_the_language_spoken(
    run: Run, lang: Language, command: tuple[str, ...]
) -> None:
    """`--help` of every command is in Indonesian or in English, as asked."""
    code, out, _ = run("--lang", lang.code, *command, "--help")
    assert code == 0
    assert out.startswith("usage: " if lang.code == "en" else "pemakaian: ")
    assert ("show this help" in out) == (lang.code == "en")


def test_the_language_is_the_last_choice_else_indonesian(run: Run, tmp_path: Path) -> None:
    """Without `--lang` the program speaks as last time."""
    from toolkit.records.journal import Journal

    assert "Pelajaran" in run("--data", tmp_path, "list")[1]
    Journal(tmp_path).keep_setting("language", "en")
    assert "Lessons" in run("--data", tmp_path, "list")[1]
    assert "Pelajaran" in run("--lang", "id", "--data", tmp_path, "list")[1]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("learn", "recruitmnt", "--plain"), "recruitment"),
        (("print", "leaflt"), "leaflet"),
        (("print", "leaflet", "--lesson", "legal"), "legal-route"),
        (("print", "leaflet", "--paper", "a3"), "a4"),
        (("print", "leaflet", "--lang", "fr"), "id"),
        (("print",), "PRODUCT"),
        (("--lang", "fr", "list"), "en"),
        (("--as-of", "tomorrow", "list"), "2026-11-22"),
        (("--library", "/nowhere/at/all", "list"), "lessons, quizzes, print"),
        (("check", "/nowhere/at/all"), "/nowhere/at/all"),
        (("chek",), "check"),
        (("list", "--fromat", "json"), "--fromat"),
    ],
)
def test_a_wrong_call_names_what_exists(
    run: Run, lang: Language, arguments: tuple[str, ...], named: str
) -> None:
    """Exit 2, a sentence on stderr, nothing on stdout."""
    code, out, err = run("--lang", lang.code, *arguments)
    assert (code, out) == (2, "")
    assert named in err


def test_list_shows_what_there_is(run: Run, library: Library) -> None:
    """Lessons, quizzes and products, to read and as JSON."""
    _, out, _ = run("--lang", "en", "list")
    for name in (*library.lessons, *library.quizzes, *library.products):
        assert name in out
    data = json.loads(run("--lang", "en", "list", "--format", "json")[1])
    assert [one["id"] for one in data["lessons"]] == list(library.lessons)
    assert {one["id"] for one in data["products"]} == set(library.products)
    assert all({"papers", "copies", "per_sheet"} <= one.keys() for one in data["products"])
    assert all(one["questions"] >= 10 for one in data["quizzes"])


def test_check_is_quiet_about_our_own_library(run: Run) -> None:
    """Strictly, and on the release's date."""
    ours = [*builtin_root().glob("lessons/**/*.yaml"), *builtin_root().glob("[qp]*/*.yaml")]
    told = run("--lang", "en", "check", "--strict")
    assert told == (0, f"No mistakes found in {len(ours)} files.\n", "")


def test_check_names_every_problem_and_counts_them(run: Run, write: Write) -> None:
    """Exit 1 when there is an error; place, what and mending on stdout."""
    write("quizzes/ship.yaml", QUIZ)
    root = write("lessons/ship.yaml", LESSON.replace("icon: boat", "icno: boat"))
    code, out, _ = run("--lang", "en", "check", root)
    assert code == 1
    assert f"{root / 'lessons' / 'ship.yaml'}:3:1  [unknown-key]" in out
    assert "1 error, 0 warnings in 2 files.\n" in out


def test_warnings_fail_only_when_strict(run: Run, write: Write) -> None:
    """A missing translation may wait, unless somebody wants to publish."""
    write("quizzes/ship.yaml", QUIZ)
    root = write("lessons/ship.yaml", LESSON.replace("{id: Surat, en: Papers}", "Surat"))
    assert run("check", root)[0] == 0
    assert run("check", "--strict", root)[0] == 1


def test_one_file_can_be_checked_alone(run: Run, write: Write) -> None:
    """Only what was asked about is told, in the light of its whole library."""
    write("quizzes/ship.yaml", QUIZ.replace("kind: choice", "kind: chioce"))
    root = write("lessons/ship.yaml", LESSON)
    assert run("--lang", "en", "check", root / "lessons" / "ship.yaml")[0] == 0
    assert run("--lang", "en", "check", root / "quizzes")[0] == 1


def test_a_broken_file_is_told_and_the_rest_is_done(run: Run, write: Write) -> None:
    """`list` shows the sound lessons on stdout, the broken file on stderr, and ends with 1."""
    root = write("lessons/ship.yaml", LESSON.replace("minutes: 5", "minutes: five"))
    code, out, err = run("--library", root, "--lang", "en", "list")
    assert code == 1
    assert "recruitment" in out
    assert "ship.yaml:9:14" in err


def test_the_app_without_a_terminal_says_what_to_do() -> None:
    """In a pipe it does not paint escapes; it names the plain way."""
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "--lang", "en"],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == 2
    assert "cekdulu learn --plain" in done.stderr
    assert done.stdout == ""


def test_a_reader_who_leaves_early_is_no_error() -> None:
    """`cekdulu list | head` ends quietly."""
    with subprocess.Popen(
        [sys.executable, "-m", "toolkit", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is Linux's")
@pytest.mark.parametrize(
    "command", [("list",), ("schema",), ("report",), ("report", "--format", "csv")]
)
def test_a_full_disk_that_the_output_goes_to_is_told(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    """Exit 3 and two sentences, however much or little there was to write."""
    journal_of(tmp_path, session(vote("before", "q1", "a12 b18"))).close()
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "toolkit", "--lang", "en", "--data", str(tmp_path), *command],
            stdout=full, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    assert done.returncode == 3
    first, second = done.stderr.splitlines()
    assert first == "The output could not be written: the disk or the stick is full."
    assert second.startswith("Make room")


@pytest.mark.parametrize("name", ["x" * 300, f"{'x' * 300}.csv"])
def test_a_name_that_is_too_long_is_told(run: Run, tmp_path: Path, name: str) -> None:
    """A file or a folder that can never be: exit 3, and not a fault of the program."""
    journal_of(tmp_path, session(vote("before", "q1", "a12 b18"))).close()
    out = tmp_path / name
    code, _, err = run(
        "--lang", "en", "--data", tmp_path, "report", "--format", "csv", "--out", out
    )
    assert code == 3
    assert "the name is too long" in err


def test_a_fault_of_ours_is_admitted_calmly(
    run: Run, monkeypatch: pytest.MonkeyPatch, lang: Language
) -> None:
    """Exit 3, no traceback on screen, and a log file for the maintainers."""
    from toolkit import cli

    def fault(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(cli.command("list"), "run", fault)
    code, _, err = run("--lang", lang.code, "list")
    assert code == 3
    log = Path(err.strip().rsplit(" ", 1)[-1])
    assert "ZeroDivisionError" in log.read_text()
    assert os.sep in str(log)
    assert (
        language(lang.code).gettext(
            "Cek Dulu has made a mistake; you have not. What was answered is kept."
        )
        in err
    )


def test_a_library_is_checked_where_the_person_stands(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path as typed, from any folder, finds its problems and is named as typed."""
    write("quizzes/ship.yaml", QUIZ)
    root = write("lessons/ship.yaml", LESSON.replace("icon: boat", "icno: boat"))
    for folder, path in ((root.parent, "my-library"), (root, "."), (root, "lessons/ship.yaml")):
        monkeypatch.chdir(folder)
        code, out, _ = run("check", path)
        assert code == 1
        assert str(Path(path, "lessons/ship.yaml") if path[0] in "m." else path) + ":3:1" in out
