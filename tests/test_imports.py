"""What each command loads.

import-linter reads the text; only a running program can show that what was put off stays off.
"""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import toolkit

ROOT = Path(__file__).parent.parent
LESSON = "recruitment"
WATCHED = {"textual", "rich", "reportlab", "yaml", "babel", "sqlite3", "segno", "fontTools", "PIL"}

DIARY = """\
import atexit, json, sys

def note():
    with open(DIARY, "w", encoding="utf-8") as diary:
        json.dump(sorted({name.partition(".")[0] for name in sys.modules}), diary)

atexit.register(note)
"""
"""A sitecustomize.py that writes down, when Python ends, what was loaded."""


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    """A folder for PYTHONPATH; `loaded` reads what was noted there."""
    folder = tmp_path / "diary"
    folder.mkdir()
    written = DIARY.replace("DIARY", repr(str(folder / "loaded.json")))
    (folder / "sitecustomize.py").write_text(written, encoding="utf-8")
    return folder


def _environment(diary: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(diary), str(ROOT)])}


def _loaded(diary: Path) -> set[str]:
    return WATCHED & set(json.loads((diary / "loaded.json").read_text(encoding="utf-8")))


def _run(diary: Path, *command: str, typed: str = "") -> set[str]:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=diary, env=_environment(diary), input=typed,
        capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return _loaded(diary)


def test_the_diary_sees_what_is_loaded(diary: Path) -> None:
    """The diary of the tests below does notice a library, so that its silence means something."""
    assert _run(diary, "-c", "import yaml, reportlab.pdfgen.canvas") >= {"yaml", "reportlab"}


def test_the_command_line_alone_loads_nothing(diary: Path) -> None:
    """Importing the commands costs only the standard library."""
    assert _run(diary, "-c", "import toolkit.cli") == set()


def test_version_loads_nothing(diary: Path) -> None:
    """`--version` and its kind answer without any library; a catalog or a journal may be opened."""
    assert _run(diary, "-m", "toolkit", "--version") <= {"babel", "sqlite3"}


@pytest.mark.parametrize(
    ("arguments", "typed"),
    [
        (["check"], ""),
        (["list"], ""),
        (["learn", LESSON, "--plain"], "\n\nq\n"),
    ],
    ids=lambda one: one[0] if isinstance(one, list) else "",
)
def test_checking_and_plain_lines_draw_nothing(
    arguments: list[str], typed: str, diary: Path
) -> None:
    """Checking, listing and learning over plain lines load neither Textual nor ReportLab."""
    loaded = _run(diary, "-m", "toolkit", *arguments, typed=typed)
    assert "yaml" in loaded
    assert not loaded & {"textual", "rich", "reportlab", "segno", "fontTools", "PIL"}


def test_printing_loads_no_screen(diary: Path) -> None:
    """Printing loads ReportLab and neither Textual nor Rich."""
    loaded = _run(diary, "-m", "toolkit", "print", "leaflet", "--lesson", LESSON)
    assert "reportlab" in loaded
    assert not loaded & {"textual", "rich"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_the_app_loads_no_paper(diary: Path) -> None:
    """Opening the app and a lesson in it loads nothing that only printing needs."""
    from terminal import F10, Terminal

    command = [sys.executable, "-m", "toolkit", "learn", LESSON]
    with Terminal(command, env=_environment(diary), cwd=diary) as terminal:
        terminal.wait_for("Pesan pertama datang ramah")
        terminal.press(F10)
        assert terminal.ended() == 0
    loaded = _loaded(diary)
    assert "textual" in loaded
    assert not loaded & {"reportlab", "segno", "fontTools", "PIL"}


MODULES = [one.name for one in pkgutil.walk_packages(toolkit.__path__, "toolkit.")]


@pytest.mark.parametrize("name", [one for one in MODULES if not one.endswith("__main__")])
def test_every_exported_name_exists(name: str) -> None:
    """What a module offers in `__all__` is there, each name once, and every module can be loaded."""
    module = importlib.import_module(name)
    offered = getattr(module, "__all__", [])
    assert len(offered) == len(set(offered))
    assert [one for one in offered if not hasattr(module, one)] == []


def test_the_rooms_open_one_way_only() -> None:
    """The contracts between rooms in pyproject.toml hold."""
    linter = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
