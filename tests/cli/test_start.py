"""How quickly a call begins: what only mistakes need is imported with the first mistake."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from samples import LESSON

ROOT = Path(__file__).parent.parent.parent


SLOW = {
    "tempfile",
    "difflib",
    "hashlib",
    "babel",
}


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
