"""cekdulu check: every problem of every file, told so that a trainer can mend it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from samples import LESSON, QUIZ
from terminal import Terminal

from toolkit.content.rules import RULES
from toolkit.language import Language, language

Write = Callable[[str, str | bytes], Path]
Run = Callable[..., tuple[int, str, str]]

ROOT = Path(__file__).parent.parent.parent


def broken(write: Write) -> Path:
    """A library with one error (line 3) and one warning (line 13) in its lesson."""
    write("quizzes/ship.yaml", QUIZ)
    lesson = LESSON.replace("order: 9", "order: nine")
    return write("lessons/ship.yaml", lesson.replace("{id: Surat, en: Papers}", "Surat kapal"))


def test_a_problem_is_shown_where_it_stands(run: Run, write: Write, lang: Language) -> None:
    """Place and rule, the line before, the line, a caret, why, and how to mend it."""
    _, out, _ = run("--lang", lang.code, "check", broken(write))
    lines = out.split("\n\n")[0].split("\n")
    assert lines[0].endswith("ship.yaml:2:8  [odd-number]  order")
    assert lines[1] == "  1 | lesson: ship"
    assert lines[2] == "  2 | order: nine"
    assert lines[3].startswith("    |        ^ ")
    assert lines[4].startswith("  " + lang.gettext("Why:"))
    assert lines[5].startswith("  " + lang.gettext("Mend it:"))
    assert len(lines) == 6


def test_errors_come_first_and_both_are_counted(run: Run, write: Write) -> None:
    """First what keeps a file out, then what may wait; then how many there are."""
    code, out, _ = run("--lang", "en", "check", broken(write))
    assert code == 1
    assert out.index("[odd-number]") < out.index("[missing-translation]")
    assert "1 error, 1 warning in 2 files.\n" in out
    assert out.endswith("More about a mistake:  cekdulu check --explain odd-number\n")


def test_json_has_the_same_and_more(run: Run, write: Write, lang: Language) -> None:
    """Tools get place, severity, sentences and, where there is one, the edit that mends it."""
    code, out, err = run("--lang", lang.code, "check", "--format", "json", broken(write))
    data = json.loads(out)
    assert (code, err) == (1, "")
    assert (data["files"], data["errors"], data["warnings"]) == (2, 1, 1)
    first = min(data["problems"], key=lambda one: one["line"])
    assert (first["line"], first["column"], first["rule"]) == (2, 8, "odd-number")
    assert first["severity"] == "error"
    assert first["excerpt"] == "order: nine"
    assert all(one["what"] and one["why"] and one["mend"] for one in data["problems"])


def test_json_of_a_sound_library_is_empty_not_silent(run: Run) -> None:
    """A tool can tell "nothing wrong" from "nothing read"."""
    data = json.loads(run("check", "--format", "json", ROOT)[1])
    assert data["problems"] == []
    assert data["files"] >= 12


@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_explains_itself(run: Run, lang: Language, rule: str) -> None:
    """`--explain` tells what a rule is about, why, and shows wrong and right lines."""
    code, out, _ = run("--lang", lang.code, "check", "--explain", rule)
    assert code == 0
    assert out.startswith(f"[{rule}]\n")
    assert lang.tell(RULES[rule].why) in out
    assert (lang.gettext("Not like this:") in out) == bool(RULES[rule].wrong)
    assert bool(RULES[rule].wrong) == bool(RULES[rule].right)
    told = language("en").tell(RULES[rule].why)
    assert (told in out) == (lang.code == "en")


def test_an_unknown_rule_names_the_nearest(run: Run) -> None:
    """Also when it is typed with the brackets it was shown in."""
    assert run("check", "--explain", "[missing-translation]")[0] == 0
    code, _, err = run("--lang", "en", "check", "--explain", "mising-translation")
    assert code == 2
    assert "missing-translation" in err.split("?")[0]


def test_what_does_not_fit_on_paper_is_told_with_its_measure(run: Run, write: Write) -> None:
    """Only with --paper, with place and sheet."""
    write("quizzes/ship.yaml", QUIZ)
    more = ", ".join('{id: "Baca dulu suratnya.", en: "Read the papers first."}' for _ in range(6))
    much = LESSON.replace("Baca dulu suratnya.", "Baca dulu suratnya. " * 40)
    root = write(
        "lessons/ship.yaml",
        much.replace("- {page: papers}", f"- {{page: papers, more: [{more}]}}", 1),
    )
    assert "[paper-too-long]" not in run("check", root)[1]
    code, out, _ = run("--lang", "en", "check", "--paper", root)
    assert code == 1
    assert "[paper-too-long]" in out
    assert " mm too long; lines to lose: " in out


def test_a_theme_is_tried_on_every_lesson(
    run: Run, write: Write, two_lessons: tuple[str, ...]
) -> None:
    """Larger letters of a library without any lesson break leaflets of the built-in ones."""
    root = write("print/theme.yaml", "theme: {leaflet: {largest: 18, smallest: 18}}\n")
    code, out, _ = run("--lang", "en", "check", "--paper", root)
    assert code == 1
    for lesson in two_lessons:
        assert re.search(rf"^lessons/{lesson}\.yaml:.* leaflet > ", out, re.MULTILINE)


def test_a_quiz_is_tried_on_the_paper_of_its_lesson(run: Run, write: Write) -> None:
    """Also where only the quiz is asked about."""
    write("lessons/ship.yaml", LESSON)
    root = write("quizzes/ship.yaml", QUIZ.replace("Apa dulu?", "Suratnya" * 30))
    quiz = root / "quizzes" / "ship.yaml"
    code, out, _ = run("--lang", "en", "check", "--paper", quiz)
    assert code == 1
    assert "[paper-too-wide]" in out


def test_several_paths_are_checked_together(run: Run, write: Write, tmp_path: Path) -> None:
    """Files and whole libraries, each problem once."""
    root = broken(write)
    code, out, _ = run(
        "--lang", "en", "check", root, root / "lessons", root / "lessons" / "ship.yaml"
    )
    assert code == 1
    assert "1 error, 1 warning in 2 files.\n" in out


def test_nothing_is_coloured_in_a_pipe(write: Write) -> None:
    """A file or another program gets words, not escapes."""
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "check", broken(write)],
        capture_output=True,
        cwd=ROOT,
        env=os.environ | {"FORCE_COLOR": "1", "PYTHONUTF8": "1"},
    )
    assert done.returncode == 1
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize(
    ("wish", "coloured"), [("X=", True), ("NO_COLOR=1", False), ("TERM=dumb", False)]
)
def test_a_terminal_is_coloured_unless_somebody_minds(
    write: Write, wish: str, coloured: bool
) -> None:
    """Colours on a terminal; none with NO_COLOR or on a dumb one."""
    command = ["env", wish, sys.executable, "-m", "toolkit", "check", str(broken(write))]
    with Terminal(command, cwd=ROOT) as terminal:
        while terminal.read(10):
            pass
        assert b"[odd-number]" in terminal.raw
        assert (b"\x1b[" in terminal.raw) == coloured


@pytest.mark.parametrize("named", ["contoh.yaml", "{folder}/contoh.yaml"])
def test_a_file_outside_any_library_is_checked_too(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    """A lesson on the desktop is a lesson: what its keys say it is, in the light of ours."""
    file = tmp_path / "contoh.yaml"
    file.write_text(LESSON.replace("icon: boat", "icon: boot"))
    monkeypatch.chdir(tmp_path)
    path = named.format(folder=tmp_path)
    code, out, _ = run("--lang", "en", "check", path)
    assert code == 1
    assert out.startswith(f"{path}:3:7  [unknown-word]  icon\n")
    file.write_text(LESSON)
    assert run("check", path)[0] == 0
    file.write_text("halo apa kabar\n")
    assert run("check", path)[1].startswith(f"{path}:1:1  [")


def test_a_copy_beside_a_file_does_not_take_its_place(run: Run, write: Write) -> None:
    """Explorer's copy is told; the file whose name is its lesson's stays."""
    write("quizzes/ship.yaml", QUIZ)
    write("lessons/ship - Salin.yaml", LESSON.replace("Kerja di kapal", "Kata-kata lama"))
    root = write("lessons/ship.yaml", LESSON)
    code, out, _ = run("--lang", "en", "check", root)
    assert code == 1
    assert out.startswith(f"{root / 'lessons' / 'ship - Salin.yaml'}:1:9  [duplicate-id]")
    listed = run("--library", root, "list")[1]
    assert "Kerja di kapal" in listed
    assert "Kata-kata lama" not in listed


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("lessons/deck.yaml.txt", "deck.yaml"),
        ("deck.yaml", "lessons/deck.yaml"),
        ("quiz/deck.yaml", "quizzes/deck.yaml"),
        ("Lesson/deck.yaml", "lessons/deck.yaml"),
    ],
)
def test_a_file_that_nobody_reads_is_told(run: Run, write: Write, name: str, mend: str) -> None:
    """Notepad's second ending, a file beside the folders, a folder with almost the right name."""
    write("quizzes/ship.yaml", QUIZ)
    write("lessons/ship.yaml", LESSON)
    root = write(name, LESSON)
    code, out, _ = run("--lang", "en", "check", "--strict", root)
    assert code == 1
    assert out.startswith(f"{root / name}  [misplaced-file]")
    assert f":  {mend}\n" in out


