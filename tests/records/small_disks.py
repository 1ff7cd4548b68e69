"""Real small disks for tests: full ones, ones that may not be written, and other people's files.

A disk is mounted inside a namespace of its own, so that nothing is left of it whatever
becomes of the test. Root may do that, and so may others where the system lets users have
namespaces; where neither is so, the test fails and says what to do.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534

_ROOT = Path(__file__).parent.parent.parent


def on_disk(program: str, disk: Path, mount: str) -> str:
    """Run a program of Python lines where `disk` is one of its own; returns what it wrote.

    `mount` are the words that follow `mount` and come before the folder. The program
    finds the folder in `disk`, and `remount(words)` to change it.
    """
    disk.mkdir(exist_ok=True)
    around = ["unshare", "-m" if os.geteuid() == 0 else "-rm", "sh", "-c"]
    script = f'mount {mount} "$1" && shift && exec "$@"'
    if shutil.which("unshare") is None:
        pytest.fail("This test needs unshare and mount (util-linux).")
    tried = subprocess.run([*around, f'mount {mount} "$1"', "sh", str(disk)], capture_output=True)
    if tried.returncode != 0:
        pytest.fail(
            "This test mounts a small disk. Run it as root, as .ci/run is, or allow user"
            f" namespaces (sysctl kernel.unprivileged_userns_clone=1): {tried.stderr.decode()}"
        )
    begin = (
        "import subprocess, sys; from pathlib import Path; disk = Path(sys.argv[1])\n"
        "def remount(words):\n"
        "    subprocess.run(['mount', '-o', f'remount,{words}', str(disk)], check=True)\n"
    )
    return _ran([*around, script, "sh", str(disk), *_python(begin + program), str(disk)])


def as_nobody(before: str, program: str, *given: Path) -> str:
    """Run a program as a person who may only do what the modes of files allow.

    `before` is run with the rights of the test, and loads what the program needs: the
    person may not be allowed to read Python's own files.
    """
    drop = f"import os\nif os.geteuid() == 0:\n    os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
    whole = f"import sys; from pathlib import Path\n{before}\n{drop}\n{program}"
    return _ran([*_python(whole), *map(str, given)])


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A folder to which everybody has a way; the tests' own has none."""
    ways = [Path(one) for one in ("/dev/shm", "/var/tmp", tempfile.gettempdir())]
    with tempfile.TemporaryDirectory(dir=next(one for one in ways if one.is_dir())) as name:
        Path(name).chmod(0o755)
        yield Path(name)


def _python(program: str) -> list[str]:
    return [sys.executable, "-c", program]


def _ran(command: list[str]) -> str:
    paths = os.pathsep.join([str(_ROOT), str(_ROOT / "tests")])
    env = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd="/")
    assert done.returncode == 0, done.stderr
    return done.stdout
