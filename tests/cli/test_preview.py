"""`cekdulu preview`: the library found from the path, refusals that name what there is, a real save."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from samples import LESSON, QUIZ

from toolkit.commands.preview import workbench
from toolkit.content.load import open_library
from toolkit.content.place import Problem
from toolkit.errors import WrongCall

ROOT = Path(__file__).parents[2]
Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def root(write: Write) -> Path:
    """A library with a sound lesson and quiz."""
    write("quizzes/ship.yaml", QUIZ)
    return write("lessons/ship.yaml", LESSON)


def _preview(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """`cekdulu preview` where there is no terminal."""
    return subprocess.run(
        [sys.executable, "-m", "toolkit", "--lang", "en", "--data", str(cwd / "data"), "preview",
         *arguments],
        cwd=cwd, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=60,
    )  # fmt: skip


def test_without_a_terminal_it_names_check(root: Path) -> None:
    """Whoever runs it in a pipe is told what works there."""
    done = _preview("lessons/ship.yaml", cwd=root)
    assert done.returncode == 2
    assert "cekdulu check lessons/ship.yaml" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("lessons/shp.yaml", "lessons/ship.yaml"),
        ("lessons/notes.txt", "lessons/ship.yaml"),
        ("nowhere/at/all.yaml", "nowhere/at/all.yaml is not there."),
        ("..", "A library is a folder that holds"),
    ],
)
def test_a_wrong_path_is_told_with_what_there_is(root: Path, path: str, named: str) -> None:
    """A misspelt name, another kind of file, nothing at all, a folder that is no library."""
    (root / "lessons" / "notes.txt").write_text("notes", encoding="utf-8")
    done = _preview(path, cwd=root)
    assert done.returncode == 2
    assert named in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix matter")
def test_in_a_real_terminal_every_save_is_shown(root: Path, tmp_path: Path) -> None:
    """At the same page, within a moment; broken and mended; nothing is kept of it."""
    from terminal import F10, Terminal

    from toolkit.records.journal import Journal

    path = root / "lessons" / "ship.yaml"
    data = tmp_path / "data"
    command = [sys.executable, "-m", "toolkit", "--lang", "en", "--data", str(data)]
    command += ["preview", "my-library/lessons/ship.yaml"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with Terminal(command, env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("Preview | Working on ships", "Read the papers first.")
        path.write_text(LESSON.replace("Read the papers first.", "Read them."), encoding="utf-8")
        terminal.wait_for("Read them.")
        path.write_text(LESSON.replace("order: 9", "ordre: 9"), encoding="utf-8")
        terminal.wait_for("my-library/lessons/ship.yaml:2:1", "ordre: 9", "^", "Mend it:")
        path.write_text(LESSON, encoding="utf-8")
        terminal.wait_for("Preview | Working on ships", "Read the papers first.")
        terminal.press(F10)
        assert terminal.ended() == 0
    assert not Journal(data).unfinished()


def test_the_leaflet_is_drawn_where_it_was_asked_for(root: Path, tmp_path: Path) -> None:
    """In a folder that is made for it, or in one of its own; too many words are a problem."""
    bench = workbench(root, None, out=tmp_path / "out")
    assert bench.leaflet is not None
    library = bench.read().library
    file = bench.leaflet(library, "ship", "en")
    assert isinstance(file, Path)
    assert file.parent == tmp_path / "out"
    assert file.read_bytes().startswith(b"%PDF")
    passing = workbench(root, None).leaflet
    assert passing is not None
    first, second = passing(library, "ship", "en"), passing(library, "ship", "id")
    assert isinstance(first, Path)
    assert isinstance(second, Path)
    assert first.parent == second.parent != Path.cwd()
    long = LESSON.replace("en: Read the papers first.", f"en: {'Read the papers. ' * 150}")
    (root / "lessons" / "ship.yaml").write_text(long, encoding="utf-8")
    library = open_library(root).library
    trouble = bench.leaflet(library, "ship", "en")
    assert isinstance(trouble, Problem)
    assert trouble.place.file == str(root / "lessons" / "ship.yaml")
    with pytest.raises(WrongCall):
        bench.leaflet(library, "no-such-lesson", "en")


def test_what_does_not_fit_on_paper_is_told_without_hiding_the_page(write: Write) -> None:
    """The lesson is shown as it is; what is too long for its leaflet is counted beside it."""
    write("quizzes/ship.yaml", QUIZ)
    lesson = LESSON.replace("Baca dulu suratnya.", "Baca dulu suratnya. " * 60)
    file = write("lessons/ship.yaml", lesson) / "lessons" / "ship.yaml"
    loaded = workbench(file.parents[1], None, begins_with=str(file)).read()
    (found,) = {one.rule for one in loaded.problems if one.rule.startswith("paper")}
    assert found == "paper-too-long"
    assert all(one.excerpt for one in loaded.problems)
    assert "ship" in loaded.library.lessons
    assert str(file) not in loaded.left_out
