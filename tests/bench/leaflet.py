"""One leaflet, and every other product: ours, and the same leaflet by Typst.

    .venv/bin/python tests/bench/leaflet.py [ROUNDS]

Needs the `bench` extra (pip install -e '.[test,bench]'). They take turns:

- ours, again: the same leaflet as in the round before, as when a village asks once more;
- ours, new words: everything that was remembered about words is forgotten before each round;
- Typst, again: one compiler, of which one word (the edition) is new in each round;
- Typst, new words: a compiler of its own for a source in which every passage is a little new;
- cold: a process of its own that makes one leaflet, from its start to its end;
- then each of our products, again, for one lesson.
"""

from __future__ import annotations

import functools
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import measure
import typst
from pypdf import PdfReader
from typst_leaflet import NEW, write

from toolkit import RELEASED
from toolkit.content.library import Library
from toolkit.content.load import open_library
from toolkit.paper.shop import PRODUCTS, Job, draw, jobs_for, plans_about
from toolkit.paper.type import fonts

JOB = Job("leaflet", ("recruitment",), "id", "a4")
COLD = 7
OURS_COLD = """
from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.paper.shop import Job, draw
draw(Job("leaflet", ("recruitment",), "id", "a4"), open_library(as_of=RELEASED).library)
"""
TYPST_COLD = """
import sys, typst
typst.Compiler(
    sys.argv[1] + "/leaflet.typ", root=sys.argv[1], font_paths=[sys.argv[1]], ignore_system_fonts=True
).compile(format="pdf")
"""


def main() -> None:
    """Measure and tell."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    library = open_library(as_of=RELEASED).library
    caches = remembered()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shop = Typst(folder, write(folder, JOB.lessons[0], JOB.lang, library))
        ways: dict[str, Callable[[int], bytes]] = {
            "Cek Dulu, again": lambda _: draw(JOB, library),
            "Cek Dulu, new words": lambda _: forget(caches) or draw(JOB, library),
            "Typst, again": shop.again,
            "Typst, new words": shop.new_words,
        }
        made, times = taken(ways, rounds)
        for _ in range(COLD):
            for way, program in (("Cek Dulu, cold", OURS_COLD), ("Typst, cold", TYPST_COLD)):
                times.setdefault(way, []).append(process(program, folder))
    for way, pdf in made.items():
        assert len(PdfReader(BytesIO(pdf)).pages) == 2, f"{way}: a leaflet has two pages"
    print(f"One leaflet, {JOB.file_name}")
    for way, seconds in times.items():
        size = f", {len(made[way]) / 1024:.1f} KB" if way in made else ""
        print(measure.row(way, seconds, size))
    for how in ("again", "new words", "cold"):
        ratio = measure.ratio(times[f"Cek Dulu, {how}"], times[f"Typst, {how}"])
        print(f"to Typst {ratio:.2f}, {how}" + ("" if how == "cold" else " (aim: at most 0.8)"))
    size = len(made["Cek Dulu, again"]) / len(made["Typst, again"])
    print(f"file size to Typst's {size:.2f} (aim: at most 0.5)")
    tell_products(library, max(rounds // 4, 3))
    print(measure.machine("reportlab", "typst"))


def taken(
    ways: dict[str, Callable[[int], bytes]], rounds: int
) -> tuple[dict[str, bytes], dict[str, list[float]]]:
    """What each way makes, and how long it takes, in turns; the first rounds do not count."""
    times: dict[str, list[float]] = {way: [] for way in ways}
    made: dict[str, bytes] = {}
    for round_ in range(rounds + 3):
        for way, make in ways.items():
            gc.collect()
            began = time.perf_counter()
            made[way] = make(round_)
            if round_ >= 3:
                times[way].append(time.perf_counter() - began)
    return made, times


def process(program: str, folder: Path) -> float:
    """How long a process takes from its start to its end."""
    paths = {**os.environ, "PYTHONPATH": str(measure.ROOT)}
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", program, str(folder)], check=True, env=paths)
    return time.perf_counter() - began


def tell_products(library: Library, rounds: int) -> None:
    """Each product of one lesson, warm."""
    plans = plans_about(JOB.lessons, library)[:1]
    wanted = jobs_for(PRODUCTS, JOB.lessons, (JOB.lang,), (JOB.paper,), plans=plans)
    jobs = {job.product: job for job in wanted}
    ways = {name: (lambda _, job=job: draw(job, library)) for name, job in jobs.items()}
    made, times = taken(ways, rounds)
    print("Each product, again")
    for name, seconds in times.items():
        pages = len(PdfReader(BytesIO(made[name])).pages)
        print(measure.row(name, seconds, f", {pages} pages, {len(made[name]) / 1024:.1f} KB"))


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
        """The same leaflet once more: one word is new."""
        return bytes(self._compiler.compile(format="pdf", sys_inputs={"edition": f"E-{round_:04}"}))

    def village(self, own: dict[str, str]) -> bytes:
        """The leaflet of a village: its name and numbers are new."""
        return bytes(self._compiler.compile(format="pdf", sys_inputs=own))

    def new_words(self, round_: int) -> bytes:
        """Another leaflet of the same size: every passage is a little new."""
        return bytes(self._open(f"other-{round_}", str(round_ % 10)).compile(format="pdf"))


def remembered() -> list[functools._lru_cache_wrapper]:
    """What the paper room remembers about words; typefaces and drawings stay, as in Typst."""
    kept = {id(fonts.load)}
    drawings = ("toolkit.paper.type.icons", "toolkit.paper.type.qr", "toolkit.paper.pdf.pen")
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
