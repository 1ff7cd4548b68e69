"""From pressing a key to the next page, in a real terminal.

    .venv/bin/python tests/bench/page_turn.py [TURNS]

Ours turns the pages of a lesson; before a page is shown, the turn is on the disk. The
yardstick is a bare `Static.update` with the words of the same pages. Both are open at the
same time and turn in turns.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

import measure
from terminal import Terminal

from toolkit import RELEASED
from toolkit.content.lesson import Lesson
from toolkit.content.load import open_library
from toolkit.content.text import Text
from toolkit.content.wording import plain
from toolkit.language import language

COLUMNS, ROWS = 100, 30
LESSON = "recruitment"
RIGHT, LEFT = "\x1b[C", "\x1b[D"


def main() -> None:
    """Measure and tell."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    lesson = open_library(as_of=RELEASED).library.lessons[LESSON]
    titles = [_words(page.title) for page in lesson.pages]
    with measure.installed() as env, tempfile.TemporaryDirectory() as folder:
        pages = Path(folder, "pages.json")
        pages.write_text(json.dumps(_pages(lesson)), encoding="utf-8")
        bare = [sys.executable, str(Path(__file__).parent / "bare.py"), "turn", str(pages)]
        cek = [sys.executable, "-m", "toolkit", "learn", LESSON]
        here = Path(env["PYTHONPATH"])
        with (
            Terminal(cek, columns=COLUMNS, rows=ROWS, env=env, cwd=here) as ours,
            Terminal(bare, columns=COLUMNS, rows=ROWS, env=env, cwd=here) as theirs,
        ):
            for app in (ours, theirs):
                app.wait_for(titles[0])
                app.settle()
                app.drawing = False
            ours_took, theirs_took = _turn(ours, theirs, titles, turns)
    print("Key to the next page,", f"{COLUMNS}x{ROWS}, lesson {LESSON}")
    print(measure.row("Cek Dulu, a page of a lesson", ours_took))
    print(measure.row("bare Static.update, the same words", theirs_took))
    print(f"ratio of medians {measure.ratio(ours_took, theirs_took):.2f} (aim: at most 2)")
    print(measure.machine("textual"))


def _turn(
    ours: Terminal, theirs: Terminal, titles: list[str], turns: int
) -> tuple[list[float], list[float]]:
    """Turn both, to the last page and back again; the yardstick only goes round."""
    last = len(titles) - 1
    there_and_back = [*range(1, last + 1), *range(last - 1, -1, -1)]
    at = yardstick = 0
    ours_took, theirs_took = [], []
    for turn in range(turns + 10):
        to = there_and_back[turn % len(there_and_back)]
        key, at = (RIGHT if to > at else LEFT), to
        took = seconds(ours, key, (titles[to], f"Halaman {to + 1} dari {len(titles)}"))
        yardstick = (yardstick + 1) % len(titles)
        bare = seconds(theirs, RIGHT, (titles[yardstick], f"({yardstick + 1}/{len(titles)})"))
        if turn >= 10:  # the first turns import and fill caches
            ours_took.append(took)
            theirs_took.append(bare)
    return ours_took, theirs_took


def seconds(app: Terminal, key: str, words: tuple[str, ...]) -> float:
    """From pressing `key` until the frame with all of `words` has been written."""
    app.settle()
    before = len(app.raw)
    wanted = [word.encode() for word in words]
    began = time.perf_counter()
    app.press(key)
    while not all(word in app.raw[before:] for word in wanted):
        if not app.read(20):
            raise SystemExit(f"{words} did not come:\n{app.raw[before:]!r}")
    return time.perf_counter() - began


def _pages(lesson: Lesson) -> list[str]:
    """The words of each page; where one is stands last, as in ours."""
    return [
        "\n\n".join(
            [
                _words(page.title),
                *map(_words, page.show),
                _words(page.say),
                *([_words(page.ask)] if page.ask else []),
                f"({at}/{len(lesson.pages)})",
            ]
        )
        for at, page in enumerate(lesson.pages, 1)
    ]


def _words(text: Text) -> str:
    return plain(text, language("id"), open_library(as_of=RELEASED).library)


if __name__ == "__main__":
    main()
