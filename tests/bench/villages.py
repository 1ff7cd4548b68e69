"""Leaflets for villages: stamped, by Typst, and the same bytes only written to memory.

    .venv/bin/python tests/bench/villages.py [ROUNDS [VILLAGES]]

Needs the `bench` extra (pip install -e '.[test,bench]') and a memory disk (/dev/shm). One core,
all warm, taking turns in the same run, with villages that are new to all of them:

- stamped: a file for each village as `print --villages` makes it, tags included, on the memory
  disk: looked for, made, written under another name, synced, renamed;
- only made: the same without any disk;
- in bundles: one file for each regency of 160 villages;
- again: the same call once more, when everything is there;
- the same bytes: finished files, written to the memory disk by nothing but `write`;
- Typst: one compiler that is warm, an untagged leaflet of which the village's name and numbers
  are new; it only makes it.

Times are those of the processor, because the machine may have other work, too: on a machine
without any, they are the clock's. Then memory while 20,000 are stamped, and the country:
84,000 villages in two languages.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import measure
from leaflet import Typst
from typst_leaflet import write

from toolkit import RELEASED
from toolkit.content.load import open_library
from toolkit.content.place import Place
from toolkit.content.villages.village import Office, Village
from toolkit.paper.setting.job import Job
from toolkit.paper.shop import titled
from toolkit.paper.villages import village_names
from toolkit.paper.villages.made_of import note
from toolkit.paper.villages.stamp import Stamper
from toolkit.paper.villages.village_file import VillageFiles
from toolkit.paper.villages.village_press import Press, Task
from toolkit.paper.villages.village_shop import print_villages
from toolkit.paper.villages.workers import cores

JOB = Job("leaflet", ("recruitment",), "id", "a4")
COUNTRY = 84_000 * 2
MEMORY = Path("/dev/shm")
_SYLLABLES = ("su", "ka", "ma", "ju", "ra", "ha", "ti", "lem", "bah", "gu", "man", "pa", "dang", "wa", "ngi", "bo", "tan", "ke", "ling", "jo")  # fmt: skip


def village(number: int) -> Village:
    """A village with a name as long as they are; every third of its numbers is not known."""
    parts, rest = [], number * 7919 + 11
    for _ in range(5):
        rest, place = divmod(rest, len(_SYLLABLES))
        parts.append(_SYLLABLES[place])
    one, two = "".join(parts[:3]).title(), "".join(parts[3:]).title()
    known = {
        office: f"08{10 + place}-{number % 10000:04}-{number // 10000:04}"
        for place, office in enumerate(Office)
        if (number + place) % 3
    }
    return Village(
        f"{one} {two}" if number % 5 < 2 else one,
        f"Kecamatan {two}",
        f"Kabupaten {number // 160}",
        "Sumatera Barat",
        known,
        date(2026, 11, 1 + number % 20) if number % 2 else None,
        at=Place("v.csv", number + 2, 1),
    )


def main() -> None:
    """Measure and tell."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    many = int(sys.argv[2]) if len(sys.argv) > 2 else 3200
    library = open_library(as_of=RELEASED).library
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory(dir=MEMORY) as disk:
        folder, out = Path(name), Path(disk)
        shop = Typst(folder, write(folder, JOB.lessons[0], JOB.lang, library))
        stamper = Stamper(JOB, library)
        for number in range(400):
            stamper.stamp(village(number))

        def printed(where: str, villages: list[Village], bundled: bool = False) -> int:
            press = Press(library, out / where, bundled=bundled, stampers={JOB: stamper})
            press(Task(JOB, tuple(village_names.files(villages, bundled=bundled))))
            return len(villages)

        kept = _villages(0, many)
        printed("again", kept)
        files = [path.read_bytes() for path in sorted((out / "again").rglob("*.pdf"))]
        ways: dict[str, Callable[[list[Village]], int]] = {
            "stamped, files": lambda new: _fresh(out / "files") or printed("files", new),
            "only made": lambda new: _made(stamper, new),
            "stamped, in bundles": lambda new: _fresh(out / "b") or printed("b", new, True),
            "again, all there": lambda _: printed("again", kept),
            "the same bytes": lambda _: _fresh(out / "same") or _written(files, out / "same"),
            "Typst": lambda new: _typst(shop, new[:20]),
        }
        times: dict[str, list[float]] = {way: [] for way in ways}
        for round_ in range(rounds + 1):
            new = _villages((round_ + 1) * many, many)
            for way, make in ways.items():
                began = time.process_time()
                count = make(new)
                if round_:
                    times[way].append((time.process_time() - began) / count)
        sizes = sum(map(len, files)) / many, _size(out / "b") / many
    _tell(times, sizes)
    _tell_memory(library)
    print(measure.machine("reportlab", "typst"))


