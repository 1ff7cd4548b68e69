"""Offline: no feature opens a network connection, and none misses one.

Seen from both sides: a guard inside Python that notes every attempt, and a machine
without any network interface.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LESSON = "recruitment"

GUARD = """\
import sys

ATTEMPTS = {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"}

def forbid(event, arguments):
    if event in ATTEMPTS:
        with open(NOTES, "a", encoding="utf-8") as notes:
            notes.write(f"{event} {arguments}\\n")
        raise OSError(f"no network here: {event}")

sys.addaudithook(forbid)
"""
"""A sitecustomize.py: Python reads it before the program, and nothing can take it away again."""

COMMANDS = {
    "list": (["list", "--format", "json"], ""),
    "check": (["check"], ""),
    "print": (["print", "leaflet", "--lesson", LESSON, "--lang", "id", "--lang", "en"], ""),
    "learn": (["learn", LESSON, "--plain"], "\n\n\nh\nl\n1\nq\n"),
    "help": (["print", "--help"], ""),
}


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT)])}


@pytest.fixture
def guarded(tmp_path: Path) -> tuple[dict[str, str], Path]:
    """An environment in which every attempt to reach a network is written down and refused."""
    notes = tmp_path / "attempts.txt"
    folder = tmp_path / "guard"
    folder.mkdir()
    written = GUARD.replace("NOTES", repr(str(notes)))
    (folder / "sitecustomize.py").write_text(written, encoding="utf-8")
    return _environment(folder), notes


def test_the_guard_sees_an_attempt(guarded: tuple[dict[str, str], Path]) -> None:
    """The guard of the tests below does notice a connection, so their silence means something."""
    env, notes = guarded
    attempt = "import socket; socket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", attempt], env=env, capture_output=True)
    assert done.returncode != 0
    assert notes.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_tries_to_connect(
    name: str, guarded: tuple[dict[str, str], Path], tmp_path: Path
) -> None:
    """Not one attempt, not even one that is caught and forgiven."""
    env, notes = guarded
    arguments, typed = COMMANDS[name]
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", *arguments],
        cwd=tmp_path, env=env, input=typed, capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not notes.exists(), notes.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pty")
def test_the_app_does_not_try_to_connect(
    guarded: tuple[dict[str, str], Path], tmp_path: Path
) -> None:
    """A lesson is opened and read in the app, and nothing is asked of any network."""
    from terminal import F10, Terminal

    env, notes = guarded
    command = [sys.executable, "-m", "toolkit", "learn", LESSON]
    with Terminal(command, env=env, cwd=tmp_path) as terminal:
        terminal.wait_for("Pesan pertama datang ramah")
        terminal.press(" ")
        terminal.wait_for("Lewat orang yang kita kenal")
        terminal.press(F10)
        assert terminal.ended() == 0
    assert not notes.exists(), notes.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has network namespaces")
def test_a_machine_without_network_prints(tmp_path: Path) -> None:
    """Where there is no network interface at all, every leaflet and handout is printed."""
    command = ["unshare", "-rn", sys.executable, "-m", "toolkit", "print", "leaflet", "handout"]
    done = subprocess.run(
        [*command, "--lesson", LESSON, "--out", str(tmp_path)],
        cwd=tmp_path, env=_environment(tmp_path), capture_output=True, encoding="utf-8", timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    printed = sorted(path.name for path in tmp_path.glob("*.pdf"))
    assert printed == [f"handout-{LESSON}-id-a4.pdf", f"leaflet-{LESSON}-id-a4.pdf"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has network namespaces")
def test_a_machine_without_network_opens_the_app(tmp_path: Path) -> None:
    """Where there is no network interface at all, the app opens, shows a page and ends well."""
    from terminal import F10, Terminal

    command = ["unshare", "-rn", sys.executable, "-m", "toolkit"]
    with Terminal(command, env=_environment(tmp_path), cwd=tmp_path) as terminal:
        terminal.wait_for("Begini cara mereka mencari orang")
        terminal.press("1")
        terminal.wait_for("Pesan pertama datang ramah")
        terminal.press(F10)
        assert terminal.ended() == 0
