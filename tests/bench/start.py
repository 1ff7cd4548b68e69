"""From starting the process to the first useful screen, in a real terminal.

    .venv/bin/python tests/bench/start.py [ROUNDS]

Ours is the home screen with its lessons and keys; the yardstick is a bare Textual app with
Header and Footer. They take turns in the same run, so that both meet the same machine. Told
apart: any start, and the very first one with an empty data folder.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import measure
from terminal import F10, Terminal

COLUMNS, ROWS = 100, 30
OURS = ("Begini cara mereka mencari orang", "Keluar")
THEIRS = ("Bare and ready", "Leave")


def main() -> None:
    """Measure and tell."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    bare = [sys.executable, str(Path(__file__).parent / "bare.py"), "start"]
    cek = [sys.executable, "-m", "toolkit"]
    ours, first, theirs = [], [], []
    with measure.installed() as env:
        for round_ in range(rounds + 1):
            again = seconds(cek, env, OURS)
            yardstick = seconds(bare, env, THEIRS)
            with tempfile.TemporaryDirectory() as empty:
                never = seconds([*cek, "--data", empty], env, OURS)
            if round_:  # the first round fills the caches of the disk
                ours.append(again)
                theirs.append(yardstick)
                first.append(never)
    print("Process start to the first useful screen,", f"{COLUMNS}x{ROWS}")
    print(measure.row("Cek Dulu, home screen", ours))
    print(measure.row("Cek Dulu, the very first time", first))
    print(measure.row("bare Textual app, Header and Footer", theirs))
    print(
        f"ratio of medians {measure.ratio(ours, theirs):.2f} (aim: at most 1.2), "
        f"the very first time {measure.ratio(first, theirs):.2f}"
    )
    print(measure.machine("textual"))


def seconds(command: Sequence[str], env: Mapping[str, str], words: Sequence[str]) -> float:
    """From starting `command` until all of `words` have been written."""
    wanted = [word.encode() for word in words]
    began = time.perf_counter()
    with Terminal(command, columns=COLUMNS, rows=ROWS, env=env, cwd=Path(env["PYTHONPATH"])) as app:
        app.drawing = False
        while not all(word in app.raw for word in wanted):
            if not app.read(20):
                raise SystemExit(f"{words} did not come:\n{app.raw[-2000:]!r}")
        taken = time.perf_counter() - began
        app.press(F10)
        app.ended()
    return taken


if __name__ == "__main__":
    main()
