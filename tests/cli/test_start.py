"""How quickly a call begins: what is worked out without the modules that others use for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest
from samples import LESSON

from toolkit import options
from toolkit.commands import asked

ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    "variables",
    [
        {"XDG_DATA_HOME": "/srv/data"},
        {"XDG_DATA_HOME": "/srv/data/"},
        {"XDG_DATA_HOME": ""},
        {"XDG_DATA_HOME": " /srv/data"},
        {"XDG_DATA_HOME": "relative"},
        {"XDG_DATA_HOME": "~/data"},
        {"XDG_DATA_HOME": "", "HOME": "/home/sari"},
        {"XDG_DATA_HOME": "", "HOME": ""},
    ],
)
def test_answers_are_kept_where_platformdirs_says(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder of answers is the system's own, whatever the environment tells."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert asked.data(None) == platformdirs.user_data_path("cekdulu", appauthor=False)


@pytest.mark.parametrize("columns", ["60", "0", "-3", "wide", None])
def test_help_is_as_wide_as_the_terminal(
    columns: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The width is the one that `shutil` tells."""
    monkeypatch.delenv("COLUMNS", raising=False)
    if columns is not None:
        monkeypatch.setenv("COLUMNS", columns)
    assert options._columns() == shutil.get_terminal_size().columns


SLOW = {
    "dataclasses",
    "inspect",
    "shutil",
    "tempfile",
    "platformdirs",
    "difflib",
    "hashlib",
    "babel",
}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
def test_a_sound_file_is_checked_without_what_only_mistakes_need(tmp_path: Path) -> None:
    """Each of these takes longer to import than the file to check."""
    lesson = tmp_path / "lessons" / "ship.yaml"
    lesson.parent.mkdir()
    lesson.write_text(LESSON, encoding="utf-8")
    code = (
        "import sys; from toolkit.cli import main\n"
        f"main(['--lang', 'en', '--as-of', '2026-11-22', 'check', {str(lesson)!r}])\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout == "No mistakes found in 1 file.\n"
    loaded = set(done.stderr.split())
    assert "yaml" in loaded
    assert loaded & SLOW == set()
    assert not {
        name for name in loaded if "mending" in name or name.startswith("toolkit.content.rules")
    }