def test_nothing_to_check_is_never_called_sound(run: Run, write: Write) -> None:
    """A file that is no lesson file, a library without any: exit 2, with what to do."""
    root = write("lessons/deck.yaml.txt", LESSON)
    code, out, err = run("--lang", "en", "check", root / "lessons" / "deck.yaml.txt")
    assert (code, out) == (2, "")
    assert err.endswith(":  deck.yaml\n")
    (root / "lessons" / "deck.yaml.txt").unlink()
    code, out, err = run("check", root)
    assert (code, out) == (2, "")
    assert "cekdulu new lesson" in err


def test_a_file_on_a_stick_is_checked_in_the_place_of_its_namesake(
    run: Run, write: Write, tmp_path: Path
) -> None:
    """The same lesson in one's own library is no second one."""
    write("quizzes/ship.yaml", QUIZ)
    root = write("lessons/ship.yaml", LESSON)
    stick = tmp_path / "stick.yaml"
    stick.write_text(LESSON.replace("icon: boat", "icon: plane"))
    assert run("--library", root, "check", stick)[0] == 0


def test_an_option_that_stands_too_late_is_told_where_it_belongs(run: Run, lang: Language) -> None:
    """`check --lang en` is what people type."""
    code, _, err = run("--lang", lang.code, "check", "--lang", "en")
    assert code == 2
    assert "cekdulu --lang …" in err
