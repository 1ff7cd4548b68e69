"""From a key that counts hands to the next frame, with a thousand events behind the session.

    .venv/bin/python tests/bench/hall_key.py [KEYS]

Ours keeps each key as an event of the session, on the disk, before the frame with it is
shown. The yardstick is a bare `Static.update` of a screen with the same words. Both are
open at the same time and are pressed in turns.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

import measure
from page_turn import RIGHT, seconds
from terminal import Terminal

from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.records.journal import Journal
from toolkit.records.kept_session import KeptSession
from toolkit.session.agenda import Part, Setup
from toolkit.session.hall import Typed, WentOn
from toolkit.session.plan import draw_up

COLUMNS, ROWS = 60, 18
BEHIND = 1000
"""Events of the session before the first key that is measured."""
PEOPLE = 30
NOBODY, REST = f"0 hands, {PEOPLE} people", f"B = {PEOPLE - 7}, the rest"
"""What is said of the counts before and after a 7 is typed, where there are two options."""


def main() -> None:
    """Measure and tell."""
    keys = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with measure.installed() as env, tempfile.TemporaryDirectory() as folder:
        data, pages = Path(folder, "data"), Path(folder, "pages.json")
        _lead(data)
        here = Path(env["PYTHONPATH"])
        cek = [sys.executable, "-m", "toolkit", "--lang", "en", "--data", str(data), "hall"]
        with Terminal(cek, columns=COLUMNS, rows=ROWS, env=env, cwd=here) as ours:
            ours.wait_for("Desa Contoh", "Enter")
            ours.settle()
            ours.press("\r")
            ours.wait_for(NOBODY)
            shown = ours.settle()
            ours.drawing = False
            pages.write_text(json.dumps([f"{shown}\n({at}/2)" for at in (1, 2)]), encoding="utf-8")
            bare = [sys.executable, str(Path(__file__).parent / "bare.py"), "turn", str(pages)]
            with Terminal(bare, columns=COLUMNS, rows=ROWS + 4, env=env, cwd=here) as theirs:
                theirs.wait_for("(1/2)")
                theirs.settle()
                theirs.drawing = False
                ours_took, theirs_took = _press(ours, theirs, keys)
    print(f"Key to the next frame, {COLUMNS}x{ROWS}, {BEHIND} events behind the session")
    print(measure.row("Cek Dulu, a digit of a count", ours_took))
    print(measure.row("bare Static.update, the same words", theirs_took))
    print(f"ratio of medians {measure.ratio(ours_took, theirs_took):.2f} (aim: at most 3)")
    print(f"ratio of 99th percentiles {_last(ours_took) / _last(theirs_took):.2f}")
    print(measure.machine("textual"))


def _lead(data: Path) -> None:
    """A session that stands at a vote of its group quiz, after a thousand events."""
    library = open_library(as_of=RELEASED).library
    room = Setup("Desa Contoh", PEOPLE, 90, ("warning-signs",))
    journal = Journal(data)
    session = KeptSession.begin(room, draw_up(room, library), journal)
    behind = 1
    while session.hall.step.part is not Part.QUIZ:
        session.happen(WentOn())
        behind += 1
    for key in range(behind, BEHIND):
        session.happen(Typed("1" if key % 2 else ""))
    session.happen(Typed(""))
    journal.close()


def _press(ours: Terminal, theirs: Terminal, keys: int) -> tuple[list[float], list[float]]:
    """Type a digit, and rub it out again; the yardstick shows its two pages in turn."""
    ours_took, theirs_took = [], []
    for key in range(keys + 10):
        typed = key % 2 == 0
        took = seconds(*((ours, "7", (REST,)) if typed else (ours, "\x7f", (NOBODY,))))
        bare = seconds(theirs, RIGHT, (f"({1 + (key + 1) % 2}/2)",))
        if key >= 10:  # the first ones import and fill caches
            ours_took.append(took)
            theirs_took.append(bare)
        time.sleep(0.02)
    return ours_took, theirs_took


def _last(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.99) - 1]


if __name__ == "__main__":
    main()
