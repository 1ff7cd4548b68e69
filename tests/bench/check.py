"""Reading and checking: a thousand lessons, one file as a process, and the app's start on many lessons.

    .venv/bin/python tests/bench/check.py [ROUNDS]

The yardstick is the bare reading of the same files, `yaml.load(…, CSafeLoader)`, which checks
nothing. Both take turns in the same run; CPU time, because the machine is shared.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import many_lessons
import measure
import start
import yaml

from toolkit import RELEASED
from toolkit.content.builtin import builtin_root, yaml_files
from toolkit.content.load import open_library

BLOCK = 100
BLOCKS = 10
_MEMORY = """\
import sys
{work}
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
"""
"""A process' own peak; `ru_maxrss` would count from the size of the process that started it."""
_OURS = """\
from pathlib import Path
from toolkit.content.load import open_library
kept = open_library(Path(sys.argv[1]))
"""
_THEIRS = """\
from pathlib import Path
import yaml
kept = [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in Path(sys.argv[1]).rglob("*.yaml")]
"""

_KEEP = """\
import sys
from pathlib import Path
from toolkit import judged_on
from toolkit.records.front import shelf
shelf(Path(sys.argv[1]), judged_on(None), Path(sys.argv[2])).open()
"""


def main() -> None:
    """Measure and tell."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    with tempfile.TemporaryDirectory(prefix="cekdulu-bench-") as folder:
        whole = Path(folder, "whole")
        files = many_lessons.write(whole, BLOCK * BLOCKS)
        size = statistics.mean(file.stat().st_size for file in files) / 1024
        print(f"Reading and checking {len(files)} lessons of {size:.1f} KB")
        blocks(Path(folder))
        thousand(whole, files)
        memory(whole)
        process(whole, rounds)
        opening(Path(folder), rounds)
    print(measure.machine("pyyaml", "textual"))


def blocks(folder: Path) -> None:
    """Libraries of a hundred lessons, long texts and short ones."""
    _blocks(folder / "long", many_lessons.write, "our lessons' long texts")
    _blocks(folder / "brief", many_lessons.write_brief, "short texts in brackets")


def _blocks(folder: Path, write: Callable[[Path, int], list[Path]], what: str) -> None:
    """The built-in files count on both sides."""
    ours, theirs = [], []
    for number in range(BLOCKS + 1):
        root = folder / f"block-{number}"
        files = [*write(root, BLOCK), *yaml_files(builtin_root())]
        pair = (
            cpu(lambda root=root: open_library(root, RELEASED)),
            cpu(lambda files=files: bare(files)),
        )
        if number:
            ours.append(pair[0])
            theirs.append(pair[1])
    told(f"blocks of 100, {what}", ours, theirs, 1.0)


def thousand(root: Path, files: Sequence[Path]) -> None:
    """All of them as one library."""
    ours, theirs = [], []
    everything = [*files, *yaml_files(builtin_root())]
    for _ in range(4):
        ours.append(cpu(lambda: open_library(root, RELEASED)))
        theirs.append(cpu(lambda: bare(everything)))
    told("1,000 at once, reading and checking", ours, theirs, 1.0)


def bare(files: Sequence[Path]) -> list[object]:
    """The floor: every file loaded, nothing checked, no line known."""
    return [yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader) for file in files]


def memory(root: Path) -> None:
    """The peak of a process that keeps a thousand lessons."""
    peaks = []
    for work in (_OURS, _THEIRS):
        run = [sys.executable, "-c", _MEMORY.format(work=work), str(root)]
        env = {**os.environ, "PYTHONPATH": str(measure.ROOT)}
        done = subprocess.run(run, env=env, check=True, capture_output=True, text=True)
        peaks.append(int(done.stdout) / 1024)
    print(f"peak memory: ours {peaks[0]:.0f} MB, bare loading {peaks[1]:.0f} MB")


def process(root: Path, rounds: int) -> None:
    """`cekdulu check FILE` from start to end, as installed."""
    with measure.installed() as env:
        one = root.parent / "one"
        (file,) = many_lessons.write(one, 1)
        ours, theirs, wall = [], [], []
        for round_ in range(rounds + 1):
            began = time.perf_counter()
            mine = spent([sys.executable, "-m", "toolkit", "check", str(file)], env)
            taken = time.perf_counter() - began
            bare = spent([sys.executable, "-c", "import yaml"], env)
            if round_:
                ours.append(mine)
                theirs.append(bare)
                wall.append(taken)
    told("cekdulu check FILE, the process", ours, theirs, 3.0)
    print(measure.row("  on the clock", wall))


def opening(folder: Path, rounds: int) -> None:
    """The app's first screen on a library of a hundred lessons and on one of ten."""
    cases: dict[str, dict[int, list[float]]] = {
        "nothing is known of it": {10: [], 100: []},
        "a file was changed": {10: [], 100: []},
        "nothing was changed": {10: [], 100: []},
    }
    with measure.installed() as env:
        for count in (10, 100):
            many_lessons.write(folder / str(count), count)
        for round_ in range(rounds + 1):
            for number, times in enumerate(cases.values()):
                for count in times:
                    taken = first_screen(folder, count, env, number)
                    if round_:
                        times[count].append(taken)
    for case, times in cases.items():
        print(f"first screen, {case}")
        for count, taken in times.items():
            print(measure.row(f"  with {count} lessons more", taken))
        print(f"  ratio of medians {measure.ratio(times[100], times[10]):.2f} (aim: at most 1.1)")


def first_screen(folder: Path, count: int, env: Mapping[str, str], case: int) -> float:
    """Seconds to the first screen; the data folder is emptied, or filled before a file is changed."""
    library, data = folder / str(count), folder / f"data-{count}"
    if case == 0:
        shutil.rmtree(data, ignore_errors=True)
    else:
        # From where it is installed: a checkout of the same version has other files.
        keep = [sys.executable, "-c", _KEEP, str(library), str(data)]
        subprocess.run(keep, env=dict(env), cwd=env["PYTHONPATH"], check=True)
    if case == 1:
        with (library / "lessons" / "village-0003.yaml").open("a", encoding="utf-8") as file:
            file.write("# saved\n")
    cek = [sys.executable, "-m", "toolkit", "--library", str(library), "--data", str(data)]
    return start.seconds(cek, env, start.OURS)


def told(name: str, ours: Sequence[float], theirs: Sequence[float], aim: float) -> None:
    """Both rows, and the ratio: of the medians, and the range of the pairs."""
    pairs = [mine / bare for mine, bare in zip(ours, theirs, strict=True)]
    print(measure.row(name, ours))
    print(measure.row("  the yardstick", theirs))
    print(
        f"  ratio of medians {measure.ratio(ours, theirs):.2f} (aim: at most {aim}), "
        f"of the pairs {min(pairs):.2f}-{max(pairs):.2f}"
    )


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU that work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def spent(command: Sequence[str], env: Mapping[str, str]) -> float:
    """Seconds of CPU that a process takes from start to end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=dict(env), check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
