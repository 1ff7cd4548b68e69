"""The guide for trainers is tried step by step, as it is printed."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs" / "menulis-pelajaran.md").read_text(encoding="utf-8")
STEP = re.compile(r"<!-- (coba|cari|ganti)(?:: (\d))? -->\n```\w+\n(.*?)```", re.DOTALL)
HOME = "/home/sari"


def test_every_step_of_the_guide_works(tmp_path: Path) -> None:
    """Each command runs, says what the guide says, and ends as it should; each change can be made."""
    home = tmp_path / "home"
    lesson = home / "Documents" / "Cek Dulu" / "lessons" / "pasar-malam.yaml"
    wanted = ""
    tried = 0
    for kind, code, block in STEP.findall(GUIDE):
        if kind == "cari":
            wanted = block
            assert lesson.read_text(encoding="utf-8").count(wanted) == 1
        elif kind == "ganti":
            text = lesson.read_text(encoding="utf-8")
            lesson.write_text(text.replace(wanted, block), encoding="utf-8")
        else:
            for command, said in re.findall(r"^\$ (.*)\n((?:(?!\$).*\n)*)", block, re.MULTILINE):
                tried += 1
                assert _typed(command, home, tmp_path, int(code or 0)).startswith(
                    said.replace(HOME, str(home))
                )
    assert tried >= 6
    assert lesson.exists()


def _typed(command: str, home: Path, folder: Path, code: int) -> str:
    """What a command of the guide says on stdout, typed by somebody whose home is `home`."""
    program, *arguments = shlex.split(command.replace(HOME, str(home)))
    assert program == "cekdulu"
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", *arguments],
        cwd=folder,
        env={**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == code, (command, done.stdout, done.stderr)
    return done.stdout
