"""One leaflet: ours, its bare canvas calls, and the same leaflet by Typst.

    .venv/bin/python tests/bench/leaflet.py [ROUNDS]

Needs the `bench` extra (pip install -e '.[test,bench]'). All three are warm and take turns:

- ours, again: the same leaflet as in the round before, as when a village asks once more;
- ours, new words: everything that was remembered about words is forgotten before each round;
- canvas calls: ReportLab alone, replaying the very calls that ours makes;
- Typst, again: one compiler, of which one word (the edition) is new in each round;
- Typst, new words: a compiler of its own for a source in which every passage is a little new.
"""

from __future__ import annotations

import functools
import gc
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import measure
import typst
from canvas_calls import Recording
from pypdf import PdfReader
from typst_leaflet import NEW, write

from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.paper import fonts
from toolkit.paper.shop import Job, draw

JOB = Job("leaflet", ("recruitment",), "id", "a4")


def main() -> None:
    """Measure and tell."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    library = open_library(as_of=RELEASED).library
    recording = Recording()
    with recording.on():
        ours = draw(JOB, library)
    caches = remembered()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shop = Typst(folder, write(folder, JOB.lessons[0], JOB.lang, library))
        ways: dict[str, Callable[[int], bytes]] = {
            "Cek Dulu, again": lambda _: draw(JOB, library),
            "Cek Dulu, new words": lambda _: forget(caches) or draw(JOB, library),
            "canvas calls alone": lambda _: recording.replay(),
            "Typst, again": shop.again,
            "Typst, new words": shop.new_words,
        }
        times: dict[str, list[float]] = {way: [] for way in ways}
        made: dict[str, bytes] = {}
        for round_ in range(rounds + 3):
            for way, make in ways.items():
                gc.collect()
                began = time.perf_counter()
                made[way] = make(round_)
                if round_ >= 3:
                    times[way].append(time.perf_counter() - began)
    assert made["canvas calls alone"] == ours, "the replayed calls must make the same file"
    for way, pdf in made.items():
        assert len(PdfReader(BytesIO(pdf)).pages) == 2, f"{way}: a leaflet has two pages"
    print(f"One leaflet, {JOB.file_name}")
    for way, taken in times.items():
        print(measure.row(way, taken, f", {len(made[way]) / 1024:.1f} KB"))
    again, new = "Cek Dulu, again", "Cek Dulu, new words"
    print(f"to its canvas calls {measure.ratio(times[again], times['canvas calls alone']):.2f}")
    print(
        f"to Typst {measure.ratio(times[again], times['Typst, again']):.2f} again, "
        f"{measure.ratio(times[new], times['Typst, new words']):.2f} with new words (aim: at most 1)"
    )
    size = len(made[again]) / len(made["Typst, again"])
    print(f"file size to Typst's {size:.2f} (aim: under 0.5)")
    print(measure.machine("reportlab", "typst"))


class Typst:
    """Typst's compiler, with no other typeface than ours."""

    def __init__(self, folder: Path, words: str) -> None:
        self._folder = folder
        self._words = words
        self._compiler = self._open("leaflet", "")

    def _open(self, name: str, new: str) -> typst.Compiler:
        source = self._folder / f"{name}.typ"
        source.write_text(self._words.replace(NEW, new), encoding="utf-8")
        return typst.Compiler(
            str(source), root=str(self._folder),
            font_paths=[str(self._folder)], ignore_system_fonts=True,
        )  # fmt: skip

    def again(self, round_: int) -> bytes:
        """The leaflet of another village: one word is new."""
        return bytes(self._compiler.compile(format="pdf", sys_inputs={"edition": f"E-{round_:04}"}))

    def new_words(self, round_: int) -> bytes:
        """Another leaflet of the same size: every passage is a little new."""
        return bytes(self._open(f"other-{round_}", str(round_ % 10)).compile(format="pdf"))


def remembered() -> list[functools._lru_cache_wrapper]:
    """What the paper room remembers about words; typefaces and drawings stay, as in Typst."""
    kept = {id(fonts.load)}
    drawings = ("toolkit.paper.icons", "toolkit.paper.qr", "toolkit.paper.document")
    return [
        one
        for one in gc.get_objects()
        if isinstance(one, functools._lru_cache_wrapper)
        and one.__module__.startswith("toolkit.paper")
        and one.__module__ not in drawings
        and id(one) not in kept
    ]


def forget(caches: list[functools._lru_cache_wrapper]) -> None:
    """Forget it."""
    for cache in caches:
        cache.cache_clear()


if __name__ == "__main__":
    main()