def _villages(first: int, many: int) -> list[Village]:
    return [village(number) for number in range(first, first + many)]


def _fresh(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()


def _made(stamper: Stamper, villages: list[Village]) -> int:
    shapes: dict[int, VillageFiles] = {}
    for one in villages:
        stamped = stamper.stamp(one)
        assert stamped, "these names are plain ones"
        told = note(stamper, (one,))
        shape = shapes.get(id(stamped.pattern))
        if shape is None:
            shape = shapes[id(stamped.pattern)] = VillageFiles(stamped.pattern, len(told))
        shape.file(titled(stamper.about, one).title, stamped.contents, told)
    return len(villages)


def _written(files: list[bytes], folder: Path) -> int:
    for number, content in enumerate(files):
        with open(f"{folder}/{number}.pdf", "wb") as file:  # noqa: PTH123 - nothing but the write
            file.write(content)
    return len(files)


def _typst(shop: Typst, villages: list[Village]) -> int:
    for one in villages:
        shop.village({"village": one.name, **one.numbers})
    return len(villages)


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*.pdf"))


def _tell(times: dict[str, list[float]], sizes: tuple[float, float]) -> None:
    for way, taken in times.items():
        rate = 1 / statistics.median(taken)
        print(
            measure.row(way, [1000 * one for one in taken], f", {rate:,.0f}/s").replace(
                " ms ", " us "
            )
        )
    stamped = times["stamped, files"]
    print(f"KB for each village: {sizes[0] / 1024:.1f} as files, {sizes[1] / 1024:.2f} in bundles")
    for way in ("stamped, files", "only made", "stamped, in bundles"):
        print(
            f"{way}: {1 / measure.ratio(times[way], times['Typst']):.0f} times Typst's rate (aim: at least 40)"
        )
    print(
        f"to writing the same bytes {measure.ratio(stamped, times['the same bytes']):.1f} (aim: at most 5)"
    )
    for way in ("stamped, files", "stamped, in bundles", "Typst"):
        minutes = COUNTRY * statistics.median(times[way]) / 60
        print(
            f"the country, {COUNTRY:,} leaflets, on one core: {way} {minutes:.1f} min; all {cores()} cores about {minutes / cores():.1f}"
        )


def _tell_memory(library: object) -> None:
    """How much this process grows over 20,000, once 2,000 have filled what is remembered."""
    grown = {}
    for bundled in (False, True):
        with tempfile.TemporaryDirectory(dir=MEMORY) as disk:
            seen: list[int] = []

            def moved(done: int, _: str, seen: list[int] = seen) -> None:
                if not seen and done >= 2000:
                    seen.append(_resident())

            villages = [
                replace(village(number), regency=f"Kabupaten {number % 10}")
                for number in range(22_000)
            ]
            print_villages(
                [JOB], villages, library, Path(disk), bundled=bundled, moved=moved, processes=1
            )  # type: ignore[arg-type]
            grown[bundled] = (_resident() - seen[0]) / 1024
    print(
        f"memory over 20,000 more: {grown[False]:.1f} MB as files, {grown[True]:.1f} MB in ten bundles (aim: under 30)"
    )


def _resident() -> int:
    """What this process has in memory, in KB."""
    told = Path("/proc/self/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("VmRSS"))


if __name__ == "__main__":
    main()
