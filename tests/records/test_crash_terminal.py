"""The program itself, killed in its terminal while a facilitator types: only the last key may be lost."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path
from random import Random

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a Unix matter", allow_module_level=True)

from terminal import Terminal

from toolkit.content.library import Library
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession, left_open
from toolkit.session.agenda import Setup
from toolkit.session.hall import WentOn, votes
from toolkit.session.plan import draw_up

KILLS = 5
COUNT = "2718"
"""What is typed for the first option; as long as the next ones wait, nothing is worked out."""
BACKSPACE = "\x7f"
ROOT = Path(__file__).parents[2]

_SHOWN = re.compile(r"^ A [ ►](.{4})  ", re.MULTILINE)


def wait_until(terminal: Terminal, entry: str) -> None:
    """Read until just this count is shown."""
    while (found := _SHOWN.search(terminal.text)) is None or found[1].strip() != entry:
        assert terminal.read(30), f"{entry!r} did not appear:\n{terminal.text}"


def typed(folder: Path) -> tuple[str, str]:
    """The step and the typed counts of the one session that is left open."""
    journal = Journal(folder)
    assert journal.set_aside is None
    (left,) = left_open(journal)
    assert left.fits
    assert left.trouble is None
    assert left.hall is not None
    journal.close()
    return left.step, left.hall.entry


@pytest.mark.parametrize("kills", [KILLS, pytest.param(4 * KILLS, marks=pytest.mark.sweep)])
def test_a_kill_in_the_terminal_costs_the_last_key_at_most(
    library: Library, tmp_path: Path, kills: int
) -> None:
    """Again and again: started anew, it offers to go on, and shows what had been typed."""
    setup = Setup("Desa Contoh", 30, 60, ("recruitment",))
    journal = Journal(tmp_path)
    kept = KeptSession.begin(setup, draw_up(setup, library), journal)
    while not votes(kept.hall.step):
        kept.happen(WentOn())
    assert kept.hall.item
    assert len(kept.hall.item.options) == 3
    journal.close()
    random, entry = Random(5), ""
    command = [sys.executable, "-m", "toolkit", "--data", str(tmp_path), "--lang", "en", "hall"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    for _ in range(kills):
        with Terminal(command, columns=60, rows=18, env=env) as terminal:
            terminal.wait_for("Go on", "Desa Contoh")
            terminal.press("\r")
            wait_until(terminal, entry)
            while entry:
                terminal.press(BACKSPACE)
                entry = entry[:-1]
                wait_until(terminal, entry)
            entry = COUNT[: random.randint(1, len(COUNT))]
            for key in range(1, len(entry)):
                terminal.press(entry[key - 1])
                wait_until(terminal, entry[:key])
            terminal.press(entry[-1])
            terminal.read(random.uniform(0, 0.02))
            os.kill(terminal.pid, signal.SIGKILL)
            terminal.ended()
        step, there = typed(tmp_path)
        assert step == kept.hall.step.id
        assert there in (entry, entry[:-1])
        entry = there
